"""Nhập từ Excel in three steps: the file, what its columns are, what would come of it. Nothing is written before the end."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop import paths
from ocop_desktop.actions.lists import bringing, marking, reading, undoing
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.actions.lists.reading import Opened
from ocop_desktop.actions.lists.undoing import LastImport
from ocop_desktop.domain.lists.columns import Kind
from ocop_desktop.domain.text import show_count, show_date
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Combo, Tick
from ocop_desktop.ui.lists import words
from ocop_desktop.ui.lists.columns_page import ColumnsPage
from ocop_desktop.ui.plain_table import Cell, PlainTable
from ocop_desktop.ui.widgets import button, row, text

_FILE, _COLUMNS, _CHECK = range(3)


@dataclass(frozen=True)
class _Looked:
    """What an import would do, or did."""

    opened: Opened
    keys: tuple[str, ...]
    taken: Taken

    @property
    def changes(self) -> object:
        """What the window is told."""
        return self.taken.changes


class ImportDialog(QDialog):
    """Brings a list of products, producers or dossiers in. ``kind``: the one that is offered first."""

    imported = Signal(object)
    """What was taken, once it is written."""
    _step = Signal(object, object)

    def __init__(self, office: OfficeContext, parent: QWidget | None = None, *, kind: Kind = "products") -> None:
        super().__init__(parent)
        self.setObjectName("lists.import")
        self.setWindowTitle(self.tr("Nhập từ Excel"))
        frame = parent.window().size() if parent is not None else QSize(1366, 768)
        self.resize(min(860, frame.width() - 30), min(560, frame.height() - 30))
        self._office = office
        self._opened: Opened | None = None
        self._looked: _Looked | None = None
        self._halt = threading.Event()
        self._title = text("", "title")
        self._lead = text("", "quiet", wrap=True)
        self._stack = QStackedWidget()
        self._columns = ColumnsPage()
        for page in (self._file_page(kind), self._columns, self._check_page()):
            self._stack.addWidget(page)
        self._problem = text("", "problem", wrap=True)
        self._problem.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._back = button(self.tr("Quay lại"), name="lists.back")
        self._back.clicked.connect(self._go_back)
        self._next = button("", primary=True, name="lists.next")
        self._next.clicked.connect(self._go_on)
        self._next.setAutoDefault(True)
        self._copy = button(self.tr("Ghi bản sao có kết quả từng dòng"), name="lists.copy")
        self._copy.clicked.connect(self._save_copy)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(self._title)
        box.addWidget(self._lead)
        box.addWidget(self._stack, 1)
        box.addWidget(self._problem)
        box.addWidget(self._bar)
        box.addLayout(row(self._copy, None, self._back, self._next))
        self._step.connect(self._show_step)
        self._show(_FILE)

    # The three pages

    def _file_page(self, kind: Kind) -> QWidget:
        page = QWidget()
        self._kind = Combo()
        self._kind.setObjectName("lists.kind")
        self._kind.addItem(self.tr("Danh sách sản phẩm (kèm chủ thể, công nhận)"), "products")
        self._kind.addItem(self.tr("Danh sách chủ thể"), "producers")
        self._kind.addItem(self.tr("Danh sách hồ sơ (mỗi dòng là một hồ sơ đã nhận)"), "dossiers")
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._kind.setAccessibleName(self.tr("Danh sách gì"))
        self._everywhere = Tick(self.tr("Nhập cả dòng ghi xã, tỉnh khác, về đơn vị của máy này"))
        self._everywhere.setObjectName("lists.everywhere")
        sample = button(self.tr("Dùng danh sách mẫu kèm chương trình"), name="lists.sample")
        sample.clicked.connect(self._take_sample)
        help_ = self.tr(
            "Giữ tệp như văn phòng đang dùng: dòng tiêu đề, ô gộp, dòng huyện, xã, dòng cộng đều được hiểu. "
            "Công thức lấy giá trị đã lưu; liên kết tới tệp khác không được mở."
        )
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 6, 0, 0)
        box.setSpacing(12)
        box.addWidget(text(self.tr("Danh sách gì"), "strong"))
        box.addWidget(self._kind)
        box.addWidget(self._everywhere)
        box.addWidget(text(help_, "quiet", wrap=True))
        box.addLayout(row(sample, None))
        box.addStretch(1)
        self._before = text("", "quiet", wrap=True)
        self._undo = button(self.tr("Hoàn tác lần nhập này"), name="lists.undo")
        self._undo.clicked.connect(self._ask_undo)
        self._undo.hide()
        before = row(self._before, self._undo)
        before.setStretch(0, 1)
        box.addLayout(before)
        self._office.jobs.read(undoing.last, self._show_last)
        return page

    def _show_last(self, last: LastImport | None) -> None:
        self._undo.setVisible(last is not None)
        self._before.setVisible(last is not None)
        if last is not None:
            at = last.at.astimezone()
            said = self.tr("Lần nhập gần nhất: {name}, {day} lúc {time}, {count} bản ghi mới, chưa gửi tỉnh.")
            self._before.setText(
                said.format(name=last.name, day=show_date(at.date()), time=f"{at:%H:%M}", count=show_count(last.count))
            )

    def _ask_undo(self) -> None:
        words_ = self.tr(
            "{what}\n\nMọi chủ thể, sản phẩm, hồ sơ do lần nhập này tạo ra được gỡ cùng một lượt. Nếu đã có ai sửa hay dùng "
            "một bản ghi trong đó thì không gỡ gì cả."
        ).format(what=self._before.text())
        if ask.confirm(self, self.tr("Hoàn tác lần nhập"), words_, self.tr("Hoàn tác")):
            self._office.jobs.write(undoing.undo, self._undone, self._refused)

    def _undone(self, _changes: object) -> None:
        self._office.said.emit(self.tr("Đã hoàn tác lần nhập."))
        self._show_last(None)

    def _check_page(self) -> QWidget:
        page = QWidget()
        self._counts = text("", "strong", wrap=True)
        self._counts.setObjectName("lists.counts")
        self.table = PlainTable("lists.rows", ("", "", ""), (80, 110, 620))
        self.table.setAccessibleName(self.tr("Kết quả từng dòng"))
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._counts)
        box.addWidget(self.table, 1)
        return page

    def _show(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self._say("")
        self._copy.setVisible(page == _CHECK)
        titles = (self.tr("1. Chọn tệp"), self.tr("2. Cột nào là gì"), self.tr("3. Kiểm tra rồi nhập"))
        self._title.setText(titles[page])
        if page == _FILE:
            self._lead.setText(self.tr("Chưa có gì được ghi cho tới khi bấm Nhập ở bước 3."))
            self._next.setText(self.tr("Chọn tệp"))
            self._back.setText(self.tr("Đóng"))
            self._kind.setFocus()
        elif page == _COLUMNS:
            self._next.setText(self.tr("Kiểm tra"))
            self._back.setText(self.tr("Quay lại"))
        self._next.setEnabled(True)

    def _go_back(self) -> None:
        page = self._stack.currentIndex()
        if self._bar.isVisible():
            self._halt.set()
        elif page == _FILE:
            self.reject()
        else:
            self._show(page - 1)

    def _go_on(self) -> None:
        page = self._stack.currentIndex()
        if page == _FILE:
            kinds = self.tr("Bảng (*.xlsx *.csv)")
            for file in ask.open_paths(self, self.tr("Chọn danh sách"), kinds)[:1]:
                self.read(file)
        elif page == _COLUMNS:
            self._look()
        else:
            self._write()

    def reject(self) -> None:
        """Close; work under way is stopped and leaves nothing."""
        self._halt.set()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._halt.set()
        super().closeEvent(event)

    # 1: the file

    def _take_sample(self) -> None:
        self._everywhere.setChecked(True)
        self.read(paths.resources() / "samples" / "san-pham-ocop.csv")

    def read(self, file: Path) -> None:
        """Read a file and show its columns."""
        self._next.setEnabled(False)
        kind = self._kind.currentData()
        self._office.jobs.read(partial(_open, file=file, kind=kind), self._read, self._refused)

    def _read(self, opened: Opened) -> None:
        self._opened = opened
        listed = opened.listed
        said = self.tr("{name}: {count} dòng dưới dòng tiêu đề số {head}.").format(
            name=opened.file.name, count=show_count(len(listed.lines)), head=listed.head_row
        )
        if opened.known:
            said += " " + self.tr("Các cột lấy như lần trước.")
        if listed.hidden:
            said += " " + self.tr("{count} dòng đang ẩn trong tệp cũng được nhập.").format(
                count=show_count(listed.hidden)
            )
        if listed.old_font:
            said += " " + texts.sentence("import.old_font", {})
        self._lead.setText(said)
        self._show(_COLUMNS)
        self._columns.show_file(opened)

    # 2: the columns, 3: what comes of it

    def _look(self) -> None:
        assert self._opened is not None
        task = partial(
            _take,
            opened=self._opened,
            keys=self._columns.keys(),
            everywhere=self._everywhere.isChecked(),
            told=self._told,
            dry=True,
        )
        self._begin()
        self._office.jobs.read(task, self._looked_at, self._refused)

    def _looked_at(self, looked: _Looked) -> None:
        self._end()
        self._looked = looked
        taken = looked.taken
        self._show(_CHECK)
        self._back.setText(self.tr("Quay lại"))
        counts = self.tr("{made} mới, {added} thêm vào, {known} đã có, {refused} chưa nhập, {passed} bỏ qua").format(
            **{did: show_count(taken.count(did)) for did in ("made", "added", "known", "refused", "passed")}
        )
        self._counts.setText(counts)
        kinds = self._made(looked)
        if taken.claims:
            kinds += " " + self.tr("{count} hạng sao được giữ kèm sản phẩm, chờ ghi công nhận.").format(
                count=show_count(taken.claims)
            )
        self._lead.setText(kinds)
        order = {"refused": 0, "made": 1, "added": 1, "known": 2, "passed": 3}
        shown = sorted(taken.rows, key=lambda each: (order[each.did], not each.remarks, each.row))
        cells = []
        for each in shown:
            said, tone = words.did(each)
            first, *rest = [words.remark(one) for one in each.remarks] or [""]
            tip = "\n".join((first, *rest))
            cells.append((Cell(str(each.row)), Cell(said, "", tone or ""), Cell(first, "  ".join(rest), tip=tip)))
        self.table.show_rows((self.tr("Dòng"), self.tr("Kết quả"), self.tr("Cần biết")), cells)
        new = taken.count("made") + taken.count("added")
        self._next.setText(self.tr("Nhập {count} dòng").format(count=show_count(new)))
        self._next.setEnabled(bool(new))
        (self._next if new else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        assert self._looked is not None
        looked = self._looked
        task = partial(
            _take,
            opened=looked.opened,
            keys=looked.keys,
            everywhere=self._everywhere.isChecked(),
            told=self._told,
            dry=False,
        )
        self._begin()
        self._office.jobs.write(task, self._written, self._refused)

    def _written(self, looked: _Looked) -> None:
        self._end()
        taken = looked.taken
        said = self.tr("Đã nhập: {what}").format(what=self._made(looked))
        if taken.numbered:
            said += " " + self.tr("{count} hồ sơ được cấp số.").format(count=show_count(taken.numbered))
        self._office.said.emit(said)
        self.imported.emit(taken)
        self.accept()

    def _made(self, looked: _Looked) -> str:
        taken = looked.taken
        if looked.opened.kind == "dossiers":
            words_ = self.tr("{dossiers} hồ sơ, {producers} chủ thể.")
        else:
            words_ = self.tr("{products} sản phẩm, {producers} chủ thể, {recognitions} công nhận.")
        counts = {name: getattr(taken, name) for name in ("dossiers", "products", "producers", "recognitions")}
        return words_.format(**{name: show_count(count) for name, count in counts.items()})

    def _save_copy(self) -> None:
        assert self._looked is not None
        source = self._looked.opened.file
        ending = ".xlsx" if source.suffix.lower() == ".xlsx" else ".csv"
        name = f"{source.stem} - kết quả nhập{ending}"
        out = ask.save_path(self, self.tr("Ghi bản sao"), name, self.tr("Bảng (*{ending})").format(ending=ending))
        if out is not None:
            task = partial(marking.mark, self._looked.opened, self._looked.taken, out)
            self._office.jobs.work(task, self._copied, self._refused)

    def _copied(self, _done: object) -> None:
        self._say(self.tr("Đã ghi bản sao. Tệp gốc giữ nguyên."))

    # Progress

    def _begin(self) -> None:
        self._halt.clear()
        self._say("")
        self._next.setEnabled(False)
        self._back.setText(self.tr("Dừng"))
        self._bar.setRange(0, 0)
        self._bar.show()

    def _end(self) -> None:
        self._bar.hide()
        self._next.setEnabled(True)
        self._back.setText(self.tr("Quay lại"))

    def _told(self, done: int, of: int) -> None:
        """Called on the lane that works."""
        if self._halt.is_set():
            raise Refused("import.stopped")
        self._step.emit(done, of)

    def _show_step(self, done: object, of: object) -> None:
        self._bar.setRange(0, int(str(of)))
        self._bar.setValue(int(str(done)))

    def _refused(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Refused):
            self._say(texts.error(error))
        else:
            ask.show_error(error, self)

    def _say(self, said: str) -> None:
        self._problem.setText(said)
        self._problem.setVisible(bool(said))


def offer_import(_checked: object = None, *, office: OfficeContext, parent: QWidget, kind: Kind = "products") -> None:
    """Open the steps over a page."""
    dialog = ImportDialog(office, parent, kind=kind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _open(db: Db, *, file: Path, kind: Kind) -> Opened:
    return reading.open_list(db, file, kind)


def _take(
    db: Db, *, opened: Opened, keys: tuple[str, ...], everywhere: bool, told: reading.Progress, dry: bool
) -> _Looked:
    if not dry:
        reading.remember(db, opened, keys)
    return _Looked(opened, keys, bringing.take(db, opened, keys, dry_run=dry, everywhere=everywhere, progress=told))
