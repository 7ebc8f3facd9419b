"""In hàng loạt: papers for many dossiers, one after another, with progress; stopping keeps nothing half done."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QProgressBar, QVBoxLayout, QWidget

from ocop_desktop.actions import documents
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.papers import registry
from ocop_desktop.actions.papers.batch import Heap
from ocop_desktop.domain.text import show_count
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.papers import words
from ocop_desktop.ui.widgets import button, row, text

AT_ONCE = 4
"""Papers drawn in one visit to the reader: other reading gets its turn between them."""
USUAL = frozenset({"mau-03"})


class BatchDialog(QDialog):
    """Choose the papers, watch them being drawn, look at them as one PDF."""

    drawn = Signal(object)
    """The ``Paper`` that holds all of them."""

    def __init__(self, office: OfficeContext, dossiers: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch")
        self.setWindowTitle(self.tr("In hàng loạt"))
        self._office = office
        self._dossiers = dossiers
        self._heap: Heap | None = None
        self._stopped = False
        self._folder: Path | None = None
        count = text(self.tr("{count} hồ sơ đã chọn").format(count=show_count(len(dossiers))), "heading")
        why = self.tr("Mỗi hồ sơ một bộ, theo thứ tự đang xem. Công văn, tờ trình và nhãn phong bì gộp cả danh sách.")
        self._boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        half = -(-len(registry.PAPERS) // 2)
        for place, paper in enumerate(registry.PAPERS):
            tick = QCheckBox(words.title(paper.id))
            tick.setObjectName(f"batch.{paper.id}")
            tick.setChecked(paper.id in USUAL)
            tick.toggled.connect(self._choose)
            self._boxes[paper.id] = tick
            grid.addWidget(tick, place % half, place // half)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = text("", "quiet", wrap=True)
        self._said.setObjectName("batch.said")
        self._start = button(self.tr("Xem trước và in"), primary=True, name="batch.start")
        self._start.clicked.connect(self.start)
        self._files = button(self.tr("Lưu từng tệp vào thư mục…"), name="batch.folder")
        self._files.clicked.connect(self.ask_folder)
        self._close = button(self.tr("Đóng"), name="batch.close")
        self._close.clicked.connect(self.stop)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(12)
        for widget in (count, text(why, "quiet", wrap=True)):
            box.addWidget(widget)
        box.addLayout(grid)
        box.addWidget(self._bar)
        box.addWidget(self._said)
        box.addLayout(row(None, self._files, self._start, self._close))
        self._bar.hide()
        self.setMinimumWidth(560)
        self._choose()
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> list[str]:
        """The papers that are ticked, in the order of the registry."""
        return [paper for paper, box in self._boxes.items() if box.isChecked()]

    def ask_folder(self) -> None:
        """Draw them into a folder of the person's choice, each as a file of its own."""
        if folder := ask.folder(self, self.tr("Lưu từng tệp vào thư mục")):
            now = self._office.clock().astimezone()
            self.start(folder=folder / f"ocop-{now:%Y%m%d-%H%M%S}")  # never over files of another time

    def start(self, _checked: bool = False, *, folder: Path | None = None) -> None:
        """Draw them, a few at a time."""
        self._stopped = False
        self._folder = folder
        self._heap = Heap(self._dossiers, self.chosen, folder=folder)
        self._bar.setRange(0, self._heap.whole)
        self._busy(True)
        self._go_on()

    def stop(self) -> None:
        """Stop drawing; when nothing is being drawn, close."""
        if self._heap is None:
            self.reject()
            return
        self._stopped = True
        self._close.setEnabled(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stopped = True
        super().closeEvent(event)

    def reject(self) -> None:
        """Close; what was being drawn is dropped."""
        self._stopped = True
        super().reject()

    def _choose(self) -> None:
        for each in (self._start, self._files):
            each.setEnabled(bool(self.chosen))

    def _busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        for each in (self._start, self._files):
            each.setEnabled(not busy and bool(self.chosen))
        self._close.setEnabled(True)
        self._close.setText(self.tr("Dừng") if busy else self.tr("Đóng"))
        for box in self._boxes.values():
            box.setEnabled(not busy)

    def _go_on(self) -> None:
        assert self._heap is not None
        self._office.jobs.read(partial(_some, self._heap), self._drawn_some, self._failed)

    def _drawn_some(self, heap: Heap) -> None:
        if heap is not self._heap:
            return
        if self._stopped:
            self._heap = None
            self._busy(False)
            if self._folder is None:
                self._said.setText(self.tr("Đã dừng. Chưa có gì được in."))
            else:
                self._kept(heap, self.tr("Đã dừng. {count} tệp đã lưu vẫn ở trong thư mục {folder}."))
            return
        self._bar.setValue(heap.done)
        template = self.tr("Đang vẽ {done} trên {whole} giấy…")
        self._said.setText(template.format(done=show_count(heap.done), whole=show_count(heap.whole)))
        if heap.done < heap.whole:
            self._go_on()
        elif self._folder is not None:
            self._heap = None
            self._busy(False)
            template = self.tr("Đã lưu {count} tệp vào thư mục {folder}.")
            if heap.skipped:
                template = self.tr(
                    "Đã lưu {count} tệp vào thư mục {folder}; {skipped} giấy chưa in được vì hồ sơ chưa đủ điều kiện."
                )
            self._kept(heap, template)
        else:
            self._office.jobs.work(partial(_closed, heap), self._closed, self._failed)

    def _kept(self, heap: Heap, template: str) -> None:
        """Say what stands in the folder, and write it into the print log."""
        count, skipped = show_count(len(heap.files)), show_count(len(heap.skipped))
        folder = self._folder.name if self._folder is not None else ""
        self._said.setText(template.format(count=count, folder=folder, skipped=skipped))
        if heap.papers:
            whole = Paper(name="", title="", data=b"", holds=tuple(heap.papers))
            self._office.jobs.write(partial(documents.note_printed, paper=whole, way="file"))

    def _closed(self, closed: tuple[Heap, Paper]) -> None:
        heap, paper = closed
        if heap is not self._heap:
            return
        self._heap = None
        self._busy(False)
        template = self.tr("Đã vẽ {count} giấy.")
        if heap.skipped:
            template = self.tr("Đã vẽ {count} giấy; {skipped} giấy chưa in được vì hồ sơ chưa đủ điều kiện.")
        self._said.setText(template.format(count=show_count(len(heap.papers)), skipped=show_count(len(heap.skipped))))
        self.drawn.emit(paper)

    def _failed(self, error: BaseException) -> None:
        heap, self._heap = self._heap, None
        self._busy(False)
        self._said.clear()
        if heap is not None and self._folder is not None:
            self._kept(heap, self.tr("Đã dừng. {count} tệp đã lưu vẫn ở trong thư mục {folder}."))
        self._office.jobs.failed.emit(error)


def _some(heap: Heap, db: Db) -> Heap:
    for _ in range(AT_ONCE):
        if heap.done < heap.whole:
            heap.step(db)
    return heap


def _closed(heap: Heap) -> tuple[Heap, Paper]:
    return heap, heap.paper()
