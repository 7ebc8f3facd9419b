"""Điểm tự chấm: the producer's self-assessment, criterion by criterion, and the texts of Mẫu số 02."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.domain.criteria import CriteriaSet, SectionOf
from ocop_desktop.domain.evidence import rows_by_criterion
from ocop_desktop.domain.regimes import EvidenceRow
from ocop_desktop.domain.scoring import (
    ANSWER,
    REJECT,
    Rejection,
    Score,
    answers_of,
    lift,
    next_star,
    rejected,
    rejections,
    score,
)
from ocop_desktop.domain.text import show_hundredths
from ocop_desktop.ui.conditions_page import ConditionsPage
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.criterion_view import CriterionView
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.following.before import Before
from ocop_desktop.ui.score_side import ListButton, ScoreSide
from ocop_desktop.ui.section_page import SectionPage
from ocop_desktop.ui.self_report_page import SelfReportPage
from ocop_desktop.ui.step import SIDE_WIDTH, Step
from ocop_desktop.ui.widgets import Card, PageScroll, clear, row, rule, text

CONDITIONS, TEXTS, SUMMARY = "conditions", "texts", "summary"
_NARROW = 860


class ScoresTab(Step):
    """Sections at the left, their criteria in the middle, what they come to at the right; each page built when shown."""

    evidence_wanted = Signal(object)
    """The number of a row of evidence."""
    paper_wanted = Signal(object)
    """``mau-02``."""

    def __init__(self, office: OfficeContext, draft: Draft, regime: str, parent: QWidget | None = None) -> None:
        super().__init__(office, draft, parent)
        self._regime = legal.regime(regime)
        self._form = legal.form_of(regime, "mau-02")
        self._criteria: CriteriaSet | None = None
        self._wanted: tuple[str, int | None] = ("", -1)
        self._rows: dict[str, tuple[EvidenceRow, ...]] = {}
        self._order: list[str] = []
        self._home: dict[str, str] = {}
        self._sections: dict[str, SectionOf] = {}
        self._views: dict[str, CriterionView] = {}
        self._pages: dict[str, QWidget] = {}
        self._buttons: dict[str, ListButton] = {}
        self._rejections: list[Rejection] = []
        self._texts: SelfReportPage | None = None
        self._going = self._at = ""
        self._group = QButtonGroup(self)
        self._before = Before(office, self)
        self._before.changed.connect(self._refresh)
        self._stack = QStackedWidget()
        self._list = Card()
        self._list.box.setContentsMargins(8, 8, 8, 8)
        self._list.box.setSpacing(1)
        self._what = text("", "small")
        self._what.setObjectName("scores.what")
        self._sum = text("", "strong")
        self._sum.setObjectName("scores.sum")
        self._beside = ScoreSide()
        self._beside.wanted.connect(self._go)
        self._beside.next_open_wanted.connect(self._next_open)
        self._beside.paper_wanted.connect(self.paper_wanted)
        self._lay_out()
        for keys, slot in (
            ("Ctrl+Down", self._next_open),
            ("Alt+Down", partial(self._walk_page, 1)),
            ("Alt+Up", partial(self._walk_page, -1)),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        draft.edited.connect(self._edited)

    def _lay_out(self) -> None:
        self._side = PageScroll()
        self._side.box.setContentsMargins(0, 0, 6, 0)
        self._side.box.addWidget(self._beside)
        self._side.setFixedWidth(SIDE_WIDTH + 8)
        self._summary = PageScroll()
        self._summary.box.setContentsMargins(0, 0, 6, 0)
        self._summary.box.addStretch(1)
        self._stack.addWidget(self._summary)
        left = PageScroll()
        left.box.setContentsMargins(0, 0, 0, 0)
        left.box.addWidget(self._list)
        left.box.addStretch(1)
        left.setMinimumWidth(150)
        left.setMaximumWidth(212)
        self._left = left
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(0, 0, 0, 10)
        self._columns.setSpacing(14)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._stack, 3)
        self._columns.addWidget(self._side)
        self._what.setMinimumWidth(60)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(self._what, None, self._sum))
        box.addLayout(self._columns, 1)
        self._empty = text("", "quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the total stands on the first line and the right column becomes a page of its own."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        self._side.setVisible(not narrow)
        self._sum.setVisible(narrow)
        if SUMMARY in self._buttons:
            self._buttons[SUMMARY].setVisible(narrow)
        home = self._summary if narrow else self._side
        if home.box.indexOf(self._beside) < 0:
            home.box.insertWidget(0, self._beside)
        if not narrow and self._at == SUMMARY:
            self._choose(next(iter(self._buttons)))

    # What the page calls

    def show_page(self, page: DossierPage) -> None:
        super().show_page(page)
        self._need_criteria()
        self._before.read(page)
        self._refresh()

    def show_field(self, key: str) -> bool:
        if key.startswith(ANSWER):
            return self._go(key.removeprefix(ANSWER))
        if key.startswith(REJECT):
            self._choose(CONDITIONS)
            page = self._pages.get(CONDITIONS)
            return isinstance(page, ConditionsPage) and page.show_field(key)
        if self._form is not None and key in {field.key for field in self._form.fields()}:
            self._choose(TEXTS)
            return self._texts is not None and self._texts.show_field(key)
        return False

    def focus_first(self) -> None:
        if self._criteria is None:
            self._going = "first"
            return
        open_ = [leaf for leaf in self._order if not self._answer(leaf)]
        if open_ or self._order:
            self._go((open_ or self._order)[0])
        else:
            self._choose(next(iter(self._buttons), ""))

    # Building

    def _need_criteria(self) -> None:
        """The rubric of the product set, read away from the window the first time."""
        wanted = str(self.draft.value("product.set") or ""), self.page.rubric if self.page is not None else None
        if wanted != self._wanted:
            self._wanted, self._criteria = wanted, None
            self._build()
            find = partial(legal.find_criteria_set, self._regime.id, *wanted)
            if wanted[0]:
                self.office.jobs.work(find, partial(self._got_criteria, wanted))

    def _got_criteria(self, wanted: tuple[str, int | None], found: CriteriaSet | None) -> None:
        if wanted == self._wanted:
            self._criteria = found
            self._build()
            self._refresh()
            if self._going and found is not None:
                going, self._going = self._going, ""
                if going != "first":
                    self._go(going)
                elif self.isVisible():
                    self.focus_first()

    def _build(self) -> None:
        """The list at the left; pages are built when they are first shown."""
        for each in self._buttons.values():
            self._group.removeButton(each)
        clear(self._list.box)
        for name, page in list(self._pages.items()):
            if name not in {TEXTS, SUMMARY}:
                self._stack.removeWidget(page)
                page.deleteLater()
                del self._pages[name]
        for held in (self._views, self._buttons, self._sections, self._home):
            held.clear()
        self._order.clear()
        criteria = self._criteria
        self._rows = rows_by_criterion(criteria, self._regime.evidence) if criteria is not None else {}
        self._rejections = rejections(criteria) if criteria is not None else []
        for part in criteria.parts if criteria is not None else ():
            for section in part.sections:
                name = f"{part.code}.{section.no}"
                self._sections[name] = section
                for leaf in section.leaves():
                    self._order.append(leaf.id)
                    self._home[leaf.id] = name
                self._add_button(name, f"{section.no} {section.title}")
        others = [(CONDITIONS, self.tr("Điều kiện loại hồ sơ"))] if self._rejections else []
        if self._form is not None:
            others.append((TEXTS, self.tr("Lời văn Mẫu số 02")))
        if others and self._order:
            self._list.box.addWidget(rule())
        for name, title in others:
            self._add_button(name, title)
        if self._order:
            self._add_button(SUMMARY, self.tr("Tổng điểm, lên sao"))
        self._list.setVisible(bool(self._buttons))
        self._at = ""
        self._empty.setText(self._why_empty())
        self._stack.setCurrentWidget(self._empty)
        self._beside.setVisible(bool(self._order))
        self._fit()
        if self._buttons:
            self._choose(next(iter(self._buttons)))

    def _why_empty(self) -> str:
        if not self._wanted[0]:
            return self.tr("Chọn bộ sản phẩm ở bước 1 để chấm theo bộ tiêu chí của bộ đó.")
        if self._criteria is None:
            return ""
        return self.tr("Chưa có bảng điểm của bộ {name} trong dữ liệu: {why}").format(
            name=self._criteria.name, why=" ".join(issue.text for issue in self._criteria.issues)
        )

    def _add_button(self, name: str, title: str) -> None:
        made = ListButton(title)
        made.setObjectName(f"section.{name}")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(partial(self._pick, name))
        self._group.addButton(made)
        self._buttons[name] = made
        self._list.box.addWidget(made)

    def _page(self, name: str) -> QWidget:
        if name not in self._pages:
            if name == TEXTS and self._form is not None:
                self._texts = SelfReportPage(self._form, self.draft)
                self._texts.print_wanted.connect(partial(self.paper_wanted.emit, "mau-02"))
                made: QWidget = self._texts
            elif name == CONDITIONS:
                made = ConditionsPage(self._rejections, self.draft)
            else:
                made = self._summary if name == SUMMARY else self._section_page(self._sections[name])
            self._pages[name] = made
            self._stack.addWidget(made)
        return self._pages[name]

    def _section_page(self, section: SectionOf) -> SectionPage:
        page = SectionPage(section, self._rows, self._wire)
        self._views |= page.views
        files = self._files()
        for criterion in page.views:
            self._show_view(criterion, files)
        return page

    def _wire(self, view: CriterionView) -> None:
        view.answered.connect(self._answered)
        view.walked.connect(self._walk)
        view.entered.connect(self._entered)
        view.evidence_wanted.connect(self.evidence_wanted)

    # Moving

    def _pick(self, name: str, _checked: bool = False) -> None:
        self._choose(name)
        if name in self._sections:
            leaves = [leaf.id for leaf in self._sections[name].leaves()]
            self._go(next((leaf for leaf in leaves if not self._answer(leaf)), leaves[0]))

    def _choose(self, name: str) -> None:
        if name not in self._buttons:
            return
        if name != self._at:
            self.draft.leave()
            self._at = name
            self._stack.setCurrentWidget(self._page(name))
            self._buttons[name].setChecked(True)
            for other, made in self._buttons.items():
                made.emphasise(other == name)
            self._left.ensureWidgetVisible(self._buttons[name], 0, 30)

    def _go(self, criterion: object) -> bool:
        """Put the cursor on a criterion, on whatever page it is."""
        id_ = str(criterion)
        if self._criteria is None and self._wanted[0]:
            self._going = id_
            return True
        if id_ not in self._home:
            return False
        self._choose(self._home[id_])
        self._views[id_].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._entered(id_)
        return True

    def _entered(self, criterion: object) -> None:
        page = self._pages.get(self._home.get(str(criterion), ""))
        if isinstance(page, SectionPage):
            page.reveal(str(criterion))

    def _walk(self, criterion: object, by: object) -> None:
        at = self._order.index(str(criterion)) + int(str(by))
        if 0 <= at < len(self._order):
            self._go(self._order[at])

    def _walk_page(self, by: int) -> None:
        names = list(self._buttons)
        if self._at in names and 0 <= (at := names.index(self._at) + by) < len(names):
            self._pick(names[at])

    def _next_open(self) -> None:
        """The next criterion without an answer, after the one at the cursor and round again."""
        here = next((id_ for id_, view in self._views.items() if view.hasFocus()), "")
        at = self._order.index(here) + 1 if here else 0
        if id_ := next((each for each in (*self._order[at:], *self._order[:at]) if not self._answer(each)), ""):
            self._go(id_)

    # Answers

    def _answer(self, criterion: str) -> str:
        return str(self.draft.value(f"{ANSWER}{criterion}") or "")

    def _answered(self, criterion: object, answer: object) -> None:
        self.draft.put(f"{ANSWER}{criterion}", None if answer is None else str(answer))

    def _edited(self, key: object) -> None:
        if key == "product.set":
            self._need_criteria()
        elif str(key).startswith((ANSWER, REJECT)):
            self._show_score()

    # Showing

    def _files(self) -> dict[str, int]:
        return dict(Counter(file.row for file in self.page.evidence)) if self.page is not None else {}

    def _refresh(self) -> None:
        files = self._files()
        for criterion in self._views:
            self._show_view(criterion, files)
        if isinstance(page := self._pages.get(CONDITIONS), ConditionsPage):
            page.refresh()
        self._show_score()

    def _show_view(self, criterion: str, files: dict[str, int]) -> None:
        view = self._views[criterion]
        view.show_answer(self._answer(criterion), locked=self.draft.locked)
        view.show_files(files)
        view.show_before(self._before.answer(criterion))

    def found(self) -> Score | None:
        """What the sheet on screen comes to."""
        if self._criteria is None or not self._order:
            return None
        ticked = rejected(self._criteria, {each.key: self.draft.value(each.key) for each in self._rejections})
        return score(self._criteria, self._answers(), self._regime.bands, ticked)

    def _answers(self) -> dict[str, str]:
        return answers_of({f"{ANSWER}{leaf}": self._answer(leaf) for leaf in self._order})

    def _show_score(self) -> None:
        criteria, found = self._criteria, self.found()
        if criteria is None or found is None:
            self._what.setText("")
            return
        words = self.tr("Bộ {no} {name} · điểm tự chấm của chủ thể, không phải kết quả công nhận")
        self._what.setText(words.format(no=criteria.no, name=criteria.name) + self._before.words())
        marks = "★" * found.stars if found.stars >= 3 else ""
        self._sum.setText(f"{show_hundredths(found.total)}/{sum(p.max for p in criteria.parts)}  {marks}".rstrip())
        for name, section in self._sections.items():
            self._buttons[name].say(f"{show_hundredths(found.sections[name])}/{section.max}")
        if CONDITIONS in self._buttons:
            self._buttons[CONDITIONS].say(str(len(found.rejected) or ""))
        stars = next_star(found, self._regime.bands)
        way = lift(criteria, self._answers(), self._regime.bands, stars) if stars and found.answered else None
        self._beside.show_sheet(criteria, found, way, self._rows)
