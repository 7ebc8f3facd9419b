"""One report: its figures with the records behind each, and the four texts beside them, saved as they are typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ocop_desktop.actions.reports import papers, periodic
from ocop_desktop.actions.reports.periodic import Report
from ocop_desktop.domain.reporting.figures import Figure
from ocop_desktop.domain.reporting.periods import Period, parse
from ocop_desktop.domain.reporting.planned import PlannedLine
from ocop_desktop.domain.text import show_date
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.fields import commit_composition
from ocop_desktop.ui.inputs import Lines
from ocop_desktop.ui.plain_table import Cell, PlainTable
from ocop_desktop.ui.reports import words
from ocop_desktop.ui.widgets import PageScroll, button, column, link, row, set_role, text

AFTER_FIRST_KEY_MS = 600
_LINE = 32
_WIDTHS, _WITH_PLAN = (300, 94, 86), (280, 82, 82, 64)


class ReportView(QWidget):
    """Figures at the left, texts at the right; a sealed report is only read."""

    back = Signal()
    behind = Signal(object)
    """The ``Figure`` or ``PlannedLine`` whose records to show."""
    communes = Signal(object)
    """The ``Period`` to bring together."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.period: Period | None = None
        self._report: Report | None = None
        self._figures: list[Figure | PlannedLine | None] = []
        self._dirty: set[str] = set()
        to_list = link(self.tr("‹ Các kỳ báo cáo"), "report.back")
        to_list.clicked.connect(self.back)
        self._title = text("", "title")
        self._state = text("", "tag")
        self._state.setObjectName("report.state")
        self._said = text("", "quiet", wrap=True)
        self._said.setObjectName("report.said")
        self._areas = button(self.tr("Các xã"), key="Ctrl+Shift+X", name="report.communes")
        self._areas.clicked.connect(self._to_communes)
        self._print = button(self.tr("Xem trước, in"), key="Ctrl+P", name="report.print")
        self._print.clicked.connect(self._preview)
        self._again = button(self.tr("Mở lại…"), name="report.reopen")
        self._again.clicked.connect(self._reopen)
        self._seal = button(self.tr("Chốt số liệu  Ctrl Enter"), primary=True, name="report.seal")
        self._seal.clicked.connect(self._ask_seal)
        titles = (self.tr("Chỉ tiêu"), self.tr("Trong kỳ"), self.tr("Đến kỳ"))
        self.table = PlainTable("report.figures", titles, _WIDTHS)
        self.table.verticalHeader().setDefaultSectionSize(_LINE)
        self.table.setAccessibleName(self.tr("Số liệu; Enter xem từng bản ghi"))
        self.table.opened.connect(self._drill)
        self.editors = {name: Lines(least=3, most=12) for name in periodic.TEXTS}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_FIRST_KEY_MS)
        self._timer.timeout.connect(self.save)
        side = PageScroll()
        side.box.setContentsMargins(0, 0, 6, 0)
        side.box.setSpacing(6)
        self._begun = text("", "small", wrap=True)
        side.box.addWidget(self._begun)
        for name, label in self._labels().items():
            editor = self.editors[name]
            editor.setObjectName(f"report.{name}")
            editor.setAccessibleName(label)
            editor.typed.connect(partial(self._typed, name))
            editor.left.connect(self.save)
            side.box.addWidget(text(label, "heading"))
            side.box.addWidget(editor)
        side.box.addStretch(1)
        hint = text(self.tr("Enter trên một số: xem những bản ghi làm nên số đó"), "small")
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(column(self.table, hint, spacing=6), 11)
        columns.addWidget(side, 9)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 12)
        box.setSpacing(8)
        box.addLayout(row(to_list, None))
        box.addLayout(
            row(self._title, self._state, None, self._areas, self._again, self._print, self._seal, spacing=10)
        )
        box.addWidget(self._said)
        box.addLayout(columns, 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._ask_seal)

    def _labels(self) -> dict[str, str]:
        return {
            "results": self.tr("Kết quả"),
            "difficulties": self.tr("Khó khăn, vướng mắc"),
            "requests": self.tr("Đề xuất, kiến nghị"),
            "next": self.tr("Kế hoạch kỳ tới"),
        }

    def open(self, period: Period) -> None:
        """Show a period."""
        self.leave()
        if period != self.period:
            self._report = None
        self.period = period
        self._office.jobs.read(partial(periodic.open_report, period=period), self._show, self._failed)

    def refresh(self) -> None:
        """Read the figures again; texts with the cursor in them stay."""
        if self.period is not None:
            self._office.jobs.read(partial(periodic.open_report, period=self.period), self._show, self._failed)

    def _failed(self, problem: BaseException) -> None:
        self.back.emit()
        ask.show_error(problem, self.window())

    def _show(self, found: Report) -> None:
        if found.line.period != self.period:
            return
        anew = self._report is None
        self._report = found
        sealed = found.line.state in {"sealed", "sent"}
        said, tone = words.state(found.line)
        self._title.setText(self.tr("Báo cáo: {period}").format(period=words.period(found.line.period)))
        self._state.setText(said)
        set_role(self._state, "tag", tone)
        self._said.setText(self._words(found, sealed))
        self._areas.setVisible(found.level != "commune")
        self._seal.setVisible(not sealed)
        self._again.setVisible(sealed)
        self._show_rows(found)
        begun = words.period(parse(found.begun_from)) if found.begun_from else ""
        self._begun.setText(self.tr("Lời văn giữ từ báo cáo {period}; sửa lại cho kỳ này.").format(period=begun))
        self._begun.setVisible(bool(begun) and not sealed)
        for name, editor in self.editors.items():
            editor.setReadOnly(sealed)
            free = (anew or not editor.hasFocus()) and name not in self._dirty
            if free and editor.toPlainText() != found.texts[name]:
                editor.load(found.texts[name])
        if anew:
            self.table.setCurrentIndex(self.table.plain.index(1, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self, found: Report) -> None:
        counted = list(words.rows(found.figures))
        planned = list(words.planned_rows(found.planned))
        self._figures = [*(each for each, _ in counted), *(each for each, _ in planned)]
        titles: tuple[str, ...] = (self.tr("Chỉ tiêu"), self.tr("Trong kỳ"), self.tr("Đến kỳ"))
        rows = [cells for _, cells in counted]
        if planned:
            titles = (*titles, "")
            rows = [(*cells, Cell("")) for cells in rows] + [cells for _, cells in planned]
        self.table.show_rows(titles, rows, _WITH_PLAN if planned else _WIDTHS)

    def _words(self, found: Report, sealed: bool) -> str:
        line = found.line
        days = self.tr("Số liệu từ {first} đến hết {last}; hạn gửi {due}.")
        parts = [days.format(first=show_date(line.first), last=show_date(found.counted_to), due=show_date(line.due))]
        if not sealed and found.counted_to < line.last:
            parts.append(self.tr("Kỳ này chốt số liệu ngày {day}.").format(day=show_date(line.last)))
        if sealed:
            when = texts.day_and_hour(line.sealed_at)
            who = self.tr("{officer} chốt lúc {when}.").format(officer=found.sealed_by, when=when)
            parts.append(who)
        if not found.sound:
            parts.append(self.tr("Số liệu không còn khớp mã kiểm tra lúc chốt: hãy mở lại và chốt lại."))
        if found.left_out:
            late = self.tr(
                "Lời viết trên máy này đến sau lúc chốt, chưa vào báo cáo; mở lại thì được thêm vào: {words}"
            )
            parts.append(late.format(words=" / ".join(found.left_out.values())))
        return " ".join(parts)

    def _typed(self, name: str) -> None:
        self._dirty.add(name)
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> None:
        """Write what was typed."""
        self._timer.stop()
        if not self._dirty or self.period is None or (self._report and self._report.line.state in {"sealed", "sent"}):
            self._dirty.clear()
            return
        typed = {name: self.editors[name].on_screen() for name in sorted(self._dirty)}
        self._dirty.clear()
        self._office.jobs.write(
            partial(periodic.save_texts, period=self.period, texts=typed),
            self._saved,
            partial(self._not_saved, set(typed)),
        )

    def _saved(self, _changes: object) -> None:
        self.refresh()

    def _not_saved(self, names: set[str], problem: BaseException) -> None:
        self._dirty |= names
        ask.show_error(problem, self.window())

    def leave(self) -> None:
        """Save before something else is shown."""
        commit_composition()
        self.save()

    def _drill(self, at: object, _column: object) -> None:
        figure = self._figures[int(str(at))]
        if figure is not None:
            self.behind.emit(figure)

    def _to_communes(self) -> None:
        self.leave()
        self.communes.emit(self.period)

    def _preview(self) -> None:
        if self.period is not None:
            self.leave()
            self._office.jobs.write(partial(papers.paper, period=self.period), self._office.print_requested.emit)

    def _ask_seal(self) -> None:
        if self._report is None or self.period is None or not self._seal.isVisible():
            return
        self.leave()
        said = self.tr(
            "Số liệu đến hết {day} được giữ nguyên như bây giờ và gửi đi khi đồng bộ. Mở lại được, có ghi lý do."
        )
        if ask.confirm(
            self,
            self.tr("Chốt {period}?").format(period=words.period(self.period)),
            said.format(day=show_date(self._report.counted_to)),
            self.tr("Chốt số liệu"),
        ):
            self._office.jobs.write(partial(periodic.seal, period=self.period), self._sealed)

    def _sealed(self, _changes: object) -> None:
        self._office.said.emit(self.tr("Đã chốt báo cáo; lần đồng bộ tới sẽ gửi."))
        self.refresh()

    def _reopen(self) -> None:
        if self.period is None:
            return
        reason = ask.reason(
            self,
            self.tr("Mở lại báo cáo"),
            self.tr("Vì sao sửa báo cáo đã chốt? Lần chốt sau là bản mới, cấp trên thấy số lần."),
            self.tr("Mở lại"),
        )
        if reason:
            self._office.jobs.write(partial(periodic.reopen, period=self.period, reason=reason), self._saved)
