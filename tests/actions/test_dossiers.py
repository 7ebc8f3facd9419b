"""A dossier from its reception to its hand-over, as the law and the officer expect it."""

from datetime import UTC, date, datetime

import pytest

from ocop_desktop import legal
from ocop_desktop.actions import dossiers, evidence, listing, office
from ocop_desktop.errors import Damaged, Refused
from ocop_desktop.storage import records
from tests.kit.builders import MATTERS, PDF, Office, a_complete_dossier, a_dossier, words


def page(here: Office, dossier: str) -> dossiers.DossierPage:
    return dossiers.open_dossier(here.db, dossier)


def row(here: Office, dossier: str) -> listing.ListRow:
    found = listing.row(here.db, dossier)
    assert found is not None
    return found


def sealed(here: Office, **changes: object) -> str:
    dossier = a_complete_dossier(here.db, **changes)
    here.do(dossiers.seal, dossier)
    return dossier


# --- receive ----------------------------------------------------------------------------------------------------------


def test_what_was_not_said_is_filled_in(here: Office) -> None:
    changes = here.do(dossiers.receive, {"product.name": "  Chè Shan\u00a0tuyết\u200b "})
    assert changes.created and changes.outbox and changes.dossiers == {changes.created}
    values = page(here, changes.created).values
    assert values["product.name"] == "Chè Shan\u00a0tuyết"
    assert (values["dossier.kind"], values["dossier.year"], values["dossier.state"]) == ("lan-dau", 2026, "open")
    assert values["dossier.regime"] == "qd-26-2026"


@pytest.mark.parametrize("values", [{}, {"product.name": " \u200b\n"}, {"producer.phone": "0912 000 111"}])
def test_a_dossier_without_any_name_is_refused(here: Office, values: dict[str, str]) -> None:
    with pytest.raises(Refused, match=r"dossier\.nameless"):
        here.do(dossiers.receive, values)
    assert here.db.conn.execute("SELECT count(*) FROM record").fetchone() == (0,)


def test_the_regime_is_that_of_the_day_of_reception(here: Office) -> None:
    first = date.fromisoformat(legal.regimes()[0].valid_from)
    dossier = a_dossier(here.db, dossier__received_on=first.isoformat())
    assert page(here, dossier).values["dossier.regime"] == legal.regimes()[0].id
    with pytest.raises(Refused, match=r"legal\.no_regime"):
        a_dossier(here.db, dossier__received_on="2001-01-01")


def test_a_known_producer_is_used_again_and_lends_what_it_lacks(here: Office) -> None:
    first = a_dossier(here.db, producer__phone=None)
    producer = dossiers.producer_of(here.db, first)
    changes = here.do(
        dossiers.receive,
        words(product__name="Trà túi lọc", producer__name="HTX SƠN TRÀ", producer__phone="0912 333 444"),
        producer,
    )
    second = changes.created
    assert second and changes.dossiers == {first, second}
    assert dossiers.producer_of(here.db, second) == producer
    assert page(here, first).values["producer.phone"] == "0912 333 444", "what was typed is not lost"
    assert page(here, second).values["producer.name"] == "Hợp tác xã Sơn Trà", "what is known is not overwritten"
    assert here.db.conn.execute("SELECT count(*) FROM record WHERE type = 'producer'").fetchone() == (1,)


@pytest.mark.parametrize("producer", ["no such id", "a dossier"])
def test_an_unknown_producer_is_refused(here: Office, producer: str) -> None:
    dossier = a_dossier(here.db)
    with pytest.raises(Refused, match=r"producer\.gone"):
        a_dossier(here.db, dossier if producer == "a dossier" else producer)


# --- typing -----------------------------------------------------------------------------------------------------------


def test_none_empties_a_field(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {"producer.phone": None, "product.classification": "   "}, {})
    assert {"producer.phone", "product.classification"}.isdisjoint(page(here, dossier).values)


def test_only_what_differs_is_written(here: Office) -> None:
    dossier = a_dossier(here.db)
    before = here.db.conn.execute("SELECT * FROM outbox").fetchall()
    same = {"product.name": "Chè Shan tuyết Tân Trào", "dossier.note": None}
    changes = here.do(dossiers.save_draft, dossier, same, {})
    assert changes == dossiers.Changes()
    assert here.db.conn.execute("SELECT * FROM outbox").fetchall() == before


def test_text_that_is_no_value_yet_is_kept_as_typed_and_settled_by_a_value(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {}, {"dossier.received_on": "9/3", "dossier.samples": " năm hộp "})
    assert page(here, dossier).unparsed == {"dossier.received_on": "9/3", "dossier.samples": " năm hộp "}
    assert page(here, dossier).values["dossier.samples"] == 5, "the last value stays until there is another"
    here.do(dossiers.save_draft, dossier, {"dossier.samples": 6}, {})
    here.do(dossiers.save_draft, dossier, {}, {"dossier.received_on": "9/3/"})
    assert page(here, dossier).unparsed == {"dossier.received_on": "9/3/"}
    here.do(dossiers.save_draft, dossier, {}, {"dossier.received_on": ""})
    assert page(here, dossier).unparsed == {}


def test_a_draft_with_unread_text_cannot_be_sealed(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {}, {"dossier.samples": "năm hộp"})
    with pytest.raises(Refused) as caught:
        here.do(dossiers.seal, dossier)
    assert (caught.value.code, caught.value.details["fields"]) == ("dossier.unparsed", ["dossier.samples"])


def test_a_shared_producer_shows_in_every_list_row(here: Office) -> None:
    first = a_dossier(here.db)
    second = a_dossier(here.db, dossiers.producer_of(here.db, first))
    changes = here.do(dossiers.save_draft, second, {"producer.name": "Hợp tác xã Sơn Trà II"}, {})
    assert changes.dossiers == {first, second}
    assert row(here, first).producer == row(here, second).producer == "Hợp tác xã Sơn Trà II"
    assert [hit.name for hit in listing.producers(here.db, "son tra")] == ["Hợp tác xã Sơn Trà II"]


def test_a_dossier_the_province_removed_does_not_stop_typing_in_another(here: Office) -> None:
    first = a_dossier(here.db)
    second = a_dossier(here.db, dossiers.producer_of(here.db, first))
    here.do(lambda db: records.delete(db, records.get(db, first)))
    here.do(dossiers.save_draft, second, {"producer.name": "Tên mới"}, {})
    assert row(here, second).producer == "Tên mới"
    with pytest.raises(Refused, match=r"dossier\.gone"):
        page(here, first)


@pytest.mark.parametrize(
    "key", ["dossier.state", "dossier.producer", "product.producer", "report.number", "x", "dossier."]
)
def test_what_only_actions_set_cannot_be_typed(here: Office, key: str) -> None:
    dossier = a_dossier(here.db)
    for values, unread in (({key: "sealed"}, {}), ({}, {key: "sealed"})):
        with pytest.raises(Refused, match=r"field\.unknown"):
            here.do(dossiers.save_draft, dossier, values, unread)
    assert page(here, dossier).state == "open"


def test_nothing_can_be_changed_after_the_seal(here: Office) -> None:
    dossier = sealed(here)
    for action, arguments in (
        (dossiers.save_draft, (dossier, {"product.name": "x"}, {})),
        (evidence.attach, (dossier, "01", "b.pdf", PDF + b"b")),
        (evidence.detach, (page(here, dossier).evidence[0].id,)),
        (dossiers.pause, (dossier, "lý do")),
    ):
        with pytest.raises(Refused) as caught:
            here.do(action, *arguments)  # type: ignore[arg-type]
        assert caught.value.code in {"dossier.locked", "dossier.move"}


@pytest.mark.parametrize("dossier", ["", "no such id", "a producer"])
def test_a_dossier_that_is_not_there_is_refused(here: Office, dossier: str) -> None:
    wanted = dossiers.producer_of(here.db, a_dossier(here.db)) if dossier == "a producer" else dossier
    with pytest.raises(Refused, match=r"dossier\.gone"):
        here.do(dossiers.save_draft, wanted, {"product.name": "x"}, {})


# --- the legal day (Điều 7.2: 15 working days, first day not counted) -------------------------------------------------


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-08-24", "2026-09-16"),
        ("2026-10-08", "2026-10-29"),
        ("2026-11-09", "2026-12-01"),
    ],
)
def test_the_due_day_is_the_fifteenth_working_day(here: Office, received: str, due: str) -> None:
    here.clock.now = datetime.fromisoformat(f"{received}T02:00:00+00:00")
    dossier = a_dossier(here.db, dossier__received_on=received)
    shown = page(here, dossier)
    assert shown.due_on == date.fromisoformat(due)
    assert shown.days_left == 15
    assert row(here, dossier).due_on == date.fromisoformat(due)
    here.clock.now = datetime.fromisoformat(f"{due}T02:00:00+00:00")
    assert page(here, dossier).days_left == 0
    here.clock.move(days=1)
    assert page(here, dossier).days_left == -1


def test_no_day_of_reception_no_due_day(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {"dossier.received_on": None}, {})
    assert (page(here, dossier).due_on, page(here, dossier).days_left) == (None, None)
    assert row(here, dossier).due_on is None


def test_a_pause_is_logged_and_moves_no_legal_day(here: Office) -> None:
    dossier = a_dossier(here.db)
    due = page(here, dossier).due_on
    here.do(dossiers.pause, dossier, "  chờ phiếu\nkiểm nghiệm ")
    here.clock.move(days=5)
    assert (page(here, dossier).due_on, page(here, dossier).stage) == (due, "waiting")
    here.do(dossiers.save_draft, dossier, {"dossier.note": "đã gọi"}, {})
    here.do(dossiers.resume, dossier)
    assert (page(here, dossier).due_on, page(here, dossier).stage) == (due, "checking")
    lines = dossiers.history(here.db, dossier)
    assert [line.what for line in lines] == ["dossier.resumed", "edit", "dossier.paused", "dossier.received"]
    assert lines[2].details == {"reason": "chờ phiếu kiểm nghiệm"}


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_a_pause_and_a_reopening_need_a_reason(here: Office, reason: str) -> None:
    with pytest.raises(Refused, match=r"reason\.missing"):
        here.do(dossiers.pause, a_dossier(here.db), reason)
    with pytest.raises(Refused, match=r"reason\.missing"):
        here.do(dossiers.reopen, sealed(here), reason)


# --- seal -------------------------------------------------------------------------------------------------------------


def test_an_incomplete_dossier_is_refused_with_everything_that_is_missing(here: Office) -> None:
    dossier = a_dossier(here.db, product__set=None)
    with pytest.raises(Refused) as caught:
        here.do(dossiers.seal, dossier)
    missing = caught.value.details["problems"]
    assert isinstance(missing, list)
    assert caught.value.code == "dossier.incomplete"
    assert {"check.set.missing", "check.component.undecided", "check.matter.found"} <= {
        problem.code for problem in missing
    }
    assert caught.value.details["count"] == len(missing)
    assert page(here, dossier).state == "open"
    assert here.db.conn.execute("SELECT count(*) FROM record WHERE type = 'report'").fetchone() == (0,)


def test_a_row_openly_marked_missing_does_not_stop_the_seal(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {"dossier.evidence.15": "missing"}, {})
    here.do(dossiers.seal, dossier)
    assert page(here, dossier).state == "sealed"


def test_the_sealed_report_stays_as_it_was(here: Office) -> None:
    dossier = sealed(here)
    other = a_dossier(here.db, dossiers.producer_of(here.db, dossier))
    here.do(dossiers.save_draft, other, {"producer.name": "Tên khác", "producer.ethnicity": "Tày"}, {})
    here.do(office.save_office, {"office.signer_name": "Người Khác"})
    report = page(here, dossier).sealed
    assert report is not None
    assert (report.revision, report.sealed_by) == (1, here.db.officer)
    assert report.values["producer.name"] == "Hợp tác xã Sơn Trà"
    assert report.values["producer.ethnicity"] == "Dao"
    assert report.values["office.signer_name"] == "Nguyễn Văn Thắng"


def test_opening_again_needs_a_new_seal_with_a_new_revision(here: Office) -> None:
    dossier = sealed(here)
    first = page(here, dossier).sealed
    here.do(dossiers.reopen, dossier, "sai số lao động")
    assert (page(here, dossier).state, page(here, dossier).sealed) == ("open", None)
    here.do(dossiers.save_draft, dossier, {"dossier.workers_local": 20}, {})
    here.do(dossiers.seal, dossier)
    second = page(here, dossier).sealed
    assert first and second
    assert (first.revision, second.revision) == (1, 2)
    assert (first.values["dossier.workers_local"], second.values["dossier.workers_local"]) == (19, 20)
    assert here.db.conn.execute("SELECT count(*) FROM record WHERE type = 'report'").fetchone() == (2,)
    assert "dossier.reopened" in [line.what for line in dossiers.history(here.db, dossier)]


def test_an_altered_seal_is_found(here: Office) -> None:
    dossier = sealed(here)
    here.db.conn.execute("UPDATE record SET body = replace(body, 'Bàn Thị Sen', 'Bàn Thị Sên') WHERE type = 'report'")
    here.db.conn.commit()
    with pytest.raises(Damaged, match=r"report\.altered"):
        page(here, dossier)


def test_the_same_dossier_cannot_be_sealed_twice(here: Office) -> None:
    dossier = sealed(here)
    with pytest.raises(Refused, match=r"dossier\.move"):
        here.do(dossiers.seal, dossier)


def test_only_what_is_sealed_is_handed_over(here: Office) -> None:
    open_one = a_complete_dossier(here.db)
    with pytest.raises(Refused) as caught:
        here.do(dossiers.hand_over, open_one)
    assert caught.value.details == {"now": "open", "then": "handed_over"}
    dossier = sealed(here, product__name="khác")
    here.do(dossiers.hand_over, dossier)
    assert page(here, dossier).stage == "handed_over"
    assert row(here, dossier).days_left is None, "the commune's clock has stopped"
    for action, arguments in ((dossiers.hand_over, ()), (dossiers.reopen, ("lý do",)), (dossiers.seal, ())):
        with pytest.raises(Refused, match=r"dossier\.move"):
            here.do(action, dossier, *arguments)


def test_the_stage_says_when_the_assessment_began(here: Office) -> None:
    dossier = a_dossier(here.db)
    assert page(here, dossier).stage == "checking"
    here.do(dossiers.save_draft, dossier, MATTERS, {})
    assert page(here, dossier).stage == row(here, dossier).stage == "assessing"


def test_a_clock_ten_years_back_changes_no_due_day(here: Office) -> None:
    dossier = a_dossier(here.db)
    due = page(here, dossier).due_on
    here.clock.now = datetime(2016, 1, 1, tzinfo=UTC)
    here.do(dossiers.save_draft, dossier, {"dossier.note": "x"}, {})
    assert page(here, dossier).due_on == due
