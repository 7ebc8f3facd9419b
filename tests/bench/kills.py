"""B3, killed in the middle of a transfer, side by side: ``python -m tests.bench.kills [--kills 10] [--long]``

A client makes new records and sends them; at a random moment of the time that a whole round takes, the client or the
server (in turn) is killed with SIGKILL. The server starts again, the client repeats until it ends well twice. Bytes sent
again: what went up in such a round beyond the median of whole rounds. In the end a second client fetches all; what was
made must stand there once and alike. The first run installs the others (``--store`` keeps them). ``--long``: 1,000 kills
of each. Our own long run with PCs that also edit and attach: ``pytest tests/sync/test_kill.py --long``.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import requests

from ocop_desktop.server import Settings, accounts
from ocop_desktop.server.service import Service
from tests.bench import peers
from tests.bench.figures import median, table
from tests.bench.line import line
from tests.bench.peer_ours import SERVE, UNIT

HEADS = (
    "", "made/round", "kills", "under way", "lost", "twice", "differ", "no rest", "KiB/round", "again KiB/kill",
    "tries/kill", "disk B/record",
)  # fmt: skip
SERIES = 50
"""Kills of one server; then a new one begins, so that what is compared in the end stays small."""
WHOLE = 3
"""Rounds before the first kill: they say how long a round takes and how much it sends."""
TRIES = 20


@dataclass
class System:
    """How one system is served and what one act of its client is."""

    name: str
    serve: list[str]
    act: list[str]
    folder: Path
    port: int
    count: int
    environment: dict[str, str]
    codes: tuple[str, ...] = ()
    no_rest: int = 0
    """How often it did not end well twice in all its tries."""
    _server: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Serve, until it answers."""
        quiet = subprocess.DEVNULL
        self._server = subprocess.Popen(
            self.serve, cwd=self.folder, env={**os.environ, **self.environment}, stdout=quiet, stderr=quiet
        )
        for _ in range(300):
            with suppress(requests.RequestException):
                requests.get(f"http://127.0.0.1:{self.port}/", timeout=5)
                return
            time.sleep(0.1)
        raise AssertionError(f"{self.name} did not start")

    def kill(self) -> None:
        """Pull the server's plug."""
        assert self._server is not None
        self._server.kill()
        self._server.wait(30)

    def begin(self, act: str, who: str, address: str, *more: object) -> "subprocess.Popen[str]":
        """One act of a client, in a process of its own."""
        command = [*self.act, act, str(self.folder), who, address, *map(str, more)]
        error = None if act in {"meet", "dump"} else subprocess.DEVNULL
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=error, text=True, encoding="utf-8")

    def ask(self, act: str, who: str, address: str, *more: object) -> tuple[int, str]:
        """One act to its end: its code and what it said."""
        process = self.begin(act, who, address, *more)
        said, _ = process.communicate(timeout=120)
        return process.returncode, said

    def rest(self, who: str, address: str) -> int:
        """Repeat until two syncs end well; how often it took."""
        for tried in range(1, TRIES + 1):
            if self.ask("rest", who, address)[0] == 0:
                return tried
        self.no_rest += 1
        return TRIES

    @property
    def stored(self) -> int:
        """Bytes that the server keeps."""
        return sum(path.stat().st_size for path in (self.folder / "server").rglob("*") if path.is_file())


@dataclass
class Tally:
    """What the kills of one system came to."""

    count: int = 0
    kills: int = 0
    under_way: int = 0
    lost: int = 0
    twice: int = 0
    differ: int = 0
    no_rest: int = 0
    stored: int = 0
    found: int = 0
    whole: list[int] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    rounds: list[int] = field(default_factory=list)

    def row(self) -> tuple[object, ...]:
        """A line of the table."""
        return (
            self.count, self.kills, self.under_way, self.lost, self.twice, self.differ, self.no_rest,
            round(median(self.whole) / 1024), sum(self.again) / len(self.again) / 1024,
            sum(self.rounds) / len(self.rounds), round(self.stored / max(1, self.found)),
        )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=10, help="of each system")
    parser.add_argument("--long", action="store_true", help="1,000 kills of each")
    parser.add_argument("--store", type=Path, help="where the others are installed and kept")
    parser.add_argument("--only", default="ours,anki,pouchdb,morango")
    options = parser.parse_args()
    kills = 1000 if options.long else options.kills
    rows = []
    with ExitStack() as stack:
        store = options.store or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        makers = {"ours": _ours, "anki": _anki, "pouchdb": _pouchdb, "morango": _morango}
        for name in options.only.split(","):
            tally = Tally()
            for seed in range(0, kills, SERIES):
                with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                    system = makers[name](store, Path(folder))
                    if system is not None:
                        _killed(system, min(SERIES, kills - seed), seed, tally)
            if tally.kills:
                rows.append((name, *tally.row()))
    table(f"{kills} kills each", HEADS, rows)


def _ours(_store: Path, folder: Path) -> System:
    port = peers.free_port()
    settings = Settings(data=folder / "server", port=port, province="08", province_name="Tuyên Quang", reserve=0)
    with closing(Service(settings)) as service:
        codes = tuple(
            service.store.write(lambda c: accounts.new_code(c, service.identity, settings, (UNIT,), "", 9))
            for _ in range(2)
        )
    serve = [sys.executable, "-c", SERVE, str(folder / "server"), str(port), ""]
    here = {"PYTHONPATH": str(Path.cwd())}
    return System("ours", serve, [sys.executable, "-m", "tests.bench.killed_ours"], folder, port, 50, here, codes)


def _anki(store: Path, folder: Path) -> System:
    command, port = peers.anki(store) or [], peers.free_port()
    environment = {
        "SYNC_USER1": "xa:ocop", "SYNC_BASE": str(folder / "server"), "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port),
        "RUST_LOG": "error",
    }  # fmt: skip
    act = [command[0], str(peers.HERE / "killed_anki.py")]
    return System("anki", [command[0], "-m", "anki.syncserver"], act, folder, port, 1000, environment)


def _pouchdb(store: Path, folder: Path) -> System | None:
    command, port = peers.pouchdb(store), peers.free_port()
    if command is None:
        return None
    node, _, modules = command
    program = Path(modules) / "node_modules" / "pouchdb-server" / "bin" / "pouchdb-server"
    (folder / "server").mkdir()
    serve = [
        node, str(program), "--port", str(port), "--dir", str(folder / "server"), "--no-stdout-logs",
        "--config", str(folder / "config.json"),
    ]  # fmt: skip
    act = [node, str(peers.HERE / "killed_pouchdb.mjs"), modules]
    return System("pouchdb", serve, act, folder, port, 1000, {})


def _morango(store: Path, folder: Path) -> System:
    command, port = peers.morango(store) or [], peers.free_port()
    serve = [*command, "serve", str(folder / "server"), str(port)]
    return System("morango", serve, [command[0], str(peers.HERE / "killed_morango.py")], folder, port, 100, {})


def _killed(system: System, kills: int, seed: int, tally: Tally) -> None:
    chance = random.Random(seed)
    system.start()
    try:
        with line(f"http://127.0.0.1:{system.port}") as watched:
            for number, who in enumerate(("one", "two")):
                code, _ = system.ask("meet", who, watched.address, *system.codes[number : number + 1])
                assert code == 0, "they did not meet"
            whole: list[int] = []
            seconds: list[float] = []
            for number in range(WHOLE + kills):
                before = watched.up
                process = system.begin("work", "one", watched.address, number, system.count)
                assert process.stdout is not None and process.stdout.readline() == "go\n"
                began = time.monotonic()
                if number < WHOLE:
                    process.wait(120)
                    seconds.append(time.monotonic() - began)
                    system.rest("one", watched.address)
                    whole.append(watched.up - before)
                    continue
                time.sleep(chance.uniform(0.05, 0.95) * min(seconds))
                tally.under_way += process.poll() is None
                _kill(system, process, server=bool(number % 2))
                tally.rounds.append(system.rest("one", watched.address))
                tally.again.append(max(0.0, watched.up - before - median(whole)))
            system.rest("two", watched.address)
            made = {f"{number}-{at}" for number in range(WHOLE + kills) for at in range(system.count)}
            found = [_contents(system, who, watched.address) for who in ("one", "two")]
    finally:
        system.kill()
    names = [name for name, _ in found[1].values() if name]
    tally.count = system.count
    tally.kills += kills
    tally.lost += len(made - set(names))
    tally.twice += len(names) - len(set(names))
    tally.differ += sum(found[0].get(record) != found[1].get(record) for record in {*found[0], *found[1]})
    tally.no_rest += system.no_rest
    tally.stored += system.stored
    tally.found += len(found[1])
    tally.whole += whole


def _kill(system: System, process: "subprocess.Popen[str]", *, server: bool) -> None:
    """Kill one end; a client whose server died ends by itself, or is stopped: its officer presses again."""
    if server:
        system.kill()
        system.start()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
    process.kill()
    process.wait(30)


def _contents(system: System, who: str, address: str) -> dict[str, tuple[str, str]]:
    """Name and content of everything that one client has, by id."""
    _, said = system.ask("dump", who, address)
    return {record: (name, content) for record, name, content in json.loads(said)}


if __name__ == "__main__":
    main()
