"""Chép ra USB, Nhận từ USB: the exchange with the province where there is no line. The result is one sentence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ocop_desktop.actions import exchange, stick
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.exchange import Exchange
from ocop_desktop.actions.stick import Exported, Imported, Moment
from ocop_desktop.domain.text import show_count, show_size
from ocop_desktop.errors import OcopError
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import button, column, row, text


class StickCard(QWidget):
    """Two buttons, a bar while a copy is under way, and what came of it. Hidden until this PC is enrolled."""

    _reported = Signal(object)

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stick")
        self._office = office
        self.copy = button(self.tr("Chép ra USB"), name="stick-export")
        self.copy.setToolTip(self.tr("Không có mạng: chép những gì tỉnh chưa có vào một gói kín, chỉ tỉnh mở được."))
        self.copy.clicked.connect(self._ask_where)
        self.take = button(self.tr("Nhận từ USB"), name="stick-import")
        self.take.setToolTip(self.tr("Nhận trả lời của tỉnh mang về bằng USB."))
        self.take.clicked.connect(self._ask_which)
        self._bar = QProgressBar()
        self._bar.setObjectName("stick-progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Tiến độ chép"))
        self._bar.hide()
        self.result = text("", "quiet", wrap=True)
        self.result.setObjectName("stick-result")
        self.result.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.result.setMinimumWidth(360)
        self.result.hide()
        self.setLayout(column(row(None, self.copy, self.take), self._bar, self.result, spacing=4))
        self._reported.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        office.changed.connect(lambda _changes: self.refresh())
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show the buttons when this PC is known to a province."""
        self._office.jobs.read(exchange.state, self._show)

    def _show(self, state: Exchange) -> None:
        self.setVisible(bool(state.server))

    def _ask_where(self) -> None:
        self._office.jobs.read(stick.suggested_name, self._export)

    def _export(self, name: str) -> None:
        path = ask.save_path(self, self.tr("Chép ra USB"), name, self.tr("Gói OCOP (*.ocop)"))
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Copy what waits into a package at this place."""
        self._begin(self.tr("Đang chép ra USB. Đừng rút USB."))
        jobs, report = self._office.jobs, self._reported.emit
        jobs.work(lambda: stick.export(jobs.run_unit, path, report), self._exported, self._failed)

    def _ask_which(self) -> None:
        kinds = self.tr("Gói OCOP (*.ocop);;Mọi tệp (*)")
        if chosen := ask.open_paths(self, self.tr("Nhận từ USB"), kinds):
            self.import_from(chosen[0])

    def import_from(self, path: Path) -> None:
        """Take the province's answer out of this file."""
        self._begin(self.tr("Đang nhận từ USB."))
        jobs, report = self._office.jobs, self._reported.emit
        jobs.work(lambda: stick.take_answer(jobs.run_unit, path, report), self._imported, self._failed)

    def _begin(self, words: str) -> None:
        self.copy.setEnabled(False)
        self.take.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._say(words)

    def _say(self, words: str) -> None:
        self.result.setText(words)
        self.result.show()

    def _show_progress(self, moment: Moment) -> None:
        if not self.copy.isEnabled():
            self._bar.setRange(0, 1000)
            self._bar.setValue(1000 * moment.done // max(moment.total, 1))

    def _end(self) -> None:
        self.copy.setEnabled(True)
        self.take.setEnabled(True)
        self._bar.hide()

    def _exported(self, done: Exported) -> None:
        self._end()
        words = self.tr(
            "Đã chép {count} nội dung và {files} tệp ({size}) vào {name}. Rút USB an toàn rồi đưa tới tỉnh."
        )
        said = words.format(
            count=show_count(done.operations),
            files=show_count(done.files),
            size=show_size(done.bytes),
            name=done.path.name,
        )
        if done.unreadable:
            more = self.tr("Có {count} tệp minh chứng không đọc được, hãy thêm lại tệp gốc.")
            said = f"{said} {more.format(count=show_count(done.unreadable))}"
        self._say(said)
        self._office.changed.emit(Changes(outbox=True))

    def _imported(self, done: Imported) -> None:
        self._end()
        if done.digest_equal and not done.waiting:
            words = self.tr("Tỉnh đã ghi nhận {sent} nội dung và {files} tệp; nhận {received}. Hai bên như nhau.")
        else:
            words = self.tr(
                "Tỉnh đã ghi nhận {sent} nội dung và {files} tệp; nhận {received}. Còn nội dung chờ, hãy chép gói mới."
            )
        self._say(
            words.format(sent=show_count(done.sent), files=show_count(done.files), received=show_count(done.received))
        )
        self._office.changed.emit(Changes(dossiers=done.dossiers, outbox=True))

    def _failed(self, error: BaseException) -> None:
        self._end()
        self._say(texts.error(error))
        if not isinstance(error, OcopError):
            ask.show_error(error, self)
        self._office.changed.emit(Changes(outbox=True))
