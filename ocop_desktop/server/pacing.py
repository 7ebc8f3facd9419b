"""How often one device may ask: a bucket for each, in the memory of the worker.

In memory and not in the database, because a count there would cost every request a write, and a quiet round is four requests
long; of two workers a device may so ask twice as much, which each of them can bear. Guesses of codes are another matter: they are
counted in the database, exactly, for all workers (``guesses``). A bucket that is full again says nothing and is forgotten;
there are never more than ``MOST``, and the one that nobody asked of for longest goes first.
"""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from ocop_desktop.errors import Refused
from ocop_desktop.protocol import encode
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.problems import PROBLEMS, problem, refuse
from ocop_desktop.server.settings import Pace, Settings

MOST = 20_000
"""Devices and addresses that are remembered: six times the communes of the country, some megabytes."""
_CODE = "http.too_many"


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    under_way: int = 0


class Buckets:
    """The buckets of one kind of key. ``ticks``: seconds that never go back."""

    def __init__(self, pace: Pace, ticks: Callable[[], float] = time.monotonic, most: int = MOST) -> None:
        self._pace = pace
        self._ticks = ticks
        self._most = most
        self._lock = threading.Lock()
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def take(self, key: str) -> None:
        """Count a request. Raises ``http.too_many`` with the whole seconds until the next is welcome."""
        with self._lock:
            self._take(key)

    @contextmanager
    def one(self, key: str) -> Iterator[None]:
        """Count a request that is under way until the end of the block. Raises ``http.too_many``."""
        with self._lock:
            bucket = self._take(key)
            if self._pace.at_once and bucket.under_way >= self._pace.at_once:
                raise refuse(_CODE, retry_after=1)
            bucket.under_way += 1
        try:
            yield
        finally:
            with self._lock:
                bucket.under_way -= 1

    def _take(self, key: str) -> _Bucket:
        now = self._ticks()
        bucket = self._buckets.setdefault(key, _Bucket(self._pace.burst, now))
        self._buckets.move_to_end(key)
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        bucket.left = min(self._pace.burst, bucket.left + (now - bucket.at) * self._pace.each_second)
        bucket.at = now
        if bucket.left < 1:
            raise refuse(_CODE, retry_after=max(1, math.ceil((1 - bucket.left) / self._pace.each_second)))
        bucket.left -= 1
        return bucket


class Pacing(ASGIMiddleware):
    """Lets a device's requests in at its pace; what bears no valid token goes by its address."""

    def __init__(self, settings: Settings, identity: Identity) -> None:
        self.devices = Buckets(settings.pace)
        self._addresses = Buckets(settings.address_pace)
        self._settings = settings
        self._identity = identity

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Let the request pass, or answer that it came too soon."""
        if scope["type"] != ScopeType.HTTP:
            await next_app(scope, receive, send)
            return
        device = self._device(dict(scope["headers"]).get(b"authorization", b""))
        try:
            with self.devices.one(device) if device else self._addresses.one(_address(scope)):
                await next_app(scope, receive, send)
        except Refused as error:
            if error.code != _CODE:
                raise
            await _later(receive, send, str(error.details["retry_after"]), self._settings.limits.body)

    def _device(self, header: bytes) -> str:
        """The device of a token that this province gave; empty for anything else, which is refused further in."""
        scheme, _, token = header.decode("latin-1").partition(" ")
        if scheme.lower() != "bearer":
            return ""
        try:
            return self._identity.unseal("token", token.strip(), self._settings.clock())
        except Refused:
            return ""


def _address(scope: Scope) -> str:
    """Where a request comes from: an IPv4 address, or the first half of an IPv6 one, which one subscriber has."""
    client = scope.get("client")
    host = client[0] if client else ""
    return ":".join(host.split(":")[:4]) if ":" in host else host


async def _later(receive: Receive, send: Send, seconds: str, most: int) -> None:
    """The answer 429. The body is read first, unkept: else an honest sender sees a broken line and not the answer."""
    read = 0
    while read <= most:
        message = await receive()
        if message["type"] != "http.request" or not message["more_body"]:
            break
        read += len(message["body"])
    body = encode(problem(_CODE))
    headers = [(b"content-type", b"application/problem+json"), (b"retry-after", seconds.encode())]
    headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": PROBLEMS[_CODE][0], "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
