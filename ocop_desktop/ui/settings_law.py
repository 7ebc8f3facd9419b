"""The law's data, to read: the holiday table with what is still to be checked, and every released file."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.domain.calendar import Holiday, Holidays
from ocop_desktop.domain.text import show_count, show_date
from ocop_desktop.legal import Entry, LegalReport
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.rules_card import RulesCard
from ocop_desktop.ui.widgets import Card, PageScroll, clear, row, rule, text


class HolidaySection(PageScroll):
    """The days off of each year, and which of them nobody has compared with the notice of that year."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._shown: Holidays | None = None
        self._years = QVBoxLayout()
        self._years.setSpacing(12)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addLayout(self._years)
        self.box.addStretch(1)

    def refresh(self) -> None:
        """Read the table; it changes only when a pack of the province brings days."""
        self._office.jobs.work(legal.holidays, self._show)

    def _show(self, holidays: Holidays) -> None:
        if holidays is self._shown:
            return
        self._shown = holidays
        clear(self._years)
        this_year = self._office.today().year
        years = sorted({day.day.year for day in holidays.days} | {p.year for p in holidays.pending})
        for year in sorted(years, key=lambda y: (y < this_year, y)):
            self._years.addWidget(self._year(year, holidays))

    def _year(self, year: int, holidays: Holidays) -> Card:
        card = Card()
        card.setMaximumWidth(860)
        days = [day for day in holidays.days if day.day.year == year]
        unsure = sum(1 for day in days if day.status == "check")
        head = row(text(self.tr("Năm {year}").format(year=year), "heading"), spacing=10)
        if unsure:
            head.addWidget(text(self.tr("{count} ngày cần kiểm tra").format(count=unsure), "tag", "warning"))
        head.addStretch(1)
        card.box.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, 150)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, 104)
        grid.setColumnMinimumWidth(3, 160)
        for number, day in enumerate(days):
            self._day(grid, number, day)
        line = len(days)
        for pending in (each for each in holidays.pending if each.year == year):
            grid.addWidget(text(self.tr("chưa có thông báo"), "quiet"), line, 0)
            grid.addWidget(text(pending.name, wrap=True), line, 1)
            grid.addWidget(text(self.tr("cần kiểm tra"), "tag", "warning"), line, 3)
            line += 1
        card.box.addLayout(grid)
        return card

    def _day(self, grid: QGridLayout, number: int, day: Holiday) -> None:
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
        if day.status == "check":
            words = self.tr("cần kiểm tra") if day.counted else self.tr("cần kiểm tra, chưa tính")
            grid.addWidget(text(words, "tag", "warning"), number, 3, top)
        elif not day.counted:
            grid.addWidget(text(self.tr("chưa tính"), "tag"), number, 3, top)


class LawSection(PageScroll):
    """Which files of the law are here, from when, by what document; whether they are as released."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._result = Card(tone="law")
        self._result.setMaximumWidth(860)
        self._words = text(self.tr("Đang kiểm tra dữ liệu pháp lý…"), wrap=True)
        self._words.setObjectName("law-result")
        self._more = text("", "small", wrap=True)
        self._result.box.addWidget(self._words)
        self._result.box.addWidget(self._more)
        self._names: dict[str, str] = {}
        self._files = QVBoxLayout()
        self._files.setSpacing(12)
        self.box.setContentsMargins(0, 0, 0, 0)
        self._pack = RulesCard(office)
        self._pack.setMaximumWidth(860)
        self._read: tuple[object] | None = None
        self.box.addWidget(self._pack)
        self.box.addWidget(self._result)
        self.box.addLayout(self._files)
        self.box.addStretch(1)
        office.changed.connect(lambda _changes: self.refresh() if self.isVisible() else None)

    def refresh(self) -> None:
        """Check the files once, and again when a pack of the province was installed."""
        self._pack.refresh()
        if self._read != (now := (legal.installed(),)):
            self._read = now
            self._office.jobs.work(lambda: (legal.check(), legal.index().files), self._show)

    def _show(self, answer: tuple[LegalReport, tuple[Entry, ...]]) -> None:
        report, files = answer
        clear(self._files)
        words = self.tr("Dữ liệu pháp lý đầy đủ và đúng như bản phát hành: {count} tệp đã khóa.")
        if not report.good:
            words = self.tr("Dữ liệu pháp lý không đúng bản phát hành. Hãy cài lại chương trình trước khi chốt hồ sơ.")
            self._more.setText("\n".join((*report.problems, *report.hashes.changed, *report.hashes.missing)))
        else:
            more = self.tr(
                "{sets} bộ tiêu chí, {forms} biểu mẫu, {communes} xã, phường, đặc khu ở {provinces} tỉnh, thành phố."
            )
            self._more.setText(
                more.format(
                    sets=len(report.rubrics),
                    forms=len(report.forms),
                    communes=show_count(report.communes),
                    provinces=report.provinces,
                )
            )
        self._words.setText(words.format(count=report.hashes.locked))
        names = {
            "regime": self.tr("Quy định theo thời kỳ"),
            "form": self.tr("Biểu mẫu"),
            "criteria": self.tr("Bộ tiêu chí"),
            "classification": self.tr("Phân nhóm sản phẩm"),
            "units": self.tr("Đơn vị hành chính"),
            "holidays": self.tr("Ngày nghỉ"),
        }
        self._names = {rubric.code: rubric.name for rubric in report.rubrics}
        for kind, title in names.items():
            if found := [entry for entry in files if entry.kind == kind]:
                self._files.addWidget(self._kind(title, found))

    def _kind(self, title: str, files: list[Entry]) -> Card:
        card = Card(title)
        card.setMaximumWidth(860)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        for number, entry in enumerate(files):
            if number:
                grid.addWidget(rule(), 2 * number - 1, 0, 1, 3)
            version = self.tr("{id}, bản {version}").format(
                id=self._names.get(entry.code, entry.id), version=entry.version
            )
            grid.addWidget(text(version, wrap=True), 2 * number, 0)
            source = ", ".join(part for part in (entry.article, entry.document) if part)
            grid.addWidget(text(source, "quiet", wrap=True), 2 * number, 1)
            period = text(self._period(entry), "small")
            period.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(period, 2 * number, 2)
        card.box.addLayout(grid)
        return card

    def _period(self, entry: Entry) -> str:
        start = show_date(date.fromisoformat(entry.valid_from))
        if entry.valid_to:
            end = show_date(date.fromisoformat(entry.valid_to))
            return self.tr("{start} đến {end}").format(start=start, end=end)
        return self.tr("từ {start}").format(start=start)
