"""The preview: the same bytes that are printed, saved and sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPageSize, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ocop_desktop.actions.papers import drawing
from ocop_desktop.errors import Environment, OcopError, Refused
from ocop_desktop.signing.foreign import Foreign
from ocop_desktop.storage.durable import write_file
from ocop_desktop.ui import ask, opened
from ocop_desktop.ui.jobs import Jobs
from ocop_desktop.ui.page_view import PageView
from ocop_desktop.ui.pages import Pages, print_pages
from ocop_desktop.ui.widgets import button, row, set_role, text, tool

if TYPE_CHECKING:
    from ocop_desktop.actions.documents import Paper


_LEAST_WORDS = 8


class _Note(QLabel):
    """Words that give way: on a narrow screen the buttons keep their place, and a note ends in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_role(self, "quiet")

    def say(self, words: str) -> None:
        """Show these words, as many as there is room for."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, more words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown if len(shown) > _LEAST_WORDS else "")


class Preview(QDialog):
    """Shows a paper as it will come out of the printer; prints it, saves it, opens it in another program."""

    taken = Signal(object)
    """The paper left the program: ``printer``, ``file`` or ``open``."""

    def __init__(self, paper: Paper, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setWindowTitle(self.tr("Xem trước: {name}").format(name=paper.title))
        self.resize(QSize(1000, 700).boundedTo(self.screen().availableSize()))
        self._paper = paper
        self._file = Foreign(paper.name, paper.data)
        self.view = PageView(self._file, jobs)
        self.view.setAccessibleName(paper.title)
        self.view.opened.connect(self._opened)
        self.view.moved.connect(self._moved)
        self._whole = False
        self._count = 0
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
        self._where = text("", "quiet")
        self._where.setObjectName("where")
        self._note = _Note()
        self._done = text("", "quiet")
        self._done.setObjectName("done")
        self._done.setContentsMargins(14, 4, 14, 4)
        self._done.hide()
        smaller, larger = (
            tool("minus", self.tr("Nhỏ lại (Ctrl −)"), "smaller"),
            tool("plus", self.tr("To lên (Ctrl +)"), "larger"),
        )
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)
        top = QWidget()
        set_role(top, "top")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar = row(self._where, self._note, smaller, larger, self._fit, show, self._word, save, self._print, close)
        bar.setContentsMargins(14, 7, 14, 7)
        bar.setStretch(1, 1)
        top.setLayout(bar)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(top)
        box.addWidget(self._done)
        box.addWidget(self.view, 1)
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
            print_pages(self.view.pages or Pages(self._file), printer)
        except (Environment, Refused) as error:
            ask.show_error(error, self)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.taken.emit("printer")
        self._say(self.tr("Đã gửi tới máy in."))

    def save(self) -> None:
        """Save the same bytes."""
        if (path := self._write(self.tr("Lưu PDF"))) is not None:
            self.taken.emit("file")
            self._say(self.tr("Đã lưu {name}.").format(name=path.name))

    def save_editable(self) -> None:
        """Save the same paper as Word, or its tables as Excel, for words that must still change."""
        kinds = self.tr("Word (*.docx);;Bảng Excel (*.xlsx)")
        name = self._paper.name.removesuffix(".pdf") + ".docx"
        path = ask.save_path(self, self.tr("Lưu Word hoặc Excel"), name, kinds)
        if path is None:
            return
        try:
            made = drawing.workbook(self._paper) if path.suffix.lower() == ".xlsx" else drawing.word(self._paper)
            write_file(path, made)
        except OcopError as error:
            ask.show_error(error, self)
            return
        self.taken.emit("file")
        self._say(self.tr("Đã lưu {name}.").format(name=path.name))

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
            write_file(path, self._paper.data)
        except Environment as error:
            ask.show_error(error, self)
            return None
        return path

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys turn the pages wherever the focus is."""
        if not self.view.handle(event):
            super().keyPressEvent(event)

    def _opened(self, count: object) -> None:
        self._count = int(str(count))
        self._moved(1)
        self._note.say(self.tr("bản in giống hệt bản xem"))

    def _moved(self, page: object) -> None:
        if self._count:
            self._where.setText(self.tr("Trang {page}/{count}").format(page=page, count=self._count))

    def _say(self, words: str) -> None:
        self._done.setText(words)
        self._done.show()

    def _toggle_fit(self) -> None:
        self._whole = not self._whole
        self.view.fit(whole=self._whole)
        self._fit.setText(self.tr("Vừa chiều ngang") if self._whole else self.tr("Vừa trang"))

    def _larger(self) -> None:
        self.view.zoom(1.25)

    def _smaller(self) -> None:
        self.view.zoom(0.8)
