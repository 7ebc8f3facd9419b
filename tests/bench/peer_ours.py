"""Our server in a process of its own and our client's messages, for ``tests.bench.beside_others``.

Everything is on: validation, scope, custody, history, audit, signed receipts that are checked, gzip, digests,
``synchronous=FULL``. Arguments as of the other peers; the first, optional: ``postgresql://…``, a server where a new
database is made. Its memory is the service's then, without PostgreSQL's; its disk is that database.
"""

import base64
import json
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psycopg
import uuid6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ocop_desktop import protocol
from ocop_desktop.server import Settings, accounts
from ocop_desktop.server.service import Service
from ocop_desktop.sync.client import Province
from tests.bench.figures import median, milliseconds
from tests.server.postgres import new_database

UNIT = "02545"
TEXT = "Nguyên liệu thu hái từ vùng trồng của các thành viên trên địa bàn xã, có nhật ký sản xuất. "
NOW = "2026-11-20T03:00:00.000Z"
BATCH = 1000
SERVE = """
import sys
from pathlib import Path
from ocop_desktop.server import Settings
from ocop_desktop.server.serving import serve
serve(Settings(data=Path(sys.argv[1]), province="08", province_name="Tuyên Quang", port=int(sys.argv[2]), database=sys.argv[3]))
"""


def main() -> None:
    arguments = sys.argv[1:]
    database = new_database(arguments.pop(0)) if arguments[0].startswith("postgresql:") else ""
    folder = Path(arguments[0])
    records, size, port, dialled = map(int, arguments[1:5])
    settings = Settings(data=folder / "server", province="08", province_name="Tuyên Quang", database=database)
    with closing(Service(settings)) as service:
        code = service.store.write(
            lambda connection: accounts.new_code(connection, service.identity, settings, (UNIT,), "Xã Tân Trào", 1)
        )
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(folder / "server"), str(port), database])
    try:
        found = _measure(f"http://127.0.0.1:{dialled}", code, server.pid, records, size)
    finally:
        server.terminate()
        server.wait(30)
    found["stored"] = sum(path.stat().st_size for path in (folder / "server").rglob("*") if path.is_file())
    if database:
        with psycopg.connect(database) as connection:
            row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
            found["stored"] += row[0] if row else 0
    sys.stdout.write(json.dumps(found))


def enrol(address: str, code: str, name: str) -> Province:
    """A PC that the server knows."""
    key = Ed25519PrivateKey.generate()
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    request = protocol.EnrolRequest(
        code=code, device_name=name, replica=str(uuid6.uuid7()), public_key=public, app="bench"
    )
    answer = Province(address).enrol(request)
    return Province(
        address, device=answer.device, private_key=key.private_bytes_raw(), server_key=answer.server_public_key
    )


def operations(count: int, size: int) -> tuple[protocol.Op, ...]:
    """New records as a client queues them."""
    text = TEXT * max(1, size // len(TEXT.encode()))
    return tuple(
        protocol.Op(
            op=str(uuid6.uuid7()), record=str(uuid6.uuid7()), type="product", unit=UNIT, kind="create",
            fields={"name": f"Chè số {number}", "description": text}, at=NOW, by="Mai",
        )
        for number in range(count)
    )  # fmt: skip


def _push(province: Province, replica: str, ops: tuple[protocol.Op, ...]) -> None:
    push = protocol.Push(replica=replica, app="bench", schema=1, client_time=NOW, ops=ops)
    province.push(str(uuid6.uuid7()), protocol.encode(push))


def _measure(address: str, code: str, pid: int, records: int, size: int) -> dict[str, float]:
    for _ in range(200):
        try:
            Province(address).hello(NOW)
            break
        except Exception:  # the server is still starting
            time.sleep(0.1)
    province = enrol(address, code, "Máy 1")
    replica = str(uuid6.uuid7())
    queued = operations(records, size)
    province.changes(UNIT, 0, 1)  # signed in, as the others are when their clock starts
    began = time.perf_counter()
    for start in range(0, records, BATCH):
        _push(province, replica, queued[start : start + BATCH])
    push = time.perf_counter() - began
    after = count = 0
    began = time.perf_counter()
    while True:
        page = province.changes(UNIT, after, 500)
        count, after = count + len(page.items), page.next
        if page.next >= page.high_water:
            break
    pull = time.perf_counter() - began
    assert count == records
    idle = median([milliseconds(lambda: province.changes(UNIT, after, 500)) for _ in range(51)]) / 1000
    changes = []
    for number, old in enumerate(queued[:9]):
        patch = protocol.Op(
            op=str(uuid6.uuid7()), record=old.record, type="product", unit=UNIT, kind="patch", base_rev=1,
            fields={"name": f"Sửa {number}"}, at=NOW, by="Mai",
        )  # fmt: skip
        changes.append(milliseconds(lambda op=patch: _push(province, replica, (op,))) / 1000)
    province.close()
    return {"push": push, "pull": pull, "idle": idle, "change": median(changes), "rss": _peak(pid)}


def _peak(pid: int) -> int:
    """Bytes of memory a process held at most (Linux)."""
    status = Path(f"/proc/{pid}/status")
    for line in status.read_text(encoding="utf-8").splitlines() if status.exists() else ():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    main()
