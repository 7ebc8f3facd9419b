"""A producer's report written down on the page of reports: who has not sent, the dialog, a correction."""

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ocop_desktop.actions.reports import producers
from ocop_desktop.storage import records
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.reports.list_view import ReportList
from tests.kit.desk import Desk


def words(view: ReportList) -> str:
    label = view.findChild(QLabel, "reports.told")
    assert isinstance(label, QLabel)
    return label.text()


def opened(view: ReportList, desk: Desk, owner: str) -> RecordDialog:
    button = view.findChild(QPushButton, "reports.producer")
    assert isinstance(button, QPushButton)
    button.click()
    desk.settle()
    dialog = next(each for each in view.findChildren(RecordDialog) if each.isVisible())
    dialog.put("producer", owner)
    return dialog


def accept(dialog: RecordDialog, desk: Desk) -> str:
    button = dialog.findChild(QPushButton, "record.accept")
    problem = dialog.findChild(QLabel, "record.problem")
    assert isinstance(button, QPushButton) and isinstance(problem, QLabel)
    button.click()
    desk.settle()
    return problem.text() if isValid(dialog) and dialog.isVisible() else ""


def test_who_reported_and_a_correction(desk: Desk, qtbot: QtBot) -> None:
    owner = desk.write(lambda db: records.add(db, "producer", {"name": "HTX Sơn Trà"}).id)
    view = ReportList(desk.office)
    qtbot.addWidget(view)
    view.resize(1100, 640)
    view.show()
    view.refresh()
    desk.settle()
    assert "tháng 10/2026: đã nhận 0" in words(view)
    assert accept(opened(view, desk, owner), desk) == ""
    assert "đã nhận 1" in words(view)
    again = opened(view, desk, owner)
    assert "đã có báo cáo của tháng đó" in accept(again, desk)
    again.put("correct", "Có")
    assert accept(again, desk) == ""
    assert len(desk.read(lambda db: producers.told(db, "2026-10")).received) == 1
