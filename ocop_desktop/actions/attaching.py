"""What a file costs before and after it is attached: pages, size against the budget, and a lighter copy of a scan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from ocop_desktop.domain import contents
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, files, records, settings
from ocop_desktop.storage.db import Db

from . import evidence
from .changes import Changes
from .permission import only

_MIB = 1024 * 1024
_DEFAULTS = {"file_pages": 200, "dossier": 200 * _MIB, "dossier_pages": 1000}
"""Of this program, where the province says nothing: no law that was found names any."""
HEAVY = 400 * 1024
"""Bytes of a page above which a lighter copy is looked for; a page of 200 dpi in colour has less."""
_SCANS = ("application/pdf", "image/jpeg", "image/png", "image/tiff", "image/bmp", "image/webp")
_ABOUT = ("issued_on", "expires_on", "unlimited", "source")


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What is asked of evidence files. Only ``file`` (bytes of one file) refuses; the rest is shown.

    ``told``: the province said it; else these are this program's own.
    """

    file: int
    file_pages: int
    dossier: int
    dossier_pages: int
    told: bool


@dataclass(frozen=True, kw_only=True)
class Total:
    """All files of a dossier together: how many, bytes, pages, and whether that is over the budget."""

    files: int
    size: int
    pages: int
    over: bool


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A lighter copy that nobody has accepted yet, of the evidence record ``of``."""

    of: str
    name: str
    data: bytes
    pages: int
    dpi: int


def budget(db: Db) -> Budget:
    """The budget of evidence files: what the province told last, or this program's defaults."""
    told = {name: int(settings.read(db, f"limits.{name}") or 0) for name in _DEFAULTS}
    return Budget(
        file=evidence.most_bytes(db),
        told=any(told.values()),
        **{name: told[name] or default for name, default in _DEFAULTS.items()},
    )


def total(attached: Sequence[EvidenceFile], limits: Budget) -> Total:
    """What the files of a dossier come to. The same content on two rows travels once and counts once."""
    once = {file.sha256: file for file in attached}.values()
    size, pages = sum(file.size for file in once), sum(file.pages for file in once)
    over = size > limits.dossier or pages > limits.dossier_pages
    return Total(files=len(attached), size=size, pages=pages, over=over)


def pages_of(name: str, data: bytes) -> int:
    """The pages of a file that is about to be attached; 0 where they mean nothing. ``Refused``: ``paper.fell``, ``paper.slow``."""
    from ocop_desktop.signing import foreign

    return foreign.count_pages(foreign.Foreign(name, data), contents.look(name, data).media_type)


def can_be_lighter(file: EvidenceFile) -> bool:
    """Whether a lighter copy is worth looking for."""
    return file.row != "signed" and file.media_type in _SCANS and file.size > HEAVY * max(file.pages, 1)


def lighten(file: EvidenceFile, data: bytes, at: datetime) -> Copy:
    """A lighter copy of a scan; nothing is changed by it. ``Refused``: ``evidence.not_lighter``."""
    from ocop_desktop.signing import foreign

    scan = foreign.Foreign(file.name, data)
    made = foreign.lighter(scan, file.media_type, at) if can_be_lighter(file) else None
    if made is None:
        raise Refused("evidence.not_lighter", name=file.name)
    name = f"{PurePath(file.name).stem}.pdf"
    return Copy(of=file.id, name=name, data=made.data, pages=made.pages, dpi=made.dpi)


@only("scan")
def accept(db: Db, copy: Copy) -> Changes:
    """Put a lighter copy in the place of the file it was made of, with the dates a person gave that one.

    ``Refused``: as ``evidence.attach`` and ``evidence.detach``.
    """
    record = records.find(db, copy.of)
    if record is None or record.deleted or record.type != "evidence":
        raise Refused("evidence.gone")
    body = record.body
    about: Values = {key: body[key] for key in _ABOUT if body.get(key) is not None}
    done = evidence.attach(db, str(body["dossier"]), str(body["row"]), copy.name, copy.data, about, pages=copy.pages)
    evidence.detach(db, copy.of)
    return done


def attached(db: Db, evidence_id: str) -> EvidenceFile:
    """A file by its evidence record. ``Refused``: ``evidence.gone``."""
    record = records.find(db, evidence_id)
    if record is not None and record.type == "evidence" and not record.deleted:
        for file in dossiers.load(db, str(record.body["dossier"])).evidence:
            if file.id == evidence_id:
                return file
    raise Refused("evidence.gone")


def content(db: Db, file: EvidenceFile) -> bytes:
    """The bytes of an attached file. ``Damaged``: ``evidence.lost``, ``evidence.altered``."""
    return files.read(db, file.sha256)
