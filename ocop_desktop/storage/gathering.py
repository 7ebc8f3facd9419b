"""The units an office gathers: what the province tells of each, and whether both sides were seen to hold the same."""

from collections.abc import Iterable
from typing import NamedTuple

from . import settings
from .db import Db
from .replica import CURSORS

UNITS = "sync.units"
"""The units of this PC's enrolment, with commas between; its own comes first."""


class UnitSeen(NamedTuple):
    """A unit as the province told of it last. ``seen``: when one of its PCs was last there (UTC), empty: never."""

    unit: str
    devices: int
    seen: str
    equal: bool


def gathers(units: str) -> bool:
    """Whether an enrolment is for more than one commune: several units, a former district or a whole province."""
    own = [unit for unit in units.split(",") if unit]
    return len(own) > 1 or any(len(unit) < 5 for unit in own)


def note(db: Db, told: Iterable[tuple[str, int, int, str]]) -> list[str]:
    """Keep what the province tells of each unit (unit, its last number, PCs, last seen); gives those to read anew.

    A unit whose last number is the one this PC has read to, and that was seen equal, has nothing to do.
    """
    to_read = []
    cursors = settings.read_all(db, CURSORS)
    equal = dict(db.conn.execute("SELECT unit, equal FROM gathered_unit").fetchall())
    for unit, high, devices, seen in told:
        if int(cursors.get(f"{CURSORS}{unit}") or 0) != high or (high and not equal.get(unit)):
            to_read.append(unit)
        db.conn.execute(
            "INSERT INTO gathered_unit (unit, high, devices, seen) VALUES (?, ?, ?, ?) ON CONFLICT (unit) "
            "DO UPDATE SET high = excluded.high, devices = excluded.devices, seen = excluded.seen",
            (unit, high, devices, seen),
        )
    return to_read


def note_equal(db: Db, unit: str, equal: bool) -> None:
    """Whether both sides hold the same of a unit, by hash."""
    db.conn.execute("UPDATE gathered_unit SET equal = ? WHERE unit = ?", (int(equal), unit))


def all_equal(db: Db) -> bool:
    """Whether no unit with something to compare is known to differ."""
    return db.conn.execute("SELECT 1 FROM gathered_unit WHERE equal = 0 AND high > 0 LIMIT 1").fetchone() is None


def units(db: Db) -> list[UnitSeen]:
    """Every unit of this office's scope, by its code."""
    found = db.conn.execute("SELECT unit, devices, seen, equal FROM gathered_unit ORDER BY unit")
    return [UnitSeen(unit, devices, seen, bool(equal)) for unit, devices, seen, equal in found]


def in_conflict(db: Db) -> set[str]:
    """The units that a conflict is shown of here."""
    found = db.conn.execute(
        "SELECT DISTINCT r.unit FROM held h JOIN record r ON r.id = h.record WHERE h.outcome = 'conflict'"
    )
    return {unit for (unit,) in found}
