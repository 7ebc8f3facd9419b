"""Nhập từ Excel, and copies of evidence that another program shows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import listing
from ocop_desktop.ui import ask, opened
from ocop_desktop.ui.dossier_list import DossierList
from ocop_desktop.ui.lists.import_dialog import ImportDialog
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


def names(desk: Desk) -> set[str]:
    return {row.product for row in desk.read(lambda db: listing.rows(db, listing.order(db, listing.Query())))}


def begin(page: DossierList, desk: Desk) -> ImportDialog:
    button = page.findChild(QPushButton, "dossiers.import")
    assert isinstance(button, QPushButton)
    button.click()
    desk.settle()
    dialog = page.findChildren(ImportDialog)[-1]
    assert dialog.isVisible()
    return dialog


def press(dialog: ImportDialog, name: str, desk: Desk) -> None:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton) and found.isEnabled(), name
    found.click()
    desk.settle()


def words(dialog: ImportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_dossiers_come_in_by_the_same_three_steps(page: DossierList, desk: Desk, tmp_path: Path) -> None:
    answers = Answers(a_table(tmp_path / "Danh sách xã.xlsx"))
    with ask.answered(answers):
        dialog = begin(page, desk)
        press(dialog, "lists.next", desk)  # the file; its columns are known
        press(dialog, "lists.next", desk)
        assert "2 mới" in words(dialog) and "2 hồ sơ, 2 chủ thể." in words(dialog)
        assert dialog.table.plain.rowCount() == 2
        assert names(desk) == set(), "nothing is written before the end"
        press(dialog, "lists.next", desk)
        assert names(desk) == {"Chè Shan tuyết", "Mật ong bạc hà"}
        assert page.model.rowCount() == 2, "the list shows them at once"
        again = begin(page, desk)
        press(again, "lists.next", desk)
        press(again, "lists.next", desk)
        assert "0 mới" in words(again) and "2 đã có" in words(again)
        again.reject()


def test_the_import_before_is_undone_from_the_first_step(page: DossierList, desk: Desk, tmp_path: Path) -> None:
    answers = Answers(a_table(tmp_path / "Danh sách xã.xlsx"))
    with ask.answered(answers):
        dialog = begin(page, desk)
        assert "Lần nhập gần nhất" not in words(dialog)
        for _step in range(3):
            press(dialog, "lists.next", desk)
        again = begin(page, desk)
        assert "Danh sách xã.xlsx" in words(again)
        press(again, "lists.undo", desk)
        assert answers.said and names(desk) == set()
        assert page.model.rowCount() == 0
        assert "Lần nhập gần nhất" not in words(again)
        again.reject()


def test_a_copy_for_another_program_is_gone_when_the_program_ends(tmp_path: Path) -> None:
    copy = opened.keep("Phiếu kiểm nghiệm.pdf", b"%PDF-1.4")
    assert copy.read_bytes() == b"%PDF-1.4" and copy.stat().st_mode & 0o077 == 0
    opened.clear()
    assert not copy.exists()
