"""The printed conditions that end an assessment: a person ticks them, nothing in the program does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from ocop_desktop.domain.scoring import Rejection
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.widgets import Card, PageScroll, row, text


class ConditionsPage(PageScroll):
    """One box for each condition, kept in the dossier as ``dossier.reject.<n>``."""

    def __init__(self, conditions: Sequence[Rejection], draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._boxes: dict[str, QCheckBox] = {}
        self.box.setContentsMargins(0, 0, 6, 0)
        card = Card(self.tr("Điều kiện loại hồ sơ"))
        words = self.tr("Chỉ đánh dấu khi đã có căn cứ. Đánh dấu một điều kiện thì không ước tính hạng sao.")
        card.box.addWidget(text(words, "quiet", wrap=True))
        for each in conditions:
            self._add(card, each)
        self.box.addWidget(card)
        self.box.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what is ticked now."""
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(self._draft.value(key) is True)
            box.blockSignals(False)
            box.setEnabled(not self._draft.locked)

    def show_field(self, key: str) -> bool:
        """Put the cursor on a condition; False when it is not here."""
        if (box := self._boxes.get(key)) is None:
            return False
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(box, 0, 40)
        return True

    def _add(self, card: Card, each: Rejection) -> None:
        box = QCheckBox()
        box.setObjectName(each.key)
        box.setAccessibleName(each.rule.text)
        box.toggled.connect(partial(self._ticked, each.key))
        words = self.tr("Tiêu chí {no}: {words}").format(no=each.where, words=each.rule.text)
        label = QLabel(words if each.where else each.rule.text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(box)
        line = row(box, label, spacing=8)
        line.setStretch(1, 1)
        line.setAlignment(box, Qt.AlignmentFlag.AlignTop)
        card.box.addLayout(line)
        self._boxes[each.key] = box

    def _ticked(self, key: str, ticked: bool) -> None:
        self._draft.put(key, True if ticked else None)
