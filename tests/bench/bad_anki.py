"""An Anki client on a bad line, for ``tests.bench.bad_line``; runs in an environment that has ``anki``.

Arguments: a folder, records, scans of 1 MiB, the server's address, the address that the client dials, a file whose coming
ends it. Two collections have met before the clock starts; then notes and media are added and synchronised, again and
again. Prints one JSON object: after how many seconds the notes were there.
"""

import json
import os
import sys
import time
from pathlib import Path

from anki.collection import AddNoteRequest, Collection


def main() -> None:
    folder, stop = Path(sys.argv[1]), Path(sys.argv[6])
    records, scans = map(int, sys.argv[2:4])
    server, dialled = sys.argv[4:6]
    one = Collection(str(folder / "one.anki2"))
    for _ in range(300):
        try:
            key = one.sync_login("xa", "ocop", server)
            break
        except Exception:  # the server is still starting
            time.sleep(0.1)
    one.sync_collection(key, False)
    one.close_for_full_sync()
    one.full_upload_or_download(auth=key, server_usn=None, upload=True)
    one.reopen(after_full_sync=True)
    kind = one.models.by_name("Basic")
    waiting = []
    for number in range(records):
        note = one.new_note(kind)
        note["Front"], note["Back"] = f"Chè số {number}", "x" * 1000
        waiting.append(AddNoteRequest(note, 1))
    one.add_notes(waiting)
    for number in range(scans):
        one.media.write_data(f"scan-{number}.pdf", os.urandom(1024 * 1024))
    key.endpoint = dialled
    print("go", flush=True)
    began, there = time.monotonic(), None
    while not stop.exists():
        try:
            if there is None:
                one.sync_collection(key, False)
                there = time.monotonic() - began
            one.sync_media(key)
            while one.media_sync_status().active and not stop.exists():
                time.sleep(0.2)
        except Exception:  # the line was cut
            time.sleep(1)
        time.sleep(0.5)
    print(json.dumps({"records": there}), flush=True)
    os._exit(0)


main()
