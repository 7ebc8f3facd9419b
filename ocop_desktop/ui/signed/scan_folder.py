"""Watches the folder that a scanner fills, without a word: a file is told of once it no longer grows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions.changes import Changes
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.ui.context import OfficeContext

SETTING = "office.scan_folder"
EVERY_MS = 4000
RECENT_SECONDS = 12 * 3600
"""At the first look only files of the last half day are taken: older ones were there before."""
KINDS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"})
MOST = 200
"""Files of one look; a folder with more is no scanner's."""


@dataclass(frozen=True)
class Seen:
    """A file at one look."""

    path: Path
    size: int
    changed: int


def look(folder: Path) -> tuple[Seen, ...]:
    """The papers in a folder. ``Refused``: ``signed.no_folder``."""
    try:
        found = []
        for path in folder.iterdir():
            if path.suffix.lower() in KINDS and path.is_file():
                about = path.stat()
                found.append(Seen(path, about.st_size, about.st_mtime_ns))
    except OSError as error:
        raise Refused("signed.no_folder") from error
    return tuple(sorted(found, key=lambda each: (each.changed, each.path.name))[-MOST:])


class ScanFolder(QObject):
    """One for an open office. ``arrived`` gives each new file once."""

    arrived = Signal(object)
    """The ``Path`` of a file that is whole."""
    failing = Signal(object)
    """True while the folder cannot be read."""

    def __init__(self, office: OfficeContext) -> None:
        super().__init__(office)
        self._office = office
        self.folder: Path | None = None
        self.waiting: list[Path] = []
        """Arrived and not taken yet: for a page that is made later."""
        self._looking = False
        self._last: frozenset[Seen] = frozenset()
        self._told: set[Seen] = set()
        self._first = True
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.poll)
        office.changed.connect(self._changed)
        self._read()

    @classmethod
    def of(cls, office: OfficeContext) -> ScanFolder:
        """The watcher of an office."""
        return office.findChild(cls) or cls(office)

    def poll(self) -> None:
        """Look once, away from the window: a folder of the network may take its time."""
        if self.folder is not None and not self._looking:
            self._looking = True
            self._office.jobs.work(partial(look, self.folder), partial(self._looked, self.folder), self._not_looked)

    def _changed(self, changes: Changes) -> None:
        if changes.settings:
            self._read()

    def _read(self) -> None:
        self._office.jobs.read(office_actions.office, self._use)

    def _use(self, values: Values) -> None:
        named = values.get(SETTING)
        folder = Path(str(named)) if named else None
        if folder == self.folder:
            return
        self.folder, self._first, self._last = folder, True, frozenset()
        self._told.clear()
        self.waiting.clear()
        if folder is None:
            self._timer.stop()
        else:
            self._timer.start()
            self.poll()

    def _looked(self, folder: Path, found: tuple[Seen, ...]) -> None:
        self._looking = False
        self.failing.emit(False)
        if folder != self.folder:
            return
        if self._first:
            begin = int((self._office.clock().timestamp() - RECENT_SECONDS) * 1_000_000_000)
            self._told = {each for each in found if each.changed < begin}
            self._first = False
        whole = [each for each in found if each in self._last and each.size and each not in self._told]
        self._last = frozenset(found)
        for each in whole:
            self._told.add(each)
            self.waiting.append(each.path)
            self.arrived.emit(each.path)

    def _not_looked(self, _error: BaseException) -> None:
        self._looking = False
        self.failing.emit(True)
