"""Figures of a plan typed where they stand: saved while one types, kept as typed, taken back, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ocop_desktop.actions.programme import figures, loading, plans
from ocop_desktop.domain.programme import typed
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from ocop_desktop.ui.inputs import Line
from ocop_desktop.ui.plain_table import PlainTable
from ocop_desktop.ui.programme.page import PlanningPage
from tests.kit.desk import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PlanningPage:
    desk.write(lambda db: loading.import_plan(db, loading.sample_file("kon-tum")))
    made = PlanningPage(desk.office)
    qtbot.addWidget(made)
    made.resize(1170, 696)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh()
    desk.settle()
    return made


def on(page: PlanningPage, row: int, column: int) -> PlainTable:
    page.open_tab("targets")
    page.targets.setCurrentIndex(page.targets.plain.index(row, column))
    page.targets.setFocus()
    return page.targets


def editor(page: PlanningPage) -> Line:
    line = next(each for each in page.findChildren(Line, "plan.figure") if each.isVisible())
    assert line.hasFocus()
    return line


def words(page: PlanningPage, row: int, column: int) -> str:
    return str(page.targets.plain.data(page.targets.plain.index(row, column)))


def test_a_digit_begins_it_and_it_is_saved_while_one_types(desk: Desk, page: PlanningPage, qtbot: QtBot) -> None:
    assert page.shown is not None
    target = page.shown.targets[0].target
    before = words(page, 0, 1)
    QTest.keyClick(on(page, 0, 1), Qt.Key.Key_2)
    QTest.keyClicks(editor(page), "60")
    qtbot.waitUntil(lambda: not page.editing.typing._timer.isActive())
    desk.settle()
    assert desk.read(lambda db: records.get(db, target.id)).body["planned"] == 260, "on the disk, the editor still open"
    assert editor(page).text() == "260"
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    desk.settle()
    assert words(page, 0, 1).startswith("260") and page.targets.hasFocus()
    assert page.targets.currentIndex().row() == 1, "Enter goes on to the next figure"
    QTest.keyClick(page.targets, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert words(page, 0, 1) == before
    QTest.keyClick(page.targets, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert words(page, 0, 1).startswith("260")


def test_what_is_no_figure_is_kept_as_typed_and_the_figure_stays(desk: Desk, page: PlanningPage) -> None:
    assert page.shown is not None
    target = page.shown.targets[0].target
    QTest.keyClick(on(page, 0, 1), Qt.Key.Key_F2)
    line = editor(page)
    line.selectAll()
    line.insert("chưa giao")
    line.typed.emit()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    desk.settle()
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    desk.settle()
    assert words(page, 0, 1) == "chưa giao\nchưa đọc được"
    assert desk.read(lambda db: records.get(db, target.id)).body["planned"] == target.planned
    QTest.keyClick(on(page, 0, 1), Qt.Key.Key_F2)
    assert editor(page).text() == "chưa giao"
    editor(page).selectAll()
    editor(page).insert("20 - 30")
    editor(page).typed.emit()
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    desk.settle()
    body = desk.read(lambda db: records.get(db, target.id)).body
    assert (body["planned"], body["most"]) == (20, 30)


def test_money_in_millions_planned_and_spent(desk: Desk, page: PlanningPage) -> None:
    assert page.shown is not None
    page.open_tab("money")
    table = page.money._shown[0]
    line, column = page.shown.tables[0].lines[0], page.shown.tables[0].columns[0]
    table.setCurrentIndex(table.plain.index(0, 1))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert editor(page).text() == typed.in_millions(line.planned[column])
    editor(page).selectAll()
    editor(page).insert("12,5")
    editor(page).typed.emit()
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    desk.settle()
    assert page.money._shown[0] is table and table.hasFocus(), "the tables stand; the keyboard too"
    table.setCurrentIndex(table.plain.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    editor(page).insert("3")
    editor(page).typed.emit()
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    desk.settle()
    body = desk.read(lambda db: records.get(db, line.id)).body
    assert (body[f"planned.{column}"], body[f"spent.{column}"]) == (12_500_000, 3_000_000)
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    body = desk.read(lambda db: records.get(db, line.id)).body
    assert body[f"planned.{column}"] == line.planned[column] and f"spent.{column}" not in body


@pytest.mark.parametrize("text", ["40.659", "12,5", "0,000001", "134.750,25", ""])
def test_what_is_shown_is_read_back(text: str) -> None:
    amount = typed.millions(text)
    assert (typed.in_millions(amount) if amount is not None else "") == text


@pytest.mark.parametrize(
    ("measure", "text", "fields"),
    [
        ("count", "1.250", {"planned": 1250, "most": None}),
        ("percent", "20 - 30 %", {"planned": 2000, "most": 3000}),
        ("times", "1,5 lần", {"planned": 150, "most": None}),
        ("money", "1.000.000 đồng", {"planned": 1_000_000, "most": None}),
        ("count", "", {"planned": None, "most": None}),
    ],
)
def test_figures_as_people_write_them(measure: str, text: str, fields: dict[str, int | None]) -> None:
    assert typed.read({"measure": measure}, "planned", text) == fields
    with pytest.raises(Refused):
        typed.read({"measure": measure}, "planned", "30 - 20")


def test_only_figures_are_typed_so(desk: Desk, page: PlanningPage) -> None:
    assert page.shown is not None
    target = page.shown.targets[0].target.id
    with pytest.raises(Refused, match=r"field\.unknown"):
        desk.write(lambda db: figures.type_figure(db, target, "indicator", "1"))
    assert desk.read(lambda db: plans.open_plan(db, page._wanted)).unread == {}
