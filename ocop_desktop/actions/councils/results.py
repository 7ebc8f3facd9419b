"""What a session comes to: the table, the result of a dossier, and the facts of the council's papers."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.councils import Sheet, Verdict, differences, judge
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.dossiers import canonical
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, records
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.naming import that_name

from . import seats, sheets
from .seats import Council, Session

Cell = Literal["none", "begun", "done", "second", "differs"]
"""A member's sheet in the table: ``second``: the second hand of a double entry is still to come; ``differs``: both are done
and not alike."""


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """One dossier of a session. ``cells`` by member; ``result`` the record of its result, empty while open;
    ``next_level`` where it goes from here: the level that recognises its stars, when that is not this one."""

    case: str
    product: str
    producer: str
    commune: str
    regime: str
    criteria: CriteriaSet
    cells: dict[str, Cell]
    verdict: Verdict
    result: str = ""
    next_level: str = ""
    code: str = ""
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class SessionPage:
    """A session with its council and every dossier before it: the table on screen and the facts of its papers."""

    session: Session
    council: Council
    rows: tuple[CaseRow, ...]

    @property
    def present(self) -> tuple[str, ...]:
        """The members with at least one finished sheet."""
        return tuple(
            member.id for member in self.council.members if any(member.id in row.verdict.totals for row in self.rows)
        )


def open_page(db: Db, session_id: str) -> SessionPage:
    """Everything a session shows. ``Refused``: ``council.gone``."""
    session = seats.session(db, session_id)
    council = seats.council(db, session.council)
    rows = tuple(_row(db, session, council, case) for case in session.cases if _there(db, case))
    return SessionPage(session=session, council=council, rows=rows)


def _there(db: Db, case: str) -> bool:
    found = records.find(db, case)
    return found is not None and not found.deleted


def _row(db: Db, session: Session, council: Council, case: str) -> CaseRow:
    whole = dossiers.load(db, case)
    criteria = sheets.criteria_of(db, case)
    regime = legal.regime(whole.regime)
    entered = sheets.of_case(db, session.id, case)
    cells = {member.id: _cell(council, entered, member.id) for member in council.members if member.scores}
    counted = _counted(council, entered)
    verdict = judge(criteria, regime.bands, council.seats, counted, council.rules)
    role = regime.recognised_by(verdict.stars)
    commune = legal.commune(whole.dossier.unit)
    return CaseRow(
        case=case,
        product=str(whole.values.get("product.name") or ""),
        producer=str(whole.values.get("producer.name") or ""),
        commune=commune.name if commune else "",
        regime=whole.regime,
        criteria=criteria,
        cells=cells,
        verdict=verdict,
        result=next((each.id for each in _results(db, case) if each.body.get("session") == session.id), ""),
        next_level=role.id if role is not None and role.id != council.level else "",
        code=str(whole.values.get("product.code") or ""),
        kind=str(whole.values.get("dossier.kind") or ""),
    )


def _results(db: Db, case: str) -> list[Record]:
    return that_name(db, "council_result", "dossier", case)


def _cell(council: Council, entered: list[Record], member: str) -> Cell:
    own = {each.body.get("entry"): each for each in entered if each.body.get("member") == member}
    if not own:
        return "none"
    hands = (1, 2) if council.double_entry else (1,)
    done = [own[hand] for hand in hands if hand in own and own[hand].body.get("done")]
    if len(done) < len(hands):
        return "second" if done and len(hands) == 2 and 2 not in own else "begun"
    return "differs" if len(done) == 2 and differences(*map(sheets.read, done)) else "done"


def _counted(council: Council, entered: list[Record]) -> list[Sheet]:
    """The sheets that count: finished, and with double entry the same from both hands. A sheet that was begun and is not
    finished is handed on without its last answers, so that it shows as unfinished and never counts."""
    found: list[Sheet] = []
    for member in dict.fromkeys(str(each.body.get("member")) for each in entered):
        state = _cell(council, entered, member)
        first = next(
            (each for each in entered if each.body.get("member") == member and each.body.get("entry") == 1), None
        )
        whole = state == "done" and first is not None
        found.append(sheets.read(first) if whole and first is not None else Sheet(member=member, answers={}))
    return found


@only("write")
def record(db: Db, session_id: str, case: str, note: str = "") -> Changes:
    """The council decided: keep what its sheets come to, with the hash of the sheets; they are closed from here on.

    ``Refused``: ``council.level``, ``council.not_ready``, ``council.decided``.
    """
    if seats.level(db) == "commune":
        raise Refused("council.level")
    page = open_page(db, session_id)
    row = next((each for each in page.rows if each.case == case), None)
    if row is None:
        raise Refused("council.gone")
    if row.result:
        raise Refused("council.decided")
    if not row.verdict.ready:
        raise Refused("council.not_ready")
    whole = dossiers.load(db, case)
    body = _body(page, row, note, whole.product.id, _hash(db, session_id, case))
    made = records.add(db, "council_result", body, dossier=case, parent=case, unit=whole.dossier.unit)
    journal.write(db, "council.result", dossier=case, record=made.id, stars=row.verdict.stars, total=row.verdict.total)
    touched = frozenset({"council_result", "council"})
    return Changes(types=touched, dossiers=frozenset({case}), outbox=True, created=made.id)


def _body(page: SessionPage, row: CaseRow, note: str, product: str, digest: str) -> Values:
    found = row.verdict
    held = page.session.held_on
    missed = {leaf.id: leaf.no for leaf in row.criteria.leaves()}
    return {
        "dossier": row.case,
        "product": product,
        "session": page.session.id,
        "council": page.council.name,
        "level": page.council.level,
        "held_on": held.isoformat() if held else None,
        "regime": row.regime,
        "set": row.criteria.code,
        "rubric": row.criteria.id,
        "rubric_version": row.criteria.version,
        "total": found.total,
        **{f"part.{part}": points for part, points in found.parts.items()},
        "band": found.band,
        "stars": found.stars,
        "members": found.seats,
        "counted": found.counted,
        "spread": found.spread,
        "combination": page.council.rules.combination,
        "blocked": ", ".join(missed[each.criterion] for each in found.blocking) if found.band > found.stars else None,
        "note": one_line(note) or None,
        "sheets_sha256": digest,
    }


def _hash(db: Db, session_id: str, case: str) -> str:
    kept = {each.id: canonical(each.body) for each in sheets.of_case(db, session_id, case)}
    return hashlib.sha256(canonical(dict(kept)).encode()).hexdigest()


@only("write")
def reopen(db: Db, result: str, reason: str) -> Changes:
    """Take a result back, with a reason; its sheets can be scored again. ``Refused``: ``reason.missing``, ``council.decided``
    where a recognition already rests on it."""
    if seats.level(db) == "commune":
        raise Refused("council.level")
    if not one_line(reason):
        raise Refused("reason.missing")
    found = seats.need(db, result, "council_result")
    case = str(found.body["dossier"])
    if that_name(db, "recognition", "dossier", case):
        raise Refused("council.decided")
    records.delete(db, found)
    journal.write(db, "council.reopened", dossier=case, record=result, reason=one_line(reason))
    return Changes(types=frozenset({"council_result", "council"}), dossiers=frozenset({case}), outbox=True)


@dataclass(frozen=True, kw_only=True)
class ResultFact:
    """A line of the council's papers: the result table, the minutes, the draft decision, the tờ trình upwards."""

    no: int
    product: str
    producer: str
    commune: str
    code: str
    kind: str
    set_name: str
    regime: str
    total: int
    parts: dict[str, int]
    stars: int
    counted: int
    spread: int
    decided: bool
    next_level: str
    blocked: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CouncilFacts:
    """The facts of a session's papers; scores in hundredths. ``recognise`` are the lines this level recognises itself,
    ``upwards`` those that go on to ``next_level``, ``none`` those without recognition."""

    council: Council
    title: str
    held_on: date | None
    place: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    lines: tuple[ResultFact, ...]

    @property
    def recognise(self) -> tuple[ResultFact, ...]:
        """For the draft decision of this level."""
        return tuple(line for line in self.lines if line.stars >= 3 and not line.next_level)

    @property
    def upwards(self) -> tuple[ResultFact, ...]:
        """For the tờ trình to the next level."""
        return tuple(line for line in self.lines if line.next_level)

    @property
    def none(self) -> tuple[ResultFact, ...]:
        """Assessed without reaching a recognition."""
        return tuple(line for line in self.lines if line.stars < 3)


def facts(db: Db, session_id: str) -> CouncilFacts:
    """The facts of the minutes, the result table, the draft decision and the tờ trình of a session."""
    page = open_page(db, session_id)
    here = set(page.present)
    names = {member.id: member.name for member in page.council.members}
    return CouncilFacts(
        council=page.council,
        title=page.session.title,
        held_on=page.session.held_on,
        place=page.session.place,
        present=tuple(name for who, name in names.items() if who in here),
        absent=tuple(member.name for member in page.council.members if member.scores and member.id not in here),
        lines=tuple(_fact(no, row) for no, row in enumerate(page.rows, start=1)),
    )


def _fact(no: int, row: CaseRow) -> ResultFact:
    found = row.verdict
    numbers = {leaf.id: leaf.no for leaf in row.criteria.leaves()}
    return ResultFact(
        no=no,
        product=row.product,
        producer=row.producer,
        commune=row.commune,
        code=row.code,
        kind=row.kind,
        set_name=row.criteria.name,
        regime=row.regime,
        total=found.total,
        parts=dict(found.parts),
        stars=found.stars,
        counted=found.counted,
        spread=found.spread,
        decided=bool(row.result),
        next_level=row.next_level,
        blocked=tuple(numbers[each.criterion] for each in found.blocking) if found.band > found.stars else (),
    )
