"""One round at a time, whoever began it: the button, or the program by itself when it noticed a line."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ocop_desktop.actions.changes import Changes
from ocop_desktop.ui.jobs import Jobs

if TYPE_CHECKING:  # what speaks to the province is read when a round begins
    from ocop_desktop.sync.engine import Summary
    from ocop_desktop.sync.progress import Progress


class Rounds(QObject):
    """Runs rounds on the work lane and tells everybody who shows them. The first argument: the program began it itself."""

    began = Signal(object)
    reported = Signal(object)
    """A ``Progress``."""
    done = Signal(object, object)
    """A ``Summary``."""
    failed = Signal(object, object)
    """What stopped it; ``stopped`` says whether the officer did."""
    changed = Signal(object)
    """The ``Changes`` a round made."""
    _progress = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stop = threading.Event()
        self.running = False
        self.quiet = False
        self._progress.connect(self._report, Qt.ConnectionType.QueuedConnection)

    @property
    def stopped(self) -> bool:
        """Whether the last round was told to stop."""
        return self._stop.is_set()

    def start(self, *, quiet: bool) -> bool:
        """Begin a round; False when one is under way already."""
        if self.running:
            return False
        self.running, self.quiet = True, quiet
        self._stop = threading.Event()
        stop, jobs, report = self._stop, self._jobs, self._progress.emit
        self.began.emit(quiet)

        def synchronise() -> Summary:
            from ocop_desktop.actions import exchange

            return exchange.synchronise(jobs.run_unit, report, stop)

        jobs.work(synchronise, self._done, self._failed)
        return True

    def stop(self) -> None:
        """End the round after the request under way; everything done stays done."""
        self._stop.set()

    def _report(self, progress: Progress) -> None:
        if self.running:
            self.reported.emit(progress)

    def _done(self, summary: Summary) -> None:
        self.running = False
        self.done.emit(self.quiet, summary)
        self.changed.emit(Changes(dossiers=summary.dossiers, outbox=True))

    def _failed(self, error: BaseException) -> None:
        self.running = False
        self.failed.emit(self.quiet, error)
        self.changed.emit(Changes(outbox=True))
