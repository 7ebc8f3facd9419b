"""Several officers at one PC's window: who comes in, the lock after a rest, what is covered, the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers, office, people
from ocop_desktop.storage import journal, vault
from ocop_desktop.storage.db import run
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.people.masked import Masked
from ocop_desktop.ui.settings_page import SettingsPage
from ocop_desktop.ui.unlock import Unlock
from tests.kit import keyboard
from tests.kit.builders import OFFICER, PASSPHRASE, Office, an_office, words
from tests.kit.window import a_window, child, rest

SECOND, PHRASE = "Lý Văn Páo", "suối chảy quanh bản nhỏ"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return an_office(tmp_path / "o")


def enter(window: MainWindow, name: str, phrase: str) -> None:
    box = window.findChild(QComboBox, "entrant")
    if box is not None and box.isVisible():
        box.setCurrentIndex(box.findText(name))
    line = child(window, "passphrase", QLineEdit)
    line.setText(phrase)
    QTest.keyClick(line, Qt.Key.Key_Return)
    rest(window, lambda: window.workspace is not None)


def test_one_officer_alone_is_not_asked_for_a_name(qtbot: QtBot, here: Office) -> None:
    here.close()
    with a_window(here.path) as window:
        box = window.findChild(QComboBox, "entrant")
        assert box is not None and not box.isVisible()
        enter(window, OFFICER, PASSPHRASE)


def test_added_in_the_settings_then_in_by_a_quick_switch(qtbot: QtBot, here: Office) -> None:
    here.close()
    with a_window(here.path) as window:
        enter(window, OFFICER, PASSPHRASE)
        assert window.workspace is not None
        window.workspace.show_page("settings")
        page = window.workspace.page("settings")
        assert isinstance(page, SettingsPage)
        page.show_section(3)
        rest(window)
        listed = child(window, "people-list", QListWidget)
        assert OFFICER in listed.item(0).text()
        listed.setCurrentRow(listed.count() - 1)
        keyboard.keys(child(window, "person-name", QLineEdit), SECOND)
        child(window, "role-entry", QCheckBox).setChecked(False)
        child(window, "role-leader", QCheckBox).setChecked(True)
        child(window, "passphrase", QLineEdit).setText(PHRASE)
        child(window, "passphrase-again", QLineEdit).setText(PHRASE)
        child(window, "person-add", QPushButton).click()
        rest(window, lambda: SECOND in child(window, "people-said", QLabel).text())
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        rest(window, lambda: isinstance(window.entrance, Unlock))
        enter(window, SECOND, PHRASE)
        assert child(window, "officer", QLabel).text() == SECOND


def test_a_rest_saves_what_is_typed_and_locks(qtbot: QtBot, here: Office) -> None:
    made = here.do(dossiers.receive, words()).created
    assert made is not None
    here.close()
    with a_window(here.path) as window:
        enter(window, OFFICER, PASSPHRASE)
        assert window.workspace is not None and window.office is not None
        assert window.workspace.idle.timer.interval() == 10 * 60_000
        window.office.open_dossier.emit(made, "producer.name")
        rest(window)
        page = window.workspace.page("dossier")
        assert isinstance(page, DossierPage)
        editor = page.draft.editor("producer.name")
        assert editor is not None
        keyboard.keys(editor.focusProxy() or editor, " Moi")
        window.workspace.idle.timer.timeout.emit()
        rest(window, lambda: isinstance(window.entrance, Unlock))
    db = office.open_reader(here.path, here.key)
    assert "Moi" in str(dossiers.open_dossier(db, made).values["producer.name"])
    db.close()


def test_what_is_sensitive_is_covered_until_asked_for(qtbot: QtBot, here: Office) -> None:
    made = here.do(dossiers.receive, words()).created
    assert made is not None
    here.close()
    with a_window(here.path) as window:
        enter(window, OFFICER, PASSPHRASE)
        assert window.workspace is not None and window.office is not None
        window.office.open_dossier.emit(made, "producer.ethnicity")
        rest(window)
        page = window.workspace.page("dossier")
        assert isinstance(page, DossierPage)
        editor = page.draft.editor("producer.ethnicity")
        assert isinstance(editor, Masked) and editor.covered()
        assert page.draft.value("producer.ethnicity") == "Dao"
        QTest.keyClick(child(window, "producer.ethnicity.cover", QPushButton), Qt.Key.Key_Space)
        rest(window, lambda: not editor.covered())
        window.workspace.show_page("today")
        rest(window)
        assert editor.covered()
    db = office.open_reader(here.path, here.key)
    assert journal.of_dossier(db, made)[0].details == {"field": "producer.ethnicity"}
    db.close()


def test_a_forgotten_passphrase_says_what_to_do_without_paper(qtbot: QtBot, here: Office) -> None:
    run(here.db, lambda db: people.add(db, here.key, SECOND, ["entry"], PHRASE))
    assert len(vault.entrants(here.path)) == 2
    here.close()
    with a_window(here.path) as window:
        child(window, "other-way", QPushButton).click()
        child(window, "no-paper", QPushButton).click()
        rest(window, lambda: "khôi phục" in child(window, "problem", QLabel).text())
