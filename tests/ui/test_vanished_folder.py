"""The folder of the office goes away while somebody types: one sentence, nothing typed is lost, and it goes on by itself."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers, evidence
from ocop_desktop.domain.sentences import sentence
from ocop_desktop.errors import Environment
from ocop_desktop.storage.db import run
from ocop_desktop.ui import ask
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.unlock import Unlock
from tests.kit import keyboard
from tests.kit.builders import PASSPHRASE, PDF, Office, a_dossier, an_office
from tests.kit.window import a_window, rest
from tests.ui.test_people import enter

GONE = sentence("folder.gone", {})


class Heard(ask.Asker):
    """Keeps what is said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []

    def tell(self, parent: QWidget | None, title: str, words: str, *, warning: bool = False) -> None:
        self.said.append(words)

    def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
        self.asked.append(yes)
        return len(self.asked) > 1


class Agreeing(ask.Asker):
    """Says with real boxes, and closes a window whatever was not written."""

    def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
        return True


@pytest.fixture
def heard() -> Iterator[Heard]:
    with ask.answered(Heard()) as asker:
        assert isinstance(asker, Heard)
        yield asker


def typing_in(window: MainWindow, dossier: str) -> DossierPage:
    """The dossier is open, and the cursor stands in the producer's name."""
    enter(window, "", PASSPHRASE)
    assert window.workspace is not None and window.office is not None
    window.office.open_dossier.emit(dossier, "producer.name")
    rest(window)
    page = window.workspace.page("dossier")
    assert isinstance(page, DossierPage)
    return page


def type_more(window: MainWindow, page: DossierPage, words: str) -> None:
    """Type, and let the draft be written."""
    editor = page.draft.editor("producer.name")
    assert editor is not None
    keyboard.keys(editor.focusProxy() or editor, words)
    page.draft.save()
    rest(window)


def stored(here: Office, dossier: str) -> str:
    """What the database holds."""
    db = here.reader()
    name = str(dossiers.open_dossier(db, dossier).values["producer.name"])
    db.close()
    return name


def test_a_renamed_folder_and_back(qtbot: QtBot, tmp_path: Path, heard: Heard) -> None:
    here = an_office(tmp_path / "o")
    dossier = a_dossier(here.db)
    here.close()
    folder, away = here.path.parent, tmp_path / "đi mất"
    with a_window(here.path) as window:
        page = typing_in(window, dossier)
        folder.rename(away)
        type_more(window, page, " Moi")
        assert heard.said == [GONE]
        for _ in range(3):
            page.draft._retry.timeout.emit()
            rest(window)
        assert heard.said == [GONE], "said once, not every five seconds"
        assert page.draft.text("producer.name").endswith("Moi"), "what is typed stands on the screen"
        data = PDF + b"x" * 500
        window.jobs.write(lambda db: evidence.attach(db, dossier, "05", "a.pdf", data))
        rest(window)
        assert not folder.exists(), "no second, empty folder is made where the old one stood"
        away.rename(folder)
        page.draft._retry.timeout.emit()
        rest(window)
        type_more(window, page, " nua")
    assert stored(here, dossier).endswith("Moi nua")


def test_a_folder_that_was_put_back_from_a_copy(qtbot: QtBot, tmp_path: Path, heard: Heard) -> None:
    """A stick pulled out and put in again: the file that is there now is another one for the system."""
    here = an_office(tmp_path / "o")
    dossier = a_dossier(here.db)
    here.close()
    with a_window(here.path) as window:
        page = typing_in(window, dossier)
        shutil.copytree(here.path.parent, tmp_path / "copy")
        shutil.rmtree(here.path.parent)
        type_more(window, page, " Moi")
        assert heard.said == [GONE]
        shutil.copytree(tmp_path / "copy", here.path.parent)
        for _ in range(2):  # the first finds another file and lets go of the old one
            page.draft._retry.timeout.emit()
            rest(window)
        assert not page.draft._dirty
    assert stored(here, dossier).endswith("Moi")


def test_the_lock_falls_while_the_folder_is_away(qtbot: QtBot, tmp_path: Path, heard: Heard) -> None:
    here = an_office(tmp_path / "o")
    dossier = a_dossier(here.db)
    here.close()
    away = tmp_path / "đi mất"
    with a_window(here.path) as window:
        page = typing_in(window, dossier)
        assert window.workspace is not None
        here.path.parent.rename(away)
        type_more(window, page, " Moi")
        window.workspace.idle.timer.timeout.emit()
        rest(window, lambda: window.workspace is None)
        away.rename(here.path.parent)
        if not isinstance(window.entrance, Unlock):  # where nothing was found, the entrance looks again
            pytest.fail(f"{type(window.entrance).__name__} is no way back in")
        enter(window, "", PASSPHRASE)
        page.draft._retry.timeout.emit()
        rest(window)
        assert page.draft.text("producer.name").endswith("Moi")
    assert stored(here, dossier).endswith("Moi")


def test_a_program_that_is_closed_meanwhile_asks_first(qtbot: QtBot, tmp_path: Path, heard: Heard) -> None:
    here = an_office(tmp_path / "o")
    dossier = a_dossier(here.db)
    here.close()
    with a_window(here.path) as window:
        page = typing_in(window, dossier)
        here.path.parent.rename(tmp_path / "x")
        type_more(window, page, " Moi")
        window.close()
        assert window.isVisible() and heard.asked == ["Vẫn đóng"]
        (tmp_path / "x").rename(here.path.parent)
        page.draft._retry.timeout.emit()
        rest(window)
        window.close()
        assert not window.isVisible() and len(heard.asked) == 1, "no question where all is written"
    assert stored(here, dossier).endswith("Moi")


def test_it_is_said_also_while_another_program_is_in_front(qtbot: QtBot, tmp_path: Path) -> None:
    """The officer is in Excel when a save fails, just after coming back from the lock: the sentence stays on the screen."""
    here = an_office(tmp_path / "o")
    dossier = a_dossier(here.db)
    here.close()
    with ask.answered(Agreeing()), a_window(here.path) as window:
        page = typing_in(window, dossier)
        type_more(window, page, " Mot")
        assert window.workspace is not None
        window.workspace.idle.timer.timeout.emit()
        rest(window, lambda: window.workspace is None)
        enter(window, "", PASSPHRASE)
        here.path.parent.rename(tmp_path / "x")
        with pytest.warns(DeprecationWarning):  # Qt names no other way to take a window from the front
            QApplication.setActiveWindow(None)  # type: ignore[arg-type]
        type_more(window, page, " Hai")
        gc.collect()
        (box,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        assert box.property("text") == GONE
        box.close()
        (tmp_path / "x").rename(here.path.parent)
        page.draft._retry.timeout.emit()
        rest(window)
    assert stored(here, dossier).endswith("Hai")


def test_nothing_is_written_into_a_file_that_nobody_finds_again(tmp_path: Path) -> None:
    here = an_office(tmp_path / "o")
    dossier = a_dossier(here.db)
    here.path.parent.rename(tmp_path / "x")
    with pytest.raises(Environment, match=r"folder\.gone"):
        run(here.db, lambda db: dossiers.save_draft(db, dossier, {"producer.name": "Mất"}, {}))
    (tmp_path / "x").rename(here.path.parent)
    assert dossiers.open_dossier(here.db, dossier).values["producer.name"] != "Mất"
    here.do(dossiers.save_draft, dossier, {"producer.name": "Còn"}, {})
