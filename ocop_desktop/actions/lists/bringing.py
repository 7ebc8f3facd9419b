"""Bring a list in, whatever it is of: the window and the terminal ask here."""

from ocop_desktop.actions.lists import dossiers, products, undoing
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.actions.lists.reading import Opened, Progress
from ocop_desktop.actions.permission import need
from ocop_desktop.storage.db import Db


def take(
    db: Db,
    opened: Opened,
    keys: tuple[str, ...],
    *,
    dry_run: bool = False,
    everywhere: bool = False,
    progress: Progress | None = None,
) -> Taken:
    """Bring a list in, all rows or none, and keep what it made so that it can be undone as one step.

    ``Refused``: ``import.no_columns``, ``role.write``; what ``progress`` raises.
    """
    work = dossiers.take if opened.kind == "dossiers" else products.take
    if dry_run:
        return work(db, opened, keys, dry_run=True, everywhere=everywhere, progress=progress)
    need(db, "write")
    before = undoing.begin(db)
    taken = work(db, opened, keys, everywhere=everywhere, progress=progress)
    undoing.keep(db, before, opened.file.name)
    return taken
