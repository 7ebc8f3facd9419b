"""Communes and their province: real databases, a real server, a line that can fail."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers, evidence, exchange, office
from ocop_desktop.domain.forms import Values
from ocop_desktop.server import accounts
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage.db import Db, run
from ocop_desktop.sync import client
from tests.kit.network import Line, bad_line

UNIT = "02545"


class Commune:
    """One PC of a commune, with its own profile folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._profile = monkeypatch
        self.path = folder / "ocop.db"
        self.at_home()
        self.key = office.create_for_device(self.path, UNIT, folder.name)
        self.db: Db = office.open_writer(self.path, self.key)

    def at_home(self) -> None:
        """Work with this PC's profile."""
        self._profile.setenv("OCOP_DESKTOP_HOME", str(self.folder))

    def reopen(self) -> None:
        """Close the database and open it again, as after a crash."""
        self.db.close()
        self.db = office.open_writer(self.path, self.key)

    def enrol(self, address: str, code: str) -> None:
        """Become known to the province."""
        self.at_home()
        exchange.enrol(office.runner(self.db), address, code, self.folder.name)

    def sync(self, stop: threading.Event | None = None) -> exchange.Summary:
        """Press Đồng bộ."""
        self.at_home()
        return exchange.synchronise(office.runner(self.db), lambda _: None, stop or threading.Event())

    def receive(self, product: str, **values: str) -> str:
        """Receive a dossier."""
        given: Values = {
            "product.name": product,
            "producer.name": f"HTX {product}",
            "dossier.received_on": "2026-11-02",
        }
        created = run(self.db, lambda db: dossiers.receive(db, {**given, **values})).created
        assert created
        return created

    def write(self, dossier: str, values: Values) -> None:
        """Type something."""
        run(self.db, lambda db: dossiers.save_draft(db, dossier, values, {}))

    def attach(self, dossier: str, data: bytes, row: str = "05") -> None:
        """Attach a scan."""
        run(self.db, lambda db: evidence.attach(db, dossier, row, "ban-quet.pdf", b"%PDF-1.4\n" + data))

    def values(self, dossier: str) -> Values:
        """What the dossier's page shows."""
        return dossiers.open_dossier(self.db, dossier).values


class TheProvince:
    """A real server behind a line that can fail."""

    def __init__(self, settings: Settings, address: str, line: Line) -> None:
        self.settings, self.direct, self.line = settings, address, line
        self.address = line.address

    def code(self, unit: str = UNIT) -> str:
        """A one-time code."""
        service = Service(self.settings)
        try:
            return service.store.write(
                lambda connection: accounts.new_code(
                    connection, service.identity, service.settings, (unit,), "Xã Tân Trào", 1
                )
            )
        finally:
            service.close()


@pytest.fixture
def province(tmp_path: Path) -> Iterator[TheProvince]:
    """A province with nobody enrolled."""
    settings = Settings(data=tmp_path / "tinh", province="08", province_name="Tỉnh Tuyên Quang")
    with running(settings) as address, bad_line(address) as line:
        yield TheProvince(settings, address, line)


@pytest.fixture
def commune(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, province: TheProvince
) -> Iterator[Callable[[str], Commune]]:
    """Makes PCs of the commune, enrolled."""
    with ExitStack() as stack:

        def make(name: str = "may-1", *, enrolled: bool = True) -> Commune:
            folder = tmp_path / name
            folder.mkdir()
            made = Commune(folder, monkeypatch)
            stack.callback(lambda: made.db.close())
            if enrolled:
                made.enrol(province.address, province.code())
            return made

        yield make


@pytest.fixture
def one_try(monkeypatch: pytest.MonkeyPatch) -> None:
    """Failures come at once; how often a request is tried has its own test."""
    monkeypatch.setattr(client, "TRIES", 1)
