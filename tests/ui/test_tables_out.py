"""Xuất Excel on the screens that have a table: one button, the table on screen in the file."""

from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions.programme import loading
from ocop_desktop.ui import ask
from ocop_desktop.ui.calendar.page import CalendarPage
from ocop_desktop.ui.dossier_list import DossierList
from ocop_desktop.ui.programme.page import PlanningPage
from ocop_desktop.ui.register.page import RegisterPage
from tests.kit.desk import Desk


class Saves(ask.Asker):
    """Names the file it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.named: list[str] = []

    def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        self.named.append(name)
        return self.folder / name


def shown(desk: Desk, qtbot: QtBot, page: QWidget) -> QWidget:
    qtbot.addWidget(page)
    page.resize(1160, 690)
    page.show()
    page.refresh()  # type: ignore[attr-defined]
    desk.settle()
    return page


def press(page: QWidget, name: str, desk: Desk) -> None:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton) and found.isVisible(), name
    found.click()
    desk.settle()


def test_the_filtered_dossiers(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("Chè Shan", "Mật ong"):
        desk.receive(product__name=name, producer__name="HTX A")
    page = DossierList(desk.office)
    shown(desk, qtbot, page)
    page.filter_by("mat ong")
    desk.settle()
    answers = Saves(tmp_path)
    with ask.answered(answers):
        press(page, "dossiers.export", desk)
    sheet = openpyxl.load_workbook(tmp_path / answers.named[0]).worksheets[0]
    words = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Mật ong" in words and "Chè Shan" not in words


def test_the_register_the_plan_and_the_calendar(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    answers = Saves(tmp_path)
    desk.write(lambda db: loading.import_plan(db, loading.sample_file("thai-nguyen")))
    with ask.answered(answers):
        plan = PlanningPage(desk.office)
        shown(desk, qtbot, plan)
        plan.open_tab("targets")
        press(plan, "plan.export", desk)
        calendar = CalendarPage(desk.office)
        shown(desk, qtbot, calendar)
        month, coming = calendar._tables()
        assert month.words == "Tháng 11 năm 2026"
        calendar._export._save(coming)  # a menu on screen would take the keyboard of the test's machine
        desk.settle()
    assert [name.split(" ")[0] for name in answers.named] == ["Chỉ", "Các"]
    assert all((tmp_path / name).exists() for name in answers.named)
    register = RegisterPage(desk.office)
    shown(desk, qtbot, register)
    button = register.findChild(QPushButton, "register.excel")
    assert isinstance(button, QPushButton) and not button.isEnabled(), "an empty register has nothing to take out"
