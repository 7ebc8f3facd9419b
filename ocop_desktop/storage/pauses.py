"""Times in which a dossier waited for its producer. They stop no clock: the law names no pause (Điều 7.2)."""

from typing import NamedTuple

from . import records
from .db import Db

TYPE = "pause"


class Pause(NamedTuple):
    """From a day to a day (ISO, empty while it lasts), and why."""

    since: str
    until: str
    reason: str


def begin(db: Db, dossier: str, reason: str) -> None:
    """A dossier waits from today on."""
    body = {"dossier": dossier, "since": _today(db), "reason": reason}
    records.add(db, TYPE, dict(body), dossier=dossier, parent=dossier)


def end(db: Db, dossier: str) -> None:
    """It goes on from today."""
    for record in records.of_dossier(db, dossier, TYPE):
        if not record.body.get("until"):
            records.patch(db, record, {"until": _today(db)})


def of_dossier(db: Db, dossier: str) -> tuple[Pause, ...]:
    """The pauses of a dossier, in order of their first day."""
    found = (record.body for record in records.of_dossier(db, dossier, TYPE))
    pauses = (Pause(*(str(body.get(name) or "") for name in ("since", "until", "reason"))) for body in found)
    return tuple(sorted(pauses))


def _today(db: Db) -> str:
    return db.clock().astimezone().date().isoformat()
