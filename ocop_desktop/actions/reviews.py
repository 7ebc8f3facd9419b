"""A second officer has read a dossier before it is sealed or signed: a mark with name and day, for exactly what was read."""

import hashlib
import json
from dataclasses import dataclass

from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.records import ACCEPTED_ON
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, settings
from ocop_desktop.storage.db import Db

from .changes import Changes
from .permission import only

NEEDED = "office.second_look"
"""Setting: nothing is sealed that nobody else has read."""
_MARK = "review."
_STEPS = frozenset({"dossier.state", "dossier.report", "dossier.handed_on", f"dossier.{ACCEPTED_ON}"})


@dataclass(frozen=True, kw_only=True)
class Review:
    """Who read it and when (UTC instant); ``current``: nothing was changed since."""

    by: str
    at: str
    current: bool


def of(db: Db, dossier: str) -> Review | None:
    """The mark of a dossier."""
    return _of(db, dossiers.load(db, dossier))


def _of(db: Db, whole: Dossier) -> Review | None:
    kept = settings.read(db, f"{_MARK}{whole.id}")
    if not kept:
        return None
    known: dict[str, str] = json.loads(str(kept))
    return Review(by=known["by"], at=known["at"], current=known["sha256"] == _digest(whole))


@only("review")
def mark(db: Db, dossier: str) -> Changes:
    """I have read this dossier as it stands. ``Refused``: ``review.own`` for who typed in it last."""
    whole = dossiers.load(db, dossier)
    edit = next((line for line in journal.of_dossier(db, dossier) if line.what in {"edit", "dossier.received"}), None)
    if edit is not None and edit.officer == db.officer:
        raise Refused("review.own")
    known = {"by": db.officer, "at": db.now(), "sha256": _digest(whole)}
    settings.write(db, {f"{_MARK}{dossier}": json.dumps(known, ensure_ascii=False)})
    journal.write(db, "dossier.reviewed", dossier=dossier, sha256=known["sha256"])
    return Changes(dossiers=frozenset({dossier}))


def check(db: Db, whole: Dossier) -> None:
    """Before sealing, where the office wants it. ``Refused``: ``review.needed``, ``review.stale`` when something changed since."""
    if not settings.read(db, NEEDED):
        return
    found = _of(db, whole)
    if found is None or found.by == db.officer:
        raise Refused("review.needed")
    if not found.current:
        raise Refused("review.stale", name=found.by)


def _digest(whole: Dossier) -> str:
    read = {
        "values": {key: value for key, value in whole.values.items() if key not in _STEPS},
        "unparsed": whole.unparsed,
        "files": sorted((file.row, file.sha256) for file in whole.evidence),
    }
    return hashlib.sha256(json.dumps(read, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
