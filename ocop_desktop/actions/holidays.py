"""The office's own days off and days made up: every due day follows, on every PC of the office."""

from datetime import date

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.calendar import Holidays
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import holidays, journal, listing, records
from ocop_desktop.storage.db import Db

TYPE = holidays.TYPE


def table(db: Db) -> Holidays:
    """The days off that count here, shipped and own."""
    return holidays.table(db)


def own_days(db: Db) -> frozenset[date]:
    """The days this office decided itself."""
    return frozenset(holidays.own(db))


@only("settings")
def save(db: Db, day: date, name: str, kind: str = "holiday", *, counted: bool = True) -> Changes:
    """Decide a day: a day off, or (``made_up``) a Saturday or Sunday that is worked. ``counted`` False: not off after all.

    ``Refused``: ``holiday.name``, ``holiday.weekday`` for a made-up day from Monday to Friday.
    """
    if not one_line(name):
        raise Refused("holiday.name")
    if kind == "made_up" and day.weekday() < 5:
        raise Refused("holiday.weekday")
    fields: Values = {"day": day.isoformat(), "name": one_line(name), "kind": kind, "counted": counted}
    known = holidays.own(db).get(day)
    if known is None:
        records.add(db, TYPE, fields)
    elif not records.patch(db, known, fields):
        return Changes()
    journal.write(db, "holiday.saved", day=day.isoformat(), name=one_line(name), kind=kind, counted=counted)
    return _changed(db)


@only("settings")
def forget(db: Db, day: date) -> Changes:
    """Go back to the shipped table for a day."""
    known = holidays.own(db).get(day)
    if known is None:
        return Changes()
    records.delete(db, known)
    journal.write(db, "holiday.forgotten", day=day.isoformat())
    return _changed(db)


def _changed(db: Db) -> Changes:
    return Changes(dossiers=listing.refresh_due(db), types=frozenset({TYPE}), outbox=True)
