"""All that is held about one person, as a file; and a PC that leaves service."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ocop_desktop.actions import personal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.personal import WIPE_WORD, Exported, Unsent
from ocop_desktop.domain.text import one_line, show_count
from ocop_desktop.errors import OcopError
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, button, row, text


class PersonalCard(Card):
    """A representative asks what is held about them: their name, and a file."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._office = office
        self.box.addWidget(text(self.tr("Dữ liệu cá nhân của một người"), "heading"))
        words = self.tr(
            "Người đại diện có quyền xem dữ liệu đang giữ về mình: gõ họ tên như trong hồ sơ, rồi xuất ra tệp."
        )
        self.box.addWidget(text(words, "small", wrap=True))
        self._name = QLineEdit()
        self._name.setObjectName("personal-name")
        self._name.setAccessibleName(self.tr("Họ tên người đại diện"))
        self._name.setPlaceholderText(self.tr("Họ tên người đại diện"))
        self._export = button(self.tr("Xuất dữ liệu…"), name="personal-export")
        self._export.setEnabled(False)
        self._export.clicked.connect(self._go)
        self._name.textChanged.connect(self._check)
        self._name.returnPressed.connect(self._export.click)
        line = row(self._name, self._export)
        line.setStretch(0, 1)
        self.box.addLayout(line)
        self._said = _said("personal-said")
        self.box.addWidget(self._said)

    def _check(self, typed: str) -> None:
        self._export.setEnabled(bool(one_line(typed)))

    def _go(self) -> None:
        title = self.tr("Xuất dữ liệu của một người")
        out = ask.save_path(self, title, "du-lieu-ca-nhan.json", "JSON (*.json)")
        if out is not None:
            name = one_line(self._name.text())
            self._office.jobs.write(partial(personal.export, person=name, out=out), self._done, self._failed)

    def _done(self, told: Exported) -> None:
        words = self.tr("Đã xuất {producers} chủ thể, {dossiers} hồ sơ. Tệp là dữ liệu cá nhân: hãy giữ như hồ sơ.")
        _say(self._said, words.format(producers=show_count(told.producers), dossiers=show_count(told.dossiers)))

    def _failed(self, error: BaseException) -> None:
        _fail(self._office, self._said, error)


class LeavingCard(Card):
    """Wipes this PC. What the province has not is named first, and then only a typed word goes on."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._office = office
        self.box.addWidget(text(self.tr("Máy thôi dùng"), "heading"))
        words = self.tr(
            "Trước khi chuyển máy đi: giao hồ sơ, đồng bộ, rồi xóa sạch. Khóa bị ghi đè trước, không ai đọc lại được."
        )
        self.box.addWidget(text(words, "small", wrap=True))
        self._begin = button(self.tr("Xóa sạch dữ liệu của máy này…"), name="wipe")
        self._begin.clicked.connect(self._look)
        self.box.addLayout(row(self._begin, None))
        self._said = _said("wipe-said")
        self.box.addWidget(self._said)
        self._word = QLineEdit()
        self._word.setObjectName("wipe-word")
        self._word.setAccessibleName(self.tr("Chữ xác nhận"))
        self._word.setMaximumWidth(160)
        self._force = button(self.tr("Vẫn xóa"), name="wipe-force")
        self._force.setEnabled(False)
        self._force.clicked.connect(self._agree)
        self._word.textChanged.connect(self._check)
        self._forced = QWidget()
        line = row(self._word, self._force, None)
        line.setContentsMargins(0, 0, 0, 0)
        self._forced.setLayout(line)
        self._forced.hide()
        self.box.addWidget(self._forced)

    def _look(self) -> None:
        self._word.clear()
        self._forced.hide()
        _say(self._said, "")
        self._office.jobs.read(personal.unsent, self._weigh)

    def _weigh(self, left: Unsent) -> None:
        if not left.records and not left.files:
            self._agree()
            return
        details = {"records": left.records, "files": left.files, "word": WIPE_WORD}
        _say(self._said, texts.sentence("wipe.unsent", details))
        self._forced.show()
        self._word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self, typed: str) -> None:
        self._force.setEnabled(typed.strip() == WIPE_WORD)

    def _agree(self) -> None:
        word = self._word.text().strip()
        title = self.tr("Xóa sạch dữ liệu của máy này")
        words = self.tr("Mọi hồ sơ, tệp và bản sao trên máy này sẽ mất, không lấy lại được. Bản sao trên USB vẫn còn.")
        if ask.confirm(self, title, words, self.tr("Xóa sạch")):
            allowed = partial(self._go, word)
            self._office.jobs.write(partial(personal.prepare_wipe, word=word), allowed, self._failed)

    def _go(self, word: str, _changes: Changes) -> None:
        self._office.wipe_requested.emit(word)

    def _failed(self, error: BaseException) -> None:
        _fail(self._office, self._said, error)


def _said(name: str) -> QLabel:
    label = text("", "quiet", wrap=True)
    label.setObjectName(name)
    label.hide()
    return label


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _fail(office: OfficeContext, label: QLabel, error: BaseException) -> None:
    if isinstance(error, OcopError):
        _say(label, texts.error(error))
    else:
        office.jobs.failed.emit(error)
