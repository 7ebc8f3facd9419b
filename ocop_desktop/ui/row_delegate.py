"""How a dossier's row is drawn in the list: two quiet lines for the product, tags for what has a tone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ocop_desktop.actions.listing import ListRow
from ocop_desktop.ui import style, texts
from ocop_desktop.ui.models import ROW_ROLE

_PAD = 8
_MOST_WORDS = 2_000
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CLOSED = frozenset({"handed_over", "at_province", "accepted", "withdrawn"})


def days_words(row: ListRow) -> tuple[str, str]:
    """The days left of a row in few words, and their tone; nothing once the dossier has left the commune."""
    translate = QCoreApplication.translate
    days = row.days_left
    if days is None or row.stage in _CLOSED:
        return "", ""
    if days < 0:
        return translate("dossier_list", "quá {count} ngày").format(count=-days), "danger"
    if days == 0:
        return translate("dossier_list", "hạn hôm nay"), "danger"
    words = translate("dossier_list", "còn {count} ngày").format(count=days)
    return words, "danger" if days == 1 else "warning" if days <= 3 else ""


def missing_words(row: ListRow) -> str:
    """What is still missing, counted."""
    if row.stage in _CLOSED:
        return ""
    if row.missing == 0:
        return QCoreApplication.translate("dossier_list", "đủ")
    return QCoreApplication.translate("dossier_list", "{count} mục").format(count=row.missing)


def sync_words(row: ListRow, today: date) -> tuple[str, str]:
    """What the province holds, and its tone."""
    if row.sync == "at_province" and row.sync_at:
        at = texts.local(row.sync_at)
        moment = at.strftime("%d/%m %H:%M") if at.year == today.year else at.strftime("%d/%m/%Y")
        return QCoreApplication.translate("dossier_list", "Đã về tỉnh {moment}").format(moment=moment), ""
    words, tone = texts.sync_mark(row.sync)
    return words, tone if row.sync in {"conflict", "rejected"} else ""


def set_words(row: ListRow) -> str:
    """Number and name of the product set."""
    return f"{row.set_no} {row.set_name}" if row.set_no else row.set_name


class RowDelegate(QStyledItemDelegate):
    """Draws the cells of the dossier list. A row on its way is drawn as two faint bars."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self.dress(parent.font())

    def dress(self, font: QFont) -> None:
        """Take the fonts and colours in use now."""
        self._roles = style.roles()
        self._words: dict[tuple[object, ...], tuple[str, str]] = {}
        self._plain = QFont(font)
        self._strong = QFont(font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(font)
        self._small.setPointSizeF(max(8.0, font.pointSizeF() - 0.5))
        self._metrics = {font.key(): QFontMetrics(font) for font in (self._plain, self._strong, self._small)}
        self._line = self._metrics[self._strong.key()].height()
        self._small_line = self._metrics[self._small.key()].height()

    @property
    def row_height(self) -> int:
        """Two lines with room for Ẩ and Ợ."""
        return self._line + self._small_line + 18

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        roles = self._roles
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(roles.accent_ground))
        painter.setPen(QPen(QColor(roles.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        row = index.data(ROW_ROLE)
        inner = rect.adjusted(_PAD, 8, -_PAD, -8)
        first = QRect(inner.left(), inner.top(), inner.width(), self._line)
        if isinstance(row, ListRow):
            self._cell(painter, index.column(), row, inner, first)
        else:
            self._faint(painter, inner, index.column())
        painter.restore()

    def _cell(self, painter: QPainter, column: int, row: ListRow, inner: QRect, first: QRect) -> None:
        roles = self._roles
        if column == 0:
            nameless = QCoreApplication.translate("dossier_list", "(chưa có tên sản phẩm)")
            self._text(painter, row.product or nameless, first, self._strong, roles.text)
            below = QRect(inner.left(), inner.bottom() - self._small_line + 1, inner.width(), self._small_line)
            self._text(painter, row.producer, below, self._small, roles.quiet)
        elif column == 1:
            self._text(painter, set_words(row), first, self._plain, roles.text)
        elif column == 6:
            self._text(painter, row.unit_name, first, self._plain, roles.text)
        elif column == 4:
            self._text(painter, missing_words(row), first, self._plain, roles.text)
        else:
            words, tone = self._toned(column, row)
            if tone or column == 2:
                self._tag(painter, words, tone, first)
            else:
                self._text(painter, words, first, self._plain, roles.quiet)

    def _toned(self, column: int, row: ListRow) -> tuple[str, str]:
        """Words and tone of a cell; said once for each value, because a page has hundreds of cells."""
        key: tuple[object, ...]
        if column == 2:
            key = (2, row.stage)
        elif column == 3:
            key = (3, row.days_left, row.stage in _CLOSED)
        else:
            key = (5, row.sync, row.sync_at)
        if key not in self._words:
            if len(self._words) > _MOST_WORDS:
                self._words.clear()
            if column == 2:
                self._words[key] = texts.stage(row.stage), texts.stage_tone(row.stage)
            elif column == 3:
                self._words[key] = days_words(row)
            else:
                self._words[key] = sync_words(row, self._today())
        return self._words[key]

    def _text(self, painter: QPainter, words: str, rect: QRect, font: QFont, colour: str) -> None:
        if not words:
            return
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = self._metrics[font.key()]
        if metrics.horizontalAdvance(words) > rect.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, words)

    def _tag(self, painter: QPainter, words: str, tone: str, rect: QRect) -> None:
        roles = self._roles
        text_colour, ground = {
            "accent": (roles.accent, roles.accent_ground),
            "warning": (roles.warning, roles.warning_ground),
            "danger": (roles.danger, roles.danger_ground),
            "law": (roles.law, roles.law_ground),
        }.get(tone, (roles.quiet, roles.neutral_ground))
        metrics = self._metrics[self._small.key()]
        width = min(metrics.horizontalAdvance(words) + 12, rect.width())
        box = QRect(rect.left(), rect.top() - 1, width, self._line + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 4, 4)
        self._text(painter, words, box.adjusted(6, 0, -5, 0), self._small, text_colour)

    def _faint(self, painter: QPainter, inner: QRect, column: int) -> None:
        if column not in {0, 2}:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._roles.neutral_ground))
        width = min(inner.width(), 170 if column == 0 else 70)
        painter.drawRoundedRect(QRect(inner.left(), inner.top() + 5, width, 9), 4, 4)
        if column == 0:
            painter.drawRoundedRect(QRect(inner.left(), inner.top() + self._line + 4, 110, 8), 4, 4)
