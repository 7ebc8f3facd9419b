"""Outgoing documents and their register by year (Nghị định 30/2020/NĐ-CP, Điều 15 khoản 2 and Phụ lục IV mục I).

A number is the order of a document among those an office issues in one year. Whether all kinds share one series or each
symbol has its own is decided by the head of the office (Điều 15 khoản 2 điểm c): a setting.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from ocop_desktop.domain.records import Record
from ocop_desktop.errors import Refused

Series = Literal["symbol", "one"]
"""``symbol``: each symbol (BC-UBND, TTr-UBND) counts on its own; ``one``: all documents of a year in one series."""

COLUMNS = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
"""The ten columns as printed."""

FIELDS = frozenset(
    {
        "number", "symbol", "issued_on", "kind", "summary", "signer", "recipients", "keeper", "copies", "sent_on",
        "received_by", "note", "dossier", "report",
    }
)  # fmt: skip

_NUMBER = re.compile(r"0*(\d{1,5})([a-zđ]?)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One line of the register. ``number`` as text (``45``, ``45a``), days ISO, ``report``: the sealed report it is."""

    id: str
    number: str
    symbol: str
    issued_on: str
    kind: str = ""
    summary: str = ""
    signer: str = ""
    recipients: str = ""
    keeper: str = ""
    copies: int | None = None
    sent_on: str = ""
    received_by: str = ""
    note: str = ""
    dossier: str = ""
    report: str = ""
    waits: bool = False

    @property
    def year(self) -> int:
        """The year of the register: that of the document's day."""
        return int(self.issued_on[:4])

    @property
    def order(self) -> tuple[int, str]:
        """What the register is in order of within a series."""
        return split_number(self.number)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Numbers of a series that nothing here bears; they may belong to documents written elsewhere."""

    symbol: str
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class Duplicate:
    """A number that several documents of a series bear."""

    symbol: str
    number: str
    letters: tuple[str, ...]


def clean_number(text: str) -> str:
    """A number without leading zeros, ``45`` or ``45a``. ``Refused``: ``letter.number``."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None or int(match[1]) == 0:
        raise Refused("letter.number")
    return f"{int(match[1])}{match[2].lower()}"


def split_number(number: str) -> tuple[int, str]:
    """A number as it sorts: 45 before 45a before 46."""
    match = _NUMBER.fullmatch(number)
    return (int(match[1]), match[2].lower()) if match else (0, number)


def check_day(issued_on: str, today: date, least: date | None = None) -> str:
    """The day of a document. ``Refused``: ``letter.future``, ``letter.before`` (``day``: the earliest there can be)."""
    day = date.fromisoformat(issued_on)
    if day > today:
        raise Refused("letter.future")
    if least is not None and day < least:
        raise Refused("letter.before", day=least.strftime("%d/%m/%Y"))
    return issued_on


def read(record: Record, *, waits: bool = False) -> Letter:
    """A stored line."""
    body = record.body
    words = {name: str(body.get(name) or "") for name in FIELDS - {"copies"}}
    copies = body.get("copies")
    return Letter(id=record.id, copies=copies if isinstance(copies, int) else None, waits=waits, **words)


def in_order(letters: Iterable[Letter]) -> list[Letter]:
    """As the register is kept: by day, then by number."""
    return sorted(letters, key=lambda letter: (letter.issued_on, letter.symbol, letter.order, letter.id))


def series_of(symbol: str, series: Series) -> str:
    """The series a symbol belongs to; the one series has no name."""
    return symbol if series == "symbol" else ""


def next_number(letters: Iterable[Letter], year: int, symbol: str, series: Series) -> str:
    """The number after the highest of that year and series. Gaps are never filled: they may be used elsewhere."""
    wanted = series_of(symbol, series)
    own = [each.order[0] for each in letters if each.year == year and series_of(each.symbol, series) == wanted]
    return str(max(own, default=0) + 1)


def gaps(letters: Iterable[Letter], series: Series) -> list[Gap]:
    """What no document bears between the lowest and the highest number of each series of one year."""
    found: list[Gap] = []
    for symbol, own in _by_series(letters, series):
        numbers = sorted({letter.order[0] for letter in own} - {0})
        found += [Gap(symbol=symbol, first=low + 1, last=high - 1) for low, high in pairwise(numbers) if high - low > 1]
    return found


def duplicates(letters: Iterable[Letter], series: Series) -> list[Duplicate]:
    """Numbers of one year that several documents bear, as when two PCs gave the same one without a line."""
    found: list[Duplicate] = []
    for symbol, own in _by_series(letters, series):
        by_number: dict[tuple[int, str], list[Letter]] = {}
        for letter in own:
            by_number.setdefault(letter.order, []).append(letter)
        found += [
            Duplicate(symbol=symbol, number=same[0].number, letters=tuple(sorted(letter.id for letter in same)))
            for _, same in sorted(by_number.items())
            if len(same) > 1
        ]
    return found


def _by_series(letters: Iterable[Letter], series: Series) -> list[tuple[str, list[Letter]]]:
    found: dict[str, list[Letter]] = {}
    for letter in letters:
        found.setdefault(series_of(letter.symbol, series), []).append(letter)
    return sorted(found.items())


def cells(letter: Letter) -> tuple[str, ...]:
    """One line of the register in its ten columns, as it prints."""
    number = letter.number.zfill(2) if letter.number.isdigit() else letter.number
    return (
        "/".join(part for part in (number, letter.symbol) if part),
        _day(letter.issued_on),
        ". ".join(part for part in (letter.kind, letter.summary) if part),
        letter.signer,
        letter.recipients,
        letter.keeper,
        "" if letter.copies is None else str(letter.copies),
        _day(letter.sent_on),
        letter.received_by,
        letter.note,
    )


def _day(text: str) -> str:
    return date.fromisoformat(text).strftime("%d/%m/%Y") if text else ""


def as_rows(letters: Sequence[Letter]) -> tuple[tuple[str, ...], ...]:
    """The register as a table, without its head."""
    return tuple(cells(letter) for letter in letters)
