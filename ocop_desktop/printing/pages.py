"""Pages: units stacked from the top margin down, broken only where a reader would, drawn into a PDF.

A unit is a line of text, a row of a table, a signature block. A page ends only after a unit that allows it, so that no
heading stands last on a page, no paragraph leaves one line behind and no signature stands alone.
"""

import hashlib
import io
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ocop_desktop.printing.fonts import Family, Style
from ocop_desktop.printing.typeset import Blank, Box, Line, Run

rl_config.useA85 = 0  # streams as bytes, not as text: faster, and no PDF travels through seven bits any more

WIDTH, HEIGHT = 210 * mm, 297 * mm
TOP, BOTTOM, LEFT, RIGHT = 20 * mm, 20 * mm, 30 * mm, 15 * mm
"""Nghị định 30/2020/NĐ-CP, Phụ lục I, I.3: top and bottom 20 - 25, left 30 - 35, right 15 - 20 mm."""
TEXT_WIDTH = WIDTH - LEFT - RIGHT
TEXT_HEIGHT = HEIGHT - TOP - BOTTOM
WIDE_TEXT_WIDTH, WIDE_TEXT_HEIGHT = HEIGHT - LEFT - RIGHT, WIDTH - TOP - BOTTOM
"""Of a page laid across, for tables that stand in no appendix (Phụ lục I, I.2)."""
MARK_SIDE, MARK_EDGE = 18 * mm, 6 * mm
"""The square at the foot of the left margin that no text enters, kept for a mark, and its distance from the edges."""
RULE = 0.6
"""Thickness of rules and boxes."""
ONE_AT_A_TIME = threading.Lock()
"""ReportLab reads a font file by moving one cursor in it: two papers at once would read each other's glyphs."""


class Pen:
    """Draws on one page. ``y`` is measured down from the top edge of the paper, ``x`` from the left edge."""

    def __init__(self, canvas: Canvas, family: Family, *, width: float = WIDTH, height: float = HEIGHT) -> None:
        self.canvas = canvas
        self.family = family
        self.width, self.height = width, height

    def text(self, x: float, baseline: float, text: str, style: Style, size: float, stretch: float = 0) -> None:
        """One text on a baseline. Raises ``Refused("print.glyph_missing")``."""
        self.family.check(text)
        writing = self.canvas.beginText(x, self.height - baseline)
        writing.setFont(self.family.face(style).fontName, size)
        writing.setWordSpace(stretch)  # stays in force after the text: always set
        writing.textOut(text)
        self.canvas.drawText(writing)

    def rule(self, x: float, y: float, width: float, thickness: float = RULE) -> None:
        """A solid horizontal rule."""
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x, self.height - y, x + width, self.height - y)

    def upright(self, x: float, y: float, height: float) -> None:
        """A solid vertical rule from ``y`` down."""
        self.canvas.setLineWidth(RULE)
        self.canvas.line(x, self.height - y, x, self.height - y - height)

    def dots(self, x: float, baseline: float, width: float) -> None:
        """A dotted line to write on: shapes, so that a copied text holds no row of full stops."""
        if width < 4:
            return
        self.canvas.saveState()
        self.canvas.setLineWidth(0.9)
        self.canvas.setLineCap(1)
        self.canvas.setDash([0, 2.6])
        self.canvas.line(x + 1.5, self.height - baseline - 0.5, x + width - 1, self.height - baseline - 0.5)
        self.canvas.restoreState()

    def box(self, x: float, baseline: float, size: float, ticked: bool) -> None:
        """A square on a baseline, ticked by two strokes."""
        side = size * 0.7
        left, low = x + size * 0.04, self.height - baseline - size * 0.06
        self.canvas.setLineWidth(RULE + 0.2)
        self.canvas.rect(left, low, side, side, stroke=1, fill=0)
        if ticked:
            path = self.canvas.beginPath()
            path.moveTo(left + side * 0.18, low + side * 0.52)
            path.lineTo(left + side * 0.42, low + side * 0.2)
            path.lineTo(left + side * 0.86, low + side * 0.86)
            self.canvas.saveState()
            self.canvas.setLineWidth(1.5)
            self.canvas.setLineCap(1)
            self.canvas.setLineJoin(1)
            self.canvas.drawPath(path, stroke=1, fill=0)
            self.canvas.restoreState()

    def line(self, line: Line, x: float, baseline: float) -> None:
        """A line of text, blanks and boxes whose left margin is ``x``."""
        for piece in line.pieces:
            at = x + line.x + piece.x + piece.spaces * line.stretch
            match piece.item:
                case Run(text, style, size):
                    self.text(at, baseline, text, style, size, line.stretch)
                case Blank(dotted=True):
                    self.dots(at, baseline, piece.width)
                case Box(ticked, size):
                    self.box(at, baseline, size, ticked)


@dataclass(frozen=True)
class Unit:
    """What is never divided between two pages. ``draw(pen, y)`` gets the unit's top edge.

    ``before`` is white space above it, dropped at the top of a page. ``ends`` allows a page to end after it.
    ``header`` is drawn again when the unit comes first on a page. ``feeds`` starts a new page below it, ``restarts`` one
    that counts from 1 again, as each appendix does (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.đ).
    """

    height: float
    draw: Callable[[Pen, float], None]
    before: float = 0
    ends: bool = True
    header: "Unit | None" = None
    feeds: bool = False
    restarts: bool = False


Mark = Callable[[Pen, float, float, int, int], None]
"""Draws a mark (``pen``, ``x``, ``y``, page from 1, number of pages) into the square of ``MARK_SIDE`` whose upper left corner is given."""


@dataclass(frozen=True)
class Paper:
    """What a PDF says about itself. ``day`` is the document's own date; none is taken from a clock.

    ``wide`` lays the pages across; ``mark`` draws into the free square at the foot of the left margin of every page.
    """

    title: str
    author: str = ""
    subject: str = ""
    day: date | None = None
    watermark: str = ""
    numbered: bool = True
    wide: bool = False
    mark: Mark | None = None
    keywords: str = ""


def together(units: Iterable[Unit]) -> list[Unit]:
    """The units on one page: only after the last may a page end."""
    made = [replace(unit, ends=False) for unit in units]
    return [*made[:-1], replace(made[-1], ends=True)] if made else []


def onto_pages(units: Sequence[Unit], height: float = TEXT_HEIGHT) -> list[list[tuple[float, Unit]]]:
    """The pages, each a list of units with the distance of their tops from the top margin."""
    pages: list[list[tuple[float, Unit]]] = []
    start = 0
    while start < len(units):
        page: list[tuple[float, Unit]] = []
        y, index, good = 0.0, start, 0
        if header := units[start].header:
            page.append((0.0, header))
            y = header.height
        repeated = len(page)
        while index < len(units):
            unit = units[index]
            top = y + (unit.before if index > start else 0.0)
            if top + unit.height > height + 0.01 and index > start:
                break
            page.append((top, unit))
            y = top + unit.height
            index += 1
            if unit.ends:
                good = index
            if unit.feeds or unit.restarts:
                good = index
                break
        if index < len(units) and good > start:
            page = page[: repeated + good - start]
            index = good
        pages.append(page)
        start = index
    return pages


def to_pdf(family: Family, units: Sequence[Unit], paper: Paper) -> bytes:
    """The PDF. The same units and paper give the same bytes: no clock, no random names."""
    volume = Volume(paper)
    volume.add(family, units, paper)
    return volume.bytes()


def finished(family: Family, units: Sequence[Unit], paper: Paper, volume: "Volume | None") -> bytes:
    """The PDF of one paper; with a volume, the paper is added to it instead and the bytes are empty."""
    if volume is None:
        return to_pdf(family, units, paper)
    volume.add(family, units, paper)
    return b""


class Volume:
    """One PDF of many papers, drawn one after another: their fonts are embedded once, and each counts its own pages.

    ``starts`` are the pages (from 0) on which the papers begin. The PDF says of itself what its first paper does.
    """

    def __init__(self, paper: Paper | None = None) -> None:
        self._buffer = io.BytesIO()
        self._canvas: Any = None
        self._paper = paper
        self._pages = 0
        self.starts: list[int] = []

    def add(self, family: Family, units: Sequence[Unit], paper: Paper) -> None:
        """Draw a paper behind those already there. Raises ``Refused("print.glyph_missing")``."""
        for text in (paper.title, paper.author, paper.subject, paper.watermark):
            family.check(text)
        with ONE_AT_A_TIME:
            if self._canvas is None:
                self._canvas = _opened(self._buffer, family, self._paper or paper)
            self.starts.append(self._pages)
            self._pages += _draw(self._canvas, family, units, paper)

    @property
    def empty(self) -> bool:
        """Whether nothing was drawn yet."""
        return not self.starts

    def bytes(self) -> bytes:
        """The finished PDF: call it once, when every paper was added."""
        with ONE_AT_A_TIME:
            self._canvas.save()
        return self._buffer.getvalue()


def _opened(buffer: io.BytesIO, family: Family, paper: Paper) -> Canvas:
    canvas = Canvas(
        buffer,
        pagesize=_size(paper),
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 4),
        lang="vi-VN",
        initialFontName=family.face("regular").fontName,
        initialFontSize=14,
    )
    canvas.setTitle(paper.title)
    canvas.setAuthor(paper.author)
    canvas.setSubject(paper.subject)
    canvas.setCreator("OCOP Desktop")
    canvas.setKeywords(paper.keywords)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _date_by_document(canvas, paper.day)
    return canvas


def _size(paper: Paper) -> tuple[float, float]:
    return (HEIGHT, WIDTH) if paper.wide else (WIDTH, HEIGHT)


def _draw(canvas: Canvas, family: Family, units: Sequence[Unit], paper: Paper) -> int:
    width, height = _size(paper)
    canvas.setPageSize((width, height))
    pen = Pen(canvas, family, width=width, height=height)
    number = 0
    pages = onto_pages(units, height - TOP - BOTTOM)
    for count, page in enumerate(pages, start=1):
        number += 1
        if paper.watermark:
            _watermark(pen, paper.watermark)
        if number > 1 and paper.numbered:
            _page_number(pen, number)
        for top, unit in page:
            unit.draw(pen, TOP + top)
        if paper.mark:
            paper.mark(pen, MARK_EDGE, height - MARK_EDGE - MARK_SIDE, count, len(pages))
        canvas.showPage()
        if page and page[-1][1].restarts:
            number = 0
    return len(pages)


def _date_by_document(canvas: Any, day: date | None) -> None:
    """Creation and change date of the PDF: noon of the document's day in Vietnam, or a fixed day. The id of the file is
    a digest of its contents alone: ReportLab would put the environment's ``SOURCE_DATE_EPOCH`` into it."""
    canvas._doc.signature = hashlib.md5(b"OCOP Desktop", usedforsecurity=False)
    shown = day or date(2000, 1, 1)
    stamp = canvas._doc._timeStamp
    stamp.YMDhms = (shown.year, shown.month, shown.day, 12, 0, 0)
    stamp.dhh, stamp.dmm = 7, 0


def _page_number(pen: Pen, number: int) -> None:
    """Centred in the top margin, 14 points, upright, not on the first page (Phụ lục I, I.7)."""
    text = str(number)
    x = LEFT + (pen.width - LEFT - RIGHT - pen.family.width(text, "regular", 14)) / 2
    pen.text(x, 14 * mm, text, "regular", 14)


def _watermark(pen: Pen, text: str) -> None:
    """Pale letters across the page, drawn first so that they lie under the text."""
    size = min(110.0, 700 / max(1.0, pen.family.width(text, "bold", 1)))
    canvas = pen.canvas
    canvas.saveState()
    canvas.setFillGray(0.9)
    canvas.translate(pen.width / 2, pen.height / 2)
    canvas.rotate(52 if pen.height > pen.width else 30)
    canvas.setFont(pen.family.face("bold").fontName, size)
    canvas.drawCentredString(0, -size * 0.35, text)
    canvas.restoreState()
