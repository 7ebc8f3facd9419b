"""The periods of reports: Nghị định 09/2019/NĐ-CP, Điều 12, and the days of the plans that were found."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop.domain.reporting import periods
from ocop_desktop.domain.reporting.periods import KINDS, Period, Rules
from ocop_desktop.errors import Refused

DAYS = st.builds(
    Rules,
    close_day=st.integers(1, 28),
    month_day=st.integers(1, 28),
    quarter_day=st.integers(1, 28),
    year_month=st.integers(1, 12),
    year_day=st.integers(1, 28),
)
YEARS = st.integers(2001, 2900)


@pytest.mark.parametrize(
    ("code", "first", "last", "due"),
    [
        ("2026-10", "2026-09-15", "2026-10-14", "2026-10-20"),
        ("2026-01", "2025-12-15", "2026-01-14", "2026-01-20"),
        ("2026-Q1", "2025-12-15", "2026-03-14", "2026-03-20"),
        ("2026-Q3", "2026-06-15", "2026-09-14", "2026-09-20"),
        ("2026-H1", "2025-12-15", "2026-06-14", "2026-06-20"),
        ("2026-N1", "2025-12-15", "2026-09-14", "2026-09-20"),
        ("2026", "2025-12-15", "2026-12-14", "2026-12-10"),
    ],
)
def test_the_days_of_the_decree_and_of_the_plans(code: str, first: str, last: str, due: str) -> None:
    period = periods.parse(code)
    assert periods.span(period, Rules()) == (date.fromisoformat(first), date.fromisoformat(last))
    assert periods.due(period, Rules()) == date.fromisoformat(due)


@given(YEARS, DAYS)
def test_months_follow_each_other_and_make_up_quarters_halves_and_years(year: int, rules: Rules) -> None:
    spans = [periods.span(Period(year=year, kind="month", number=number), rules) for number in range(1, 13)]
    assert all(before[1] + timedelta(days=1) == after[0] for before, after in pairwise(spans))
    next_year = periods.span(Period(year=year + 1, kind="month", number=1), rules)
    assert next_year[0] == spans[-1][1] + timedelta(days=1)
    for number in range(1, 5):
        quarter = periods.span(Period(year=year, kind="quarter", number=number), rules)
        assert quarter == (spans[3 * number - 3][0], spans[3 * number - 1][1])
    assert periods.span(Period(year=year, kind="half"), rules) == (spans[0][0], spans[5][1])
    assert periods.span(Period(year=year, kind="nine"), rules) == (spans[0][0], spans[8][1])
    assert periods.span(Period(year=year, kind="year"), rules) == (spans[0][0], spans[11][1])
    assert periods.year_begins(Period(year=year, kind="month", number=7), rules) == spans[0][0]


@given(st.dates(date(2001, 1, 1), date(2899, 12, 31)), DAYS)
def test_every_day_is_in_one_month_and_the_current_one_has_closed(day: date, rules: Rules) -> None:
    months = [
        Period(year=year, kind="month", number=number)
        for year in (day.year, day.year + 1)
        for number in range(1, 13)
        if periods.span(Period(year=year, kind="month", number=number), rules)[0]
        <= day
        <= periods.span(Period(year=year, kind="month", number=number), rules)[1]
    ]
    assert len(months) == 1
    now = periods.current(day, rules)
    first, last = periods.span(now, rules)
    assert last < day <= periods.span(months[0], rules)[1] and first <= last
    assert periods.span(months[0], rules)[0] == last + timedelta(days=1)


@given(YEARS, st.sampled_from(KINDS), DAYS)
def test_a_code_reads_back_and_what_is_counted_never_lies_ahead(year: int, kind: str, rules: Rules) -> None:
    for period in periods.of_year(year):
        assert periods.parse(period.code) == period
        first, last = periods.span(period, rules)
        for today in (first, last - timedelta(days=1), last, last + timedelta(days=40)):
            assert periods.counted_to(period, rules, today) == min(today, last)
    assert len(periods.of_year(year)) == 19 and kind in {each.kind for each in periods.of_year(year)}


@pytest.mark.parametrize("wrong", ["", "2026-13", "2026-0", "2026-Q5", "2026-H2", "1999", "hai", "2026-X1"])
def test_what_is_no_period_is_refused(wrong: str) -> None:
    with pytest.raises(Refused) as found:
        periods.parse(wrong)
    assert found.value.code == "report.period"


def test_a_setting_that_is_no_day_is_named() -> None:
    assert Rules().problems() == ()
    assert Rules(close_day=31, year_month=13).problems() == ("close_day", "year_month")
