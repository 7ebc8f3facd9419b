"""An upgrade or a re-assessment goes on from the last dossier of its product."""

from dataclasses import replace

import pytest

from ocop_desktop.actions import cloning, dossiers, evidence
from ocop_desktop.actions.cloning import PaperTerm
from ocop_desktop.domain.following import term
from ocop_desktop.errors import Refused
from ocop_desktop.storage import files, outbox, records
from tests.kit.builders import PDF, Office, a_complete_dossier, a_dossier

TODAY = "2026-11-23"


def finished(here: Office) -> str:
    """A dossier at the province with four papers: in force, ended, without an end, and one nobody dated."""
    dossier = a_dossier(here.db)
    for row, expires, unlimited in (
        ("02", "2027-06-01", False),
        ("12", "2026-10-01", False),
        ("01", "", True),
        ("07", "", False),
    ):
        made = here.do(evidence.attach, dossier, row, f"giấy {row}.pdf", PDF + f"dòng {row}".encode()).created
        if expires or unlimited:
            here.do(evidence.set_term, made, "2024-06-01", expires, unlimited=unlimited)
    answers = {"dossier.score.q26-11-1.1": "q26-11-1.1-o3", "dossier.score.q26-11-2.1": "q26-11-2.1-o2"}
    here.do(dossiers.save_draft, dossier, answers, {})
    from tests.kit.builders import MATTERS

    decided = {f"dossier.evidence.{row:02}": "not_applicable" for row in range(3, 16) if row not in {7, 12}}
    rest = {**decided, **MATTERS, "dossier.paper_set": True, "dossier.electronic_set": True}
    for row in ("mau-01", "mau-02"):
        here.do(evidence.attach, dossier, row, f"{row}.pdf", PDF + row.encode())
    here.do(dossiers.save_draft, dossier, rest, {})
    here.do(dossiers.seal, dossier)
    here.do(dossiers.hand_over, dossier)
    return dossier


def test_it_begins_with_the_producers_words_the_answers_and_the_valid_papers(here: Office) -> None:
    last = finished(here)
    made = here.do(cloning.clone, last, "phan-hang-lai", TODAY, {}).created
    page = dossiers.open_dossier(here.db, made)
    values = page.values
    assert values["dossier.kind"] == "phan-hang-lai" and values["dossier.previous"] == last and page.state == "open"
    assert values["dossier.product"] == dossiers.open_dossier(here.db, last).values["dossier.product"]
    assert values["dossier.score.q26-11-1.1"] == "q26-11-1.1-o3"
    assert values["dossier.matter.nguyen_lieu.described"] == "Thu mua búp chè của 46 hộ trong xã."
    for own in ("dossier.matter.nguyen_lieu.found", "dossier.workers_total", "dossier.paper_set", "dossier.samples"):
        assert own not in values, "the commune looks again"
    assert str(values["dossier.reception_no"]).endswith("/PĐK-08-02545-2026")
    assert {(file.row, file.expires_on, file.unlimited) for file in page.evidence} == {
        ("02", "2027-06-01", False),
        ("01", "", True),
    }
    assert values["dossier.evidence.02"] == values["dossier.evidence.01"] == "have"
    assert "dossier.evidence.12" not in values and "dossier.evidence.07" not in values
    assert {problem.key for problem in page.problems} >= {"dossier.evidence.12", "dossier.evidence.07"}


def test_what_ended_or_was_never_dated_is_shown_and_not_carried(here: Office) -> None:
    last = finished(here)
    offered = {file.row: state for file, state in cloning.offer(here.db, last, TODAY).files}
    assert offered == {"02": "valid", "12": "expired", "01": "unlimited", "07": "unknown"}
    made = here.do(cloning.clone, last, "nang-hang", TODAY, {}).created
    found = cloning.differences(here.db, made)
    assert found is not None and {(file.row, state) for file, state in found.left} == {
        ("12", "expired"),
        ("07", "unknown"),
    }


def test_a_paper_gets_its_dates_on_the_way(here: Office) -> None:
    last = finished(here)
    unknown = next(file for file, state in cloning.offer(here.db, last, TODAY).files if state == "unknown")
    given = {unknown.id: PaperTerm(issued_on="2025-01-01", expires_on="2028-01-01")}
    made = here.do(cloning.clone, last, "nang-hang", TODAY, given).created
    assert {file.row for file in dossiers.open_dossier(here.db, made).evidence} == {"01", "02", "07"}
    ended = {unknown.id: PaperTerm(expires_on="2026-11-22")}
    other = here.do(dossiers.open_dossier, made)
    assert other.values["dossier.kind"] == "nang-hang" and ended


def test_content_the_province_knows_is_not_sent_again(here: Office) -> None:
    last = finished(here)
    here.do(lambda db: [files.note_done(db, stored.sha256, db.now()) for stored in files.to_send(db)])
    here.do(cloning.clone, last, "phan-hang-lai", TODAY, {})
    assert files.to_send(here.db) == []
    assert here.do(outbox.count) > 0


def test_the_differences_stand_criterion_by_criterion_and_row_by_row(here: Office) -> None:
    last = finished(here)
    made = here.do(cloning.clone, last, "nang-hang", TODAY, {}).created
    here.do(dossiers.save_draft, made, {"dossier.score.q26-11-2.1": "q26-11-2.1-o3"}, {})
    here.do(evidence.attach, made, "12", "phiếu mới.pdf", PDF + b"2026")
    found = cloning.differences(here.db, made)
    assert found is not None
    assert found.changed == ("q26-11-2.1",) and found.answers["q26-11-2.1"] == "q26-11-2.1-o2"
    rows = {change.row: (change.same, change.new, change.gone) for change in found.rows}
    assert rows["12"] == ((), ("phiếu mới.pdf",), ("giấy 12.pdf",)) and rows["02"] == (("giấy 02.pdf",), (), ())
    assert cloning.differences(here.db, last) is None


def test_a_dossier_under_way_is_finished_first_and_an_old_law_one_may_be_followed(here: Office) -> None:
    running = a_complete_dossier(here.db)
    with pytest.raises(Refused) as refusal:
        here.do(cloning.clone, running, "nang-hang", TODAY, {})
    assert refusal.value.code == "clone.running"
    old = a_dossier(here.db, product__name="Gạo nếp", dossier__received_on="2024-03-01")
    made = here.do(cloning.clone, old, "phan-hang-lai", TODAY, {}).created
    values = dossiers.open_dossier(here.db, made).values
    assert (values["dossier.regime"], values["dossier.previous"]) == ("qd-26-2026", old)
    found = cloning.differences(here.db, made)
    assert found is not None and found.document.startswith("Quyết định 148") and found.answers == {}


def test_the_law_of_a_dossier_is_changed_with_a_reason_and_kept(here: Office) -> None:
    dossier = a_dossier(here.db, dossier__received_on="2026-05-25")
    with pytest.raises(Refused):
        here.do(dossiers.set_regime, dossier, "qd-148-1489", " ")
    here.do(dossiers.set_regime, dossier, "qd-148-1489", "Chủ thể nộp ngày 20/5, vào sổ ngày 25/5")
    here.do(dossiers.save_draft, dossier, {"dossier.received_on": "2026-05-26"}, {})
    assert dossiers.open_dossier(here.db, dossier).values["dossier.regime"] == "qd-148-1489", (
        "it keeps what a person chose"
    )
    what = [line.what for line in dossiers.history(here.db, dossier)]
    assert "dossier.regime_set" in what
    here.do(dossiers.set_regime, dossier, "qd-26-2026", "Nhầm")
    here.do(dossiers.save_draft, dossier, {"dossier.received_on": "2026-05-20"}, {})
    assert dossiers.open_dossier(here.db, dossier).values["dossier.regime"] == "qd-148-1489", "the day decides again"


def test_a_paper_is_valid_through_its_last_day(here: Office) -> None:
    from datetime import date

    last = finished(here)
    paper = dossiers.open_dossier(here.db, last).evidence[0]
    assert term(replace(paper, expires_on="2026-11-23", unlimited=False), date(2026, 11, 23)) == "valid"
    assert term(replace(paper, expires_on="2026-11-22", unlimited=False), date(2026, 11, 23)) == "expired"
    with pytest.raises(Refused) as refusal:
        here.do(evidence.set_term, paper.id, "2026-01-02", "2026-01-01")
    assert refusal.value.code == "evidence.term"
    assert records.get(here.db, paper.id).type == "evidence"
