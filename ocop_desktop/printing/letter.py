"""An administrative paper in the frame of Nghị định 30/2020/NĐ-CP: what it says, and its drawing as a PDF.

The same ``Letter`` becomes a PDF here, a Word file in ``docx.py`` and, for its tables, a workbook in ``workbook.py``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ocop_desktop.domain.covering import NUMBER, Entry, LetterColumn
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import one_line, show_count, show_date, show_hundredths
from ocop_desktop.printing import fonts, typeset
from ocop_desktop.printing.layout import INDENT, Sheet
from ocop_desktop.printing.pages import (
    LEFT,
    TEXT_HEIGHT,
    WIDE_TEXT_HEIGHT,
    Mark,
    Paper,
    Pen,
    Unit,
    onto_pages,
    to_pdf,
)
from ocop_desktop.printing.typeset import Inline, Run

NEARLY_EMPTY = 0.3
"""A last page that ends above this part of it is worth setting the lines closer to save it."""

Role = Literal["basis", "heading", "subheading", "article", "paragraph", "fact", "centred", "note", "closing"]


@dataclass(frozen=True)
class Para:
    """A paragraph and its part in the paper; ``dots`` are lines left to write on below it."""

    items: tuple[Inline, ...]
    role: Role = "paragraph"
    dots: int = 0


@dataclass(frozen=True)
class Grid:
    """A table: typed entries, so that a workbook gets real numbers and days. ``strong`` rows stand in bold."""

    columns: tuple[LetterColumn, ...]
    rows: tuple[tuple[Entry, ...], ...]
    size: float = 12
    strong: frozenset[int] = frozenset()


Part = Para | Grid


@dataclass(frozen=True, kw_only=True)
class Signed:
    """The foot: who signs at the right, perhaps a second signer at the left, and who receives the paper."""

    titles: tuple[str, ...] = ()
    name: str = ""
    post: str = ""
    note: str = ""
    left: tuple[str, ...] = ()
    left_name: str = ""
    left_note: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Appendix:
    """An appendix on pages of its own; ``reference`` says to which paper it belongs."""

    label: str
    title: str
    reference: tuple[Inline, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A paper ready to be drawn. ``number`` and ``place`` are inline items: blanks where nothing was given yet."""

    title: str
    agency: str
    parent: str = ""
    number: tuple[Inline, ...] = ()
    place: tuple[Inline, ...] = ()
    name: str = ""
    subject: str = ""
    authority: str = ""
    to: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    signed: Signed | None = None
    appendices: tuple[Appendix, ...] = ()
    day: date | None = None
    wide: bool = False
    source: str = ""


def shown(entry: Entry, column: LetterColumn) -> str:
    """An entry as people read it."""
    if entry is None or entry == "":
        return ""
    if isinstance(entry, date):
        return show_date(entry)
    if isinstance(entry, int):
        return (
            show_hundredths(entry) if column.kind == "hundredths" else show_count(entry) if entry >= 0 else str(entry)
        )
    return entry if column.key == NUMBER else "\n".join(map(one_line, entry.split("\n")))


def render(letter: Letter, office: Values, *, watermark: str = "", mark: Mark | None = None) -> bytes:
    """The PDF. The same arguments give the same bytes. Raises ``Refused("print.glyph_missing")``,
    ``Environment("print.font_unusable")``."""
    family = fonts.choose(str(office.get("office.font") or ""))
    sheet = Sheet(family, wide=letter.wide)
    units = units_of(sheet, letter)
    pages = onto_pages(units, _height(letter))
    if len(pages) > 1 and pages[-1][-1][0] + pages[-1][-1][1].height < _height(letter) * NEARLY_EMPTY:
        closer = units_of(replace(sheet, tight=True), letter)
        if len(onto_pages(closer, _height(letter))) < len(pages):
            units = closer
    paper = Paper(
        title=one_line(letter.title),
        author=one_line(letter.agency.replace("\n", " ")),
        subject=one_line(letter.source),
        day=letter.day,
        watermark=one_line(watermark),
        wide=letter.wide,
        mark=mark,
    )
    return to_pdf(family, units, paper)


def _height(letter: Letter) -> float:
    return float(WIDE_TEXT_HEIGHT if letter.wide else TEXT_HEIGHT)


def units_of(sheet: Sheet, letter: Letter) -> list[Unit]:
    """The whole paper."""
    about = "" if letter.name else letter.subject
    units = sheet.heading(letter.agency, letter.number, letter.place, parent=letter.parent, about=about)
    if letter.name:
        units += sheet.title(letter.name, letter.subject, before=14)
    if letter.authority:
        units += sheet.centred(letter.authority, "bold", before=14)
    units += addressees(sheet, letter.to)
    units += body(sheet, letter.parts)
    if letter.signed is not None:
        units += foot(sheet, letter.signed, units)
    for appendix in letter.appendices:
        units[-1] = replace(units[-1], restarts=True, ends=True)
        units += sheet.centred(appendix.label, "bold", size=14)
        units += sheet.centred(appendix.title, "bold", size=14)
        units += sheet.paragraph(appendix.reference, align="center", first=0, before=0, with_next=True)
        units.append(sheet.short_rule(appendix.title, "bold", 14))
        units += body(sheet, appendix.parts)
    return units


def addressees(sheet: Sheet, to: Sequence[str]) -> list[Unit]:
    """``Kính gửi`` (Phụ lục I, II.9.d): one on the same line; several on lines of their own, their dashes under the colon."""
    if not to:
        return []
    if len(to) == 1:
        return sheet.paragraph([Run(f"Kính gửi: {to[0]}")], align="center", first=0, before=14, with_next=True)
    size, family = sheet.size, sheet.family
    colon = family.width("Kính gửi", "regular", size)
    longest = max(family.width(f"- {name};", "regular", size) for name in to)
    left = max(INDENT, (sheet.width - colon - longest) / 2)
    made = sheet.paragraph([Run("Kính gửi:")], align="left", first=left, before=14, with_next=True)
    dash = family.width("- ", "regular", size)
    for index, name in enumerate(to):
        end = "." if index == len(to) - 1 else ";"
        made += sheet.paragraph(
            [Run(f"-\u00a0{name}{end}")],
            align="left",
            first=left + colon,
            hang=left + colon + dash,
            before=2,
            with_next=True,
        )
    return made


def body(sheet: Sheet, parts: Sequence[Part]) -> list[Unit]:
    """The paragraphs and tables, in order."""
    units: list[Unit] = []
    for index, part in enumerate(parts):
        after = parts[index + 1] if index + 1 < len(parts) else None
        if isinstance(part, Grid):
            units += _grid(sheet, part)
        else:
            units += _para(sheet, part, leads=isinstance(after, Grid))
    return units


def _para(sheet: Sheet, para: Para, *, leads: bool) -> list[Unit]:
    kept = leads or para.dots > 0
    if para.dots and not any(isinstance(item, Run) and item.text.strip() for item in para.items):
        return sheet.dotted(para.dots)
    match para.role:
        case "heading":
            units = sheet.paragraph(para.items, align="left", before=10, with_next=True)
        case "subheading" | "article":
            units = sheet.paragraph(para.items, with_next=para.role == "subheading" or kept)
        case "centred":
            units = sheet.paragraph(para.items, align="center", first=0, before=10, with_next=True)
        case "fact":
            units = sheet.paragraph(para.items, align="left", first=0, hang=0, before=4, with_next=kept)
        case "note":
            size = para.items[0].size if para.items and isinstance(para.items[0], Run) else 11.0
            units = sheet.paragraph(para.items, first=0, before=4, size=size)
        case "closing":
            units = sheet.paragraph(para.items, with_next=True)
        case _:
            loose = any(isinstance(item, typeset.Blank) and item.fill for item in para.items)
            units = sheet.paragraph(para.items, align="left" if loose else "justify", with_next=kept)
    return [*units, *(sheet.dotted(para.dots) if para.dots else ())]


def _grid(sheet: Sheet, grid: Grid) -> list[Unit]:
    columns = [(column.title, column.width, column.align) for column in grid.columns]
    rows = [[shown(entry, column) for entry, column in zip(row, grid.columns, strict=True)] for row in grid.rows]
    return sheet.table(columns, rows, size=grid.size, strong=grid.strong)


def foot(sheet: Sheet, signed: Signed, above: list[Unit]) -> list[Unit]:
    """The signatures, kept with what stands above them; beside two signers the recipients come below."""
    if above:
        above[-1] = sheet.kept(above[-1])
    two = bool(signed.left)
    made = [
        sheet.signature(
            signed.titles,
            signed.name,
            post=signed.post,
            note=signed.note,
            left=signed.left,
            left_name=signed.left_name,
            left_note=signed.left_note,
            recipients=() if two else signed.recipients,
            before=14,
        )
    ]
    if two and signed.recipients:
        made = [sheet.kept(made[0]), _recipients(sheet, signed.recipients)]
    return made


def _recipients(sheet: Sheet, names: Sequence[str]) -> Unit:
    family = sheet.family
    head, each = 12 * family.line, 11 * family.line
    lines = [
        line for name in names for line in typeset.lines(family, [Run(name, size=11)], sheet.width / 2, align="left")
    ]

    def draw(pen: Pen, y: float) -> None:
        pen.text(LEFT, sheet.baseline(y, head, 12), "Nơi nhận:", "bold-italic", 12)
        for index, line in enumerate(lines):
            pen.line(line, LEFT, sheet.baseline(y + head + index * each, each, 11))

    return Unit(head + each * len(lines), draw, 16)
