"""Nhập từ Excel, and copies of evidence that another program shows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import listing
from ocop_desktop.ui import ask, opened
from ocop_desktop.ui.dossier_list import DossierList
from tests.kit.desk import Desk, a_desk


class Answers(ask.Asker):
    """Chooses a file, agrees or not, and remembers what was said."""

    def __init__(self, file: Path, *, agree: bool = True) -> None:
        self.file, self.agree = file, agree
        self.said: list[str] = []

    def open_paths(self, parent: QWidget | None, title: str, kinds: str) -> Sequence[Path]:
        return (self.file,)

    def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
        self.said.append(f"{words}|{yes}")
        return self.agree

    def tell(self, parent: QWidget | None, title: str, words: str, *, warning: bool = False) -> None:
        self.said.append(words)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path) as made:
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> DossierList:
    made = DossierList(desk.office)
    qtbot.addWidget(made)
    made.resize(1170, 696)
    made.show()
    made.refresh()
    desk.settle()
    return made


def a_table(file: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DANH SÁCH SẢN PHẨM OCOP CỦA XÃ"])
    sheet.append(["STT", "Tên sản phẩm", "Tên chủ thể", "Ngày nhận"])
    sheet.append([1, "Chè Shan tuyết", "HTX Sơn Trà", "02/11/2026"])
    sheet.append([2, "Mật ong bạc hà", "Tổ hợp tác Minh Thanh", "tháng sau"])
    book.save(file)
    return file


def press(page: DossierList, desk: Desk, answers: Answers) -> list[str]:
    button = page.findChild(QPushButton, "dossiers.import")
    assert isinstance(button, QPushButton)
    with ask.answered(answers):
        button.click()
        desk.settle()
    return answers.said


def names(desk: Desk) -> set[str]:
    return {row.product for row in desk.read(lambda db: listing.rows(db, listing.order(db, listing.Query())))}


def test_it_says_what_it_would_bring_and_brings_it(page: DossierList, desk: Desk, tmp_path: Path) -> None:
    [said] = press(page, desk, Answers(a_table(tmp_path / "Danh sách xã.xlsx")))
    assert "2 dòng: 2 hồ sơ mới, 0 đã có" in said and "dòng 4, cột Ngày nhận" in said and said.endswith("|Nhập 2 hồ sơ")
    assert names(desk) == {"Chè Shan tuyết", "Mật ong bạc hà"}
    assert page.model.rowCount() == 2, "the list shows them at once"
    [again] = press(page, desk, Answers(a_table(tmp_path / "Danh sách xã.xlsx")))
    assert "0 hồ sơ mới, 2 đã có" in again


def test_going_back_brings_nothing(page: DossierList, desk: Desk, tmp_path: Path) -> None:
    press(page, desk, Answers(a_table(tmp_path / "Danh sách xã.xlsx"), agree=False))
    assert names(desk) == set()


def test_a_copy_for_another_program_is_gone_when_the_program_ends(tmp_path: Path) -> None:
    copy = opened.keep("Phiếu kiểm nghiệm.pdf", b"%PDF-1.4")
    assert copy.read_bytes() == b"%PDF-1.4" and copy.stat().st_mode & 0o077 == 0
    opened.clear()
    assert not copy.exists()
