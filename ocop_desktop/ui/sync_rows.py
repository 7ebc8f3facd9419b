"""The proof table of the exchange: what the province holds of each dossier, row by row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ocop_desktop.actions.exchange import ExchangeRow
from ocop_desktop.domain.text import show_count
from ocop_desktop.ui import style, texts
from ocop_desktop.ui.widgets import set_role

Index = QModelIndex | QPersistentModelIndex
_PAD = 8


def refusal_words(entry: ExchangeRow) -> str:
    """Which field the province did not take, and why, of the first one."""
    if not entry.refusals:
        return ""
    first = entry.refusals[0]
    why = texts.sentence(f"refused.{first.code}", {})
    return f"{first.label}: {why}" if first.label else why


class SyncModel(QAbstractTableModel):
    """At most some hundred rows, kept whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[ExchangeRow, ...] = ()

    def put(self, entries: tuple[ExchangeRow, ...]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature is Qt's
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return int(Qt.AlignmentFlag.AlignLeft) if role == Qt.ItemDataRole.TextAlignmentRole else None
        return (self.tr("Hồ sơ"), self.tr("Ghi nhận ở tỉnh"), self.tr("Tệp"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            return refusal_words(entry) or None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if index.column() == 0:
            return f"{entry.product}\n{entry.producer}"
        if index.column() == 1:
            words = texts.sync_mark(entry.sync, entry.at, entry.revision)[0]
            why = refusal_words(entry)
            return f"{words}\n{why}" if why else words
        if not entry.files_total:
            return "–"
        return f"{show_count(entry.files_done)}/{show_count(entry.files_total)}"


class SyncDelegate(QStyledItemDelegate):
    """Two quiet lines for the dossier, a tag for what the province confirmed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * QFontMetrics(self._font()).height() + 16)

    def _font(self) -> QFont:
        parent = self.parent()
        return QFont(parent.font()) if isinstance(parent, QWidget) else QFont()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        roles = style.roles()
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(roles.accent_ground))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = self._font()
        line = QFontMetrics(font).height()
        first = QRect(rect.left() + _PAD, rect.top() + 7, rect.width() - 2 * _PAD, line)
        model = index.model()
        entry = model.entries[index.row()] if isinstance(model, SyncModel) else None
        if entry is not None and index.column() == 0:
            font.setWeight(QFont.Weight.Medium)
            _draw(painter, first, entry.product or entry.producer, font, roles.text)
            small = self._font()
            small.setPointSizeF(small.pointSizeF() - 0.7)
            if entry.product:
                _draw(painter, first.translated(0, line + 1), entry.producer, small, roles.quiet)
        elif entry is not None and index.column() == 1:
            words, tone = texts.sync_mark(entry.sync, entry.at, entry.revision)
            font.setPointSizeF(font.pointSizeF() - 0.5)
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            _draw_tag(painter, first, words, tone, font, roles, selected=selected)
            if why := refusal_words(entry):
                font.setPointSizeF(font.pointSizeF() - 0.7)
                _draw(painter, first.translated(0, line + 1), why, font, roles.quiet)
        else:
            _draw(painter, first, str(index.data()), font, roles.text)
        painter.restore()


def _draw(painter: QPainter, place: QRect, words: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _draw_tag(
    painter: QPainter, place: QRect, words: str, tone: str, font: QFont, roles: style.Roles, *, selected: bool
) -> None:
    tones = {
        "accent": (roles.accent_ground, roles.accent),
        "warning": (roles.warning_ground, roles.warning),
        "danger": (roles.danger_ground, roles.danger),
        "law": (roles.law_ground, roles.law),
    }
    ground, ink = tones.get(tone, (roles.neutral_ground, roles.quiet))
    width = min(place.width(), QFontMetrics(font).horizontalAdvance(words) + 14)
    pill = QRect(place.left(), place.top(), width, place.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(roles.surface if selected else ground))
    painter.drawRoundedRect(pill, 4, 4)
    _draw(painter, pill.adjusted(7, 0, -6, 0), words, font, ink)


class SyncTable(QTableView):
    """The rows; the arrows walk them, Enter opens the dossier (``activated``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sync-rows")
        set_role(self, "rows")
        self.entries = SyncModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(SyncDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 16)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(1, 320)
        self.setColumnWidth(2, 140)

    def chosen(self) -> ExchangeRow | None:
        """The row the keyboard stands on."""
        at = self.currentIndex().row()
        return self.entries.entries[at] if 0 <= at < len(self.entries.entries) else None
