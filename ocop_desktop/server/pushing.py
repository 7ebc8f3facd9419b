"""Take one push: find its receipt or decide and write it, in one transaction. HTTP and USB packages both come here."""

import hashlib
from collections.abc import Iterable, Mapping

import msgspec
import uuid6
from sqlalchemy import Connection, bindparam, delete, func, select, update

from ocop_desktop.protocol import FEW_DELETES, Head, Op, Receipt, Result, canonical, receipt_bytes
from ocop_desktop.server import audit, digests
from ocop_desktop.server.accounts import Caller, device_names
from ocop_desktop.server.custody import PART_OF_DOSSIER
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.plan import HISTORY, OPS, Author, Entry, Past, Plan
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.reading import PushFrame, Read, is_uuid, read_op, read_plain
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.server.store import Row, add, add_rows, by_ids, first, lock_units, rows, set_sequences
from ocop_desktop.server.tables import conflicts, held, history, ops, receipts, records

_frames = msgspec.json.Decoder(PushFrame)
_bodies = msgspec.json.Decoder(dict[str, str | int | bool | None])
_stored_ops = msgspec.json.Decoder(Op)


def new_id() -> str:
    """A UUIDv7: new rows stay near each other in the indexes."""
    return str(uuid6.uuid7())


def read_push(body: bytes, settings: Settings) -> tuple[PushFrame, list[Read | Result]]:
    """The envelope of a push and its operations, each read or rejected. Raises ``body.invalid`` or ``push.too_many``."""
    plain = read_plain(body, settings.limits)
    try:
        frame = plain[0] if plain else _frames.decode(body)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise refuse("body.invalid") from error
    if not is_uuid(frame.replica):
        raise refuse("body.invalid", field="replica")
    if len(frame.ops) > settings.limits.ops:
        raise refuse("push.too_many")
    return plain or (frame, [read_op(raw, settings.limits) for raw in frame.ops])


class Pusher:
    """What taking pushes needs, beside the connection."""

    def __init__(self, settings: Settings, identity: Identity) -> None:
        self._settings = settings
        self._identity = identity

    def push(
        self,
        connection: Connection,
        caller: Caller,
        batch: str,
        body: bytes,
        frame: PushFrame,
        reads: list[Read | Result],
    ) -> tuple[bytes, bool]:
        """The answer to a push and whether it is a repeated one; ``body`` are the JSON bytes before gzip.

        Raises ``push.other_bytes`` when the batch id came before with other bytes or from another device.
        """
        author = Author(caller.device, frame.replica)
        if caller.former:
            reads = [_today(read, caller) for read in reads]
        allowed = frozenset(filter(caller.may, {read.op.unit for read in reads if isinstance(read, Read)}))
        units = {caller.unit} | allowed
        numbers = lock_units(connection, units)
        digest = hashlib.sha256(body).hexdigest()
        known = first(
            connection, select(receipts).where(receipts.c.replica == frame.replica, receipts.c.batch == batch)
        )
        if known is not None:
            if known["digest"] != digest or known["device"] != caller.device:
                raise refuse("push.other_bytes")
            return known["answer"], True

        now = stamp(self._settings.clock())
        before = dict(numbers)
        levels = {caller.device: caller.level} if caller.level != "commune" else {}
        plan = Plan(
            now, allowed.__contains__, new_id, numbers, {}, {}, {}, set(), {}, levels, caller.unit, caller.level
        )
        _load(connection, plan, [read.op for read in reads if isinstance(read, Read)])
        plan.living = _living(connection, reads, units)
        results = _with_names(connection, plan.take_all(reads, author))
        _take_held(connection, plan)
        _write(connection, plan, before, {unit: seq for unit, seq in numbers.items() if seq != before[unit]})

        if caller.level != "commune":
            for entry in plan.entries.values():
                if entry.changed and entry.type == "dossier" and entry.device == caller.device:
                    self._note(connection, entry)
        receipt = Receipt(
            receipt=new_id(),
            batch=batch,
            replica=frame.replica,
            device=caller.device,
            epoch=self._identity.epoch,
            at=now,
            digest=digest,
            results=tuple(results),
            journal=frame.journal,
        )
        signature = self._identity.sign(receipt_bytes(canonical(receipt)))
        answer = canonical(msgspec.structs.replace(receipt, signature=signature))
        row = {
            "receipt": receipt.receipt,
            "replica": frame.replica,
            "batch": batch,
            "device": caller.device,
            "digest": digest,
            "answer": answer,
            "at": now,
        }
        add(connection, receipts, [row])
        return answer, False

    def _note(self, connection: Connection, entry: Entry) -> None:
        """Write down that a level above took a dossier to another step."""
        state = entry.body.get("state")
        before = _bodies.decode(entry.stored_body).get("state") if entry.stored_body else None
        if state != before:
            act = f"dossier.{state}" if f"dossier.{state}" in audit.WORDS else "dossier.move"
            audit.note(connection, self._settings, act, actor=entry.device, unit=entry.unit, subject=entry.record)


def _today(read: Read | Result, caller: Caller) -> Read | Result:
    """An operation of a commune that was merged meanwhile speaks of the one that stands for it now."""
    if isinstance(read, Result) or (unit := caller.now(read.op.unit)) == read.op.unit:
        return read
    return Read(msgspec.structs.replace(read.op, unit=unit), read.cleaned)


def _living(connection: Connection, reads: list[Read | Result], units: set[str]) -> int:
    if sum(isinstance(read, Read) and read.op.kind == "delete" for read in reads) <= FEW_DELETES:
        return 0
    statement = select(func.count()).select_from(records).where(records.c.unit.in_(units), records.c.deleted.is_(False))
    return int(connection.execute(statement).scalar_one())


def _load(connection: Connection, plan: Plan, wanted: list[Op]) -> None:
    """Bring what the rules need to know about some operations into the plan: one query a table."""
    names = [op.op for op in wanted]
    for row in by_ids(connection, ops, "op", names):
        plan.done[row["op"]] = (row["rev"], row["seq"])
    for row in by_ids(connection, held, "op", names):
        plan.held.add(row["op"])
    for row in by_ids(connection, conflicts, "conflict", (c for op in wanted for c in op.resolves)):
        if row["resolved_by"] is None:
            plan.open_conflicts[row["conflict"]] = row["record"]
    needed = {op.record for op in wanted} | {op.parent for op in wanted if op.parent}
    for row in by_ids(connection, records, "record", needed - plan.entries.keys()):
        plan.entries[row["record"]] = _entry(row)
    whole = {entry.parent for entry in plan.entries.values() if entry.parent and entry.type in PART_OF_DOSSIER}
    for row in by_ids(connection, records, "record", whole - plan.entries.keys()):
        plan.entries[row["record"]] = _entry(row)
    _load_past(connection, plan, wanted)
    for row in by_ids(connection, conflicts, "op", names):
        plan.lost[row["op"]] = _lost(row, plan.entries.get(row["record"]))


def _load_past(connection: Connection, plan: Plan, wanted: list[Op]) -> None:
    bases: dict[str, int] = {}
    for op in wanted:
        entry = plan.entries.get(op.record)
        if entry is not None and op.base_rev < entry.rev:
            bases[op.record] = min(op.base_rev, bases.get(op.record, op.base_rev))
    if not bases:
        return
    statement = (
        select(history.c.record, history.c.rev, history.c.device, history.c.replica, history.c.fields)
        .where(history.c.record.in_(bindparam("wanted", expanding=True)), history.c.rev > min(bases.values()))
        .order_by(history.c.record, history.c.rev)
    )
    for name in bases:
        entry = plan.entries[name]
        entry.past = [past for past in entry.past if past.rev > entry.stored_rev]
    for row in rows(connection, statement, {"wanted": sorted(bases)}):
        author = Author(row["device"], row["replica"])
        entry = plan.entries[row["record"]]
        fields = row["fields"] or (entry.stored_body or b"{}")  # a first revision alone is the body that is there
        entry.past.append(Past(row["rev"], author, tuple(_bodies.decode(fields))))


def _take_held(connection: Connection, plan: Plan) -> None:
    """Apply operations that waited for a record of this push, and those that waited for them."""
    arrived, plan.created = plan.created, []
    while arrived:
        waiting = [row for row in by_ids(connection, held, "missing", arrived) if row["unit"] in plan.numbers]
        waiting.sort(key=lambda row: (row["at"], row["op"]))
        reads = [(Read(_stored_ops.decode(row["payload"]), False), row) for row in waiting]
        _load(connection, plan, [read.op for read, _ in reads])
        for read, row in reads:
            if read.op.op not in plan.done:
                plan.take(read, Author(row["device"], row["replica"]), waited=True)
        arrived, plan.created = plan.created, []


def _entry(row: Row) -> Entry:
    return Entry(
        record=row["record"],
        unit=row["unit"],
        type=row["type"],
        parent=row["parent"],
        rev=row["rev"],
        stored_rev=row["rev"],
        seq=row["seq"],
        body=_bodies.decode(row["body"]),
        stored=(stored := row["body"].encode()),
        deleted=row["deleted"],
        conflicts=row["conflicts"],
        device=row["device"],
        officer=row["officer"],
        at=row["at"],
        moved_by=row["moved_by"],
        moved_at=row["moved_at"],
        stored_body=None if row["deleted"] else stored,
    )


def _lost(row: Row, entry: Entry | None) -> Result:
    """The answer to an operation that lost before, shown against the record as it is now."""
    groups = tuple(filter(None, row["groups"].split(",")))
    head = entry.head() if entry else Head(rev=row["head_rev"], body={})
    by, at = (entry.moved_by, entry.moved_at) if entry and row["code"] == "state_conflict" else (head.by, head.at)
    return Result(
        op=row["op"],
        status="conflict",
        conflict=row["conflict"],
        code=row["code"],
        groups=groups,
        head=head,
        by=by,
        at=at,
    )


def _with_names(connection: Connection, results: list[Result]) -> list[Result]:
    """The results with the names of the PCs that made the heads shown in them."""
    names = device_names(connection, (result.head.device for result in results if result.head))
    return [
        msgspec.structs.replace(
            result,
            head=msgspec.structs.replace(result.head, device_name=names.get(result.head.device, "")),
        )
        if result.head
        else result
        for result in results
    ]


_RECORDS = (
    "record", "unit", "type", "parent", "rev", "seq", "body", "deleted", "conflicts", "device", "officer", "at",
    "moved_by", "moved_at",
)  # fmt: skip
_MUTABLE = ("rev", "seq", "body", "deleted", "conflicts", "device", "officer", "at", "moved_by", "moved_at")
_update_record = (
    update(records)
    .where(records.c.record == bindparam("of"))
    .values({name: bindparam(f"to_{name}") for name in _MUTABLE})
)
_update_first = (
    update(history)
    .where(history.c.record == bindparam("of"), history.c.rev == 1, history.c.fields == "")
    .values(fields=bindparam("to"))
)


def _write(connection: Connection, plan: Plan, before: Mapping[str, int], numbers: Mapping[str, int]) -> None:
    """Write what was decided, many rows at a time, parents of foreign keys first."""
    changed = [entry for entry in plan.entries.values() if entry.changed]
    new = [
        (
            entry.record, entry.unit, entry.type, entry.parent, entry.rev, entry.seq, entry.stored, entry.deleted,
            entry.conflicts, entry.device, entry.officer, entry.at, entry.moved_by, entry.moved_at,
        )
        for entry in changed
        if entry.new
    ]  # fmt: skip
    add_rows(connection, records, _RECORDS, new)
    if moved := [entry for entry in changed if not entry.new]:
        _change(connection, moved)
    writes = plan.writes
    add_rows(connection, history, HISTORY, writes.history)
    add_rows(connection, ops, OPS, writes.ops)
    add(connection, conflicts, writes.conflicts)
    released = set(writes.released)
    add(connection, held, [row for row in writes.held if row["op"] not in released])
    _remove_held(connection, released)
    if writes.resolved:
        statement = update(conflicts).where(conflicts.c.conflict == bindparam("of")).values(resolved_by=bindparam("to"))
        connection.execute(statement, writes.resolved)
    if numbers:
        set_sequences(connection, numbers)
        digests.follow(connection, before, numbers, changed, plan.now[:10])


def _change(connection: Connection, moved: list[Entry]) -> None:
    """Records that were there: what their first revision said is written down before it is said nowhere else."""
    firsts = [entry for entry in moved if entry.stored_rev == 1 < entry.rev and entry.stored_body is not None]
    if firsts:
        parameters = [{"of": entry.record, "to": (entry.stored_body or b"").decode()} for entry in firsts]
        connection.execute(_update_first, parameters)
    values = [
        {f"to_{name}": getattr(entry, name) for name in _MUTABLE if name != "body"}
        | {"of": entry.record, "to_body": entry.stored.decode()}
        for entry in moved
    ]
    connection.execute(_update_record, values)


def _remove_held(connection: Connection, done: Iterable[str]) -> None:
    if gone := sorted(done):
        connection.execute(delete(held).where(held.c.op.in_(gone)))
