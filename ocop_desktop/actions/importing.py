"""Dossiers from a table that an office already has: CSV or Excel, its columns under their usual names.

Nothing is half imported: a file whose columns cannot be read changes nothing, and each row is either a dossier, or
known already, or named with what is wrong in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.actions import dossiers, numbering, tables
from ocop_desktop.actions.changes import Changes
from ocop_desktop.domain import kinds
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import clean, fold
from ocop_desktop.errors import Refused
from ocop_desktop.storage import listing, records
from ocop_desktop.storage.db import Db

# Folded heads of columns, as offices and public lists write them, and the value each one fills.
_HEADS: Mapping[str, str] = {
    "product_name": "product.name",
    "ten san pham": "product.name",
    "ten san pham ocop": "product.name",
    "san pham": "product.name",
    "producer_name": "producer.name",
    "ten chu the": "producer.name",
    "chu the": "producer.name",
    "ten chu the san xuat": "producer.name",
    "ten don vi": "producer.name",
    "producer_type": "producer.kind",
    "loai hinh": "producer.kind",
    "loai hinh to chuc": "producer.kind",
    "loai hinh kinh doanh": "producer.kind",
    "product_set_inferred": "product.set",
    "bo san pham": "product.set",
    "bo": "product.set",
    "dia chi": "producer.address",
    "commune": "producer.address",
    "xa/phuong": "producer.address",
    "dien thoai": "producer.phone",
    "so dien thoai": "producer.phone",
    "email": "producer.email",
    "nguoi dai dien": "producer.representative",
    "dai dien phap luat": "producer.representative",
    "ngay nhan": "dossier.received_on",
    "received_on": "dossier.received_on",
    "nam": "dossier.year",
    "year": "dossier.year",
    "ghi chu": "dossier.note",
    "note": "dossier.note",
}

_KIND_WORDS = (
    ("to hop tac", "to-hop-tac"),
    ("hop tac xa", "hop-tac-xa"),
    ("htx", "hop-tac-xa"),
    ("cong ty", "doanh-nghiep"),
    ("doanh nghiep", "doanh-nghiep"),
    ("dntn", "doanh-nghiep"),
    ("trang trai", "trang-trai"),
    ("ho kinh doanh", "ho-kinh-doanh"),
    ("ho san xuat", "ho-san-xuat"),
)

NUMBERED = 200
"""A table of more new dossiers than this brings their numbers itself, or has none."""

_IDENTITY = ("product.name", "producer.name", "producer.address")

_FIELD_KINDS = {
    "dossier.received_on": "date",
    "dossier.year": "year",
    "dossier.note": "lines",
    "producer.phone": "phone",
    "producer.email": "email",
}


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    """What is wrong in one cell. ``row`` is the file's own row number; what can be read of the row is kept."""

    row: int
    column: str
    code: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What an import did."""

    rows: int
    imported: int
    known: int
    empty: int
    problems: tuple[RowProblem, ...]
    changes: Changes
    numbered: int = 0


def import_dossiers(db: Db, file: Path, *, dry_run: bool = False) -> Imported:
    """Make a dossier of each row that is not known yet (same product, producer, address and year).

    A cell that cannot be read is named in ``problems`` and kept as typed text on its field, so nothing is lost.
    ``Refused``: ``import.kind``, ``import.unreadable``, ``import.too_large``, ``import.too_many``,
    ``import.no_columns``, ``import.empty``, ``import.encoding``, ``import.old_excel``.
    """
    table = tables.read(file, _HEADS, {"product.name", "producer.name"})
    known = listing.identities(db)
    producers = listing.producer_ids(db)
    problems: list[RowProblem] = []
    made: list[str] = []
    imported = repeated = empty = 0
    used: numbering.Used = {}
    for row_number, cells in table.rows:
        values, unread = _values(table, row_number, cells, problems)
        key = _identity(values, db.clock().astimezone().year)
        if not key[0] and not key[1]:
            empty += 1
        elif key in known:
            repeated += 1
        else:
            known.add(key)
            imported += 1
            if not dry_run:
                made.append(_make(db, values, unread, producers))
    # A long table is a register of what was received before; a short one is a day's work and gets its numbers.
    new = made if len(made) <= NUMBERED else []
    numbered = sum(numbering.number_received(db, each, used) for each in new if _of_today(db, each))
    return Imported(
        rows=len(table.rows),
        imported=imported,
        known=repeated,
        empty=empty,
        problems=tuple(problems),
        changes=Changes(dossiers=frozenset(made), outbox=bool(made)),
        numbered=numbered,
    )


def _of_today(db: Db, dossier: str) -> bool:
    """Whether a dossier is this year's and under the law of today, whose slip and code have the numbers given here."""
    body = records.get(db, dossier).body
    this_year = db.clock().astimezone().year
    return body.get("regime") == legal.regimes()[-1].id and body.get("year") == this_year


def _identity(values: Values, this_year: int) -> tuple[str, str, str, str]:
    product, producer, address = (fold(str(values.get(key) or "")) for key in _IDENTITY)
    received = str(values.get("dossier.received_on") or this_year)[:4]
    return product, producer, address, str(values.get("dossier.year") or received)


def _make(db: Db, values: Values, unread: dict[str, str], producers: dict[tuple[str, str], str]) -> str:
    producer = (fold(str(values.get("producer.name") or "")), fold(str(values.get("producer.address") or "")))
    changes = dossiers.receive(db, values, producers.get(producer) if producer[0] else None)
    assert changes.created is not None
    if producer[0] and producer not in producers:
        producers[producer] = dossiers.producer_of(db, changes.created)
    if unread:
        dossiers.save_draft(db, changes.created, {}, unread)
    return changes.created


def _values(
    table: tables.Table, row_number: int, cells: tuple[str, ...], problems: list[RowProblem]
) -> tuple[Values, dict[str, str]]:
    values: Values = {}
    unread: dict[str, str] = {}
    heads: dict[str, str] = {}
    for column in table.columns:
        text = clean(cells[column.place]).strip() if column.place < len(cells) else ""
        if not text or column.key in heads:
            continue
        heads[column.key] = column.head
        try:
            values[column.key] = _value(column.key, text)
        except Refused as error:
            problems.append(RowProblem(row=row_number, column=column.head, code=error.code, text=text))
            unread[column.key] = text
    # The word that names the kind of producer often stands only in its name.
    if not values.get("producer.kind") and (kind := _producer_kind(str(values.get("producer.name") or ""))):
        values["producer.kind"] = kind
        if unread.pop("producer.kind", None) is not None:
            problems[:] = [p for p in problems if (p.row, p.column) != (row_number, heads["producer.kind"])]
    return values, unread


def _value(key: str, text: str) -> str | int | bool | None:
    if text.startswith("=") and len(text) > 1:  # a formula whose result the file does not hold
        raise Refused("import.formula")
    if key == "product.set":
        return product_set(text)
    if key == "producer.kind":
        if (kind := _producer_kind(text)) is None:
            raise Refused("field.choice.unknown")
        return kind
    value = kinds.KINDS[_FIELD_KINDS.get(key, "text")].parse(text)
    if key == "dossier.received_on":
        legal.regime_on(date.fromisoformat(str(value)))  # a day before every regime is named, not passed over
    return value


def _producer_kind(text: str) -> str | None:
    folded = fold(text)
    return next((kind for words, kind in _KIND_WORDS if words in folded), None)


def product_set(text: str) -> str:
    """The code of a product set by its number, code or name; ``Refused``: ``import.set.unknown``."""
    regime = legal.regimes()[-1].id
    wanted = fold(text)
    for one in legal.criteria_sets(regime):
        if wanted in {str(one.no), one.code, fold(one.name), f"{one.no} {fold(one.name)}"}:
            return one.code
    raise Refused("import.set.unknown", set=text)
