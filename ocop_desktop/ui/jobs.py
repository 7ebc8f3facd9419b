"""The lanes of background work: one that writes the database, one that reads what is on screen,
one that reads over everything, one for everything else.

A job is a plain function. Its result comes back on the GUI thread. An error that no caller asked for goes to
``failed``, so forgetting to handle one shows it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from ocop_desktop.errors import Environment

if TYPE_CHECKING:  # the database is read when somebody has its key
    from ocop_desktop.storage.db import Db

T = TypeVar("T")

Then = Callable[[T], object]
Failed = Callable[[BaseException], object]


def ignore(_result: object) -> None:
    """What to do with a result nobody waits for."""


@dataclass(frozen=True)
class Delivery:
    """A finished job and who waits for it."""

    future: Future[object]
    then: Callable[[object], object]
    failed: Failed | None
    lane: str


def _alive(receiver: Callable[..., object] | None) -> bool:
    """False when the widget that waits for a result was closed in the meantime."""
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or bool(shiboken6.isValid(owner))


class Jobs(QObject):
    """Runs functions away from the window. ``open_writer`` and ``open_reader`` are called on the lane that uses them."""

    failed = Signal(object)
    """An error nobody else handled."""
    changed = Signal(object)
    """The ``Changes`` of every action that was written: its answer, or the ``changes`` of its answer."""
    written = Signal()
    """Something is safe on the disk."""
    busy = Signal(object)
    """How many jobs are under way."""
    _done = Signal(object)

    def __init__(
        self, open_writer: Callable[[], Db], open_reader: Callable[[], Db], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open = {"write": open_writer, "read": open_reader, "survey": open_reader}
        self._databases: dict[str, Db] = {}
        self._known: set[str] = set()
        self._lanes = {
            "write": ThreadPoolExecutor(max_workers=1, thread_name_prefix="write"),
            "read": ThreadPoolExecutor(max_workers=1, thread_name_prefix="read"),
            "survey": ThreadPoolExecutor(max_workers=1, thread_name_prefix="survey"),
            "work": ThreadPoolExecutor(max_workers=2, thread_name_prefix="work"),
            "apart": ThreadPoolExecutor(max_workers=1, thread_name_prefix="apart"),
        }
        self._pending = 0
        self._closed = self._paused = False
        self._flying: dict[str, set[Future[object]]] = {lane: set() for lane in self._lanes}
        self._held: list[Delivery] = []
        self._asked: list[Callable[[], None]] = []
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def write(self, action: Callable[[Db], T], then: Then[T] = ignore, failed: Failed | None = None) -> None:
        """Run an action as one unit on the only writer; ``then`` gets its answer on the GUI thread."""
        self._submit("write", lambda: self._write(action), then, failed)

    def read(self, query: Callable[[Db], T], then: Then[T], failed: Failed | None = None) -> None:
        """Run a query on the reader; ``then`` gets its answer on the GUI thread."""
        self._submit("read", lambda: self._read(query, "read"), then, failed)

    def survey(self, query: Callable[[Db], T], then: Then[T], failed: Failed | None = None) -> None:
        """Run a query over everything (counts, notices) on a reader of its own: what is on screen never waits for it."""
        self._submit("survey", lambda: self._read(query, "survey"), then, failed)

    def _write(self, action: Callable[[Db], T]) -> T:
        from ocop_desktop.storage.db import run

        try:
            return run(self._database("write"), action)
        except Environment as error:
            if error.code == "disk.failed" or error.details.get("other"):
                self._let_go("write")  # pulled out and put in again, put back from a copy: the next unit opens it anew
            raise

    def _let_go(self, lane: str) -> None:
        with suppress(Exception):
            self._close_database(lane)

    def _read(self, query: Callable[[Db], T], lane: str) -> T:
        from ocop_desktop.storage.db import lost, translated

        if (database := self._databases.get(lane)) is not None and lost(database) == "other":
            self._let_go(lane)
        with translated():  # a damaged page or a failing disk has its sentence, also when it is met while reading
            return query(self._database(lane))

    def work(self, task: Callable[[], T], then: Then[T] = ignore, failed: Failed | None = None) -> None:
        """Run what needs no database or brings its own: network, rendering, key derivation."""
        self._submit("work", task, then, failed)

    def apart(self, task: Callable[[], T], then: Then[T] = ignore, failed: Failed | None = None) -> None:
        """Run what asks the reader of files for a picture that somebody waits for: it does not queue behind the network."""
        self._submit("apart", task, then, failed)

    def run_unit(self, action: Callable[[Db], T]) -> T:
        """Run one unit on the writer and wait for it: for the sync engine, on the work lane only."""
        if threading.current_thread() is threading.main_thread():
            raise RuntimeError("run_unit would block the window")
        return self._lanes["write"].submit(lambda: self._write(action)).result()

    def run_unit_free(self, task: Callable[[Db], T]) -> T:
        """Run what opens units of its own, on the writer's lane and connection, and wait for it: on the work lane."""
        if threading.current_thread() is threading.main_thread():
            raise RuntimeError("run_unit_free would block the window")
        return self._lanes["write"].submit(lambda: task(self._database("write"))).result()

    @property
    def pending(self) -> int:
        """How many jobs are under way or wait for their turn."""
        return self._pending

    def wait_for_writes(self) -> None:
        """Return when everything queued for the disk is on it: before a lock, before the program ends."""
        if not self._closed:
            self._lanes["write"].submit(ignore, None).result()

    def pause(self) -> None:
        """Finish what is queued and close the connections. Answers, and what is asked meanwhile, wait for ``resume``."""
        self._paused = True
        for lane in ("work", "apart", "write", "survey", "read"):
            wait(self._flying[lane])
            if lane in self._open:
                self._lanes[lane].submit(self._let_go, lane).result()

    def resume(self) -> None:
        """Go on; the connections are opened anew when they are needed."""
        self._paused = False
        held, self._held = self._held, []
        asked, self._asked = self._asked, []
        for item in held:
            self._deliver(item)
        for submit in asked:
            submit()

    def close(self) -> None:
        """Finish what is queued, close the connections on their own lanes, wait. Results no longer arrive."""
        if self._closed:
            return
        self._closed = True
        for lane in ("work", "apart", "write", "survey", "read"):
            if lane in self._open:
                self._lanes[lane].submit(self._close_database, lane)
            self._lanes[lane].shutdown(wait=True)

    def _database(self, lane: str) -> Db:
        if lane not in self._databases:
            try:
                self._databases[lane] = self._open[lane]()
            except Environment as error:
                if error.code == "database.missing" and lane in self._known:
                    raise Environment("folder.gone") from error  # it was there: a stick was pulled out
                raise
            self._known.add(lane)
        return self._databases[lane]

    def _close_database(self, lane: str) -> None:
        if (database := self._databases.pop(lane, None)) is not None:
            database.close()

    def _submit(self, lane: str, task: Callable[[], T], then: Then[T], failed: Failed | None) -> None:
        if self._closed:
            return
        if self._paused:
            self._asked.append(lambda: self._submit(lane, task, then, failed))
            return
        self._pending += 1
        self.busy.emit(self._pending)
        future = self._lanes[lane].submit(task)
        self._flying[lane].add(future)  # type: ignore[arg-type]
        future.add_done_callback(
            lambda done: self._done.emit(Delivery(done, then, failed, lane))  # type: ignore[arg-type]
        )

    @Slot(object)
    def _deliver(self, item: Delivery) -> None:
        self._flying[item.lane].discard(item.future)
        if self._paused:
            self._held.append(item)
            return
        self._pending -= 1
        self.busy.emit(self._pending)
        if self._closed:
            return
        if (error := item.future.exception()) is not None:
            if item.failed is not None and _alive(item.failed):
                item.failed(error)
            else:
                self.failed.emit(error)
            return
        result = item.future.result()
        if item.lane == "write":
            from ocop_desktop.actions.changes import Changes

            self.written.emit()
            changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
            if isinstance(changes, Changes):
                self.changed.emit(changes)
        if _alive(item.then):
            item.then(result)
