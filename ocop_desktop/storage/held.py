"""What the province held back or refused, until a person deals with it."""

import json
from datetime import UTC, datetime
from typing import NamedTuple

from ocop_desktop.domain.forms import Values

from .db import Db


class Held(NamedTuple):
    """One operation that is not at the province as it was meant. ``told``: a conflict as the province tells it, JSON."""

    op: str
    record: str
    type: str
    row: str
    outcome: str
    code: str
    field: str
    conflict: str
    told: str


_SELECT = (
    "SELECT h.op, h.record, r.type, coalesce(json_extract(r.body, '$.row'), ''), h.outcome, h.code, "
    "coalesce(h.field, ''), coalesce(h.conflict, ''), coalesce(h.told, '') FROM held h JOIN record r ON r.id = h.record"
)


def of_dossier(db: Db, dossier: str, outcome: str) -> list[Held]:
    """What is held of a dossier and of the records it stands on, oldest first."""
    rows = db.conn.execute(
        f"{_SELECT} WHERE h.outcome = ?2 AND (r.id = ?1 OR r.dossier = ?1 OR r.id IN "
        "(SELECT json_extract(body, '$.product') FROM record WHERE id = ?1 UNION "
        "SELECT json_extract(body, '$.producer') FROM record WHERE id = ?1)) ORDER BY h.at, h.op",
        (dossier, outcome),
    )
    return [Held(*row) for row in rows]


def conflicts(db: Db) -> list[Held]:
    """Every open conflict, oldest first."""
    return [Held(*row) for row in db.conn.execute(f"{_SELECT} WHERE h.outcome = 'conflict' ORDER BY h.at, h.op")]


def conflict(db: Db, op: str) -> Held | None:
    """One open conflict."""
    row = db.conn.execute(f"{_SELECT} WHERE h.outcome = 'conflict' AND h.op = ?", (op,)).fetchone()
    return Held(*row) if row else None


def refused_fields(db: Db, record: str, code: str) -> list[Values]:
    """What the province refused of a record for one reason, oldest first."""
    rows = db.conn.execute(
        "SELECT fields FROM held WHERE record = ? AND outcome = 'rejected' AND code = ? ORDER BY at, op", (record, code)
    )
    return [json.loads(fields) for (fields,) in rows]


def release_refused(db: Db, record: str) -> None:
    """What was refused of a record went into another change of it."""
    db.conn.execute("DELETE FROM held WHERE record = ? AND outcome = 'rejected'", (record,))


def release(db: Db, op: str) -> None:
    """It was dealt with."""
    db.conn.execute("DELETE FROM held WHERE op = ?", (op,))


def waiting_since(db: Db, moment: datetime) -> int:
    """How many changes the province has held back since before a moment, because what they belong to has not come."""
    before = moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return int(db.conn.execute("SELECT count(*) FROM held WHERE outcome = 'held' AND at < ?", (before,)).fetchone()[0])
