"""The communes of a period: who sent, who is late, how fresh their records are; and the records behind one figure."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions.gathering import SILENT
from ocop_desktop.actions.reports import consolidation, periodic, targets
from ocop_desktop.actions.reports.consolidation import Behind, CommuneReport, Consolidation
from ocop_desktop.domain.reporting.figures import Figure
from ocop_desktop.domain.reporting.periods import Period
from ocop_desktop.domain.reporting.planned import PlannedLine
from ocop_desktop.domain.text import show_count
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Combo
from ocop_desktop.ui.plain_table import Cell, PlainTable
from ocop_desktop.ui.reports import words
from ocop_desktop.ui.widgets import column, link, row, text

SHOWN = ("products.total", "producers.total", "dossiers.received", "dossiers.handed_over")


class CommunesView(QWidget):
    """A line for each commune; Enter shows its figures, sealed and as they are here."""

    back = Signal()
    opened = Signal(object)
    """The ``CommuneReport`` to show."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._period: Period | None = None
        self._rows: list[CommuneReport] = []
        to_report = link(self.tr("‹ Báo cáo"), "communes.back")
        to_report.clicked.connect(self.back)
        self._title = text("", "title")
        self._said = text("", "quiet", wrap=True)
        self._said.setObjectName("communes.said")
        self.by = Combo()
        self.by.setObjectName("communes.by")
        self.by.setAccessibleName(self.tr("Tính theo đơn vị"))
        self.by.addItem(self.tr("Đơn vị lúc lập"), "made")
        self.by.addItem(self.tr("Đơn vị hiện nay"), "today")
        self.by.activated.connect(self._read)
        self.table = PlainTable("communes.table", self._titles(), (180, 130, 140, 100, 88, 96, 86, 140))
        self.table.setAccessibleName(self.tr("Các xã trong kỳ báo cáo"))
        self.table.opened.connect(self._open)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 12)
        box.setSpacing(8)
        box.addLayout(row(to_report, None))
        box.addLayout(column(row(self._title, None, self.by), self._said, spacing=6))
        box.addWidget(self.table, 1)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Xã"),
            self.tr("Báo cáo"),
            self.tr("Gặp tỉnh lần cuối"),
            self.tr("Sản phẩm"),
            self.tr("Chủ thể"),
            self.tr("HS nhận"),
            self.tr("HS gửi"),
            self.tr("So với tại đây"),
        )

    def open(self, period: Period) -> None:
        """Bring a period together."""
        self._period = period
        self._read()

    def _read(self) -> None:
        if self._period is not None:
            by = self.by.currentData()
            self._office.jobs.read(partial(consolidation.consolidate, period=self._period, by=by), self._show)

    def _show(self, found: Consolidation) -> None:
        order = {"none": 0, "writing": 1, "sealed": 2, "sent": 3}
        self._rows = sorted(found.communes, key=lambda each: (not each.line.late, order[each.line.state]))
        self._title.setText(self.tr("Các xã: {period}").format(period=words.period(found.period)))
        said = self.tr("{sent}/{count} xã đã gửi, {late} xã trễ. Số của xã chưa gửi lấy từ bản ghi tại đây.")
        self._said.setText(said.format(sent=found.sent, count=len(found.communes), late=found.late))
        self.table.show_rows(self._titles(), [self._cells(each) for each in self._rows])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cells(self, each: CommuneReport) -> tuple[Cell, ...]:
        said, tone = words.state(each.line)
        sealed = texts.day_and_hour(each.line.sealed_at) if each.told else ""
        figures = each.told or each.here
        numbers = []
        for key in SHOWN:
            figure = figures.get(key)
            value = 0 if figure is None else figure.whole if figure.now is None else figure.now
            numbers.append(Cell(show_count(value), right=True))
        return (Cell(each.name, sealed), Cell(said, "", tone), self._seen(each), *numbers, self._agrees(each))

    def _seen(self, each: CommuneReport) -> Cell:
        if not each.seen:
            return Cell(self.tr("Chưa lần nào"))
        at = texts.local(each.seen).date()
        days = (self._office.today() - at).days
        old = timedelta(days=days) > SILENT
        ago = self.tr("{count} ngày trước").format(count=days) if days else self.tr("hôm nay")
        return Cell(at.strftime("%d/%m/%Y"), self.tr("im lặng {count} ngày").format(count=days) if old else ago)

    def _agrees(self, each: CommuneReport) -> Cell:
        if not each.sound:
            return Cell(self.tr("Sai mã kiểm tra"), "", "danger")
        if each.differs:
            return Cell(self.tr("Lệch {count} số").format(count=len(each.differs)), "", "warning")
        return Cell(self.tr("Khớp"), "", "accent") if each.told else Cell("")

    def _open(self, at: object, _column: object) -> None:
        self.opened.emit(self._rows[int(str(at))])


class CommuneFigures(QWidget):
    """One commune's figures: what it sealed beside what its records here say; Enter goes on to the records."""

    back = Signal()
    behind = Signal(object)
    """The ``Figure`` whose records to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here: list[Figure | None] = []
        back = link(self.tr("‹ Các xã"), "commune.back")
        back.clicked.connect(self.back)
        self._title = text("", "title")
        self.table = PlainTable("commune.figures", self._titles(), (400, 90, 90, 90, 90, 120))
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.opened.connect(self._drill)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 12)
        box.setSpacing(8)
        box.addLayout(row(back, None))
        box.addWidget(self._title)
        box.addWidget(self.table, 1)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Chỉ tiêu"),
            self.tr("Kỳ: xã báo"),
            self.tr("tại đây"),
            self.tr("Đến kỳ: xã báo"),
            self.tr("tại đây"),
            "",
        )

    def open(self, found: CommuneReport) -> None:
        """Show a commune."""
        self._title.setText(f"{found.name} · {words.period(found.line.period)}")
        cells = []
        self._here = []
        for key, here in found.here.items():
            told = found.told.get(key)
            numbers = (told.now if told else None, here.now, told.whole if told else None, here.whole)
            mark = Cell(self.tr("lệch"), "", "warning") if key in found.differs else Cell("")
            shown = (Cell(words.number(here, each), right=True) for each in numbers)
            cells.append((Cell(words.label(here)), *shown, mark))
            self._here.append(here)
        self.table.show_rows(self._titles(), cells)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drill(self, at: object, _column: object) -> None:
        figure = self._here[int(str(at))]
        if figure is not None:
            self.behind.emit(figure)


class BehindView(QWidget):
    """The records behind a figure; Enter opens a product or a dossier."""

    back = Signal()

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._rows: list[Behind] = []
        back = link(self.tr("‹ Số liệu"), "behind.back")
        back.clicked.connect(self.back)
        self._title = text("", "title")
        self._title.setObjectName("behind.title")
        self._said = text("", "quiet", wrap=True)
        self.table = PlainTable("behind.table", self._titles(), (320, 300, 220))
        self.table.opened.connect(self._open)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 12)
        box.setSpacing(8)
        box.addLayout(row(back, None))
        box.addWidget(self._title)
        box.addWidget(self._said)
        box.addWidget(self.table, 1)

    def _titles(self) -> tuple[str, ...]:
        return (self.tr("Tên"), self.tr("Chi tiết"), self.tr("Xã"))

    def open(self, figure: Figure | PlannedLine, period: Period) -> None:
        """Read the records of a figure or a target; those of a sealed one as they are now."""
        self._title.setText(words.label(figure) if isinstance(figure, Figure) else figure.target.title)
        self._office.jobs.read(partial(_records, figure=figure, period=period), partial(self._show, figure))

    def _show(self, figure: Figure | PlannedLine, found: list[Behind]) -> None:
        self._rows = found
        said = self.tr("{count} bản ghi.").format(count=show_count(len(found)))
        if isinstance(figure, PlannedLine):
            if not figure.behind and figure.target.measure == "count" and (figure.actual or 0) != len(found):
                said += " " + self.tr("Số trong báo cáo là {count}.").format(count=figure.actual_words)
        elif not figure.percent and not figure.of_whole and figure.whole != len(found):
            said += " " + self.tr("Lúc chốt là {count}.").format(count=show_count(figure.whole))
        self._said.setText(said)
        self.table.show_rows(self._titles(), [(Cell(x.name), Cell(x.detail), Cell(x.unit_name)) for x in found])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, at: object, _column: object) -> None:
        chosen = self._rows[int(str(at))]
        if chosen.kind == "dossier":
            self._office.open_dossier.emit(chosen.id, None)
        elif chosen.kind == "product":
            self._office.open_product.emit(chosen.id)


def _records(db: Db, figure: Figure | PlannedLine, period: Period) -> list[Behind]:
    if isinstance(figure, PlannedLine):
        return consolidation.behind(db, figure.behind or targets.behind(db, figure.target.id, period))
    ids = figure.of_whole or figure.of_now
    if not ids and (figure.whole or figure.now):
        now = next((each for each in periodic.counted(db, period) if each.key == figure.key), figure)
        ids = now.of_whole or now.of_now
    return consolidation.behind(db, ids)
