"""The signed paper comes back: any scan of the exact revision, bound to it; anything else refused in plain words."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from ocop_desktop.actions import documents, dossiers, evidence, office, paper_check, signed
from ocop_desktop.actions.signed import Ready
from ocop_desktop.domain.sentences import sentence
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit import scanner
from tests.kit.builders import Office, a_complete_dossier


@pytest.fixture
def dossier(here: Office) -> str:
    made = a_complete_dossier(here.db)
    here.do(dossiers.seal, made)
    return made


def report(here: Office, dossier: str) -> bytes:
    return documents.report(here.db, dossier).data


def ready(here: Office, data: bytes, dossier: str | None = None) -> Ready:
    return signed.prepare(here.db, paper_check.read("quét.pdf", data), dossier)


def test_a_good_pdf_is_kept_as_the_scanner_made_it_and_says_what_it_is_of(here: Office, dossier: str) -> None:
    scan = scanner.as_pdf(scanner.pages(report(here, dossier), 200, turn=1.2, noise=40))
    here.do(dossiers.hand_over, dossier)
    made = here.do(signed.bind, ready(here, scan)).created
    [file] = [each for each in dossiers.open_dossier(here.db, dossier).evidence if each.row == "signed"]
    sealed = dossiers.open_dossier(here.db, dossier).sealed
    assert sealed is not None and file.report == sealed.id and made == file.id
    assert evidence.read(here.db, file.id) == scan
    body = records.get(here.db, file.id).body
    assert (body["report"], body["revision"], body["sha256"]) == (sealed.id, 1, file.sha256)
    assert "tan-trao" not in file.name and file.name == "bao-cao-da-ky-lan-1.pdf"
    with pytest.raises(Refused, match=r"evidence\.twice"):
        here.do(signed.bind, ready(here, scan))
    assert signed.is_known(here.db, ready(here, scan).source, dossier)


def test_pictures_of_single_pages_become_one_colour_pdf_in_the_order_of_the_pages(here: Office, dossier: str) -> None:
    first, second = scanner.pages(report(here, dossier), 200, noise=30)
    upside_down = second.rotate(180)
    brought = [
        paper_check.read(name, scanner.as_jpeg(image, 200))
        for name, image in (("a2.jpg", upside_down), ("b1.jpg", first))
    ]
    [joined] = signed.join(brought)
    made = signed.prepare(here.db, joined)
    assert made.finding.code == "paper.scan" and made.finding.notes == () and made.finding.pages == 2
    here.do(signed.bind, made)
    document = pypdfium2.PdfDocument(made.pdf)
    sizes = [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]
    assert sizes == [(210, 297), (210, 297)], "100 % of the paper"
    assert [page.get_rotation() for page in document] == [0, 180]
    document.close()
    again = paper_check.read("x.pdf", made.pdf).reading
    assert (
        [page.mark.page for page in again.pages if page.mark] == [1, 2] and again.colour and abs(again.dpi - 200) <= 1
    )
    assert b"a2.jpg" not in made.pdf and again.version >= "1.4"
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert not pdf.check_pdf_syntax()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_picture_that_lies_is_set_upright(here: Office, dossier: str, turn: int) -> None:
    made = ready(here, scanner.as_tiff(scanner.pages(report(here, dossier), 200, turn=turn)))
    [first, _second] = scanner.pages(made.pdf, 40)
    [upright, _] = scanner.pages(report(here, dossier), 40)
    assert abs(first.width - upright.width) <= 2
    head = first.convert("L").crop((40, 20, first.width, 80)).resize((8, 4))
    wanted = upright.convert("L").crop((40, 20, upright.width, 80)).resize((8, 4))
    assert max(abs(a - b) for a, b in zip(head.tobytes(), wanted.tobytes(), strict=True)) < 40


def test_what_may_be_kept_with_a_warning(here: Office, dossier: str) -> None:
    coarse = scanner.as_pdf(scanner.pages(report(here, dossier), 150, grey=True), 150)
    made = ready(here, coarse)
    assert made.fits and made.finding.notes == ("paper.coarse", "paper.grey")
    words = sentence("paper.coarse", made.finding.details)
    assert "150 dpi" in words and "200" in words


def test_the_wrong_revision_is_said_plainly_and_not_kept(here: Office, dossier: str) -> None:
    old = scanner.as_tiff(scanner.pages(report(here, dossier), 200))
    waiting = ready(here, old)
    here.do(dossiers.reopen, dossier, "sửa")
    with pytest.raises(Refused, match=r"paper\.opened_since"):
        here.do(signed.bind, waiting)
    here.do(dossiers.seal, dossier)
    made = ready(here, old)
    with pytest.raises(Refused, match=r"paper\.older") as refused:
        here.do(signed.bind, made)
    words = sentence(refused.value.code, refused.value.details)
    assert "lần chốt 1" in words and "lần chốt đang có hiệu lực là 2" in words
    assert not [each for each in dossiers.open_dossier(here.db, dossier).evidence if each.row == "signed"]


def test_what_is_not_the_signed_report_is_refused(here: Office, dossier: str) -> None:
    clean = report(here, dossier)
    registration = scanner.as_tiff(scanner.pages(documents.form(here.db, dossier, "mau-01").data, 200))
    half = scanner.as_jpeg(scanner.pages(clean, 200)[0])
    for data, code in ((clean, "signed.clean"), (registration, "signed.other_form"), (half, "paper.pages_missing")):
        with pytest.raises(Refused, match=code.replace(".", r"\.")):
            here.do(signed.bind, ready(here, data))


def test_without_a_code_a_person_names_the_dossier(here: Office, dossier: str) -> None:
    here.do(office.save_office, {"office.print_mark": False})
    photo = Image.new("RGB", (1700, 2400), "white")
    data = scanner.as_jpeg(photo, 72)
    assert not ready(here, data).fits
    made = ready(here, data, dossier)
    assert made.finding.code == "paper.scan_chosen" and made.finding.dpi >= 200, "a camera says no size: taken as A4"
    here.do(signed.bind, made)
