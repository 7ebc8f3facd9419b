"""Notices a line by itself and does a round then, quietly: no dialog, no cursor moved, nothing on a line that costs money.

A probe is one small request. After one that failed the next comes later and later; the system's own word that there is
a network now makes it come at once.
"""

from __future__ import annotations

import random
import threading
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

from ocop_desktop.actions import exchange
from ocop_desktop.actions.exchange import Exchange
from ocop_desktop.errors import SyncError
from ocop_desktop.ui.context import OfficeContext

State = Literal["unknown", "off", "no_network", "metered", "no_province", "line", "syncing"]

FIRST_SECONDS, AGAIN_SECONDS, SOON_SECONDS = 20.0, 900.0, 90.0
"""After unlocking; when nothing waits; after something was written while there is a line."""
BACK_OFF = (60.0, 120.0, 300.0, 600.0, 1800.0)
"""Seconds between probes that failed one after another."""
REST_SECONDS = 3600.0
"""After an answer that only a person can change: a withdrawn PC, another server, a certificate."""
TYPING_SECONDS = 8.0
"""A round waits until nothing was written here for so long; somebody is typing."""

_LINE = frozenset({"sync.offline", "sync.busy", "sync.server_error", "sync.portal", "sync.proxy"})
_QUIET = frozenset({"sync.not_enrolled", "sync.stopped"})


class LineWatch(QObject):
    """Probes, and begins rounds of ``office.rounds``. ``state`` says what the status line shows."""

    state_changed = Signal(object)
    """A ``State``."""

    def __init__(
        self, office: OfficeContext, network: QNetworkInformation | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._network = network
        self._stop = threading.Event()
        self._failures = 0
        self._probing = False
        self._saved_at: float | None = None
        self._known: Exchange | None = None
        self.state: State = "unknown"
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.tick)
        office.saved.connect(self._saved)
        office.rounds.began.connect(self._round_began)
        office.rounds.done.connect(self._round_done)
        office.rounds.failed.connect(self._round_failed)
        if network is not None:
            network.reachabilityChanged.connect(self._network_changed)
            network.isMeteredChanged.connect(self._network_changed)
        self._show(self._obstacle() or "unknown")
        self._in(FIRST_SECONDS)

    def take(self, state: Exchange) -> None:
        """What is known of the exchange now: the setting, whether something waits."""
        before, self._known = self._known, state
        if before is not None and before.automatic != state.automatic:
            self._network_changed()
        elif self.state in {"off", "unknown"} or not state.automatic:
            self._show(self._obstacle() or self.state)
        grew = before is not None and _waiting(state) > _waiting(before)
        if grew and self.state == "line" and self.timer.remainingTime() > SOON_SECONDS * 1500:
            self._in(SOON_SECONDS)  # something new, and there is a line: not in a quarter of an hour

    def stop(self) -> None:
        """Begin nothing more; a probe under way ends."""
        self.timer.stop()
        self._stop.set()

    def go_on(self) -> None:
        """As after unlocking: the officer is back."""
        self._stop = threading.Event()
        self._in(FIRST_SECONDS)

    def tick(self) -> None:
        """Probe now, unless something speaks against it."""
        if self._stop.is_set() or self._probing or self._office.rounds.running:
            return
        if obstacle := self._obstacle():
            self._show(obstacle)
            return  # what ends the obstacle (the setting, the system's word of a network) begins the next
        if self._known is None or not self._known.server:
            self._in(BACK_OFF[0])
            return
        if self._typing():
            self._in(TYPING_SECONDS)
            return
        self._probing = True
        jobs, stop = self._office.jobs, self._stop
        jobs.work(lambda: exchange.probe(jobs.run_unit, stop), self._reached, self._not_reached)

    def _obstacle(self) -> State | None:
        if self._known is not None and not self._known.automatic:
            return "off"
        if self._network is None:
            return None
        if self._network.reachability() == QNetworkInformation.Reachability.Disconnected:
            return "no_network"
        return "metered" if self._network.isMetered() else None

    def _typing(self) -> bool:
        now = self._office.clock().timestamp()
        return self._saved_at is not None and 0 <= now - self._saved_at < TYPING_SECONDS

    def _saved(self, at: object) -> None:
        self._saved_at = at.timestamp()  # type: ignore[attr-defined]

    def _reached(self, _nothing: object) -> None:
        self._probing = False
        self._failures = 0
        if self._obstacle() or self._stop.is_set():
            return
        self._show("line")
        if self._typing():
            self._in(TYPING_SECONDS)
        else:
            self._office.rounds.start(quiet=True)

    def _not_reached(self, error: BaseException) -> None:
        self._probing = False
        self._back_off(error)

    def _back_off(self, error: BaseException) -> None:
        code = error.code if isinstance(error, SyncError) else ""
        if code in _QUIET:
            self._in(BACK_OFF[0])
            return
        self._show("no_province")
        wait = BACK_OFF[min(self._failures, len(BACK_OFF) - 1)] if code in _LINE else REST_SECONDS
        self._failures += 1
        asked = error.details.get("retry_after") if isinstance(error, SyncError) else None
        self._in(max(wait, float(asked)) if isinstance(asked, int) else wait)

    def _round_began(self, _quiet: object) -> None:
        self.timer.stop()
        self._show("syncing")

    def _round_done(self, _quiet: object, _summary: object) -> None:
        self._failures = 0
        self._show("line")
        self._in(AGAIN_SECONDS)

    def _round_failed(self, _quiet: object, error: object) -> None:
        assert isinstance(error, BaseException)
        self._back_off(error)

    def _network_changed(self) -> None:
        obstacle = self._obstacle()
        if obstacle:
            self._show(obstacle)
            if obstacle != "off" and not self._office.rounds.running:
                self.timer.stop()
            return
        if self.state in {"off", "no_network", "metered", "no_province", "unknown"}:
            self._failures = 0
            self._show("unknown")
            self._in(3.0)

    def _show(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _in(self, seconds: float) -> None:
        """Look again after about so long; uneven, so that a province's PCs do not all come at once."""
        if not self._stop.is_set():
            self.timer.start(round(seconds * random.uniform(0.8, 1.2) * 1000))


def _waiting(state: Exchange) -> int:
    return state.waiting_records + state.waiting_files


def network_information() -> QNetworkInformation | None:
    """What the system says about the network, where it says anything."""
    return QNetworkInformation.instance() if QNetworkInformation.loadDefaultBackend() else None
