"""Cài đặt › Sao lưu: when the last copy was made, where the second one goes, a drill, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ocop_desktop.actions import care
from ocop_desktop.actions.care import Care
from ocop_desktop.errors import OcopError
from ocop_desktop.storage.backups import Checked, Copy
from ocop_desktop.storage.restoring import Difference
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.care import words
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, PageScroll, button, column, link, row, text

WIDTH = 860


class BackupSection(PageScroll):
    """The copies of this database, and what can be done with them."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._care: Care | None = None
        self._busy = False
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(self._state_card())
        self.box.addWidget(self._second_card())
        self.box.addWidget(self._list_card())
        self.box.addStretch(1)
        self._enable()

    def _state_card(self) -> Card:
        card = Card(self.tr("Sao lưu"))
        card.setMaximumWidth(WIDTH)
        self._last = text("", wrap=True)
        self._last.setObjectName("backup-last")
        self._drilled = text("", "quiet", wrap=True)
        self._drilled.setObjectName("backup-drilled")
        self._now = button(self.tr("Sao lưu ngay"), primary=True, name="backup-now")
        self._now.clicked.connect(self._back_up)
        line = row(column(self._last, self._drilled, spacing=2), self._now)
        line.setStretch(0, 1)
        card.box.addLayout(line)
        note = self.tr(
            "Mỗi ngày một bản, có cả tệp minh chứng, được mã hóa như dữ liệu gốc: mở bằng cùng câu mật khẩu hoặc khóa khôi phục."
        )
        card.box.addWidget(text(note, "small", wrap=True))
        return card

    def _second_card(self) -> Card:
        card = Card(self.tr("Bản thứ hai trên USB hoặc ổ đĩa khác"))
        card.setMaximumWidth(WIDTH)
        self._second = text("", wrap=True)
        self._second.setObjectName("backup-second")
        self._choose = button(self.tr("Chọn thư mục…"), name="backup-choose")
        self._choose.clicked.connect(self._choose_second)
        self._none = link(self.tr("Thôi dùng"), "backup-none")
        self._none.clicked.connect(lambda: self._set_second(None))
        line = row(self._second, self._none, self._choose)
        line.setStretch(0, 1)
        card.box.addLayout(line)
        return card

    def _list_card(self) -> Card:
        card = Card(self.tr("Các bản sao"))
        card.setMaximumWidth(WIDTH)
        self._list = QListWidget()
        self._list.setObjectName("backup-list")
        self._list.setAccessibleName(self.tr("Các bản sao"))
        self._list.setMinimumHeight(150)
        self._list.currentRowChanged.connect(self._enable)
        self._said = text("", "quiet", wrap=True)
        self._said.setObjectName("backup-said")
        self._check = button(self.tr("Mở thử"), name="backup-check")
        self._check.setToolTip(self.tr("Mở bản sao và đọc lại từng trang, từng tệp, như khi khôi phục thật"))
        self._check.clicked.connect(self._drill)
        self._restore = button(self.tr("Khôi phục từ bản này…"), name="backup-restore")
        self._restore.clicked.connect(self._look_before)
        card.box.addWidget(self._list)
        line = row(self._said, self._check, self._restore)
        line.setStretch(0, 1)
        card.box.addLayout(line)
        return card

    def refresh(self) -> None:
        """Read the copies again."""
        self._office.jobs.read(care.care, self._show)

    def _show(self, state: Care) -> None:
        self._care = state
        last = state.last
        if last is None:
            self._last.setText(self.tr("Chưa có bản sao nào."))
        else:
            self._last.setText(
                self.tr("Bản mới nhất: {moment} · {contents}").format(
                    moment=words.moment(last), contents=words.contents(last)
                )
            )
        if not state.checked_at:
            self._drilled.setText(self.tr("Chưa mở thử bản nào. Nên mở thử mỗi tháng một lần."))
        elif state.broken:
            self._drilled.setText(
                self.tr("Mở thử {moment}: {count} tệp không còn nguyên. Hãy sao lưu lại.").format(
                    moment=texts.day_and_hour(state.checked_at), count=state.broken
                )
            )
        else:
            self._drilled.setText(self.tr("Mở thử {moment}: tốt.").format(moment=texts.day_and_hour(state.checked_at)))
        self._show_second(state)
        chosen = self._list.currentRow()
        self._list.clear()
        for copy in state.copies:
            place = self.tr("ổ đĩa khác") if copy.elsewhere else self.tr("máy này")
            line = f"{words.moment(copy)}   {words.why(copy.note.why)} · {place} · {words.contents(copy)}"
            self._list.addItem(QListWidgetItem(line))
        self._list.setCurrentRow(min(max(chosen, 0), self._list.count() - 1))
        self._enable()

    def _show_second(self, state: Care) -> None:
        self._none.setVisible(state.second is not None)
        if state.second is None:
            self._second.setText(
                self.tr("Chưa chọn. Ổ đĩa của máy hỏng thì bản sao trên máy cũng mất; hãy chọn một USB cất riêng.")
            )
        elif state.second_present:
            self._second.setText(self.tr("{folder}: đang có, sao lưu mỗi ngày.").format(folder=str(state.second)))
        else:
            self._second.setText(
                self.tr("{folder}: chưa thấy. Cắm USB vào thì bản sao tự chép.").format(folder=str(state.second))
            )

    def _enable(self) -> None:
        chosen = self._list.currentRow() >= 0
        self._now.setEnabled(not self._busy)
        self._check.setEnabled(chosen and not self._busy)
        self._restore.setEnabled(chosen and not self._busy)

    def _chosen(self) -> Copy | None:
        number = self._list.currentRow()
        return self._care.copies[number] if self._care and 0 <= number < len(self._care.copies) else None

    def _start(self, words_: str) -> None:
        self._busy = True
        self._said.setText(words_)
        self._enable()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        self._enable()
        if isinstance(error, OcopError):
            self._said.setText(texts.error(error))
        else:
            self._office.jobs.failed.emit(error)

    def _back_up(self) -> None:
        path, key = self._office.database, self._office.key()
        self._start(self.tr("Đang sao lưu. Cứ làm việc tiếp."))
        self._office.jobs.work(lambda: care.back_up(path, key), self._backed_up, self._failed)

    def _backed_up(self, made: list[Copy]) -> None:
        self._busy = False
        self._said.setText(self.tr("Đã sao lưu {count} bản.").format(count=len(made)))
        self.refresh()

    def _choose_second(self) -> None:
        folder = ask.folder(self, self.tr("Thư mục cho bản sao thứ hai"))
        if folder is not None:
            self._set_second(folder)

    def _set_second(self, folder: object) -> None:
        from pathlib import Path

        chosen = folder if isinstance(folder, Path) else None
        self._office.jobs.write(lambda db: care.choose_second(db, chosen), lambda _: self.refresh(), self._failed)

    def _drill(self) -> None:
        copy = self._chosen()
        if copy is None:
            return
        key = self._office.key()
        self._start(self.tr("Đang mở thử…"))

        def done(checked: Checked) -> None:
            self._drilled_now(copy, checked)

        self._office.jobs.work(lambda: care.drill(copy, key), done, self._failed)

    def _drilled_now(self, copy: Copy, checked: Checked) -> None:
        self._busy = False
        if checked.broken:
            said = self.tr("{count} tệp minh chứng trong bản này không còn nguyên; phần còn lại tốt.").format(
                count=len(checked.broken)
            )
        else:
            said = self.tr("Mở được: {records} mục, {files} tệp, đọc đến byte cuối.").format(
                records=checked.records, files=checked.files
            )
        self._said.setText(said)
        self._office.jobs.write(lambda db: care.note_drill(db, copy, checked), lambda _: self.refresh())

    def _look_before(self) -> None:
        copy = self._chosen()
        if copy is None:
            return
        key = self._office.key()

        def ask_person(found: Difference) -> None:
            self._ask(copy, found)

        self._office.jobs.read(lambda db: care.preview(db, copy, key), ask_person, self._failed)

    def _ask(self, copy: Copy, found: Difference) -> None:
        said = [
            self.tr("Bản sao lúc {moment} có {there} hồ sơ; máy đang có {here}.").format(
                moment=words.moment(copy), there=found.there, here=found.here
            )
        ]
        if found.only_here:
            said.append(self.tr("{count} hồ sơ nhận sau lúc đó không có trong bản sao.").format(count=found.only_here))
        if found.changed:
            said.append(self.tr("{count} hồ sơ đã sửa sau lúc đó sẽ trở về như cũ.").format(count=found.changed))
        if found.unsent:
            said.append(self.tr("{count} thay đổi ở máy này chưa gửi tỉnh.").format(count=found.unsent))
        said.append(self.tr("Dữ liệu đang có được sao lại trước và giữ trong danh sách này."))
        if ask.confirm(self, self.tr("Khôi phục"), "\n".join(said), self.tr("Khôi phục")):
            self._office.restore_requested.emit(copy)
