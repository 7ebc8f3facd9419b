"""Files that are brought to hurt, or only too large: said in one sentence, in little time and memory, and nothing changes."""

import importlib.util
import io
import os
import time
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ocop_desktop.actions import dossier_package, dossiers, evidence, paper_check
from ocop_desktop.domain.sentences import template
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.signing import foreign
from ocop_desktop.signing.apart.process import APART
from tests.kit.builders import NOON, PDF, Office, a_dossier

resource = importlib.import_module("resource") if importlib.util.find_spec("resource") else None
MIB = 1024 * 1024


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


@cache
def squeezed(size: int) -> bytes:
    """So many zeros, packed twice over."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MIB)) for _ in range(size // MIB)) + packer.flush()


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"
DRAW = stream(b"", b"q 595 0 0 842 0 0 cm /P Do Q")
IMAGE = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"


def packed(data: bytes, times: int) -> bytes:
    """Packed so many times more."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def endless(*, self_calling: bool) -> bytes:
    """A drawing without an end: it calls itself, or forty others, each of which calls the next one twice."""
    if self_calling:
        return pdf(
            PAGE, stream(b"", b"/P Do"), stream(FORM + b"/Resources<</XObject<</P 5 0 R>>>>", b"q /P Do /P Do Q")
        )
    calls = [stream(FORM + b"/Resources<</XObject<</P %d 0 R>>>>" % number, b"/P Do /P Do") for number in range(6, 46)]
    return pdf(PAGE, stream(b"", b"/P Do"), *calls, stream(FORM, b"0 0 5 5 re f"))


PAPERS: dict[str, Callable[[], bytes]] = {
    "a page of a hundred metres": lambda: pdf(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300000 300000]/Contents 4 0 R>>", stream(b"", b"")
    ),
    "a page without an end": lambda: pdf(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R>>", stream(b"", b"")
    ),
    "a page of nothing": lambda: pdf(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/Contents 4 0 R>>", stream(b"", b"")),
    "content that unpacks to 300 MB": lambda: pdf(PAGE, stream(b"/Filter/FlateDecode", squeezed(300 * MIB))),
    "an image of 40,000 pixels inside": lambda: pdf(
        PAGE, DRAW, stream(IMAGE + b"/Width 40000/Height 40000", squeezed(200 * MIB))
    ),
    "content packed ten times over": lambda: pdf(
        PAGE, stream(b"/Filter[" + b"/FlateDecode" * 10 + b"]", packed(squeezed(300 * MIB), 9))
    ),
    "content packed forty times over": lambda: pdf(
        PAGE, stream(b"/Filter[" + b"/FlateDecode" * 40 + b"]", packed(b"q Q", 40))
    ),
    "content packed in four other ways": lambda: pdf(
        PAGE, stream(b"/Filter[/ASCIIHexDecode/ASCIIHexDecode/RunLengthDecode/FlateDecode]", b"41" * 200_000)
    ),
    "a drawing that calls itself": lambda: endless(self_calling=True),
    "a drawing that calls two, and so on forty times": lambda: endless(self_calling=False),
    "pages that are their own parents": lambda: pdf(b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 99999999>>"),
    "a table that points nowhere": lambda: PDF,
    "only the first words": lambda: b"%PDF-",
    "a picture of 40,000 pixels": lambda: png(40_000, 40_000),
    "a picture of two billion pixels": lambda: png(2_000_000_000, 1),
    "a picture just above the limit": lambda: png(10_000, 9_500),
    "half a picture": lambda: png(2000, 2000)[:900],
    "no picture": lambda: b"\xff\xd8\xff" + bytes(5000),
}


def said(task: Callable[[], object]) -> str:
    """What a task says."""
    try:
        return str(task())
    except OcopError as error:
        return error.code


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return {kind: make() for kind, make in PAPERS.items()}


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_that_came_back_is_read_within_time_and_memory(kind: str, papers: dict[str, bytes]) -> None:
    began = time.monotonic()
    answer = said(lambda: len(paper_check.read("giấy.pdf", papers[kind]).reading.pages))
    assert answer.isdigit() or template(answer), answer
    assert time.monotonic() - began < 2 * foreign.SECONDS
    assert _peak() < 1100


@pytest.mark.parametrize("kind", [kind for kind in PAPERS if "picture" in kind])
def test_pictures_for_one_pdf_too(kind: str, papers: dict[str, bytes]) -> None:
    answer = said(lambda: len(foreign.to_pdf([foreign.Foreign("ảnh.png", papers[kind])], "Bản ký", NOON)))
    assert answer in {"paper.heavy", "paper.unreadable"} or (kind == "half a picture" and answer.isdigit())


def _peak() -> int:
    """MiB that the reader of files held at most; 0 where the system does not say, or a reader ended."""
    status = Path(f"/proc/{APART.number}/status")
    lines = status.read_text("ascii").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def test_a_scan_of_300_mb_is_refused_before_it_is_read(here: Office, tmp_path: Path) -> None:
    dossier = a_dossier(here.db)
    scan = tmp_path / "Bản quét.pdf"
    with scan.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(300 * MIB)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if resource else 0
    began = time.monotonic()
    with pytest.raises(Refused, match=r"evidence\.too_large"):
        here.do(evidence.attach, dossier, "01", scan.name, scan)
    with pytest.raises(Refused, match=r"paper\.too_large"):
        paper_check.read(scan.name, scan)
    assert resource is None or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < 4 * 1024  # KiB
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


def test_a_zip_with_a_list_of_names_without_an_end_is_no_evidence(here: Office) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("0", b"")
    one = made.getvalue()
    at = one.index(b"PK\x01\x02")
    entry = one[at : one.index(b"PK\x05\x06")]
    dossier = a_dossier(here.db)
    began = time.monotonic()
    with pytest.raises(Refused, match=r"evidence\.kind"):
        here.do(evidence.attach, dossier, "01", "hồ sơ.zip", one[:at] + entry * 900_000 + one[at + len(entry) :])
    assert time.monotonic() - began < 2


def test_a_pdf_that_cannot_be_joined_stays_a_file_of_its_own() -> None:
    deep = b"[" * 3000 + b"]" * 3000
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Deep " + deep + b">>"
    item = dossier_package.Item(
        name="01.pdf", title="Giấy", media_type="application/pdf", data=pdf(page, stream(b"", b""))
    )
    assert dossier_package._pdf(item, NOON) is None


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
