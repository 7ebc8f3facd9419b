"""Conflicts as the province tells them, into the database: its list is the truth, this PC keeps a copy to show and decide."""

import json

import msgspec

from ocop_desktop import protocol
from ocop_desktop.protocol import Head, OpenConflict, Result
from ocop_desktop.storage import dossiers, journal, outbox, records, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.outbox import Operation

WANTED = "sync.conflicts_wanted"
"""Set in the transaction that learned of a conflict: a round that dies before it asks what it is asks next time."""


def take_lost(db: Db, operation: Operation, result: Result, at: str) -> None:
    """An operation of this PC lost: keep it whole, with what the province answered. The list that is asked for in the
    same round tells the rest. Moves that wait behind it were decided without knowing this; they are taken back."""
    before = records.province_copy(db, operation.record)
    known = before.body if before is not None and before.rev == operation.rev else {}
    told = OpenConflict(
        conflict=result.conflict or "",
        code=result.code,
        record=operation.record,
        type=operation.type,
        unit=operation.unit,
        base_rev=operation.rev,
        head_rev=result.head.rev if result.head else 0,
        kind=operation.kind,
        fields=operation.fields,
        groups=result.groups,
        by=operation.officer,
        device=str(settings.read(db, "sync.device") or ""),
        at=at,
        op=operation.op,
        base={field: known.get(field) for field in operation.fields} if known else {},
        head=result.head,
        device_name=str(settings.read(db, "sync.device_name") or ""),
        typed_at=operation.at,
    )
    _keep(db, told)
    settings.write(db, {WANTED: True})
    _take_back_moves(db, operation.record)


def _take_back_moves(db: Db, record: str) -> None:
    if outbox.drop_moves(db, record):
        dossier = next(iter(dossiers.that_stand_on(db, record)), None)
        journal.write(db, "sync.move_taken_back", dossier=dossier, record=record)


def _keep(db: Db, told: OpenConflict) -> None:
    db.conn.execute(
        "INSERT OR REPLACE INTO held (op, record, outcome, code, field, fields, conflict, told, at) "
        "VALUES (?, ?, 'conflict', ?, ?, ?, ?, ?, ?)",
        (
            told.op or told.conflict,
            told.record,
            told.code,
            ",".join(told.groups),
            json.dumps(told.fields, ensure_ascii=False),
            told.conflict,
            protocol.encode(told).decode(),
            told.at,
        ),
    )


def wanted(db: Db) -> bool:
    """Whether to ask the province for its open conflicts: it said that there are some, or some are shown here."""
    if settings.read(db, WANTED):
        return True
    return db.conn.execute("SELECT 1 FROM held WHERE outcome = 'conflict' LIMIT 1").fetchone() is not None


def take_list(db: Db, unit: str, told: protocol.Conflicts) -> set[str]:
    """Show what is open at the province and nothing else; the dossiers whose conflicts came, went or changed.

    What a decision on its way will settle is not shown again.
    """
    settled = outbox.resolving(db)
    there = {conflict.op or conflict.conflict: conflict for conflict in told.items if conflict.conflict not in settled}
    here = dict(
        db.conn.execute(
            "SELECT h.op, h.record FROM held h JOIN record r ON r.id = h.record "
            "WHERE h.outcome = 'conflict' AND r.unit = ?",
            (unit,),
        ).fetchall()
    )
    touched: set[str] = set()
    for op, record in here.items():
        if op not in there:
            db.conn.execute("DELETE FROM held WHERE op = ?", (op,))
            touched |= dossiers.that_stand_on(db, record)
    for op, conflict in there.items():
        if records.find(db, conflict.record) is None:
            continue  # the record itself comes with the next changes
        _keep(db, conflict)
        if op not in here:
            _take_back_moves_of(db, conflict)
        touched |= dossiers.that_stand_on(db, conflict.record)
    settings.write(db, {WANTED: False})
    return touched


def _take_back_moves_of(db: Db, conflict: OpenConflict) -> None:
    """Another PC's conflict: a move that waits here for this record would be refused while it is open."""
    there = records.province_copy(db, conflict.record)
    if there is not None and outbox.has_move(db, conflict.record):
        _take_back_moves(db, conflict.record)
        records.take(db, there)


def read(text: str) -> OpenConflict:
    """A conflict as it was kept."""
    return msgspec.json.decode(text, type=OpenConflict)


def head_of(told: OpenConflict) -> Head:
    """What stands at the province, also where the province did not say."""
    return told.head or Head(rev=told.head_rev, body={})
