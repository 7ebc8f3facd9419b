"""The signed report comes back: a scan or a signed PDF is bound to the exact revision it is of, and travels as evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ocop_desktop.actions import evidence, paper_check
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.paper_check import Brought, Finding
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, listing, records
from ocop_desktop.storage.db import Db

ROW = "signed"
_FITS = frozenset({"paper.scan", "paper.scan_chosen", "paper.same_signed"})
_IN_THE_WAY = ("paper.older", "paper.opened_since", "paper.pages_missing")


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A file ready to be bound: what it was found to be, and the PDF it becomes."""

    finding: Finding
    pdf: bytes
    source: str
    """The SHA-256 of the file as it came."""

    @property
    def fits(self) -> bool:
        """Whether it may be bound."""
        return why_not(self.finding) is None


@dataclass(frozen=True, kw_only=True)
class Unsigned:
    """A sealed report that has no signed copy yet."""

    dossier: str
    product: str
    producer: str


def unsigned(db: Db) -> tuple[Unsigned, ...]:
    """The sealed reports whose signed copy has not come back, by product."""
    return tuple(Unsigned(dossier=id_, product=product, producer=name) for id_, product, name in listing.unsigned(db))


def join(brought: Sequence[Brought]) -> list[Brought]:
    """Pictures of one report, a page each, become one file; what is a whole paper already stays as it is.

    Pages go by the number in their code; pictures without a code follow the others when all codes name one report.
    """
    from ocop_desktop.signing import seen

    groups: dict[object, list[Brought]] = {}
    plain: list[Brought] = []
    made: list[Brought] = []
    for each in brought:
        if each.reading.is_pdf or len(each.reading.marks) > 1:
            made.append(each)
        elif each.reading.marks:
            groups.setdefault(next(iter(each.reading.marks)), []).append(each)
        else:
            plain.append(each)
    if len(groups) == 1:
        next(iter(groups.values())).extend(plain)
    elif plain:
        groups[None] = plain
    for group in groups.values():
        ordered = sorted(group, key=_place)
        pages = tuple(page for each in ordered for page in each.reading.pages)
        first = ordered[0]
        whole = seen.Reading(sha256=first.reading.sha256, is_pdf=False, version="", pages=pages, said=None)
        made.append(replace(first, reading=whole, more=tuple(each.data for each in ordered[1:])))
    return made


def _place(brought: Brought) -> tuple[int, str]:
    numbers = [page.mark.page for page in brought.reading.pages if page.mark]
    return (min(numbers, default=1_000_000), brought.name)


def why_not(finding: Finding) -> str | None:
    """The code of what forbids binding this file, or None."""
    if finding.code == "paper.same":
        return "signed.clean"
    if finding.code not in _FITS:
        return finding.code
    if finding.form != "mau-03":
        return "signed.other_form"
    if any(not each.intact for each in finding.signatures):
        return "signed.broken"
    return next((note for note in _IN_THE_WAY if note in finding.notes), None)


def make_pdf(brought: Brought, finding: Finding, at: datetime) -> bytes:
    """The PDF that is kept: the very bytes of a PDF, or the pictures as pages of one colour PDF. ``at``: now, aware."""
    if brought.reading.is_pdf:
        return brought.data
    from ocop_desktop.signing import foreign

    title = f"Báo cáo Mẫu số 03 đã ký, lần chốt {finding.revision}"
    pictures = [foreign.Foreign(brought.name, data) for data in (brought.data, *brought.more)]
    return foreign.to_pdf(pictures, title, at)


@only("sign")
def bind(db: Db, ready: Ready) -> Changes:
    """Keep a signed report with the revision it is of. ``created`` is the evidence record.

    ``Refused``: a code of ``paper_check.Finding`` or ``signed.*`` that says why this file is not it, ``evidence.*``.
    """
    finding = ready.finding
    if code := why_not(finding):
        raise Refused(code, **finding.details)
    whole = dossiers.load(db, finding.dossier)
    if whole.report is None or whole.report.id != finding.report or whole.state not in {"sealed", "handed_over"}:
        raise Refused("paper.opened_since", **finding.details)  # opened while the window asked
    name = f"bao-cao-da-ky-lan-{finding.revision}.pdf"
    about: Values = {"report": finding.report, "revision": finding.revision, "source": ready.source}
    return evidence.attach(db, finding.dossier, ROW, name, ready.pdf, about=about)


def is_known(db: Db, source: str, dossier: str) -> bool:
    """Whether this very file was bound before."""
    if not dossier:
        return False
    held = [each for each in records.of_dossier(db, dossier, "evidence") if not each.deleted]
    return any(each.body.get("source") == source for each in held)


def prepare(db: Db, brought: Brought, dossier: str | None = None) -> Ready:
    """What a file is and the PDF it becomes; nothing is written."""
    finding = paper_check.check(db, brought, dossier)
    fits = why_not(finding) is None
    pdf = make_pdf(brought, finding, db.clock().astimezone()) if fits else b""
    return Ready(finding=finding, pdf=pdf, source=brought.reading.sha256)
