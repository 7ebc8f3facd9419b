"""One month drawn: the arrows walk its days, Page Up and Page Down its months, Enter opens what stands on a day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocop_desktop.actions.deadlines import Event, Month
from ocop_desktop.domain.calendar import add_months
from ocop_desktop.ui import style, texts
from ocop_desktop.ui.calendar import words
from ocop_desktop.ui.inputs import ENTER_KEYS

_HEAD = 26
_LEAST_WEEK = 58


class MonthView(QWidget):
    """Seven columns from Monday; each cell has the day, why it is off, and its legal days."""

    chosen = Signal(object)
    """The day the keyboard stands on."""
    opened = Signal(object)
    """An ``Event`` to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar-month")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._month: Month | None = None
        self._events: dict[date, list[Event]] = {}
        self._day = date.min
        self._today = date.min

    def sizeHint(self) -> QSize:
        return QSize(700, _HEAD + 6 * 84)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, _HEAD + 6 * _LEAST_WEEK)

    def show_month(self, month: Month, day: date, today: date) -> None:
        """Show a month, standing on one of its days."""
        self._month, self._day, self._today = month, day, today
        self._events = {}
        for event in month.events:
            self._events.setdefault(event.day, []).append(event)
        self._say()
        self.update()

    @property
    def day(self) -> date:
        """The day the keyboard stands on."""
        return self._day

    def events(self) -> list[Event]:
        """What stands on that day."""
        return self._events.get(self._day, [])

    def _say(self) -> None:
        parts = [texts.long_day(self._day), *(words.short(event) for event in self.events())]
        if self._month is not None and self._day in self._month.off:
            parts.insert(1, self._month.off[self._day])
        self.setAccessibleName(". ".join(parts))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            self._go(self._day + timedelta(days=steps[key]))
        elif key == Qt.Key.Key_PageUp:
            self._go(add_months(self._day, -1))
        elif key == Qt.Key.Key_PageDown:
            self._go(add_months(self._day, 1))
        elif key == Qt.Key.Key_Home:
            self._go(self._today)
        elif key in ENTER_KEYS:
            if found := self._to_open(self.events()):
                self.opened.emit(found)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _to_open(events: list[Event]) -> Event | None:
        return next((event for event in events if event.dossier), None)

    def _go(self, day: date) -> None:
        self._day = day
        self._say()
        self.update()
        self.chosen.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().toPoint().x(), event.position().toPoint().y())
        if day is None:
            return
        found = self._event_at(day, event.position().toPoint().y())
        self._go(day)
        if found is not None and found.dossier and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().toPoint().x(), event.position().toPoint().y())
        if day is not None:
            found = self._event_at(day, event.position().toPoint().y()) or self._to_open(self._events.get(day, []))
            if found is not None and found.dossier:
                self.opened.emit(found)

    def _at(self, x: int, y: int) -> date | None:
        first = self._first()
        if first is None or y < _HEAD:
            return None
        week = (y - _HEAD) * self._weeks() // max(1, self.height() - _HEAD)
        return first + timedelta(days=7 * week + min(6, 7 * x // max(1, self.width())))

    def _event_at(self, day: date, y: int) -> Event | None:
        cell, line = self._cell(day), self._line()
        at = (y - cell.top() - self._top()) // line
        own = self._events.get(day, [])
        return own[at] if 0 <= at < len(own) else None

    # Drawing

    def _first(self) -> date | None:
        return None if self._month is None else self._month.first - timedelta(days=self._month.first.weekday())

    def _weeks(self) -> int:
        first = self._first()
        assert first is not None and self._month is not None
        last = add_months(self._month.first, 1) - timedelta(days=1)
        return (last - first).days // 7 + 1

    def _cell(self, day: date) -> QRect:
        first = self._first()
        assert first is not None
        number = (day - first).days
        wide, tall = self.width(), self.height() - _HEAD
        weeks = self._weeks()
        left, right = wide * (number % 7) // 7, wide * (number % 7 + 1) // 7
        top, bottom = tall * (number // 7) // weeks, tall * (number // 7 + 1) // weeks
        return QRect(left, _HEAD + top, right - left, bottom - top)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() - 1.2)
        return font

    def _line(self) -> int:
        return QFontMetrics(self._small()).height() + 3

    def _top(self) -> int:
        return QFontMetrics(self.font()).height() + 5

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._month is None:
            return
        painter = QPainter(self)
        roles = style.roles()
        painter.setFont(self._small())
        painter.setPen(QColor(roles.quiet))
        for number in range(7):
            left, right = self.width() * number // 7, self.width() * (number + 1) // 7
            name = QLocale().dayName(number + 1, QLocale.FormatType.ShortFormat)
            painter.drawText(QRect(left + 6, 0, right - left - 8, _HEAD), Qt.AlignmentFlag.AlignVCenter, name)
        first = self._first()
        assert first is not None
        for number in range(7 * self._weeks()):
            self._draw_day(painter, first + timedelta(days=number), roles)
        painter.end()

    def _draw_day(self, painter: QPainter, day: date, roles: style.Roles) -> None:
        month = self._month
        assert month is not None
        cell = self._cell(day)
        inside = day.month == month.first.month and day.year == month.first.year
        off = day in month.off or (day.weekday() >= 5 and day not in month.worked)
        painter.fillRect(cell, QColor(roles.ground if not inside or off else roles.surface))
        painter.setPen(QColor(roles.line))
        painter.drawRect(cell.adjusted(0, 0, -1, -1))
        if not inside:
            painter.setPen(QColor(roles.quiet))
            painter.setFont(self._small())
            painter.drawText(cell.adjusted(6, 3, -4, 0), Qt.AlignmentFlag.AlignTop, f"{day.day}/{day.month}")
            return
        self._draw_number(painter, cell, day, roles, off=off)
        line, top = self._line(), cell.top() + self._top()
        own = self._events.get(day, [])
        room = max(0, (cell.bottom() - top - 1) // line)
        shown = own if len(own) <= room else own[: max(0, room - 1)]
        for at, each in enumerate(shown):
            self._draw_event(painter, QRect(cell.left() + 3, top + at * line, cell.width() - 6, line - 2), each, roles)
        if len(shown) < len(own):
            painter.setFont(self._small())
            painter.setPen(QColor(roles.quiet))
            more = self.tr("+{count} nữa").format(count=len(own) - len(shown))
            place = QRect(cell.left() + 6, top + len(shown) * line, cell.width() - 8, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, more)

    def _draw_number(self, painter: QPainter, cell: QRect, day: date, roles: style.Roles, *, off: bool) -> None:
        month = self._month
        assert month is not None
        font = QFont(self.font())
        if day == self._today:
            font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(roles.accent if day == self._today else roles.quiet if off else roles.text))
        width = QFontMetrics(font).horizontalAdvance(str(day.day))
        place = QRect(cell.left() + 6, cell.top() + 2, width + 2, self._top() - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(day.day))
        name = month.off.get(day) or month.worked.get(day, "")
        if day in month.unsure:
            name = f"{name} (?)"
        if name:
            painter.setFont(self._small())
            painter.setPen(QColor(roles.quiet))
            room = QRect(place.right() + 5, cell.top() + 2, cell.right() - place.right() - 8, self._top() - 2)
            shown = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if day == self._day:
            painter.setPen(QPen(QColor(roles.accent if self.hasFocus() else roles.accent_line), 2))
            painter.drawRect(cell.adjusted(1, 1, -2, -2))

    def _draw_event(self, painter: QPainter, place: QRect, event: Event, roles: style.Roles) -> None:
        tones = {
            "accent": (roles.accent_ground, roles.accent),
            "warning": (roles.warning_ground, roles.warning),
            "danger": (roles.danger_ground, roles.danger),
            "law": (roles.law_ground, roles.law),
        }
        ground, ink = tones.get(words.tone(event), (roles.neutral_ground, roles.quiet))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self._small())
        painter.setPen(QColor(ink))
        inside = place.adjusted(5, 0, -3, 0)
        said = words.short(event)
        if event.title and painter.fontMetrics().horizontalAdvance(said) > inside.width():
            said = event.title  # the colour and the card at the right say the rest
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)
