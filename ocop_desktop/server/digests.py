"""Count and set hash of a unit, kept up to date by every push instead of being made from all records each time.

A kept digest names the unit's number it is of. Whatever takes a number without keeping the digest makes it void by that,
and the next question makes it anew. Once a day it is made anew anyway: rows that were lost or changed behind the server's
back are found by the first comparison of the day.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from ocop_desktop.protocol import record_hash, set_hash
from ocop_desktop.server.plan import Entry
from ocop_desktop.server.store import by_ids, first, high_water, lock_units
from ocop_desktop.server.tables import digests, records


class Kept(NamedTuple):
    """A unit's last number, how many living records it has, their set hash, and whether these were kept ``ready``."""

    top: int
    living: int
    hash: str
    ready: bool


def read(connection: Connection, unit: str, today: str) -> Kept:
    """The digest of a unit."""
    return read_all(connection, {unit: high_water(connection, unit)}, today)[unit]


def read_all(connection: Connection, tops: Mapping[str, int], today: str) -> dict[str, Kept]:
    """The digests of units with their last numbers; those that are not kept are made from all records."""
    known = {row["unit"]: row for row in by_ids(connection, digests, "unit", tops)}
    found = {}
    for unit, top in tops.items():
        row = known.get(unit)
        if row is not None and (row["seq"], row["made_on"]) == (top, today):
            found[unit] = Kept(top, row["records"], row["hash"], True)
        else:
            found[unit] = _made(connection, unit, top)
    return found


def _made(connection: Connection, unit: str, top: int) -> Kept:
    statement = select(records.c.record, records.c.rev, records.c.body).where(
        records.c.unit == unit, records.c.deleted.is_(False)
    )
    hashes = [record_hash(name, rev, body.encode()) for name, rev, body in connection.execute(statement)]
    return Kept(top, len(hashes), set_hash(hashes), False)


def keep_all(connection: Connection, made: Mapping[str, Kept], today: str) -> None:
    """Keep digests that were made, but those of units that went on since."""
    now = lock_units(connection, set(made))
    for unit, each in made.items():
        if now[unit] == each.top:
            _store(connection, unit, each.top, each.living, each.hash, today)


def follow(
    connection: Connection,
    before: Mapping[str, int],
    after: Mapping[str, int],
    changed: Iterable[Entry],
    today: str,
) -> None:
    """Bring the kept digests of the units of a push up to date: ``changed`` are its records.

    ``before`` and ``after``: the last numbers of the units that took some. The units are locked.
    """
    counts, sums = dict.fromkeys(after, 0), dict.fromkeys(after, 0)
    for entry in changed:
        if entry.stored_body is not None:
            counts[entry.unit] -= 1
            sums[entry.unit] -= record_hash(entry.record, entry.stored_rev, entry.stored_body)
        if not entry.deleted:
            counts[entry.unit] += 1
            sums[entry.unit] += record_hash(entry.record, entry.rev, entry.stored)
    for unit, seq in after.items():
        kept = first(connection, select(digests).where(digests.c.unit == unit))
        if kept is not None and kept["seq"] == before[unit]:
            hash_ = set_hash([int(kept["hash"], 16), sums[unit]])
            _store(connection, unit, seq, kept["records"] + counts[unit], hash_, kept["made_on"])
        elif kept is None and not before[unit]:
            _store(connection, unit, seq, counts[unit], set_hash([sums[unit]]), today)


def _store(connection: Connection, unit: str, seq: int, count: int, hash_: str, made_on: str) -> None:
    values = {"seq": seq, "records": count, "hash": hash_, "made_on": made_on}
    if not connection.execute(update(digests).where(digests.c.unit == unit).values(values)).rowcount:
        connection.execute(insert(digests).values(unit=unit, **values))
