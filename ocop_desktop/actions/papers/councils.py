"""The papers of a council's session: minutes, result table, tờ trình and the draft of the decision."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_desktop import legal
from ocop_desktop.actions.councils import issuing, results
from ocop_desktop.actions.councils.results import CouncilFacts, ResultFact
from ocop_desktop.actions.councils.seats import Member
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.office import office
from ocop_desktop.actions.papers import drawing
from ocop_desktop.domain.covering import Entry, Lists
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db

PAPERS = ("bien-ban-hoi-dong", "bang-ket-qua", "to-trinh-hoi-dong", "quyet-dinh-cong-nhan")
_ROLES = {"chair": "Chủ tịch", "deputy": "Phó Chủ tịch", "member": "Ủy viên", "secretary": "Thư ký"}


def paper(db: Db, letter_id: str, session: str) -> Paper:
    """One of ``PAPERS`` for a session: minutes and table of every product, the proposal of those that go on to the next
    level or, where none does, of those recognised here, the decision of those recognised here. ``Refused``:
    ``print.unknown``, ``council.gone``, ``print.no_result`` when no product has what the paper is about."""
    if letter_id not in PAPERS:
        raise Refused("print.unknown", paper=letter_id)
    found = results.facts(db, session)
    lines: Sequence[ResultFact] = found.lines
    if letter_id == "to-trinh-hoi-dong":
        lines = found.upwards or found.recognise
    elif letter_id == "quyet-dinh-cong-nhan":
        lines = found.recognise
    if not lines:
        raise Refused("print.no_result")
    lists: Lists = {
        "results": [_row(line) for line in lines],
        "members": [_member(found, m) for m in found.council.members],
    }
    values = {**_values(db, found), "count": f"{len(lines):02d}"}
    return drawing.letter(db, letter_id, values, lists, regime=lines[0].regime, about=found.title)


def _row(line: ResultFact) -> dict[str, Entry]:
    return {
        "product": line.product,
        "producer": line.producer,
        "code": line.code,
        "sheets": line.counted,
        "average": line.total,
        **{f"part_{part.lower()}": points for part, points in line.parts.items()},
        "rank": f"{line.stars} sao" if line.stars else "Bị loại",
        "note": "" if line.decided else "Chưa chốt",
    }


def _member(found: CouncilFacts, member: Member) -> dict[str, Entry]:
    return {
        "name": member.name,
        "post": ", ".join(filter(None, (member.position, member.office))),
        "role": _ROLES[member.role],
        "present": "Có" if member.name in found.present else "" if member.role == "secretary" else "Vắng",
    }


def _values(db: Db, found: CouncilFacts) -> Values:
    council = found.council
    chair = next((member for member in council.members if member.role == "chair"), None)
    secretary = next((member.name for member in council.members if member.role == "secretary"), "")
    at = office(db)
    authority = issuing.committee(council.level, at)
    regime = found.lines[0].regime if found.lines else ""
    months = legal.regime(regime).deadlines.certificate_months if regime else None
    made: dict[str, Value] = {
        **issuing.laws(line.regime for line in found.lines),
        "council.name": council.name,
        "council.parent": authority,
        "council.to": authority,
        "council.in_words": council.name,
        "council.round": found.title,
        "council.minutes_symbol": "BB-HĐ",
        "council.proposal_symbol": "TTr-HĐ",
        "council.chair": chair.name if chair else "",
        "council.chair_post": ", ".join(filter(None, (chair.position, chair.office))) if chair else "",
        "council.secretary": secretary,
        "council.size": len(council.members),
        "council.present": len(found.present),
        "meeting.place": found.place,
        "meeting.day": found.held_on.isoformat() if found.held_on else "",
        "decision.agency": issuing.agency(authority),
        "decision.authority": f"Chủ tịch {authority}",
        "decision.titles": "CHỦ TỊCH",
        "certificate.months": months.value if months else "",
    }
    return made
