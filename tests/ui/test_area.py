"""A province's office in the window: its day, its list over many communes, remarks written by keyboard, returned, accepted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import desk, listing, office
from ocop_desktop.actions.office import SetUp
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.area.panel import AreaPanel, CommuneTable
from ocop_desktop.ui.dossier_list import DossierList
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.pictures import gathering
from tests.kit.window import a_window, child, rest

PASSPHRASE = "mười hai xã cùng làm"


class Said(ask.Asker):
    """A person who writes one sentence and agrees."""

    def reason(self, parent: QWidget | None, title: str, words: str, accept: str) -> str | None:
        return "Ghi lại cho rõ"

    def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
        return True


@pytest.fixture
def window(qtbot: QtBot, home: Path) -> Iterator[MainWindow]:
    """The province's window, unlocked, with three communes."""
    database = home / "ocop.db"
    office.create_office(database, SetUp(level="province", unit="08", officer="Lê Thị Hương", passphrase=PASSPHRASE))
    db = office.open_writer(database, office.unlock(database, PASSPHRASE))
    gathering.fill(db, communes=3, each=7)
    db.close()
    with a_window(database) as shown:
        line = child(shown, "passphrase", QLineEdit)
        line.setText(PASSPHRASE)
        QTest.keyClick(line, Qt.Key.Key_Return)
        rest(shown, lambda: shown.workspace is not None)
        yield shown


def read_desk(window: MainWindow, dossier: str) -> desk.Desk:
    found: list[desk.Desk] = []

    def read(db: Db) -> desk.Desk:
        return desk.desk(db, dossier)

    window.jobs.read(read, found.append)
    rest(window, lambda: bool(found))
    return found[0]


def test_the_day_names_what_waits_and_a_commune_opens_its_list(window: MainWindow) -> None:
    assert window.workspace is not None
    rest(window)
    panel = window.findChild(AreaPanel)
    assert panel is not None and panel.isVisible()
    table = window.findChild(CommuneTable)
    assert table is not None and table.rowCount() == 3
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    rest(window)
    page = window.workspace.page("dossiers")
    assert isinstance(page, DossierList) and page.isVisible()
    unit = child(window, "dossiers.unit", QComboBox)
    assert unit.currentData() and unit.count() == 4
    units = {page.model.row(at).unit for at in range(page.model.rowCount())}  # type: ignore[union-attr]
    assert units == {unit.currentData()} and page.model.rowCount() == 7
    assert not page.table.isColumnHidden(6)


def test_a_remark_by_keyboard_then_returned(window: MainWindow) -> None:
    assert window.workspace is not None and window.office is not None
    window.office.show_list.emit(listing.Query(filter="arrived"))
    rest(window)
    page = window.workspace.page("dossiers")
    assert isinstance(page, DossierList)
    row = page.model.row(0)
    assert row is not None and page.model.rowCount() > 1
    with ask.answered(Said()):
        window.office.open_dossier.emit(row.id, "producer.phone")
        rest(window)
        dossier = window.workspace.page("dossier")
        assert isinstance(dossier, DossierPage) and dossier.draft.locked and dossier.desk.isVisible()
        assert dossier.show_field("producer.phone")
        rest(window)
        before = {remark.key for remark in read_desk(window, row.id).remarks}
        QTest.keyClick(window.focusWidget() or dossier, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        rest(window)
        now = {remark.key for remark in read_desk(window, row.id).remarks}
        assert now - before == {"producer.phone"}, "the remark is about the field the cursor stood in"
        child(window, "desk.return", QPushButton).click()
        rest(window)
    at = read_desk(window, row.id)
    assert (at.holder, at.may_return, at.remarks) == ("commune", False, ())
    assert not dossier.desk.accept.isVisible()


def test_a_dossier_is_accepted(window: MainWindow) -> None:
    assert window.workspace is not None and window.office is not None
    window.office.show_list.emit(listing.Query(filter="arrived"))
    rest(window)
    page = window.workspace.page("dossiers")
    assert isinstance(page, DossierList)
    row = page.model.row(1)
    assert row is not None
    window.office.open_dossier.emit(row.id, None)
    rest(window)
    child(window, "desk.accept", QPushButton).click()
    rest(window)
    assert not read_desk(window, row.id).may_accept
    assert page.model.rowCount() >= 1


def test_the_first_run_of_an_area_asks_for_its_province_and_name(qtbot: QtBot, home: Path) -> None:
    with a_window(home / "moi" / "ocop.db") as shown:
        from PySide6.QtWidgets import QRadioButton

        child(shown, "level-district", QRadioButton).setChecked(True)
        child(shown, "unit-line", QLineEdit).setText("tuyen quang")
        rest(shown)
        assert not child(shown, "next", QPushButton).isEnabled(), "an area has a name of its own"
        child(shown, "area-name", QLineEdit).setText("Tổ khu vực Sơn Dương")
        rest(shown)
        assert child(shown, "next", QPushButton).isEnabled()
