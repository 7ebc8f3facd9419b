"""What is written down about a product: recognition, inspection, a lower star, withdrawal, production that stopped."""

from datetime import date

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain import recognition_records
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.recognition import decided_by, may_record, term_ends, withdrawal_level
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, listing, records, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.naming import that_name

from . import register

PRODUCT_TYPES = frozenset({"recognition", "inspection", "demotion", "withdrawal", "stopped"})


def _level(db: Db) -> str:
    return str(settings.read(db, "office.level", "commune"))


def tidy(fields: Values) -> Values:
    """The fields as they are kept: clean text, nothing where nothing was typed."""
    return {key: (clean(value).strip() or None) if isinstance(value, str) else value for key, value in fields.items()}


def day_of(fields: Values, name: str) -> date:
    """A day that must be there. ``Refused``: ``recognition.missing``."""
    value = fields.get(name)
    if not isinstance(value, str) or not value:
        raise Refused("recognition.missing", field=name)
    return date.fromisoformat(value)


def offer(db: Db, dossier: str) -> Values:
    """What a recognition of a dossier begins with: stars and council result, kind, code, law and who decides it."""
    whole = dossiers.load(db, dossier)
    result = next(iter(reversed(that_name(db, "council_result", "dossier", dossier))), None)
    stars = int(result.body.get("stars") or 0) if result is not None else 0
    role = legal.regime(whole.regime).recognised_by(stars)
    return {
        "stars": stars or None,
        "total": result.body.get("total") if result is not None else None,
        "regime": whole.regime,
        "kind": whole.values.get("dossier.kind"),
        "code": whole.values.get("product.code"),
        "level": role.id if role else None,
        "authority": role.name if role else None,
        "decided_on": db.clock().astimezone().date().isoformat(),
    }


def awaiting(db: Db) -> list[tuple[str, str]]:
    """The dossiers a recognition may be written down for, with the words they are chosen by: handed over, or of a law that
    knew no hand-over, and not recognised yet."""
    ended = {str(each.body.get("dossier") or "") for each in records.of_type(db, "recognition")}
    found = []
    for record in records.of_type(db, "dossier"):
        state = record.body.get("state")
        if record.id in ended or state not in {"handed_over", "accepted", "open"}:
            continue
        whole = dossiers.load(db, record.id)
        if state == "open" and legal.form_of(whole.regime, "mau-03") is not None:
            continue
        values = (whole.values.get(key) for key in ("product.name", "producer.name", "dossier.year"))
        found.append((record.id, " · ".join(str(each) for each in values if each)))
    return found


@only("write")
def recognise(db: Db, dossier: str, fields: Values) -> Changes:
    """Write down a recognition of a dossier's product: ``stars``, ``decision_no``, ``decided_on``, ``authority``,
    ``certificate_no``, ``issued_on`` (the decision's day unless said), ``ends_on`` (36 months from the issue unless said),
    ``code``, ``unit_then``. It belongs to the commune of the dossier and travels down to it.

    ``Refused``: ``recognition.by_province`` at a commune, ``recognition.level`` where the regime lets another level decide,
    ``recognition.stars``, ``recognition.number``, ``recognition.days``, ``recognition.term``.
    """
    own = _level(db)
    if own == "commune":
        raise Refused("recognition.by_province")
    whole = dossiers.load(db, dossier)
    regime = legal.regime(whole.regime)
    given = tidy(fields)
    said = decided(own, regime, given)
    if whole.received_on is not None and str(said["decided_on"]) < whole.received_on.isoformat():
        raise Refused("recognition.days")
    commune = legal.commune(whole.dossier.unit)
    criteria = (
        legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version) if whole.criteria_set else None
    )
    body: Values = {
        "code": whole.values.get("product.code"),
        "unit_then": commune.full if commune else None,
        **given,
        **said,
        "dossier": dossier,
        "product": whole.product.id,
        "product_name": whole.values.get("product.name"),
        "producer_name": whole.values.get("producer.name"),
        "set_name": criteria.name if criteria else None,
        "kind": whole.values.get("dossier.kind"),
        "regime": whole.regime,
    }
    made = records.add(db, "recognition", body, dossier=dossier, parent=whole.product.id, unit=whole.dossier.unit)
    journal.write(db, "product.recognised", dossier=dossier, record=made.id, stars=given.get("stars"))
    listing.refresh(db, dossier)
    return _changes(made, "recognition", dossier)


def decided(own: str, regime: Regime, given: Values, today: date | None = None) -> Values:
    """What a decision says under a law, looked at as this level may write it down: its days, its end, who decided it.

    ``Refused``: ``recognition.level``, ``recognition.stars``, ``recognition.number``, ``recognition.term``,
    ``recognition.days``, also for a decision after ``today``.
    """
    stars = given.get("stars")
    role = decided_by(regime, stars if isinstance(stars, int) else 0)
    if not may_record(own, regime, int(stars or 0)):
        raise Refused("recognition.level")
    if not given.get("decision_no"):
        raise Refused("recognition.number")
    day = day_of(given, "decided_on")
    issued = date.fromisoformat(str(given["issued_on"])) if given.get("issued_on") else day
    ends = date.fromisoformat(str(given["ends_on"])) if given.get("ends_on") else term_ends(regime, issued)
    if ends is None:
        raise Refused("recognition.term")
    if not day <= issued < ends or (today is not None and day > today):
        raise Refused("recognition.days")
    return {
        "authority": given.get("authority") or role.name,
        "level": role.id,
        "issued_on": issued.isoformat(),
        "ends_on": ends.isoformat(),
        "decided_on": day.isoformat(),
    }


@only("write")
def correct(db: Db, record: str, fields: Values) -> Changes:
    """Correct a slip in what was written down (number, day, words); what it is about stays.

    ``Refused``: ``recognition.by_province``, ``recognition.days``, ``council.gone``.
    """
    found = records.find(db, record)
    if found is None or found.deleted or found.type not in PRODUCT_TYPES:
        raise Refused("product.gone")
    if found.type != "stopped" and _level(db) == "commune":
        raise Refused("recognition.by_province")
    given = {key: value for key, value in tidy(fields).items() if key not in {"product", "dossier", "regime", "level"}}
    if found.type == "recognition":
        after = recognition_records.recognised(_with(found, given))
        if not after.decided_on <= after.issued_on < after.ends:
            raise Refused("recognition.days")
    changed = records.patch(db, found, given)
    if changed:
        details = {key: [found.body.get(key), value] for key, value in changed.items()}
        journal.write(db, "product.corrected", dossier=found.dossier, record=record, fields=details)
    return _changes(found, found.type, found.dossier)


def _with(record: Record, given: dict[str, Value]) -> Record:
    return Record(
        id=record.id,
        type=record.type,
        unit=record.unit,
        dossier=record.dossier,
        body=records.overlay(record.body, given),
    )


def _standing(db: Db, product: str) -> tuple[register.ProductPage, str, int]:
    page = register.open_product(db, product)
    if page.standing is None or page.standing.state in {"withdrawn", "expired"}:
        raise Refused("recognition.none")
    return page, page.standing.recognition, page.standing.stars


@only("write")
def inspect(db: Db, product: str, fields: Values) -> Changes:
    """Write down an inspection (Điều 9): ``day``, ``conclusion_no``, ``finding``, ``breach`` where it concluded one, which
    starts the 15 days of Điều 8 khoản 4, ``again_on``: the day to look again, where the office set one. ``Refused``: ``recognition.by_province``, ``recognition.none``, ``recognition.missing``."""
    _decider(db)
    given = tidy(fields)
    day_of(given, "day")
    if not given.get("finding"):
        raise Refused("recognition.missing", field="finding")
    if given.get("again_on") and str(given["again_on"]) <= str(given["day"]):
        raise Refused("recognition.again")
    return _add(db, product, "inspection", given, "product.inspected")


def open_breaches(db: Db, product: str) -> list[Record]:
    """The inspections of a product that concluded a breach nobody found put right, the latest last."""
    ids = {each.id for each in register.of_line(db, product)}
    found = (each for each in records.of_type(db, "inspection") if each.body.get("product") in ids)
    return [each for each in found if each.body.get("breach") is True and not each.body.get("remedied_on")]


@only("write")
def remedied(db: Db, product: str, fields: Values) -> Changes:
    """Close the last inspection that concluded a breach: it was put right on ``day``, seen by ``note``; nothing is due for it.

    ``Refused``: ``recognition.by_province``, ``recognition.missing``, ``recognition.no_breach``, ``recognition.days``.
    """
    _decider(db)
    given = tidy(fields)
    day = day_of(given, "day")
    if not given.get("note"):
        raise Refused("recognition.missing", field="note")
    there = open_breaches(db, product)
    if not there:
        raise Refused("recognition.no_breach")
    for each in there:
        if day.isoformat() < str(each.body["day"]) or day > db.clock().astimezone().date():
            raise Refused("recognition.days")
        records.patch(db, each, {"remedied_on": day.isoformat(), "remedied_note": given["note"]})
        journal.write(db, "product.remedied", dossier=each.dossier, record=each.id, note=given["note"])
    return _changes(there[-1], "inspection", there[-1].dossier)


@only("write")
def lower(db: Db, product: str, fields: Values) -> Changes:
    """Write down a decision that lowers the stars: ``decision_no``, ``decided_on``, ``stars``, ``reason``. QĐ 26/2026 names no
    such procedure: it is kept as the authority decided it. ``Refused``: ``recognition.lower``, ``recognition.number``…"""
    _decider(db)
    given = tidy(fields)
    day_of(given, "decided_on")
    _page, _recognition, now = _standing(db, product)
    stars = given.get("stars")
    if not isinstance(stars, int) or not 3 <= stars < now:
        raise Refused("recognition.lower", stars=now)
    if not given.get("decision_no"):
        raise Refused("recognition.number")
    if not one_line(str(given.get("reason") or "")):
        raise Refused("reason.missing")
    return _add(db, product, "demotion", given, "product.lowered")


@only("write")
def withdraw(db: Db, product: str, fields: Values) -> Changes:
    """Write down a withdrawal (Điều 8): ``decision_no``, ``decided_on``, ``ground`` (1 to 6, the printed order), ``reason``.

    ``Refused``: ``recognition.by_province``, ``recognition.ground``, ``recognition.number``, ``recognition.none``,
    ``recognition.days`` for a decision before the recognition.
    """
    own = _decider(db)
    given = tidy(fields)
    decided = day_of(given, "decided_on")
    law = legal.regime_on(decided)
    page, recognition, stars = _standing(db, product)
    grounds = law.withdrawal.grounds if law.withdrawal is not None else ()
    ground = given.get("ground")
    if not isinstance(ground, int) or not 1 <= ground <= len(grounds):
        raise Refused("recognition.ground")
    if not given.get("decision_no"):
        raise Refused("recognition.number")
    issued = next(each.day for each in page.events if each.record == recognition)
    if decided < issued:
        raise Refused("recognition.days")
    level = withdrawal_level(law, stars)
    if own != "province" and own != level:
        raise Refused("recognition.level")
    due = page.standing.withdraw_by if page.standing is not None else None
    kept = {"level": level, "ground_text": grounds[ground - 1], "due": due.isoformat() if due else None}
    return _add(db, product, "withdrawal", {**given, **kept, "regime": law.id}, "product.withdrawn")


@only("write")
def stopped(db: Db, product: str, fields: Values) -> Changes:
    """The commune confirms that the producer no longer makes the product (Điều 8 khoản 4): ``day``, ``number``, ``reason``.
    The 15 days of the withdrawal run from that day. ``Refused``: ``recognition.none``, ``recognition.missing``."""
    given = tidy(fields)
    day_of(given, "day")
    return _add(db, product, "stopped", given, "product.stopped")


def _decider(db: Db) -> str:
    own = _level(db)
    if own == "commune":
        raise Refused("recognition.by_province")
    return own


def _add(db: Db, product: str, type_: str, given: Values, what: str) -> Changes:
    _page, recognition, _stars = _standing(db, product)
    latest = register.of_line(db, product)[-1]
    today = db.clock().astimezone().date()
    own = records.get(db, recognition)
    body: Values = {"regime": legal.regime_on(today).id, **given, "product": latest.id, "recognition": recognition}
    made = records.add(db, type_, body, dossier=own.dossier, parent=latest.id, unit=latest.unit)
    journal.write(db, what, dossier=own.dossier, record=made.id)
    return _changes(made, type_, own.dossier)


def _changes(record: Record, type_: str, dossier: str | None) -> Changes:
    touched = frozenset({dossier} if dossier else set())
    return Changes(types=frozenset({type_, "product"}), dossiers=touched, outbox=True, created=record.id)
