"""What producers tell their commune each month: a minimal record, for no form was found; it feeds the commune's own report.

Hà Tĩnh's plan of 2019 (activity 13) asks every producer for results and difficulties before the 15th; which figures are in it
no source says. Kept are those the plans' indicators need: revenue, output, workers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.actions.programme import plans
from ocop_desktop.actions.reports import facts
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.programme.plans import EVENT
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.reporting.figures import stands
from ocop_desktop.domain.text import sort_key
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records, settings
from ocop_desktop.storage.db import Db

KIND = "producer_report"


@dataclass(frozen=True, kw_only=True)
class Told:
    """A month (``2026-10``): the reports that came, and the producers with a recognised product that sent none."""

    month: str
    received: tuple[Record, ...]
    missing: tuple[tuple[str, str], ...]
    """Id and name."""


def months(today: date, count: int = 13) -> list[str]:
    """The months a report may be about, the latest first."""
    at = today.year * 12 + today.month - 1
    return [f"{(at - back) // 12}-{(at - back) % 12 + 1:02d}" for back in range(count)]


def told(db: Db, month: str) -> Told:
    """Who told what of a month."""
    received = tuple(each for each in _reports(db) if each.body.get("period") == month)
    by = {str(each.body.get("producer") or "") for each in received}
    names = {each.id: str(each.body.get("name") or "") for each in records.of_type(db, "producer")}
    today = db.clock().astimezone().date()
    law = legal.regime_on(today)
    own = str(settings.read(db, "office.unit", "") or "")
    living = {
        each.producer
        for each in facts.read(db).products
        if (len(own) != 5 or each.unit == own) and (found := stands(each, today, law)) is not None and found.stars >= 3
    }
    missing = [(id_, names[id_]) for id_ in living - by if id_ in names]
    return Told(month=month, received=received, missing=tuple(sorted(missing, key=lambda each: sort_key(each[1]))))


def _reports(db: Db) -> Sequence[Record]:
    return [each for each in records.of_type(db, EVENT) if each.body.get("kind") == KIND]


@only("write")
def put(db: Db, fields: Values, record: str = "", *, correct: bool = False) -> Changes:
    """Write down a producer's report: ``producer``, ``period`` (``2026-10``), ``day`` it came, ``revenue`` of the period in đồng,
    ``output`` in words, ``workers_total``, ``workers_trained``, ``difficulties``.

    ``correct``: a report of that producer and month that is here already is changed instead.
    ``Refused``: ``producer_report.who``, ``producer_report.period``, ``producer_report.day``, ``producer_report.twice``.
    """
    producer = records.find(db, str(fields.get("producer") or ""))
    if producer is None or producer.type != "producer" or producer.deleted:
        raise Refused("producer_report.who")
    period, day = str(fields.get("period") or ""), str(fields.get("day") or "")
    today = db.clock().astimezone().date()
    try:
        first = date.fromisoformat(f"{period}-01")
    except ValueError as error:
        raise Refused("producer_report.period") from error
    if not day or day > today.isoformat() or day < first.isoformat():
        raise Refused("producer_report.day")
    for each in _reports(db):
        if each.id != record and each.body.get("producer") == producer.id and each.body.get("period") == period:
            if not correct or record:
                raise Refused("producer_report.twice")
            record = each.id
    name = str(producer.body.get("name") or "")
    title = f"Báo cáo tháng {first.month}/{first.year}: {name}".rstrip(": ")
    return plans.put(db, EVENT, "", {**fields, "kind": KIND, "title": title}, record)
