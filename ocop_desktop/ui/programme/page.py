"""Kế hoạch: the plan of a year or a period with its work, its days, its targets, its money, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.programme import loading, plans
from ocop_desktop.actions.programme.plans import PlanPage
from ocop_desktop.domain.programme.book import READ
from ocop_desktop.domain.programme.plans import TYPES, Plan
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Combo
from ocop_desktop.ui.lists.export_button import Offer, TableExport
from ocop_desktop.ui.plain_table import PlainTable
from ocop_desktop.ui.programme import asking, tables
from ocop_desktop.ui.programme.behind_view import BehindView
from ocop_desktop.ui.programme.drawn import BarDelegate, Months, Timeline
from ocop_desktop.ui.programme.editing import Editing
from ocop_desktop.ui.programme.money_view import MoneyView
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.step_bar import StepBar
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, column, link, row, text

TABS = ("tasks", "timeline", "months", "targets", "money", "events")


class PlanningPage(QWidget):
    """One plan at a time; tabs for its parts; the records behind a figure over them, Esc goes back."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("programme")
        self._office = office
        self._wanted = ""
        self.shown: PlanPage | None = None
        self._plans = Combo()
        self._plans.setObjectName("plan.choose")
        self._plans.setAccessibleName(self.tr("Kế hoạch"))
        self._plans.setMinimumContentsLength(18)
        self._plans.activated.connect(self._choose)
        self._new = button(self.tr("Lập kế hoạch"), name="plan.new")
        self._new.clicked.connect(partial(self._plan_dialog, new=True))
        self._next = button(self.tr("Kỳ sau từ kỳ này"), name="plan.next")
        self._next.clicked.connect(self._ask_next)
        self._about = button(self.tr("Sửa kế hoạch"), name="plan.edit")
        self._about.clicked.connect(partial(self._plan_dialog, new=False))
        self._export = TableExport(office, self, self._offers, name="plan.export")
        self._add = button(self.tr("Thêm"), key="Ctrl+G", name="plan.add")
        self._add.clicked.connect(self._add_here)
        self._title = text("", "heading", wrap=True)
        self._lead = text("", "quiet", wrap=True)
        self._empty = PageScroll()
        self._samples = QVBoxLayout()
        self._fill_empty()
        self.bar = StepBar()
        self.bar.setObjectName("plan.tabs")
        for name in self._names():
            self.bar.addTab(name)
        self.bar.currentChanged.connect(self._turn)
        self._make_parts()
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(8)
        head = row(
            text(self.tr("Kế hoạch"), "title"),
            self._plans,
            None,
            self._about,
            self._next,
            self._new,
            self._add,
        )
        head.setStretch(1, 1)
        box.addLayout(head)
        box.addLayout(column(self._title, self._lead, spacing=2))
        self._keys = text("", "small")
        self._keys.hide()
        tabs = row(self.bar, self._export.button)
        tabs.setStretch(0, 1)
        box.addLayout(tabs)
        box.addWidget(self._keys)
        box.addWidget(self._flags)
        box.addWidget(self.parts, 1)
        self._inside = inside
        self.behind = BehindView(office)
        self.behind.back.connect(self.show_plan)
        self.editing = Editing(office, self)
        self.editing.typing.closed.connect(self._read)
        self.behind.edit.connect(self.editing.target)
        self.behind.product_wanted.connect(self.editing.show_product)
        self.stack = QStackedWidget()
        for page in (self._empty, inside, self.behind):
            self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        for key, act in (
            ("F2", self._edit_cell),
            ("Shift+F2", self._edit_spent),
            ("Delete", self._remove_here),
            ("Escape", self._go_back),
            ("Ctrl+Z", self.editing.typing.undo),
            ("Ctrl+Y", self.editing.typing.redo),
            ("Ctrl+Shift+Z", self.editing.typing.redo),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        done = QShortcut("Space", self.tasks)
        done.setContext(Qt.ShortcutContext.WidgetShortcut)
        done.activated.connect(self.editing.finish)
        for key, move in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(key, self)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._turn_by, move))
        office.changed.connect(self._changed)

    def _turn_by(self, move: int) -> None:
        if self.stack.currentWidget() is self._inside:
            self.bar.setCurrentIndex((self.bar.currentIndex() + move) % len(TABS))
            self._focus_part()

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Việc"),
            self.tr("Dòng thời gian"),
            self.tr("Lịch năm"),
            self.tr("Chỉ tiêu"),
            self.tr("Kinh phí"),
            self.tr("Hoạt động"),
        )

    def _make_parts(self) -> None:
        self.tasks = PlainTable("plan.tasks", tables.task_titles(), tables.TASK_WIDTHS)
        self.tasks.setAccessibleName(self.tr("Việc của kế hoạch"))
        self.tasks.opened.connect(self._edit_here)
        self.timeline = Timeline("plan.timeline")
        self.timeline.opened.connect(self._open_task)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.timeline)
        self.months = Months("plan.months")
        self.months.opened.connect(self._open_task)
        self.year = Combo()
        self.year.setObjectName("plan.year")
        self.year.setAccessibleName(self.tr("Năm"))
        self.year.setMinimumContentsLength(5)
        self.year.activated.connect(self._year_chosen)
        months = QWidget()
        inside = column(row(self.year, None), self.months)
        inside.setStretch(1, 1)
        months.setLayout(inside)
        self.targets = PlainTable("plan.targets", tables.target_titles(), tables.TARGET_WIDTHS, cells=True)
        self.targets.setAccessibleName(self.tr("Chỉ tiêu của kế hoạch"))
        self.targets.setItemDelegate(BarDelegate(self.targets))
        self.targets.opened.connect(self._open_target)
        self._flags = Card(tone="warning")
        self._flag_words = text("", wrap=True)
        self._flag_words.setObjectName("plan.flags")
        self._flags.box.addWidget(self._flag_words)
        self._flags.hide()
        self.money = MoneyView()
        self.events = PlainTable("plan.events", tables.event_titles(), tables.EVENT_WIDTHS)
        self.events.setAccessibleName(self.tr("Hoạt động đã ghi"))
        self.events.opened.connect(self._edit_here)
        self.parts = QStackedWidget()
        for part in (self.tasks, scroll, months, self.targets, self.money, self.events):
            self.parts.addWidget(part)

    def _fill_empty(self) -> None:
        box = self._empty.box
        box.addWidget(text(self.tr("Kế hoạch"), "title"))
        words = self.tr(
            "Chưa có kế hoạch nào. Lập kế hoạch mới, lấy một kế hoạch đã ban hành làm mẫu, hoặc nhận về khi đồng bộ."
        )
        box.addWidget(text(words, "quiet", wrap=True))
        new = button(self.tr("Lập kế hoạch"), primary=True, name="plan.first")
        new.clicked.connect(partial(self._plan_dialog, new=True))
        self._first = new
        file = button(self.tr("Nhập từ tệp…"), name="plan.file")
        file.clicked.connect(self._from_file)
        box.addLayout(row(new, file, None))
        card = Card(self.tr("Kế hoạch đã ban hành, chép đúng lời và số của văn bản"))
        card.box.addLayout(self._samples)
        box.addWidget(card)
        box.addStretch(1)

    def refresh(self) -> None:
        """Read the plan on screen again; the keyboard stands on its part."""
        self._read()
        if self.stack.currentWidget() is self._inside:
            self._focus_part()
        else:
            (self.behind.table if self.stack.currentWidget() is self.behind else self._first).setFocus()

    def open_plan(self, plan: str) -> None:
        """Show a plan."""
        self._wanted = plan
        self._read()

    def open_tab(self, name: str) -> None:
        """Show a part of the plan: one of ``TABS``."""
        self.bar.setCurrentIndex(TABS.index(name))

    @property
    def tab(self) -> str:
        """The part on screen."""
        return TABS[self.bar.currentIndex()]

    def _read(self) -> None:
        self._office.jobs.read(partial(plans.chosen, wanted=self._wanted), self._show)

    def _show(self, answer: tuple[Sequence[Plan], PlanPage | None]) -> None:
        if self.editing.typing.busy:  # nobody's figure moves while it is typed: it reads itself again when that ends
            return
        found, page = answer
        self.shown = page
        if page is None:
            clear(self._samples)
            for sample in loading.samples():
                line = link(sample.title, f"sample.{sample.name}")
                line.clicked.connect(partial(self._take_sample, sample.name))
                self._samples.addLayout(column(row(line, None), text(sample.document, "small"), spacing=0))
            self.stack.setCurrentWidget(self._empty)
            return
        self._wanted = page.plan.id
        with QSignalBlocker(self._plans):
            self._plans.clear()
            for each in found:
                self._plans.addItem(f"{each.years} · {each.area or each.title}", each.id)
            self._plans.setCurrentIndex(self._plans.findData(page.plan.id))
        if self.stack.currentWidget() is self._empty:
            self.stack.setCurrentWidget(self._inside)
            if self.isVisible():
                self._focus_part()
        self._show_plan(page)

    def _show_plan(self, page: PlanPage) -> None:
        self._title.setText(page.plan.title)
        self._show_keys()
        above = self.tr("Kế hoạch của tỉnh, ở máy này chỉ đọc") if page.from_above else ""
        said = [above, page.plan.document, self.tr("{count} việc").format(count=len(page.tasks))]
        if page.late:
            said.append(self.tr("{count} việc quá hạn").format(count=page.late))
        said.append(self.tr("{count} chỉ tiêu").format(count=len(page.targets)))
        self._lead.setText(" · ".join(filter(None, said)))
        self.bar.set_badge(0, str(page.late) if page.late else "")
        self.bar.set_badge(4, str(len(page.disagreements)) if page.disagreements else "")
        self.tasks.show_rows(tables.task_titles(), tables.tasks(page))
        self.timeline.show_tasks(page.plan, page.tasks, page.today)
        self.months.show_tasks(page.plan, page.tasks, page.today)
        years = sorted({task.due.year for task in page.tasks if task.due is not None} | {page.plan.starts.year})
        before = self.year.currentData()
        self.year.clear()
        for year in years:
            self.year.addItem(str(year), year)
        wanted = next(year for year in (before, page.today.year, years[-1]) if year in years)
        self.year.setCurrentIndex(self.year.findData(wanted))
        self.months.show_year(wanted)
        self.targets.show_rows(tables.target_titles(), tables.targets(page))
        self.money.show_page(page)
        self.events.show_rows(tables.event_titles(), tables.events(page))
        self._flag_words.setText(self._flag_sentence(page))
        self._show_flags()
        if self.stack.currentWidget() is self.behind and self.behind.shown is not None:
            again = next((each for each in page.targets if each.target.id == self.behind.shown.target.id), None)
            if again is not None:
                self.behind.show_target(again)

    def _flag_sentence(self, page: PlanPage) -> str:
        said = []
        if page.alike:
            names = ", ".join(f"{each.kind} ({len(each.products)})" for each in page.alike[:5])
            said.append(self.tr("Nhiều chủ thể đăng ký một loại sản phẩm: {names}.").format(names=names))
        if page.fresh:
            said.append(self.tr("Sản phẩm tươi sống, thô đăng ký trong kỳ: {count}.").format(count=len(page.fresh)))
        return " ".join(said)

    def _show_flags(self) -> None:
        self._flags.setVisible(bool(self._flag_words.text()) and self.tab == "targets")

    def _turn(self, index: int) -> None:
        self.parts.setCurrentIndex(index)
        self._show_flags()
        self._show_keys()

    def _show_keys(self) -> None:
        above = self.shown is not None and self.shown.from_above
        keys = {
            "targets": self.tr("Gõ số hoặc F2 để sửa · Ctrl+Z hoàn tác"),
            "money": self.tr("Gõ số hoặc F2: kế hoạch · Shift+F2: đã chi · Ctrl+Z hoàn tác"),
        }
        self._keys.setText("" if above else keys.get(self.tab, ""))
        self._keys.setVisible(bool(self._keys.text()))
        self._add.setVisible(not above or self.tab == "events")
        self._about.setVisible(not above)
        self._next.setVisible(not above)

    def _focus_part(self) -> None:
        reason = Qt.FocusReason.OtherFocusReason
        own = {"tasks": self.tasks, "timeline": self.timeline, "months": self.months, "targets": self.targets}
        if self.tab == "money":
            self.money.focus_first()
        else:
            own.get(self.tab, self.events).setFocus(reason)

    def show_plan(self) -> None:
        """Back from a figure to the plan."""
        self.stack.setCurrentWidget(self._inside)
        self._focus_part()

    def _go_back(self) -> None:
        if self.stack.currentWidget() is self.behind:
            self.show_plan()

    def _choose(self) -> None:
        self.open_plan(str(self._plans.currentData()))

    def _year_chosen(self) -> None:
        self.months.show_year(int(self.year.currentData()))

    def _open_task(self, task: object) -> None:
        self.editing.task(task)

    def _open_target(self, at: int, _column: int) -> None:
        if self.shown is not None:
            self.behind.show_target(self.shown.targets[at])
            self.stack.setCurrentWidget(self.behind)
            self.behind.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offers(self) -> list[Offer]:
        return self.editing.offers(self.tab)

    def _add_here(self) -> None:
        self.editing.add(self.tab)

    def _edit_cell(self) -> None:
        here = self.stack.currentWidget() is self._inside
        if not here or not self.editing.begin_figure(self.tab):
            self._edit_here()

    def _edit_spent(self) -> None:
        if self.stack.currentWidget() is self._inside:
            self.editing.begin_figure(self.tab, spent=True)

    def _edit_here(self, *_place: object) -> None:
        if self.stack.currentWidget() is self.behind and self.behind.shown is not None:
            self.editing.target(self.behind.shown)
        elif self.stack.currentWidget() is self._inside:
            self.editing.change(self.tab)

    def _remove_here(self) -> None:
        if self.stack.currentWidget() is self._inside:
            self.editing.remove(self.tab)

    def _plan_dialog(self, *, new: bool) -> None:
        own = None if new or self.shown is None else self.shown.plan
        self.show_dialog(asking.plan(self._office, own, self))

    def show_dialog(self, dialog: RecordDialog) -> None:
        """Open a dialog; what it made is shown."""
        dialog.recorded.connect(self._recorded)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _recorded(self, answer: object) -> None:
        if isinstance(answer, Changes) and answer.created and "plan" in answer.types:
            self._wanted = answer.created
        self._read()

    def _ask_next(self) -> None:
        self.editing.next_year(self._recorded)

    def _take_sample(self, name: str, _checked: bool = False) -> None:
        self._office.jobs.write(partial(loading.import_plan, path=loading.sample_file(name)), self._recorded)

    def _from_file(self) -> None:
        found = ask.open_paths(self, self.tr("Nhập từ tệp…"), "TOML (*.toml)")
        if found:
            self._office.jobs.write(partial(loading.import_plan, path=found[0]), self._recorded)

    def _changed(self, changes: object) -> None:
        touched = isinstance(changes, Changes) and (changes.types & (TYPES | frozenset(READ)) or changes.dossiers)
        if touched and self.isVisible():
            self._read()
