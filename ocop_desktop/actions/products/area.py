"""The list of a whole area: narrowed by star, group, kind of producer, unit and expiry; counted; and compared over time."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Literal

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.reports import facts
from ocop_desktop.actions.reports.facts import By
from ocop_desktop.domain.reporting.figures import OTHER, Facts, stands
from ocop_desktop.domain.text import one_line, sort_key
from ocop_desktop.errors import Refused
from ocop_desktop.storage import former_units, records, settings
from ocop_desktop.storage.db import Db

from . import claims, register, twins
from .claims import Claim
from .register import ProductRow
from .twins import Twins

_VIEWS = "ui.products.views"
_MOST_VIEWS = 30
Told = Literal["", "recognised", "told", "returned", "twins"]
"""Recognised here; told by a list and confirmed by nobody; sent back to the commune; with a code that stands twice."""
Window = Literal["", "window", "late", "year", "expired"]
"""When a certificate ends: ``window`` it may be filed again now (180 to 120 days before), ``late`` the last filing day has
passed, ``year`` within 365 days, ``expired`` no more in force."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a listed product belongs to. ``group`` is a code of the *ngành*, ``kind`` the producer's, ``unit`` by ``By``."""

    row: ProductRow
    group: str
    kind: str
    unit: str
    unit_name: str


@dataclass(frozen=True, kw_only=True)
class View:
    """A way to look at the list, kept under a name. Empty means all; ``stars`` 0 means all."""

    name: str = ""
    words: str = ""
    stars: int = 0
    group: str = ""
    kind: str = ""
    unit: str = ""
    window: Window = ""
    by: By = "made"
    told: Told = ""

    def takes(self, place: Place, today: date) -> bool:
        """Whether a product is in it; its words are the list's own filter."""
        if self.told in {"told", "returned"}:
            return False
        found = place.row.standing
        left = (found.ends - today).days
        return (
            (not self.stars or found.stars == self.stars)
            and (not self.group or place.group == self.group)
            and (not self.kind or place.kind == self.kind)
            and (not self.unit or place.unit == self.unit)
            and {
                "": True,
                "window": found.state == "filing",
                "late": found.state in {"late", "extended"},
                "year": found.stars > 0 and 0 <= left <= 365,
                "expired": found.state in {"expired", "withdrawn"},
            }[self.window]
        )

    def takes_claim(self, claim: Claim) -> bool:
        """Whether a product whose stars were only told is in it; it has no certificate that could end."""
        return (
            not self.window
            and self.told != "recognised"
            and (self.told != "returned" or claim.state == "returned")
            and (not self.stars or claim.stars == self.stars)
            and (not self.group or facts.group_of_set(claim.criteria_set) == self.group)
            and (not self.kind or (claim.producer_kind or OTHER) == self.kind)
            and (not self.unit or claim.unit == self.unit)
        )


@dataclass(frozen=True, kw_only=True)
class Area:
    """The whole list with what it can be narrowed to, and the views that were kept."""

    places: tuple[Place, ...]
    units: tuple[tuple[str, str], ...]
    views: tuple[View, ...]
    claims: tuple[Claim, ...] = ()
    twins: Twins = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Numbers of one chart: what each bar is called (a code) and how long it is."""

    name: Literal["stars", "groups", "kinds", "months"]
    bars: tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class Change:
    """What became of a product between two days. ``before`` and ``after`` are stars, 0 where it was not in the list."""

    product: str
    name: str
    producer: str
    unit_name: str
    before: int
    after: int
    why: Literal["added", "raised", "lowered", "expired", "withdrawn"]


def area(db: Db, by: By = "made") -> Area:
    """Every product that was ever recognised here, with its place."""
    producers = {each.id: str(each.body.get("kind") or "") for each in records.of_type(db, "producer")}
    products = {each.id: each for each in records.of_type(db, "product")}
    units: dict[str, tuple[str, str]] = {}
    places = []
    for row in register.products(db):
        own = products.get(row.product)
        body = own.body if own is not None else {}
        if row.unit not in units:
            unit = former_units.now(db, row.unit) if by == "today" else row.unit
            units[row.unit] = unit, former_units.name(db, unit)
        unit, name = units[row.unit]
        kind = producers.get(str(body.get("producer") or ""), "")
        group = facts.group_of_set(str(body.get("set") or ""))
        places.append(Place(row=row, group=group, kind=kind or OTHER, unit=unit, unit_name=name))
    told = sorted(claims.claims(db), key=lambda each: (each.state != "returned", sort_key(each.name)))
    units |= {each.unit: (each.unit, each.unit_name) for each in told if each.unit not in units}
    names = sorted({(unit, name) for unit, name in units.values()}, key=lambda each: sort_key(each[1]))
    return Area(
        places=tuple(places),
        units=tuple(names),
        views=tuple(views(db)),
        claims=tuple(told),
        twins=twins.shared(db),
    )


def tallies(places: Sequence[Place], today: date) -> tuple[Tally, ...]:
    """Stars, groups, kinds of producer and the next 24 months of ends, of those in force."""
    living = [each for each in places if each.row.standing.stars >= 3]
    groups = [code for code, _ in facts.groups()]
    found = [each.group if each.group in groups else OTHER for each in living]
    months = [_month(today, at) for at in range(24)]
    ends = [each.row.standing.ends.isoformat()[:7] for each in living]
    owners: dict[tuple[str, str], str] = {(each.row.producer, each.unit): each.kind for each in living}
    kinds = list(owners.values())
    return (
        Tally(name="stars", bars=tuple((str(stars), _count(living, stars)) for stars in (5, 4, 3))),
        Tally(name="groups", bars=tuple((code, found.count(code)) for code in (*groups, OTHER) if found.count(code))),
        Tally(name="kinds", bars=tuple((kind, kinds.count(kind)) for kind in _by_number(kinds))),
        Tally(name="months", bars=tuple((month, ends.count(month)) for month in months)),
    )


def _count(living: Iterable[Place], stars: int) -> int:
    return sum(each.row.standing.stars == stars for each in living)


def _by_number(kinds: Sequence[str]) -> list[str]:
    return sorted(set(kinds), key=lambda kind: (-kinds.count(kind), kind))


def _month(today: date, after: int) -> str:
    year, month = divmod(today.year * 12 + today.month - 1 + after, 12)
    return f"{year}-{month + 1:02d}"


def by_unit(places: Sequence[Place]) -> list[tuple[str, str, tuple[int, int, int], int]]:
    """For each unit its code, its name, its products of 5, 4 and 3 stars, and those that ended: the map as a table."""
    found: dict[str, list[Place]] = {}
    for each in places:
        found.setdefault(each.unit, []).append(each)
    made = []
    for unit, own in found.items():
        stars = (_count(own, 5), _count(own, 4), _count(own, 3))
        made.append((unit, own[0].unit_name, stars, len(own) - sum(stars)))
    return sorted(made, key=lambda each: (-sum(each[2]), sort_key(each[1])))


def changes(db: Db, first: date, last: date) -> list[Change]:
    """What the list gained and lost from the evening of one day to the evening of another, by the days of the decisions."""
    if last < first:
        raise Refused("products.days")
    found = facts.read(db)
    before, after = as_of(found, first), as_of(found, last)
    names = {each.product: each for each in register.products(db)}
    made = []
    for product in before.keys() | after.keys():
        had, has = before.get(product, 0), after.get(product, 0)
        if had == has:
            continue
        own = records.find(db, product)
        row = names.get(product)
        made.append(
            Change(
                product=product,
                name=row.name if row else str(own.body.get("name") or "") if own else "",
                producer=row.producer if row else "",
                unit_name=former_units.name(db, own.unit) if own else "",
                before=had,
                after=has,
                why=_why(found, product, had, has, last),
            )
        )
    return sorted(made, key=lambda each: (_ORDER.index(each.why), sort_key(each.name), each.product))


_ORDER = ("added", "raised", "lowered", "expired", "withdrawn")


def _why(
    found: Facts, product: str, had: int, has: int, last: date
) -> Literal["added", "raised", "lowered", "expired", "withdrawn"]:
    if had and has:
        return "raised" if has > had else "lowered"
    if has:
        return "added"
    own = next(each for each in found.products if each.id == product)
    ended = stands(own, last, legal.regime_on(last))
    return "withdrawn" if ended is not None and ended.state == "withdrawn" else "expired"


def as_of(found: Facts, day: date) -> Mapping[str, int]:
    """The products in force on a day, with their stars."""
    law = legal.regime_on(day)
    standing = ((each.id, stands(each, day, law)) for each in found.products)
    return {id_: one.stars for id_, one in standing if one is not None and one.stars >= 3}


def views(db: Db) -> list[View]:
    """The views that were kept, by name."""
    known = {each.name for each in fields(View)}
    try:
        kept = json.loads(str(settings.read(db, _VIEWS) or "[]"))
        found = [View(**{key: value for key, value in each.items() if key in known}) for each in kept]
    except (ValueError, TypeError, AttributeError):
        return []
    return sorted(found, key=lambda each: sort_key(each.name))


def keep_view(db: Db, view: View) -> Changes:
    """Keep a view under its name, in place of one of that name. ``Refused``: ``view.nameless``, ``view.many``."""
    if not one_line(view.name):
        raise Refused("view.nameless")
    kept = [each for each in views(db) if each.name != one_line(view.name)]
    if len(kept) >= _MOST_VIEWS:
        raise Refused("view.many", most=_MOST_VIEWS)
    return _write(db, [*kept, View(**{**asdict(view), "name": one_line(view.name)})])


def forget_view(db: Db, name: str) -> Changes:
    """Let a view go."""
    return _write(db, [each for each in views(db) if each.name != name])


def _write(db: Db, kept: Sequence[View]) -> Changes:
    settings.write(db, {_VIEWS: json.dumps([asdict(each) for each in kept], ensure_ascii=False)})
    return Changes(settings=True)
