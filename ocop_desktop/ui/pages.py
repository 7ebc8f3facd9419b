"""The pages of a PDF as pictures, drawn by the reader of files, for the screen and for a printer."""

from __future__ import annotations

import math

from PySide6.QtCore import QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ocop_desktop.errors import Environment
from ocop_desktop.signing import foreign

BAND_PIXELS = 512
"""A page is printed in bands of this height: an A4 page at 1200 dpi would need 550 MB at once."""


class Pages:
    """A PDF whose pages can be drawn. Asks the reader of files: at the making, and for each picture.

    ``Refused``: ``paper.unreadable``, ``paper.locked``, ``paper.fell``, ``paper.slow``, ``paper.heavy``.
    """

    def __init__(self, file: foreign.Foreign) -> None:
        self.file = file
        self._sizes = foreign.page_sizes(file)

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, page: int) -> QSizeF:
        """The size of a page in points."""
        return QSizeF(*self._sizes[page])

    def image(self, page: int, whole: QSize, area: QRect) -> QImage:
        """A part of a page that is ``whole`` dots large."""
        place = (area.left(), area.top(), area.width(), area.height())
        dots = foreign.draw(self.file, page, (whole.width(), whole.height()), place)
        return QImage(dots, area.width(), area.height(), area.width() * 4, QImage.Format.Format_RGB32).copy()


def print_pages(pages: Pages, printer: QPrinter) -> None:
    """Send pages to a printer at its own resolution, one page of paper for one page of the file, at 100 %.

    ``Environment``: ``print.failed`` when the printer does not take them. ``Refused``: as ``Pages``.
    """
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or len(pages), len(pages)) - 1
    painter = QPainter()
    try:
        for number in range(first, last + 1):
            _set_page(printer, pages.size(number))
            if not (painter.begin(printer) if number == first else printer.newPage()):
                raise Environment("print.failed")
            _paint(painter, pages, number, printer)
    finally:
        done = painter.isActive() and painter.end()
    if not done:
        raise Environment("print.failed")


def _set_page(printer: QPrinter, points: QSizeF) -> None:
    upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    wide = points.width() > points.height()
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF()))


def _paint(painter: QPainter, pages: Pages, number: int, printer: QPrinter) -> None:
    scale = printer.resolution() / 72
    points = pages.size(number)
    whole = QSize(round(points.width() * scale), round(points.height() * scale))
    # Full-page coordinates start at the edge of the paper, the painter at the edge of what the printer can reach.
    edge = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
    for band in range(math.ceil(whole.height() / BAND_PIXELS)):
        top = band * BAND_PIXELS
        area = QRect(0, top, whole.width(), min(BAND_PIXELS, whole.height() - top))
        painter.drawImage(area.topLeft() - edge, pages.image(number, whole, area))
