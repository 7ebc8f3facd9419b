"""Beside the day's dossiers: the legal days of recognised products, and numbers that stand twice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions import deadlines, number_twins
from ocop_desktop.actions.deadlines import Event
from ocop_desktop.actions.number_twins import Twin
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import texts
from ocop_desktop.ui.calendar import words
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, clear, column, link, row, rule, tag, text

_MOST = 6
_SHOWN = frozenset(
    {
        "withdraw_by",
        "inspect_again",
        "filing_opens",
        "filing_closes",
        "certificate_ends",
        "extension_ends",
        "reassess_by",
    }
)
"""The days of products; those of the commune's own work stand in the table beside."""


_REPORTS_AHEAD = 14
"""Days before it is due that a report is shown."""


def read(db: Db) -> tuple[list[Event], list[Twin], list[Event]]:
    """The days of products that are due or come up, the numbers that stand twice, the reports that are due or late."""
    found = deadlines.upcoming(db, products_only=True)
    reports = [each for each in found if each.kind == "report_due" and each.days_left <= _REPORTS_AHEAD]
    return [each for each in found if each.kind in _SHOWN], number_twins.twice(db), reports


class ReportDays(Card):
    """The periodic reports that are due or late; a click opens the report."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setObjectName("today.reports")
        self._office = office
        self.box.addWidget(text(self.tr("Báo cáo định kỳ"), "heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.box.addLayout(self._rows)
        self.hide()

    def show_reports(self, found: list[Event]) -> None:
        """Show what was read; nothing to show, no card."""
        clear(self._rows)
        for number, event in enumerate(found[:_MOST]):
            if number:
                self._rows.addWidget(rule())
            said, tone = words.left(event)
            name = link(words.report(event), "today.report")
            name.clicked.connect(partial(self._open, event))
            day = text(texts.short_day(event.day, self._office.today()), "small")
            self._rows.addLayout(column(row(name, None, tag(said, tone)), day, spacing=2))
        self.setVisible(bool(found))

    def _open(self, event: Event, _checked: bool = False) -> None:
        self._office.open_report.emit(event.period)


class ProductDays(Card):
    """The next days of recognised products; a click opens the product, or the dossier that is on its way."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setObjectName("today.products")
        self._office = office
        self.box.addWidget(text(self.tr("Hạn của sản phẩm"), "heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.box.addLayout(self._rows)
        self.hide()

    def show_days(self, found: list[Event]) -> None:
        """Show what was read; nothing to show, no card."""
        clear(self._rows)
        for number, event in enumerate(found[:_MOST]):
            if number:
                self._rows.addWidget(rule())
            self._rows.addLayout(self._row(event))
        if len(found) > _MOST:
            more = link(self.tr("và {count} hạn khác trong Lịch").format(count=len(found) - _MOST), "today.calendar")
            more.clicked.connect(partial(self._office.show_page.emit, "calendar"))
            self._rows.addWidget(more)
        self.setVisible(bool(found))

    def _row(self, event: Event) -> QVBoxLayout:
        said, tone = words.left(event)
        head = row(text(texts.short_day(event.day, self._office.today()), "strong"), None, tag(said, tone))
        name = link(event.title, "today.product")
        name.clicked.connect(partial(self._open, event))
        return column(head, name, text(words.sentence(event), "small", wrap=True), spacing=2)

    def _open(self, event: Event, _checked: bool = False) -> None:
        if event.product:
            self._office.open_product.emit(event.product)
        else:
            self._office.open_dossier.emit(event.dossier, None)


class TwinsNotice(Card):
    """Numbers that several dossiers bear, with the way to each."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__("", "warning", parent)
        self.setObjectName("today.twins")
        self._office = office
        self.box.addWidget(text(self.tr("Số trùng"), "heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.box.addLayout(self._rows)
        said = self.tr("Mở một hồ sơ: cấp số phiếu khác, hoặc đổi mã, ở bước 1, ô Số phiếu và mã sản phẩm.")
        self.box.addWidget(text(said, "small", wrap=True))
        self.hide()

    def show_twins(self, found: list[Twin]) -> None:
        """Show what was read; nothing to show, no card."""
        clear(self._rows)
        names = {"reception": self.tr("Số phiếu {number}"), "product": self.tr("Mã sản phẩm {number}")}
        for twin in found[:_MOST]:
            self._rows.addWidget(text(names[twin.kind].format(number=twin.number), "strong", wrap=True))
            for dossier, said in twin.dossiers:
                open_ = link(said or self.tr("Mở hồ sơ"), "today.twin")
                open_.clicked.connect(partial(self._open, dossier))
                self._rows.addWidget(open_)
        if len(found) > _MOST:
            words_ = self.tr("và {count} số khác").format(count=len(found) - _MOST)
            self._rows.addWidget(text(words_, "small"))
        self.setVisible(bool(found))

    def _open(self, dossier: str, _checked: bool = False) -> None:
        self._office.open_dossier.emit(dossier, "producer.name")
