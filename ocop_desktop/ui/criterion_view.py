"""One criterion of a rubric with its options, drawn in one piece so that a section appears at once, and answered by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocop_desktop.domain.criteria import NO, NOT_APPLICABLE, YES, Criterion
from ocop_desktop.ui import style

_PAD, _GAP, _ROW, _RING, _POINTS = 10, 6, 30, 14, 28
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | _WRAP
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class Level:
    """One answer on screen: what is stored, its words, points and star mark."""

    answer: str
    words: str
    points: int
    star: int = 0


@dataclass(frozen=True)
class Chip:
    """A row of the evidence list that speaks for the criterion, and how many files it has."""

    row: str
    title: str
    files: int = 0


@dataclass(frozen=True)
class _Piece:
    """A piece of the drawing at its place."""

    kind: str
    rect: QRect
    words: str = ""
    level: Level | None = None
    number: int = 0
    chip: Chip | None = None


class CriterionView(QWidget):
    """A criterion: number keys choose, left and right go through the options, Delete takes the answer away.

    Up and down leave it; the page around it knows what stands next.
    """

    answered = Signal(object, object)
    """The criterion's id, and the answer chosen (None: taken away)."""
    walked = Signal(object, object)
    """The criterion's id, and by how many criteria to go on."""
    entered = Signal(object)
    """The criterion's id, when the cursor comes to it."""
    evidence_wanted = Signal(object)
    """The number of a row of evidence."""

    def __init__(self, criterion: Criterion, chips: Sequence[Chip] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self.setObjectName(f"criterion.{criterion.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._groups = self._levels()
        self._chips = tuple(chips)
        self._answer = ""
        self._before: str | None = None
        self._locked = False
        self._hover = QPoint(-1, -1)
        self._laid: tuple[int, str, list[_Piece]] | None = None
        self._describe()

    # What the page calls

    @property
    def answer(self) -> str:
        """The answer shown, or an empty text."""
        return self._answer

    def levels(self) -> tuple[Level, ...]:
        """Every answer, in the order of the number keys."""
        return tuple(level for _, levels in self._groups for level in levels)

    def show_answer(self, answer: str, *, locked: bool) -> None:
        """Mark an option; a locked one cannot be changed."""
        if (answer, locked) != (self._answer, self._locked):
            self._answer, self._locked = answer, locked
            self._describe()
            self.update()

    def show_before(self, answer: str | None) -> None:
        """The answer in the dossier before, where there is one to compare with."""
        if answer != self._before:
            self._before, self._laid = answer, None
            self.updateGeometry()
            self.update()

    def show_files(self, counts: dict[str, int]) -> None:
        """How many files each row of evidence has."""
        chips = tuple(replace(chip, files=counts.get(chip.row, 0)) for chip in self._chips)
        if chips != self._chips:
            self._chips, self._laid = chips, None
            self.update()

    # Words

    def _levels(self) -> list[tuple[str, tuple[Level, ...]]]:
        own = self.criterion
        if own.scoring == "yes_no":
            groups: list[tuple[str, tuple[Level, ...]]] = [
                ("", (Level(NO, self.tr("Không"), 0), Level(YES, self.tr("Có"), own.max)))
            ]
        elif own.alternatives:
            groups = [
                (case.label, tuple(Level(o.id, o.text, o.points, o.min_star or 0) for o in case.options))
                for case in own.alternatives
            ]
        else:
            groups = [("", tuple(Level(o.id, o.text, o.points, o.min_star or 0) for o in own.options))]
        return groups

    def _describe(self) -> None:
        chosen = next((level for level in self.levels() if level.answer == self._answer), None)
        if chosen is not None:
            state = self.tr("{points} điểm: {words}").format(points=chosen.points, words=chosen.words)
        elif self._answer == NOT_APPLICABLE:
            state = self.tr("không áp dụng")
        else:
            state = self.tr("chưa chấm")
        self.setAccessibleName(f"{self.criterion.no} {self.criterion.title}")
        lines = [f"{n}: {level.words} ({level.points})" for n, level in enumerate(self.levels(), start=1)]
        self.setAccessibleDescription("\n".join((state, *lines)))
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _quiet_lines(self) -> list[tuple[str, str]]:
        own = self.criterion
        before = next((level for level in self.levels() if level.answer == self._before), None)
        lines = [("small", words) for words in (own.requirement, own.hint, *own.notes) if words]
        if own.applies_if:
            lines.append(("small", self.tr("{words}. Phím 0: không áp dụng.").format(words=own.applies_if.rstrip("."))))
        if own.anomaly:
            lines.append(("small", self.tr("Bản in: {words}").format(words=own.anomaly)))
        if own.min_star:
            lines.append(
                ("small", self.tr("Tiêu chí có dấu {star} sao; bản in không ghi mức.").format(star=own.min_star))
            )
        if before is not None:
            lines.append(
                ("small", self.tr("Lần trước: {points} điểm, {words}").format(points=before.points, words=before.words))
            )
        return [*lines, *(("danger", rule.text) for rule in own.disqualify)]

    # Where things stand

    def _font(self, kind: str) -> QFont:
        font = QFont(self.font())
        if kind in {"title", "case", "number"}:
            font.setWeight(QFont.Weight.DemiBold)
        if kind == "title":
            font.setPointSizeF(font.pointSizeF() + 0.5)
        if kind in {"small", "danger", "chip", "key", "tag"}:
            font.setPointSizeF(font.pointSizeF() - (1.0 if kind in {"small", "danger", "key"} else 0.5))
        return font

    def _pieces(self, width: int) -> list[_Piece]:
        key = self.font().toString()
        if self._laid is None or self._laid[:2] != (width, key):
            self._laid = (width, key, self._lay_out(width))
        return self._laid[2]

    def _lay_out(self, width: int) -> list[_Piece]:
        pieces: list[_Piece] = []
        inside, y = width - 2 * _PAD, 8

        def put(kind: str, words: str, left: int = _PAD, room: int = inside, **more: object) -> None:
            nonlocal y
            metrics = QFontMetrics(self._font(kind))
            height = metrics.boundingRect(QRect(0, 0, room, 100_000), _LEFT, words).height()
            pieces.append(_Piece(kind, QRect(left, y, room, height), words, **more))  # type: ignore[arg-type]
            y += height + 3

        most = self.tr("tối đa {points} điểm").format(points=self.criterion.max)
        aside = QFontMetrics(self._font("small")).horizontalAdvance(most) + 12
        put("title", f"{self.criterion.no} {self.criterion.title}", room=inside - aside)
        first = QFontMetrics(self._font("title")).height()
        pieces.append(_Piece("most", QRect(width - _PAD - aside, 8, aside, first), most))
        for kind, words in self._quiet_lines():
            put(kind, words)
        y += 3
        words_at = _PAD + 24 + _RING
        room = self._points_at(width) - 10 - words_at
        number = 0
        metrics = QFontMetrics(self.font())
        for label, levels in self._groups:
            if label:
                put("case", label)
            for level in levels:
                number += 1
                text = metrics.boundingRect(QRect(0, 0, max(60, room), 100_000), _LEFT, level.words).height()
                height = max(_ROW, text + 10)
                pieces.append(_Piece("level", QRect(0, y, width, height), level.words, level, number))
                y += height + 2
        y += 3
        return self._lay_chips(pieces, width, y)

    def _lay_chips(self, pieces: list[_Piece], width: int, y: int) -> list[_Piece]:
        x, metrics = _PAD, QFontMetrics(self._font("chip"))
        for chip in self._chips:
            files = self.tr("{count} tệp").format(count=chip.files) if chip.files else self.tr("chưa có tệp")
            words = self.tr("Minh chứng {row}: {files}").format(row=int(chip.row), files=files)
            wide = metrics.horizontalAdvance(words) + 16
            if x + wide > width - _PAD and x > _PAD:
                x, y = _PAD, y + metrics.height() + 10
            pieces.append(_Piece("chip", QRect(x, y, wide, metrics.height() + 6), words, chip=chip))
            x += wide + _GAP
        if self._chips:
            y += metrics.height() + 10
        pieces.append(_Piece("end", QRect(0, y + 2, width, 0)))
        return pieces

    def _points_at(self, width: int) -> int:
        """Where the column of points begins: star marks, where there are any, stand right of it."""
        marked = any(level.star for level in self.levels())
        return width - _PAD - _POINTS - (self._mark_width() + 6 if marked else 0)

    def _mark_width(self) -> int:
        metrics = QFontMetrics(self._font("tag"))
        return max(metrics.horizontalAdvance(self.tr("mốc {star} sao").format(star=star)) for star in (3, 4, 5)) + 14

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._pieces(width)[-1].rect.bottom() + 6

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(max(self.width(), 420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 60)

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = style.roles()
        if self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.accent))
            painter.drawRoundedRect(QRectF(0, 8, 3, self._pieces(self.width())[0].rect.height()), 1.5, 1.5)
        for piece in self._pieces(self.width()):
            if piece.kind == "level" and piece.level is not None:
                self._draw_level(painter, piece, piece.level, roles)
            elif piece.kind == "chip" and piece.chip is not None:
                self._draw_chip(painter, piece, piece.chip, roles)
            elif piece.kind != "end":
                colours = {"danger": roles.danger, "small": roles.quiet, "most": roles.quiet}
                painter.setFont(self._font("small" if piece.kind == "most" else piece.kind))
                painter.setPen(QColor(colours.get(piece.kind, roles.text)))
                painter.drawText(piece.rect, _RIGHT if piece.kind == "most" else _LEFT, piece.words)
        painter.end()

    def _draw_level(self, painter: QPainter, piece: _Piece, level: Level, roles: style.Roles) -> None:
        chosen, rect = level.answer == self._answer, piece.rect
        hovered = rect.contains(self._hover) and not self._locked
        if chosen or hovered:
            painter.setPen(QPen(QColor(roles.accent), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.accent_ground if chosen else roles.hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle = rect.center().y() + 1
        if self.hasFocus() and not self._locked and piece.number <= 9:
            painter.setFont(self._font("key"))
            painter.setPen(QColor(roles.quiet))
            painter.drawText(QRect(_PAD - 2, rect.top(), 14, rect.height()), _CENTRE, str(piece.number))
        ring = QRectF(_PAD + 15, middle - _RING / 2, _RING, _RING)
        painter.setBrush(QColor(roles.surface))
        painter.setPen(QPen(QColor(roles.accent if chosen else roles.quiet), 1.2))
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.button))
            painter.drawEllipse(ring.adjusted(3.5, 3.5, -3.5, -3.5))
        right = self._points_at(rect.width())
        if level.star:
            high, wide = QFontMetrics(self._font("tag")).height() + 2, self._mark_width()
            box = QRectF(rect.width() - _PAD - wide, middle - high / 2, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.warning_ground))
            painter.drawRoundedRect(box, 4, 4)
            painter.setFont(self._font("tag"))
            painter.setPen(QColor(roles.warning))
            painter.drawText(box, _CENTRE, self.tr("mốc {star} sao").format(star=level.star))
        painter.setPen(QColor(roles.text))
        painter.setFont(self._font("number" if chosen else "level"))
        painter.drawText(QRect(right, rect.top(), _POINTS, rect.height()), _RIGHT, str(level.points))
        painter.setFont(self.font())
        left = _PAD + 24 + _RING
        painter.drawText(QRect(left, rect.top(), right - 10 - left, rect.height()), _LEFT, level.words)

    def _draw_chip(self, painter: QPainter, piece: _Piece, chip: Chip, roles: style.Roles) -> None:
        hovered = piece.rect.contains(self._hover)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.hover if hovered else roles.neutral_ground))
        painter.drawRoundedRect(QRectF(piece.rect), 4, 4)
        painter.setFont(self._font("chip"))
        painter.setPen(QColor(roles.law if hovered else roles.quiet))
        painter.drawText(piece.rect, _CENTRE, piece.words)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, digit = event.key(), event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and digit.isdecimal() and digit.isascii():
            self._choose_number(int(digit))
        elif plain and key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.walked.emit(self.criterion.id, -1 if key == Qt.Key.Key_Up else 1)
        elif plain and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            answers = [level.answer for level in self.levels()]
            at = answers.index(self._answer) if self._answer in answers else -1
            step = -1 if key == Qt.Key.Key_Left else 1
            self._choose_number(min(max(at + step, 0), len(answers) - 1) + 1)
        elif plain and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._answer_with("")
        else:
            super().keyPressEvent(event)

    def _choose_number(self, number: int) -> None:
        levels = self.levels()
        if number == 0 and self.criterion.applies_if:
            self._answer_with(NOT_APPLICABLE)
        elif 1 <= number <= len(levels):
            self._answer_with(levels[number - 1].answer)

    def _answer_with(self, answer: str) -> None:
        if not self._locked and answer != self._answer:
            self.show_answer(answer, locked=False)
            self.answered.emit(self.criterion.id, answer or None)

    def _piece_at(self, place: QPoint) -> _Piece | None:
        return next(
            (p for p in self._pieces(self.width()) if p.kind in {"level", "chip"} and p.rect.contains(place)), None
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        piece = self._piece_at(event.position().toPoint())
        if piece is not None and event.button() == Qt.MouseButton.LeftButton:
            if piece.level is not None:
                self._answer_with(piece.level.answer)
            elif piece.chip is not None:
                self.evidence_wanted.emit(piece.chip.row)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position().toPoint()
        piece = self._piece_at(self._hover)
        active = piece is not None and (piece.chip is not None or not self._locked)
        self.setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor)
        self.setToolTip(piece.chip.title if piece is not None and piece.chip is not None else "")
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hover = QPoint(-1, -1)
        self.update()

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.entered.emit(self.criterion.id)
        self.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()
