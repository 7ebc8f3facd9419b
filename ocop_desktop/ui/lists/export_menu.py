"""Xuất Excel: the lists that can be written, in a menu; the file is asked for, then what is to be known of it is said."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ocop_desktop.actions.lists import exporting
from ocop_desktop.actions.lists.exporting import Exported
from ocop_desktop.domain.text import show_count
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext


class ExportMenu(QMenu):
    """The lists, by what people call them."""

    def __init__(self, office: OfficeContext, at: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lists.export")
        self._office = office
        self._window = parent
        self._button = at
        for kind, said, name in (
            ("products", self.tr("Danh sách sản phẩm OCOP (22 cột)"), "Danh sách sản phẩm OCOP"),
            ("ptnt-ocop", self.tr("Bảng PTNT_OCOP (Quyết định 5277, một phần)"), "PTNT_OCOP"),
            ("producers", self.tr("Danh sách chủ thể"), "Danh sách chủ thể OCOP"),
            ("dossiers", self.tr("Danh sách hồ sơ"), "Danh sách hồ sơ OCOP"),
        ):
            self.addAction(said).triggered.connect(partial(self._save, kind, name))
        at.clicked.connect(self._open)

    def _open(self) -> None:
        self.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _save(self, kind: str, name: str, _checked: object = None) -> None:
        kinds = self.tr("Excel (*.xlsx);;CSV cho Excel (*.csv)")
        out = ask.save_path(self._window, self.tr("Xuất danh sách"), f"{name}.xlsx", kinds)
        if out is not None:
            out = out if out.suffix else out.with_suffix(".xlsx")
            self._office.jobs.write(partial(_export, kind=kind, out=out), self._done)

    def _done(self, done: Exported) -> None:
        said = self.tr("Đã ghi {count} dòng vào {name}.").format(count=show_count(done.rows), name=done.file.name)
        self._office.said.emit(said)
        if done.notes:
            ask.tell(self._window, self.tr("Xuất danh sách"), "\n\n".join((said, *done.notes)))


def _export(db: Db, *, kind: str, out: Path) -> Exported:
    return exporting.export(db, kind, out)
