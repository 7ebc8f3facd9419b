"""Pages one below the other, drawn as they come into view, as sharp as the screen is."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ocop_desktop.signing.foreign import Foreign
from ocop_desktop.ui import texts
from ocop_desktop.ui.jobs import Jobs
from ocop_desktop.ui.pages import Pages

AIR = 14
"""Pixels around each page."""
LEAST, MOST = 0.25, 4.0
_STEP = 48
_TILE_DOTS = 4_000_000
"""Of one drawing: an A4 page across a usual screen is one."""
_KEPT_BYTES = 96 * 1024 * 1024


class Tile(NamedTuple):
    """A band of a page that is so many dots large as a whole."""

    page: int
    width: int
    height: int
    top: int
    high: int


class PageView(QAbstractScrollArea):
    """Shows a PDF. Wheel, arrows, Page Up and Down, Home and End move; Ctrl with wheel, plus, minus and 0 make it larger or
    smaller. ``failed`` where it cannot be read; the sentence then stands in place of the pages."""

    opened = Signal(object)
    """How many pages there are."""
    moved = Signal(object)
    """The number of the page on screen, from 1."""
    failed = Signal(object)

    def __init__(self, file: Foreign, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None
        self.problem = ""
        self._jobs = jobs
        self._factor: float | None = None
        """None: as wide as the window; 0: whole pages."""
        self._places: list[QRect] = []
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self._asked: Tile | None = None
        self._here = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        self.viewport().setAutoFillBackground(True)
        # Always there: one that comes and goes makes pages as wide as the window come and go with it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        jobs.apart(partial(Pages, file), self._opened, self._failed)

    # What is shown

    @property
    def page(self) -> int:
        """The page on screen, from 0."""
        return self._here

    @property
    def factor(self) -> float:
        """How large pages are now; 1 is their size on paper."""
        if self._factor:
            return self._factor
        return self._fitting(whole=self._factor == 0)

    @property
    def drawn(self) -> bool:
        """Whether all that is on screen is as sharp as it gets."""
        return self.pages is not None and not self._wanted()

    def fit(self, *, whole: bool) -> None:
        """As wide as the window, or whole pages."""
        self._factor = 0.0 if whole else None
        self._lay_out()

    def zoom(self, by: float) -> None:
        """Larger or smaller, the middle of the screen staying where it is."""
        self._factor = min(MOST, max(LEAST, self.factor * by))
        self._lay_out()

    def go_to(self, page: int) -> None:
        """The top of a page."""
        if self._places:
            place = self._places[min(max(page, 0), len(self._places) - 1)]
            self.verticalScrollBar().setValue(place.top() - AIR)

    def _opened(self, pages: Pages) -> None:
        self.pages = pages
        self._lay_out()
        self.opened.emit(len(pages))

    def _failed(self, error: BaseException) -> None:
        self._asked = None
        self.problem = texts.error(error)
        self.setAccessibleDescription(self.problem)
        self.verticalScrollBar().setRange(0, 0)
        self.horizontalScrollBar().setRange(0, 0)
        self.viewport().update()
        self.failed.emit(error)

    # Where pages stand

    def _dots_of_point(self) -> float:
        return self.logicalDpiX() / 72

    def _fitting(self, *, whole: bool) -> float:
        if self.pages is None:
            return 1.0
        sizes = [self.pages.size(number) for number in range(len(self.pages))]
        room = self.viewport().size() - QSize(2 * AIR, 2 * AIR)
        wide = room.width() / max(size.width() for size in sizes)
        high = room.height() / max(size.height() for size in sizes)
        return max(0.05, (min(wide, high) if whole else wide) / self._dots_of_point())

    def _lay_out(self) -> None:
        if self.pages is None:
            return
        at = self._middle()
        scale, top = self.factor * self._dots_of_point(), AIR
        sizes = [self._shown(self.pages.size(number), scale) for number in range(len(self.pages))]
        across = max(self.viewport().width(), max(size.width() for size in sizes) + 2 * AIR)
        self._places = []
        for size in sizes:
            self._places.append(QRect((across - size.width()) // 2, top, size.width(), size.height()))
            top += size.height() + AIR
        self._bound(across, top)
        self._return(at)
        self._scrolled()

    @staticmethod
    def _shown(points: QSizeF, scale: float) -> QSize:
        return QSize(max(1, round(points.width() * scale)), max(1, round(points.height() * scale)))

    def _bound(self, across: int, down: int) -> None:
        upright, level = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setRange(0, max(0, down - self.viewport().height()))
        upright.setPageStep(max(_STEP, self.viewport().height() - _STEP))
        level.setRange(0, max(0, across - self.viewport().width()))
        level.setPageStep(self.viewport().width())

    def _middle(self) -> tuple[int, float]:
        """The page in the middle of the screen, and how far down it that is; at the very top, the top."""
        value = self.verticalScrollBar().value()
        if not self._places or value == 0:
            return 0, -1.0
        middle = value + self.viewport().height() // 2
        number = next((n for n, place in enumerate(self._places) if place.bottom() >= middle), len(self._places) - 1)
        place = self._places[number]
        return number, (middle - place.top()) / place.height()

    def _return(self, at: tuple[int, float]) -> None:
        number, part = at
        place = self._places[number]
        middle = place.top() + part * place.height() if part >= 0 else 0
        self.verticalScrollBar().setValue(round(middle) - self.viewport().height() // 2 if part >= 0 else 0)
        level = self.horizontalScrollBar()
        level.setValue(level.maximum() // 2)

    def _scrolled(self) -> None:
        self._here = self._middle()[0]
        self.moved.emit(self._here + 1)
        self.viewport().update()
        self._ask()

    # Drawing

    def _tiles(self, number: int) -> list[Tile]:
        """The bands of a page at this size and on this screen."""
        ratio = self.devicePixelRatioF()
        place = self._places[number]
        width, height = round(place.width() * ratio), round(place.height() * ratio)
        band = max(64, min(height, _TILE_DOTS // width))
        return [Tile(number, width, height, top, min(band, height - top)) for top in range(0, height, band)]

    def _area(self, tile: Tile) -> QRectF:
        """Where a tile stands in the viewport, on whole dots of the screen."""
        ratio = self.devicePixelRatioF()
        place = self._places[tile.page]
        left = round((place.left() - self.horizontalScrollBar().value()) * ratio)
        top = round((place.top() - self.verticalScrollBar().value()) * ratio) + tile.top
        return QRectF(left / ratio, top / ratio, tile.width / ratio, tile.high / ratio)

    def _wanted(self) -> list[Tile]:
        """What is on screen and not drawn yet; then the page after it."""
        view = QRectF(self.viewport().rect())
        ahead = view.adjusted(0, 0, 0, view.height())
        for room in (view, ahead):
            missing = [
                tile
                for number in range(len(self._places))
                if self._page_area(number).intersects(room)
                for tile in self._tiles(number)
                if tile not in self._kept and self._area(tile).intersects(room)
            ]
            if missing:
                return missing
        return []

    def _page_area(self, number: int) -> QRectF:
        at = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(self._places[number]).translated(-at)

    def _ask(self) -> None:
        """One drawing at a time: who scrolls far waits for what is on screen, not for what was passed."""
        if self.pages is None or self._asked is not None or self.problem:
            return
        wanted = self._wanted()
        if wanted:
            self._asked = tile = wanted[0]
            area = QRect(0, tile.top, tile.width, tile.high)
            self._jobs.apart(
                partial(self.pages.image, tile.page, QSize(tile.width, tile.height), area), self._take, self._failed
            )

    def _take(self, image: QImage) -> None:
        tile, self._asked = self._asked, None
        if tile is not None:
            self._kept[tile] = image
            while sum(each.sizeInBytes() for each in self._kept.values()) > _KEPT_BYTES and len(self._kept) > 1:
                self._kept.popitem(last=False)
        self.viewport().update()
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, and on it what is drawn; what is not drawn yet at this size, as it was at another."""
        painter = QPainter(self.viewport())
        if self.problem or not self._places:
            words = self.problem or self.tr("Đang mở…")
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            room = self.viewport().rect().adjusted(48, 32, -48, -32)
            painter.fillRect(self.viewport().rect(), self.palette().color(QPalette.ColorRole.Base))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        view = QRectF(event.rect())
        for number in range(len(self._places)):
            if not self._page_area(number).intersects(view):
                continue
            tiles = self._tiles(number)
            whole = self._area(tiles[0]).united(self._area(tiles[-1]))
            painter.fillRect(whole, Qt.GlobalColor.white)
            if any(tile not in self._kept for tile in tiles):
                self._paint_older(painter, tiles[0], whole)
            for tile in tiles:
                if (image := self._kept.get(tile)) is not None:
                    self._kept.move_to_end(tile)
                    painter.drawImage(self._area(tile), image)

    def _paint_older(self, painter: QPainter, now: Tile, whole: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for tile, image in self._kept.items():
            if tile.page == now.page and (tile.width, tile.height) != (now.width, now.height):
                down = whole.height() / tile.height
                place = QRectF(whole.left(), whole.top() + tile.top * down, whole.width(), tile.high * down)
                painter.drawImage(place, image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)

    # Keys, wheel, size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit go on fitting."""
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes pages larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Through the pages, and larger or smaller."""
        if not self.handle(event):
            super().keyPressEvent(event)

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key says; whether it says anything here."""
        key, bar = event.key(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            sizes = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}
            if key in sizes:
                self.zoom(sizes[Qt.Key(key)])
            elif key == Qt.Key.Key_0:
                self.fit(whole=False)
            else:
                return False
            return True
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: _STEP,
            Qt.Key.Key_Up: -_STEP,
        }
        if key in steps:
            bar.setValue(bar.value() + steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.go_to(self._here + (1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            return False
        return True
