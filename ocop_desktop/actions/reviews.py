"""A second officer has read a dossier before it is sealed or signed: a mark with name and day, for exactly what was read.

A mark is a record of its own, so that it meets no edit of the dossier: every PC of the commune and those above see it. It
names the hash of what was read; a change afterwards shows on all of them.
"""

import hashlib
import json
from dataclasses import dataclass

from ocop_desktop.domain import custody
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import REMARK
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, records, settings
from ocop_desktop.storage.db import Db

from .changes import Changes
from .permission import only

TYPE = "review"
NEEDED = "office.second_look"
"""Setting: nothing is sealed that nobody else has read."""
_STEPS = ("dossier.state", "dossier.report", "dossier.handed_on", f"dossier.{REMARK}", f"dossier.{custody.AT_LEVEL}")
"""What goes on with a dossier after it was read is no change of what was read; each with the fields that begin so."""


@dataclass(frozen=True, kw_only=True)
class Review:
    """Who read it and when (UTC instant); ``current``: nothing was changed since."""

    by: str
    at: str
    current: bool


def of(db: Db, dossier: str) -> Review | None:
    """The mark of a dossier: the latest one that still holds, else the latest."""
    return _of(db, dossiers.load(db, dossier))


def _of(db: Db, whole: Dossier) -> Review | None:
    digest = "" if whole.unparsed else _digest(whole)
    found = [
        Review(by=str(mark.body.get("by")), at=str(mark.body.get("at")), current=mark.body.get("sha256") == digest)
        for mark in records.of_dossier(db, whole.id, TYPE)
    ]
    return max(found, key=lambda review: (review.current, review.at), default=None)


@only("review")
def mark(db: Db, dossier: str) -> Changes:
    """I have read this dossier as it stands: a record of the dossier, which travels with it.

    ``Refused``: ``review.own`` for who typed in it last, ``review.unparsed`` while some text is no value yet,
    ``dossier.locked`` when it is no longer with the commune.
    """
    whole = dossiers.load(db, dossier)
    if whole.state not in custody.AT_COMMUNE:
        raise Refused("dossier.locked", state=whole.state)
    edit = next((line for line in journal.of_dossier(db, dossier) if line.what in {"edit", "dossier.received"}), None)
    if edit is not None and edit.officer == db.officer:
        raise Refused("review.own")
    if whole.unparsed:
        raise Refused("review.unparsed", count=len(whole.unparsed))
    known: Values = {"dossier": dossier, "by": db.officer, "at": db.now(), "sha256": _digest(whole)}
    records.add(db, TYPE, known, dossier=dossier, parent=dossier, unit=whole.dossier.unit)
    journal.write(db, "dossier.reviewed", dossier=dossier, sha256=known["sha256"])
    return Changes(dossiers=frozenset({dossier}), types=frozenset({TYPE}), outbox=True)


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
    """The same on every PC that has the dossier: what is typed, and the files but for the signed report."""
    read = {
        "values": {key: value for key, value in whole.values.items() if not key.startswith(_STEPS)},
        "files": sorted((file.row, file.sha256) for file in whole.evidence if file.row != "signed"),
    }
    return hashlib.sha256(json.dumps(read, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
