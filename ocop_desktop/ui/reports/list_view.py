"""The periods of a year: which reports are due, being written, sealed, sent, late."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions.reports import periodic, producers, rules
from ocop_desktop.actions.reports.periodic import Line, Shelf
from ocop_desktop.actions.reports.producers import Told
from ocop_desktop.domain.forms import Field, Values
from ocop_desktop.domain.reporting.periods import TO_CHECK, Rules
from ocop_desktop.domain.text import show_date
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Combo
from ocop_desktop.ui.plain_table import Cell, PlainTable
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.reports import producers_view, words
from ocop_desktop.ui.widgets import button, column, row, text

_WIDTHS = (200, 190, 150, 170, 190)

_MOST_NAMES = 4


class ReportList(QWidget):
    """A year at a time; Enter opens a period."""

    opened = Signal(object)
    """The ``Period`` to show."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._lines: list[Line] = []
        self._year: int | None = None
        self.year = Combo()
        self.year.setObjectName("reports.year")
        self.year.setAccessibleName(self.tr("Năm"))
        self.year.setMinimumContentsLength(5)
        self.year.activated.connect(self._year_chosen)
        self._count = text("", "quiet")
        self._days = button(self.tr("Lịch báo cáo…"), name="reports.rules")
        self._days.clicked.connect(self._ask_days)
        self._told = button(self.tr("Ghi báo cáo của chủ thể…"), name="reports.producer")
        self._told.clicked.connect(self._ask_told)
        self._lead = text("", "quiet", wrap=True)
        self._lead.setObjectName("reports.lead")
        self._who = text("", wrap=True)
        self._who.setObjectName("reports.told")
        self.table = PlainTable("reports.table", self._titles(), _WIDTHS)
        self.table.setAccessibleName(self.tr("Các kỳ báo cáo"))
        self.table.opened.connect(self._open)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(10)
        head = row(text(self.tr("Báo cáo"), "title"), self.year, self._count, None, self._told, self._days, spacing=12)
        box.addLayout(column(head, self._lead, self._who, spacing=6))
        box.addWidget(self.table, 1)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Kỳ"),
            self.tr("Tình trạng"),
            self.tr("Hạn gửi"),
            self.tr("Chốt lúc"),
            self.tr("Số liệu của các ngày"),
        )

    def refresh(self) -> None:
        """Read the year again."""
        self._office.jobs.read(partial(periodic.shelf, year=self._year), self._show)
        self._office.jobs.read(
            partial(producers.told, month=producers.months(self._office.today())[1]), self._show_told
        )

    def _show_told(self, found: Told) -> None:
        month = producers_view.month_words(found.month)
        said = self.tr("Báo cáo của chủ thể {month}: đã nhận {count}.").format(month=month, count=len(found.received))
        if found.missing:
            names = ", ".join(name for _id, name in found.missing[:_MOST_NAMES])
            more = ", …" if len(found.missing) > _MOST_NAMES else ""
            said += " " + self.tr("Chủ thể có sản phẩm đã công nhận chưa báo cáo: {count} ({names}).").format(
                count=len(found.missing), names=names + more
            )
        self._who.setText(said)

    def _ask_told(self) -> None:
        self._office.jobs.read(producers_view.names, self._show_ask)

    def _show_ask(self, there: list[tuple[str, str]]) -> None:
        dialog = producers_view.ask(self._office, there, self)
        dialog.recorded.connect(self._days_kept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show(self, found: Shelf) -> None:
        today = self._office.today()
        first = not self._lines
        self._lines = [each for each in reversed(found.lines) if each.first <= today]
        self.year.clear()
        for each in range(today.year + 1, today.year - 5, -1):
            self.year.addItem(str(each), each)
        self.year.setCurrentIndex(self.year.findData(found.year))
        late = sum(each.late for each in self._lines)
        self._count.setText(self.tr("{count} kỳ trễ").format(count=late) if late else self.tr("Không kỳ nào trễ"))
        whose = (
            self.tr("Lịch theo kế hoạch của tỉnh, về khi đồng bộ.")
            if found.from_province
            else self.tr("Lịch mặc định: Nghị định 09/2019 và các kế hoạch đã biết; đặt lại theo kế hoạch của tỉnh.")
        )
        producers = self.tr("Chủ thể báo cáo xã trước ngày {day} hằng tháng.").format(day=found.producer_day)
        unsure = self.tr("Ngày chốt của kỳ 6 tháng, 9 tháng và năm cần kiểm tra với Điều 12.")
        self._lead.setText(" ".join((whose, producers, unsure)))
        self.table.show_rows(self._titles(), [self._cells(each) for each in self._lines])
        if first and self._lines:
            at = next((at for at, each in enumerate(self._lines) if each.last < today), 0)
            self.table.setCurrentIndex(self.table.plain.index(at, 0))

    def _cells(self, line: Line) -> tuple[Cell, ...]:
        said, tone = words.state(line)
        left = (line.due - self._office.today()).days
        waiting = line.state in {"none", "writing"}
        days = self.tr("còn {count} ngày").format(count=left) if waiting and left >= 0 else ""
        closes = self.tr("{first} đến {last}").format(first=show_date(line.first), last=show_date(line.last))
        check = self.tr("cần kiểm tra") if line.period.kind in TO_CHECK else ""
        sealed = texts.day_and_hour(line.sealed_at) if line.sealed_at and not waiting else ""
        again = self.tr("lần {count}").format(count=line.revision) if line.revision > 1 else ""
        return (
            Cell(words.period(line.period)),
            Cell(said, "", tone),
            Cell(show_date(line.due), days),
            Cell(sealed, again),
            Cell(closes, check),
        )

    def _year_chosen(self) -> None:
        self._year = int(self.year.currentData())
        self._lines = []
        self.refresh()

    def _open(self, at: object, _column: object) -> None:
        self.opened.emit(self._lines[int(str(at))].period)

    def to_table(self) -> None:
        """The keyboard stands on the periods."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_days(self) -> None:
        self._office.jobs.read(lambda db: (rules.rules(db), rules.from_province(db)), self._show_days)

    def _show_days(self, found: tuple[Rules, bool]) -> None:
        days, told = found
        if told:
            ask.tell(self, self.tr("Lịch báo cáo"), texts.sentence("report.by_province", {}))
            return
        labels = {
            "close_day": self.tr("Số liệu chốt hết ngày"),
            "month_day": self.tr("Báo cáo tháng: gửi trước ngày"),
            "quarter_day": self.tr("Báo cáo quý: ngày của tháng cuối quý"),
            "half_day": self.tr("Báo cáo 6 tháng: ngày của tháng 6"),
            "nine_day": self.tr("Báo cáo 9 tháng: ngày của tháng 9"),
            "producer_day": self.tr("Chủ thể gửi xã trước ngày"),
            "year_day": self.tr("Báo cáo năm: ngày"),
            "year_month": self.tr("Báo cáo năm: tháng"),
        }
        asked = [Field(key=name, label=each, kind="count", required=True) for name, each in labels.items()]
        dialog = RecordDialog(
            self._office,
            self.tr("Lịch báo cáo"),
            self.tr("Theo kế hoạch của tỉnh. Máy của tỉnh đặt thì các xã nhận khi đồng bộ."),
            asked,
            _save_days,
            {name: getattr(days, name) for name in labels},
            parent=self,
        )
        dialog.recorded.connect(self._days_kept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _days_kept(self, _answer: object) -> None:
        self.refresh()


def _save_days(db: Db, values: Values) -> object:
    return rules.save(db, Rules(**{name: value for name, value in values.items() if isinstance(value, int)}))
