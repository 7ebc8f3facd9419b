"""Builds the application: language, dress, one instance, garbage on the GUI thread, the window."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ocop_desktop import __version__, log, paths
from ocop_desktop.errors import OcopError
from ocop_desktop.ui import ask, languages, opened, preferences, style, texts
from ocop_desktop.ui.display import has_display
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.single import SingleInstance

GARBAGE_MS = 10_000
NO_DISPLAY = "Không có màn hình để mở cửa sổ. Hãy chạy trên máy có màn hình, hoặc dùng lệnh: ocop-desktop --help"
ALREADY_OPEN = "OCOP Desktop đang mở trên máy này; cửa sổ đó đã được đưa lên trước."
NOT_ANSWERING = "OCOP Desktop đang mở nhưng không trả lời. Hãy đóng cửa sổ đó rồi mở lại."

_OFFSCREEN_NOISE = "This plugin does not support propagateSizeHints()"

_qt = logging.getLogger("qt")


def start(arguments: Sequence[str] = (), *, language: str = "", database: Path | None = None) -> int:
    """Open the window and stay until it is closed. 0 done, 1 another window does not answer, 2 no display."""
    if not has_display():
        say(NO_DISPLAY)
        return 2
    left = log.start()
    app = build([sys.argv[0] if sys.argv else "ocop-desktop", *arguments], language=language)
    log.hook(lambda place, report: ask.show_fault(place, report))
    database = database or paths.database()
    try:
        single = SingleInstance(database)
    except OSError as error:
        return _cannot_start(error)
    if not single.first:
        raised = single.raise_first()
        say(ALREADY_OPEN if raised else NOT_ANSWERING)
        return 0 if raised else 1
    opened.clear()  # what a crash left
    window = MainWindow(database)
    window.begin()
    window.show()
    QTimer.singleShot(0, window, lambda: single.listen(window.raise_up))
    if left:
        QTimer.singleShot(0, window, lambda: ask.show_fault("fault.log", left, window))
    try:
        return app.exec()
    finally:
        opened.clear()
        single.close()
        log.stop()


def build(arguments: Sequence[str], *, language: str = "", theme: str | None = None) -> QApplication:
    """The application, dressed and speaking; the one that is already there when there is one."""
    chosen = preferences.load()
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(list(arguments))
    app.setApplicationName("OCOP Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ocop-desktop")
    qInstallMessageHandler(_qt_says)
    languages.use(language or chosen.language)
    style.apply(app, chosen.theme if theme is None else theme, chosen.font)
    app.setWindowIcon(QIcon(style.icon_path("ocop-desktop")))
    app.styleHints().colorSchemeChanged.connect(_dress_again)
    collect_here(app)
    return app


def collect_here(app: QApplication) -> None:
    """Collect garbage on this thread only: a widget that dies on a worker takes the process with it."""
    gc.disable()
    timer = QTimer(app)
    timer.setInterval(GARBAGE_MS)
    timer.timeout.connect(_collect)
    timer.start()


def say(words: str) -> None:
    """One line for whoever started the program from a terminal; a windowed program on Windows has none."""
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")


def _collect() -> None:
    gc.collect()


def _dress_again() -> None:
    app = QApplication.instance()
    chosen = preferences.load()
    if isinstance(app, QApplication) and not chosen.theme:
        style.apply(app, chosen.theme, chosen.font)


def _cannot_start(error: OSError) -> int:
    from ocop_desktop.storage.durable import explain

    known: OcopError = explain(error)
    say(texts.error(known))
    return 1


def _qt_says(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    if words == _OFFSCREEN_NOISE:
        return
    _qt.log(levels.get(kind, logging.WARNING), "%s: %s", context.category, words)
