"""Lịch: the legal days of a month, and what comes up; Enter, a double click or Ctrl click goes to the dossier."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ocop_desktop.actions import deadlines, holidays
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.deadlines import Event, Month
from ocop_desktop.actions.lists import screens
from ocop_desktop.domain.calendar import add_months
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import texts
from ocop_desktop.ui.calendar import words
from ocop_desktop.ui.calendar.month import MonthView
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.lists.export_button import Offer, TableExport
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, column, link, row, rule, tag, text, tool

_SIDE = 330
_TYPES = frozenset(
    {"recognition", "inspection", "demotion", "withdrawal", "stopped", holidays.TYPE, "periodic", "report_rules"}
)  # what moves a legal day beside dossiers


def _read(db: Db, first: date) -> tuple[Month, list[Event]]:
    return deadlines.month(db, first.year, first.month), deadlines.upcoming(db)


class CalendarPage(QWidget):
    """The month at the left; the chosen day and what comes up at the right."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar")
        self._office = office
        self._day = office.today()
        self._shown: date | None = None
        self.month = MonthView()
        self.month.chosen.connect(self._choose)
        self.month.opened.connect(self._open)
        self._title = text("", "title")
        self._title.setObjectName("calendar.title")
        before = tool("chevron-left", self.tr("Tháng trước (Page Up)"), "calendar.before")
        before.clicked.connect(partial(self._turn, -1))
        after = tool("chevron-right", self.tr("Tháng sau (Page Down)"), "calendar.after")
        after.clicked.connect(partial(self._turn, 1))
        today = button(self.tr("Hôm nay"), name="calendar.today")
        today.clicked.connect(self._to_today)
        self._unsure = link("", "calendar.unsure", "warning")
        self._unsure.clicked.connect(partial(office.show_page.emit, "settings"))
        self._unsure.hide()
        self._day_card = Card(" ")
        self._day_rows = QVBoxLayout()
        self._day_rows.setSpacing(6)
        self._day_card.box.addLayout(self._day_rows)
        self._soon = Card(self.tr("Sắp đến hạn"))
        self._soon_rows = QVBoxLayout()
        self._soon_rows.setSpacing(6)
        self._soon.box.addLayout(self._soon_rows)
        side = PageScroll()
        side.box.setContentsMargins(0, 0, 6, 0)
        side.box.addWidget(self._day_card)
        side.box.addWidget(self._soon)
        side.box.addStretch(1)
        side.setFixedWidth(_SIDE)
        inside_side = side.widget()
        assert inside_side is not None
        self._inside = inside_side
        self._export = TableExport(office, self, self._tables, name="calendar.export")
        head = row(self._title, before, after, today, self._unsure, None, self._export.button)
        inside = QHBoxLayout()
        inside.setSpacing(14)
        inside.addWidget(self.month, 1)
        inside.addWidget(side)
        box = column(head, inside, spacing=10)
        box.setContentsMargins(18, 14, 12, 14)
        box.setStretch(1, 1)
        self.setLayout(box)
        office.changed.connect(self._changed)

    def _tables(self) -> list[Offer]:
        month = self._day.replace(day=1)
        named = self.tr("Tháng {month} năm {year}").format(month=month.month, year=month.year)
        return [
            Offer(
                words=named,
                kind="deadlines",
                name=f"Lịch các hạn {month:%m-%Y}",
                make=partial(screens.deadlines, month=month),
            ),
            Offer(
                words=self.tr("Quá hạn và sắp đến hạn"),
                kind="deadlines",
                name="Các hạn sắp đến",
                make=screens.deadlines,
            ),
        ]

    def refresh(self) -> None:
        """Read the month on screen and what comes up; the keyboard stands on the month."""
        self._read()
        self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self._office.jobs.read(partial(_read, first=self._day.replace(day=1)), self._show)

    def show_day(self, day: date) -> None:
        """Stand on a day."""
        self._day = day
        self._read()

    def _show(self, answer: tuple[Month, list[Event]]) -> None:
        month, soon = answer
        if month.first != self._day.replace(day=1):
            return
        self._shown = month.first
        self.month.show_month(month, self._day, self._office.today())
        self._title.setText(self.tr("Tháng {month} năm {year}").format(month=month.first.month, year=month.first.year))
        self._unsure.setVisible(not month.complete or bool(month.unsure))
        self._unsure.setText(
            self.tr("Ngày nghỉ năm {year} cần kiểm tra").format(year=month.first.year)
            if month.complete
            else self.tr("Ngày nghỉ năm {year} chưa có đủ thông báo, cần kiểm tra").format(year=month.first.year)
        )
        self._show_day(month)
        clear(self._soon_rows)
        if not soon:
            self._soon_rows.addWidget(text(self.tr("Không có hạn nào trong 60 ngày tới."), "quiet", wrap=True))
        for number, event in enumerate(soon):
            if number:
                self._soon_rows.addWidget(rule())
            self._soon_rows.addLayout(self._row(event, with_day=True))
        QTimer.singleShot(0, self._inside.updateGeometry)  # new rows are shown by now: the side grows and scrolls

    def _show_day(self, month: Month) -> None:
        assert self._day_card.heading is not None
        self._day_card.heading.setText(texts.long_day(self._day))
        clear(self._day_rows)
        name = month.off.get(self._day) or month.worked.get(self._day)
        if name:
            mark = self.tr("làm bù: {name}") if self._day in month.worked else self.tr("nghỉ: {name}")
            if self._day in month.unsure:
                mark += self.tr(" (cần kiểm tra)")
            self._day_rows.addWidget(text(mark.format(name=name), "quiet", wrap=True))
        own = [event for event in month.events if event.day == self._day]
        if not own and not name:
            self._day_rows.addWidget(text(self.tr("Không có hạn theo luật."), "quiet", wrap=True))
        for event in own:
            self._day_rows.addLayout(self._row(event, with_day=False))

    def _row(self, event: Event, *, with_day: bool) -> QVBoxLayout:
        """One legal day: when and how long, what it is, and the dossier it leads to."""
        days, tone = words.left(event)
        when = texts.short_day(event.day, self._office.today()) if with_day else ""
        marks = [text(when, "strong")] if when else []
        box = column(row(*marks, None, tag(days, tone)), spacing=2)
        if title := event.title or words.report(event):
            made = link(title, "calendar.open")
            made.setEnabled(bool(event.dossier or event.product or (event.period and event.text != "ahead")))
            made.clicked.connect(partial(self._open, event))
            box.addWidget(made)
        said = words.sentence(event)
        box.addWidget(text(f"{said} ({event.article})" if event.article else said, "small", wrap=True))
        return box

    def _choose(self, day: object) -> None:
        if isinstance(day, date):
            self._day = day
            self._read()

    def _turn(self, by: int) -> None:
        self.show_day(add_months(self._day, by))

    def _to_today(self) -> None:
        self.show_day(self._office.today())

    def _open(self, event: object) -> None:
        if isinstance(event, Event) and event.period:
            if event.text != "ahead":
                self._office.open_report.emit(event.period)
        elif isinstance(event, Event) and event.product and event.text != "filed":
            self._office.open_product.emit(event.product)
        elif isinstance(event, Event) and event.dossier:
            self._office.open_dossier.emit(event.dossier, None)

    def _changed(self, changes: object) -> None:
        if self.isVisible() and isinstance(changes, Changes) and (changes.dossiers or changes.types & _TYPES):
            self._read()
