"""Number and day entered on the dossier, and the register by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers, register, sample
from ocop_desktop.actions import office as office_actions
from ocop_desktop.storage.db import run
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.inputs import Line
from ocop_desktop.ui.register.page import RegisterPage
from tests.kit.desk import Desk


def sealed(desk: Desk) -> str:
    db = desk._open(office_actions.open_writer)
    try:
        taken = sample.sample()
        made = sample.receive(db, taken).dossier
        sample.check(db, taken, made)
        sample.assess(db, taken, made)
        run(db, lambda db: dossiers.seal(db, made))
        return made
    finally:
        db.close()


def shown(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(1170, 696)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def line(widget: QWidget, name: str) -> Line:
    found = [each for each in widget.findChildren(Line, name) if each.isVisible()]
    assert found, name
    return found[0]


def test_number_and_day_are_entered_by_keyboard_and_kept(desk: Desk, qtbot: QtBot) -> None:
    dossier = sealed(desk)
    page = DossierPage(desk.office)
    shown(page, qtbot)
    page.open(dossier)
    qtbot.waitUntil(lambda: page.step == "print", timeout=15_000)
    desk.settle()
    number = line(page, "issue.number")
    number.setFocus()
    qtbot.keyClicks(number, "45")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    day = line(page, "issue.day")
    assert day.hasFocus()
    qtbot.keyClicks(day, "22/11/2026")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    desk.settle()
    problem = next(each for each in page.findChildren(QLabel, "issue.problem") if each.isVisible())
    assert "sau hôm nay" in problem.text() and day.text() == "22/11/2026", "nothing typed is thrown away"
    day.setText("21/11/2026")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    desk.settle()
    report = desk.read(lambda db: dossiers.open_dossier(db, dossier)).sealed
    assert report is not None and (report.number, report.issued_on) == ("45", "2026-11-21")
    assert [each.number for each in desk.read(register.register).letters] == ["45"]


def test_the_register_is_walked_and_written_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    dossier = sealed(desk)
    desk.write(lambda db: register.issue(db, dossier, "45", "2026-11-21"))
    page = RegisterPage(desk.office)
    shown(page, qtbot)
    page.refresh()
    desk.settle()
    opened: list[object] = []
    desk.office.open_dossier.connect(lambda which, _field: opened.append(which))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened == [dossier]
    page._new()
    dialog = page.findChild(QDialog, "letter") or page.window().findChild(QDialog, "letter")
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(lambda: line(dialog, "letter.issued_on").hasFocus())
    assert line(dialog, "letter.number").text() == "46"
    qtbot.keyClicks(line(dialog, "letter.issued_on"), "20112026")
    for name, words in (("kind", "Thông báo"), ("summary", "Yêu cầu bổ sung hồ sơ"), ("copies", "3")):
        line(dialog, f"letter.{name}").setText(words)
    line(dialog, "letter.symbol").setText("TB-UBND")
    button = dialog.findChild(QWidget, "letter.save")
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Space)
    desk.settle()
    rows = desk.read(register.register).rows
    assert [row[0] for row in rows] == ["46/TB-UBND", "45/BC-UBND"]
    assert page.table.model_.rowCount() == 2
    words = page.findChild(QLabel, "register.lead")
    assert isinstance(words, QLabel) and "46/BC-UBND" in words.text()
