"""Ethnicity and home address stay covered on screen until somebody asks to see them; the asking is written down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ocop_desktop.domain.forms import Value
from ocop_desktop.ui.fields import Editor
from ocop_desktop.ui.widgets import link

DOTS = "••••••"
Look = Callable[[str, Callable[[object], object]], object]
"""Write down that a field is looked at, then call."""


class Masked(Editor):
    """An editor under a cover. An empty field has none: it is there to be typed into."""

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(editor.field, parent)
        self._editor = editor
        self._look = look
        self._asked = False
        self._dots = QLineEdit(DOTS)
        self._dots.setReadOnly(True)
        self._dots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cover = link(self.tr("Hiện"), f"{editor.field.key}.cover")
        self._cover.setToolTip(
            self.tr("Dữ liệu cá nhân nhạy cảm: mỗi lần xem được ghi vào nhật ký, không ghi nội dung.")
        )
        self._cover.clicked.connect(self._ask)
        editor.edited.connect(self.edited)
        editor.left.connect(self.left)
        editor.entered.connect(self.entered)
        self._row.addWidget(self._dots, 1)
        self._row.addWidget(self._cover)
        self._row.addWidget(editor, 1)
        self._show()

    def text(self) -> str:
        return self._editor.text()

    def put(self, text: str) -> None:
        self._editor.put(text)
        self._show()

    def lock(self, locked: bool) -> None:
        self._editor.lock(locked)

    def load(self, value: Value, unparsed: str = "", *, under_hands: bool = False) -> bool:
        """As every editor; another dossier's field is covered again."""
        if under_hands:
            self._asked = False
        return super().load(value, unparsed, under_hands=under_hands)

    def covered(self) -> bool:
        """Whether the text cannot be read now."""
        return not self._cover.isHidden()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab, another page: covered when it comes back."""
        super().hideEvent(event)
        self._asked = False
        self._show(leaving=True)

    def _ask(self) -> None:
        self._look(self.field.key, self._uncover)

    def _uncover(self, _written: object) -> None:
        self._asked = True
        self._show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, leaving: bool = False) -> None:
        typing = self._editor.has_focus() and not leaving
        covered = not self._asked and bool(self._editor.text()) and not typing
        self._dots.setVisible(covered)
        self._cover.setVisible(covered)
        self._editor.setVisible(not covered)
        self.setFocusProxy(self._cover if covered else self._editor.focusProxy() or self._editor)
