"""A province and two PCs of one commune, each a process of its own, to be killed at any moment.

Each PC edits only what it made itself, so what it said to be kept is what must stand everywhere in the end. Before each
action a line says what will be done; after it was kept, another says so.
"""

import gc
import hashlib
import json
import multiprocessing
import os
import random
import signal
import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from litestar import Litestar

from ocop_desktop.actions import dossiers, evidence, exchange, office
from ocop_desktop.errors import SyncError
from ocop_desktop.server import accounts, serving
from ocop_desktop.server.app import create
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import files
from ocop_desktop.storage.db import Db, run
from ocop_desktop.sync import client
from tests.kit.builders import PDF
from tests.sync.conftest import UNIT
from tests.sync.moments import AT_PC, AT_SERVER, Moment, watch_server

FORK = multiprocessing.get_context("fork")
FIELDS = ("dossier.matter.y_tuong.found", "dossier.matter.ban_sac.found", "product.description", "producer.phone")
PATIENCE_SECONDS = 60


class Process:
    """One end, forked so that it is there at once."""

    def __init__(self, work: Callable[[int], None]) -> None:
        ours, theirs = os.pipe()
        self._lines = os.fdopen(ours, "rb")
        self._child = FORK.Process(target=_until_killed, args=(work, theirs))
        self._child.start()
        os.close(theirs)

    def signal(self, number: int) -> None:
        """Let it stand still or go on."""
        assert self._child.pid is not None
        os.kill(self._child.pid, number)

    def kill(self) -> list[dict[str, Any]]:
        """Pull its plug; what it had said until then."""
        assert self._child.pid is not None
        with suppress(ProcessLookupError):
            os.kill(self._child.pid, signal.SIGKILL)
        with self._lines:
            said = self._lines.read().splitlines()
        self._child.join(30)
        assert self._child.exitcode == -signal.SIGKILL, "it ended by itself"
        return [json.loads(line) for line in said if line.endswith(b"}")]


def _until_killed(work: Callable[[int], None], out: int) -> None:
    work(out)
    time.sleep(PATIENCE_SECONDS)


class Pc:
    """One PC: its database, and what its officer saw to be kept."""

    def __init__(self, folder: Path, address: str, code: str) -> None:
        folder.mkdir(parents=True)
        self.folder, self.path = folder, folder / "ocop.db"
        self.at_home()
        self.key = office.create_for_device(self.path, UNIT, folder.name)
        self.values: dict[tuple[str, str], str] = {}
        self.may_be: dict[tuple[str, str], set[str]] = {}
        self.files: set[str] = set()
        self.moment = Moment(AT_PC)
        with closing(self.open()) as db:
            exchange.enrol(office.runner(db), address, code, folder.name)

    def at_home(self) -> None:
        """Work with this PC's profile."""
        os.environ["OCOP_DESKTOP_HOME"] = str(self.folder)

    def open(self) -> Db:
        """Its database, as the program opens it."""
        self.at_home()
        return office.open_writer(self.path, self.key)

    def work(self, seed: int) -> Callable[[int], None]:
        """What its process does: type, attach, synchronise, until it is killed."""

        def forever(out: int) -> None:
            chance = random.Random(seed)
            client.TRIES = 1
            self.moment.is_("opening")
            db = self.open()
            own = sorted({dossier for dossier, _ in self.values})
            say = _speaker(out)
            for step in range(10**6):
                self.moment.is_("saving")
                if not own or chance.random() < 0.1:
                    own.append(_receive(db, f"{self.folder.name} {seed} {step}", say))
                elif chance.random() < 0.6:
                    _type(db, chance, own, f"chữ {seed} {step} " * chance.choice((1, 40)), say)
                elif chance.random() < 0.5:
                    data = PDF + chance.randbytes(chance.choice((100, 60_000)))
                    run(db, lambda db, data=data: evidence.attach(db, chance.choice(own), "other", "tep.pdf", data))  # type: ignore[misc]
                    say(file=hashlib.sha256(data).hexdigest())
                if chance.random() < 0.7:
                    with suppress(SyncError):
                        exchange.synchronise(office.runner(db), self._now, _Never())  # type: ignore[arg-type]

        return forever

    def _now(self, progress: exchange.Progress) -> None:
        self.moment.is_(progress.step)

    def hear(self, said: list[dict[str, Any]]) -> None:
        """Take what its officer saw."""
        for line in said:
            if "file" in line:
                self.files.add(line["file"])
                continue
            of = line["dossier"], line["key"]
            if line["kept"]:
                self.values[of] = line["value"]
                self.may_be.pop(of, None)
            else:
                self.may_be.setdefault(of, set()).add(line["value"])  # under way when the plug was pulled: kept or not

    def come_to_rest(self) -> bool:
        """Synchronise until nothing waits; whether both sides are equal by their digest."""
        with closing(self.open()) as db:
            end = time.monotonic() + PATIENCE_SECONDS
            while time.monotonic() < end:
                with suppress(SyncError):
                    done = exchange.synchronise(office.runner(db), lambda _: None, _Never())  # type: ignore[arg-type]
                    waits = exchange.state(db)
                    if done.digest_equal and not (waits.waiting_records or waits.waiting_files):
                        return True
        return False

    def records(self) -> dict[str, Any]:
        """Every living record here, by its id."""
        with closing(self.open()) as db:
            rows = db.conn.execute("SELECT id, body FROM record WHERE deleted = 0").fetchall()
            return {record: json.loads(body) for record, body in rows}

    def lost(self) -> list[str]:
        """What was seen to be kept and does not stand here, or is another value."""
        found = []
        with closing(self.open()) as db:
            shown = {dossier: dossiers.open_dossier(db, dossier).values for dossier in {of[0] for of in self.values}}
            for (dossier, key), value in self.values.items():
                now = shown[dossier].get(key)
                if now != value and now not in self.may_be.get((dossier, key), set()):
                    found.append(f"{key} of {dossier}")
            found += [sha256 for sha256 in self.files if files.find(db, sha256) is None]
        return found


class _Never:
    """Stops nothing, and sits through no pause."""

    def is_set(self) -> bool:
        return False

    def wait(self, _seconds: float) -> bool:
        return False


def _speaker(out: int) -> Callable[..., None]:
    def say(**line: object) -> None:
        os.write(out, json.dumps(line).encode() + b"\n")

    return say


def _receive(db: Db, name: str, say: Callable[..., None]) -> str:
    values: Any = {"product.name": name, "producer.name": f"HTX {name}", "dossier.received_on": "2026-11-02"}
    created = run(db, lambda db: dossiers.receive(db, values)).created
    assert created is not None
    say(dossier=created, key="product.name", value=name, kept=True)
    return created


def _type(db: Db, chance: random.Random, own: list[str], words: str, say: Callable[..., None]) -> None:
    dossier, key, words = chance.choice(own), chance.choice(FIELDS), words.strip()
    say(dossier=dossier, key=key, value=words, kept=False)
    run(db, lambda db: dossiers.save_draft(db, dossier, {key: words}, {}))
    say(dossier=dossier, key=key, value=words, kept=True)


class Province:
    """The server, on one port for its whole life."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        self.settings = Settings(data=folder, port=port, province="08", province_name="Tỉnh Tuyên Quang", reserve=0)
        self.address = f"http://127.0.0.1:{port}"
        self.moment = Moment(AT_SERVER)
        self._process: Process | None = None

    def code(self) -> str:
        """A one-time code."""
        service = Service(self.settings)
        try:
            return service.store.write(
                lambda connection: accounts.new_code(connection, service.identity, service.settings, (UNIT,), "", 9)
            )
        finally:
            service.close()

    def warm_up(self) -> None:
        """Build the addresses once: every server forked from now on opens its database itself, but need not build them."""
        self._app = create(self.settings)
        self._app.state.service.close()
        gc.collect()
        gc.freeze()

    def begin(self) -> None:
        """Serve, in a process of its own, and do not wait for it."""
        app, settings, moment = self._app, self.settings, self.moment

        def opened(settings: Settings) -> Litestar:
            app.state.service = Service(settings)
            return app

        def work(_out: int) -> None:
            watch_server(moment)
            serving.create = opened  # type: ignore[attr-defined]
            serving.serve(settings)

        moment.is_("starting")
        self._process = Process(work)

    def start(self) -> None:
        """Serve, until it listens."""
        self.begin()
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.settings.port), 1):
                self.moment.is_("waiting")
                return
            time.sleep(0.005)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        """Pull its plug."""
        assert self._process is not None
        self._process.kill()

    def records(self) -> dict[str, Any]:
        """Every living record there, by its id."""
        return {
            record: json.loads(body)
            for record, body in self._rows("SELECT record, body FROM records WHERE NOT deleted")
        }

    def twice(self) -> list[str]:
        """What was applied more than once: revisions without a change of their own, operations with two."""
        found = [f"op {op}" for (op,) in self._rows("SELECT op FROM history GROUP BY op HAVING count(*) > 1")]
        counted = "SELECT r.record FROM records r JOIN history h USING (record) GROUP BY r.record HAVING count(*) <> max(r.rev)"
        found += [f"record {record}" for (record,) in self._rows(counted)]
        names = [body["name"] for body in self.records().values() if "producer" in body and "name" in body]
        return found + [name for name in set(names) if names.count(name) > 1]

    def bad_files(self, wanted: set[str]) -> list[str]:
        """Contents that are not there, or are there with other bytes."""
        here = {path.name: path for path in (self.settings.data / "files").rglob("*") if path.is_file()}
        found = []
        for sha256 in wanted:
            path = next(
                (path for name, path in here.items() if sha256.startswith(name) or name.startswith(sha256)), None
            )
            if path is None or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
                found.append(sha256)
        return found

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.settings.data / "server.db")) as connection:
            return connection.execute(sql).fetchall()
