"""The papers of a council's session: minutes, result table, tờ trình and the draft of the decision."""

from __future__ import annotations

from typing import Literal, get_args

from ocop_desktop import legal
from ocop_desktop.actions.documents import DRAFT, Paper
from ocop_desktop.actions.office import office
from ocop_desktop.actions.papers import drawing
from ocop_desktop.domain.covering import Entry, Lists
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db

from . import issuing, results
from .results import CouncilFacts, ResultFact
from .seats import Member

CouncilPaper = Literal["bien-ban-hoi-dong", "bang-ket-qua", "to-trinh-hoi-dong", "quyet-dinh-cong-nhan"]
PAPERS: tuple[CouncilPaper, ...] = get_args(CouncilPaper)
_ROLES = {"chair": "Chủ tịch", "deputy": "Phó Chủ tịch", "member": "Ủy viên", "secretary": "Thư ký"}


def paper(db: Db, session: str, kind: CouncilPaper) -> Paper:
    """A paper of a session, also as Word or a workbook.

    Minutes and result table name every product; the tờ trình those proposed for a recognition, with the level that decides it;
    the decision those which this level recognises itself. The last two hold recorded results only. While no result is recorded the paper
    is marked BẢN NHÁP, and the tờ trình shows what it would propose. What the program does not know (hours, opinions, the number of the tờ trình) is left to be written by
    hand. ``Refused``: ``council.gone``, ``council.nothing`` where there is no line for the paper.
    """
    found = results.facts(db, session)
    lines = _about(found, kind)
    if not lines:
        raise Refused("council.nothing")
    draft = not any(line.decided for line in lines)
    return drawing.letter(
        db,
        kind,
        _values(found, lines, office(db)),
        _lists(found, lines),
        regime=lines[0].regime,
        about=found.title,
        watermark=DRAFT if draft else "",
    )


def _about(found: CouncilFacts, kind: CouncilPaper) -> tuple[ResultFact, ...]:
    if kind == "quyet-dinh-cong-nhan":
        return tuple(line for line in found.recognise if line.decided)
    if kind == "to-trinh-hoi-dong":
        proposed = tuple(line for line in found.lines if line.stars >= 3)
        return tuple(line for line in proposed if line.decided) or proposed
    return found.lines


def _values(found: CouncilFacts, lines: tuple[ResultFact, ...], own: Values) -> Values:
    council = found.council
    regime = legal.regime(lines[0].regime)
    chair = next((each for each in council.members if each.role == "chair"), None)
    secretary = next((each for each in council.members if each.role == "secretary"), None)
    people = issuing.committee(council.level, own)
    months = regime.deadlines.certificate_months
    scoring = [each for each in council.members if each.scores]
    return {
        # Dossiers of several laws may be before one session: each law is cited.
        **issuing.laws(line.regime for line in lines),
        "council.name": council.name,
        "council.in_words": council.name,
        "council.parent": people,
        "council.to": people,
        "council.round": _round(found.title),
        "council.minutes_symbol": "BB-HĐ",
        "council.proposal_symbol": "TTr-HĐ",
        "council.chair": chair.name if chair else "",
        "council.chair_post": chair.position if chair else "",
        "council.secretary": secretary.name if secretary else "",
        "council.size": len(scoring),
        "council.present": sum(each.name in found.present for each in scoring),
        "meeting.day": found.held_on.isoformat() if found.held_on else "",
        "meeting.place": found.place,
        "count": f"{len(lines):02d}",
        "decision.agency": issuing.agency(people),
        "decision.authority": f"Chủ tịch {people}",
        "decision.titles": "CHỦ TỊCH",
        "certificate.months": months.value if months else None,
    }


def _round(title: str) -> str:
    """The round within a sentence: ``Phiên 1, đợt 2 năm 2026`` is ``đợt 2 năm 2026``."""
    before, mark, after = title.partition("đợt ")
    return f"{mark}{after}" if mark else f"{before[:1].lower()}{before[1:]}"


def _lists(found: CouncilFacts, lines: tuple[ResultFact, ...]) -> Lists:
    return {
        "members": [_member(each, found) for each in found.council.members],
        "results": [_line(each) for each in lines],
    }


def _member(member: Member, found: CouncilFacts) -> dict[str, Entry]:
    there = "" if not member.scores else "Có" if member.name in found.present else "Vắng"
    post = ", ".join(filter(None, (member.position, member.office)))
    return {"name": member.name, "post": post, "role": _ROLES[member.role], "present": there}


def _line(fact: ResultFact) -> dict[str, Entry]:
    missed = f"Mốc {', '.join(fact.blocked)}" if fact.blocked else ""
    row: dict[str, Entry] = {
        "product": fact.product,
        "producer": fact.producer,
        "code": fact.code,
        "sheets": fact.counted,
        "average": fact.total,
        "rank": f"{fact.stars} sao" if fact.stars else "Không xếp hạng",
        "decided_by": _decided_by(fact),
        "note": "; ".join(filter(None, (missed, "" if fact.decided else "Chưa ghi kết quả"))),
    }
    return {**row, **{f"part_{part.lower()}": points for part, points in fact.parts.items()}}


def _decided_by(fact: ResultFact) -> str:
    role = legal.regime(fact.regime).recognised_by(fact.stars)
    return role.name if role is not None else ""
