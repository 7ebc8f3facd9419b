"""One act of an Anki client, for ``tests.bench.kills``; runs in an environment that has ``anki``.

Arguments: ``meet|work|rest|dump``, a folder, the collection, the server's address; for ``work`` the round and how many
notes are made before they are sent; ``rest`` synchronises twice.
"""

import json
import sys
from pathlib import Path

from anki.collection import AddNoteRequest, Collection

TEXT = "Nguyên liệu thu hái từ vùng trồng của các thành viên trên địa bàn xã, có nhật ký sản xuất. "


def main() -> None:
    act, folder, name, address = sys.argv[1:5]
    one = Collection(str(Path(folder) / f"{name}.anki2"))
    if act == "dump":
        rows = one.db.all("SELECT guid, sfld, flds FROM notes")
        print(json.dumps([[str(cell) for cell in row] for row in rows]))
        one.close()
        return
    if act == "work":
        _make(one, *map(int, sys.argv[5:7]))
    key = one.sync_login("xa", "ocop", address)
    print("go", flush=True)
    for _ in range(2 if act == "rest" else 1):
        answer = one.sync_collection(key, False)
        if act == "meet":
            one.close_for_full_sync()
            one.full_upload_or_download(auth=key, server_usn=None, upload=name == "one")
        elif answer.required != answer.NO_CHANGES:
            raise SystemExit(f"asks for a full sync: {answer.required}")


def _make(one: Collection, number: int, count: int) -> None:
    kind = one.models.by_name("Basic")
    notes = []
    for at in range(count):
        note = one.new_note(kind)
        note["Front"], note["Back"] = f"{number}-{at}", TEXT * 9
        notes.append(AddNoteRequest(note, 1))
    one.add_notes(notes)


main()
