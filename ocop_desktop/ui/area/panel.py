"""The communes of an office: what waits for it, what is late, who has not been heard of; a row opens that commune's list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ocop_desktop.actions.gathering import ARRIVED, AT_COMMUNE, Commune, Overview
from ocop_desktop.actions.listing import ListRow, Query
from ocop_desktop.domain.text import show_count
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import is_enter
from ocop_desktop.ui.widgets import Card, button, clear, column, row, rule, set_role, text

_NUMBERS = 1, 2, 3, 4, 5


class CommuneTable(QTableWidget):
    """A row for each commune; Enter or a double click opens its dossiers."""

    opened = Signal(object)
    """The code of a commune."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("area.communes")
        self.setColumnCount(7)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Xã, phường"),
                self.tr("Ở xã"),
                self.tr("Quá hạn"),
                self.tr("Chờ nhận"),
                self.tr("Đang xét"),
                self.tr("Trả lại"),
                self.tr("Liên lạc cuối"),
            ]
        )
        set_role(self, "rows")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for at in range(self.columnCount()):
            side = Qt.AlignmentFlag.AlignRight if at in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            if (name := self.horizontalHeaderItem(at)) is not None:
                name.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)

    def put(self, communes: tuple[Commune, ...]) -> None:
        """Show these, the chosen one still chosen."""
        chosen = self._code()
        self.setRowCount(len(communes))
        for at, commune in enumerate(communes):
            for column_, (words, alarm) in enumerate(self._cells(commune)):
                item = QTableWidgetItem(words if column_ in _NUMBERS else f"  {words}")
                if column_ in _NUMBERS:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if alarm:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                item.setData(Qt.ItemDataRole.UserRole, commune.unit)
                self.setItem(at, column_, item)
            if commune.unit == chosen:
                self.selectRow(at)
        if self._code() is None and communes:
            self.selectRow(0)

    def _cells(self, commune: Commune) -> tuple[tuple[str, bool], ...]:
        def number(count: int) -> str:
            return show_count(count) if count else "–"

        arrived = commune.count(*ARRIVED)
        return (
            (commune.name, False),
            (number(commune.count(*AT_COMMUNE)), False),
            (number(commune.late), bool(commune.late)),
            (number(arrived), bool(arrived)),
            (number(commune.count("accepted")), False),
            (number(commune.count("returned")), False),
            (contact_words(commune), commune.silent),
        )

    def _code(self) -> str | None:
        item = self.item(self.currentRow(), 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def _open(self, *_args: object) -> None:
        if (code := self._code()) is not None:
            self.opened.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._open()
        else:
            super().keyPressEvent(event)


def contact_words(commune: Commune) -> str:
    """When a commune was last heard of, in few words."""
    translate = QCoreApplication.translate
    if not commune.devices:
        return translate("area", "chưa có máy")
    if not commune.seen:
        return translate("area", "chưa liên lạc")
    moment = texts.local(commune.seen).strftime("%d/%m %H:%M")
    return translate("area", "{moment}, lâu rồi").format(moment=moment) if commune.silent else moment


class AreaPanel(QWidget):
    """What the first page shows at an office that gathers several communes."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._arrived = Card(self.tr("Chờ tiếp nhận"))
        self._rows = QVBoxLayout()
        self._arrived.box.addLayout(self._rows)
        self._communes = Card(self.tr("Các xã, phường"))
        self._lead = text("", "quiet", wrap=True)
        self.table = CommuneTable()
        self.table.setMinimumHeight(220)
        self.table.opened.connect(self._open_commune)
        self._communes.box.addWidget(self._lead)
        self._communes.box.addWidget(self.table, 1)
        box = column(self._arrived, self._communes, spacing=12)
        box.setContentsMargins(0, 0, 0, 0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_overview(self, overview: Overview) -> None:
        """Show where the dossiers of all communes stand."""
        clear(self._rows)
        total = overview.count(*ARRIVED)
        if not total:
            words = self.tr("Hồ sơ xã gửi lên sẽ hiện ở đây, cũ nhất đứng trước.")
            self._rows.addWidget(text(words, "quiet", wrap=True))
        for at, dossier in enumerate(overview.arrived):
            if at:
                self._rows.addWidget(rule())
            self._rows.addLayout(self._line(dossier))
        if total > len(overview.arrived):
            more = button(self.tr("Xem cả {count} hồ sơ").format(count=show_count(total)), name="area.arrived")
            more.clicked.connect(self._all_arrived)
            self._rows.addLayout(row(None, more))
        parts = [self.tr("{count} xã, phường").format(count=len(overview.communes))]
        if overview.late:
            parts.append(self.tr("{count} hồ sơ quá hạn ở xã").format(count=show_count(overview.late)))
        if overview.silent:
            parts.append(self.tr("{count} nơi lâu chưa liên lạc").format(count=overview.silent))
        self._lead.setText(" · ".join(parts) + self.tr(". Enter mở hồ sơ của xã đang chọn."))
        self.table.put(overview.communes)

    def _line(self, dossier: ListRow) -> QHBoxLayout:
        opens = button(self.tr("Mở kiểm tra"))
        opens.setProperty("dossier", dossier.id)
        opens.setAccessibleName(f"{opens.text()}: {dossier.product}")
        opens.clicked.connect(self._open_sender)
        name: QLabel = text(dossier.product or dossier.producer, "strong")
        return row(name, text(dossier.producer, "small"), None, text(dossier.unit_name, "quiet"), opens, spacing=12)

    def _open_sender(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QPushButton)
        self._office.open_dossier.emit(sender.property("dossier"), None)

    def _all_arrived(self) -> None:
        self._office.show_list.emit(Query(filter="arrived"))

    def _open_commune(self, unit: object) -> None:
        self._office.show_list.emit(Query(unit=str(unit)))
