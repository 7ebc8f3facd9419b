"""The transition table of QĐ 26/2026, Điều 11 and 12, day by day."""

from datetime import date

import pytest

from ocop_desktop import legal
from ocop_desktop.domain import transitions

NEW = legal.regime("qd-26-2026")
LAST_DAY_BEFORE, FIRST_DAY = date(2026, 5, 21), date(2026, 5, 22)


@pytest.mark.parametrize(
    ("kind", "until"),
    [
        ("lan-dau", date(2026, 7, 21)),
        ("nang-hang", date(2026, 7, 21)),
        ("phan-hang-lai", date(2026, 6, 21)),
    ],
)
def test_a_dossier_filed_before_is_finished_under_the_old_rules(kind: str, until: date) -> None:
    assert transitions.finish_by(NEW, kind, LAST_DAY_BEFORE) == until
    assert transitions.finish_by(NEW, kind, date(2024, 3, 1)) == until
    rule = transitions.of_dossier(NEW, kind, LAST_DAY_BEFORE)
    assert rule is not None and "2021 - 2025" in rule.text and rule.article.startswith("Điều 12 khoản 2")
    assert (until - FIRST_DAY).days in {30, 60}


@pytest.mark.parametrize("kind", ["lan-dau", "nang-hang", "phan-hang-lai"])
def test_a_dossier_filed_on_the_first_day_has_no_transition(kind: str) -> None:
    assert transitions.of_dossier(NEW, kind, FIRST_DAY) is None
    assert transitions.finish_by(NEW, kind, FIRST_DAY) is None


def test_a_product_recognised_before_keeps_its_own_term() -> None:
    rule = transitions.of_recognition(NEW, LAST_DAY_BEFORE)
    assert rule is not None and rule.article == "Điều 12 khoản 1"
    assert transitions.of_recognition(NEW, FIRST_DAY) is None


@pytest.mark.parametrize(
    ("expires", "missed"),
    [
        (date(2026, 5, 21), False),  # ended before the decision began
        (date(2026, 5, 22), True),
        (date(2026, 9, 18), True),  # 120 days before is 21/5/2026
        (date(2026, 9, 19), False),  # 120 days before is the first day: it could be met
        (date(2027, 1, 1), False),
    ],
)
def test_a_window_that_could_not_be_met(expires: date, missed: bool) -> None:
    assert transitions.window_missed(NEW, expires) is missed


def test_a_certificate_goes_on_until_the_result_but_180_days_at_most() -> None:
    expires = date(2026, 7, 1)
    assert transitions.certificate_ends(NEW, expires) == date(2026, 12, 28)
    assert transitions.certificate_ends(NEW, expires, date(2026, 10, 5)) == date(2026, 10, 5)
    assert transitions.certificate_ends(NEW, expires, date(2026, 6, 20)) == expires
    assert transitions.certificate_ends(NEW, expires, date(2027, 3, 1)) == date(2026, 12, 28)
    later = date(2027, 6, 1)
    assert transitions.certificate_ends(NEW, later, date(2027, 7, 1)) == later


@pytest.mark.parametrize("old", ["qd-1048-781", "qd-148", "qd-148-1489"])
def test_an_older_decision_sets_no_transition_that_was_found(old: str) -> None:
    assert transitions.of_dossier(legal.regime(old), "lan-dau", date(2019, 1, 1)) is None
    assert transitions.certificate_ends(legal.regime(old), date(2022, 1, 1)) == date(2022, 1, 1)
