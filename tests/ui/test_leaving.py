"""From the settings: one person's data as a file, and a PC that leaves service."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers
from ocop_desktop.ui import ask
from ocop_desktop.ui.first_run import FirstRun
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.settings_page import SettingsPage
from tests.kit import keyboard
from tests.kit.builders import PASSPHRASE, Office, an_office, words
from tests.kit.window import a_window, child, rest


class Person(ask.Asker):
    """Saves where told, agrees or not, and remembers what was asked and said."""

    def __init__(self, out: Path, *, agrees: bool = True) -> None:
        self.out, self.agrees = out, agrees
        self.heard: list[str] = []

    def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        return self.out

    def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
        self.heard.append(words)
        return self.agrees

    def tell(self, parent: QWidget | None, title: str, words: str, *, warning: bool = False) -> None:
        self.heard.append(words)


@pytest.fixture
def here(tmp_path: Path) -> Office:
    office = an_office(tmp_path / "o")
    office.do(dossiers.receive, words())
    office.close()
    return office


def settings(window: MainWindow) -> None:
    """In, and at the officers of this PC."""
    line = child(window, "passphrase", QLineEdit)
    line.setText(PASSPHRASE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    rest(window, lambda: window.workspace is not None)
    assert window.workspace is not None
    window.workspace.show_page("settings")
    page = window.workspace.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_section(3)
    rest(window)


def test_one_persons_data_comes_out_as_a_file(qtbot: QtBot, here: Office, tmp_path: Path) -> None:
    person = Person(tmp_path / "ra.json")
    with ask.answered(person), a_window(here.path) as window:
        settings(window)
        name = child(window, "personal-name", QLineEdit)
        keyboard.keys(name, "Khong co ai")
        QTest.keyClick(name, Qt.Key.Key_Return)
        rest(window, lambda: "Không có người đại diện" in child(window, "personal-said", QLabel).text())
        assert not person.out.exists()
        name.setText("Bàn Thị Sen")
        QTest.keyClick(name, Qt.Key.Key_Return)
        rest(window, lambda: "Đã xuất 1 chủ thể, 1 hồ sơ" in child(window, "personal-said", QLabel).text())
    held = json.loads(person.out.read_text("utf-8"))["Dữ liệu đang giữ"]
    assert held[0]["Về người đại diện"]["Dân tộc"] == "Dao"


def test_unsent_work_goes_only_by_the_word_and_then_nothing_is_left(qtbot: QtBot, here: Office, tmp_path: Path) -> None:
    person = Person(tmp_path / "x", agrees=False)
    with ask.answered(person), a_window(here.path) as window:
        settings(window)
        child(window, "wipe", QPushButton).click()
        rest(window, lambda: "tỉnh chưa có" in child(window, "wipe-said", QLabel).text())
        word, force = child(window, "wipe-word", QLineEdit), child(window, "wipe-force", QPushButton)
        keyboard.keys(word, "xoa")
        assert not force.isEnabled() and person.heard == []
        word.setText("XOA")
        force.click()
        rest(window)
        assert here.path.exists() and window.workspace is not None, "the question was answered with no"
        person.agrees = True
        force.click()
        rest(window, lambda: isinstance(window.entrance, FirstRun))
        assert "Đã xóa sạch" in person.heard[-1]
        assert not list(here.path.parent.glob("ocop.db*"))
