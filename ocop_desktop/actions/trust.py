"""The root certificates that this office believes when it checks digital signatures: chosen by people, kept in the database."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.errors import Refused
from ocop_desktop.storage import journal, settings
from ocop_desktop.storage.db import Db

ROOTS = "trust.roots"


@dataclass(frozen=True, kw_only=True)
class Root:
    """A certificate that is believed. ``until``: its last day, ISO; ``sha256``: of its DER, hex, to compare with the issuer's."""

    name: str
    until: str
    sha256: str


def roots(db: Db) -> tuple[bytes, ...]:
    """The certificates that are believed, DER."""
    kept = str(settings.read(db, ROOTS, "") or "")
    return tuple(base64.b64decode(line) for line in kept.split())


def listed(db: Db) -> tuple[Root, ...]:
    """The certificates that are believed, as people compare them."""
    return tuple(_read(der)[1] for der in roots(db))


@only("administer")
def add(db: Db, files: Sequence[bytes]) -> Changes:
    """Believe these certificates too. ``Refused``: ``sign.certificate``, ``sign.no_root`` for one that may issue no others."""
    before = roots(db)
    fresh = [_read(data) for data in files]
    found = {der: root for der, root in fresh if der not in before}
    for root in found.values():
        journal.write(db, "trust.added", name=root.name, sha256=root.sha256)
    return _keep(db, [*before, *found])


@only("administer")
def remove(db: Db, sha256: str) -> Changes:
    """Believe this certificate no more."""
    every = [_read(der) for der in roots(db)]
    for root in (root for _, root in every if root.sha256 == sha256):
        journal.write(db, "trust.removed", name=root.name, sha256=sha256)
    return _keep(db, [der for der, root in every if root.sha256 != sha256])


def _keep(db: Db, ders: Sequence[bytes]) -> Changes:
    settings.write(db, {ROOTS: "\n".join(base64.b64encode(der).decode() for der in ders) or None})
    return Changes(settings=True)


def _read(data: bytes) -> tuple[bytes, Root]:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.x509.oid import NameOID

    try:
        pem = b"-----BEGIN" in data
        found = x509.load_pem_x509_certificate(data) if pem else x509.load_der_x509_certificate(data)
        issues = found.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        issues = False
    except ValueError as error:
        raise Refused("sign.certificate") from error
    if not issues:
        raise Refused("sign.no_root")
    names = found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    name = str(names[0].value) if names else found.subject.rfc4514_string()
    until = found.not_valid_after_utc.date().isoformat()
    der = found.public_bytes(serialization.Encoding.DER)
    return der, Root(name=name, until=until, sha256=found.fingerprint(hashes.SHA256()).hex())
