"""A table on its way out of the program: what a file is written from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ocop_desktop.domain.text import show_date
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import Db

Cell = str | int | float | date | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A table to write. ``groups``: headings over several columns, as (words, first column, last column) from 0;
    ``merged``: (column, first row, last row) of cells that stand for several rows, from 0."""

    title: str
    lines: tuple[str, ...] = ()
    """What stands above the table: the office, the day, what the list leaves out."""
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    groups: tuple[tuple[str, int, int], ...] = ()
    merged: tuple[tuple[int, int, int], ...] = ()
    widths: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader must know; in a workbook on a sheet of its own."""
    plain: bool = False
    """Only heads and rows, from the first line: a table that another program reads."""


Made = tuple[Sheet, tuple[str, ...]]
"""A table, and what is to be said of it to the person who takes it out."""


def columns(*pairs: tuple[str, int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Headings and widths, apart."""
    return tuple(head for head, _width in pairs), tuple(width for _head, width in pairs)


def blocks(values: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Runs of the same text of more than one row, as (first, last)."""
    found: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(values) + 1):
        if at == len(values) or values[at] != values[start]:
            if at - start > 1 and values[start]:
                found.append((start, at - 1))
            start = at
    return tuple(found)


def dated(text: object) -> date | None:
    """A stored day as a day; None where there is none."""
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


def written_by(db: Db) -> tuple[str, ...]:
    """The line above a table: whose it is and of which day."""
    today = show_date(db.clock().astimezone().date())
    name = str(settings.read(db, "office.unit_name", "") or settings.read(db, "office.name", "") or "")
    return (f"{name}, lập ngày {today}".lstrip(", "),)
