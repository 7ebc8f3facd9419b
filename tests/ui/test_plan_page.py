"""A plan in the window, by keyboard: taken in, a task closed, a figure followed to its records, money that does not agree."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ocop_desktop.actions.programme import loading, plans
from ocop_desktop.ui.programme.page import PlanningPage
from tests.kit.desk import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PlanningPage:
    made = PlanningPage(desk.office)
    qtbot.addWidget(made)
    made.resize(1170, 696)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh()
    desk.settle()
    return made


def take(desk: Desk, page: PlanningPage, name: str) -> str:
    made = desk.write(lambda db: loading.import_plan(db, loading.sample_file(name))).created
    assert made is not None
    page.open_plan(made)
    desk.settle()
    page.refresh()
    desk.settle()
    return made


def test_an_empty_page_offers_the_plans_and_takes_one(desk: Desk, page: PlanningPage) -> None:
    button = page.findChild(QPushButton, "sample.ha-tinh")
    assert button is not None and button.isVisible()
    button.click()
    desk.settle()
    assert page.shown is not None and len(page.shown.tasks) == 19
    assert page.tasks.isVisible()


def test_a_late_task_is_closed_by_keyboard(desk: Desk, page: PlanningPage) -> None:
    plan = take(desk, page, "kon-tum")
    assert page.shown is not None
    assert page.bar.badge(0) == str(page.shown.late) == "10"
    late, first = page.shown.late, page.shown.tasks[0]
    page.tasks.selectRow(0)
    page.tasks.setFocus()
    QTest.keyClick(page.tasks, Qt.Key.Key_Return)
    desk.settle()
    dialog = next(each for each in page.findChildren(QDialog) if each.isVisible())
    dialog.put("done_on", "05/12/2023")  # type: ignore[attr-defined]
    accept = dialog.findChild(QPushButton, "record.accept")
    assert accept is not None
    accept.click()
    desk.settle()
    assert page.shown.late == late - 1
    kept = next(task for task in desk.read(lambda db: plans.open_plan(db, plan)).tasks if task.id == first.id)
    assert str(kept.done_on) == "2023-12-05" and page.shown.tasks[-1].id == first.id


def test_a_figure_leads_to_its_records_and_back(desk: Desk, page: PlanningPage) -> None:
    plan = take(desk, page, "kon-tum")
    desk.write(
        lambda db: plans.put(
            db, "event", plan, {"kind": "training", "title": "Lớp 1", "day": "2025-03-01", "participants": 40}
        )
    )
    page.refresh()
    desk.settle()
    page.open_tab("targets")
    assert page.shown is not None
    at = next(at for at, row in enumerate(page.shown.targets) if row.target.indicator == "trainings.people")
    page.targets.setCurrentIndex(page.targets.plain.index(at, 0))
    page.targets.setFocus()
    QTest.keyClick(page.targets, Qt.Key.Key_Return)
    desk.settle()
    assert page.behind.isVisible() and page.behind.table.plain.rows[0][0].words == "Lớp 1"
    QTest.keyClick(page.behind.table, Qt.Key.Key_Escape)
    assert page.targets.isVisible()


def test_the_money_names_the_cells_that_do_not_agree(desk: Desk, page: PlanningPage) -> None:
    take(desk, page, "kon-tum")
    page.open_tab("money")
    desk.settle()
    said = page.findChild(QLabel, "plan.odd")
    assert said is not None and said.isVisible()
    assert "cộng lại là 129.750" in said.text() and "14.000" in said.text()
    assert page.bar.badge(4) == "23"


def test_timeline_and_year_are_walked_and_open(desk: Desk, page: PlanningPage) -> None:
    take(desk, page, "thai-nguyen")
    for tab, drawing in (("timeline", page.timeline), ("months", page.months)):
        page.open_tab(tab)
        drawing.setFocus()
        drawing.grab()
        QTest.keyClick(drawing, Qt.Key.Key_Down)
        assert drawing.at == 1
        QTest.keyClick(drawing, Qt.Key.Key_Return)
        desk.settle()
        dialog = next(each for each in page.findChildren(QDialog) if each.isVisible())
        dialog.reject()
        desk.settle()


def test_space_closes_a_task_today_and_opens_it_again(desk: Desk, page: PlanningPage) -> None:
    take(desk, page, "kon-tum")
    assert page.shown is not None
    first = page.shown.tasks[0].id
    page.tasks.selectRow(0)
    page.tasks.setFocus()
    QTest.keyClick(page.tasks, Qt.Key.Key_Space)
    page.refresh()
    desk.settle()
    closed = next(task for task in page.shown.tasks if task.id == first)
    assert str(closed.done_on) == "2026-11-21"
    page.tasks.selectRow(len(page.shown.tasks) - 1)
    QTest.keyClick(page.tasks, Qt.Key.Key_Space)
    page.refresh()
    desk.settle()
    assert all(task.done_on is None for task in page.shown.tasks)


def test_a_share_of_nothing_is_not_nought(desk: Desk, page: PlanningPage) -> None:
    take(desk, page, "kon-tum")
    assert page.shown is not None
    actual = {row.target.indicator: row.actual for row in page.shown.targets}
    assert actual["producers.cooperatives.share"] is None and actual["products.3plus"] == 0


def test_the_provinces_plan_is_only_read_and_what_happened_is_written_beside_it(
    desk: Desk, page: PlanningPage, qtbot: QtBot
) -> None:
    """The plan came down by sync; the commune's own stands first in the list, and keys change nothing of the province's."""
    said: list[str] = []
    desk.office.said.connect(said.append)
    plan = desk.write(lambda db: loading.import_plan(db, loading.sample_file("kon-tum"))).created
    assert plan is not None
    desk.write(lambda db: db.conn.execute("UPDATE record SET unit = '08' WHERE type <> 'setting'"))
    own = desk.write(lambda db: plans.put(db, "plan", "", {"title": "Kế hoạch của xã", "starts": "2020-01-01"})).created
    page.refresh()
    desk.settle()
    assert page.shown is not None and page.shown.plan.id == own and not page.shown.from_above
    page.open_plan(plan)
    desk.settle()
    assert page.shown.from_above and len(page.shown.tasks) == 10
    assert any("chỉ đọc" in each.text() for each in page.findChildren(QLabel) if each.isVisible())
    hidden = ("plan.edit", "plan.next", "plan.add")
    assert not any(page.findChild(QPushButton, name).isVisible() for name in hidden)  # type: ignore[union-attr]
    for tab, table in (("tasks", page.tasks), ("targets", page.targets)):
        page.open_tab(tab)
        desk.settle()
        table.setCurrentIndex(table.plain.index(0, 1))
        table.setFocus()
        for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Space if tab == "tasks" else Qt.Key.Key_7):
            said.clear()
            QTest.keyClick(table, key)
            desk.settle()
            assert set(said) == {"Kế hoạch của tỉnh, ở máy này chỉ đọc."}
            assert page.findChild(QLineEdit, "plan.figure") is None
            assert not [each for each in page.findChildren(QDialog) if each.isVisible()]
    page.open_tab("events")
    assert page.findChild(QPushButton, "plan.add").isVisible()  # type: ignore[union-attr]
    fields = {"kind": "fair", "title": "Hội chợ xã", "day": "2023-03-01"}
    made = desk.write(lambda db: plans.put(db, "event", plan, fields)).created
    event = desk.read(lambda db: plans.need(db, made or ""))
    assert event.body.get("plan") is None and event.unit != "08"
