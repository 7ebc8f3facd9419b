"""Who did what and when, written in the transaction that did it, each line chained to the one before by its hash.

A line stands for ever once it has its hash. Only the line of a sitting that goes on has none yet: ``close`` gives it one,
before the next line, before a batch is frozen and before a copy is made. A batch carries the hash of the last line, and the
province signs it in the receipt, so that not even the whole chain can be made anew unseen.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from ocop_desktop.domain.forms import Value

from .db import Db

# One sitting of typing is one line: the journal says what the text was before and after, not every pause for breath.
SITTING = timedelta(minutes=10)


_LINE = "n, at, until, officer, dossier, record, what, details"
_START = "0" * 64


class Head(NamedTuple):
    """The last line of the chain: its number (0: none) and its hash, 64 hex digits."""

    n: int
    hash: str

    def __str__(self) -> str:
        return f"{self.n}:{self.hash}"


class Break(NamedTuple):
    """The first line that is not what it was: ``altered`` (the line or the one before was changed or taken away) or
    ``anchor`` (the province's receipt of ``at`` names another hash for it)."""

    n: int
    what: str
    at: str


class Entry(NamedTuple):
    """One line: UTC instants of its first and last change, the officer, a code such as ``edit``, and details."""

    at: str
    until: str
    officer: str
    what: str
    details: dict[str, object]


def write(db: Db, what: str, *, dossier: str | None = None, record: str | None = None, **details: Any) -> None:
    """Add a line."""
    close(db)
    _add(db, what, dossier, record, details)
    close(db)


def _add(db: Db, what: str, dossier: str | None, record: str | None, details: dict[str, Any]) -> None:
    now = db.now()
    db.conn.execute(
        "INSERT INTO journal (at, until, officer, dossier, record, what, details) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (now, now, db.officer, dossier, record, what, json.dumps(details, ensure_ascii=False)),
    )


def length(db: Db) -> int:
    """The number of the last line, open or chained."""
    return int(db.conn.execute("SELECT coalesce(max(n), 0) FROM journal").fetchone()[0])


def head(db: Db) -> Head:
    """The head of the chain as it stands."""
    row = db.conn.execute("SELECT n, hash FROM journal WHERE hash IS NOT NULL ORDER BY n DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, _START)


def close(db: Db) -> Head:
    """Chain the line that is still open, if there is one; the head of the chain."""
    n, before = head(db)
    for row in db.conn.execute(f"SELECT {_LINE} FROM journal WHERE n > ? ORDER BY n", (n,)).fetchall():
        n, before = row[0], _hash(before, row)
        db.conn.execute("UPDATE journal SET hash = ? WHERE n = ?", (before, n))
    return Head(n, before)


def _hash(before: str, row: tuple[Any, ...]) -> str:
    line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{line}".encode()).hexdigest()


def check(db: Db, anchors: Iterable[tuple[str, str]] = ()) -> Break | None:
    """Read the whole chain again. ``anchors``: heads as the province signed them, each with the day of its receipt."""
    signed: dict[int, list[tuple[str, str]]] = {}
    for head, at in anchors:
        number, _, known = head.partition(":")
        signed.setdefault(int(number), []).append((known, at))
    before = _START
    last = 0
    for *line, stored in db.conn.execute(f"SELECT {_LINE}, hash FROM journal ORDER BY n"):
        if stored is None:
            break
        before, last = _hash(before, tuple(line)), line[0]
        if stored != before:
            return Break(last, "altered", line[1])
        for known, at in signed.pop(last, ()):
            if known != stored:
                return Break(last, "anchor", at)
    gone = [(number, heads[0][1]) for number, heads in signed.items() if number > 0]
    return Break(*min((number, "anchor", at) for number, at in gone)) if gone else None


def lines(db: Db) -> Iterator[dict[str, Any]]:
    """Every line with its hash, first to last: what an inspection is given."""
    names = (*_LINE.split(", "), "hash")
    for row in db.conn.execute(f"SELECT {_LINE}, hash FROM journal ORDER BY n"):
        yield {**dict(zip(names, row, strict=True)), "details": json.loads(row[7])}


def write_edit(db: Db, dossier: str, changed: dict[str, tuple[Value, Value]]) -> None:
    """Record changed fields, before and after; joins the officer's own line of the same sitting."""
    now = db.now()
    row = db.conn.execute(
        "SELECT n, until, officer, what, details, hash FROM journal WHERE dossier = ? ORDER BY n DESC LIMIT 1",
        (dossier,),
    ).fetchone()
    if row and row[5] is None and row[2] == db.officer and row[3] == "edit" and _same_sitting(row[1], now):
        fields: dict[str, list[Value]] = json.loads(row[4])["fields"]
        for key, (before, after) in changed.items():
            # Put at the end: the last key is where typing stopped.
            fields[key] = [fields.pop(key)[0] if key in fields else before, after]
        details = json.dumps({"fields": fields}, ensure_ascii=False)
        db.conn.execute("UPDATE journal SET until = ?, details = ? WHERE n = ?", (now, details, row[0]))
        return
    close(db)
    _add(db, "edit", dossier, None, {"fields": {key: list(pair) for key, pair in changed.items()}})


def _same_sitting(until: str, now: str) -> bool:
    return abs(datetime.fromisoformat(now) - datetime.fromisoformat(until)) <= SITTING


def of_dossier(db: Db, dossier: str) -> list[Entry]:
    """The lines of one dossier, latest first."""
    rows = db.conn.execute(
        "SELECT at, until, officer, what, details FROM journal WHERE dossier = ? ORDER BY n DESC", (dossier,)
    )
    return [Entry(at, until, officer, what, json.loads(details)) for at, until, officer, what, details in rows]


def last_edit(db: Db, officer: str) -> tuple[str, str, str] | None:
    """Where an officer stopped typing: dossier, field key, instant."""
    row = db.conn.execute(
        "SELECT dossier, details, until FROM journal WHERE what = 'edit' AND officer = ? "
        "AND dossier IN (SELECT id FROM dossier_row) "
        "ORDER BY n DESC LIMIT 1",
        (officer,),
    ).fetchone()
    return (row[0], list(json.loads(row[1])["fields"])[-1], row[2]) if row else None
