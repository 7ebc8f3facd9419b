"""The score sheets of a session on paper: blank ones to be filled in by hand, and those that were entered, to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ocop_desktop import legal
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.office import office
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers
from ocop_desktop.storage.db import Db

from . import seats, sheets
from .seats import Member

if TYPE_CHECKING:
    from ocop_desktop.printing.score_sheet import Scored


def blank(db: Db, session: str, member: str = "", case: str = "") -> Paper:
    """An empty sheet of every dossier of a session for one member, or for all who score, one after the other, each with the
    member's name. ``case`` narrows it to one dossier. ``Refused``: ``council.gone``, ``council.nothing``."""
    return _draw(db, session, member, case, filled=False)


def filled(db: Db, session: str, member: str = "", case: str = "") -> Paper:
    """The sheets that were entered and finished, as they stand. ``Refused``: ``council.gone``, ``council.nothing``."""
    return _draw(db, session, member, case, filled=True)


def _draw(db: Db, session: str, member: str, case: str, *, filled: bool) -> Paper:
    from ocop_desktop.printing import score_sheet as drawn
    from ocop_desktop.printing.pages import Volume

    there = seats.session(db, session)
    council = seats.council(db, there.council)
    who = [each for each in council.members if each.scores and member in {"", each.id}]
    title = "Phiếu chấm đã nhập" if filled else "Phiếu chấm để trống"
    volume = Volume()
    own = office(db)
    for each in who:
        for one in _cases(there.cases, case):
            scored = _scored(db, session, one, each, filled=filled)
            if scored is None:
                continue
            whole = dossiers.load(db, one)
            criteria = sheets.criteria_of(db, one)
            drawn.render(criteria, legal.regime(whole.regime), whole.values, own, scored=scored, volume=volume)
    if volume.empty:
        raise Refused("council.nothing")
    name = "phieu-cham-da-nhap" if filled else "phieu-cham-de-trong"
    return Paper(name=f"{name}.pdf", title=title, data=volume.bytes(), kind="phieu-cham")


def _cases(there: Sequence[str], case: str) -> list[str]:
    return [each for each in there if case in {"", each}]


def _scored(db: Db, session: str, case: str, member: Member, *, filled: bool) -> Scored | None:
    from ocop_desktop.printing import score_sheet as drawn

    page = sheets.open_sheet(db, session, case, member.id)
    if not filled:
        return drawn.Scored(answers={}, member=member.name)
    return drawn.Scored(answers=page.answers, member=member.name, opinion=page.comment) if page.done else None
