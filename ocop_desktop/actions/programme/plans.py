"""Plans as people work with them: opened with every figure measured, changed, and taken as the start of the next year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.programme import alike, money
from ocop_desktop.domain.programme.alike import Alike
from ocop_desktop.domain.programme.book import READ, Book, Measured
from ocop_desktop.domain.programme.indicators import measure
from ocop_desktop.domain.programme.money import Disagreement, Table
from ocop_desktop.domain.programme.plans import (
    BUDGET,
    EVENT,
    PLAN,
    TARGET,
    TASK,
    TYPES,
    Plan,
    Target,
    Task,
    in_order,
    plan_of,
    reached,
    shifted,
    target_of,
    task_of,
    uneven,
)
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.text import clean
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage import dossiers as stored
from ocop_desktop.storage import journal, records, settings
from ocop_desktop.storage.db import Db


@dataclass(frozen=True, kw_only=True)
class TargetRow:
    """A target with its actual value: from records, or typed, or not known. ``reached`` in hundredths of a per cent;
    ``parts``: what its parts come to where that is not its own figure."""

    target: Target
    actual: int | None = None
    measured: Measured | None = None
    reached: int | None = None
    depth: int = 0
    parts: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """A plan as a screen shows it on a day. ``from_above``: it is the province's, came down by sync, and is only read here:
    what the whole province did of it, this office does not know."""

    plan: Plan
    today: date
    tasks: tuple[Task, ...]
    targets: tuple[TargetRow, ...]
    tables: tuple[Table, ...]
    disagreements: tuple[Disagreement, ...]
    events: tuple[Record, ...]
    alike: tuple[Alike, ...] = ()
    fresh: tuple[str, ...] = ()
    from_above: bool = False
    unread: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Figures as typed that are no value yet, by record and field."""

    @property
    def late(self) -> int:
        """How many tasks are overdue."""
        return sum(task.state(self.today) == "late" for task in self.tasks)


@dataclass(frozen=True, kw_only=True)
class Behind:
    """A record behind a figure: its words, whose it is, and the product to open where there is one."""

    id: str
    type: str
    title: str
    second: str = ""
    counted: bool = True
    product: str = ""


def _today(db: Db) -> date:
    return db.clock().astimezone().date()


def plans(db: Db) -> list[Plan]:
    """Every plan, the latest period first."""
    found = [plan_of(each) for each in records.of_type(db, PLAN)]
    return sorted(found, key=lambda plan: (plan.ends, plan.starts, plan.id), reverse=True)


def from_above(db: Db, unit: str) -> bool:
    """Whether what belongs to a unit is the province's and this office below it."""
    own = str(settings.read(db, "office.unit") or settings.read(db, "sync.unit") or "")
    return len(unit) == _PROVINCE_DIGITS and len(own) != _PROVINCE_DIGITS


def need_own(db: Db, record: str, type_: str = "") -> Record:
    """A living record of a plan that may be changed here. ``Refused``: ``plan.gone``, ``plan.by_province``."""
    found = need(db, record, type_)
    if from_above(db, found.unit):
        raise Refused("plan.by_province")
    return found


def need(db: Db, record: str, type_: str = "") -> Record:
    """A living record of a plan. ``Refused``: ``plan.gone``."""
    found = records.find(db, record)
    if found is None or found.deleted or found.type not in ({type_} if type_ else TYPES):
        raise Refused("plan.gone")
    return found


def _law(day: date) -> Regime:
    """The law of a day; before the first one known, that one."""
    try:
        return legal.regime_on(day)
    except OcopError:
        return legal.regimes()[0]


def book(db: Db, plan: Plan, day: date | None = None) -> Book:
    """The records a plan is measured by: of its unit where it is a commune's, looked at today, on a day, or its last."""
    day = min(day or _today(db), plan.ends)
    own = len(plan.unit) == _COMMUNE_DIGITS
    found = {
        type_: [each for each in records.of_type(db, type_) if not own or each.unit == plan.unit] for type_ in READ
    }
    return Book(records=found, first=plan.starts, last=plan.ends, day=day, law=_law(day), plan=plan.id)


_COMMUNE_DIGITS, _PROVINCE_DIGITS = 5, 2


def of_plan(db: Db, type_: str, plan: str) -> list[Record]:
    """The living records of a type that name a plan."""
    return [each for each in records.of_type(db, type_) if each.body.get("plan") == plan]


def open_plan(db: Db, plan_id: str) -> PlanPage:
    """A plan with its tasks, measured targets, money and what happened. ``Refused``: ``plan.gone``."""
    record = need(db, plan_id, PLAN)
    plan = plan_of(record)
    held = book(db, plan)
    targets = sorted((target_of(each) for each in of_plan(db, TARGET, plan_id)), key=lambda each: each.order)
    given = money.tables(record, [money.line_of(each) for each in of_plan(db, BUDGET, plan_id)])
    today = _today(db)
    above = from_above(db, record.unit)
    events = [each for each in held.all(EVENT) if each.body.get("plan") == plan_id or held.within(each.body.get("day"))]
    return PlanPage(
        plan=plan,
        today=today,
        tasks=tuple(in_order((task_of(each) for each in of_plan(db, TASK, plan_id)), today)),
        targets=tuple(target_rows(targets, held, from_above=above)),
        tables=tuple(given),
        disagreements=() if above else tuple(money.disagreements(given)),
        events=tuple(sorted(events, key=lambda each: str(each.body.get("day") or ""), reverse=True)),
        alike=() if above else tuple(alike.alike(held)),
        fresh=() if above else tuple(alike.fresh(held)),
        from_above=above,
        unread=stored.unparsed_of(db, TARGET) | stored.unparsed_of(db, BUDGET),
    )


def chosen(db: Db, wanted: str) -> tuple[list[Plan], PlanPage | None]:
    """Every plan, and the one wanted, or this office's own first one, or the first."""
    found = plans(db)
    own = [each for each in found if not from_above(db, each.unit)]
    plan = next((each for each in found if each.id == wanted), next(iter([*own, *found]), None))
    return found, open_plan(db, plan.id) if plan is not None else None


def target_rows(targets: Sequence[Target], held: Book, *, from_above: bool = False) -> list[TargetRow]:
    """Each target with its actual value, after the whole it is part of. ``from_above``: of a plan of the province only what is
    set for an area of this office can be counted here, and the parts of others are not here."""
    sums = {} if from_above else {each.target: each.parts for each in uneven(targets)}
    known = {each.id for each in targets}
    rows: list[TargetRow] = []

    def put(target: Target, depth: int) -> None:
        found = measured(held, target) if target.area or not from_above else None
        said = found is not None and (target.measure in {"count", "money"} or bool(found.part or found.of))
        actual = found.value if found is not None and said and target.typed is None else target.typed
        rows.append(
            TargetRow(
                target=target,
                actual=actual,
                measured=found,
                reached=reached(target, actual),
                depth=depth,
                parts=sums.get(target.id),
            )
        )
        for part in targets:
            if part.parent == target.id:
                put(part, depth + 1)

    for target in targets:
        if target.parent not in known:
            put(target, 0)
    return rows


def measured(held: Book, target: Target) -> Measured | None:
    """What the records say of a target, in its area."""
    where = held.of_area(target.area) if target.area else held
    return measure(where, target.indicator) if target.indicator else None


def behind(db: Db, target_id: str) -> list[Behind]:
    """The records behind a target's actual value, those of a share that do not count included."""
    target = target_of(need(db, target_id, TARGET))
    plan = plan_of(need(db, target.plan, PLAN))
    held = book(db, plan)
    found = measured(held, target) if target.area or not from_above(db, plan.unit) else None
    if found is None:
        return []
    latest = {held.lines[each.id]: each for each in held.all("product")}
    ids = list(dict.fromkeys((*found.part, *found.of)))
    return [_behind(db, latest, each, each in found.part) for each in ids]


def _behind(db: Db, latest: dict[str, Record], id_: str, counted: bool) -> Behind:
    product = latest.get(id_)
    record = product or records.find(db, id_)
    if record is None:
        return Behind(id=id_, type="", title=id_, counted=counted)
    body = record.body
    title = str(body.get("name") or body.get("title") or body.get("item") or body.get("product_name") or record.id)
    second = ""
    if product is not None:
        owner = records.find(db, str(body.get("producer") or ""))
        second = str(owner.body.get("name") or "") if owner is not None else ""
    else:
        second = str(body.get("area") or body.get("address") or body.get("place") or "")
    named = product.id if product is not None else str(body.get("product") or "")
    return Behind(id=record.id, type=record.type, title=title, second=second, counted=counted, product=named)


@only("write")
def put(db: Db, type_: str, plan: str, fields: Values, record: str = "") -> Changes:
    """Make a record of a plan or change one. ``Refused``: ``plan.nameless``, ``plan.days``, ``plan.gone``,
    ``plan.by_province``. What happened is this office's own, also while it looks at the province's plan."""
    given = {key: (clean(value).strip() or None) if isinstance(value, str) else value for key, value in fields.items()}
    before = need_own(db, record, type_) if record else None
    if plan and type_ == EVENT and from_above(db, need(db, plan, PLAN).unit):
        plan = ""
    elif plan:
        need_own(db, plan, PLAN)
    whole = {**(before.body if before else {}), **given}
    if not whole.get("item" if type_ == BUDGET else "title"):
        raise Refused("plan.nameless")
    first, last = whole.get("starts"), whole.get("ends" if type_ == PLAN else "due")
    if first and last and str(first) > str(last):
        raise Refused("plan.days")
    if before is not None:
        changed = records.patch(db, before, given)
        return Changes(types=frozenset({type_}), outbox=bool(changed), created=before.id)
    if type_ == PLAN:
        made = records.add(db, PLAN, given)
    else:
        last_order = max((int(each.body.get("order") or 0) for each in of_plan(db, type_, plan)), default=0)
        body: Values = {**given, "plan": plan or None}
        if type_ != EVENT:
            body["order"] = last_order + 1
        made = records.add(db, type_, body, parent=plan or None)
    journal.write(db, f"{PLAN}.added", record=made.id)
    return Changes(types=frozenset({type_}), outbox=True, created=made.id)


@only("write")
def remove(db: Db, record: str) -> Changes:
    """Take one task, target, line or event away; its journal line stays. ``Refused``: ``plan.gone``, ``plan.has_parts``,
    ``plan.by_province``."""
    found = need_own(db, record)
    if found.type == PLAN or any(each.body.get("parent") == record for each in records.of_type(db, TARGET)):
        raise Refused("plan.has_parts")
    records.delete(db, found)
    journal.write(db, f"{PLAN}.removed", record=record)
    return Changes(types=frozenset({found.type}), outbox=True)


@only("write")
def next_year(db: Db, plan_id: str, years: int = 1) -> Changes:
    """Start the next plan from this one: the same work and figures, every day moved; nothing of what came of them."""
    source = need_own(db, plan_id, PLAN)
    own = plan_of(source)
    title = str(source.body.get("title") or "")
    for year in range(own.ends.year, own.starts.year - 1, -1):
        title = title.replace(str(year), str(year + years))
    fields = {**shifted(PLAN, source.body, years), "title": title, "copied_from": source.id}
    if any(each.body.get("copied_from") == source.id for each in records.of_type(db, PLAN)):
        raise Refused("plan.already")
    made = records.add(db, PLAN, fields)
    for type_ in (TASK, BUDGET):
        for each in of_plan(db, type_, plan_id):
            records.add(db, type_, {**shifted(type_, each.body, years), "plan": made.id}, parent=made.id)
    copies: dict[str, str] = {}
    for each in sorted(of_plan(db, TARGET, plan_id), key=lambda one: int(one.body.get("order") or 0)):
        whole = copies.get(str(each.body.get("parent") or ""))
        body: Values = {**shifted(TARGET, each.body, years), "plan": made.id, "parent": whole}
        copies[each.id] = records.add(db, TARGET, body, parent=whole or made.id).id
    journal.write(db, "plan.next_year", record=made.id)
    return Changes(types=TYPES, outbox=True, created=made.id)
