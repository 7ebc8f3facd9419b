"""The legal clock: every day the law sets for what this office keeps, from dossiers, recognitions, rounds and transitions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from ocop_desktop import legal
from ocop_desktop.actions.reports import periodic
from ocop_desktop.domain import calendar, recognition, recognition_records, transitions
from ocop_desktop.domain.calendar import Holidays
from ocop_desktop.domain.dossiers import Stage
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.recognition import Happening, Recognised
from ocop_desktop.domain.records import ACCEPTED_ON, Record
from ocop_desktop.domain.regimes import Level, Regime, rounds_of
from ocop_desktop.errors import Refused
from ocop_desktop.storage import holidays, lines, records, settings
from ocop_desktop.storage.db import Db

Kind = Literal[
    "commune_due",
    "round_receipt",
    "round_closes",
    "round_assessed",
    "filing_opens",
    "filing_closes",
    "certificate_ends",
    "extension_ends",
    "reassess_by",
    "withdraw_by",
    "inspect_again",
    "transition",
    "report_due",
]
"""``round_receipt``: the last day to receive a dossier that has all its working days before a round closes."""

AHEAD = timedelta(days=60)
"""How far "coming up" looks ahead; the filing window is shown from its first day on."""

_RUNNING: frozenset[str] = frozenset({"checking", "assessing", "waiting", "sealed", "returned"})


@dataclass(frozen=True, kw_only=True)
class Event:
    """One legal day. ``title``: the product, where it has one; ``number``: of a round; ``days_left``: working days for the
    commune's time, days of the calendar for all others, negative once past. ``open``: somebody still has to act."""

    day: date
    kind: Kind
    article: str
    days_left: int
    dossier: str = ""
    title: str = ""
    producer: str = ""
    number: int = 0
    year: int = 0
    stage: Stage | None = None
    product: str = ""
    """The product's record, of a day that belongs to a recognition."""
    text: str = ""
    open: bool = True
    period: str = ""
    """The code of the period, of a day a periodic report is due."""


@dataclass(frozen=True, kw_only=True)
class Month:
    """A month with its legal days and its days off; ``unsure``: days of that year nobody compared with the notice."""

    first: date
    events: tuple[Event, ...]
    off: dict[date, str]
    worked: dict[date, str]
    unsure: frozenset[date]
    complete: bool


def events(db: Db, first: date, last: date) -> list[Event]:
    """Every legal day from ``first`` to ``last``, by day."""
    today = db.clock().astimezone().date()
    table = holidays.table(db)
    found = [
        *_dossiers(db, first, last, today, table),
        *_rounds(db, first, last, today, table),
        *_products(db, first, last, today),
    ]
    found += _transitions(db, today)
    kept = (event for event in found if first <= event.day <= last)
    return sorted(kept, key=lambda event: (event.day, _ORDER[event.kind], event.title, event.dossier))


_ORDER: dict[str, int] = {kind: at for at, kind in enumerate(("commune_due", "withdraw_by", "inspect_again", "filing_closes", "certificate_ends",
    "extension_ends", "reassess_by", "transition", "round_closes", "round_receipt", "filing_opens", "round_assessed"))}  # fmt: skip


def month(db: Db, year: int, number: int) -> Month:
    """One month as the calendar shows it."""
    first = date(year, number, 1)
    last = calendar.add_months(first, 1) - timedelta(days=1)
    table = holidays.table(db)
    inside = [day for day in table.days if first <= day.day <= last]
    return Month(
        first=first,
        events=tuple(sorted([*reports(db, first, last), *events(db, first, last)], key=lambda event: event.day)),
        off={day.day: day.name for day in inside if day.day in table.off},
        worked={day.day: day.name for day in inside if day.day in table.worked},
        unsure=frozenset(day.day for day in inside if day.status == "check"),
        complete=table.complete(year),
    )


def upcoming(db: Db, ahead: timedelta = AHEAD) -> list[Event]:
    """What is overdue and what comes within ``ahead``, and filing windows that are open now; what needs nobody is left out."""
    today = db.clock().astimezone().date()
    found = events(db, date(2019, 1, 1), max(today + ahead, today + timedelta(days=200)))
    kept = [each for each in reports(db, today - _PAST, today + ahead) if each.open and each.text != "ahead"]
    soon = set[tuple[str, str]]()
    for event in found:  # by day: what comes soon is met before what is further ahead
        if event.day <= today + ahead:
            if event.open and (event.day >= today or event.kind in _STAY):
                kept.append(event)
                soon.add((event.product or event.title, event.kind))
        elif (
            event.kind == "filing_closes"
            and event.text == "filing"
            and (event.product or event.title, event.kind) not in soon
        ):
            kept.append(event)
    return sorted(kept, key=lambda event: event.day)


_STAY = frozenset({"commune_due", "withdraw_by", "inspect_again", "reassess_by", "transition"})
"""What stays in sight when its day has passed."""


_PAST = timedelta(days=366)


def reports(db: Db, first: date, last: date) -> list[Event]:
    """The days the periodic reports of this office are due, as the province's plan sets them.

    ``open``: nobody sealed it and it is still asked for. ``text`` is ``ahead`` while the period has not begun.
    """
    today = db.clock().astimezone().date()
    return [
        Event(
            day=line.due,
            kind="report_due",
            article="",
            days_left=(line.due - today).days,
            period=line.period.code,
            text="ahead" if line.first > today else line.state,
            open=line.late or (line.due >= today and line.state in {"none", "writing"}),
        )
        for line in periodic.due_between(db, first, last)
    ]


def _dossiers(db: Db, first: date, last: date, today: date, table: Holidays) -> Iterator[Event]:
    newest = legal.regimes()[-1]
    rows = db.conn.execute(
        "SELECT id, product, producer, stage, due FROM dossier_row WHERE due BETWEEN ? AND ? AND due IS NOT NULL",
        (first.isoformat(), last.isoformat()),
    )
    days = newest.deadlines.commune_working_days
    for id_, product, producer, stage, due in rows:
        if stage in _RUNNING:
            day = date.fromisoformat(due)
            yield Event(
                day=day, kind="commune_due", article=days.article if days else "", dossier=id_, title=product,
                producer=producer, stage=stage, days_left=calendar.days_left(today, day, table),
            )  # fmt: skip
    limit = newest.deadlines.reassessment_days
    if limit is None:
        return
    sent = db.conn.execute(
        "SELECT r.id, w.product, w.producer, w.stage, "
        # From the day it was found complete; until then from the day it was sent, the earliest it can be.
        "CASE json_extract(r.body, '$.state') WHEN 'accepted' "
        "THEN COALESCE(json_extract(r.body, ?), json_extract(r.body, '$.handed_on')) "
        "ELSE json_extract(r.body, '$.handed_on') END FROM record r "
        "JOIN dossier_row w ON w.id = r.id WHERE r.type = 'dossier' AND r.deleted = 0 "
        "AND json_extract(r.body, '$.kind') = 'phan-hang-lai' "
        "AND json_extract(r.body, '$.state') IN ('handed_over', 'accepted')",
        (f'$."{ACCEPTED_ON}"',),
    )
    for id_, product, producer, stage, since in sent:
        if since:
            day = date.fromisoformat(since) + timedelta(days=limit.value)
            yield _event(day, "reassess_by", limit.article, today, dossier=id_, title=product, producer=producer,
                         stage=stage, open=today <= day)  # fmt: skip


def _event(day: date, kind: Kind, article: str, today: date, **more: object) -> Event:
    return Event(day=day, kind=kind, article=article, days_left=(day - today).days, **more)  # type: ignore[arg-type]


def _rounds(db: Db, first: date, last: date, today: date, table: Holidays) -> Iterator[Event]:
    now = legal.regimes()[-1]
    level: Level = "central" if settings.read(db, "office.level") == "province" else "province"
    days = now.deadlines.commune_working_days
    article = next((each.article for each in now.rounds if each.level == level), "")
    since = date.fromisoformat(now.valid_from)
    for year in range(max(first.year, since.year), last.year + 2):
        for each in rounds_of(now.rounds, level, year):
            if each.proposed_before < since:
                continue
            more = {"number": each.no, "year": year}
            yield _event(each.proposed_before, "round_closes", article, today, **more)
            assessed_year = year if each.assessed_before > each.proposed_before else year + 1
            yield _event(each.assessed_before.replace(year=assessed_year), "round_assessed", article, today,
                         **more, open=False)  # fmt: skip
            if days is not None and level == "province":
                latest = calendar.last_receipt(each.proposed_before, days.value, table)
                yield _event(latest, "round_receipt", days.article, today, **more)


def _products(db: Db, first: date, last: date, today: date) -> Iterator[Event]:
    """The days of recognised products, from what the province or the councils wrote down."""
    now = legal.regimes()[-1]
    by_product: dict[str, list[Record]] = {}
    joined = lines.joined(db)
    for record in records.of_type(db, "recognition"):
        product = _product_of(db, record)
        by_product.setdefault(joined.get(product, product), []).append(record)
    if not by_product:
        return
    happened = _happenings(db, joined)
    filed = _filed(db, joined)
    for product, own in by_product.items():
        known = [each for each in map(_recognised, own) if each is not None]
        standing = recognition.standing(known, happened.get(product, []), today, now, filed.get(product, (None, ""))[0])
        if standing is None or standing.state in {"withdrawn"}:
            continue
        latest = next(record for record in own if record.id == standing.recognition)
        dossier = filed.get(product, (None, ""))[1] or str(latest.body.get("dossier") or "")
        found = _of_product(now, standing, today, dossier, product)
        inside = [event for event in found if first <= event.day <= last]
        if inside:  # most of 20,000 products have no day in the month: their names are not read
            name = _name(db, product, latest.body)
            yield from (replace(event, title=name) for event in inside)


def _of_product(
    now: Regime, standing: recognition.Standing, today: date, dossier: str, product: str
) -> Iterator[Event]:
    limits = now.deadlines
    acts = standing.state in {"valid", "filing"}
    more: dict[str, object] = {"dossier": dossier, "product": product, "text": standing.state}
    if standing.filing is not None and limits.filing_first_day_before is not None:
        article = limits.filing_first_day_before.article
        yield _event(standing.filing[0], "filing_opens", article, today, **more, open=acts)
        yield _event(standing.filing[1], "filing_closes", article, today, **more, open=acts)
    months = limits.certificate_months.article if limits.certificate_months else ""
    yield _event(standing.ends, "certificate_ends", months, today, **more)
    if standing.last != standing.ends and limits.late_extension_days is not None:
        yield _event(standing.last, "extension_ends", limits.late_extension_days.article, today, **more)
    if standing.withdraw_by is not None and limits.withdrawal_days is not None:
        yield _event(standing.withdraw_by, "withdraw_by", limits.withdrawal_days.article, today, **more)
    if standing.inspect_on is not None:
        yield _event(standing.inspect_on, "inspect_again", "Điều 9", today, **more)


def _recognised(record: Record) -> Recognised | None:
    body = record.body
    issued, decided = _day(body.get("issued_on")), _day(body.get("decided_on"))
    issued = issued or decided
    if issued is None:
        return None
    ends = _day(body.get("ends_on"))
    if ends is None:
        try:
            ends = recognition.term_ends(legal.regime_on(issued), issued)
        except Refused:
            ends = None
    if ends is None:
        return None
    stars = body.get("stars")
    return Recognised(
        id=record.id, stars=stars if isinstance(stars, int) else 0, decided_on=decided or issued, issued_on=issued, ends=ends,
        kind=str(body.get("kind") or "lan-dau"),
    )  # fmt: skip


def _happenings(db: Db, joined: dict[str, str]) -> dict[str, list[Happening]]:
    found: dict[str, list[Happening]] = {}
    for kind in recognition_records.HAPPENINGS:
        for record in records.of_type(db, kind):
            day = _day(record.body.get("day")) or _day(record.body.get("decided_on"))
            if day is not None:
                each = recognition_records.happening(record)
                product = _product_of(db, record)
                found.setdefault(joined.get(product, product), []).append(each)
    return found


def _product_of(db: Db, record: Record) -> str:
    if product := record.body.get("product"):
        return str(product)
    dossier = records.find(db, str(record.body.get("dossier") or record.dossier or ""))
    return str(dossier.body.get("product") or "") if dossier is not None else record.id


def _filed(db: Db, joined: dict[str, str]) -> dict[str, tuple[date | None, str]]:
    """By product: when a dossier that follows a recognition was received, and which; withdrawn ones do not count."""
    rows = db.conn.execute(
        "SELECT json_extract(body, '$.product'), json_extract(body, '$.received_on'), id FROM record "
        "WHERE type = 'dossier' AND deleted = 0 AND json_extract(body, '$.kind') IN ('nang-hang', 'phan-hang-lai') "
        "AND coalesce(json_extract(body, '$.state'), '') <> 'withdrawn' ORDER BY 2"
    )
    return {joined.get(product, product): (_day(day), id_) for product, day, id_ in rows if product}


def _name(db: Db, product: str, body: Values) -> str:
    found = records.find(db, product)
    return str((found.body.get("name") if found else None) or body.get("product_name") or "")


def _transitions(db: Db, today: date) -> Iterator[Event]:
    """Dossiers received before the law of today that had to be finished by a day (Điều 12)."""
    newest = legal.regimes()[-1]
    rows = db.conn.execute(
        "SELECT r.id, w.product, w.producer, w.stage, json_extract(r.body, '$.kind'), json_extract(r.body, '$.received_on') "
        "FROM record r JOIN dossier_row w ON w.id = r.id WHERE r.type = 'dossier' AND r.deleted = 0 "
        "AND json_extract(r.body, '$.received_on') < ?",
        (newest.valid_from,),
    )
    for id_, product, producer, stage, kind, received in rows:
        filed = _day(received)
        if filed is None or stage not in _RUNNING:
            continue
        rule, until = (
            transitions.of_dossier(newest, kind or "", filed),
            transitions.finish_by(newest, kind or "", filed),
        )
        if rule is not None and until is not None:
            yield _event(until, "transition", rule.article, today, dossier=id_, title=product, producer=producer,
                         stage=stage, text=rule.text)  # fmt: skip


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
