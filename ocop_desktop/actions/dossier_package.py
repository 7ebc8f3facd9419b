"""The electronic dossier (Điều 7.2.b: 01 bộ điện tử): one ZIP of every file, one PDF with an index, hashes of all."""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath

from ocop_desktop import legal
from ocop_desktop.actions import documents, dossier_metadata
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.office import office
from ocop_desktop.domain.dossiers import Dossier, EvidenceFile
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, files, journal
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain, replacing

MANIFEST, INDEXED = "manifest.json", "ho-so-day-du.pdf"
_PICTURES = frozenset({"image/jpeg", "image/png", "image/tiff", "image/bmp", "image/webp"})


@dataclass(frozen=True, kw_only=True)
class Item:
    """One file of the dossier. ``name`` is plain: a number and what it is, nothing of a person."""

    name: str
    title: str
    media_type: str
    data: bytes


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """All that goes into a package, read at one moment."""

    dossier: str
    name: str
    product: str
    producer: str
    office: Values
    document: dict[str, object]
    file: dict[str, object]
    items: tuple[Item, ...]
    at: str


@dataclass(frozen=True, kw_only=True)
class Package:
    """``broken``: names of the rules of PDF/A-2b that the PDF does not keep; none means that it claims PDF/A-2b."""

    name: str
    zip: bytes
    pdf: bytes
    manifest: dict[str, object]
    broken: tuple[str, ...]


def gather(db: Db, dossier: str) -> Gathered:
    """Read a sealed dossier with its files. ``Refused``: ``paper.not_sealed``, ``evidence.lost`` …"""
    whole = dossiers.load(db, dossier)
    sealed = whole.report
    product = str(whole.values.get("product.name") or "")
    if sealed is None or whole.state not in documents.SEALED:
        raise Refused("paper.not_sealed", product=product)
    paper = documents.report(db, dossier)
    signed = [each for each in whole.evidence if each.report == sealed.id]
    first = [(each, "Báo cáo Mẫu số 03 (bản đã ký)", "mau-03-da-ky") for each in signed[-1:]] if signed else []
    items = (
        []
        if signed
        else [Item(name="01-mau-03.pdf", title="Báo cáo Mẫu số 03", media_type="application/pdf", data=paper.data)]
    )
    rest = [
        (each, title, slug) for each in whole.evidence if each.row != "signed" for title, slug in [_called(whole, each)]
    ]
    for file, title, slug in [*first, *rest]:
        number = len(items) + 1
        suffix = PurePath(file.name).suffix.lower() or ".bin"
        data = files.read(db, file.sha256)
        items.append(Item(name=f"{number:02}-{slug}{suffix}", title=title, media_type=file.media_type, data=data))
    return Gathered(
        dossier=dossier,
        name=paper.name.removeprefix("mau-03-").removesuffix(".pdf"),
        product=product,
        producer=str(whole.values.get("producer.name") or ""),
        office={**office(db), **{k: v for k, v in sealed.values.items() if k.startswith("office.")}},
        document={
            **dossier_metadata.document(whole, sealed, paper.title),
            "Revision": sealed.revision,
            "ReportSha256": sealed.sha256,
        },
        file=dossier_metadata.file(whole, sealed, product, len(items)),
        items=tuple(items),
        at=db.clock().astimezone().isoformat(timespec="seconds"),
    )


def _called(whole: Dossier, file: EvidenceFile) -> tuple[str, str]:
    regime = legal.regime(whole.regime)
    row = next((each for each in regime.evidence if each.no == file.row), None)
    if row is not None:
        return f"Minh chứng {int(row.no)}: {row.title}", f"minh-chung-{row.no}"
    kinds = (component for kind in regime.dossiers for component in kind.components)
    component = next((each for each in kinds if each.id == file.row), None)
    return (component.label, file.row) if component else ("Tài liệu khác", "khac")


def build(gathered: Gathered) -> Package:
    """Make the package; needs no database."""
    from ocop_desktop.printing import contents
    from ocop_desktop.signing import archive

    at = datetime.fromisoformat(gathered.at)
    pdfs = [_pdf(item, at) for item in gathered.items]
    counts = [archive.pages_of(pdf) if pdf else 0 for pdf in pdfs]

    def index(first: int) -> bytes:
        entries, page = [], first
        for item, count in zip(gathered.items, counts, strict=True):
            entries.append(contents.Entry(title=item.title, file=item.name, page=page if count else 0, pages=count))
            page += count
        return contents.render(gathered.product, gathered.producer, entries, gathered.office)

    own = archive.pages_of(index(1))
    parts = [archive.Part(title="Mục lục", pdf=index(own + 1))]
    parts += [
        archive.Part(title=item.title, pdf=pdf)
        for item, pdf in zip(gathered.items, pdfs, strict=True)
        if pdf is not None
    ]
    pdf, broken = archive.joined(parts, f"Hồ sơ OCOP: {gathered.product}", at)
    document = {**gathered.document, "PageAmount": str(counts[0]) if counts and counts[0] else None}
    file = {**gathered.file, "PageTotal": str(sum(counts))}
    manifest: dict[str, object] = {
        "format": "ocop-dossier/1",
        "dossier": gathered.dossier,
        "made_at": gathered.at,
        "product": gathered.product,
        "producer": gathered.producer,
        "organisation": gathered.office.get("office.unit_name"),
        "organisation_code": gathered.office.get("office.unit"),
        "document": document,
        "file": file,
        "left_open": [
            *(f"document.{name}" for name in dossier_metadata.left_open(document)),
            *(f"file.{name}" for name in dossier_metadata.left_open(file)),
        ],
        "pdfa": {"claims": None if broken else "PDF/A-2b", "not_kept": {name: archive.RULES[name] for name in broken}},
        "files": [
            {
                "name": name,
                "title": title,
                "media_type": kind,
                "size": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
                "pages": pages,
            }
            for name, title, kind, data, pages in [
                (INDEXED, "Hồ sơ đầy đủ, có mục lục", "application/pdf", pdf, own + sum(counts)),
                *((i.name, i.title, i.media_type, i.data, n) for i, n in zip(gathered.items, counts, strict=True)),
            ]
        ],
    }
    return Package(
        name=f"ho-so-{gathered.name}", zip=_zip(gathered, pdf, manifest), pdf=pdf, manifest=manifest, broken=broken
    )


def write(package: Package, folder: Path) -> tuple[Path, Path]:
    """The two files in a folder, which is made when it is not there: both, or none. ``Environment``: ``disk.*``, ``folder.*``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error) from error
    paths = folder / f"{package.name}.zip", folder / f"{package.name}.pdf"
    with replacing(paths[0]) as whole, replacing(paths[1]) as pages:
        whole.write(package.zip)
        pages.write(package.pdf)
        whole.flush()
    return paths


def note(db: Db, gathered: Gathered, package: Package) -> Changes:
    """Write down that a package left the program, with the hash by which it is known."""
    sha256 = hashlib.sha256(package.zip).hexdigest()
    journal.write(db, "dossier.packaged", dossier=gathered.dossier, files=len(gathered.items), sha256=sha256)
    return Changes(dossiers=frozenset({gathered.dossier}))


def _pdf(item: Item, at: datetime) -> bytes | None:
    """The item as pages, or None for what stays only a file of the ZIP: a film, a table, a PDF that is locked or broken."""
    from ocop_desktop.signing import foreign

    file = foreign.Foreign(item.name, item.data)
    try:
        if item.media_type in _PICTURES:
            return foreign.to_pdf((file,), item.title, at)
        if item.media_type == "application/pdf" and foreign.joinable(file):
            return item.data
    except Refused:
        pass
    return None


def _zip(gathered: Gathered, pdf: bytes, manifest: dict[str, object]) -> bytes:
    made = io.BytesIO()
    day = tuple(int(part) for part in (gathered.at[:4], gathered.at[5:7], gathered.at[8:10]))
    with zipfile.ZipFile(made, "w") as file:
        told = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
        inside = [(MANIFEST, told), (INDEXED, pdf), *((item.name, item.data) for item in gathered.items)]
        for name, data in inside:
            about = zipfile.ZipInfo(name, date_time=(day[0], day[1], day[2], 0, 0, 0))
            about.compress_type = zipfile.ZIP_DEFLATED if name == MANIFEST else zipfile.ZIP_STORED
            file.writestr(about, data)
    return made.getvalue()
