"""The only place that opens message boxes, file dialogs and the print dialog.

Everything goes through one ``Asker``; tests put their own in its place with ``answered``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ocop_desktop import log
from ocop_desktop.domain.text import clean
from ocop_desktop.errors import Damaged, Environment, OcopError
from ocop_desktop.ui import texts
from ocop_desktop.ui.widgets import button, row, set_role, text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_log = logging.getLogger(__name__)
_shown_places: set[str] = set()


class Asker:
    """Asks people, with real dialogs."""

    def tell(self, parent: QWidget | None, title: str, words: str, *, warning: bool = False) -> None:
        """Say something that must be read; does not wait for it."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning if warning else QMessageBox.Icon.Information)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _told.append(box)  # without a parent Python would take it away at once
        box.destroyed.connect(_forget_told)
        box.open()

    def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
        """True when the person presses the button that says ``yes``. Cancel is the default: Enter destroys nothing."""
        box = QMessageBox(QMessageBox.Icon.Question, title, words, QMessageBox.StandardButton.Cancel, parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        _wait_for(box)
        if not shiboken6.isValid(box):
            return False
        box.deleteLater()
        return box.clickedButton() is agree

    def reason(self, parent: QWidget | None, title: str, words: str, accept: str) -> str | None:
        """A reason in the person's words; None when they went back."""
        dialog = ReasonDialog(title, words, accept, parent)
        agreed = _wait_for(dialog)
        written = dialog.reason() if agreed else ""
        if shiboken6.isValid(dialog):
            dialog.deleteLater()
        return written or None

    def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        """Where to save; None when the person went back."""
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
        return Path(chosen) if chosen else None

    def open_paths(self, parent: QWidget | None, title: str, kinds: str) -> Sequence[Path]:
        """The files chosen; empty when the person went back."""
        chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), kinds)
        return tuple(Path(each) for each in chosen)

    def folder(self, parent: QWidget | None, title: str) -> Path | None:
        """A folder, or None."""
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def printer(self, parent: QWidget | None, printer: QPrinter, title: str) -> bool:
        """Let the person choose the printer and the pages; False when they went back."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def report(self, parent: QWidget | None, place: str, report: str) -> None:
        """Show a fault of the program with a text that can be copied; does not wait for it."""
        dialog = ReportDialog(place, report, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


_waited_for: list[QDialog] = []
_told: list[QMessageBox] = []


def _forget_told() -> None:
    _told[:] = [box for box in _told if shiboken6.isValid(box)]


def _front() -> QWidget | None:
    """The window to speak over; while another program is in front, our own."""
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow) and each.isVisible())
    return QApplication.activeModalWidget() or QApplication.activeWindow() or next(shown, None)


def _wait_for(dialog: QDialog) -> bool:
    """Wait for the answer as ``exec`` does, but go on waiting while the lock hides the dialog. True: accepted."""
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    dialog.destroyed.connect(loop.quit)
    dialog.setModal(True)
    _waited_for.append(dialog)
    dialog.show()
    try:
        loop.exec()
    finally:
        _waited_for.remove(dialog)
    return shiboken6.isValid(dialog) and dialog.result() == QDialog.DialogCode.Accepted


def give_way(dialogs: Sequence[QDialog]) -> None:
    """An officer is back: what another one left unanswered since is answered by going back, for the last wait ends first."""
    first = min((_waited_for.index(each) for each in dialogs if each in _waited_for), default=len(_waited_for))
    for other in reversed(_waited_for[first:]):
        if other not in dialogs and shiboken6.isValid(other):
            other.reject()


def is_of_system(dialog: QDialog) -> bool:
    """Whether a dialog asks for a file, a folder or a printer: nothing that is typed into it is work."""
    return dialog.inherits("QFileDialog") or dialog.inherits("QPrintDialog")


_asker: Asker = Asker()


@contextmanager
def answered(asker: Asker) -> Iterator[Asker]:
    """For tests: this asker answers instead of a person."""
    global _asker
    before, _asker = _asker, asker
    try:
        yield asker
    finally:
        _asker = before


def tell(parent: QWidget | None, title: str, words: str, *, warning: bool = False) -> None:
    """Say something that must be read; does not wait for it."""
    _asker.tell(parent, title, words, warning=warning)


def confirm(parent: QWidget | None, title: str, words: str, yes: str) -> bool:
    """True when the person agrees; ``yes`` is the word on the button."""
    return _asker.confirm(parent, title, words, yes)


def reason(parent: QWidget | None, title: str, words: str, accept: str) -> str | None:
    """A reason in the person's words (NFC, not empty), or None."""
    return _asker.reason(parent, title, words, accept)


def save_path(parent: QWidget | None, title: str, name: str, kinds: str = "PDF (*.pdf)") -> Path | None:
    """Where to save a file named ``name``, or None."""
    return _asker.save_path(parent, title, name, kinds)


def open_paths(parent: QWidget | None, title: str, kinds: str) -> Sequence[Path]:
    """The files to read; empty when the person went back."""
    return _asker.open_paths(parent, title, kinds)


def folder(parent: QWidget | None, title: str) -> Path | None:
    """A folder, or None."""
    return _asker.folder(parent, title)


def printer(parent: QWidget | None, printer: QPrinter, title: str) -> bool:
    """True when the person chose a printer."""
    return _asker.printer(parent, printer, title)


def show_error(error: BaseException, parent: QWidget | None = None) -> None:
    """Show an error: a sentence for what the program knows, a report that can be copied for its own faults."""
    parent = parent or _front()
    if isinstance(error, OcopError):
        _log.info("shown: %s", error.code)
        serious = isinstance(error, Environment | Damaged)
        _asker.tell(parent, QCoreApplication.translate("ask", "OCOP Desktop"), texts.error(error), warning=serious)
        return
    _log.error("fault at %s\n%s", log.place(error), log.describe(error))
    show_fault(log.place(error), log.describe(error), parent)


def show_fault(place: str, report: str, parent: QWidget | None = None) -> None:
    """Show a fault of the program, each place once."""
    if place in _shown_places:
        return
    _shown_places.add(place)
    _asker.report(parent or QApplication.activeWindow(), place, report)


class ReasonDialog(QDialog):
    """Asks for a reason; the button stays off until something is written."""

    def __init__(self, title: str, words: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self._edit = QPlainTextEdit()
        self._edit.setObjectName("reason")
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(words)
        self._edit.setMinimumHeight(96)
        self._accept = button(accept, primary=True, name="accept")
        self._accept.setEnabled(False)
        self._accept.clicked.connect(self.accept)
        back = button(self.tr("Quay lại"), name="back")
        back.clicked.connect(self.reject)
        self._edit.textChanged.connect(self._changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(10)
        box.addWidget(text(words, wrap=True))
        box.addWidget(self._edit)
        box.addLayout(row(None, back, self._accept))

    def reason(self) -> str:
        """What was written, NFC."""
        return clean(self._edit.toPlainText()).strip()

    def accept(self) -> None:
        """Take what the input method still holds, then close."""
        QGuiApplication.inputMethod().commit()
        super().accept()

    def _changed(self) -> None:
        self._accept.setEnabled(bool(self._edit.toPlainText().strip()))


class ReportDialog(QDialog):
    """A fault of the program: what happened in one sentence, and a text to send, without any typed value."""

    def __init__(self, place: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Chương trình gặp lỗi"))
        self.resize(620, 420)
        words = self.tr(
            "Chương trình gặp lỗi ở một chỗ. Những gì đã lưu vẫn còn nguyên và có thể làm tiếp. "
            "Đoạn dưới đây không chứa nội dung hồ sơ; hãy chép và gửi cho văn phòng OCOP tỉnh."
        )
        self._report = QPlainTextEdit(f"{place}\n\n{report}")
        self._report.setReadOnly(True)
        self._report.setObjectName("report")
        copy = button(self.tr("Chép đoạn này"), primary=True, name="copy")
        copy.clicked.connect(self._copy)
        self._copied = text("", "quiet")
        set_role(self._copied, "quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(10)
        box.addWidget(text(words, wrap=True))
        box.addWidget(self._report, 1)
        box.addLayout(row(self._copied, None, copy, buttons))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._copied.setText(self.tr("Đã chép."))
