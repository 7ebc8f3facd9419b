"""Quiet bar charts drawn with the painter: one colour, the number beside each bar, no axis to read off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocop_desktop.domain.text import show_count
from ocop_desktop.ui import style
from ocop_desktop.ui.widgets import Card, link, row, text

_BAR, _GAP = 14, 10


class Bars(QWidget):
    """Bars lying one under the other, or standing side by side (``upright``) for a run of months."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[tuple[str, int]] = []
        self._upright = upright
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[tuple[str, int]]) -> None:
        """Draw these: what each is called, and its number."""
        self._bars = list(bars)
        self.setAccessibleName("; ".join(f"{name}: {number}" for name, number in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = max(_BAR, self.fontMetrics().height()) + _GAP
        return QSize(300, 150 if self._upright else max(1, len(self._bars)) * line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bars:
            (self._standing if self._upright else self._lying)(painter)
        painter.end()

    def _lying(self, painter: QPainter) -> None:
        roles, metrics = style.roles(), self.fontMetrics()
        line = max(_BAR, metrics.height()) + _GAP
        names = min(max(metrics.horizontalAdvance(name) for name, _ in self._bars) + 16, self.width() * 9 // 20)
        most = max(number for _, number in self._bars) or 1
        room = self.width() - names - metrics.horizontalAdvance("0.000") - 8
        for at, (name, number) in enumerate(self._bars):
            top = at * line
            painter.setPen(QColor(roles.text))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names - 10)
            side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRect(0, top, names, line), side, shown)
            long = max(2, number * room // most) if number else 0
            _bar(painter, QRect(names, top + (line - _BAR) // 2, long, _BAR))
            painter.setPen(QColor(roles.text if number else roles.quiet))
            painter.drawText(QRect(names + long + 6, top, self.width(), line), side, show_count(number))

    def _standing(self, painter: QPainter) -> None:
        roles = style.roles()
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() - 1.5)
        painter.setFont(small)
        metrics = QFontMetrics(small)
        step = self.width() // len(self._bars)
        most = max(number for _, number in self._bars) or 1
        foot = self.height() - metrics.height() - 4
        centred = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        skip = max(1, -(-(metrics.horizontalAdvance("00/00") + 6) // max(1, step)))
        for at, (name, number) in enumerate(self._bars):
            high = number * (foot - metrics.height() - 4) // most
            left = at * step
            _bar(painter, QRect(left + 3, foot - high, max(3, step - 6), high))
            if number:
                painter.setPen(QColor(roles.text))
                painter.drawText(
                    QRect(left - 6, foot - high - metrics.height() - 1, step + 12, metrics.height()),
                    centred,
                    show_count(number),
                )
            if at % skip == 0:
                painter.setPen(QColor(roles.quiet))
                wide = step * skip
                left_aligned = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                painter.drawText(QRect(left + 2, foot + 3, wide, metrics.height()), left_aligned, name)
        painter.setPen(QColor(roles.line))
        painter.drawLine(0, foot, self.width(), foot)


def _bar(painter: QPainter, rect: QRect) -> None:
    if rect.width() <= 0 or rect.height() <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.roles().accent))
    painter.drawRoundedRect(rect, 2, 2)


class ChartCard(Card):
    """A chart with its title; its numbers can be copied as a table."""

    def __init__(self, title: str, name: str, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.bars = Bars(upright=upright)
        self.bars.setObjectName(name)
        self._title = title
        self._shown: list[tuple[str, int]] = []
        copy = link(self.tr("Chép số liệu"), f"{name}.copy", "small")
        copy.setAccessibleName(self.tr("Chép số liệu: {title}").format(title=title))
        copy.clicked.connect(self.copy)
        self.box.addLayout(row(text(title, "heading"), None, copy))
        self.box.addWidget(self.bars)
        self.box.addStretch(1)

    def show_bars(self, bars: Sequence[tuple[str, int]]) -> None:
        """Draw these."""
        self._shown = list(bars)
        self.bars.show_bars(bars)

    def copy(self) -> None:
        """The numbers as two columns, for a spreadsheet."""
        lines = [self._title, *(f"{name}\t{number}" for name, number in self._shown)]
        QGuiApplication.clipboard().setText("\n".join(lines))
