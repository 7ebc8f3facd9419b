"""The log says where, never what; it works without stderr; a crash leaves a note."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop import log
from ocop_desktop.errors import Refused

NAME = "Hoàng Thị Mai"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    where = tmp_path / "nhật ký"
    level = logging.getLogger().level
    yield where
    log.stop()
    logging.getLogger().setLevel(level)


def fail() -> None:
    raise ValueError(f"cannot read {NAME}")


def test_a_traceback_holds_no_typed_value(folder: Path) -> None:
    assert log.start(folder) == ""
    try:
        fail()
    except ValueError as error:
        logging.getLogger("ocop_desktop.test").exception("failed")
        report = log.describe(error)
        assert log.place(error).startswith("ValueError at test_log.py:")
    written = (folder / log.LOG_NAME).read_text(encoding="utf-8")
    for words in (written, report):
        assert NAME not in words and "cannot read" not in words
        assert "in fail" in words and "ValueError" in words


def test_our_own_errors_keep_their_code() -> None:
    try:
        raise Refused("dossier.gone", name=NAME)
    except Refused as error:
        report = log.describe(error)
    assert "dossier.gone" in report and NAME not in report


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    last = logging.lastResort
    try:
        assert log.start(tmp_path / "file" / "logs") == ""
    finally:
        logging.lastResort = last
        log.stop()


def test_uncaught_errors_are_logged_and_shown_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    import threading

    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    log.start(folder)
    shown: list[str] = []
    log.hook(lambda place, report: shown.append(place))
    for _ in range(2):
        try:
            fail()
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)
    assert len(shown) == 1
    assert (folder / log.LOG_NAME).read_text(encoding="utf-8").count("uncaught at") == 2


def test_a_crash_leaves_a_note_for_the_next_start_even_without_stderr(folder: Path) -> None:
    code = (
        "import sys, faulthandler; from pathlib import Path; sys.stderr = None; sys.stdout = None;"
        f"from ocop_desktop import log; log.start(Path({str(folder)!r})); faulthandler._sigsegv()"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode != 0
    assert "Fatal Python error" in log.start(folder)


def test_a_full_log_begins_anew_and_only_some_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LOG_BYTES", 400)
    log.start(folder)
    for number in range(60):
        logging.getLogger("ocop").info("line %s", number)
    log.stop()
    kept = sorted(path.name for path in folder.glob("main.log*"))
    assert kept == ["main.log", "main.log.1", "main.log.2", "main.log.3"]
    lines = [line for name in reversed(kept) for line in (folder / name).read_text("utf-8").splitlines()]
    assert [line.rsplit(" ", 1)[1] for line in lines] == [str(n) for n in range(60 - len(lines), 60)]
    assert all((folder / name).stat().st_size < 600 for name in kept)
