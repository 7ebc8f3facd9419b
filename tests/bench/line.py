"""A line between a client and a server: counts what crosses, and is as slow, far and unsteady as it is told."""

import asyncio
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Line:
    """A relay. ``rate``: bytes a second in each direction (0: no limit); ``delay``: seconds each way; ``life``: seconds
    after which every connection is cut; ``drop``: the share of connections' requests that are cut before they arrive."""

    server: tuple[str, int]
    port: int = 0
    rate: int = 0
    delay: float = 0.0
    life: float = 0.0
    drop: float = 0.0
    up: int = 0
    down: int = 0
    cuts: int = 0
    address: str = ""
    _choose: random.Random = field(default_factory=lambda: random.Random(3))
    _free_at: dict[str, float] = field(default_factory=dict)
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def serve(self, started: threading.Event, stop: asyncio.Event) -> None:
        """Relay until told to stop."""
        listener = await asyncio.start_server(self._relay, "127.0.0.1", self.port)
        self.port = listener.sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        cutter = asyncio.create_task(self._cut()) if self.life else None
        started.set()
        await stop.wait()
        if cutter is not None:
            cutter.cancel()
        listener.close()
        self._hang_up()
        await asyncio.sleep(0.1)

    async def _cut(self) -> None:
        while True:
            await asyncio.sleep(self.life)
            self.cuts += bool(self._open)
            self._hang_up()

    def _hang_up(self) -> None:
        for writer in list(self._open):
            writer.transport.abort()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there_reader, there = await asyncio.open_connection(*self.server)
        except OSError:
            writer.transport.abort()
            return
        pair = (writer, there)
        self._open.update(pair)
        ways = (
            asyncio.create_task(self._carry(reader, there, "up")),
            asyncio.create_task(self._carry(there_reader, writer, "down")),
        )
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            for each in pair:
                self._open.discard(each)
                each.transport.abort() if self.life or self.drop else each.close()

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, way: str) -> None:
        piece = 4096 if self.rate else 65536
        quiet = True
        with suppress(OSError, asyncio.IncompleteReadError):
            while data := await source.read(piece):
                if quiet and way == "up" and self.drop and self._choose.random() < self.drop:
                    return
                if self.delay and quiet:
                    await asyncio.sleep(self.delay)
                if self.rate:
                    now = time.monotonic()
                    begin = max(now, self._free_at.get(way, 0.0))
                    self._free_at[way] = begin + len(data) / self.rate
                    await asyncio.sleep(self._free_at[way] - now)
                target.write(data)
                await target.drain()
                if way == "up":
                    self.up += len(data)
                else:
                    self.down += len(data)
                # A new request begins after an answer: a pause in this direction.
                quiet = len(data) < piece


@contextmanager
def line(server: str, **quality: float) -> Iterator[Line]:
    """A line to ``http://host:port`` in a thread of its own."""
    parts = urlsplit(server)
    made = Line((parts.hostname or "127.0.0.1", parts.port or 80), **quality)  # type: ignore[arg-type]
    started = threading.Event()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(made.serve(started, stop)), daemon=True)
    thread.start()
    started.wait(10)
    try:
        yield made
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()
