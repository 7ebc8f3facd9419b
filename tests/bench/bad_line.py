"""B2, a commune's line: ``python -m tests.bench.bad_line [--scans 100 --records 50]``

256 kbit/s, 400 ms there and back, every connection cut each 20 seconds, 3 of 100 requests lost. First our program with its
encrypted database sends records and scans of 1 MiB to the real server, round after round as the periodic sync does; then,
for as long, a peer that sends whole files and begins a file again when it was cut (the rule of most upload forms).
"""

import argparse
import os
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import requests

from ocop_desktop.actions import dossiers, evidence, exchange, office
from ocop_desktop.errors import SyncError
from ocop_desktop.server import Settings, accounts, running
from ocop_desktop.server.service import Service
from ocop_desktop.storage.db import Db, run
from tests.bench.figures import table
from tests.bench.line import Line, line

UNIT, MIB = "02545", 1024 * 1024
QUALITY = {"rate": 32_000, "delay": 0.2, "life": 20.0, "drop": 0.03}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scans", type=int, default=100, help="3 for a run of some three minutes")
    parser.add_argument("--records", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        ours = _ours(Path(folder), options.records, options.scans)
    whole = _whole_files(options.scans, ours["seconds"])
    names = ("seconds", "records there after, s", "scans there", "bytes sent / useful", "times cut")
    rows = [(name, ours.get(name, ""), whole.get(name, "")) for name in names]
    table(f"{options.records} dossiers and {options.scans} scans of 1 MiB", ("", "ours", "whole files"), rows)


def _ours(folder: Path, records: int, scans: int) -> dict[str, float | str]:
    os.environ["OCOP_DESKTOP_HOME"] = str(folder / "home")
    settings = Settings(data=folder / "province", province="08", province_name="Tuyên Quang")
    service = Service(settings)
    code = service.store.write(
        lambda connection: accounts.new_code(connection, service.identity, settings, (UNIT,), "Xã Tân Trào", 1)
    )
    service.close()
    path = folder / "ocop.db"
    db = office.open_writer(path, office.create_for_device(path, UNIT, "may-1"))
    with running(settings) as address, line(address, **QUALITY) as watched:
        exchange.enrol(office.runner(db), address, code, "may-1")
        useful = _work(db, records, scans)
        run(db, lambda db: exchange.move_server(db, watched.address))
        began = time.perf_counter()
        safe = _rounds(db, watched, began)
        took = time.perf_counter() - began
        sent, cuts = watched.up, watched.cuts
    db.close()
    arrived = sum(1 for file in (settings.data / "files").rglob("*") if file.is_file())
    return {
        "seconds": took,
        "records there after, s": safe["seconds"],
        "scans there": arrived,
        "bytes sent / useful": sent / (useful + safe["bytes"]),
        "times cut": cuts,
    }


def _work(db: Db, records: int, scans: int) -> int:
    """A day's work at a commune; the bytes of its scans."""
    size = 0
    made = []
    for number in range(records):
        given = {
            "product.name": f"Chè Shan tuyết số {number}",
            "producer.name": f"HTX số {number}",
            "dossier.received_on": "2026-11-02",
        }
        created = run(db, lambda db, given=given: dossiers.receive(db, given)).created  # type: ignore[misc]
        assert created
        made.append(created)
    for number in range(scans):
        scan = b"%PDF-1.4\n" + os.urandom(MIB - 9)
        size += len(scan)
        dossier = made[number % records]
        run(db, lambda db, dossier=dossier, scan=scan: evidence.attach(db, dossier, "05", "ban-quet.pdf", scan))  # type: ignore[misc]
    return size


def _rounds(db: Db, watched: Line, began: float) -> dict[str, float]:
    """Round after round until nothing is left; when the records were there, and the bytes that took."""
    safe: dict[str, float] = {}

    def report(progress: exchange.Progress) -> None:
        if progress.step == "files" and not safe:
            safe.update(seconds=time.perf_counter() - began, bytes=float(watched.up))

    while True:
        try:
            done = exchange.synchronise(office.runner(db), report, threading.Event())
        except SyncError:
            time.sleep(1)
            continue
        if done.digest_equal:
            return safe


def _whole_files(scans: int, seconds: float | str) -> dict[str, float | str]:
    """A peer without resume, for as long as ours took."""
    whole: list[int] = []

    class Form(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size, got = int(self.headers["Content-Length"]), 0
            while got < size and (piece := self.rfile.read(min(65536, size - got))):
                got += len(piece)
            if got == size:
                whole.append(size)
                self.send_response(204)
                self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Form)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    scan, until = os.urandom(MIB), time.perf_counter() + float(seconds)
    with line(f"http://127.0.0.1:{server.server_port}", **QUALITY) as watched:
        while len(whole) < scans and (left := until - time.perf_counter()) > 0:
            try:
                requests.post(watched.address, data=scan, timeout=(10, max(1.0, left)))
            except requests.RequestException:
                time.sleep(1)
        sent, cuts = watched.up, watched.cuts
    server.shutdown()
    server.server_close()
    return {
        "seconds": float(seconds),
        "scans there": len(whole),
        "bytes sent / useful": sent / sum(whole) if whole else "never one",
        "times cut": cuts,
    }


if __name__ == "__main__":
    main()
