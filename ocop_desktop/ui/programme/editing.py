"""What Ctrl G, F2, Enter and Delete do on each part of a plan: the right dialog, its answer written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ocop_desktop.actions.lists import screens
from ocop_desktop.actions.programme import plans
from ocop_desktop.actions.programme.plans import TargetRow
from ocop_desktop.actions.reports import producers as producer_reports
from ocop_desktop.domain.programme import typed
from ocop_desktop.domain.programme.indicators import INDICATORS
from ocop_desktop.domain.programme.money import TOTAL, Line, Table
from ocop_desktop.domain.programme.plans import MEASURES, Measure, Target, Task
from ocop_desktop.domain.records import Record
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.lists.export_button import Offer
from ocop_desktop.ui.plain_table import PlainTable
from ocop_desktop.ui.programme import asking, tables
from ocop_desktop.ui.programme.in_place import Figure, InPlace
from ocop_desktop.ui.reports import producers_view

if TYPE_CHECKING:
    from ocop_desktop.ui.programme.page import PlanningPage

_TASK_TABS = frozenset({"tasks", "timeline", "months"})


def _names(db: Db) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The products and producers an event may be about."""
    products = [(each.id, str(each.body.get("name") or "")) for each in records.of_type(db, "product")]
    producers = [(each.id, str(each.body.get("name") or "")) for each in records.of_type(db, "producer")]
    return [each for each in products if each[1]], [each for each in producers if each[1]]


class Editing(QObject):
    """Opens dialogs for the page it belongs to."""

    def __init__(self, office: OfficeContext, page: PlanningPage) -> None:
        super().__init__(page)
        self._office = office
        self._page = page
        page.money.opened.connect(self.line)
        self.typing = InPlace(office, self)
        self.typing.attend(page.targets, self._target_figure)
        page.money.made.connect(self._attend_money)

    @property
    def _plan(self) -> str:
        return self._page.shown.plan.id if self._page.shown is not None else ""

    def _only_read(self, tab: str = "") -> bool:
        """Whether the plan is the province's, and so only read here; what happened is this office's own."""
        above = self._page.shown is not None and self._page.shown.from_above and tab != "events"
        if above:
            self._office.said.emit(self.tr("Kế hoạch của tỉnh, ở máy này chỉ đọc."))
        return above

    # Figures, where they stand

    def _attend_money(self, table: object) -> None:
        assert isinstance(table, PlainTable)
        self.typing.attend(table, partial(self._money_figure, table))

    def _money_figure(self, table: PlainTable, row: int, column: int, *, spent: bool = False) -> Figure | None:
        return None if self._only_read() else self._page.money.figure(table, row, column, spent=spent)

    def _target_figure(self, row: int, column: int) -> Figure | None:
        page, field = self._page.shown, tables.TARGET_FIELDS.get(column)
        if page is None or field is None or not 0 <= row < len(page.targets) or self._only_read():
            return None
        target = page.targets[row].target
        given = page.unread.get((target.id, field))
        text = given if given is not None else typed.of_target(target, field)
        return Figure(target.id, field, text, f"{target.title}, {tables.target_titles()[column]}")

    def begin_figure(self, tab: str, *, spent: bool = False) -> bool:
        """Type into the figure the keyboard stands on; False where it is no figure."""
        if tab == "targets":
            return self.typing.begin(self._page.targets, self._target_figure)
        table = self._page.money.current() if tab == "money" else None
        if table is None:
            return False
        return self.typing.begin(table, partial(self._money_figure, table, spent=spent))

    def offers(self, tab: str) -> list[Offer]:
        """The table of a part, to be taken out."""
        part = tab if tab in screens.PARTS else "tasks"
        names = {"tasks": "Việc", "targets": "Chỉ tiêu", "money": "Kinh phí", "events": "Hoạt động"}
        if self._page.shown is None:
            return []
        plan = self._page.shown.plan
        make = partial(screens.plan, plan_id=plan.id, part=part)
        return [Offer(words="", kind=f"plan.{part}", name=f"{names[part]} {plan.years}", make=make)]

    def show_product(self, product: object) -> None:
        """Open a product on its own page."""
        from ocop_desktop.ui.products.products_page import ProductsPage

        self._office.show_page.emit("products")
        for page in self._page.window().findChildren(ProductsPage):
            page.open_product(str(product))

    # Lines

    def next_year(self, then: Callable[[object], None]) -> None:
        """Ask for the plan of the next period, made from this one."""
        if self._page.shown is None:
            return
        plan = self._page.shown.plan
        span = plan.ends.year - plan.starts.year + 1
        words = self.tr(
            "Chép việc, chỉ tiêu và kinh phí sang kỳ sau, mọi ngày dời {count} năm? Kết quả không chép theo."
        )
        yes = self.tr("Lập kỳ sau")
        if ask.confirm(self._page, yes, words.format(count=span), yes):
            self._office.jobs.write(partial(plans.next_year, plan_id=plan.id, years=span), then)

    def add(self, tab: str) -> None:
        """Something new on a part."""
        if not self._plan or self._only_read(tab):
            return
        if tab in _TASK_TABS:
            self.task(None)
        elif tab == "targets":
            dialog = asking.what_counts(self._office, self._page)
            dialog.recorded.connect(self._new_target)
            dialog.open()
        elif tab == "money":
            assert self._page.shown is not None
            given = self._page.shown.tables
            first = given[0] if given else Table(key="kinh-phi", title="", columns=(TOTAL,), lines=())
            self.line(first, None)
        else:
            dialog = asking.which_event(self._office, self._page)
            dialog.recorded.connect(self._new_event)
            dialog.open()

    def change(self, tab: str) -> None:
        """What the keyboard stands on."""
        page = self._page
        if page.shown is None or self._only_read(tab):
            return
        if tab == "tasks" and page.tasks.currentIndex().isValid():
            self.task(page.shown.tasks[page.tasks.currentIndex().row()])
        elif tab in _TASK_TABS and tab != "tasks":
            drawing = page.timeline if tab == "timeline" else page.months
            if drawing.chosen() is not None:
                self.task(drawing.chosen())
        elif tab == "targets" and page.targets.currentIndex().isValid():
            self.target(page.shown.targets[page.targets.currentIndex().row()])
        elif tab == "money" and (found := page.money.line()) is not None:
            self.line(*found)
        elif tab == "events" and page.events.currentIndex().isValid():
            self.happened(page.shown.events[page.events.currentIndex().row()])

    def remove(self, tab: str) -> None:
        """Take away what the keyboard stands on, after asking."""
        page = self._page
        if page.shown is None or self._only_read(tab):
            return
        found = ""
        if tab == "tasks" and page.tasks.currentIndex().isValid():
            found = page.shown.tasks[page.tasks.currentIndex().row()].id
        elif tab == "targets" and page.targets.currentIndex().isValid():
            found = page.shown.targets[page.targets.currentIndex().row()].target.id
        elif tab == "money" and (line := page.money.line()) is not None:
            found = line[1].id
        elif tab == "events" and page.events.currentIndex().isValid():
            found = page.shown.events[page.events.currentIndex().row()].id
        words = self.tr("Bỏ dòng đang chọn khỏi kế hoạch?")
        yes = self.tr("Bỏ dòng")
        if found and ask.confirm(page, yes, words, yes):
            self._office.jobs.write(partial(plans.remove, record=found), self._removed)

    def _removed(self, _changes: object) -> None:
        """The page reads itself again on ``changed``."""

    def task(self, before: object) -> None:
        """A task's dialog."""
        if self._only_read():
            return
        own = before if isinstance(before, Task) else None
        self._page.show_dialog(asking.task(self._office, self._plan, own, self._page))

    def finish(self) -> None:
        """Close the chosen task today, or open it again."""
        page = self._page
        if page.shown is None or not page.tasks.currentIndex().isValid() or self._only_read():
            return
        task = page.shown.tasks[page.tasks.currentIndex().row()]
        day = None if task.done_on is not None else self._office.today().isoformat()
        write = partial(plans.put, type_="task", plan=self._plan, fields={"done_on": day}, record=task.id)
        self._office.jobs.write(write, self._finished)

    def _finished(self, _changes: object) -> None:
        self._office.said.emit(self.tr("Đã ghi. Dấu cách lần nữa để mở lại việc."))

    def target(self, before: object) -> None:
        """A target's dialog."""
        if isinstance(before, TargetRow) and not self._only_read():
            self._page.show_dialog(asking.target(self._office, self._plan, before.target, self._page))

    def _new_target(self, chosen: object) -> None:
        code = str(chosen)
        measure: Measure = next((each for each in MEASURES if code == f"={each}"), "count")
        indicator = ""
        if code in INDICATORS:
            measure, indicator = INDICATORS[code][0], code
        given = Target(id="", plan=self._plan, title="", measure=measure, indicator=indicator)
        self._page.show_dialog(asking.target(self._office, self._plan, given, self._page))

    def line(self, table: object, before: object) -> None:
        """A line of money's dialog."""
        if isinstance(table, Table) and not self._only_read():
            own = before if isinstance(before, Line) else None
            self._page.show_dialog(asking.line(self._office, self._plan, table, own, self._page))

    def _new_event(self, kind: object) -> None:
        self._office.jobs.read(_names, partial(self._ask_event, str(kind), None))

    def happened(self, before: Record) -> None:
        """An event's dialog."""
        self._office.jobs.read(_names, partial(self._ask_event, str(before.body.get("kind") or ""), before))

    def _ask_event(
        self, kind: str, before: Record | None, names: tuple[list[tuple[str, str]], list[tuple[str, str]]]
    ) -> None:
        products, producers = names
        if kind == producer_reports.KIND:
            self._page.show_dialog(producers_view.ask(self._office, producers, self._page, before))
            return
        dialog = asking.event(self._office, self._plan, kind, before, products, producers, self._page)
        self._page.show_dialog(dialog)
