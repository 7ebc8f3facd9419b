"""The days off in the settings: what is shipped, what is still to be checked, and what this office decided itself."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ocop_desktop.actions import holidays
from ocop_desktop.actions.changes import Changes
from ocop_desktop.domain.calendar import Holiday, Holidays
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import show_date
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Combo, Line
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, column, link, row, text


def _read(db: Db) -> tuple[Holidays, frozenset[date]]:
    return holidays.table(db), holidays.own_days(db)


class HolidaySection(PageScroll):
    """A line to add a day, then every year; a shipped day is confirmed, or taken out of the count, with one press."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._day, self._name = Line(), Line()
        self._day.setObjectName("holiday.day")
        self._day.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self._day.setMaximumWidth(140)
        self._day.entered.connect(self._name.setFocus)
        self._name.setObjectName("holiday.name")
        self._name.entered.connect(self._add)
        self._kind = Combo()
        self._kind.setObjectName("holiday.kind")
        self._kind.addItem(self.tr("nghỉ lễ, tết"), "holiday")
        self._kind.addItem(self.tr("nghỉ bù"), "compensation")
        self._kind.addItem(self.tr("nghỉ hoán đổi"), "swap")
        self._kind.addItem(self.tr("làm bù"), "made_up")
        self._problem = text("", "", "danger", wrap=True)
        self._problem.setObjectName("holiday.problem")
        self._problem.hide()
        add = button(self.tr("Thêm ngày"), name="holiday.add")
        add.clicked.connect(self._add)
        card = Card(self.tr("Ngày nghỉ riêng theo thông báo"))
        card.setMaximumWidth(860)
        line = row(
            self._labelled(self.tr("Ngày"), self._day),
            self._labelled(self.tr("Tên ngày nghỉ hoặc làm bù"), self._name),
            self._labelled(self.tr("Loại"), self._kind),
            column(text(" ", "label"), add, spacing=4),
            spacing=12,
        )
        line.setStretch(1, 1)
        card.box.addLayout(line)
        card.box.addWidget(self._problem)
        words = self.tr("Mọi hạn 15 ngày làm việc tính theo bảng này, trên mọi máy của đơn vị sau khi đồng bộ.")
        card.box.addWidget(text(words, "small", wrap=True))
        self._years = QVBoxLayout()
        self._years.setSpacing(12)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(card)
        self.box.addLayout(self._years)
        self.box.addStretch(1)
        office.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the table."""
        self._office.jobs.read(_read, self._show)

    def _labelled(self, words: str, widget: QWidget) -> QVBoxLayout:
        widget.setAccessibleName(words)
        return column(text(words, "label"), widget, spacing=4)

    def _show(self, answer: tuple[Holidays, frozenset[date]]) -> None:
        table, own = answer
        clear(self._years)
        this_year = self._office.today().year
        years = sorted({day.day.year for day in table.days} | {p.year for p in table.pending} | {this_year + 1})
        for year in sorted(years, key=lambda y: (y < this_year, y)):
            self._years.addWidget(self._year(year, table, own))

    def _year(self, year: int, table: Holidays, own: frozenset[date]) -> Card:
        card = Card()
        card.setMaximumWidth(860)
        days = [day for day in table.days if day.day.year == year]
        unsure = sum(1 for day in days if day.status == "check")
        head = row(text(self.tr("Năm {year}").format(year=year), "heading"), spacing=10)
        if unsure:
            head.addWidget(text(self.tr("{count} ngày cần kiểm tra").format(count=unsure), "tag", "warning"))
        if not days:
            head.addWidget(text(self.tr("chưa có ngày nào, cần kiểm tra"), "tag", "warning"))
        head.addStretch(1)
        card.box.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, 96)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, 104)
        for number, day in enumerate(days):
            self._line(grid, number, day, own=day.day in own)
        line = len(days)
        for pending in (each for each in table.pending if each.year == year):
            grid.addWidget(text(self.tr("chưa có thông báo"), "quiet"), line, 0)
            grid.addWidget(text(pending.name, wrap=True), line, 1)
            grid.addWidget(text(self.tr("cần kiểm tra"), "tag", "warning"), line, 3)
            line += 1
        card.box.addLayout(grid)
        return card

    def _line(self, grid: QGridLayout, number: int, day: Holiday, *, own: bool) -> None:
        kinds = {
            "holiday": self.tr("nghỉ lễ, tết"),
            "compensation": self.tr("nghỉ bù"),
            "swap": self.tr("nghỉ hoán đổi"),
            "made_up": self.tr("làm bù"),
        }
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(text(texts.short_day(day.day, day.day), "strong"), number, 0, top)
        name = text(day.name, wrap=True)
        name.setToolTip("\n".join(part for part in (day.basis, day.note) if part))
        grid.addWidget(name, number, 1, top)
        grid.addWidget(text(kinds[day.kind], "quiet"), number, 2, top)
        if own:
            words = self.tr("đơn vị đã kiểm tra") if day.counted else self.tr("đơn vị: không tính")
            grid.addWidget(text(words, "tag", "accent"), number, 3, top)
            self._press(grid, number, self.tr("Bỏ sửa"), partial(holidays.forget, day=day.day), day)
            return
        if day.status == "check":
            words = self.tr("cần kiểm tra") if day.counted else self.tr("cần kiểm tra, chưa tính")
            grid.addWidget(text(words, "tag", "warning"), number, 3, top)
            save = partial(holidays.save, day=day.day, name=day.name, kind=day.kind)
            self._press(grid, number, self.tr("Đúng, tính"), save, day)
        elif not day.counted:
            grid.addWidget(text(self.tr("chưa tính"), "tag"), number, 3, top)
        if day.counted and day.status == "check":
            save = partial(holidays.save, day=day.day, name=day.name, kind=day.kind, counted=False)
            self._press(grid, number, self.tr("Không tính"), save, day, column=5)

    def _press(
        self, grid: QGridLayout, number: int, words: str, action: partial[Changes], day: Holiday, *, column: int = 4
    ) -> None:
        made = link(words, f"holiday.{day.day.isoformat()}.{column}")
        made.setAccessibleName(f"{words}: {show_date(day.day)}")
        made.clicked.connect(partial(self._do, action))
        grid.addWidget(made, number, column, Qt.AlignmentFlag.AlignTop)

    def _do(self, action: partial[Changes], _checked: bool = False) -> None:
        self._office.jobs.write(action, self._done, self._failed)

    def _add(self) -> None:
        try:
            day = KINDS["date"].parse(self._day.on_screen())
            if not day:
                raise Refused("field.date.unreadable")
        except Refused as error:
            self._say(texts.error(error))
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        kind = str(self._kind.currentData())
        action = partial(holidays.save, day=date.fromisoformat(str(day)), name=self._name.on_screen(), kind=kind)
        self._office.jobs.write(action, self._added, self._failed)

    def _added(self, _changes: Changes) -> None:
        self._say("")
        self._day.clear()
        self._name.clear()
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, _changes: Changes) -> None:
        self._say("")

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, OcopError):
            self._say(texts.error(error))
        else:
            self._office.jobs.failed.emit(error)

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def _changed(self, changes: object) -> None:
        if self.isVisible() and isinstance(changes, Changes) and holidays.TYPE in changes.types:
            self.refresh()
