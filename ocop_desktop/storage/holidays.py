"""The holiday table of this office: the shipped days with the office's own over them, which every PC of it shares."""

from datetime import date

from ocop_desktop import legal
from ocop_desktop.domain.calendar import Holiday, Holidays
from ocop_desktop.domain.records import Record

from . import records
from .db import Db

TYPE = "holiday"


def own(db: Db) -> dict[date, Record]:
    """The office's own lines by day; of two PCs' lines for one day the same one everywhere."""
    found = sorted(records.of_type(db, TYPE), key=lambda record: record.id)
    return {date.fromisoformat(str(record.body["day"])): record for record in found if record.body.get("day")}


def table(db: Db) -> Holidays:
    """What counts here. An office's line was looked at by a person: it is confirmed, whatever the shipped one says."""
    changes = own(db)
    shipped = legal.holidays()
    if not changes:
        return shipped
    return shipped.changed(_holiday(day, record) for day, record in changes.items())


def _holiday(day: date, record: Record) -> Holiday:
    body = record.body
    kind = str(body.get("kind") or "holiday")
    return Holiday(
        day=day,
        name=str(body.get("name") or ""),
        kind=kind if kind in {"holiday", "compensation", "swap", "made_up"} else "holiday",  # type: ignore[arg-type]
        status="confirmed",
        counted=body.get("counted") is not False,
        basis=str(body.get("basis") or ""),
        note=str(body.get("note") or ""),
    )
