"""TLS in the field: a certificate that does not hold is explained and nothing is sent; a province's own CA by file."""

import datetime
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from ocop_desktop.actions import exchange, office
from ocop_desktop.errors import Refused, SyncError
from ocop_desktop.protocol.enrolling import enrolment_link, read_enrolment_link
from ocop_desktop.storage.db import run
from tests.sync.conftest import Commune, TheProvince
from tests.sync.sticks import Make

NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)


class Authority:
    """A province's own certificate authority."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self._sign("CA tinh", self.key, NOW - DAY, NOW + 30 * DAY, ca=True)

    def _sign(
        self,
        name: str,
        key: ec.EllipticCurvePrivateKey,
        start: datetime.datetime,
        end: datetime.datetime,
        *,
        ca: bool = False,
        host: str = "localhost",
    ) -> x509.Certificate:
        def subject(text: str) -> x509.Name:
            return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

        names = x509.SubjectAlternativeName([x509.DNSName(host)])
        builder = x509.CertificateBuilder(
            subject("CA tinh"), subject(name), key.public_key(), x509.random_serial_number(), start, end
        )
        builder = builder.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        builder = builder.add_extension(identifier, critical=False)
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        if ca:
            usage = dict.fromkeys(
                (
                    "digital_signature",
                    "content_commitment",
                    "key_encipherment",
                    "data_encipherment",
                    "key_agreement",
                    "encipher_only",
                    "decipher_only",
                ),
                False,
            )
            builder = builder.add_extension(x509.KeyUsage(key_cert_sign=True, crl_sign=True, **usage), critical=True)
        else:
            builder = builder.add_extension(names, critical=False)
        return builder.sign(self.key, hashes.SHA256())

    def server(self, folder: Path, *, days: int = 10, host: str = "localhost") -> ssl.SSLContext:
        """What a server of the province speaks TLS with; ``days`` below 0: expired."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._sign(host, key, NOW - 20 * DAY, NOW + days * DAY, host=host)
        path = folder / f"{host}{days}.pem"
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(certificate.public_bytes(Encoding.PEM) + secret)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def file(self, path: Path) -> Path:
        """The authority's certificate, as IT staff send it round."""
        path.write_bytes(self.certificate.public_bytes(Encoding.PEM))
        return path


@contextmanager
def over_tls(address: str, context: ssl.SSLContext) -> Iterator[str]:
    """A TLS front, as a reverse proxy, before a plain server; gives its address."""
    parts = urlsplit(address)
    inside = (parts.hostname or "", parts.port or 0)
    listener = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def pump(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def serve(plain: socket.socket) -> None:
        try:
            outside = context.wrap_socket(plain, server_side=True)
        except OSError:
            plain.close()
            return
        with outside, socket.create_connection(inside) as server:
            back = threading.Thread(target=pump, args=(server, outside), daemon=True)
            back.start()
            pump(outside, server)
            back.join()

    def accept() -> None:
        with suppress(OSError):
            while True:
                one = threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True)
                threads.append(one)
                one.start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield f"https://localhost:{listener.getsockname()[1]}"
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(5)
        for thread in threads:
            thread.join(5)


def enrol(pc: Commune, address: str, code: str) -> None:
    """Press Đăng ký máy này."""
    pc.at_home()
    exchange.enrol(office.runner(pc.db), address, code, "Máy 1")


def test_an_unknown_issuer_is_refused_until_its_file_is_chosen(
    commune: Make, province: TheProvince, tmp_path: Path
) -> None:
    authority = Authority()
    pc = commune(enrolled=False)
    code = province.code()
    with over_tls(province.direct, authority.server(tmp_path)) as address:
        with pytest.raises(SyncError) as refused:
            enrol(pc, address, code)
        assert refused.value.code == "sync.certificate.unknown"
        assert province.code(), "the code was never sent"
        run(pc.db, lambda db: exchange.trust_authority(db, authority.file(tmp_path / "ca.crt")))
        enrol(pc, enrolment_link(address, code), "")
        pc.receive("Chè Shan tuyết")
        assert pc.sync().digest_equal


def test_each_fault_of_a_certificate_is_named(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    authority = Authority()
    pc = commune(enrolled=False)
    run(pc.db, lambda db: exchange.trust_authority(db, authority.file(tmp_path / "ca.crt")))
    for context, code in (
        (authority.server(tmp_path, days=-3), "sync.certificate.expired"),
        (authority.server(tmp_path, host="khac.vn"), "sync.certificate.name"),
        (Authority().server(tmp_path, days=9), "sync.certificate.unknown"),
    ):
        with over_tls(province.direct, context) as address, pytest.raises(SyncError) as refused:
            enrol(pc, address, "ABCD-EFGH-JKLM")
        assert refused.value.code == code


def test_only_an_authority_is_believed(commune: Make, tmp_path: Path) -> None:
    pc = commune(enrolled=False)
    authority = Authority()
    authority.server(tmp_path)
    for data in (b"", b"hello", (tmp_path / "localhost10.pem").read_bytes()):
        (tmp_path / "x.crt").write_bytes(data)
        with pytest.raises(Refused):
            run(pc.db, lambda db: exchange.trust_authority(db, tmp_path / "x.crt"))


def test_the_enrolment_link() -> None:
    link = enrolment_link("https://ocop.tuyenquang.gov.vn:8443/a b", "ABCD-EFGH-JKLM")
    assert read_enrolment_link(f" {link}\n") == ("https://ocop.tuyenquang.gov.vn:8443/a b", "ABCD-EFGH-JKLM")
    for other in (
        "",
        "ocop.vn",
        "https://x/?server=a&code=b",
        "ocop://enrol?code=A",
        "ocop://x?server=https://a&code=b",
    ):
        assert read_enrolment_link(other) is None
    assert read_enrolment_link("ocop://enrol?server=file:///etc/passwd&code=A") is None
    assert read_enrolment_link("ocop://[enrol?server=https://a&code=A") is None
