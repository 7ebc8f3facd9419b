"""The preview: the same bytes that are printed, saved and sent."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ocop_desktop.actions.papers import drawing
from ocop_desktop.errors import Damaged, Environment, Refused
from ocop_desktop.storage.durable import explain
from ocop_desktop.ui import ask, opened
from ocop_desktop.ui.widgets import button, row, set_role, text, tool

if TYPE_CHECKING:
    from ocop_desktop.actions.documents import Paper

BAND_PIXELS = 512
"""A page is rendered in bands of this height: an A4 page at 1200 dpi would need 550 MB at once."""


class PdfPages:
    """A PDF that Qt can draw. Keeps the bytes alive as long as the document."""

    def __init__(self, data: bytes) -> None:
        self._bytes = QByteArray(data)
        self._device = QBuffer(self._bytes)
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._device)
        if self.document.status() != QPdfDocument.Status.Ready:
            raise Damaged("paper.unreadable")

    def size(self, page: int) -> QSizeF:
        """The size of a page in points."""
        return self.document.pagePointSize(page)


def print_pages(pages: PdfPages, printer: QPrinter) -> None:
    """Send pages to a printer at its own resolution, one page of paper for one page of the file, at 100 %.

    ``Environment``: ``print.failed`` when the printer does not take them.
    """
    first = max(printer.fromPage(), 1) - 1
    last = (printer.toPage() or pages.document.pageCount()) - 1
    painter = QPainter()
    for number in range(first, last + 1):
        _set_page(printer, pages.size(number))
        if number == first:
            if not painter.begin(printer):
                raise Environment("print.failed")
        elif not printer.newPage():
            painter.end()
            raise Environment("print.failed")
        _paint(painter, pages, number, printer)
    if not painter.end():
        raise Environment("print.failed")


def _set_page(printer: QPrinter, points: QSizeF) -> None:
    upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    wide = points.width() > points.height()
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF()))


def _paint(painter: QPainter, pages: PdfPages, number: int, printer: QPrinter) -> None:
    scale = printer.resolution() / 72
    points = pages.size(number)
    whole = QSize(round(points.width() * scale), round(points.height() * scale))
    # Full-page coordinates start at the edge of the paper, the painter at the edge of what the printer can reach.
    edge = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
    for band in range(math.ceil(whole.height() / BAND_PIXELS)):
        top = band * BAND_PIXELS
        area = QRect(0, top, whole.width(), min(BAND_PIXELS, whole.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(area)
        painter.drawImage(area.topLeft() - edge, pages.document.render(number, area.size(), options))


class Preview(QDialog):
    """Shows a paper as it will come out of the printer; prints it, saves it, opens it in another program."""

    taken = Signal(object)
    """The paper left the program: ``printer``, ``file`` or ``open``."""

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setWindowTitle(self.tr("Xem trước: {name}").format(name=paper.title))
        self.resize(1000, 700)
        self._paper = paper
        self.pages = PdfPages(paper.data)
        self._view = QPdfView()
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self.pages.document)
        self._view.setAccessibleName(paper.title)
        self._fit = button(self.tr("Vừa trang"), name="fit")
        self._fit.clicked.connect(self._toggle_fit)
        save = button(self.tr("Lưu PDF…"), name="save")
        save.clicked.connect(self.save)
        show = button(self.tr("Mở bằng chương trình khác"), name="open")
        show.clicked.connect(self.open_elsewhere)
        self._word = button(self.tr("Lưu Word…"), name="word")
        self._word.clicked.connect(self.save_editable)
        self._word.setVisible(paper.letter is not None)
        self._print = button(self.tr("In"), primary=True, key="Ctrl+P", name="print")
        self._print.clicked.connect(self.print_paper)
        close = button(self.tr("Đóng"), name="close")
        close.clicked.connect(self.reject)
        count = self.pages.document.pageCount()
        pages_words = self.tr("{count} trang · bản in giống hệt bản xem").format(count=count)
        self._note = text(pages_words, "quiet")
        smaller, larger = (
            tool("minus", self.tr("Nhỏ lại"), "smaller"),
            tool("plus", self.tr("To lên"), "larger"),
        )
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)
        top = QWidget()
        set_role(top, "top")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar = row(self._note, None, smaller, larger, self._fit, show, self._word, save, self._print, close)
        bar.setContentsMargins(14, 7, 14, 7)
        top.setLayout(bar)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(top)
        box.addWidget(self._view, 1)
        self._print.setFocus()

    def print_paper(self) -> None:
        """Ask for the printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._paper.title)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        if not ask.printer(self, printer, self.tr("In {name}").format(name=self._paper.title)):
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            print_pages(self.pages, printer)
        except Environment as error:
            ask.show_error(error, self)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.taken.emit("printer")
        self._note.setText(self.tr("Đã gửi tới máy in."))

    def save(self) -> None:
        """Save the same bytes."""
        if (path := self._write(self.tr("Lưu PDF"))) is not None:
            self.taken.emit("file")
            self._note.setText(self.tr("Đã lưu {name}.").format(name=path.name))

    def save_editable(self) -> None:
        """Save the same paper as Word, or its tables as Excel, for words that must still change."""
        kinds = self.tr("Word (*.docx);;Bảng Excel (*.xlsx)")
        name = self._paper.name.removesuffix(".pdf") + ".docx"
        path = ask.save_path(self, self.tr("Lưu Word hoặc Excel"), name, kinds)
        if path is None:
            return
        try:
            made = drawing.workbook(self._paper) if path.suffix.lower() == ".xlsx" else drawing.word(self._paper)
            path.write_bytes(made)
        except OSError as error:
            ask.show_error(explain(error), self)
            return
        except Refused as error:
            ask.show_error(error, self)
            return
        self.taken.emit("file")
        self._note.setText(self.tr("Đã lưu {name}.").format(name=path.name))

    def open_elsewhere(self) -> None:
        """Save, then open in the program this PC uses for PDF, where a leader may sign it."""
        if (path := self._write(self.tr("Lưu rồi mở"))) is None:
            return
        self.taken.emit("open")
        if not opened.show(path):
            ask.show_error(Environment("file.no_program"), self)

    def _write(self, title: str) -> Path | None:
        path = ask.save_path(self, title, self._paper.name)
        if path is None:
            return None
        try:
            path.write_bytes(self._paper.data)
        except OSError as error:
            ask.show_error(explain(error), self)
            return None
        return path

    def _toggle_fit(self) -> None:
        whole = self._view.zoomMode() != QPdfView.ZoomMode.FitInView
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView if whole else QPdfView.ZoomMode.FitToWidth)
        self._fit.setText(self.tr("Vừa chiều ngang") if whole else self.tr("Vừa trang"))

    def _larger(self) -> None:
        self._zoom(1.25)

    def _smaller(self) -> None:
        self._zoom(0.8)

    def _zoom(self, by: float) -> None:
        factor = self._view.zoomFactor() if self._view.zoomMode() == QPdfView.ZoomMode.Custom else 1.0
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(4.0, max(0.25, factor * by)))
