"""The frame around the pages of an open office: search and unit on top, rail, pages, status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop.actions import documents, exchange, listing
from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.exchange import Exchange
from ocop_desktop.actions.listing import Query
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.care.daily import DailyCopies
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.finder import Finder
from ocop_desktop.ui.line.watch import LineWatch, network_information
from ocop_desktop.ui.people.idle import IdleLock
from ocop_desktop.ui.places import PLACES, place
from ocop_desktop.ui.rail import Rail
from ocop_desktop.ui.signed.scan_folder import ScanFolder
from ocop_desktop.ui.status_line import StatusLine
from ocop_desktop.ui.widgets import column, link, row, set_role, text

if TYPE_CHECKING:
    from ocop_desktop.ui.dossier_list import DossierList
    from ocop_desktop.ui.dossier_page import DossierPage
    from ocop_desktop.ui.help_page import HelpPage
    from ocop_desktop.ui.preview import Preview
    from ocop_desktop.ui.products.products_page import ProductsPage
    from ocop_desktop.ui.reports.reports_page import ReportsPage

DOSSIER = "dossier"
NARROW = 1000
TOP_HEIGHT = 44


class _Leaving(Protocol):
    def leave(self) -> None: ...


class _Waiting(Protocol):
    def waits(self) -> bool: ...


class _Refreshing(Protocol):
    def refresh(self) -> None: ...


def counts(db: Db) -> tuple[dict[str, int], Exchange]:
    """What the rail and the status line show."""
    return listing.counts(db), exchange.state(db)


def _warm() -> None:
    from ocop_desktop.signing import foreign  # not before a dossier is opened

    foreign.warm()


class Workspace(QWidget):
    """Everything an officer sees between unlocking and locking."""

    def __init__(self, office: OfficeContext, *, folded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.office = office
        self.finder = Finder(office, self)
        self.rail = Rail()
        self.status = StatusLine(office)
        self.watch = LineWatch(office, network_information(), self)
        self.pages = QStackedWidget()
        self.scans = ScanFolder.of(office)
        self._unit = text("")
        self._unit.setObjectName("unit")
        self._officer = text("", "small")
        self._officer.setObjectName("officer")
        self._lock = link(self.tr("Khóa Ctrl L"), "lock", "small")
        self._lock.clicked.connect(office.lock_requested)
        self._preview: Preview | None = None
        self._copies = DailyCopies(office, self)
        self.idle = IdleLock(office, self)
        self._made: dict[str, QWidget] = {}
        self._fill_rail(folded=folded)
        self._lay_out()
        self._connect()
        self.show_page("today")
        self._refresh_frame()

    def page(self, name: str) -> QWidget:
        """A page by its name, made when it is first asked for."""
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = place(name).make(self.office)
            self.pages.addWidget(made)
        return made

    def made(self, name: str) -> QWidget | None:
        """A page if it was ever shown."""
        return self._made.get(name)

    @property
    def shown(self) -> str:
        """The name of the page on screen."""
        current = self.pages.currentWidget()
        return next(name for name, page in self._made.items() if page is current)

    def show_page(self, name: object) -> None:
        """Show a page; what the page before it holds is saved first."""
        there = place(str(name))
        page = self.page(there.name)
        before = self.pages.currentWidget()
        if before is not page:
            if before is not None:
                self._leave(before)
            self.pages.setCurrentWidget(page)
        self.rail.select(there.rail or there.name)
        if hasattr(page, "refresh"):
            cast(_Refreshing, page).refresh()
        self.setWindowTitle(there.title)

    def leave(self) -> None:
        """Save everything that is not saved yet, on every page."""
        for page in self._made.values():
            self._leave(page)

    def waits(self) -> bool:
        """Whether a page holds something typed that could not be written."""
        return any(cast(_Waiting, page).waits() for page in self._made.values() if hasattr(page, "waits"))

    def stop_line(self) -> None:
        """End what speaks to the province after the request under way: before a lock, before the program ends."""
        self.idle.stop()
        self.watch.stop()
        self.office.rounds.stop()

    def go_on(self) -> None:
        """The officer is back: what ``stop_line`` ended begins again."""
        self.idle.begin()
        self.watch.go_on()

    def show_help(self) -> None:
        """The manual, at the page about what is on screen (F1)."""
        about = place(self.shown)
        self.show_page("help")
        if about.topic:
            cast("HelpPage", self.page("help")).open_topic(about.topic)

    def _fill_rail(self, *, folded: bool) -> None:
        group = 0
        for each in PLACES:
            if not each.icon:
                continue
            if each.group != group:
                self.rail.add_rule()
                group = each.group
            self.rail.add(each.name, each.icon, each.title, each.key)
        self._folded, self._narrow = folded, False
        self.rail.set_folded(folded)
        self.rail.folded_changed.connect(self._rail_chosen)

    def _rail_chosen(self, folded: object) -> None:
        self._folded = bool(folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window, such as 1366 pixels at 150 %, gives the rail's room to the page."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self.rail.set_folded(narrow or self._folded)

    def _lay_out(self) -> None:
        top = QWidget()
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(top, "top")
        who = row(self._officer, text("·", "small"), self._lock, spacing=4)
        self._unit.setAlignment(Qt.AlignmentFlag.AlignRight)
        unit = column(self._unit, row(None, who, spacing=0), spacing=0)
        bar = QHBoxLayout(top)
        bar.setContentsMargins(14, 3, 14, 3)
        bar.addWidget(self.finder, 1)
        bar.addStretch(1)
        bar.addLayout(unit)
        top.setMinimumHeight(TOP_HEIGHT)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(top)
        middle = row(self.rail, self.pages, spacing=0)
        middle.setStretch(1, 1)
        box.addLayout(middle, 1)
        box.addWidget(self.status)

    def _connect(self) -> None:
        office = self.office
        self.rail.chosen.connect(self._chosen)
        office.show_page.connect(self.show_page)
        office.open_dossier.connect(self._open_dossier)
        office.open_product.connect(self._open_product)
        office.open_report.connect(self._open_report)
        office.new_dossier.connect(self._new_dossier)
        office.show_list.connect(self._show_list)
        office.print_requested.connect(self._print)
        office.changed.connect(self._changed)
        self.watch.state_changed.connect(self.status.show_line)
        self.status.show_line(self.watch.state)
        QShortcut("Ctrl+L", self, activated=office.lock_requested.emit)  # type: ignore[call-overload]
        QShortcut("Ctrl+N", self, activated=office.new_dossier.emit)  # type: ignore[call-overload]

    def _chosen(self, name: object) -> None:
        if name == "help":
            self.show_help()
        else:
            self.show_page(name)

    @staticmethod
    def _leave(page: QWidget) -> None:
        if hasattr(page, "leave"):
            cast(_Leaving, page).leave()

    def _open_dossier(self, dossier: object, field: object) -> None:
        self.office.jobs.apart(_warm)  # sooner or later a file of it is looked at
        self.show_page(DOSSIER)
        cast("DossierPage", self.page(DOSSIER)).open(str(dossier), None if field is None else str(field))

    def _open_product(self, product: object) -> None:
        self.show_page("products")
        cast("ProductsPage", self.page("products")).open_product(str(product))

    def _open_report(self, period: object) -> None:
        self.show_page("reports")
        cast("ReportsPage", self.page("reports")).show_period(str(period))

    def _new_dossier(self) -> None:
        cast("DossierPage", self.page(DOSSIER)).start_new()

    def _show_list(self, words: object) -> None:
        self.show_page("dossiers")
        if words is not None:
            cast("DossierList", self.page("dossiers")).filter_by(words if isinstance(words, Query) else str(words))

    def _print(self, paper: object) -> None:
        assert isinstance(paper, Paper)
        from ocop_desktop.ui.preview import Preview  # not before something is previewed

        self._preview = Preview(paper, self.office.jobs, self.window())
        self._preview.taken.connect(partial(self._note_printed, paper))
        self._preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview.open()

    def _note_printed(self, paper: Paper, way: object) -> None:
        self.office.jobs.write(partial(documents.note_printed, paper=paper, way=str(way)))

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes):
            self._refresh_frame()

    def _refresh_frame(self) -> None:
        self.office.jobs.survey(counts, self._show_counts)
        self.office.jobs.read(office_actions.office, self._show_office)

    def _show_counts(self, answer: tuple[dict[str, int], Exchange]) -> None:
        numbers, state = answer
        soon = numbers.get("due_soon", 0)
        self.rail.entry("today").set_count(soon, alarm=True)
        self.rail.entry("dossiers").set_count(numbers.get("all", 0))
        self.rail.entry("sync").set_count(state.waiting_dossiers)
        self.status.show_waiting(state.waiting_dossiers, state.last_success)
        self.watch.take(state)

    def _show_office(self, values: Values) -> None:
        province = str(values.get("office.province_name") or "")
        places = [values.get("office.unit_name"), province.removeprefix("Tỉnh ").removeprefix("Thành phố ")]
        if values.get("office.unit_name") == province:
            places = [province]
        self._unit.setText(" · ".join(str(place) for place in places if place))
        self._officer.setText(str(values.get("officer.name") or self.tr("Cán bộ")))
        level = str(values.get("office.level") or "commune")
        for each in PLACES:
            if each.icon:
                self.rail.entry(each.name).setVisible(level in each.levels)
        self.rail.number()
