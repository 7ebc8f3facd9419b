"""A table as .ods (OpenDocument 1.3), for offices that work with LibreOffice: text, numbers and days as what they are."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from ocop_desktop.actions.lists.table import Cell, Sheet
from ocop_desktop.domain.text import show_date

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_WHEN = (1980, 1, 1, 0, 0, 0)
_SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{words}:1.0"'
        for name, words in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("number", "datastyle"),
        )
    )
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_STYLES = (
    '<office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text>'
    '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>'
    '<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    '<style:table-cell-properties fo:wrap-option="wrap"/></style:style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>'
    "{widths}</office:automatic-styles>"
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def as_ods(sheet: Sheet) -> bytes:
    """The bytes of the file; the same for the same table."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        # The name of the kind comes first and as it is, so that a reader knows the file by its first bytes.
        for name, text in (("mimetype", _MIME), ("META-INF/manifest.xml", _MANIFEST), ("content.xml", _content(sheet))):
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))
    return stream.getvalue()


def _content(sheet: Sheet) -> str:
    widths = [sheet.widths[at] if at < len(sheet.widths) else 16 for at in range(len(sheet.heads))]
    styles = "".join(
        f'<style:style style:name="w{at}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width * 0.2:.2f}cm"/></style:style>'
        for at, width in enumerate(widths)
    )
    tables = [_table(sheet.title, list(_rows(sheet)), widths)]
    if sheet.notes:
        tables.append(_table("Ghi chú", [_row([_cell(note)]) for note in sheet.notes], [90]))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.3">'
        f"{_STYLES.format(widths=styles)}<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )


def _table(title: str, rows: list[str], widths: list[int]) -> str:
    name = title[:31].translate(str.maketrans("[]:*?/\\'", "        "))
    columns = "".join(f'<table:table-column table:style-name="w{at}"/>' for at in range(len(widths)))
    return f"<table:table table:name={quoteattr(name)}>{columns}{''.join(rows)}</table:table>"


def _rows(sheet: Sheet) -> Iterator[str]:
    if not sheet.plain:
        yield _row([_cell(sheet.title, "head")])
        for line in sheet.lines:
            yield _row([_cell(line)])
        yield _row([_cell("")])
    if sheet.groups:
        above = [""] * len(sheet.heads)
        for words, first, _last in sheet.groups:
            above[first] = words
        yield _row([_cell(words, "head") for words in above])
    yield _row([_cell(head, "head") for head in sheet.heads])
    for row in sheet.rows:
        yield _row([_cell(value) for value in row])


def _row(cells: list[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(value: Cell, style: str = "cell") -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}</table:table-cell>'
    if isinstance(value, date):
        return (
            f'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{value.isoformat()}">'
            f"<text:p>{show_date(value)}</text:p></table:table-cell>"
        )
    return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
