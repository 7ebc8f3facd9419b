"""One evening of 3,321 communes: ``python -m tests.bench.evening [--communes 3321 --records 50 --postgres]``

Every commune has a PC of its own with its own key. Each makes a whole round of messages: hello, a challenge, a token, one
push of its records, the changes, the digest; its receipt's signature is checked. As many at a time as ``--at-once``.
PostgreSQL is a real one with ``fsync`` on. What is asked: nothing lost, 99 of 100 requests within 2 seconds, and a record
costs the last communes what it cost the first hundred.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

import psycopg
import requests
import uuid6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select

from ocop_desktop import protocol
from ocop_desktop.errors import SyncError
from ocop_desktop.protocol import record_hash, set_hash
from ocop_desktop.server import Settings
from ocop_desktop.server.service import Service
from ocop_desktop.server.store import add
from ocop_desktop.server.tables import devices, records
from ocop_desktop.sync.client import Province
from tests.bench.figures import table
from tests.bench.peer_ours import NOW, SERVE, TEXT
from tests.bench.peers import free_port
from tests.server.postgres import new_database, postgres
from tests.server.stranger import text64

T = TypeVar("T")


@dataclass
class Tally:
    """What the communes met."""

    seconds: list[float] = field(default_factory=list)
    finished: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def timed(self, action: Callable[[], T]) -> T:
        """Do one request and note how long it took."""
        began = time.perf_counter()
        try:
            return action()
        finally:
            with self.lock:
                self.seconds.append(time.perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, default=3321)
    parser.add_argument("--records", type=int, default=50)
    parser.add_argument("--at-once", type=int, default=16)
    parser.add_argument("--sqlite", action="store_true", help="SQLite instead of PostgreSQL")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        database = "" if options.sqlite else new_database(stack.enter_context(postgres(safe=True)))
        settings = Settings(
            data=folder, province="08", province_name="Tuyên Quang", database=database, port=free_port()
        )
        pcs = _enrol(settings, options.communes)
        command = [sys.executable, "-c", SERVE, str(folder), str(settings.port), database]
        server = subprocess.Popen(command)
        stack.callback(server.wait, 30)
        stack.callback(server.terminate)
        address = f"http://127.0.0.1:{settings.port}"
        _wait(address, options.at_once)
        began = time.perf_counter()
        tally = _all(address, settings, pcs, options.records, options.at_once, server.pid)
        took = time.perf_counter() - began
        slowed = _slowed(address)
        stored = _stored(settings)
    _tell(options, tally, took, stored, slowed)


def _enrol(settings: Settings, communes: int) -> list[tuple[str, str, bytes]]:
    """Device, unit and key of every commune, written at once; handing out codes is not what is measured."""
    pcs, rows = [], []
    for number in range(communes):
        key, device, unit = Ed25519PrivateKey.generate(), str(uuid6.uuid7()), f"{10000 + number:05d}"
        pcs.append((device, unit, key.private_bytes_raw()))
        rows.append(
            {
                "device": device, "name": "Máy một cửa", "unit": unit, "units": unit,
                "public_key": text64(key.public_key().public_bytes_raw()), "replica": str(uuid6.uuid7()), "app": "bench",
                "enrolled_at": NOW, "seen_at": NOW,
            }
        )  # fmt: skip
    with closing(Service(settings)) as service:
        service.store.write(lambda connection: add(connection, devices, rows))
    return pcs


def _wait(address: str, at_once: int) -> None:
    """Until the server answers; then as many questions at once as will come, so that its connections are open."""
    province = Province(address)
    for _ in range(200):
        try:
            province.hello(NOW, tries=1)
            break
        except SyncError:
            time.sleep(0.1)
    else:
        raise AssertionError("the server did not start")
    threads = [
        threading.Thread(target=lambda: requests.get(f"{address}/health", timeout=30)) for _ in range(at_once * 4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _spent(server: int, database: str) -> Callable[[], float]:
    """Asks how many seconds of processor the server and the database have used (Linux; elsewhere 0)."""
    processes = [server]
    if database:
        with psycopg.connect(database) as connection:
            processes += [row[0] for row in connection.execute("SELECT pid FROM pg_stat_activity")]
    ticks = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1

    def ask() -> float:
        total = 0
        for process in processes:
            stat = Path(f"/proc/{process}/stat")
            if stat.exists():
                parts = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
                total += int(parts[11]) + int(parts[12])
        return total / ticks

    return ask


def _all(
    address: str,
    settings: Settings,
    pcs: list[tuple[str, str, bytes]],
    count: int,
    at_once: int,
    server: int,
) -> Tally:
    spent = _spent(server, settings.database)
    with closing(Service(settings)) as service:
        server_key = service.identity.public_key
    waiting: SimpleQueue[tuple[str, str, bytes]] = SimpleQueue()
    for pc in pcs:
        waiting.put(pc)
    tally, began = Tally(), time.perf_counter()

    def work() -> None:
        while True:
            try:
                device, unit, key = waiting.get_nowait()
            except Empty:
                return
            try:
                _round(Province(address, device=device, private_key=key, server_key=server_key), unit, count, tally)
            except (SyncError, AssertionError) as error:
                with tally.lock:
                    tally.failures.append(f"{unit}: {error}")
            with tally.lock:
                tally.finished.append(time.perf_counter() - began)
                tally.spent.append(spent())

    threads = [threading.Thread(target=work) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def _round(province: Province, unit: str, count: int, tally: Tally) -> None:
    with closing(province):
        ops = tuple(
            protocol.Op(
                op=str(uuid6.uuid7()), record=str(uuid6.uuid7()), type="product", unit=unit, kind="create",
                fields={"name": f"Chè số {number}", "description": TEXT * 8}, at=NOW, by="Mai",
            )
            for number in range(count)
        )  # fmt: skip
        push = protocol.Push(replica=str(uuid6.uuid7()), app="bench", schema=1, client_time=NOW, ops=ops)
        data = protocol.encode(push)
        tally.timed(lambda: province.hello(NOW))
        tally.timed(lambda: province.units())  # signs in first
        receipt, _ = tally.timed(lambda: province.push(str(uuid6.uuid7()), data))
        assert [result.status for result in receipt.results] == ["applied"] * count, "not all applied"
        page = tally.timed(lambda: province.changes(unit, 0, 500))
        assert len(page.items) == count, "not all came back"
        digest = tally.timed(province.whole_digest)
        own = set_hash(record_hash(op.record, 1, protocol.canonical(op.fields)) for op in ops)
        assert (digest.count, digest.hash) == (count, own), "the two sides differ"


def _slowed(address: str) -> float:
    """How many requests came faster than the server lets one device or address ask."""
    lines = requests.get(f"{address}/metrics", timeout=30).text.splitlines()
    return sum(
        float(line.split()[-1]) for line in lines if line.startswith("ocop_requests_total") and 'status="429"' in line
    )


def _stored(settings: Settings) -> int:
    with closing(Service(settings)) as service:
        return service.store.read(
            lambda connection: int(connection.execute(select(func.count()).select_from(records)).scalar_one())
        )


def _tell(options: argparse.Namespace, tally: Tally, took: float, stored: int, slowed: float) -> None:
    ordered = sorted(tally.seconds)
    total = options.communes * options.records
    rows: list[tuple[str, float | int]] = [
        ("communes that failed", len(tally.failures)),
        ("records at the province, of all", stored / total),
        ("requests told to wait (429)", slowed),
        ("seconds for all", took),
        ("records a second", total / took),
        ("request, median, ms", ordered[len(ordered) // 2] * 1000),
        ("request, 99 of 100, ms", ordered[int(len(ordered) * 0.99)] * 1000),
        ("request, longest, ms", ordered[-1] * 1000),
    ]
    part = min(100, options.communes // 2)
    first = tally.finished[part - 1]
    last = tally.finished[-1] - tally.finished[-part - 1]
    rows += [
        (
            f"processor ms a record, first {part} communes",
            (tally.spent[part - 1] - tally.spent[0]) * 1000 / (part - 1) / options.records,
        ),
        (
            f"processor ms a record, last {part} communes",
            (tally.spent[-1] - tally.spent[-part - 1]) * 1000 / part / options.records,
        ),
        (f"a record of the first {part} communes, ms", first / part / options.records * 1000),
        (f"a record of the last {part} communes, ms", last / part / options.records * 1000),
        ("a record of all, ms", took / total * 1000),
    ]
    table(
        f"{options.communes} communes, {options.records} records each, {options.at_once} at once", ("", "figure"), rows
    )
    for failure in tally.failures[:5]:
        print(failure)


if __name__ == "__main__":
    main()
