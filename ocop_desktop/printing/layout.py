"""The pieces of an administrative paper, to the rules of Nghị định 30/2020/NĐ-CP, Phụ lục I.

National heading, name of the agency, number and date, title, paragraphs, tables, signature and recipients. Sizes in
points: 13/14 in the heading, 14 in the body, 12/11 for the recipients.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import cm, mm

from ocop_desktop.printing import typeset
from ocop_desktop.printing.fonts import Family, Style
from ocop_desktop.printing.pages import LEFT, RULE, TEXT_WIDTH, WIDE_TEXT_WIDTH, Pen, Unit
from ocop_desktop.printing.typeset import Align, Blank, Box, Inline, Line, Run

Cell = str | Sequence[Inline]
"""What stands in a cell: words in the row's own style, or inline items in theirs."""

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BODY = 14.0
INDENT = 1.27 * cm
BETWEEN = 6.0
"""White space between paragraphs."""
GUTTER = 10.0
"""Between the two columns of the heading."""
SIGNING_ROOM, TIGHT_ROOM = 29 * mm, 25 * mm
"""For the signature and the seal, between the title and the name of who signs."""


@dataclass(frozen=True)
class Sheet:
    """Builds units in one family. ``size`` is that of the body; ``tight`` sets lines in single spacing; ``wide`` is for
    a page laid across."""

    family: Family
    size: float = BODY
    tight: bool = False
    wide: bool = False

    @property
    def width(self) -> float:
        """The width of the text."""
        return float(WIDE_TEXT_WIDTH if self.wide else TEXT_WIDTH)

    def leading(self, size: float) -> float:
        """The height of a line of body text: between single and 1,5 spacing."""
        return size * (self.family.line if self.tight else max(self.family.line, 1.25))

    def baseline(self, y: float, height: float, size: float) -> float:
        """The baseline of text of ``size`` centred in a line of ``height`` whose top is ``y``."""
        return y + height / 2 + size * 0.29

    # -- running text ---------------------------------------------------------------------------------------------

    def paragraph(
        self,
        items: Sequence[Inline],
        *,
        align: Align = "justify",
        first: float = INDENT,
        hang: float = 0,
        before: float = BETWEEN,
        with_next: bool = False,
        size: float | None = None,
    ) -> list[Unit]:
        """A paragraph. Neither its first nor its last line stands alone; ``with_next`` keeps its end with what follows."""
        size = size or self.size
        height = self.leading(size)
        if align == "center":
            broken = typeset.balanced(self.family, items, self.width)
        else:
            broken = typeset.lines(self.family, items, self.width, align=align, first=first, hang=hang)
        last = len(broken) - 1
        return [
            self._line(
                line,
                height,
                size,
                before if index == 0 else 0.0,
                ends=not with_next if index == last else 1 <= index < last - 1,
            )
            for index, line in enumerate(broken)
        ]

    def _line(self, line: Line, height: float, size: float, before: float, ends: bool) -> Unit:
        def draw(pen: Pen, y: float) -> None:
            pen.line(line, LEFT, self.baseline(y, height, size))

        return Unit(height, draw, before, ends)

    def centred(self, text: str, style: Style, *, size: float | None = None, before: float = 0) -> list[Unit]:
        """Centred lines that stay with what follows."""
        size = size or self.size
        return self.paragraph(
            [Run(text, style, size)], align="center", first=0, before=before, with_next=True, size=size
        )

    def dotted(self, count: int) -> list[Unit]:
        """Dotted lines to write on."""
        height = self.leading(self.size) + 3
        line = typeset.lines(self.family, [Blank(40, fill=True)], self.width, align="left")[0]
        return [self._line(line, height, self.size, 0, ends=index > 0) for index in range(count)]

    def fact(self, label: str, text: str, *, before: float = 4) -> list[Unit]:
        """``Label: text``, the text in bold, at the left margin."""
        runs = [Run(f"{label}: ", size=self.size), Run(text, "bold", self.size)]
        return self.paragraph(runs, align="left", first=0, before=before)

    def kept(self, unit: Unit) -> Unit:
        """The unit, with no page ending after it: for what stands above a signature."""
        return replace(unit, ends=False)

    def short_rule(self, text: str, style: Style, size: float, before: float = 3, after: float = 0) -> Unit:
        """A centred rule of 2/5 of the longest line of a text set in the full width."""
        longest = max(line.width for line in self._block(text, style, size, self.width))
        width = longest * 0.4

        def draw(pen: Pen, y: float) -> None:
            pen.rule(LEFT + (self.width - width) / 2, y + before, width)

        return Unit(before + RULE + after, draw, ends=False)

    def _block(self, text: str, style: Style, size: float, width: float) -> tuple[Line, ...]:
        return typeset.balanced(self.family, [Run(text, style, size)], width)

    # -- the heading ----------------------------------------------------------------------------------------------

    def national(self) -> list[Unit]:
        """The national heading in the middle of the page (forms that a producer fills in)."""
        high = 13 * self.family.line
        wide = self.family.width(MOTTO, "bold", 14)
        lines = [*self._block(COUNTRY, "bold", 13, self.width), *self._block(MOTTO, "bold", 14, self.width)]

        def draw(pen: Pen, y: float) -> None:
            pen.line(lines[0], LEFT, self.baseline(y, high, 13))
            pen.line(lines[1], LEFT, self.baseline(y + high, high * 14 / 13, 14))
            pen.rule(LEFT + (self.width - wide) / 2, y + high * 27 / 13 + 2.5, wide)

        return [Unit(high * 27 / 13 + 6, draw, ends=False)]

    def heading(
        self,
        agency: str,
        number: Sequence[Inline] = (),
        place: Sequence[Inline] = (),
        *,
        parent: str = "",
        about: str = "",
    ) -> list[Unit]:
        """The two columns: agency, number and symbol at the left; country, motto, place and date at the right.

        ``agency`` may have line ends; a long name wraps. ``number`` and ``place`` stand on one line with each other.
        ``parent`` is the agency above, upright over the name; ``about`` is what a letter without a title is about
        (``V/v …``, Phụ lục I, II.5.b), 6 points below the number.
        """
        family = self.family
        right = family.width(COUNTRY, "bold", 13) + 1
        left = self.width - right - GUTTER
        own = self._block(agency, "bold", 13, left)
        names = [*(self._block(parent, "regular", 13, left) if parent else ()), *own]
        country = self._block(COUNTRY, "bold", 13, right)[0]
        motto = self._block(MOTTO, "bold", 14, right)[0]
        single = 13 * family.line
        wide = family.width(MOTTO, "bold", 14)
        short = max(line.width for line in own) * 0.4
        said = self._block(about, "regular", 12, left) if about else ()
        names_end = single * len(names) + 2.5
        motto_end = single * 27 / 13 + 2.5
        row = max(names_end, motto_end) + 9
        row_height = single * 14 / 13
        low = typeset.lines(family, number, left, align="center") if number else ()
        dated = typeset.balanced(family, place, right) if place else ()

        def draw(pen: Pen, y: float) -> None:
            for index, line in enumerate(names):
                pen.line(line, LEFT, self.baseline(y + index * single, single, 13))
            pen.rule(LEFT + (left - short) / 2, y + names_end, short)
            column = LEFT + self.width - right
            pen.line(country, column, self.baseline(y, single, 13))
            pen.line(motto, column, self.baseline(y + single, row_height, 14))
            pen.rule(column + (right - wide) / 2, y + motto_end, wide)
            for at, lines in ((LEFT, low), (column, dated)):
                for index, line in enumerate(lines):
                    pen.line(line, at, self.baseline(y + row + index * row_height, row_height, 13))
            for index, line in enumerate(said):
                top = y + row + row_height * len(low) + BETWEEN + index * 12 * family.line
                pen.line(line, LEFT, self.baseline(top, 12 * family.line, 12))

        rows = max(len(low), len(dated))
        height = row + row_height * rows if rows else max(names_end, motto_end) + 4
        if said:
            height = max(height, row + row_height * len(low) + BETWEEN + len(said) * 12 * family.line)
        return [Unit(height, draw, ends=False)]

    def title(self, name: str, subject: str = "", *, ruled: bool = True, before: float = 18) -> list[Unit]:
        """The kind of paper in capitals, what it is about below, and a rule of 2/5 of the text."""
        units = self.centred(name, "bold", before=before)
        if subject:
            units += self.centred(subject, "bold")
        if ruled:
            units.append(self.short_rule(subject or name, "bold", self.size))
        return units

    # -- the foot -------------------------------------------------------------------------------------------------

    def signature(
        self,
        titles: Sequence[str],
        name: str = "",
        *,
        post: str = "",
        note: str = "",
        over: str = "",
        recipients: Sequence[str] = (),
        left: Sequence[str] = (),
        left_note: str = "",
        left_name: str = "",
        room: float = 0,
        before: float = 12,
    ) -> Unit:
        """The block of who signs at the right, with the recipients (12/11 points) or a second signer at the left.

        ``over`` is a line in italics above (place and date), ``note`` one below the titles ("Ký, đóng dấu").
        ``post`` is another post of who signs, above the name (cell 7b: the office of a council's chair).
        """
        size, family = self.size, self.family
        room = room or (TIGHT_ROOM if self.tight else SIGNING_ROOM)
        widest = max((family.width(title, "bold", size) for title in titles), default=0) + 2
        half = self.width * 0.54 if recipients or left else min(self.width * 0.72, max(self.width * 0.54, widest))
        other = self.width - half
        single = size * family.line
        right_lines = self._signer(over, titles, note, half)
        left_lines = self._signer("", left, left_note, other)
        listed = [
            line
            for text in recipients
            for line in typeset.lines(family, [Run(text, "regular", 11)], other - 8, align="left")
        ]
        posts = self._block(post, "bold", size, half) if post else ()
        named_at = max(len(right_lines), len(left_lines)) * single + room + len(posts) * single
        height = max(named_at + single, 12 * family.line + len(listed) * 11 * family.line)
        if not name and not left_name:
            height = max(len(right_lines), len(left_lines)) * single + room

        def draw(pen: Pen, y: float) -> None:
            column = LEFT + other
            # a line in italics above the titles has no partner at the left
            drop = len(right_lines) - len(self._signer("", titles, note, half))
            for index, line in enumerate(right_lines):
                pen.line(line, column, self.baseline(y + index * single, single, size))
            for index, line in enumerate(left_lines):
                pen.line(line, LEFT, self.baseline(y + (index + drop) * single, single, size))
            for index, line in enumerate(posts):
                top = y + named_at - (len(posts) - index) * single
                pen.line(line, column, self.baseline(top, single, size))
            if name:
                pen.line(self._block(name, "bold", size, half)[0], column, self.baseline(y + named_at, single, size))
            if left_name:
                pen.line(
                    self._block(left_name, "bold", size, other)[0], LEFT, self.baseline(y + named_at, single, size)
                )
            if listed:
                pen.text(LEFT, self.baseline(y, single, size), "Nơi nhận:", "bold-italic", 12)
                for index, line in enumerate(listed):
                    top = y + single + index * 11 * family.line
                    pen.line(line, LEFT, self.baseline(top, 11 * family.line, 11))

        return Unit(height, draw, before)

    def _signer(self, over: str, titles: Sequence[str], note: str, width: float) -> list[Line]:
        parts: list[tuple[str, Style]] = [(over, "italic")] if over else []
        parts += [(title, "bold") for title in titles]
        parts += [(note, "italic")] if note else []
        return [line for text, style in parts for line in self._block(text, style, self.size, width)]

    # -- tables ---------------------------------------------------------------------------------------------------

    def table(
        self,
        columns: Sequence[tuple[str, float, Align]],
        rows: Sequence[Sequence[Cell]],
        *,
        size: float = 12,
        before: float = BETWEEN,
        strong: frozenset[int] = frozenset(),
        kept: frozenset[int] = frozenset(),
        pad: float = 4,
    ) -> list[Unit]:
        """A ruled table. ``columns`` are title, width in mm and alignment; the titles come again on every page.

        ``strong`` rows stand in bold and, but for the last row, are kept with what follows them, as the ``kept`` are.
        """
        widths = [width * mm for _, width, _ in columns]
        titles = self._row([title for title, _, _ in columns], widths, ["center"] * len(columns), "bold", size, pad)
        header = Unit(titles[0].height, titles[0].draw, before, ends=False)
        aligns = [align for _, _, align in columns]
        units = [header]
        for number, row in enumerate(rows):
            style: Style = "bold" if number in strong else "regular"
            made = [Unit(u.height, u.draw, header=header) for u in self._row(row, widths, aligns, style, size, pad)]
            if number in strong | kept and number + 1 < len(rows):
                made[-1] = self.kept(made[-1])
            units += made
        return units

    def _row(
        self,
        texts: Sequence[Cell],
        widths: Sequence[float],
        aligns: Sequence[Align],
        style: Style,
        size: float,
        pad: float,
    ) -> list[Unit]:
        height = size * self.family.line
        cells = [
            self._cell(text, width - 2 * pad, align, style, size)
            for text, width, align in zip(texts, widths, aligns, strict=True)
        ]
        tallest = max(map(len, cells))
        most = 24  # lines of one row on one page: a taller row goes on in the next
        return [
            self._band([cell[at : at + most] for cell in cells], widths, height, size, pad)
            for at in range(0, tallest, most)
        ]

    def _cell(self, cell: Cell, width: float, align: Align, style: Style, size: float) -> tuple[Line, ...]:
        if isinstance(cell, str):
            return typeset.lines(self.family, [Run(cell, style, size)], width, align=align)
        boxed = isinstance(cell[0], Box)  # what stands beside a box is set off from it on every line
        hang = typeset.natural_width(self.family, [cell[0], Run(" ", size=size)]) if boxed else 0.0
        return typeset.lines(self.family, cell, width, align=align, hang=hang)

    def _band(
        self, cells: Sequence[Sequence[Line]], widths: Sequence[float], height: float, size: float, pad: float
    ) -> Unit:
        tall = max(map(len, cells)) * height + 2 * pad

        def draw(pen: Pen, y: float) -> None:
            x = LEFT
            pen.rule(x, y, sum(widths))
            pen.rule(x, y + tall, sum(widths))
            pen.upright(x, y, tall)
            for cell, width in zip(cells, widths, strict=True):
                for index, line in enumerate(cell):
                    pen.line(line, x + pad, self.baseline(y + pad + index * height, height, size))
                x += width
                pen.upright(x, y, tall)

        return Unit(tall, draw)
