"""Evidence files of a dossier: attached, read, taken away."""

import mimetypes
import re
import stat
from pathlib import Path, PurePath

from ocop_desktop import legal
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import REMARK, Record
from ocop_desktop.domain.text import one_line, show_size
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, files, journal, listing, records
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain

from .changes import Changes
from .dossiers import editable

MOST_BYTES = 50 * 1024 * 1024
"""One file, in bytes. A scan of a 500-page dossier in readable quality is below this; a line of 256 kbit/s needs half an
hour for it."""

MOST_NAME = 180
"""Characters of a name; the end with the extension is kept."""

# The first bytes of what may be attached. The name alone proves nothing.
_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "application/pdf"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"II*\x00", 0, "image/tiff"),
    (b"MM\x00*", 0, "image/tiff"),
    (b"WEBP", 8, "image/webp"),
    (b"BM", 0, "image/bmp"),
    (b"ftyp", 4, "video/mp4"),
    (b"ID3", 0, "audio/mpeg"),
    (b"PK\x03\x04", 0, "application/zip"),
    (b"\xd0\xcf\x11\xe0", 0, "application/msword"),
)
_OFFICE = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def attach(db: Db, dossier: str, row: str, name: str, source: Path | bytes) -> Changes:
    """Attach a file to an evidence row (``01`` … ``15``, ``mau-01``, ``mau-02``, ``other``); the row becomes "có".

    ``signed`` is the report as it was signed: it comes back when the dossier is sealed or handed over.

    ``Refused``: ``evidence.too_large`` (``size``, ``most``), ``evidence.empty``, ``evidence.kind``,
    ``evidence.unreadable``, ``evidence.twice``, ``evidence.row``, ``dossier.locked``. ``Environment``: ``disk.full``, ``disk.nearly_full``.
    """
    whole = _open_for(db, dossier, row)
    name = _name(name)
    data = source if isinstance(source, bytes) else _read(source)
    if not data:
        raise Refused("evidence.empty", name=name)
    if len(data) > MOST_BYTES:
        raise _too_large(len(data))
    media_type = _media_type(name, data)
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
            raise _too_large(found.st_size)
        with source.open("rb") as file:
            return file.read(MOST_BYTES + 1)  # a file that still grows is found too large by its caller
    except OSError as error:
        raise Refused("evidence.unreadable", why=explain(error).code) from error
    except ValueError as error:  # a NUL in the path
        raise Refused("evidence.unreadable", why="name") from error


def _too_large(size: int) -> Refused:
    return Refused("evidence.too_large", size=show_size(size), most=show_size(MOST_BYTES))


def _media_type(name: str, data: bytes) -> str:
    suffix = PurePath(name).suffix.lower()
    for signature, at, media_type in _SIGNATURES:
        if data[at : at + len(signature)] == signature:
            if media_type == "application/zip":
                return _OFFICE.get(suffix, media_type)
            return media_type
    guess = mimetypes.guess_type(name)[0] or ""
    if guess.startswith("text/") and b"\x00" not in data[:4096]:
        return guess
    raise Refused("evidence.kind", name=name)


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


def attach_again(db: Db, evidence: str) -> Changes:
    """Undo ``detach``: the same content under the same name, as a new record."""
    body = _evidence(db, evidence).body
    return attach(db, str(body["dossier"]), str(body["row"]), str(body["name"]), files.read(db, str(body["sha256"])))


def read(db: Db, evidence: str) -> bytes:
    """The content of an attached file. ``Damaged``: ``evidence.lost``, ``evidence.altered``."""
    return files.read(db, str(_evidence(db, evidence).body["sha256"]))


def _evidence(db: Db, evidence: str) -> Record:
    found = records.find(db, evidence)
    if found is None or found.type != "evidence":
        raise Refused("evidence.gone")
    return found
