"""What a commune is told of its open conflicts: both sides whole, with who, when, on which PC, and what was there before."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, bindparam, select

from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.protocol import Conflicts, Head, Op, OpenConflict
from ocop_desktop.server.accounts import device_names
from ocop_desktop.server.store import Row, by_ids, rows
from ocop_desktop.server.tables import conflicts, history, records

_bodies = msgspec.json.Decoder(dict[str, str | int | bool | None])
_stored_ops = msgspec.json.Decoder(Op)


def open_conflicts(connection: Connection, unit: str) -> Conflicts:
    """Every operation of a unit that lost and was not settled, oldest first."""
    statement = (
        select(conflicts)
        .where(conflicts.c.unit == unit, conflicts.c.resolved_by.is_(None))
        .order_by(conflicts.c.at, conflicts.c.conflict)
    )
    lost = [(row, _stored_ops.decode(row["payload"])) for row in rows(connection, statement)]
    heads = {row["record"]: row for row in by_ids(connection, records, "record", (op.record for _, op in lost))}
    makers = {row["device"] for row, _ in lost} | {row["device"] for row in heads.values()}
    names = device_names(connection, makers)
    past = _past(connection, heads)
    return Conflicts(
        items=tuple(
            OpenConflict(
                conflict=row["conflict"],
                code=row["code"],
                record=op.record,
                type=op.type,
                unit=op.unit,
                base_rev=op.base_rev,
                head_rev=row["head_rev"],
                kind=op.kind,
                fields=op.fields,
                groups=tuple(filter(None, row["groups"].split(","))),
                by=op.by,
                device=row["device"],
                at=row["at"],
                op=op.op,
                base=_base(past.get(op.record, []), op),
                head=_head(heads[op.record], row["code"], names),
                device_name=names.get(row["device"], ""),
                typed_at=op.at,
            )
            for row, op in lost
        )
    )


def _head(row: Row, code: str, names: Mapping[str, str]) -> Head:
    moved = code == "state_conflict" and row["moved_at"]
    return Head(
        rev=row["rev"],
        body=_bodies.decode(row["body"]),
        deleted=row["deleted"],
        by=row["moved_by"] if moved else row["officer"],
        device=row["device"],
        at=row["moved_at"] if moved else row["at"],
        device_name=names.get(row["device"], ""),
    )


def _past(connection: Connection, heads: Mapping[str, Row]) -> dict[str, list[tuple[int, Values]]]:
    """The revisions of some records, in order: number and changed fields."""
    if not heads:
        return {}
    statement = (
        select(history.c.record, history.c.rev, history.c.fields)
        .where(history.c.record.in_(bindparam("wanted", expanding=True)))
        .order_by(history.c.record, history.c.rev)
    )
    found: dict[str, list[tuple[int, Values]]] = {}
    for row in rows(connection, statement, {"wanted": list(heads)}):
        fields = _bodies.decode(
            row["fields"] or heads[row["record"]]["body"]
        )  # none: the first revision, and the only one
        found.setdefault(row["record"], []).append((row["rev"], fields))
    return found


def _base(past: list[tuple[int, Values]], op: Op) -> Values:
    """What the fields of an operation were at the revision it began from; a field that nobody had filled in is None."""
    base: dict[str, Value] = dict.fromkeys(op.fields)
    for rev, fields in past:
        if rev <= op.base_rev:
            base |= {name: value for name, value in fields.items() if name in base}
    return base
