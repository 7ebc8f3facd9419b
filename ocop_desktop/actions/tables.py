"""Read the sheets of a CSV or Excel file.

The file comes from outside: its size, its compression and its empty rows are all bounded before they cost memory or time.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ocop_desktop.domain.lists import old_fonts
from ocop_desktop.domain.lists.rows import Sheet
from ocop_desktop.domain.text import clean
from ocop_desktop.errors import Refused
from ocop_desktop.storage.durable import explain

from . import weighing

MOST_BYTES = 30 * 1024 * 1024
MOST_TEXT = 64 * 1024 * 1024
"""Letters of all cells: one text may stand in a hundred thousand of them."""
MOST_LETTERS = 32_767
"""Of one cell: what Excel takes."""
MOST_ROWS = 100_000
MOST_EMPTY = 20_000
"""So many empty rows, one after another, are the end of the table: sheets are often "formatted" to their last row."""
MOST_COLUMNS = 256
_MOST_CLEANED = 1_000

_SHEET_ROWS = 1_048_576
BROKEN = (
    BadZipFile,
    zlib.error,
    zipfile.LargeZipFile,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    SyntaxError,  # xml.etree's ParseError is one
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,  # a zip that asks for a password
)
"""What openpyxl and zipfile raise for a file that is not the workbook it says it is."""

Rows = Iterable[tuple[int, tuple[str, ...]]]


def sheets(file: Path) -> tuple[Sheet, ...]:
    """Every sheet of a file as it is, with its merged cells and hidden rows; a CSV once for each separator.

    ``Refused``: ``import.unreadable`` (``why``), ``import.kind``, ``import.encoding``, ``import.old_excel``,
    ``import.too_large``, ``import.too_many``.
    """
    data = _bytes(file)
    if data[:4] == b"PK\x03\x04":
        return tuple(_in_unicode(sheet) for sheet in _whole_sheets(data))
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise Refused("import.old_excel")
    return tuple(_in_unicode(Sheet("", _bounded(rows), old_font=_old_bytes(data))) for rows in _separated(data))


def _in_unicode(sheet: Sheet) -> Sheet:
    """The sheet with clean cells, in Unicode where it was written for the fonts of before (TCVN3, .VnTime)."""
    mended = old_fonts.mended(sheet.rows)  # before cleaning: one of its letters has the code of a soft hyphen
    rows = _clean(mended or sheet.rows)
    return replace(sheet, rows=rows, old_font=sheet.old_font or mended is not None)


def _clean(rows: tuple[tuple[int, tuple[str, ...]], ...]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    cleaned: dict[str, str] = {}  # the same commune and group stand in every row
    kept: list[tuple[int, tuple[str, ...]]] = []
    for number, cells in rows:
        if len(cleaned) > _MOST_CLEANED:
            cleaned.clear()
        for cell in cells:
            if cell not in cleaned:
                cleaned[cell] = clean(cell)
        kept.append((number, tuple(cleaned[cell] for cell in cells)))
    return tuple(kept)


def _bounded(rows: Rows) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rows that hold something; ``Refused``: ``import.too_many``."""
    kept: list[tuple[int, tuple[str, ...]]] = []
    empty = letters = 0
    for number, cells in rows:
        letters += sum(map(len, cells))
        if letters > MOST_TEXT or any(len(cell) > MOST_LETTERS for cell in cells):
            raise Refused("import.too_large", most=MOST_BYTES // 1024 // 1024)
        if not any(cell and not cell.isspace() for cell in cells):
            empty += 1
            if empty >= MOST_EMPTY:
                break
            continue
        empty = 0
        if len(kept) >= MOST_ROWS:
            raise Refused("import.too_many", most=MOST_ROWS)
        last = max(at for at, cell in enumerate(cells) if cell)
        kept.append((number, cells[: last + 1]))
    return tuple(kept)


_HIDDEN = re.compile(rb"<row\b[^<>]*>")
_ROW_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_MERGED = re.compile(rb'<mergeCell\b[^<>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_MOST_MERGED = 50_000


def _whole_sheets(data: bytes) -> Iterator[Sheet]:
    for name, path, rows in _named_sheets(data):
        kept = _bounded(rows)
        with ZipFile(io.BytesIO(data)) as archive:
            hidden, merged = _marks(archive, path)
        yield Sheet(name, kept, frozenset(hidden), tuple(merged))


def _marks(archive: ZipFile, path: str) -> tuple[set[int], list[tuple[int, int, int, int]]]:
    """Hidden rows and merged cells of a sheet, which the reader of its values passes over."""
    hidden: set[int] = set()
    merged: list[tuple[int, int, int, int]] = []
    before = b""
    try:
        with archive.open(path.lstrip("/")) as stream:
            while block := stream.read(1 << 20):
                text = before + block
                end = text.rfind(b">") + 1
                text, before = text[:end], text[end:][-4096:]
                for tag in _HIDDEN.findall(text):
                    if b'hidden="1"' in tag and (found := _ROW_NUMBER.search(tag)):
                        hidden.add(int(found[1]))
                for left, top, right, bottom in _MERGED.findall(text):
                    if len(merged) < _MOST_MERGED and int(bottom) - int(top) < MOST_ROWS:
                        merged.append((int(top), _letters(left), int(bottom), _letters(right)))
    except BROKEN as error:
        raise Refused("import.unreadable", why="xlsx") from error
    return hidden, merged


def _letters(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _bytes(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise Refused("import.unreadable", why="folder.missing")
        if file.stat().st_size > MOST_BYTES:
            raise Refused("import.too_large", most=MOST_BYTES // 1024 // 1024)
        return file.read_bytes()
    except OSError as error:
        raise Refused("import.unreadable", why=explain(error).code) from error


def _separated(data: bytes) -> Iterator[Rows]:
    """The text read by each usual separator: a title row with a comma must not decide for a table with semicolons."""
    text = text_of(data)
    for separator in ",;\t":
        if separator in text or separator == ",":
            yield csv_rows(text, separator)


def text_of(data: bytes) -> str:
    """The text of a CSV. ``Refused``: ``import.encoding``, ``import.kind``."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encoding = "utf-16"
    elif b"\x00" in data:
        raise Refused("import.kind")
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        if encoding == "utf-8-sig" and _old_bytes(data):
            return old_fonts.mend(data.decode("latin-1"))
        raise Refused("import.encoding") from error


def _old_bytes(data: bytes) -> bool:
    """Whether the bytes of a text that is no UTF-8 are TCVN3."""
    try:
        data.decode("utf-8-sig")
    except UnicodeError:
        return data[:2] not in {b"\xff\xfe", b"\xfe\xff"} and old_fonts.looks_old(data.decode("latin-1").split())
    return False


def csv_rows(text: str, separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Its rows with their numbers. ``Refused``: ``import.unreadable``."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            yield reader.line_num, tuple(cells)
    except csv.Error as error:
        raise Refused("import.unreadable", why="csv") from error


def _named_sheets(data: bytes) -> Iterator[tuple[str, str, Rows]]:
    """The name of each sheet, its part of the file, and its rows."""
    from openpyxl import load_workbook  # here and not above: it costs every start of the program a tenth of a second

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            formulas = weighing.weigh(archive, MOST_BYTES // 1024 // 1024).formulas
        results = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        written = load_workbook(io.BytesIO(data), read_only=True, keep_links=False) if formulas else None
    except BROKEN as error:
        raise Refused("import.unreadable", why="xlsx") from error
    try:
        for at, sheet in enumerate(results.worksheets):
            path = str(getattr(sheet, "_worksheet_path", ""))
            yield str(sheet.title), path, _sheet_rows(sheet, written.worksheets[at] if written else None)
    finally:
        results.close()
        if written:
            written.close()


def _sheet_rows(sheet: object, written: object | None) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a sheet; a formula without a result stands as it is written, so that it can be named."""
    try:
        formulas = iter(_cells(written)) if written else None
        for number, row in enumerate(_cells(sheet), start=1):
            source = next(formulas, ()) if formulas else ()
            if row.count(None) == len(row) and not _formula_in(source):
                yield number, ()
                continue
            cells = [
                source[at] if cell is None and at < len(source) and _is_formula(source[at]) else cell
                for at, cell in enumerate(row)
            ]
            yield number, tuple(_cell(cell) for cell in cells)
    except BROKEN as error:
        raise Refused("import.unreadable", why="xlsx") from error


def _cells(sheet: object) -> Iterator[tuple[object, ...]]:
    # The bounds are ours: what a file says of its own size may be one cell, or sixteen thousand columns.
    rows: Iterator[tuple[object, ...]] = sheet.iter_rows(  # type: ignore[attr-defined]
        min_row=1, max_row=_SHEET_ROWS, min_col=1, max_col=MOST_COLUMNS, values_only=True
    )
    return rows


def _is_formula(cell: object) -> bool:
    return isinstance(cell, str) and cell.startswith("=")


def _formula_in(row: tuple[object, ...]) -> bool:
    return any(map(_is_formula, row)) if row and row.count(None) != len(row) else False


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    day = getattr(cell, "strftime", None)
    return day("%d/%m/%Y") if day and hasattr(cell, "year") else str(cell)
