"""What is painted: the timeline of a plan's tasks, its months as a calendar, and the bar of a target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QTableView, QWidget

from ocop_desktop.domain.calendar import add_months
from ocop_desktop.domain.programme.plans import Plan, Task
from ocop_desktop.domain.text import show_date
from ocop_desktop.ui import style
from ocop_desktop.ui.inputs import is_enter
from ocop_desktop.ui.plain_table import Cell, Index, PlainDelegate, PlainModel
from ocop_desktop.ui.programme import words

_HEAD = 26
_BAR = 6


@dataclass(frozen=True)
class BarCell(Cell):
    """A cell with a bar under its words: ``bar`` is a share in hundredths of a per cent, None: no bar."""

    bar: int | None = None


class BarDelegate(PlainDelegate):
    """Draws a cell, and its bar at the foot of the row."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        cell = model.rows[index.row()][index.column()] if isinstance(model, PlainModel) else None
        if not isinstance(cell, BarCell) or cell.bar is None:
            return
        roles = style.roles()
        area = option.rect.adjusted(8, 0, -16, -8)
        ground = QRect(area.left(), area.bottom() - _BAR, area.width(), _BAR)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.neutral_ground))
        painter.drawRoundedRect(ground, 3, 3)
        wide = ground.width() * min(cell.bar, 10_000) // 10_000
        if wide:
            painter.setBrush(QColor(roles.accent if cell.bar >= 10_000 else roles.law))
            painter.drawRoundedRect(QRect(ground.topLeft(), QSize(max(wide, 4), _BAR)), 3, 3)
        painter.restore()


class TaskDrawing(QWidget):
    """Tasks that can be walked with the arrows and opened with Enter or a double click."""

    opened = Signal(object)
    """The task to open."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.tasks: tuple[Task, ...] = ()
        self.plan: Plan | None = None
        self.today = date.min
        self.at = 0

    def show_tasks(self, plan: Plan, tasks: Sequence[Task], today: date) -> None:
        """Take a plan's tasks, in the order they are drawn."""
        self.plan, self.today = plan, today
        self.tasks = tuple(
            sorted(tasks, key=lambda task: (task.starts or task.due or date.max, task.due or date.max, task.order))
        )
        self.at = min(self.at, max(0, len(self.tasks) - 1))
        self._say()
        self.updateGeometry()
        self.update()

    def chosen(self) -> Task | None:
        """The task the keyboard stands on."""
        return self.tasks[self.at] if self.tasks else None

    def _say(self) -> None:
        task = self.chosen()
        if task is not None:
            due = show_date(task.due) if task.due else ""
            self.setAccessibleName(f"{task.no} {task.title} {due} {words.state(task.state(self.today))[0]}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}.get(
            Qt.Key(event.key())
        )
        if move is not None and self.tasks:
            self.at = max(0, min(len(self.tasks) - 1, self.at + move))
            self._say()
            self.update()
        elif is_enter(event) and (task := self.chosen()) is not None:
            self.opened.emit(task)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (found := self.task_at(event.position().toPoint())) is not None:
            self.at = found
            self._say()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (found := self.task_at(event.position().toPoint())) is not None:
            self.opened.emit(self.tasks[found])

    def task_at(self, place: QPoint) -> int | None:
        """Which task is drawn at a place."""
        raise NotImplementedError

    def ink(self, task: Task) -> tuple[str, str]:
        """The colours of a task: its line and its ground."""
        roles = style.roles()
        return {
            "late": (roles.danger, roles.danger_ground),
            "done": (roles.accent, roles.accent_ground),
            "running": (roles.law, roles.law_ground),
        }.get(task.state(self.today), (roles.quiet, roles.neutral_ground))


class Timeline(TaskDrawing):
    """Months across, a line for each task from its start to its due day; today is a line down."""

    def _row(self) -> int:
        return QFontMetrics(self.font()).height() + 9

    def sizeHint(self) -> QSize:
        return QSize(500, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(300, _HEAD + self._row() * max(1, len(self.tasks)) + 4)

    def _names(self) -> int:
        return self.width() * 42 // 100

    def task_at(self, place: QPoint) -> int | None:
        at = (place.y() - _HEAD) // self._row()
        return at if place.y() >= _HEAD and 0 <= at < len(self.tasks) else None

    def _span(self) -> tuple[date, date]:
        assert self.plan is not None
        days = [day for task in self.tasks for day in (task.starts, task.due) if day is not None]
        first, last = (min(days), max(days)) if days else (self.plan.starts, self.plan.ends)
        return first.replace(day=1), add_months(last.replace(day=1), 1)

    def _x(self, day: date) -> int:
        first, end = self._span()
        left = self._names()
        return left + (self.width() - left - 6) * (day - first).days // max(1, (end - first).days)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.plan is None or not self.tasks:
            return
        painter = QPainter(self)
        roles = style.roles()
        painter.fillRect(self.rect(), QColor(roles.surface))
        first, end = self._span()
        months = (end.year - first.year) * 12 + end.month - first.month
        every = 1 if months <= 12 else 3 if months <= 36 else 12
        shown = first if every == 1 else first.replace(month=(first.month - 1) // 3 * 3 + 1) if every == 3 else first
        while shown < end:
            x = max(self._x(shown), self._names())
            painter.setPen(QColor(roles.line))
            painter.drawLine(x, _HEAD, x, self.height())
            painter.setPen(QColor(roles.quiet))
            label = f"{shown.month}/{shown.year % 100:02d}" if every < 12 else str(shown.year)
            painter.drawText(QRect(x + 3, 0, 90, _HEAD), Qt.AlignmentFlag.AlignVCenter, label)
            shown = add_months(shown, every)
        for at, task in enumerate(self.tasks):
            self._draw(painter, at, task, roles)
        if first <= self.today < end:
            painter.setPen(QColor(roles.warning))
            painter.drawLine(self._x(self.today), _HEAD, self._x(self.today), self.height())
        painter.end()

    def _draw(self, painter: QPainter, at: int, task: Task, roles: style.Roles) -> None:
        high = self._row()
        top = _HEAD + at * high
        if at == self.at and self.hasFocus():
            painter.fillRect(QRect(0, top, self.width(), high), QColor(roles.accent_ground))
        metrics = QFontMetrics(self.font())
        line, ground = self.ink(task)
        painter.setPen(QColor(roles.danger if task.state(self.today) == "late" else roles.text))
        said = metrics.elidedText(f"{task.no}  {task.title}", Qt.TextElideMode.ElideRight, self._names() - 14)
        painter.drawText(QRect(6, top, self._names() - 10, high), Qt.AlignmentFlag.AlignVCenter, said)
        painter.setPen(QColor(roles.line))
        painter.drawLine(0, top + high - 1, self.width(), top + high - 1)
        if task.due is None:
            return
        right = self._x(task.due + timedelta(days=1))
        left = self._x(task.starts) if task.starts is not None else right - 8
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(line))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRect(left, top + 5, max(8, right - left), high - 11), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class Months(TaskDrawing):
    """Twelve months of a year, the tasks due in each; late ones stand out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.year = 0
        self._places: list[tuple[QRect, int]] = []

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.year = year
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 330)

    def task_at(self, place: QPoint) -> int | None:
        return next((at for rect, at in self._places if rect.contains(place)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        roles = style.roles()
        metrics = QFontMetrics(self.font())
        high = metrics.height() + 3
        self._places = []
        for month in range(12):
            cell = self._cell(month)
            now = (self.today.year, self.today.month) == (self.year, month + 1)
            painter.fillRect(cell, QColor(roles.accent_ground if now else roles.surface))
            painter.setPen(QColor(roles.line))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
            painter.setPen(QColor(roles.quiet))
            painter.drawText(cell.adjusted(8, 4, -4, 0), 0, self.tr("Tháng {month}").format(month=month + 1))
            own = [
                at
                for at, task in enumerate(self.tasks)
                if task.due is not None and (task.due.year, task.due.month) == (self.year, month + 1)
            ]
            room = max(1, (cell.height() - high - 8) // high)
            shown = own if len(own) <= room else own[: room - 1]
            for number, at in enumerate(shown):
                line = QRect(cell.left() + 6, cell.top() + 6 + high * (number + 1), cell.width() - 10, high)
                self._places.append((line, at))
                self._draw(painter, line, at, roles, metrics)
            if len(own) > len(shown):
                line = QRect(cell.left() + 8, cell.top() + 6 + high * (len(shown) + 1), cell.width() - 10, high)
                painter.setPen(QColor(roles.quiet))
                painter.drawText(line, 0, self.tr("và {count} việc nữa").format(count=len(own) - len(shown)))
        painter.end()

    def _draw(self, painter: QPainter, line: QRect, at: int, roles: style.Roles, metrics: QFontMetrics) -> None:
        task = self.tasks[at]
        assert task.due is not None
        if at == self.at and self.hasFocus():
            painter.fillRect(line, QColor(roles.hover))
        ink, _ground = self.ink(task)
        painter.setPen(QColor(ink if task.state(self.today) in {"late", "done", "running"} else roles.text))
        said = f"{task.due.day}  {task.no} {task.title}"
        painter.drawText(
            line.adjusted(2, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(said, Qt.TextElideMode.ElideRight, line.width() - 4),
        )

    def _cell(self, month: int) -> QRect:
        columns = 4 if self.width() > 760 else 3
        rows = 12 // columns
        across, down = month % columns, month // columns
        left, right = self.width() * across // columns, self.width() * (across + 1) // columns
        top, bottom = self.height() * down // rows, self.height() * (down + 1) // rows
        return QRect(left, top, right - left, bottom - top)
