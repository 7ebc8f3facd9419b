"""The rail on the left: one entry for each page that exists, with its count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ocop_desktop.ui import style
from ocop_desktop.ui.widgets import rule, set_role, tool

ENTRY_HEIGHT = 33


class RailEntry(QAbstractButton):
    """An entry: icon, words, and a count in a pill. ``alarm`` paints the count as danger; its tooltip says why."""

    def __init__(self, icon: str, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setIcon(QIcon(style.icon_path(icon)))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.own_key = key
        # Not setShortcut: that presses the button for 100 ms before it acts.
        self._shortcut = QShortcut(self)
        self._shortcut.activated.connect(self.click)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_key(key)
        self.setAccessibleName(words)
        self.setMouseTracking(True)
        self._count = 0
        self._alarm = False
        self._folded = False

    def set_key(self, key: str) -> None:
        """The key that opens the page; empty: none."""
        self._shortcut.setKey(QKeySequence(key))
        self.setToolTip(f"{self.text()}  {key.replace('+', ' ')}" if key else self.text())

    @property
    def count(self) -> int:
        """The number shown; 0 shows none."""
        return self._count

    def set_count(self, count: int, *, alarm: bool = False) -> None:
        """Show a number beside the words."""
        if (count, alarm) != (self._count, self._alarm):
            self._count, self._alarm = count, alarm
            self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
            self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone."""
        self._folded = folded
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the drawings; never lower than a line of text."""
        return QSize(style.RAIL_WIDTH - 16, max(ENTRY_HEIGHT, self.fontMetrics().height() + 12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the page as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entry in the colours of the theme."""
        roles = style.roles()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setBrush(QColor(roles.accent_ground if self.isChecked() else roles.hover))
            painter.setPen(QColor(roles.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, 6, 6)
        icon = 16
        left = (self.width() - icon) // 2 if self._folded else 10
        self.icon().paint(painter, left, (self.height() - icon) // 2, icon, icon)
        if self._folded:
            if self._count:
                painter.setBrush(QColor(roles.danger if self._alarm else roles.quiet))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(QRectF(left + icon - 2, 6, 6, 6))
            return
        right = self.width() - 10
        if self._count:
            right = self._paint_count(painter, right, roles) - 6
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(roles.accent if self.isChecked() else roles.text))
        room = right - left - icon - 9
        words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        place = QRectF(left + icon + 9, 0, room, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_count(self, painter: QPainter, right: int, roles: style.Roles) -> int:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setWeight(QFont.Weight.DemiBold if self._alarm else QFont.Weight.Medium)
        words = str(self._count) if self._count < 10_000 else "9999+"
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(words) + 14, 20)
        pill = QRectF(right - width, (self.height() - 17) / 2, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.danger_ground if self._alarm else roles.neutral_ground))
        painter.drawRoundedRect(pill, 8.5, 8.5)
        painter.setFont(font)
        painter.setPen(QColor(roles.danger if self._alarm else roles.quiet))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return right - width


class Rail(QWidget):
    """The entries in their order; emits the name of the page that was chosen."""

    chosen = Signal(object)
    folded_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "rail")
        self.setObjectName("rail")
        self._entries: dict[str, RailEntry] = {}
        self._folded = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 10, 8, 8)
        self._box.setSpacing(2)
        self._box.addStretch(1)
        self._fold = tool("fold", self.tr("Thu gọn thanh bên"), "fold")
        self._fold.clicked.connect(self._toggle)
        self._box.addWidget(self._fold)
        self.setFixedWidth(style.RAIL_WIDTH)

    def add(self, name: str, icon: str, words: str, key: str) -> None:
        """Add an entry at the end."""
        entry = RailEntry(icon, words, key)
        entry.setObjectName(f"rail-{name}")
        entry.clicked.connect(self._clicked)
        self._entries[name] = entry
        self._box.insertWidget(self._box.count() - 2, entry)

    def add_rule(self) -> None:
        """A line between two groups of entries."""
        self._box.insertSpacing(self._box.count() - 2, 8)
        self._box.insertWidget(self._box.count() - 2, rule())
        self._box.insertSpacing(self._box.count() - 2, 8)

    def entry(self, name: str) -> RailEntry:
        """The entry of a page."""
        return self._entries[name]

    def number(self) -> None:
        """Give the entries that are shown their keys: Ctrl 1 to Ctrl 9 from the top, but for those with a key of their own."""
        keys = iter(range(1, 10))
        for entry in self._entries.values():
            place = 0 if entry.own_key or entry.isHidden() else next(keys, 0)
            entry.set_key(entry.own_key or (f"Ctrl+{place}" if place else ""))

    def select(self, name: str) -> None:
        """Mark the entry of the page that is shown."""
        self._entries[name].setChecked(True)

    @property
    def folded(self) -> bool:
        """Whether icons stand alone."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show icons alone, or icons and words."""
        self._folded = folded
        self.setFixedWidth(style.RAIL_FOLDED if folded else style.RAIL_WIDTH)
        for entry in self._entries.values():
            entry.set_folded(folded)
        self._fold.setToolTip(self.tr("Mở rộng thanh bên") if folded else self.tr("Thu gọn thanh bên"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from entry to entry."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        entries = list(self._entries.values())
        at = next((n for n, entry in enumerate(entries) if entry.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        entries[(at + step) % len(entries)].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        sender = self.sender()
        for name, entry in self._entries.items():
            if entry is sender:
                self.chosen.emit(name)

    def _toggle(self) -> None:
        self.set_folded(not self._folded)
        self.folded_changed.emit(self._folded)
