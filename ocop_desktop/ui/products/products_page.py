"""Sản phẩm: every recognised product with its star, its end and what it waits for; one of them; its dossiers side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.councils import seats
from ocop_desktop.actions.products import area, recognising
from ocop_desktop.actions.products.area import Area, Place
from ocop_desktop.actions.products.claims import Claim
from ocop_desktop.actions.products.recognising import PRODUCT_TYPES
from ocop_desktop.actions.products.register import ProductPage, ProductRow
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import fold, show_count, show_date
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Line
from ocop_desktop.ui.lists.export_button import TableExport, area_lists
from ocop_desktop.ui.lists.import_dialog import offer_import
from ocop_desktop.ui.plain_table import Cell, PlainTable
from ocop_desktop.ui.products import asking, words
from ocop_desktop.ui.products.area_bar import AreaBar
from ocop_desktop.ui.products.beside_view import BesideView
from ocop_desktop.ui.products.product_view import ProductView, offer
from ocop_desktop.ui.products.statistics_view import ChangesView, StatisticsView
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.widgets import button, row, text

_WIDTHS = (250, 160, 56, 170, 112, 160)


class ProductsPage(QWidget):
    """A list, one product, or several dossiers of it: one at a time, Esc goes back."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("products")
        self._office = office
        self._found = Area(places=(), units=(), views=())
        self._shown: list[Place] = []
        self._claims: list[Claim] = []
        self._count = text("", "quiet")
        self.filter = Line()
        self.filter.setObjectName("products.filter")
        self.filter.setPlaceholderText(self.tr("Tìm tên, chủ thể, xã, mã, số quyết định"))
        self.filter.setAccessibleName(self.tr("Tìm sản phẩm"))
        self.filter.setMinimumWidth(120)
        self.filter.setMaximumWidth(320)
        self.filter.typed.connect(self._fill)
        self.bar = AreaBar(office)
        self.bar.changed.connect(self._fill)
        self.bar.unit_way.connect(self._read)
        self.filter.entered.connect(self._to_table)
        self.table = PlainTable("products.table", self._titles(), _WIDTHS)
        self.table.setAccessibleName(self.tr("Sản phẩm đã được công nhận, và hạng sao mới khai"))
        self.table.opened.connect(self._open_row)
        self._empty = text(self._why_empty(), "quiet", wrap=True)
        self._list = QWidget()
        box = QVBoxLayout(self._list)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(10)
        self._record = button(self.tr("Ghi công nhận"), name="products.recognise")
        self._record.clicked.connect(self._ask_which)
        self._bring = button(self.tr("Nhập từ Excel"), name="products.import")
        self._bring.clicked.connect(partial(offer_import, office=office, parent=self))
        self._take = TableExport(office, self, area_lists, name="products.export")
        self._numbers = button(self.tr("Thống kê"), name="products.statistics")
        self._numbers.clicked.connect(self._show_numbers)
        self._past = button(self.tr("Thay đổi"), name="products.changes")
        self._past.clicked.connect(self._show_changes)
        acts = (self._numbers, self._past, self._record, self._bring, self._take.button)
        title = text(self.tr("Sản phẩm"), "title")
        box.addLayout(row(title, self._count, None, *acts, self.filter, spacing=8))
        box.addWidget(self.bar)
        box.addWidget(self._empty)
        box.addWidget(self.table, 1)
        self.one = ProductView(office)
        self.one.back.connect(self.show_list)
        self.one.beside.connect(self._show_beside)
        self.beside = BesideView(office)
        self.beside.back.connect(self._show_one)
        self._stack = QStackedWidget()
        self.numbers = StatisticsView(office)
        self.numbers.back.connect(self.show_list)
        self.numbers.unit.connect(self._show_unit)
        self.past = ChangesView(office)
        self.past.back.connect(self.show_list)
        self.past.opened.connect(self.open_product)
        for page in (self._list, self.one, self.beside, self.numbers, self.past):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        escape = QShortcut(Qt.Key.Key_Escape, self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._go_back)
        office.changed.connect(self._changed)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Sản phẩm"),
            self.tr("Xã"),
            self.tr("Hạng"),
            self.tr("Quyết định"),
            self.tr("Hết hạn"),
            self.tr("Tình trạng"),
        )

    def _why_empty(self) -> str:
        return self.tr(
            "Chưa có sản phẩm nào được ghi công nhận. Cấp công nhận ghi ở trang Hội đồng hoặc trang của sản phẩm; "
            "xã nhận về khi đồng bộ."
        )

    def refresh(self) -> None:
        """Read the list again, and the product on screen."""
        self._read()
        self._office.jobs.read(seats.level, self._show_level)
        if self._stack.currentWidget() is self._list and not self.filter.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stack.currentWidget() is self.one and self.one.product:
            self.one.open(self.one.product)

    def open_product(self, product: str) -> None:
        """Show one product."""
        self.one.open(product)
        self._stack.setCurrentWidget(self.one)

    def show_list(self) -> None:
        """Back to the list."""
        self._stack.setCurrentWidget(self._list)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: object) -> None:
        touched = isinstance(changes, Changes) and (
            changes.types & PRODUCT_TYPES or changes.dossiers or "product" in changes.types
        )
        if touched and self.isVisible():
            self.refresh()

    def _read(self) -> None:
        self._office.jobs.read(partial(area.area, by=self.bar.now().by), self._got)

    def _got(self, found: Area) -> None:
        self._found = found
        self.bar.show_area(found)
        self.bar.setVisible(bool(found.places or found.claims))
        self._fill()

    def _fill(self) -> None:
        wanted = fold(self.filter.on_screen()).split()
        view, today = self.bar.now(), self._office.today()
        self._shown = [
            each
            for each in self._found.places
            if view.takes(each, today)
            and all(word in each.row.search for word in wanted)
            and (view.told != "twins" or self._twin(each.row.codes))
        ]
        self._claims = [
            each
            for each in self._found.claims
            if view.takes_claim(each)
            and all(word in each.search for word in wanted)
            and (view.told != "twins" or self._twin((each.code,)))
        ]
        there = bool(self._found.places or self._found.claims)
        self._count.setText(self._counted())
        self._empty.setVisible(not there)
        self.table.setVisible(there)
        rows = [self._cells(each.row) for each in self._shown] + [self._claim_cells(each) for each in self._claims]
        self.table.show_rows(self._titles(), rows)
        self._numbers.setVisible(bool(self._found.places))
        self._past.setVisible(bool(self._found.places))

    def _counted(self) -> str:
        said = show_count(len(self._shown))
        if self._claims:
            said = self.tr("{count}, {claims} mới khai").format(count=said, claims=show_count(len(self._claims)))
        return said

    def _twin(self, codes: tuple[str, ...]) -> str:
        """The first of these codes that another product bears too."""
        return next((code for code in codes if code in self._found.twins), "")

    def _cells(self, each: ProductRow) -> tuple[Cell, ...]:
        found = each.standing
        said, tone = words.state(found)
        return (
            Cell(each.name, each.producer),
            Cell(each.unit_name.split(",", maxsplit=1)[0], self._code(each.codes)),
            Cell(words.short_stars(found.stars), tip=self.tr("{count} sao").format(count=found.stars)),
            Cell(each.decision_no, each.authority),
            Cell(show_date(found.ends), self._left(found.ends.toordinal())),
            Cell(said, "", tone, tip=words.advice(found, self._office.today())),
        )

    def _claim_cells(self, each: Claim) -> tuple[Cell, ...]:
        said, second, tone = words.claim(each)
        return (
            Cell(each.name, each.producer),
            Cell(each.unit_name.split(",", maxsplit=1)[0], self._code((each.code,))),
            Cell(words.short_stars(each.stars)),
            Cell(each.decision_no, each.authority or (str(each.year) if each.year else "")),
            Cell(show_date(each.ends_on) if each.ends_on else ""),
            Cell(said, second, tone, tip=words.claim_advice(each)),
        )

    def _code(self, codes: tuple[str, ...]) -> str:
        """The latest code; one that another product bears too is shown instead, and says so."""
        if twin := self._twin(codes):
            return self.tr("{code} · trùng").format(code=twin)
        return codes[0] if codes else ""

    def _left(self, ends: int) -> str:
        days = ends - self._office.today().toordinal()
        return self.tr("còn {count} ngày").format(count=show_count(days)) if days >= 0 else ""

    def _show_level(self, level: str) -> None:
        self._record.setVisible(level != "commune")

    def _ask_which(self) -> None:
        self._office.jobs.read(recognising.awaiting, self._choose_dossier)

    def _choose_dossier(self, there: list[tuple[str, str]]) -> None:
        if not there:
            ask.tell(self, self.tr("Ghi công nhận"), self.tr("Không có hồ sơ nào đã gửi lên mà chưa ghi công nhận."))
            return
        self._show_dialog(asking.awaiting(self._office, there, self), self._ask_recognition)

    def _ask_recognition(self, dossier: object) -> None:
        id_ = str(dossier)
        self._office.jobs.read(partial(offer, id_), partial(self._show_recognition, id_))

    def _show_recognition(self, dossier: str, answer: tuple[Values, str]) -> None:
        given, transition = answer
        self._show_dialog(asking.recognition(self._office, dossier, given, transition, self), self._written)

    def _show_dialog(self, dialog: RecordDialog, then: Callable[[object], None]) -> None:
        dialog.recorded.connect(then)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _written(self, _answer: object) -> None:
        self.refresh()

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_row(self, at: object, _column: object) -> None:
        place = int(str(at))
        products = [each.row.product for each in self._shown] + [each.product for each in self._claims]
        self.open_product(products[place])

    def _show_numbers(self) -> None:
        self.numbers.show_places(self._shown)
        self._stack.setCurrentWidget(self.numbers)
        self.numbers.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_changes(self) -> None:
        self.past.begin()
        self._stack.setCurrentWidget(self.past)
        self.past.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_unit(self, unit: object) -> None:
        self.bar.put(replace(self.bar.now(), unit=str(unit)))
        self.show_list()

    def _show_beside(self, page: object) -> None:
        assert isinstance(page, ProductPage)
        self.beside.open(page)
        self._stack.setCurrentWidget(self.beside)

    def _show_one(self) -> None:
        self._stack.setCurrentWidget(self.one)

    def _go_back(self) -> None:
        if self._stack.currentWidget() is self.beside:
            self._show_one()
        elif self._stack.currentWidget() is not self._list:
            self.show_list()
