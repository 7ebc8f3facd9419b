"""The money of a plan: what does not agree first, then each table as the document prints it, in millions of đồng."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions.programme.plans import PlanPage
from ocop_desktop.domain.programme import typed
from ocop_desktop.domain.programme.money import PLANNED, SPENT, Line, Table
from ocop_desktop.ui.plain_table import PlainTable
from ocop_desktop.ui.programme import tables, words
from ocop_desktop.ui.programme.in_place import Figure
from ocop_desktop.ui.widgets import Card, PageScroll, clear, text

_MOST_SAID = 4


class MoneyView(PageScroll):
    """Tables one under the other; Enter on a line opens it."""

    opened = Signal(object, object)
    """Table and line to open."""
    made = Signal(object)
    """A table that was put on screen."""

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
        self._unread: Mapping[tuple[str, str], str] = {}
        self.box.addWidget(self._funding)
        self.box.addWidget(self._odd)
        self.box.addLayout(self._tables)
        self.box.addStretch(1)

    def show_page(self, page: PlanPage) -> None:
        """Show a plan's money."""
        self._unread = page.unread
        self._funding.setText(page.plan.funding)
        self._funding.setVisible(bool(page.plan.funding))
        said = [words.disagreement(page, each) for each in page.disagreements[:_MOST_SAID]]
        left = len(page.disagreements) - len(said)
        if left > 0:
            said.append(self.tr("và {count} ô nữa, tô màu trong bảng.").format(count=left))
        self._odd_words.setText("\n".join(f"• {each}" for each in said))
        self._odd.setVisible(bool(said))
        if [each.objectName() for each in self._shown] == [f"money.{table.key}" for table in page.tables]:
            for shown, table in zip(self._shown, page.tables, strict=True):
                self._fill(shown, page, table)  # the keyboard stays where it is
            return
        clear(self._tables)
        self._shown = []
        for table in page.tables:
            self._tables.addWidget(text(table.title, "heading", wrap=True))
            self._tables.addWidget(text(self.tr("Đơn vị: triệu đồng"), "small"))
            self._tables.addWidget(self._table(page, table))

    def current(self) -> PlainTable | None:
        """The table the keyboard is on."""
        return next((each for each in self._shown if each.hasFocus()), None)

    def figure(self, shown: PlainTable, row: int, column: int, *, spent: bool = False) -> Figure | None:
        """The figure that stands in a cell: what is planned there, or what was spent."""
        table: Table = shown.property("table")
        if not 1 <= column <= len(table.columns) or not 0 <= row < len(table.lines):
            return None
        line, name = table.lines[row], table.columns[column - 1]
        field = f"{SPENT if spent else PLANNED}{name}"
        amount = (line.spent if spent else line.planned).get(name)
        stands = self._unread.get((line.id, field))
        given = stands if stands is not None else typed.in_millions(amount) if amount is not None else ""
        return Figure(line.id, field, given, f"{line.item}, {words.column(name)}")

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
        name = f"money.{table.key}"
        shown = PlainTable(name, tables.money_titles(table), tables.money_widths(table), cells=True)
        shown.setAccessibleName(table.title)
        self._fill(shown, page, table)
        shown.opened.connect(partial(self._open, shown))
        self._shown.append(shown)
        self.made.emit(shown)
        return shown

    def _fill(self, shown: PlainTable, page: PlanPage, table: Table) -> None:
        shown.setProperty("table", table)
        shown.show_rows(tables.money_titles(table), tables.money(page, table), tables.money_widths(table))
        shown.fit_height()

    def _open(self, shown: PlainTable, row: int, _column: int) -> None:
        table: Table = shown.property("table")
        self.opened.emit(table, table.lines[row])
