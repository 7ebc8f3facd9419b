"""A commune was merged into another, or given another code: its records go there, its PCs may go on under the old code."""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from ocop_desktop.errors import Refused
from ocop_desktop.protocol import Op, canonical
from ocop_desktop.server.store import lock_units, rows, set_sequences
from ocop_desktop.server.tables import conflicts, devices, digests, files, held, meta, records, uploads

_PREFIX = "alias."
_UNIT_DIGITS = 5
_ops = msgspec.json.Decoder(Op)


def former_units(connection: Connection) -> Mapping[str, str]:
    """Old code → the code that stands for it now."""
    found = rows(connection, select(meta).where(meta.c.name.startswith(_PREFIX)))
    return {row["name"].removeprefix(_PREFIX): row["value"] for row in found}


def merge_unit(connection: Connection, old: str, new: str) -> int:
    """Everything of one commune goes to another; how many records. What happened to each record stays written.

    Every record takes a new number there, so that all PCs read it again. Raises ``unit.invalid``, ``unit.merged`` when the
    old code was merged before or the new one is itself a former code.
    """
    if not all(code.isascii() and code.isdigit() and len(code) == _UNIT_DIGITS for code in (old, new)) or old == new:
        raise Refused("unit.invalid")
    known = former_units(connection)
    if old in known or new in known:
        raise Refused("unit.merged")
    last = lock_units(connection, {old, new})[new]
    moved = rows(connection, select(records.c.record).where(records.c.unit == old).order_by(records.c.seq))
    if moved:
        statement = update(records).where(records.c.record == bindparam("of")).values(unit=new, seq=bindparam("to"))
        numbered = [{"of": row["record"], "to": last + n} for n, row in enumerate(moved, 1)]
        connection.execute(statement, numbered)
        set_sequences(connection, {new: last + len(moved)})
    for table in (held, conflicts):
        _move_payloads(connection, table, old, new)
    there = select(files.c.sha256).where(files.c.unit == new).scalar_subquery()
    connection.execute(delete(files).where(files.c.unit == old, files.c.sha256.in_(there)))
    for table in (files, uploads):
        connection.execute(update(table).where(table.c.unit == old).values(unit=new))
    for row in rows(connection, select(devices)):
        units = list(dict.fromkeys(new if unit == old else unit for unit in row["units"].split(",")))
        if units != row["units"].split(",") or row["unit"] == old:
            values = {"unit": new if row["unit"] == old else row["unit"], "units": ",".join(units)}
            connection.execute(update(devices).where(devices.c.device == row["device"]).values(values))
    connection.execute(update(meta).where(meta.c.name.startswith(_PREFIX), meta.c.value == old).values(value=new))
    connection.execute(delete(digests).where(digests.c.unit == old))
    connection.execute(insert(meta).values(name=f"{_PREFIX}{old}", value=new))
    return len(moved)


def _move_payloads(connection: Connection, table: Table, old: str, new: str) -> None:
    """Operations that wait at the province speak of the unit too."""
    for row in rows(connection, select(table.c.op, table.c.payload).where(table.c.unit == old)):
        op = msgspec.structs.replace(_ops.decode(row["payload"]), unit=new)
        values: dict[str, Any] = {"unit": new, "payload": canonical(op).decode()}
        connection.execute(update(table).where(table.c.op == row["op"]).values(values))
