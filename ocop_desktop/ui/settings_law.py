"""The law's data, to read: every released file."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.papers import drawing
from ocop_desktop.domain.text import show_count, show_date
from ocop_desktop.legal import Entry, LegalReport
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.rules_card import RulesCard
from ocop_desktop.ui.widgets import Card, PageScroll, clear, link, rule, text


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
                grid.addWidget(rule(), 2 * number - 1, 0, 1, 4)
            version = self.tr("{id}, bản {version}").format(
                id=self._names.get(entry.code, entry.id), version=entry.version
            )
            grid.addWidget(text(version, wrap=True), 2 * number, 0)
            source = ", ".join(part for part in (entry.article, entry.document) if part)
            grid.addWidget(text(source, "quiet", wrap=True), 2 * number, 1)
            period = text(self._period(entry), "small")
            period.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(period, 2 * number, 2)
            if entry.kind == "criteria":
                sheet = link(self.tr("In phiếu chấm"), f"law.sheet.{entry.id}")
                sheet.setAccessibleDescription(version)
                sheet.clicked.connect(partial(self._print, entry.regime, entry.code))
                grid.addWidget(sheet, 2 * number, 3)
        card.box.addLayout(grid)
        return card

    def _print(self, regime: str, product_set: str, _checked: bool = False) -> None:
        task = partial(drawing.blank_sheet, regime=regime, product_set=product_set)
        self._office.jobs.read(task, self._office.print_requested.emit)

    def _period(self, entry: Entry) -> str:
        start = show_date(date.fromisoformat(entry.valid_from))
        if entry.valid_to:
            end = show_date(date.fromisoformat(entry.valid_to))
            return self.tr("{start} đến {end}").format(start=start, end=end)
        return self.tr("từ {start}").format(start=start)
