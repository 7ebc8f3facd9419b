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
from ocop_desktop.storage import dossiers, journal, listing, receipts, settings
from ocop_desktop.storage.db import Db

if TYPE_CHECKING:
    from ocop_desktop.printing import missing

DRAFT = "BẢN NHÁP"
PRINT_MARK = "office.print_mark"
"""The setting of the code on papers: on unless it was turned off."""
SEALED = frozenset({"sealed", "handed_over", "accepted", "returned"})


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A PDF and the name it is saved under; the name holds no accents and nothing personal.

    ``dossier`` and ``revision`` say what it shows, for the journal; a draft has revision 0.
    """

    name: str
    title: str
    data: bytes
    dossier: str | None = None
    revision: int = 0


def _name(what: str, product: str) -> str:
    words = "".join(c if c.isascii() and c.isalnum() else "-" for c in fold(product))
    return f"{what}-{'-'.join(filter(None, words.split('-')))[:60] or 'ho-so'}.pdf"


def report(db: Db, dossier: str) -> Paper:
    """Mẫu số 03: from the sealed values, or marked BẢN NHÁP from what is there now.

    ``Refused``: ``dossier.conflict`` for a sealed one while two PCs' values wait for a person.
    """
    from ocop_desktop.printing import forms

    whole = dossiers.load(db, dossier)
    sealed = whole.report if whole.state in SEALED else None
    product = str(whole.values.get("product.name") or "")
    if sealed is not None and listing.sync_mark(db, whole).state == "conflict":
        raise Refused("dossier.conflict")
    if sealed is None:
        form = report_form(whole)
        data = forms.render(form, whole.values, office(db), watermark=DRAFT)
        return Paper(name=_name("ban-nhap-mau-03", product), title=form.title, data=data, dossier=dossier)
    title = legal.form(sealed.form, sealed.form_version).title
    data = sealed_pdf(sealed, marked=_mark(db, sealed, sealed.form) is not None)
    return Paper(name=_name("mau-03", product), title=title, data=data, dossier=dossier, revision=sealed.revision)


def sealed_pdf(sealed: SealedReport, *, marked: bool, numbered: bool = True) -> bytes:
    """A sealed report as it prints: with its code or without, with the clerk's number and day or before they were given."""
    from ocop_desktop.printing import forms

    form = legal.form(sealed.form, sealed.form_version)
    at_sealing = {key: value for key, value in sealed.values.items() if key.startswith("office.")}
    issued = date.fromisoformat(sealed.issued_on) if sealed.issued_on and numbered else None
    mark = marks.mark(sealed.form, sealed.id, sealed.revision, sealed.sha256) if marked else None
    number = sealed.number if numbered else ""
    return forms.render(form, sealed.values, at_sealing, number=number, day=issued, mark=mark)


def _mark(db: Db, sealed: SealedReport, form_id: str) -> Mark | None:
    """The code on a paper of a sealed report; none where the office leaves it out, or prints exactly as the form does."""
    if settings.read(db, PRINT_MARK, True) is False or sealed.values.get("office.print_exact") is True:
        return None
    return marks.mark(form_id, sealed.id, sealed.revision, sealed.sha256)


def form(db: Db, dossier: str, form_id: str) -> Paper:
    """Another form of the dossier's regime, such as ``mau-01``, from what is there now."""
    from ocop_desktop.printing import forms
    from ocop_desktop.printing.score_table import score_table

    whole = dossiers.load(db, dossier)
    spec = legal.form(form_id) if "/" in form_id else legal.form_of(whole.regime, form_id)
    if spec is None:
        raise Refused("report.no_form", document=legal.regime(whole.regime).source.document)
    criteria = legal.find_criteria_set(whole.regime, whole.criteria_set) if any(b.rows for b in spec.paper) else None
    table = score_table(criteria, whole.values, legal.regime(whole.regime).evidence) if criteria is not None else None
    sealed = whole.report if whole.state in SEALED else None
    mark = _mark(db, sealed, spec.id) if sealed is not None else None
    data = forms.render(spec, whole.values, office(db), table=table, mark=mark)
    short = spec.id.rpartition("/")[2]
    return Paper(
        name=_name(short, str(whole.values.get("product.name") or "")), title=spec.title, data=data, dossier=dossier
    )


def missing_sheet(db: Db, dossier: str) -> Paper:
    """What the producer still has to bring, on one sheet. ``Refused``: ``print.nothing_missing``."""
    from ocop_desktop.printing import missing

    whole = dossiers.load(db, dossier)
    papers = tuple(_missing(whole, problem) for problem in listing.problems(db, whole) if _is_paper(problem))
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
        report_due_on=listing.due_on(db, whole),
        receiver=str(values.get("dossier.receiver") or db.officer),
    )
    data = missing.render(sheet, office(db), day=db.clock().astimezone().date())
    return Paper(name=_name("giay-to-con-thieu", sheet.product), title=missing.TITLE, data=data, dossier=dossier)


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


def receipt(db: Db, dossier: str) -> Paper:
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
    data = receipt_sheet.render(sheet, office(db))
    name = _name("bien-nhan", sheet.dossiers[0].product)
    return Paper(name=name, title=receipt_sheet.TITLE, data=data, dossier=dossier, revision=whole.dossier.rev)


def recovery_sheet(office_values: Values, key: str, made_on: date) -> Paper:
    """The recovery key on paper, to be printed once and locked away."""
    from ocop_desktop.printing import recovery

    sheet = recovery.RecoverySheet(key=key, made_on=made_on)
    return Paper(name="khoa-khoi-phuc.pdf", title="Khóa khôi phục", data=recovery.render(sheet, office_values))


def note_printed(db: Db, paper: Paper, way: str) -> Changes:
    """Write down that a paper left the program: ``way`` is ``printer``, ``file`` or ``open``."""
    if paper.dossier is None:
        return Changes()
    kind = paper.name.removesuffix(".pdf").split("-", 2)[:2]
    # Length and hash: a signature is added behind these bytes, and whoever brings the file back can be told so.
    said = {"size": len(paper.data), "sha256": hashlib.sha256(paper.data).hexdigest()} if paper.revision else {}
    details: dict[str, Any] = {"paper": "-".join(kind), "revision": paper.revision, "way": way, **said}
    journal.write(db, "paper.printed", dossier=paper.dossier, **details)
    return Changes(dossiers=frozenset({paper.dossier}))
