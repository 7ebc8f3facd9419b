"""The units an office gathers: what the province tells of each, and whether both sides were seen to hold the same."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from . import settings
from .db import Db
from .replica import CURSORS

UNITS = "sync.units"
"""The units of this PC's enrolment, with commas between; its own comes first."""


PLANS = "sync.plans"
"""The unit whose plans the province lets every office read, as it said last."""
FRESH = timedelta(hours=1)
"""So long a round with nothing to do may leave out the question when the PCs of each unit were last there."""
_TOLD_AT = "sync.units_told"


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


def plans_unit(db: Db) -> str:
    """The unit whose plans come down to this office; empty: none, or all of that unit is this office's."""
    unit = str(settings.read(db, PLANS) or "")
    own = {str(settings.read(db, "sync.unit") or ""), *str(settings.read(db, UNITS) or "").split(",")}
    return "" if unit in own else unit


def note(db: Db, told: Iterable[tuple[str, int, int, str]], at: str = "") -> list[str]:
    """Keep what the province tells of each unit (unit, its last number, PCs, last seen); gives those to read anew.

    ``at``: when it told, by its clock. A unit whose last number is the one this PC has read to, and that was seen equal, has nothing to do.
    """
    to_read, living = [], set[str]()
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
        living.add(unit)
    for unit in equal.keys() - living:  # merged into another, or no longer of this office
        db.conn.execute("DELETE FROM gathered_unit WHERE unit = ?", (unit,))
    settings.write(db, {_TOLD_AT: at or None})
    return to_read


def is_fresh(db: Db, now: str) -> bool:
    """Whether what the province told of the units' PCs is not older than ``FRESH``; ``now`` is the province's clock."""
    told = settings.read(db, _TOLD_AT)
    return bool(told) and abs(datetime.fromisoformat(now) - datetime.fromisoformat(str(told))) < FRESH


def known(db: Db) -> list[str]:
    """The units this office reads, as the province told last."""
    return [unit for (unit,) in db.conn.execute("SELECT unit FROM gathered_unit ORDER BY unit")]


def note_all_equal(db: Db, equal: bool) -> None:
    """Whether both sides hold the same of all units, by one hash over all; where they do not each is compared again."""
    db.conn.execute("UPDATE gathered_unit SET equal = ? WHERE high > 0", (int(equal),))


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
