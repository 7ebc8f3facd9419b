"""What the province does not have yet: operations, written in the transaction that made them true.

Edits of a record that are not yet in a batch join into one operation. A batch is frozen to bytes before it is first
sent; what is edited afterwards is a later operation.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Literal, NamedTuple

from ocop_desktop.domain.forms import Values
from ocop_desktop.protocol import too_many_deletes

from .db import Db

_encode = json.JSONEncoder(ensure_ascii=False).encode
Kind = Literal["create", "patch", "move", "delete"]


class Operation(NamedTuple):
    """One change of one record. ``expect`` guards a move: the fields must have these values at the province.

    ``rev``: the province's revision it was made on, whatever came here since. ``resolves``: the conflicts it settles.
    """

    n: int | None
    op: str
    record: str
    type: str
    unit: str
    kind: Kind
    fields: Values
    expect: Values
    parent: str | None
    officer: str
    at: str
    rev: int
    resolves: tuple[str, ...] = ()
    reason: str = ""
    confirmed: bool = False


class FrozenBatch(NamedTuple):
    """A batch as it is sent, byte for byte, each time."""

    id: str
    data: bytes
    sha256: str
    ops: int


def put(
    db: Db,
    record: str,
    type_: str,
    unit: str,
    kind: Kind,
    fields: Values,
    *,
    rev: int = 0,
    expect: Values | None = None,
    parent: str | None = None,
    resolves: tuple[str, ...] = (),
    reason: str = "",
) -> None:
    """Queue one change of a record, made on the province's revision ``rev``, or let it join the waiting one.

    Only what was made on the same revision joins: a later one was made by somebody who saw more. What settles a conflict
    goes before everything that waits.
    """
    joins = kind == "patch" and not resolves
    last = (
        joins
        and db.conn.execute(
            "SELECT n, kind, fields, rev FROM outbox WHERE record = ? AND sent = 0 ORDER BY n DESC LIMIT 1", (record,)
        ).fetchone()
    )
    if last and last[1] in {"create", "patch"} and last[3] == rev:
        joined = json.loads(last[2]) | fields
        db.conn.execute(
            "UPDATE outbox SET fields = ?, officer = ?, at = ? WHERE n = ?",
            (_encode(joined), db.officer, db.now(), last[0]),
        )
        return
    if resolves and _join_decision(db, record, kind, fields, resolves, reason):
        return
    if kind == "delete" and _never_sent(db, record):
        db.conn.execute("DELETE FROM outbox WHERE record = ?", (record,))
        return
    n = db.conn.execute("SELECT min(coalesce(min(n), 0), 0) - 1 FROM outbox").fetchone()[0] if resolves else None
    operation = Operation(
        n,
        db.new_id(),
        record,
        type_,
        unit,
        kind,
        fields,
        expect or {},
        parent,
        db.officer,
        db.now(),
        rev,
        resolves,
        reason,
    )
    put_back(db, operation)


def _join_decision(db: Db, record: str, kind: Kind, fields: Values, resolves: tuple[str, ...], reason: str) -> bool:
    """Let a decision join the one about the same record that waits already: what is decided later holds."""
    waits = db.conn.execute(
        "SELECT n, kind, fields, resolves, reason FROM outbox WHERE record = ? AND sent = 0 AND resolves <> '[]' "
        "ORDER BY n DESC LIMIT 1",
        (record,),
    ).fetchone()
    if waits is None:
        return False
    n, before, text, settled, why = waits
    db.conn.execute(
        "UPDATE outbox SET kind = ?, fields = ?, resolves = ?, reason = ?, officer = ?, at = ? WHERE n = ?",
        (
            before if kind == "patch" else kind,
            _encode({} if kind == "delete" else json.loads(text) | fields),
            json.dumps([*json.loads(settled), *resolves]),
            "; ".join(filter(None, (why, reason))),
            db.officer,
            db.now(),
            n,
        ),
    )
    return True


def put_back(db: Db, operation: Operation) -> None:
    """Put an operation into its place, under its own number and id: the first time, or after a refusal."""
    db.conn.execute(
        "INSERT INTO outbox (n, op, record, type, unit, kind, fields, expect, parent, officer, at, rev, resolves, reason, "
        "confirmed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            operation.n,
            operation.op,
            operation.record,
            operation.type,
            operation.unit,
            operation.kind,
            _encode(operation.fields),
            _encode(operation.expect),
            operation.parent,
            operation.officer,
            operation.at,
            operation.rev,
            json.dumps(operation.resolves),
            operation.reason,
            int(operation.confirmed),
        ),
    )


def _never_sent(db: Db, record: str) -> bool:
    """Whether the making of a record still waits here: the province has never heard of it."""
    made = db.conn.execute("SELECT sent FROM outbox WHERE record = ? AND kind = 'create'", (record,)).fetchone()
    return made is not None and not made[0]


_COLUMNS = "n, op, record, type, unit, kind, fields, expect, parent, officer, at, rev, resolves, reason, confirmed"


def waiting(db: Db, limit: int) -> list[Operation]:
    """The next operations to freeze, oldest first, one for each record: the next one rests on this one's answer.

    A record with a refusal or a conflict that nobody has dealt with waits; it holds up no other. Too many
    deletions at once, which no person confirmed, wait too.
    """
    parked = "AND NOT (kind = 'delete' AND confirmed = 0)" if parked_deletes(db) else ""
    rows = db.conn.execute(
        f"SELECT {_COLUMNS} FROM outbox o WHERE batch IS NULL AND n = "
        f"(SELECT min(n) FROM outbox WHERE record = o.record) {parked} AND NOT EXISTS "
        "(SELECT 1 FROM held h WHERE h.record = o.record) ORDER BY n LIMIT ?",
        (limit,),
    )
    return [_operation(row) for row in rows]


def all_waiting(db: Db, limit: int) -> list[Operation]:
    """The next operations to freeze, oldest first, several of one record too: for what travels by stick.

    In one push the province refuses what rests on an operation it did not take (``record.blocked``).
    """
    parked = "AND NOT (kind = 'delete' AND confirmed = 0)" if parked_deletes(db) else ""
    rows = db.conn.execute(
        f"SELECT {_COLUMNS} FROM outbox o WHERE batch IS NULL {parked} AND NOT EXISTS "
        "(SELECT 1 FROM held h WHERE h.record = o.record) ORDER BY n LIMIT ?",
        (limit,),
    )
    return [_operation(row) for row in rows]


def parked_deletes(db: Db) -> int:
    """How many deletions wait for a person to confirm them: all, when they are too many at once, or none."""
    found = int(db.conn.execute("SELECT count(*) FROM outbox WHERE kind = 'delete' AND confirmed = 0").fetchone()[0])
    if not found:
        return 0
    asked = "SELECT 1 FROM held WHERE outcome = 'rejected' AND code = 'delete.unconfirmed' LIMIT 1"
    if db.conn.execute(asked).fetchone() is not None:  # the province asks for a person, whatever was counted here
        return found
    living = "SELECT count(*) FROM record WHERE rev > 0 AND (deleted = 0 OR id IN (SELECT record FROM outbox))"
    return found if too_many_deletes(found, int(db.conn.execute(living).fetchone()[0])) else 0


def confirm_deletes(db: Db) -> None:
    """A person agreed to every deletion that waits."""
    db.conn.execute("UPDATE outbox SET confirmed = 1 WHERE kind = 'delete'")
    db.conn.execute("DELETE FROM held WHERE outcome = 'rejected' AND code = 'delete.unconfirmed'")


def take_back_deletes(db: Db) -> list[str]:
    """Withdraw the deletions that wait for a person; gives their records."""
    wanted = "kind = 'delete' AND confirmed = 0 AND batch IS NULL"
    found = [record for (record,) in db.conn.execute(f"SELECT record FROM outbox WHERE {wanted} ORDER BY n")]
    db.conn.execute(f"DELETE FROM outbox WHERE {wanted}")
    db.conn.execute("DELETE FROM held WHERE outcome = 'rejected' AND code = 'delete.unconfirmed'")
    return found


def drop_moves(db: Db, record: str) -> int:
    """Take back moves that were never sent: they were decided before their officer knew of what came meanwhile."""
    return int(
        db.conn.execute("DELETE FROM outbox WHERE record = ? AND kind = 'move' AND sent = 0", (record,)).rowcount
    )


def has_move(db: Db, record: str) -> bool:
    """Whether a move of a record waits that was never sent."""
    found = db.conn.execute("SELECT 1 FROM outbox WHERE record = ? AND kind = 'move' AND sent = 0 LIMIT 1", (record,))
    return found.fetchone() is not None


def settle_fields(db: Db, record: str, names: Collection[str]) -> None:
    """Fields that a decision has settled leave the operations that still wait."""
    rows = db.conn.execute(
        "SELECT n, kind, fields FROM outbox WHERE record = ? AND sent = 0 AND resolves = '[]'", (record,)
    ).fetchall()
    for n, kind, text in rows:
        waits: Values = json.loads(text)
        left = {name: value for name, value in waits.items() if name not in names}
        if kind == "patch" and not left:
            db.conn.execute("DELETE FROM outbox WHERE n = ?", (n,))
        elif kind == "patch" and left != waits:
            db.conn.execute("UPDATE outbox SET fields = ? WHERE n = ?", (_encode(left), n))


def resolving(db: Db, record: str = "") -> set[str]:
    """The conflicts that a decision on its way to the province settles; of one record, or of all."""
    rows = db.conn.execute(
        "SELECT resolves FROM outbox WHERE resolves <> '[]' AND ?1 IN ('', record)", (record,)
    ).fetchall()
    return {conflict for (text,) in rows for conflict in json.loads(text)}


def _operation(row: Sequence[Any]) -> Operation:
    n, op, record, type_, unit, kind, fields, expect, parent, officer, at, rev, resolves, reason, confirmed = row
    return Operation(
        n,
        op,
        record,
        type_,
        unit,
        kind,
        json.loads(fields),
        json.loads(expect),
        parent,
        officer,
        at,
        rev,
        tuple(json.loads(resolves)),
        reason,
        bool(confirmed),
    )


def freeze(db: Db, batch: str, operations: list[Operation], data: bytes, sha256: str) -> FrozenBatch:
    """Keep the bytes of a batch and tie its operations to it."""
    db.conn.execute(
        "INSERT INTO batch (id, bytes, sha256, ops, state, created) VALUES (?, ?, ?, ?, 'frozen', ?)",
        (batch, data, sha256, len(operations), db.now()),
    )
    db.conn.executemany("UPDATE outbox SET batch = ?, sent = 1 WHERE n = ?", [(batch, op.n) for op in operations])
    return FrozenBatch(batch, data, sha256, len(operations))


def frozen(db: Db) -> FrozenBatch | None:
    """The batch in flight, if one was frozen and not yet answered."""
    row = db.conn.execute(
        "SELECT id, bytes, sha256, ops FROM batch WHERE state = 'frozen' ORDER BY n LIMIT 1"
    ).fetchone()
    return FrozenBatch(*row) if row else None


def all_frozen(db: Db) -> list[FrozenBatch]:
    """Every batch that was frozen and not yet answered, in their order."""
    rows = db.conn.execute("SELECT id, bytes, sha256, ops FROM batch WHERE state = 'frozen' ORDER BY n").fetchall()
    return [FrozenBatch(*row) for row in rows]


def batch_state(db: Db, batch: str) -> str | None:
    """``frozen``, ``split`` or ``answered``; None for a batch that this database never froze."""
    row = db.conn.execute("SELECT state FROM batch WHERE id = ?", (batch,)).fetchone()
    return str(row[0]) if row else None


def still_sent(db: Db, ops: Iterable[str]) -> dict[str, Operation]:
    """Those of some operations that were sent as they stand and not answered, by operation id."""
    found = {}
    for op in ops:
        row = db.conn.execute(f"SELECT {_COLUMNS} FROM outbox WHERE op = ? AND sent = 1", (op,)).fetchone()
        if row is not None:
            found[op] = _operation(row)
    return dict(sorted(found.items(), key=lambda item: item[1].n or 0))


def of_batch(db: Db, batch: str) -> dict[str, Operation]:
    """The operations of a batch, by operation id."""
    rows = db.conn.execute(f"SELECT {_COLUMNS} FROM outbox WHERE batch = ? ORDER BY n", (batch,))
    return {operation.op: operation for operation in map(_operation, rows)}


def thaw(db: Db, batch: str) -> None:
    """Take a batch apart that the line cannot carry; its operations are sent again in smaller ones, under their ids.

    They stay ``sent``: the province may have them already, so no later edit may join them under the same id. Batches
    frozen after it come apart too, for their operations may rest on these.
    """
    later = "SELECT id FROM batch WHERE state = 'frozen' AND n >= (SELECT n FROM batch WHERE id = ?)"
    db.conn.execute(f"UPDATE outbox SET batch = NULL WHERE batch IN ({later})", (batch,))
    db.conn.execute(f"UPDATE batch SET state = 'split', bytes = NULL WHERE id IN ({later})", (batch,))


def release_too_large(db: Db) -> None:
    """What a line could not carry alone is tried again: this may be another line."""
    db.conn.execute("DELETE FROM held WHERE outcome = 'rejected' AND code = 'sync.too_large'")


def note_failure(db: Db, batch: str, code: str) -> None:
    """Count a failed try."""
    db.conn.execute("UPDATE batch SET tries = tries + 1, last_error = ? WHERE id = ?", (code, batch))


def answered(db: Db, batch: str, receipt: bytes, ops: Iterable[str]) -> None:
    """Keep the province's receipt; the operations it answers leave the outbox."""
    db.conn.executemany("DELETE FROM outbox WHERE op = ?", [(op,) for op in ops])
    db.conn.execute(
        "UPDATE batch SET state = 'answered', bytes = NULL, receipt = ?, answered = ?, last_error = NULL WHERE id = ?",
        (receipt, db.now(), batch),
    )


def pending_fields(db: Db, record: str) -> Values:
    """What of a record the province has not yet answered, later edits over earlier ones."""
    fields: Values = {}
    for (text,) in db.conn.execute("SELECT fields FROM outbox WHERE record = ? ORDER BY n", (record,)):
        fields |= json.loads(text)
    return fields


def last_author(db: Db, record: str) -> tuple[str, str]:
    """Who made the latest waiting operation of a record, and when (UTC)."""
    row = db.conn.execute(
        "SELECT officer, at FROM outbox WHERE record = ? ORDER BY n DESC LIMIT 1", (record,)
    ).fetchone()
    return (str(row[0]), str(row[1])) if row else ("", "")


def last_kind(db: Db, record: str) -> Kind | None:
    """What the latest waiting operation of a record does, or None when nothing of it waits."""
    row = db.conn.execute("SELECT kind FROM outbox WHERE record = ? ORDER BY n DESC LIMIT 1", (record,)).fetchone()
    return row[0] if row else None


def has_pending(db: Db, record: str) -> bool:
    """Whether a record has operations that wait or are on their way."""
    return db.conn.execute("SELECT 1 FROM outbox WHERE record = ? LIMIT 1", (record,)).fetchone() is not None


def count(db: Db) -> int:
    """How many operations the province has not answered."""
    return int(db.conn.execute("SELECT count(*) FROM outbox").fetchone()[0])


def adopt(db: Db, unit: str) -> None:
    """Give a unit to what was made before this PC knew its own."""
    db.conn.execute("UPDATE outbox SET unit = ? WHERE unit = '' AND sent = 0", (unit,))
    db.conn.execute("UPDATE record SET unit = ? WHERE unit = ''", (unit,))


def note_receipt(db: Db, batch: str, record: str) -> None:
    """Remember which batch the province confirmed a record in."""
    db.conn.execute("UPDATE record SET receipt = ? WHERE id = ?", (batch, record))
