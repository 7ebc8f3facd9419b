"""A real province on a real port, on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ocop_desktop.server import Settings, accounts, running
from ocop_desktop.server.service import Service
from tests.server.postgres import new_database, postgres
from tests.server.stranger import Stranger


class Clock:
    """A clock that is moved by hand; it starts at a working morning."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 9, 2, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


class Province:
    """A server that can be stopped and started again on the same data."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.address = ""
        self._stack = ExitStack()
        self._strangers: list[Stranger] = []

    def start(self) -> None:
        """Serve."""
        self.address = self._stack.enter_context(running(self.settings))

    def stop(self) -> None:
        """Hang up on everybody and stop."""
        for stranger in self._strangers:
            stranger.close()
        self._stack.close()

    def restart(self) -> None:
        """Stop and start; strangers dial again."""
        self.stop()
        self.start()
        for stranger in self._strangers:
            fresh = Stranger(self.address)
            stranger.http = fresh.http

    def administer(self, action: Callable[[Service], Any]) -> Any:
        """Do what the province's IT staff do beside the running server."""
        service = Service(self.settings)
        try:
            return action(service)
        finally:
            service.close()

    def code(self, *units: str, hours: int = 72) -> str:
        """An enrolment code."""

        def make(service: Service) -> str:
            return service.store.write(
                lambda connection: accounts.new_code(
                    connection, service.identity, service.settings, units or ("02275",), "Xã Tân Trào", hours
                )
            )

        code: str = self.administer(make)
        return code

    def stranger(self) -> Stranger:
        """A program that nobody knows yet."""
        stranger = Stranger(self.address)
        self._strangers.append(stranger)
        return stranger

    def device(self, *units: str) -> Stranger:
        """An enrolled PC."""
        return self.stranger().enrol(self.code(*units))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """One PostgreSQL for the whole run, started when the first test needs it."""
    with postgres() as address:
        yield address


@pytest.fixture
def clock() -> Clock:
    """The server's clock."""
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Settings:
    """An empty installation on each database."""
    database = "" if request.param == "sqlite" else new_database(request.getfixturevalue("postgres_server"))
    return Settings(
        data=tmp_path / "Máy chủ tỉnh",
        database=database,
        province="08",
        province_name="Tuyên Quang",
        clock=clock,
        reserve=0,
    )


@pytest.fixture
def province(settings: Settings) -> Iterator[Province]:
    """A running province."""
    place = Province(settings)
    place.start()
    yield place
    place.stop()


@pytest.fixture
def pc(province: Province) -> Stranger:
    """An enrolled PC of commune 02275."""
    return province.device()
