"""The money of a plan: what does not agree first, then each table as the document prints it, in millions of đồng."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions.programme.plans import PlanPage
from ocop_desktop.domain.programme.money import Line, Table
from ocop_desktop.ui.plain_table import PlainTable
from ocop_desktop.ui.programme import tables, words
from ocop_desktop.ui.widgets import Card, PageScroll, clear, text

_MOST_SAID = 4


class MoneyView(PageScroll):
    """Tables one under the other; Enter on a line opens it."""

    opened = Signal(object, object)
    """Table and line to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan.money")
        self.box.setContentsMargins(0, 0, 6, 0)
        self._funding = text("", "quiet", wrap=True)
        self._odd = Card(self.tr("Chỗ không khớp"), "warning")
        self._odd_words = text("", wrap=True)
        self._odd_words.setObjectName("plan.odd")
        self._odd.box.addWidget(self._odd_words)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(8)
        self._shown: list[PlainTable] = []
        self.box.addWidget(self._funding)
        self.box.addWidget(self._odd)
        self.box.addLayout(self._tables)
        self.box.addStretch(1)

    def show_page(self, page: PlanPage) -> None:
        """Show a plan's money."""
        self._funding.setText(page.plan.funding)
        self._funding.setVisible(bool(page.plan.funding))
        said = [words.disagreement(page, each) for each in page.disagreements[:_MOST_SAID]]
        left = len(page.disagreements) - len(said)
        if left > 0:
            said.append(self.tr("và {count} ô nữa, tô màu trong bảng.").format(count=left))
        self._odd_words.setText("\n".join(f"• {each}" for each in said))
        self._odd.setVisible(bool(said))
        clear(self._tables)
        self._shown = []
        for table in page.tables:
            self._tables.addWidget(text(table.title, "heading", wrap=True))
            self._tables.addWidget(text(self.tr("Đơn vị: triệu đồng"), "small"))
            self._tables.addWidget(self._table(page, table))

    def line(self) -> tuple[Table, Line] | None:
        """The line the keyboard stands on."""
        for shown in self._shown:
            if shown.hasFocus() and shown.currentIndex().isValid():
                table: Table = shown.property("table")
                return table, table.lines[shown.currentIndex().row()]
        return None

    def focus_first(self) -> None:
        """Put the keyboard on the first table."""
        if self._shown:
            self._shown[0].setFocus()

    def _table(self, page: PlanPage, table: Table) -> PlainTable:
        shown = PlainTable(f"money.{table.key}", tables.money_titles(table), tables.money_widths(table))
        shown.setAccessibleName(table.title)
        shown.setProperty("table", table)
        shown.show_rows(tables.money_titles(table), tables.money(page, table))
        shown.fit_height()
        shown.opened.connect(partial(self._open, table))
        self._shown.append(shown)
        return shown

    def _open(self, table: Table, row: int, _column: int) -> None:
        self.opened.emit(table, table.lines[row])
