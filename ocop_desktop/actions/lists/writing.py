"""Write a table as .xlsx or .ods with real numbers and days, or as CSV that Excel opens with its accents."""

import csv
import io
from datetime import date
from pathlib import Path

from ocop_desktop.actions.lists.opendocument import as_ods
from ocop_desktop.actions.lists.table import Cell, Sheet
from ocop_desktop.domain.text import show_date
from ocop_desktop.errors import Environment, Refused
from ocop_desktop.storage.durable import write_file

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_DANGEROUS) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text[1:].replace(".", "").replace(",", "").isdigit() if text[:1] in "+-" and len(text) < 16 else False


def write(sheet: Sheet, out: Path) -> None:
    """Write by the ending of the name. ``Refused``: ``export.format``, ``export.unwritable``."""
    ending = out.suffix.lower()
    if ending == ".csv":
        write_bytes(out, as_csv(sheet))
    elif ending == ".xlsx":
        write_bytes(out, as_workbook(sheet))
    elif ending == ".ods":
        write_bytes(out, as_ods(sheet))
    else:
        raise Refused("export.format")


def write_bytes(out: Path, data: bytes) -> None:
    """Put a file in its place only when it is whole. ``Refused``: ``export.unwritable``; ``Environment``: ``disk.full``."""
    if not out.parent.is_dir():
        raise Refused("export.unwritable")
    try:
        write_file(out, data)
    except Environment as error:
        if error.code == "disk.full":
            raise
        raise Refused("export.unwritable") from error


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with the mark by which Excel knows it, a semicolon between cells as a Vietnamese Windows has it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(head.replace("\n", " ")) for head in sheet.heads])
    for row in sheet.rows:
        writer.writerow([_text(cell) for cell in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return show_date(cell)
    if isinstance(cell, float):
        return f"{cell:.2f}".replace(".", ",")
    return guarded(cell) if isinstance(cell, str) else str(cell)


def as_workbook(sheet: Sheet) -> bytes:
    """An .xlsx: title, heading that repeats on every printed page, cells that count and sort as what they are."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet.title[:31].translate(str.maketrans("[]:*?/\\", "       "))
    edge = Side(style="thin", color="FF9AA5B1")
    box = Border(left=edge, right=edge, top=edge, bottom=edge)
    row = 1
    if not sheet.plain:
        page.cell(row=1, column=1, value=sheet.title).font = Font(name="Times New Roman", size=14, bold=True)
        for line in sheet.lines:
            row += 1
            page.cell(row=row, column=1, value=line).font = Font(name="Times New Roman", size=11, italic=True)
        row += 2
    top = row
    if sheet.groups:
        for words, first, last in sheet.groups:
            page.cell(row=row, column=first + 1, value=words)
            page.merge_cells(start_row=row, end_row=row, start_column=first + 1, end_column=last + 1)
        row += 1
    grouped = {at for _words, first, last in sheet.groups for at in range(first, last + 1)}
    for at, head in enumerate(sheet.heads):
        start = row if at in grouped or not sheet.groups else top
        page.cell(row=start, column=at + 1, value=head)
        if start != row:
            page.merge_cells(start_row=start, end_row=row, start_column=at + 1, end_column=at + 1)
    for number in range(top, row + 1):
        for at in range(len(sheet.heads)):
            head_cell = page.cell(row=number, column=at + 1)
            head_cell.font = Font(name="Times New Roman", size=11, bold=True)
            head_cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            head_cell.fill = PatternFill("solid", fgColor="FFE8EEF4")
            head_cell.border = box
    first_row = row + 1
    font, wrap = Font(name="Times New Roman", size=11), Alignment(vertical="top", wrap_text=True)
    for below, values in enumerate(sheet.rows):
        for at, value in enumerate(values):
            put = page.cell(row=first_row + below, column=at + 1)
            _put(put, value)
            put.font, put.alignment, put.border = font, wrap, box
    for at, first, last in sheet.merged:
        if last > first:
            page.merge_cells(
                start_row=first_row + first, end_row=first_row + last, start_column=at + 1, end_column=at + 1
            )
    for at in range(len(sheet.heads)):
        page.column_dimensions[get_column_letter(at + 1)].width = sheet.widths[at] if at < len(sheet.widths) else 16
    page.freeze_panes = f"A{first_row}"
    page.print_title_rows = f"{top}:{row}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.notes:
        beside = book.create_sheet("Ghi chú")
        beside.column_dimensions["A"].width = 110
        for number, note in enumerate(sheet.notes, start=1):
            beside.cell(row=number, column=1, value=note).alignment = Alignment(wrap_text=True, vertical="top")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _put(cell: object, value: Cell) -> None:
    """The value as what it is; text stays text even where it begins like a formula."""
    if isinstance(value, str):
        cell.value = value  # type: ignore[attr-defined]
        if value.startswith("="):
            cell.data_type = "s"  # type: ignore[attr-defined]
        return
    cell.value = value  # type: ignore[attr-defined]
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"  # type: ignore[attr-defined]
