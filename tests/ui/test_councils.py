"""The council and the products on screen, by keyboard: a sheet from paper, an alarm of spread, results, a withdrawal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.councils import results, seats
from ocop_desktop.actions.products import register
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import sample_office
from ocop_desktop.ui.councils.councils_page import CouncilsPage
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.pictures import councils as scene
from ocop_desktop.ui.products.products_page import ProductsPage
from ocop_desktop.ui.record_dialog import RecordDialog
from tests.kit.window import a_window, child, dialogs, rest


@pytest.fixture
def window(qtbot: QtBot, home: Path) -> Iterator[MainWindow]:
    """An open office in the real window."""
    database = home / "ocop.db"
    passphrase = sample_office.create(database)
    with a_window(database) as made:
        from PySide6.QtWidgets import QLineEdit

        child(made, "passphrase", QLineEdit).setText(passphrase)
        rest(made, lambda: child(made, "open", QPushButton).isEnabled())
        child(made, "open", QPushButton).click()
        rest(made, lambda: made.workspace is not None)
        yield made


def do(window: MainWindow, action: object) -> object:
    """Do an action on the writer of the window."""
    found: list[object] = []
    window.jobs.write(action, found.append)  # type: ignore[arg-type]
    rest(window, lambda: bool(found))
    return found[0]


def shown(window: MainWindow, name: str) -> QWidget:
    assert window.workspace is not None
    window.workspace.show_page(name)
    rest(window)
    return window.workspace.page(name)


def words(window: MainWindow, name: str) -> str:
    return child(window, name, QLabel).text()


def press(window: MainWindow, name: str) -> None:
    child(window, name, QPushButton).click()
    rest(window)


def fill(window: MainWindow, **answers: str) -> None:
    """Answer the dialog on screen and write it down."""
    (dialog,) = dialogs(window)
    assert isinstance(dialog, RecordDialog)
    for key, said in answers.items():
        dialog.put(key, said)
    child(dialog, "record.accept", QPushButton).click()
    rest(window)


def test_the_rail_shows_councils_only_where_there_are_some(window: MainWindow) -> None:
    assert window.workspace is not None
    assert not window.workspace.rail.entry("councils").isVisible()
    assert window.workspace.rail.entry("products").isVisible()
    do(window, lambda db: office_actions.save_office(db, {"office.level": "province"}))
    rest(window)
    assert window.workspace.rail.entry("councils").isVisible()


def test_a_council_from_paper_to_recognition_by_keyboard(window: MainWindow) -> None:
    session, _case, _member = do(window, scene.fill_council)  # type: ignore[misc]
    page = shown(window, "councils")
    assert isinstance(page, CouncilsPage)
    page.open_session(session)
    rest(window, lambda: page.session.page is not None)
    table = page.session.table

    # The spread of the second dossier holds its result, and one member's sheet is named.
    table.setCurrentIndex(table.plain.index(1, 0))
    rest(window)
    assert "Chênh" in words(window, "session.state") and not child(window, "session.record", QPushButton).isEnabled()

    # Three papers are still to be entered for the third: number keys only.
    for column in (5, 6, 7):
        table.setFocus()
        table.setCurrentIndex(table.plain.index(2, column))
        QTest.keyClick(table, Qt.Key.Key_Return)
        rest(window, lambda: page.sheet.isVisible() and bool(page.sheet.views))
        for view in list(page.sheet.views.values()):
            QTest.keyClick(view, str(min(9, len(view.levels()))))
        rest(window)
        assert "Đủ" in words(window, "sheet.open")
        QTest.keyClick(page.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        rest(window, lambda: page.session.isVisible())
    table.setCurrentIndex(table.plain.index(2, 0))
    rest(window)
    press(window, "session.record")
    assert words(window, "session.state") == "Đã ghi kết quả"

    # The member who stood apart scores again what differs most, and the alarm goes.
    row = page.session.page.rows[1] if page.session.page else None
    assert row is not None and len(row.verdict.far) == 1
    at = 1 + [each.id for each in page.session.members].index(row.verdict.far[0])
    table.setCurrentIndex(table.plain.index(1, at))
    QTest.keyClick(table, Qt.Key.Key_Return)
    rest(window, lambda: page.sheet.isVisible())
    for apart in row.verdict.apart:
        view = page.sheet.views[apart.criterion]
        QTest.keyClick(view, str(len(view.levels())))
    rest(window)
    QTest.keyClick(page.sheet, Qt.Key.Key_Escape)
    rest(window, lambda: page.session.isVisible())
    table.setCurrentIndex(table.plain.index(1, 0))
    rest(window)
    assert words(window, "session.state") == "Đủ để kết luận"
    press(window, "session.record")

    # Recognised: the ministry's five stars are written down by the province, and the commune will read them.
    press(window, "session.recognise")
    fill(window, decision_no="88/QĐ-BNNMT", decided_on="20/11/2026", certificate_no="05/2026")
    kept = do(window, lambda db: records.of_type(db, "recognition"))
    assert isinstance(kept, list) and kept[-1].unit == "02545" and kept[-1].body["ends_on"] == "2029-11-20"
    assert kept[-1].body["level"] == "central"


def test_a_product_that_expires_in_2027_goes_through_its_re_assessment(window: MainWindow) -> None:
    """Recognised 10/3/2024 under QĐ 148, filed again in its window, recognised anew; then stopped and withdrawn."""
    product = str(do(window, scene.fill_products))
    do(window, lambda db: office_actions.save_office(db, {"office.level": "province"}))
    page = shown(window, "products")
    assert isinstance(page, ProductsPage)
    rest(window, lambda: page.table.plain.rowCount() == 5)
    assert page.table.plain.rows[0][0].words == "Cam sành Hàm Yên", "what needs somebody stands first"
    page.filter.setText("khau mut")
    page.filter.typed.emit()
    rest(window)
    page.filter.entered.emit()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    rest(window, lambda: page.one.isVisible() and bool(page.one.product))
    assert words(window, "product.state") == "Đã nộp hồ sơ lại" and "10/03/2027" in words(window, "product.advice")

    press(window, "product.recognise")
    fill(window, stars="4", decision_no="4410/QĐ-UBND", decided_on="20/11/2026", authority="UBND tỉnh Tuyên Quang")
    assert words(window, "product.state") == "Còn hiệu lực" and words(window, "product.stars") == "★★★★"
    found = do(window, lambda db: register.open_product(db, product))
    assert isinstance(found, register.ProductPage) and found.standing is not None
    assert found.standing.ends.isoformat() == "2029-11-20"

    press(window, "product.stopped")
    fill(window, day="21/11/2026", number="40/XN-UBND")
    assert words(window, "product.state") == "Chờ thu hồi" and "06/12/2026" in words(window, "product.advice")
    press(window, "product.withdraw")
    fill(window, decision_no="4500/QĐ-UBND")
    assert words(window, "product.state") == "Đã thu hồi"
    kept = do(window, lambda db: records.of_type(db, "withdrawal"))
    assert isinstance(kept, list) and str(kept[-1].body["ground_text"]).startswith("đ)")

    press(window, "product.beside")
    rest(window, lambda: page.beside.isVisible())
    said = "\n".join(label.text() for label in page.beside.findChildren(QLabel))
    for law in ("Quyết định 1048/QĐ-TTg", "Quyết định 148/QĐ-TTg", "Quyết định 26/2026/QĐ-TTg"):
        assert law in said, "each dossier under its own law"
    assert "UBND cấp huyện" in said


def test_a_commune_sees_everything_and_writes_only_the_stop(window: MainWindow) -> None:
    product = str(do(window, scene.fill_products))
    page = shown(window, "products")
    assert isinstance(page, ProductsPage)
    page.open_product(product)
    rest(window, lambda: page.one.product == product)
    names = {each.objectName() for each in page.one.findChildren(QPushButton) if each.isVisible()}
    assert "product.stopped" in names
    assert not names & {"product.recognise", "product.inspect", "product.lower", "product.withdraw"}


def test_a_refusal_stays_in_the_dialog(window: MainWindow) -> None:
    product = str(do(window, scene.fill_products))
    do(window, lambda db: office_actions.save_office(db, {"office.level": "province"}))
    page = shown(window, "products")
    assert isinstance(page, ProductsPage)
    page.open_product(product)
    rest(window, lambda: page.one.product == product)
    press(window, "product.lower")
    fill(window, stars="3", decision_no="1/QĐ-UBND", reason="x")
    (dialog,) = dialogs(window)
    assert "thấp hơn" in child(dialog, "record.problem", QLabel).text()
    dialog.reject()
    rest(window)


def test_two_hands_on_screen(window: MainWindow) -> None:
    """Double entry: the second hand starts empty, a slip is named, and the sheet counts once both are alike."""
    session, case, member = do(window, scene.fill_council)  # type: ignore[misc]

    def switch_on(db: Db) -> Changes:
        council = seats.session(db, session).council
        for result in records.of_type(db, "council_result"):
            results.reopen(db, result.id, "Chuyển sang nhập kép")
        return seats.save(db, council, {"double_entry": True})

    do(window, switch_on)
    page = shown(window, "councils")
    assert isinstance(page, CouncilsPage)
    page.open_session(session)
    rest(window, lambda: page.session.page is not None)
    for entry in (1, 2):
        page.open_sheet(session, case, member, entry)
        rest(window, lambda: page.sheet.isVisible() and bool(page.sheet.views))
        assert not any(view.answer for view in page.sheet.views.values()), "nothing of the other hand is shown"
        for at, view in enumerate(list(page.sheet.views.values())):
            last = len(view.levels())
            QTest.keyClick(view, str(last - 1 if entry == 2 and at == 0 and last > 1 else last))
        rest(window)
        QTest.keyClick(page.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        rest(window)
    assert page.sheet.isVisible() and "1.1" in words(window, "sheet.differs")
    first = next(iter(page.sheet.views.values()))
    QTest.keyClick(first, str(len(first.levels())))
    QTest.keyClick(page.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest(window, lambda: page.session.isVisible())
    row = page.session.page.rows[2] if page.session.page else None
    assert row is not None and row.cells[member] == "done"
