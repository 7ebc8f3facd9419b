"""Dossiers from a table that an office already has: CSV or Excel, its columns under their usual names.

Nothing is half imported: a file whose columns cannot be read changes nothing, and each row is either a dossier, or
known already, or named with what is wrong in it.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ocop_desktop import legal
from ocop_desktop.actions import dossiers
from ocop_desktop.domain import kinds
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import fold, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import listing
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain

MOST_BYTES = 30 * 1024 * 1024
MOST_ROWS = 100_000
HEAD_ROWS = 15
"""Title rows that an office may have put above the head."""

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

_IDENTITY = ("product.name", "producer.name", "producer.address")

_FIELD_KINDS = {
    "dossier.received_on": "date",
    "dossier.year": "year",
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


@dataclass(frozen=True)
class _Table:
    head_row: int
    columns: tuple[tuple[int, str, str], ...]  # place, head as written, value key
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def import_dossiers(db: Db, file: Path, *, dry_run: bool = False) -> Imported:
    """Make a dossier of each row that is not known yet (same product, producer, address and year).

    A cell that cannot be read is named in ``problems`` and kept as typed text on its field, so nothing is lost.
    ``Refused``: ``import.kind``, ``import.unreadable``, ``import.too_large``, ``import.no_columns``, ``import.empty``.
    """
    table = _read(file)
    known = listing.identities(db)
    producers = listing.producer_ids(db)
    problems: list[RowProblem] = []
    imported = repeated = empty = 0
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
                _make(db, values, unread, producers)
    return Imported(rows=len(table.rows), imported=imported, known=repeated, empty=empty, problems=tuple(problems))


def _identity(values: Values, this_year: int) -> tuple[str, str, str, str]:
    product, producer, address = (fold(str(values.get(key) or "")) for key in _IDENTITY)
    received = str(values.get("dossier.received_on") or this_year)[:4]
    return product, producer, address, str(values.get("dossier.year") or received)


def _make(db: Db, values: Values, unread: dict[str, str], producers: dict[tuple[str, str], str]) -> None:
    producer = (fold(str(values.get("producer.name") or "")), fold(str(values.get("producer.address") or "")))
    changes = dossiers.receive(db, values, producers.get(producer) if producer[0] else None)
    assert changes.created is not None
    if producer[0] and producer not in producers:
        producers[producer] = dossiers.producer_of(db, changes.created)
    if unread:
        dossiers.save_draft(db, changes.created, {}, unread)


def _values(
    table: _Table, row_number: int, cells: tuple[str, ...], problems: list[RowProblem]
) -> tuple[Values, dict[str, str]]:
    values: Values = {}
    unread: dict[str, str] = {}
    for place, head, key in table.columns:
        text = one_line(cells[place]) if place < len(cells) else ""
        if not text or key in values:
            continue
        try:
            values[key] = _value(key, text)
        except Refused as error:
            problems.append(RowProblem(row=row_number, column=head, code=error.code, text=text))
            unread[key] = text
    # The word that names the kind of producer often stands only in its name.
    if not values.get("producer.kind") and (kind := _producer_kind(str(values.get("producer.name") or ""))):
        values["producer.kind"] = kind
    return values, unread


def _value(key: str, text: str) -> str | int | bool | None:
    if key == "product.set":
        return _product_set(text)
    if key == "producer.kind":
        return _producer_kind(text)
    return kinds.KINDS[_FIELD_KINDS.get(key, "text")].parse(text)


def _producer_kind(text: str) -> str | None:
    folded = fold(text)
    return next((kind for words, kind in _KIND_WORDS if words in folded), None)


def _product_set(text: str) -> str:
    regime = legal.regimes()[-1].id
    wanted = fold(text)
    for one in legal.criteria_sets(regime):
        if wanted in {str(one.no), one.code, fold(one.name), f"{one.no} {fold(one.name)}"}:
            return one.code
    raise Refused("import.set.unknown", set=text)


# --- reading the file ------------------------------------------------------------------------------------------------


def _read(file: Path) -> _Table:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Refused("import.too_large", most=MOST_BYTES // 1024 // 1024)
        data = file.read_bytes()
    except OSError as error:
        raise Refused("import.unreadable", why=explain(error).code) from error
    if data[:4] == b"PK\x03\x04":
        rows = _excel_rows(data)
    elif data[:4] == b"\xd0\xcf\x11\xe0":
        raise Refused("import.old_excel")
    elif b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("import.kind")
    else:
        rows = _csv_rows(data)
    return _table(rows)


def _csv_rows(data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    for encoding in ("utf-8-sig", "utf-16") if data[:2] not in {b"\xff\xfe", b"\xfe\xff"} else ("utf-16",):
        try:
            text = data.decode(encoding)
            break
        except UnicodeError:
            continue
    else:
        raise Refused("import.encoding")
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            yield reader.line_num, tuple(cells)
    except csv.Error as error:
        raise Refused("import.unreadable", why="csv") from error


def _excel_rows(data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        raise Refused("import.unreadable", why="xlsx") from error
    try:
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            if any(cell is not None for cell in row):
                yield number, tuple(_cell(cell) for cell in row)
    finally:
        book.close()


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    day = getattr(cell, "strftime", None)
    return day("%d/%m/%Y") if day else str(cell)


def _table(rows: Iterator[tuple[int, tuple[str, ...]]]) -> _Table:
    columns: tuple[tuple[int, str, str], ...] = ()
    head_row = 0
    body: list[tuple[int, tuple[str, ...]]] = []
    seen = 0
    for number, cells in rows:
        if not columns:
            seen += 1
            found = tuple((at, cell, _HEADS[fold(cell)]) for at, cell in enumerate(cells) if fold(cell) in _HEADS)
            if any(key in {"product.name", "producer.name"} for _, _, key in found):
                columns, head_row = found, number
            elif seen > HEAD_ROWS:
                break
        elif any(cell.strip() for cell in cells):
            if len(body) >= MOST_ROWS:
                raise Refused("import.too_many", most=MOST_ROWS)
            body.append((number, cells))
    if not columns:
        raise Refused("import.no_columns")
    if not body:
        raise Refused("import.empty")
    return _Table(head_row, columns, tuple(body))
