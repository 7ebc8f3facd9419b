"""Beside a self-assessment: the total with its star, the parts, what would lift it, and how much is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.regimes import EvidenceRow
from ocop_desktop.domain.scoring import Change, Lift, Score
from ocop_desktop.domain.text import show_hundredths
from ocop_desktop.ui.widgets import Card, clear, link, row, set_role, tag, text

_LETTERS = 40


class ListButton(QPushButton):
    """A line that wraps, with a few words at its right, and can be pressed."""

    def __init__(self, title: str, role: str = "section", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = text(short(title), wrap=True)
        self.setToolTip(title if self.title.text() != title else "")
        self.aside = text("", "quiet")
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(8, 4, 8, 4)
        self._box.setSpacing(6)
        self._box.addWidget(self.title, 1)
        self._box.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self.title, self.aside):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(title)

    def say(self, aside: str) -> None:
        """The words at the right."""
        if self.aside.text() != aside:
            self.aside.setText(aside)
            self.setAccessibleDescription(aside)

    def emphasise(self, chosen: bool) -> None:
        """The line that is on screen stands out."""
        set_role(self.title, "strong" if chosen else "")

    def add_mark(self, words: str) -> None:
        """A star mark before the words at the right."""
        mark = tag(words, "warning")
        mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._box.insertWidget(1, mark, 0, Qt.AlignmentFlag.AlignVCenter)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)


class ScoreCard(Card):
    """Total of a hundred with the star it reaches, a bar for each part, and whose score this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("score")
        self.box.setSpacing(5)
        self.total = text("", "score")
        self.total.setObjectName("score.total")
        self._of = text("", "quiet")
        self.stars = text("", "stars", "star")
        self.stars.setObjectName("score.stars")
        head = row(self.total, self._of, None, self.stars, spacing=6)
        head.setAlignment(self._of, Qt.AlignmentFlag.AlignBottom)
        self.box.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(3)
        self.box.addLayout(self._grid)
        self._why = text("", "small", wrap=True)
        self._why.setObjectName("score.why")
        self.box.addWidget(self._why)
        self._gap = text("", "problem", wrap=True)
        self._gap.setObjectName("score.gap")
        self._gap.hide()
        self.box.addWidget(self._gap)
        self._bars: dict[str, tuple[QWidget, QProgressBar]] = {}
        self._built = ""

    def show_score(self, criteria: CriteriaSet, found: Score) -> None:
        """Show a sheet as it stands."""
        if self._built != criteria.id:
            self._build(criteria)
        most = sum(part.max for part in criteria.parts)
        self.total.setText(show_hundredths(found.total))
        self._of.setText(f"/{most}")
        stars = found.stars if found.stars >= 3 else 0
        self.stars.setText("★" * stars if stars else self.tr("chưa đến 3 sao"))
        set_role(self.stars, "stars" if stars else "small", "star" if stars else "")
        for part in criteria.parts:
            number, bar = self._bars[part.code]
            number.setProperty("text", f"{show_hundredths(found.parts[part.code])}/{part.max}")
            bar.setValue(found.parts[part.code])
        why = ""
        if found.rejected:
            why = self.tr("Có điều kiện loại hồ sơ đã đánh dấu: không xếp hạng.")
        elif found.band > found.stars and found.band >= 3:
            words = self.tr("Đủ điểm {band} sao, còn vướng {count} mốc bắt buộc.")
            why = words.format(band=found.band, count=len(found.blocking))
        if found.stopped:
            stopped = self.tr("Mục {sections} có tiêu chí 0 điểm: theo bản in, không đánh giá các bước tiếp theo.")
            why = " ".join(filter(None, (why, stopped.format(sections=", ".join(found.stopped)))))
        self._why.setText(why)
        self._why.setVisible(bool(why))
        set_role(self._why, "problem" if found.rejected or found.stopped else "small")

    def _show_gap(self, criteria: CriteriaSet) -> None:
        """What is missing of a table that was not found whole: its total is not the printed one."""
        lacks = ", ".join(
            self.tr("phần {part} thiếu {points} điểm").format(part=p, points=n) for p, n in criteria.gap.items()
        )
        known = " ".join(issue.text for issue in criteria.issues)
        words = self.tr("Bảng điểm này chưa đủ nguồn: {lacks}. Điểm và hạng ở đây chưa dùng để quyết định. {known}")
        self._gap.setText(words.format(lacks=lacks, known=known).strip())
        self._gap.setVisible(criteria.status != "complete")

    def _build(self, criteria: CriteriaSet) -> None:
        clear(self._grid)
        self._bars.clear()
        self._built = criteria.id
        self._show_gap(criteria)
        for line, part in enumerate(criteria.parts):
            number = text("", "")
            bar = QProgressBar()
            bar.setRange(0, 100 * part.max)
            bar.setTextVisible(False)
            bar.setAccessibleName(part.title)
            name = text(f"{part.code} {part.title}", "small", wrap=True)
            self._grid.addWidget(name, 2 * line, 0)
            self._grid.addWidget(number, 2 * line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(bar, 2 * line + 1, 0, 1, 2)
            self._bars[part.code] = (number, bar)
        self._grid.setColumnStretch(0, 1)


class LiftCard(Card):
    """What would lift the sheet one star: each line leads to its criterion."""

    wanted = Signal(object)
    """The id of a criterion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("lift")
        self.box.setSpacing(3)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._title = text("", "heading")
        self._words = text("", "", wrap=True)
        self.other = link("", "lift.other", "small")
        self.other.clicked.connect(self._next)
        for widget in (self._title, self._words):
            self.box.addWidget(widget)
        self.box.addLayout(self._lines)
        self._proof = text("", "small", wrap=True)
        self._proof.setObjectName("lift.proof")
        self.box.addWidget(self._proof)
        self.box.addWidget(self.other)
        self._criteria: CriteriaSet | None = None
        self._lift: Lift | None = None
        self._rows: Mapping[str, Sequence[EvidenceRow]] = {}
        self._at = 0

    def show_lift(
        self, criteria: CriteriaSet, found: Lift | None, rows: Mapping[str, Sequence[EvidenceRow]], stars: int
    ) -> None:
        """Show the cheapest changes; ``stars`` is what the sheet reaches now."""
        if (criteria, found) == (self._criteria, self._lift) and self._title.text():
            return
        self._criteria, self._lift, self._rows, self._at = criteria, found, rows, 0
        if found is None:
            best = stars == 5
            self._title.setText(self.tr("Đã ở mức cao nhất") if best else self.tr("Chưa xếp hạng"))
        else:
            self._title.setText(self.tr("Để lên {stars} sao").format(stars=found.stars))
        self._fill()

    def _next(self) -> None:
        self._at += 1
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        found = self._lift
        sets = found.sets if found is not None else ()
        self.other.setVisible(len(sets) > 1)
        self._proof.hide()
        self._words.setVisible(found is not None)
        if found is None:
            return
        points, gates = show_hundredths(found.short), len(found.gates)
        if not sets:
            words = self.tr("Bộ tiêu chí này không đủ để lên {stars} sao.").format(stars=found.stars)
        elif found.short and gates:
            words = self.tr("Cần thêm {points} điểm và {gates} mốc bắt buộc:").format(points=points, gates=gates)
        elif gates:
            words = self.tr("Đủ điểm, còn {gates} mốc bắt buộc:").format(gates=gates)
        else:
            words = self.tr("Cần thêm {points} điểm, ít tiêu chí nhất là:").format(points=points)
        self._words.setText(words)
        if not sets:
            return
        at = self._at % len(sets)
        for change in sets[at]:
            self._lines.addWidget(self._line(change))
        rows = sorted({int(each.no) for change in sets[at] for each in self._rows.get(change.criterion, ())})
        self._proof.setText(self.tr("Minh chứng cần có: dòng {rows}.").format(rows=", ".join(map(str, rows))))
        self._proof.setVisible(bool(rows))
        self.other.setText(self.tr("Cách khác cũng {count} tiêu chí ({at}/{all}) ›").format(
            count=len(sets[at]), at=at + 1, all=len(sets)
        ))  # fmt: skip

    def _line(self, change: Change) -> ListButton:
        leaf = self._criteria.criterion(change.criterion) if self._criteria is not None else None
        title = f"{leaf.no} {leaf.title}" if leaf is not None else change.criterion
        made = ListButton(title, "todo")
        made.setObjectName(f"lift.{change.criterion}")
        made.say(f"+{change.points}")
        if change.gate:
            made.add_mark(self.tr("mốc"))
        rows = ", ".join(str(int(each.no)) for each in self._rows.get(change.criterion, ()))
        if rows:
            made.setToolTip(self.tr("{title}\nMinh chứng cần có: dòng {rows}").format(title=title, rows=rows))
        made.clicked.connect(partial(self._want, change.criterion))
        return made

    def _want(self, criterion: str, _checked: bool = False) -> None:
        self.wanted.emit(criterion)


class ScoreSide(QWidget):
    """The three cards one under the other."""

    wanted = Signal(object)
    """The id of a criterion."""
    next_open_wanted = Signal()
    """Go to the next criterion without an answer."""
    paper_wanted = Signal(object)
    """The score sheet, blank or as the producer scored: its id in the registry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.total = ScoreCard()
        self.lift = LiftCard()
        self.lift.wanted.connect(self.wanted)
        self.count = text("", "", wrap=True)
        self.count.setObjectName("scores.count")
        self._open = link(self.tr("Đến tiêu chí chưa chấm  Ctrl ↓"), "scores.open")
        self._open.clicked.connect(self.next_open_wanted)
        count = Card()
        count.box.setSpacing(4)
        count.box.addWidget(self.count)
        count.box.addWidget(self._open)
        words = self.tr("↑ ↓ chọn tiêu chí, phím số chọn mức, Delete bỏ chọn, Alt ↓ mục tiếp theo.")
        count.box.addWidget(text(words, "small", wrap=True))
        blank = link(self.tr("In phiếu để trống"), "scores.print_blank")
        blank.clicked.connect(partial(self.paper_wanted.emit, "phieu-cham"))
        self._own = link(self.tr("In phiếu tự chấm"), "scores.print_own")
        self._own.clicked.connect(partial(self.paper_wanted.emit, "phieu-tu-cham"))
        count.box.addLayout(row(blank, self._own, None, spacing=14))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for card in (self.total, self.lift, count):
            box.addWidget(card)
        box.addStretch(1)

    def show_sheet(
        self, criteria: CriteriaSet, found: Score, way: Lift | None, rows: Mapping[str, Sequence[EvidenceRow]]
    ) -> None:
        """Show a sheet as it stands; nothing about lifting while nothing is answered."""
        self.total.show_score(criteria, found)
        words = self.tr("{done} trên {whole} tiêu chí đã chấm.")
        self.count.setText(words.format(done=found.answered, whole=found.answered + len(found.unanswered)))
        self._open.setVisible(bool(found.unanswered))
        self.lift.setVisible(bool(found.answered))
        self._own.setVisible(bool(found.answered))
        if found.answered:
            self.lift.show_lift(criteria, way, rows, found.stars)


def short(title: str) -> str:
    """The first words of a long title: the tooltip and the criterion itself have all of it."""
    return title if len(title) <= _LETTERS else title[: _LETTERS - 1].rsplit(" ", 1)[0] + "…"
