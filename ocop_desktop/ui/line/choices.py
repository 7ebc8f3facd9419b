"""What the officer may set about the line: going by itself, files later, whose files first."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from ocop_desktop.actions import exchange
from ocop_desktop.actions.exchange import Exchange, ExchangeRow
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import column, link, row, text


class LineChoices(QWidget):
    """One row under the steps; hidden until this PC is enrolled."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("line-choices")
        self._office = office
        self._row: ExchangeRow | None = None
        self._first = ""
        self.automatic = QCheckBox(self.tr("Tự đồng bộ khi có mạng"))
        self.automatic.setObjectName("sync-automatic")
        self.automatic.setToolTip(
            self.tr("Chỉ khi không ai đang gõ; không tự làm trên mạng tính tiền theo dung lượng.")
        )
        self.automatic.clicked.connect(self._set_automatic)
        self.later = QCheckBox(self.tr("Để tệp minh chứng lại sau"))
        self.later.setObjectName("files-later")
        self.later.setToolTip(self.tr("Hồ sơ vẫn được gửi. Bỏ chọn để gửi tiếp tệp, từ đúng chỗ đang dở."))
        self.later.clicked.connect(self._set_later)
        self.first = link(self.tr("Gửi tệp của hồ sơ đang chọn trước"), "files-first")
        self.first.clicked.connect(self._send_first)
        self._note = text("", "warning", wrap=True)
        self._note.setObjectName("waits-long")
        self._note.hide()
        box = column(row(self.automatic, self.later, self.first, None, spacing=22), self._note, spacing=4)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        self.hide()
        self.choose(None)

    def take(self, state: Exchange) -> None:
        """Show what is set."""
        self.setVisible(bool(state.server))
        self.automatic.setChecked(state.automatic)
        self.later.setChecked(state.files_paused)
        self._first = state.first
        self._note.setVisible(bool(state.waits_long))
        words = self.tr(
            "{count} nội dung đã chờ ở tỉnh hơn 5 ngày, vì hồ sơ mà chúng thuộc về vẫn nằm ở máy khác. "
            "Hãy đồng bộ máy kia."
        )
        self._note.setText(words.format(count=state.waits_long))
        self.choose(self._row)

    def choose(self, row_: ExchangeRow | None) -> None:
        """The row the keyboard stands on."""
        self._row = row_
        lacks = row_ is not None and row_.files_done < row_.files_total
        self.first.setVisible(lacks)
        done = lacks and row_ is not None and row_.dossier == self._first
        self.first.setEnabled(not done)
        self.first.setText(
            self.tr("Tệp của hồ sơ này được gửi trước") if done else self.tr("Gửi tệp của hồ sơ đang chọn trước")
        )

    def _set_automatic(self, wanted: bool) -> None:
        self._office.jobs.write(partial(exchange.set_automatic, wanted=wanted))

    def _set_later(self, paused: bool) -> None:
        self._office.jobs.write(partial(exchange.pause_files, paused=paused))

    def _send_first(self) -> None:
        if self._row is not None:
            self._office.jobs.write(partial(exchange.send_first, dossier=self._row.dossier))
