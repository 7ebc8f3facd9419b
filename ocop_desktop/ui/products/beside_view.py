"""The dossiers of one product side by side, from the oldest: law, who decides, rubric, score, council, recognition."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ocop_desktop.actions.products import beside
from ocop_desktop.actions.products.beside import Column
from ocop_desktop.actions.products.register import ProductPage
from ocop_desktop.domain.text import show_date, show_hundredths
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.products import words
from ocop_desktop.ui.widgets import Card, PageScroll, clear, link, row, rule, text


class BesideView(PageScroll):
    """A card for each dossier, nothing of one law lent to another."""

    back = Signal()

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beside")
        self._office = office
        self._title = text("", "title", wrap=True)
        back = link(self.tr("‹ Lịch sử sản phẩm"), "beside.back")
        back.clicked.connect(self.back)
        words_ = self.tr("Mỗi hồ sơ theo quy định của thời kỳ mình: điểm và hạng không so sánh ngang được.")
        self._cards = QHBoxLayout()
        self._cards.setSpacing(12)
        self.box.addLayout(row(back, None))
        self.box.addWidget(self._title)
        self.box.addWidget(text(words_, "quiet", wrap=True))
        self.box.addLayout(self._cards)
        self.box.addStretch(1)

    def open(self, page: ProductPage) -> None:
        """Read the dossiers of a product and show them."""
        self._title.setText(page.name)
        wanted = [each.dossier for each in page.dossiers]
        self._office.jobs.read(lambda db: beside.columns(db, wanted), self._show)

    def _show(self, columns: list[Column]) -> None:
        clear(self._cards)
        for each in columns:
            self._cards.addWidget(self._card(each), 1, Qt.AlignmentFlag.AlignTop)

    def _card(self, each: Column) -> QWidget:
        card = Card()
        card.setObjectName(f"beside.{each.dossier}")
        card.setMinimumWidth(190)
        said = self.tr("Năm {year}, {kind}").format(year=each.year, kind=words.kind(each.kind))
        card.box.addWidget(text(said, "heading", wrap=True))
        card.box.addWidget(text(each.document, "", wrap=True))
        first, last = each.period
        until = _day(last) if last else self.tr("nay")
        period = self.tr("hiệu lực {first} đến {last}").format(first=_day(first), last=until)
        card.box.addWidget(text(period, "small", wrap=True))
        card.box.addWidget(rule())
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._pair(grid, self.tr("Nhận hồ sơ"), _day(each.received_on))
        for stars, level in each.deciders:
            self._pair(grid, self.tr("{count} sao do").format(count=stars), level)
        self._pair(grid, self.tr("Bộ sản phẩm"), each.set_name or self.tr("không có bảng điểm"))
        for code, points, most in each.parts:
            shown = f"{show_hundredths(points)}/{most}" if each.scored else str(most)
            self._pair(grid, self.tr("Phần {code}").format(code=code), shown)
        if each.scored:
            shown = f"{show_hundredths(each.total)}  {words.stars(each.stars if each.stars >= 3 else 0)}"
            self._pair(grid, self.tr("Tự chấm"), shown)
        total = each.council.get("total")
        if isinstance(total, int):
            given = int(each.council.get("stars") or 0)
            self._pair(grid, self.tr("Hội đồng"), f"{show_hundredths(total)}  {words.stars(given)}")
        known = each.recognition
        if known:
            self._pair(grid, self.tr("Công nhận"), words.stars(int(known.get("stars") or 0)))
            decision = f"{known.get('decision_no') or ''} {_day(str(known.get('decided_on') or ''))}"
            self._pair(grid, self.tr("Quyết định"), decision)
            self._pair(grid, self.tr("Hết hạn"), _day(str(known.get("ends_on") or "")))
        else:
            self._pair(grid, self.tr("Công nhận"), self.tr("chưa ghi"))
        card.box.addLayout(grid)
        if each.sections:
            card.box.addWidget(rule())
            rubric = QGridLayout()
            rubric.setHorizontalSpacing(8)
            rubric.setVerticalSpacing(3)
            rubric.setColumnStretch(0, 1)
            for _name, title, points, most in each.sections:
                shown = f"{show_hundredths(points)}/{most}" if each.scored else str(most)
                self._pair(rubric, title, shown)
            card.box.addLayout(rubric)
        return card

    @staticmethod
    def _pair(grid: QGridLayout, said: str, value: str) -> None:
        at = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(text(said, "small", wrap=True), at, 0, top)
        shown = text(value, wrap=True)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(shown, at, 1, top)


def _day(value: str) -> str:
    try:
        return show_date(date.fromisoformat(value))
    except ValueError:
        return "–"
