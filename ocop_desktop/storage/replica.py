"""Which copy of a database this is.

The replica id stands in the database and, beside this PC's account, outside it. When the two differ the database was
copied or restored: it takes a new id and reads the province's records anew before it trusts what it holds.
"""

from pathlib import Path

from . import settings
from .db import Db
from .durable import write_file

REPLICA = "sync.replica"
CURSORS = "sync.cursor."


def ensure(db: Db, profile: Path) -> str:
    """The replica id of this database on this PC; call it in a unit, before a round of synchronisation."""
    database = str(settings.read(db, "database.id"))
    here = profile / f"replica-{database}.txt"
    inside = settings.read(db, REPLICA)
    outside = here.read_text("ascii").strip() if here.exists() else None
    if inside is not None and inside == outside:
        return str(inside)
    replica = db.new_id()
    write_file(here, replica.encode("ascii"))
    settings.write(db, {REPLICA: replica, **dict.fromkeys(settings.read_all(db, CURSORS))})
    return replica
