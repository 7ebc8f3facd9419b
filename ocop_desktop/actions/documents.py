"""Papers: the same bytes for the screen, the printer and the disk.

What draws them is imported by the functions that print: a start of the program does not wait for it.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ocop_desktop import legal, protocol
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.dossiers import report_form
from ocop_desktop.actions.office import office
from ocop_desktop.domain import checks, marks
from ocop_desktop.domain.dossiers import Dossier, SealedReport
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.marks import Mark
from ocop_desktop.domain.text import fold
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, receipts, settings, standing
from ocop_desktop.storage.db import Db

if TYPE_CHECKING:
    from ocop_desktop.printing import missing
    from ocop_desktop.printing.pages import Volume

DRAFT = "BẢN NHÁP"
PRINT_MARK = "office.print_mark"
"""The setting of the code on papers: on unless it was turned off."""
SEALED = frozenset({"sealed", "handed_over", "accepted", "returned"})
REPLACED = "ĐÃ THAY THẾ"
"""Across a sealed report that a later one replaced."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A PDF and the name it is saved under; the name holds no accents and nothing personal.

    ``dossier`` and ``revision`` say what it shows, for the journal; a draft has revision 0. ``kind`` is its id in the
    registry of papers; ``holds`` are the papers that a batch put into one file. ``letter`` is what a Word file or a workbook is made of, where there is one. Drawn into a
    volume, a paper has no bytes of its own.
    """

    name: str
    title: str
    data: bytes
    dossier: str | None = None
    revision: int = 0
    kind: str = ""
    letter: object = None
    holds: tuple[Paper, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One line of the print log: when, who, which paper in which revision (0: a draft), how it left the program."""

    at: str
    officer: str
    paper: str
    revision: int
    way: str


def file_name(what: str, about: str) -> str:
    """The name a paper is saved under."""
    return _name(what, about)


def _name(what: str, product: str) -> str:
    words = "".join(c if c.isascii() and c.isalnum() else "-" for c in fold(product))
    return f"{what}-{'-'.join(filter(None, words.split('-')))[:60] or 'ho-so'}.pdf"


def report(db: Db, dossier: str, revision: int = 0, *, volume: Volume | None = None) -> Paper:
    """Mẫu số 03: from the sealed values, or marked BẢN NHÁP from what is there now.

    ``revision`` asks for one sealed earlier, which is marked ĐÃ THAY THẾ when a later one replaced it. ``Refused``:
    ``dossier.conflict`` for a sealed one while two PCs' values wait for a person, ``report.no_revision``.
    """
    from ocop_desktop.printing import forms

    whole = dossiers.load(db, dossier)
    product = str(whole.values.get("product.name") or "")
    if revision:
        sealed, latest = _revision(db, whole, revision)
        return _sealed(db, dossier, sealed, product, "" if sealed.revision == latest else REPLACED, volume)
    current = whole.report if whole.state in SEALED else None
    if current is not None and standing.sync_mark(db, whole).state == "conflict":
        raise Refused("dossier.conflict")
    if current is not None:
        return _sealed(db, dossier, current, product, "", volume)
    form = report_form(whole)
    data = forms.render(form, whole.values, office(db), watermark=DRAFT, volume=volume)
    return Paper(name=_name("ban-nhap-mau-03", product), title=form.title, data=data, dossier=dossier, kind="mau-03")


def _revision(db: Db, whole: Dossier, revision: int) -> tuple[SealedReport, int]:
    found = {sealed.revision: sealed for sealed in dossiers.reports(db, whole.id)}
    if revision not in found:
        raise Refused("report.no_revision", revision=revision)
    return found[revision], max(found)


def _sealed(db: Db, dossier: str, sealed: SealedReport, product: str, watermark: str, volume: Volume | None) -> Paper:
    marked = _mark(db, sealed, sealed.form) is not None
    return Paper(
        name=_name("mau-03", product),
        title=legal.form(sealed.form, sealed.form_version).title,
        data=sealed_pdf(sealed, marked=marked, watermark=watermark, volume=volume),
        dossier=dossier,
        revision=sealed.revision,
        kind="mau-03",
    )


def sealed_pdf(
    sealed: SealedReport, *, marked: bool, numbered: bool = True, watermark: str = "", volume: Volume | None = None
) -> bytes:
    """A sealed report as it prints: with its code or without, with the clerk's number and day or before they were given."""
    from ocop_desktop.printing import forms

    form = legal.form(sealed.form, sealed.form_version)
    at_sealing = {key: value for key, value in sealed.values.items() if key.startswith("office.")}
    issued = date.fromisoformat(sealed.issued_on) if sealed.issued_on and numbered else None
    mark = marks.mark(sealed.form, sealed.id, sealed.revision, sealed.sha256) if marked else None
    number = sealed.number if numbered else ""
    return forms.render(
        form, sealed.values, at_sealing, number=number, day=issued, watermark=watermark, mark=mark, volume=volume
    )


def _mark(db: Db, sealed: SealedReport, form_id: str) -> Mark | None:
    """The code on a paper of a sealed report; none where the office leaves it out, or prints exactly as the form does."""
    if settings.read(db, PRINT_MARK, True) is False or sealed.values.get("office.print_exact") is True:
        return None
    return marks.mark(form_id, sealed.id, sealed.revision, sealed.sha256)


def form(db: Db, dossier: str, form_id: str, *, volume: Volume | None = None) -> Paper:
    """Another form of the dossier's regime, such as ``mau-01``, from what is there now."""
    from ocop_desktop.printing import forms
    from ocop_desktop.printing.score_table import score_table

    whole = dossiers.load(db, dossier)
    spec = legal.form(form_id) if "/" in form_id else legal.form_of(whole.regime, form_id)
    if spec is None:
        raise Refused("report.no_form", document=legal.regime(whole.regime).source.document)
    criteria = (
        legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version)
        if any(b.rows for b in spec.paper)
        else None
    )
    table = score_table(criteria, whole.values, legal.regime(whole.regime).evidence) if criteria is not None else None
    sealed = whole.report if whole.state in SEALED else None
    mark = _mark(db, sealed, spec.id) if sealed is not None else None
    data = forms.render(spec, whole.values, office(db), table=table, mark=mark, volume=volume)
    short = spec.id.rpartition("/")[2]
    name = _name(short, str(whole.values.get("product.name") or ""))
    return Paper(name=name, title=spec.title, data=data, dossier=dossier, kind=short)


def missing_papers(db: Db, whole: Dossier) -> tuple[missing.MissingPaper, ...]:
    """What the producer still has to bring."""
    return tuple(_missing(whole, problem) for problem in standing.problems(db, whole) if _is_paper(problem))


def missing_sheet(db: Db, dossier: str, *, volume: Volume | None = None) -> Paper:
    """What the producer still has to bring, on one sheet. ``Refused``: ``print.nothing_missing``."""
    from ocop_desktop.printing import missing

    whole = dossiers.load(db, dossier)
    papers = missing_papers(db, whole)
    if not papers:
        raise Refused("print.nothing_missing")
    values = whole.values
    kind = legal.regime(whole.regime).dossier_kind(str(values.get("dossier.kind") or ""))
    sheet = missing.MissingSheet(
        producer=str(values.get("producer.name") or ""),
        product=str(values.get("product.name") or ""),
        dossier_kind=kind.label if kind else "",
        reception_no=str(values.get("dossier.reception_no") or ""),
        received_on=whole.received_on,
        papers=papers,
        report_due_on=standing.due_on(db, whole),
        receiver=str(values.get("dossier.receiver") or db.officer),
    )
    data = missing.render(sheet, office(db), day=db.clock().astimezone().date(), volume=volume)
    name = _name("giay-to-con-thieu", sheet.product)
    return Paper(name=name, title=missing.TITLE, data=data, dossier=dossier, kind="missing")


def _is_paper(problem: checks.Problem) -> bool:
    return problem.step == checks.COMPONENTS and not problem.code.endswith(".contradiction")


def _missing(whole: Dossier, problem: checks.Problem) -> missing.MissingPaper:
    from ocop_desktop.printing import missing

    regime = legal.regime(whole.regime)
    for row in regime.evidence:
        if row.key == problem.key:
            return missing.MissingPaper(number=row.no, name=row.title, requirement=row.requirement)
    for component in regime.components(str(whole.values.get("dossier.kind") or "")):
        if problem.key == f"dossier.component.{component.id}":
            return missing.MissingPaper(number="", name=component.label, requirement=component.label)
    words = {
        "dossier.samples": ("Sản phẩm mẫu", f"{problem.details.get('needed', 5)} sản phẩm mẫu do chủ thể cung cấp"),
        "dossier.paper_set": ("Bộ hồ sơ giấy", "01 bộ hồ sơ giấy (Điều 7 khoản 1)"),
        "dossier.electronic_set": ("Bộ hồ sơ điện tử", "01 bộ hồ sơ điện tử (Điều 7 khoản 1)"),
    }
    name, requirement = words.get(problem.key, (problem.key, ""))
    return missing.MissingPaper(number="", name=name, requirement=requirement)


def receipt(db: Db, dossier: str, *, volume: Volume | None = None) -> Paper:
    """What the province's server confirmed of a dossier. ``Refused``: ``receipt.none``."""
    from ocop_desktop.printing import receipt as receipt_sheet

    whole = dossiers.load(db, dossier)
    answer = receipts.of_dossier(db, dossier)
    if answer is None:
        raise Refused("receipt.none")
    confirmed = protocol.decode(answer, protocol.Receipt)
    sent = [file for file in whole.evidence if file.sent]
    server_key = base64.b64decode(str(settings.read(db, "sync.server_key", "")))
    sheet = receipt_sheet.Receipt(
        receipt_id=confirmed.receipt,
        at=datetime.fromisoformat(confirmed.at),
        records=receipts.confirmed_records(db, dossier),
        files=len(sent),
        size=sum(file.size for file in sent),
        digest=confirmed.digest,
        key_fingerprint=hashlib.sha256(server_key).hexdigest()[:32],
        dossiers=(
            receipt_sheet.ReceivedDossier(
                product=str(whole.values.get("product.name") or ""),
                producer=str(whole.values.get("producer.name") or ""),
                revision=whole.dossier.rev,
                reception_no=str(whole.values.get("dossier.reception_no") or ""),
            ),
        ),
        device=str(settings.read(db, "sync.device_name", "")),
    )
    data = receipt_sheet.render(sheet, office(db), volume=volume)
    name = _name("bien-nhan", sheet.dossiers[0].product)
    return Paper(
        name=name, title=receipt_sheet.TITLE, data=data, dossier=dossier, revision=whole.dossier.rev, kind="receipt"
    )


def recovery_sheet(office_values: Values, key: str, made_on: date) -> Paper:
    """The recovery key on paper, to be printed once and locked away."""
    from ocop_desktop.printing import recovery

    sheet = recovery.RecoverySheet(key=key, made_on=made_on)
    return Paper(name="khoa-khoi-phuc.pdf", title="Khóa khôi phục", data=recovery.render(sheet, office_values))


def note_printed(db: Db, paper: Paper, way: str) -> Changes:
    """Write down that a paper left the program: ``way`` is ``printer``, ``file`` or ``open``."""
    if paper.holds:
        return Changes(dossiers=frozenset().union(*(note_printed(db, held, way).dossiers for held in paper.holds)))
    if paper.dossier is None:
        return Changes()
    kind = paper.kind or "-".join(paper.name.removesuffix(".pdf").split("-", 2)[:2])
    # Length and hash: a signature is added behind these bytes, and whoever brings the file back can be told so.
    own = bool(paper.revision and paper.data)
    said = {"size": len(paper.data), "sha256": hashlib.sha256(paper.data).hexdigest()} if own else {}
    details: dict[str, Any] = {"paper": kind, "revision": paper.revision, "way": way, **said}
    journal.write(db, "paper.printed", dossier=paper.dossier, **details)
    return Changes(dossiers=frozenset({paper.dossier}))


def printed(db: Db, dossier: str) -> list[Printed]:
    """Which papers of a dossier left the program, latest first."""
    return [
        Printed(
            at=entry.at,
            officer=entry.officer,
            paper=str(entry.details.get("paper") or ""),
            revision=int(str(entry.details.get("revision") or 0)),
            way=str(entry.details.get("way") or ""),
        )
        for entry in journal.of_dossier(db, dossier)
        if entry.what == "paper.printed"
    ]
