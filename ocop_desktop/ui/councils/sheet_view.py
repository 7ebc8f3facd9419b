"""Entry of a member's paper sheet: number keys choose and go on to the next criterion, every answer is saved at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.councils import sheets
from ocop_desktop.actions.councils.sheets import REJECT, SCORE, SheetPage
from ocop_desktop.domain.criteria import CriteriaSet, Criterion
from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.scoring import rejections, score
from ocop_desktop.domain.text import show_hundredths
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.criterion_view import CriterionView
from ocop_desktop.ui.inputs import Line, Tick
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, link, row, rule, set_role, text

_SIDE = 250


class PaperCriterion(CriterionView):
    """A criterion that is read off a paper: a number key answers and goes on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        digit = event.text()
        if digit.isascii() and digit.isdecimal() and self.answer and not event.modifiers() & _HELD:
            self.walked.emit(self.criterion.id, 1)


_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def read_sheet(db: Db, page: SheetPage) -> tuple[SheetPage, CriteriaSet]:
    """The sheet again, with its rubric."""
    again = sheets.open_sheet(db, page.session, page.case, page.member, page.entry)
    return again, sheets.criteria_of(db, page.case)


class SheetView(QWidget):
    """All criteria of one sheet under each other, what they come to at the right."""

    back = Signal()
    finished = Signal()
    """The sheet is done: the next one may come."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._office = office
        self._page: SheetPage | None = None
        self._criteria: CriteriaSet | None = None
        self._answers: dict[str, str] = {}
        self._ticked: set[int] = set()
        self.views: dict[str, PaperCriterion] = {}
        self._order: list[str] = []
        back = link(self.tr("‹ Phiên họp"), "sheet.back")
        back.clicked.connect(self.back)
        self._who = text("", "title", wrap=True)
        self._who.setObjectName("sheet.who")
        self._what = text("", "quiet", wrap=True)
        self._scroll = PageScroll()
        self._scroll.box.setContentsMargins(0, 0, 6, 0)
        self._list = QVBoxLayout()
        self._scroll.box.addLayout(self._list)
        self._total = text("", "score")
        self._total.setObjectName("sheet.total")
        self._parts = text("", "small", wrap=True)
        self._open = text("", "", wrap=True)
        self._open.setObjectName("sheet.open")
        self._differs = text("", "remark", wrap=True)
        self._differs.setObjectName("sheet.differs")
        self.comment = Line()
        self.comment.setObjectName("sheet.comment")
        self.comment.setPlaceholderText(self.tr("Ý kiến của người đánh giá"))
        self.comment.setAccessibleName(self.tr("Ý kiến của người đánh giá"))
        self.comment.left.connect(self._keep_comment)
        self._done = button(self.tr("Xong phiếu  Ctrl Enter"), primary=True, name="sheet.done")
        self._done.clicked.connect(self._finish)
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName("sheet.problem")
        said = self.tr("Phím số chọn mức và sang tiêu chí sau. ↑ ↓ đi lại, Delete bỏ chọn, Ctrl ↓ đến tiêu chí trống.")
        side = Card()
        side.setFixedWidth(_SIDE)
        for each in (self._total, self._parts, self._open, self._differs, self.comment, self._done, self._problem):
            side.box.addWidget(each)
        side.box.addWidget(rule())
        side.box.addWidget(text(said, "small", wrap=True))
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self._scroll, 1)
        columns.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 10)
        box.setSpacing(6)
        box.addLayout(row(back, None))
        box.addWidget(self._who)
        box.addWidget(self._what)
        box.addLayout(columns, 1)
        for keys, slot in (("Ctrl+Down", self.go_open), ("Ctrl+Return", self._finish), ("Ctrl+Enter", self._finish)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def show_sheet(self, page: SheetPage, criteria: CriteriaSet) -> None:
        """Show a sheet; the cursor goes to its first open criterion."""
        self._page = page
        self._answers, self._ticked = dict(page.answers), set(page.ticked)
        self._criteria = criteria
        self._build(criteria)
        for id_, view in self.views.items():
            view.show_answer(self._answers.get(id_, ""), locked=page.locked)
        self._who.setText(f"{page.member_name} · {page.product}")
        words = self.tr("{set} · {document} · {producer}")
        if page.double_entry:
            words = self.tr("Lần nhập {entry} · ").format(entry=page.entry) + words
        law = legal.regime(page.regime).source.document
        self._what.setText(words.format(set=criteria.name, document=law, producer=page.producer))
        if not self.comment.hasFocus():
            self.comment.replace_all(page.comment)
        self._problem.setText("")
        self._done.setEnabled(not page.locked)
        self._sum()
        if page.locked:
            self._problem.setText(self.tr("Kết quả đã ghi: phiếu chỉ để xem."))
        self.go_open()

    def go_open(self) -> None:
        """The next criterion without an answer, or the button when there is none."""
        focused = next((id_ for id_, view in self.views.items() if view.hasFocus()), "")
        at = self._order.index(focused) + 1 if focused else 0
        found = next((id_ for id_ in (*self._order[at:], *self._order[:at]) if not self._answers.get(id_)), "")
        if found:
            self._go(found)
        elif self._page is not None and self._page.differs:
            self._go(next((id_ for id_ in self._page.differs if id_ in self.views), self._order[0]))
        else:
            self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, criteria: CriteriaSet) -> None:
        clear(self._list)
        self.views.clear()
        self._order.clear()
        for part in criteria.parts:
            for section in part.sections:
                card = Card(f"{part.code}.{section.no} {section.title}")
                card.box.setContentsMargins(6, 8, 6, 6)
                card.box.setSpacing(4)
                for number, leaf in enumerate(section.leaves()):
                    if number:
                        card.box.addWidget(rule())
                    card.box.addWidget(self._view(leaf))
                self._list.addWidget(card)
        conditions = rejections(criteria)
        if conditions:
            card = Card(self.tr("Hồ sơ bị loại khi"))
            for each in conditions:
                card.box.addWidget(self._tick(each.no, f"{each.where} {each.rule.text}".strip()))
            self._list.addWidget(card)

    def _view(self, leaf: Criterion) -> PaperCriterion:
        view = PaperCriterion(leaf)
        view.answered.connect(self._answered)
        view.walked.connect(self._walk)
        view.entered.connect(self._reveal)
        self.views[leaf.id] = view
        self._order.append(leaf.id)
        return view

    def _tick(self, no: int, words: str) -> QWidget:
        tick = Tick("", self)
        tick.setObjectName(f"sheet.reject.{no}")
        tick.setAccessibleName(words)
        tick.setChecked(no in self._ticked)
        tick.setEnabled(self._page is None or not self._page.locked)
        tick.toggled.connect(partial(self._rejected, no))
        line = QWidget()
        said = text(words, "small", wrap=True)
        layout = row(tick, said, spacing=6)
        layout.setStretch(1, 1)
        line.setLayout(layout)
        return line

    # Answers

    def _answered(self, criterion: object, answer: object) -> None:
        self._answers[str(criterion)] = str(answer or "")
        self._write(f"{SCORE}{criterion}", None if answer is None else str(answer))
        self._sum()

    def _rejected(self, no: int, ticked: bool) -> None:
        (self._ticked.add if ticked else self._ticked.discard)(no)
        self._write(f"{REJECT}{no}", True if ticked else None)

    def _keep_comment(self) -> None:
        page = self._page
        if page is not None and not page.locked and self.comment.text() != page.comment:
            self._write("comment", self.comment.text() or None)

    def _write(self, field: str, value: Value) -> None:
        page = self._page
        if page is None or page.locked:
            return
        self._office.jobs.write(
            lambda db: sheets.write(db, page.session, page.case, page.member, field, value, page.entry)
        )

    def _finish(self) -> None:
        page = self._page
        if page is None or page.locked:
            return
        self._keep_comment()
        if count := sum(not self._answers.get(id_) for id_ in self._order):
            self._problem.setText(self.tr("Còn {count} tiêu chí chưa chấm.").format(count=count))
            self.go_open()
            return
        self._office.jobs.write(
            lambda db: sheets.finish(db, page.session, page.case, page.member, page.entry), self._finished
        )

    def _finished(self, _answer: object) -> None:
        page = self._page
        if page is not None and page.double_entry:
            self._office.jobs.read(partial(read_sheet, page=page), self._after_second)
        else:
            self.finished.emit()

    def _after_second(self, answer: tuple[SheetPage, CriteriaSet]) -> None:
        page, criteria = answer
        if page.differs:
            self.show_sheet(page, criteria)
        else:
            self.finished.emit()

    # Showing

    def _sum(self) -> None:
        criteria, page = self._criteria, self._page
        if criteria is None or page is None:
            return
        found = score(criteria, self._answers, legal.regime(page.regime).bands)
        self._total.setText(f"{show_hundredths(found.total)}/{sum(part.max for part in criteria.parts)}")
        parts = (f"{part.code} {show_hundredths(found.parts[part.code])}/{part.max}" for part in criteria.parts)
        self._parts.setText("   ".join(parts))
        words = self.tr("Còn {count} tiêu chí.") if found.unanswered else self.tr("Đủ {done} tiêu chí.")
        self._open.setText(words.format(count=len(found.unanswered), done=found.answered))
        set_role(self._open, "", "")
        numbers = [leaf.no for leaf in criteria.leaves() if leaf.id in page.differs]
        numbers += [self.tr("điều kiện loại") for each in page.differs if each.startswith("reject.")]
        self._differs.setText(self.tr("Hai lần nhập lệch ở: {criteria}.").format(criteria=", ".join(numbers)))
        self._differs.setVisible(bool(page.differs))

    def _walk(self, criterion: object, by: object) -> None:
        at = self._order.index(str(criterion)) + int(str(by))
        if 0 <= at < len(self._order):
            self._go(self._order[at])
        elif at >= len(self._order):
            self.go_open()

    def _go(self, criterion: str) -> None:
        self.views[criterion].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._reveal(criterion)

    def _reveal(self, criterion: object) -> None:
        self._scroll.ensureWidgetVisible(self.views[str(criterion)], 0, 24)
