"""The records behind one figure of a plan: what it counts, and each record; Enter opens a product."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions.programme import plans
from ocop_desktop.actions.programme.plans import Behind, TargetRow
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.plain_table import PlainTable
from ocop_desktop.ui.programme import tables, words
from ocop_desktop.ui.widgets import button, link, row, text


class BehindView(QWidget):
    """One target and its records."""

    back = Signal()
    edit = Signal(object)
    """The target row to change."""
    product_wanted = Signal(object)
    """A product to show."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan.behind")
        self._office = office
        self._found: Sequence[Behind] = ()
        self._row: TargetRow | None = None
        back = link(self.tr("‹ Chỉ tiêu"), "behind.back")
        back.clicked.connect(self.back)
        self._title = text("", "title", wrap=True)
        self._figures = text("", "", wrap=True)
        self._source = text("", "quiet", wrap=True)
        self._edit = button(self.tr("Sửa chỉ tiêu  F2"), name="behind.edit")
        self._edit.clicked.connect(self._change)
        self.table = PlainTable("behind.table", tables.behind_titles(), tables.BEHIND_WIDTHS)
        self.table.setAccessibleName(self.tr("Bản ghi đứng sau số này"))
        self.table.opened.connect(self._open)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(8)
        box.addLayout(row(back, None, self._edit))
        box.addWidget(self._title)
        box.addWidget(self._figures)
        box.addWidget(self._source)
        box.addWidget(self.table, 1)

    def show_target(self, shown: TargetRow) -> None:
        """Read the records behind a target and show them."""
        self._row = shown
        target = shown.target
        self._title.setText(" · ".join(filter(None, (target.title, target.area))))
        actual = "–" if shown.actual is None else words.figure(target, shown.actual)
        figures = self.tr("Kế hoạch {planned}, thực hiện {actual}, đạt {reached}").format(
            planned=f"{words.planned(target)} {target.noun}".strip(), actual=actual, reached=words.reached(shown)
        )
        self._figures.setText(figures)
        said = (
            words.indicator(target.indicator)
            if target.indicator
            else self.tr("Số tự ghi: không có bản ghi nào đứng sau.")
        )
        self._source.setText("\n".join(filter(None, (said, target.words, target.place))))
        self.table.show_rows(tables.behind_titles(), [])
        self._office.jobs.read(partial(plans.behind, target_id=target.id), self._show)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> TargetRow | None:
        """The target on screen."""
        return self._row

    def _show(self, found: Sequence[Behind]) -> None:
        self._found = found
        self.table.show_rows(tables.behind_titles(), tables.behind(found))

    def _open(self, at: int, _column: int) -> None:
        if self._found[at].product:
            self.product_wanted.emit(self._found[at].product)

    def _change(self) -> None:
        if self._row is not None:
            self.edit.emit(self._row)
