"""What an officer does with one dossier, from its reception to its hand-over."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from ocop_desktop import legal
from ocop_desktop.domain import calendar
from ocop_desktop.domain.checks import Problem
from ocop_desktop.domain.dossiers import (
    EDITABLE,
    Dossier,
    EvidenceFile,
    SealedReport,
    Stage,
    State,
    check_move,
    read_seal,
    stage,
)
from ocop_desktop.domain.dossiers import seal as sealed_body
from ocop_desktop.domain.forms import FormSpec, Value, Values
from ocop_desktop.domain.records import ACCEPTED_ON, DOSSIER_PARTS, REMARK, RETURNED_ON, Record, by_record
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, holidays, journal, listing, pauses, records
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.listing import SyncMark
from ocop_desktop.storage.pauses import Pause

from . import desk, filing, reviews
from .changes import Changes
from .desk import Desk
from .filing import Filing
from .office import office
from .permission import may, only
from .province_words import Refusal, Remark, mended, refusals, remarks


@dataclass(frozen=True, kw_only=True)
class DossierPage:
    """Everything a dossier's page shows. ``days_left``: working days to the legal day, negative when it has passed."""

    id: str
    values: Values
    unparsed: dict[str, str]
    evidence: tuple[EvidenceFile, ...]
    problems: tuple[Problem, ...]
    state: State
    stage: Stage
    due_on: date | None
    days_left: int | None
    sync: SyncMark
    sealed: SealedReport | None
    remarks: tuple[Remark, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    unit: str = ""
    editable: bool = True
    desk: Desk | None = None
    """What this office may do with a dossier that is a commune's; None for its own."""
    pauses: tuple[Pause, ...] = ()
    rubric: int | None = None
    """The version of the rubric it was sealed with; None: the newest."""
    filing: Filing | None = None
    """Of a re-assessment: the days it had to be filed in, and whether it was."""


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """One line of a dossier's history: UTC instant, officer, a code for the window's words, and details."""

    at: str
    who: str
    what: str
    details: dict[str, object]


_NOT_TYPED = frozenset(
    {
        "dossier.state",
        "dossier.handed_on",
        f"dossier.{ACCEPTED_ON}",
        f"dossier.{RETURNED_ON}",
        "dossier.previous",
        "dossier.regime_reason",
        "dossier.report",
        "dossier.producer",
        "dossier.product",
        "product.producer",
    }
)
"""What only an action sets: a state that was typed in would pass by the seal."""


def _check_keys(keys: Iterable[str]) -> None:
    for key in keys:
        kind, _, field = key.partition(".")
        if kind not in DOSSIER_PARTS or not field or key in _NOT_TYPED or field.startswith(REMARK):
            raise Refused("field.unknown", key=key)


@only("write")
def receive(db: Db, values: Values, producer: str | None = None) -> Changes:
    """Receive a dossier: its producer (known or new), its product, its own record. ``created`` is the dossier's id.

    ``values`` are screen values; what is missing is filled in: kind ``lan-dau``, this year, the regime in force on the
    day of reception. A known producer keeps what it has; what it lacks is taken from ``values``.
    ``Refused``: ``dossier.nameless`` when neither a product nor a producer is named, ``producer.gone``,
    ``field.unknown``, ``legal.no_regime``.
    """
    _check_keys(values)
    parts = by_record(_clean(values))
    product, own = parts.get("product", {}), parts.get("dossier", {})
    if not product.get("name") and not parts.get("producer", {}).get("name") and producer is None:
        raise Refused("dossier.nameless")
    producer_record = (
        _known_producer(db, producer) if producer else records.add(db, "producer", parts.get("producer", {}))
    )
    lent: Values = {}
    if producer:
        known = producer_record.body
        lacks = {field: value for field, value in parts.get("producer", {}).items() if field not in known}
        lent = records.patch(db, producer_record, {field: value for field, value in lacks.items() if value is not None})
    product_record = records.add(db, "product", {**product, "producer": producer_record.id}, parent=producer_record.id)
    today = db.clock().astimezone().date()
    day = date.fromisoformat(str(own["received_on"])) if own.get("received_on") else today
    body: Values = {
        "kind": "lan-dau",
        "year": day.year,
        "regime": legal.regime_on(day).id,
        **own,
        "state": "open",
        "producer": producer_record.id,
        "product": product_record.id,
    }
    record = records.add(db, "dossier", body, parent=product_record.id)
    journal.write(db, "dossier.received", dossier=record.id)
    touched = dossiers.that_stand_on(db, producer_record.id) if lent else {record.id}
    for each in touched:
        listing.refresh(db, each)
    return Changes(dossiers=frozenset(touched), outbox=True, created=record.id)


def _known_producer(db: Db, producer: str) -> Record:
    found = records.find(db, producer)
    if found is None or found.deleted or found.type != "producer":
        raise Refused("producer.gone")
    return found


def _clean(values: Values) -> Values:
    return {key: (clean(value).strip() or None) if isinstance(value, str) else value for key, value in values.items()}


def open_dossier(db: Db, dossier: str) -> DossierPage:
    """Read a dossier for its page."""
    whole = dossiers.load(db, dossier)
    mark = listing.sync_mark(db, whole)
    due = listing.due_on(db, whole)
    foreign = desk.is_foreign(db, whole)
    return DossierPage(
        id=dossier,
        values=whole.values,
        unparsed=whole.unparsed,
        evidence=whole.evidence,
        problems=tuple(listing.problems(db, whole)),
        state=whole.state,
        stage=stage(whole.state, whole.values, mark.state),
        due_on=due,
        days_left=days_left(db, due),
        sync=mark,
        sealed=whole.report if whole.state in {"sealed", "handed_over", "accepted", "returned"} else None,
        remarks=remarks(whole),
        refusals=refusals(db, whole) if mark.state == "rejected" else (),
        unit=whole.dossier.unit,
        editable=whole.state in EDITABLE and not foreign and may(db, "write"),
        desk=desk.of(db, whole) if foreign else None,
        pauses=pauses.of_dossier(db, dossier),
        rubric=whole.rubric_version,
        filing=filing.of(db, whole),
    )


def days_left(db: Db, due: date | None) -> int | None:
    """Working days from today to a day, negative when it has passed."""
    return None if due is None else calendar.days_left(db.clock().astimezone().date(), due, holidays.table(db))


@only("write")
def save_draft(db: Db, dossier: str, values: Values, unparsed: Mapping[str, str]) -> Changes:
    """Keep what was typed. ``values``: fields that have a value (None empties one); ``unparsed``: text that has none yet.

    Only what differs from the stored value is written. ``Refused``: ``dossier.locked`` once it is sealed, ``field.unknown``.
    """
    _check_keys((*values, *unparsed))
    whole = editable(db, dossier)
    values = _clean(values)
    if law := _law_of(values, whole):
        values = {**values, "dossier.regime": law}
    changed: dict[str, tuple[Value, Value]] = {}
    touched = {dossier}
    parts: dict[str, Record] = {type_: getattr(whole, type_) for type_ in DOSSIER_PARTS}
    for type_, fields in by_record({**values, **mended(whole, values)}).items():
        record = parts[type_]
        differing = records.patch(db, record, fields)
        changed |= {
            f"{type_}.{field}": (record.body.get(field), value)
            for field, value in differing.items()
            if not field.startswith(REMARK)
        }
        parts[type_] = msgspec.structs.replace(record, body=records.overlay(record.body, differing))
        if type_ != "dossier" and any(key.startswith(f"{type_}.") for key in changed):
            touched |= dossiers.that_stand_on(db, record.id)
    texts = {key: clean(text) for key, text in unparsed.items() if clean(text).strip()}
    if texts or whole.unparsed:
        dossiers.keep_unparsed(db, dossier, texts, (set(values) | set(unparsed)) - set(texts))
    if not changed:
        return Changes()
    journal.write_edit(db, dossier, changed)
    now = dataclasses.replace(
        whole,
        dossier=parts["dossier"],
        product=parts["product"],
        producer=parts["producer"],
        values=dossiers.screen_values(parts["producer"], parts["product"], parts["dossier"]),
    )
    listing.refresh_from(db, now)
    for each in touched - {dossier}:
        listing.refresh(db, each)
    return Changes(dossiers=frozenset(touched), outbox=True)


def _law_of(values: Values, whole: Dossier) -> str:
    """The regime that follows from a new day of reception; empty when that day is not changed or comes before every law."""
    received = values.get("dossier.received_on")
    if whole.values.get("dossier.regime_reason"):  # a person chose the law, and said why: it stays
        return ""
    if not isinstance(received, str) or received == whole.values.get("dossier.received_on"):
        return ""
    try:
        return legal.regime_on(date.fromisoformat(received)).id
    except Refused:
        return ""


@only("write")
def set_regime(db: Db, dossier: str, regime: str, reason: str) -> Changes:
    """Put a dossier under another law than its day of reception says, with a reason; it then keeps it.

    The law that follows from the day takes the choice back. ``Refused``: ``reason.missing``, ``regime.same``,
    ``dossier.locked``, ``legal.unknown`` as ``Damaged`` for an id there is not.
    """
    whole = editable(db, dossier)
    legal.regime(regime)
    why = _reason(reason)
    if regime == whole.regime:
        raise Refused("regime.same")
    by_day = legal.regime_on(whole.received_on).id if whole.received_on else ""
    records.patch(db, whole.dossier, {"regime": regime, "regime_reason": None if regime == by_day else why})
    documents = {"before": legal.regime(whole.regime).source.document, "document": legal.regime(regime).source.document}
    journal.write(db, "dossier.regime_set", dossier=dossier, reason=why, regime=regime, **documents)
    listing.refresh(db, dossier)
    return Changes(dossiers=frozenset({dossier}), outbox=True)


def editable(db: Db, dossier: str) -> Dossier:
    """A dossier that may still be changed; ``Refused``: ``dossier.locked`` with its ``state``."""
    whole = dossiers.load(db, dossier)
    if whole.state not in EDITABLE or desk.is_foreign(db, whole):
        raise Refused("dossier.locked", state=whole.state)
    return whole


def _check_free(db: Db, whole: Dossier) -> None:
    """Nobody decides for two PCs: while one conflict is open, the dossier stays at its step."""
    if listing.sync_mark(db, whole).state == "conflict":
        raise Refused("dossier.conflict")


def _move(db: Db, whole: Dossier, state: State, what: str, fields: Values | None = None, **details: Any) -> Changes:
    check_move(whole.state, state)
    if desk.is_foreign(db, whole):
        raise Refused("desk.not_yours")
    _check_free(db, whole)
    records.move(db, whole.dossier, {**(fields or {}), "state": state}, {"state": whole.state})
    journal.write(db, what, dossier=whole.id, **details)
    listing.refresh(db, whole.id)
    return Changes(dossiers=frozenset({whole.id}), outbox=True)


def _reason(reason: str) -> str:
    if not one_line(reason):
        raise Refused("reason.missing")
    return one_line(reason)


@only("write")
def pause(db: Db, dossier: str, reason: str) -> Changes:
    """Wait for the producer to complete the dossier. The legal day stays: the law names no pause (Điều 7.2)."""
    whole = dossiers.load(db, dossier)
    changes = _move(db, whole, "waiting", "dossier.paused", reason=_reason(reason))
    pauses.begin(db, dossier, _reason(reason))
    return changes


@only("write")
def resume(db: Db, dossier: str) -> Changes:
    """Go on after waiting for the producer."""
    changes = _move(db, dossiers.load(db, dossier), "open", "dossier.resumed")
    pauses.end(db, dossier)
    return changes


@only("write")
def seal(db: Db, dossier: str) -> Changes:
    """Finalise: keep the report's values as they are, for print, province and archive.

    ``Refused``: ``dossier.incomplete`` with ``problems``, ``dossier.unparsed`` with ``fields``, ``dossier.move``,
    ``dossier.conflict``, ``review.needed``, ``review.stale``.
    """
    whole = dossiers.load(db, dossier)
    check_move(whole.state, "sealed")
    _check_free(db, whole)
    if missing := [problem for problem in listing.problems(db, whole) if problem.blocks]:
        raise Refused("dossier.incomplete", problems=missing, count=len(missing))
    if whole.unparsed:
        raise Refused("dossier.unparsed", fields=sorted(whole.unparsed), count=len(whole.unparsed))
    # Two PCs may have sealed the same dossier: the move names the report that counts, numbers go on after all of them.
    revision = 1 + max((read_seal(each).revision for each in records.of_dossier(db, dossier, "report")), default=0)
    reviews.check(db, whole)
    form = report_form(whole)
    rubric = legal.find_criteria_set(whole.regime, whole.criteria_set) if whole.criteria_set else None
    known = rubric.version if rubric else 0
    body = sealed_body(whole, office(db), form, at=db.now(), officer=db.officer, revision=revision, rubric=known)
    record = records.add(db, "report", body, dossier=dossier, parent=dossier)
    details = {"report": record.id, "revision": revision}
    return _move(db, whole, "sealed", "dossier.sealed", {"report": record.id}, **details)


def report_form(whole: Dossier) -> FormSpec:
    """The form of the commune's report. ``Refused``: ``report.no_form`` for an older law, whose form is not known."""
    form = legal.form_of(whole.regime, "mau-03")
    if form is None:
        raise Refused("report.no_form", document=legal.regime(whole.regime).source.document)
    return form


@only("write")
def reopen(db: Db, dossier: str, reason: str) -> Changes:
    """Open a sealed or returned dossier again; the sealed report stays as it was, the next one has a new revision."""
    return _move(db, dossiers.load(db, dossier), "open", "dossier.reopened", reason=_reason(reason))


@only("write")
def withdraw(db: Db, dossier: str, reason: str) -> Changes:
    """The producer takes the dossier back, or it is given up: it stays readable and no day runs any more.

    ``Refused``: ``dossier.move`` once it was sealed or handed over, ``reason.missing``, ``dossier.conflict``.
    """
    whole = dossiers.load(db, dossier)
    why = _reason(reason)
    changes = _move(db, whole, "withdrawn", "dossier.withdrawn", reason=why)
    pauses.end(db, dossier)
    return changes


@only("send")
def hand_over(db: Db, dossier: str) -> Changes:
    """Hand the sealed dossier over: from here on it is the level's that receives it, until returned.

    Under an older law whose report form was not found nothing can be sealed: its dossier goes with the papers attached.
    """
    whole = dossiers.load(db, dossier)
    day = db.clock().astimezone().date().isoformat()
    if whole.state == "open" and legal.form_of(whole.regime, "mau-03") is None:
        if desk.is_foreign(db, whole):
            raise Refused("desk.not_yours")
        _check_free(db, whole)
        records.move(db, whole.dossier, {"state": "handed_over", "handed_on": day}, {"state": "open"})
        journal.write(db, "dossier.handed_over", dossier=dossier)
        listing.refresh(db, dossier)
        return Changes(dossiers=frozenset({dossier}), outbox=True)
    return _move(db, whole, "handed_over", "dossier.handed_over", {"handed_on": day})


def history(db: Db, dossier: str) -> list[HistoryLine]:
    """What was done with a dossier, latest first."""
    return [
        HistoryLine(at=entry.until, who=entry.officer, what=entry.what, details=entry.details)
        for entry in journal.of_dossier(db, dossier)
    ]


def producer_of(db: Db, dossier: str) -> str:
    """The id of a dossier's producer."""
    return dossiers.load(db, dossier).producer.id
