"""A plan with its tasks and targets, read from records; what is late; the plan of the next year made from this one.

Record types: ``plan``, ``task``, ``target``, ``budget``, ``event``. The last four name their plan in ``plan``; an ``event`` may
stand without one. ``place`` says where in the document a figure is written, in the document's own order of parts.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.records import Record

PLAN, TASK, TARGET, BUDGET, EVENT = "plan", "task", "target", "budget", "event"
TYPES = frozenset({PLAN, TASK, TARGET, BUDGET, EVENT})

Measure = Literal["count", "percent", "times", "money"]
MEASURES: tuple[Measure, ...] = ("count", "percent", "times", "money")
"""``percent`` and ``times`` are whole hundredths, ``money`` whole đồng."""
STEPS = range(1, 7)
"""The six steps of the annual cycle; 0 is work beside it."""

State = Literal["done", "late", "running", "ahead", "undated"]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan: whose it is (``unit``, ``level``), the days it covers, the document it comes from, where its money comes from."""

    id: str
    title: str
    unit: str = ""
    level: str = "province"
    area: str = ""
    starts: date
    ends: date
    document: str = ""
    signed_on: date | None = None
    funding: str = ""
    copied_from: str = ""

    @property
    def years(self) -> str:
        """``2019`` or ``2021-2025``."""
        first, last = self.starts.year, self.ends.year
        return str(first) if first == last else f"{first}-{last}"


@dataclass(frozen=True, kw_only=True)
class Task:
    """One piece of work. ``step``: of the annual cycle; ``no`` and ``when`` as the document writes them."""

    id: str
    plan: str
    no: str = ""
    title: str
    step: int = 0
    owner: str = ""
    partners: str = ""
    when: str = ""
    starts: date | None = None
    due: date | None = None
    done_on: date | None = None
    result: str = ""
    content: str = ""
    place: str = ""
    order: int = 0

    def state(self, today: date) -> State:
        """How it stands on a day; the due day itself is not late."""
        if self.done_on is not None and self.done_on <= today:
            return "done"
        if self.due is not None and self.due < today:
            return "late"
        if self.starts is not None and self.starts > today:
            return "ahead"
        return "undated" if self.due is None else "running"


@dataclass(frozen=True, kw_only=True)
class Target:
    """A figure to reach. ``planned`` in its ``measure``; ``indicator`` names what computes the actual value, ``typed`` is
    what a person wrote where no record can say. ``parent``: the figure this one is part of; ``adds``: the parts with it make
    up the whole. ``area``: a district or commune it stands for."""

    id: str
    plan: str
    title: str
    measure: Measure = "count"
    planned: int = 0
    most: int | None = None
    typed: int | None = None
    indicator: str = ""
    noun: str = ""
    level: str = ""
    area: str = ""
    parent: str = ""
    adds: bool = False
    words: str = ""
    place: str = ""
    order: int = 0


@dataclass(frozen=True, kw_only=True)
class TargetSum:
    """Parts that do not make up their whole."""

    target: str
    stated: int
    parts: int


def day(value: object) -> date | None:
    """A stored day, or None."""
    return date.fromisoformat(str(value)) if value else None


def _text(body: Values, name: str) -> str:
    return str(body.get(name) or "")


def number(value: Value) -> int | None:
    """A stored whole number, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def plan_of(record: Record) -> Plan:
    """A plan's record; one whose days are missing covers the year it was written in."""
    body = record.body
    year = int(record.created[:4] or 2026)
    starts = day(body.get("starts")) or date(year, 1, 1)
    return Plan(
        id=record.id,
        title=_text(body, "title"),
        unit=record.unit,
        level=_text(body, "level") or "province",
        area=_text(body, "area"),
        starts=starts,
        ends=day(body.get("ends")) or date(starts.year, 12, 31),
        document=_text(body, "document"),
        signed_on=day(body.get("signed_on")),
        funding=_text(body, "funding"),
        copied_from=_text(body, "copied_from"),
    )


def task_of(record: Record) -> Task:
    """A task's record."""
    body = record.body
    return Task(
        id=record.id,
        plan=_text(body, "plan"),
        no=_text(body, "no"),
        title=_text(body, "title"),
        step=number(body.get("step")) or 0,
        owner=_text(body, "owner"),
        partners=_text(body, "partners"),
        when=_text(body, "when"),
        starts=day(body.get("starts")),
        due=day(body.get("due")),
        done_on=day(body.get("done_on")),
        result=_text(body, "result"),
        content=_text(body, "content"),
        place=_text(body, "place"),
        order=number(body.get("order")) or 0,
    )


def target_of(record: Record) -> Target:
    """A target's record."""
    body = record.body
    return Target(
        id=record.id,
        plan=_text(body, "plan"),
        title=_text(body, "title"),
        measure=next((each for each in MEASURES if each == body.get("measure")), "count"),
        planned=number(body.get("planned")) or 0,
        most=number(body.get("most")),
        typed=number(body.get("typed")),
        indicator=_text(body, "indicator"),
        noun=_text(body, "noun"),
        level=_text(body, "level"),
        area=_text(body, "area"),
        parent=_text(body, "parent"),
        adds=body.get("adds") is True,
        words=_text(body, "words"),
        place=_text(body, "place"),
        order=number(body.get("order")) or 0,
    )


def in_order(tasks: Iterable[Task], today: date) -> list[Task]:
    """Late ones first, then by the day they are due, undated last, done at the end."""
    rank = {"late": 0, "running": 1, "ahead": 1, "undated": 2, "done": 3}
    return sorted(tasks, key=lambda task: (rank[task.state(today)], task.due or date.max, task.order))


def reached(target: Target, actual: int | None) -> int | None:
    """How much of a target is reached, in hundredths of a per cent; None where nothing is planned or known."""
    if actual is None or target.planned <= 0:
        return None
    return actual * 10_000 // target.planned


def uneven(targets: Sequence[Target]) -> list[TargetSum]:
    """The figures whose parts are said to make them up and do not."""
    found = []
    for target in targets:
        parts = [each.planned for each in targets if each.parent == target.id and each.adds]
        if parts and sum(parts) != target.planned:
            found.append(TargetSum(target=target.id, stated=target.planned, parts=sum(parts)))
    return found


def later(when: date, years: int) -> date:
    """The same day some years later; 29 February becomes the 28th where there is none."""
    year = when.year + years
    return date(year, when.month, min(when.day, monthrange(year, when.month)[1]))


def shifted(type_: str, body: Values, years: int) -> Values:
    """A record of the plan of a later year: the days moved, what was done, spent and reached taken away."""
    moved: Values = {}
    for field, value in body.items():
        if field in {"done_on", "result", "typed", "signed_on", "document", "when"} or field.startswith("spent."):
            continue
        if field in {"starts", "ends", "due"} and value:
            moved[field] = later(date.fromisoformat(str(value)), years).isoformat()
        elif type_ == BUDGET and field == "year" and isinstance(value, int):
            moved[field] = value + years
        else:
            moved[field] = value
    return moved
