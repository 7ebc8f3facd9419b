"""Step 3, Đánh giá của xã: four matters, what the producer says and what the commune found, beside the law's thresholds."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.domain import checks
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.forms import Section
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.facts_card import FactsCard
from ocop_desktop.ui.flow import Flow
from ocop_desktop.ui.matter_page import LOCAL, TOTAL, MatterPage, share
from ocop_desktop.ui.missing_card import MissingCard
from ocop_desktop.ui.step import SideBySide, Step, side_column
from ocop_desktop.ui.widgets import Card, PageScroll, button, row, set_role, text

MEETING = "meeting"
_EVIDENCE_OF = {"nguyen_lieu": "03", "lao_dong": "05", "y_tuong": "10", "ban_sac": "10"}


class MatterButton(QPushButton):
    """One matter in the list: its heading, and how far it is."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        set_role(self, "matter")
        self._title = text(title, "strong", wrap=True)
        self._state = text("", "small", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 6, 8, 6)
        box.setSpacing(1)
        for label in (self._title, self._state):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(label)

    def say(self, words: str) -> None:
        """How far the matter is."""
        if self._state.text() != words:
            self._state.setText(words)

    @property
    def state_label(self) -> QLabel:
        """The second line."""
        return self._state

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)


class AssessmentTab(Step):
    """Matters on the left, their texts in the middle, facts and what is missing on the right."""

    evidence_wanted = Signal(object)
    """The row of evidence that belongs to the matter on screen."""

    def __init__(self, office: OfficeContext, draft: Draft, regime: str, parent: QWidget | None = None) -> None:
        super().__init__(office, draft, parent)
        self._regime = legal.regime(regime)
        self._criteria: CriteriaSet | None = None
        self._criteria_code = ""
        self._version: int | None = None
        self._pages: dict[str, MatterPage] = {}
        self._buttons: dict[str, MatterButton] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()  # as high as its longest page: the buttons below stay in place
        self._list = Card()
        self._list.setMinimumWidth(150)
        self._list.setMaximumWidth(206)
        self._list.box.setContentsMargins(8, 10, 8, 10)
        self._list.box.setSpacing(4)
        self._facts = FactsCard()
        self.missing = MissingCard(checks.ASSESSMENT)
        self.missing.wanted.connect(self.wanted)
        self._fill(regime)
        self._lay_out()
        self._keys()
        draft.edited.connect(self._edited)
        self._choose(next(iter(self._pages)))

    # Building

    def _fill(self, regime: str) -> None:
        numbers = {matter.id: matter.no for matter in self._regime.matters}
        for section in legal.screen_form(regime, "mau-03").sections:
            if section.key not in numbers and section.key != MEETING:
                continue
            section = _asked(section, self._regime)
            page = MatterPage(section, self.draft)
            self._pages[section.key] = page
            self._stack.addWidget(page)
            matter = self._regime.matter(section.key)
            title = f"{matter.no} {matter.heading}" if matter else self.tr("Cuộc họp lấy ý kiến")
            made = MatterButton(title)
            made.setObjectName(f"matter.{section.key}")
            made.clicked.connect(partial(self._choose, section.key))
            self._group.addButton(made)
            self._buttons[section.key] = made
            self._list.box.addWidget(made)
        self._list.box.addStretch(1)

    def _lay_out(self) -> None:
        self._sentence = button(self.tr("Chèn câu mẫu"), key="Ctrl+M", name="assessment.sentence")
        self._sentence.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sentence.clicked.connect(self._insert)
        self._evidence = button(self.tr("Minh chứng"), name="assessment.evidence")
        self._evidence.clicked.connect(self._show_evidence)
        self._before = button(self.tr("‹ Trước"), name="assessment.before")
        self._before.clicked.connect(partial(self._step, -1))
        self._next = button(self.tr("Mục tiếp theo ›  Alt ↓"), primary=True, name="assessment.next")
        self._next.clicked.connect(partial(self._step, 1))
        middle = Card()
        middle.box.addWidget(self._stack)
        keys = Flow(spacing=8)
        for made in (self._sentence, self._evidence, self._before, self._next):
            keys.addWidget(made)
        keys.spread_after = 1
        middle.box.addLayout(keys)
        main = QWidget()
        whole = row(self._list, middle, spacing=14)
        whole.setStretch(0, 1)
        whole.setStretch(1, 3)
        whole.setAlignment(self._list, Qt.AlignmentFlag.AlignTop)
        whole.setAlignment(middle, Qt.AlignmentFlag.AlignTop)
        main.setLayout(whole)
        self._scroll = PageScroll()
        self._scroll.box.setContentsMargins(0, 12, 6, 14)
        self._scroll.box.addWidget(SideBySide(main, side_column(self._facts, self.missing)))
        self._scroll.box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)

    def _keys(self) -> None:
        for keys, step in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._step, step))

    # What the page calls

    def show_page(self, page: DossierPage) -> None:
        super().show_page(page)
        self.missing.show_problems(page.problems)
        self._need_criteria()
        self._show_states()
        self._show_evidence_count(page.evidence)
        for page_ in self._pages.values():
            page_.show_ratio()
        self._sentence.setEnabled(not self.draft.locked)

    def show_field(self, key: str) -> bool:
        for name, page in self._pages.items():
            if key in {field.key for field in page.section.fields}:
                self._choose(name)
                if (box := page.show_field(key)) is not None:
                    self._scroll.ensureWidgetVisible(box, 0, 40)
                return True
        return False

    def focus_first(self) -> None:
        name = next((n for n, p in self._pages.items() if n != MEETING and not p.state()[1]), next(iter(self._pages)))
        self._choose(name)
        self._pages[name].focus_next_empty()

    # Matters

    @property
    def _shown(self) -> str:
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.draft.leave()
        page = self._pages[name]
        self._stack.setCurrentWidget(page)
        self._buttons[name].setChecked(True)
        names = list(self._pages)
        self._before.setEnabled(names.index(name) > 0)
        last = names.index(name) + 1 == len(names)
        self._next.setText(self.tr("Sang bước 4, In và ký ›") if last else self.tr("Mục tiếp theo ›  Alt ↓"))
        self._show_facts()
        self._show_states()
        if self.page is not None:
            self._show_evidence_count(self.page.evidence)

    def _step(self, by: int, _checked: bool = False) -> None:
        names = list(self._pages)
        at = names.index(self._shown) + by
        if 0 <= at < len(names):
            self._choose(names[at])
            self._pages[names[at]].focus_next_empty()
            self._scroll.verticalScrollBar().setValue(0)
        elif at == len(names):
            self.next_wanted.emit()

    def _edited(self, key: object) -> None:
        if key in {TOTAL, LOCAL}:
            for page in self._pages.values():
                page.show_ratio()
            self._show_facts()
        elif key == "product.set":
            self._need_criteria()
        if str(key).startswith(("dossier.matter.", "dossier.meeting.")):
            self._show_states()

    def _show_states(self) -> None:
        for name, page in self._pages.items():
            begun, whole = page.state()
            if name == MEETING:
                held = self.draft.value("dossier.meeting.held") is True
                words = self.tr("có tổ chức") if held else self.tr("không tổ chức")
            elif whole:
                words = self.tr("✓ đủ hai phần") if len(page.section.fields) > 1 else self.tr("✓ đã viết")
            elif begun or (page is self._stack.currentWidget() and self.isVisible()):
                words = self.tr("đang viết")
            else:
                words = self.tr("chưa có")
            self._buttons[name].say(words)

    def _insert(self) -> None:
        self._pages[self._shown].offer_sentences(locked=self.draft.locked)

    def _show_evidence(self) -> None:
        self.evidence_wanted.emit(_EVIDENCE_OF.get(self._shown, "01"))

    def _show_evidence_count(self, files: tuple[EvidenceFile, ...]) -> None:
        number = sum(file.row == _EVIDENCE_OF.get(self._shown) for file in files)
        self._evidence.setVisible(self._shown in _EVIDENCE_OF)
        self._evidence.setText(self.tr("Minh chứng {count}").format(count=number))

    # Facts

    def _need_criteria(self) -> None:
        """The rubric of the product set, read away from the window the first time."""
        code = str(self.draft.value("product.set") or "")
        version = self.page.rubric if self.page is not None else None
        if (code, version) != (self._criteria_code, self._version):
            self._criteria_code, self._version = code, version
            self._criteria = None
            self._show_facts()
            if code:
                found = partial(legal.find_criteria_set, self._regime.id, code, version)
                self.office.jobs.work(found, partial(self._got_criteria, version))

    def _got_criteria(self, version: int | None, found: CriteriaSet | None) -> None:
        if found is not None and (found.code, version) == (self._criteria_code, self._version):
            self._criteria = found
        self._show_facts()

    def _show_facts(self) -> None:
        self._facts.setVisible(self._shown != MEETING)
        if not self._criteria_code:
            self._facts.say(self.tr("Chọn bộ sản phẩm ở bước 1 để thấy mốc của tiêu chí."))
            return
        if self._criteria is None:
            self._facts.say("")
            return
        criteria = self._criteria.matter_criteria(self._shown)
        if not criteria:
            self._facts.say(self.tr("Bộ sản phẩm này không có tiêu chí riêng cho nội dung này. Xã vẫn viết nhận xét."))
            return
        found = share(self.draft.value(TOTAL), self.draft.value(LOCAL)) if self._shown == "lao_dong" else None
        source = self._criteria.source
        self._facts.show_criteria(criteria, f"{source.article}, {source.document}", found)


def _asked(section: Section, regime: Regime) -> Section:
    """A section without the texts of a matter that the regime does not ask for: an older law's report is another."""
    keys = frozenset[str]().union(*(matter.keys() for matter in regime.matters))
    fields = tuple(f for f in section.fields if not f.key.startswith("dossier.matter.") or f.key in keys)
    matter = regime.matter(section.key) if regime.fields_from else None
    if matter is None:
        return msgspec.structs.replace(section, fields=fields)
    title = f"{matter.no}. {matter.heading}"
    return msgspec.structs.replace(section, fields=fields, title=title, note=matter.guidance)
