"""The field kinds: what a person types becomes a stored value, a stored value becomes what a person reads.

``Kind.parse`` takes the text of an editor and raises ``Refused`` with a code ``field.<why>`` when it cannot be that
kind of value; empty text is ``None`` (``False`` for a tick). ``Kind.show`` writes a value so that ``parse`` reads it
back. Numbers follow Vietnamese habit: dots between thousands, a comma before decimals.
"""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ocop_desktop.domain.forms import Field, Value
from ocop_desktop.domain.text import clean, fold, one_line, show_count, show_date, show_hundredths
from ocop_desktop.errors import Refused

YEARS = range(1900, 2200)
"""Years a date or a year field may hold; anything else is a slip of the finger."""

_MOST_MONEY = 10**15
_MOST_COUNT = 10**9
_MOST_PERCENT = 10**6

_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{1,4})", re.ASCII)
_NO_YEAR = re.compile(r"\d{1,2}\s*[/.\- ]\s*\d{1,2}", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)
_FOREIGN_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_DOT_DECIMAL = re.compile(r"\d+\.\d+", re.ASCII)
_CURRENCY = re.compile(r"\s*(?:đồng|đ|vnđ|vnd|₫)\.?\s*$", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;.]+(?:\.[^@\s,;.]+)+")
_TRUE = frozenset({"co", "x", "1", "true", "dung", "yes"})
_FALSE = frozenset({"khong", "0", "false", "sai", "no"})


@dataclass(frozen=True)
class Kind:
    """A field kind: its name in form files, ``parse(text) -> value`` and ``show(value) -> text``."""

    name: str
    _parse: Callable[[str], Value]
    _show: Callable[[Value], str]
    empty: Value = None

    def parse(self, text: str) -> Value:
        """The value that the text means. Raises ``Refused`` with a ``field.…`` code."""
        return self._parse(text) if one_line(text) else self.empty

    def show(self, value: Value) -> str:
        """The value as people write it; nothing for ``None``. A value of a wrong type is shown, never an error."""
        return "" if value is None else self._show(value)


def read(field: Field, text: str) -> Value:
    """The value of a form's field: its kind's ``parse``, then its length and its choices.

    Raises ``Refused``: those of the kind, ``field.too_long``, ``field.choice.unknown``.
    """
    value = KINDS[field.kind].parse(text)
    if isinstance(value, str) and field.max_length and len(value) > field.max_length:
        raise Refused("field.too_long", length=len(value), most=field.max_length)
    if field.choices and value is not None and value not in {choice.value for choice in field.choices}:
        raise Refused("field.choice.unknown")
    return value


def _lines(text: str) -> Value:
    lines = clean(text).replace("\u2028", "\n").replace("\u2029", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n").rstrip() or None


def _date(text: str) -> Value:
    typed = one_line(text)
    if typed.isascii() and typed.isdigit() and len(typed) in {6, 8}:
        return _day(typed[:2], typed[2:4], typed[4:])
    if match := _YEAR_FIRST.fullmatch(typed):
        return _day(match[3], match[2], match[1])
    if match := _DAY_FIRST.fullmatch(typed) or _IN_WORDS.fullmatch(fold(typed)):
        return _day(match[1], match[2], match[3])
    raise Refused("field.date.no_year" if _NO_YEAR.fullmatch(typed) else "field.date.unreadable")


def _day(day: str, month: str, year: str) -> str:
    if len(year) < 4:
        raise Refused("field.date.short_year", year=year)
    d, m, y = int(day), int(month), int(year)
    if y not in YEARS:
        raise Refused("field.date.year_range", year=y, first=YEARS[0], last=YEARS[-1])
    if not 1 <= m <= 12:
        raise Refused("field.date.no_month", month=m)
    last = calendar.monthrange(y, m)[1]
    if not 1 <= d <= last:
        raise Refused("field.date.impossible", day=d, month=m, year=y, last=last)
    return date(y, m, d).isoformat()


def _show_date(value: Value) -> str:
    try:
        return show_date(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _whole(text: str, most: int) -> int:
    """A whole number without sign; spaces or dots between thousands."""
    typed = one_line(text)
    if typed.startswith(("-", "\u2212")):
        raise Refused("field.number.negative")
    squeezed = re.sub(r"(?<=\d) (?=\d{3}(?:\D|$))", ".", typed)
    if not _DIGITS.fullmatch(squeezed) and not _GROUPED.fullmatch(squeezed):
        if _FOREIGN_GROUPS.fullmatch(squeezed):
            raise Refused("field.number.comma_groups")
        if re.fullmatch(r"[\d.]+,\d+", squeezed, re.ASCII):
            raise Refused("field.number.decimals")
        if re.fullmatch(r"[\d.]+", squeezed, re.ASCII):
            raise Refused("field.number.groups")
        raise Refused("field.number.unreadable")
    digits = squeezed.replace(".", "")
    if len(digits) > 20 or int(digits) > most:
        raise Refused("field.number.too_big", most=show_count(most))
    return int(digits)


def _money(text: str) -> Value:
    return _whole(_CURRENCY.sub("", one_line(text)), _MOST_MONEY)


def _count(text: str) -> Value:
    return _whole(text, _MOST_COUNT)


def _percent(text: str) -> Value:
    typed = one_line(text).removesuffix("%").rstrip()
    if _DOT_DECIMAL.fullmatch(typed) and not _GROUPED.fullmatch(typed):
        raise Refused("field.percent.dot", hint=typed.replace(".", ","))
    whole, comma, decimals = typed.partition(",")
    if comma and not re.fullmatch(r"\d+", decimals, re.ASCII):
        raise Refused("field.number.unreadable")
    decimals = decimals.rstrip("0")
    if len(decimals) > 2:
        raise Refused("field.percent.decimals")
    return _whole(whole, _MOST_PERCENT) * 100 + int(decimals.ljust(2, "0"))


def _year(text: str) -> Value:
    typed = one_line(text)
    if not _DIGITS.fullmatch(typed):
        raise Refused("field.year.unreadable")
    if len(typed) == 2:
        raise Refused("field.year.short", year=typed)
    if len(typed) != 4 or int(typed) not in YEARS:
        raise Refused("field.year.range", first=YEARS[0], last=YEARS[-1])
    return int(typed)


def _tick(text: str) -> Value:
    typed = fold(text)
    if typed in _TRUE:
        return True
    if typed in _FALSE:
        return False
    raise Refused("field.tick.unreadable")


def _phone(text: str) -> Value:
    """Any way of writing a telephone number, or several: only what holds too few digits to be one is refused."""
    typed = one_line(text)
    if sum(c in "0123456789" for c in typed) < 6:
        raise Refused("field.phone.unreadable")
    return typed


def _email(text: str) -> Value:
    """One address, or several with commas or semicolons between."""
    typed = one_line(text)
    if not typed.isascii():
        raise Refused("field.email.accents")
    addresses = [part for part in re.split(r"[,;]\s*", typed) if part]
    if not addresses or not all(_EMAIL.fullmatch(address.strip()) for address in addresses):
        raise Refused("field.email.unreadable")
    return typed


def _show_whole(value: Value) -> str:
    return show_count(value) if isinstance(value, int) else str(value)


def _show_percent(value: Value) -> str:
    return show_hundredths(value) if isinstance(value, int) else str(value)


def _show_tick(value: Value) -> str:
    return "Có" if value is True else "Không"


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("text", lambda text: one_line(text) or None, str),
        Kind("lines", _lines, str),
        Kind("date", _date, _show_date),
        Kind("money", _money, _show_whole),
        Kind("count", _count, _show_whole),
        Kind("percent", _percent, _show_percent),
        Kind("year", _year, str),
        Kind("choice", lambda text: one_line(text) or None, str),
        Kind("tick", _tick, _show_tick, empty=False),
        Kind("phone", _phone, str),
        Kind("email", _email, str),
    )
}
"""Every field kind by the name used in form files."""
