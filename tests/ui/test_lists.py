"""Nhập từ Excel in three steps, and names that look alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import duplicates
from ocop_desktop.storage import records
from ocop_desktop.ui import ask
from ocop_desktop.ui.lists.duplicates_page import DuplicatesPage
from ocop_desktop.ui.lists.import_dialog import ImportDialog
from ocop_desktop.ui.receive_dialog import ReceiveDialog
from tests.kit.desk import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path) as made:
        yield made


class Because(ask.Asker):
    """Gives a reason, saves beside."""

    def __init__(self, out: Path | None = None) -> None:
        self.out = out

    def reason(self, parent: QWidget | None, title: str, words: str, accept: str) -> str | None:
        return "Cùng một chủ thể"

    def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        return self.out


def press(widget: QWidget, name: str, desk: Desk) -> None:
    found = widget.findChild(QPushButton, name)
    assert isinstance(found, QPushButton) and found.isEnabled(), name
    found.click()
    desk.settle()


def test_three_steps_and_nothing_before_the_last(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "danh sách.csv"
    file.write_text("TT;Mặt hàng;Chủ thể;Hạng\n1;Chè;HTX Sơn Trà;4*\n2;;HTX B;3 sao\n", "utf-8")
    dialog = ImportDialog(desk.office)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(file)
    desk.settle()
    press(dialog, "lists.next", desk)
    assert "Không nhận ra cột nào" in dialog._problem.text(), "the name of the product is in no known column"
    combo = dialog._columns.combos[1]
    combo.setCurrentIndex(combo.findData("product.name"))
    press(dialog, "lists.next", desk)
    assert "1 mới" in dialog._counts.text() and "1 chưa nhập" in dialog._counts.text()
    assert desk.read(lambda db: records.of_type(db, "product")) == []
    with ask.answered(Because(tmp_path / "bản sao.csv")):
        press(dialog, "lists.copy", desk)
    assert "Kết quả nhập" in (tmp_path / "bản sao.csv").read_text("utf-8-sig")
    press(dialog, "lists.next", desk)
    (made,) = desk.read(lambda db: records.of_type(db, "product"))
    assert (made.body["name"], made.body["claim.stars"]) == ("Chè", 4)
    again = ImportDialog(desk.office)
    qtbot.addWidget(again)
    again.read(file)
    desk.settle()
    assert again._columns.keys()[1] == "product.name", "remembered"


def test_two_are_merged_and_parted_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    for name in ("Hợp tác xã Sơn Trà", "HTX Sơn Trà", "HTX Kim Ngân"):
        desk.write(lambda db, name=name: records.add(db, "producer", {"name": name}))  # type: ignore[misc]
    page = DuplicatesPage(desk.office)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.refresh()
    desk.settle()
    assert page.table.plain.rowCount() == 1
    with ask.answered(Because()):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        desk.settle()
        assert page.table.plain.rowCount() == 0
        assert len(desk.read(duplicates.whole_area).merged) == 1
        page.tabs.setCurrentIndex(3)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        desk.settle()
    assert len(desk.read(duplicates.whole_area).suspects) == 1


def test_the_receiver_is_told_of_a_name_that_is_close(desk: Desk, qtbot: QtBot) -> None:
    desk.receive(producer__name="Hợp tác xã Sơn Trà", product__name="Chè Shan tuyết")
    dialog = ReceiveDialog(desk.office)
    qtbot.addWidget(dialog)
    dialog.show()
    desk.settle()
    box = dialog._boxes["producer.name"].editor
    box.put("HTX Sơn Trà")
    dialog.look_alike()
    desk.settle()
    assert "Hợp tác xã Sơn Trà" in dialog.alike.text() and dialog.alike.isVisible()
    box.put("HTX Kim Ngân")
    dialog.look_alike()
    desk.settle()
    assert not dialog.alike.isVisible()
