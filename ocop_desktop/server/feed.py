"""One page of what changed in a unit."""

import msgspec
from sqlalchemy import ColumnElement, Connection, select

from ocop_desktop.protocol import Change, Changes
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.store import high_water, rows
from ocop_desktop.server.tables import records

_bodies = msgspec.json.Decoder(dict[str, str | int | bool | None])


def changes(connection: Connection, identity: Identity, unit: str, after: int, limit: int) -> Changes:
    """One page of a unit's changes; no reader of these pages can miss one (see ``store.lock_units``)."""
    return page(connection, identity, unit, after, limit, high_water(connection, unit))


def page(
    connection: Connection, identity: Identity, unit: str, after: int, limit: int, top: int, *only: ColumnElement[bool]
) -> Changes:
    """The changes of a unit after a number and up to ``top``, ``only`` those of some kind."""
    statement = (
        select(records)
        .where(records.c.unit == unit, records.c.seq > after, records.c.seq <= top, *only)
        .order_by(records.c.seq)
        .limit(limit)
    )
    items = tuple(
        Change(
            seq=row["seq"],
            record=row["record"],
            type=row["type"],
            unit=row["unit"],
            rev=row["rev"],
            body=_bodies.decode(row["body"]),
            deleted=row["deleted"],
            conflicts=row["conflicts"],
            parent=row["parent"],
            device=row["device"],
            at=row["at"],
            by=row["officer"],
        )
        for row in rows(connection, statement)
    )
    return Changes(
        unit=unit,
        epoch=identity.epoch,
        items=items,
        next=items[-1].seq if len(items) == limit else max(top, after),
        high_water=top,
    )
