"""One round of synchronisation: connect, send, receive, files, check. It can stop after any step and go on later.

Records go first: the officer's work matters most and a bad line may die after twenty seconds. The engine is given
``run``, the way to do one unit; no transaction is open while the network is spoken to.
"""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from ocop_desktop.errors import SyncError
from ocop_desktop.storage import files, gathering, outbox, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.outbox import FrozenBatch
from ocop_desktop.storage.replica import CURSORS

from . import answers, conflicts
from .answers import Counts
from .client import Province
from .freezing import freeze
from .package import epoch_changed, note_province

T = TypeVar("T")
Step = Literal["connect", "send", "receive", "files", "check"]

OPS_AT_FIRST, OPS_AT_MOST = 50, 500
PAGE_AT_LEAST, PAGE_AT_MOST = 50, 500
ASKED_AT_MOST = 1000  # contents of one question
CHUNK_AT_FIRST, CHUNK_AT_LEAST = 128 * 1024, 16 * 1024
QUICK, SLOW = 2.0, 10.0  # seconds for one request: below, the next one is twice as large; above, half


class Run(Protocol):
    """Do one action in one unit on the writer, and give its answer."""

    def __call__(self, action: Callable[[Db], T], /) -> T: ...


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where a round stands: things done of this step, bytes, and seconds left where that can honestly be said."""

    step: Step
    done: int = 0
    total: int = 0
    bytes_done: int = 0
    bytes_total: int = 0
    seconds_left: int | None = None


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What a round did. ``files`` and ``bytes`` are evidence contents that arrived whole; ``digest_equal``: both sides
    hold the same records of this unit, by hash."""

    sent: int
    received: int
    conflicts: int
    rejected: int
    files: int
    bytes: int
    digest_equal: bool
    at: str
    skew_seconds: int
    dossiers: frozenset[str]


class Round:
    """One round with one province. ``gathers``: every unit of the enrolment is read, as far as it has news, not only
    ``unit``; the province says which in one answer."""

    def __init__(
        self,
        run: Run,
        province: Province,
        *,
        replica: str,
        unit: str,
        report: Callable[[Progress], None],
        stop: threading.Event,
        gathers: bool = False,
    ) -> None:
        self._run = run
        self._province = province
        self._replica = replica
        self._unit = unit
        self._gathers = gathers
        self._units = () if gathers else (unit,)
        self._report = report
        self._stop = stop
        self._ops = OPS_AT_FIRST
        self._page = PAGE_AT_MOST
        self._counts = Counts()
        self._files = self._file_bytes = 0

    def go(self, client_time: str) -> Summary:
        """Do the round. ``SyncError`` leaves what was done done; the next round goes on from there."""
        self._report(Progress(step="connect"))
        hello = self._province.hello(client_time)
        self._run(lambda db: note_province(db, hello))
        if self._run(lambda db: epoch_changed(db, hello.epoch)):
            self._repair()
            self._run(lambda db: settings.write(db, {"sync.epoch": hello.epoch}))
        self._send()
        if self._receive():
            self._send()
            self._receive()
        self._ask_conflicts()
        if not hello.files_wait:
            self._send_files(hello.limits.chunk)
        equal = self._check()
        counts = self._counts
        self._run(lambda db: settings.write(db, {"sync.last_success": hello.server_time, "sync.digest_equal": equal}))
        return Summary(
            sent=counts.sent,
            received=counts.received,
            conflicts=counts.conflicts,
            rejected=counts.rejected,
            files=self._files,
            bytes=self._file_bytes,
            digest_equal=equal,
            at=hello.server_time,
            skew_seconds=hello.skew_seconds or 0,
            dossiers=frozenset(counts.dossiers),
        )

    def _repair(self) -> None:
        """The province was restored from a copy: queue again what it lost, records and files."""
        confirmed = self._run(files.confirmed)
        lost = self._missing(confirmed)
        self._run(lambda db: files.note_lost(db, lost))
        for unit in [state.unit for state in self._province.units().units] if self._gathers else self._units:
            self._repair_unit(unit)

    def _repair_unit(self, unit: str) -> None:
        inventory = self._province.inventory(unit)
        self._run(lambda db: answers.repair(db, inventory))

    # --- send -------------------------------------------------------------------------------------------------------

    def _send(self) -> None:
        total = self._run(outbox.count)
        done = 0
        while batch := self._run(self._next_batch):
            self._halt()
            self._report(Progress(step="send", done=done, total=max(total, done), bytes_total=len(batch.data)))
            if self._send_batch(batch):
                done += batch.ops
                self._report(Progress(step="send", done=done, total=max(total, done)))

    def _next_batch(self, db: Db) -> FrozenBatch | None:
        return outbox.frozen(db) or freeze(db, self._replica, self._unit, outbox.waiting(db, self._ops))

    def _send_batch(self, batch: FrozenBatch) -> bool:
        began = time.monotonic()
        try:
            receipt, answer = self._province.push(batch.id, batch.data)
        except SyncError as error:
            code = error.code
            self._run(lambda db: outbox.note_failure(db, batch.id, code))
            if code in {"sync.too_large", "sync.busy", "sync.offline"} and batch.ops > 1:
                # The line cannot carry this much at once; the server knows each operation by its own number, so
                # sending them again in smaller batches is safe even if this one did arrive.
                self._ops = max(1, batch.ops // 2)
                self._run(lambda db: outbox.thaw(db, batch.id))
            if code == "sync.too_large" and batch.ops > 1:
                return False
            raise
        counts = self._run(lambda db: answers.take_receipt(db, batch.id, receipt, answer))
        self._counts.add(counts)
        seconds = time.monotonic() - began
        if seconds < QUICK:
            self._ops = min(self._ops * 2, OPS_AT_MOST)
        elif seconds > SLOW:
            self._ops = max(self._ops // 2, 1)
        return True

    # --- receive ----------------------------------------------------------------------------------------------------

    def _receive(self) -> bool:
        """Read what changed. True when the province turned out to have lost something that must be sent again: its last
        number is below the one this PC has read to, so its database was restored from a copy."""
        restored = False
        for unit in self._with_news():
            restored |= self._receive_unit(unit)
        return restored

    def _with_news(self) -> tuple[str, ...]:
        """The units to read: this PC's own, or those the province has news of."""
        if not self._gathers:
            return self._units
        self._halt()
        told = [(unit.unit, unit.high_water, unit.devices, unit.seen_at) for unit in self._province.units().units]
        news = tuple(self._run(lambda db: gathering.note(db, told)))
        self._units = tuple(dict.fromkeys((*self._units, *news)))
        return news

    def _receive_unit(self, unit: str) -> bool:
        received, restored = 0, False
        while True:
            self._halt()
            after = self._run(lambda db: int(settings.read(db, f"{CURSORS}{unit}", 0) or 0))
            began = time.monotonic()
            page = self._province.changes(unit, after, self._page)
            self._page = _next_page(self._page, time.monotonic() - began)
            if page.high_water < after:
                restored = True
                self._repair_unit(unit)
                continue
            counts = self._run(lambda db, page=page: answers.take_changes(db, page))  # type: ignore[misc]
            self._counts.add(counts)
            received += len(page.items)
            left = max(page.high_water - page.next, 0)
            self._report(Progress(step="receive", done=received, total=received + left))
            if page.next >= page.high_water:
                return restored

    def _ask_conflicts(self) -> None:
        if not self._run(conflicts.wanted):
            return
        shown = self._run(gathering.in_conflict) if self._gathers else set()
        units = tuple(dict.fromkeys((*self._units, *sorted(shown)))) or (self._unit,)
        for unit in units:
            self._halt()
            told = self._province.conflicts(unit)
            last = unit == units[-1]
            self._counts.dossiers |= self._run(
                lambda db, unit=unit, told=told, last=last: answers.take_conflicts(db, unit, told, last=last)  # type: ignore[misc]
            )

    # --- files ------------------------------------------------------------------------------------------------------

    def _send_files(self, most: int) -> None:
        waiting, elsewhere = self._run(files.to_send), self._run(files.of_other_pcs)
        asked = tuple(stored.sha256 for stored in waiting) + elsewhere
        missing = self._missing(asked)
        for sha256 in set(elsewhere) - missing:
            self._counts.dossiers |= self._run(lambda db, sha256=sha256: answers.take_file(db, sha256))  # type: ignore[misc]
        pace = _Pace(len(missing), sum(stored.size for stored in waiting if stored.sha256 in missing), self._report)
        for stored in waiting:
            self._halt()
            if stored.sha256 in missing:
                self._send_file(stored, pace, most)
                pace.file_done()
                self._files += 1
                self._file_bytes += stored.size
            self._counts.dossiers |= self._run(lambda db, sha256=stored.sha256: answers.take_file(db, sha256))  # type: ignore[misc]

    def _missing(self, contents: Sequence[str]) -> set[str]:
        """Which of these contents the province lacks; it is asked about each unit's own."""
        asked = self._run(lambda db: files.by_unit(db, contents)) if self._gathers else {"": list(contents)}
        return {
            sha256
            for unit, own in asked.items()
            for start in range(0, len(own), ASKED_AT_MOST)
            for sha256 in self._province.missing(tuple(own[start : start + ASKED_AT_MOST]), unit)
        }

    def _send_file(self, stored: files.Stored, pace: "_Pace", most: int) -> None:
        data = self._run(lambda db: files.read(db, stored.sha256))
        upload, offset = stored.upload, 0
        if upload is not None:
            upload, offset = self._go_on(upload)
        if upload is None:
            upload = self._province.start_upload(stored.sha256, stored.size)
            if upload is None:
                pace.add(stored.size)
                return
        pace.add(offset)
        chunk, failures = CHUNK_AT_FIRST, 0
        while offset < len(data):
            self._halt()
            self._run(lambda db, at=offset, url=upload: files.note_progress(db, stored.sha256, url, at))  # type: ignore[misc]
            began = time.monotonic()
            try:
                then = self._province.send_chunk(upload, offset, data[offset : offset + min(chunk, most)])
            except SyncError as error:
                failures += 1
                if error.code not in {"sync.offline", "sync.busy", "sync.offset", "sync.checksum"} or failures >= 3:
                    raise
                chunk = max(chunk // 2, CHUNK_AT_LEAST)
                self._stop.wait(0.5 * failures)
                then = self._province.upload_offset(upload)
            else:
                failures = 0
                chunk = _next_chunk(chunk, time.monotonic() - began, most)
            pace.add(then - offset)
            offset = then

    def _go_on(self, upload: str) -> tuple[str | None, int]:
        try:
            return upload, self._province.upload_offset(upload)
        except SyncError as error:
            if error.code not in {"sync.gone", "sync.not_allowed"}:
                raise
            return None, 0

    # --- check ------------------------------------------------------------------------------------------------------

    def _check(self) -> bool:
        self._report(Progress(step="check"))
        differing = [unit for unit in self._units if not self._equal(unit)]
        if differing:
            # Something differs: ask what the province holds, queue what it lacks, read the rest anew. Never overwrite.
            for unit in differing:
                self._repair_unit(unit)
            self._send()
            self._receive()
            self._ask_conflicts()
            differing = [unit for unit in differing if not self._equal(unit)]
        return not differing and (not self._gathers or self._run(gathering.all_equal))

    def _equal(self, unit: str) -> bool:
        theirs = self._province.digest(unit)
        equal = (theirs.count, theirs.hash) == self._run(lambda db: answers.digest(db, unit))
        if self._gathers:
            self._run(lambda db: gathering.note_equal(db, unit, equal))
        return equal

    def _halt(self) -> None:
        if self._stop.is_set():
            raise SyncError("sync.stopped")


class _Pace:
    """How far the files are and how long they will still take, from what this round has measured."""

    def __init__(self, files_total: int, bytes_total: int, report: Callable[[Progress], None]) -> None:
        self._files_total, self._bytes_total, self._report = files_total, bytes_total, report
        self._files = self._bytes = 0
        self._began = time.monotonic()

    def add(self, size: int) -> None:
        self._bytes += size
        self._say()

    def file_done(self) -> None:
        self._files += 1
        self._say()

    def _say(self) -> None:
        seconds = time.monotonic() - self._began
        left = None
        if seconds > 1 and self._bytes > 0:
            left = round((self._bytes_total - self._bytes) * seconds / self._bytes)
        self._report(
            Progress(
                step="files",
                done=self._files,
                total=self._files_total,
                bytes_done=self._bytes,
                bytes_total=self._bytes_total,
                seconds_left=left,
            )
        )


def _next_page(size: int, seconds: float) -> int:
    """How many changes to ask for next: as many as the line carries in a few seconds."""
    if seconds < QUICK:
        return min(size * 2, PAGE_AT_MOST)
    return max(size // 2, PAGE_AT_LEAST) if seconds > SLOW else size


def _next_chunk(chunk: int, seconds: float, most: int) -> int:
    if seconds < QUICK:
        return min(chunk * 2, most)
    return max(chunk // 2, CHUNK_AT_LEAST) if seconds > SLOW else chunk
