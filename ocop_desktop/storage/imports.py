"""What one import made, as the run of record numbers it wrote in its unit; and how such a run is taken away again."""

import hashlib
from typing import NamedTuple

from .db import Db

_TYPES = "('producer', 'product', 'dossier', 'recognition')"
"""What an import makes; a block of numbers that was opened meanwhile is none of it."""
_OWN = f"n BETWEEN ? AND ? AND type IN {_TYPES}"
_INSIDE = f"SELECT id FROM record WHERE {_OWN}"


class Run(NamedTuple):
    """The first and the last number of records that were made one after the other, with the ids that stand there."""

    first: int
    last: int
    first_id: str
    last_id: str

    @property
    def ends(self) -> tuple[int, int]:
        """The numbers."""
        return self.first, self.last


def newest(db: Db) -> int:
    """The number of the last record there is."""
    return int(db.conn.execute("SELECT coalesce(max(n), 0) FROM record").fetchone()[0])


def since(db: Db, before: int) -> tuple[Run, int] | None:
    """The run of records after a number and how many they are; None when there is none."""
    first, last, count = db.conn.execute(
        f"SELECT min(n), max(n), count(*) FROM record WHERE n > ? AND type IN {_TYPES}", (before,)
    ).fetchone()
    if not count:
        return None
    one, other = (db.conn.execute("SELECT id FROM record WHERE n = ?", (n,)).fetchone()[0] for n in (first, last))
    return Run(first, last, one, other), count


def stands(db: Db, run: Run) -> bool:
    """Whether the run is still there, and not another one under the same numbers (a restored copy)."""
    found = db.conn.execute(
        "SELECT count(*) FROM record WHERE (n = ? AND id = ?) OR (n = ? AND id = ?)",
        (run.first, run.first_id, run.last, run.last_id),
    ).fetchone()[0]
    return bool(found == (1 if run.first == run.last else 2))


def typed(db: Db, run: Run) -> str:
    """The digest of what stands unread on the fields of the run's dossiers."""
    rows = db.conn.execute(
        f"SELECT dossier, field, text FROM unparsed WHERE dossier IN ({_INSIDE}) ORDER BY 1, 2", run.ends
    )
    digest = hashlib.sha256()
    for row in rows:
        digest.update("\x1f".join(row).encode() + b"\x1e")
    return digest.hexdigest()


def sent(db: Db, run: Run) -> int:
    """How many records of the run the province has, or may have."""
    found = db.conn.execute(
        f"SELECT count(*) FROM record r WHERE {_OWN} AND (rev > 0 OR synced IS NOT NULL OR EXISTS ("
        "SELECT 1 FROM outbox o WHERE o.record = r.id AND (o.sent = 1 OR o.batch IS NOT NULL)))",
        run.ends,
    ).fetchone()[0]
    return int(found)


def worked_on(db: Db, run: Run, at: str) -> int:
    """How many records of the run were changed after ``at``, and how many others name one of them."""
    changed = db.conn.execute(
        f"SELECT count(*) FROM record WHERE {_OWN} AND (updated > ? OR deleted = 1)", (*run.ends, at)
    ).fetchone()[0]
    named = [f"json_extract(body, '$.{name}') IN ({_INSIDE})" for name in ('"merged.into"', "producer", "product")]
    others = db.conn.execute(
        f"SELECT count(*) FROM record WHERE NOT n BETWEEN ? AND ? AND (dossier IN ({_INSIDE}) OR {' OR '.join(named)})",
        run.ends * 5,
    ).fetchone()[0]
    return int(changed + others)


def erase(db: Db, run: Run) -> frozenset[str]:
    """Take the run away as if it had never been; gives the dossiers that go. Only for what was never sent."""
    gone = frozenset(row[0] for row in db.conn.execute(f"{_INSIDE} AND type = 'dossier'", run.ends))
    for table, column in (
        ("outbox", "record"),
        ("unparsed", "dossier"),
        ("dossier_row", "id"),
        ("producer_row", "id"),
        ("held", "record"),
        ("base", "record"),
    ):
        db.conn.execute(f"DELETE FROM {table} WHERE {column} IN ({_INSIDE})", run.ends)
    db.conn.execute(f"DELETE FROM record WHERE {_OWN}", run.ends)
    return gone
