"""About the program: versions, where the data and the log stand."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ocop_desktop import __version__, paths
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.update_card import UpdateCard
from ocop_desktop.ui.widgets import Card, PageScroll, button, row, text


class AboutSection(PageScroll):
    """Facts an officer reads to the province's help desk."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = office.database.parent
        card = Card("OCOP Desktop")
        card.setMaximumWidth(860)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        facts = (
            (self.tr("Phiên bản"), __version__),
            ("Qt, PySide6", f"{qVersion()}, {PySide6.__version__}"),
            ("Python", platform.python_version()),
            (self.tr("Hệ điều hành"), f"{platform.system()} {platform.release()}"),
            (self.tr("Thư mục dữ liệu"), str(self._data)),
            (self.tr("Thư mục nhật ký"), str(paths.logs())),
        )
        for number, (name, value) in enumerate(facts):
            grid.addWidget(text(name, "quiet"), number, 0)
            grid.addWidget(text(value, wrap=True), number, 1)
        card.box.addLayout(grid)
        data = button(self.tr("Mở thư mục dữ liệu"), name="open-data")
        data.clicked.connect(self._open_data)
        logs = button(self.tr("Mở thư mục nhật ký"), name="open-logs")
        logs.clicked.connect(self._open_logs)
        card.box.addLayout(row(data, logs, None))
        words = self.tr(
            "Nhật ký ghi việc chương trình làm và lỗi gặp phải, không ghi nội dung hồ sơ. Chương trình không tự gửi gì ra ngoài."
        )
        card.box.addWidget(text(words, "small", wrap=True))
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(card)
        self._update = UpdateCard(office)
        self.box.addWidget(self._update)
        self.box.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Read whether a newer version is ready."""
        super().showEvent(event)
        self._update.refresh()

    def _open_data(self) -> None:
        _open(self._data)

    def _open_logs(self) -> None:
        _open(paths.logs())


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
