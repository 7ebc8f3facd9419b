"""Trùng lặp: names of the whole area that look alike, with why; two are brought together, or parted again, with a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions import duplicates
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.duplicates import Found, Side
from ocop_desktop.domain.text import show_count
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.lists import words
from ocop_desktop.ui.plain_table import Cell, PlainTable
from ocop_desktop.ui.step_bar import StepBar
from ocop_desktop.ui.widgets import button, row, text

_SUSPECTS, _ALIKE, _RAW, _MERGED = range(4)


class DuplicatesPage(QWidget):
    """Four lists: pairs that may be one, the same kind at many producers, fresh and raw ones, what was merged."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("duplicates")
        self._office = office
        self._found = Found(suspects=(), alike=(), raw=())
        self._stale = True
        self.tabs = StepBar()
        self.tabs.setObjectName("duplicates.tabs")
        for _ in range(4):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._fill)
        self._lead = text("", "quiet", wrap=True)
        self.table = PlainTable("duplicates.table", ("", "", ""), (5, 5, 4))
        self.table.setAccessibleName(self.tr("Tên có thể trùng"))
        self.table.opened.connect(self._open_row)
        self._act = button("", name="duplicates.act")
        self._act.clicked.connect(self._act_on_current)
        self._swap = button(self.tr("Giữ bên phải"), name="duplicates.other")
        self._swap.clicked.connect(self._keep_other)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(10)
        box.addLayout(row(text(self.tr("Trùng lặp"), "title"), None, self._swap, self._act, spacing=12))
        box.addWidget(self.tabs)
        box.addWidget(self._lead)
        box.addWidget(self.table, 1)
        office.changed.connect(self._changed)

    def refresh(self) -> None:
        """Look over the whole area again."""
        if self._stale:
            self._lead.setText(self.tr("Đang so tên…"))
            self._office.jobs.read(duplicates.whole_area, self._got)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and (changes.dossiers or changes.types & {"producer", "product"}):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def _got(self, found: Found) -> None:
        self._found, self._stale = found, False
        names = (
            self.tr("Có thể là một"),
            self.tr("Nhiều chủ thể cùng loại"),
            self.tr("Tươi sống, thô"),
            self.tr("Đã gộp"),
        )
        counts = (len(found.suspects), len(found.alike), len(found.raw), len(found.merged))
        for at, (name, count) in enumerate(zip(names, counts, strict=True)):
            asks = at == 0 and count > 0
            self.tabs.setTabText(at, name if asks else f"{name} {show_count(count)}")
            self.tabs.set_badge(at, show_count(count) if asks else "")
        self._fill()

    def _fill(self, _index: int = 0) -> None:
        at = self.tabs.currentIndex()
        leads = (
            self.tr(
                "Enter gộp: giữ bên trái (có trước), bên phải được đánh dấu và giữ nguyên lịch sử. Gộp rồi vẫn tách lại được."
            ),
            self.tr(
                "Từ {count} chủ thể có sản phẩm cùng loại (Quyết định 794/QĐ-UBND của Quảng Nam nêu việc rà soát, không nêu số)."
            ).format(count=duplicates.ALIKE),
            self.tr("Theo bộ sản phẩm: thực phẩm tươi sống, thực phẩm thô, sơ chế. Là dấu để rà soát, không phải lỗi."),
            self.tr("Enter tách lại, có ghi lý do."),
        )
        self._lead.setText(leads[at])
        rows: list[tuple[Cell, ...]]
        if at == _SUSPECTS:
            titles = (self.tr("Có trước"), self.tr("Có sau"), self.tr("Vì sao"))
            rows = [
                (_cell(each.one), _cell(each.other), Cell(words.why(each.reasons), self._percent(each.score)))
                for each in self._found.suspects
            ]
        elif at == _ALIKE:
            titles = (self.tr("Loại sản phẩm"), self.tr("Số chủ thể"), self.tr("Sản phẩm"))
            rows = [
                (Cell(each.name), Cell(show_count(each.producers)), Cell(", ".join(one.name for one in each.products)))
                for each in self._found.alike
            ]
        elif at == _RAW:
            titles = (self.tr("Sản phẩm"), self.tr("Chủ thể"), self.tr("Xã, phường"))
            rows = [(Cell(each.name), Cell(each.producer), Cell(each.unit_name)) for each in self._found.raw]
        else:
            titles = (self.tr("Đã gộp"), self.tr("Vào"), self.tr("Là"))
            rows = [(_cell(gone), _cell(kept), Cell(self._kind(kind))) for kind, gone, kept in self._found.merged]
        self.table.show_rows(titles, rows)
        self._act.setText(self.tr("Tách lại") if at == _MERGED else self.tr("Gộp, giữ bên trái"))
        self._act.setVisible(at in {_SUSPECTS, _MERGED} and bool(rows))
        self._swap.setVisible(at == _SUSPECTS and bool(rows))

    def _percent(self, score: float) -> str:
        return self.tr("giống {count} %").format(count=round(score * 100))

    def _kind(self, kind: str) -> str:
        return self.tr("Chủ thể") if kind == "producer" else self.tr("Sản phẩm")

    def _open_row(self, _at: object, _column: object) -> None:
        self._act_on_current()

    def _act_on_current(self) -> None:
        at, place = self.tabs.currentIndex(), self.table.currentIndex().row()
        if at == _SUSPECTS and 0 <= place < len(self._found.suspects):
            each = self._found.suspects[place]
            self._merge(each.one, each.other)
        elif at == _MERGED and 0 <= place < len(self._found.merged):
            _kind, gone, kept = self._found.merged[place]
            asked = self.tr("Tách “{gone}” khỏi “{kept}”. Lý do:").format(gone=gone.name, kept=kept.name)
            reason = ask.reason(self, self.tr("Tách lại"), asked, self.tr("Tách lại"))
            if reason is not None:
                self._office.jobs.write(partial(_part, lost=gone.id, reason=reason))

    def _keep_other(self) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self._found.suspects):
            each = self._found.suspects[place]
            self._merge(each.other, each.one)

    def _merge(self, keep: Side, lose: Side) -> None:
        asked = self.tr("Gộp “{lose}” vào “{keep}”. Lý do:").format(lose=lose.name, keep=keep.name)
        reason = ask.reason(self, self.tr("Gộp hai bản ghi"), asked, self.tr("Gộp"))
        if reason is not None:
            self._office.jobs.write(partial(_merge, keep=keep.id, lose=lose.id, reason=reason))


def _cell(side: Side) -> Cell:
    return Cell(side.name, " · ".join(each for each in (side.producer, side.unit_name) if each))


def _merge(db: Db, *, keep: str, lose: str, reason: str) -> Changes:
    return duplicates.merge(db, keep, lose, reason)


def _part(db: Db, *, lost: str, reason: str) -> Changes:
    return duplicates.part(db, lost, reason)
