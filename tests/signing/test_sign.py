"""Signed reports: PAdES behind bytes that stay, images where the decree puts them, a changed byte found out."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from ocop_desktop.actions import documents, dossiers, evidence, paper_check, signed, signing
from ocop_desktop.actions.paper_check import Finding
from ocop_desktop.actions.signing import How, ToSign
from ocop_desktop.errors import Refused
from ocop_desktop.signing import foreign, place, validation
from ocop_desktop.signing.sign import Evidence, KeyFile, Token, Wish, fields_of, sign, signer
from tests.kit import certificates
from tests.kit.builders import Office, a_complete_dossier, an_office

pytest.importorskip("pyhanko")
_DRIVERS = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
SOFTHSM = next((path for path in _DRIVERS if Path(path).exists()), "")
MM = 72 / 25.4


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    made = an_office(tmp_path / "office")
    yield made
    made.close()


@pytest.fixture
def dossier(here: Office) -> str:
    made = a_complete_dossier(here.db)
    here.do(dossiers.seal, made)
    return made


def person(folder: Path, **changes: object) -> How:
    key = KeyFile(path=certificates.person().key_file(folder / "k.p12"), passphrase=certificates.SECRET)
    return How(**{"who": "person", "key": key, "image": certificates.signature_image(), **changes})  # type: ignore[arg-type]


def agency(folder: Path, **changes: object) -> How:
    key = KeyFile(path=certificates.agency().key_file(folder / "cq.p12"), passphrase=certificates.SECRET)
    return How(**{"who": "agency", "key": key, "image": certificates.seal_image(), **changes})  # type: ignore[arg-type]


def keep(here: Office, paper: ToSign, data: bytes) -> None:
    here.do(signing.keep, paper, paper_check.read("signed.pdf", data, [certificates.root().der]))


def check(here: Office, data: bytes) -> Finding:
    return paper_check.check(here.db, paper_check.read("x.pdf", data, [certificates.root().der]))


def test_the_signer_signs_and_then_the_agency(here: Office, dossier: str, tmp_path: Path) -> None:
    clean = documents.report(here.db, dossier).data
    paper = signing.begin(here.db, dossier)
    once = signing.sign(paper, person(tmp_path))
    assert paper.data == clean and once.startswith(clean)
    found = check(here, once)
    assert found.code == "paper.same_signed" and [s.code for s in found.signatures] == ["signature.trusted"]
    assert found.signatures[0].who == "Nguyễn Văn Thắng" and found.signatures[0].issuer == "Gốc thử nghiệm"
    keep(here, paper, once)
    second = signing.begin(here.db, dossier)
    twice = signing.sign(second, agency(tmp_path))
    assert twice.startswith(once)
    keep(here, second, twice)
    [file] = [each for each in dossiers.open_dossier(here.db, dossier).evidence if each.row == "signed"]
    assert evidence.read(here.db, file.id) == twice, "one signed copy, the last"
    borne = check(here, twice).signatures
    assert [s.who for s in borne] == ["Nguyễn Văn Thắng", "Ủy ban nhân dân xã Tân Trào"]
    assert all(s.intact and s.trusted for s in borne)
    with pikepdf.open(io.BytesIO(twice)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert [str(field.V.SubFilter) for field in pdf.Root.AcroForm.Fields] == ["/ETSI.CAdES.detached"] * 2


def test_the_images_stand_where_the_decree_puts_them(here: Office, dossier: str, tmp_path: Path) -> None:
    paper = signing.begin(here.db, dossier)
    once = signing.sign(paper, person(tmp_path))
    again = replace(paper, data=once, place="")
    twice = signing.sign(again, agency(tmp_path))
    room = foreign.room_for(foreign.Foreign("x.pdf", paper.data), "CHỦ TỊCH", "Nguyễn Văn Thắng")
    boxes = fields_of(twice)
    page, own = boxes["NguoiKy"]
    at, seal = boxes["CoQuan"]
    assert page == at == room.page
    assert abs((own[0] + own[2]) / 2 - room.middle) < 1, "in the middle between title and name"
    assert room.low < own[1] and own[3] < room.high
    assert abs((seal[2] - seal[0]) / MM - 36) < 0.5 and abs((seal[3] - seal[1]) / MM - 36) < 0.5, "the real size"
    covered = (seal[2] - own[0]) / (own[2] - own[0])
    assert 0.3 < covered < 0.37 and seal[0] < own[0], "about a third, at the left"
    assert {"blue"} <= colours(twice, page, own) and {"red"} <= colours(twice, page, seal)


def colours(pdf: bytes, page: int, box: place.Box) -> set[str]:
    """Which of blue and red are seen in a box of a page."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    picture = document[page].render(scale=2).to_pil().convert("RGB")
    document.close()
    left, low, right, top = (round(side * 2) for side in box)
    cut = picture.crop((left, picture.height - top, right, picture.height - low))
    data = cut.tobytes()
    found = set()
    for red, green, blue in zip(data[::3], data[1::3], data[2::3], strict=True):
        if blue > 150 and red < 90 and green < 110:
            found.add("blue")
        elif red > 150 and green < 90 and blue < 90:
            found.add("red")
    return found


def test_a_changed_byte_is_refused(here: Office, dossier: str, tmp_path: Path) -> None:
    data = signing.sign(signing.begin(here.db, dossier), person(tmp_path))
    for at in (200, len(data) // 4, len(data) // 3):
        altered = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        try:
            brought = paper_check.read("x.pdf", altered)
        except Refused as error:
            assert error.code == "paper.unreadable"
            continue
        ready = signed.prepare(here.db, brought)
        assert not ready.fits and not any(s.intact for s in ready.finding.signatures)
        with pytest.raises(Refused):
            here.do(signed.bind, ready)


def test_words_added_after_the_signature_are_found_out(here: Office, dossier: str, tmp_path: Path) -> None:
    data = signing.sign(signing.begin(here.db, dossier), person(tmp_path))
    from pyhanko.pdf_utils.generic import NumberObject, pdf_name
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0]
    page[pdf_name("/Rotate")] = NumberObject(180)
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    [borne] = validation.signatures(out.getvalue())
    assert borne.code == "signature.changed_after" and not borne.intact
    with pytest.raises(Refused, match=r"signed\.broken"):
        here.do(signed.bind, signed.prepare(here.db, paper_check.read("x.pdf", out.getvalue())))


def test_signed_elsewhere_and_brought_back(here: Office, dossier: str, tmp_path: Path) -> None:
    """The government's tool signs the file that was saved; its chain is not known here."""
    paper = documents.report(here.db, dossier)
    here.do(documents.note_printed, paper, "file")
    key = KeyFile(path=certificates.agency().key_file(tmp_path / "k.p12"), passphrase=certificates.SECRET)
    with signer(key) as by:
        wish = Wish(name="VGCA", page=0, box=(400, 700, 500, 760), image=certificates.signature_image())
        back = sign(paper.data, by, wish)
    ready = signed.prepare(here.db, paper_check.read("đã ký.pdf", back))
    assert ready.finding.code == "paper.same_signed" and ready.pdf == back
    [borne] = ready.finding.signatures
    assert (borne.code, borne.who) == ("signature.unknown_chain", "Ủy ban nhân dân xã Tân Trào")
    here.do(signed.bind, ready)


def test_the_agency_does_not_sign_first(here: Office, dossier: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"sign\.person_first"):
        signing.sign(signing.begin(here.db, dossier), agency(tmp_path))


@pytest.mark.parametrize("what", ["passphrase", "key_file", "image", "expired"])
def test_what_cannot_sign_says_why(here: Office, dossier: str, tmp_path: Path, what: str) -> None:
    how = person(tmp_path)
    assert isinstance(how.key, KeyFile)
    if what == "passphrase":
        how = person(tmp_path, key=KeyFile(path=how.key.path, passphrase="sai"))
    elif what == "key_file":
        how = person(tmp_path, key=KeyFile(path=tmp_path / "none", passphrase="x"))
    elif what == "expired":
        old = certificates.person(-2).key_file(tmp_path / "old.p12")
        how = person(tmp_path, key=KeyFile(path=old, passphrase=certificates.SECRET))
    else:
        how = person(tmp_path, image=b"\x89PNG no more")
    with pytest.raises(Refused, match=rf"sign\.{what}"):
        signing.sign(signing.begin(here.db, dossier), how)
    assert certificates.SECRET not in repr(how)


def test_a_time_stamp_and_proof_for_years(here: Office, dossier: str, tmp_path: Path) -> None:
    from asn1crypto import keys
    from cryptography.hazmat.primitives import serialization
    from pyhanko.sign.timestamps import DummyTimeStamper

    from ocop_desktop.signing.sign import certificate

    tsa = certificates.time_stamps()
    raw = tsa.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    stamper = DummyTimeStamper(certificate(tsa.der), keys.PrivateKeyInfo.load(raw))
    paper = signing.begin(here.db, dossier)
    key = KeyFile(path=certificates.person().key_file(tmp_path / "k.p12"), passphrase=certificates.SECRET)
    box = place.of_person(foreign.room_for(foreign.Foreign("x.pdf", paper.data), paper.title, paper.name), (600, 260))
    proof = Evidence(roots=(certificates.root().der,), revoked=(certificates.withdrawn(),))
    image = certificates.signature_image()
    with signer(key) as by:
        data = sign(paper.data, by, Wish(name="NguoiKy", page=1, box=box, image=image), stamper)
        lasting = sign(paper.data, by, Wish(name="NguoiKy", page=1, box=box, image=image, evidence=proof))
    assert validation.signatures(data, [certificates.root().der])[0].stamped
    with pikepdf.open(io.BytesIO(lasting)) as pdf:
        assert len(pdf.Root.DSS.CRLs) == 1 and len(pdf.Root.DSS.Certs) >= 1
    assert validation.signatures(lasting, [certificates.root().der])[0].code == "signature.trusted"


@pytest.mark.skipif(not SOFTHSM, reason="SoftHSM2 is not installed: apt-get install softhsm2")
def test_a_token_signs(here: Office, dossier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pkcs11
    from cryptography.hazmat.primitives import serialization
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    tokens = tmp_path / "tokens"
    tokens.mkdir()
    config = tmp_path / "softhsm2.conf"
    config.write_text(f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n", "utf-8")
    monkeypatch.setitem(os.environ, "SOFTHSM2_CONF", str(config))
    tool = shutil.which("softhsm2-util")
    assert tool
    begin = [tool, "--init-token", "--free", "--label", "UBND", "--pin", "1234", "--so-pin", "5678"]
    subprocess.run(begin, check=True, capture_output=True)
    issued = certificates.person()
    der = issued.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    with pkcs11.lib(SOFTHSM).get_token(token_label="UBND").open(rw=True, user_pin="1234") as session:
        own = {pkcs11.Attribute.TOKEN: True, pkcs11.Attribute.ID: b"\x01", pkcs11.Attribute.LABEL: "ky"}
        session.create_object({**decode_rsa_private_key(der), **own, pkcs11.Attribute.SIGN: True})
        session.create_object({**decode_x509_certificate(issued.der), **own})
    paper = signing.begin(here.db, dossier)
    for name in ("", "ky"):
        key = Token(library=Path(SOFTHSM), label="UBND", pin="1234", certificate=name)
        data = signing.sign(paper, person(tmp_path, key=key))
        [borne] = check(here, data).signatures
        assert borne.trusted and borne.who == "Nguyễn Văn Thắng"
    wrong = Token(library=Path(SOFTHSM), label="UBND", pin="9999")
    with pytest.raises(Refused, match=r"sign\.passphrase"):
        signing.sign(paper, person(tmp_path, key=wrong))
    with pytest.raises(Refused, match=r"sign\.token"):
        signing.sign(paper, person(tmp_path, key=Token(library=tmp_path / "none.so", label="x", pin="1")))
