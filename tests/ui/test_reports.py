"""Periodic reports on screen, by keyboard: typed and saved, a figure's records, sealed, the communes at a province."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import office
from ocop_desktop.actions.office import SetUp
from ocop_desktop.actions.products.area import View
from ocop_desktop.actions.reports import periodic
from ocop_desktop.domain.reporting import periods
from ocop_desktop.ui import ask, sample_office
from ocop_desktop.ui.inputs import Lines
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.pictures import reports as scene
from ocop_desktop.ui.plain_table import PlainTable
from ocop_desktop.ui.products.products_page import ProductsPage
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.reports.reports_page import ReportsPage
from tests.kit.window import a_window, child, dialogs, rest

MONTH = periods.parse("2026-11")


class Yes(ask.Asker):
    """Agrees, and gives a reason."""

    def confirm(self, *_: object) -> bool:
        return True

    def reason(self, *_: object) -> str | None:
        return "Sót một hồ sơ"


def opened(window: MainWindow, passphrase: str) -> ReportsPage:
    child(window, "passphrase", QLineEdit).setText(passphrase)
    rest(window, lambda: child(window, "open", QPushButton).isEnabled())
    child(window, "open", QPushButton).click()
    rest(window, lambda: window.workspace is not None)
    assert window.workspace is not None
    window.workspace.show_page("reports")
    rest(window)
    page = window.workspace.page("reports")
    assert isinstance(page, ReportsPage)
    return page


def stored(window: MainWindow) -> periodic.Report:
    found: list[periodic.Report] = []
    window.jobs.read(lambda db: periodic.open_report(db, MONTH), found.append)
    rest(window, lambda: bool(found))
    return found[0]


def test_a_month_is_written_and_sealed_by_keyboard(qtbot: QtBot, home: Path) -> None:
    passphrase = sample_office.create(home / "ocop.db")
    with a_window(home / "ocop.db") as window:
        page = opened(window, passphrase)
        done: list[object] = []
        window.jobs.work(lambda: window.jobs.run_unit_free(sample_office.fill), done.append)
        rest(window, lambda: bool(done))
        from_today(window, page)
        assert "kỳ trễ" in " ".join(label.text() for label in page.findChildren(QLabel))
        QTest.keyClick(page.list.table, Qt.Key.Key_Return)
        rest(window)
        assert page.report.period == MONTH, "the month that closed last is chosen"
        editor = child(window, "report.difficulties", Lines)
        editor.setFocus()
        editor.insertPlainText("Thiếu cán bộ.")
        rest(window, lambda: not page.report._dirty)
        assert stored(window).texts["difficulties"] == "Thiếu cán bộ."
        editor.insertPlainText(" Đường xa.")
        page.leave()
        rest(window)
        assert stored(window).texts["difficulties"] == "Thiếu cán bộ. Đường xa."
        figures = child(window, "report.figures", PlainTable)
        row = next(at for at, each in enumerate(page.report._figures) if each and each.key == "dossiers.received")
        figures.selectRow(row)
        figures.setFocus()
        QTest.keyClick(figures, Qt.Key.Key_Return)
        rest(window)
        assert child(window, "behind.table", PlainTable).plain.rowCount() > 0
        QTest.keyClick(child(window, "behind.table", PlainTable), Qt.Key.Key_Escape)
        rest(window)
        with ask.answered(Yes()):
            QTest.keyClick(figures, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            rest(window)
            assert stored(window).line.state == "sealed"
            assert child(window, "report.difficulties", Lines).isReadOnly()
            assert child(window, "report.state", QLabel).text() == "Đã chốt, chờ gửi"
            child(window, "report.reopen", QPushButton).click()
            rest(window)
        assert stored(window).line.state == "writing"


def from_today(window: MainWindow, page: ReportsPage) -> None:
    """A late report stands in Hôm nay, one click away; back leads to the list of periods."""
    assert window.workspace is not None
    window.workspace.show_page("today")
    rest(window)
    card = child(window, "today.reports", QWidget)
    links = [each for each in card.findChildren(QPushButton) if each.text() == "Báo cáo Tháng 11/2026"]
    assert card.isVisible() and links and "quá" in " ".join(label.text() for label in card.findChildren(QLabel))
    links[0].click()
    rest(window)
    assert page.isVisible() and page.report.isVisible() and page.report.period == MONTH
    page.go_back()
    rest(window)
    assert page.list.isVisible()


def test_a_province_sees_who_is_late_and_what_differs(qtbot: QtBot, home: Path) -> None:
    passphrase = scene.PASSPHRASE
    office.create_office(
        home / "ocop.db", SetUp(level="province", unit="08", officer="Lê Thị Hương", passphrase=passphrase)
    )
    with a_window(home / "ocop.db") as window:
        page = opened(window, passphrase)
        done: list[object] = []
        window.jobs.work(lambda: window.jobs.run_unit_free(scene.fill_area), done.append)
        rest(window, lambda: bool(done))
        page.open_period(MONTH)
        rest(window)
        child(window, "report.communes", QPushButton).click()
        rest(window)
        assert "9/12 xã đã gửi, 3 xã trễ" in child(window, "communes.said", QLabel).text()
        table = child(window, "communes.table", PlainTable)
        assert [row[1].words for row in table.plain.rows[:4]] == ["Trễ", "Trễ", "Trễ", "Đã gửi"]
        assert [row[7].words for row in table.plain.rows].count("Lệch 1 số") == 1
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Return)
        rest(window)
        own = child(window, "commune.figures", PlainTable)
        own.selectRow(0)
        QTest.keyClick(own, Qt.Key.Key_Return)
        rest(window)
        behind = child(window, "behind.table", PlainTable)
        assert behind.plain.rowCount() == 5
        QTest.keyClick(behind, Qt.Key.Key_Return)
        rest(window)
        assert window.workspace is not None
        products = window.workspace.page("products")
        assert products.isVisible() and isinstance(products, ProductsPage), "from a figure to its product in four keys"
        the_list_of_the_area(window, products)


def the_list_of_the_area(window: MainWindow, page: ProductsPage) -> None:
    """Narrowed, kept as a view, counted, copied, compared; in the same window, for a window costs seconds."""
    page.show_list()
    rest(window)
    whole = page.table.plain.rowCount()
    page.bar.put(View(stars=4))
    rest(window)
    four = page.table.plain.rowCount()
    assert 0 < four < whole and all(row[2].words == "4 ★" for row in page.table.plain.rows)
    page.bar.keep.click()
    rest(window)
    [dialog] = dialogs(window)
    assert isinstance(dialog, RecordDialog)
    dialog.put("name", "Bốn sao")
    dialog.accept()
    rest(window, lambda: not dialogs(window))
    assert page.bar.view.findText("Bốn sao") == 1
    page.bar.view.setCurrentIndex(1)
    page.bar.view.activated.emit(1)
    rest(window)
    with ask.answered(Yes()):
        page.bar.forget.click()
        rest(window)
    assert page.bar.view.findText("Bốn sao") == -1 and not page.bar.forget.isVisible(), "a view can be let go"
    page.bar.view.setCurrentIndex(0)
    page.bar.view.activated.emit(0)
    rest(window)
    assert page.table.plain.rowCount() == whole
    child(window, "products.statistics", QPushButton).click()
    rest(window)
    page.numbers.stars.copy()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert f"4 sao\t{four}" in copied, "numbers to paste into a spreadsheet"
    window.activateWindow()
    rest(window)
    QTest.keyClick(page.numbers.table, Qt.Key.Key_Escape)
    rest(window)
    child(window, "products.changes", QPushButton).click()
    rest(window)
    came = sum(row[4].words == "Thêm vào" for row in page.past.table.plain.rows)
    assert came > 0 and child(window, "changes.said", QLabel).text().startswith(f"{came} sản phẩm vào danh sách")
