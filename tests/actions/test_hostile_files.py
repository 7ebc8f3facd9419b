"""Files that are brought to hurt, or only too large: said in one sentence, in little time and memory, and nothing changes."""

import io
import multiprocessing
import os
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers, evidence, paper_check
from ocop_desktop.domain.sentences import template
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.signing.scan import to_pdf
from tests.kit.builders import NOON, PDF, Office, a_dossier

MIB = 1024 * 1024
FORK = multiprocessing.get_context("fork") if sys.platform != "win32" else None


def png(width: int, height: int) -> bytes:
    """A white picture of one bit a point, a few kilobytes however large it is."""

    def part(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x01\x00\x00\x00\x00"
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


def pdf(page: bytes, *others: bytes) -> bytes:
    """A PDF of one page."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, *others]
    made, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + (b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made)))
    )


def stream(entries: bytes, data: bytes) -> bytes:
    """An object with content."""
    return b"<<" + entries + b"/Length %d>>\nstream\n" % len(data) + data + b"\nendstream"


def squeezed(size: int) -> bytes:
    """So many zeros, packed twice over."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MIB)) for _ in range(size // MIB)) + packer.flush()


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"
DRAW = stream(b"", b"q 595 0 0 842 0 0 cm /P Do Q")
IMAGE = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
PAPERS: dict[str, Callable[[], bytes]] = {
    "a page of a hundred metres": lambda: pdf(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300000 300000]/Contents 4 0 R>>", stream(b"", b"")
    ),
    "a page without an end": lambda: pdf(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R>>", stream(b"", b"")
    ),
    "a page of nothing": lambda: pdf(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/Contents 4 0 R>>", stream(b"", b"")),
    "content that unpacks to 500 MB": lambda: pdf(PAGE, stream(b"/Filter/FlateDecode", squeezed(500 * MIB))),
    "an image of 40,000 pixels inside": lambda: pdf(
        PAGE, DRAW, stream(IMAGE + b"/Width 40000/Height 40000", squeezed(200 * MIB))
    ),
    "pages that are their own parents": lambda: pdf(b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 99999999>>"),
    "a table that points nowhere": lambda: PDF,
    "only the first words": lambda: b"%PDF-",
    "a picture of 40,000 pixels": lambda: png(40_000, 40_000),
    "a picture of two billion pixels": lambda: png(2_000_000_000, 1),
    "a picture just above the limit": lambda: png(10_000, 9_500),
    "half a picture": lambda: png(2000, 2000)[:900],
    "no picture": lambda: b"\xff\xd8\xff" + bytes(5000),
}


def quietly(task: Callable[[], object]) -> tuple[str, int]:
    """What a task says in a child that may not take more than 700 MB above what it has, and its greatest size in MiB."""
    import resource

    assert FORK is not None
    ours, theirs = FORK.Pipe(duplex=False)

    def child() -> None:
        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + 700 * MIB, resource.RLIM_INFINITY))
        try:
            said = str(task())
        except OcopError as error:
            said = error.code
        theirs.send((said, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))

    process = FORK.Process(target=child)
    process.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(30) else ("silent", 0)  # type: ignore[no-any-return]
    except EOFError:
        return "died", 0
    finally:
        process.kill()
        process.join()


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited for the child alone")
@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_that_came_back_is_read_within_time_and_memory(kind: str) -> None:
    data = PAPERS[kind]()
    began = time.monotonic()
    said, _size = quietly(lambda: len(paper_check.read("giấy.pdf", data).reading.pages))
    assert said.isdigit() or template(said), said
    assert time.monotonic() - began < 20


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited for the child alone")
@pytest.mark.parametrize("kind", [kind for kind in PAPERS if "picture" in kind])
def test_pictures_for_one_pdf_too(kind: str) -> None:
    data = PAPERS[kind]()
    said, _size = quietly(lambda: len(to_pdf([data], "Bản ký", NOON)))
    assert said in {"paper.too_large", "paper.unreadable"} or (kind == "half a picture" and said.isdigit())


def test_a_scan_of_300_mb_is_refused_before_it_is_read(here: Office, tmp_path: Path) -> None:
    dossier = a_dossier(here.db)
    scan = tmp_path / "Bản quét.pdf"
    with scan.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(300 * MIB)
    began = time.monotonic()
    with pytest.raises(Refused, match=r"evidence\.too_large"):
        here.do(evidence.attach, dossier, "01", scan.name, scan)
    with pytest.raises(Refused, match=r"paper\.too_large"):
        paper_check.read(scan.name, scan)
    assert time.monotonic() - began < 1
    assert dossiers.open_dossier(here.db, dossier).evidence == ()


def test_a_zip_bomb_as_evidence_is_kept_and_never_opened(here: Office) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0", bytes(200 * MIB))
    dossier = a_dossier(here.db)
    began = time.monotonic()
    here.do(evidence.attach, dossier, "01", "hồ sơ.zip", made.getvalue())
    assert time.monotonic() - began < 2
    kept = dossiers.open_dossier(here.db, dossier).evidence[0]
    assert (kept.size, evidence.read(here.db, kept.id)) == (len(made.getvalue()), made.getvalue())


LONG = "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm của hợp tác xã "


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_path_with_accents_and_250_characters(here: Office, tmp_path: Path, form: str) -> None:
    import unicodedata

    name = unicodedata.normalize(form, LONG * 9)
    while len(name.encode()) > 240:  # what a disk takes for one name
        name = name[:-1]
    folder = tmp_path / name / unicodedata.normalize(form, "Hồ sơ xã Đông")
    folder.mkdir(parents=True)
    path = folder / f"{name}.pdf"
    path.write_bytes(PDF)
    assert len(str(path)) > 250
    dossier = a_dossier(here.db)
    here.do(evidence.attach, dossier, "01", path.name, path)
    kept = dossiers.open_dossier(here.db, dossier).evidence[0]
    assert kept.name == unicodedata.normalize("NFC", path.name)
    assert evidence.read(here.db, kept.id) == PDF


@pytest.mark.parametrize(
    "name",
    [
        "a\x00b.pdf",
        "gi\u202efdp.exe",
        "a\r\nb.pdf",
        "..\\..\\x.pdf",
        "/etc/passwd.pdf",
        "\u200b\u200b.pdf",
        "a" * 5000 + ".pdf",
    ],
)
def test_a_name_that_hides_what_it_is(here: Office, name: str) -> None:
    dossier = a_dossier(here.db)
    here.do(evidence.attach, dossier, "01", name, PDF)
    kept = dossiers.open_dossier(here.db, dossier).evidence[0].name
    assert kept and kept.isprintable() and len(kept) <= evidence.MOST_NAME
    assert not set(kept) & set("\u202e\u202d\u2066\u200b/\\")
    assert os.sep not in kept
