"""Figures changed where they stand: typing begins it, what is typed is saved while one types, Ctrl+Z takes it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from ocop_desktop.actions.programme import figures
from ocop_desktop.actions.programme.figures import Typed
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.fields import commit_composition
from ocop_desktop.ui.inputs import Line
from ocop_desktop.ui.plain_table import Index, PlainTable
from ocop_desktop.ui.widgets import text

PAUSE_MS = 600
_MOST_STEPS = 200


@dataclass(frozen=True)
class Figure:
    """A cell that may be typed into: its record, its field, the text it begins with, what it is called."""

    record: str
    field: str
    text: str
    label: str


@dataclass(frozen=True)
class Step:
    """One change that can be taken back."""

    record: str
    field: str
    before: str
    after: str


Find = Callable[[int, int], Figure | None]


class InPlace(QObject):
    """The one editor of a page's tables, and what was typed there."""

    closed = Signal()
    """The editor went away, or a step was taken back: the page may read itself again."""

    def __init__(self, office: OfficeContext, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._line: Line | None = None
        self._problem: QLabel | None = None
        self._table: PlainTable | None = None
        self._find: Find | None = None
        self._at = (0, 0)
        self._figure: Figure | None = None
        self._saved = ""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._save)

    @property
    def busy(self) -> bool:
        """Whether somebody is typing: nothing on screen may move."""
        return self._line is not None

    def attend(self, table: PlainTable, find: Find) -> None:
        """Let the figures of a table be typed into; ``find`` tells which cells are figures."""
        table.typed.connect(partial(self._begin_with, table, find))

    def _begin_with(self, table: PlainTable, find: Find, typed: object) -> None:
        self.begin(table, find, str(typed))

    def begin(self, table: PlainTable, find: Find, typed: str = "") -> bool:
        """Open the editor on the current cell of a table, with what stands there or with what was typed; False: no figure."""
        index = table.currentIndex()
        found = find(index.row(), index.column()) if index.isValid() else None
        if found is None:
            return False
        self.close()
        line = Line(table.viewport())
        line.setObjectName("plan.figure")
        line.setAccessibleName(found.label)
        line.setText(found.text)
        rect = table.visualRect(index).adjusted(2, 3, -2, -3)
        line.setGeometry(rect.adjusted(0, 0, max(0, 110 - rect.width()), 0))
        line.setAlignment(
            Qt.AlignmentFlag.AlignRight
            if table.plain.rows[index.row()][index.column()].right
            else Qt.AlignmentFlag.AlignLeft
        )
        line.installEventFilter(self)
        self._problem = text("", "problem")
        self._problem.setParent(table.viewport())
        self._problem.setAutoFillBackground(True)
        self._problem.setMargin(4)
        self._line, self._table, self._find, self._figure = line, table, find, found
        self._at, self._saved = (index.row(), index.column()), found.text
        line.typed.connect(self._typed)
        line.entered.connect(self._down)
        line.left.connect(self.close)
        line.show()
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()
        if typed:
            line.insert(typed)
            self._typed()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self._line:
            return super().eventFilter(watched, event)
        key = event.key()
        if event.type() == QEvent.Type.ShortcutOverride and key in {Qt.Key.Key_Escape, Qt.Key.Key_F2}:
            event.accept()  # the page's own keys wait until the editor is gone
            return True
        if event.type() == QEvent.Type.KeyPress:
            if key == Qt.Key.Key_Escape:
                self._give_up()
                return True
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._go(-1 if key == Qt.Key.Key_Up else 1, 0)
                return True
            if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                self._go(0, 1 if key == Qt.Key.Key_Tab else -1)
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if not self._timer.isActive():  # as in draft.py: who types without a pause is saved too
            self._timer.start()

    def _save(self) -> None:
        self._timer.stop()
        if self._line is None or self._figure is None:
            return
        now = self._line.on_screen()
        if now != self._saved:
            self._saved = now
            self._write(self._figure.record, self._figure.field, now, self._written)

    def _write(self, record: str, field: str, typed: str, then: Callable[[Typed], None]) -> None:
        self._office.jobs.write(partial(figures.type_figure, record=record, field=field, text=typed), then)

    def _written(self, answer: Typed) -> None:
        if self._problem is not None and self._line is not None and self._table is not None:
            self._problem.setText(texts.sentence(answer.code, answer.details) if answer.code else "")
            self._problem.adjustSize()
            room, below = self._table.viewport().height(), self._line.geometry().bottom() + 2
            fits = below + self._problem.height() <= room
            self._problem.move(self._line.x(), below if fits else self._line.y() - self._problem.height() - 2)
            self._problem.setVisible(bool(answer.code))
            self._problem.raise_()

    def close(self) -> None:
        """Save what is typed and put the editor away; one sitting in a cell is one step back."""
        line, table, figure = self._line, self._table, self._figure
        if line is None or table is None or figure is None:
            return
        commit_composition()
        self._save()
        self._line = None
        if self._saved != figure.text:
            self._done = [*self._done[-_MOST_STEPS:], Step(figure.record, figure.field, figure.text, self._saved)]
            self._undone = []
        had_focus = line.hasFocus()
        line.removeEventFilter(self)
        line.hide()
        line.deleteLater()
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None
        if had_focus:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._office.jobs.write(_nothing, self._told)

    def _told(self, _done: object) -> None:
        """After everything that was typed is on the disk."""
        if self._line is None:
            self.closed.emit()

    def _give_up(self) -> None:
        if self._line is not None and self._figure is not None:
            self._line.setText(self._figure.text)
        self.close()

    def _down(self) -> None:
        self._go(1, 0)

    def _go(self, rows: int, columns: int) -> None:
        """To the next figure that way; where there is none, the cell stays chosen."""
        table, find = self._table, self._find
        self.close()
        if table is None or find is None:
            return
        row, column = self._at
        while True:
            row, column = row + rows, column + columns
            if columns and not 0 <= column < table.plain.columnCount():
                row, column = row + columns, 0 if columns > 0 else table.plain.columnCount() - 1
            if not (0 <= row < table.plain.rowCount() and 0 <= column < table.plain.columnCount()):
                return
            if find(row, column) is not None:
                index: Index = table.plain.index(row, column)
                table.setCurrentIndex(index)
                table.scrollTo(index)
                if columns:
                    self.begin(table, find)
                return

    # Back and forth

    def undo(self) -> None:
        """Take the last step back."""
        if self._line is None and self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._write(step.record, step.field, step.before, self._stepped)

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if self._line is None and self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._write(step.record, step.field, step.after, self._stepped)

    def _stepped(self, _answer: Typed) -> None:
        self._office.said.emit(
            self.tr("Đã hoàn tác số vừa sửa. Ctrl+Y làm lại.") if self._undone else self.tr("Đã làm lại.")
        )
        self.closed.emit()


def _nothing(_db: object) -> None:
    """Only waits its turn behind what was typed."""
