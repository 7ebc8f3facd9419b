"""Báo cáo: the periods of a year, one report, its communes, the records behind a figure; Esc goes one back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.reports import periodic, rules
from ocop_desktop.actions.reports.consolidation import CommuneReport
from ocop_desktop.domain.reporting.figures import Figure
from ocop_desktop.domain.reporting.periods import Period, parse
from ocop_desktop.domain.reporting.planned import PlannedLine
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.reports.communes_view import BehindView, CommuneFigures, CommunesView
from ocop_desktop.ui.reports.list_view import ReportList
from ocop_desktop.ui.reports.report_view import ReportView

TYPES = frozenset({periodic.TYPE, rules.TYPE})


class ReportsPage(QWidget):
    """One view at a time."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports")
        self.list = ReportList(office)
        self.report = ReportView(office)
        self.communes = CommunesView(office)
        self.commune = CommuneFigures()
        self.behind = BehindView(office)
        self._stack = QStackedWidget()
        for view in (self.list, self.report, self.communes, self.commune, self.behind):
            self._stack.addWidget(view)
        self._trail: list[QWidget] = []
        self.list.opened.connect(self.open_period)
        self.report.communes.connect(self._to_communes)
        self.report.behind.connect(self._to_behind)
        self.communes.opened.connect(self._to_commune)
        self.commune.behind.connect(self._to_behind)
        for view in (self.report, self.communes, self.commune, self.behind):
            view.back.connect(self.go_back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        escape = QShortcut(Qt.Key.Key_Escape, self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.go_back)
        office.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read what is on screen again."""
        self.list.refresh()
        shown = self._stack.currentWidget()
        if shown is self.list:
            self.list.to_table()
        elif shown is self.report:
            self.report.refresh()

    def leave(self) -> None:
        """Save what was typed."""
        self.report.leave()

    def open_period(self, period: object) -> None:
        """Show a period's report."""
        assert isinstance(period, Period)
        self.report.open(period)
        self._go(self.report)

    def show_period(self, code: str) -> None:
        """Show a period's report from another page; back leads to the list."""
        self.leave()
        self._trail.clear()
        self._stack.setCurrentWidget(self.list)
        self.open_period(parse(code))

    def _to_communes(self, period: object) -> None:
        assert isinstance(period, Period)
        self.communes.open(period)
        self._go(self.communes)

    def _to_commune(self, found: object) -> None:
        assert isinstance(found, CommuneReport)
        self.commune.open(found)
        self._go(self.commune)

    def _to_behind(self, figure: object) -> None:
        assert isinstance(figure, Figure | PlannedLine) and self.report.period is not None
        self.behind.open(figure, self.report.period)
        self._go(self.behind)

    def _go(self, view: QWidget) -> None:
        self._trail.append(self._stack.currentWidget() or self.list)
        self._stack.setCurrentWidget(view)

    def go_back(self) -> None:
        """To the view before."""
        if not self._trail:
            return
        self.leave()
        self._stack.setCurrentWidget(self._trail.pop())
        if (shown := self._stack.currentWidget()) is self.list or shown is None:
            self.list.refresh()
            self.list.to_table()
        else:
            table = shown.findChild(QWidget, _FOCUS[self._stack.currentIndex()])
            if isinstance(table, QWidget):
                table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: object) -> None:
        touched = isinstance(changes, Changes) and changes.types & TYPES
        if touched and self.isVisible() and self._stack.currentWidget() is self.list:
            self.list.refresh()


_FOCUS = {1: "report.figures", 2: "communes.table", 3: "commune.figures", 4: "behind.table"}
