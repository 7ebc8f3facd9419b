"""The database: its history equals its tables, a newer one is refused, a killed server loses and repeats nothing."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from ocop_desktop.errors import Damaged
from ocop_desktop.protocol import Change, Op
from ocop_desktop.server import Settings, accounts
from ocop_desktop.server.service import Service
from ocop_desktop.server.store import Store
from ocop_desktop.server.tables import metadata
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, new_id, patch


def test_the_migrations_make_the_tables(settings: Settings) -> None:
    store = Store(settings)
    differences = store.write(lambda connection: compare_metadata(MigrationContext.configure(connection), metadata))
    store.close()
    assert differences == []


def test_starting_twice_changes_nothing(settings: Settings) -> None:
    first = Service(settings)
    second = Service(settings)
    assert first.identity.epoch == second.identity.epoch
    assert first.identity.public_key == second.identity.public_key
    first.close()
    second.close()


def test_a_newer_database_is_refused(settings: Settings) -> None:
    store = Store(settings)
    store.write(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    store.close()
    with pytest.raises(Damaged, match=r"database\.newer"):
        Store(settings)


def test_sqlite_keeps_what_it_says(tmp_path: Path) -> None:
    store = Store(Settings(data=tmp_path))
    found = store.read(
        lambda connection: [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    )
    store.close()
    assert found == ["wal", 2, 1]


def test_an_action_that_fails_leaves_nothing(settings: Settings) -> None:
    store = Store(settings)

    def fail(connection: object) -> None:
        connection.execute(text("INSERT INTO meta (name, value) VALUES ('x', 'y')"))  # type: ignore[attr-defined]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write(fail)
    assert store.read(lambda connection: connection.execute(text("SELECT count(*) FROM meta")).scalar()) == 0
    store.close()


class Child:
    """A server in a process of its own, to be killed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """Start it and wait until it answers; its address."""
        command = [sys.executable, "-m", "ocop_desktop.server", "--data", str(self._settings.data)]
        command += ["--port", str(self.port)]
        if self._settings.database:
            command += ["--database", self._settings.database]
        here = Path(__file__).parents[2]
        self._process = subprocess.Popen(command, cwd=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{self.port}"
        for _ in range(200):
            try:
                httpx.get(f"{address}/health", timeout=5)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        return address

    def kill(self, how: int) -> int:
        """Kill it; its exit status."""
        assert self._process is not None
        self._process.send_signal(how)
        return self._process.wait(30)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_killed_server_loses_nothing_and_repeats_nothing(settings: Settings) -> None:
    settings = replace(settings, clock=lambda: datetime.now(UTC))
    service = Service(settings)
    code = service.store.write(
        lambda connection: accounts.new_code(connection, service.identity, service.settings, ("02275",))
    )
    service.close()
    child = Child(settings)
    try:
        _push_while_killing(child, code)
    finally:
        child.kill(signal.SIGKILL)


def _push_while_killing(child: Child, code: str) -> None:
    pc = Stranger(child.start()).enrol(code)
    record = new_id()
    pc.push(create(record, fields={"n": 0}))
    batches: list[tuple[str, bytes]] = []
    for n in range(1, 9):
        ops: list[Op] = [patch(record, 1, {"n": n}), *(create(new_id()) for _ in range(100))]
        batches.append((new_id(), pc.freeze(*ops)))
    answered: dict[str, bytes] = {}

    def send_all() -> None:
        for key, body in batches:
            for _ in range(600):  # a minute: a busy machine takes its time to start a server
                try:
                    answered[key] = pc.send(body, key).content
                    break
                except httpx.TransportError:
                    time.sleep(0.1)

    sender = threading.Thread(target=send_all)
    sender.start()
    for _ in range(3):
        time.sleep(0.12)
        assert child.kill(signal.SIGKILL) == -signal.SIGKILL
        child.start()
    sender.join(60)
    for key, body in batches:
        assert pc.send(body, key).content == answered[key]
    items: list[Change] = []
    cursor = 0
    while (page := pc.pull(after=cursor, limit=500)).items:
        items += page.items
        cursor = page.next
    assert len(items) == 801
    (change,) = [item for item in items if item.record == record]
    assert (change.rev, change.body) == (9, {"n": 8})
    assert page.high_water == 809
    pc.close()
    assert child.kill(signal.SIGTERM) in {0, -signal.SIGTERM}


def test_two_servers_on_one_database(settings: Settings) -> None:
    first, second = Province(settings), Province(settings)
    first.start()
    second.start()
    pc = first.device()
    here, there = pc.http, Stranger(second.address)
    body, key = pc.freeze(create(new_id())), new_id()
    answer = pc.send(body, key)
    pc.http = there.http
    assert pc.send(body, key).content == answer.content
    pc.http = here
    there.close()
    first.stop()
    second.stop()
