"""Evidence files as offices have them: too large, empty, of the wrong kind, oddly named, twice."""

import os
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers, evidence
from ocop_desktop.errors import Refused
from ocop_desktop.storage import files
from tests.kit.builders import PDF, Office, a_complete_dossier, a_dossier

JPEG, PNG = b"\xff\xd8\xff\xe0" + b"j" * 99, b"\x89PNG\r\n\x1a\n" + b"p" * 99


def refusal(here: Office, dossier: str, name: str, source: object, row: str = "01") -> Refused:
    with pytest.raises(Refused) as caught:
        here.do(evidence.attach, dossier, row, name, source)
    assert dossiers.open_dossier(here.db, dossier).evidence == ()
    return caught.value


def attached(here: Office, dossier: str) -> list[tuple[str, str]]:
    return [(file.row, file.name) for file in dossiers.open_dossier(here.db, dossier).evidence]


def test_a_file_too_large_is_refused_without_reading_it(here: Office, tmp_path: Path) -> None:
    film = tmp_path / "phim.mp4"
    with film.open("wb") as file:
        file.truncate(20 * 1024**3)  # sparse: 20 GB that nobody could read in this test's time
    error = refusal(here, a_dossier(here.db), "phim.mp4", film)
    assert error.code == "evidence.too_large"
    assert error.details["most"] == "50 MB"


def test_the_largest_file_is_taken_and_one_byte_more_is_not(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "MOST_BYTES", 1000)
    dossier = a_dossier(here.db)
    assert refusal(here, dossier, "a.pdf", PDF.ljust(1001)).code == "evidence.too_large"
    here.do(evidence.attach, dossier, "01", "a.pdf", PDF.ljust(1000))
    assert dossiers.open_dossier(here.db, dossier).evidence[0].size == 1000


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"", "evidence.empty"),
        ("a.pdf", b"MZ\x90\x00" * 50, "evidence.program"),
        ("a.exe", b"MZ\x90\x00" * 50, "evidence.program"),
        ("hồ sơ.pdf", b"#!/bin/sh\nrm -r ~", "evidence.program"),
        ("chạy.js", b"alert(1)", "evidence.program"),
        ("chạy.bat", b"del C:", "evidence.program"),
        ("trang.html", b"<script>alert(1)</script>", "evidence.kind"),
        ("a.pdf", b"<html>khong phai pdf</html>", "evidence.kind"),
        ("a.txt", b"text\x00with NUL", "evidence.kind"),
        ("a", b"khong ro", "evidence.kind"),
    ],
)
def test_what_is_not_evidence_is_refused(here: Office, name: str, data: bytes, code: str) -> None:
    assert refusal(here, a_dossier(here.db), name, data).code == code
    assert not here.db.files.exists()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("ảnh.JPG", JPEG, "image/jpeg"),
        (
            "đơn.docx",
            b"PK\x03\x04" + b"x" * 99,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("sổ.xlsx", b"PK\x03\x04" + b"x" * 99, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("gói.zip", b"PK\x03\x04" + b"x" * 99, "application/zip"),
        ("ghi chú.txt", "Giấy giới thiệu".encode(), "text/plain"),
    ],
)
def test_the_content_says_what_a_file_is(here: Office, name: str, data: bytes, kind: str) -> None:
    dossier = a_dossier(here.db)
    here.do(evidence.attach, dossier, "03", name, data)
    (file,) = dossiers.open_dossier(here.db, dossier).evidence
    assert (file.media_type, file.size, file.name) == (kind, len(data), name)
    assert evidence.read(here.db, file.id) == data


def test_what_cannot_be_read_is_refused(here: Office, tmp_path: Path) -> None:
    dossier = a_dossier(here.db)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for source in (
        tmp_path,
        tmp_path / "gone.pdf",
        tmp_path / ("x" * 300),
        Path("a\x00b.pdf"),
        pipe,
        Path("/dev/zero"),
    ):
        assert refusal(here, dossier, "a.pdf", source).code == "evidence.unreadable"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("giấy\x00 phép.pdf", "giấy phép.pdf"),
        ("giấy\nphép\u202e.pdf", "giấy phép.pdf"),
        (r"C:\Users\Bàn Thị Sen\Desktop\a.pdf", "a.pdf"),
        ("/home/sen/../a.pdf", "a.pdf"),
        ("a.pdf/", "tep.pdf"),
        ("", "tep.pdf"),
        ("\u200b", "tep.pdf"),
        ("gia\u0302\u0301y.pdf", "giấy.pdf"),
        ("x" * 500 + ".pdf", "x" * 176 + ".pdf"),
        ("a." + "b" * 500, None),
    ],
)
def test_odd_names_are_made_harmless(here: Office, name: str, kept: str | None) -> None:
    dossier = a_dossier(here.db)
    here.do(evidence.attach, dossier, "01", name, PDF)
    ((_, found),) = attached(here, dossier)
    assert len(found) <= evidence.MOST_NAME
    assert kept is None or found == kept


def test_the_same_file_twice_on_one_row_is_refused_and_on_two_rows_stored_once(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.do(evidence.attach, dossier, "01", "a.pdf", PDF)
    with pytest.raises(Refused, match=r"evidence\.twice"):
        here.do(evidence.attach, dossier, "01", "b.pdf", PDF)
    here.do(evidence.attach, dossier, "02", "b.pdf", PDF)
    assert attached(here, dossier) == [("01", "a.pdf"), ("02", "b.pdf")]
    assert len(list(here.db.files.iterdir())) == 1


@pytest.mark.parametrize("row", ["", "16", "00", "1", "²", "mau-99", "dossier"])
def test_a_row_that_is_not_on_the_list_is_refused(here: Office, row: str) -> None:
    assert refusal(here, a_dossier(here.db), "a.pdf", PDF, row).code == "evidence.row"


def test_a_file_makes_its_row_have_and_taking_the_last_away_leaves_it_undecided(here: Office) -> None:
    dossier = a_dossier(here.db)

    def state(key: str) -> object:
        return dossiers.open_dossier(here.db, dossier).values.get(key)

    for name in ("a.pdf", "b.pdf"):
        here.do(evidence.attach, dossier, "07", name, PDF + name.encode())
    here.do(evidence.attach, dossier, "mau-01", "c.pdf", PDF)
    assert (state("dossier.evidence.07"), state("dossier.component.mau-01")) == ("have", "have")
    first, second, form = dossiers.open_dossier(here.db, dossier).evidence
    here.do(evidence.detach, first.id)
    assert state("dossier.evidence.07") == "have"
    here.do(evidence.detach, second.id)
    assert state("dossier.evidence.07") is None
    here.do(evidence.detach, form.id)
    assert state("dossier.component.mau-01") is None


def test_taking_away_can_be_undone_and_done_only_once(here: Office) -> None:
    dossier = a_dossier(here.db)
    created = here.do(evidence.attach, dossier, "01", "giấy.pdf", PDF).created
    here.do(evidence.detach, created)
    with pytest.raises(Refused, match=r"evidence\.gone"):
        here.do(evidence.detach, created)
    again = here.do(evidence.attach_again, created).created
    assert attached(here, dossier) == [("01", "giấy.pdf")]
    assert evidence.read(here.db, str(again)) == PDF
    assert dossiers.open_dossier(here.db, dossier).values["dossier.evidence.01"] == "have"
    assert files.forget_orphans(here.db) == 0


@pytest.mark.parametrize("action", [evidence.detach, evidence.attach_again, evidence.read])
def test_a_file_that_is_not_there_is_refused(here: Office, action: object) -> None:
    for wrong in ("no such id", a_dossier(here.db)):
        with pytest.raises(Refused, match=r"evidence\.gone"):
            here.do(action, wrong)  # type: ignore[arg-type]


def test_a_fault_after_the_file_was_written_leaves_no_trace_of_it(here: Office) -> None:
    dossier = a_dossier(here.db)
    with pytest.raises(ZeroDivisionError):
        here.do(lambda db: (evidence.attach(db, dossier, "01", "a.pdf", PDF), 1 / 0))
    assert attached(here, dossier) == []
    assert "dossier.evidence.01" not in dossiers.open_dossier(here.db, dossier).values
    assert files.forget_orphans(here.db) == 1


def test_the_signed_report_comes_back_when_the_dossier_is_sealed(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    with pytest.raises(Refused, match=r"dossier\.locked"):
        here.do(dossiers.seal, dossier)
        here.do(evidence.attach, dossier, "01", "b.pdf", PDF + b"late")
    here.do(evidence.attach, dossier, "signed", "báo cáo đã ký.pdf", PDF + b"signed")
    here.do(dossiers.hand_over, dossier)
    assert ("signed", "báo cáo đã ký.pdf") in attached(here, dossier)
    assert dossiers.open_dossier(here.db, dossier).state == "handed_over"
