"""Print what is chosen in the list: one dossier's report at once, several through the batch."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions import documents, listing
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.papers.batch_dialog import BatchDialog


class PrintChosen(QObject):
    """Takes the row numbers that are chosen."""

    def __init__(self, office: OfficeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._window = parent
        self.dialog: BatchDialog | None = None

    def start(self, numbers: list[int]) -> None:
        """Preview the report of one dossier; offer a batch for several."""
        if numbers:
            self._office.jobs.read(partial(_ids, numbers), self._print)

    def _print(self, dossiers: list[str]) -> None:
        if len(dossiers) == 1:
            task = partial(documents.report, dossier=dossiers[0])
            self._office.jobs.read(task, self._office.print_requested.emit)
        elif dossiers:
            self.dialog = BatchDialog(self._office, dossiers, self._window.window())
            self.dialog.drawn.connect(self._office.print_requested)
            self.dialog.open()


def _ids(numbers: list[int], db: Db) -> list[str]:
    return [row.id for at in range(0, len(numbers), 500) for row in listing.rows(db, numbers[at : at + 500])]
