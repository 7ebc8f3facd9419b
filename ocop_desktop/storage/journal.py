"""Who did what and when, written in the transaction that did it."""

import json
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from ocop_desktop.domain.forms import Value

from .db import Db

# One sitting of typing is one line: the journal says what the text was before and after, not every pause for breath.
SITTING = timedelta(minutes=10)


class Entry(NamedTuple):
    """One line: UTC instants of its first and last change, the officer, a code such as ``edit``, and details."""

    at: str
    until: str
    officer: str
    what: str
    details: dict[str, object]


def write(db: Db, what: str, *, dossier: str | None = None, record: str | None = None, **details: Any) -> None:
    """Add a line."""
    now = db.now()
    db.conn.execute(
        "INSERT INTO journal (at, until, officer, dossier, record, what, details) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (now, now, db.officer, dossier, record, what, json.dumps(details, ensure_ascii=False)),
    )


def write_edit(db: Db, dossier: str, changed: dict[str, tuple[Value, Value]]) -> None:
    """Record changed fields, before and after; joins the officer's own line of the same sitting."""
    now = db.now()
    row = db.conn.execute(
        "SELECT n, until, officer, what, details FROM journal WHERE dossier = ? ORDER BY n DESC LIMIT 1", (dossier,)
    ).fetchone()
    if row and row[2] == db.officer and row[3] == "edit" and _same_sitting(row[1], now):
        fields: dict[str, list[Value]] = json.loads(row[4])["fields"]
        for key, (before, after) in changed.items():
            # Put at the end: the last key is where typing stopped.
            fields[key] = [fields.pop(key)[0] if key in fields else before, after]
        details = json.dumps({"fields": fields}, ensure_ascii=False)
        db.conn.execute("UPDATE journal SET until = ?, details = ? WHERE n = ?", (now, details, row[0]))
        return
    write(db, "edit", dossier=dossier, fields={key: list(pair) for key, pair in changed.items()})


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
