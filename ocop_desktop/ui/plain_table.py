"""A table of a few hundred lines, read whole: two quiet lines in a cell, tags, one row chosen, Enter opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ocop_desktop.ui import style
from ocop_desktop.ui.inputs import is_enter
from ocop_desktop.ui.widgets import set_role

Index = QModelIndex | QPersistentModelIndex
_PAD = 8


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: words, a quiet second line, the tone of a tag (``-``: no tag), whether it is centred, or a number that stands right."""

    words: str
    second: str = ""
    tone: str = "-"
    centre: bool = False
    tip: str = ""
    right: bool = False


class PlainModel(QAbstractTableModel):
    """Rows of cells under titles."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles = tuple(titles)
        self.rows: list[tuple[Cell, ...]] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section] if 0 <= section < len(self.titles) else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            ends = [self.rows[at][section] for at in (0, -1)] if self.rows and 0 <= section < len(self.titles) else []
            side = Qt.AlignmentFlag.AlignHCenter if any(cell.centre for cell in ends) else Qt.AlignmentFlag.AlignLeft
            side = Qt.AlignmentFlag.AlignRight if any(cell.right for cell in ends) else side
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.rows[index.row()][index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{cell.words}\n{cell.second}" if cell.second else cell.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        return None

    def show(self, titles: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> None:
        """Put other rows in."""
        self.beginResetModel()
        self.titles, self.rows = tuple(titles), list(rows)
        self.endResetModel()


class PlainDelegate(QStyledItemDelegate):
    """Draws a cell."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    @property
    def row_height(self) -> int:
        """Two lines and the air around them."""
        return 2 * QFontMetrics(self._table.font()).height() + 14

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        roles, rect = style.roles(), option.rect
        model = index.model()
        cell = model.rows[index.row()][index.column()] if isinstance(model, PlainModel) else Cell("")
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(roles.accent_ground))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = QFont(self._table.font())
        line = QFontMetrics(font).height()
        top = rect.top() + 6 if cell.second else rect.top() + (rect.height() - line) // 2
        pad = _PAD // 2 if cell.centre else _PAD
        first = QRect(rect.left() + pad, top, rect.width() - 2 * pad, line)
        if cell.tone == "-":
            if cell.second or index.column() == 0:
                font.setWeight(QFont.Weight.Medium)
            _line(painter, first, cell.words, font, roles.text, centre=cell.centre, right=cell.right)
        else:
            ink, ground = _tones(roles, cell.tone)
            font.setPointSizeF(font.pointSizeF() - 0.5)
            width = min(QFontMetrics(font).horizontalAdvance(cell.words) + 20, first.width())
            left = first.left() + (first.width() - width) // 2 if cell.centre else first.left()
            left = first.right() - width if cell.right else left
            tag = QRect(left, first.top() - 2, width, line + 4)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(tag, 4, 4)
            _line(painter, tag.adjusted(3, 0, -3, 0), cell.words, font, ink, centre=True)
        if cell.second:
            small = QFont(self._table.font())
            small.setPointSizeF(small.pointSizeF() - 0.7)
            _line(
                painter,
                first.translated(0, line + 3),
                cell.second,
                small,
                roles.quiet,
                centre=cell.centre,
                right=cell.right,
            )
        painter.restore()


def _tones(roles: style.Roles, tone: str) -> tuple[str, str]:
    return {
        "accent": (roles.accent, roles.accent_ground),
        "warning": (roles.warning, roles.warning_ground),
        "danger": (roles.danger, roles.danger_ground),
        "law": (roles.law, roles.law_ground),
    }.get(tone, (roles.quiet, roles.neutral_ground))


def _line(
    painter: QPainter, rect: QRect, words: str, font: QFont, colour: str, *, centre: bool = False, right: bool = False
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
    side = Qt.AlignmentFlag.AlignRight if right else side
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class PlainTable(QTableView):
    """``cells``: single cells are chosen and opened, else whole rows. ``widths`` share the width."""

    opened = Signal(object, object)
    """Row and column that Enter or a double click opens."""
    chosen = Signal(object, object)
    typed = Signal(object)
    """A digit that somebody began to type on a cell."""

    def __init__(
        self,
        name: str,
        titles: Sequence[str],
        widths: Sequence[int],
        *,
        cells: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        set_role(self, "rows")
        self.plain = PlainModel(titles)
        self.setModel(self.plain)
        self.widths = tuple(widths)
        delegate = PlainDelegate(self)
        self.setItemDelegate(delegate)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if cells else behaviour.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(delegate.row_height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(30)
        header.setStretchLastSection(False)
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().currentChanged.connect(self._choose_index)

    def show_rows(self, titles: Sequence[str], rows: Sequence[tuple[Cell, ...]], widths: Sequence[int] = ()) -> None:
        """Other rows; the place of the cursor stays where it can."""
        at = self.currentIndex()
        place = (max(0, at.row()), max(0, at.column()))
        self.widths = tuple(widths) or self.widths
        self.plain.show(titles, rows)
        self.fit_columns()
        if rows:
            self.setCurrentIndex(self.plain.index(min(place[0], len(rows) - 1), min(place[1], len(titles) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.currentIndex().isValid():
            self._open_index(self.currentIndex())
        elif event.text().isdigit() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the width by ``widths``."""
        whole = sum(self.widths) or 1
        room, last = self.viewport().width(), self.plain.columnCount() - 1
        left = room
        for at, width in enumerate(self.widths[: max(0, last)]):
            self.setColumnWidth(at, width * room // whole)
            left -= width * room // whole
        if last >= 0:
            self.setColumnWidth(last, max(left, self.horizontalHeader().minimumSectionSize()))

    def fit_height(self) -> None:
        """As high as its rows."""
        rows = self.plain.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 4)

    def _open_index(self, index: Index) -> None:
        self.opened.emit(index.row(), index.column())

    def _choose_index(self, index: Index, _before: Index) -> None:
        if index.isValid():
            self.chosen.emit(index.row(), index.column())
