"""A paper tells which sealed report it is, on the screen's PDF and on a scan of the printed page."""

import dataclasses

import pytest

from ocop_desktop.actions import documents, dossiers, office, paper_check
from ocop_desktop.actions.paper_check import Finding
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit import scanner
from tests.kit.builders import PDF, Office, a_complete_dossier


def sealed(here: Office, **changes: object) -> str:
    dossier = a_complete_dossier(here.db, **changes)
    here.do(dossiers.seal, dossier)
    return dossier


def check(here: Office, data: bytes, dossier: str | None = None) -> Finding:
    return paper_check.check(here.db, paper_check.read("tệp.pdf", data), dossier)


def test_what_the_program_prints_is_known_byte_for_byte(here: Office) -> None:
    dossier = sealed(here)
    found = check(here, documents.report(here.db, dossier).data)
    assert (found.code, found.dossier, found.revision, found.counts) == ("paper.same", dossier, 1, 1)
    assert found.same and not found.scanned and found.notes == () and found.product == "Chè Shan tuyết Tân Trào"
    other = check(here, documents.form(here.db, dossier, "mau-01").data)
    assert (other.code, other.form) == ("paper.same", "mau-01")


def test_printed_before_the_clerk_gave_the_number_it_is_still_the_same(here: Office) -> None:
    dossier = sealed(here)
    before = documents.report(here.db, dossier).data
    report = dossiers.open_dossier(here.db, dossier).sealed
    assert report is not None
    numbered = {"number": "45", "issued_on": "2026-11-27"}
    here.do(lambda db: records.patch(db, records.get(db, report.id), numbered))
    after = documents.report(here.db, dossier).data
    assert before != after
    assert [check(here, data).code for data in (before, after)] == ["paper.same", "paper.same"]


def test_one_changed_letter_is_not_what_was_sealed(here: Office) -> None:
    dossier = sealed(here)
    data = documents.report(here.db, dossier).data
    for at in (len(data) // 3, len(data) // 2):
        altered = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        try:
            found = check(here, altered)
        except Refused as error:
            assert error.code == "paper.unreadable"
        else:
            assert found.code in {"paper.changed", "paper.no_code"} and not found.same


def test_a_file_that_only_grew_is_told_apart_from_a_signed_one(here: Office) -> None:
    data = documents.report(here.db, sealed(here)).data
    assert check(here, data + b"\n% more\n").code == "paper.same_longer"


@pytest.mark.parametrize(
    ("dpi", "turn", "noise"),
    [(200, 0, 0), (150, 1.5, 60), (200, 90, 40), (300, 183, 80), (200, -2.5, 60), (150, 270, 0)],
)
def test_a_scan_is_recognised_whichever_way_it_lies(here: Office, dpi: int, turn: float, noise: int) -> None:
    dossier = sealed(here)
    images = scanner.pages(documents.report(here.db, dossier).data, dpi, turn=turn, noise=noise)
    found = check(here, scanner.as_pdf(images, dpi))
    assert (found.code, found.dossier, found.revision, found.pages) == ("paper.scan", dossier, 1, 2)
    assert found.scanned and not found.same and abs(found.dpi - dpi) <= 1
    assert ("paper.coarse" in found.notes) == (dpi < 200)


def test_grey_and_missing_pages_are_said(here: Office) -> None:
    dossier = sealed(here)
    first, _second = scanner.pages(documents.report(here.db, dossier).data, 200, grey=True)
    found = check(here, scanner.as_jpeg(first))
    assert found.notes == ("paper.pages_missing", "paper.grey") and found.missing == (2,)


def test_the_paper_of_an_older_revision_is_said_to_be_one(here: Office) -> None:
    dossier = sealed(here)
    old = documents.report(here.db, dossier).data
    scan = scanner.as_tiff(scanner.pages(old, 200))
    here.do(dossiers.reopen, dossier, "sửa")
    opened = check(here, scan)
    assert (opened.notes, opened.counts) == (("paper.opened_since",), 0)
    here.do(dossiers.save_draft, dossier, {"dossier.matter.ban_sac.found": "Câu khác."}, {})
    here.do(dossiers.seal, dossier)
    for data in (old, scan):
        found = check(here, data)
        assert (found.revision, found.counts, found.notes) == (1, 2, ("paper.older",))
    assert check(here, old).code == "paper.same", "it is what was sealed then"
    assert check(here, documents.report(here.db, dossier).data).notes == ()


def test_pages_of_two_reports_are_not_taken_for_one(here: Office) -> None:
    papers = [documents.report(here.db, sealed(here, product__name=name)).data for name in ("Chè", "Mật ong")]
    mixed = [scanner.pages(data, 150)[0] for data in papers]
    assert check(here, scanner.as_pdf(mixed, 150)).code == "paper.mixed"


def test_without_a_code_a_person_says_what_it_is(here: Office) -> None:
    dossier = sealed(here)
    here.do(office.save_office, {"office.print_mark": False})
    plain = documents.report(here.db, dossier).data
    scan = scanner.as_pdf(scanner.pages(plain, 200))
    assert check(here, scan).code == "paper.no_code"
    assert check(here, scan, dossier).code == "paper.scan_chosen"
    assert check(here, plain, dossier).code == "paper.same"
    here.do(dossiers.reopen, dossier, "sửa")
    assert check(here, scan, dossier).code == "paper.not_sealed"


def test_exactly_as_the_form_prints_means_without_a_code(here: Office) -> None:
    here.do(office.save_office, {"office.print_exact": True})
    dossier = sealed(here)
    assert b"OCOP3" not in documents.report(here.db, dossier).data
    assert b"OCOP3" not in documents.report(here.db, a_complete_dossier(here.db)).data, "nor has a draft one"


def test_the_code_names_nobody(here: Office) -> None:
    data = documents.report(here.db, sealed(here)).data
    said = paper_check.read("x.pdf", data).reading.said
    assert said is not None and all(word not in said.text for word in ("SEN", "TRAO", "0912"))


def test_a_forged_code_is_found_out(here: Office) -> None:
    dossier = sealed(here)
    report = dossiers.open_dossier(here.db, dossier).sealed
    assert report is not None
    forged = documents.sealed_pdf(dataclasses.replace(report, sha256="0" * 64), marked=True)
    assert check(here, forged).code == "paper.false_code"
    data = documents.report(here.db, dossier).data
    here.db.conn.execute("DELETE FROM record WHERE id = ?", (report.id,))
    assert check(here, data).code == "paper.not_here"


@pytest.mark.parametrize(("data", "code"), [(b"", "unreadable"), (b"words", "unreadable"), (PDF, "unreadable")])
def test_what_is_no_paper_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused, match=rf"paper\.{code}"):
        paper_check.read("x", data)
