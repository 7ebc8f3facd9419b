"""How the window looks on this PC, and a new passphrase."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions import people
from ocop_desktop.errors import OcopError
from ocop_desktop.storage import vault
from ocop_desktop.storage.db import Key
from ocop_desktop.ui import ask, preferences, style, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.passphrase import NewPassphrase, PassphraseEdit
from ocop_desktop.ui.widgets import Card, PageScroll, button, column, row, text


class WindowSection(PageScroll):
    """Language, colours, font: kept on this PC, outside the database."""

    def __init__(self, _office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        chosen = preferences.load()
        self._language = self._choice("language", (("vi", "Tiếng Việt"), ("en", "English")), chosen.language)
        themes = (("", self.tr("Theo hệ thống")), ("light", self.tr("Sáng")), ("dark", self.tr("Tối")))
        self._theme = self._choice("theme", themes, chosen.theme)
        fonts = (("", "Be Vietnam Pro"), ("system", self.tr("Phông chữ của hệ thống")))
        self._font = self._choice("font", fonts, chosen.font)
        self._note = text("", "quiet", wrap=True)
        card = Card(self.tr("Cửa sổ"))
        card.setMaximumWidth(760)
        for words, choice in (
            (self.tr("Ngôn ngữ"), self._language),
            (self.tr("Màu nền"), self._theme),
            (self.tr("Phông chữ"), self._font),
        ):
            choice.setAccessibleName(words)
            choice.setMaximumWidth(320)
            card.box.addLayout(column(text(words, "label"), choice, spacing=4))
        card.box.addWidget(self._note)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(card)
        self.box.addStretch(1)

    def _choice(self, name: str, options: tuple[tuple[str, str], ...], now: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for value, words in options:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(now)))
        box.activated.connect(self._changed)
        return box

    def _changed(self, _index: int) -> None:
        before = preferences.load()
        now = msgspec.structs.replace(
            before,
            language=str(self._language.currentData()),
            theme=str(self._theme.currentData()),
            font=str(self._font.currentData()),
        )
        preferences.save(now)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, now.theme, now.font)
        if now.language != before.language:
            self._note.setText(self.tr("Ngôn ngữ đổi khi mở lại chương trình."))


class PassphraseSection(PageScroll):
    """Change the passphrase: the one in use first, so that nobody does it at an unlocked PC."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._busy = False
        self._now = PassphraseEdit("passphrase-now", self.tr("Câu mật khẩu đang dùng"))
        self._now.setMaximumWidth(360)
        self._fresh = NewPassphrase()
        self._note = text("", "quiet", wrap=True)
        self._note.setObjectName("passphrase-note")
        self._change = button(self.tr("Đổi câu mật khẩu"), primary=True, name="change-passphrase")
        self._change.clicked.connect(self._go)
        self._now.textChanged.connect(self._check)
        self._fresh.changed.connect(self._check)
        card = Card(self.tr("Đổi câu mật khẩu"))
        card.setMaximumWidth(760)
        card.box.addWidget(text(self.tr("Khóa khôi phục đã in vẫn dùng được sau khi đổi."), "quiet", wrap=True))
        card.box.addLayout(column(text(self.tr("Câu mật khẩu đang dùng"), "label"), self._now, spacing=4))
        card.box.addWidget(self._fresh)
        line = row(self._note, self._change)
        line.setStretch(0, 1)
        card.box.addLayout(line)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(card)
        self.box.addStretch(1)
        self._check()

    def _check(self) -> None:
        self._change.setEnabled(bool(self._now.text()) and self._fresh.ready() and not self._busy)

    def _go(self) -> None:
        database, now, fresh = self._office.database, self._now.value(), self._fresh.value()
        person = vault.person_of(self._office.key())
        if not fresh:
            return
        self._busy = True
        self._check()
        self._note.setText(self.tr("Đang đổi…"))

        def change(key: Key) -> None:
            write = partial(people.change_passphrase, key=key, passphrase=fresh)
            self._office.jobs.write(write, self._done, self._failed)

        self._office.jobs.work(lambda: office_actions.unlock(database, now, person), change, self._failed)

    def _done(self, _nothing: object) -> None:
        self._busy = False
        self._now.clear()
        self._fresh.clear()
        self._note.setText(self.tr("Đã đổi. Lần mở sau dùng câu mới."))
        self._check()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        self._check()
        if isinstance(error, OcopError):
            self._note.setText(texts.error(error))
        else:
            self._note.clear()
            ask.show_error(error, self)
