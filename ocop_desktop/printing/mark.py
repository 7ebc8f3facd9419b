"""Draws the small code of a paper at the foot of its left margin: QR, 14 mm wide, and below it which revision it is."""

from functools import lru_cache

from reportlab.graphics.barcode import qrencoder
from reportlab.lib.units import mm

from ocop_desktop.domain.marks import Mark
from ocop_desktop.printing import pages
from ocop_desktop.printing.pages import MARK_SIDE, Pen

SIDE = 14 * mm
WORDS = 5.5
"""Points: the size of the words."""


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[str, ...]:
    """The rows of the QR code, ``#`` for a dark module; a quarter of it may be unreadable (level Q)."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.Q)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    return tuple("".join("#" if code.isDark(row, column) else "." for column in range(count)) for row in range(count))


def drawing(mark: Mark) -> pages.Mark:
    """What draws a code on every page of its paper."""

    def draw(pen: Pen, x: float, y: float, page: int, count: int) -> None:
        rows = modules(mark.on_page(page, count).text)
        side = SIDE / len(rows)
        canvas = pen.canvas
        left, top = x + (MARK_SIDE - SIDE) / 2, pen.height - y
        path = canvas.beginPath()
        for number, row in enumerate(rows, start=1):
            start = row.find("#")
            while start >= 0:
                end = row.find(".", start) if "." in row[start:] else len(row)
                path.rect(left + start * side, top - number * side, (end - start) * side, side)
                start = row.find("#", end)
        canvas.saveState()
        canvas.setFillGray(0)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()
        for line, words in enumerate((f"Lần chốt {mark.revision}", mark.digest)):
            wide = pen.family.width(words, "regular", WORDS)
            pen.text(x + (MARK_SIDE - wide) / 2, y + SIDE + WORDS * (1.6 + 1.1 * line), words, "regular", WORDS)

    return draw
