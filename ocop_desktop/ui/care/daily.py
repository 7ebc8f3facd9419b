"""One copy a day at each place that is there, made by itself while the officer works."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ocop_desktop.actions import care
from ocop_desktop.errors import OcopError
from ocop_desktop.storage.backups import Copy
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext

FIRST_MS, AGAIN_MS = 120_000, 1_800_000
"""Two minutes after opening, when the morning's first clicks are done; then each half hour, for a stick put in later."""


class DailyCopies(QObject):
    """Asks now and then whether a place lacks today's copy, and makes it on a lane of its own."""

    def __init__(self, office: OfficeContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_MS)

    def look(self) -> None:
        """Make what is due."""
        self._timer.start(AGAIN_MS)
        if not self._busy:
            today = self._office.today()
            self._office.jobs.read(lambda db: care.due(db, today), self._make)

    def _make(self, places: tuple[Path, ...]) -> None:
        if not places or self._busy:
            return
        self._busy = True
        path, key = self._office.database, self._office.key()
        self._office.jobs.work(lambda: care.back_up(path, key, places, "daily"), self._made, self._failed)

    def _made(self, _copies: list[Copy]) -> None:
        self._busy = False
        self._office.said.emit(self.tr("Đã sao lưu hôm nay."))

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if isinstance(error, OcopError):  # a full stick must not stop the work: it is said, and tried again later
            self._office.said.emit(self.tr("Chưa sao lưu được: {why}").format(why=texts.error(error)))
        else:
            self._office.jobs.failed.emit(error)
