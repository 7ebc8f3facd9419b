"""What the province answered, into the database. Each function is called inside one unit."""

import hashlib
import json
from collections.abc import Iterable, Sequence

import msgspec

from ocop_desktop import protocol
from ocop_desktop.domain.custody import AT_COMMUNE
from ocop_desktop.domain.records import REMARK, Record
from ocop_desktop.errors import SyncError
from ocop_desktop.protocol import Change, Result
from ocop_desktop.storage import dossiers, files, holidays, journal, listing, outbox, records, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.outbox import Operation
from ocop_desktop.storage.replica import CURSORS, KEPT_DIGEST

from . import conflicts

_decode = msgspec.json.decode


def take_receipt(db: Db, batch: str, receipt: protocol.Receipt, answer: bytes) -> "Counts":
    """Keep the receipt and do what it says of each operation; operations it does not name stay to be sent.

    A batch that came apart after it had left by stick is answered too: what it still finds here is settled.
    """
    results = {result.op: result for result in receipt.results}
    operations = outbox.of_batch(db, batch) or outbox.still_sent(db, results)
    if not set(operations) <= set(results):
        raise SyncError("sync.wrong_answer")
    outbox.answered(db, batch, answer, operations)
    counts = Counts()
    touched: set[str] = set()
    # What was refused goes back to the outbox first: the province's copy of its record is then laid under it.
    for op, operation in sorted(operations.items(), key=lambda item: results[item[0]].status != "rejected"):
        _take_result(db, operation, results[op], receipt.at, counts)
        if results[op].status in {"applied", "merged", "duplicate"}:
            outbox.note_receipt(db, batch, operation.record)
        touched |= dossiers.that_stand_on(db, operation.record)
    _refresh(db, touched)
    counts.dossiers |= touched
    return counts


class Counts:
    """What a round did, in records and dossiers."""

    def __init__(self) -> None:
        self.sent = self.received = self.conflicts = self.rejected = 0
        self.dossiers: set[str] = set()

    def add(self, other: "Counts") -> None:
        """Add another's counts."""
        self.sent += other.sent
        self.received += other.received
        self.conflicts += other.conflicts
        self.rejected += other.rejected
        self.dossiers |= other.dossiers


def _take_result(db: Db, operation: Operation, result: Result, at: str, counts: Counts) -> None:
    if result.status in {"applied", "merged", "duplicate"}:
        counts.sent += 1
        _take_applied(db, operation, result, at)
    elif result.status == "held":
        _hold(db, operation, "held", "parent", "", at)
    elif result.status == "conflict":
        counts.conflicts += 1
        conflicts.take_lost(db, operation, result, at)
        if result.head is not None:
            _take_head(db, operation.record, result.head)
    elif result.code == "record.blocked":  # an earlier operation of the record is held, and this one waits for it
        _send_again(db, operation)
        return
    else:
        counts.rejected += 1
        _take_refusal(db, operation, result, at)
    if result.status in {"conflict", "rejected"}:
        dossier = next(iter(dossiers.that_stand_on(db, operation.record)), None)
        journal.write(db, f"sync.{result.status}", dossier=dossier, record=operation.record, code=result.code)


_MOVES_TAKEN_BACK = frozenset({"record.conflict", "custody"})


def _take_refusal(db: Db, operation: Operation, result: Result, at: str) -> None:
    """A refused operation was kept nowhere at the province: it waits here, under its own number, for a correction.

    A move that came too late is no text anybody typed: the dossier stands again as the province has it.
    """
    there = records.province_copy(db, operation.record)
    if operation.kind == "create" and result.code == "custody" and operation.unit != settings.read(db, "sync.unit"):
        # A commune's record, sent again for a restored province that holds a later state: it is read anew.
        db.conn.execute("UPDATE record SET rev = 0 WHERE id = ?", (operation.record,))
        return
    if operation.kind == "move" and result.code in _MOVES_TAKEN_BACK and there is not None:
        outbox.drop_moves(db, operation.record)
        records.take(db, there)
        return
    _hold(db, operation, "rejected", result.code, result.field, at)
    if result.code == "report.sealed" and operation.type == "periodic" and there is not None:
        records.take(
            db, there
        )  # another PC sealed it first: what was typed here is kept beside, until it is opened again
        return
    _send_again(db, operation)


def set_aside(db: Db, operation: Operation, code: str) -> None:
    """Let an operation wait that cannot leave now, so that the others can; the record's page says why."""
    _hold(db, operation, "rejected", code, "", db.now())
    _refresh(db, dossiers.that_stand_on(db, operation.record))


def _send_again(db: Db, operation: Operation) -> None:
    """An operation that the province kept nowhere waits here, and later edits may join it. It takes a new id, for the
    old one may still be on its way by stick."""
    outbox.put_back(db, operation._replace(op=db.new_id()))


def _take_applied(db: Db, operation: Operation, result: Result, at: str) -> None:
    before = records.province_copy(db, operation.record)
    here = records.get(db, operation.record)
    rev = result.rev or 0
    if before is not None and before.rev >= rev:  # the feed brought a later revision first
        records.mark_synced(db, operation.record, at)
        return
    body = records.overlay(before.body if before else {}, operation.fields) if result.body is None else result.body
    _take(
        db,
        msgspec.structs.replace(
            here,
            unit=operation.unit or here.unit,
            body=body,
            rev=rev,
            deleted=operation.kind == "delete",
            synced=at,
        ),
        "",
    )


def _take_head(db: Db, record: str, head: protocol.Head) -> None:
    here = records.get(db, record)
    _take(db, msgspec.structs.replace(here, body=head.body, rev=head.rev, deleted=head.deleted), head.by)


def _hold(db: Db, operation: Operation, outcome: str, code: str, field: str, at: str) -> None:
    db.conn.execute(
        "INSERT OR REPLACE INTO held (op, record, outcome, code, field, fields, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            operation.op,
            operation.record,
            outcome,
            code,
            field,
            json.dumps(operation.fields, ensure_ascii=False),
            at,
        ),
    )


def take_changes(db: Db, page: protocol.Changes) -> Counts:
    """Store a page of changes and the cursor after it."""
    counts = Counts()
    touched: set[str] = set()
    gone: set[str] = set()
    told = False
    for change in page.items:
        here = records.find(db, change.record)
        known = records.province_copy(db, change.record)
        if known is None or known.rev < change.rev or (known.rev == change.rev and known.deleted != change.deleted):
            counts.received += here is None or here.rev < change.rev
            _take_change(db, change, here)
        if here is not None and here.unit != change.unit:  # its commune was merged
            db.conn.execute("UPDATE record SET unit = ? WHERE id = ?", (change.unit, change.record))
        told = told or change.conflicts > 0
        db.conn.execute("DELETE FROM held WHERE record = ? AND outcome = 'held'", (change.record,))
        if change.type == "dossier" and change.deleted:
            gone.add(change.record)
        touched |= dossiers.that_stand_on(db, change.record)
    settings.write(db, {f"{CURSORS}{page.unit}": page.next})
    if told:
        settings.write(db, {conflicts.WANTED: True})
    if any(change.type == holidays.TYPE for change in page.items):
        touched |= listing.refresh_due(db)
    _refresh(db, touched - gone)
    for dossier in gone:
        listing.remove(db, dossier)
    counts.dossiers |= touched
    return counts


def _take_change(db: Db, change: Change, here: Record | None) -> None:
    owner = str(change.body["dossier"]) if change.body.get("dossier") else (here.dossier if here else None)
    _take(
        db,
        Record(
            id=change.record,
            type=change.type,
            unit=change.unit,
            dossier=owner,
            body=change.body,
            rev=change.rev,
            deleted=change.deleted,
            created=here.created if here else change.at,
            updated=change.at,
            synced=change.at,
        ),
        change.by,
    )
    sha256 = change.body.get("sha256")
    if change.type == "evidence" and sha256:
        db.conn.execute(
            "INSERT INTO file (sha256, name, size, here, added) VALUES (?, '', ?, 0, ?) ON CONFLICT DO NOTHING",
            (sha256, int(change.body.get("size") or 0), change.at),
        )


def _take(db: Db, record: Record, by: str) -> None:
    """Store the province's copy, however it came. A dossier that was given back: its remarks into the history, and what
    custody held up may go now."""
    before = records.find(db, record.id)
    records.take(db, record)
    if record.type == "producer" and not record.deleted:
        listing.note_producer(db, record.id, records.get(db, record.id).body)
    state = record.body.get("state")
    if record.type != "dossier":
        return
    if state not in AT_COMMUNE:
        if state == "accepted" and before is not None and before.body.get("state") == "handed_over":
            journal.write(db, "dossier.accepted", dossier=record.id, by=by)
        return
    db.conn.execute(
        "DELETE FROM held WHERE code = 'custody' AND (record = ?1 OR record IN (SELECT id FROM record WHERE dossier = ?1))",
        (record.id,),
    )
    if state == "returned" and before is not None and before.body.get("state") != "returned":
        remarks = [str(text) for field, text in record.body.items() if field.startswith(REMARK)]
        journal.write(db, "dossier.returned", dossier=record.id, reason="; ".join(remarks), by=by)


def follow_unit(db: Db, unit: str) -> None:
    """The commune of this PC was merged, or has another code now: what is here goes under the code the province names.

    Its changes are read from the beginning. Batches that are frozen keep their bytes: the province knows the old code.
    """
    old = str(settings.read(db, "sync.unit") or "")
    if not unit or unit == old:
        return
    for table in ("record", "outbox"):
        db.conn.execute(f"UPDATE {table} SET unit = ? WHERE unit = ?", (unit, old))
    settings.write(db, {"sync.unit": unit, f"{CURSORS}{old}": None})
    if settings.read(db, "office.unit") == old:
        settings.write(db, {"office.unit": unit, "office.former_unit": old})
    journal.write(db, "sync.unit_moved", old=old, new=unit)


def take_conflicts(db: Db, unit: str, told: protocol.Conflicts, *, last: bool = True) -> set[str]:
    """Show the conflicts that are open at the province; gives the dossiers they concern, or no longer do.

    ``last``: no other unit is to be asked in this round.
    """
    touched = conflicts.take_list(db, unit, told)
    if not last:
        settings.write(db, {conflicts.WANTED: True})
    _refresh(db, touched)
    return touched


def take_file(db: Db, sha256: str) -> set[str]:
    """The province has a whole content; gives the dossiers that show it."""
    files.note_done(db, sha256, db.now())
    rows = db.conn.execute(
        "SELECT DISTINCT dossier FROM record WHERE type = 'evidence' AND deleted = 0 "
        "AND json_extract(body, '$.sha256') = ?",
        (sha256,),
    )
    owners = {row[0] for row in rows if row[0]}
    _refresh(db, owners)
    return owners


def _refresh(db: Db, touched: Iterable[str]) -> None:
    for dossier in touched:
        record = records.find(db, dossier)
        if record is not None and record.type == "dossier" and not record.deleted:
            listing.refresh(db, dossier)


def digest(db: Db, *units: str) -> tuple[int, str]:
    """Count and set hash of what the province has confirmed of some units, as ``protocol.set_hash`` defines it.

    Kept until any confirmed record changes (triggers of the database see to it) or the day ends, so that a round with
    nothing to do reads no record.
    """
    today, wanted = db.now()[:10], _label(units)
    kept = [line for line in str(settings.read(db, KEPT_DIGEST) or "").splitlines() if line.endswith(today)]
    for line in kept:
        label, count, hash_, _ = line.split()
        if label == wanted:
            return int(count), hash_
    rows = db.conn.execute(
        "SELECT r.id, coalesce(b.rev, r.rev), coalesce(b.body, r.body) FROM record r LEFT JOIN base b "
        "ON b.record = r.id WHERE r.rev > 0 AND coalesce(b.deleted, r.deleted) = 0 "
        "AND r.unit IN (SELECT value FROM json_each(?))",
        (json.dumps(units),),
    )
    hashes = [protocol.record_hash(record, rev, protocol.canonical(_decode(body))) for record, rev, body in rows]
    made = f"{wanted} {len(hashes)} {protocol.set_hash(hashes)} {today}"
    settings.write(db, {KEPT_DIGEST: "\n".join([*kept[-_KEPT_AT_MOST:], made])})
    return len(hashes), protocol.set_hash(hashes)


_KEPT_AT_MOST = 3


def _label(units: Sequence[str]) -> str:
    """A name for some units, however many."""
    if len(units) == 1:
        return units[0] or "-"
    return hashlib.sha256(",".join(sorted(units)).encode()).hexdigest()[:16]


def repair(db: Db, inventory: protocol.Inventory) -> int:
    """Queue again what the province lost (its database was restored) and forget the cursor, so that all is read anew.

    Nothing here is thrown away and nothing of the province is overwritten: what is queued goes through the same merge.
    """
    there = {item.record: item for item in inventory.items}
    queued = 0
    rows = db.conn.execute(
        "SELECT id FROM record WHERE unit = ? AND rev > 0 AND deleted = 0", (inventory.unit,)
    ).fetchall()
    found = [records.get(db, record_id) for (record_id,) in rows]
    # A dossier that is there goes after its parts: once it says again that it was handed over, they may come no more.
    for record in sorted(found, key=lambda record: record.type == "dossier" and record.id in there):
        item = there.get(record.id)
        if item is None or item.rev < record.rev:
            records.send_whole(db, record, known_rev=item.rev if item else 0)
        elif item.rev == record.rev and not item.deleted and _differs(db, record, item.hash):
            # After a restore another PC made this revision anew: the province compares the whole, field by field.
            records.send_whole(db, record, known_rev=0)
        else:
            continue
        queued += 1
    settings.write(db, {f"{CURSORS}{inventory.unit}": 0})
    return queued


def forget_plans(db: Db, unit: str) -> None:
    """Read the plans of the province anew: they are not this office's, so there is nothing to send again or to lose."""
    if unit:
        db.conn.execute("DELETE FROM base WHERE record IN (SELECT id FROM record WHERE unit = ?)", (unit,))
        db.conn.execute("UPDATE record SET rev = 0, deleted = 1 WHERE unit = ?", (unit,))
        settings.write(db, {f"{CURSORS}{unit}": None})


def _differs(db: Db, record: Record, theirs: str) -> bool:
    """Whether the province's copy of a record is not what it has now; an older server sends no hash."""
    ours = records.province_copy(db, record.id) or record
    return bool(theirs) and protocol.short_hash(protocol.record_hash(ours.id, ours.rev, ours.body)) != theirs
