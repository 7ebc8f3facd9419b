"""Evidence files of a dossier: attached, read, taken away."""

import re
import stat
from pathlib import Path, PurePath

from ocop_desktop import legal
from ocop_desktop.domain import contents
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import REMARK, Record
from ocop_desktop.domain.text import one_line, show_size
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, files, journal, listing, records, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain

from .changes import Changes
from .dossiers import editable
from .permission import need, only

MOST_BYTES = 50 * 1024 * 1024
"""One file, in bytes. A scan of a 500-page dossier in readable quality is below this; a line of 256 kbit/s needs half an
hour for it."""

MOST_NAME = 180
"""Characters of a name; the end with the extension is kept."""


def attach(
    db: Db,
    dossier: str,
    row: str,
    name: str,
    source: Path | bytes,
    about: Values | None = None,
    *,
    pages: int | None = None,
) -> Changes:
    """Attach a file to an evidence row (``01`` … ``15``, ``mau-01``, ``mau-02``, ``other``); the row becomes "có".

    A name that says another kind than the content gets the ending of what it is. ``pages`` when they were counted before.

    ``signed`` is the report as it was signed: it comes back when the dossier is sealed or handed over; ``about`` then says
    which report and revision it is of.

    ``Refused``: ``evidence.too_large`` (``size``, ``most``), ``evidence.empty``, ``evidence.kind``,
    ``evidence.program``, ``evidence.unreadable``, ``evidence.twice``, ``evidence.row``, ``dossier.locked``. ``Environment``: ``disk.full``, ``disk.nearly_full``.
    """
    need(db, "sign" if row == "signed" else "scan")
    whole = _open_for(db, dossier, row)
    name = _name(name)
    data = source if isinstance(source, bytes) else _read(source)
    if not data:
        raise Refused("evidence.empty", name=name)
    most = most_bytes(db)
    if len(data) > most:
        raise _too_large(len(data), most)
    media_type, kept, program = contents.look(name, data)
    if not media_type:
        raise Refused("evidence.program" if program else "evidence.kind", name=name)
    name = _name(kept)
    sha256 = files.put(db, data)
    if any(file.sha256 == sha256 and file.row == row for file in whole.evidence):
        raise Refused("evidence.twice", name=name)
    record = records.add(
        db,
        "evidence",
        {
            "dossier": dossier,
            "row": row,
            "name": name,
            "size": len(data),
            "sha256": sha256,
            "media_type": media_type,
            "added_at": db.now(),
            **_pages(name, data, media_type, pages),
            **(about or {}),
        },
        dossier=dossier,
        parent=dossier,
    )
    if (field := _status_field(row)) is not None:
        records.patch(db, whole.dossier, {field: "have", **_mended(whole, field)})
    journal.write(db, "evidence.attached", dossier=dossier, record=record.id, row=row, name=name, size=len(data))
    listing.refresh(db, dossier)
    return Changes(dossiers=frozenset({dossier}), outbox=True, created=record.id)


def _open_for(db: Db, dossier: str, row: str) -> Dossier:
    whole = dossiers.load(db, dossier)
    regime = legal.regime(whole.regime)
    known = {one.no for one in regime.evidence}
    known |= {component.id for kind in regime.dossiers for component in kind.components}
    if row not in known | {"signed", "other"}:
        raise Refused("evidence.row", row=row)
    if row == "signed" and whole.state in {"sealed", "handed_over", "accepted"}:
        return whole
    return editable(db, dossier)


def _name(name: str) -> str:
    """The name alone, without the folders of either kind of system, on one line and not longer than disks take."""
    name = one_line(re.split(r"[\\/]", name)[-1]) or "tep"
    if len(name) <= MOST_NAME:
        return name
    suffix = PurePath(name).suffix[:10]
    return name[: MOST_NAME - len(suffix)].rstrip() + suffix


def _status_field(row: str) -> str | None:
    if row.isdigit():
        return f"evidence.{row}"
    return None if row in {"signed", "other"} else f"component.{row}"


def _mended(whole: Dossier, field: str) -> Values:
    """The province's remark on a row goes when its files change."""
    remark = f"{REMARK}dossier.{field}"
    return {remark: None} if remark in whole.dossier.body else {}


def _read(source: Path) -> bytes:
    try:
        found = source.stat()
        if not stat.S_ISREG(found.st_mode):  # a folder, a device, a pipe that would never end
            raise Refused("evidence.unreadable", why="kind")
        if found.st_size > MOST_BYTES:  # before reading: a film of several gigabytes must not fill the memory
            raise _too_large(found.st_size, MOST_BYTES)
        with source.open("rb") as file:
            return file.read(MOST_BYTES + 1)  # a file that still grows is found too large by its caller
    except OSError as error:
        raise Refused("evidence.unreadable", why=explain(error).code) from error
    except ValueError as error:  # a NUL in the path
        raise Refused("evidence.unreadable", why="name") from error


def most_bytes(db: Db) -> int:
    """What one file may have here: what this program can hold, and what the province's server takes."""
    return min(MOST_BYTES, int(settings.read(db, "limits.file") or MOST_BYTES))


def _too_large(size: int, most: int) -> Refused:
    return Refused("evidence.too_large", size=show_size(size), most=show_size(most))


def _pages(name: str, data: bytes, media_type: str, counted: int | None) -> Values:
    from ocop_desktop.signing import foreign  # not before a file is attached

    pages = foreign.count_pages(foreign.Foreign(name, data), media_type) if counted is None else counted
    return {"pages": pages} if pages else {}


@only("scan")
def detach(db: Db, evidence: str) -> Changes:
    """Take a file away from a dossier. The content stays until nothing names it; ``attach_again`` brings it back.

    ``Refused``: ``evidence.gone``, ``dossier.locked``.
    """
    record = _evidence(db, evidence)
    if record.deleted:
        raise Refused("evidence.gone")
    dossier, row = str(record.body["dossier"]), str(record.body.get("row") or "")
    whole = _open_for(db, dossier, row)
    records.delete(db, record)
    field = _status_field(row)
    if field and sum(file.row == row for file in whole.evidence) == 1:
        records.patch(db, whole.dossier, {field: None, **_mended(whole, field)})
    journal.write(
        db, "evidence.detached", dossier=dossier, record=evidence, row=row, name=str(record.body.get("name") or "")
    )
    listing.refresh(db, dossier)
    return Changes(dossiers=frozenset({dossier}), outbox=True)


@only("scan")
def set_term(db: Db, evidence: str, issued_on: str, expires_on: str, *, unlimited: bool = False) -> Changes:
    """Write down the dates of a paper, read off it: they decide whether a later dossier may use it again.

    ``Refused``: ``evidence.gone``, ``evidence.term`` (it would end before it began), ``dossier.locked``.
    """
    record = _evidence(db, evidence)
    if record.deleted:
        raise Refused("evidence.gone")
    if issued_on and expires_on and expires_on < issued_on:
        raise Refused("evidence.term")
    dossier = str(record.body["dossier"])
    _open_for(db, dossier, str(record.body.get("row") or ""))
    fields: Values = {
        "issued_on": issued_on or None,
        "expires_on": None if unlimited else expires_on or None,
        "unlimited": True if unlimited else None,
    }
    if not records.patch(db, record, fields):
        return Changes()
    name = str(record.body.get("name") or "")
    journal.write(db, "evidence.dated", dossier=dossier, record=evidence, name=name, day=expires_on)
    listing.refresh(db, dossier)
    return Changes(dossiers=frozenset({dossier}), outbox=True)


@only("scan")
def attach_again(db: Db, evidence: str) -> Changes:
    """Undo ``detach``: the same content under the same name, as a new record."""
    body = _evidence(db, evidence).body
    about: Values = {key: body[key] for key in ("report", "revision", "source") if key in body}
    content = files.read(db, str(body["sha256"]))
    return attach(db, str(body["dossier"]), str(body["row"]), str(body["name"]), content, about)


def read(db: Db, evidence: str) -> bytes:
    """The content of an attached file. ``Damaged``: ``evidence.lost``, ``evidence.altered``."""
    return files.read(db, str(_evidence(db, evidence).body["sha256"]))


def _evidence(db: Db, evidence: str) -> Record:
    found = records.find(db, evidence)
    if found is None or found.type != "evidence":
        raise Refused("evidence.gone")
    return found
