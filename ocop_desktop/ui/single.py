"""One window for one database: a second start raises the first window."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

ANSWER_MS = 3_000


def channel(database: Path) -> str:
    """The name under which the first window listens: one for each database and account."""
    return "ocop-desktop-" + hashlib.sha256(str(database.resolve()).encode("utf-8")).hexdigest()[:20]


class SingleInstance(QObject):
    """``first`` is True for the window that may open the database. The lock is released with ``close``."""

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = channel(database)
        self._server: QLocalServer | None = None
        self._raise: Callable[[], None] | None = None
        database.parent.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(database.with_name("window.lock")))
        # 0: a window may be open for weeks; the lock is stale only when its process is gone.
        self._lock.setStaleLockTime(0)
        self.first = self._lock.tryLock(100)

    def listen(self, raise_window: Callable[[], None]) -> None:
        """Call ``raise_window`` when a second start asks for it."""
        from PySide6.QtNetwork import QLocalServer

        self._raise = raise_window
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)
        self._server.listen(self._name)

    def raise_first(self) -> bool:
        """Ask the first window to come to the front; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(b"raise")
        sent = socket.waitForBytesWritten(ANSWER_MS)
        socket.disconnectFromServer()
        return sent

    def close(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _asked(self) -> None:
        if self._server is None:
            return
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnected.connect(connection.deleteLater)
            if self._raise is not None:
                self._raise()
