"""Nhập từ Excel: choose a file, see what it would bring, agree, bring it. Nothing is half imported."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions import importing
from ocop_desktop.actions.importing import Imported
from ocop_desktop.domain.text import show_count
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext

_SHOWN = 8
"""So many cells that could not be read are named; all of them stay on their fields as typed."""


class ImportTable(QObject):
    """Brings dossiers from a table the office already has."""

    def __init__(self, office: OfficeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._window = parent

    def start(self) -> None:
        """Ask for the file and read it without writing anything."""
        kinds = self.tr("Bảng (*.xlsx *.csv)")
        for file in ask.open_paths(self._window, self.tr("Nhập hồ sơ từ bảng"), kinds)[:1]:
            self._office.said.emit(self.tr("Đang đọc {name}…").format(name=file.name))
            self._office.jobs.read(partial(_read, file=file), partial(self._offer, file))

    def _offer(self, file: Path, found: Imported) -> None:
        if not found.imported:
            ask.tell(self._window, self.tr("Nhập hồ sơ từ bảng"), self._words(found))
            return
        yes = self.tr("Nhập {count} hồ sơ").format(count=show_count(found.imported))
        if ask.confirm(self._window, self.tr("Nhập hồ sơ từ bảng"), self._words(found), yes):
            self._office.jobs.write(partial(_write, file=file), self._done)

    def _words(self, found: Imported) -> str:
        counts = self.tr("{rows} dòng: {imported} hồ sơ mới, {known} đã có, {empty} dòng không có tên.").format(
            rows=show_count(found.rows),
            imported=show_count(found.imported),
            known=show_count(found.known),
            empty=show_count(found.empty),
        )
        lines = [counts]
        if found.problems:
            unread = self.tr("{count} ô chưa đọc được, được giữ nguyên chữ ở đúng mục để sửa sau:")
            lines.append(unread.format(count=show_count(len(found.problems))))
        place = self.tr("dòng {row}, cột {column}: {why}")
        for problem in found.problems[:_SHOWN]:
            why = texts.sentence(problem.code, {"text": problem.text, "set": problem.text})
            lines.append(place.format(row=problem.row, column=problem.column, why=why))
        return "\n".join(lines)

    def _done(self, done: Imported) -> None:
        self._office.said.emit(self.tr("Đã nhập {count} hồ sơ.").format(count=show_count(done.imported)))


def _read(db: Db, file: Path) -> Imported:
    return importing.import_dossiers(db, file, dry_run=True)


def _write(db: Db, file: Path) -> Imported:
    return importing.import_dossiers(db, file)
