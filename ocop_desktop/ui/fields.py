"""Field kind -> editor widget, one registry.

An editor holds text and never rewrites it while it has the focus. Its text becomes a value when it is read; what is
not a value yet is kept as typed, with the refusal to show beside the field.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ocop_desktop.domain.forms import Field, Value
from ocop_desktop.domain.kinds import KINDS, read
from ocop_desktop.errors import Refused
from ocop_desktop.ui.inputs import Combo, Line, Lines, Radio, Tick

_MOST_RADIOS = 4
_TICK_LETTERS = 50
_RADIO_LETTERS = 46


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What an editor holds: a value, or the text that is not one yet with the reason."""

    value: Value = None
    unparsed: str = ""
    refused: Refused | None = None


def commit_composition() -> None:
    """Let the input method put the word under composition into its field: before a save on leaving, a seal, a close."""
    QGuiApplication.inputMethod().commit()


class Editor(QWidget):
    """One field's editor around a bare input, which has the focus for it."""

    edited = Signal()
    """The person changed what is on screen."""
    left = Signal()
    entered = Signal()
    """Enter was pressed where it does not make a line."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)

    def text(self) -> str:
        """The text as it is on screen, composition included; the stored word of a choice."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Show a stored text. The caller keeps it away from the field that has the focus."""
        raise NotImplementedError

    def lock(self, locked: bool) -> None:
        """Read only or not; a locked field can still be reached, selected and copied."""
        raise NotImplementedError

    def reading(self) -> Reading:
        """The value of what is on screen now."""
        text = self.text()
        try:
            return Reading(value=read(self.field, text))
        except Refused as refused:
            return Reading(unparsed=text, refused=refused)

    def load(self, value: Value, unparsed: str = "", *, under_hands: bool = False) -> bool:
        """Show a stored value, or the text that was not one yet. False, and nothing done, under the typist's hands,
        unless another dossier comes on the screen."""
        if self.has_focus() and not under_hands:
            return False
        self.put(unparsed or KINDS[self.field.kind].show(value))
        return True

    def has_focus(self) -> bool:
        """Whether the cursor is in this editor."""
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and (focused is self or self.isAncestorOf(focused))

    def _hold(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        self.setFocusProxy(widget)

    def _go_on(self) -> None:
        self.entered.emit()
        self.focusNextPrevChild(True)


class LineEditor(Editor):
    """One line: text, dates, numbers, telephone, e-mail."""

    def __init__(self, field: Field, parent: QWidget | None = None, line: Line | None = None) -> None:
        super().__init__(field, parent)
        self.line = line or Line(self)
        self.line.setObjectName(f"{field.key}.line")
        self._hold(self.line)
        if field.kind == "date":
            self.line.setPlaceholderText(self.tr("ngày/tháng/năm"))
        if field.kind in {"money", "count", "percent"}:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.typed.connect(self.edited)
        self.line.left.connect(self._tidy)
        self.line.entered.connect(self._go_on)

    def text(self) -> str:
        return self.line.on_screen()

    def put(self, text: str) -> None:
        self.line.setText(text)

    def lock(self, locked: bool) -> None:
        self.line.setReadOnly(locked)

    def _tidy(self) -> None:
        """After the field is left, write a date or a number the office's way; one Ctrl Z brings the typed text back."""
        self.left.emit()
        if self.field.kind in {"date", "money", "count", "percent"} and not self.line.hasFocus():
            reading = self.reading()
            if reading.refused is None and reading.value is not None:
                self.line.replace_all(KINDS[self.field.kind].show(reading.value))


class LinesEditor(Editor):
    """Paragraphs."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.lines = Lines(self)
        self.lines.setObjectName(f"{field.key}.lines")
        self._hold(self.lines)
        self.lines.typed.connect(self.edited)
        self.lines.left.connect(self.left)

    def text(self) -> str:
        return self.lines.on_screen()

    def put(self, text: str) -> None:
        self.lines.load(text)

    def lock(self, locked: bool) -> None:
        self.lines.setReadOnly(locked)


class ComboEditor(Editor):
    """One of many answers."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.combo = Combo(self)
        self.combo.setObjectName(f"{field.key}.combo")
        self.combo.setPlaceholderText(self.tr("Chọn…"))
        for choice in field.choices:
            self.combo.addItem(choice.label, choice.value)
        self.combo.setCurrentIndex(-1)
        self._foreign = ""
        self._hold(self.combo)
        self.combo.typed.connect(self.edited)
        self.combo.left.connect(self.left)
        self.combo.entered.connect(self._go_on)

    def text(self) -> str:
        stored = self.combo.currentData()
        return str(stored) if stored is not None else self._foreign

    def put(self, text: str) -> None:
        at = self.combo.findData(text) if text else -1
        self._foreign = text if at < 0 else ""
        self.combo.setCurrentIndex(at)

    def lock(self, locked: bool) -> None:
        self.combo.locked = locked


class RadioEditor(Editor):
    """One of a few answers, all in sight: arrows move, Space chooses, Delete takes it back."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._group = QButtonGroup(self)
        self._radios: dict[str, Radio] = {}
        self._locked = False
        for choice in field.choices:
            radio = Radio(choice.label, self)
            radio.setObjectName(f"{field.key}.{choice.value}")
            radio.left.connect(self.left)
            radio.entered.connect(self._pick_and_go_on)
            radio.erased.connect(self._erase)
            self._group.addButton(radio)
            self._radios[choice.value] = radio
            self._row.addWidget(radio)
        self._row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self.setFocusProxy(next(iter(self._radios.values())))

    def text(self) -> str:
        return next((value for value, radio in self._radios.items() if radio.isChecked()), "")

    def put(self, text: str) -> None:
        self._group.setExclusive(False)
        for value, radio in self._radios.items():
            radio.setChecked(value == text)
        self._group.setExclusive(True)
        self.setFocusProxy(self._radios.get(text, next(iter(self._radios.values()))))

    def lock(self, locked: bool) -> None:
        for radio in self._radios.values():
            radio.setEnabled(not locked or radio.isChecked())
        self._locked = locked

    def _clicked(self) -> None:
        self.edited.emit()

    def _erase(self) -> None:
        if not self._locked:
            self.put("")
            self.edited.emit()

    def _pick_and_go_on(self) -> None:
        """Enter on an answer while none is chosen takes it."""
        if not self.text() and not self._locked:
            focused = next((radio for radio in self._radios.values() if radio.hasFocus()), None)
            if focused is not None:
                focused.setChecked(True)
                self.edited.emit()
        last = list(self._radios.values())[-1]
        last.setFocus(Qt.FocusReason.TabFocusReason)
        self._go_on()


class TickEditor(Editor):
    """A box to tick; the field's label is written beside it."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.tick = Tick(textwrap.fill(field.label, _TICK_LETTERS), self)  # a box does not wrap its words itself
        self.tick.setObjectName(f"{field.key}.tick")
        self._hold(self.tick)
        self.tick.clicked.connect(self._clicked)
        self.tick.left.connect(self.left)
        self.tick.entered.connect(self._go_on)

    def text(self) -> str:
        return "1" if self.tick.isChecked() else "0"

    def put(self, text: str) -> None:
        try:
            self.tick.setChecked(KINDS["tick"].parse(text) is True)
        except Refused:
            self.tick.setChecked(False)

    def lock(self, locked: bool) -> None:
        self.tick.setEnabled(not locked)

    def _clicked(self) -> None:
        self.edited.emit()


def _choice(field: Field, parent: QWidget | None) -> Editor:
    few = 0 < len(field.choices) <= _MOST_RADIOS
    short = sum(len(choice.label) for choice in field.choices) <= _RADIO_LETTERS
    return RadioEditor(field, parent) if few and short else ComboEditor(field, parent)


EDITORS: Mapping[str, Callable[[Field, QWidget | None], Editor]] = {
    "text": LineEditor,
    "lines": LinesEditor,
    "date": LineEditor,
    "money": LineEditor,
    "count": LineEditor,
    "percent": LineEditor,
    "year": LineEditor,
    "choice": _choice,
    "tick": TickEditor,
    "phone": LineEditor,
    "email": LineEditor,
}
"""Every field kind's editor. A test compares it with ``domain.kinds.KINDS``."""


def editor(field: Field, parent: QWidget | None = None) -> Editor:
    """The editor of a form's field."""
    made = EDITORS[field.kind](field, parent)
    made.setObjectName(field.key)
    return made
