"""Whose certificates are believed: the public authorities, those of this machine, and the province's own by file.

A certificate that does not hold is never passed over; the code says which of its faults it is.
"""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

from ocop_desktop.errors import Refused

if TYPE_CHECKING:
    import requests

    from ocop_desktop.sync.patience import Watch

# OpenSSL's numbers of what is wrong with a certificate (x509_vfy.h).
_FAULTS = {
    9: "sync.certificate.clock",
    10: "sync.certificate.expired",
    18: "sync.certificate.unknown",
    19: "sync.certificate.unknown",
    20: "sync.certificate.unknown",
    21: "sync.certificate.unknown",
    62: "sync.certificate.name",
    64: "sync.certificate.name",
}


def read_authority(data: bytes) -> str:
    """The certificates of a file, PEM or DER, as PEM text, when each may sign others. Raises ``Refused("trust.file")``."""
    from cryptography import x509  # here and not above: only who brings such a file pays for it
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        found = (
            x509.load_pem_x509_certificates(data) if b"-----BEGIN" in data else [x509.load_der_x509_certificate(data)]
        )
    except ValueError as error:
        raise Refused("trust.file") from error
    for certificate in found:
        try:
            if not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca:
                raise Refused("trust.file")
        except x509.ExtensionNotFound as error:
            raise Refused("trust.file") from error
    return "".join(ssl.DER_cert_to_PEM_cert(each.public_bytes(Encoding.DER)) for each in found)


def believe(session: requests.Session, authority: str, watch: Watch) -> None:
    """Let a session believe an authority (PEM text) too, beside the public ones; everything else is checked as before."""
    import certifi

    from ocop_desktop.sync.patience import WatchedAdapter

    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    context.load_verify_locations(cadata=authority)

    class _Adapter(WatchedAdapter):
        def init_poolmanager(self, *args: Any, **more: Any) -> None:
            super().init_poolmanager(*args, **more, ssl_context=context)

        def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
            return super().proxy_manager_for(proxy, **more, ssl_context=context)

    session.mount("https://", _Adapter(watch))


def fault_code(error: BaseException) -> str:
    """Which fault of a certificate is behind an error of the line: ``sync.certificate`` where it cannot be told."""
    seen: BaseException | None = error
    for _ in range(8):
        if isinstance(seen, ssl.SSLCertVerificationError):
            return _FAULTS.get(seen.verify_code, "sync.certificate")
        if seen is None:
            break
        reason = getattr(seen, "reason", None)
        inside = next((arg for arg in getattr(seen, "args", ()) if isinstance(arg, BaseException)), None)
        seen = reason if isinstance(reason, BaseException) else inside or seen.__cause__ or seen.__context__
    return "sync.certificate"
