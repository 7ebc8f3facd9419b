"""Whose digital signatures a PDF bears, and whether they hold: of this program and of any other."""

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One signature. ``who``: the name in the certificate; ``at``: the signer's own time, UTC; ``stamped``: the time of a
    time stamp service; ``intact``: what it covers is as it was signed, and nothing but further signatures came after.

    ``trusted``: the certificate leads to a root that was given. ``code`` names its sentence.
    """

    who: str = ""
    issuer: str = ""
    at: str = ""
    stamped: bool = False
    intact: bool = False
    trusted: bool = False
    code: str = "signature.unread"

    @property
    def details(self) -> dict[str, object]:
        """What fills the sentence."""
        return {"who": self.who, "issuer": self.issuer, "at": self.at}


def signatures(data: bytes, roots: Sequence[bytes] = ()) -> tuple[Signature, ...]:
    """The signatures of a PDF, first to last. ``roots``: certificates that are believed, DER or PEM.

    Without the extra ``sign`` a signature is seen but not read: ``signature.unread``.
    """
    if b"/ByteRange" not in data:
        return ()
    try:
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError:
        return (Signature(),)
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        reader = PdfFileReader(io.BytesIO(data))
        return tuple(_read(each, roots) for each in reader.embedded_regular_signatures)
    except (PdfError, ValueError, KeyError, TypeError, OSError):
        _log.info("a signature could not be read")
        return (Signature(code="signature.broken"),)


def _read(embedded: Any, roots: Sequence[bytes]) -> Signature:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko_certvalidator import ValidationContext

    from ocop_desktop.signing.sign import certificate

    context = ValidationContext(trust_roots=[certificate(each) for each in roots], allow_fetching=False)
    try:
        status = validate_pdf_signature(embedded, context, ts_validation_context=context)
    except SignatureValidationError:
        return Signature(who=_name(embedded.signer_cert.subject), code="signature.broken")
    level = status.modification_level
    allowed = level is None or level in {
        ModificationLevel.NONE,
        ModificationLevel.LTA_UPDATES,
        ModificationLevel.FORM_FILLING,
    }
    intact = bool(status.intact and status.valid and allowed)
    signed_at = status.signer_reported_dt
    if not intact:
        code = "signature.changed_after" if status.intact and status.valid else "signature.broken"
    else:
        code = "signature.trusted" if status.trusted else "signature.other_root" if roots else "signature.unknown_chain"
    return Signature(
        who=_name(status.signing_cert.subject),
        issuer=_name(status.signing_cert.issuer),
        at=signed_at.isoformat(timespec="seconds") if signed_at else "",
        stamped=status.timestamp_validity is not None,
        intact=intact,
        trusted=bool(intact and status.trusted),
        code=code,
    )


def _name(subject: Any) -> str:
    parts = subject.native
    return str(parts.get("common_name") or parts.get("organization_name") or subject.human_friendly)
