"""Undo the last import of a list as one step, while nothing of it was sent, changed or built upon."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.errors import Refused
from ocop_desktop.storage import imports, journal, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.imports import Run

_LAST = "import.last"


@dataclass(frozen=True, kw_only=True)
class LastImport:
    """The import that may be undone. ``at``: the instant it was written; ``name``: the file's name; ``count``: records made."""

    at: datetime
    name: str
    count: int


def begin(db: Db) -> int:
    """Called before an import: what it makes comes after the number that this gives, in the same unit."""
    return imports.newest(db)


def keep(db: Db, before: int, name: str) -> None:
    """Called after an import. One that made nothing leaves the import before it undoable."""
    if (found := imports.since(db, before)) is not None:
        run, count = found
        body = {"run": run, "at": db.now(), "name": name, "count": count, "typed": imports.typed(db, run)}
        settings.write(db, {_LAST: json.dumps(body, ensure_ascii=False)})


def _kept(db: Db) -> tuple[Run, dict[str, Any]] | None:
    said = settings.read(db, _LAST)
    if not isinstance(said, str):
        return None
    body = json.loads(said)
    run = Run(*body["run"])
    return (run, body) if imports.stands(db, run) else None


def last(db: Db) -> LastImport | None:
    """The last import, or None when there is none that can be undone any more."""
    kept = _kept(db)
    if kept is None or imports.sent(db, kept[0]):
        return None
    return LastImport(at=datetime.fromisoformat(kept[1]["at"]), name=kept[1]["name"], count=kept[1]["count"])


@only("write")
def undo(db: Db) -> Changes:
    """Take back everything the last import made; what it told of producers that were known before stays with them.

    ``Refused``: ``import.undo.none``; ``import.undo.sent`` once some of it is on its way to the province;
    ``import.undo.used`` (``count``) where somebody has worked on some of it since, which is never thrown away.
    """
    kept = _kept(db)
    if kept is None:
        raise Refused("import.undo.none")
    run, body = kept
    if imports.sent(db, run):
        raise Refused("import.undo.sent")
    used = imports.worked_on(db, run, body["at"]) + (imports.typed(db, run) != body["typed"])
    if used:
        raise Refused("import.undo.used", count=used)
    gone = imports.erase(db, run)
    settings.write(db, {_LAST: None})
    journal.write(db, "list.undone", records=body["count"])
    return Changes(dossiers=gone, types=frozenset({"producer", "product", "recognition"}), outbox=True)
