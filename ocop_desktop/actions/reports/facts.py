"""The facts that a report counts, read from the records in one pass; 100,000 dossiers take about as many JSON texts."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Literal

from ocop_desktop import legal
from ocop_desktop.domain import recognition_records
from ocop_desktop.domain.recognition import Happening, Recognised
from ocop_desktop.domain.records import RETURNED_ON, Record
from ocop_desktop.domain.reporting.figures import EVENTS, OTHER, DossierFact, Facts, ProducerFact, ProductFact, WorkFact
from ocop_desktop.errors import OcopError
from ocop_desktop.storage import former_units, records
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.lines import line_of

By = Literal["made", "today"]
"""Whose a record is: the unit it was made in, or the one that unit is today."""
_AGAIN = frozenset({"nang-hang", "phan-hang-lai"})


def groups() -> tuple[tuple[str, str], ...]:
    """The *ngành* of today's list of products: code and name."""
    return tuple((each.code, each.name) for each in legal.classification(legal.regimes()[-1].id).groups)


@cache
def group_of_set(code: str) -> str:
    """The *ngành* a product set belongs to, by the newest list that knows it."""
    for regime in reversed(legal.regimes()):
        try:
            found = next((each for each in legal.criteria_sets(regime.id) if each.code == code), None)
        except OcopError:
            continue
        if found is not None:
            return found.group
    return OTHER


def day_of(value: object) -> date | None:
    """A stored day, or None."""
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def read(db: Db, by: By = "made") -> Facts:
    """Everything here that carries a day."""
    units: dict[str, str] = {}

    def unit_of(record: Record) -> str:
        if by == "made":
            return record.unit
        if record.unit not in units:
            units[record.unit] = former_units.now(db, record.unit)
        return units[record.unit]

    products = records.of_type(db, "product")
    lines = {each.id: line_of(each) for each in products}
    latest = {lines[each.id]: each for each in products}
    dossiers = records.of_type(db, "dossier")
    recognised: dict[str, list[tuple[Record, Recognised]]] = {}
    ended: dict[str, date] = {}
    for record in records.of_type(db, "recognition"):
        product = str(record.body.get("product") or "")
        one = recognition_records.recognised(record)
        recognised.setdefault(lines.get(product, product), []).append((record, one))
        _ends(ended, record, one.decided_on)
    for record in records.of_type(db, "council_result"):
        _ends(ended, record, day_of(record.body.get("held_on")) or day_of(record.created))
    happened: dict[str, list[Happening]] = {}
    work: list[WorkFact] = []
    for kind in recognition_records.HAPPENINGS:
        for record in records.of_type(db, kind):
            product = str(record.body.get("product") or "")
            happening = recognition_records.happening(record)
            happened.setdefault(lines.get(product, product), []).append(happening)
            if kind == "inspection":
                work.append(WorkFact(id=record.id, unit=unit_of(record), kind=kind, day=happening.day))
    work += [
        WorkFact(id=record.id, unit=unit_of(record), kind="council_session", day=held)
        for record in records.of_type(db, "council_session")
        if (held := day_of(record.body.get("held_on"))) is not None
    ]
    work += [
        WorkFact(
            id=record.id,
            unit=unit_of(record),
            kind=what,
            day=day,
            revenue=_whole(record.body.get("revenue")) or 0,
            workers=_whole(record.body.get("workers_total")),
            producer=str(record.body.get("producer") or ""),
        )
        for record in records.of_type(db, "event")
        if (what := str(record.body.get("kind") or "")) in EVENTS
        and (day := day_of(record.body.get("day"))) is not None
    ]
    filed = _filed(dossiers, lines, ended)
    made = [_product(line, latest.get(line), own, happened, filed, unit_of) for line, own in sorted(recognised.items())]
    return Facts(
        products=tuple(made),
        producers={each.id: _producer(each, unit_of(each)) for each in records.of_type(db, "producer")},
        dossiers=tuple(_dossier(each, unit_of(each)) for each in dossiers),
        work=tuple(work),
    )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _ends(ended: dict[str, date], record: Record, day: date | None) -> None:
    dossier = str(record.body.get("dossier") or "")
    if dossier and day is not None:
        ended[dossier] = min(ended.get(dossier, day), day)


def _filed(
    dossiers: list[Record], lines: Mapping[str, str], ended: Mapping[str, date]
) -> dict[str, list[tuple[date, date | None]]]:
    found: dict[str, list[tuple[date, date | None]]] = {}
    for record in dossiers:
        came = day_of(record.body.get("received_on"))
        if came is not None and record.body.get("kind") in _AGAIN and record.body.get("state") != "withdrawn":
            line = lines.get(str(record.body.get("product") or ""), "")
            found.setdefault(line, []).append((came, ended.get(record.id)))
    return found


def _product(
    line: str,
    product: Record | None,
    own: list[tuple[Record, Recognised]],
    happened: Mapping[str, list[Happening]],
    filed: Mapping[str, list[tuple[date, date | None]]],
    unit_of: Callable[[Record], str],
) -> ProductFact:
    body = product.body if product is not None else {}
    return ProductFact(
        id=product.id if product is not None else line,
        unit=unit_of(product if product is not None else own[-1][0]),
        group=group_of_set(str(body.get("set") or "")),
        producer=str(body.get("producer") or ""),
        recognised=tuple(one for _, one in own),
        happened=tuple(happened.get(line, ())),
        filed=tuple(filed.get(line, ())),
    )


def _producer(record: Record, unit: str) -> ProducerFact:
    gender = record.body.get("gender")
    woman = None if gender not in {"nam", "nu"} else gender == "nu"
    return ProducerFact(id=record.id, unit=unit, kind=str(record.body.get("kind") or ""), woman=woman)


def _dossier(record: Record, unit: str) -> DossierFact:
    body = record.body
    return DossierFact(
        id=record.id,
        unit=unit,
        received=day_of(body.get("received_on")),
        handed=day_of(body.get("handed_on")),
        returned=day_of(body.get(RETURNED_ON)),
    )
