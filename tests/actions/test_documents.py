"""Papers: marked until sealed, the same bytes each time, and nothing personal in a name."""

from datetime import date

import pytest

from ocop_desktop import legal
from ocop_desktop.actions import documents, dossiers, office
from ocop_desktop.domain import calendar
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit.builders import Office, a_complete_dossier, a_dossier
from tests.printing import reading


def test_a_report_is_marked_as_a_draft_until_it_is_sealed(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    draft = documents.report(here.db, dossier)
    here.do(dossiers.seal, dossier)
    sealed = documents.report(here.db, dossier)
    here.do(dossiers.reopen, dossier, "sửa")
    again = documents.report(here.db, dossier)
    assert (draft.revision, sealed.revision, again.revision) == (0, 1, 0)
    assert "NHÁP" in reading.all_words(draft.data) and "NHÁP" in reading.all_words(again.data)
    assert "NHÁP" not in reading.all_words(sealed.data)
    assert "46 hộ trong xã" in reading.all_words(sealed.data)


def test_the_same_dossier_gives_the_same_bytes(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    makers = [
        lambda: documents.report(here.db, dossier),
        lambda: documents.form(here.db, dossier, "mau-01"),
        lambda: documents.form(here.db, dossier, "mau-02"),
    ]
    first = [make().data for make in makers]
    here.again()
    assert [make().data for make in makers] == first


def test_a_sealed_report_prints_what_was_sealed_and_not_what_came_later(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    before = documents.report(here.db, dossier)
    other = a_dossier(here.db, dossiers.producer_of(here.db, dossier))
    here.do(dossiers.save_draft, other, {"producer.name": "Tên đổi sau"}, {})
    here.do(office.save_office, {"office.signer_name": "Người Ký Khác", "office.print_exact": True})
    after = documents.report(here.db, dossier)
    assert after.data == before.data
    assert "Nguyễn Văn Thắng" in reading.all_words(after.data)


def test_the_clerk_s_number_and_day_are_printed_on_the_sealed_report(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    report = dossiers.open_dossier(here.db, dossier).sealed
    assert report is not None
    fields = {"number": "45", "issued_on": "2026-11-27"}
    here.do(lambda db: records.patch(db, records.get(db, report.id), fields))
    printed = reading.all_words(documents.report(here.db, dossier).data)
    assert "45/BC-UBND" in printed
    assert "ngày 27 tháng 11 năm 2026" in printed


def test_the_missing_sheet_names_exactly_what_is_missing(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    with pytest.raises(Refused, match=r"print\.nothing_missing"):
        documents.missing_sheet(here.db, dossier)
    rows = legal.regimes()[-1].evidence
    gone = {"03", "12"}
    undecided = {f"dossier.evidence.{no}": "missing" if no == "03" else None for no in gone}
    here.do(dossiers.save_draft, dossier, {**undecided, "dossier.samples": 2, "product.classification": None}, {})
    sheet = reading.all_words(documents.missing_sheet(here.db, dossier).data)
    for row in rows:
        assert (" ".join(row.requirement.split()) in sheet or row.title in sheet) == (row.no in gone), row.no
    assert "Sản phẩm mẫu" in sheet
    assert "bộ hồ sơ giấy" not in sheet
    assert "01/12/2026" in sheet, "the commune's own day"


@pytest.mark.parametrize(
    "product", ["Chè Shan tuyết của bà Bàn Thị Sen", "Đặc sản ½ 茶 ß/..\\?*", "", "x" * 300, "ổ" * 300]
)
def test_names_of_files_are_plain_and_short(here: Office, product: str) -> None:
    dossier = a_dossier(here.db, product__name=product or None)
    papers = [documents.form(here.db, dossier, "mau-01")] if "茶" not in product else []
    papers += [] if "茶" in product else [documents.report(here.db, dossier), documents.missing_sheet(here.db, dossier)]
    names = [paper.name for paper in papers] or [documents._name("mau-01", product)]
    for name in names:
        assert name.isascii() and name.endswith(".pdf") and len(name) <= 90
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        assert "son-tra" not in name and "0912" not in name


def test_no_receipt_before_the_province_answered(here: Office) -> None:
    with pytest.raises(Refused, match=r"receipt\.none"):
        documents.receipt(here.db, a_dossier(here.db))


def test_what_left_the_program_is_written_down(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    paper = documents.report(here.db, dossier)
    assert here.do(documents.note_printed, paper, "printer").dossiers == {dossier}
    line = dossiers.history(here.db, dossier)[0]
    assert (line.what, line.details["way"], line.details["revision"]) == ("paper.printed", "printer", 0)
    sheet = documents.recovery_sheet(office.office(here.db), here.recovery, date(2026, 11, 23))
    assert here.recovery[:5] in reading.all_words(sheet.data)
    assert not here.do(documents.note_printed, sheet, "printer").dossiers


@pytest.mark.parametrize("action", [documents.report, documents.missing_sheet, documents.receipt])
def test_no_paper_of_a_dossier_that_is_not_there(here: Office, action: object) -> None:
    with pytest.raises(Refused, match=r"dossier\.gone"):
        action(here.db, "no such id")  # type: ignore[operator]


# The test vectors of the law, typed again by hand: 15 working days, first day not counted.
@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 4, 20), date(2026, 5, 14)),
        (date(2026, 8, 24), date(2026, 9, 16)),
        (date(2026, 10, 8), date(2026, 10, 29)),
        (date(2026, 11, 9), date(2026, 12, 1)),
    ],
)
def test_the_days_of_the_law(received: date, due: date) -> None:
    assert calendar.commune_due(received, 15, legal.holidays()) == due


def test_the_windows_of_the_law() -> None:
    assert calendar.last_receipt(date(2026, 4, 30), 15, legal.holidays()) == date(2026, 4, 7)
    assert calendar.last_receipt(date(2026, 10, 30), 15, legal.holidays()) == date(2026, 10, 8)
    ends = calendar.certificate_ends(date(2026, 8, 5), 36)
    assert ends == date(2029, 8, 5)
    assert calendar.filing_window(ends, 180, 120) == (date(2029, 2, 6), date(2029, 4, 7))
