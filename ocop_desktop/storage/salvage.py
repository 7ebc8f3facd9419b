"""Read out of a damaged database what is whole, into a new one, and name what is not.

Every page of the file carries its own seal, so a damaged page costs the rows on it and no others: rows are asked for by
number in ranges that are halved until the ones that cannot be read stand alone.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

import sqlcipher3.dbapi2 as sqlcipher

from ocop_desktop.errors import Damaged

from . import journal, listing, replica
from .backups import Copy
from .db import Db, Key, check_sound, close_whole, connect, open_writer, run

# Derived tables are made anew; the journal comes as it is, so that its chain shows where lines are missing.
TABLES = ("setting", "batch", "record", "base", "outbox", "held", "file", "unparsed", "journal")
_BLIND = 4096  # row numbers tried beyond the last readable one, where the end of a table cannot be found


class Lost(NamedTuple):
    """Rows of a table that could not be read: how many numbers, first and last."""

    table: str
    rows: int
    first: int
    last: int


class Salvaged(NamedTuple):
    """``rows`` read; ``lost`` ranges; ``from_copy``: records brought from a copy because they could not be read here;
    ``dossiers``: product and producer of dossiers that were in the list and are in neither."""

    rows: int
    lost: tuple[Lost, ...]
    from_copy: int
    dossiers: tuple[tuple[str, str], ...]


class _Source:
    """The damaged file. After a page that does not match its seal SQLCipher reads nothing more: each failure opens it anew."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path, self._key = path, key
        self._db = connect(path, key, read_only=True)

    def rows(self, sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]] | None:
        """The rows of a query, or None when a page of them cannot be read."""
        try:
            return cast("list[tuple[Any, ...]]", self._db.conn.execute(sql, parameters).fetchall())
        except sqlcipher.DatabaseError:
            self._db.close()
            self._db = connect(self._path, self._key, read_only=True)
            return None

    def close(self) -> None:
        """Done with it."""
        self._db.close()


def salvage(path: Path, key: Key, fresh: Path, copy: Copy | None = None) -> Salvaged:
    """Make ``fresh`` of what can be read of ``path``; records that cannot be are taken from ``copy`` where it has them.

    ``Damaged``: ``database.damaged`` when nothing of the file can be opened: then only a copy helps.
    """
    rows = 0
    lost: list[Lost] = []
    old = _Source(path, key)
    new = open_writer(fresh, key)
    try:
        new.conn.execute("PRAGMA foreign_keys = OFF")
        for table in TABLES:
            found, broken = _copy_table(old, new, table)
            rows += found
            lost += broken
        brought = _from_copy(new, copy, key) if copy is not None and lost else 0
        gone = _rebuild(old, new)
        run(new, lambda db: _note(db, lost))
        check_sound(new)
        close_whole(new)
    finally:
        old.close()
        new.close()
    return Salvaged(rows=rows, lost=tuple(lost), from_copy=brought, dossiers=gone)


def _note(db: Db, lost: list[Lost]) -> None:
    replica.forget(db)
    journal.write(db, "database.salvaged", lost=[list(each) for each in lost])


def _copy_table(old: _Source, new: Db, table: str) -> tuple[int, list[Lost]]:
    described = old.rows(f"PRAGMA table_info({table})")
    if described is None:
        raise Damaged("database.damaged")
    names = ", ".join(f'"{row[1]}"' for row in described)
    marks = ", ".join("?" for _ in range(len(described) + 1))
    bad: list[int] = []
    rows = 0
    query = f"SELECT rowid, {names} FROM {table} WHERE rowid BETWEEN ? AND ?"
    for part in _readable(old, query, *_span(old, table), bad):
        new.conn.executemany(f"INSERT OR IGNORE INTO {table} (rowid, {names}) VALUES ({marks})", part)
        rows += len(part)
    new.conn.commit()
    return rows, list(_ranges(table, bad))


def _span(old: _Source, table: str) -> tuple[int, int]:
    """First and last row number of a table, as far as they can be found."""
    for sql in (
        f"SELECT min(rowid), max(rowid) FROM {table}",
        f"SELECT 1, seq FROM sqlite_sequence WHERE name = '{table}'",
    ):
        found = old.rows(sql)
        if found:
            first, last = found[0]
            return (1, 0) if last is None else (int(first or 1), int(last))
    return 1, _last_by_steps(old, table)


def _last_by_steps(old: _Source, table: str) -> int:
    last, step = 0, 1
    while step < 1 << 40:
        row = old.rows(f"SELECT rowid FROM {table} WHERE rowid >= ? ORDER BY rowid LIMIT 1", (step,))
        if row == []:
            break
        if row:
            last = row[0][0]
        step *= 2
    return last + _BLIND


def _readable(old: _Source, query: str, first: int, last: int, bad: list[int]) -> Iterator[list[tuple[Any, ...]]]:
    """What can be read of a range of row numbers; the numbers that cannot go into ``bad``."""
    waiting = [(first, last)]
    while waiting:
        low, high = waiting.pop()
        if low > high:
            continue
        found = old.rows(query, (low, high))
        if found is not None:
            yield found
        elif low == high:
            bad.append(low)
        else:
            middle = (low + high) // 2
            waiting += [(middle + 1, high), (low, middle)]


def _ranges(table: str, bad: list[int]) -> Iterator[Lost]:
    start = previous = None
    for number in sorted(bad):
        if previous is not None and start is not None and number != previous + 1:
            yield Lost(table, previous - start + 1, start, previous)
            start = None
        start = number if start is None else start
        previous = number
    if start is not None and previous is not None:
        yield Lost(table, previous - start + 1, start, previous)


_RECORD = "id, type, unit, dossier, body, rev, deleted, created, updated, synced"


def _from_copy(new: Db, copy: Copy, key: Key) -> int:
    """Records and the file rows they name, as they stood in a copy. They keep the revision they had there."""
    source = connect(copy.database, key, read_only=True)
    try:
        here = {row[0] for row in new.conn.execute("SELECT id FROM record")}
        old = [row for row in source.conn.execute(f"SELECT {_RECORD} FROM record") if row[0] not in here]
        files = source.conn.execute("SELECT * FROM file").fetchall()
    finally:
        source.close()
    new.conn.executemany(f"INSERT INTO record ({_RECORD}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", old)
    new.conn.executemany("INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)", files)
    new.conn.commit()
    return len(old)


def _rebuild(old: _Source, new: Db) -> tuple[tuple[str, str], ...]:
    """Make the list anew; the dossiers the old list knew that have no record any more."""
    new.conn.execute("UPDATE record SET receipt = NULL WHERE receipt NOT IN (SELECT id FROM batch)")
    new.conn.execute("UPDATE outbox SET batch = NULL WHERE batch NOT IN (SELECT id FROM batch)")
    new.conn.commit()
    living = [row[0] for row in new.conn.execute("SELECT id FROM record WHERE type = 'dossier' AND deleted = 0")]
    for dossier in living:
        run(new, lambda db, each=dossier: listing.refresh(db, each))  # type: ignore[misc]
    query = "SELECT id, product, producer FROM dossier_row WHERE n BETWEEN ? AND ?"
    known = set(living)
    gone = []
    for part in _readable(old, query, *_span(old, "dossier_row"), []):
        gone += [(product, producer) for dossier, product, producer in part if dossier not in known]
    return tuple(gone)
