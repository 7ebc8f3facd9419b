"""Working days and legal dates, with the worked examples of the law's users and of the office."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop import legal
from ocop_desktop.domain.calendar import (
    Holiday,
    Holidays,
    add_months,
    add_working_days,
    certificate_ends,
    commune_due,
    days_left,
    filing_window,
    is_working,
    last_receipt,
    late_extension,
    working_days_between,
)
from ocop_desktop.domain.forms import Source
from ocop_desktop.domain.regimes import next_round, rounds_of

TABLE = legal.holidays()
DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 4, 20), date(2026, 5, 14)),
        (date(2026, 8, 24), date(2026, 9, 16)),
        (date(2026, 10, 8), date(2026, 10, 29)),
        (date(2026, 11, 9), date(2026, 12, 1)),
    ],
)
def test_fifteen_working_days_from_reception(received: date, due: date) -> None:
    assert commune_due(received, 15, TABLE) == due


@pytest.mark.parametrize(
    ("before", "last"),
    [(date(2026, 4, 30), date(2026, 4, 7)), (date(2026, 10, 30), date(2026, 10, 8))],
)
def test_the_last_receipt_that_still_makes_a_round(before: date, last: date) -> None:
    assert last_receipt(before, 15, TABLE) == last
    assert commune_due(last, 15, TABLE) < before
    assert commune_due(add_working_days(last, 1, TABLE), 15, TABLE) >= before


def test_a_certificate_and_its_filing_window() -> None:
    ends = certificate_ends(date(2026, 8, 5), 36)
    assert ends == date(2029, 8, 5)
    assert filing_window(ends, 180, 120) == (date(2029, 2, 6), date(2029, 4, 7))
    assert late_extension(ends, 180) == date(2030, 2, 1)


def test_a_certificate_of_a_leap_day_ends_on_the_last_day_of_february() -> None:
    assert add_months(date(2028, 2, 29), 36) == date(2031, 2, 28)
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2026, 12, 1), 0) == date(2026, 12, 1)


def test_days_left_are_working_days_and_negative_when_overdue() -> None:
    due = date(2026, 10, 30)  # a Friday
    assert days_left(date(2026, 10, 28), due, TABLE) == 2
    assert days_left(due, due, TABLE) == 0
    assert days_left(date(2026, 10, 31), due, TABLE) == -1  # Saturday: passed, though no working day has gone by
    assert days_left(date(2026, 11, 3), due, TABLE) == -2


def test_days_to_be_checked_are_shown_and_change_nothing_unless_counted() -> None:
    swaps = [holiday for holiday in TABLE.days if holiday.kind == "swap"]
    assert {holiday.day for holiday in swaps} == {date(2026, 1, 2), date(2026, 8, 31)}
    assert all(holiday.status == "check" and not holiday.counted for holiday in swaps)
    assert is_working(date(2026, 8, 31), TABLE)
    assert set(swaps) <= set(TABLE.to_check(2026))


def test_a_year_without_notice_is_not_complete() -> None:
    assert TABLE.complete(2026)
    assert not TABLE.complete(2027)
    assert not TABLE.complete(2028)
    assert {pending.note for pending in TABLE.pending} == {"Chưa có thông báo"}


def test_an_office_puts_its_own_days_over_the_table() -> None:
    swap = Holiday(day=date(2026, 8, 31), name="Nghỉ hoán đổi", kind="swap", status="confirmed")
    made_up = Holiday(day=date(2026, 8, 22), name="Làm bù", kind="made_up", status="confirmed")
    table = TABLE.changed([swap, made_up])
    assert not is_working(date(2026, 8, 31), table)
    assert is_working(date(2026, 8, 22), table)
    assert commune_due(date(2026, 8, 24), 15, table) == date(2026, 9, 17)
    assert is_working(date(2026, 8, 31), TABLE)


def test_a_negative_number_of_days_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="negative"):
        add_working_days(date(2026, 1, 5), -1, TABLE)


def test_rounds_close_the_day_before_the_day_named() -> None:
    rounds = legal.regime("qd-26-2026").rounds
    first = next_round(rounds, "province", date(2026, 4, 29))
    assert first is not None
    assert (first.no, first.proposed_before) == (1, date(2026, 4, 30))
    second = next_round(rounds, "province", date(2026, 4, 30))
    assert second is not None
    assert (second.no, second.proposed_before, second.assessed_before) == (2, date(2026, 10, 30), date(2026, 12, 30))
    following = next_round(rounds, "province", date(2026, 10, 30))
    assert following is not None
    assert (following.year, following.no) == (2027, 1)
    assert [r.no for r in rounds_of(rounds, "central", 2027)] == [2, 1]
    assert next_round(rounds, "commune", date(2026, 1, 1)) is None


@given(DAYS, st.integers(min_value=0, max_value=60))
def test_between_is_the_inverse_of_add(day: date, n: int) -> None:
    end = add_working_days(day, n, TABLE)
    assert working_days_between(day, end, TABLE) == n
    assert working_days_between(end, day, TABLE) == -n
    assert n == 0 or is_working(end, TABLE)


@given(DAYS, DAYS, st.integers(min_value=0, max_value=40))
def test_a_later_reception_is_never_due_earlier(one: date, other: date, n: int) -> None:
    first, second = sorted((one, other))
    assert add_working_days(first, n, TABLE) <= add_working_days(second, n, TABLE)


@given(DAYS, st.integers(min_value=0, max_value=20))
def test_the_last_receipt_is_the_last(before: date, n: int) -> None:
    last = last_receipt(before, n, TABLE)
    assert is_working(last, TABLE)
    assert add_working_days(last, n, TABLE) < before
    assert add_working_days(add_working_days(last, 1, TABLE), n, TABLE) >= before


@given(DAYS, DAYS)
def test_days_left_has_the_sign_of_the_time_left(today: date, due: date) -> None:
    left = days_left(today, due, TABLE)
    assert left >= 0 if today <= due else left < 0


@given(DAYS)
def test_without_a_table_only_weekends_are_off(day: date) -> None:
    bare = Holidays(id="bare", version=1, source=Source(document="", article="", day=""))
    assert add_working_days(day, 5, bare) - day >= timedelta(days=7) - timedelta(days=2)
    assert is_working(day, bare) == (day.isoweekday() <= 5)
