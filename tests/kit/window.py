"""The whole window in a test: begun, unlocked, at rest."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ocop_desktop.ui import sample_office
from ocop_desktop.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
PATIENCE_SECONDS = 30


def rest(window: MainWindow, ready: Callable[[], object] = lambda: True) -> None:
    """Let the window work until no job is under way and ``ready`` holds."""
    until = time.monotonic() + PATIENCE_SECONDS
    still = 0
    while still < 5:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        still = 0 if window.jobs.pending or not ready() else still + 1
        assert time.monotonic() < until, f"the window did not come to rest; {_where()}"
        time.sleep(0.002)


def _where() -> str:
    """What has the keyboard: a shortcut works only in the window that is active."""
    return f"active: {QApplication.activeWindow()!r}, focus: {QApplication.focusWidget()!r}"


def child(window: QWidget, name: str, kind: type[W]) -> W:
    """The visible widget of a name."""
    found = [widget for widget in window.findChildren(kind, name) if widget.isVisible()]
    assert found, f"{name} is not on screen; {_where()}"
    return found[0]


def dialogs(window: QWidget) -> list[QDialog]:
    """The dialogs on screen."""
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


@contextmanager
def a_window(database: Path) -> Iterator[MainWindow]:
    """A window that has begun: at first run, or locked."""
    window = MainWindow(database, lambda: sample_office.NOW)
    window.begin()
    window.show()
    window.activateWindow()
    try:
        rest(window, window.isActiveWindow)
        yield window
    finally:
        window.close()
        QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete: nothing of this window outlives its test
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, 52)
