"""One line of the register, to write or to complete."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ocop_desktop.actions import register
from ocop_desktop.actions.changes import Changes
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.letters import Letter
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Line
from ocop_desktop.ui.widgets import button, column, row, text

_DATES = frozenset({"issued_on", "sent_on"})
_PLACES = (
    ("number", 0, 0, 1),
    ("symbol", 0, 1, 1),
    ("issued_on", 0, 2, 1),
    ("kind", 1, 0, 1),
    ("summary", 1, 1, 2),
    ("signer", 2, 0, 1),
    ("recipients", 2, 1, 2),
    ("keeper", 3, 0, 1),
    ("copies", 3, 1, 1),
    ("sent_on", 3, 2, 1),
    ("received_by", 4, 0, 1),
    ("note", 4, 1, 2),
)


class LetterDialog(QDialog):
    """All columns; number and day of a report are read only, for they are given on its dossier."""

    saved = Signal(object)
    """The ``Changes`` of the write."""

    def __init__(
        self, office: OfficeContext, letter: Letter | None, number: str, symbol: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._letter = letter
        self.setObjectName("letter")
        self.setWindowTitle(self.tr("Văn bản đi"))
        self.setMinimumWidth(720)
        names = {
            "number": self.tr("Số"),
            "symbol": self.tr("Ký hiệu"),
            "issued_on": self.tr("Ngày văn bản"),
            "kind": self.tr("Tên loại"),
            "summary": self.tr("Trích yếu nội dung"),
            "signer": self.tr("Người ký"),
            "recipients": self.tr("Nơi nhận"),
            "keeper": self.tr("Đơn vị, người nhận bản lưu"),
            "copies": self.tr("Số lượng bản"),
            "sent_on": self.tr("Ngày chuyển"),
            "received_by": self.tr("Ký nhận"),
            "note": self.tr("Ghi chú"),
        }
        self._lines: dict[str, Line] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for at in range(3):
            grid.setColumnStretch(at, 1)
        for name, line, at, span in _PLACES:
            made = Line()
            made.setObjectName(f"letter.{name}")
            made.setAccessibleName(names[name])
            made.entered.connect(partial(self._next, name))
            self._lines[name] = made
            grid.addLayout(column(text(names[name], "label"), made, spacing=4), line, at, 1, span)
        self._problem = text("", "", "danger", wrap=True)
        self._problem.setObjectName("letter.problem")
        self._problem.hide()
        self._save = button(self.tr("Ghi vào sổ"), primary=True, name="letter.save")
        self._save.clicked.connect(self.save)
        back = button(self.tr("Quay lại"), name="letter.back")
        back.clicked.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(12)
        box.addLayout(grid)
        box.addWidget(self._problem)
        box.addLayout(row(None, back, self._save))
        self._fill(letter, number, symbol)

    def _fill(self, letter: Letter | None, number: str, symbol: str) -> None:
        if letter is None:
            given = {"number": number, "symbol": symbol}
        else:
            given = {name: str(getattr(letter, name) or "") for name in self._lines}
            given |= {name: KINDS["date"].show(given[name] or None) for name in _DATES}
        for name, words in given.items():
            self._lines[name].setText(words)
        if letter is not None and letter.report:
            for name in ("number", "issued_on"):
                self._lines[name].setReadOnly(True)
                self._lines[name].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                self._lines[name].setToolTip(self.tr("Số và ngày của báo cáo được ghi ở hồ sơ, bước 4."))
        first = "keeper" if letter is not None and letter.report else "issued_on" if letter is None else "number"
        self._lines[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Write the line, or say what is not right and stand on it."""
        QGuiApplication.inputMethod().commit()
        values: Values = {}
        for name, line in self._lines.items():
            kind = "date" if name in _DATES else "count" if name == "copies" else "text"
            try:
                values[name] = self._read(kind, line.text())
            except Refused as error:
                self._say(texts.error(error))
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        action = partial(register.save_letter, values=values, letter=self._letter.id if self._letter else None)
        self._office.jobs.write(action, self._saved, self._failed)

    @staticmethod
    def _read(kind: str, words: str) -> Value:
        return KINDS[kind].parse(words) if kind != "text" else (words.strip() or None)

    def _saved(self, changes: Changes) -> None:
        self.saved.emit(changes)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, OcopError):
            self._say(texts.error(error))
            wanted = {"letter.number": "number", "letter.taken": "number", "letter.summary": "summary"}
            self._lines[wanted.get(error.code, "issued_on")].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._office.jobs.failed.emit(error)

    def _next(self, name: str) -> None:
        names = [each for each, line in self._lines.items() if not line.isReadOnly()]
        at = names.index(name) + 1
        if at < len(names):
            self._lines[names[at]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._save.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
