"""What a paper is: which sealed report and revision its code names, and whether it is what was sealed.

Reading the file (``read``) needs no database and may take a second; ``check`` compares what was read with the records.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_desktop.actions import documents
from ocop_desktop.domain.dossiers import Dossier, SealedReport, read_seal
from ocop_desktop.domain.marks import HASH_LENGTH, Mark
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, records
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain

if TYPE_CHECKING:
    from ocop_desktop.signing.seen import Reading
    from ocop_desktop.signing.validation import Signature

MOST_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Brought:
    """A file as it was read: its bytes, its pages, its signatures."""

    name: str
    data: bytes
    reading: "Reading"
    path: Path | None = None
    more: tuple[bytes, ...] = ()
    """Further pictures of the same paper, a page each."""
    signatures: "tuple[Signature, ...]" = ()


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a paper is. ``code`` has a sentence; ``notes`` are codes of what else is to be said, each with a sentence.

    ``revision`` is the paper's, ``counts`` the revision that counts now (0: the dossier is open). ``same``: byte for byte
    what this program prints for the sealed report, before any signature. ``report`` is empty when it was not recognised.
    """

    code: str
    name: str
    dossier: str = ""
    report: str = ""
    form: str = ""
    revision: int = 0
    counts: int = 0
    product: str = ""
    producer: str = ""
    same: bool = False
    scanned: bool = False
    pages: int = 0
    dpi: int = 0
    missing: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    signatures: "tuple[Signature, ...]" = ()

    @property
    def details(self) -> dict[str, object]:
        """What fills the sentences."""
        return {
            "name": self.name,
            "product": self.product,
            "revision": self.revision,
            "counts": self.counts,
            "dpi": self.dpi,
            "pages": self.pages,
            "missing": ", ".join(map(str, self.missing)),
            "form": self.form.removeprefix("mau-"),
        }


def read(name: str, source: Path | bytes, roots: Sequence[bytes] = ()) -> Brought:
    """Read a file. ``Refused``: ``paper.unreadable``, ``.locked``, ``.too_long``, ``.too_large``, ``.heavy``, ``.slow``, ``.fell``.

    ``roots``: certificates that are believed when signatures are checked.
    """
    from ocop_desktop.signing import foreign

    data = source if isinstance(source, bytes) else _bytes(source)
    file = foreign.Foreign(name, data)
    found = foreign.read_paper(file)
    borne = foreign.signatures(file, roots) if found.is_pdf else ()
    path = source if isinstance(source, Path) else None
    return Brought(name=name, data=data, path=path, reading=found, signatures=borne)


def _bytes(source: Path) -> bytes:
    try:
        if not source.is_file():
            raise Refused("paper.unreadable")
        if source.stat().st_size > MOST_BYTES:
            raise Refused("paper.too_large")
        return source.read_bytes()
    except OSError as error:
        raise explain(error) from error


def check(db: Db, brought: Brought, dossier: str | None = None) -> Finding:
    """Compare a file with the records. ``dossier``: what a person says it is, when no code tells."""
    seen = brought.reading
    told = seen.marks or (frozenset({seen.said}) if seen.said else frozenset())
    if len(told) > 1:
        return _finding(brought, "paper.mixed")
    if not told:
        return _by_hand(db, brought, dossier)
    [mark] = told
    found = records.find(db, mark.report)
    if found is None or found.type != "report":
        return _finding(brought, "paper.not_here", form=mark.form, revision=mark.revision)
    sealed = read_seal(found)
    whole = dossiers.load(db, str(found.body["dossier"]))
    if (mark.revision, mark.digest) != (sealed.revision, sealed.sha256[:HASH_LENGTH].upper()):
        return _finding(brought, "paper.false_code", whole, sealed, mark)
    return _compared(db, brought, whole, sealed, mark)


def _by_hand(db: Db, brought: Brought, dossier: str | None) -> Finding:
    if dossier is None:
        return _finding(brought, "paper.no_code")
    whole = dossiers.load(db, dossier)
    if whole.report is None or whole.state not in documents.SEALED:
        return _finding(brought, "paper.not_sealed", whole)
    return _compared(db, brought, whole, whole.report, None)


def _compared(db: Db, brought: Brought, whole: Dossier, sealed: SealedReport, mark: Mark | None) -> Finding:
    form = mark.form if mark else "mau-03"
    if brought.reading.scanned:
        code = "paper.scan" if mark else "paper.scan_chosen"
    elif (length := _length_of(db, brought.data, whole, sealed, form)) == len(brought.data):
        code = "paper.same"
    elif length:
        code = "paper.same_signed" if brought.signatures else "paper.same_longer"
    else:
        code = "paper.changed"
    return _finding(brought, code, whole, sealed, mark)


def _length_of(db: Db, data: bytes, whole: Dossier, sealed: SealedReport, form: str) -> int:
    """How many of the first bytes are exactly what this program prints for the sealed report; 0 when it never printed this."""
    for size, sha256 in _left_here(db, whole.id, sealed.revision, form):
        if size <= len(data) and hashlib.sha256(data[:size]).hexdigest() == sha256:
            return size
    return next((len(one) for one in _prints(db, whole, sealed, form) if data.startswith(one)), 0)


def _left_here(db: Db, dossier: str, revision: int, form: str) -> Iterator[tuple[int, str]]:
    for line in journal.of_dossier(db, dossier):
        said, size = line.details, line.details.get("size")
        ours = line.what == "paper.printed" and said.get("revision") == revision and said.get("paper") == form
        if ours and isinstance(size, int):
            yield size, str(said.get("sha256"))


def _prints(db: Db, whole: Dossier, sealed: SealedReport, form: str) -> Iterator[bytes]:
    if form != "mau-03":
        counts = whole.report is not None and whole.report.id == sealed.id and whole.state in documents.SEALED
        if counts:
            yield documents.form(db, whole.id, form).data
        return
    for marked in (True, False):
        for numbered in (True, False) if sealed.number or sealed.issued_on else (True,):
            yield documents.sealed_pdf(sealed, marked=marked, numbered=numbered)


def _finding(
    brought: Brought, code: str, whole: Dossier | None = None, sealed: SealedReport | None = None, mark: Mark | None = None,
    *, form: str = "", revision: int = 0,
) -> Finding:  # fmt: skip
    seen = brought.reading
    counting = whole.report if whole is not None and whole.state in documents.SEALED else None
    counts = counting.revision if counting else 0
    there = {page.mark.page for page in seen.pages if page.mark}
    wanted = max((page.mark.pages for page in seen.pages if page.mark), default=0)
    missing = tuple(sorted(set(range(1, wanted + 1)) - there)) if len(seen.pages) < wanted else ()
    notes = []
    if sealed is not None and (counting is None or counting.id != sealed.id):
        notes.append("paper.older" if counts else "paper.opened_since")
    if missing:
        notes.append("paper.pages_missing")
    if seen.scanned or not seen.is_pdf:
        notes += [] if seen.dpi >= LEAST_DPI else ["paper.coarse"]
        notes += [] if seen.colour else ["paper.grey"]
    return Finding(
        code=code,
        name=brought.name,
        dossier=whole.id if whole else "",
        report=sealed.id if sealed else "",
        form=mark.form if mark else form or ("mau-03" if sealed else ""),
        revision=sealed.revision if sealed else revision,
        counts=counts,
        product=str(whole.values.get("product.name") or "") if whole else "",
        producer=str(whole.values.get("producer.name") or "") if whole else "",
        same=code in {"paper.same", "paper.same_signed", "paper.same_longer"},
        scanned=seen.scanned,
        pages=len(seen.pages),
        dpi=seen.dpi,
        missing=missing,
        notes=tuple(notes),
        signatures=brought.signatures,
    )


LEAST_DPI = 200
"""Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, I.2.c."""
