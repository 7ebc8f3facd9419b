"""What an indicator is computed from: the records of an area and a period, each kind at hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ocop_desktop.domain.programme.plans import day
from ocop_desktop.domain.recognition import Happening, Standing, standing
from ocop_desktop.domain.recognition_records import HAPPENINGS, happening, recognised
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.text import fold

READ = (
    "producer",
    "product",
    "dossier",
    "recognition",
    "inspection",
    "demotion",
    "withdrawal",
    "stopped",
    "council_session",
    "event",
    "budget",
)
"""The record types an indicator may look into."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """An actual value and the records behind it: ``part`` are counted, ``of`` the whole of a share."""

    value: int
    part: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Book:
    """The living records by type, the period, the day they are looked at, and the law of that day.

    ``plan``: budget lines of another plan do not count. An event counts by its day, whichever plan it was written under: a
    commune's training is also the province's. ``area``: only what belongs to that district or commune.
    """

    records: Mapping[str, Sequence[Record]]
    first: date
    last: date
    day: date
    law: Regime
    plan: str = ""
    area: str = ""

    def of_area(self, area: str) -> "Book":
        """The same records, counted for one district or commune only (its code, or its name as records write it)."""
        made = replace(self, area=area)
        for name in ("here", "lines", "producer_of", "recognised", "standing"):  # read once for all areas
            made.__dict__[name] = getattr(self, name)
        return made

    def all(self, type_: str) -> Sequence[Record]:
        """Every record of a type, of any area."""
        return self.records.get(type_, ())

    def within(self, when: object) -> bool:
        """Whether a stored day is in the period and not after the day it is looked at."""
        found = day(str(when)[:10]) if when else None
        return found is not None and self.first <= found <= min(self.last, self.day)

    def known(self, when: object) -> bool:
        """Whether a stored day has come by the day it is looked at; what has no day counts."""
        found = day(str(when)[:10]) if when else None
        return found is None or found <= self.day

    @cached_property
    def here(self) -> Mapping[str, str]:
        """The area, folded, of every product and producer that an event names."""
        found: dict[str, str] = {}
        for event in self.all("event"):
            area = fold(str(event.body.get("area") or ""))
            for name in ("product", "producer"):
                if area and (linked := str(event.body.get(name) or "")):
                    found[linked] = area
        return found

    def counts(self, record: Record, *linked: str) -> bool:
        """Whether a record belongs to the area that is looked at; ``linked``: ids of products, producers it stands for."""
        if not self.area:
            return True
        wanted = fold(self.area)
        said = (fold(str(record.body.get("area") or "")), fold(str(record.body.get("unit_then") or "")))
        if any(name and (name == wanted or name.endswith(f", {wanted}")) for name in said):
            return True
        if any(self.here.get(each) == wanted for each in (record.id, *linked)):
            return True
        return record.unit == self.area

    def events(self, kind: str, *, aim: str = "") -> list[Record]:
        """The events of a kind in the period."""
        return [
            each
            for each in self.all("event")
            if each.body.get("kind") == kind
            and (not aim or each.body.get("aim") == aim)
            and self.within(each.body.get("day"))
            and self.counts(each, str(each.body.get("product") or ""), str(each.body.get("producer") or ""))
        ]

    @cached_property
    def lines(self) -> Mapping[str, str]:
        """The line of every product record: its first record of all."""
        return {each.id: str(each.body.get("line") or each.id) for each in self.all("product")}

    @cached_property
    def producer_of(self) -> Mapping[str, str]:
        """The producer of every line, as its latest record says."""
        return {self.lines[each.id]: str(each.body.get("producer") or "") for each in self.all("product")}

    @cached_property
    def recognised(self) -> Mapping[str, list[Record]]:
        """The recognitions of each line decided by the day that is looked at, the earliest first."""
        found: dict[str, list[Record]] = {}
        for each in sorted(self.all("recognition"), key=lambda one: str(one.body.get("decided_on") or "")):
            product = str(each.body.get("product") or "")
            if self.known(each.body.get("decided_on")):
                found.setdefault(self.lines.get(product, product), []).append(each)
        return found

    @cached_property
    def standing(self) -> Mapping[str, Standing]:
        """How each recognised line stands on the day that is looked at."""
        befell: dict[str, list[Happening]] = {}
        for kind in HAPPENINGS:
            for each in self.all(kind):
                product = str(each.body.get("product") or "")
                befell.setdefault(self.lines.get(product, product), []).append(happening(each))
        found = {}
        for line, own in self.recognised.items():
            stands = standing([recognised(each) for each in own], befell.get(line, []), self.day, self.law)
            if stands is not None:
                found[line] = stands
        return found

    def standing_with(self, least: int) -> list[str]:
        """The lines that hold at least that many stars on the day, in the area."""
        return [
            line
            for line, stands in self.standing.items()
            if stands.stars >= least and self.counts(self.recognised[line][-1], line, self.producer_of.get(line, ""))
        ]

    def owners(self, lines: Iterable[str]) -> list[str]:
        """The producers of lines, each once."""
        return list(dict.fromkeys(owner for line in lines if (owner := self.producer_of.get(line, ""))))
