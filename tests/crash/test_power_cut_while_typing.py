"""A keystroke that stood on screen for one second survives a power cut, also while the officer goes on typing."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers, office
from tests.crash.typist import FIELD, WORDS

ONE_SECOND = 1.0


def cut(folder: Path, after: float) -> tuple[str, Path, list[tuple[float, int]], float]:
    """Let the typist type for ``after`` seconds and kill it; what stood on screen when, and when the plug was pulled."""
    environment = {**os.environ, "OCOP_DESKTOP_HOME": str(folder / "nhà"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.crash.typist", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as child:
        assert child.stdout is not None
        _, dossier, database = child.stdout.readline().strip().split(" ", 2)
        time.sleep(after)
        pulled = time.monotonic()
        child.kill()
        lines = child.stdout.read().splitlines()
    screen = [(float(at), int(length)) for at, _, length in (line.split() for line in lines if line.count(" ") == 2)]
    return dossier, Path(database), screen, pulled


@pytest.mark.parametrize("turn", range(3))
def test_what_stood_on_screen_for_a_second_is_there(turn: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier, database, screen, pulled = cut(tmp_path, 2.2 + random.Random(turn).uniform(0, 1.5))
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path / "nhà"))
    safe = max((length for at, length in screen if at <= pulled - ONE_SECOND), default=0)
    assert safe > 10, "the typist was too slow to prove anything"
    db = office.open_reader(database, office.unlock_for_device(database))
    try:
        assert db.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = str(dossiers.open_dossier(db, dossier).values.get(FIELD) or "")
    finally:
        db.close()
    expected = (WORDS * 40)[:safe].rstrip()
    assert kept.startswith(expected), f"{len(kept)} letters kept of {safe} that were safe"
