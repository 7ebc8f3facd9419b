"""The window: first run or unlock while the office is closed, the workspace while it is open."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage import vault
from ocop_desktop.ui import ask, opened, preferences
from ocop_desktop.ui.clock import Clock, utc_now
from ocop_desktop.ui.entrance import Entrance
from ocop_desktop.ui.jobs import Jobs

if TYPE_CHECKING:  # only one entrance is needed; all else is read while the passphrase is typed
    from ocop_desktop.storage.db import Db, Key
    from ocop_desktop.ui.care.mending import Mending
    from ocop_desktop.ui.context import OfficeContext
    from ocop_desktop.ui.first_run import FirstRun
    from ocop_desktop.ui.people.parking import Parked
    from ocop_desktop.ui.unlock import Unlock
    from ocop_desktop.ui.workspace import Workspace

WIDTH, HEIGHT = 1366, 768
# 1366 x 768 at 150 % leaves 910 x 512.
LEAST_WIDTH, LEAST_HEIGHT = 900, 480
AHEAD_MS = 150
"""How long after the entrance is shown the rest of the program is read: its first picture has the machine to itself."""
_AHEAD = ("actions.office", "actions.people", "ui.workspace", "ui.today_page", "ui.dossier_list")


class MainWindow(QMainWindow):
    """Owns the lanes of work: new ones for each opening, closed with everything saved at each lock."""

    def __init__(self, database: Path, clock: Clock = utc_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self._database = database
        self._clock = clock
        self._key: Key | None = None
        self._parked: dict[str, Parked] = {}
        self.office: OfficeContext | None = None
        self.workspace: Workspace | None = None
        self.entrance: FirstRun | Unlock | Mending | None = None
        self.jobs = self._new_jobs()
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(WIDTH, HEIGHT)
        if geometry := preferences.load().geometry:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode("ascii"))))
        QShortcut("F1", self, activated=self._help)  # type: ignore[call-overload]

    def begin(self) -> None:
        """Show the first run where no office was set up, else ask for the passphrase."""
        QTimer.singleShot(AHEAD_MS, self, self._read_ahead)
        entrance = Entrance(self._database, self.jobs, self._use_key)
        if self._parked or vault.exists(self._database):  # a folder that is away now was an office a moment ago
            from ocop_desktop.ui.unlock import Unlock

            unlock = Unlock(entrance)
            unlock.opened.connect(self._open)
            unlock.broken.connect(self._mend)
            self.entrance = unlock
        else:
            from ocop_desktop.ui.first_run import FirstRun

            first = FirstRun(entrance)
            first.finished.connect(self._open)
            self.entrance = first
        self._stack.addWidget(self.entrance)
        self._stack.setCurrentWidget(self.entrance)
        self.setWindowTitle("OCOP Desktop")

    def lock(self) -> None:
        """Save everything, take every dossier off the screen and the key out of memory, ask for the passphrase again.

        Open dialogs and what is typed anywhere wait for the same officer.
        """
        if self.workspace is None or self.office is None or self._key is None:
            return
        from ocop_desktop.ui.people import parking

        QGuiApplication.inputMethod().commit()
        self.workspace.stop_line()
        self.workspace.leave()
        person = vault.person_of(self._key)
        self._parked[person] = parking.park(self, self.jobs, self.office, self.workspace)
        for oldest in list(self._parked)[: -parking.MOST]:
            self._parked.pop(oldest).discard()
        self._key = None
        opened.clear()
        self._stack.removeWidget(self.workspace)
        self.workspace = self.office = None
        self.jobs = self._new_jobs()
        self.begin()

    def raise_up(self) -> None:
        """Come to the front: a second start asked for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, wait for the lanes, remember the window's place. What cannot be written is not lost without a question."""
        if not self._may_close():
            event.ignore()
            return
        self._drop_parked()
        self._close_office()
        self.jobs.close()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        preferences.save(msgspec.structs.replace(preferences.load(), geometry=geometry))
        event.accept()

    def _may_close(self) -> bool:
        if self.workspace is None:
            return True
        QGuiApplication.inputMethod().commit()
        self.workspace.leave()
        self.jobs.wait_for_writes()
        QCoreApplication.sendPostedEvents(self.jobs)  # the answers of the last writes
        if not self.workspace.waits():
            return True
        words = self.tr(
            "Chữ vừa gõ chưa ghi được vào đĩa. Đóng bây giờ thì mất phần đó; chờ đĩa, USB có lại thì chương trình tự ghi."
        )
        return ask.confirm(self, self.tr("Chưa ghi được"), words, self.tr("Vẫn đóng"))

    def _new_jobs(self) -> Jobs:
        jobs = Jobs(self._open_writer, self._open_reader, self)
        jobs.failed.connect(ask.show_error)
        return jobs

    def _use_key(self, key: Key) -> None:
        self._key = key

    def _open_writer(self) -> Db:
        from ocop_desktop.actions import office

        return self._dressed(office.open_writer(self._database, self._need_key()))

    def _open_reader(self) -> Db:
        from ocop_desktop.actions import office

        return self._dressed(office.open_reader(self._database, self._need_key()))

    def _need_key(self) -> Key:
        if self._key is None:
            raise Refused("passphrase.needed")
        return self._key

    def _dressed(self, db: Db) -> Db:
        db.clock = self._clock
        return db

    def _read_ahead(self) -> None:
        self.jobs.work(_read_the_rest)

    def _open(self) -> None:
        entrance, self.entrance = self.entrance, None
        parked = self._parked.pop(vault.person_of(self._need_key()), None)
        if parked is None:
            self._make_office()
        else:
            self.jobs.close()
            self.jobs.deleteLater()
            self.jobs, self.office, self.workspace = parked.jobs, parked.office, parked.workspace
        assert self.workspace is not None
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self._show_title(self.workspace.windowTitle())
        if entrance is not None:
            self._stack.removeWidget(entrance)
            entrance.deleteLater()
        if parked is not None:
            parked.bring_back()

    def _make_office(self) -> None:
        from ocop_desktop.ui.context import OfficeContext
        from ocop_desktop.ui.workspace import Workspace

        self.office = OfficeContext(self.jobs, self._clock, self._database, self, self._need_key)
        self.office.lock_requested.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self.office.restore_requested.connect(self._restore, Qt.ConnectionType.QueuedConnection)
        self.office.wipe_requested.connect(self._wipe, Qt.ConnectionType.QueuedConnection)
        self.workspace = Workspace(self.office, folded=preferences.load().rail_folded)
        self.workspace.rail.folded_changed.connect(_keep_folded)
        self.workspace.windowTitleChanged.connect(self._show_title)
        self.office.changed.connect(self._tell_parked)

    def _tell_parked(self, changes: object) -> None:
        for parked in self._parked.values():
            parked.note(changes)

    def _drop_parked(self) -> None:
        while self._parked:
            self._parked.popitem()[1].discard()

    def _close_office(self) -> None:
        QGuiApplication.inputMethod().commit()
        if self.workspace is not None:
            self.workspace.stop_line()
            self.workspace.leave()
        self.jobs.close()
        self._key = None
        opened.clear()
        if self.workspace is not None:
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None
        if self.office is not None:
            self.office.deleteLater()
            self.office = None
        if self.entrance is not None:
            self._stack.removeWidget(self.entrance)
            self.entrance.deleteLater()
            self.entrance = None
        self.jobs.deleteLater()

    def _mend(self, problem: object) -> None:
        """The database does not open: offer its copies, and what can still be read of it."""
        self._show_mending(problem if isinstance(problem, OcopError) else None)

    def _restore(self, copy: object) -> None:
        """Bring a copy back: nobody may have the database open meanwhile."""
        from ocop_desktop.storage.backups import Copy

        assert isinstance(copy, Copy)
        self._show_mending(None).restore(copy)

    def _wipe(self, word: object) -> None:
        """Take everything off this PC: nobody may have the database open meanwhile."""
        from ocop_desktop.actions import personal

        key = self._need_key()
        self._drop_parked()
        self._close_office()
        self.jobs = self._new_jobs()
        self.jobs.work(partial(personal.leave_service, self._database, key, str(word)), self._wiped, self._not_wiped)

    def _wiped(self, count: object) -> None:
        self.begin()
        words = self.tr("Đã xóa sạch {count} tệp; khóa đã bị ghi đè. Bản sao trên USB, nếu có, vẫn còn.")
        ask.tell(self, "OCOP Desktop", words.format(count=count))

    def _not_wiped(self, error: BaseException) -> None:
        self.begin()
        ask.show_error(error, self)

    def _show_mending(self, problem: OcopError | None) -> Mending:
        from ocop_desktop.ui.care.mending import Mending

        key = self._need_key()
        self._drop_parked()
        self._close_office()
        self.jobs = self._new_jobs()
        mending = Mending(Entrance(self._database, self.jobs, self._use_key), key, problem)
        mending.done.connect(self._mended, Qt.ConnectionType.QueuedConnection)
        self.entrance = mending
        self._stack.addWidget(mending)
        self._stack.setCurrentWidget(mending)
        return mending

    def _mended(self) -> None:
        self._close_office()
        self.jobs = self._new_jobs()
        self.begin()

    def _show_title(self, page: str) -> None:
        self.setWindowTitle(f"{page} - OCOP Desktop")

    def _help(self) -> None:
        if self.workspace is not None:
            self.workspace.show_help()


def _read_the_rest() -> None:
    for name in _AHEAD:
        import_module(f"ocop_desktop.{name}")


def _keep_folded(folded: object) -> None:
    preferences.save(msgspec.structs.replace(preferences.load(), rail_folded=bool(folded)))
