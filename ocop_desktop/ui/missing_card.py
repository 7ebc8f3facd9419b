"""The card "Còn thiếu để chốt": each line leads to its field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ocop_desktop.domain.checks import Problem
from ocop_desktop.ui import texts
from ocop_desktop.ui.widgets import Card, clear, set_role, text

_MOST = 7


class Todo(QPushButton):
    """A sentence that wraps and can be pressed."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "todo")
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 3, 4, 3)
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box.addWidget(label)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)


class MissingCard(Card):
    """What is still missing, the present step first."""

    wanted = Signal(object)
    """The key of the field to go to."""

    def __init__(self, step: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Còn thiếu để chốt"), parent=parent)
        self._step = step
        self._problems: tuple[Problem, ...] = ()
        self._all = False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.box.addLayout(self._lines)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these; nothing is rebuilt when they are the same."""
        now = tuple(problems)
        if now == self._problems and self._lines.count():
            return
        self._problems = now
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        if not self._problems:
            self._lines.addWidget(text(self.tr("✓ Đã đủ. Có thể chốt ở bước 4."), "", "accent", wrap=True))
            return
        ordered = sorted(self._problems, key=lambda problem: (problem.step != self._step, problem.step))
        shown = ordered if self._all else ordered[:_MOST]
        for problem in shown:
            todo = Todo("○ " + texts.sentence(problem.code, problem.details))
            todo.setObjectName(f"todo.{problem.key}")
            todo.clicked.connect(partial(self.wanted.emit, problem.key))
            self._lines.addWidget(todo)
        if len(ordered) > len(shown):
            more = Todo(self.tr("… và {count} mục nữa").format(count=len(ordered) - len(shown)))
            more.setObjectName("todo.more")
            more.clicked.connect(self._show_all)
            self._lines.addWidget(more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()
