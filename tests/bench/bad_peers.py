"""Others on the same bad line, each until it is told to stop: for ``tests.bench.bad_line``."""

import json
import os
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import requests

from tests.bench import peers
from tests.bench.line import Line, line

MIB = 1024 * 1024
QUALITY = {"rate": 32_000, "delay": 0.2, "life": 20.0, "drop": 0.03}
Figures = dict[str, float | str]
RECORD = 1000
"""Bytes of text in a record of the others; what is useful of what they send is counted by this."""


def start(
    stack: ExitStack, name: str, store: Path, folder: Path, records: int, scans: int
) -> Callable[[], Figures] | None:
    """Let one of them work; what is given back stops it and says how far it came. None: it cannot be had here."""
    folder.mkdir()
    makers = {"anki": _anki, "pouchdb": _pouchdb, "forms": _forms}
    return makers[name](stack, store, folder, records, scans)


def _anki(stack: ExitStack, store: Path, folder: Path, records: int, scans: int) -> Callable[[], Figures] | None:
    command, port = peers.anki(store) or [], peers.free_port()
    environment = {
        **os.environ, "SYNC_USER1": "xa:ocop", "SYNC_BASE": str(folder / "server"), "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port), "RUST_LOG": "error",
    }  # fmt: skip
    _serve(stack, [command[0], "-m", "anki.syncserver"], environment, folder)

    def scans_there() -> int:
        return sum(file.stat().st_size == MIB for file in (folder / "server").rglob("*") if file.is_file())

    client = [command[0], str(peers.HERE / "bad_anki.py"), str(folder)]
    return _client(stack, client, port, folder, records, scans, scans_there, end="/")


def _pouchdb(stack: ExitStack, store: Path, folder: Path, records: int, scans: int) -> Callable[[], Figures] | None:
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
    _serve(stack, serve, dict(os.environ), folder)

    def scans_there() -> int:
        found = requests.get(f"http://127.0.0.1:{port}/commune/_all_docs", timeout=60).json()
        return sum(row["id"].startswith("scan-") for row in found["rows"])

    client = [node, str(peers.HERE / "bad_pouchdb.mjs"), modules, str(folder)]
    return _client(stack, client, port, folder, records, scans, scans_there)


def _serve(stack: ExitStack, command: list[str], environment: dict[str, str], folder: Path) -> None:
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, env=environment, cwd=folder, stdout=quiet, stderr=quiet)
    stack.callback(lambda: (server.kill(), server.wait(30)))


def _client(
    stack: ExitStack,
    command: list[str],
    port: int,
    folder: Path,
    records: int,
    scans: int,
    scans_there: Callable[[], int],
    end: str = "",
) -> Callable[[], Figures]:
    watched = stack.enter_context(line(f"http://127.0.0.1:{port}", **QUALITY))
    over = folder / "over"
    addresses = (f"http://127.0.0.1:{port}{end}", f"{watched.address}{end}")
    client = subprocess.Popen(
        [*command, str(records), str(scans), *addresses, str(over)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    stack.callback(lambda: (client.kill(), client.wait(30)))
    assert client.stdout is not None and client.stdout.readline() == "go\n", command

    def stop() -> Figures:
        over.touch()
        said: Any = json.loads(client.communicate(timeout=120)[0].strip().splitlines()[-1])
        return _figures(watched, records, said["records"], scans_there())

    return stop


def _figures(watched: Line, records: int, seconds: float | None, scans: int) -> Figures:
    useful = scans * MIB + (records * RECORD if seconds is not None else 0)
    return {
        "records there after, s": "never" if seconds is None else seconds,
        "scans there": scans,
        "bytes sent / useful": watched.up / useful if useful else "none useful",
        "times cut": watched.cuts,
    }


def _forms(stack: ExitStack, _store: Path, _folder: Path, records: int, scans: int) -> Callable[[], Figures]:
    """Each record with its scans is one multipart POST, one after the other, those that failed again."""

    class Form(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size, got = int(self.headers["Content-Length"]), 0
            while got < size and (piece := self.rfile.read(min(65536, size - got))):
                got += len(piece)
            if got == size:
                self.send_response(201)
                self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Form)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stack.callback(lambda: (server.shutdown(), server.server_close()))
    watched = stack.enter_context(line(f"http://127.0.0.1:{server.server_port}", **QUALITY))
    over, sent, began = threading.Event(), dict[int, float](), time.monotonic()

    def send() -> None:
        forms = {
            number: [
                ("xml_submission_file", ("form.xml", b"x" * RECORD, "text/xml")),
                *(("scan", (f"{at}.pdf", os.urandom(MIB), "application/pdf")) for at in range(number, scans, records)),
            ]
            for number in range(records)
        }
        while not over.is_set() and len(sent) < records:
            for number in forms.keys() - sent.keys():
                if over.is_set():
                    return
                try:
                    requests.post(watched.address, files=forms[number], timeout=(10, 60)).raise_for_status()
                    sent[number] = time.monotonic() - began
                except requests.RequestException:
                    over.wait(1)

    threading.Thread(target=send, daemon=True).start()

    def stop() -> Figures:
        over.set()
        arrived = sum(len(range(number, scans, records)) for number in sent)
        useful = arrived * MIB + len(sent) * RECORD
        return {
            "records there after, s": max(sent.values()) if len(sent) == records else f"{len(sent)} of {records}",
            "scans there": arrived,
            "bytes sent / useful": watched.up / useful if useful else "none useful",
            "times cut": watched.cuts,
        }

    return stop
