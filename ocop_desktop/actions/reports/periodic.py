"""Make a periodic report: its figures from the records, its text from last time, sealed once with a hash, sent by sync.

A report is a record of type ``periodic`` of its office's unit. While it is written only its texts are kept (``text.*``);
sealing freezes the figures (``now.*``, ``whole.*``), the targets of the year's plans (``target.*``) and a SHA-256 over
everything that is said.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from ocop_desktop import legal
from ocop_desktop.actions import desk
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.regimes import Level
from ocop_desktop.domain.reporting import figures, periods, planned
from ocop_desktop.domain.reporting.figures import Figure
from ocop_desktop.domain.reporting.periods import Period
from ocop_desktop.domain.reporting.planned import PlannedLine
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import former_units, held, journal, outbox, records, settings
from ocop_desktop.storage.db import Db

from . import facts, targets
from .facts import By
from .rules import from_province, own_unit, rules

TYPE = "periodic"
TEXTS = ("results", "difficulties", "requests", "next")
"""What an office writes itself: kết quả, khó khăn, kiến nghị, kế hoạch."""
State = Literal["none", "writing", "sealed", "sent"]
ASKED_FOR = timedelta(days=60)
"""A report that nobody began is called late for so long; a year's old periods would hide those that are asked for now."""
_GROUP = "whole.products.group."
_FROZEN = ("now.", "whole.", planned.PREFIX)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One period in the list. ``record``: the report's id, empty where nothing was written; ``sent``: the province has it."""

    period: Period
    first: date
    last: date
    due: date
    state: State
    late: bool = False
    record: str = ""
    sealed_at: str = ""
    revision: int = 0


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """The periods of a year, and the days they follow."""

    year: int
    level: Level
    lines: tuple[Line, ...]
    from_province: bool
    producer_day: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """One report on screen or on paper. ``figures`` are those frozen, or those of now; ``counted_to`` the day they stand
    for; ``sound`` tells whether a sealed report still has its hash; ``begun_from`` the period whose texts it began with; ``left_out``: texts typed here
    that came after another PC had sealed it."""

    line: Line
    unit: str
    unit_name: str
    level: Level
    counted_to: date
    figures: tuple[Figure, ...]
    texts: Mapping[str, str]
    sealed_by: str = ""
    digest: str = ""
    sound: bool = True
    begun_from: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)
    planned: tuple[PlannedLine, ...] = ()


def shelf(db: Db, year: int | None = None) -> Shelf:
    """The periods of a year with the state of each."""
    today = db.clock().astimezone().date()
    days = rules(db)
    wanted = year or periods.current(today, days).year
    own = _own(db)
    lines = tuple(line_of(db, period, own.get(period.code), today) for period in periods.of_year(wanted))
    return Shelf(
        year=wanted,
        level=desk.level(db),
        lines=lines,
        from_province=from_province(db),
        producer_day=days.producer_day,
    )


def due_between(db: Db, first: date, last: date) -> list[Line]:
    """The periods whose report is due in these days, by day: none of before this office's first record, for which the
    program has nothing to report."""
    days, today, own = rules(db), db.clock().astimezone().date(), _own(db)
    begun = _begun(db, today)
    every = (period for year in range(first.year, last.year + 1) for period in periods.of_year(year))
    found = [each for each in every if first <= periods.due(each, days) <= last]
    lines = (line_of(db, each, own.get(each.code), today) for each in found)
    return sorted((line for line in lines if line.record or line.due >= begun), key=lambda line: line.due)


def _begun(db: Db, today: date) -> date:
    """The day the earliest record here was made, on whichever PC."""
    found = db.conn.execute("SELECT min(created) FROM (SELECT created FROM record ORDER BY n LIMIT 100)").fetchone()[0]
    return datetime.fromisoformat(found).astimezone().date() if found else today


def _own(db: Db, unit: str | None = None) -> dict[str, Record]:
    """An office's reports by period. Of two that two PCs began, the sealed one, else the same one everywhere."""
    wanted = own_unit(db) if unit is None else unit
    found: dict[str, Record] = {}
    for record in sorted(records.of_type(db, TYPE), key=lambda each: (each.body.get("state") == "sealed", each.id)):
        if record.unit == wanted:
            found[str(record.body.get("period"))] = record
    return found


def line_of(db: Db, period: Period, record: Record | None, today: date) -> Line:
    """Where the report of a period stands: its days, its state, whether it is late."""
    days = rules(db)
    first, last = periods.span(period, days)
    due = periods.due(period, days)
    state: State = "none"
    if record is not None:
        sealed = record.body.get("state") == "sealed"
        there = record.rev > 0 and not outbox.has_pending(db, record.id)
        state = ("sent" if there else "sealed") if sealed else "writing"
    late = today > due and (state == "writing" or (state == "none" and today - due <= ASKED_FOR))
    return Line(
        period=period,
        first=first,
        last=last,
        due=due,
        state=state,
        late=late,
        record=record.id if record is not None else "",
        sealed_at=str(record.body.get("sealed_at") or "") if record is not None else "",
        revision=int(record.body.get("revision") or 0) if record is not None else 0,
    )


def counted(db: Db, period: Period, by: By = "made", units: frozenset[str] | None = None) -> tuple[Figure, ...]:
    """The figures of a period from the records as they are here, for the closing day or today while it has not come."""
    days, today = rules(db), db.clock().astimezone().date()
    found = facts.read(db, by)
    return count(found if units is None else found.of_units(units), period, days, today)


def count(found: figures.Facts, period: Period, days: periods.Rules, today: date) -> tuple[Figure, ...]:
    """The figures of facts that were read."""
    first, _ = periods.span(period, days)
    last = periods.counted_to(period, days, today)
    codes = [code for code, _ in facts.groups()]
    return tuple(figures.count(found, first, last, periods.year_begins(period, days), legal.regime_on(last), codes))


def open_report(db: Db, period: Period, by: By = "made") -> Report:
    """A report as it stands: sealed figures, or those of now. ``Refused``: ``report.ahead`` for a period not begun yet."""
    today = db.clock().astimezone().date()
    line = line_of(db, period, _own(db).get(period.code), today)
    if line.first > today:
        raise Refused("report.ahead")
    record = records.find(db, line.record) if line.record else None
    return read(db, record, line, by)


def read(db: Db, record: Record | None, line: Line, by: By = "made") -> Report:
    """A stored report (also another office's), or the beginning of one."""
    today = db.clock().astimezone().date()
    body: Values = record.body if record is not None else {}
    sealed = body.get("state") == "sealed"
    begun_from, texts = ("", _texts(body)) if record is not None else _last_time(db, line.period)
    unit = record.unit if record is not None else own_unit(db)
    counted_to = facts.day_of(body.get("counted_to")) or periods.counted_to(line.period, rules(db), today)
    own = unit == own_unit(db)
    return Report(
        line=line,
        unit=unit,
        unit_name=str(body.get("unit_name") or "") or _unit_name(db, unit),
        level=desk.level(db),
        counted_to=counted_to,
        figures=frozen(body) if sealed else counted(db, line.period, by),
        planned=planned.kept(body) if sealed else targets.counted(db, line.period.year, counted_to) if own else (),
        texts=texts,
        left_out=_left_out(db, record) if record is not None else {},
        sealed_by=str(body.get("sealed_by") or ""),
        digest=str(body.get("sha256") or ""),
        sound=not sealed or digest(body) == body.get("sha256"),
        begun_from=begun_from or str(body.get("begun_from") or ""),
    )


def _unit_name(db: Db, unit: str) -> str:
    own = str(settings.read(db, "office.unit_name") or "")
    return own if unit == own_unit(db) and own else former_units.name(db, unit)


def _texts(body: Values) -> dict[str, str]:
    return {name: str(body.get(f"text.{name}") or "") for name in TEXTS}


def _left_out(db: Db, record: Record) -> dict[str, str]:
    found: dict[str, str] = {}
    for fields in held.refused_fields(db, record.id, "report.sealed"):
        found |= {name: str(fields[f"text.{name}"]) for name in TEXTS if fields.get(f"text.{name}")}
    return {name: words for name, words in found.items() if words not in str(record.body.get(f"text.{name}") or "")}


def _joined(db: Db, record: Record, texts: Values) -> Values:
    """Texts to be written, with what was left out when the report was sealed at their ends."""
    now = {**record.body, **texts}
    added = {f"text.{name}": words for name, words in _left_out(db, record).items()}
    return texts | {
        name: "\n".join(filter(None, (str(now.get(name) or ""), words)))
        for name, words in added.items()
        if words not in str(now.get(name) or "")
    }


def _last_time(db: Db, period: Period) -> tuple[str, dict[str, str]]:
    """The texts a report begins with: those of the last one of the same kind, else of the last one."""
    earlier = [(periods.parse(code), record) for code, record in _own(db).items()]
    before = [
        (each.kind == period.kind, (each.year, each.last_month), record, each)
        for each, record in earlier
        if (each.year, each.last_month) <= (period.year, period.last_month) and each != period
    ]
    if not before:
        return "", dict.fromkeys(TEXTS, "")
    *_, record, found = max(before, key=lambda each: each[:2])
    return found.code, _texts(record.body)


@only("write")
def save_texts(db: Db, period: Period, texts: Mapping[str, str]) -> Changes:
    """Keep what was typed; the first text begins the report with those of last time. ``Refused``: ``report.sealed``,
    ``field.unknown``, ``report.ahead``."""
    if unknown := sorted(set(texts) - set(TEXTS)):
        raise Refused("field.unknown", key=unknown[0])
    fields: Values = {f"text.{name}": clean(text).rstrip() or None for name, text in texts.items()}
    record = _own(db).get(period.code)
    if record is None:
        record = _begin(db, period)
    elif record.body.get("state") == "sealed":
        raise Refused("report.sealed")
    records.patch(db, record, _joined(db, record, fields))
    return Changes(types=frozenset({TYPE}), outbox=True, created=record.id)


def _begin(db: Db, period: Period) -> Record:
    first, last = periods.span(period, rules(db))
    if first > db.clock().astimezone().date():
        raise Refused("report.ahead")
    begun_from, texts = _last_time(db, period)
    body: Values = {
        "period": period.code,
        "state": "draft",
        "first": first.isoformat(),
        "last": last.isoformat(),
        "level": desk.level(db),
        "begun_from": begun_from or None,
        **{f"text.{name}": text or None for name, text in texts.items()},
    }
    made = records.add(db, TYPE, body, unit=own_unit(db))
    journal.write(db, "periodic.begun", record=made.id, period=period.code)
    return records.get(db, made.id)


@only("write")
def seal(db: Db, period: Period, units: frozenset[str] | None = None) -> Changes:
    """Freeze the figures of now with the texts and their hash; the next round sends the report. ``units``: only of these.

    ``Refused``: ``report.sealed``, ``report.ahead``, ``report.unit`` while the office has no unit.
    """
    if not own_unit(db):
        raise Refused("report.unit")
    record = _own(db).get(period.code) or _begin(db, period)
    if record.body.get("state") == "sealed":
        raise Refused("report.sealed")
    if left := _joined(db, record, {}):
        records.patch(db, record, left)
        record = records.get(db, record.id)
    days, today = rules(db), db.clock().astimezone().date()
    found = counted(db, period, units=units)
    last = periods.counted_to(period, days, today)
    fields: Values = {
        "state": "sealed",
        "counted_to": last.isoformat(),
        "due": periods.due(period, days).isoformat(),
        "sealed_at": db.now(),
        "sealed_by": db.officer,
        "unit_name": _unit_name(db, record.unit),
        "revision": int(record.body.get("revision") or 0) + 1,
        **{f"now.{each.key}": each.now for each in found if each.now is not None},
        **{f"whole.{each.key}": each.whole for each in found},
        **planned.stored(targets.counted(db, period.year, last)),
    }
    gone: Values = {name: None for name in record.body if name.startswith(_FROZEN) and name not in fields}
    fields["sha256"] = digest(records.overlay(record.body, {**fields, **gone}))
    records.move(db, record, {**fields, **gone}, {"state": record.body.get("state")})
    journal.write(db, "periodic.sealed", record=record.id, period=period.code, sha256=fields["sha256"])
    return Changes(types=frozenset({TYPE}), outbox=True, created=record.id)


@only("write")
def reopen(db: Db, period: Period, reason: str) -> Changes:
    """Take a sealed report back to be corrected; the next seal has the next revision. ``Refused``: ``reason.missing``,
    ``report.not_sealed``."""
    record = _own(db).get(period.code)
    if record is None or record.body.get("state") != "sealed":
        raise Refused("report.not_sealed")
    if not one_line(reason):
        raise Refused("reason.missing")
    gone: Values = {name: None for name in record.body if name.startswith(_FROZEN) or name == "sha256"}
    fields: Values = {**gone, **_joined(db, record, {}), "state": "draft", "counted_to": None}
    held.release_refused(db, record.id)
    records.move(db, record, fields, {"state": "sealed"})
    journal.write(db, "periodic.reopened", record=record.id, period=period.code, reason=one_line(reason))
    return Changes(types=frozenset({TYPE}), outbox=True)


def digest(body: Values) -> str:
    """SHA-256 over what a sealed report says: period, days, figures and texts, in canonical JSON."""
    said = {
        name: value
        for name, value in body.items()
        if name in {"period", "first", "last", "counted_to", "unit_name", "revision"}
        or name.startswith((*_FROZEN, "text."))
    }
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def frozen(body: Values) -> tuple[Figure, ...]:
    """The figures of a sealed report, in the order a report prints them."""
    own = {name.removeprefix(_GROUP) for name in body if name.startswith(_GROUP)} - {figures.OTHER}
    known = [code for code, _ in facts.groups() if code in own]
    codes = [*known, *sorted(own.difference(known))]
    lines = figures.count(figures.Facts(), date.min, date.min, date.min, legal.regimes()[-1], codes)
    found = []
    for each in lines:
        now, whole = body.get(f"now.{each.key}"), body.get(f"whole.{each.key}")
        found.append(
            Figure(
                key=each.key,
                part=each.part,
                percent=each.percent,
                now=now if isinstance(now, int) else None,
                whole=whole if isinstance(whole, int) else 0,
            )
        )
    return tuple(found)
