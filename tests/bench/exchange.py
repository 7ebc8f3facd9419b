"""How fast 10,000 records of about 1 KB travel through the real server: python -m tests.bench.exchange

Everything is on: validation, scope, history, audit, signed receipts, ``synchronous=FULL``. The server runs in its own
process. First its own speed (messages as the client sends them, encoded beforehand), then a whole round of the program
with its encrypted database on both ends.
"""

import argparse
import base64
import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import uuid6

from ocop_desktop import protocol
from ocop_desktop.actions import exchange, office, sample
from ocop_desktop.server import Settings, accounts
from ocop_desktop.server.service import Service
from ocop_desktop.storage import settings as stored
from ocop_desktop.storage.db import Db, unit
from ocop_desktop.sync.client import Province
from ocop_desktop.sync.progress import Run
from tests.bench.figures import median, milliseconds, table

UNIT = "02545"
TEXT = "Nguyên liệu thu hái từ vùng trồng của các thành viên trên địa bàn xã, có nhật ký sản xuất. " * 8
SERVE = """
import sys
from pathlib import Path
from ocop_desktop.server import Settings, running
with running(Settings(data=Path(sys.argv[1]), province="08", province_name="Tuyên Quang")) as address:
    print(address, flush=True)
    sys.stdin.read()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "server"
        codes = _codes(data, 3)
        server = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert server.stdout is not None and server.stdin is not None
        address = server.stdout.readline().strip()
        try:
            rows = [*_wire(Path(folder), address, codes[0], options.records, options.batch)]
            rows += _rounds(Path(folder), address, codes[1:], options.records)
        finally:
            server.stdin.close()
            server.wait(30)
        size = sum(file.stat().st_size for file in data.rglob("*") if file.is_file())
    table(
        f"{options.records} records of 1 KB (targets: push 9,000/s, pull 12,000/s, nothing to do 5 ms)",
        ("", "seconds", "records/s"),
        rows,
    )
    print(f"server's folder afterwards: {size / 1024 / 1024:.0f} MiB")


def _codes(data: Path, count: int) -> list[str]:
    service = Service(Settings(data=data, province="08", province_name="Tuyên Quang"))
    try:
        return [
            service.store.write(
                lambda connection: accounts.new_code(
                    connection, service.identity, service.settings, (UNIT,), "Xã Tân Trào", 1
                )
            )
            for _ in range(count)
        ]
    finally:
        service.close()


def _office(folder: Path, name: str, address: str, code: str) -> tuple[Db, Run]:
    path = folder / name / "ocop.db"
    office.create_office(path, sample.sample().set_up())
    db = office.open_writer(path, office.unlock(path, sample.PASSPHRASE))
    run = office.runner(db)
    exchange.enrol(run, address, code, name)
    return db, run


def _wire(folder: Path, address: str, code: str, records: int, batch: int) -> list[tuple[str, float, float]]:
    db, _ = _office(folder, "wire", address, code)
    known = stored.read_all(db, "sync.")
    db.close()
    province = Province(
        address,
        device=str(known["sync.device"]),
        private_key=base64.b64decode(str(known["sync.private_key"])),
        server_key=str(known["sync.server_key"]),
    )
    replica = str(known.get("sync.replica") or uuid6.uuid7())
    pushes = []
    for start in range(0, records, batch):
        ops = tuple(
            protocol.Op(
                op=str(uuid6.uuid7()), record=str(uuid6.uuid7()), type="product", unit=UNIT, kind="create", base_rev=0,
                fields={"name": f"Chè số {start + i}", "description": TEXT}, at="2026-11-20T03:00:00.000Z", by="Mai",
            )
            for i in range(min(batch, records - start))
        )  # fmt: skip
        push = protocol.Push(replica=replica, app="bench", schema=1, client_time="2026-11-20T03:00:00.000Z", ops=ops)
        pushes.append((str(uuid6.uuid7()), protocol.encode(push)))
    province.hello("2026-11-20T03:00:00.000Z")
    began = time.perf_counter()
    for id_, data in pushes:
        province.push(id_, data)
    pushed = time.perf_counter() - began
    after = count = 0
    began = time.perf_counter()
    while True:
        page = province.changes(UNIT, after, 500)
        count, after = count + len(page.items), page.next
        if page.next >= page.high_water:
            break
    pulled = time.perf_counter() - began
    idle = median([milliseconds(lambda: province.changes(UNIT, after, 500)) for _ in range(50)])
    province.close()
    return [
        (f"push, {batch} a batch", pushed, records / pushed),
        ("pull, 500 a page", pulled, count / pulled),
        ("nothing to do: one question", idle / 1000, 0.0),
    ]


def _rounds(folder: Path, address: str, codes: list[str], records: int) -> list[tuple[str, float, float]]:
    sender, run_sender = _office(folder, "sender", address, codes[0])
    reader, run_reader = _office(folder, "reader", address, codes[1])
    stop = threading.Event()
    rows = []
    try:
        for db, run in ((sender, run_sender), (reader, run_reader)):
            began = time.perf_counter()
            first = exchange.synchronise(run, lambda _: None, stop)
            took = time.perf_counter() - began
            if db is sender:
                rows.append(("a whole round that receives them", took, first.received / took))
        with unit(sender):
            _queue(sender, records)
        began = time.perf_counter()
        done = exchange.synchronise(run_sender, lambda _: None, stop)
        took = time.perf_counter() - began
        assert done.digest_equal and done.sent == records, done
        rows.append(("a whole round that sends as many", took, done.sent / took))
        idle = median([milliseconds(lambda: exchange.synchronise(run_sender, lambda _: None, stop)) for _ in range(9)])
        rows.append(("a whole round with nothing to do", idle / 1000, 0.0))
    finally:
        sender.close()
        reader.close()
    return rows


def _queue(db: Db, records: int) -> None:
    """Records that wait, as ``storage.records.add`` queues them."""
    kept, queued = [], []
    for number in range(records):
        record, at = db.new_id(), db.now()
        body = json.dumps({"name": f"Gạo số {number}", "description": TEXT}, ensure_ascii=False)
        kept.append((record, "product", UNIT, body, at, at))
        queued.append((db.new_id(), record, "product", UNIT, "create", body, "{}", db.officer, at, 0))
    db.conn.executemany("INSERT INTO record (id, type, unit, body, created, updated) VALUES (?, ?, ?, ?, ?, ?)", kept)
    db.conn.executemany(
        "INSERT INTO outbox (op, record, type, unit, kind, fields, expect, officer, at, rev) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        queued,
    )


if __name__ == "__main__":
    main()
