"""The calendar by keyboard, and the days off in the settings."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers, holidays
from ocop_desktop.ui.calendar.page import CalendarPage
from ocop_desktop.ui.holiday_section import HolidaySection
from ocop_desktop.ui.inputs import Line
from tests.kit.desk import Desk


def shown(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(1170, 696)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_the_days_are_walked_and_a_dossier_opened_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    dossier = desk.receive(product__name="Chè xanh", dossier__received_on="2026-11-09")
    page = CalendarPage(desk.office)
    shown(page, qtbot)
    page.refresh()
    desk.settle()
    assert page.month.day == date(2026, 11, 21) and page.month.hasFocus()
    opened: list[object] = []
    desk.office.open_dossier.connect(lambda which, _field: opened.append(which))
    qtbot.keyClick(page.month, Qt.Key.Key_Down)
    qtbot.keyClick(page.month, Qt.Key.Key_Right)
    qtbot.keyClick(page.month, Qt.Key.Key_Right)
    desk.settle()
    assert page.month.day == date(2026, 11, 30)
    qtbot.keyClick(page.month, Qt.Key.Key_Right)
    desk.settle()
    assert page.month.day == date(2026, 12, 1), "over the end of the month"
    assert [event.dossier for event in page.month.events()] == [dossier]
    assert "Chè xanh" in page.month.accessibleName()
    qtbot.keyClick(page.month, Qt.Key.Key_Return)
    assert opened == [dossier]
    qtbot.keyClick(page.month, Qt.Key.Key_PageDown)
    desk.settle()
    assert page.month.day == date(2027, 1, 1)
    qtbot.keyClick(page.month, Qt.Key.Key_Home)
    desk.settle()
    assert page.month.day == date(2026, 11, 21)


def test_ctrl_click_on_a_legal_day_goes_to_its_dossier(desk: Desk, qtbot: QtBot) -> None:
    dossier = desk.receive(product__name="Chè xanh", dossier__received_on="2026-11-09")
    page = CalendarPage(desk.office)
    shown(page, qtbot)
    page.show_day(date(2026, 12, 1))
    desk.settle()
    opened: list[object] = []
    desk.office.open_dossier.connect(lambda which, _field: opened.append(which))
    cell = page.month._cell(date(2026, 12, 1))
    place = QPoint(cell.left() + 20, cell.top() + page.month._top() + 6)
    qtbot.mouseClick(page.month, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert opened == []
    qtbot.mouseClick(page.month, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert opened == [dossier]


def test_a_day_off_is_added_and_the_due_day_follows(desk: Desk, qtbot: QtBot) -> None:
    dossier = desk.receive(product__name="Chè xanh", dossier__received_on="2026-11-09")
    section = HolidaySection(desk.office)
    shown(section, qtbot)
    section.refresh()
    desk.settle()
    day, name = (section.findChild(Line, f"holiday.{part}") for part in ("day", "name"))
    assert isinstance(day, Line) and isinstance(name, Line)
    day.setFocus()
    qtbot.keyClicks(day, "31/11/2026")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert name.hasFocus()
    qtbot.keyClicks(name, "Nghi bu")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    problem = section.findChild(QLabel, "holiday.problem")
    assert isinstance(problem, QLabel) and problem.isVisible() and day.text() == "31/11/2026"
    day.setText("30/11/2026")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    desk.settle()
    assert desk.read(holidays.own_days) == {date(2026, 11, 30)}
    assert desk.read(lambda db: dossiers.open_dossier(db, dossier)).due_on == date(2026, 12, 2)
