"""One dossier: its head, and its steps as tabs in the order of the work. What is typed is never reloaded from below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions import dossiers, numbering
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.dossiers import DossierPage as Page
from ocop_desktop.domain import checks
from ocop_desktop.ui.area.desk_card import DeskCard
from ocop_desktop.ui.assessment_tab import AssessmentTab
from ocop_desktop.ui.components_tab import ComponentsTab
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.dossier_acts import DossierActs
from ocop_desktop.ui.dossier_head import DossierHead
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.history_tab import HistoryTab
from ocop_desktop.ui.inputs import is_enter
from ocop_desktop.ui.print_tab import PrintTab
from ocop_desktop.ui.province_card import ProvinceCard
from ocop_desktop.ui.receive_dialog import ReceiveDialog, Reception
from ocop_desktop.ui.registration_tab import RegistrationTab
from ocop_desktop.ui.scores_tab import ScoresTab
from ocop_desktop.ui.send_tab import SendTab
from ocop_desktop.ui.step import Sentence, Step
from ocop_desktop.ui.step_bar import StepBar
from ocop_desktop.ui.widgets import text

STEPS = ("registration", "components", "assessment", "scores", "print", "send", "history")
_FILLED = STEPS[:4]
_OF_CHECK = {checks.REGISTRATION: 0, checks.COMPONENTS: 1, checks.ASSESSMENT: 2}


class DossierPage(QWidget):
    """A dossier on screen. ``open`` shows one, ``start_new`` receives one, ``leave`` saves what is typed."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dossier")
        self._office = office
        self._asked = ""
        self._field: str | None = None
        self._regime = ""
        self._page: Page | None = None
        self._reading = False
        self._again = False
        self._receiving: ReceiveDialog | None = None
        self.draft = Draft(office, self)
        self._acts = DossierActs(office, self.draft, self)
        self._acts.refused_at.connect(self.show_field)
        self._steps: dict[str, Step] = {}
        self.head = DossierHead()
        self.province = ProvinceCard()
        self.desk = DeskCard(office, self)
        self.tabs = StepBar()
        self.tabs.setObjectName("dossier.steps")
        for words in self._names():
            self.tabs.addTab(words)
        self._stack = QStackedWidget()
        self._whole = QStackedWidget()
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(18, 12, 12, 0)
        box.setSpacing(6)
        box.addWidget(self.head)
        box.addWidget(self.province)
        box.addWidget(self.desk)
        box.addWidget(self.tabs)
        box.addWidget(self._stack, 1)
        empty = text(self.tr("Chọn một hồ sơ trong danh sách, hoặc bấm Ctrl N để nhận hồ sơ mới."), "quiet")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._whole.addWidget(empty)
        self._whole.addWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._whole)
        self._wire()

    # What the frame calls

    def open(self, dossier: str, field: str | None = None) -> None:
        """Show a dossier, at a field when one is named; what was typed before is on its way to the disk first."""
        self._asked, self._field = dossier, field
        self._acts.after_saving(self._read)

    def start_new(self) -> None:
        """Receive a dossier."""
        self.draft.leave()
        if self._receiving is not None and self._receiving.isVisible():
            self._receiving.activateWindow()
            return
        self._receiving = ReceiveDialog(self._office, self.window())
        self._receiving.received.connect(self._receive)
        self._receiving.rejected.connect(self._not_received)
        self._receiving.open()

    def leave(self) -> None:
        """Save what is typed: before another page, a lock, the end."""
        self.draft.leave()

    def waits(self) -> bool:
        """Whether something typed here could not be written."""
        return self.draft.waits()

    def refresh(self) -> None:
        """Called each time the page is shown."""
        if self.draft.dossier:
            self._read_again()

    @property
    def step(self) -> str:
        """The name of the step on screen."""
        return STEPS[max(0, self.tabs.currentIndex())]

    def show_step(self, name: str) -> Step:
        """Show a step by name."""
        self.tabs.setCurrentIndex(STEPS.index(name))
        return self._made(name)

    def show_field(self, key: object) -> bool:
        """Go to a field, on whatever step it is."""
        words = str(key)
        first = STEPS[_OF_CHECK[checks.step_of(words)]]
        for name in (first, *(n for n in _FILLED if n != first)):
            if self._made(name).show_field(words):
                self.show_step(name)
                return self._made(name).show_field(words)
        return False

    # Building

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("1 Đăng ký"),
            self.tr("2 Thành phần"),
            self.tr("3 Đánh giá của xã"),
            self.tr("Điểm tự chấm"),
            self.tr("4 In và ký"),
            self.tr("5 Gửi tỉnh"),
            self.tr("Lịch sử"),
        )

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.province.wanted.connect(self.show_field)
        self.desk.wanted.connect(self.show_field)
        self.province.sync_wanted.connect(partial(self._office.show_page.emit, "sync"))
        self.head.pause_wanted.connect(self._acts.pause)
        self.head.resume_wanted.connect(self._acts.resume)
        self.head.reopen_wanted.connect(self._acts.reopen)
        self.head.product_wanted.connect(self._show_product)
        self.head.withdraw_wanted.connect(self._acts.withdraw)
        self.head.reload_wanted.connect(self._reload)
        self._office.changed.connect(self._changed)
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._walk, by))
        for keys, act in (("Ctrl+S", self.leave), ("Ctrl+P", self._acts.print_report)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _made(self, name: str) -> Step:
        """The widget of a step, built the first time it is needed."""
        if name not in self._steps:
            made = self._make(name)
            made.setObjectName(f"step.{name}")
            made.wanted.connect(self.show_field)
            made.next_wanted.connect(self._next_step)
            self._steps[name] = made
            self._stack.addWidget(made)
            if self._page is not None:
                made.show_page(self._page)
        return self._steps[name]

    def _make(self, name: str) -> Step:
        office, draft, regime = self._office, self.draft, self._regime
        if name == "registration":
            return RegistrationTab(office, draft, regime)
        if name == "components":
            return ComponentsTab(office, draft, regime)
        if name == "assessment" and not (law := legal.regime(regime)).matters:
            words = self.tr("Chưa có nguồn xác nhận {document} giao UBND cấp xã đánh giá nội dung nào của hồ sơ.")
            return Sentence(office, draft, words.format(document=law.source.document))
        if name == "assessment":
            assessment = AssessmentTab(office, draft, regime)
            assessment.evidence_wanted.connect(self._show_evidence)
            return assessment
        if name == "scores":
            scores = ScoresTab(office, draft, regime)
            scores.evidence_wanted.connect(self._show_evidence)
            scores.paper_wanted.connect(self._acts.print)
            return scores
        if name == "print":
            printing = PrintTab(office, draft)
            printing.paper_wanted.connect(self._acts.print)
            printing.seal_wanted.connect(self._acts.seal)
            printing.reopen_wanted.connect(self._acts.reopen)
            return printing
        if name == "send":
            sending = SendTab(office, draft)
            sending.hand_over_wanted.connect(self._acts.hand_over)
            sending.receipt_wanted.connect(self._acts.print_receipt)
            return sending
        return HistoryTab(office, draft, regime)

    def _use_regime(self, regime: str) -> None:
        """The forms, rows and matters are those of the dossier's own regime."""
        if regime == self._regime:
            return
        for step in self._steps.values():
            self._stack.removeWidget(step)
            step.deleteLater()
        self._steps.clear()
        self.draft.forget()
        self._regime = regime

    # Reading

    def _read(self) -> None:
        self._office.jobs.read(partial(dossiers.open_dossier, dossier=self._asked), self._opened)

    def _opened(self, page: Page) -> None:
        if page.id != self._asked:
            return
        self._page = None
        self._use_regime(str(page.values["dossier.regime"]))
        self._page = page
        self.draft.open(page.id, page.values, page.unparsed, locked=not page.editable)
        self._whole.setCurrentIndex(1)
        self._show(page)
        if self._field is not None and self.show_field(self._field):
            self._field = None
            return
        self._field = None
        self.show_step(self._first_step(page))
        self._stack.setCurrentWidget(self._made(self.step))
        self._made(self.step).show_page(page)
        if page.desk is None:
            self._made(self.step).focus_first()
        else:
            self.tabs.setFocus()  # read from the top; nothing is typed here

    def _first_step(self, page: Page) -> str:
        """Where the work on this dossier goes on."""
        if page.desk is not None:
            return "registration"
        if page.state in {"handed_over", "accepted", "withdrawn"}:
            return "send"
        if page.state in {"sealed", "returned"}:
            return "print"
        open_steps = {problem.step for problem in page.problems}
        return STEPS[_OF_CHECK[min(open_steps)]] if open_steps else "print"

    def _changed(self, changes: Changes) -> None:
        if self.draft.dossier and self.draft.dossier in changes.dossiers:
            self._read_again()

    def _read_again(self) -> None:
        """One reading at a time; what changes meanwhile is read once more."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        task = partial(dossiers.open_dossier, dossier=self.draft.dossier)
        self._office.jobs.read(task, self._read_page, self._not_read)

    def _not_read(self, error: BaseException) -> None:
        self._reading = False
        self._office.jobs.failed.emit(error)

    def _read_page(self, page: Page) -> None:
        self._reading = False
        if self._again:
            self._read_again()
        if page.id != self.draft.dossier:
            return
        locked = not page.editable
        if locked != self.draft.locked:
            self.draft.open(page.id, page.values, page.unparsed, locked=locked)
        self.draft.learn(page.values)
        self._page = page
        self._show(page)

    def _show(self, page: Page) -> None:
        self.head.show_page(page, self._office.today())
        self.province.show_page(page)
        self.desk.show_page(page)
        own = str(page.values["dossier.regime"])
        law = legal.regime(own).source.document if own != self._regime else ""
        self.head.show_newer(bool(self.draft.newer(page.values)), law=law)
        for step in self._steps.values():
            step.show_page(page)
        counts = dict.fromkeys(_OF_CHECK.values(), 0)
        for problem in page.problems:
            counts[_OF_CHECK.get(problem.step, 0)] += 1
        for at, number in counts.items():
            shown = number if page.editable else 0
            self.tabs.set_badge(at, self.tr("thiếu {count}").format(count=shown) if shown else "")

    def _reload(self) -> None:
        if self.draft.dossier:
            self.open(self.draft.dossier)

    # Steps

    def _tab_changed(self, at: int) -> None:
        if at < 0 or not self._regime:
            return
        self.draft.leave()
        made = self._made(STEPS[at])
        self._stack.setCurrentWidget(made)
        if self._page is not None:
            made.show_page(self._page)
        if not self.tabs.hasFocus():
            made.focus_first()

    def _walk(self, by: int) -> None:
        at = self.tabs.currentIndex() + by
        if 0 <= at < self.tabs.count():
            self.tabs.setCurrentIndex(at)

    def _next_step(self) -> None:
        """The next step of the commune's own work: the self-assessment beside it is the producer's."""
        self._walk(2 if self.step == "assessment" else 1)

    def _show_evidence(self, row: object) -> None:
        self.show_field(f"dossier.evidence.{row}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if is_enter(event) and isinstance(focused, QPushButton):
            focused.click()
        elif is_enter(event) and focused is self.tabs:
            self._made(self.step).focus_first()
        else:
            super().keyPressEvent(event)

    # Actions

    def _show_product(self) -> None:
        if self._page is not None and (product := self._page.values.get("dossier.product")):
            self._office.open_product.emit(product)

    def _receive(self, taken: Reception) -> None:
        action = partial(numbering.receive, values=taken.values, producer=taken.producer)
        self._office.jobs.write(action, self._received)

    def _received(self, changes: Changes) -> None:
        if changes.created is not None:
            self._office.said.emit(self.tr("Đã nhận hồ sơ. Hạn 15 ngày làm việc đang tính."))
            self._office.open_dossier.emit(changes.created, None)

    def _not_received(self) -> None:
        if not self.draft.dossier and self.isVisible():
            self._office.show_page.emit("dossiers")
