"""Đồng bộ: bring the commune and the province to the same state, and show the proof."""

from __future__ import annotations

import platform
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ocop_desktop.actions import documents, exchange, numbering
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.exchange import Exchange, Progress, Summary
from ocop_desktop.domain.text import one_line, show_count, show_size
from ocop_desktop.errors import OcopError
from ocop_desktop.protocol.enrolling import read_enrolment_link
from ocop_desktop.ui import ask, qr_picture, texts
from ocop_desktop.ui.conflict_panel import ConflictPanel
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.line.choices import LineChoices
from ocop_desktop.ui.line.rescue import RescueCard
from ocop_desktop.ui.line.words import result
from ocop_desktop.ui.step import SideBySide
from ocop_desktop.ui.stick_card import StickCard
from ocop_desktop.ui.sync_rows import SyncTable
from ocop_desktop.ui.sync_steps import SyncSteps
from ocop_desktop.ui.widgets import Card, button, column, row, text


class SyncPage(QWidget):
    """The steps, the table, the last result in words; the enrolment form when this PC is not known to a province."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sync")
        self._office = office
        self._ended = self._trouble = False
        self._title = text(self.tr("Đồng bộ với tỉnh"), "title")
        self._lead = text("", "quiet", wrap=True)
        self._lead.setObjectName("sync-lead")
        self.start = button(self.tr("Đồng bộ"), primary=True, key="F5", name="start-sync")
        self.start.clicked.connect(self.synchronise)
        self.halt = button(self.tr("Dừng"), name="stop-sync")
        self.halt.clicked.connect(self.stop)
        self.halt.hide()
        self._receipt = button(self.tr("In biên nhận"), name="print-receipt")
        self._receipt.clicked.connect(self._print_receipt)
        self.steps = SyncSteps()
        self.table = SyncTable()
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._chosen)
        self.panel = ConflictPanel(office)
        self.panel.hide()
        self.proof = SideBySide(self.table, self.panel, width=380)
        self._state: Exchange | None = None
        self._enrolment = _Enrolment(office)
        self.stick = StickCard(office)
        head = row(column(self._title, self._lead, spacing=2), self.stick, self._receipt, self.halt, self.start)
        head.setStretch(0, 1)
        self.choices = LineChoices(office)
        self.rescue = RescueCard(office)
        box = column(head, self.rescue, self.steps, self.choices, self._enrolment, self.proof, spacing=12)
        box.setContentsMargins(18, 14, 18, 14)
        box.setStretch(5, 1)
        box.addStretch(0)
        self.setLayout(box)
        office.rounds.began.connect(self._began)
        office.rounds.reported.connect(self._show_progress)
        office.rounds.done.connect(self._done)
        office.rounds.failed.connect(self._failed)
        office.changed.connect(self._refresh_if_shown)
        self.steps.hide()
        self.proof.hide()
        self._enrolment.hide()
        self._receipt.setEnabled(False)
        if office.rounds.running:
            self._began(office.rounds.quiet)

    def refresh(self) -> None:
        """Read where the exchange stands."""
        self._office.jobs.read(exchange.state, self._show)

    def synchronise(self) -> None:
        """Do one round on the work lane."""
        if self.start.isEnabled():
            self._office.rounds.start(quiet=False)

    def stop(self) -> None:
        """End the round after the request under way; everything done stays done."""
        if self._office.rounds.running:
            self._office.rounds.stop()
            self.halt.setEnabled(False)
            self.steps.say(self.tr("Đang dừng sau phần đang gửi. Những gì đã gửi vẫn được giữ."))

    def _began(self, _quiet: object) -> None:
        self._trouble = False
        self.start.setEnabled(False)
        self.halt.setEnabled(True)
        self.halt.show()
        self.steps.rest()
        self.steps.say(self.tr("Đang nối tới máy chủ tỉnh."))

    def _show(self, state: Exchange) -> None:
        known = bool(state.server)
        self.steps.setVisible(known)
        self.proof.setVisible(known and bool(state.rows or state.conflicts))
        self.start.setVisible(known)
        self._receipt.setVisible(known and bool(state.rows))
        self._enrolment.setVisible(not known)
        self.choices.take(state)
        self.rescue.take(state)
        if not known:
            self._lead.setText(
                self.tr("Máy này chưa đăng ký với tỉnh. Mọi việc khác vẫn làm bình thường, không cần mạng.")
            )
            return
        parts = [self.tr("Máy chủ {name}").format(name=state.province_name or state.server)]
        if state.last_success:
            words = self.tr("lần cuối đủ cả hai phía {moment}") if state.digest_equal else self.tr("lần cuối {moment}")
            parts.append(words.format(moment=texts.day_and_hour(state.last_success)))
        self._lead.setText(" · ".join(parts))
        chosen = self.table.chosen()
        self._state = state
        self.table.entries.put(state.rows)
        if chosen is not None:
            for at, entry in enumerate(state.rows):
                if entry.dossier == chosen.dossier:
                    self.table.selectRow(at)
        if self.table.chosen() is None and state.conflicts and state.rows:
            self.table.selectRow(0)  # what needs a person stands first
        self.panel.show_row(state, self.table.chosen())
        if not self._office.rounds.running and not self._ended:
            self.steps.say(self._waiting(state))

    def _waiting(self, state: Exchange) -> str:
        if not state.waiting_records and not state.waiting_files:
            if state.last_success:
                return self.tr("Không có gì chờ gửi. Tỉnh và máy này như nhau.")
            return self.tr("Chưa có gì chờ gửi.")
        words = self.tr("Chờ gửi {records} nội dung và {files} tệp, {size}. Khi có mạng hãy bấm Đồng bộ.")
        return words.format(
            records=show_count(state.waiting_records),
            files=show_count(state.waiting_files),
            size=show_size(state.waiting_bytes),
        )

    def _show_progress(self, progress: Progress) -> None:
        self.steps.show_progress(progress)

    def _done(self, _quiet: object, summary: Summary) -> None:
        self._end()
        self.steps.finish()
        self.steps.say(result(summary))
        self.refresh()

    def _failed(self, quiet: object, error: BaseException) -> None:
        self._end()
        self._trouble = True  # stays to be read until the next round, also when it failed unseen
        self.steps.halt()
        if self._office.rounds.stopped:
            self.steps.say(self.tr("Đã dừng. Những gì tỉnh ghi nhận vẫn được giữ; lần sau gửi tiếp."))
        else:
            self.steps.say(texts.error(error))
            if not quiet and not isinstance(error, OcopError):
                ask.show_error(error, self)
        self.refresh()

    def _end(self) -> None:
        self._ended = True
        self.start.setEnabled(True)
        self.halt.hide()

    def _refresh_if_shown(self, _changes: object) -> None:
        if not self._office.rounds.running and not self._trouble:
            self._ended = self._ended and self.isVisible()
        if self.isVisible():
            self.refresh()

    def _chosen(self, index: QModelIndex) -> None:
        row_ = self.table.chosen() if index.isValid() else None
        self._receipt.setEnabled(row_ is not None and row_.at is not None)
        self.choices.choose(row_)
        if self._state is not None and row_ is not None:
            self.panel.show_row(self._state, row_)

    def _open(self, _index: QModelIndex) -> None:
        if self.panel.isVisible() and self.panel.focus_first():
            return
        if (chosen := self.table.chosen()) is not None:
            self._office.open_dossier.emit(chosen.dossier, None)

    def _print_receipt(self) -> None:
        if (chosen := self.table.chosen()) is not None:
            self._office.jobs.read(
                partial(documents.receipt, dossier=chosen.dossier), self._office.print_requested.emit
            )


class _Enrolment(Card):
    """Server address, one-time code, a name for this PC."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._office = office
        self.setMaximumWidth(560)
        self.server = QLineEdit()
        self.server.setObjectName("server")
        self.server.setPlaceholderText("ocop.tuyenquang.gov.vn")
        self.server.textChanged.connect(self._take_link)
        self.code = QLineEdit()
        self.code.textChanged.connect(self._take_link)
        self.code.setObjectName("code")
        self.name = QLineEdit(platform.node())
        self.name.setObjectName("device-name")
        self.enrol = button(self.tr("Đăng ký máy này"), primary=True, name="enrol")
        self.enrol.clicked.connect(self._enrol)
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName("enrol-problem")
        self._problem.hide()
        self.box.addWidget(text(self.tr("Đăng ký với tỉnh"), "heading"))
        words = self.tr("Văn phòng OCOP tỉnh cấp địa chỉ và mã dùng một lần. Chỉ làm một lần cho mỗi máy, lúc có mạng.")
        self.box.addWidget(text(words, "quiet", wrap=True))
        for label, line in (
            (self.tr("Địa chỉ máy chủ tỉnh"), self.server),
            (self.tr("Mã đăng ký"), self.code),
            (self.tr("Tên máy, để tỉnh nhận ra"), self.name),
        ):
            line.setAccessibleName(label)
            line.textChanged.connect(self._check)
            line.returnPressed.connect(self._enrol)
            self.box.addLayout(column(text(label, "label"), line, spacing=4))
        self.box.addWidget(self._problem)
        self.picture = button(self.tr("Đọc mã QR từ ảnh…"), name="enrol-picture")
        self.picture.setToolTip(self.tr("Tệp ảnh của phiếu ghi danh do tỉnh cấp; hoặc kéo ảnh vào đây."))
        self.picture.clicked.connect(self._ask_picture)
        self.authority = button(self.tr("Chọn chứng thư riêng của tỉnh…"), name="enrol-authority")
        self.authority.clicked.connect(self._ask_authority)
        self.authority.hide()
        self.box.addWidget(self.authority)
        self.box.addLayout(row(self.picture, None, self.enrol))
        self.setAcceptDrops(True)
        self._check()

    def _take_link(self, typed: str) -> None:
        """The whole link, pasted into either line, fills both; typing never makes one by chance."""
        if link := read_enrolment_link(typed):
            self.server.setText(link[0])
            self.code.setText(link[1])

    def _ask_picture(self) -> None:
        kinds = self.tr("Ảnh (*.png *.jpg *.jpeg *.bmp)")
        if chosen := ask.open_paths(self, self.tr("Đọc mã QR từ ảnh"), kinds):
            self.read_picture(chosen[0])

    def read_picture(self, path: Path) -> None:
        """Fill in address and code from a picture of the enrolment sheet."""
        link = read_enrolment_link(qr_picture.read(path) or "")
        self._problem.setVisible(link is None)
        if link is None:
            self._problem.setText(self.tr("Không thấy mã ghi danh trong ảnh này. Hãy gõ địa chỉ và mã trên phiếu."))
            return
        self.server.setText(link[0])
        self.code.setText(link[1])
        self.enrol.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture file may be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the picture that was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.read_picture(Path(url.toLocalFile()))
                return

    def _check(self) -> None:
        self.enrol.setEnabled(all(one_line(line.text()) for line in (self.server, self.code, self.name)))

    def _enrol(self) -> None:
        if not self.enrol.isEnabled():
            return
        self.enrol.setEnabled(False)
        self.enrol.setText(self.tr("Đang đăng ký…"))
        self._problem.hide()
        server, code, name = (one_line(line.text()) for line in (self.server, self.code, self.name))
        jobs = self._office.jobs
        jobs.work(lambda: exchange.enrol(jobs.run_unit, server, code, name), self._enrolled, self._failed)

    def _enrolled(self, changes: Changes) -> None:
        self.enrol.setText(self.tr("Đăng ký máy này"))
        self.code.clear()
        self._office.jobs.write(numbering.want, _kept)  # its first exchange brings it numbers to give
        self._office.changed.emit(changes)
        self._office.said.emit(self.tr("Tỉnh đã nhận máy này."))

    def _failed(self, error: BaseException) -> None:
        self.enrol.setText(self.tr("Đăng ký máy này"))
        self._check()
        self._problem.setText(texts.error(error))
        self._problem.show()
        if isinstance(error, OcopError) and error.code == "sync.certificate.unknown":
            self.authority.show()
        if not isinstance(error, OcopError):
            ask.show_error(error, self)

    def _ask_authority(self) -> None:
        kinds = self.tr("Chứng thư (*.crt *.cer *.pem *.der);;Mọi tệp (*)")
        if chosen := ask.open_paths(self, self.tr("Chọn chứng thư riêng của tỉnh"), kinds):
            trust = partial(exchange.trust_authority, path=chosen[0])
            self._office.jobs.write(trust, lambda _changes: self._enrol(), self._failed)


def _kept(_nothing: None) -> None:
    """Nothing to show."""
