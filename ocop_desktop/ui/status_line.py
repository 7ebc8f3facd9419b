"""The line at the bottom, where the program speaks by itself: saved, waiting, the line."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import set_role, text

SAID_MS = 8_000


class StatusLine(QWidget):
    """Left: when the last write was safe, what waits for the province, the last sentence. Right: the line."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "status")
        self.setObjectName("status")
        self._saved = text("", "strong")
        self._saved.setObjectName("saved")
        self._waiting = text("", "quiet")
        self._waiting.setObjectName("waiting")
        self._said = text("", "quiet")
        self._said.setObjectName("said")
        self._line = text("", "quiet")
        self._line.setObjectName("line")
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 4, 14, 4)
        box.setSpacing(18)
        for label in (self._saved, self._waiting, self._said):
            box.addWidget(label)
        self._saved.hide()
        box.addStretch(1)
        box.addWidget(self._line)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(SAID_MS)
        self._fade.timeout.connect(self._said.clear)
        office.saved.connect(self._show_saved)
        office.said.connect(self.say)

    def show_waiting(self, waiting: int, last: str | None) -> None:
        """How many records wait for the province, and when both sides were last the same (UTC ISO)."""
        words = []
        if waiting:
            words.append(self.tr("{count} hồ sơ chờ gửi").format(count=waiting))
        if last:
            words.append(self.tr("lần cuối {moment}").format(moment=texts.day_and_hour(last)))
        self._waiting.setText(" · ".join(words))
        self._waiting.setVisible(bool(words))

    def say(self, words: str) -> None:
        """A short sentence that goes away by itself."""
        self._said.setText(words)
        self._fade.start()

    def show_progress(self, words: str) -> None:
        """What a synchronisation is doing; empty when it ended."""
        self._fade.stop()
        self._said.setText(words)

    def _show_saved(self, at: object) -> None:
        self._saved.show()
        self._saved.setText(self.tr("✓ Đã lưu {hour}").format(hour=texts.hour(at)))  # type: ignore[arg-type]

    def show_line(self, state: object) -> None:
        """How it stands with the line: a ``line.watch.State``."""
        words = {
            "unknown": self.tr("Làm việc ngoại tuyến"),
            "off": self.tr("Đồng bộ khi bấm F5"),
            "no_network": self.tr("Không có mạng: làm việc bình thường"),
            "metered": self.tr("Mạng tính tiền: chỉ đồng bộ khi bấm F5"),
            "no_province": self.tr("Chưa tới được tỉnh, sẽ tự thử lại"),
            "line": self.tr("Có đường tới tỉnh"),
            "syncing": self.tr("Đang đồng bộ…"),
        }
        self._line.setText(words[str(state)])
