"""A copy of the file with what is to be said of each row in a new last column; the cells that were there stay as they are."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from zipfile import ZipFile

from ocop_desktop.actions import tables, weighing
from ocop_desktop.actions.lists.outcome import RowDone, Taken
from ocop_desktop.actions.lists.reading import Opened
from ocop_desktop.actions.lists.writing import guarded, write_bytes
from ocop_desktop.domain import sentences
from ocop_desktop.errors import Refused

HEAD = "Kết quả nhập"
_MOST_COPIED = 1_500_000
"""Cells of a workbook that is held whole, with its widths and colours, to be written again."""
_SAID = {
    "made": "Nhập mới.",
    "added": "Đã có sản phẩm; thêm nội dung mới.",
    "known": "Đã có, không nhập lại.",
    "refused": "Chưa nhập.",
    "passed": "",
}


def words(row: RowDone) -> str:
    """What is said of a row, in Vietnamese: what became of it, then each cell that could not be read."""
    said = [_SAID[row.did]] if _SAID[row.did] else []
    for remark in row.remarks:
        sentence = sentences.sentence(remark.code, {"text": remark.text, "set": remark.text})
        said.append(f"Cột {remark.column}: {sentence}" if remark.column else sentence)
    return " ".join(said)


def mark(opened: Opened, taken: Taken, out: Path) -> None:
    """Write the copy. An .xlsx keeps its sheets, widths, colours and formulas; a CSV its separator.

    ``Refused``: ``import.copy``, ``import.unreadable``, ``export.unwritable``.
    """
    said = {row.row: words(row) for row in taken.rows}
    data = opened.file.read_bytes()
    if data[:4] == b"PK\x03\x04":
        write_bytes(out, _workbook(data, opened, said))
    else:
        write_bytes(out, _separated(data, opened, said))


def _workbook(data: bytes, opened: Opened, said: Mapping[int, str]) -> bytes:
    from openpyxl import load_workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if weighing.weigh(archive, tables.MOST_BYTES // 1024 // 1024).cells > _MOST_COPIED:
                raise Refused("import.copy")
        book = load_workbook(io.BytesIO(data), keep_links=False)
    except tables.BROKEN as error:
        raise Refused("import.copy") from error
    try:
        sheet = next((each for each in book.worksheets if each.title == opened.listed.sheet), None)
        if sheet is None:
            raise Refused("import.copy")
        column = max(len(opened.listed.heads), _last_column(sheet.iter_rows(max_row=opened.listed.head_row + 50))) + 1
        for number, text in {opened.listed.head_row: HEAD, **said}.items():
            cell = sheet.cell(row=number, column=column, value=guarded(text))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == opened.listed.head_row:
                cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = 60
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()
    finally:
        book.close()


def _last_column(rows: Iterable[Iterable[object]]) -> int:
    last = 0
    for row in rows:
        for at, cell in enumerate(row, start=1):
            if getattr(cell, "value", None) is not None:
                last = max(last, at)
    return last


def _separated(data: bytes, opened: Opened, said: Mapping[int, str]) -> bytes:
    text = tables.text_of(data)
    width = len(opened.listed.heads)
    for separator in ",;\t":
        rows = list(tables.csv_rows(text, separator))
        heads = dict(rows).get(opened.listed.head_row, ())
        if len(heads) == width or width == 0:
            break
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    for number, cells in rows:
        extra = HEAD if number == opened.listed.head_row else said.get(number, "")
        padded = [*cells, *[""] * (width - len(cells))]
        writer.writerow([*padded, guarded(extra)] if any(cells) or extra else cells)
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")
