"""The life of a recognised product: who decides, how long it stands, what it waits for, how it ends. Pure functions.

Days come from the regime's data: 36 months (Điều 4), the filing window (Điều 7 khoản 6), the stretched certificate of
the transition (Điều 12 khoản 3), 15 days for a withdrawal (Điều 8 khoản 4). A recognition of an older law stands until
its own end (Điều 12 khoản 1); what has to be done today follows today's law.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ocop_desktop.domain import transitions
from ocop_desktop.domain.calendar import certificate_ends, filing_window
from ocop_desktop.domain.regimes import Level, LevelRole, Regime
from ocop_desktop.errors import Refused

State = Literal["valid", "filing", "late", "filed", "extended", "expired", "withdrawing", "withdrawn"]
"""``filing``: inside the window to file again; ``late``: it has passed and nothing was filed; ``filed``: a dossier for
re-assessment was received; ``extended``: past its end, stretched by the transition; ``withdrawing``: production stopped or a
breach was concluded, and nothing was decided yet."""


HappeningKind = Literal["inspection", "demotion", "withdrawal", "stopped"]


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """A recognition as decided: ``kind`` as of its dossier (``lan-dau``…), ``ends`` the certificate's last day."""

    id: str
    stars: int
    decided_on: date
    issued_on: date
    ends: date
    kind: str = "lan-dau"


@dataclass(frozen=True, kw_only=True)
class Happening:
    """What befell a recognised product. ``breach``: an inspection that concluded a breach; ``stars``: those it was lowered to."""

    kind: HappeningKind
    day: date
    breach: bool = False
    stars: int = 0
    remedied: date | None = None
    """The day the breach of an inspection was found to be put right: nothing is due for it any more."""
    again: date | None = None
    """The day an inspection says to look again."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a product stands on a day. ``stars`` is 0 once it ended. ``last`` is the day it may be stretched to;
    ``withdraw_by`` the last day for a withdrawal that is due."""

    state: State
    stars: int
    ends: date
    last: date
    filing: tuple[date, date] | None = None
    withdraw_by: date | None = None
    recognition: str = ""
    inspect_on: date | None = None
    """The day the last inspection said to look again, while nobody did."""


def decided_by(regime: Regime, stars: int) -> LevelRole:
    """The level that recognises that many stars under a regime. ``Refused``: ``recognition.stars`` where nobody does."""
    found = regime.recognised_by(stars)
    if found is None:
        raise Refused("recognition.stars", stars=stars)
    return found


def may_record(level: str, regime: Regime, stars: int) -> bool:
    """Whether an office of that level writes down a recognition.

    The level that decides it, and the province, which keeps the register also of what the ministry or a former district decided.
    """
    role = regime.recognised_by(stars)
    return role is not None and level in {"province", role.id} and level != "commune"


def may_sit(level: str, regime: Regime) -> bool:
    """Whether that level has a council under the regime."""
    return level != "commune" and regime.may(level, "council")


def term_ends(regime: Regime, issued: date) -> date | None:
    """The last day of a certificate of that regime; ``None`` where its term was not found and is read off the paper."""
    months = regime.deadlines.certificate_months
    return certificate_ends(issued, months.value) if months is not None else None


def withdraw_by(now: Regime, day: date) -> date | None:
    """The last day of a withdrawal: 15 days from the conclusion or from the commune's confirmation (Điều 8 khoản 4)."""
    days = now.deadlines.withdrawal_days
    return day + timedelta(days=days.value) if days is not None else None


def withdrawal_level(now: Regime, stars: int) -> Level | None:
    """Who withdraws a product of that many stars: the level that recognises it (Điều 8)."""
    role = now.recognised_by(stars)
    return role.id if role is not None and now.may(role.id, "withdraw") else None


def current(recognitions: Sequence[Recognised], day: date) -> Recognised | None:
    """The recognition that counts on a day: of those decided by then the last one issued, or else the first to come."""
    decided = [each for each in recognitions if each.decided_on <= day]
    issued = [each for each in decided if each.issued_on <= day]
    if issued:
        return max(issued, key=lambda each: (each.issued_on, each.decided_on, each.id))
    return min(decided, key=lambda each: (each.issued_on, each.id), default=None)


def standing(
    recognitions: Sequence[Recognised],
    happenings: Sequence[Happening],
    today: date,
    now: Regime,
    filed: date | None = None,
) -> Standing | None:
    """How a product stands today under today's regime; ``None`` when it was never recognised.

    ``filed``: the day a dossier for re-assessment or upgrade was received that has no result yet.
    """
    own = current(recognitions, today)
    if own is None:
        return None
    # A withdrawal, a stop or a breach belongs to the recognition it came after; a new recognition begins anew.
    since = sorted((each for each in happenings if own.issued_on <= each.day <= today), key=lambda each: each.day)
    stars = next((each.stars for each in reversed(since) if each.kind == "demotion"), own.stars)
    window = _window(now, own.ends)
    last = transitions.certificate_ends(now, own.ends)
    calls = [each.day for each in since if each.kind == "stopped" or _stands(each, today)]
    answered = max((each.day for each in since if each.kind in {"withdrawal", "demotion"}), default=date.min)
    open_calls = [day for day in calls if day > answered]
    state: State = "valid"
    if any(each.kind == "withdrawal" for each in since):
        state = "withdrawn"
    elif today > last:
        state = "expired"
    elif open_calls:
        state = "withdrawing"
    elif filed is not None and filed >= own.issued_on:
        state = "extended" if today > own.ends else "filed"
    elif today > own.ends:
        state = "extended"
    elif window is not None and today > window[1]:
        state = "late"
    elif window is not None and today >= window[0]:
        state = "filing"
    return Standing(
        state=state,
        stars=0 if state in {"withdrawn", "expired"} else stars,
        ends=own.ends,
        last=last,
        filing=window,
        withdraw_by=withdraw_by(now, min(open_calls)) if open_calls and state == "withdrawing" else None,
        recognition=own.id,
        inspect_on=_next_look(since) if state not in {"withdrawn", "expired"} else None,
    )


def _stands(each: Happening, today: date) -> bool:
    """An inspection whose breach was not put right."""
    return each.kind == "inspection" and each.breach and not (each.remedied is not None and each.remedied <= today)


def _next_look(since: Sequence[Happening]) -> date | None:
    looks = [each for each in since if each.kind == "inspection"]
    return looks[-1].again if looks else None


def _window(now: Regime, ends: date) -> tuple[date, date] | None:
    first, last = now.deadlines.filing_first_day_before, now.deadlines.filing_last_day_before
    return filing_window(ends, first.value, last.value) if first is not None and last is not None else None
