"""The periods of reports, the days their figures close on and the days they are due. Pure functions of dates.

Figures close as Nghị định 09/2019/NĐ-CP, Điều 12 says: a month runs from the 15th of the month before to the 14th, a
quarter from the 15th of the month before it to the 14th of its last month; half a year, nine months and a year from
15 December to 14 June, 14 September and 14 December. When an office sends its report is the province's to say (Điều 8
khoản 5); the days meant here are those of plans that were found, and are settings.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ocop_desktop.errors import Refused

Kind = Literal["month", "quarter", "half", "nine", "year"]
KINDS: tuple[Kind, ...] = ("month", "quarter", "half", "nine", "year")
_MARK: dict[Kind, str] = {"month": "M", "quarter": "Q", "half": "H", "nine": "N", "year": "Y"}
_KIND = {mark: kind for kind, mark in _MARK.items()}
_LENGTH: dict[Kind, int] = {"month": 1, "quarter": 3, "half": 6, "nine": 9, "year": 12}
_MOST: dict[Kind, int] = {"month": 12, "quarter": 4, "half": 1, "nine": 1, "year": 1}
_CODE = re.compile(r"(\d{4})(?:-(?:(\d{1,2})|([MQHNY])(\d{1,2})?))?", re.ASCII | re.IGNORECASE)
TO_CHECK: frozenset[Kind] = frozenset({"half", "nine", "year"})
"""Periods whose closing days were not seen in the printed decree: shown as *cần kiểm tra*."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The province's days (*theo kế hoạch của tỉnh*). A due day is a day of the period's last month, ``year_due`` (month,
    day) one of the year; ``close_day`` is the last day counted in a month. ``producer_day``: when producers tell the commune."""

    close_day: int = 14
    month_day: int = 20
    quarter_day: int = 20
    half_day: int = 20
    nine_day: int = 20
    year_month: int = 12
    year_day: int = 10
    producer_day: int = 15

    def problems(self) -> tuple[str, ...]:
        """The names of settings that are no day."""
        days = ("close_day", "month_day", "quarter_day", "half_day", "nine_day", "year_day", "producer_day")
        wrong = tuple(name for name in days if not 1 <= getattr(self, name) <= 28)
        return wrong if 1 <= self.year_month <= 12 else (*wrong, "year_month")


@dataclass(frozen=True, kw_only=True, order=True)
class Period:
    """One period: ``number`` counts within the year (the month, the quarter), 1 for the others."""

    year: int
    kind: Kind
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= _MOST[self.kind] or not 2000 <= self.year <= 2999:
            raise Refused("report.period")

    @property
    def code(self) -> str:
        """``2026-M10``, ``2026-Q3``, ``2026-H1``, ``2026-N1``, ``2026-Y1``."""
        return f"{self.year}-{_MARK[self.kind]}{self.number:0{2 if self.kind == 'month' else 1}d}"

    @property
    def last_month(self) -> int:
        """The month it ends in."""
        return self.number * _LENGTH[self.kind]

    @property
    def words(self) -> str:
        """``tháng 10 năm 2026``, as papers say it."""
        quarter = ("I", "II", "III", "IV")[(self.number - 1) % 4]
        what = {
            "month": f"tháng {self.number} ",
            "quarter": f"quý {quarter} ",
            "half": "6 tháng đầu ",
            "nine": "9 tháng đầu ",
            "year": "",
        }[self.kind]
        return f"{what}năm {self.year}"


def parse(text: str) -> Period:
    """A period as it is typed or stored: ``2026-10`` (a month), ``2026-M10``, ``2026-Q3``, ``2026-H1``, ``2026-N1``,
    ``2026``. ``Refused``: ``report.period``."""
    found = _CODE.fullmatch(text.strip())
    if found is None:
        raise Refused("report.period")
    year, month, mark, number = found.groups()
    if month:
        return Period(year=int(year), kind="month", number=int(month))
    if mark:
        return Period(year=int(year), kind=_KIND[mark.upper()], number=int(number or 1))
    return Period(year=int(year), kind="year")


def span(period: Period, rules: Rules) -> tuple[date, date]:
    """First and last day that count."""
    last = date(period.year, period.last_month, rules.close_day)
    before = period.last_month - _LENGTH[period.kind]
    start = date(period.year, before, rules.close_day) if before else date(period.year - 1, 12, rules.close_day)
    return start + timedelta(days=1), last


def year_begins(period: Period, rules: Rules) -> date:
    """The first day of what is added up since the beginning of the year."""
    return date(period.year - 1, 12, rules.close_day) + timedelta(days=1)


def due(period: Period, rules: Rules) -> date:
    """The day an office sends the report."""
    if period.kind == "year":
        return date(period.year, rules.year_month, rules.year_day)
    day = {
        "month": rules.month_day,
        "quarter": rules.quarter_day,
        "half": rules.half_day,
        "nine": rules.nine_day,
    }[period.kind]
    return date(period.year, period.last_month, day)


def counted_to(period: Period, rules: Rules, today: date) -> date:
    """The day the figures stand for when they are made today: the closing day, or today while it has not come.

    A province may ask for the year's report before the year closes (10 and 14 December).
    """
    return min(span(period, rules)[1], today)


def of_year(year: int) -> tuple[Period, ...]:
    """Every period of a year, in the order they end, shorter ones first."""
    made = [Period(year=year, kind=kind, number=number) for kind in KINDS for number in range(1, _MOST[kind] + 1)]
    return tuple(sorted(made, key=lambda each: (each.last_month, KINDS.index(each.kind))))


def current(today: date, rules: Rules) -> Period:
    """The month whose figures a person would be working on: the one that closed last, until its successor closes."""
    year, month = (today.year, today.month) if today.day > rules.close_day else _month_before(today)
    return Period(year=year, kind="month", number=month)


def _month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
