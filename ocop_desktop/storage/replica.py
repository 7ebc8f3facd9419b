"""Which copy of a database this is.

The replica id stands in the database and, beside this PC's account, outside it, there with the number of the last journal
line it has seen. When the ids differ, or the journal is shorter than it was, the database was copied or restored: it takes
a new id and reads the province's records anew before it trusts what it holds.
"""

from pathlib import Path

from . import journal, settings
from .db import Db
from .durable import write_file

REPLICA = "sync.replica"
CURSORS = "sync.cursor."
KEPT_DIGEST = "sync.kept_digest"
"""Count and set hash of what the province confirmed, with the unit and day they are of."""


def ensure(db: Db, profile: Path) -> str:
    """The replica id of this database on this PC; call it in a unit, before a round of synchronisation."""
    database = str(settings.read(db, "database.id"))
    here = profile / f"replica-{database}.txt"
    inside = settings.read(db, REPLICA)
    outside, _, seen = here.read_text("ascii").strip().partition(" ") if here.exists() else ("", "", "")
    length = journal.length(db)
    replica = str(inside)
    if inside is None or inside != outside or length < int(seen or 0):
        replica = db.new_id()
        settings.write(db, {REPLICA: replica, KEPT_DIGEST: None, **dict.fromkeys(settings.read_all(db, CURSORS))})
    if (replica, str(length)) != (outside, seen):
        write_file(here, f"{replica} {length}".encode("ascii"))
    return replica


def forget(db: Db) -> None:
    """This database was restored: the next round takes a new id and reads the province's records anew."""
    settings.write(db, {REPLICA: None, KEPT_DIGEST: None, **dict.fromkeys(settings.read_all(db, CURSORS))})
