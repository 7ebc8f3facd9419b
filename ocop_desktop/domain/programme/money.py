"""The money of a plan: tables of items, sources and years as the document prints them, and where their sums do not agree.

A ``budget`` record is one line of a table. Its cells are ``planned.<column>`` and ``spent.<column>`` in whole đồng; a column is a
source of money, a year (``2023``), or ``total``. A line that states a sum names the lines it sums in ``sums``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ocop_desktop.domain.programme.plans import number
from ocop_desktop.domain.records import Record

TOTAL = "total"
SOURCES = ("total", "state", "central", "local", "merged", "credit", "owners", "other")
"""Whole, state budget (central and local together), central, local, merged from other programmes, credit, the producers'."""
PLANNED, SPENT = "planned.", "spent."


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a table. ``whole``: it speaks of the plan as a whole, not of one item; then ``year`` and ``source`` say of
    what, and the same figure in another table must be the same."""

    id: str
    key: str
    table: str
    no: str = ""
    item: str
    noun: str = ""
    quantity: int | None = None
    year: int | None = None
    source: str = ""
    whole: bool = False
    sums: tuple[str, ...] = ()
    planned: Mapping[str, int] = field(default_factory=dict)
    spent: Mapping[str, int] = field(default_factory=dict)
    place: str = ""
    order: int = 0


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table as the document prints it."""

    key: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """A cell that says another amount than it should. ``across``: its line's columns; ``down``: the lines it sums;
    ``between``: the same figure in another table (``other``). ``should``: what that comes to."""

    kind: Literal["across", "down", "between"]
    table: str
    line: str
    column: str
    stated: int
    should: int
    other: str = ""
    other_line: str = ""
    other_column: str = ""

    @property
    def difference(self) -> int:
        """Stated less what it should be, in đồng."""
        return self.stated - self.should


def line_of(record: Record) -> Line:
    """A budget line's record."""
    body = record.body
    return Line(
        id=record.id,
        key=str(body.get("key") or record.id),
        table=str(body.get("table") or ""),
        no=str(body.get("no") or ""),
        item=str(body.get("item") or ""),
        noun=str(body.get("noun") or ""),
        quantity=number(body.get("quantity")),
        year=number(body.get("year")),
        source=str(body.get("source") or ""),
        whole=body.get("whole") is True,
        sums=tuple(str(body.get("sums") or "").split()),
        planned=_cells(record, PLANNED),
        spent=_cells(record, SPENT),
        place=str(body.get("place") or ""),
        order=number(body.get("order")) or 0,
    )


def _cells(record: Record, prefix: str) -> dict[str, int]:
    found = {}
    for name, value in record.body.items():
        if name.startswith(prefix) and (amount := number(value)) is not None:
            found[name.removeprefix(prefix)] = amount
    return found


def tables(plan: Record, lines: Iterable[Line]) -> list[Table]:
    """The tables of a plan: titles and columns from the plan's record (``table.<key>``, ``columns.<key>``)."""
    grouped: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda each: each.order):
        grouped.setdefault(line.table, []).append(line)
    found = []
    for key, own in grouped.items():
        columns = tuple(str(plan.body.get(f"columns.{key}") or "").split())
        used = [name for line in own for name in (*line.planned, *line.spent)]
        columns = tuple(dict.fromkeys((*columns, *used))) or (TOTAL,)
        title = str(plan.body.get(f"table.{key}") or key)
        found.append(Table(key=key, title=title, columns=columns, lines=tuple(own)))
    return found


def disagreements(given: Sequence[Table]) -> list[Disagreement]:
    """Every planned cell that does not agree with its line, with the lines it sums, or with another table."""
    found: list[Disagreement] = []
    for table in given:
        by_key = {line.key: line for line in table.lines}
        for line in table.lines:
            found.extend(_across(table, line))
            found.extend(_down(table, line, by_key))
    return [*found, *_between(given)]


def _across(table: Table, line: Line) -> Iterable[Disagreement]:
    parts = [line.planned[name] for name in table.columns if name != TOTAL and name in line.planned]
    stated = line.planned.get(TOTAL)
    if stated is not None and parts and sum(parts) != stated:
        yield Disagreement(
            kind="across", table=table.key, line=line.key, column=TOTAL, stated=stated, should=sum(parts)
        )


def _down(table: Table, line: Line, by_key: Mapping[str, Line]) -> Iterable[Disagreement]:
    summed = [by_key[key] for key in line.sums if key in by_key]
    if not summed:
        return
    for column in table.columns:
        stated = line.planned.get(column)
        should = sum(each.planned.get(column, 0) for each in summed)
        if stated is not None and stated != should:
            yield Disagreement(kind="down", table=table.key, line=line.key, column=column, stated=stated, should=should)


def _between(given: Sequence[Table]) -> Iterable[Disagreement]:
    """The same figure (source and year, of the plan as a whole) in two tables: the later against the first that states it."""
    first: dict[tuple[str, int | None], tuple[Table, Line, str, int]] = {}
    for table in given:
        here: dict[tuple[str, int | None], tuple[Table, Line, str, int]] = {}
        for line in table.lines:
            if not line.whole:
                continue
            for column, amount in line.planned.items():
                here.setdefault(_meaning(line, column), (table, line, column, amount))
        for meaning, (_table, line, column, amount) in here.items():
            known = first.setdefault(meaning, (table, line, column, amount))
            if known[0] is not table and known[3] != amount:
                yield Disagreement(
                    kind="between",
                    table=table.key,
                    line=line.key,
                    column=column,
                    stated=amount,
                    should=known[3],
                    other=known[0].key,
                    other_line=known[1].key,
                    other_column=known[2],
                )


def _meaning(line: Line, column: str) -> tuple[str, int | None]:
    """Which source and year a cell speaks of."""
    year, source = line.year, line.source
    if column.isdigit():
        year = int(column)
    elif column != TOTAL:
        source = column
    return source or TOTAL, year


def spent(lines: Iterable[Line]) -> int:
    """What was spent, in đồng: the lines of items, or where there are none the lines of the plan as a whole."""
    plain = [line for line in lines if not line.sums]
    items = [line for line in plain if not line.whole] or plain
    return sum(line.spent.get(TOTAL, sum(line.spent.values())) for line in items)
