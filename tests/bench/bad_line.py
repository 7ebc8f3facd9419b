"""B2, a commune's line: ``python -m tests.bench.bad_line [--scans 100 --records 50]``

256 kbit/s, 400 ms there and back, every connection cut each 20 seconds, 3 of 100 requests lost: each system has such a line
of its own, all at the same time. Our program with its encrypted database sends records and scans of 1 MiB to the real
server, round after round as the periodic sync does. For as long as that takes the others do the same, again and again:
Anki (notes, then its media), PouchDB (documents, then attachments), and form posts as ODK's: each record is one multipart
POST with its scans, which begins anew when it was cut (``bad_peers.py``).
"""

import argparse
import os
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from ocop_desktop.actions import dossiers, evidence, exchange, office
from ocop_desktop.errors import SyncError
from ocop_desktop.server import Settings, accounts, running
from ocop_desktop.server.service import Service
from ocop_desktop.storage.db import Db, run
from tests.bench import bad_peers
from tests.bench.bad_peers import MIB, QUALITY
from tests.bench.figures import table
from tests.bench.line import Line, line

UNIT = "02545"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scans", type=int, default=100, help="3 for a run of some three minutes, 100 for an hour")
    parser.add_argument("--records", type=int, default=50)
    parser.add_argument("--store", type=Path, help="where the others are installed and kept")
    parser.add_argument("--only", default="anki,pouchdb,forms", help="beside ours")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder, store = (
            Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))) for _ in range(2)
        )
        others = {
            name: bad_peers.start(stack, name, options.store or store, folder / name, options.records, options.scans)
            for name in options.only.split(",")
        }
        found = {"ours": _ours(folder / "ours", options.records, options.scans)}
        for name, stop in others.items():
            if stop is not None:
                found[name] = {"seconds": found["ours"]["seconds"], **stop()}
    names = ("seconds", "records there after, s", "scans there", "bytes sent / useful", "times cut")
    rows = [(name, *(row.get(head, "") for head in names)) for name, row in found.items()]
    table(f"{options.records} records and {options.scans} scans of 1 MiB", ("", *names), rows)


def _ours(folder: Path, records: int, scans: int) -> dict[str, float | str]:
    folder.mkdir()
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
    """A day's work at a commune, three records for each dossier; the bytes of its scans."""
    size = 0
    made = []
    for number in range(max(1, records // 3)):
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
        dossier = made[number % len(made)]
        run(db, lambda db, dossier=dossier, scan=scan: evidence.attach(db, dossier, "05", "ban-quet.pdf", scan))  # type: ignore[misc]
    return size


def _rounds(db: Db, watched: Line, began: float) -> dict[str, float]:
    """Round after round until nothing is left; when the records were there, and the bytes that took."""
    safe: dict[str, float] = {}

    def report(progress: exchange.Progress) -> None:
        if progress.step == "send" and progress.done == progress.total and not safe:
            safe.update(seconds=time.perf_counter() - began, bytes=float(watched.up))

    while True:
        try:
            done = exchange.synchronise(office.runner(db), report, threading.Event())
        except SyncError:
            time.sleep(1)
            continue
        if done.digest_equal:
            return safe


if __name__ == "__main__":
    main()
