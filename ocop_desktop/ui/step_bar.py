"""The steps of a dossier as tabs, each with a small tag that says how much is missing."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from ocop_desktop.ui import style

_GAP = 20
_PAD = 2


class StepBar(QTabBar):
    """Draws its tabs itself: a tab's own widget would be squeezed by Fusion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badges: dict[int, str] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def set_badge(self, index: int, words: str) -> None:
        """The tag of a step; none for empty words."""
        if self._badges.get(index, "") != words:
            self._badges[index] = words
            self.setTabText(index, self.tabText(index))  # asks for the new width
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def badge(self, index: int) -> str:
        """The words of a step's tag."""
        return self._badges.get(index, "")

    def tabSizeHint(self, index: int) -> QSize:
        width = QFontMetrics(self._strong()).horizontalAdvance(self.tabText(index)) + 2 * _PAD
        if words := self.badge(index):
            width += 6 + self._badge_width(words)
        return QSize(width + _GAP, self.fontMetrics().height() + 16)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = style.roles()
        painter.setPen(QPen(QColor(roles.line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for index in range(self.count()):
            self._tab(painter, index, roles)
        painter.end()

    def _tab(self, painter: QPainter, index: int, roles: style.Roles) -> None:
        rect = self.tabRect(index)
        chosen = index == self.currentIndex()
        font = self._strong() if chosen else self._medium()
        words = self.tabText(index)
        width = QFontMetrics(self._strong()).horizontalAdvance(words)
        place = QRect(rect.left() + _PAD, rect.top(), width + 2, rect.height() - 3)
        painter.setFont(font)
        painter.setPen(QColor(roles.accent if chosen else roles.quiet))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        end = place.left() + width
        if badge := self.badge(index):
            box = QRect(end + 6, rect.center().y() - self._small_height() // 2 - 1, self._badge_width(badge), 0)
            box.setHeight(self._small_height() + 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.warning_ground))
            painter.drawRoundedRect(box, 4, 4)
            painter.setFont(self._small())
            painter.setPen(QColor(roles.warning))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), badge)
            end = box.right()
        if chosen:
            line = QRect(rect.left(), rect.bottom() - 1, end - rect.left() + _PAD, 2)
            painter.fillRect(line, QColor(roles.accent))
            if self.hasFocus():
                painter.setPen(QPen(QColor(roles.accent), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                around = QRect(rect.left(), rect.top() + 2, end - rect.left() + _PAD, rect.height() - 6)
                painter.drawRoundedRect(around, 4, 4)

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _medium(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(8.0, font.pointSizeF() - 0.5))
        return font

    def _small_height(self) -> int:
        return QFontMetrics(self._small()).height()

    def _badge_width(self, words: str) -> int:
        return QFontMetrics(self._small()).horizontalAdvance(words) + 10
