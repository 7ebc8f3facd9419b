"""The tables of a covering paper as a workbook (.xlsx): real numbers and real days, to be sorted and added up."""

import io
import re
from datetime import date, datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ocop_desktop.domain.covering import NUMBER, Entry, LetterColumn
from ocop_desktop.domain.text import one_line
from ocop_desktop.printing.letter import Grid, Letter

FACE = "Times New Roman"
_EDGE = Side(style="thin", color="000000")
_FORMATS = {"number": "#,##0", "hundredths": "0.00", "date": "dd/mm/yyyy"}
_CODE = re.compile(r"[\[\]:*?/\\']")


def tables(letter: Letter) -> tuple[Grid, ...]:
    """Every table of a letter, those of its appendices after those of its body."""
    parts = [*letter.parts, *(part for appendix in letter.appendices for part in appendix.parts)]
    return tuple(part for part in parts if isinstance(part, Grid))


def workbook(letter: Letter) -> bytes:
    """The file: one sheet for each table of a letter that has some."""
    book = Workbook()
    for blank in list(book.worksheets):
        book.remove(blank)
    for number, grid in enumerate(tables(letter), start=1):
        name = _CODE.sub(" ", one_line(letter.name or letter.title)).capitalize()[:28]
        sheet = book.create_sheet(name if number == 1 else f"{name} {number}")
        _fill(sheet, one_line(f"{letter.name} {letter.subject}"), grid, wide=letter.wide)
    book.properties.creator = one_line(letter.agency)
    book.properties.title = one_line(letter.title)
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001 - no clock in a paper
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(sheet: Worksheet, title: str, grid: Grid, *, wide: bool) -> None:
    columns = grid.columns
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet["A1"].font = Font(name=FACE, size=14, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[1].height = 40
    sheet.append([])
    sheet.append([column.title for column in columns])
    for row in grid.rows:
        sheet.append([entry_of(entry, column) for entry, column in zip(row, columns, strict=True)])
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width / 1.9
        _dress(sheet, place, column, grid)
    for number, row in enumerate(grid.rows, start=4):
        tall = max(_lines(entry, column) for entry, column in zip(row, columns, strict=True))
        sheet.row_dimensions[number].height = 17 * tall
    sheet.row_dimensions[3].height = 17 * max(_lines(column.title, column) for column in columns)
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _lines(entry: Entry, column: LetterColumn) -> int:
    """About how many lines a cell takes: no spreadsheet measures a wrapped row before a person opens it."""
    room = max(3, int(column.width / 2.3))
    return sum(max(1, -(-len(line) // room)) for line in str(entry or "").split("\n"))


def _dress(sheet: Worksheet, place: int, column: LetterColumn, grid: Grid) -> None:
    edges = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
    for number, row in enumerate(range(3, 4 + len(grid.rows))):
        cell = sheet.cell(row=row, column=place)
        head = number == 0
        cell.font = Font(name=FACE, size=12, bold=head or number - 1 in grid.strong)
        cell.border = edges
        align = "center" if head else column.align
        cell.alignment = Alignment(horizontal=align, vertical="center" if head else "top", wrap_text=True)
        if not head and column.kind in _FORMATS:
            cell.number_format = _FORMATS[column.kind]


def entry_of(entry: Entry, column: LetterColumn) -> str | int | Decimal | date | None:
    """A cell's value: hundredths as a decimal; a text that a spreadsheet would take for a formula stays a text."""
    if isinstance(entry, str):
        text = "\n".join(map(one_line, entry.split("\n")))
        return f"\u200b{text}" if text[:1] in "=+@" and text[1:] else text or None
    if isinstance(entry, int) and column.kind == "hundredths" and column.key != NUMBER:
        return Decimal(entry) / 100
    return entry
