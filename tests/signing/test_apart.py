"""Foreign files are read in a process of their own: what ends it, holds it up or fills it ends, holds up and fills nothing else."""

import ctypes
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from ocop_desktop.actions import dossiers, evidence
from ocop_desktop.domain.sentences import sentence
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.signing import foreign
from ocop_desktop.signing.apart import limits, process, wire
from ocop_desktop.signing.apart.process import APART
from ocop_desktop.signing.foreign import Foreign
from tests.actions.test_hostile_files import endless
from tests.kit.builders import PDF, Office, a_dossier, an_office

ROOT = Path(__file__).resolve().parents[2]
NAME = "giấy chứng nhận.pdf"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    made = an_office(tmp_path / "office")
    yield made
    made.close()


def a_scan(pages: int = 1) -> bytes:
    made = io.BytesIO()
    images = [Image.effect_noise((827, 1169), 60).convert("RGB") for _ in range(pages)]
    images[0].save(made, "PDF", save_all=True, append_images=images[1:], resolution=100)
    return made.getvalue()


def test_a_file_that_ends_the_reader_ends_nothing_else() -> None:
    good = Foreign("quét.pdf", a_scan(2))
    assert len(foreign.page_sizes(good)) == 2
    with pytest.raises(Refused) as refused:
        foreign.draw(Foreign(NAME, endless(self_calling=False)), 0, (595, 842), (0, 0, 595, 842))
    assert refused.value.code in {"paper.fell", "paper.slow", "paper.heavy"}
    words = sentence(refused.value.code, refused.value.details)
    assert NAME in words and "Hãy" in words
    assert len(foreign.page_sizes(good)) == 2  # a new reader, which is brought the file again


def test_what_is_typed_is_saved_while_a_file_holds_the_reader_up(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "SECONDS", 3)
    dossier = a_dossier(here.db)
    hostile = Foreign(NAME, endless(self_calling=False))
    with ThreadPoolExecutor(1) as lane:
        under_way = lane.submit(foreign.draw, hostile, 0, (595, 842), (0, 0, 595, 842))
        began = time.monotonic()
        here.do(dossiers.save_draft, dossier, {"product.name": "Chè Shan tuyết"}, {})
        took = time.monotonic() - began
        assert isinstance(under_way.exception(), Refused)
    assert took < 2
    assert dossiers.open_dossier(here.db, dossier).values["product.name"] == "Chè Shan tuyết"


def test_a_reader_that_is_killed_is_begun_again_and_the_file_read() -> None:
    file = Foreign("quét.pdf", a_scan())
    foreign.page_sizes(file)
    assert APART.number is not None
    before = APART.number
    os.kill(before, signal.SIGTERM)
    assert len(foreign.page_sizes(file)) == 1
    assert APART.number != before


def test_one_that_does_not_answer_in_time_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    began = time.monotonic()
    silent = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(process, "_command", lambda: (silent, ROOT, dict(os.environ)))
    slow = process.Apart()
    with pytest.raises(Refused, match=r"paper\.slow"):
        slow.ask("k", NAME, PDF, wire.Sizes(), 1)
    assert time.monotonic() - began < 15
    assert slow.number is None


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        wire.HEAD.pack(12, 0) + b'{"code":"\xff"}',
        b"\x00",
        b"\xff" * 12,
        wire.HEAD.pack(3, 0) + b"{}}",
        wire.HEAD.pack(2, 5) + b"{}",
        b"Segmentation fault\n",
    ],
)
def test_one_that_talks_nonsense_is_ended(answer: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    told = f"import os; os.write(1, {answer!r})"
    monkeypatch.setattr(process, "_command", lambda: ([sys.executable, "-c", told], ROOT, dict(os.environ)))
    reader = process.Apart()
    with pytest.raises(Refused, match=r"paper\.fell"):
        reader.ask("k", NAME, PDF, wire.Sizes(), 20)
    assert reader.number is None


def test_an_answer_of_another_shape_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    told = wire.Said(value=msgspec.Raw(b'{"a":1}'))
    monkeypatch.setattr(APART, "ask", lambda *_: (told, b""))
    with pytest.raises(Refused, match=r"paper\.unreadable"):
        foreign.page_sizes(Foreign(NAME, PDF))
    with pytest.raises(Refused, match=r"paper\.unreadable"):
        foreign.draw(Foreign(NAME, PDF), 0, (10, 10), (0, 0, 10, 10))


def test_the_window_never_loads_a_reader_of_files() -> None:
    """Whatever is asked: PDFium and zxing work over there."""
    script = (
        "import sys; from tests.signing.test_apart import *;"
        "[sys.modules.pop(n) for n in list(sys.modules) if n.split('.')[0] in {'PIL', 'pypdfium2', 'pypdfium2_raw', 'zxingcpp'}];"
        "f = Foreign('x.pdf', open(sys.argv[1], 'rb').read());"
        "foreign.read_paper(f); foreign.count_pages(f, 'application/pdf'); foreign.draw(f, 0, (9, 9), (0, 0, 9, 9));"
        "print(sorted({'PIL', 'pypdfium2', 'zxingcpp'} & set(sys.modules)))"
    )
    scan = Path(os.environ.get("TMPDIR", "/tmp")) / f"apart-{os.getpid()}.pdf"
    scan.write_bytes(a_scan())
    try:
        done = subprocess.run([sys.executable, "-c", script, str(scan)], capture_output=True, text=True, cwd=ROOT)
    finally:
        scan.unlink()
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_a_lock_does_not_wait_for_a_file_that_holds_the_reader_up() -> None:
    foreign.warm()
    with ThreadPoolExecutor(1) as lane:
        hostile = Foreign(NAME, endless(self_calling=False))
        under_way = lane.submit(foreign.draw, hostile, 0, (595, 842), (0, 0, 595, 842))
        time.sleep(0.5)
        began = time.monotonic()
        foreign.close()
        assert time.monotonic() - began < 3
        assert isinstance(under_way.exception(), Refused)
    assert APART.number is None


@pytest.mark.skipif(
    sys.platform == "win32", reason="there the job object ends it, and asking whether a process lives ends it too"
)
def test_nothing_is_left_when_this_program_ends() -> None:
    script = (
        "import os; from ocop_desktop.signing import foreign; from ocop_desktop.signing.apart.process import APART;"
        "foreign.warm(); print(APART.number, flush=True); {end}"
    )
    for end in ("pass", "os._exit(1)", "os.kill(os.getpid(), 9)"):
        done = subprocess.run([sys.executable, "-c", script.format(end=end)], capture_output=True, text=True, cwd=ROOT)
        number, until = int(done.stdout), time.monotonic() + 20
        while _lives(number):
            assert time.monotonic() < until, end
            time.sleep(0.05)


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except OSError:
        return False
    status = Path(f"/proc/{number}/stat")
    return not status.is_file() or status.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


def test_the_limits_of_windows_have_the_shape_windows_expects() -> None:
    """64-bit sizes of JOBOBJECT_BASIC_LIMIT_INFORMATION and JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""
    assert (ctypes.sizeof(limits.BasicLimits), ctypes.sizeof(limits.ExtendedLimits)) == (64, 144)
    assert (limits.BasicLimits.flags.offset, limits.ExtendedLimits.process_memory.offset) == (16, 112)


def test_the_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "ocop-desktop"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    command, folder, _environment = process._command()
    assert (command, folder) == ([str(program), wire.ARGUMENT], tmp_path)


def test_a_locked_file_and_one_of_nothing_are_named(tmp_path: Path) -> None:
    import pikepdf

    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_scan())) as made:
        made.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    for data, code in ((locked.getvalue(), "paper.locked"), (b"%PDF-1.7\n", "paper.unreadable")):
        with pytest.raises(OcopError) as refused:
            foreign.page_sizes(Foreign(NAME, data))
        assert (refused.value.code, refused.value.details["name"]) == (code, NAME)


def test_a_hostile_file_brought_as_evidence_leaves_the_dossier_whole(here: Office) -> None:
    """Its pages are counted without being drawn: it is kept as it is, for the province to see."""
    dossier = a_dossier(here.db)
    here.do(evidence.attach, dossier, "01", NAME, endless(self_calling=False))
    assert [file.pages for file in dossiers.open_dossier(here.db, dossier).evidence] == [1]
