"""What stands in place of the office while a copy is brought back, or when the database does not open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ocop_desktop.actions import care
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage.backups import Checked, Copy
from ocop_desktop.storage.db import Key
from ocop_desktop.storage.salvage import Salvaged
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.care import words
from ocop_desktop.ui.entrance import Entrance, EntrancePage
from ocop_desktop.ui.widgets import button, column, link, row, text

MOST_NAMED = 12


class Mending(EntrancePage):
    """Three ways: bring back a copy, read out what is whole, or leave everything as it is and ask for help."""

    done = Signal()
    """The office can be opened again, or the person went back."""

    def __init__(self, entrance: Entrance, key: Key, problem: OcopError | None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("mending")
        self._entrance, self._key = entrance, key
        self._copies: list[Copy] = []
        title = self.tr("Cơ sở dữ liệu không mở được") if problem else self.tr("Đang khôi phục")
        self._said = text(texts.error(problem) if problem else "", "", wrap=True)
        self._said.setObjectName("mending-said")
        self._list = QListWidget()
        self._list.setObjectName("mending-copies")
        self._list.setAccessibleName(self.tr("Các bản sao"))
        self._list.setMinimumHeight(150)
        self._restore = button(self.tr("Khôi phục từ bản này"), primary=True, name="mending-restore")
        self._restore.clicked.connect(self._restore_chosen)
        self._salvage = button(self.tr("Cứu phần còn đọc được"), name="mending-salvage")
        self._salvage.clicked.connect(self._read_out)
        self._other = link(self.tr("Bản sao ở nơi khác…"), "mending-other")
        self._other.clicked.connect(self._point_to)
        self._back = link(self.tr("Để nguyên, quay lại"), "mending-back")
        self._back.clicked.connect(self.done)
        self.card.box.addLayout(column(text(title, "title"), self._said, spacing=4))
        self._choices = QWidget()
        self._choices.setLayout(
            column(
                self._list,
                row(self._other, None, self._salvage, self._restore),
                text(self.tr("Tệp hỏng được giữ nguyên bên cạnh, không bị xóa."), "small", wrap=True),
                spacing=8,
            )
        )
        self.card.box.addWidget(self._choices)
        self.card.box.addLayout(row(self._back, None))
        self._choices.setVisible(problem is not None)
        self._back.setVisible(problem is not None)
        if problem is not None:
            self._look(lambda: care.copies_for_rescue(entrance.database))

    def restore(self, copy: Copy) -> None:
        """Bring back a copy chosen elsewhere."""
        self._work(self.tr("Đang khôi phục bản {moment}…").format(moment=words.moment(copy)))
        database, key = self._entrance.database, self._key
        self._entrance.jobs.work(lambda: care.restore(database, key, copy), self._restored, self._failed)

    def _look(self, find: Callable[[], list[Copy]]) -> None:
        self._entrance.jobs.work(find, self._show, self._nothing_found)

    def _show(self, copies: list[Copy]) -> None:
        self._copies = copies
        self._list.clear()
        for copy in copies:
            self._list.addItem(
                QListWidgetItem(f"{words.moment(copy)}   {words.why(copy.note.why)} · {words.contents(copy)}")
            )
        self._list.setCurrentRow(0)
        self._restore.setEnabled(bool(copies))

    def _nothing_found(self, error: BaseException) -> None:
        self._restore.setEnabled(bool(self._copies))
        if isinstance(error, Refused):
            self._list.clear()
            self._list.addItem(QListWidgetItem(texts.error(error)))
            self._copies = []
            self._restore.setEnabled(False)
        else:
            ask.show_error(error, self)

    def _point_to(self) -> None:
        folder = ask.folder(self, self.tr("Thư mục có bản sao"))
        if folder is not None:
            database = self._entrance.database
            self._look(lambda: care.copies_for_rescue(database, folder))

    def _restore_chosen(self) -> None:
        number = self._list.currentRow()
        if 0 <= number < len(self._copies):
            self.restore(self._copies[number])

    def _read_out(self) -> None:
        self._work(self.tr("Đang đọc những gì còn nguyên…"))
        database, key = self._entrance.database, self._key
        self._entrance.jobs.work(lambda: care.salvage(database, key), self._read, self._failed)

    def _work(self, said: str) -> None:
        self._said.setText(said)
        self._choices.setEnabled(False)
        self._back.hide()

    def _restored(self, checked: Checked) -> None:
        if checked.broken:
            ask.tell(
                self.window(),
                self.tr("Khôi phục"),
                self.tr("Đã khôi phục. {count} tệp minh chứng không còn nguyên, hãy đính kèm lại.").format(
                    count=len(checked.broken)
                ),
            )
        self.done.emit()

    def _read(self, found: Salvaged) -> None:
        lost = sum(each.rows for each in found.lost if each.table == "record")
        said = [
            self.tr("Đã cứu {rows} dòng. Không đọc được {lost} mục, {copied} mục lấy từ bản sao.").format(
                rows=found.rows, lost=lost, copied=found.from_copy
            )
        ]
        if found.dossiers:
            said.append(self.tr("Hồ sơ bị mất (lần đồng bộ tới sẽ lấy lại nếu tỉnh đã có):"))
            said += [f"- {product} ({producer})" for product, producer in found.dossiers[:MOST_NAMED]]
        ask.tell(self.window(), self.tr("Cứu dữ liệu"), "\n".join(said))
        self.done.emit()

    def _failed(self, error: BaseException) -> None:
        self._choices.setEnabled(True)
        self._choices.show()
        self._back.show()
        if isinstance(error, OcopError):
            self._said.setText(texts.error(error))
        else:
            ask.show_error(error, self)
        if not self._copies:
            database = self._entrance.database
            self._look(lambda: care.copies_for_rescue(database))
