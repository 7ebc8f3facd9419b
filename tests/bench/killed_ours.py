"""One act of our client, for ``tests.bench.kills``.

Arguments: ``meet|work|rest|dump``, a folder, the PC, the server's address; for ``meet`` the code, for ``work`` the round
and how many dossiers (three records each) are made before they are sent; ``rest`` sends and fetches twice. Everything is on: encryption of the database, history, receipts, digests.
"""

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from ocop_desktop.actions import dossiers, exchange, office
from ocop_desktop.storage.db import Db, run
from tests.bench.peer_ours import TEXT, UNIT


class _Never:
    """Stops nothing, and sits through no pause."""

    def is_set(self) -> bool:
        return False

    def wait(self, _seconds: float) -> bool:
        return False


def main() -> None:
    act, parent, name, address = sys.argv[1:5]
    folder = Path(parent) / name
    folder.mkdir(exist_ok=True)
    os.environ["OCOP_DESKTOP_HOME"] = str(folder)
    path, secret = folder / "ocop.db", folder / "key"
    if act == "meet":
        secret.write_text(office.create_for_device(path, UNIT, name).hex(), encoding="utf-8")
    with closing(office.open_writer(path, bytes.fromhex(secret.read_text(encoding="utf-8")))) as db:
        if act == "meet":
            exchange.enrol(office.runner(db), address, sys.argv[5], name)
        elif act == "dump":
            rows = db.conn.execute("SELECT id, type, body FROM record WHERE deleted = 0").fetchall()
            print(json.dumps([_row(*row) for row in rows]))
        elif act == "work":
            _make(db, *map(int, sys.argv[5:7]))
            print("go", flush=True)
            _sync(db)
        else:
            _sync(db)
            _sync(db)


def _make(db: Db, number: int, count: int) -> None:
    for at in range(count):
        values: Any = {
            "product.name": f"{number}-{at}", "producer.name": f"HTX {number}-{at}",
            "product.description": TEXT * 9, "dossier.received_on": "2026-11-02",
        }  # fmt: skip
        run(db, lambda db, values=values: dossiers.receive(db, values))


def _sync(db: Db) -> None:
    done = exchange.synchronise(office.runner(db), lambda _: None, _Never())  # type: ignore[arg-type]
    if not done.digest_equal or exchange.state(db).waiting_records:
        raise SystemExit("not at rest")


def _row(record: str, kind: str, body: str) -> list[str]:
    fields = json.loads(body)
    return [record, str(fields.get("name", "")) if kind == "product" else "", json.dumps(fields, sort_keys=True)]


if __name__ == "__main__":
    main()
