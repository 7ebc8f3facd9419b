"""Hôm nay: the day's work by its legal day, one click to the place; and the way back to where typing stopped."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ocop_desktop.actions import gathering, listing
from ocop_desktop.actions.deadlines import Event
from ocop_desktop.actions.gathering import Overview
from ocop_desktop.actions.listing import ListRow, Today
from ocop_desktop.actions.number_twins import Twin
from ocop_desktop.domain.text import show_count
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import texts, today_notices
from ocop_desktop.ui.area.panel import AreaPanel
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.rules_card import RulesNotice
from ocop_desktop.ui.today_notices import ProductDays, ReportDays, TwinsNotice
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, column, link, row, rule, text

MOST_ROWS = 12
SIDE_WIDTH = 360
NARROW = 960
QWIDGETSIZE_MAX = 16_777_215


def read_day(db: Db) -> tuple[Today, ListRow | None, Overview]:
    """The day's work, the dossier where typing stopped, and the communes where this office gathers some."""
    today = listing.today(db, MOST_ROWS)
    last = listing.row(db, today.last_edited[0]) if today.last_edited else None
    return today, last, gathering.overview(db)


class TodayPage(PageScroll):
    """What is due, what is under way, and ``Làm tiếp``."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._office = office
        self._title = text("", "title")
        self._lead = text("", "quiet")
        self._due = Card(self.tr("Sắp đến hạn"))
        self._rows = QVBoxLayout()
        self._due.box.addLayout(self._rows)
        self._states = Card(self.tr("Hồ sơ đang xử lý"))
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(0)
        self._states.box.addLayout(self._numbers)
        self._go_on = Card(self.tr("Làm tiếp"), "accent")
        self._where = text("", wrap=True)
        self._when = text("", "small", wrap=True)
        self._open = button(self.tr("Mở"), primary=True, name="go-on")
        self._open.clicked.connect(self._continue)
        self._go_on.box.addWidget(self._where)
        below = row(self._when, self._open)
        below.setStretch(0, 1)
        self._go_on.box.addLayout(below)
        self._start = Card(self.tr("Bắt đầu"), "accent")
        self._start.box.addWidget(
            text(self.tr("Chưa có hồ sơ nào. Khi chủ thể nộp giấy tờ, hãy nhận hồ sơ ở đây."), wrap=True)
        )
        receive = button(self.tr("Nhận hồ sơ"), primary=True, name="receive")
        receive.clicked.connect(office.new_dossier)
        self._start.box.addLayout(row(None, receive))
        self._start.hide()
        self._go_on.hide()
        self._last: tuple[str, str] | None = None
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH)
        self._days, self._twins, self._reports = ProductDays(office), TwinsNotice(office), ReportDays(office)
        cards = (self._start, self._twins, self._go_on, self._reports, self._days, self._states)
        side.setLayout(column(*cards, None, spacing=12))
        main = row(column(self._due, None), side, spacing=14)
        main.setStretch(0, 1)
        self._split, self._side = main, side
        self._area: AreaPanel | None = None
        self.box.addLayout(column(self._title, self._lead, spacing=2))
        self._news = RulesNotice(office)
        self.box.addWidget(self._news)
        self.box.addLayout(main, 1)
        office.changed.connect(self._refresh_if_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the cards at the side go under the list."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._split.direction() != direction:
            self._split.setDirection(direction)
            self._split.setStretch(0, 0 if narrow else 1)
            self._side.setMinimumWidth(0 if narrow else SIDE_WIDTH)
            self._side.setMaximumWidth(QWIDGETSIZE_MAX if narrow else SIDE_WIDTH)

    def refresh(self) -> None:
        """Read the day again."""
        self._title.setText(texts.long_day(self._office.today()))
        self._office.jobs.read(read_day, self._show)
        self._office.jobs.survey(today_notices.read, self._show_notices)
        self._news.refresh()

    def _refresh_if_shown(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, answer: tuple[Today, ListRow | None, Overview]) -> None:
        today, last, overview = answer
        self._show_area(overview)
        if overview.gathers:
            return
        day = self._office.today()
        clear(self._rows)
        total = today.counts.get("due_soon", len(today.due))
        late = sum(1 for due in today.due if due.days_left is not None and due.days_left < 0)
        if not today.due:
            self._lead.setText(self.tr("Không có việc nào sắp đến hạn."))
        elif late:
            lead = self.tr("{count} việc sắp đến hạn, {late} việc đã quá hạn.")
            self._lead.setText(lead.format(count=total, late=late))
        else:
            self._lead.setText(self.tr("{count} việc sắp đến hạn.").format(count=total))
        if today.due:
            self._rows.addLayout(self._table(today.due, day))
            if (more := total - len(today.due)) > 0:
                rest = link(self.tr("và {count} hồ sơ khác").format(count=more), "more")
                rest.clicked.connect(self._all)
                self._rows.addWidget(rest)
        else:
            words = self.tr("Hồ sơ còn một tuần là đến hạn theo luật sẽ hiện ở đây, gần nhất đứng trước.")
            self._rows.addWidget(text(words, "quiet", wrap=True))
        self._show_numbers(today)
        self._show_last(today, last)

    def _show_notices(self, answer: tuple[list[Event], list[Twin], list[Event]]) -> None:
        days, twins, reports = answer
        self._reports.show_reports(reports)
        self._days.show_days(days)
        self._twins.show_twins(twins)

    def _show_area(self, overview: Overview) -> None:
        """An office above the communes sees what they sent, in place of their days."""
        for card in (self._due, self._side):
            card.setVisible(not overview.gathers)
        if not overview.gathers:
            return
        if self._area is None:
            self._area = AreaPanel(self._office)
            self.box.addWidget(self._reports)
            self.box.addWidget(self._area, 1)
        self._area.show_overview(overview)
        arrived = overview.count(*gathering.ARRIVED)
        if not arrived:
            self._lead.setText(self.tr("Không có hồ sơ nào chờ tiếp nhận."))
        else:
            self._lead.setText(self.tr("{count} hồ sơ chờ tiếp nhận.").format(count=show_count(arrived)))

    def _table(self, due: tuple[ListRow, ...], today: date) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 138)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(2, 5)
        for at, words in enumerate((self.tr("Hạn"), self.tr("Việc"), self.tr("Hồ sơ"))):
            grid.addWidget(text(words, "label"), 0, at)
        top = Qt.AlignmentFlag.AlignTop
        for number, dossier in enumerate(due):
            line = 1 + 2 * number
            grid.addWidget(rule(), line, 0, 1, 4)
            grid.addWidget(self._deadline(dossier, today), line + 1, 0, top)
            grid.addWidget(text(self._work(dossier), wrap=True), line + 1, 1, top)
            grid.addWidget(_two_lines(dossier.product, dossier.producer), line + 1, 2, top)
            grid.addWidget(self._button(dossier), line + 1, 3, top | Qt.AlignmentFlag.AlignRight)
        return grid

    def _deadline(self, dossier: ListRow, today: date) -> QWidget:
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        if dossier.due_on is not None:
            lines.addWidget(text(texts.short_day(dossier.due_on, today), "strong"))
        if dossier.stage == "returned":
            lines.addWidget(text(texts.stage("returned"), "tag", "warning"))
        elif dossier.days_left is not None:
            words, tone = texts.days_left(dossier.days_left)
            lines.addWidget(text(words, "tag", tone))
        return box

    def _work(self, dossier: ListRow) -> str:
        missing = dossier.missing
        words = {
            "checking": self.tr("Kiểm tra thành phần hồ sơ"),
            "assessing": self.tr("Đánh giá bốn nội dung, in báo cáo Mẫu 03"),
            "waiting": self.tr("Chờ chủ thể bổ sung"),
            "sealed": self.tr("Trình ký báo cáo Mẫu 03 rồi gửi tỉnh"),
            "returned": self.tr("Sửa theo ý kiến của tỉnh rồi gửi lại"),
        }.get(dossier.stage, texts.stage(dossier.stage))
        if missing and dossier.stage in {"checking", "assessing", "waiting"}:
            words += "\n" + self.tr("Còn thiếu {count} mục").format(count=missing)
        return words

    def _button(self, dossier: ListRow) -> QPushButton:
        words = {
            "checking": self.tr("Mở kiểm tra"),
            "assessing": self.tr("Mở đánh giá"),
            "waiting": self.tr("Xem còn thiếu"),
            "sealed": self.tr("Mở in và ký"),
            "returned": self.tr("Xem ý kiến"),
        }.get(dossier.stage, self.tr("Mở"))
        result = button(words)
        result.setProperty("dossier", dossier.id)
        result.setAccessibleName(f"{words}: {dossier.product}")
        result.clicked.connect(self._open_sender)
        return result

    def _open_sender(self) -> None:
        self._office.open_dossier.emit(self.sender().property("dossier"), None)

    def _all(self) -> None:
        self._office.show_list.emit(None)

    def _show_numbers(self, today: Today) -> None:
        clear(self._numbers)
        for codes, words in self._processing():
            count = sum(today.stages.get(code, 0) for code in codes)
            number = text(show_count(count), "strong" if count else "quiet")
            number.setObjectName(f"count-{codes[0]}")
            if self._numbers.count():
                self._numbers.addWidget(rule())
            line = row(text(words, "" if count else "quiet"), None, number)
            line.setContentsMargins(0, 7, 0, 7)
            self._numbers.addLayout(line)
        self._start.setVisible(not today.counts.get("all", 0))

    def _processing(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return (
            (("checking",), self.tr("Mới nhận, đang kiểm tra")),
            (("waiting",), self.tr("Chờ chủ thể bổ sung")),
            (("assessing",), self.tr("Đang đánh giá")),
            (("sealed",), self.tr("Đã chốt, chờ ký")),
            (("handed_over", "at_province", "accepted"), self.tr("Đã gửi tỉnh")),
            (("returned",), self.tr("Tỉnh trả lại")),
        )

    def _show_last(self, today: Today, dossier: ListRow | None) -> None:
        self._go_on.setVisible(today.last_edited is not None and dossier is not None)
        if today.last_edited is None or dossier is None:
            return
        self._last = today.last_edited[:2]
        self._where.setText(self.tr("Hồ sơ {product}").format(product=dossier.product or dossier.producer))
        moment = texts.short_moment(today.last_edited[2], self._office.today())
        self._when.setText(self.tr("Bạn dừng lúc {moment}.").format(moment=moment))

    def _continue(self) -> None:
        if self._last is not None:
            self._office.open_dossier.emit(*self._last)


def _two_lines(first: str, second: str) -> QWidget:
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    name: QLabel = text(first, wrap=True)
    under: QLabel = text(second, "small", wrap=True)
    for label in (name, under):
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        lines.addWidget(label)
    return box
