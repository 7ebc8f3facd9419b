"""How long and how much a server may answer. It may be broken or hostile: no answer holds up an officer for ever or fills
the memory, however slowly it drips, however small it was packed, however often it goes on.
"""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, NamedTuple

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.poolmanager import PoolManager

from ocop_desktop.errors import SyncError

MOST_ANSWER = 64 * 1024 * 1024
"""Bytes of one answer after unpacking: the largest page of changes, or an inventory of half a million records."""
LONGEST_ANSWER = 300.0
"""Seconds from the end of a request to the end of its answer."""
_PIECE = 64 * 1024


class Answer(NamedTuple):
    """A whole answer. ``headers`` by any spelling of their names."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Watch:
    """Hangs up when an answer is not whole in time. One request at a time."""

    def __init__(self) -> None:
        self.seconds = LONGEST_ANSWER
        self.over = False
        self._timer: threading.Timer | None = None

    def begin(self, line: socket.socket) -> None:
        """The request is on its way; the time runs from now."""
        self.end()
        self.over = False
        self._timer = threading.Timer(self.seconds, self._hang_up, (line,))
        self._timer.daemon = True
        self._timer.start()

    def _hang_up(self, line: socket.socket) -> None:
        self.over = True
        with suppress(OSError):
            socket.socket.shutdown(line, socket.SHUT_RDWR)  # of the bare line: TLS would wait for a farewell

    def end(self) -> None:
        """The answer is here, or given up."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def over_pools(self, manager: PoolManager) -> None:
        """Let every connection that this makes begin the watch when its request has left."""
        watch = self

        class Plain(HTTPConnection):
            def getresponse(self) -> Any:
                watch.begin(self.sock)
                return super().getresponse()

        class Secure(HTTPSConnection):
            def getresponse(self) -> Any:
                watch.begin(self.sock)
                return super().getresponse()

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}


class WatchedAdapter(HTTPAdapter):
    """Connections, also through a proxy, that a watch looks at."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        super().__init__()

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """Called by ``requests`` when it makes its connections."""
        super().init_poolmanager(*args, **more)
        self._watch.over_pools(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        """Called by ``requests`` where a proxy stands between."""
        manager = super().proxy_manager_for(proxy, **more)
        self._watch.over_pools(manager)
        return manager


class WatchedSession(requests.Session):
    """A session that never follows an answer to another address, nor reads what would lead there."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        for scheme in ("http://", "https://"):
            self.mount(scheme, WatchedAdapter(watch))

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: ``requests`` would read such an answer to its end, however long, before anybody looks at it."""
        return


def read(response: requests.Response, stop: threading.Event, most: int) -> bytes:
    """The content, unpacked, piece by piece. ``SyncError``: ``sync.wrong_answer`` above ``most`` bytes, ``sync.stopped``."""
    pieces, size = [], 0
    for piece in response.iter_content(_PIECE):
        if stop.is_set():
            raise SyncError("sync.stopped")
        size += len(piece)
        if size > most:
            raise SyncError("sync.wrong_answer")
        pieces.append(piece)
    return b"".join(pieces)
