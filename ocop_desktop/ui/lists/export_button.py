"""Xuất Excel: the one way a table leaves a screen; the file is asked for, written, then what is to be known of it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ocop_desktop.actions.lists import exporting
from ocop_desktop.actions.lists.exporting import Exported
from ocop_desktop.actions.lists.table import Made
from ocop_desktop.domain.text import show_count
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import button


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A table that may be taken out. ``words``: in the menu; ``kind``: in the journal; ``name``: of the file, without ending."""

    words: str
    kind: str
    name: str
    make: Callable[[Db], Made]


class TableExport:
    """Asks for the file and writes a table into it. ``offers`` are asked each time: they speak of what is on screen then."""

    def __init__(
        self,
        office: OfficeContext,
        window: QWidget,
        offers: Callable[[], Sequence[Offer]],
        *,
        name: str,
        words: str = "",
    ) -> None:
        self._office = office
        self._window = window
        self._offers = offers
        self.button: QPushButton = button(words or QCoreApplication.translate("lists", "Xuất Excel"), name=name)
        self.button.clicked.connect(self._open)

    def _open(self, _checked: object = None) -> None:
        offers = self._offers()
        if len(offers) == 1:
            self._save(offers[0])
            return
        menu = QMenu(self._window)
        menu.setObjectName("lists.export")
        for offer in offers:
            menu.addAction(offer.words).triggered.connect(partial(self._save, offer))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _save(self, offer: Offer, _checked: object = None) -> None:
        translate = QCoreApplication.translate
        kinds = translate("lists", "Excel (*.xlsx);;LibreOffice (*.ods);;CSV cho Excel (*.csv)")
        out = ask.save_path(self._window, translate("lists", "Xuất bảng"), f"{offer.name}.xlsx", kinds)
        if out is not None:
            out = out if out.suffix else out.with_suffix(".xlsx")
            self._office.jobs.write(partial(_export, offer=offer, out=out), self._done)

    def _done(self, done: Exported) -> None:
        translate = QCoreApplication.translate
        words = translate("lists", "Đã ghi {count} dòng vào {name}.")
        said = words.format(count=show_count(done.rows), name=done.file.name)
        self._office.said.emit(said)
        if done.notes:
            ask.tell(self._window, translate("lists", "Xuất bảng"), "\n\n".join((said, *done.notes)))


def _export(db: Db, *, offer: Offer, out: Path) -> Exported:
    return exporting.take_out(db, offer.kind, offer.make, out)


def area_lists() -> list[Offer]:
    """The lists of products and producers, by what people call them."""
    translate = QCoreApplication.translate
    named = (
        ("products", translate("lists", "Danh sách sản phẩm OCOP (22 cột)"), "Danh sách sản phẩm OCOP"),
        ("ptnt-ocop", translate("lists", "Bảng PTNT_OCOP (Quyết định 5277, một phần)"), "PTNT_OCOP"),
        ("producers", translate("lists", "Danh sách chủ thể"), "Danh sách chủ thể OCOP"),
        ("dossiers", translate("lists", "Danh sách hồ sơ"), "Danh sách hồ sơ OCOP"),
    )
    return [Offer(words=words, kind=kind, name=name, make=exporting.LISTS[kind]) for kind, words, name in named]
