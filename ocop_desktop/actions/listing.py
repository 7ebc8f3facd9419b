"""Find dossiers and producers; what is due today."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ocop_desktop.domain import calendar
from ocop_desktop.domain.dossiers import Stage, SyncState
from ocop_desktop.domain.text import fold
from ocop_desktop.storage import holidays, journal
from ocop_desktop.storage import listing as stored
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.listing import FILTERS, SORTS

__all__ = ["FILTERS", "SORTS"]

# "Due soon" is a working week ahead; the window shows it as such.
SOON = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Query:
    """What the list shows: words to find without accents, one of ``FILTERS``, one of ``SORTS``, the code of one unit."""

    search: str = ""
    filter: str = "all"
    sort: str = "due"
    descending: bool = False
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """One dossier in the list. ``days_left``: working days, negative when overdue; ``missing``: open problems."""

    number: int
    id: str
    product: str
    producer: str
    set_no: int | None
    set_name: str
    stage: Stage
    due_on: date | None
    days_left: int | None
    missing: int
    sync: SyncState
    sync_at: str | None
    files: int
    files_done: int
    revision: int
    unit: str = ""
    unit_name: str = ""


@dataclass(frozen=True, kw_only=True)
class ProducerHit:
    """A known producer, to be used again."""

    id: str
    name: str
    kind: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Today:
    """The day's work: what is due, earliest first, the counts of the filters, where typing stopped."""

    day: date
    due: tuple[ListRow, ...]
    counts: dict[str, int]
    stages: dict[str, int]
    last_edited: tuple[str, str, str] | None


def _today(db: Db) -> date:
    return db.clock().astimezone().date()


def order(db: Db, query: Query) -> "array[int]":
    """The numbers of all rows that match, in order: 8 bytes a row, for ``rows`` to read as they are shown."""
    return stored.order(
        db,
        search=query.search,
        filter_=query.filter,
        sort=query.sort,
        descending=query.descending,
        soon=_today(db) + SOON,
        unit=query.unit,
    )


def rows(db: Db, numbers: "array[int] | Sequence[int]") -> list[ListRow]:
    """The rows of these numbers, in this order."""
    today, table = _today(db), holidays.table(db)
    return [_row(row, today, table) for row in stored.rows(db, list(numbers))]


def row(db: Db, dossier: str) -> ListRow | None:
    """The row of one dossier."""
    found = stored.row_of(db, dossier)
    return _row(found, _today(db), holidays.table(db)) if found else None


def _row(row: stored.Row, today: date, table: calendar.Holidays) -> ListRow:
    due = date.fromisoformat(row.due) if row.due else None
    return ListRow(
        number=row.number,
        id=row.id,
        product=row.product,
        producer=row.producer,
        set_no=row.set_no,
        set_name=row.set_name,
        stage=row.stage,
        due_on=due,
        days_left=calendar.days_left(today, due, table) if due else None,
        missing=row.missing,
        sync=row.sync,
        sync_at=row.sync_at,
        files=row.files,
        files_done=row.files_done,
        revision=row.revision,
        unit=row.unit,
        unit_name=row.unit_name,
    )


def counts(db: Db, unit: str = "") -> dict[str, int]:
    """How many dossiers each filter has, of one unit or of all."""
    return stored.counts(db, _today(db) + SOON, unit)


def today(db: Db, limit: int = 12) -> Today:
    """What the first page shows."""
    numbers = order(db, Query(filter="due_soon", sort="due"))
    return Today(
        day=_today(db),
        due=tuple(rows(db, numbers[:limit])),
        counts=counts(db),
        stages=stored.stages(db),
        last_edited=journal.last_edit(db, db.officer),
    )


def producers(db: Db, text: str, limit: int = 8) -> list[ProducerHit]:
    """Known producers whose name holds the typed words, without accents; names that begin so come first."""
    return [
        ProducerHit(id=i, name=n, kind=k or "", address=a or "")
        for i, n, k, a in stored.producers(db, fold(text), limit)
    ]
