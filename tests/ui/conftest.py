"""What the window's tests share: the desk of a commune with nothing on it, and the page of a dossier."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ocop_desktop.ui.dossier_page import DossierPage
from tests.kit.desk import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Desk]:
    """An office whose window is being tested; its program folder is the test's own."""
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path / "home"))
    with a_desk(tmp_path) as made:
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> DossierPage:
    """The page of a dossier, as large as in the window, in front."""
    made = DossierPage(desk.office)
    desk.office.open_dossier.connect(made.open)
    qtbot.addWidget(made)
    made.resize(1170, 696)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
