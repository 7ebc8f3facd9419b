"""Records: every change goes into the record and the outbox together, or into neither."""

import json
from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from ocop_desktop.domain import merge
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import Record

from . import outbox, settings
from .db import Db

_encode = json.JSONEncoder(ensure_ascii=False).encode
_COLUMNS = "id, type, unit, dossier, body, rev, deleted, created, updated, synced"


def _record(row: Sequence[Any]) -> Record:
    id_, type_, unit, dossier, body, rev, deleted, created, updated, synced = row
    return Record(
        id=id_,
        type=type_,
        unit=unit,
        dossier=dossier,
        body=msgspec.json.decode(body),
        rev=rev,
        deleted=bool(deleted),
        created=created,
        updated=updated,
        synced=synced,
    )


def find(db: Db, record: str) -> Record | None:
    """A record, also a deleted one, or None."""
    row = db.conn.execute(f"SELECT {_COLUMNS} FROM record WHERE id = ?", (record,)).fetchone()
    return _record(row) if row else None


def get(db: Db, record: str) -> Record:
    """A record that must be there; KeyError says a bug."""
    found = find(db, record)
    if found is None:
        raise KeyError(record)
    return found


def of_dossier(db: Db, dossier: str, type_: str) -> list[Record]:
    """The living records of a type that belong to a dossier, in the order they were made."""
    rows = db.conn.execute(
        f"SELECT {_COLUMNS} FROM record WHERE dossier = ? AND type = ? AND deleted = 0 ORDER BY n", (dossier, type_)
    )
    return [_record(row) for row in rows]


def of_type(db: Db, type_: str) -> list[Record]:
    """The living records of a type, in the order they were made."""
    rows = db.conn.execute(f"SELECT {_COLUMNS} FROM record WHERE type = ? AND deleted = 0 ORDER BY n", (type_,))
    return [_record(row) for row in rows]


def add(
    db: Db, type_: str, body: Values, *, dossier: str | None = None, parent: str | None = None, unit: str = ""
) -> Record:
    """Make a record and queue it. ``unit``: whose it is, this office's own unless said."""
    now = db.now()
    record = Record(
        id=db.new_id(),
        type=type_,
        unit=unit or str(settings.read(db, "office.unit", "")),
        dossier=dossier,
        body={field: value for field, value in body.items() if value is not None},
        created=now,
        updated=now,
    )
    _insert(db, record)
    outbox.put(db, record.id, type_, record.unit, "create", record.body, parent=parent)
    return record


def _insert(db: Db, record: Record) -> None:
    db.conn.execute(
        f"INSERT INTO record ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            record.id,
            record.type,
            record.unit,
            record.dossier,
            _encode(record.body),
            record.rev,
            int(record.deleted),
            record.created,
            record.updated,
            record.synced,
        ),
    )


def patch(db: Db, record: Record, fields: Values) -> Values:
    """Change fields of a record and queue the change; a None empties a field. Gives what really changed."""
    changed = merge.differing(record.body, fields)
    if changed:
        _change(db, record, changed)
        # A correction: what the province refused may be tried again.
        db.conn.execute("DELETE FROM held WHERE record = ? AND outcome = 'rejected'", (record.id,))
        outbox.put(db, record.id, record.type, record.unit, "patch", changed, rev=record.rev)
    return changed


def move(db: Db, record: Record, fields: Values, expect: Values) -> None:
    """Change the state of a record by a command: the province does it only from the state that was seen here."""
    _change(db, record, fields)
    outbox.put(db, record.id, record.type, record.unit, "move", fields, rev=record.rev, expect=expect)


def delete(db: Db, record: Record) -> None:
    """Mark a record deleted and queue that."""
    _keep_base(db, record)
    db.conn.execute("UPDATE record SET deleted = 1, updated = ? WHERE id = ?", (db.now(), record.id))
    # What the province refused of it matters no more.
    db.conn.execute("DELETE FROM held WHERE record = ? AND outcome = 'rejected'", (record.id,))
    outbox.put(db, record.id, record.type, record.unit, "delete", {}, rev=record.rev)


def restore(db: Db, record: str) -> None:
    """A record whose deletion was withdrawn before the province heard of it stands again."""
    db.conn.execute("UPDATE record SET deleted = 0, updated = ? WHERE id = ?", (db.now(), record))
    if not outbox.has_pending(db, record):
        db.conn.execute("DELETE FROM base WHERE record = ?", (record,))


def _change(db: Db, record: Record, fields: Values) -> None:
    _keep_base(db, record)
    _write_body(db, record.id, overlay(record.body, fields))


def overlay(body: Values, fields: Values) -> Values:
    """A body with fields put over it; None takes a field away."""
    return {field: value for field, value in (body | fields).items() if value is not None}


def _write_body(db: Db, record: str, body: Values) -> None:
    db.conn.execute("UPDATE record SET body = ?, updated = ? WHERE id = ?", (_encode(body), db.now(), record))


def _keep_base(db: Db, record: Record) -> None:
    if record.rev:  # the province's copy, until it has answered everything about this record
        db.conn.execute(
            "INSERT INTO base (record, rev, body, deleted) VALUES (?, ?, ?, ?) ON CONFLICT (record) DO NOTHING",
            (record.id, record.rev, _encode(record.body), int(record.deleted)),
        )


def take(db: Db, record: Record) -> None:
    """Store the province's copy of a record (``body``, ``rev``, ``deleted``, ``synced``), own waiting edits on top."""
    pending = outbox.pending_fields(db, record.id)
    last = outbox.last_kind(db, record.id)
    body = overlay(record.body, pending)
    if find(db, record.id) is None:
        _insert(db, record)
    else:
        db.conn.execute(
            "UPDATE record SET body = ?, rev = ?, deleted = ?, unit = ?, synced = ?, updated = ? WHERE id = ?",
            (
                _encode(body),
                record.rev,
                int(last == "delete" if last else record.deleted),
                record.unit,
                record.synced,
                db.now(),
                record.id,
            ),
        )
    if last:
        db.conn.execute(
            "INSERT INTO base (record, rev, body, deleted) VALUES (?, ?, ?, ?) ON CONFLICT (record) "
            "DO UPDATE SET rev = excluded.rev, body = excluded.body, deleted = excluded.deleted",
            (record.id, record.rev, _encode(record.body), int(record.deleted)),
        )
    else:
        db.conn.execute("DELETE FROM base WHERE record = ?", (record.id,))


def province_copy(db: Db, record: str) -> Record | None:
    """A record as the province last confirmed it, without waiting edits; None when it was never there."""
    here = find(db, record)
    if here is None or here.rev == 0:
        return None
    row = db.conn.execute("SELECT rev, body, deleted FROM base WHERE record = ?", (record,)).fetchone()
    if row is None:
        return here
    return msgspec.structs.replace(here, rev=row[0], body=msgspec.json.decode(row[1]), deleted=bool(row[2]))


def settle(
    db: Db,
    there: Record,
    kind: outbox.Kind,
    fields: Values,
    *,
    settled: Collection[str],
    resolves: tuple[str, ...],
    reason: str,
) -> None:
    """Queue what a person decided about a conflict, made on the province's copy, and show it here at once.

    ``settled``: every field that was decided, also those that stay as they are there.
    """
    outbox.settle_fields(db, there.id, settled)
    outbox.put(db, there.id, there.type, there.unit, kind, fields, rev=there.rev, resolves=resolves, reason=reason)
    take(db, there)


def mark_synced(db: Db, record: str, at: str) -> None:
    """The province confirmed a record again, at this instant of its clock."""
    db.conn.execute("UPDATE record SET synced = ? WHERE id = ?", (at, record))
    if not outbox.has_pending(db, record):
        db.conn.execute("DELETE FROM base WHERE record = ?", (record,))


def send_whole(db: Db, record: Record, known_rev: int) -> None:
    """Queue a whole record for a province that lost it (``known_rev`` 0) or holds an older revision."""
    resolves = tuple(sorted(outbox.resolving(db, record.id)))
    db.conn.execute("UPDATE record SET rev = ?, synced = NULL WHERE id = ?", (known_rev, record.id))
    db.conn.execute("DELETE FROM base WHERE record = ?", (record.id,))
    db.conn.execute("DELETE FROM outbox WHERE record = ? AND batch IS NULL", (record.id,))
    db.conn.execute("DELETE FROM held WHERE record = ? AND outcome = 'rejected'", (record.id,))
    parent = str(record.body.get("product") or record.body.get("producer") or record.dossier or "") or None
    outbox.put(
        db,
        record.id,
        record.type,
        record.unit,
        "create",
        record.body,
        rev=known_rev,
        parent=parent,
        resolves=resolves,
    )
