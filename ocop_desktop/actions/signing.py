"""Sign a sealed report electronically: by who signs for the agency, then by the agency; the result is bound to the revision."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ocop_desktop.actions import documents, evidence, paper_check, signed
from ocop_desktop.actions.changes import Changes
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.errors import Refused
from ocop_desktop.printing.office import Office
from ocop_desktop.storage import dossiers, files
from ocop_desktop.storage.db import Db

if TYPE_CHECKING:
    from ocop_desktop.signing.sign import Evidence, KeyFile, Token

Who = Literal["person", "agency"]


@dataclass(frozen=True, kw_only=True)
class ToSign:
    """A sealed report on its way to a signature: its bytes now, and who the paper says signs."""

    dossier: str
    data: bytes
    title: str
    name: str
    place: str
    before: str = ""
    """The evidence record that this signature goes on top of."""


@dataclass(frozen=True, kw_only=True)
class How:
    """``image``: the PNG of the signature or the seal; ``seal_mm``: the real width of the seal when the image does not say it."""

    who: Who
    key: "KeyFile | Token"
    image: bytes
    seal_mm: float = 0
    tsa: str = ""
    evidence: "Evidence | None" = None


def begin(db: Db, dossier: str) -> ToSign:
    """What is to be signed: the clean report, or the one that already bears a signature of this revision.

    ``Refused``: ``paper.not_sealed``.
    """
    whole = dossiers.load(db, dossier)
    sealed = whole.report
    if sealed is None or whole.state not in {"sealed", "handed_over"}:
        raise Refused("paper.not_sealed", product=str(whole.values.get("product.name") or ""))
    office = Office({key: value for key, value in sealed.values.items() if key.startswith("office.")})
    borne = [each for each in whole.evidence if each.report == sealed.id]
    before = next((each for each in reversed(borne) if _is_signed(db, each)), None)
    data = files.read(db, before.sha256) if before else documents.report(db, dossier).data
    return ToSign(
        dossier=dossier,
        data=data,
        title=office.titles[-1],
        name=office.signer,
        place=office.place,
        before=before.id if before else "",
    )


def _is_signed(db: Db, file: EvidenceFile) -> bool:
    return file.media_type == "application/pdf" and b"/ByteRange" in files.read(db, file.sha256)


def sign(paper: ToSign, how: How) -> bytes:
    """Sign; needs no database, may ask a token or a time stamp service. ``Refused``: codes of ``sign.*``."""
    from ocop_desktop.signing import place
    from ocop_desktop.signing import sign as signing

    picture = signing.read_image(how.image)
    with signing.signer(how.key) as by:
        there = signing.fields_of(paper.data)
        if how.who == "person":
            room = place.room_for(paper.data, paper.title, paper.name)
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


def keep(db: Db, paper: ToSign, brought: paper_check.Brought) -> Changes:
    """Bind what was signed, in the place of what it stands on. Checked as any file that comes back."""
    done = signed.bind(db, signed.prepare(db, brought))
    if paper.before:
        evidence.detach(db, paper.before)
    return done
