"""Freeze operations to bytes before they first leave this PC, over the network or by stick."""

import hashlib
from collections.abc import Sequence

from ocop_desktop import __version__, protocol
from ocop_desktop.storage import journal, outbox
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.migrations import migrations
from ocop_desktop.storage.outbox import FrozenBatch, Operation


def freeze(db: Db, replica: str, unit: str, operations: Sequence[Operation]) -> FrozenBatch | None:
    """Make one batch of operations, under a new id; None when there are none."""
    if not operations:
        return None
    batch = db.new_id()
    push = protocol.Push(
        replica=replica,
        app=__version__,
        schema=len(migrations.applied(db)),
        client_time=db.now(),
        journal=str(journal.close(db)),
        ops=tuple(
            protocol.Op(
                op=operation.op,
                record=operation.record,
                type=operation.type,
                unit=operation.unit or unit,
                kind=operation.kind,
                base_rev=operation.rev,
                fields=operation.fields,
                expect=operation.expect,
                parent=operation.parent,
                at=operation.at,
                by=operation.officer,
                resolves=operation.resolves,
                reason=operation.reason,
                confirmed=operation.confirmed,
            )
            for operation in operations
        ),
    )
    data = protocol.encode(push)
    return outbox.freeze(db, batch, list(operations), data, hashlib.sha256(data).hexdigest())


def freeze_all(db: Db, replica: str, unit: str, limit: int) -> list[FrozenBatch]:
    """Freeze everything that may leave, at most ``limit`` operations a batch; every batch that now waits for an answer."""
    while freeze(db, replica, unit, outbox.all_waiting(db, limit)):
        pass
    return outbox.all_frozen(db)
