"""The few shapes every screen is made of: cards, tags, titles, buttons. How they look is in ``style.py``."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ocop_desktop.ui import style

L = TypeVar("L", bound=QBoxLayout)


def set_role(widget: QWidget, role: str = "", tone: str = "") -> None:
    """Name what a widget is and how it feels; repaints it when that changes."""
    if widget.property("role") == (role or None) and widget.property("tone") == (tone or None):
        return
    widget.setProperty("role", role or None)
    widget.setProperty("tone", tone or None)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def text(words: str, role: str = "", tone: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text (never rich: the words may be a person's)."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setIndent(0)
    set_role(label, role, tone)
    if role == "tag":
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


def tag(words: str, tone: str = "") -> QLabel:
    """A quiet tag: ``accent`` done, ``warning`` soon, ``danger`` late, ``law`` under way, none for the rest."""
    return text(words, "tag", tone)


def button(words: str, *, primary: bool = False, key: str = "", name: str = "") -> QPushButton:
    """A button; ``key`` is a shortcut such as ``Ctrl+N``, shown quietly after the words."""
    result = QPushButton(f"{words}  {key.replace('+', ' ')}" if key else words)
    result.setAutoDefault(False)
    result.setAccessibleName(words)
    if primary:
        set_role(result, "primary")
    if key:
        QShortcut(key, result, activated=result.click)  # type: ignore[call-overload]
    if name:
        result.setObjectName(name)
    return result


def link(words: str, name: str = "", tone: str = "") -> QPushButton:
    """A button that reads as a word."""
    result = QPushButton(words)
    result.setAutoDefault(False)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    result.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    set_role(result, "link", tone)
    if name:
        result.setObjectName(name)
    return result


def tool(icon: str, words: str, name: str = "") -> QToolButton:
    """A small button with an icon; ``words`` are its tooltip and what a screen reader says."""
    result = QToolButton()
    result.setIcon(QIcon(style.icon_path(icon)))
    result.setIconSize(QSize(16, 16))
    result.setToolTip(words)
    result.setAccessibleName(words)
    result.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_role(result, "plain")
    if name:
        result.setObjectName(name)
    return result


def rule() -> QFrame:
    """A line one pixel high."""
    line = QFrame()
    set_role(line, "rule")
    return line


class Card(QFrame):
    """A surface with 8 px corners; ``box`` is its layout, a heading stands on top when given."""

    def __init__(self, heading: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card", tone)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(14, 12, 14, 12)
        self.box.setSpacing(8)
        self.heading: QLabel | None = None
        if heading:
            self.heading = text(heading, "heading")
            self.box.addWidget(self.heading)


def row(*items: QWidget | QLayout | None, spacing: int = 8) -> QHBoxLayout:
    """Things side by side; ``None`` is the stretch between them."""
    return _fill(QHBoxLayout(), items, spacing)


def column(*items: QWidget | QLayout | None, spacing: int = 8) -> QVBoxLayout:
    """Things one under the other; ``None`` is the stretch between them."""
    return _fill(QVBoxLayout(), items, spacing)


def _fill(box: L, items: tuple[QWidget | QLayout | None, ...], spacing: int) -> L:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addLayout(item)
    return box


def clear(box: QLayout) -> None:
    """Take everything out of a layout and let Qt delete it."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class PageScroll(QScrollArea):
    """A page that scrolls down when the window is low; ``box`` is the layout of what it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        set_role(inside, "page")
        self.box = QVBoxLayout(inside)
        self.box.setContentsMargins(18, 14, 18, 14)
        self.box.setSpacing(12)
        self.setWidget(inside)
