"""Fields for a passphrase: nothing is stored here, nothing is forbidden but what is too short."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ocop_desktop.domain.text import clean
from ocop_desktop.storage.vault import MIN_PASSPHRASE
from ocop_desktop.ui.widgets import column, row, set_role, text

GOOD_LENGTH = 15


class PassphraseEdit(QLineEdit):
    """A hidden line that notices Caps Lock by what it types, since Qt does not tell."""

    caps = Signal(object)

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        """What was typed, NFC: the same whichever way the accents were typed."""
        return clean(self.text()).strip()

    def show_letters(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it, means Caps Lock."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(letter.isupper() != shift)
        super().keyPressEvent(event)


class NewPassphrase(QWidget):
    """A new passphrase, typed twice, with a plain hint about its strength. ``changed`` on every key."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseEdit("passphrase", self.tr("Câu mật khẩu"))
        self.second = PassphraseEdit("passphrase-again", self.tr("Gõ lại câu mật khẩu"))
        self._show = QCheckBox(self.tr("Hiện chữ"))
        self._show.setObjectName("show-letters")
        self._show.toggled.connect(self.first.show_letters)
        self._show.toggled.connect(self.second.show_letters)
        self._hint = text("", "small", wrap=True)
        self._hint.setObjectName("passphrase-hint")
        self._caps = False
        for edit in (self.first, self.second):
            edit.textChanged.connect(self._changed)
            edit.caps.connect(self._noticed)
        left = column(text(self.tr("Câu mật khẩu"), "label"), self.first, spacing=4)
        right = column(text(self.tr("Gõ lại câu mật khẩu"), "label"), self.second, spacing=4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(row(left, right, spacing=12))
        line = row(self._hint, self._show)
        line.setStretch(0, 1)
        box.addLayout(line)
        self._changed()

    def value(self) -> str:
        """The passphrase, when it is long enough and both are the same; else empty."""
        QGuiApplication.inputMethod().commit()
        first = self.first.value()
        return first if len(first) >= MIN_PASSPHRASE and first == self.second.value() else ""

    def ready(self) -> bool:
        """Whether it can be used."""
        first = self.first.value()
        return len(first) >= MIN_PASSPHRASE and first == self.second.value()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _noticed(self, on: object) -> None:
        self._caps = bool(on)
        self._changed()

    def _changed(self) -> None:
        words, tone = self._judge()
        self._hint.setText(words)
        set_role(self._hint, "problem" if tone == "danger" else "small", tone)
        self.changed.emit()

    def _judge(self) -> tuple[str, str]:
        first, second = self.first.value(), self.second.value()
        if self._caps:
            return self.tr("Phím Caps Lock đang bật."), "danger"
        if not first:
            return self.tr("Ít nhất {least} ký tự. Một câu dài, dễ nhớ là tốt nhất.").format(least=MIN_PASSPHRASE), ""
        if len(first) < MIN_PASSPHRASE:
            return self.tr("Còn thiếu {count} ký tự.").format(count=MIN_PASSPHRASE - len(first)), ""
        if second and not first.startswith(second):
            return self.tr("Hai lần gõ chưa giống nhau."), "danger"
        if first.isdecimal() or len(set(first)) < 5:
            return self.tr("Dùng được nhưng dễ đoán. Hãy thêm vài từ."), ""
        if len(first) < GOOD_LENGTH:
            return self.tr("Dùng được. Thêm một hai từ nữa thì chắc hơn."), ""
        if not first.isascii():
            return self.tr("Tốt. Câu có dấu: lần sau hãy gõ đúng kiểu gõ này."), "accent"
        return self.tr("Tốt."), "accent"
