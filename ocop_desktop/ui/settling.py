"""Let a window work until it has come to rest: for the self-test and for pictures of the screens."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

PATIENCE_SECONDS = 60
QUIET_SECONDS = 0.25


def settle(pending: Callable[[], int], ready: Callable[[], bool] = lambda: True) -> None:
    """Return when nothing is ``pending`` and ``ready`` holds for a moment. ``TimeoutError`` when that never comes."""
    until = time.monotonic() + PATIENCE_SECONDS
    quiet = time.monotonic()
    while time.monotonic() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if pending() or not ready():
            quiet = time.monotonic()
        elif time.monotonic() - quiet > QUIET_SECONDS:
            return
        time.sleep(0.005)
    raise TimeoutError("the window did not come to rest")
