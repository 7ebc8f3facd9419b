"""What stands before an open office: the card in the middle of the window, and what first run and unlock are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ocop_desktop.ui import style
from ocop_desktop.ui.jobs import Jobs
from ocop_desktop.ui.widgets import Card, row, text

if TYPE_CHECKING:
    from ocop_desktop.storage.db import Key

CARD_WIDTH = 640


@dataclass(frozen=True)
class Entrance:
    """Where the database stands, the lanes of work, and what to do with its key once it is known."""

    database: Path
    jobs: Jobs
    use_key: Callable[[Key], None]


class EntrancePage(QWidget):
    """A card in the middle of an empty window, under the program's name."""

    def __init__(self, width: int = CARD_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel()
        ratio = self.devicePixelRatioF()
        picture = QPixmap(style.icon_path("ocop-desktop"))
        side = round(36 * ratio)
        picture = picture.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        picture.setDevicePixelRatio(ratio)
        mark.setPixmap(picture)
        name = row(mark, text("OCOP Desktop", "title"), None, spacing=10)
        self.card = Card()
        self.card.box.setContentsMargins(24, 20, 24, 20)
        self.card.box.setSpacing(12)
        middle = QWidget()
        middle.setFixedWidth(width)
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        box.addLayout(name)
        box.addWidget(self.card)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
