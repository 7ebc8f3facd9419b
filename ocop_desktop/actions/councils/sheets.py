"""A member's sheet of one dossier, as it is read off the paper: answer by answer, saved at each key."""

from dataclasses import dataclass

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.councils import Sheet, differences, open_criteria
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.scoring import rejections
from ocop_desktop.domain.text import clean
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, records
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.naming import that_name

from . import seats

SCORE, REJECT, COMMENT = "score.", "reject.", "comment"


@dataclass(frozen=True, kw_only=True)
class SheetPage:
    """A sheet on screen. ``entry`` is 1, or 2 for the second hand of a blind double entry; ``differs`` is filled once both
    hands are done. ``locked``: the result was recorded."""

    session: str
    case: str
    member: str
    entry: int
    member_name: str
    product: str
    producer: str
    regime: str
    criteria_set: str
    answers: dict[str, str]
    ticked: frozenset[int]
    comment: str
    done: bool
    locked: bool
    double_entry: bool
    differs: tuple[str, ...] = ()


def of_case(db: Db, session: str, case: str) -> list[Record]:
    """Every sheet of a dossier in a session, both hands."""
    return [each for each in that_name(db, "council_sheet", "session", session) if each.body.get("case") == case]


def read(record: Record) -> Sheet:
    """A sheet's record as the rules read it."""
    body = record.body
    return Sheet(
        member=str(body.get("member") or ""),
        answers={key.removeprefix(SCORE): str(value) for key, value in body.items() if key.startswith(SCORE) and value},
        ticked=frozenset(
            int(key.removeprefix(REJECT)) for key, value in body.items() if key.startswith(REJECT) and value
        ),
    )


def _find(db: Db, session: str, case: str, member: str, entry: int) -> Record | None:
    return next(
        (
            each
            for each in of_case(db, session, case)
            if (each.body.get("member"), each.body.get("entry")) == (member, entry)
        ),
        None,
    )


def criteria_of(db: Db, case: str) -> CriteriaSet:
    """The rubric a dossier is scored by, under its own law. ``Refused``: ``council.no_rubric``."""
    whole = dossiers.load(db, case)
    found = (
        legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version) if whole.criteria_set else None
    )
    if found is None:
        raise Refused("council.no_rubric")
    return found


def open_sheet(db: Db, session: str, case: str, member: str, entry: int = 1) -> SheetPage:
    """Read a sheet, begun or not. The other hand's answers are not shown before both are done."""
    whole = dossiers.load(db, case)
    who = seats.need(db, member, "council_member")
    council = seats.council(db, seats.session(db, session).council)
    record = _find(db, session, case, member, entry)
    sheet = read(record) if record else Sheet(member=member, answers={})
    other = _find(db, session, case, member, 3 - entry) if council.double_entry else None
    both = bool(record and other and record.body.get("done") and other.body.get("done"))
    return SheetPage(
        session=session,
        case=case,
        member=member,
        entry=entry,
        member_name=str(who.body.get("name") or ""),
        product=str(whole.values.get("product.name") or ""),
        producer=str(whole.values.get("producer.name") or ""),
        regime=whole.regime,
        criteria_set=whole.criteria_set,
        answers=dict(sheet.answers),
        ticked=sheet.ticked,
        comment=str(record.body.get(COMMENT) or "") if record else "",
        done=bool(record and record.body.get("done")),
        locked=is_decided(db, session, case),
        double_entry=council.double_entry,
        differs=differences(sheet, read(other)) if both and other else (),
    )


def is_decided(db: Db, session: str, case: str) -> bool:
    """Whether the result of a dossier in that session was recorded."""
    return any(each.body.get("session") == session for each in that_name(db, "council_result", "dossier", case))


@only("write")
def write(db: Db, session: str, case: str, member: str, field: str, value: Value, entry: int = 1) -> Changes:
    """Keep one answer (``score.<criterion>``), tick (``reject.<n>``) or the ``comment``; None takes it away.

    ``Refused``: ``council.level``, ``council.decided``, ``council.answer``, ``council.gone``.
    """
    return _keep(db, session, case, member, {field: value}, entry)


def _keep(db: Db, session: str, case: str, member: str, fields: Values, entry: int) -> Changes:
    if seats.level(db) == "commune":
        raise Refused("council.level")
    if is_decided(db, session, case):
        raise Refused("council.decided")
    criteria = criteria_of(db, case)
    for field, value in fields.items():
        _check(criteria, field, value)
    kept = {key: (clean(value).strip() or None) if isinstance(value, str) else value for key, value in fields.items()}
    record = _find(db, session, case, member, entry)
    if record is not None:
        changed = records.patch(db, record, kept)
        again = [key for key in changed if key.startswith((SCORE, REJECT))]
        if again and record.body.get("done"):  # a sheet scored again after the council talked: who, when, from what
            details = {key: [record.body.get(key), changed[key]] for key in again}
            journal.write(db, "sheet.changed", dossier=case, record=record.id, fields=details)
        return Changes(types=frozenset({"council_sheet"}), outbox=bool(changed))
    who = seats.need(db, member, "council_member")
    there = seats.session(db, session)
    if case not in there.cases or who.body.get("council") != there.council:
        raise Refused("council.gone")
    body: Values = {
        "session": session,
        "case": case,
        "member": member,
        "entry": entry,
        "regime": criteria_regime(db, case),
        "set": criteria.code,
        "rubric": criteria.id,
        "rubric_version": criteria.version,
        **kept,
    }
    made = records.add(db, "council_sheet", body, parent=session)
    return Changes(types=frozenset({"council_sheet"}), outbox=True, created=made.id)


def criteria_regime(db: Db, case: str) -> str:
    """The regime of a dossier."""
    return dossiers.load(db, case).regime


def _check(criteria: CriteriaSet, field: str, value: Value) -> None:
    if field.startswith(SCORE):
        leaf = criteria.criterion(field.removeprefix(SCORE))
        good = leaf is not None and (value is None or (isinstance(value, str) and leaf.points(value) is not None))
    elif field.startswith(REJECT):
        good = field.removeprefix(REJECT) in {str(rule.no) for rule in rejections(criteria)}
    else:
        good = field == COMMENT
    if not good:
        raise Refused("council.answer")


@only("write")
def finish(db: Db, session: str, case: str, member: str, entry: int = 1) -> Changes:
    """The whole paper is in. ``Refused``: ``sheet.unfinished`` with ``count``, ``council.decided``."""
    if is_decided(db, session, case):
        raise Refused("council.decided")
    record = _find(db, session, case, member, entry)
    missing = open_criteria(criteria_of(db, case), read(record).answers if record else {})
    if record is None or missing:
        raise Refused("sheet.unfinished", count=len(missing))
    records.patch(db, record, {"done": True})
    journal.write(db, "sheet.done", dossier=case, record=record.id, entry=entry)
    return Changes(types=frozenset({"council_sheet"}), outbox=True)
