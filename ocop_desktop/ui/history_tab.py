"""The last tab, Lịch sử: who did what and when, in words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ocop_desktop.actions import dossiers
from ocop_desktop.actions.dossiers import DossierPage, HistoryLine
from ocop_desktop.actions.labels import field_labels
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.history_words import line_words
from ocop_desktop.ui.step import Step
from ocop_desktop.ui.widgets import Card, PageScroll, clear, link, text

_MOST = 60


class HistoryTab(Step):
    """The lines of one dossier, latest first."""

    def __init__(self, office: OfficeContext, draft: Draft, regime: str, parent: QWidget | None = None) -> None:
        super().__init__(office, draft, parent)
        self._regime = regime
        self._lines: list[HistoryLine] = []
        self._card = Card()
        scroll = PageScroll()
        scroll.box.setContentsMargins(0, 12, 6, 14)
        scroll.box.addWidget(self._card)
        scroll.box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)

    def show_page(self, page: DossierPage) -> None:
        super().show_page(page)
        if self.isVisible():
            self.office.jobs.read(partial(dossiers.history, dossier=page.id), self._show)

    def _show(self, lines: list[HistoryLine]) -> None:
        self._lines = lines
        self._fill(_MOST)

    def _fill(self, most: int) -> None:
        clear(self._card.box)
        labels = field_labels(self._regime)
        today = self.office.today()
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(9)
        for at, line in enumerate(self._lines[:most]):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(text(texts.short_moment(line.at, today), "quiet"), at, 0, top)
            grid.addWidget(text(line.who or self.tr("Chương trình"), "quiet"), at, 1, top)
            grid.addWidget(text(line_words(line, labels), wrap=True), at, 2, top)
        self._card.box.addLayout(grid)
        if len(self._lines) > most:
            more = link(self.tr("Xem cả {count} dòng").format(count=len(self._lines)), "history.more")
            more.clicked.connect(self._show_all)
            self._card.box.addWidget(more)

    def _show_all(self) -> None:
        self._fill(len(self._lines))
