"""Count and set hash of a unit, kept up to date by every push instead of being made from all records each time.

A kept digest names the unit's number it is of. Whatever takes a number without keeping the digest makes it void by that,
and the next question makes it anew. Once a day it is made anew anyway: rows that were lost or changed behind the server's
back are found by the first comparison of the day.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, insert, select, update

from ocop_desktop.protocol import record_hash, set_hash
from ocop_desktop.server.plan import Entry
from ocop_desktop.server.store import first, high_water, lock_units
from ocop_desktop.server.tables import digests, records


def read(connection: Connection, unit: str, today: str) -> tuple[int, int, str, bool]:
    """The unit's last number, the count and set hash of its living records, and whether they were kept ready."""
    top = high_water(connection, unit)
    wanted = select(digests).where(digests.c.unit == unit, digests.c.seq == top, digests.c.made_on == today)
    kept = first(connection, wanted)
    if kept is not None:
        return top, kept["records"], kept["hash"], True
    statement = select(records.c.record, records.c.rev, records.c.body).where(
        records.c.unit == unit, records.c.deleted.is_(False)
    )
    hashes = [record_hash(name, rev, body.encode()) for name, rev, body in connection.execute(statement)]
    return top, len(hashes), set_hash(hashes), False


def keep(connection: Connection, unit: str, seq: int, count: int, hash_: str, today: str) -> None:
    """Keep a digest that was made at the number ``seq``, unless the unit went on since."""
    if lock_units(connection, {unit})[unit] == seq:
        _store(connection, unit, seq, count, hash_, today)


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
