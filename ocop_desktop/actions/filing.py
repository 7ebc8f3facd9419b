"""A dossier for re-assessment against the days it may be filed in: 180 to 120 days before the certificate ends (Điều 7.6)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ocop_desktop import legal
from ocop_desktop.domain import recognition_records, transitions
from ocop_desktop.domain.calendar import filing_window
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.recognition import Recognised, current
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, lines, records
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.naming import that_name

Verdict = Literal["inside", "early", "late", "grace", "expired"]
"""``late``: filed after the last day and before the end; ``grace``: the window could not be met, the transition stretches the
certificate to ``until`` (Điều 12 khoản 3); ``expired``: filed after the certificate ended and nothing stretches it."""


@dataclass(frozen=True, kw_only=True)
class Filing:
    """``first`` and ``last`` day to file, ``ends``: the certificate's last day, ``until``: the longest it may be stretched to."""

    verdict: Verdict
    first: date
    last: date
    ends: date
    until: date
    article: str


def window(db: Db, product: str, day: date) -> Filing | None:
    """How a re-assessment received on a day would stand; ``None`` where nothing is recognised or the law names no window."""
    own = recognised(db, product, day)
    now = legal.regime_on(day)
    first, last = now.deadlines.filing_first_day_before, now.deadlines.filing_last_day_before
    if own is None or first is None or last is None:
        return None
    opens, closes = filing_window(own.ends, first.value, last.value)
    until = transitions.certificate_ends(now, own.ends)
    verdict: Verdict = "inside"
    if day < opens:
        verdict = "early"
    elif day > closes:
        verdict = "grace" if closes.isoformat() < now.valid_from and day <= until and until > own.ends else "late"
        if verdict == "late" and day > own.ends:
            verdict = "expired"
    return Filing(verdict=verdict, first=opens, last=closes, ends=own.ends, until=until, article=first.article)


def recognised(db: Db, product: str, day: date) -> Recognised | None:
    """The recognition of a product that counted on a day; one issued later is not it."""
    found = records.find(db, product)
    if found is None:
        return None
    own = []
    for each in lines.of_line(db, lines.line_of(found)):
        own += [recognition_records.recognised(record) for record in that_name(db, "recognition", "product", each.id)]
    issued = [each for each in own if each.issued_on <= day]
    return current(issued, day)


def of(db: Db, whole: Dossier) -> Filing | None:
    """The same for a dossier; ``None`` when it is no re-assessment."""
    if whole.values.get("dossier.kind") != "phan-hang-lai" or whole.received_on is None or not whole.product.id:
        return None
    return window(db, whole.product.id, whole.received_on)


def offered(db: Db, dossier: str, day: date) -> Filing | None:
    """How the dossier that follows this one would stand when it is received on a day. ``Refused``: ``dossier.gone``."""
    try:
        return window(db, dossiers.load(db, dossier).product.id, day)
    except Refused as error:
        if error.code == "legal.no_regime":
            return None
        raise
