"""Copies and the way back, through the window: nothing is lost, and every step says what it did."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import care, office
from ocop_desktop.storage import backups
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, sample_office
from ocop_desktop.ui.care.daily import DailyCopies
from ocop_desktop.ui.main_window import MainWindow
from tests.kit.window import a_window, child, rest


class Agrees(ask.Asker):
    """Presses the button that says yes, and remembers what was asked and said."""

    def __init__(self, folder: Path | None = None) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        self.chosen = folder

    def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
        self.asked.append(words)
        return True

    def tell(self, parent: QWidget | None, title: str, words: str, *, warning: bool = False) -> None:
        self.said.append(words)

    def folder(self, parent: QWidget | None, title: str) -> Path | None:
        return self.chosen


def filled(home: Path) -> tuple[Path, str, bytes]:
    database = home / "ocop.db"
    passphrase = sample_office.create(database)
    key = office.unlock(database, passphrase)
    db = office.open_writer(database, key)
    sample_office.fill(db)
    db.close()
    return database, passphrase, key


def enter(window: MainWindow, passphrase: str) -> None:
    rest(window, lambda: window.findChild(QLineEdit, "passphrase") is not None)
    child(window, "passphrase", QLineEdit).setText(passphrase)
    child(window, "open", QPushButton).click()


@pytest.fixture
def opened(qtbot: QtBot, home: Path) -> Iterator[tuple[MainWindow, str]]:
    database, passphrase, _ = filled(home)
    with a_window(database) as window:
        enter(window, passphrase)
        rest(window, lambda: window.workspace is not None)
        yield window, passphrase


def section(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.show_page("settings")
    window.workspace.page("settings").show_section(4)  # type: ignore[attr-defined]
    rest(window)


def dossiers_now(window: MainWindow) -> int:
    found: list[int] = []
    count = "SELECT count(*) FROM dossier_row"
    window.jobs.read(lambda db: int(db.conn.execute(count).fetchone()[0]), found.append)
    rest(window, lambda: bool(found))
    return found[0]


def test_a_copy_a_drill_and_the_way_back(opened: tuple[MainWindow, str]) -> None:
    window, passphrase = opened
    section(window)
    assert "Chưa có" in child(window, "backup-last", QLabel).text()
    assert not child(window, "backup-restore", QPushButton).isEnabled()
    child(window, "backup-now", QPushButton).click()
    rest(window, lambda: child(window, "backup-list", QListWidget).count() == 1)
    child(window, "backup-check", QPushButton).click()
    rest(window, lambda: "tốt" in child(window, "backup-drilled", QLabel).text())

    before = dossiers_now(window)
    window.jobs.write(_one_more)
    rest(window)
    assert dossiers_now(window) == before + 1
    with ask.answered(Agrees()) as person:
        child(window, "backup-restore", QPushButton).click()
        rest(window, lambda: window.workspace is None and window.findChild(QLineEdit, "passphrase") is not None)
    assert isinstance(person, Agrees)
    assert "1 hồ sơ nhận sau lúc đó" in person.asked[0]
    enter(window, passphrase)
    rest(window, lambda: window.workspace is not None)
    assert dossiers_now(window) == before
    section(window)
    assert child(window, "backup-list", QListWidget).count() == 2, "what was there is a copy now"


def _one_more(db: Db) -> object:
    from ocop_desktop.actions import dossiers

    return dossiers.receive(db, {"product.name": "Sau bản sao", "producer.name": "HTX"})


def test_the_day_s_copy_makes_itself_here_and_on_the_stick(opened: tuple[MainWindow, str], tmp_path: Path) -> None:
    window, _ = opened
    stick = tmp_path / "USB của xã"
    stick.mkdir()
    section(window)
    with ask.answered(Agrees(stick)):
        child(window, "backup-choose", QPushButton).click()
    rest(window, lambda: "đang có" in child(window, "backup-second", QLabel).text())
    assert window.workspace is not None
    copies = window.workspace.findChild(DailyCopies)
    assert copies is not None
    window.jobs.read(care.care, lambda _: None)
    copies.look()
    assert window.office is not None
    place = backups.here(window.office.database)
    rest(window, lambda: len(backups.copies(place)) == 1)
    (own,) = stick.iterdir()
    assert len(backups.copies(own)) == 1
    # A day has one copy, however often the program looks; the clock of the pictures is another day's.
    made = backups.copies(place)[0].note
    assert made.why == "daily" and made.dossiers == dossiers_now(window)


def damage(database: Path) -> None:
    size = database.stat().st_size
    with database.open("rb+") as file:
        for page in range(3, size // 4096, 2):
            file.seek(page * 4096 + 40)
            file.write(b"\xff" * 16)


def test_a_damaged_database_offers_its_copies(qtbot: QtBot, home: Path) -> None:
    database, passphrase, key = filled(home)
    care.back_up(database, key)
    damage(database)
    with a_window(database) as window, ask.answered(Agrees()):
        enter(window, passphrase)
        rest(window, lambda: window.findChild(QListWidget, "mending-copies") is not None)
        rest(window, lambda: child(window, "mending-restore", QPushButton).isEnabled())
        assert "hỏng" in child(window, "mending-said", QLabel).text()
        child(window, "mending-restore", QPushButton).click()
        rest(window, lambda: window.findChild(QLineEdit, "passphrase") is not None)
        enter(window, passphrase)
        rest(window, lambda: window.workspace is not None)
        assert dossiers_now(window) == len(sample_office.CASES) + 1
    assert database.with_name("ocop.db.before-restore").exists(), "the damaged file is kept"


def test_a_lost_database_comes_back_from_a_stick(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    database, passphrase, key = filled(home)
    stick = tmp_path / "USB"
    stick.mkdir()
    care.back_up(database, key, (stick,))
    database.unlink()
    with a_window(database) as window, ask.answered(Agrees(stick)):
        enter(window, passphrase)
        rest(window, lambda: window.findChild(QListWidget, "mending-copies") is not None)
        assert not child(window, "mending-restore", QPushButton).isEnabled()
        child(window, "mending-other", QPushButton).click()
        rest(window, lambda: child(window, "mending-restore", QPushButton).isEnabled())
        child(window, "mending-restore", QPushButton).click()
        rest(window, lambda: window.findChild(QLineEdit, "passphrase") is not None)
        enter(window, passphrase)
        rest(window, lambda: window.workspace is not None)
        assert dossiers_now(window) == len(sample_office.CASES) + 1
