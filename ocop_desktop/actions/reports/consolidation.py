"""What the level above sees of a period: each commune's report, who is late, how fresh its records are, and what agrees.

The office's own figures come from the records gathered here; beside them stands what each commune sealed. Where the two
differ somebody should look: records came late, or were corrected after the seal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ocop_desktop.domain.records import Record
from ocop_desktop.domain.reporting.figures import Facts, Figure
from ocop_desktop.domain.reporting.periods import Period
from ocop_desktop.domain.text import sort_key
from ocop_desktop.storage import former_units, gathering, records
from ocop_desktop.storage.db import Db

from . import facts, periodic
from .facts import By
from .periodic import Line
from .rules import own_unit, rules


@dataclass(frozen=True, kw_only=True)
class CommuneReport:
    """One commune in a period. ``seen``: when one of its PCs was last at the province (UTC), empty: never; ``here`` are the
    figures of its records as they are here, ``told`` those it sealed; ``differs`` names the figures that are not equal."""

    unit: str
    name: str
    line: Line
    seen: str
    here: Mapping[str, Figure] = field(default_factory=dict)
    told: Mapping[str, Figure] = field(default_factory=dict)
    differs: tuple[str, ...] = ()
    sound: bool = True


@dataclass(frozen=True, kw_only=True)
class Consolidation:
    """A period over all communes of the scope. ``figures`` are of all records here."""

    period: Period
    communes: tuple[CommuneReport, ...]
    figures: tuple[Figure, ...]

    @property
    def sent(self) -> int:
        """How many communes' sealed reports are here."""
        return sum(each.line.state == "sent" for each in self.communes)

    @property
    def late(self) -> int:
        """How many are past their day without one."""
        return sum(each.line.late for each in self.communes)


@dataclass(frozen=True, kw_only=True)
class Behind:
    """One record behind a figure, in words. ``kind``: ``product``, ``dossier``, ``producer`` or another record type."""

    id: str
    kind: str
    name: str
    detail: str
    unit_name: str


def consolidate(db: Db, period: Period, by: By = "made") -> Consolidation:
    """Every commune of this office's scope in a period; records and reports stand under the unit they were made in, or
    under today's."""
    days, today = rules(db), db.clock().astimezone().date()
    whole = facts.read(db, by)
    seen = {each.unit: each.seen for each in gathering.units(db) if len(each.unit) == 5}
    told: dict[str, Record] = {}
    for record in sorted(
        records.of_type(db, periodic.TYPE), key=lambda one: (one.body.get("state") == "sealed", one.id)
    ):
        if record.body.get("period") == period.code and record.unit != own_unit(db) and len(record.unit) == 5:
            told[former_units.now(db, record.unit) if by == "today" else record.unit] = record
    apart = whole.by_unit()
    communes = []
    for unit in apart.keys() | seen.keys() | told.keys():
        if len(unit) != 5:
            continue
        report = told.get(unit)
        here = {each.key: each for each in periodic.count(apart.get(unit, Facts()), period, days, today)}
        sealed = report is not None and report.body.get("state") == "sealed"
        said = {each.key: each for each in periodic.frozen(report.body)} if report is not None and sealed else {}
        differs = tuple(
            key
            for key, each in said.items()
            if key in here and (each.now, each.whole) != (here[key].now, here[key].whole)
        )
        communes.append(
            CommuneReport(
                unit=unit,
                name=former_units.name(db, unit),
                line=periodic.line_of(db, period, report, today),
                seen=seen.get(unit, ""),
                here=here,
                told=said,
                differs=differs,
                sound=report is None or not sealed or periodic.digest(report.body) == report.body.get("sha256"),
            )
        )
    figures = periodic.count(whole, period, days, today)
    return Consolidation(
        period=period, communes=tuple(sorted(communes, key=lambda each: sort_key(each.name))), figures=figures
    )


def behind(db: Db, ids: tuple[str, ...]) -> list[Behind]:
    """The records behind a figure, to be opened one by one; one that is gone is left out."""
    found = []
    for id_ in dict.fromkeys(ids):
        record = records.find(db, id_)
        if record is not None and not record.deleted:
            found.append(_behind(db, record))
    return sorted(found, key=lambda each: (sort_key(each.name), each.id))


def _behind(db: Db, record: Record) -> Behind:
    body = record.body
    product = records.find(db, str(body.get("product") or "")) if record.type != "product" else record
    producer = records.find(db, str((product.body if product else body).get("producer") or ""))
    owner = str(producer.body.get("name") or "") if producer is not None else ""
    if record.type == "producer":
        name, detail = str(body.get("name") or ""), str(body.get("address") or "")
    elif record.type == "council_session":
        name, detail = str(body.get("title") or ""), str(body.get("held_on") or "")
    elif record.type in {"event", "budget"}:
        name = str(body.get("title") or body.get("item") or "")
        detail = " · ".join(str(body[key]) for key in ("day", "place") if body.get(key))
    else:
        name, detail = str(product.body.get("name") or "") if product is not None else "", owner
    return Behind(
        id=record.id, kind=record.type, name=name, detail=detail, unit_name=former_units.name(db, record.unit)
    )
