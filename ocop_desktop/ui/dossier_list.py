"""The page Hồ sơ: every dossier in one list, filtered by typing, sorted by any column, at once for 100,000 of them."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop.actions import gathering, listing
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.listing import ListRow, Query
from ocop_desktop.actions.lists import screens
from ocop_desktop.domain.text import show_count
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.dossier_filters import Filters
from ocop_desktop.ui.dossier_reading import Found, Rows, find, read_rows
from ocop_desktop.ui.dossier_table import DossierTable, FilterLine, send_on
from ocop_desktop.ui.lists.export_button import Offer, TableExport
from ocop_desktop.ui.lists.import_dialog import offer_import
from ocop_desktop.ui.models import Column, PagedModel
from ocop_desktop.ui.papers.chosen import PrintChosen
from ocop_desktop.ui.row_delegate import RowDelegate, days_words, missing_words, set_words, sync_words
from ocop_desktop.ui.widgets import button, text

DEBOUNCE_MS = 120
_DUE_COLUMN = 3
_NARROW = 1340


class DossierList(QWidget):
    """The dossiers, their filters and their keys."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dossiers")
        self._office = office
        self._query = Query()
        self._searching = False
        self._again = False
        self._stale = True
        self._first_row = False
        self._total = 0
        self.model: PagedModel[ListRow] = PagedModel(self._columns(), self._fetch, self)
        self._delegate = RowDelegate(office.today, self)
        self.table = DossierTable(self._delegate)
        self.table.setModel(self.model)
        self.filter = FilterLine()
        self.filter.setObjectName("dossiers.filter")
        self.filter.setPlaceholderText(self.tr("Gõ để lọc, không cần dấu"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(220)
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(DEBOUNCE_MS)
        self._build()
        self._wire()
        self.setFocusProxy(self.filter)

    # What the frame calls

    def filter_by(self, wanted: str | Query) -> None:
        """Show what these words find, or what a query names."""
        self.filter.setText(wanted.search if isinstance(wanted, Query) else wanted)
        if isinstance(wanted, Query):
            self._debounce.stop()
            self._filters.show_query(wanted)
            self._ask(search=wanted.search, filter=wanted.filter, unit=wanted.unit)
            self._count()
        else:
            self._filter_now()

    def refresh(self) -> None:
        """Called each time the page is shown."""
        if self._stale:
            self._search()
            self._count()
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing here waits to be saved."""

    def current(self) -> ListRow | None:
        """The row chosen, when it is loaded."""
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    # Building

    def _columns(self) -> list[Column[ListRow]]:
        return [
            Column(self.tr("Sản phẩm, chủ thể"), "product", lambda r: f"{r.product}, {r.producer}"),
            Column(self.tr("Bộ sản phẩm"), "set", set_words),
            Column(self.tr("Trạng thái"), "stage", lambda r: texts.stage(r.stage)),
            Column(self.tr("Hạn"), "due", lambda r: days_words(r)[0]),
            Column(self.tr("Còn thiếu"), "missing", missing_words),
            Column(self.tr("Ở tỉnh"), "sync", lambda r: sync_words(r, date(1, 1, 1))[0]),
            Column(self.tr("Xã, phường"), "unit", lambda r: r.unit_name),
        ]

    def _build(self) -> None:
        self._filters = Filters()
        self._filters.chosen.connect(self._choose_filter)
        self._filters.unit_chosen.connect(self._choose_unit)
        self._receive = button(self.tr("Nhận hồ sơ"), primary=True, name="dossiers.receive")
        self._receive.setText(self.tr("Nhận hồ sơ  Ctrl N"))
        self._table_button = button(self.tr("Nhập từ Excel"), name="dossiers.import")
        self._export = TableExport(self._office, self, self._tables, name="dossiers.export")
        self._printing = PrintChosen(self._office, self)
        self._footer = text("", "quiet")
        self._footer.setObjectName("dossiers.footer")
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(16)
        self._head.setVerticalSpacing(8)
        self._head.setColumnStretch(1, 1)
        self._head.addWidget(text(self.tr("Hồ sơ"), "title"), 0, 0)
        self._head.addWidget(self.filter, 0, 2)
        for at, each in enumerate((self._table_button, self._export.button, self._receive), start=3):
            self._head.addWidget(each, 0, at)
        self._place_chips()
        self._empty_title = text("", "heading")
        self._empty_words = text("", "quiet", wrap=True)
        self._empty_words.setFixedSize(420, 2 * self.fontMetrics().lineSpacing() + 8)
        self._empty_words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty_button = button("", name="dossiers.empty")
        empty = QWidget()
        box = QVBoxLayout(empty)
        box.addStretch(1)
        for widget in (self._empty_title, self._empty_words, self._empty_button):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 14, 18, 10)
        page.setSpacing(10)
        page.addLayout(self._head)
        page.addWidget(self._stack, 1)
        page.addWidget(self._footer)
        self.model.mark_sorted(_DUE_COLUMN, descending=False)

    def _place_chips(self) -> None:
        """Beside the title, or on a line of their own in a narrow window."""
        narrow = self.width() < _NARROW
        if self._head.indexOf(self._filters) >= 0:
            self._head.removeWidget(self._filters)
        self._head.addWidget(self._filters, 1 if narrow else 0, 0 if narrow else 1, 1, 6 if narrow else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < _NARROW) != (event.oldSize().width() < _NARROW):
            self._place_chips()

    def _wire(self) -> None:
        self._debounce.timeout.connect(self._filter_now)
        self.filter.textChanged.connect(self._filter_changed)
        self.filter.typed.connect(self._debounce.start)
        self.filter.entered.connect(self._open)
        self.filter.walked.connect(self._walk)
        self.filter.printed.connect(self._print)
        self.table.opened.connect(self._open)
        self.table.printed.connect(self._print)
        self.table.typed.connect(self._type)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.model.arrived.connect(self._rows_arrived)
        self._receive.clicked.connect(self._office.new_dossier)
        self._table_button.clicked.connect(partial(offer_import, office=self._office, parent=self, kind="dossiers"))
        self._empty_button.clicked.connect(self._leave_empty)
        self._office.changed.connect(self._changed)
        for place in range(self.model.columnCount()):
            keys = QShortcut(f"Alt+{place + 1}", self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(partial(self._sort, place))
        keys = QShortcut("Ctrl+P", self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._print)

    # Finding

    def _filter_changed(self, words: str) -> None:
        if not words:
            self._debounce.start()

    def _filter_now(self) -> None:
        self._debounce.stop()
        self._ask(search=self.filter.on_screen())

    def _choose_filter(self, name: object) -> None:
        self._ask(filter=str(name))
        self.filter.setFocus()

    def _choose_unit(self, unit: object) -> None:
        self._ask(unit=str(unit))
        self._count()
        self.filter.setFocus()

    def _sort(self, column: int) -> None:
        """By this column; a second time from the end."""
        now, descending = self.model.sorted_by
        turned = now == column and not descending
        self.model.mark_sorted(column, descending=turned)
        self._ask(sort=self.model.column(column).sort, descending=turned)

    def _ask(
        self,
        *,
        search: str | None = None,
        filter: str | None = None,
        sort: str | None = None,
        descending: bool | None = None,
        unit: str | None = None,
    ) -> None:
        now = self._query
        self._query = Query(
            search=now.search if search is None else search,
            filter=now.filter if filter is None else filter,
            sort=now.sort if sort is None else sort,
            descending=now.descending if descending is None else descending,
            unit=now.unit if unit is None else unit,
        )
        if self._query != now:
            self._first_row = True
            self._search()

    def _count(self) -> None:
        """Count what each filter has, after the rows: with many dossiers it takes longer than finding them."""
        self._office.jobs.read(partial(listing.counts, unit=self._query.unit), self._show_counts)
        self._office.jobs.read(gathering.scope, self._show_scope)

    def _show_scope(self, scope: gathering.Scope) -> None:
        """The communes to choose among, and their column, at an office that gathers several."""
        self._filters.show_scope(scope)
        self.table.show_units(scope.gathers)

    def _search(self) -> None:
        """One search at a time; what changed meanwhile is searched next, what is between is never run."""
        if self._searching:
            self._again = True
            return
        self._searching, self._again, self._stale = True, False, False
        self._office.jobs.read(partial(find, self._query), self._found, self._not_found)

    def _found(self, found: Found) -> None:
        self._searching = False
        if self._again:
            self._search()
        if found.query == self._query:
            self._show(found)

    def _not_found(self, error: BaseException) -> None:
        self._searching = False
        self._office.jobs.failed.emit(error)

    def _show_counts(self, counts: dict[str, int]) -> None:
        self._total = counts["all"]
        self._filters.show_counts(counts)
        self._say_count()
        self._show_empty()

    def _show(self, found: Found) -> None:
        chosen = self.table.currentIndex()
        number = self.model.number(chosen.row()) if chosen.isValid() else None
        offset = self.table.rowViewportPosition(chosen.row()) if chosen.isValid() else 0
        top = self.table.verticalScrollBar().value()
        if self.model.show(found.order):
            self.model.loaded(self.model.generation, 0, found.first)
            self._choose_again(number, offset, top)
        self._say_count()
        self._show_empty()

    def _choose_again(self, number: int | None, offset: int, top: int) -> None:
        """After a new order: the first row for a new question, else the same dossier at the same height."""
        bar = self.table.verticalScrollBar()
        position = -1 if self._first_row else self.model.position(number)
        self.table.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.table.updateGeometries()
        if position >= 0:
            self.table.setCurrentIndex(self.model.index(position, 0))
            bar.setValue(position * self._delegate.row_height - offset)
        elif self._first_row:
            self.table.setCurrentIndex(self.model.index(0, 0))
            bar.setValue(0)
        else:
            bar.setValue(top)
        self._first_row = False

    def _say_count(self) -> None:
        words = self.tr(
            "{shown} trên {all} · gõ để lọc, không cần dấu · Enter mở · Ctrl P in · Shift và mũi tên chọn nhiều"
        )
        self._footer.setText(words.format(shown=show_count(self.model.rowCount()), all=show_count(self._total)))

    def _show_empty(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentIndex(0)
            return
        if self._total == 0:
            self._empty_title.setText(self.tr("Chưa có hồ sơ nào"))
            self._empty_words.setText(
                self.tr("Khi chủ thể nộp hồ sơ, bấm Nhận hồ sơ. Hạn 15 ngày làm việc được tính ngay.")
            )
            self._empty_button.setText(self.tr("Nhận hồ sơ đầu tiên  Ctrl N"))
        elif self._query.search:
            self._empty_title.setText(self.tr("Không có hồ sơ nào khớp “{words}”").format(words=self._query.search))
            self._empty_words.setText(self.tr("Thử gõ ít chữ hơn, hoặc bấm Esc để xem lại tất cả."))
            self._empty_button.setText(self.tr("Xem tất cả"))
        else:
            self._empty_title.setText(self.tr("Không có hồ sơ nào ở mục này"))
            self._empty_words.setText(self.tr("Các hồ sơ khác vẫn còn trong danh sách."))
            self._empty_button.setText(self.tr("Xem tất cả"))
        self._stack.setCurrentIndex(1)

    def _leave_empty(self) -> None:
        if self._total == 0:
            self._office.new_dossier.emit()
            return
        self.filter.clear()
        self._filters.show_query(Query())
        self._ask(search="", filter="all", unit="")
        self.filter.setFocus()

    # Rows

    def _fetch(self, generation: int, page: int, numbers: list[int]) -> None:
        self._office.jobs.read(partial(read_rows, generation, page, numbers), self._rows_read)

    def _rows_read(self, read: Rows) -> None:
        self.model.loaded(read.generation, read.page, read.rows)

    def _rows_arrived(self, page: object) -> None:
        index = self.table.currentIndex()
        if not index.isValid() and page == 0 and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _changed(self, changes: Changes) -> None:
        if not changes.dossiers and not changes.outbox:
            return
        if self.isVisible():
            self._search()
            self._count()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._search()
            self._count()

    # Keys

    def _walk(self, event: object) -> None:
        send_on(self.table, event)  # type: ignore[arg-type]

    def _type(self, event: object) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.end(False)
        send_on(self.filter, event)  # type: ignore[arg-type]

    def _open(self) -> None:
        if self._debounce.isActive():
            self._filter_now()
            return
        chosen = self.current()
        if chosen is not None:
            self._office.open_dossier.emit(chosen.id, None)

    def _tables(self) -> list[Offer]:
        make = partial(screens.dossiers, query=self._query)
        return [Offer(words="", kind="dossiers", name="Danh sách hồ sơ OCOP", make=make)]

    def _print(self) -> None:
        self._printing.start([n for place in self.table.chosen() if (n := self.model.number(place)) is not None])
