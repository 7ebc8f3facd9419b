"""How a dossier stands: what it lacks, by which day it is due, what the province holds of it."""

from datetime import date
from typing import NamedTuple

from ocop_desktop import legal
from ocop_desktop.domain import calendar, checks
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.dossiers import Dossier, SyncState

from . import holidays
from .db import Db


class SyncMark(NamedTuple):
    """Where a dossier stands towards the province: state, when it was last confirmed there, its revision there."""

    state: SyncState
    at: str | None
    revision: int


def problems(db: Db, whole: Dossier) -> list[checks.Problem]:
    """What is missing before the report can be sealed, in the order of the work."""
    regime = legal.regime(whole.regime)
    known = legal.product_set(whole.regime, whole.criteria_set) is not None
    return checks.problems(
        whole.values,
        {file.row for file in whole.evidence},
        regime,
        [legal.screen_form(regime.id, name) for name in ("mau-01", "mau-03")],
        _rubric(whole) if known else None,
        today=db.clock().astimezone().date(),
    )


def _rubric(whole: Dossier) -> CriteriaSet | None:
    """The rubric that a sealed dossier names, which may be on another PC only; else the newest."""
    if whole.rubric_version is not None:
        return legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version)
    return legal.criteria_set(whole.regime, whole.criteria_set)


def due_on(db: Db, whole: Dossier) -> date | None:
    """The legal day by which the commune sends its report (Điều 7.2); None before reception, or under a law without one."""
    days = legal.regime(whole.regime).deadlines.commune_working_days
    if whole.received_on is None or days is None:
        return None
    return calendar.commune_due(whole.received_on, days.value, holidays.table(db))


_MARK = (
    "WITH own AS MATERIALIZED (SELECT id, synced FROM record WHERE id IN (?, ?, ?) OR dossier = ?) "
    "SELECT (SELECT min(outcome) FROM held WHERE record IN (SELECT id FROM own)), "
    "EXISTS (SELECT 1 FROM outbox WHERE record IN (SELECT id FROM own)), (SELECT max(synced) FROM own)"
)


def sync_mark(db: Db, whole: Dossier) -> SyncMark:
    """Where a dossier stands towards the province, from its outbox, its held changes, its receipts and its files."""
    held, waits, at = db.conn.execute(_MARK, (whole.id, whole.product.id, whole.producer.id, whole.id)).fetchone()
    revision = whole.dossier.rev
    if held:
        return SyncMark("conflict" if held == "conflict" else "rejected", at, revision)
    if revision == 0:
        return SyncMark("never", None, 0)
    if waits:
        return SyncMark("waiting", at, revision)
    return SyncMark("at_province" if all(file.sent for file in whole.evidence) else "sending", at, revision)
