"""The bare inputs under the field editors: they tell when they are left, when Enter is pressed, and what is composed.

An input method (ibus, Windows Telex) keeps the word being written outside the text of the widget. ``on_screen`` is the
text with that word in it, so that a draft saved in the middle of a word holds what the person saw.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def is_enter(event: QKeyEvent) -> bool:
    """Enter alone, of either keyboard block."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in ENTER_KEYS and held == Qt.KeyboardModifier.NoModifier


class Line(QLineEdit):
    """A line of text. No validator, no maximum length, no completion in the line: each of them breaks Vietnamese."""

    entered = Signal()
    left = Signal()
    typed = Signal()
    """The text on screen changed by the person's hand, composition included."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        self.textEdited.connect(self._edited)

    def on_screen(self) -> str:
        """The text with the word under composition."""
        at = self.cursorPosition()
        return self.text()[:at] + self._composed + self.text()[at:] if self._composed else self.text()

    def replace_all(self, text: str) -> None:
        """Put another text in as one step that Ctrl Z takes back, without telling anyone."""
        if text != self.text():
            blocked = self.blockSignals(True)
            self.selectAll()
            self.insert(text)
            self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        before = self.on_screen()
        super().inputMethodEvent(event)
        self._composed = event.preeditString()
        if self.on_screen() != before:
            self.typed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composed = ""
        self.left.emit()

    def _edited(self) -> None:
        self._composed = ""
        self.typed.emit()


class Lines(QPlainTextEdit):
    """Paragraphs in a box that grows with them. Enter makes a line, Tab leaves."""

    left = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None, *, least: int = 3, most: int = 14) -> None:
        super().__init__(parent)
        self._composed = ""
        self._loading = False
        self._range = (least, most)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._edited)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def on_screen(self) -> str:
        """The text with the word under composition."""
        text = self.toPlainText()
        at = self.textCursor().position()
        return text[:at] + self._composed + text[at:] if self._composed else text

    def load(self, text: str) -> None:
        """Put a stored text in, without telling anyone."""
        self._loading = True
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._loading = False
        self._fit()

    def grow(self, *, least: int, most: int) -> None:
        """Set how many lines the box has when empty, and how many before it scrolls."""
        self._range = (least, most)
        self._fit()

    def insert_sentence(self, text: str) -> None:
        """Put a sentence where the cursor is, as one step that Ctrl Z takes back; the first blank is then selected."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        before = self.toPlainText()[:start]
        glue = " " if before and not before[-1].isspace() else ""
        cursor.beginEditBlock()  # or Qt joins it to the word typed before, and one Ctrl Z takes both
        cursor.insertText(glue + text)
        cursor.endEditBlock()
        blank = text.find("…")
        if blank >= 0:
            cursor.setPosition(start + len(glue) + blank)
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        before = self.on_screen()
        self._composed = event.preeditString()
        self._loading = True  # the document tells of a composition too early to read it
        super().inputMethodEvent(event)
        self._loading = False
        if self.on_screen() != before:
            self.typed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composed = ""
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _edited(self) -> None:
        if not self._loading:
            self._composed = ""
            self.typed.emit()

    def _fit(self) -> None:
        least, most = self._range
        lines = min(max(int(self.document().size().height()), least), most)
        around = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 10
        height = lines * self.fontMetrics().lineSpacing() + around
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class Combo(QComboBox):
    """A list of answers. The wheel scrolls the page, not the answer; Delete takes the answer back."""

    entered = Signal()
    left = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.locked = False
        self.activated.connect(self.typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        elif self.locked and event.key() != Qt.Key.Key_Tab:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.setCurrentIndex(-1)
            self.typed.emit()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self.typed.emit()

    def showPopup(self) -> None:
        if not self.locked:
            super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Radio(QRadioButton):
    """One answer of a few, all in sight."""

    entered = Signal()
    left = Signal()
    erased = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Tick(QCheckBox):
    """A box to tick with Space; Enter goes on."""

    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
