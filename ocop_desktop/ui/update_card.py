"""A newer version of the program: what is ready here, and the buttons that take one from a file or from the province."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ocop_desktop import __version__
from ocop_desktop.actions import updates
from ocop_desktop.actions.updates import Staged, Update
from ocop_desktop.domain.text import show_size
from ocop_desktop.errors import OcopError
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, button, row, text

_LOOK_MS = 400


class UpdateCard(Card):
    """In the settings, under the version: nothing is fetched unless somebody presses the button."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("update-card")
        self.setMaximumWidth(860)
        self._office = office
        self._ready: Update | None = None
        self._stop = threading.Event()
        self._here = (0, 0)
        self._words = text("", wrap=True)
        self._problem = text("", "problem", wrap=True)
        self._problem.hide()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._show_progress)
        self.folder = button(self.tr("Mở thư mục bản mới"), name="update-folder")
        self.folder.clicked.connect(self._open_folder)
        self.fetch = button(self.tr("Tải bản mới từ tỉnh"), name="update-fetch")
        self.fetch.clicked.connect(self._fetch)
        self.install = button(self.tr("Nhận bản mới từ tệp…"), name="update-install")
        self.install.setToolTip(self.tr("Tệp do tỉnh đưa, mang đến bằng USB (.ocopupdate)."))
        self.install.clicked.connect(self._ask)
        self.halt = button(self.tr("Dừng tải"), name="update-stop")
        self.halt.clicked.connect(self._stop.set)
        self.box.addWidget(text(self.tr("Bản mới của chương trình"), "heading"))
        for each in (self._words, self._problem):
            self.box.addWidget(each)
        self.box.addLayout(row(self.folder, self.fetch, self.install, self.halt, None))
        self._busy(False)
        office.changed.connect(lambda _changes: self.refresh())

    def refresh(self) -> None:
        """Read what is ready here."""
        if self.isVisible():
            self._office.jobs.read(_standing, self._show)

    def take(self, path: Path) -> None:
        """Take a version from this file."""
        self._begin(self.tr("Đang kiểm tra và mở gói…"))
        jobs = self._office.jobs
        jobs.work(partial(updates.take_file, jobs.run_unit, path, self._stop), self._done, self._failed)

    def _ask(self) -> None:
        kinds = self.tr("Bản cập nhật (*.ocopupdate);;Mọi tệp (*)")
        if chosen := ask.open_paths(self, self.tr("Nhận bản mới từ tệp"), kinds):
            self.take(chosen[0])

    def _fetch(self) -> None:
        self._begin(self.tr("Đang hỏi tỉnh…"))
        self._timer.start()
        jobs = self._office.jobs
        jobs.work(partial(updates.fetch, jobs.run_unit, self._stop, self._tell), self._done, self._failed)

    def _tell(self, here: int, whole: int) -> None:
        self._here = here, whole  # from the thread that fetches; the timer looks

    def _show_progress(self) -> None:
        here, whole = self._here
        if whole:
            words = self.tr("Đang tải: {here} trong {all}. Đứt mạng thì lần sau tải tiếp từ đó.")
            self._words.setText(words.format(here=show_size(here), all=show_size(whole)))

    def _begin(self, words: str) -> None:
        self._stop.clear()
        self._here = 0, 0
        self._problem.hide()
        self._words.setText(words)
        self._busy(True)

    def _busy(self, busy: bool) -> None:
        self._working = busy
        self.halt.setVisible(busy)
        for each in (self.fetch, self.install):
            each.setEnabled(not busy)
        if not busy:
            self._timer.stop()
        self.folder.setVisible(self._ready is not None and not busy)

    def _show(self, found: tuple[Update | None, bool]) -> None:
        if self._working:
            return
        self._ready, offered = found
        self.fetch.setVisible(offered)
        self.folder.setVisible(self._ready is not None)
        if self._ready:
            words = self.tr(
                "Bản {version} đã sẵn sàng. Đóng chương trình này rồi mở tệp {start} trong thư mục bản mới. "
                "Bản {running} đang dùng vẫn còn nguyên ở chỗ cũ."
            )
            line = words.format(version=self._ready.version, start=self._ready.start.name, running=__version__)
            self._words.setText(f"{line} {self._ready.note}".rstrip())
        else:
            words = self.tr("Đang dùng bản {running}. Bản mới do người được tỉnh giao ký; chương trình không tự tải.")
            self._words.setText(words.format(running=__version__))

    def _done(self, done: Staged) -> None:
        self._busy(False)
        self._office.said.emit(self.tr("Đã nhận bản {version}.").format(version=done.update.version))
        self._office.changed.emit(done.changed)
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        self._busy(False)
        self.refresh()
        if isinstance(error, OcopError) and error.code == "sync.stopped":
            return
        self._problem.setText(texts.error(error))
        self._problem.show()
        if not isinstance(error, OcopError):
            ask.show_error(error, self)

    def _open_folder(self) -> None:
        if self._ready:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._ready.start.parent)))


def _standing(db: Db) -> tuple[Update | None, bool]:
    return updates.state(db), updates.offered(db)
