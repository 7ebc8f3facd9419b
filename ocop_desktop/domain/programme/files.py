"""A plan as a file (TOML): the document's own words and figures, each with its place in the text, made into records.

Amounts are written as printed; ``tables.<key>.each`` says how many đồng one printed unit is. Targets and lines name each other by
``key``.
"""

from collections.abc import Iterator

import msgspec

from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.programme.indicators import EVENT_KINDS, INDICATORS
from ocop_desktop.domain.programme.plans import MEASURES
from ocop_desktop.domain.text import clean
from ocop_desktop.errors import Refused


class FileTask(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A task as written."""

    title: str
    no: str = ""
    step: int = 0
    owner: str = ""
    partners: str = ""
    when: str = ""
    starts: str = ""
    due: str = ""
    content: str = ""
    place: str = ""


class FileTarget(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A target as written."""

    key: str
    title: str
    planned: int
    measure: str = "count"
    most: int | None = None
    indicator: str = ""
    noun: str = ""
    level: str = ""
    area: str = ""
    parent: str = ""
    adds: bool = False
    words: str = ""
    place: str = ""


class FileTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of money."""

    title: str
    columns: tuple[str, ...] = ("total",)
    each: int = 1


class FileLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of a table."""

    table: str
    key: str
    item: str
    planned: dict[str, int] = {}
    no: str = ""
    noun: str = ""
    quantity: int | None = None
    year: int | None = None
    source: str = ""
    whole: bool = False
    sums: tuple[str, ...] = ()
    place: str = ""


class FileEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something the document names: a model site, a fair."""

    kind: str
    title: str
    day: str = ""
    area: str = ""
    place: str = ""


class PlanFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole plan."""

    title: str
    starts: str
    ends: str
    level: str = "province"
    area: str = ""
    document: str = ""
    signed_on: str = ""
    funding: str = ""
    tasks: tuple[FileTask, ...] = ()
    targets: tuple[FileTarget, ...] = ()
    tables: dict[str, FileTable] = {}
    lines: tuple[FileLine, ...] = ()
    events: tuple[FileEvent, ...] = ()

    def check(self) -> None:
        """Refuse what the program would not understand: ``plan.file.<why>`` with the ``key`` it is about."""
        keys = {each.key for each in self.targets}
        for target in self.targets:
            if target.indicator and target.indicator not in INDICATORS:
                raise Refused("plan.file.indicator", key=target.key)
            if target.measure not in MEASURES or (target.parent and target.parent not in keys):
                raise Refused("plan.file.target", key=target.key)
        for line in self.lines:
            own = self.tables.get(line.table)
            if own is None or not set(line.planned) <= set(own.columns):
                raise Refused("plan.file.line", key=line.key)
        for event in self.events:
            if event.kind not in EVENT_KINDS:
                raise Refused("plan.file.event", key=event.title)

    def plan(self) -> Values:
        """The fields of the plan's record, with the titles and columns of its tables."""
        body: Values = {
            name: clean(str(getattr(self, name))) or None
            for name in ("title", "starts", "ends", "level", "area", "document", "signed_on", "funding")
        }
        for key, table in self.tables.items():
            body[f"table.{key}"] = clean(table.title)
            body[f"columns.{key}"] = " ".join(table.columns)
        return _kept(body)

    def task_bodies(self) -> Iterator[Values]:
        """The fields of the tasks' records, in the order of the document."""
        for at, task in enumerate(self.tasks, start=1):
            yield _kept({**_fields(task), "order": at})

    def target_bodies(self) -> Iterator[tuple[str, str, Values]]:
        """Key, key of the whole it is part of, and the fields of each target's record."""
        for at, target in enumerate(self.targets, start=1):
            body = _fields(target)
            body.pop("key")
            body.pop("parent")
            yield target.key, target.parent, _kept({**body, "order": at})

    def line_bodies(self) -> Iterator[Values]:
        """The fields of the budget lines' records, in đồng."""
        for at, line in enumerate(self.lines, start=1):
            body = _fields(line)
            each = self.tables[line.table].each
            amounts: Values = {f"planned.{column}": amount * each for column, amount in line.planned.items()}
            yield _kept({**body, **amounts, "sums": " ".join(line.sums), "order": at})

    def event_bodies(self) -> Iterator[Values]:
        """The fields of the events' records."""
        for event in self.events:
            yield _kept(_fields(event))


def _fields(given: msgspec.Struct) -> Values:
    found: dict[str, Value] = {}
    for name in given.__struct_fields__:
        value = getattr(given, name)
        if isinstance(value, str):
            found[name] = clean(value)
        elif isinstance(value, bool | int) or value is None:
            found[name] = value
    return found


def _kept(body: Values) -> Values:
    return {name: value for name, value in body.items() if value not in (None, "") and value is not False}
