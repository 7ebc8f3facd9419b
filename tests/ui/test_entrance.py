"""First run, unlock, lock: by keyboard, on real databases."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import office
from ocop_desktop.storage.db import connect
from ocop_desktop.ui import sample_office
from ocop_desktop.ui.first_run import FirstRun
from ocop_desktop.ui.unlock import Unlock
from tests.kit import keyboard
from tests.kit.window import a_window, child, dialogs, rest

PHRASE = "che shan thang ba"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit | QComboBox), widget
    return widget


def test_first_run_by_keyboard_alone(qtbot: QtBot, home: Path) -> None:
    database = home / "ocop.db"
    with a_window(database) as window:
        assert isinstance(window.entrance, FirstRun)
        keyboard.keys(focused(), "tan trao")
        rest(window, lambda: window.entrance.picker.unit is not None)
        unit = window.entrance.picker.unit
        assert unit is not None and (unit.code, unit.name, unit.place) == ("02545", "Xã Tân Trào", "Tỉnh Tuyên Quang")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert focused().objectName() == "officer"
        keyboard.keys(focused(), "Hoàng Thị Mai")
        # Enter alone leads through every field, the list of posts too.
        for name, words in (
            ("signer", "Nguyễn Văn Thắng"), ("signer-title", ""), ("passphrase", PHRASE), ("passphrase-again", PHRASE),
        ):  # fmt: skip
            QTest.keyClick(focused(), Qt.Key.Key_Return)
            assert focused().objectName() == name
            keyboard.keys(focused(), words)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        rest(window, lambda: bool(child(window, "recovery-key", QLabel).text()))
        key = child(window, "recovery-key", QLabel).text()
        go_on = child(window, "next", QPushButton)
        assert not go_on.isEnabled()
        QTest.keyClick(child(window, "print-recovery", QPushButton), Qt.Key.Key_Space)
        rest(window, lambda: dialogs(window))
        dialogs(window)[0].reject()
        keyboard.keys(child(window, "last-group", QLineEdit), key.split("-")[-1].lower())
        assert go_on.isEnabled()
        go_on.click()
        rest(window, lambda: window.workspace is not None)
        assert child(window, "unit", QLabel).text() == "Xã Tân Trào · Tuyên Quang"
        assert child(window, "officer", QLabel).text() == "Hoàng Thị Mai"
    assert office.unlock(database, PHRASE)
    assert office.unlock_with_recovery(database, key, "mot cau khac han")


def test_kept_key_by_tick_and_short_passphrases(qtbot: QtBot, home: Path) -> None:
    with a_window(home / "ocop.db") as window:
        first = window.entrance
        assert isinstance(first, FirstRun)
        first.picker.line.setText("tan trao")
        rest(window, lambda: first.picker.unit is not None)
        first.go_on()
        first.officer.setText("Mai")
        first.passphrase.first.setText("ngan")
        first.passphrase.second.setText("ngan")
        assert not child(window, "next", QPushButton).isEnabled()
        hint = child(window, "passphrase-hint", QLabel)
        assert "4" in hint.text()
        first.passphrase.first.setText("12345678")
        first.passphrase.second.setText("12345679")
        assert not first.passphrase.ready()
        first.passphrase.second.setText("12345678")
        assert child(window, "next", QPushButton).isEnabled()
        first.go_on()
        rest(window, lambda: window.findChild(QLabel, "recovery-key").text())
        child(window, "kept", QCheckBox).click()
        assert child(window, "next", QPushButton).isEnabled()


def test_wrong_passphrase_waits_and_the_right_one_opens(qtbot: QtBot, home: Path) -> None:
    database = home / "ocop.db"
    passphrase = sample_office.create(database)
    with a_window(database) as window:
        unlock = window.entrance
        assert isinstance(unlock, Unlock)
        assert focused().objectName() == "passphrase"
        for _ in range(6):
            unlock.passphrase.setText("không phải câu này")
            QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
            rest(window, lambda: child(window, "problem", QLabel).text())
            if not child(window, "open", QPushButton).isEnabled():
                break
        assert not child(window, "open", QPushButton).isEnabled(), "no delay after several wrong tries"
        assert any(c.isdigit() for c in child(window, "open", QPushButton).text())
        child(window, "other-way", QPushButton).click()
        unlock.recovery.setText("whatever")
        unlock.fresh.first.setText(PHRASE)
        unlock.fresh.second.setText(PHRASE)
        assert child(window, "open", QPushButton).isEnabled(), "the printed key need not wait"
        child(window, "other-way", QPushButton).click()
        rest(window, lambda: child(window, "open", QPushButton).isEnabled())
        unlock.passphrase.setText(passphrase)
        rest(window, lambda: child(window, "open", QPushButton).isEnabled())
        QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
        rest(window, lambda: window.workspace is not None)


def test_a_long_opening_is_explained(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = home / "ocop.db"
    passphrase = sample_office.create(database)
    monkeypatch.setattr("ocop_desktop.ui.unlock.PATIENCE_MS", 0)
    with a_window(database) as window:
        unlock = window.entrance
        assert isinstance(unlock, Unlock)
        said: list[str] = []
        unlock.opened.connect(lambda: said.append(unlock._hint.text()))
        other = connect(database, office.unlock(database, passphrase), read_only=False)
        other.conn.execute("BEGIN IMMEDIATE")  # what opening has to write waits
        unlock.passphrase.setText(passphrase)
        QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "nâng cấp" in unlock._hint.text(), timeout=20_000)
        other.conn.rollback()
        other.close()
        rest(window, lambda: window.workspace is not None)
        assert said == [""], "nothing is left of it when it is open"


def test_lock_takes_everything_off_the_screen(qtbot: QtBot, home: Path) -> None:
    database = home / "ocop.db"
    passphrase = sample_office.create(database)
    with a_window(database) as window:
        child(window, "passphrase", QLineEdit).setText(passphrase)
        child(window, "open", QPushButton).click()
        rest(window, lambda: window.workspace is not None)
        before = window.jobs
        assert window.office is not None
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        rest(window, lambda: isinstance(window.entrance, Unlock))
        assert window.workspace is None and window.office is None
        assert window.jobs is not before
        assert window._key is None


def test_recovery_key_opens_and_sets_a_new_passphrase(qtbot: QtBot, home: Path) -> None:
    database = home / "ocop.db"
    from ocop_desktop.actions import sample

    recovery = office.create_office(database, sample.sample().set_up())
    with a_window(database) as window:
        unlock = window.entrance
        assert isinstance(unlock, Unlock)
        child(window, "other-way", QPushButton).click()
        unlock.recovery.setText(recovery.lower())
        unlock.fresh.first.setText(PHRASE)
        unlock.fresh.second.setText(PHRASE)
        child(window, "open", QPushButton).click()
        rest(window, lambda: window.workspace is not None)
    assert office.unlock(database, PHRASE)


def test_caps_lock_is_noticed(qtbot: QtBot, home: Path) -> None:
    database = home / "ocop.db"
    sample_office.create(database)
    with a_window(database) as window:
        line = child(window, "passphrase", QLineEdit)
        keyboard.keys(line, "C")
        assert "Caps Lock" in child(window, "hint", QLabel).text()
        keyboard.keys(line, "c")
        assert child(window, "hint", QLabel).text() == ""


def test_a_newer_database_says_so(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ocop_desktop.errors import Damaged

    database = home / "ocop.db"
    passphrase = sample_office.create(database)

    def newer(*_args: object) -> None:
        raise Damaged("database.newer", unknown="9999")

    with a_window(database) as window:
        monkeypatch.setattr(office, "open_writer", newer)
        child(window, "passphrase", QLineEdit).setText(passphrase)
        child(window, "open", QPushButton).click()
        rest(window, lambda: "bản mới" in child(window, "problem", QLabel).text())
        assert window.workspace is None
