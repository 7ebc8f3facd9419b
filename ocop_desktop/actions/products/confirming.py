"""What is done with stars that a list told: confirmed by the decision, sent back with a remark, corrected, or dropped."""

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import former_units, journal, lines, records, settings
from ocop_desktop.storage.db import Db

from . import claims, recognising, register
from .claims import RETURNED, RETURNED_ON


def offer(db: Db, product: str) -> Values:
    """What a confirmation begins with: what was told."""
    record = _told(db, product)
    body = record.body
    given: Values = {name: body.get(f"claim.{name}") for name in claims.FIELDS}
    return {**given, "code": body.get("code"), "unit_then": body.get("unit_then")}


@only("write")
def confirm(db: Db, product: str, fields: Values) -> Changes:
    """Write the recognition that a list told of, once its decision is known: the fields of ``recognising.recognise``.

    It stands under the law of the decision's day and belongs to the product's commune. ``Refused``: ``claim.none``, and
    those of ``recognising.recognise``, ``legal.no_regime``.
    """
    own = str(settings.read(db, "office.level", "commune"))
    if own == "commune":
        raise Refused("recognition.by_province")
    record = _told(db, product)
    given = recognising.tidy(fields)
    regime = legal.regime_on(recognising.day_of(given, "decided_on"))
    decided = recognising.decided(own, regime, given, today=db.clock().astimezone().date())
    producer = records.find(db, str(record.body.get("producer") or ""))
    set_code = str(record.body.get("set") or "")
    criteria = legal.find_criteria_set(regime.id, set_code) if set_code else None
    body: Values = {
        "code": record.body.get("code"),
        "unit_then": record.body.get("unit_then") or former_units.name(db, record.unit),
        "kind": "lan-dau",
        **{key: value for key, value in given.items() if value is not None},
        **decided,
        "product": record.id,
        "product_name": record.body.get("name"),
        "producer_name": producer.body.get("name") if producer is not None else None,
        "set_name": criteria.name if criteria else None,
        "regime": regime.id,
    }
    made = records.add(db, "recognition", body, parent=record.id, unit=record.unit)
    if record.body.get(RETURNED):
        records.patch(db, record, {RETURNED: None, RETURNED_ON: None})
    journal.write(db, "product.confirmed", record=made.id, stars=body["stars"])
    return Changes(types=frozenset({"recognition", "product"}), outbox=True, created=made.id)


@only("write")
def send_back(db: Db, product: str, remark: str) -> Changes:
    """Send what was told back to the commune, with what is to be put right. ``Refused``: ``claim.none``,
    ``recognition.by_province``, ``reason.missing``."""
    if settings.read(db, "office.level", "commune") == "commune":
        raise Refused("recognition.by_province")
    record = _told(db, product)
    why = one_line(remark)
    if not why:
        raise Refused("reason.missing")
    today = db.clock().astimezone().date().isoformat()
    return _patch(db, record, {RETURNED: why, RETURNED_ON: today}, "claim.returned", reason=why)


@only("write")
def amend(db: Db, product: str, fields: Values) -> Changes:
    """Correct what was told: ``stars``, ``decision_no``, ``decided_on``, ``ends_on``, ``authority``. It then waits again.

    ``Refused``: ``claim.none``, ``recognition.days``, ``recognition.stars``.
    """
    record = _told(db, product)
    given = recognising.tidy({name: value for name, value in fields.items() if name in claims.FIELDS})
    whole = {name: given.get(name, record.body.get(f"claim.{name}")) for name in claims.FIELDS}
    if whole["stars"] not in {None, 1, 2, 3, 4, 5}:
        raise Refused("recognition.stars")
    if whole["decided_on"] and whole["ends_on"] and str(whole["ends_on"]) <= str(whole["decided_on"]):
        raise Refused("recognition.days")
    read = {key: None for key in record.body if key.startswith(("unread.one.", "unread.two.", "unread.now."))}
    changed: Values = {f"claim.{name}": value for name, value in given.items()}
    return _patch(db, record, {**changed, **read, RETURNED: None, RETURNED_ON: None}, "claim.amended")


@only("write")
def drop(db: Db, product: str, reason: str) -> Changes:
    """Say no more of the stars: the product stays, what was told stands in the journal. ``Refused``: ``claim.none``,
    ``reason.missing``."""
    record = _told(db, product)
    why = one_line(reason)
    if not why:
        raise Refused("reason.missing")
    gone: Values = {key: None for key in record.body if key.startswith("claim.") and key != "claim.group"}
    gone |= {key: None for key in record.body if key.startswith(("unread.one.", "unread.two.", "unread.now."))}
    return _patch(db, record, gone, "claim.dropped", reason=why)


def _patch(db: Db, record: Record, fields: Values, what: str, **details: str) -> Changes:
    changed = records.patch(db, record, fields)
    if changed:
        before = {key: [record.body.get(key), value] for key, value in changed.items()}
        journal.write(db, what, record=record.id, fields=before, **details)
    return Changes(types=frozenset({"product"}), outbox=bool(changed), created=record.id)


def _told(db: Db, product: str) -> Record:
    """The record that tells, of a product that no recognition confirms. ``Refused``: ``product.gone``, ``claim.none``."""
    line = register.of_line(db, product)
    ids = {lines.line_of(each) for each in line} | {each.id for each in line}
    confirmed = any(each.body.get("product") in ids for each in records.of_type(db, "recognition"))
    found = next((each for each in reversed(line) if claims.told(each)), None)
    if confirmed or found is None:
        raise Refused("claim.none")
    return found
