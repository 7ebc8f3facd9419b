"""Papers: what a sealed dossier can print, a letter as it prints, a batch of many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ocop_desktop.actions.papers import registry
from ocop_desktop.storage.db import Db

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing


def draw_papers(drawing: Drawing) -> None:
    """The step In và ký of a sealed dossier, the proposal in the preview, the batch dialog."""
    window = drawing.window
    assert window.office is not None
    found: list[list[str]] = []
    window.jobs.read(_dossiers, found.append)
    drawing.settle(lambda: bool(found))
    sealed, *others = found[0]
    window.office.open_dossier.emit(sealed, None)
    drawing.settle()
    drawing.picture("84-giay-to-cua-ho-so")
    task = partial(registry.draw, paper="cong-van-de-nghi", ids=[sealed, *others])
    window.jobs.read(task, window.office.print_requested.emit)
    drawing.settle(lambda: QApplication.activeModalWidget() is not None)
    drawing.dialog(window, "85-cong-van-de-nghi")
    from ocop_desktop.ui.papers.batch_dialog import BatchDialog

    dialog = BatchDialog(window.office, [sealed, *others], window)
    dialog.open()
    drawing.dialog(window, "86-in-hang-loat")


def _dossiers(db: Db) -> list[str]:
    rows = db.conn.execute("SELECT id FROM dossier_row ORDER BY stage = 'sealed' DESC, n LIMIT 6").fetchall()
    return [str(row[0]) for row in rows]
