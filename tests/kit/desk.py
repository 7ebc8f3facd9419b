"""A real office for the tests of the window: database, files, lanes; only the clock and the officer are made up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from ocop_desktop.actions import dossiers
from ocop_desktop.actions import office as office_actions
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage.db import Db, run
from ocop_desktop.ui import style
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.jobs import Jobs

T = TypeVar("T")
NOW = datetime.fromisoformat("2026-11-21T10:42:00+07:00")
COMMUNE = "02269"


@dataclass
class Desk:
    """An open office. ``errors``: what the lanes could not do and nobody handled."""

    office: OfficeContext
    database: Path
    key: bytes
    errors: list[BaseException] = field(default_factory=list)

    def settle(self, quiet: float = 0.02) -> None:
        """Let the lanes and the event loop finish what is under way. Raises what failed meanwhile."""
        jobs, end = self.office.jobs, time.monotonic() + 20
        still = time.monotonic() + quiet
        while jobs._pending or time.monotonic() < still:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if jobs._pending:
                still = time.monotonic() + quiet
            assert time.monotonic() < end, "the lanes do not come to rest"
            time.sleep(0.001)
        QCoreApplication.processEvents()  # what the last answer put on screen, however slow the machine
        if self.errors:
            raise self.errors[0]

    def write(self, action: Callable[[Db], T]) -> T:
        """Do an action beside the window, as another program would."""
        db = self._open(office_actions.open_writer)
        try:
            return run(db, action)
        finally:
            db.close()

    def read(self, query: Callable[[Db], T]) -> T:
        """Read what is on the disk."""
        db = self._open(office_actions.open_reader)
        try:
            return query(db)
        finally:
            db.close()

    def receive(self, **values: object) -> str:
        """Receive a dossier; ``product__name`` stands for ``product.name``. Gives its id."""
        named: Values = {key.replace("__", "."): value for key, value in values.items()}  # type: ignore[misc]
        created = self.write(lambda db: dossiers.receive(db, named)).created
        assert created is not None
        return created

    def values(self, dossier: str) -> Values:
        """The values of a dossier on the disk."""
        return self.read(lambda db: dossiers.open_dossier(db, dossier)).values

    def _open(self, how: Callable[[Path, bytes], Db]) -> Db:
        db = how(self.database, self.key)
        db.clock = lambda: NOW
        return db


@contextmanager
def a_desk(folder: Path) -> Iterator[Desk]:
    """An office of one commune in a folder. ``OCOP_DESKTOP_HOME`` must point below it."""
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.font().family() != style.FAMILY:
        style.apply(application)
    database = folder / "Hồ sơ xã Đông" / "ocop.db"
    database.parent.mkdir(parents=True, exist_ok=True)
    key = office_actions.create_for_device(database, COMMUNE, "Hoàng Thị Mai")

    def opened(how: Callable[[Path, bytes], Db]) -> Callable[[], Db]:
        def connect() -> Db:
            db = how(database, key)
            db.clock = lambda: NOW
            return db

        return connect

    jobs = Jobs(opened(office_actions.open_writer), opened(office_actions.open_reader))
    desk = Desk(OfficeContext(jobs, lambda: NOW), database, key)
    jobs.failed.connect(desk.errors.append)
    try:
        yield desk
    finally:
        jobs.close()
