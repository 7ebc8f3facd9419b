"""Ký số in the window: person, then agency, each with a key that is typed in; roots that the office chose; a separate annex."""

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers, trust
from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions.signing import How, begin, sign
from ocop_desktop.signing import sign as signing
from ocop_desktop.signing import validation
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import run
from ocop_desktop.ui import ask
from ocop_desktop.ui.inputs import Combo, Line
from ocop_desktop.ui.passphrase import PassphraseEdit
from ocop_desktop.ui.signed.roots_card import RootsCard
from ocop_desktop.ui.signed.sign_dialog import SignDialog
from ocop_desktop.ui.signed.signed_page import SignedPage
from tests.kit import certificates
from tests.kit.builders import a_complete_dossier
from tests.kit.desk import Desk
from tests.printing.reading import words


def appearance(pdf: bytes) -> str:
    """The words that the last signature shows, read from its own drawing as a page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        [field] = [each for each in document.Root.AcroForm.Fields if str(each.get("/T")) == signing.ANNEX]
        made = pikepdf.new()
        drawn = made.copy_foreign(field.AP.N)
        left, low, right, high = (float(each) for each in drawn.BBox)
        page = made.add_blank_page(page_size=(abs(right - left), abs(high - low)))
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=drawn))
        page.Contents = made.make_stream(b"/A Do")
        out = io.BytesIO()
        made.save(out)
    return words(out.getvalue())


@pytest.fixture
def dossier(desk: Desk) -> str:
    db = desk._open(office_actions.open_writer)
    try:
        made = a_complete_dossier(db)
        run(db, lambda db: office_actions.save_office(db, {"office.signer_name": "Nguyễn Văn Thắng"}))
        run(db, lambda db: dossiers.seal(db, made))
        return made
    finally:
        db.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "Khóa"
    folder.mkdir()
    certificates.person().key_file(folder / "nguoi-ky.p12")
    certificates.agency().key_file(folder / "co-quan.p12")
    (folder / "chu-ky.png").write_bytes(certificates.signature_image())
    (folder / "dau.png").write_bytes(certificates.seal_image())
    (folder / "goc.cer").write_bytes(certificates.root().der)
    (folder / "nguoi.cer").write_bytes(certificates.person().der)
    return folder


def opened(desk: Desk, qtbot: QtBot) -> SignDialog:
    dialog = SignDialog(desk.office)
    qtbot.addWidget(dialog)
    dialog.show()
    desk.settle()
    return dialog


def fill(dialog: SignDialog, secret: str = certificates.SECRET, **lines: object) -> None:
    for name, value in lines.items():
        found = dialog.findChild(Line, f"sign.{name}")
        assert isinstance(found, Line) and found.isVisible(), name
        found.setText(str(value))
    box = dialog.findChild(PassphraseEdit)
    assert isinstance(box, PassphraseEdit)
    box.setText(secret)


def choose(dialog: SignDialog, name: str, value: str) -> None:
    box = dialog.findChild(Combo, name)
    assert isinstance(box, Combo) and box.findData(value) >= 0, value
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def said(dialog: SignDialog) -> str:
    label = dialog.findChild(QLabel, "sign.said")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_person_and_then_the_agency_sign_the_report(
    desk: Desk, qtbot: QtBot, dossier: str, files: Path, tmp_path: Path
) -> None:
    desk.write(lambda db: trust.add(db, [certificates.root().der]))
    dialog = opened(desk, qtbot)
    assert dialog.dossier.currentData().dossier == dossier and dialog.who.currentData() == "person"
    fill(dialog, secret="sai", key_file=files / "nguoi-ky.p12", person_image=files / "chu-ky.png")
    dialog.sign()
    desk.settle()
    assert "Mật khẩu hoặc mã PIN của khóa chưa đúng" in said(dialog) and dialog.secret.text() == ""
    fill(dialog)
    dialog.sign()
    assert not dialog._sign.isEnabled() and said(dialog) == "Đang ký…", "the window goes on while a key works"
    desk.settle()
    assert said(dialog).startswith("✓ Đã ký và gắn vào hồ sơ.")
    assert "Chữ ký số của Nguyễn Văn Thắng còn nguyên vẹn" in said(dialog) and "đến gốc tin cậy" in said(dialog)
    assert dialog.who.currentData() == "agency", "what comes next stands ready"
    fill(dialog, key_file=files / "co-quan.p12", agency_image=files / "dau.png")
    dialog.sign()
    desk.settle()
    assert "Ủy ban nhân dân xã Tân Trào" in said(dialog)
    page = desk.read(lambda db: dossiers.open_dossier(db, dossier))
    assert len([file for file in page.evidence if file.row == "signed"]) == 1, "one paper with both signatures"
    kept = desk.read(lambda db: settings.read_all(db, ""))
    assert certificates.SECRET not in str(kept) and "co-quan.p12" in str(kept["ui.sign.key_file"])
    assert opened(desk, qtbot).findChild(Line, "sign.agency_image").text().endswith("dau.png")  # type: ignore[union-attr]
    journal = (tmp_path / "home").rglob("*.log")
    assert all(certificates.SECRET not in file.read_text("utf-8") for file in journal)


class Chooses(ask.Asker):
    def __init__(self, path: Path) -> None:
        self.path = path

    def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        return self.path


def test_a_letter_is_signed_into_a_file_and_the_agency_signs_that_file(
    desk: Desk, qtbot: QtBot, dossier: str, files: Path, tmp_path: Path
) -> None:
    dialog = opened(desk, qtbot)
    choose(dialog, "sign.paper", "cong-van-de-nghi")
    choose(dialog, "sign.who", "person")
    fill(dialog, key_file=files / "nguoi-ky.p12", person_image=files / "chu-ky.png")
    out, both = tmp_path / "công văn.pdf", tmp_path / "công văn, có dấu.pdf"
    with ask.answered(Chooses(out)):
        dialog.sign()
        desk.settle()
    assert "chưa có chứng thư gốc" in said(dialog), "no root was chosen, and it is said"
    choose(dialog, "sign.paper", "file")
    choose(dialog, "sign.who", "agency")
    fill(dialog, file=out, key_file=files / "co-quan.p12", agency_image=files / "dau.png")
    with ask.answered(Chooses(both)):
        dialog.sign()
        desk.settle()
    borne = validation.signatures(both.read_bytes(), [certificates.root().der])
    assert [each.who for each in borne] == ["Nguyễn Văn Thắng", "Ủy ban nhân dân xã Tân Trào"]
    assert all(each.trusted for each in borne)


def test_a_separate_annex_shows_words_and_no_seal(
    desk: Desk, qtbot: QtBot, dossier: str, files: Path, tmp_path: Path
) -> None:
    from ocop_desktop.actions.papers import registry

    annex, out = tmp_path / "Phụ lục.pdf", tmp_path / "ra.pdf"
    annex.write_bytes(desk.read(lambda db: registry.draw(db, "muc-luc-minh-chung", [dossier])).data)
    dialog = opened(desk, qtbot)
    choose(dialog, "sign.paper", "file")
    choose(dialog, "sign.who", "annex")
    fill(dialog, file=annex, key_file=files / "co-quan.p12")
    dialog.sign()
    desk.settle()
    assert "cần số và ký hiệu" in said(dialog)
    fill(dialog, number="05/BC-UBND")
    with ask.answered(Chooses(out)):
        dialog.sign()
        desk.settle()
    assert "✓ Đã ký và lưu ra.pdf." in said(dialog)
    [borne] = validation.signatures(out.read_bytes(), [certificates.root().der])
    assert borne.trusted
    assert "05/BC-UBND" not in words(out.read_bytes()), "the words are the signature's, the paper is untouched"
    (_page, (left, low, right, high)) = signing.fields_of(out.read_bytes())[signing.ANNEX]
    assert abs(right - (210 - 15) / 25.4 * 72) < 1.5 and high > (297 - 8) / 25.4 * 72, "the top right corner"
    assert 40 < right - left < 200 and 18 < high - low < 40
    shown = appearance(out.read_bytes())
    assert "05/BC-UBND" in shown and "2026-11-21T10:42:00+07:00" in shown and "/Times" not in shown


def test_roots_are_chosen_named_and_taken_away(desk: Desk, qtbot: QtBot, files: Path) -> None:
    card = RootsCard(desk.office)
    qtbot.addWidget(card)
    card.show()
    desk.settle()
    none = card.findChild(QLabel, "roots.none")
    assert isinstance(none, QLabel) and none.text().startswith("Chưa có chứng thư gốc")
    card.add([files / "goc.cer"])
    desk.settle()
    assert any("Gốc thử nghiệm" in label.text() for label in card.findChildren(QLabel))
    assert desk.read(trust.roots) == (certificates.root().der,)
    card.add([files / "nguoi.cer"])
    with pytest.raises(Exception, match=r"sign\.no_root"):
        desk.settle()
    desk.errors.clear()

    class Agrees(ask.Asker):
        def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
            return True

    [gone] = [b for b in card.findChildren(QPushButton) if b.objectName().startswith("roots.remove.")]
    with ask.answered(Agrees()):
        gone.click()
        desk.settle()
    assert desk.read(trust.roots) == ()


def test_a_signed_file_that_comes_back_is_checked_against_the_roots(
    desk: Desk, qtbot: QtBot, dossier: str, files: Path, tmp_path: Path
) -> None:
    paper = desk.read(lambda db: begin(db, dossier))
    key = signing.KeyFile(path=files / "nguoi-ky.p12", passphrase=certificates.SECRET)
    how = How(who="person", key=key, image=certificates.signature_image())
    (tmp_path / "ký.pdf").write_bytes(sign(paper, how))
    page = SignedPage(desk.office)
    qtbot.addWidget(page)
    page.show()
    expected = ("chưa có chứng thư gốc", "không dẫn đến chứng thư gốc nào", "đã kiểm tra đến gốc tin cậy")
    for roots, sentence in zip(
        ([], [certificates._issue("Gốc khác", None, 9)], [certificates.root()]), expected, strict=True
    ):
        desk.write(lambda db, roots=roots: trust.add(db, [root.der for root in roots]))  # type: ignore[misc]
        page.bring([tmp_path / "ký.pdf"])
        desk.settle()
        assert any(sentence in label.text() for label in page.findChildren(QLabel)), sentence
