"""Anki's own sync server and client, for ``tests.bench.beside_others``; runs in an environment that has ``anki``.

Anki's first sync copies a whole file; what is measured is its ordinary sync, between two collections that have met.
Arguments: a folder, records, bytes of text, the server's port, the port that the client dials. Prints one JSON object.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from anki.collection import AddNoteRequest, Collection

TEXT = "Nguyên liệu thu hái từ vùng trồng của các thành viên trên địa bàn xã, có nhật ký sản xuất. "


def main() -> None:
    folder = Path(sys.argv[1])
    records, size, port, dialled = map(int, sys.argv[2:6])
    environment = {
        **os.environ,
        "SYNC_USER1": "xa:ocop",
        "SYNC_BASE": str(folder / "server"),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
        "RUST_LOG": "error",
        "MAX_SYNC_PAYLOAD_MEGS": "2000",
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        print(json.dumps(_measure(folder, f"http://127.0.0.1:{dialled}/", server.pid, records, size)))
    finally:
        server.terminate()
        server.wait(20)


def _measure(folder: Path, address: str, pid: int, records: int, size: int) -> dict[str, float]:
    for _ in range(100):
        try:
            one = Collection(str(folder / "one.anki2"))
            key = one.sync_login("xa", "ocop", address)
            break
        except Exception:  # the server is still starting
            one.close()
            time.sleep(0.1)
    two = Collection(str(folder / "two.anki2"))
    for collection, upload in ((one, True), (two, False)):
        collection.sync_collection(key, False)
        collection.close_for_full_sync()
        collection.full_upload_or_download(auth=key, server_usn=None, upload=upload)
        collection.reopen(after_full_sync=True)
    kind = one.models.by_name("Basic")
    waiting = []
    for number in range(records):
        note = one.new_note(kind)
        note["Front"], note["Back"] = f"Chè số {number}", TEXT * max(1, size // len(TEXT.encode()))
        waiting.append(AddNoteRequest(note, 1))
    one.add_notes(waiting)
    push = _seconds(lambda: one.sync_collection(key, False))
    pull = _seconds(lambda: two.sync_collection(key, False))
    assert two.note_count() == records
    idle = sorted(_seconds(lambda: one.sync_collection(key, False)) for _ in range(21))[10]
    changes = []
    for number, name in enumerate(one.find_notes("")[:9]):
        note = one.get_note(name)
        note["Front"] = f"Sửa {number}"
        one.update_note(note)
        changes.append(_seconds(lambda: one.sync_collection(key, False)))
    size_after = sum(path.stat().st_size for path in (folder / "server").rglob("*") if path.is_file())
    return {
        "push": push,
        "pull": pull,
        "idle": idle,
        "change": sorted(changes)[4],
        "rss": _peak(pid),
        "stored": size_after,
    }


def _seconds(action) -> float:  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def _peak(pid: int) -> int:
    """Bytes of memory a process held at most (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return 0


main()
