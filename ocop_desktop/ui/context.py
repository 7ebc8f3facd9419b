"""What every page is given: the lanes of work, the clock, and the few signals between pages and the frame.

A page is a ``QWidget`` built as ``Page(office)``. It may have

- ``leave()``: save now what is not saved yet (commit the input method first); called before another page is shown,
  before the lock and before the program ends;
- ``refresh()``: called each time the page is shown.

``DossierList`` also has ``filter_by(text)``; ``DossierPage`` also has ``open(dossier, field)`` and ``start_new()``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ocop_desktop import paths
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Key
from ocop_desktop.ui.clock import Clock, utc_now
from ocop_desktop.ui.jobs import Jobs
from ocop_desktop.ui.line.rounds import Rounds


def _no_key() -> Key:
    raise Refused("passphrase.needed")


class OfficeContext(QObject):
    """The open office: given to every page. ``changed`` and ``saved`` are emitted here, by every write of ``jobs``."""

    changed = Signal(object)
    """``Changes`` of an action: lists showing these dossiers refresh. Pages do not emit it."""
    saved = Signal(object)
    """The aware UTC ``datetime`` of the last write. Pages do not emit it."""
    open_dossier = Signal(object, object)
    """Show a dossier: its id, and the key of the field to go to or None."""
    open_product = Signal(object)
    """Show a product with its history: the id of one of its records."""
    open_report = Signal(object)
    """Show the periodic report of a period: its code."""
    new_dossier = Signal()
    """Start receiving a dossier (Ctrl N)."""
    show_list = Signal(object)
    """Show the dossier list; the text to filter by, a ``listing.Query``, or None to leave the filter as it is."""
    print_requested = Signal(object)
    """Preview a ``Paper``; from there it is printed or saved."""
    said = Signal(object)
    """A short sentence for the status line."""

    show_page = Signal(object)
    """Show a page of the rail: ``today``, ``dossiers``, ``sync``, ``settings``, ``help``."""
    restore_requested = Signal(object)
    """Close the office, bring a ``Copy`` of the database back, ask for the passphrase again."""
    wipe_requested = Signal(object)
    """Close the office and take everything of it off this PC; the word that was typed."""
    lock_requested = Signal()
    """Close what is on screen and ask for the passphrase again (Ctrl L)."""

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock = utc_now,
        database: Path | None = None,
        parent: QObject | None = None,
        key: Callable[[], Key] = _no_key,
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.clock = clock
        self.database = database or paths.user_data()
        self.key = key
        self.rounds = Rounds(jobs, self)
        self.rounds.changed.connect(self.changed)
        jobs.changed.connect(self.changed)
        jobs.written.connect(self._written)

    def today(self) -> date:
        """The day on the wall of this office."""
        return self.clock().astimezone().date()

    def _written(self) -> None:
        self.saved.emit(self.clock())
