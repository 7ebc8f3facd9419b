"""The lock falls with dialogs open: what is typed waits for the same officer, and another one sees none of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers, people
from ocop_desktop.errors import Refused
from ocop_desktop.ui import ask
from ocop_desktop.ui.ask import ReasonDialog
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.lists.import_dialog import ImportDialog
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.passphrase import PassphraseEdit
from ocop_desktop.ui.receive_dialog import ReceiveDialog
from ocop_desktop.ui.settings_page import SettingsPage
from ocop_desktop.ui.unlock import Unlock
from tests.kit import keyboard
from tests.kit.builders import OFFICER, PASSPHRASE, Office, an_office, words
from tests.kit.window import a_window, child, dialogs, rest
from tests.ui.test_people import enter

SECOND, PHRASE = "Lý Văn Páo", "suối chảy quanh bản nhỏ"
TYPED = "Thieu anh nha xuong"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    made = an_office(tmp_path / "o")
    made.do(lambda db: people.add(db, made.key, SECOND, ("entry", "leader"), PHRASE))
    return made


def fall(window: MainWindow) -> None:
    """The lock falls after a rest."""
    assert window.workspace is not None
    window.workspace.idle.timer.timeout.emit()
    rest(window, lambda: isinstance(window.entrance, Unlock))


def on_screen() -> str:
    """Every word that can be read now."""
    said = []
    for widget in QApplication.allWidgets():
        if widget.isVisible():
            if isinstance(widget, QLabel | QLineEdit):
                said.append(widget.text())
            elif isinstance(widget, QPlainTextEdit | QTextEdit):
                said.append(widget.toPlainText())
            elif isinstance(widget, QComboBox):
                said.append(widget.currentText())
            said.append(widget.windowTitle())
    return "\n".join(said)


def begin(window: MainWindow, tmp_path: Path) -> ImportDialog:
    """Half a passphrase and a name in the settings, and a list half imported."""
    assert window.workspace is not None and window.office is not None
    window.workspace.show_page("settings")
    page = window.workspace.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_section(3)
    rest(window)
    listed = child(window, "people-list", QListWidget)
    listed.setCurrentRow(listed.count() - 1)
    keyboard.keys(child(window, "person-name", QLineEdit), "Vang Thi Sua")
    child(window, "passphrase", PassphraseEdit).setText("khong de lai")
    file = tmp_path / "danh sách.csv"
    file.write_text("Mặt hàng;Chủ thể;Hạng\nChè;HTX Sơn Trà;4\n", "utf-8")
    asked = ImportDialog(window.office, window)
    asked.open()
    asked.read(file)
    rest(window)
    return asked


def asked_why(window: MainWindow, over: QWidget, story: Callable[[], None]) -> str | None:
    """Half a reason is written when the story begins; the answer, when it is over."""
    failed: list[BaseException] = []

    def go() -> None:
        try:
            keyboard.keys(child(window, "reason", QPlainTextEdit), TYPED)
            story()
        except BaseException as error:
            failed.append(error)
            for each in QApplication.topLevelWidgets():
                if isinstance(each, QDialog):
                    each.reject()

    QTimer.singleShot(0, over, go)
    answer = ask.reason(over, "Gộp hai chủ thể", "Vì sao?", "Gộp")
    if failed:
        raise failed[0]
    return answer


def test_the_same_officer_finds_all_that_was_typed(qtbot: QtBot, here: Office, tmp_path: Path) -> None:
    here.close()
    with a_window(here.path) as window:
        enter(window, OFFICER, PASSPHRASE)
        listed = begin(window, tmp_path)

        def story() -> None:
            fall(window)
            assert not dialogs(window)
            assert TYPED not in on_screen() and "Sơn Trà" not in on_screen() and "Sua" not in on_screen()
            with pytest.raises(Refused, match="passphrase"):
                window._need_key()
            enter(window, OFFICER, PASSPHRASE)
            assert {type(each) for each in dialogs(window)} == {ImportDialog, ReasonDialog}
            reason = child(window, "reason", QPlainTextEdit)
            assert reason.toPlainText() == TYPED
            reason.moveCursor(QTextCursor.MoveOperation.End)
            keyboard.keys(reason, " moi")
            child(window, "accept", QPushButton).click()

        assert asked_why(window, listed, story) == f"{TYPED} moi", "who waited for the answer gets it"
        assert listed.isVisible() and listed._stack.currentIndex() == 1, "the list stands at the step it stood at"
        listed.reject()
        rest(window)
        assert child(window, "person-name", QLineEdit).text() == "Vang Thi Sua"
        assert child(window, "passphrase", PassphraseEdit).text() == "", "no passphrase lies about"


def test_another_officer_sees_none_of_it_and_works(qtbot: QtBot, here: Office, tmp_path: Path) -> None:
    made = here.do(dossiers.receive, words()).created
    assert made is not None
    here.close()
    with a_window(here.path) as window:
        enter(window, OFFICER, PASSPHRASE)
        assert window.office is not None
        window.office.open_dossier.emit(made, "producer.name")
        rest(window)
        listed = begin(window, tmp_path)
        first = window.workspace

        def story() -> None:
            fall(window)
            enter(window, SECOND, PHRASE)
            second = window.workspace
            assert second is not first and second is not None and window.office is not None
            assert child(window, "officer", QLabel).text() == SECOND
            seen = on_screen()
            second.show_page("settings")
            rest(window)
            seen += on_screen()
            assert TYPED not in seen and "Vang Thi Sua" not in seen and "Gộp hai chủ thể" not in seen
            window.office.jobs.write(lambda db: dossiers.save_draft(db, made, {"producer.name": "HTX Suối Giàng"}, {}))
            window.office.new_dossier.emit()
            rest(window, lambda: bool(dialogs(window)))
            fall(window)
            enter(window, OFFICER, PASSPHRASE)
            assert window.workspace is first
            assert {type(each) for each in dialogs(window)} == {ImportDialog, ReasonDialog}
            reason = child(window, "reason", QPlainTextEdit)
            assert reason.toPlainText() == TYPED
            child(window, "accept", QPushButton).click()

        assert asked_why(window, listed, story) == TYPED
        assert first is not None
        listed.reject()
        first.show_page("dossier")
        rest(window)
        page = first.page("dossier")
        assert isinstance(page, DossierPage)
        assert child(window, "dossier.newer", QLabel).text(), (
            "what others did meanwhile is said, and nothing jumps under the hands"
        )
        fall(window)
        enter(window, SECOND, PHRASE)
        assert [type(each) for each in dialogs(window)] == [ReceiveDialog], "and theirs waited for them"


def test_a_closed_program_ends_what_waited(qtbot: QtBot, here: Office, tmp_path: Path) -> None:
    here.close()
    with a_window(here.path) as window:
        enter(window, OFFICER, PASSPHRASE)
        listed = begin(window, tmp_path)

        def story() -> None:
            fall(window)
            window.close()

        assert asked_why(window, listed, story) is None
