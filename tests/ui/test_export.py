"""Gửi tab: the electronic dossier is written where the officer says, and the history tells of it."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers
from ocop_desktop.ui import ask
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.send_tab import SendTab
from tests.kit.desk import a_desk
from tests.ui.test_signed_page import sealed


class Chooses(ask.Asker):
    """This folder instead of a person's."""

    def __init__(self, chosen: Path) -> None:
        self.chosen = chosen

    def folder(self, parent: QWidget | None, title: str) -> Path | None:
        return self.chosen


def test_one_zip_and_one_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk, ask.answered(Chooses(tmp_path / "ra")):
        dossier, _pdf = sealed(desk)
        page = desk.read(lambda db: dossiers.open_dossier(db, dossier))
        tab = SendTab(desk.office, Draft(desk.office))
        qtbot.addWidget(tab)
        tab.show_page(page)
        tab.show()
        button = tab.findChild(QPushButton, "send.export")
        said = tab.findChild(QLabel, "send.exported")
        assert button is not None and said is not None
        button.click()
        desk.settle()
        assert sorted(path.suffix for path in (tmp_path / "ra").iterdir()) == [".pdf", ".zip"]
        assert said.text().startswith("Đã xuất ho-so-che-shan-tuyet.zip") and button.isEnabled()
        assert desk.read(lambda db: dossiers.history(db, dossier))[0].what == "dossier.packaged"
