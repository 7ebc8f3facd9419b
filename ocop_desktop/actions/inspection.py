"""The journal before an inspection: is the chain whole, does it agree with what the province signed, and a copy to take away."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ocop_desktop import protocol
from ocop_desktop.actions import sensitive
from ocop_desktop.actions.permission import only
from ocop_desktop.errors import SyncError
from ocop_desktop.storage import journal, receipts, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import replacing
from ocop_desktop.storage.journal import Break
from ocop_desktop.sync.client import check_receipt


@dataclass(frozen=True, kw_only=True)
class JournalCheck:
    """``lines`` in the journal; ``head``: number and hash of the last chained one; ``receipts``: how many of the province's
    receipts name a line; ``unsigned``: receipts whose signature is not the province's; ``broken``: the first line that is
    not what it was."""

    lines: int
    head: str
    receipts: int
    unsigned: int
    broken: Break | None

    @property
    def whole(self) -> bool:
        """Nothing was altered."""
        return self.broken is None and not self.unsigned


def check_journal(db: Db) -> JournalCheck:
    """Read the whole journal again and compare it with every receipt of the province."""
    key = str(settings.read(db, "sync.server_key", "") or "")
    anchors: list[tuple[str, str]] = []
    unsigned = 0
    for receipt, answer in _receipts(db):
        if not receipt.journal:
            continue
        try:
            check_receipt(key, receipt, answer)
        except (SyncError, ValueError):
            unsigned += 1
            continue
        anchors.append((receipt.journal, receipt.at))
    lines = int(db.conn.execute("SELECT count(*) FROM journal").fetchone()[0])
    head = journal.head(db)
    return JournalCheck(
        lines=lines,
        head=str(head),
        receipts=len(anchors),
        unsigned=unsigned,
        broken=journal.check(db, anchors),
    )


def _receipts(db: Db) -> Iterator[tuple[protocol.Receipt, bytes]]:
    for answer in receipts.every(db):
        yield protocol.decode(answer, protocol.Receipt), answer


@only("inspect")
def export_journal(db: Db, path: Path, *, whole: bool = False) -> int:
    """Write the journal as one JSON object a line, each with its hash; how many lines.

    It holds what was typed, before and after: the officer decides where it goes. What stood in sensitive fields is covered
    (such a line says ``covered``, and its hash is that of the line as it stands in the database), unless ``whole``. The
    export is a line of the journal itself. ``Environment`` when it cannot be written.
    """
    count = 0
    journal.write(db, "journal.exported", sensitive=whole)
    with replacing(path) as file:
        for line in journal.lines(db):
            details = line["details"] if whole else sensitive.cover_line(line["details"])
            if details != line["details"]:
                line |= {"details": details, "covered": True}
            file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            count += 1
    return count
