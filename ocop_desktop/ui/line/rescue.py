"""Cứu dữ liệu: this PC was taken off the province's list; what it still holds goes to a stick and, with a line, to the
province's rescue area, where a person looks at it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ocop_desktop.actions import stick
from ocop_desktop.actions.exchange import Exchange
from ocop_desktop.actions.stick import Exported
from ocop_desktop.domain.text import show_count, show_size
from ocop_desktop.errors import OcopError
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, button, row, text


class RescueCard(Card):
    """Shown when the province no longer knows this PC. Nothing is ever thrown away."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("rescue")
        self._office = office
        self._waiting = ""
        self.save = button(self.tr("Cứu dữ liệu…"), primary=True, name="rescue-save")
        self.save.clicked.connect(self._ask_where)
        self._words = text("", wrap=True)
        self._words.setObjectName("rescue-words")
        line = row(self._words, self.save)
        line.setStretch(0, 1)
        self.box.addWidget(text(self.tr("Tỉnh đã gỡ máy này khỏi danh sách"), "heading"))
        self.box.addLayout(line)
        self.hide()

    def take(self, state: Exchange) -> None:
        """Show the card when it is needed; what came of a rescue stays until then."""
        if self.isHidden() and state.withdrawn:
            words = self.tr(
                "Mọi thứ vẫn ở máy này: {records} nội dung và {files} tệp ({size}) tỉnh chưa có. Bấm Cứu dữ liệu để ghi vào một "
                "gói kín ra USB; có mạng thì gói được gửi thẳng vào khu cứu hộ của tỉnh. Rồi liên hệ văn phòng OCOP tỉnh."
            )
            self._words.setText(
                words.format(
                    records=show_count(state.waiting_records),
                    files=show_count(state.waiting_files),
                    size=show_size(state.waiting_bytes),
                )
            )
        self.setVisible(state.withdrawn)

    def _ask_where(self) -> None:
        self._office.jobs.read(stick.suggested_name, self._save)

    def _save(self, name: str) -> None:
        path = ask.save_path(self, self.tr("Cứu dữ liệu"), name, self.tr("Gói OCOP (*.ocop)"))
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the package to this place and offer it to the province."""
        self.save.setEnabled(False)
        self._words.setText(self.tr("Đang ghi gói cứu dữ liệu. Đừng rút USB."))
        jobs = self._office.jobs
        jobs.work(lambda: stick.rescue(jobs.run_unit, path), self._saved, self._failed)

    def _saved(self, done: tuple[Exported, bool]) -> None:
        made, sent = done
        self.save.setEnabled(True)
        words = (
            self.tr(
                "Đã ghi {count} nội dung và {files} tệp vào {name} và gửi vào khu cứu hộ của tỉnh. Hãy giữ gói này."
            )
            if sent
            else self.tr(
                "Đã ghi {count} nội dung và {files} tệp vào {name}. Chưa gửi được qua mạng: hãy đưa gói tới tỉnh."
            )
        )
        self._words.setText(
            words.format(count=show_count(made.operations), files=show_count(made.files), name=made.path.name)
        )

    def _failed(self, error: BaseException) -> None:
        self.save.setEnabled(True)
        self._words.setText(texts.error(error))
        if not isinstance(error, OcopError):
            ask.show_error(error, self)
