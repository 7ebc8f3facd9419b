"""The legal clock over real records: working days, rounds, recognitions, transitions, the office's own days off."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ocop_desktop.actions import deadlines, desk, dossiers, holidays, listing
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit.builders import Office, a_complete_dossier, a_dossier
from tests.kit.council import an_upper_office, arrived


def kinds(here: Office, first: str, last: str) -> list[tuple[str, str]]:
    found = deadlines.events(here.db, date.fromisoformat(first), date.fromisoformat(last))
    return [(event.day.isoformat(), event.kind) for event in found]


@pytest.mark.parametrize(
    ("received", "due"),
    [("2026-08-24", "2026-09-16"), ("2026-10-08", "2026-10-29"), ("2026-11-09", "2026-12-01")],
)
def test_fifteen_working_days_stand_in_the_calendar(here: Office, received: str, due: str) -> None:
    dossier = a_dossier(here.db, dossier__received_on=received)
    found = [event for event in deadlines.month(here.db, int(due[:4]), int(due[5:7])).events if event.dossier]
    assert [(event.day.isoformat(), event.kind, event.dossier) for event in found] == [(due, "commune_due", dossier)]


def test_the_rounds_and_the_last_day_to_receive_for_them(here: Office) -> None:
    spring = kinds(here, "2027-05-01", "2027-06-30")
    assert spring == [("2027-06-30", "round_assessed")]
    assert ("2027-04-30", "round_closes") in kinds(here, "2027-04-01", "2027-04-30")
    autumn = kinds(here, "2026-10-01", "2026-12-31")
    assert ("2026-10-08", "round_receipt") in autumn and ("2026-10-30", "round_closes") in autumn
    assert ("2026-12-30", "round_assessed") in autumn
    assert not [kind for _, kind in kinds(here, "2026-01-01", "2026-05-21") if kind.startswith("round_c")]


def test_a_pause_is_logged_from_day_to_day_and_moves_no_legal_day(here: Office) -> None:
    dossier = a_dossier(here.db)
    due = dossiers.open_dossier(here.db, dossier).due_on
    here.do(dossiers.pause, dossier, "Thiếu phiếu kiểm nghiệm")
    here.clock.move(days=4)
    here.do(dossiers.resume, dossier)
    page = dossiers.open_dossier(here.db, dossier)
    assert page.pauses == (("2026-11-23", "2026-11-27", "Thiếu phiếu kiểm nghiệm"),)
    assert page.due_on == due == date(2026, 12, 1)
    here.do(dossiers.pause, dossier, "Thiếu nhãn")
    assert [pause.until for pause in dossiers.open_dossier(here.db, dossier).pauses] == ["2026-11-27", ""]


def test_the_offices_own_day_off_moves_every_running_due_day(here: Office) -> None:
    running = a_dossier(here.db)
    away = a_complete_dossier(here.db, product__name="Gạo nếp")
    here.do(dossiers.seal, away)
    here.do(dossiers.hand_over, away)
    changes = here.do(holidays.save, date(2026, 11, 30), "Nghỉ theo thông báo")
    assert changes.dossiers == {running} and changes.types == {"holiday"} and changes.outbox
    row = listing.row(here.db, running)
    assert row is not None and row.due_on == date(2026, 12, 2)
    assert dossiers.open_dossier(here.db, running).due_on == date(2026, 12, 2)
    here.do(holidays.save, date(2026, 11, 28), "Làm bù", "made_up")
    assert dossiers.open_dossier(here.db, running).due_on == date(2026, 12, 1)
    here.do(holidays.forget, date(2026, 11, 30))
    here.do(holidays.forget, date(2026, 11, 28))
    assert dossiers.open_dossier(here.db, running).due_on == date(2026, 12, 1)


def test_a_shipped_day_may_be_found_wrong(here: Office) -> None:
    """24/11 is in the table; an office whose notice says otherwise takes it out of the count."""
    dossier = a_dossier(here.db)
    here.do(holidays.save, date(2026, 11, 24), "Ngày Văn hóa Việt Nam", counted=False)
    assert dossiers.open_dossier(here.db, dossier).due_on == date(2026, 11, 30)
    assert holidays.own_days(here.db) == {date(2026, 11, 24)}
    with pytest.raises(Refused) as refusal:
        here.do(holidays.save, date(2026, 11, 25), "Làm bù", "made_up")
    assert refusal.value.code == "holiday.weekday"


def recognised(here: Office, ends: str, **more: object) -> str:
    dossier = a_dossier(here.db, dossier__received_on="2026-11-09")
    product = str(dossiers.open_dossier(here.db, dossier).values["dossier.product"])
    issued = f"{int(ends[:4]) - 3}{ends[4:]}"
    body = {
        "product": product,
        "dossier": dossier,
        "stars": 3,
        "issued_on": issued,
        "decided_on": issued,
        "ends_on": ends,
    }
    here.do(lambda db: records.add(db, "recognition", {**body, **more}, dossier=dossier))
    return dossier


def test_a_certificate_has_its_window_and_its_end(here: Office) -> None:
    dossier = recognised(here, "2029-08-05")
    found = deadlines.events(here.db, date(2029, 1, 1), date(2029, 12, 31))
    own = [(event.day.isoformat(), event.kind) for event in found if event.dossier == dossier]
    assert own == [("2029-02-06", "filing_opens"), ("2029-04-07", "filing_closes"), ("2029-08-05", "certificate_ends")]


def test_an_open_window_is_in_sight_from_its_first_day(here: Office) -> None:
    recognised(here, "2027-05-10")
    assert "filing_closes" in [event.kind for event in deadlines.upcoming(here.db)]
    here.clock.now = datetime(2026, 10, 1, 5, tzinfo=UTC)
    assert "filing_closes" not in [event.kind for event in deadlines.upcoming(here.db)]


def test_the_transition_stretches_what_could_not_be_filed_in_time(here: Office) -> None:
    recognised(here, "2026-08-10")
    found = deadlines.events(here.db, date(2026, 6, 1), date(2027, 12, 31))
    assert ("2027-02-06", "extension_ends") in [(event.day.isoformat(), event.kind) for event in found]


def test_production_that_stopped_is_withdrawn_within_fifteen_days(here: Office) -> None:
    dossier = recognised(here, "2028-08-10")
    product = str(dossiers.open_dossier(here.db, dossier).values["dossier.product"])
    here.do(lambda db: records.add(db, "stopped", {"product": product, "day": "2026-11-20"}))
    found = [event for event in deadlines.upcoming(here.db) if event.kind == "withdraw_by"]
    assert [event.day for event in found] == [date(2026, 12, 5)]


def test_old_dossiers_show_the_day_they_had_to_be_finished(here: Office) -> None:
    dossier = a_dossier(here.db, dossier__received_on="2026-05-10")
    found = [event for event in deadlines.upcoming(here.db) if event.dossier == dossier]
    assert [(event.kind, event.day.isoformat(), event.days_left < 0) for event in found] == [
        ("transition", "2026-07-21", True)
    ]


def test_a_reassessment_has_forty_five_days_from_its_hand_over(here: Office) -> None:
    dossier = a_complete_dossier(here.db, dossier__kind="phan-hang-lai")
    here.do(dossiers.seal, dossier)
    here.do(dossiers.hand_over, dossier)
    found = [event for event in deadlines.upcoming(here.db) if event.dossier == dossier]
    assert [(event.kind, event.day.isoformat()) for event in found] == [("reassess_by", "2027-01-07")]


def test_the_forty_five_days_begin_when_the_province_found_it_complete(tmp_path: Path) -> None:
    province = an_upper_office(tmp_path / "province")
    case = arrived(province.db, dossier__kind="phan-hang-lai", dossier__handed_on="2026-11-13")
    due = lambda: [event.day.isoformat() for event in deadlines.upcoming(province.db) if event.kind == "reassess_by"]  # noqa: E731
    assert due() == ["2026-12-28"]
    province.clock.move(days=3)
    province.do(desk.accept, case)
    accepted = province.db.clock().astimezone().date()
    assert due() == [(accepted + timedelta(days=45)).isoformat()] and accepted.isoformat() > "2026-11-13"
    province.close()
