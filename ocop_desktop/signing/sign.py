"""Signs a PDF as PAdES, with a PKCS#12 file or a PKCS#11 token, behind bytes that stay as they were.

pyHanko is an extra of the installation (``sign``); without it ``Refused("sign.not_here")`` says so.
"""

import io
import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image, UnidentifiedImageError

from ocop_desktop.errors import Refused
from ocop_desktop.signing.place import Box

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer

PERSON, AGENCY, ANNEX = "NguoiKy", "CoQuan", "CoQuanPhuLuc"
"""Names of the signature fields: who signs for the agency, the agency itself, the agency on an annex of its own file."""
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # its log would name certificates; findings say what is wrong
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


@dataclass(frozen=True, kw_only=True)
class KeyFile:
    """A PKCS#12 file. The passphrase is used once and kept nowhere."""

    path: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Token:
    """A PKCS#11 token: its driver (a library), its label, the PIN, and the label of the certificate (empty: the only one)."""

    library: Path
    label: str
    pin: str = field(repr=False)
    certificate: str = ""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What makes a signature provable for years: roots, other certificates and revocation lists, as DER or PEM."""

    roots: tuple[bytes, ...] = ()
    others: tuple[bytes, ...] = ()
    revoked: tuple[bytes, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One signature: its field, the page (from 0) and the box of its image, the time stamp service.

    ``drawn``: a PDF of one page that is shown in the place of an image.
    """

    name: str
    page: int
    box: Box
    image: bytes = b""
    drawn: bytes = b""
    reason: str = ""
    place: str = ""
    tsa: str = ""
    evidence: Evidence | None = None


@contextmanager
def signer(key: KeyFile | Token) -> "Iterator[Signer]":
    """What signs. ``Refused``: ``sign.not_here``, ``sign.key_file``, ``sign.passphrase``, ``sign.token``, ``sign.expired``."""
    try:
        from pyhanko.sign.signers import SimpleSigner
    except ImportError as error:
        raise Refused("sign.not_here") from error
    if isinstance(key, KeyFile):
        yield _checked(_of_file(SimpleSigner, key))
        return
    with _token(key) as found:
        yield found


def _of_file(kind: Any, key: KeyFile) -> "Signer":
    try:
        data = key.path.read_bytes()
    except OSError as error:
        raise Refused("sign.key_file") from error
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        pkcs12.load_key_and_certificates(data, key.passphrase.encode())
    except ValueError as error:
        raise Refused("sign.passphrase" if data[:1] == b"0" else "sign.key_file") from error
    made = kind.load_pkcs12_data(data, other_certs=[], passphrase=key.passphrase.encode())
    if made is None or made.signing_cert is None:
        raise Refused("sign.key_file")
    return made  # type: ignore[no-any-return]


def _checked(made: "Signer") -> "Signer":
    certificate = made.signing_cert
    assert certificate is not None
    if not certificate.not_valid_before <= datetime.now(UTC) <= certificate.not_valid_after:
        raise Refused("sign.expired", day=certificate.not_valid_after.astimezone().strftime("%d/%m/%Y"))
    return made


@contextmanager
def _token(key: Token) -> "Iterator[Signer]":
    try:
        import pkcs11
        from pyhanko.config.pkcs11 import TokenCriteria
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
    except ImportError as error:
        raise Refused("sign.not_here") from error
    try:
        session = open_pkcs11_session(
            str(key.library), token_criteria=TokenCriteria(label=key.label or None), user_pin=key.pin
        )
    except (pkcs11.exceptions.PinIncorrect, pkcs11.exceptions.PinLenRange, pkcs11.exceptions.PinInvalid) as error:
        raise Refused("sign.passphrase") from error
    except (pkcs11.exceptions.PKCS11Error, OSError, RuntimeError) as error:
        raise Refused("sign.token") from error
    with session:
        try:
            if key.certificate:
                yield _checked(PKCS11Signer(session, cert_label=key.certificate))
            else:
                only = _only_key(session)
                yield _checked(PKCS11Signer(session, cert_id=only, key_id=only))
        except pkcs11.exceptions.PKCS11Error as error:
            raise Refused("sign.token") from error


def _only_key(session: Any) -> bytes:
    import pkcs11

    keys = list(session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY}))
    if len(keys) != 1:
        raise Refused("sign.which_key", count=len(keys))
    return bytes(keys[0][pkcs11.Attribute.ID])


def sign(data: bytes, by: "Signer", wish: Wish, timestamper: Any = None) -> bytes:
    """The PDF with one more signature behind it: the first bytes are ``data``, unchanged.

    ``Refused``: ``sign.image``, ``sign.time``, ``sign.twice``, ``sign.no_evidence``.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import PdfSignatureMetadata, PdfSigner, timestamps
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
    from pyhanko.sign.general import SigningError

    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    if wish.name in fields_of(data):
        raise Refused("sign.twice")
    stamp = timestamper or (timestamps.HTTPTimeStamper(wish.tsa) if wish.tsa else None)
    try:
        append_signature_field(writer, SigFieldSpec(wish.name, on_page=wish.page, box=_whole(wish.box)))
        meta = PdfSignatureMetadata(
            field_name=wish.name,
            subfilter=SigSeedSubFilter.PADES,
            md_algorithm="sha256",
            reason=wish.reason or None,
            location=wish.place or None,
            embed_validation_info=wish.evidence is not None,
            validation_context=_context(wish.evidence) if wish.evidence else None,
        )
        out = io.BytesIO()
        with _shown(wish) as style:
            PdfSigner(meta, by, timestamper=stamp, stamp_style=style).sign_pdf(writer, output=out)
    except timestamps.TimestampRequestError as error:
        raise Refused("sign.time") from error
    except (SigningError, PdfError) as error:
        raise Refused("sign.no_evidence" if wish.evidence else "sign.failed") from error
    return out.getvalue()


@contextmanager
def _shown(wish: Wish) -> Iterator[Any]:
    """What stands in the box: the image, or the page as it was drawn."""
    from pyhanko.pdf_utils.content import ImportedPdfPage
    from pyhanko.pdf_utils.images import PdfImage
    from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
    from pyhanko.stamp import StaticStampStyle

    if not wish.drawn:
        picture = PdfImage(read_image(wish.image))
        yield StaticStampStyle(background=picture, background_opacity=1, border_width=0)
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drawn.pdf"
        file.write_bytes(wish.drawn)
        fill = SimpleBoxLayoutRule(x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID, margins=Margins())
        page = ImportedPdfPage(str(file))  # type: ignore[no-untyped-call]
        yield StaticStampStyle(background=page, background_layout=fill, background_opacity=1, border_width=0)


def _whole(box: Box) -> tuple[int, int, int, int]:
    left, low, right, high = (round(side) for side in box)
    return left, low, right, high


def _context(evidence: Evidence) -> Any:
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_roots=[certificate(each) for each in evidence.roots],
        other_certs=[certificate(each) for each in evidence.others],
        crls=list(evidence.revoked),
        allow_fetching=False,
        revocation_mode="hard-fail" if evidence.revoked else "soft-fail",
    )


def certificate(data: bytes) -> Any:
    """A certificate, DER or PEM. ``Refused``: ``sign.certificate``."""
    from asn1crypto import pem, x509

    try:
        return x509.Certificate.load(pem.unarmor(data)[2] if pem.detect(data) else data)
    except ValueError as error:
        raise Refused("sign.certificate") from error


def read_image(data: bytes) -> Image.Image:
    """The image of a signature or seal: PNG with a transparent ground (Phụ lục I). ``Refused``: ``sign.image``."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            image.load()
            made = image.convert("RGBA")
            told = image.info.get("dpi")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refused("sign.image") from error
    lowest, _highest = made.getchannel("A").getextrema()
    if lowest != 0:
        raise Refused("sign.image")
    if told:
        made.info["dpi"] = told
    return made


def real_size(image: Image.Image) -> tuple[float, float] | None:
    """Width and height in mm that the image itself says; None when it says none."""
    told = image.info.get("dpi")
    if not isinstance(told, tuple) or min(told) < 100:
        return None
    return image.width / float(told[0]) * 25.4, image.height / float(told[1]) * 25.4


def fields_of(data: bytes) -> dict[str, tuple[int, Box]]:
    """The signature fields that are filled: the page, from 0, and the box of each."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(data))
    pages = {reader.root["/Pages"]["/Kids"].raw_get(n).idnum: n for n in range(len(reader.root["/Pages"]["/Kids"]))}
    found = {}
    for each in reader.embedded_signatures:
        rect = each.sig_field.get("/Rect", (0, 0, 0, 0))
        left, low, right, high = (float(side) for side in rect)
        page = each.sig_field.raw_get("/P") if "/P" in each.sig_field else None
        found[each.field_name] = (pages.get(getattr(page, "idnum", 0), 0), (left, low, right, high))
    return found
