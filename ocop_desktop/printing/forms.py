"""Draws any FormSpec: the blocks of its paper, filled with the values of a dossier, in the frame it asks for."""

from collections.abc import Callable, Mapping
from datetime import date

from ocop_desktop.domain.forms import Block, FormSpec, Value, Values
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.marks import Mark
from ocop_desktop.domain.text import clean, one_line, show_hundredths
from ocop_desktop.printing import fonts
from ocop_desktop.printing.layout import BODY, Sheet
from ocop_desktop.printing.mark import drawing
from ocop_desktop.printing.office import Office
from ocop_desktop.printing.pages import LEFT, TEXT_HEIGHT, Paper, Unit, Volume, finished, onto_pages
from ocop_desktop.printing.score_table import ScoreTable
from ocop_desktop.printing.template import Filled
from ocop_desktop.printing.typeset import Align, Blank, Run

NEARLY_EMPTY = 0.4
"""A last page whose last block begins above this part of it is worth setting the lines closer to save it."""
NOTE_RULE = 150.0
"""Points: the rule above a footnote."""

KINDS_PRINTED = frozenset(KINDS)
"""The field kinds that a paper can show: all of them, as text (``template.Filled.shown``) or as a box to tick."""


def render(
    form: FormSpec,
    values: Values,
    office: Values,
    *,
    number: str = "",
    day: date | None = None,
    watermark: str = "",
    table: ScoreTable | None = None,
    mark: Mark | None = None,
    volume: Volume | None = None,
) -> bytes:
    """The PDF of a form. The same arguments give the same bytes.

    ``number`` and ``day`` stay blank until the clerk has given them. ``watermark`` (``BẢN NHÁP``) lies pale under the
    text. ``table`` are the rows of a block that asks for ``criteria``; without them the block is left out. ``mark`` is the
    code of a sealed report, drawn at the foot of every page. Text that is not NFC is brought to NFC here. Raises ``Refused("print.glyph_missing")`` for characters that the
    font cannot write, ``Environment("print.font_unusable")`` when no font is left.
    """
    family = fonts.choose(str(office.get("office.font") or ""))
    at = Office(office)
    filled = Filled({**values, **office, **_derived(values, at)}, {f.key: f for f in (*form.fields(), *form.borrowed)})
    blocks = [b for b in form.paper if filled.wanted(b.when) and (table is not None or not b.rows)]
    drawn = [piece for block in blocks for piece in filled.texts(block.text)]
    drawn += [cell for row in table.rows for cell in row] if table is not None else []
    family.check("\n".join([*drawn, *(clean(str(value)) for value in office.values() if isinstance(value, str))]))
    units = _Drawing(Sheet(family), form, filled, at, number, day, table).units(blocks)
    pages = onto_pages(units)
    if len(pages) > 1 and pages[-1][-1][0] < TEXT_HEIGHT * NEARLY_EMPTY:
        closer = _Drawing(Sheet(family, tight=True), form, filled, at, number, day, table).units(blocks)
        if len(onto_pages(closer)) < len(pages):
            units = closer
    paper = Paper(
        title=form.title,
        author=one_line(at.agency.replace("\n", " ")) if form.frame == "nd30-report" else "",
        subject=f"{form.source.document}, {form.source.article}",
        day=day,
        watermark=one_line(watermark),
        mark=drawing(mark) if mark else None,
        keywords=mark.text if mark else "",
    )
    return finished(family, units, paper, volume)


def _derived(values: Mapping[str, Value], office: Office) -> dict[str, Value]:
    """Words that follow from the settings and the values, for placeholders."""
    total, local = values.get("dossier.workers_total"), values.get("dossier.workers_local")
    share = ""
    if isinstance(total, int) and isinstance(local, int) and total > 0:
        share = show_hundredths(local * 10_000 // total)  # never rounded up to a threshold
    return {
        "office.of_unit": office.unit,
        "office.of_province": office.province,
        "office.of_kind": office.kind,
        "dossier.workers_share": share,
    }


class _Drawing:
    """Turns blocks into units, one method for each kind of block."""

    def __init__(
        self,
        sheet: Sheet,
        form: FormSpec,
        filled: Filled,
        office: Office,
        number: str,
        day: date | None,
        scores: ScoreTable | None,
    ) -> None:
        self.sheet = sheet
        self.form = form
        self.filled = filled
        self.office = office
        self.number = number
        self.day = day
        self.scores = scores
        self.report = form.frame == "nd30-report" and not office.exact
        self.kinds: dict[str, Callable[[Block], list[Unit]]] = {
            "title": self.title,
            "subtitle": self.subtitle,
            "part": self.part,
            "heading": self.heading,
            "subheading": self.subheading,
            "line": self.line,
            "paragraph": self.paragraph,
            "instruction": self.instruction,
            "closing": self.closing,
            "note": self.note,
            "signature": self.signature,
            "table": self.table,
            "break": self.page_break,
        }

    def units(self, blocks: list[Block]) -> list[Unit]:
        """The whole paper."""
        made: list[Unit] = []
        match self.form.frame:
            case "nd30-report" if self.report:
                made += self.sheet.heading(
                    self.office.agency, self.office.number(self.number), self.office.dated(self.day)
                )
            case "nd30-report":
                made += self.sheet.heading(self.office.agency)
            case "national":
                made += self.sheet.national()
            case _:
                pass
        for index, block in enumerate(blocks):
            if block.kind == "signature" and made:  # never alone on a page
                made[-1] = self.sheet.kept(made[-1])
            made += self.kinds[block.kind](block)
            if block.kind == "subtitle" and self.report and not any(b.kind == "subtitle" for b in blocks[index + 1 :]):
                made += self.addressee()
        if self.form.frame == "nd30-report":
            made.append(self.office_signature())
        return made

    def addressee(self) -> list[Unit]:
        """``Kính gửi`` on one line (Phụ lục I, II.9.d), under the rule of the title."""
        to = f"Kính gửi: Ủy ban nhân dân {self.office.province}"
        return self.sheet.paragraph([Run(to)], align="center", first=0, before=14, with_next=True)

    def office_signature(self) -> Unit:
        """Who signs for the People's Committee, and the recipients."""
        if self.report:
            return self.sheet.signature(self.office.titles, self.office.signer, recipients=self.office.recipients)
        titles = (f"T.M ỦY BAN NHÂN DÂN {self.office.unit.upper()}",)
        return self.sheet.signature(titles, self.office.signer, note="(Ký tên và đóng dấu)")

    # -- blocks ---------------------------------------------------------------------------------------------------

    def _plain(self, block: Block) -> str:
        runs = self.filled.paragraphs(block.text, BODY)[0]
        return "".join(item.text for item in runs if isinstance(item, Run))

    def title(self, block: Block) -> list[Unit]:
        return self.sheet.centred(self._plain(block), "bold", before=18)

    def subtitle(self, block: Block) -> list[Unit]:
        if self.form.frame == "nd30-report":
            text = self._plain(block)
            return [*self.sheet.centred(text, "bold"), self.sheet.short_rule(text, "bold", BODY)]
        [items] = self.filled.paragraphs(block.text, BODY, "bold", blanks="none")
        return self.sheet.paragraph(items, align="center", first=0, before=0, with_next=True)

    def part(self, block: Block) -> list[Unit]:
        """``Phần I`` and its title on the next line, centred."""
        lines = block.text.split("\n")
        return [
            unit
            for index, line in enumerate(lines)
            for unit in self.sheet.centred(line, "bold", before=14 if index == 0 else 0)
        ]

    def heading(self, block: Block) -> list[Unit]:
        return self.sheet.paragraph(
            self.filled.paragraphs(block.text, BODY, "bold")[0], before=10, with_next=True, align="left"
        )

    def subheading(self, block: Block) -> list[Unit]:
        return self.sheet.paragraph(self.filled.paragraphs(block.text, BODY, "bold")[0], with_next=True)

    def line(self, block: Block) -> list[Unit]:
        """A numbered item of a form, its blanks reaching to the end of the line."""
        return self._body(block, line=True)

    def paragraph(self, block: Block) -> list[Unit]:
        return self._body(block)

    def instruction(self, block: Block) -> list[Unit]:
        """What the form tells its writer to write, in italics."""
        return self._body(block, italic=True)

    def closing(self, block: Block) -> list[Unit]:
        """The last sentence, which stays with the signature; an issued paper ends with ``./.``"""
        text = block.text.removesuffix(".") + "./." if self.report else block.text
        [items] = self.filled.paragraphs(text, BODY, blanks="none")
        return self.sheet.paragraph(items, with_next=True)

    def _body(self, block: Block, *, line: bool = False, italic: bool = False) -> list[Unit]:
        units: list[Unit] = []
        empty = block.dots > 0 and not self.filled.anything(block)
        paragraphs = self.filled.paragraphs(
            block.text, BODY, "italic" if italic else "regular", blanks="all" if line else "last"
        )
        for index, items in enumerate(paragraphs):
            last = index == len(paragraphs) - 1
            loose = any(isinstance(item, Blank) for item in items)  # a line that ends in dots is not spread out
            align: Align = "left" if loose else "justify"
            units += self.sheet.paragraph(items, align=align, with_next=last and (empty or italic))
        if empty:
            units += self.sheet.dotted(block.dots)
        return units

    def note(self, block: Block) -> list[Unit]:
        """A footnote under a short rule at the left."""

        rule = Unit(7, lambda pen, y: pen.rule(LEFT, y + 4, NOTE_RULE), 6, ends=False)
        return [rule, *self.sheet.paragraph(self.filled.paragraphs(block.text, 11)[0], size=11, first=0, before=0)]

    def signature(self, block: Block) -> list[Unit]:
        """Place and day, who signs, and how: at the right, kept with what stands above."""
        over, *rest = block.text.split("\n")
        note = rest.pop() if rest and rest[-1].startswith("(") else ""
        return [self.sheet.signature(rest, over=over, note=note, before=10)]

    def table(self, block: Block) -> list[Unit]:
        columns = [(cell.title, cell.width, cell.align) for cell in block.columns]
        if block.rows and self.scores is not None:
            return self.sheet.table(columns, self.scores.rows, size=11, strong=self.scores.strong)
        return self.sheet.table(columns, block.cells)

    def page_break(self, _block: Block) -> list[Unit]:
        return [Unit(0, lambda pen, y: None, feeds=True)]
