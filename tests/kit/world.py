"""A province's server, its offices, and one clock for all of them; each office may show its window."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from ocop_desktop.actions import exchange, office
from ocop_desktop.server import accounts
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage.db import Db, run
from ocop_desktop.ui.main_window import MainWindow
from tests.kit.window import rest

T = TypeVar("T")


class World:
    """A clock that all offices share, a server, and the offices' databases."""

    def __init__(self, folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.settings, self.monkeypatch = folder, settings, monkeypatch
        self.now = datetime(2026, 11, 25, 2, tzinfo=UTC)
        self.address = ""

    def clock(self) -> datetime:
        return self.now

    def code(self, *units: str) -> str:
        service = Service(self.settings)
        try:
            return service.store.write(
                lambda connection: accounts.new_code(connection, service.identity, service.settings, units, "x", 1)
            )
        finally:
            service.close()


class Pc:
    """One office of the world."""

    def __init__(self, world: World, name: str, level: str, unit: str, *scope: str) -> None:
        self.world, self.folder = world, world.folder / name
        self.folder.mkdir()
        self.home()
        self.path = self.folder / "ocop.db"
        self.key = office.create_for_device(self.path, unit, name, level)
        with self.db() as db:
            exchange.enrol(office.runner(db), world.address, world.code(*(scope or (unit,))), name)

    def home(self) -> None:
        self.world.monkeypatch.setenv("OCOP_DESKTOP_HOME", str(self.folder))

    @contextmanager
    def db(self) -> Iterator[Db]:
        self.home()
        db = office.open_writer(self.path, self.key)
        db.clock = self.world.clock
        try:
            yield db
        finally:
            db.close()

    def do(self, action: Callable[..., T], *arguments: object, **named: object) -> T:
        with self.db() as db:
            return run(db, lambda db: action(db, *arguments, **named))

    def sync(self) -> None:
        with self.db() as db:
            summary = exchange.synchronise(office.runner(db), lambda _: None, threading.Event())
        assert (summary.rejected, summary.conflicts, summary.digest_equal) == (0, 0, True)

    @contextmanager
    def window(self) -> Iterator[MainWindow]:
        """The program's window on this office."""
        self.home()
        made = MainWindow(self.path, self.world.clock)
        made._use_key(self.key)
        made._open()
        made.show()
        try:
            rest(made)
            yield made
        finally:
            made.close()
            made.deleteLater()


@contextmanager
def a_world(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A province with nobody enrolled."""
    settings = Settings(data=folder / "may-chu", province="08", province_name="Tỉnh Tuyên Quang")
    made = World(folder, settings, monkeypatch)
    with running(settings) as address:
        made.address = address
        yield made
