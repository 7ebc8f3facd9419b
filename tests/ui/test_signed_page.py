"""Giấy đã ký: a scan dropped or brought by the scanner's folder says what it is, and is bound by one press."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import documents, dossiers
from ocop_desktop.actions import office as office_actions
from ocop_desktop.storage.db import run
from ocop_desktop.ui import ask
from ocop_desktop.ui.signed import scan_folder
from ocop_desktop.ui.signed.signed_page import SignedPage
from tests.kit import scanner
from tests.kit.builders import a_complete_dossier
from tests.kit.desk import Desk, a_desk


def sealed(desk: Desk, name: str = "Chè Shan tuyết") -> tuple[str, bytes]:
    db = desk._open(office_actions.open_writer)
    try:
        dossier = a_complete_dossier(db, product__name=name)
        run(db, lambda db: dossiers.seal(db, dossier))
        return dossier, documents.report(db, dossier).data
    finally:
        db.close()


def bound(desk: Desk, dossier: str) -> list[str]:
    page = desk.read(lambda db: dossiers.open_dossier(db, dossier))
    return [file.name for file in page.evidence if file.row == "signed"]


def buttons(page: QWidget, name: str) -> list[QPushButton]:
    return [each for each in page.findChildren(QPushButton, name) if each.isVisibleTo(page)]


def test_a_dropped_scan_is_recognised_and_bound(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        dossier, pdf = sealed(desk)
        images = scanner.pages(pdf, 200, turn=1)
        names = [tmp_path / f"quét {number}.jpg" for number in (2, 1)]
        for path, image in zip(names, reversed(images), strict=True):
            path.write_bytes(scanner.as_jpeg(image))
        page = SignedPage(desk.office)
        qtbot.addWidget(page)
        page.show()
        desk.settle()
        page.bring(names)
        desk.settle()
        assert page.count == 1, "two pictures of one report are one paper"
        [bind] = buttons(page, "signed.bind")
        bind.click()
        desk.settle()
        assert bound(desk, dossier) == ["bao-cao-da-ky-lan-1.pdf"]
        assert not buttons(page, "signed.bind")
        page.bring(names)
        desk.settle()
        assert page.count == 1, "the same files are not offered twice"


def test_what_is_unknown_asks_and_what_is_wrong_offers_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        dossier, pdf = sealed(desk)
        (tmp_path / "sạch.pdf").write_bytes(pdf)
        blank = scanner.pages(pdf, 200)[0].crop((300, 0, 1600, 1800))
        (tmp_path / "không mã.jpg").write_bytes(scanner.as_jpeg(blank))
        page = SignedPage(desk.office)
        qtbot.addWidget(page)
        page.show()
        desk.settle()
        page.bring([tmp_path / "sạch.pdf", tmp_path / "không mã.jpg"])
        desk.settle()
        assert page.count == 2 and not buttons(page, "signed.bind")
        [picker] = [box for box in page.findChildren(QComboBox, "signed.dossier") if box.isVisibleTo(page)]
        assert picker.count() == 2
        picker.setCurrentIndex(1)
        picker.activated.emit(1)
        desk.settle()
        [bind] = buttons(page, "signed.bind")
        bind.click()
        desk.settle()
        assert len(bound(desk, dossier)) == 1


def test_a_file_that_is_no_paper_is_said_to_be_none(qtbot: QtBot, tmp_path: Path) -> None:
    class Hears(ask.Asker):
        said = ""

        def tell(self, parent: QWidget | None, title: str, words: str, *, warning: bool = False) -> None:
            self.said = words

    with a_desk(tmp_path) as desk, ask.answered(Hears()) as hears:
        (tmp_path / "thư.pdf").write_bytes(b"%PDF-1.7 no more")
        page = SignedPage(desk.office)
        qtbot.addWidget(page)
        page.bring([tmp_path / "thư.pdf"])
        desk.settle()
        assert isinstance(hears, Hears) and hears.said.startswith("thư.pdf") and page.count == 0


def test_the_scanners_folder_is_watched_until_a_file_is_whole(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_desk(tmp_path) as desk:
        dossier, pdf = sealed(desk)
        folder = tmp_path / "máy quét"
        folder.mkdir()
        scan = scanner.as_pdf(scanner.pages(pdf, 200))
        desk.write(lambda db: office_actions.save_office(db, {scan_folder.SETTING: str(folder)}))
        page = SignedPage(desk.office)
        qtbot.addWidget(page)
        page.show()
        desk.settle()
        (folder / "thư mời.jpg").write_bytes(scanner.as_jpeg(scanner.pages(pdf, 100)[0].crop((200, 0, 800, 900))))
        growing = folder / "0001.pdf"
        growing.write_bytes(scan[:2000])
        page.watch.poll()
        desk.settle()
        growing.write_bytes(scan)
        page.watch.poll()
        desk.settle()
        assert page.count == 0, "it grew since the last look"
        page.watch.poll()
        desk.settle()
        assert page.count == 1 and len(buttons(page, "signed.bind")) == 1, "another letter is only counted"
        assert next(each.text() for each in buttons(page, "signed.others")).startswith("1 ")
        for _ in range(3):
            page.watch.poll()
            desk.settle()
        assert page.count == 1
        growing.unlink()
        (folder / "thư mời.jpg").unlink()
        folder.rmdir()
        page.watch.poll()
        desk.settle()
        assert not bound(desk, dossier), "nothing is bound without a person"
