"""A council, its members, its rules, and its sessions with the dossiers put before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.councils import COMBINATIONS, ROLES, Role, Rules, Seat
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.recognition import may_sit
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, records, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.naming import that_name

CASE = "case."
"""A session names its dossiers in fields ``case.<id of the dossier>``, with their place in the order."""
_RULES = ("quorum_percent", "chair_needed", "spread", "combination", "double_entry")
_ARRIVED = frozenset({"handed_over", "accepted"})
_ROLE_ORDER = {role: at for at, role in enumerate(ROLES)}


@dataclass(frozen=True, kw_only=True)
class Member:
    """A member as people read it: ``office`` is where the person works, ``position`` what they are there."""

    id: str
    name: str
    role: Role
    position: str = ""
    office: str = ""
    scores: bool = True

    @property
    def seat(self) -> Seat:
        """The member as the rules count it."""
        return Seat(id=self.id, name=self.name, role=self.role, scores=self.scores)


@dataclass(frozen=True, kw_only=True)
class Council:
    """A council: the decision that set it up, its members in the order of their roles, its rules."""

    id: str
    name: str
    level: str
    decision_no: str = ""
    decided_on: date | None = None
    regulation: str = ""
    double_entry: bool = False
    rules: Rules
    members: tuple[Member, ...] = ()

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Its members as the rules count them."""
        return tuple(member.seat for member in self.members)


@dataclass(frozen=True, kw_only=True)
class Session:
    """One meeting: its day, its council, and the dossiers put before it in their order."""

    id: str
    council: str
    title: str
    held_on: date | None
    place: str
    cases: tuple[str, ...]


def level(db: Db) -> str:
    """The level of this office."""
    return str(settings.read(db, "office.level", "commune"))


def _may(db: Db) -> str:
    own = level(db)
    if own == "commune":
        raise Refused("council.level")
    return own


def day_of(value: object) -> date | None:
    """A stored day."""
    return date.fromisoformat(str(value)) if value else None


def rules_of(body: Values) -> Rules:
    """The rules kept with a council; what is not kept is the default."""
    plain = Rules()
    percent, spread, how = body.get("quorum_percent"), body.get("spread"), body.get("combination")
    return Rules(
        quorum_percent=percent if isinstance(percent, int) else plain.quorum_percent,
        chair_needed=plain.chair_needed if body.get("chair_needed") is None else body.get("chair_needed") is True,
        spread=spread if isinstance(spread, int) else plain.spread,
        combination=next((each for each in COMBINATIONS if each == how), plain.combination),
    )


def _council(db: Db, record: Record) -> Council:
    body = record.body
    members = [_member(each) for each in that_name(db, "council_member", "council", record.id)]
    return Council(
        id=record.id,
        name=str(body.get("name") or ""),
        level=str(body.get("level") or ""),
        decision_no=str(body.get("decision_no") or ""),
        decided_on=day_of(body.get("decided_on")),
        regulation=str(body.get("regulation") or ""),
        double_entry=body.get("double_entry") is True,
        rules=rules_of(body),
        members=tuple(sorted(members, key=lambda each: _ROLE_ORDER[each.role])),
    )


def _member(record: Record) -> Member:
    body = record.body
    return Member(
        id=record.id,
        name=str(body.get("name") or ""),
        role=next((role for role in ROLES if role == body.get("role")), "member"),
        position=str(body.get("position") or ""),
        office=str(body.get("office") or ""),
        scores=body.get("scores") is not False,
    )


def need(db: Db, record: str, type_: str) -> Record:
    """A living record of a type. ``Refused``: ``council.gone``."""
    found = records.find(db, record)
    if found is None or found.deleted or found.type != type_:
        raise Refused("council.gone")
    return found


def councils(db: Db) -> list[Council]:
    """Every council of this office, the latest first."""
    return [_council(db, record) for record in reversed(records.of_type(db, "council"))]


def council(db: Db, council_id: str) -> Council:
    """One council with its members. ``Refused``: ``council.gone``."""
    return _council(db, need(db, council_id, "council"))


def _tidy(fields: Values) -> Values:
    return {key: (one_line(value) or None) if isinstance(value, str) else value for key, value in fields.items()}


def _checked(fields: Values) -> Values:
    tidy = _tidy(fields)
    plain = Rules()
    percent, spread = (
        default if tidy.get(key) is None else tidy[key]
        for key, default in (("quorum_percent", plain.quorum_percent), ("spread", plain.spread))
    )
    if not (isinstance(percent, int) and 1 <= percent <= 100 and isinstance(spread, int) and 0 <= spread <= 10_000):
        raise Refused("council.rules")
    return tidy


@only("write")
def create(db: Db, fields: Values) -> Changes:
    """Set up a council of this office: ``name``, ``decision_no``, ``decided_on``, its rules (``quorum_percent``,
    ``chair_needed``, ``spread`` in hundredths, ``combination``), ``regulation`` that they stand in, ``double_entry``.

    ``Refused``: ``council.level``, ``council.nameless``, ``council.rules``.
    """
    own = _may(db)
    body = _checked(fields)
    if not body.get("name"):
        raise Refused("council.nameless")
    regime = _law_of(own, day_of(body.get("decided_on")) or db.clock().astimezone().date())
    record = records.add(db, "council", {**body, "level": own, "regime": regime})
    journal.write(db, "council.created", record=record.id)
    return Changes(types=frozenset({"council"}), outbox=True, created=record.id)


def _law_of(own: str, day: date) -> str:
    """The law a council sits under: that of the day, or the last one that gave this level a council."""
    regime = legal.regime_on(day)
    sitting = [each for each in legal.regimes() if may_sit(own, each)]
    return regime.id if may_sit(own, regime) or not sitting else sitting[-1].id


@only("write")
def save(db: Db, council_id: str, fields: Values) -> Changes:
    """Change a council's words or rules. ``Refused``: ``council.gone``, ``council.nameless``, ``council.rules``,
    ``council.decided`` for a rule that a recorded result rests on."""
    _may(db)
    body = _checked(fields)
    if "name" in body and not body["name"]:
        raise Refused("council.nameless")
    there = need(db, council_id, "council")
    if any(body.get(key, there.body.get(key)) != there.body.get(key) for key in _RULES) and _has_results(
        db, council_id
    ):
        raise Refused("council.decided")
    changed = records.patch(db, there, body)
    if changed:
        journal.write(db, "council.changed", record=council_id, fields=sorted(changed))
    return Changes(types=frozenset({"council"}), outbox=bool(changed))


def _has_results(db: Db, council_id: str) -> bool:
    return any(that_name(db, "council_result", "session", each.id) for each in sessions(db, council_id))


@only("write")
def put_member(db: Db, council_id: str, fields: Values, member: str = "") -> Changes:
    """Add a member, or change one: ``name``, ``role``, ``position``, ``office``, ``scores``.

    ``Refused``: ``council.nameless``, ``council.chair`` for a second chair, ``council.gone``.
    """
    _may(db)
    body = _tidy(fields)
    there = need(db, council_id, "council")
    before = need(db, member, "council_member") if member else None
    if not (body.get("name") or (before and "name" not in body)):
        raise Refused("council.nameless")
    others = [each for each in council(db, council_id).members if each.id != member]
    if body.get("role") == "chair" and any(each.role == "chair" for each in others):
        raise Refused("council.chair")
    if before is not None:
        records.patch(db, before, body)
        return Changes(types=frozenset({"council"}), outbox=True)
    regime = there.body.get("regime")
    made = records.add(db, "council_member", {**body, "council": council_id, "regime": regime}, parent=council_id)
    return Changes(types=frozenset({"council"}), outbox=True, created=made.id)


@only("write")
def remove_member(db: Db, member: str) -> Changes:
    """Take a member out. ``Refused``: ``council.has_sheets`` once the member scored."""
    _may(db)
    if that_name(db, "council_sheet", "member", member):
        raise Refused("council.has_sheets")
    records.delete(db, need(db, member, "council_member"))
    return Changes(types=frozenset({"council"}), outbox=True)


def sessions(db: Db, council_id: str) -> list[Session]:
    """The sessions of a council, the latest first."""
    return [_session(record) for record in reversed(that_name(db, "council_session", "council", council_id))]


def session(db: Db, session_id: str) -> Session:
    """One session. ``Refused``: ``council.gone``."""
    return _session(need(db, session_id, "council_session"))


def _session(record: Record) -> Session:
    placed = {key.removeprefix(CASE): value for key, value in record.body.items() if key.startswith(CASE)}
    return Session(
        id=record.id,
        council=str(record.body["council"]),
        title=str(record.body.get("title") or ""),
        held_on=day_of(record.body.get("held_on")),
        place=str(record.body.get("place") or ""),
        cases=tuple(sorted(placed, key=lambda case: (int(placed[case] or 0), case))),
    )


@only("write")
def open_session(db: Db, council_id: str, fields: Values) -> Changes:
    """Call a session: ``title``, ``held_on``, ``place``. ``Refused``: ``council.level``, ``council.nameless``."""
    _may(db)
    body = _tidy(fields)
    if not body.get("title"):
        raise Refused("council.nameless")
    regime = need(db, council_id, "council").body.get("regime")
    record = records.add(db, "council_session", {**body, "council": council_id, "regime": regime}, parent=council_id)
    journal.write(db, "council.session", record=record.id)
    return Changes(types=frozenset({"council"}), outbox=True, created=record.id)


def candidates(db: Db, session_id: str) -> list[str]:
    """The dossiers that may be put before a session: handed over, or of a law that knew no hand-over, and not in it."""
    own, there = level(db), set(session(db, session_id).cases)
    # The state first: most dossiers of a province are elsewhere, and nothing else of them is read.
    states = {*_ARRIVED, "open"}
    open_ = [each for each in records.of_type(db, "dossier") if each.body.get("state") in states]
    return [each.id for each in open_ if each.id not in there and _refusal(db, own, each) is None]


def named(db: Db, cases: Sequence[str]) -> list[tuple[str, str]]:
    """Dossiers with the words they are chosen by: product, producer, year."""
    found = []
    for case in cases:
        values = dossiers.load(db, case).values
        said = (values.get("product.name"), values.get("producer.name"), values.get("dossier.year"))
        found.append((case, " · ".join(str(each) for each in said if each)))
    return found


def _refusal(db: Db, own: str, record: Record) -> str | None:
    whole = dossiers.load(db, record.id)
    if not may_sit(own, legal.regime(whole.regime)):
        return "council.level"
    if legal.form_of(whole.regime, "mau-03") is not None and whole.state not in _ARRIVED:
        return "council.dossier"
    criteria = (
        legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version) if whole.criteria_set else None
    )
    return None if criteria is not None and any(criteria.leaves()) else "council.no_rubric"


@only("write")
def put_case(db: Db, session_id: str, dossier: str) -> Changes:
    """Put a dossier before a session. ``Refused``: ``council.level`` where its regime gives this level no council,
    ``council.dossier``, ``council.no_rubric``."""
    own = _may(db)
    record = need(db, session_id, "council_session")
    if refused := _refusal(db, own, dossiers.load(db, dossier).dossier):
        raise Refused(refused)
    if f"{CASE}{dossier}" not in record.body:
        records.patch(db, record, {f"{CASE}{dossier}": 1 + len(_session(record).cases)})
        journal.write(db, "council.case", dossier=dossier, record=session_id)
    return Changes(types=frozenset({"council"}), dossiers=frozenset({dossier}), outbox=True)


@only("write")
def take_case(db: Db, session_id: str, dossier: str) -> Changes:
    """Take a dossier out of a session again. ``Refused``: ``council.has_sheets``."""
    _may(db)
    record = need(db, session_id, "council_session")
    if any(each.body.get("case") == dossier for each in that_name(db, "council_sheet", "session", session_id)):
        raise Refused("council.has_sheets")
    records.patch(db, record, {f"{CASE}{dossier}": None})
    return Changes(types=frozenset({"council"}), outbox=True)
