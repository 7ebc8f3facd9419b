"""Certificates as an agency has them: a root, who signs, the agency, a list of what was withdrawn; images to sign with."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image, ImageDraw

SECRET = "mật khẩu khóa"


@dataclass(frozen=True)
class Issued:
    """A key and its certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        """The certificate."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    def key_file(self, path: Path, secret: str = SECRET) -> Path:
        """A PKCS#12 file."""
        lock = serialization.BestAvailableEncryption(secret.encode())
        path.write_bytes(pkcs12.serialize_key_and_certificates(b"k", self.key, self.certificate, None, lock))
        return path


@cache
def root() -> Issued:
    """A root that signs certificates and lists."""
    return _issue("Gốc thử nghiệm", None, days=3650)


@cache
def person(days: int = 365) -> Issued:
    """Who signs for the agency."""
    return _issue("Nguyễn Văn Thắng", root(), days=days)


@cache
def agency() -> Issued:
    """The agency."""
    return _issue("Ủy ban nhân dân xã Tân Trào", root(), days=365)


@cache
def time_stamps() -> Issued:
    """A service that stamps the time."""
    return _issue("Dấu thời gian", root(), days=365, stamps=True)


@cache
def withdrawn() -> bytes:
    """The root's list of withdrawn certificates: none."""
    now = datetime.now(UTC)
    by = root()
    builder = x509.CertificateRevocationListBuilder().issuer_name(by.certificate.subject)
    made = (
        builder.last_update(now - timedelta(hours=1))
        .next_update(now + timedelta(days=30))
        .sign(by.key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.DER)


def _issue(name: str, by: Issued | None, days: int, *, stamps: bool = False) -> Issued:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begin = datetime.now(UTC) - timedelta(days=400 if days < 0 else 1)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=by is None, crl_sign=by is None, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(datetime.now(UTC) + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if stamps:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return Issued(key, builder.sign(by.key if by else key, hashes.SHA256()))


def signature_image() -> bytes:
    """A blue stroke on nothing."""
    image = Image.new("RGBA", (600, 260), (0, 0, 0, 0))
    points = [(30, 200), (120, 40), (170, 220), (260, 60), (330, 190), (420, 90), (570, 150)]
    ImageDraw.Draw(image).line(points, fill=(20, 40, 200, 255), width=14)
    return _png(image, None)


def seal_image(mm: float = 36) -> bytes:
    """A red ring on nothing, which says its real size."""
    side = round(mm / 25.4 * 300)
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((4, 4, side - 4, side - 4), outline=(210, 20, 20, 255), width=14)
    draw.ellipse((side // 4, side // 4, side * 3 // 4, side * 3 // 4), outline=(210, 20, 20, 255), width=8)
    return _png(image, 300)


def _png(image: Image.Image, dpi: int | None) -> bytes:
    made = io.BytesIO()
    image.save(made, "PNG", **({"dpi": (dpi, dpi)} if dpi else {}))  # type: ignore[arg-type]
    return made.getvalue()
