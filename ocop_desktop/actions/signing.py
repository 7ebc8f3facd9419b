"""Sign a sealed report electronically: by who signs for the agency, then by the agency; the result is bound to the revision."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from ocop_desktop.actions import documents, evidence, paper_check, signed
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.office import office
from ocop_desktop.actions.papers import registry
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.printing.office import Office
from ocop_desktop.storage import dossiers, files, listing
from ocop_desktop.storage.db import Db

if TYPE_CHECKING:
    from ocop_desktop.signing.sign import Evidence, KeyFile, Token

Who = Literal["person", "agency", "annex"]
REPORT = "mau-03"


@dataclass(frozen=True, kw_only=True)
class ToSign:
    """A paper on its way to a signature: its bytes now, and who it says signs. ``report``: the sealed report, which is bound
    when it is signed; any other paper becomes a file ``file``. ``number``: with its symbol, for an annex."""

    dossier: str
    data: bytes
    title: str
    name: str
    place: str
    report: bool = True
    file: str = "bao-cao-da-ky.pdf"
    number: str = ""
    at: datetime
    before: str = ""
    """The evidence record that this signature goes on top of."""


@dataclass(frozen=True, kw_only=True)
class How:
    """``image``: the PNG of the signature or the seal; ``seal_mm``: the real width of the seal when the image does not say it."""

    who: Who
    key: "KeyFile | Token"
    image: bytes = b""
    seal_mm: float = 0
    tsa: str = ""
    evidence: "Evidence | None" = None


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A sealed report that may be signed here. ``signed``: it bears a signature, or its scan is here, already."""

    dossier: str
    product: str
    producer: str
    signed: bool


def choices(db: Db) -> tuple[Choice, ...]:
    """The reports to sign: those without a signed copy first, by product."""
    found = [(*row, False) for row in listing.unsigned(db)] + [(*row, True) for row in listing.signed_once(db)]
    return tuple(Choice(dossier=d, product=name, producer=who, signed=there) for d, name, who, there in found)


def letters(db: Db, dossier: str) -> tuple[registry.Offer, ...]:
    """The other papers of a dossier that bear the signature of who signs for the office."""
    signs = {paper.id for paper in registry.PAPERS if paper.letter}
    return tuple(offer for offer in registry.offers(db, dossier) if offer.ready and offer.id in signs)


def begin_paper(db: Db, dossier: str, paper: str, number: str = "") -> ToSign:
    """Any paper of a dossier, as it prints now. ``Refused``: as ``begin``, and what its drawing refuses."""
    if paper == REPORT:
        return begin(db, dossier)
    drawn = registry.draw(db, paper, [dossier])
    return _other(db, drawn.data, drawn.name.removesuffix(".pdf"), dossier, number)


def begin_file(db: Db, data: bytes, name: str, number: str = "") -> ToSign:
    """A file from elsewhere: a letter that the person signed, or an annex of a paper of that ``number``."""
    return _other(db, data, name.removesuffix(".pdf"), "", number)


def _other(db: Db, data: bytes, name: str, dossier: str, number: str = "") -> ToSign:
    now = Office(office(db))
    return ToSign(
        dossier=dossier,
        data=data,
        title=now.titles[-1],
        name=now.signer,
        place=now.place,
        report=False,
        file=f"{name}-da-ky.pdf",
        number=number,
        at=db.clock(),
    )


def begin(db: Db, dossier: str) -> ToSign:
    """What is to be signed: the clean report, or the one that already bears a signature of this revision.

    ``Refused``: ``paper.not_sealed``.
    """
    whole = dossiers.load(db, dossier)
    sealed = whole.report
    if sealed is None or whole.state not in {"sealed", "handed_over"}:
        raise Refused("paper.not_sealed", product=str(whole.values.get("product.name") or ""))
    at_sealing = Office({key: value for key, value in sealed.values.items() if key.startswith("office.")})
    borne = [each for each in whole.evidence if each.report == sealed.id]
    before = next((each for each in reversed(borne) if _is_signed(db, each)), None)
    data = files.read(db, before.sha256) if before else documents.report(db, dossier).data
    return ToSign(
        dossier=dossier,
        data=data,
        title=at_sealing.titles[-1],
        name=at_sealing.signer,
        place=at_sealing.place,
        at=db.clock(),
        before=before.id if before else "",
    )


def _is_signed(db: Db, file: EvidenceFile) -> bool:
    return file.media_type == "application/pdf" and b"/ByteRange" in files.read(db, file.sha256)


def sign(paper: ToSign, how: How) -> bytes:
    """Sign; needs no database, may ask a token or a time stamp service. ``Refused``: codes of ``sign.*``."""
    from ocop_desktop.signing import foreign, place
    from ocop_desktop.signing import sign as signing

    if how.who == "annex":
        return _sign_annex(paper, how)
    picture = signing.read_image(how.image)
    with signing.signer(how.key) as by:
        there = signing.fields_of(paper.data)
        if how.who == "person":
            room = foreign.room_for(foreign.Foreign(paper.file, paper.data), paper.title, paper.name)
            page, box = room.page, place.of_person(room, picture.size)
            name = signing.PERSON
        else:
            size = (how.seal_mm, how.seal_mm * picture.height / picture.width) if how.seal_mm else None
            size = size or signing.real_size(picture)
            if size is None:
                raise Refused("sign.seal_size")
            if signing.PERSON not in there:  # Điều 32: an agency signs only what the person has signed
                raise Refused("sign.person_first")
            page, person = there[signing.PERSON]
            box, name = place.of_agency(person, size), signing.AGENCY
        wish = signing.Wish(
            name=name, page=page, box=box, image=how.image, place=paper.place, tsa=how.tsa, evidence=how.evidence
        )
        return signing.sign(paper.data, by, wish)


def _sign_annex(paper: ToSign, how: How) -> bytes:
    """The agency's signature on a separate annex: number, symbol and time at the top right, no image (Phụ lục I, III.1.d)."""
    from ocop_desktop.printing import annex_mark
    from ocop_desktop.signing import foreign
    from ocop_desktop.signing import sign as signing

    if not one_line(paper.number):
        raise Refused("sign.no_number")
    drawn, width, height = annex_mark.annex_mark(paper.number, paper.at, {})
    box = foreign.of_annex(foreign.Foreign(paper.file, paper.data), width, height)
    with signing.signer(how.key) as by:
        wish = signing.Wish(
            name=signing.ANNEX, page=0, box=box, drawn=drawn, place=paper.place, tsa=how.tsa, evidence=how.evidence
        )
        return signing.sign(paper.data, by, wish)


@only("sign")
def keep(db: Db, paper: ToSign, brought: paper_check.Brought) -> Changes:
    """Bind what was signed, in the place of what it stands on. Checked as any file that comes back."""
    done = signed.bind(db, signed.prepare(db, brought))
    if paper.before:
        evidence.detach(db, paper.before)
    return done
