"""What each end is doing at this moment, in memory that its killer can read.

So a kill comes after some work, not after some time that a busy machine may have spent elsewhere, and where it landed is
part of the result.
"""

import mmap
import time
from collections.abc import Callable, Sequence
from typing import Any

from litestar.types import Receive, Scope, Send
from sqlalchemy import Connection, Engine, event

from ocop_desktop.server.store import Store
from ocop_desktop.server.watching import Watch

AT_SERVER = ("starting", "waiting", "answering", "in a transaction", "committing")
AT_PC = ("opening", "saving", "connect", "send", "receive", "files", "check")


class Moment:
    """One word of a process, written by it and read by another."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._place = mmap.mmap(-1, 5)

    def is_(self, word: str) -> None:
        """From now on it does this."""
        self._place[0] = self._words.index(word)
        self._place[1:] = (self.steps + 1).to_bytes(4)

    @property
    def steps(self) -> int:
        """How many words it said in all its lives."""
        return int.from_bytes(self._place[1:])

    def __str__(self) -> str:
        return self._words[self._place[0]]


def wait_for_steps(moments: Sequence[Moment], steps: int, patience: float) -> None:
    """Wait until some processes took a number of steps together, at most ``patience`` seconds."""
    end = time.monotonic() + patience
    goal = sum(moment.steps for moment in moments) + steps
    while sum(moment.steps for moment in moments) < goal and time.monotonic() < end:
        time.sleep(0.001)


def watch_server(moment: Moment) -> None:
    """Let the server of this process say what it does. Of several requests at once the last one to say something counts."""
    write: Callable[..., Any] = Store.write
    handle: Callable[..., Any] = Watch.handle

    def written(store: Store, action: Callable[[Connection], Any]) -> Any:
        def told(connection: Connection) -> Any:
            moment.is_("in a transaction")
            return action(connection)

        try:
            return write(store, told)
        finally:
            moment.is_("answering")

    async def handled(watch: Watch, scope: Scope, receive: Receive, send: Send, next_app: Any) -> None:
        moment.is_("answering")
        try:
            await handle(watch, scope, receive, send, next_app)
        finally:
            moment.is_("waiting")

    def committing(connection: Connection) -> None:
        if connection.get_execution_options().get("ocop_write"):
            moment.is_("committing")

    Store.write = written  # type: ignore[method-assign, assignment]
    Watch.handle = handled  # type: ignore[method-assign]
    event.listen(Engine, "commit", committing)
