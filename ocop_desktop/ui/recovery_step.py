"""The recovery key, shown and printed this once; the person says that it is kept before going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ocop_desktop.actions import documents, office
from ocop_desktop.actions.documents import Paper
from ocop_desktop.domain.text import fold
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.jobs import Jobs
from ocop_desktop.ui.widgets import Card, button, row, text

if TYPE_CHECKING:
    from ocop_desktop.ui.preview import Preview


def sheet(db: Db, key: str) -> Paper:
    """The recovery key on paper, with today's date and the office's name."""
    return documents.recovery_sheet(office.office(db), key, db.clock().astimezone().date())


class RecoveryStep(QWidget):
    """``kept()`` once the person ticks that the key is in a safe place, or types its last group back."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._key = ""
        self._preview: Preview | None = None
        card = Card(tone="accent")
        self._shown = text("", wrap=True)
        self._shown.setObjectName("recovery-key")
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(13)
        font.setWeight(QFont.Weight.DemiBold)
        self._shown.setStyleSheet(f'font-family: "{font.family()}"; font-size: 13pt; font-weight: 600;')
        card.box.addWidget(self._shown)
        self.print_button = button(self.tr("Xem, in hoặc lưu tờ khóa"), name="print-recovery")
        self.print_button.clicked.connect(self._print)
        self._tick = QCheckBox(self.tr("Tôi đã in hoặc chép khóa này và cất ở nơi an toàn, không để cùng máy"))
        self._tick.setObjectName("kept")
        self._tick.toggled.connect(self.changed)
        self._typed = QLineEdit()
        self._typed.setObjectName("last-group")
        self._typed.setFixedWidth(120)
        self._typed.setAccessibleName(self.tr("Gõ lại nhóm cuối của khóa"))
        self._typed.textChanged.connect(self.changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(card)
        box.addLayout(row(self.print_button, None))
        box.addWidget(self._tick)
        box.addLayout(row(text(self.tr("hoặc gõ lại nhóm cuối của khóa:"), "quiet"), self._typed, None))
        box.addStretch(1)

    def show_key(self, key: str) -> None:
        """Show a key, grouped as it is printed."""
        self._key = key
        self._shown.setText(key)

    def kept(self) -> bool:
        """Whether the person said, or showed, that the key is written down."""
        last = self._key.replace(" ", "-").rpartition("-")[2]
        return self._tick.isChecked() or bool(last and fold(self._typed.text()) == fold(last))

    def _print(self) -> None:
        key = self._key
        self._jobs.read(lambda db: sheet(db, key), self._show_paper)

    def _show_paper(self, paper: Paper) -> None:
        from ocop_desktop.ui.preview import Preview  # not before something is previewed

        self._preview = Preview(paper, self._jobs, self.window())
        self._preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview.open()
