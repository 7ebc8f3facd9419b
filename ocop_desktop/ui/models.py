"""The one table model: every row of a list by number, the rows themselves fetched by windows around what is seen.

``order`` is the whole result as row numbers (8 bytes each), so the scroll bar, a jump and a sort are exact for 100,000
rows. Rows come in pages on the read lane; a page not there yet is drawn as empty lines and is asked for once.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

PAGE = 60
"""Rows fetched together: about four screens."""
PAGES_KEPT = 30
REST_MS = 60
"""How long the eye rests on a page before the pages beside it are fetched."""
ROW_ROLE = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class Numbered(Protocol):
    """A row knows its number."""

    @property
    def number(self) -> int: ...


R = TypeVar("R", bound=Numbered)
Loaded = Callable[[int, int, "Sequence[R]"], None]
Fetch = Callable[[int, int, list[int]], None]
"""Ask for the rows of some numbers: ``fetch(generation, page, numbers)``; ``PagedModel.loaded`` takes the answer."""


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its title, the name it is sorted by, and the text of a row in it."""

    title: str
    sort: str
    text: Callable[[R], str]


class PagedModel(QAbstractTableModel, Generic[R]):
    """Rows in a given order, fetched as they are looked at."""

    arrived = Signal(object)
    """The page whose rows are there now."""

    def __init__(self, columns: Sequence[Column[R]], fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._order: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()
        self._stale: set[int] = set()
        self._asked: set[int] = set()
        self._wanted: list[int] = []
        self._generation = 0
        self._sorted = (-1, False)
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self._ask_now)
        self._last = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask_beside)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, ROW_ROLE}:
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        return "" if row is None else self._columns[index.column()].text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            if not 0 <= section < len(self._columns):
                return None
            mark = "" if section != self._sorted[0] else " ▼" if self._sorted[1] else " ▲"
            return f"{self._columns[section].title}{mark}"
        return None

    def mark_sorted(self, section: int, *, descending: bool) -> None:
        """Show by which column the rows are in order."""
        self._sorted = (section, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column the rows are in order of, and whether from the end."""
        return self._sorted

    def row(self, position: int) -> R | None:
        """The row at a position, or None while its page is on the way."""
        page, number = position // PAGE, self._order[position]
        rows = self._pages.get(page)
        if rows is None or page in self._stale:
            self._want(page)
        return rows.get(number) if rows is not None else None

    def number(self, position: int) -> int | None:
        """The number of the row at a position."""
        return self._order[position] if 0 <= position < len(self._order) else None

    def position(self, number: int | None) -> int:
        """Where a row stands in the present order; -1 when it is not in it."""
        if number is None:
            return -1
        try:
            return self._order.index(number)
        except ValueError:
            return -1

    @property
    def generation(self) -> int:
        """Counts the orders shown: rows read for an older one are dropped."""
        return self._generation

    def column(self, section: int) -> Column[R]:
        """A column by its place."""
        return self._columns[section]

    def show(self, order: array[int]) -> bool:
        """Take a new order. False when it is the one shown: then only the rows are fetched again."""
        if order == self._order:
            self.touch()
            return False
        rows = {number: row for page in self._pages.values() for number, row in page.items()}
        self.beginResetModel()
        self._generation += 1
        self._order = order
        self._pages.clear()
        self._stale.clear()
        self._asked.clear()
        self._wanted.clear()
        # What is known of the first page is shown at once, so that a filter never blinks.
        first = {number: rows[number] for number in order[:PAGE] if number in rows}
        if first:
            self._pages[0] = first
            self._stale.add(0)
        self.endResetModel()
        return True

    def touch(self) -> None:
        """Something changed in the rows: show what is known and fetch the seen pages again."""
        self._generation += 1
        self._asked.clear()
        self._stale = set(self._pages)
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self._columns) - 1))

    def loaded(self, generation: int, page: int, rows: Sequence[R]) -> None:
        """Rows that were asked for. Those of an order no longer shown are dropped."""
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._stale.discard(page)
        self._pages[page] = {row.number: row for row in rows}
        self._pages.move_to_end(page)
        while len(self._pages) > PAGES_KEPT:
            dropped, _rows = self._pages.popitem(last=False)
            self._stale.discard(dropped)
        first, last = page * PAGE, min((page + 1) * PAGE, len(self._order)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
        self.arrived.emit(page)

    def _want(self, page: int) -> None:
        if page in self._asked:
            return
        self._last = page
        self._rest.start()
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        if not self._ask.isActive():
            self._ask.start()

    def _ask_now(self) -> None:
        """Ask for what was looked at last first; what a fast scroll left behind is not asked for any more."""
        wanted, self._wanted = self._wanted[-2:], []
        for page in reversed(wanted):
            self._ask_for(page)

    def _ask_beside(self) -> None:
        """When the eye rests on a page, fetch the ones before and after it."""
        if not self._asked and not self._wanted:
            self._ask_for(self._last + 1)
            self._ask_for(self._last - 1)

    def _ask_for(self, page: int) -> None:
        pages = (len(self._order) + PAGE - 1) // PAGE
        known = page in self._pages and page not in self._stale
        if 0 <= page < pages and page not in self._asked and not known:
            self._asked.add(page)
            self._fetch(self._generation, page, list(self._order[page * PAGE : (page + 1) * PAGE]))
