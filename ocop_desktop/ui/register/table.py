"""The lines of the register in the ten columns of the decree."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ocop_desktop.domain import letters
from ocop_desktop.domain.letters import Letter
from ocop_desktop.ui import style
from ocop_desktop.ui.widgets import set_role

Index = QModelIndex | QPersistentModelIndex

SUMMARY = 2
_WIDTHS = (116, 90, 0, 132, 122, 100, 60, 100, 76, 96)
_LEAST_SUMMARY = 220
_PAD = 5


class LetterModel(QAbstractTableModel):
    """The lines of one year, kept whole: an office writes some hundreds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Letter, ...] = ()
        self._twice: frozenset[str] = frozenset()

    def put(self, lines: tuple[Letter, ...], twice: frozenset[str]) -> None:
        """Show these lines; ``twice`` are the ids whose number others bear too."""
        self.beginResetModel()
        self.lines, self._twice = lines, twice
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature is Qt's
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(letters.COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return letters.COLUMNS[section]
        return self._title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def _title(self, section: int) -> str:
        return (
            self.tr("Số, ký hiệu"),
            self.tr("Ngày"),
            self.tr("Tên loại và trích yếu"),
            self.tr("Người ký"),
            self.tr("Nơi nhận"),
            self.tr("Nhận bản lưu"),
            self.tr("Số bản"),
            self.tr("Ngày chuyển"),
            self.tr("Ký nhận"),
            self.tr("Ghi chú"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        cell = letters.cells(line)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell or None
        if role == Qt.ItemDataRole.ForegroundRole and line.id in self._twice and index.column() == 0:
            return QColor(style.roles().danger)
        return None


class _Cells(QStyledItemDelegate):
    """Text under its heading: as far from the edge as the head's."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(style.roles().accent_ground))
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(_PAD, 0, 0, 0)
        super().paint(painter, inside, index)


class LetterTable(QTableView):
    """The arrows walk the lines, Enter opens one (``activated``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register-lines")
        set_role(self, "rows")
        self.model_ = LetterModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(3 * self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        for at, width in enumerate(_WIDTHS):
            if width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(at, width)
        header.setSectionResizeMode(SUMMARY, QHeaderView.ResizeMode.Interactive)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """The summary takes the room that is left, and the table scrolls sideways when there is none."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        left = self.viewport().width() - sum(_WIDTHS)
        self.setColumnWidth(SUMMARY, max(_LEAST_SUMMARY, left))

    def chosen(self) -> Letter | None:
        """The line the keyboard stands on."""
        at = self.currentIndex().row()
        return self.model_.lines[at] if 0 <= at < len(self.model_.lines) else None

    def choose(self, letter: str) -> None:
        """Stand on a line again."""
        for at, line in enumerate(self.model_.lines):
            if line.id == letter:
                self.selectRow(at)
