"""Giấy đã ký: drop or pick scans and signed files, or let the scanner's folder bring them; each says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions import paper_check, signed, trust
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.paper_check import Brought
from ocop_desktop.actions.signed import Unsigned
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.signed.paper_row import Paper, PaperRow
from ocop_desktop.ui.signed.scan_folder import SETTING, ScanFolder
from ocop_desktop.ui.signed.sign_dialog import SignDialog
from ocop_desktop.ui.widgets import Card, PageScroll, button, link, row, text

KINDS = "PDF, ảnh quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp);;*.*"
Found = tuple[list[Paper], tuple[Unsigned, ...]]


class SignedPage(PageScroll):
    """A place to drop, the folder, and the list of what came."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signed")
        self.setAcceptDrops(True)
        self._office = office
        self._reading = 0
        self._others: list[Path] = []
        self._rows: list[PaperRow] = []
        self.watch = ScanFolder.of(office)
        self.watch.arrived.connect(self._arrived)
        self.watch.failing.connect(self._folder_failing)
        office.changed.connect(self._changed)
        self._build()

    def _build(self) -> None:
        self._pick = button(self.tr("Chọn tệp…"), primary=True, name="signed.pick")
        self._pick.clicked.connect(self._ask)
        self._choose = button(self.tr("Thư mục của máy quét…"), name="signed.folder")
        self._choose.clicked.connect(self._ask_folder)
        self._stop = link(self.tr("Thôi theo dõi"), "signed.stop")
        self._stop.clicked.connect(self._stop_watching)
        self._folder = text("", "small", wrap=True)
        self._folder.setObjectName("signed.folder_words")
        self._busy = text("", "small")
        bring = Card(self.tr("Đưa bản đã ký vào"))
        words = self.tr(
            "Kéo thả vào đây bản quét (PDF, ảnh) hoặc tệp PDF đã ký số. Chương trình đọc mã ở góc giấy để biết là báo cáo nào, "
            "lần chốt nào. Quét màu, từ 200 dpi, đủ các trang (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II)."
        )
        bring.box.addWidget(text(words, "quiet", wrap=True))
        self._sign = button(self.tr("Ký số…"), name="signed.sign")
        self._sign.clicked.connect(self.show_signing)
        bring.box.addLayout(row(self._pick, self._choose, self._sign, self._busy, None))
        bring.box.addLayout(row(self._folder, self._stop, None))
        self._all = button("", name="signed.all")
        self._all.clicked.connect(self._bind_all)
        self._list = Card(self.tr("Giấy vừa đọc"))
        self._papers = QVBoxLayout()
        self._papers.setSpacing(6)
        self._empty = text(
            self.tr("Chưa có tệp nào. Mọi tệp đưa vào đây đều được kiểm tra trước, chưa gắn gì."), "quiet"
        )
        self._more = link("", "signed.others")
        self._more.clicked.connect(self._show_others)
        self._list.box.addWidget(self._empty)
        self._list.box.addLayout(self._papers)
        self._list.box.addLayout(row(self._all, self._more, None))
        self.box.addWidget(text(self.tr("Giấy đã ký"), "title"))
        self.box.addWidget(bring)
        self.box.addWidget(self._list)
        self.box.addStretch(1)
        self._say()

    def refresh(self) -> None:
        """Take what the folder brought before this page was made."""
        for path in tuple(self.watch.waiting):
            self._arrived(path)
        self._say()
        self._pick.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_signing(self) -> SignDialog:
        """Sign a report or another paper here, with a key of the office."""
        dialog = SignDialog(self._office, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    @property
    def count(self) -> int:
        """How many papers are listed."""
        return len(self._rows)

    # Files come

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.bring([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _ask(self) -> None:
        if paths := ask.open_paths(self, self.tr("Chọn bản quét hoặc tệp đã ký"), KINDS):
            self.bring(paths)

    def bring(self, paths: Sequence[Path], *, quiet: bool = False) -> None:
        """Read these files and say what each is. ``quiet``: those without a code are only counted."""
        self._reading += 1
        self._say()
        self._office.jobs.read(trust.roots, partial(self._read_files, tuple(paths), quiet), self._not_found_out)

    def _read_files(self, paths: tuple[Path, ...], quiet: bool, roots: tuple[bytes, ...]) -> None:
        task = partial(_read_all, paths, roots)
        self._office.jobs.work(task, partial(self._read, quiet), partial(self._failed, paths))

    def _arrived(self, path: object) -> None:
        if isinstance(path, Path):
            if path in self.watch.waiting:
                self.watch.waiting.remove(path)
            self.bring([path], quiet=True)

    def _read(self, quiet: bool, brought: tuple[Brought, ...]) -> None:
        self._office.jobs.read(partial(_find_out, brought=brought), partial(self._show, quiet), self._not_found_out)

    def _show(self, quiet: bool, found: Found) -> None:
        self._reading -= 1
        papers, unsigned = found
        for paper in papers:
            if quiet and paper.ready.finding.code == "paper.no_code":
                self._others += [paper.brought.path] if paper.brought.path else []
                continue
            made = PaperRow(paper, unsigned)
            made.bind_wanted.connect(self._bind)
            made.chosen.connect(self._chosen)
            made.open_wanted.connect(self._open)
            made.closed.connect(self._close)
            self._rows.append(made)
            self._papers.addWidget(made)
        if quiet and papers and not self.isVisible() and self._rows:
            self._office.said.emit(self.tr("Máy quét vừa gửi giấy đã ký: mở trang Giấy đã ký để gắn vào hồ sơ."))
        self._say()

    def _not_found_out(self, error: BaseException) -> None:
        self._reading -= 1
        self._say()
        self._office.jobs.failed.emit(error)

    def _failed(self, paths: Sequence[Path], error: BaseException) -> None:
        self._reading -= 1
        self._say()
        if isinstance(error, OcopError):
            names = ", ".join(path.name for path in paths[:3])
            ask.tell(self, self.tr("Giấy đã ký"), f"{names}\n{texts.error(error)}", warning=True)
        else:
            self._office.jobs.failed.emit(error)

    # Decisions

    def _bind(self, made: object) -> None:
        if isinstance(made, PaperRow) and made.fits:
            action = partial(signed.bind, ready=made.paper.ready)
            self._office.jobs.write(action, partial(self._bound, made), partial(self._not_bound, made))

    def _bind_all(self) -> None:
        for made in self._rows:
            self._bind(made)

    def _bound(self, made: PaperRow, _changes: Changes) -> None:
        made.show_bound()
        self._say()

    def _not_bound(self, made: PaperRow, error: BaseException) -> None:
        if isinstance(error, Refused):
            made.show_problem(texts.error(error))
        else:
            self._office.jobs.failed.emit(error)

    def _chosen(self, made: object, dossier: object) -> None:
        if isinstance(made, PaperRow):
            task = partial(_find_out_one, brought=made.paper.brought, dossier=str(dossier))
            self._office.jobs.read(task, partial(self._show_again, made))

    def _show_again(self, made: PaperRow, paper: Paper) -> None:
        made.show_paper(paper)
        self._say()

    def _open(self, dossier: object) -> None:
        self._office.open_dossier.emit(dossier, None)

    def _close(self, made: object) -> None:
        if isinstance(made, PaperRow) and made in self._rows:
            self._rows.remove(made)
            made.hide()
            made.deleteLater()
            self._say()

    def _show_others(self) -> None:
        others, self._others = self._others, []
        self.bring(others)

    # The folder

    def _ask_folder(self) -> None:
        if folder := ask.folder(self, self.tr("Thư mục của máy quét")):
            self._save_folder(str(folder))

    def _stop_watching(self) -> None:
        self._save_folder(None)

    def _save_folder(self, folder: str | None) -> None:
        self._office.jobs.write(lambda db: office_actions.save_office(db, {SETTING: folder}))

    def _changed(self, changes: Changes) -> None:
        if changes.settings:
            self._say()

    def _folder_failing(self, failing: object) -> None:
        if failing:
            self._folder.setText(texts.error(Refused("signed.no_folder")))
        else:
            self._say()

    def _say(self) -> None:
        folder = self.watch.folder
        watching = self.tr("Đang theo dõi thư mục {folder}: giấy có mã của chương trình tự hiện ở dưới.")
        self._folder.setText(watching.format(folder=folder) if folder else "")
        self._folder.setVisible(folder is not None)
        self._stop.setVisible(folder is not None)
        self._busy.setText(self.tr("Đang đọc…") if self._reading else "")
        self._empty.setVisible(not self._rows)
        fitting = sum(made.fits for made in self._rows)
        self._all.setText(self.tr("Gắn cả {count} bản vào hồ sơ").format(count=fitting))
        self._all.setVisible(fitting > 1)
        self._more.setText(self.tr("{count} tệp khác trong thư mục không có mã").format(count=len(self._others)))
        self._more.setVisible(bool(self._others))


def _read_all(paths: tuple[Path, ...], roots: tuple[bytes, ...]) -> tuple[Brought, ...]:
    return tuple(signed.join([paper_check.read(path.name, path, roots) for path in paths]))


def _find_out(db: Db, brought: tuple[Brought, ...]) -> Found:
    papers = [_find_out_one(db, each) for each in brought]
    fresh = [p for p in papers if not signed.is_known(db, p.ready.source, p.ready.finding.dossier)]
    return fresh, signed.unsigned(db)


def _find_out_one(db: Db, brought: Brought, dossier: str | None = None) -> Paper:
    return Paper(brought, signed.prepare(db, brought, dossier))
