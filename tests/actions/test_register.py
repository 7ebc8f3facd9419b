"""Number and day after signing, and the register they enter."""

import pytest

from ocop_desktop.actions import dossiers, register
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit.builders import Office, a_complete_dossier


def sealed(here: Office, **changes: object) -> str:
    dossier = a_complete_dossier(here.db, **changes)
    here.do(dossiers.seal, dossier)
    return dossier


def test_the_clerk_gives_number_and_day_after_signing(here: Office) -> None:
    dossier = sealed(here)
    assert register.propose(here.db, 2026) == "1"
    changes = here.do(register.issue, dossier, "045", "2026-11-20")
    assert changes.dossiers == {dossier} and changes.types == {"letter"} and changes.outbox
    report = dossiers.open_dossier(here.db, dossier).sealed
    assert report is not None and (report.number, report.issued_on) == ("45", "2026-11-20")
    (line,) = register.register(here.db, 2026).letters
    assert (line.number, line.symbol, line.signer, line.dossier) == ("45", "BC-UBND", "Nguyễn Văn Thắng", dossier)
    assert "Chè Shan tuyết Tân Trào" in line.summary
    assert register.propose(here.db, 2026) == "46"
    top = dossiers.history(here.db, dossier)[0]
    assert (top.what, top.details["number"], top.details["day"]) == ("report.issued", "45", "2026-11-20")


def test_it_may_still_be_given_after_the_hand_over_and_put_right(here: Office) -> None:
    dossier = sealed(here)
    here.do(dossiers.hand_over, dossier)
    here.do(register.issue, dossier, "45", "2026-11-20")
    here.do(register.issue, dossier, "46", "2026-11-21")
    assert [(each.number, each.issued_on) for each in register.register(here.db, 2026).letters] == [
        ("46", "2026-11-21")
    ]
    here.do(register.issue, dossier, "", "")
    page = dossiers.open_dossier(here.db, dossier)
    assert page.sealed is not None and not page.sealed.number and register.register(here.db, 2026).letters == ()


def test_a_report_that_is_not_sealed_has_no_number(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    with pytest.raises(Refused) as refusal:
        here.do(register.issue, dossier, "45", "2026-11-20")
    assert refusal.value.code == "report.none"


@pytest.mark.parametrize(
    ("number", "day", "code"),
    [
        ("45", "", "report.issue_half"),
        ("", "2026-11-20", "report.issue_half"),
        ("45/BC", "2026-11-20", "letter.number"),
        ("45", "2026-11-24", "letter.future"),
        ("45", "2026-11-08", "letter.before"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(here: Office, number: str, day: str, code: str) -> None:
    dossier = sealed(here)
    with pytest.raises(Refused) as refusal:
        here.do(register.issue, dossier, number, day)
    assert refusal.value.code == code
    assert register.register(here.db, 2026).letters == ()


def test_a_number_is_given_once_on_this_pc(here: Office) -> None:
    first, second = sealed(here), sealed(here, product__name="Gạo nếp")
    here.do(register.issue, first, "45", "2026-11-20")
    with pytest.raises(Refused) as refusal:
        here.do(register.issue, second, "45", "2026-11-20")
    assert refusal.value.code == "letter.taken" and "Chè Shan tuyết" in str(refusal.value.details["what"])
    here.do(register.issue, second, "45a", "2026-11-20")


def test_what_two_pcs_gave_twice_is_kept_and_shown(here: Office) -> None:
    first, second = sealed(here), sealed(here, product__name="Gạo nếp")
    here.do(register.issue, first, "45", "2026-11-20")
    here.do(register.issue, second, "46", "2026-11-20")
    # The other PC's line comes with its own number.
    here.do(
        lambda db: records.add(
            db, "letter", {"number": "45", "symbol": "BC-UBND", "issued_on": "2026-11-19", "summary": "Báo cáo khác"}
        )
    )
    found = register.register(here.db, 2026)
    assert len(found.letters) == 3
    assert [(each.number, len(each.letters)) for each in found.duplicates] == [("45", 2)]


def test_other_documents_are_written_by_hand_with_all_columns(here: Office) -> None:
    made = here.do(
        register.save_letter,
        {"number": "3", "symbol": "TTr-UBND", "issued_on": "2026-11-10", "kind": "Tờ trình", "summary": "Đề nghị đánh giá",
         "signer": "Nguyễn Văn Thắng", "recipients": "UBND tỉnh", "keeper": "Lưu VT", "copies": 2, "sent_on": "2026-11-11",
         "received_by": "Bưu điện", "note": "Hỏa tốc"},
    )  # fmt: skip
    assert made.created
    (row,) = register.register(here.db, 2026).rows
    assert row[0] == "03/TTr-UBND" and row[5:] == ("Lưu VT", "2", "11/11/2026", "Bưu điện", "Hỏa tốc")
    here.do(register.save_letter, {"copies": 4}, made.created)
    assert register.register(here.db, 2026).letters[0].copies == 4
    with pytest.raises(Refused) as refusal:
        here.do(register.save_letter, {"state": "open"}, made.created)
    assert refusal.value.code == "field.unknown"
    here.do(register.remove_letter, made.created, "Ghi nhầm")
    assert register.register(here.db, 2026).letters == ()


def test_the_line_of_a_report_keeps_its_number_but_takes_other_columns(here: Office) -> None:
    dossier = sealed(here)
    here.do(register.issue, dossier, "45", "2026-11-20")
    (line,) = register.register(here.db, 2026).letters
    here.do(register.save_letter, {"keeper": "VT", "copies": 3}, line.id)
    for action in (
        lambda: here.do(register.save_letter, {"number": "46"}, line.id),
        lambda: here.do(register.remove_letter, line.id, "Nhầm"),
    ):
        with pytest.raises(Refused) as refusal:
            action()
        assert refusal.value.code == "letter.of_report"
    assert register.register(here.db, 2026).letters[0].keeper == "VT"
