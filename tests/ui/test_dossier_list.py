"""The list: typing filters, keys walk, sort and open, and a change keeps the chosen dossier where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers
from ocop_desktop.ui.dossier_list import DossierList
from tests.kit import keyboard
from tests.kit.desk import Desk

PRODUCTS = ("Chè Shan tuyết", "Mật ong bạc hà", "Gạo nếp Tân Trào", "Đường phên", "Phở khô", "Ổi Đông Dư")


def shown(desk: Desk, qtbot: QtBot) -> DossierList:
    page = DossierList(desk.office)
    qtbot.addWidget(page)
    page.resize(1170, 696)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.refresh()
    desk.settle()
    return page


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> DossierList:
    for day, name in enumerate(PRODUCTS, start=2):
        desk.receive(product__name=name, producer__name=f"HTX {day}", dossier__received_on=f"2026-11-{day:02d}")
    return shown(desk, qtbot)


def names(page: DossierList, desk: Desk) -> list[str]:
    desk.settle()
    for position in range(page.model.rowCount()):
        page.model.row(position)
    desk.settle()
    return [row.product for at in range(page.model.rowCount()) if (row := page.model.row(at)) is not None]


def test_rows_come_in_order_of_their_legal_day(page: DossierList, desk: Desk) -> None:
    assert names(page, desk) == list(PRODUCTS)


@pytest.mark.parametrize("typist", keyboard.TYPISTS)
def test_typing_filters_without_accents_and_without_leaving_the_list(
    page: DossierList, desk: Desk, qtbot: QtBot, typist: str
) -> None:
    keyboard.TYPISTS[typist](page.filter, "đường")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert names(page, desk) == ["Đường phên"]
    keyboard.press(page.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(PRODUCTS))


def test_letters_typed_on_the_table_go_to_the_filter(page: DossierList, desk: Desk, qtbot: QtBot) -> None:
    page.table.setFocus()
    keyboard.press(page.table, Qt.Key.Key_P, "p")
    keyboard.keys(page.filter, "ho")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert names(page, desk) == ["Phở khô"]
    assert page.filter.hasFocus()


def test_arrows_walk_and_enter_opens(page: DossierList, desk: Desk, qtbot: QtBot) -> None:
    keyboard.press(page.filter, Qt.Key.Key_Down)
    keyboard.press(page.filter, Qt.Key.Key_Down)
    chosen = page.current()
    assert chosen is not None and chosen.product == PRODUCTS[2]
    with qtbot.waitSignal(desk.office.open_dossier) as opened:
        keyboard.press(page.filter, Qt.Key.Key_Return, "\r")
    assert opened.args == [chosen.id, None]


def test_any_column_sorts_by_key_in_vietnamese_order(page: DossierList, desk: Desk) -> None:
    page._sort(0)
    assert names(page, desk) == sorted(PRODUCTS, key=PRODUCTS.index) or names(page, desk)[0] == "Chè Shan tuyết"
    assert names(page, desk) == [
        "Chè Shan tuyết",
        "Đường phên",
        "Gạo nếp Tân Trào",
        "Mật ong bạc hà",
        "Ổi Đông Dư",
        "Phở khô",
    ]
    page._sort(0)
    assert names(page, desk)[0] == "Phở khô"


def test_a_change_keeps_the_chosen_dossier(page: DossierList, desk: Desk, qtbot: QtBot) -> None:
    page._sort(0)
    desk.settle()
    keyboard.press(page.filter, Qt.Key.Key_Down)
    chosen = page.current()
    assert chosen is not None
    with qtbot.waitSignal(desk.office.changed):
        desk.office.jobs.write(lambda db: dossiers.receive(db, {"product.name": "An Khê"}))
    desk.settle()
    assert names(page, desk)[0] == "An Khê"
    now = page.current()
    assert now is not None and now.id == chosen.id


def test_chips_count_and_filter(page: DossierList, desk: Desk) -> None:
    first = page.model.row(0)
    assert first is not None
    desk.office.jobs.write(lambda db: dossiers.pause(db, first.id, "Thiếu phiếu kiểm nghiệm"))
    desk.settle()
    chip = page.findChild(QPushButton, "dossiers.filter.waiting")
    assert isinstance(chip, QPushButton) and chip.text() == "Chờ bổ sung 1"
    chip.click()
    assert names(page, desk) == [first.product]


def test_an_empty_list_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    start = page.findChild(QPushButton, "dossiers.empty")
    assert isinstance(start, QPushButton) and start.isVisible()
    with qtbot.waitSignal(desk.office.new_dossier):
        start.click()


def test_a_search_without_hits_leads_back(page: DossierList, desk: Desk, qtbot: QtBot) -> None:
    page.filter_by("không có gì")
    desk.settle()
    back = page.findChild(QPushButton, "dossiers.empty")
    assert isinstance(back, QPushButton) and back.isVisible()
    back.click()
    desk.settle()
    assert page.model.rowCount() == len(PRODUCTS)


def test_a_narrow_window_goes_without_the_product_set(page: DossierList) -> None:
    page.resize(700, 500)
    assert page.table.isColumnHidden(1)
    page.resize(1170, 696)
    assert not page.table.isColumnHidden(1)


def test_footer_counts(page: DossierList, desk: Desk) -> None:
    page.filter_by("che")
    desk.settle()
    footer = page.findChild(QWidget, "dossiers.footer")
    assert footer is not None and footer.property("text").startswith("1 trên 6")


def test_print_from_the_list(page: DossierList, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.office.print_requested, timeout=10_000) as asked:
        keyboard.press(page.filter, Qt.Key.Key_P, "P", Qt.KeyboardModifier.ShiftModifier)
    assert asked.args is not None and asked.args[0].data.startswith(b"%PDF")
