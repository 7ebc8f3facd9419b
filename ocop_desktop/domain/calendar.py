"""Working days and the legal dates that hang on them. Pure functions of dates: no clock is read here.

A time limit in days does not count its first day (Bộ luật Dân sự 2015, Điều 147: to be checked). Working days are
Monday to Friday without the days off of ``Holidays``, and the days off that are made up.
"""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

import msgspec

from ocop_desktop.domain.forms import Source

_DAY = timedelta(days=1)


class Holiday(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One day of the holiday table.

    ``kind``: a holiday, its compensation, a swapped day off, or a Saturday or Sunday that is worked (``made_up``).
    ``status``: ``check`` is shown as *cần kiểm tra*. ``counted``: whether the day changes any calculation yet.
    """

    day: date
    name: str
    kind: Literal["holiday", "compensation", "swap", "made_up"] = "holiday"
    status: Literal["confirmed", "check"] = "check"
    counted: bool = True
    basis: str = ""
    note: str = ""


class PendingHoliday(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A day off of a year that no notice has fixed yet."""

    year: int
    name: str
    note: str


class Holidays(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """The holiday table: shipped days, or shipped days with an office's own changes."""

    id: str
    version: int
    source: Source
    days: tuple[Holiday, ...] = ()
    pending: tuple[PendingHoliday, ...] = ()

    @cached_property
    def worked(self) -> frozenset[date]:
        """The Saturdays and Sundays that are worked."""
        return frozenset(holiday.day for holiday in self.days if holiday.counted and holiday.kind == "made_up")

    @cached_property
    def off(self) -> frozenset[date]:
        """The days off that count."""
        return frozenset(holiday.day for holiday in self.days if holiday.counted) - self.worked

    def years(self) -> tuple[int, ...]:
        """The years the table knows something about."""
        return tuple(sorted({holiday.day.year for holiday in self.days}))

    def to_check(self, year: int) -> tuple[Holiday, ...]:
        """The days of a year that a person should compare with the year's notice."""
        return tuple(h for h in self.days if h.day.year == year and h.status == "check")

    def complete(self, year: int) -> bool:
        """Whether a year is in the table with no day off still to be announced."""
        return year in self.years() and not any(pending.year == year for pending in self.pending)

    def changed(self, changes: Iterable[Holiday]) -> "Holidays":
        """This table with an office's days put over the shipped days of the same date."""
        days = {holiday.day: holiday for holiday in self.days} | {holiday.day: holiday for holiday in changes}
        return msgspec.structs.replace(self, days=tuple(days[day] for day in sorted(days)))

    def over(self, newer: "Holidays") -> "Holidays":
        """This table with a newer one put over it: its days, and for the years it names what is still to be announced."""
        years = set(newer.years()) | {pending.year for pending in newer.pending}
        kept = tuple(pending for pending in self.pending if pending.year not in years)
        return msgspec.structs.replace(self.changed(newer.days), pending=(*kept, *newer.pending))


def is_working(day: date, holidays: Holidays) -> bool:
    """Whether offices work on that day."""
    return day in holidays.worked or (day.weekday() < 5 and day not in holidays.off)


def add_working_days(day: date, n: int, holidays: Holidays) -> date:
    """The ``n``-th working day after a day, the day itself not counted. ``n`` is 0 or more; 0 gives the day back."""
    if n < 0:
        raise ValueError("n must not be negative")
    while n:
        day += _DAY
        n -= is_working(day, holidays)
    return day


def working_days_between(start: date, end: date, holidays: Holidays) -> int:
    """Working days after ``start`` up to and with ``end``; negative when ``end`` comes first."""
    if end < start:
        return -working_days_between(end, start, holidays)
    weeks, rest = divmod((end - start).days, 7)
    plain = 5 * weeks + sum((end - timedelta(days=i)).weekday() < 5 for i in range(rest))
    off = sum(start < day <= end and day.weekday() < 5 for day in holidays.off)
    worked = sum(start < day <= end and day.weekday() >= 5 for day in holidays.worked)
    return plain - off + worked


def days_left(today: date, due: date, holidays: Holidays) -> int:
    """Working days left until a due day: 0 on the day itself, negative once it has passed, at least by one."""
    if today <= due:
        return working_days_between(today, due, holidays)
    return -max(1, working_days_between(due, today, holidays))


def commune_due(received: date, working_days: int, holidays: Holidays) -> date:
    """The last day of the commune's time for a dossier (Điều 7 khoản 2: 15 working days from reception)."""
    return add_working_days(received, working_days, holidays)


def last_receipt(before: date, working_days: int, holidays: Holidays) -> date:
    """The last working day on which a dossier may come in so that all the working days end before ``before``."""
    day = before
    while working_days:
        day -= _DAY
        working_days -= is_working(day, holidays)
    day -= _DAY
    while not is_working(day, holidays):
        day -= _DAY
    return day


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def certificate_ends(issued: date, months: int) -> date:
    """The last day of a certificate (Điều 4 khoản 3: 36 months from the day of issue; 05/8/2026 gives 05/8/2029)."""
    return add_months(issued, months)


def filing_window(ends: date, first_before: int, last_before: int) -> tuple[date, date]:
    """First and last day to file for re-assessment (Điều 7 khoản 6 điểm a: 180 to 120 days before the end)."""
    return ends - timedelta(days=first_before), ends - timedelta(days=last_before)


def late_extension(ends: date, days: int) -> date:
    """The last day a certificate may be stretched to where the window could not be met (Điều 12 khoản 3: 180 days)."""
    return ends + timedelta(days=days)
