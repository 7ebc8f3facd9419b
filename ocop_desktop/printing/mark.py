"""Draws the small code of a paper in the foot corner, below the text: QR, 14 mm wide, and which revision it is.

The bottom margin stays 20 mm for text (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.3); the code stands within it, at the right,
12.5 mm from the side and 5 mm from the foot, where printers still reach.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.graphics.barcode import qrencoder
from reportlab.lib.units import mm

from ocop_desktop.domain.marks import Mark

if TYPE_CHECKING:
    from ocop_desktop.printing.pages import Pen

SIDE = 14 * mm
RIGHT_EDGE = 197.5 * mm
LOW_EDGE = 5 * mm
"""Of the paper: the code's right side from the left, its foot from the foot."""


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[str, ...]:
    """The rows of the QR code, ``#`` for a dark module; a quarter of it may be unreadable (level Q)."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.Q)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    return tuple("".join("#" if code.isDark(row, column) else "." for column in range(count)) for row in range(count))


def draw(pen: "Pen", mark: Mark) -> None:
    """Draw the code of a page."""
    rows = modules(mark.text)
    side = SIDE / len(rows)
    canvas = pen.canvas
    path = canvas.beginPath()
    for number, row in enumerate(rows):
        y = LOW_EDGE + SIDE - (number + 1) * side
        start = 0
        while (start := row.find("#", start)) >= 0:
            end = row.find(".", start)
            end = len(row) if end < 0 else end
            path.rect(RIGHT_EDGE - SIDE + start * side, y, (end - start) * side, side)
            start = end
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
    words = f"Lần chốt {mark.revision} · {mark.digest}"
    wide = pen.family.width(words, "regular", 6.5)
    high = (297 * mm) - LOW_EDGE - 1
    pen.text(RIGHT_EDGE - SIDE - 2.5 * mm - wide, high, words, "regular", 6.5)
