"""Choosing the commune or the province: type a few letters without accents, arrows choose, Enter takes it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.domain.text import fold, one_line
from ocop_desktop.domain.units import search
from ocop_desktop.ui.jobs import Jobs
from ocop_desktop.ui.widgets import text

MOST_UNITS = 34
OF_PROVINCES = frozenset({"district", "province"})
"""The levels that choose a province: an area has no code of its own, its communes come with the enrolment."""


@dataclass(frozen=True)
class Unit:
    """A unit that can be chosen: its official code, its name and where it is."""

    code: str
    name: str
    place: str


def find_units(level: str, words: str) -> tuple[str, str, list[Unit]]:
    """The units of a level that a few typed letters may mean, with the question they answer."""
    if level in OF_PROVINCES:
        wanted = fold(words)
        found = [Unit(p.code, p.name, "") for p in legal.provinces() if wanted in fold(p.name)]
    else:
        found = [Unit(c.code, c.name, c.province_name) for c in search(legal.units(), words, MOST_UNITS)]
    return level, words, found


class _Line(QLineEdit):
    """A line whose arrows move in the list under it."""

    moved = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class UnitPicker(QWidget):
    """``unit`` is what is chosen, or None. ``taken`` is emitted by Enter and by a double click."""

    changed = Signal()
    taken = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._level = "commune"
        self.line = _Line()
        self.line.setObjectName("unit-line")
        self.line.setAccessibleName(self.tr("Tên đơn vị, gõ không cần dấu"))
        self._list = QListWidget()
        self._list.setObjectName("unit-list")
        self._list.setFixedHeight(188)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._note = text("", "small")
        self.line.textChanged.connect(self._ask)
        self.line.moved.connect(self._move)
        self.line.returnPressed.connect(self._take)
        self._list.currentRowChanged.connect(self.changed)
        self._list.itemDoubleClicked.connect(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.line)
        box.addWidget(self._list)
        box.addWidget(self._note)
        self.set_level("commune")

    @property
    def unit(self) -> Unit | None:
        """The chosen unit."""
        item = self._list.currentItem()
        found: Unit | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found

    def set_level(self, level: str) -> None:
        """Choose among communes or provinces."""
        self._level = level
        self.line.setPlaceholderText(
            self.tr("Ví dụ: tuyen quang") if level in OF_PROVINCES else self.tr("Ví dụ: tan trao, hoặc mã 02545")
        )
        self._ask(self.line.text())

    def _ask(self, words: str) -> None:
        level, wanted = self._level, one_line(words)
        self._jobs.work(lambda: find_units(level, wanted), self._show)

    def _show(self, answer: tuple[str, str, list[Unit]]) -> None:
        level, words, units = answer
        if (level, words) != (self._level, one_line(self.line.text())):
            return
        self._list.clear()
        for unit in units:
            item = QListWidgetItem(f"{unit.name}, {unit.place}" if unit.place else unit.name)
            item.setData(Qt.ItemDataRole.UserRole, unit)
            self._list.addItem(item)
        if units:
            self._list.setCurrentRow(0)
            self._note.setText(self.tr("↑ ↓ để chọn, Enter để lấy"))
        else:
            self._note.setText(
                self.tr("Gõ tên đơn vị, không cần dấu.") if not words else self.tr("Không thấy. Hãy gõ ít chữ hơn.")
            )
        self.changed.emit()

    def _move(self, step: object) -> None:
        if count := self._list.count():
            self._list.setCurrentRow(min(count - 1, max(0, self._list.currentRow() + int(str(step)))))

    def _take(self, *_args: object) -> None:
        if self.unit is not None:
            self.taken.emit()
