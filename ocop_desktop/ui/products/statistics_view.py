"""The list in numbers: stars, groups, producers, ends by month, and every unit as a table; what changed between two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ocop_desktop.actions.products import area
from ocop_desktop.actions.products.area import Change, Place
from ocop_desktop.domain.calendar import add_months
from ocop_desktop.domain.forms import Field
from ocop_desktop.domain.text import show_count, show_date
from ocop_desktop.ui import fields
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.form_view import FieldBox
from ocop_desktop.ui.plain_table import Cell, PlainTable
from ocop_desktop.ui.products import words
from ocop_desktop.ui.products.area_bar import group_words, kind_words
from ocop_desktop.ui.products.charts import ChartCard
from ocop_desktop.ui.widgets import Card, PageScroll, button, link, row, text


class StatisticsView(QWidget):
    """Of the products that the list shows, as it is narrowed."""

    back = Signal()
    unit = Signal(object)
    """The code of a unit whose products to show."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._units: list[str] = []
        back = link(self.tr("‹ Danh sách"), "statistics.back")
        back.clicked.connect(self.back)
        self._said = text("", "quiet")
        self._said.setObjectName("statistics.said")
        self.stars = ChartCard(self.tr("Hạng sao"), "chart.stars")
        self.kinds = ChartCard(self.tr("Loại chủ thể"), "chart.kinds")
        self.groups = ChartCard(self.tr("Ngành"), "chart.groups")
        self.months = ChartCard(self.tr("Giấy chứng nhận hết hạn theo tháng"), "chart.months", upright=True)
        self.table = PlainTable("statistics.units", self._titles(), (230, 70, 70, 70, 80, 90))
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.opened.connect(self._open)
        units = Card()
        copy = link(self.tr("Chép số liệu"), "units.copy", "small")
        copy.clicked.connect(self._copy)
        units.box.addLayout(row(text(self.tr("Theo đơn vị"), "heading"), None, copy))
        units.box.addWidget(self.table)
        scroll = PageScroll()
        scroll.box.setContentsMargins(0, 0, 6, 0)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(self.stars, 0, 0)
        grid.addWidget(self.kinds, 0, 1)
        grid.addWidget(self.groups, 1, 0)
        grid.addWidget(self.months, 1, 1)
        grid.addWidget(units, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        scroll.box.addLayout(grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 12)
        box.setSpacing(8)
        box.addLayout(row(back, None))
        box.addLayout(row(text(self.tr("Thống kê sản phẩm"), "title"), self._said, None, spacing=12))
        box.addWidget(scroll, 1)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Đơn vị"),
            self.tr("5 sao"),
            self.tr("4 sao"),
            self.tr("3 sao"),
            self.tr("Cộng"),
            self.tr("Đã hết"),
        )

    def show_places(self, places: Sequence[Place]) -> None:
        """Count these."""
        living = sum(each.row.standing.stars >= 3 for each in places)
        said = self.tr("{count} sản phẩm còn hiệu lực trong danh sách")
        self._said.setText(said.format(count=show_count(living)))
        for tally in area.tallies(places, self._office.today()):
            match tally.name:
                case "stars":
                    self.stars.show_bars([(self.tr("{count} sao").format(count=n), many) for n, many in tally.bars])
                case "groups":
                    self.groups.show_bars([(group_words(code), many) for code, many in tally.bars])
                case "kinds":
                    self.kinds.show_bars([(kind_words(code), many) for code, many in tally.bars])
                case "months":
                    self.months.show_bars([(f"{month[5:]}/{month[2:4]}", many) for month, many in tally.bars])
        found = area.by_unit(places)
        self._units = [unit for unit, *_ in found]
        rows = []
        for _, name, stars, ended in found:
            numbers = (*stars, sum(stars), ended)
            rows.append((Cell(name), *(Cell(show_count(each) if each else "–", right=True) for each in numbers)))
        self.table.show_rows(self._titles(), rows)
        self.table.fit_height()

    def _open(self, at: object, _column: object) -> None:
        self.unit.emit(self._units[int(str(at))])

    def _copy(self) -> None:
        lines = ["\t".join(self._titles())]
        lines += ["\t".join(cell.words for cell in each) for each in self.table.plain.rows]
        QGuiApplication.clipboard().setText("\n".join(lines))


class ChangesView(QWidget):
    """What came into the list and left it between two days."""

    back = Signal()
    opened = Signal(object)
    """The id of a product."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._rows: list[Change] = []
        back = link(self.tr("‹ Danh sách"), "changes.back")
        back.clicked.connect(self.back)
        self.first = _day("first", self.tr("Từ hết ngày"))
        self.last = _day("last", self.tr("đến hết ngày"))
        show = button(self.tr("Xem thay đổi"), primary=True, name="changes.show")
        show.clicked.connect(self.read)
        copy = link(self.tr("Chép danh sách"), "changes.copy", "small")
        copy.clicked.connect(self._copy)
        self._said = text("", "quiet", wrap=True)
        self._said.setObjectName("changes.said")
        self.table = PlainTable("changes.table", self._titles(), (330, 230, 110, 90, 160))
        self.table.opened.connect(self._open)
        for each in (self.first, self.last):
            each.setFixedWidth(170)
            each.editor.entered.connect(self.read)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 12)
        box.setSpacing(8)
        box.addLayout(row(back, None))
        box.addWidget(text(self.tr("Danh sách thay đổi theo thời gian"), "title"))
        days = row(self.first, self.last, show, None, copy, spacing=12)
        days.setAlignment(show, Qt.AlignmentFlag.AlignBottom)
        days.setAlignment(copy, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(days)
        box.addWidget(self._said)
        box.addWidget(self.table, 1)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Sản phẩm"),
            self.tr("Xã"),
            self.tr("Trước"),
            self.tr("Sau"),
            self.tr("Thay đổi"),
        )

    def begin(self) -> None:
        """From a year ago to today."""
        today = self._office.today()
        if not self.last.editor.text():
            self.first.editor.put(show_date(add_months(today, -12)))
            self.last.editor.put(show_date(today))
        self.read()

    def read(self) -> None:
        """Compare the two days that are typed."""
        days = [each.editor.reading().value for each in (self.first, self.last)]
        if not all(isinstance(day, str) for day in days):
            self.first.check()
            self.last.check()
            return
        first, last = (date.fromisoformat(str(day)) for day in days)
        self._office.jobs.read(partial(area.changes, first=first, last=last), self._show)

    def _show(self, found: list[Change]) -> None:
        self._rows = found
        names = {
            "added": (self.tr("Thêm vào"), "accent"),
            "raised": (self.tr("Tăng hạng"), "accent"),
            "lowered": (self.tr("Giảm hạng"), "warning"),
            "expired": (self.tr("Ra: hết hiệu lực"), ""),
            "withdrawn": (self.tr("Ra: thu hồi"), "danger"),
        }
        came = sum(each.before == 0 for each in found)
        left = sum(each.after == 0 for each in found)
        said = self.tr("{came} sản phẩm vào danh sách, {left} ra, {moved} đổi hạng.")
        self._said.setText(said.format(came=came, left=left, moved=len(found) - came - left))
        cells = []
        for each in found:
            how, tone = names[each.why]
            stars = (Cell(words.short_stars(each.before)), Cell(words.short_stars(each.after)))
            cells.append((Cell(each.name, each.producer), Cell(each.unit_name), *stars, Cell(how, "", tone)))
        self.table.show_rows(self._titles(), cells)
        if cells:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, at: object, _column: object) -> None:
        self.opened.emit(self._rows[int(str(at))].product)

    def _copy(self) -> None:
        lines = ["\t".join(self._titles())]
        lines += ["\t".join(cell.words for cell in each) for each in self.table.plain.rows]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _day(key: str, label: str) -> FieldBox:
    field = Field(key=key, label=label, kind="date", required=True)
    return FieldBox(field, fields.editor(field), brief=True)
