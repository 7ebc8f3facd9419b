"""Who decides which star under each law, and how a recognised product stands on a day."""

from datetime import date, timedelta

import pytest

from ocop_desktop import legal
from ocop_desktop.domain.recognition import (
    Happening,
    Recognised,
    decided_by,
    may_record,
    may_sit,
    standing,
    term_ends,
    withdraw_by,
    withdrawal_level,
)
from ocop_desktop.errors import Refused

NOW = legal.regime("qd-26-2026")


@pytest.mark.parametrize(
    ("day", "three", "four", "five"),
    [
        ("2019-08-21", "province", "province", "central"),
        ("2023-02-23", "province", "province", "central"),
        ("2023-02-24", "district", "province", "central"),
        ("2025-07-05", "district", "province", "central"),
        ("2025-07-06", "province", "province", "central"),
        ("2026-05-21", "province", "province", "central"),
        ("2026-05-22", "province", "province", "central"),
    ],
)
def test_who_decides_follows_the_law_of_the_day(day: str, three: str, four: str, five: str) -> None:
    regime = legal.regime_on(date.fromisoformat(day))
    assert [decided_by(regime, stars).id for stars in (3, 4, 5)] == [three, four, five]
    for stars in (1, 2):
        with pytest.raises(Refused):
            decided_by(regime, stars)
    for stars in (3, 4, 5):
        assert not may_record("commune", regime, stars)
        assert may_record("province", regime, stars)
    assert may_record("district", regime, 3) == (three == "district")
    assert not may_record("district", regime, 4)
    assert may_sit("district", regime) == regime.may("district", "council")
    assert not may_sit("commune", regime)


def recognised(issued: date, stars: int = 4, ends: date | None = None, id_: str = "r1") -> Recognised:
    own = ends or term_ends(NOW, issued)
    assert own is not None
    return Recognised(id=id_, stars=stars, decided_on=issued, issued_on=issued, ends=own)


def test_a_certificate_stands_36_months() -> None:
    assert term_ends(NOW, date(2026, 8, 5)) == date(2029, 8, 5)
    assert term_ends(legal.regime("qd-148"), date(2024, 2, 29)) == date(2027, 2, 28)
    assert term_ends(legal.regime("qd-1048-781"), date(2021, 3, 1)) is None, "its term was not found"


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 8, 5), "valid"),
        (date(2029, 2, 5), "valid"),
        (date(2029, 2, 6), "filing"),  # facts, section 6
        (date(2029, 4, 7), "filing"),
        (date(2029, 4, 8), "late"),
        (date(2029, 8, 5), "late"),
        (date(2029, 8, 6), "expired"),
    ],
)
def test_the_window_to_file_again(today: date, state: str) -> None:
    found = standing([recognised(date(2026, 8, 5))], [], today, NOW)
    assert found is not None and found.state == state
    assert found.filing == (date(2029, 2, 6), date(2029, 4, 7))
    assert found.stars == (0 if state == "expired" else 4)


def test_a_window_that_could_not_be_met_stretches_the_certificate_180_days() -> None:
    ends = date(2026, 9, 1)
    old = recognised(date(2023, 9, 1), ends=ends)
    for day, state in ((ends, "late"), (ends + timedelta(1), "extended"), (ends + timedelta(180), "extended")):
        found = standing([old], [], day, NOW)
        assert found is not None and (found.state, found.stars) == (state, 4)
        assert found.last == ends + timedelta(180)
    found = standing([old], [], ends + timedelta(181), NOW)
    assert found is not None and (found.state, found.stars) == ("expired", 0)


def test_a_filed_dossier_does_not_stretch_what_could_be_met() -> None:
    own = recognised(date(2024, 3, 10))  # ends 10/3/2027
    found = standing([own], [], date(2026, 11, 21), NOW, filed=date(2026, 10, 1))
    assert found is not None and (found.state, found.filing) == ("filed", (date(2026, 9, 11), date(2026, 11, 10)))
    found = standing([own], [], date(2027, 3, 11), NOW, filed=date(2026, 10, 1))
    assert found is not None and found.state == "expired"


def test_stopped_production_asks_for_a_withdrawal_within_15_days() -> None:
    own = recognised(date(2026, 8, 5))
    stopped = Happening(kind="stopped", day=date(2026, 11, 2))
    found = standing([own], [stopped], date(2026, 11, 21), NOW)
    assert found is not None and (found.state, found.withdraw_by) == ("withdrawing", date(2026, 11, 17))
    assert withdraw_by(NOW, date(2026, 11, 2)) == date(2026, 11, 17)
    gone = Happening(kind="withdrawal", day=date(2026, 11, 20))
    found = standing([own], [stopped, gone], date(2026, 11, 21), NOW)
    assert found is not None and (found.state, found.stars, found.withdraw_by) == ("withdrawn", 0, None)
    assert [withdrawal_level(NOW, stars) for stars in (3, 4, 5)] == ["province", "province", "central"]


def test_a_breach_is_answered_by_a_lower_star_too() -> None:
    own = recognised(date(2026, 8, 5))
    found_ = Happening(kind="inspection", day=date(2026, 10, 1), breach=True)
    lower = Happening(kind="demotion", day=date(2026, 10, 9), stars=3)
    assert (standing([own], [found_], date(2026, 10, 5), NOW) or None).state == "withdrawing"  # type: ignore[union-attr]
    after = standing([own], [found_, lower], date(2026, 10, 9), NOW)
    assert after is not None and (after.state, after.stars) == ("valid", 3)


def test_a_new_recognition_begins_anew() -> None:
    old, new = recognised(date(2023, 5, 1), 3, id_="old"), recognised(date(2026, 8, 5), 4, id_="new")
    gone = Happening(kind="withdrawal", day=date(2025, 1, 1))
    found = standing([new, old], [gone], date(2026, 11, 1), NOW)
    assert found is not None and (found.recognition, found.state, found.stars) == ("new", "valid", 4)
    assert standing([], [], date(2026, 1, 1), NOW) is None
