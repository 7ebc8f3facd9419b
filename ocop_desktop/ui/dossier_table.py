"""The table of dossiers and the line that filters it: two widgets that hand the keyboard to each other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ocop_desktop.ui.inputs import Line, is_enter
from ocop_desktop.ui.row_delegate import RowDelegate
from ocop_desktop.ui.widgets import set_role

# The widths of the columns in their own order; 0 hides one. The unit's, the last, is shown second where there are several.
_WIDTHS = (300, 219, 150, 120, 92, 180, 0)
_NARROW_WIDTHS = (230, 0, 150, 116, 78, 140, 0)
_UNIT_WIDTHS = (270, 185, 135, 120, 85, 150, 160)
_NARROW_UNIT_WIDTHS = (230, 0, 130, 116, 0, 120, 130)
_NARROW = 820
_LAST_COLUMN, _UNIT_COLUMN = 5, 6
_NAVIGATION = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})


def is_text(event: QKeyEvent) -> bool:
    """Whether a key types something (accents included), rather than being a command."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.text()) and event.text().isprintable() and held == Qt.KeyboardModifier.NoModifier


def send_on(target: QWidget, event: QKeyEvent) -> None:
    """Give a key to another widget."""
    copy = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.count())
    QCoreApplication.sendEvent(target, copy)


class FilterLine(Line):
    """The filter: text stays here, the keys that walk a list go to the list."""

    walked = Signal(object)
    """A key event that is the table's."""
    printed = Signal()
    cleared = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        walks = event.key() in _NAVIGATION or (event.key() in _ENDS and (control or not self.text()))
        if walks and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.walked.emit(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.cleared.emit()
        elif event.text() == "P" and not self.text():
            self.printed.emit()
        else:
            super().keyPressEvent(event)


class DossierTable(QTableView):
    """Rows chosen whole; what is typed here goes to the filter."""

    opened = Signal()
    printed = Signal()
    typed = Signal(object)
    """A key event that is the filter's."""

    def __init__(self, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self._units = False
        self.setObjectName("dossiers.table")
        set_role(self, "rows")
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height)
        self.verticalHeader().setMinimumSectionSize(delegate.row_height)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)
        header.setStretchLastSection(True)
        self.doubleClicked.connect(self._double)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.opened.emit()
        elif event.text() == "P":
            self.printed.emit()
        elif is_text(event) or event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Escape}:
            self.typed.emit(event)
        elif event.key() in _ENDS:
            control = event.modifiers() | Qt.KeyboardModifier.ControlModifier
            super().keyPressEvent(QKeyEvent(event.type(), event.key(), control, event.text()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the width; a narrow window goes without some."""
        if self.model() is None:
            return
        narrow = self.viewport().width() < _NARROW
        if self._units:
            widths = _NARROW_UNIT_WIDTHS if narrow else _UNIT_WIDTHS
        else:
            widths = _NARROW_WIDTHS if narrow else _WIDTHS
        for at, width in enumerate(widths):
            self.setColumnHidden(at, not width)
            if width and at != _LAST_COLUMN:
                self.setColumnWidth(at, width * self.viewport().width() // sum(widths))

    def show_units(self, several: bool) -> None:
        """Show whose each dossier is, second after its name, where there are several units."""
        if several == self._units:
            return
        self._units = several
        header = self.horizontalHeader()
        header.moveSection(header.visualIndex(_UNIT_COLUMN), 1 if several else _UNIT_COLUMN)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._delegate.dress(self.font())
            self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)

    def _double(self, _index: QModelIndex) -> None:
        self.opened.emit()
