"""Papers from the terminal: told, bound, signed, packed; one JSON object, honest exit codes, no secret on the command line."""

import json
from pathlib import Path

import pytest

from ocop_desktop import cli
from ocop_desktop.actions import dossiers
from ocop_desktop.storage import vault
from tests.kit import certificates, scanner
from tests.kit.builders import Office, a_complete_dossier

Run = tuple[int, dict[str, object], str]


@pytest.fixture
def dossier(here: Office, monkeypatch: pytest.MonkeyPatch) -> str:
    made = a_complete_dossier(here.db)
    here.do(dossiers.seal, made)
    here.close()
    vault.add_device(here.path, here.key)
    monkeypatch.delenv("OCOP_PASSPHRASE", raising=False)
    return made


def run(here: Office, capsys: pytest.CaptureFixture[str], *words: str | Path) -> Run:
    capsys.readouterr()
    status = cli.main([*map(str, words), "--db", str(here.path), "--json"])
    said = capsys.readouterr()
    return status, json.loads(said.out), said.err


def test_printed_scanned_told_and_bound(
    here: Office, dossier: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean, scan = tmp_path / "sạch.pdf", tmp_path / "quét.pdf"
    assert run(here, capsys, "print", "mau-03", "--dossier", dossier, "--out", clean)[0] == 0
    status, told, _ = run(here, capsys, "verify", clean)
    assert (status, told["code"], told["revision"], told["same"]) == (0, "paper.same", 1, True)
    scan.write_bytes(scanner.as_pdf(scanner.pages(clean.read_bytes(), 200)))
    status, told, _ = run(here, capsys, "verify", scan)
    assert (status, told["code"], told["dossier"]) == (0, "paper.scan", dossier)
    status, bound, _ = run(here, capsys, "signed", scan)
    assert status == 0 and bound["signed"][0]["revision"] == 1  # type: ignore[index]
    status, refused, words = run(here, capsys, "signed", clean)
    assert (status, refused["error"]) == (1, "signed.clean") and words.strip().endswith(".")
    altered = tmp_path / "đổi.pdf"
    altered.write_bytes(clean.read_bytes().replace(b"OCOP Desktop", b"OCOP Desktoq", 1))
    status, told, _ = run(here, capsys, "verify", altered)
    assert (status, told["code"], told["same"]) == (1, "paper.changed", False)


def test_signed_by_both_and_packed(
    here: Office, dossier: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyhanko")
    monkeypatch.setenv("OCOP_SIGN_PASSPHRASE", certificates.SECRET)
    root, out = tmp_path / "gốc.cer", tmp_path / "ký.pdf"
    root.write_bytes(certificates.root().der)
    keys = {"person": certificates.person(), "agency": certificates.agency()}
    images = {"person": certificates.signature_image(), "agency": certificates.seal_image()}
    for who in ("person", "agency"):
        (tmp_path / f"{who}.png").write_bytes(images[who])
        p12 = keys[who].key_file(tmp_path / f"{who}.p12")
        words = ("sign", dossier, "--as", who, "--image", tmp_path / f"{who}.png", "--p12", p12, "--out", out)
        status, done, _ = run(here, capsys, *words)
        assert status == 0 and certificates.SECRET not in str(done)
    status, told, _ = run(here, capsys, "verify", out, "--trust", root)
    assert (status, told["code"]) == (0, "paper.same_signed")
    assert [each["code"] for each in told["signatures"]] == ["signature.trusted"] * 2  # type: ignore[attr-defined]
    status, made, _ = run(here, capsys, "dossier", "package", dossier, "--out", tmp_path / "ra")
    assert status == 0 and made["pdfa"] == {"claims": "PDF/A-2b", "not_kept": {}}
    assert Path(str(made["zip"])).stat().st_size > 10_000 and Path(str(made["pdf"])).read_bytes().startswith(b"%PDF-")


def test_roots_are_kept_and_an_annex_is_signed_with_words_alone(
    here: Office, dossier: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyhanko")
    monkeypatch.setenv("OCOP_SIGN_PASSPHRASE", certificates.SECRET)
    root, annex, out = tmp_path / "gốc.cer", tmp_path / "phụ lục.pdf", tmp_path / "ký.pdf"
    root.write_bytes(certificates.root().der)
    assert run(here, capsys, "trust")[1] == {"roots": []}
    status, kept, _ = run(here, capsys, "trust", "--add", root)
    assert status == 0 and kept["roots"][0]["name"] == "Gốc thử nghiệm"  # type: ignore[index]
    assert run(here, capsys, "print", "phieu-cham", "--set", "11", "--out", annex)[0] == 0
    key = certificates.agency().key_file(tmp_path / "cq.p12")
    words = ("sign", "--as", "annex", "--file", annex, "--p12", key)
    status, refused, _ = run(here, capsys, *words)
    assert (status, refused["error"]) == (1, "sign.arguments")
    status, refused, _ = run(here, capsys, *words, "--out", out)
    assert (status, refused["error"]) == (1, "sign.no_number")
    status, signed, _ = run(here, capsys, *words, "--out", out, "--number", "05/BC-UBND")
    assert status == 0 and signed["signatures"][0]["trusted"] is True  # type: ignore[index]
    assert out.read_bytes().startswith(annex.read_bytes())
    sha256 = str(kept["roots"][0]["sha256"])  # type: ignore[index]
    assert run(here, capsys, "trust", "--remove", sha256)[1] == {"roots": []}
