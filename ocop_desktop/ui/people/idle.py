"""The office locks itself when nobody touches the PC for a while. What was typed is saved by the lock, as by Ctrl L."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions.changes import Changes
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext

REST = "ui.rest_minutes"
DEFAULT_MINUTES = 10
MINUTES = (2, 5, 10, 15, 30, 60)

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


def _minutes(db: Db) -> int:
    found = office_actions.own_setting(db, REST)
    return found if isinstance(found, int) and found in MINUTES else DEFAULT_MINUTES


class IdleLock(QObject):
    """Asks for the lock after the minutes of the setting without a key or the mouse.

    A round to the province that is under way puts it off. Open dialogs do not: they are there again, with what was typed,
    for the same officer (``parking``).
    """

    def __init__(self, office: OfficeContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(DEFAULT_MINUTES * 60_000)
        self.timer.timeout.connect(self._rested)
        office.changed.connect(self._changed)
        self.begin()
        office.jobs.read(_minutes, self._take)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there."""
        if event.type() in _TOUCHES:
            self.timer.start()
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Somebody is in the office."""
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.timer.start()

    def stop(self) -> None:
        """The office closes."""
        self.timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and changes.settings:
            self._office.jobs.read(_minutes, self._take)

    def _take(self, minutes: int) -> None:
        if self.timer.interval() != minutes * 60_000:
            self.timer.setInterval(minutes * 60_000)

    def _rested(self) -> None:
        if self._office.rounds.running:
            self.timer.start()
        else:
            self._office.lock_requested.emit()
