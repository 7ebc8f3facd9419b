"""After a crash nothing in the profile folder, nor in the folder for temporary files, can be read without a passphrase."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop.server import accounts
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.ui import opened
from tests.crash.marked import FOLDED, MARK


def forms() -> Iterator[bytes]:
    """The mark as any part of a program may write it: composed or not, UTF-8 or UTF-16, escaped in JSON, without accents."""
    for text in {unicodedata.normalize(form, MARK) for form in ("NFC", "NFD")} | {FOLDED, FOLDED.upper()}:
        yield text.encode()
        yield text.encode("utf-16-le")
        yield text.encode("utf-16-be")
    yield MARK.encode("ascii", "backslashreplace")
    for letter in ("utf-8", "utf-16-le"):
        yield MARK.lower().encode(letter)


def found_in(*folders: Path) -> list[str]:
    """The files in whose bytes, or whose name, a mark stands."""
    wanted = list(forms())
    told = []
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            name = str(file.relative_to(folder))
            data = file.read_bytes() if file.is_file() else b""
            if any(mark in data or mark in name.encode() for mark in wanted):
                told.append(name)
    return told


def test_a_killed_program_leaves_nothing_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, temporary = tmp_path / "Hồ sơ", tmp_path / "temp"
    temporary.mkdir()
    settings = Settings(data=tmp_path / "tinh", province="08", province_name="Tỉnh Tuyên Quang")
    with running(settings) as address:
        service = Service(settings)
        code = service.store.write(
            lambda connection: accounts.new_code(connection, service.identity, settings, ("02545",), "Xã", 1)
        )
        service.close()
        environment = {
            **os.environ,
            "OCOP_DESKTOP_HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"), str(temporary)),
        }
        temporary.chmod(0o700)
        command = [sys.executable, "-m", "tests.crash.marked", str(home), address, code]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            child.kill()
    names = {file.name for file in home.rglob("*") if file.is_file()}
    assert {"ocop.db", "ocop.db-wal", "ocop.db.keys", "ocop.db.resets", "goi.ocop"} <= names, (
        "the work left no traces to search"
    )
    assert any("logs" in str(file) for file in home.rglob("*.log"))
    # What was opened in another program lies open as long as that program shows it; the next start takes it away.
    left = found_in(home, temporary)
    assert len(left) == 1 and left[0].startswith("opened"), left
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(home))
    opened.clear()
    assert found_in(home, temporary) == []
