"""Draws every screen and dialog on a filled office, without a display: ``ocop-desktop --screenshots DIR``."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QTabBar, QWidget

from ocop_desktop import paths
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.exchange import Progress
from ocop_desktop.errors import Refused
from ocop_desktop.ui import ask, sample_office, texts
from ocop_desktop.ui.app import build, say
from ocop_desktop.ui.main_window import HEIGHT, WIDTH, MainWindow
from ocop_desktop.ui.pictures import SCENES
from ocop_desktop.ui.settings_page import SettingsPage
from ocop_desktop.ui.sync_page import SyncPage
from ocop_desktop.ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)

PATIENCE_SECONDS = 60
QUIET_SECONDS = 0.25
QUIET_ROUNDS = 15
"""On a busy PC a quarter of a second may be one round of events: what was to be laid out then still waits."""


def draw_all(out: Path, language: str = "vi", scale: str = "1", theme: str = "light") -> int:
    """Draw the pictures into ``out``, named in the order of the work; 0 when all were drawn.

    Must come before any QApplication: Qt reads platform and scale when it starts.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = scale
    os.environ["TZ"] = "Asia/Ho_Chi_Minh"
    if hasattr(time, "tzset"):
        time.tzset()
    out.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix="ocop-desktop-"))
    before = os.environ.get("OCOP_DESKTOP_HOME")
    os.environ["OCOP_DESKTOP_HOME"] = str(home)
    try:
        app = build(["ocop-desktop"], language=language, theme=theme)
        drawn = Drawing(app, out).draw(home)
    finally:
        if before is None:
            del os.environ["OCOP_DESKTOP_HOME"]
        else:
            os.environ["OCOP_DESKTOP_HOME"] = before
        shutil.rmtree(home, ignore_errors=True)
    say(f"{drawn} -> {out}")
    return 0


class Drawing:
    """One run through the program, a picture at each stop."""

    def __init__(self, app: QApplication, out: Path) -> None:
        self._app = app
        self._out = out
        self._drawn = 0
        self._window: MainWindow | None = None
        self.dossier = ""

    @property
    def window(self) -> MainWindow:
        """The window that is drawn."""
        assert self._window is not None
        return self._window

    @property
    def workspace(self) -> Workspace:
        """The pages of the open office."""
        assert self.window.workspace is not None
        return self.window.workspace

    def draw(self, home: Path) -> int:
        """Draw everything; gives the number of pictures."""
        self._first_run(home / "first" / "ocop.db")
        database = home / "ocop.db"
        passphrase = sample_office.create(database)
        window = self._open(database)
        self._unlock(window, passphrase)
        self._fill(window)
        self._pages(window)
        for scene in SCENES:
            scene(self)
        self._dialogs(window)
        window.close()
        self.settle(lambda: True)
        return self._drawn

    def _open(self, database: Path) -> MainWindow:
        self._window = MainWindow(database, lambda: sample_office.NOW)
        self._window.resize(QSize(WIDTH, HEIGHT))
        self._window.begin()
        self._window.show()
        self.settle()
        return self._window

    def open_window(self, database: Path) -> MainWindow:
        """Another office's window; ``show_window`` goes back."""
        return self._open(database)

    def show_window(self, window: MainWindow) -> None:
        """Go on with a window that was opened before."""
        self._window = window
        self.settle()

    def _first_run(self, database: Path) -> None:
        window = self._open(database)
        self.type(window, "unit-line", "tan trao")
        self.picture("01-lan-dau-don-vi")
        self.press(window, "next")
        self.type(window, "officer", "Hoàng Thị Mai")
        self.type(window, "signer", "Nguyễn Văn Thắng")
        self.type(window, "passphrase", "chè shan tuyết tháng ba")
        self.type(window, "passphrase-again", "chè shan tuyết tháng ba")
        self.picture("02-lan-dau-can-bo")
        self.press(window, "next")
        self.settle(lambda: bool(self.child(window, "recovery-key", QLabel).text()))
        self.picture("03-lan-dau-khoa-khoi-phuc")
        self.press(window, "print-recovery")
        self.dialog(window, "04-to-khoa-khoi-phuc")
        self.child(window, "kept", QCheckBox).setChecked(True)
        self.press(window, "next")
        self.settle(lambda: window.workspace is not None)
        self.picture("05-hom-nay-trong")
        if window.workspace is not None:
            window.workspace.show_page("dossiers")
        self.picture("06-ho-so-trong")
        window.close()
        self.settle()

    def _unlock(self, window: MainWindow, passphrase: str) -> None:
        self.picture("07-mo-khoa")
        self.type(window, "passphrase", "sai")
        self.press(window, "open")
        self.settle(lambda: bool(self.child(window, "problem", QLabel).text()))
        self.picture("08-mo-khoa-sai")
        self.press(window, "other-way")
        self.picture("09-mo-khoa-khoi-phuc")
        self.press(window, "other-way")
        self.settle(lambda: self.child(window, "open", QPushButton).text() != "")
        self.type(window, "passphrase", passphrase)
        self.settle(lambda: self.child(window, "open", QPushButton).isEnabled())
        self.press(window, "open")
        self.settle(lambda: window.workspace is not None)

    def _fill(self, window: MainWindow) -> None:
        found: list[str] = []
        window.jobs.work(lambda: window.jobs.run_unit_free(sample_office.fill), found.append)
        self.settle(lambda: bool(found))
        self.dossier = found[0]
        if window.office is not None:
            window.office.changed.emit(Changes(outbox=True))

    def _pages(self, window: MainWindow) -> None:
        workspace = window.workspace
        assert workspace is not None and window.office is not None
        workspace.show_page("today")
        workspace.status.say("")
        self.picture("10-hom-nay")
        workspace.show_page("dossiers")
        self.picture("11-ho-so")
        workspace.finder.setFocus()
        workspace.finder.setText("che shan")
        self.settle(lambda: bool(workspace.finder.found()))
        self.picture("12-tim")
        workspace.finder.clear()
        window.office.open_dossier.emit(self.dossier, None)
        self.settle()
        bar = workspace.page("dossier").findChild(QTabBar)
        assert bar is not None
        for number in range(bar.count()):
            bar.setCurrentIndex(number)
            self.picture(f"{20 + number}-ho-so-buoc-{number + 1}")
        window.office.new_dossier.emit()
        self.dialog(window, "29-nhan-ho-so")
        self._sync(window)
        workspace.show_page("settings")
        settings = workspace.page("settings")
        assert isinstance(settings, SettingsPage)
        for number in range(settings.section_count):
            settings.show_section(number)
            self.picture(f"{40 + number}-cai-dat-{number + 1}")
        workspace.show_page("help")
        self.picture("50-tro-giup")
        folded = workspace.rail.folded
        workspace.rail.set_folded(True)
        workspace.show_page("today")
        self.picture("51-thu-gon")
        workspace.rail.set_folded(folded)

    def _sync(self, window: MainWindow) -> None:
        workspace = window.workspace
        assert workspace is not None
        workspace.show_page("sync")
        self.picture("30-dong-bo-dang-ky")
        page = workspace.page("sync")
        assert isinstance(page, SyncPage)
        self.child(window, "server", QLineEdit).setText("http://127.0.0.1:9")
        self.child(window, "code", QLineEdit).setText("ABCD-1234")
        self.press(window, "enrol")
        self.settle(lambda: self.child(window, "enrol-problem", QLabel).isVisible())
        self.picture("31-dong-bo-khong-mang")
        done: list[object] = []
        jobs = window.jobs
        try:
            with sample_office.province(paths.user_data() / "province", "02545", "Xã Tân Trào") as (address, code):
                jobs.work(
                    lambda: jobs.run_unit_free(lambda db: sample_office.exchange_once(db, address, code())), done.append
                )
                self.settle(lambda: bool(done))
        except ImportError:
            say("the server part is not installed: the pictures of a round are left out")
            return
        if window.office is not None:
            window.office.changed.emit(Changes(outbox=True))
        workspace.show_page("sync")
        self.settle()
        page.table.selectRow(0)
        self.picture("32-dong-bo-xong")
        step = Progress(
            step="files", done=14, total=52, bytes_done=16_800_000, bytes_total=78_200_000, seconds_left=1480
        )
        page.steps.rest()
        for before in (Progress(step="send", done=3, total=3), Progress(step="receive", done=2, total=2), step):
            page.steps.show_progress(before)
        page.halt.show()
        page.start.setEnabled(False)
        self.picture("33-dong-bo-dang-gui")
        page.halt.hide()
        page.start.setEnabled(True)

    def _dialogs(self, window: MainWindow) -> None:
        workspace = window.workspace
        assert workspace is not None and window.office is not None
        from ocop_desktop.actions import documents

        dossier = self.dossier
        workspace.show_page("today")
        window.jobs.read(lambda db: documents.report(db, dossier), window.office.print_requested.emit)
        self.settle(lambda: self._app.activeModalWidget() is not None)
        self.dialog(window, "60-xem-truoc")
        ask.show_error(Refused("passphrase.short", least=8), window)
        self.dialog(window, "61-thong-bao")
        ask.show_fault(
            "ValueError at form_view.py:12 in read", "OCOP Desktop\n  form_view.py:12 in read\nValueError", window
        )
        self.dialog(window, "62-loi")
        reason = ask.ReasonDialog(texts.stage("waiting"), texts.stage("waiting"), texts.stage("waiting"), window)
        reason.open()
        self.dialog(window, "63-ly-do")

    def child(self, window: QWidget, name: str, kind: type[W]) -> W:
        """A widget by its name; the one on screen where there are several."""
        found = window.findChildren(kind, name)
        return next((child for child in found if child.isVisible()), found[0])

    def type(self, window: QWidget, name: str, words: str) -> None:
        """Fill a line."""
        self.child(window, name, QLineEdit).setText(words)
        self.settle()

    def press(self, window: QWidget, name: str) -> None:
        """Press a button."""
        self.child(window, name, QPushButton).click()
        self.settle()

    def dialog(self, window: MainWindow, name: str) -> None:
        """Draw the dialog that opens, and close it."""
        self.settle(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)))
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                self.picture(name, dialog)
                dialog.reject()
        self.settle()

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Draw the window, or one widget, when it has come to rest."""
        self.settle()
        shown = widget or self._window
        assert shown is not None
        if not shown.grab().save(str(self._out / f"{name}.png")):
            raise OSError(f"{name}.png")
        self._drawn += 1

    def settle(self, ready: Callable[[], bool] = lambda: True) -> None:
        """Let the window work until nothing is under way and ``ready`` holds."""
        until = time.monotonic() + PATIENCE_SECONDS
        quiet, rounds = time.monotonic(), 0
        while time.monotonic() < until:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            rounds += 1
            if (self._window is not None and self._window.jobs.pending) or not ready():
                quiet, rounds = time.monotonic(), 0
            elif time.monotonic() - quiet > QUIET_SECONDS and rounds > QUIET_ROUNDS:
                return
            time.sleep(0.005)
        raise TimeoutError("the window did not come to rest")


if __name__ == "__main__":
    arguments = [*sys.argv[1:], "vi", "1"]
    sys.exit(draw_all(Path(arguments[0]), arguments[1], arguments[2]))
