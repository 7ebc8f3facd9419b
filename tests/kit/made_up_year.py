"""An invented programme of many communes over several years: written as records, and kept as plain rows for an oracle."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ocop_desktop import legal
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db

SETS = {
    "che-tuoi-che-che-bien": "thuc-pham",
    "mat-ong-nong-san-khac": "thuc-pham",
    "ruou-trang": "do-uong",
    "khong-co-bo-nay": "khac",
}
KINDS = ("hop-tac-xa", "to-hop-tac", "doanh-nghiep", "ho-kinh-doanh", "ho-san-xuat", "")
EVENTS = (
    *("survey", "training", "support", "sales_point", "fair"),
    *("promotion", "idea", "business_plan", "connection", "check", "producer_report"),
)
NEXT = ("nang-hang", "phan-hang-lai")


@dataclass
class Row:
    """A product as it was invented. ``terms``: kind, stars, decided, issued, ends; ``events``: kind, day, stars, breach."""

    id: str
    unit: str
    set: str
    producer: str
    terms: list[tuple[str, int, date, date, date]] = field(default_factory=list)
    events: list[tuple[str, date, int, bool]] = field(default_factory=list)
    dossiers: list[dict[str, object]] = field(default_factory=list)


@dataclass
class Programme:
    """Everything invented."""

    units: list[str]
    products: list[Row] = field(default_factory=list)
    producers: dict[str, tuple[str, bool | None]] = field(default_factory=dict)
    sessions: list[tuple[str, date]] = field(default_factory=list)
    events: list[tuple[str, str, date]] = field(default_factory=list)


def invent(db: Db, communes: int, seed: int = 6, most: int = 5) -> Programme:
    """Write the records of a programme whose days lie between 2022 and 2027; gives what was invented."""
    dice = Random(seed)
    units = [each.code for each in legal.units().of_province("08")]
    units += [each.code for each in legal.communes() if each.province != "08"]
    made = Programme(units=units[:communes])
    for unit in made.units:
        for _ in range(dice.randint(0, most)):
            _product(db, dice, made, unit)
        for _ in range(dice.randint(0, 2)):
            day = _day(dice, date(2025, 6, 1), 800)
            records.add(db, "council_session", {"title": "Phiên họp", "held_on": day.isoformat()}, unit=unit)
            made.sessions.append((unit, day))
        for _ in range(dice.randint(0, 2)):
            day, kind = _day(dice, date(2025, 6, 1), 800), dice.choice(EVENTS)
            records.add(db, "event", {"kind": kind, "day": day.isoformat()}, unit=unit)
            made.events.append((unit, kind, day))
    return made


def _day(dice: Random, start: date, within: int) -> date:
    return start + timedelta(days=dice.randint(0, within))


def _product(db: Db, dice: Random, made: Programme, unit: str) -> None:
    own = [each.producer for each in made.products if each.unit == unit]
    if own and dice.random() < 0.3:
        producer = dice.choice(own)
    else:
        kind, woman = dice.choice(KINDS), dice.choice((True, False, None))
        gender = {True: "nu", False: "nam", None: None}[woman]
        producer = records.add(db, "producer", {"name": "Cơ sở", "kind": kind or None, "gender": gender}, unit=unit).id
        made.producers[producer] = (kind, woman)
    set_ = dice.choice(list(SETS))
    product = records.add(db, "product", {"name": "Sản phẩm", "set": set_, "producer": producer}, unit=unit)
    row = Row(id=product.id, unit=unit, set=set_, producer=producer)
    made.products.append(row)
    received = _day(dice, date(2022, 1, 1), 1700)
    for number in range(dice.choice((1, 1, 1, 2, 2, 3))):
        kind = "lan-dau" if number == 0 else dice.choice(NEXT)
        decided = received + timedelta(days=dice.randint(20, 200))
        _dossier(db, dice, row, kind, received, decided if dice.random() < 0.8 else None)
        received = decided + timedelta(days=dice.randint(200, 1000))


def _dossier(db: Db, dice: Random, row: Row, kind: str, received: date, decided: date | None) -> None:
    handed = received + timedelta(days=dice.randint(1, 15)) if decided or dice.random() < 0.5 else None
    returned = handed + timedelta(days=3) if handed and dice.random() < 0.2 else None
    body = {
        "product": row.id,
        "producer": row.producer,
        "kind": kind,
        "regime": legal.regime_on(received).id,
        "received_on": received.isoformat(),
        "handed_on": handed.isoformat() if handed else None,
        "state.returned_on": returned.isoformat() if returned else None,
        "state": "handed_over" if handed else "open",
    }
    dossier = records.add(db, "dossier", body, unit=row.unit)
    row.dossiers.append({"kind": kind, "received": received, "handed": handed, "returned": returned, "ended": decided})
    if decided is None:
        return
    stars = dice.choice((3, 3, 3, 4, 5))
    issued = decided + timedelta(days=dice.choice((0, 0, 5)))
    ends = issued + timedelta(days=dice.choice((1096, 1096, 700)))
    row.terms.append((kind, stars, decided, issued, ends))
    fields = {
        "dossier": dossier.id,
        "product": row.id,
        "kind": kind,
        "stars": stars,
        "regime": body["regime"],
        "decided_on": decided.isoformat(),
        "issued_on": issued.isoformat(),
        "ends_on": ends.isoformat(),
    }
    records.add(db, "recognition", fields, unit=row.unit)
    for what in ("inspection", "demotion", "withdrawal", "stopped"):
        if dice.random() < 0.12:
            day = issued + timedelta(days=dice.randint(1, 900))
            breach = what == "inspection" and dice.random() < 0.5
            row.events.append((what, day, 3 if what == "demotion" else 0, breach))
            event = {"product": row.id, "day": day.isoformat(), "decided_on": day.isoformat(), "breach": breach}
            records.add(db, what, {**event, "stars": 3 if what == "demotion" else None}, unit=row.unit)
