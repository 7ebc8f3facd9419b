"""A line that offers known answers in a list below it. The line is never completed by itself: a person chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ocop_desktop import legal
from ocop_desktop.domain.classification import ProductSet
from ocop_desktop.domain.forms import Field
from ocop_desktop.domain.text import fold
from ocop_desktop.errors import Refused
from ocop_desktop.ui.fields import LineEditor, Reading
from ocop_desktop.ui.inputs import Line, is_enter
from ocop_desktop.ui.widgets import set_role

_MOST = 8


@dataclass(frozen=True)
class Offer:
    """One answer to choose: what it says, what more is known of it, and what it stands for."""

    words: str
    more: str
    stands_for: object


class SuggestLine(Line):
    """A line with a list under it: arrows walk the list, Enter takes the answer under the mark, Esc closes it."""

    chosen = Signal(object)
    """The ``Offer`` taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.hide()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        set_role(self.list, "suggestions")
        self.list.itemClicked.connect(self._clicked)
        self._offers: list[Offer] = []

    def offer(self, offers: Sequence[Offer], *, mark_first: bool = False) -> None:
        """Show these answers, or close the list when there is none or the line was left."""
        self._offers = list(offers)
        self.list.clear()
        if not offers or not self.hasFocus() or self.isReadOnly():
            self.close_list()
            return
        for each in offers:
            item = QListWidgetItem(f"{each.words}  ·  {each.more}" if each.more else each.words)
            item.setSizeHint(QSize(0, self.fontMetrics().lineSpacing() + 12))
            item.setToolTip(each.more)
            self.list.addItem(item)
        if mark_first:
            self.list.setCurrentRow(0)
        self._place(len(offers))

    def _place(self, count: int) -> None:
        """Lay the list over the window, below the line, or above it where there is more room.

        It is part of the window and not one of its own: no window manager can take the focus to it.
        """
        window = self.window()
        line = self.fontMetrics().lineSpacing() + 12
        top = self.mapTo(window, QPoint(0, 0))
        below = window.height() - top.y() - self.height() - 6
        above = top.y() - 6
        upward = below < min(count, 4) * line + 8 and above > below
        height = min(min(count, _MOST) * line + 8, above if upward else below)
        at = top.y() - height - 2 if upward else top.y() + self.height() + 2
        if self.list.parentWidget() is not window:
            self.list.setParent(window)
        self.list.setGeometry(top.x(), at, max(self.width(), 280), height)
        self.list.show()
        self.list.raise_()

    def close_list(self) -> None:
        """Close the list and forget what was offered."""
        if self.list.parentWidget() is not self:
            self.list.hide()
            self.list.setParent(self)
            self.list.hide()
        self._offers = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.list.isVisible():
            row = self.list.currentRow()
            if event.key() == Qt.Key.Key_Down:
                self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
                return
            if event.key() == Qt.Key.Key_Up:
                self.list.setCurrentRow(max(row - 1, 0))
                return
            if event.key() == Qt.Key.Key_Escape:
                self.close_list()
                return
            if is_enter(event) and row >= 0:
                self._take(row)
                event.accept()
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_list()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)

    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(self.list.row(item))

    def _take(self, row: int) -> None:
        taken = self._offers[row]
        self.close_list()
        self.replace_all(taken.words)
        self.chosen.emit(taken)


def set_label(one: ProductSet) -> str:
    """``11 Chè tươi, chè chế biến``."""
    return f"{one.no} {one.name}"


def find_sets(sets: Sequence[ProductSet], words: str) -> list[ProductSet]:
    """The sets that hold every typed word, without accents; a number finds its set; those that begin so come first."""
    wanted = fold(words)
    parts = wanted.split()
    found = []
    for one in sets:
        text = fold(f"{one.no} {one.name} {one.subgroup} {one.leaf}")
        if wanted == str(one.no):
            return [one]
        if all(f" {part}" in f" {text}" for part in parts):
            found.append(one)
    return sorted(found, key=lambda one: not fold(one.name).startswith(wanted))


class SetEditor(LineEditor):
    """The product set: shown as number and name, stored as its code, found without accents."""

    picked = Signal(object)
    """The ``ProductSet`` now chosen."""

    def __init__(self, field: Field, regime: str, parent: QWidget | None = None) -> None:
        self._line = SuggestLine()
        super().__init__(field, parent, self._line)
        self.line.setPlaceholderText(self.tr("Gõ số hoặc tên bộ sản phẩm, không cần dấu"))
        self._sets: tuple[ProductSet, ...] = ()
        self.use_regime(regime)
        self.line.typed.connect(self._offer)
        self._line.chosen.connect(self._chosen)
        self.line.left.connect(self._settle)

    def use_regime(self, regime: str) -> None:
        """Offer the sets of a regime."""
        self._sets = legal.criteria_sets(regime) if regime else ()

    def picked_set(self) -> ProductSet | None:
        """The set on screen, when the text names exactly one."""
        shown = fold(self.line.on_screen())
        if not shown:
            return None
        exact = [one for one in self._sets if shown in {fold(set_label(one)), fold(one.name), str(one.no), one.code}]
        return exact[0] if len(exact) == 1 else None

    def text(self) -> str:
        one = self.picked_set()
        return one.code if one is not None else self.line.on_screen()

    def put(self, text: str) -> None:
        one = next((each for each in self._sets if each.code == text), None)
        self.line.setText(set_label(one) if one is not None else text)
        self.line.setCursorPosition(0)

    def reading(self) -> Reading:
        typed = self.line.on_screen().strip()
        if not typed:
            return Reading()
        one = self.picked_set()
        if one is None:
            return Reading(unparsed=typed, refused=Refused("field.choice.unknown"))
        return Reading(value=one.code)

    def _offer(self) -> None:
        words = self.line.on_screen()
        found = find_sets(self._sets, words) if words.strip() else list(self._sets)
        self._line.offer(
            [Offer(set_label(one), one.classification, one) for one in found], mark_first=bool(words.strip())
        )

    def _chosen(self, _offer: object) -> None:
        self.edited.emit()
        self._tell()
        self._go_on()

    def _settle(self) -> None:
        """After leaving: a number or a name typed in full becomes the whole label."""
        one = self.picked_set()
        if one is not None:
            self.line.replace_all(set_label(one))
            self.line.setCursorPosition(0)
            self._tell()

    def _tell(self) -> None:
        if (one := self.picked_set()) is not None:
            self.picked.emit(one)
