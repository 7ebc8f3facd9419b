"""Systems that others made, installed for one run each into a folder of its own; permissive or only called, never shipped."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.line import line

HERE = Path(__file__).parent
Figures = dict[str, float]


def anki(store: Path) -> list[str] | None:
    """The command that measures Anki's sync server (AGPL: a program beside ours, in an environment of its own)."""
    place = store / "anki"
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "anki==26.9.3"], check=True)
    return [str(python), str(HERE / "peer_anki.py")]


def pouchdb(store: Path) -> list[str] | None:
    """The command that measures pouchdb-server with PouchDB; ``None`` without Node.js."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    place = store / "pouchdb"
    if not (place / "node_modules" / "pouchdb-server").exists():
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private": true}', "utf-8")
        packages = ("pouchdb-server@4.2.0", "pouchdb@9.0.0")
        subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *packages], cwd=place, check=True
        )
    return [node, str(HERE / "peer_pouchdb.mjs"), str(place)]


def morango(store: Path) -> list[str] | None:
    """The command that measures Morango under waitress (MIT, but it asks for an old Django: an environment of its own)."""
    place = store / "morango"
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        packages = ("morango==0.8.15", "waitress", "cryptography")
        subprocess.run([str(python), "-m", "pip", "install", "-q", *packages], check=True)
    return [str(python), str(HERE / "peer_morango.py")]


def measure(command: list[str], records: int, size: int) -> Figures:
    """One timed run, straight; and a tenth of it through a counting line, for the bytes of a record both ways."""
    found = _run(command, records, size, counted=False)
    few = max(100, records // 10)
    counted = _run(command, few, size, counted=True)
    return {**found, "wire": counted["wire"] / few}


def _run(command: list[str], records: int, size: int, *, counted: bool) -> Figures:
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if not counted:
            return _ask(command, folder, records, size, port, port)
        with line(f"http://127.0.0.1:{port}") as watched:
            found = _ask(command, folder, records, size, port, watched.port)
            return {**found, "wire": float(watched.up + watched.down)}


def _ask(command: list[str], folder: str, *numbers: int) -> Figures:
    done = subprocess.run(
        [*command, folder, *map(str, numbers)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    if done.returncode:
        raise RuntimeError(f"{command[1]} failed")
    answer: Any = json.loads(done.stdout.strip().splitlines()[-1])
    return {name: float(value) for name, value in answer.items()}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
