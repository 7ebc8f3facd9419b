"""The register of recognised products, and the history of one over its dossiers, laws, units and decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal

from ocop_desktop import legal
from ocop_desktop.domain import transitions
from ocop_desktop.domain.recognition import Happening, Standing, standing
from ocop_desktop.domain.recognition_records import HAPPENINGS, happening, recognised
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import fold, sort_key
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage import dossiers, lines, records, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.naming import that_name

from . import claims, twins
from .claims import Claim

EventKind = Literal[
    "received",
    "result",
    "recognition",
    "inspection",
    "remedied",
    "demotion",
    "stopped",
    "withdrawal",
    "again",
    "filing",
    "ends",
    "last",
]


@dataclass(frozen=True, kw_only=True)
class Event:
    """One point of a product's history. ``details`` are the record's fields; ``regime`` the law it stood under; an event in
    the future (``filing``, ``ends``, ``last``) belongs to no record."""

    day: date
    kind: EventKind
    record: str = ""
    regime: str = ""
    stars: int = 0
    details: dict[str, str | int | bool | None] = field(default_factory=dict)
    ahead: bool = False


@dataclass(frozen=True, kw_only=True)
class ProductRow:
    """A recognised product in the list. ``codes``: every code it ever had, as written then, latest first."""

    product: str
    name: str
    producer: str
    unit: str
    unit_name: str
    group: str
    standing: Standing
    decision_no: str
    authority: str
    codes: tuple[str, ...]
    search: str


@dataclass(frozen=True, kw_only=True)
class DossierBeside:
    """A dossier of the product, to stand beside the others: each under its own law."""

    dossier: str
    regime: str
    kind: str
    year: int
    received_on: date | None
    criteria_set: str
    state: str


@dataclass(frozen=True, kw_only=True)
class ProductPage:
    """One product: how it stands, its history latest first, its dossiers from the oldest; what this office may write."""

    product: str
    name: str
    producer: str
    unit: str
    unit_name: str
    level: str
    standing: Standing | None
    events: tuple[Event, ...]
    dossiers: tuple[DossierBeside, ...]
    codes: tuple[tuple[str, str, str], ...]
    """Each code with the unit of its time and the day, latest first."""
    notes: tuple[tuple[str, str], ...] = ()
    """Rules of the transition that touch it: the printed text and its article."""
    claim: Claim | None = None
    """Its stars as a list told them, while no recognition confirms them."""
    twins: tuple[tuple[str, str, str], ...] = ()
    """Its codes that other products bear too: the code, the other product and its name."""


def of_line(db: Db, product: str) -> list[Record]:
    """The product's records: itself and those that later dossiers made of it (``line`` names the first of them)."""
    own = records.find(db, product)
    if own is None or own.deleted or own.type != "product":
        raise Refused("product.gone")
    return lines.of_line(db, lines.line_of(own))


def products(db: Db) -> list[ProductRow]:
    """Every product that was ever recognised: what needs somebody first, then by the end of the certificate."""
    today = db.clock().astimezone().date()
    now = legal.regime_on(today)
    known = {each.id: each for each in records.of_type(db, "product")}
    lines_of = {each.id: lines.line_of(each) for each in known.values()}
    grouped: dict[str, list[Record]] = {}
    for record in records.of_type(db, "recognition"):
        product = str(record.body.get("product") or "")
        grouped.setdefault(lines_of.get(product, product), []).append(record)
    befell: dict[str, list[Happening]] = {}
    for kind in HAPPENINGS:
        for record in records.of_type(db, kind):
            product = str(record.body.get("product") or "")
            befell.setdefault(lines_of.get(product, product), []).append(happening(record))
    filed = _filed(db, lines_of)
    producers = {each.id: str(each.body.get("name") or "") for each in records.of_type(db, "producer")}
    rows = []
    for line, own in grouped.items():
        found = standing([recognised(each) for each in own], befell.get(line, []), today, now, filed.get(line))
        if found is not None:
            latest = next(each for each in own if each.id == found.recognition)
            rows.append(_row(known, producers, latest, own, found))
    return sorted(rows, key=lambda row: (_URGENCY[row.standing.state], row.standing.ends, sort_key(row.name)))


_AGAIN = frozenset({"nang-hang", "phan-hang-lai"})
_URGENCY = {
    state: at
    for at, state in enumerate(
        ("withdrawing", "late", "filing", "extended", "filed", "valid", "expired", "withdrawn"),
    )
}


def _row(
    known: dict[str, Record], producers: dict[str, str], latest: Record, own: Sequence[Record], found: Standing
) -> ProductRow:
    product = known.get(str(latest.body.get("product") or ""))
    body = product.body if product is not None else {}
    name = str(body.get("name") or latest.body.get("product_name") or "")
    producer = producers.get(str(body.get("producer") or "")) or str(latest.body.get("producer_name") or "")
    unit = product.unit if product is not None else latest.unit
    codes = tuple(code for code, _unit, _day in _codes(own))
    unit_name = _unit_name(unit)
    return ProductRow(
        product=str(latest.body.get("product") or ""),
        name=name,
        producer=producer,
        unit=unit,
        unit_name=unit_name,
        group=str(latest.body.get("set_name") or ""),
        standing=found,
        decision_no=str(latest.body.get("decision_no") or ""),
        authority=str(latest.body.get("authority") or ""),
        codes=codes,
        search=fold(" ".join((name, producer, unit_name, *codes, str(latest.body.get("decision_no") or "")))),
    )


@cache
def _unit_name(code: str) -> str:
    found = legal.commune(code)
    return found.full if found is not None else code


def _codes(own: Iterable[Record]) -> list[tuple[str, str, str]]:
    """The codes written on recognitions, each once with the unit and day of its time, latest first."""
    found: dict[str, tuple[str, str, str]] = {}
    for record in sorted(own, key=lambda each: str(each.body.get("issued_on") or ""), reverse=True):
        code = str(record.body.get("code") or "")
        if code and code not in found:
            found[code] = (code, str(record.body.get("unit_then") or ""), str(record.body.get("issued_on") or ""))
    return list(found.values())


def _filed(db: Db, lines_of: dict[str, str]) -> dict[str, date]:
    """The day of the latest dossier of each product that no result and no recognition names yet."""
    # ``+``: a column compared as it stands would take the index of an expression out of use.
    rows = db.conn.execute(
        "SELECT json_extract(d.body, '$.product'), max(json_extract(d.body, '$.received_on')) FROM record d "
        "WHERE d.type = 'dossier' AND d.deleted = 0 AND json_extract(d.body, '$.kind') IN ('nang-hang', 'phan-hang-lai') "
        "AND json_extract(d.body, '$.received_on') IS NOT NULL AND coalesce(json_extract(d.body, '$.state'), '') <> 'withdrawn' "
        "AND NOT EXISTS (SELECT 1 FROM record r INDEXED BY recognition_of_dossier WHERE r.type = 'recognition' "
        "AND r.deleted = 0 AND json_extract(r.body, '$.dossier') = +d.id) "
        "AND NOT EXISTS (SELECT 1 FROM record r INDEXED BY result_of_dossier WHERE r.type = 'council_result' "
        "AND r.deleted = 0 AND json_extract(r.body, '$.dossier') = +d.id) GROUP BY 1"
    )
    found: dict[str, date] = {}
    for product, day in rows:
        line = lines_of.get(product, "")
        found[line] = max(found.get(line, date.min), date.fromisoformat(day))
    return found


def open_product(db: Db, product: str) -> ProductPage:
    """Everything the page of a product shows. ``Refused``: ``product.gone``."""
    today = db.clock().astimezone().date()
    now = legal.regime_on(today)
    line = of_line(db, product)
    ids = [each.id for each in line]
    own = _naming(db, "recognition", ids)
    befell = [each for kind in HAPPENINGS for each in _naming(db, kind, ids)]
    dossiers_ = _naming(db, "dossier", ids)
    results = _naming(db, "council_result", ids)
    filed = _last_filed(dossiers_, {str(each.body.get("dossier") or "") for each in (*own, *results)})
    found = standing([recognised(each) for each in own], [happening(each) for each in befell], today, now, filed)
    beside = [_beside(db, each) for each in dossiers_]
    events = [_received(each) for each in beside if each.received_on is not None]
    events += [_event(each) for each in (*own, *befell, *results)]
    events += [_remedied(each) for each in befell if each.body.get("remedied_on")]
    events += _ahead(found, today)
    latest = line[-1]
    producer = records.find(db, str(latest.body.get("producer") or ""))
    return ProductPage(
        product=product,
        name=str(latest.body.get("name") or ""),
        producer=str(producer.body.get("name") or "") if producer is not None else "",
        unit=latest.unit,
        unit_name=_unit_name(latest.unit),
        level=str(settings.read(db, "office.level", "commune")),
        standing=found,
        events=tuple(sorted(events, key=lambda each: (each.day, each.kind in {"recognition", "ends"}), reverse=True)),
        dossiers=tuple(sorted(beside, key=lambda each: (each.received_on or date.min, each.year))),
        codes=tuple(_codes(own)),
        notes=tuple(_notes(own, found, today)),
        claim=claims.of_line(db, line, bool(own)),
        twins=_twins(db, set(ids), (*line, *own)),
    )


def _twins(db: Db, ids: set[str], bearing: Iterable[Record]) -> tuple[tuple[str, str, str], ...]:
    codes = {str(each.body["code"]) for each in bearing if each.body.get("code")}
    known = twins.shared(db) if codes else {}
    return tuple(
        (code, product, name) for code in sorted(codes) for product, name in known.get(code, ()) if product not in ids
    )


def _naming(db: Db, type_: str, products_: Sequence[str]) -> list[Record]:
    return [record for each in products_ for record in that_name(db, type_, "product", each)]


def _last_filed(records_: Iterable[Record], ended: set[str]) -> date | None:
    """The day of the latest of these dossiers that goes on from a recognition and has no result yet."""
    days = [
        date.fromisoformat(str(record.body["received_on"]))
        for record in records_
        if record.id not in ended
        and record.body.get("received_on")
        and record.body.get("kind") in _AGAIN
        and record.body.get("state") != "withdrawn"
    ]
    return max(days, default=None)


def _beside(db: Db, record: Record) -> DossierBeside:
    whole = dossiers.load(db, record.id)
    year = record.body.get("year")
    return DossierBeside(
        dossier=record.id,
        regime=whole.regime,
        kind=str(record.body.get("kind") or ""),
        year=year if isinstance(year, int) else 0,
        received_on=whole.received_on,
        criteria_set=whole.criteria_set,
        state=whole.state,
    )


def _received(beside: DossierBeside) -> Event:
    assert beside.received_on is not None
    details: dict[str, str | int | bool | None] = {"kind": beside.kind, "state": beside.state}
    return Event(day=beside.received_on, kind="received", record=beside.dossier, regime=beside.regime, details=details)


def _event(record: Record) -> Event:
    kinds: dict[str, EventKind] = {"council_result": "result", "recognition": "recognition"}
    kinds |= {each: each for each in HAPPENINGS}
    body = record.body
    day = str(
        body.get("issued_on") or body.get("decided_on") or body.get("held_on") or body.get("day") or record.created
    )
    return Event(
        day=date.fromisoformat(day[:10]),
        kind=kinds[record.type],
        record=record.id,
        regime=str(body.get("regime") or ""),
        stars=int(body.get("stars") or 0),
        details=dict(body),
    )


def _remedied(record: Record) -> Event:
    details: dict[str, str | int | bool | None] = {"note": str(record.body.get("remedied_note") or "")}
    day = date.fromisoformat(str(record.body["remedied_on"]))
    return Event(
        day=day, kind="remedied", record=record.id, regime=str(record.body.get("regime") or ""), details=details
    )


def _ahead(found: Standing | None, today: date) -> list[Event]:
    """The days still to come: file again, the end, the longest a stretched certificate may stand."""
    if found is None or found.state in {"withdrawn", "expired"}:
        return []
    coming: list[Event] = []
    if found.filing is not None and found.state != "filed":
        first, last = found.filing
        if last >= today:
            details: dict[str, str | int | bool | None] = {"first": first.isoformat(), "last": last.isoformat()}
            coming.append(Event(day=max(first, today), kind="filing", details=details, ahead=True))
    if found.inspect_on is not None and found.inspect_on >= today:
        coming.append(Event(day=found.inspect_on, kind="again", ahead=True))
    if found.ends >= today:
        coming.append(Event(day=found.ends, kind="ends", ahead=True))
    if found.last > found.ends:
        coming.append(Event(day=found.last, kind="last", ahead=True))
    return coming


def _notes(own: Sequence[Record], found: Standing | None, today: date) -> Iterable[tuple[str, str]]:
    now = legal.regime_on(today)
    if found is None:
        return
    latest = next(each for each in own if each.id == found.recognition)
    if (rule := transitions.of_recognition(now, recognised(latest).decided_on)) is not None:
        yield rule.text, rule.article
    if found.last > found.ends:
        stretched = next(each for each in now.transitions if each.case == "window-missed")
        yield stretched.text, stretched.article


def transition_of(db: Db, dossier: str) -> tuple[str, str, date | None] | None:
    """The rule of the transition for a dossier: its text, article and last day; None where the new law applies in full."""
    whole = dossiers.load(db, dossier)
    now = legal.regime_on(db.clock().astimezone().date())
    if whole.received_on is None:
        return None
    kind = str(whole.values.get("dossier.kind") or "")
    rule = transitions.of_dossier(now, kind, whole.received_on)
    return (rule.text, rule.article, transitions.finish_by(now, kind, whole.received_on)) if rule is not None else None


def law_name(regime: str) -> str:
    """The document of a regime, for people."""
    try:
        return legal.regime(regime).source.document
    except OcopError:
        return regime
