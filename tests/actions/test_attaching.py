"""What a file costs: kind, pages, size against the budget; scans made lighter, and the original kept until somebody agrees."""

import io
import random
import zipfile

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFilter

from ocop_desktop.actions import attaching, dossiers, evidence
from ocop_desktop.domain import contents
from ocop_desktop.errors import Refused
from ocop_desktop.signing.foreign import Foreign, read_paper
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import run
from tests.kit.builders import PDF, Office, a_dossier

A5_AT_300 = (1748, 2480)


def a_scan(size: tuple[int, int] = A5_AT_300) -> Image.Image:
    """A page as a scanner sees it: paper with grain, lines of print, a red seal."""
    grain = Image.effect_noise((size[0] // 4, size[1] // 4), 18).resize(size)
    page = Image.merge("RGB", (grain, grain, grain)).point(lambda v: min(255, v + 110))
    draw = ImageDraw.Draw(page)
    chance = random.Random(1)
    for line in range(200, size[1] - 200, 60):
        for at in range(200, size[0] - 400, 40):
            draw.rectangle((at, line, at + chance.randint(6, 30), line + 22), fill=(20, 20, 30))
    draw.ellipse((1100, 1800, 1500, 2200), outline=(200, 20, 30), width=18)
    return page.filter(ImageFilter.GaussianBlur(0.6))


def as_file(image: Image.Image, kind: str, dpi: int = 300, **how: object) -> bytes:
    made = io.BytesIO()
    image.save(made, kind, dpi=(dpi, dpi), **how)
    return made.getvalue()


@pytest.fixture(scope="module")
def scan() -> Image.Image:
    return a_scan()


def scanned_pdf(scan: Image.Image, pages: int) -> bytes:
    """What the software of a scanner makes: one picture a page, 300 dpi, hardly compressed."""
    made = io.BytesIO()
    scan.save(made, "PDF", resolution=300, quality=97, save_all=True, append_images=[scan] * (pages - 1))
    return made.getvalue()


def office_zip(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return made.getvalue()


def attached(here: Office, dossier: str, name: str, data: bytes) -> dossiers.EvidenceFile:
    here.do(evidence.attach, dossier, "05", name, data)
    return dossiers.open_dossier(here.db, dossier).evidence[-1]


@pytest.mark.parametrize(
    ("name", "data", "kept", "kind"),
    [
        ("giấy phép.pdf", b"\xff\xd8\xff\xe0" + b"j" * 99, "giấy phép.jpg", "image/jpeg"),
        ("ảnh.jpg", PDF, "ảnh.pdf", "application/pdf"),
        ("chạy.exe", PDF, "chạy.pdf", "application/pdf"),
        ("quét", PDF, "quét.pdf", "application/pdf"),
        ("bảng kê.docx", office_zip("[Content_Types].xml", "xl/workbook.xml"), "bảng kê.xlsx", "sheet"),
        ("gói.docx", office_zip("ảnh 1.txt"), "gói.zip", "application/zip"),
        ("hop dong so 12.2026", PDF, "hop dong so 12.2026.pdf", "application/pdf"),
        ("phim.mp4", b"\x00\x00\x00\x18ftypqt  " + b"v" * 99, "phim.mov", "video/quicktime"),
        ("ảnh điện thoại.jpg", b"\x00\x00\x00\x18ftypheic" + b"v" * 99, "ảnh điện thoại.heic", "image/heic"),
        ("so.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"o" * 99, "so.xls", "application/vnd.ms-excel"),
    ],
)
def test_a_name_that_lies_gets_the_ending_of_the_content(name: str, data: bytes, kept: str, kind: str) -> None:
    found = contents.look(name, data)
    assert (found.name, found.program) == (kept, False)
    assert found.media_type.endswith(kind)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("giấy.pdf", b"MZ\x90\x00"),
        ("giấy.pdf", b"\x7fELF\x02"),
        ("giấy.pdf", b"L\x00\x00\x00\x01\x14\x02\x00\x00"),
        ("giấy.zip", office_zip("META-INF/MANIFEST.MF")),
        ("giấy.docx", office_zip("word/document.xml", "word/vbaProject.bin")),
        ("cài.msi", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
)
def test_a_program_is_no_evidence_whatever_it_is_called(here: Office, name: str, data: bytes) -> None:
    dossier = a_dossier(here.db)
    with pytest.raises(Refused, match=r"evidence\.program"):
        here.do(evidence.attach, dossier, "05", name, data)
    assert dossiers.open_dossier(here.db, dossier).evidence == ()


def test_pages_and_sizes_are_shown_against_the_budget(here: Office, scan: Image.Image) -> None:
    dossier = a_dossier(here.db)
    small = scan.resize((600, 848))
    seven = scanned_pdf(small, 7)
    assert attached(here, dossier, "quét.pdf", seven).pages == 7
    tiff = as_file(small, "TIFF", save_all=True, append_images=[small, small])
    assert attached(here, dossier, "fax.tif", tiff).pages == 3
    assert attached(here, dossier, "ghi chú.txt", "Đủ".encode()).pages == 0
    here.do(evidence.attach, dossier, "06", "quét lần nữa.pdf", seven)
    files = dossiers.open_dossier(here.db, dossier).evidence
    limits = attaching.budget(here.db)
    assert not limits.told, "no province said anything: the program's own"
    found = attaching.total(files, limits)
    assert (found.files, found.pages, found.over) == (4, 10, False)
    run(here.db, lambda db: settings.write(db, {"limits.dossier_pages": 9, "limits.file": 1000}))
    limits = attaching.budget(here.db)
    assert limits.told and limits.file == 1000
    assert attaching.total(files, limits).over
    with pytest.raises(Refused) as caught:
        here.do(evidence.attach, dossier, "05", "to.pdf", PDF.ljust(1001))
    assert (caught.value.code, caught.value.details["most"]) == ("evidence.too_large", "1000 byte")


@pytest.mark.parametrize("kind", ["PDF", "JPEG", "PNG", "TIFF"])
def test_a_scan_becomes_a_light_colour_pdf_of_200_dpi_and_the_original_stays_until_accepted(
    here: Office, scan: Image.Image, kind: str
) -> None:
    how = {"JPEG": {"quality": 97}, "PNG": {"compress_level": 1}}.get(kind, {})
    data = scanned_pdf(scan, 2) if kind == "PDF" else as_file(scan, kind, **how)
    dossier = a_dossier(here.db)
    file = attached(here, dossier, f"giấy phép.{kind.lower()}", data)
    here.do(evidence.set_term, file.id, "2026-01-02", "2027-01-02")
    assert attaching.can_be_lighter(file)
    copy = attaching.lighten(file, data, here.db.clock())
    assert len(copy.data) <= len(data) * 0.8
    seen = read_paper(Foreign(copy.name, copy.data))
    assert len(seen.pages) == copy.pages == (2 if kind == "PDF" else 1)
    assert seen.scanned and seen.colour and seen.dpi >= 200
    assert all((page.width_mm, page.height_mm) == (148, 210) for page in seen.pages)
    assert evidence.read(here.db, file.id) == data, "nothing changed yet"

    here.do(attaching.accept, copy)
    (now,) = dossiers.open_dossier(here.db, dossier).evidence
    assert (now.name, now.row, now.media_type, now.pages) == ("giấy phép.pdf", "05", "application/pdf", copy.pages)
    assert (now.issued_on, now.expires_on) == ("2026-01-02", "2027-01-02")
    assert evidence.read(here.db, now.id) == copy.data
    assert dossiers.open_dossier(here.db, dossier).values["dossier.evidence.05"] == "have"
    here.do(evidence.attach_again, file.id)
    assert data in [evidence.read(here.db, each.id) for each in dossiers.open_dossier(here.db, dossier).evidence]


def test_a_light_copy_looks_like_its_original(scan: Image.Image) -> None:
    """The seal stays red and the print black, at the same places."""
    from datetime import UTC, datetime

    from ocop_desktop.signing.foreign import lighter

    made = lighter(
        Foreign("Giấy phép.pdf", scanned_pdf(scan, 1)), "application/pdf", datetime(2026, 11, 22, tzinfo=UTC)
    )
    assert made is not None
    page = pypdfium2.PdfDocument(made.data)[0].render(scale=300 / 72).to_pil().convert("RGB").resize(A5_AT_300)
    for at in ((1107, 2000), (205, 205), (100, 100)):
        here = page.getpixel(at)
        there = scan.getpixel(at)
        assert all(abs(a - b) < 60 for a, b in zip(here, there, strict=True)), (at, here, there)  # type: ignore[arg-type]


def test_what_is_no_scan_or_already_light_or_signed_is_left_alone(here: Office, scan: Image.Image) -> None:
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=0)
    for number in range(30_000):
        canvas.drawString(72, 700, f"Dòng {number}")
    canvas.save()
    dossier = a_dossier(here.db)
    for name, data in (
        ("văn bản.pdf", made.getvalue()),
        ("đã ký.pdf", scanned_pdf(scan, 1) + b"\n% /ByteRange [0 1 2 3]\n"),
        ("hỏng.jpg", b"\xff\xd8\xff\xe0" + b"j" * 900_000),
        ("nhẹ.jpg", as_file(scan.resize((1654, 2339)), "JPEG", 200, quality=75)),
    ):
        file = attached(here, dossier, name, data)
        with pytest.raises(Refused, match=r"evidence\.not_lighter"):
            attaching.lighten(file, data, here.db.clock())
