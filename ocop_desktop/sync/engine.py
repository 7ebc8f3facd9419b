"""One round of synchronisation: connect, send, receive, files, check. It can stop after any step and go on later.

Records go first: the officer's work matters most and a bad line may die after twenty seconds. The engine is given
``run``, the way to do one unit; no transaction is open while the network is spoken to.
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ocop_desktop import protocol
from ocop_desktop.errors import SyncError
from ocop_desktop.storage import files, gathering, outbox, settings
from ocop_desktop.storage.db import WRONG_VALUES, Db
from ocop_desktop.storage.outbox import FrozenBatch
from ocop_desktop.storage.replica import CURSORS, KEPT_DIGEST

from . import answers, conflicts
from .answers import Counts
from .client import Province
from .freezing import freeze
from .package import epoch_changed, note_province
from .progress import QUICK, SLOW, Progress, Run
from .uploading import Uploads

_log = logging.getLogger(__name__)
T = TypeVar("T")

OPS_AT_FIRST, OPS_AT_MOST = 50, 500
PAGE_AT_LEAST, PAGE_AT_MOST = 50, 500
OPS_KEPT = "sync.pace_ops"
"""How many operations a batch may hold on this PC's line, learned from the rounds before."""
FOLLOWED_AT_MOST = 8
"""How often a unit may turn out to have become another within one reading."""
BATCHES_AT_LEAST = 64
"""A round ends after this many batches and three more for each operation: a server may answer "once more" for ever."""


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What a round did. ``files`` and ``bytes`` are evidence contents that arrived whole; ``digest_equal``: both sides
    hold the same records of this unit, by hash.

    ``files_wait``: why files were not sent: ``full`` (the province's disk), ``paused`` (the officer), or nothing.
    ``unreadable``: files that were changed or lost on this PC's disk after they were attached, and were not sent.
    """

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
    files_wait: str = ""
    unreadable: int = 0


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
        self._units: tuple[str, ...] = () if gathers else (unit,)
        self._report = report
        self._stop = stop
        self._ops = OPS_AT_FIRST
        self._page = PAGE_AT_MOST
        self._now = self._plans = ""
        self._plans_at = -1
        self._counts = Counts()
        self._uploads = Uploads(run, province, report, stop, gathers=gathers)

    def go(self, client_time: str) -> Summary:
        """Do the round. ``SyncError`` leaves what was done done; the next round goes on from there."""
        self._report(Progress(step="connect"))
        hello = self._province.hello(client_time)
        self._now = hello.server_time
        self._take(lambda db: self._begin(db, hello))
        self._plans = self._run(gathering.plans_unit)
        if self._run(lambda db: epoch_changed(db, hello.epoch)):
            self._repair()
            self._run(lambda db: settings.write(db, {"sync.epoch": hello.epoch, KEPT_DIGEST: None}))
        self._send()
        nothing_new = not self._counts.dossiers and self._known_alike()
        if not nothing_new and self._receive():
            self._send()
            self._receive()
        self._ask_conflicts()
        self._counts.dossiers |= self._uploads.go(hello.limits.chunk, full=hello.files_wait)
        equal = nothing_new or self._check()
        counts = self._counts
        self._run(lambda db: settings.write(db, {"sync.last_success": hello.server_time, "sync.digest_equal": equal}))
        return Summary(
            sent=counts.sent,
            received=counts.received,
            conflicts=counts.conflicts,
            rejected=counts.rejected,
            files=self._uploads.files,
            bytes=self._uploads.bytes,
            digest_equal=equal,
            at=hello.server_time,
            skew_seconds=hello.skew_seconds or 0,
            dossiers=frozenset(counts.dossiers),
            files_wait=self._uploads.waits,
            unreadable=len(self._uploads.unreadable),
        )

    def _begin(self, db: Db, hello: protocol.Hello) -> None:
        note_province(db, hello)
        outbox.release_too_large(db)
        self._ops = min(max(int(settings.read(db, OPS_KEPT) or OPS_AT_FIRST), 1), OPS_AT_MOST, max(hello.limits.ops, 1))

    def _repair(self) -> None:
        """The province was restored from a copy: queue again what it lost, records and files."""
        confirmed = self._run(files.confirmed)
        lost = self._uploads.missing(confirmed)
        self._run(lambda db: files.note_lost(db, lost))
        for unit in [state.unit for state in self._province.units().units] if self._gathers else self._units:
            self._repair_unit(unit)
        self._run(lambda db: answers.forget_plans(db, self._plans))

    def _repair_unit(self, unit: str) -> None:
        if unit == self._plans:
            self._run(lambda db: answers.forget_plans(db, unit))
            return
        inventory = self._province.inventory(unit)
        self._take(lambda db: answers.repair(db, inventory))

    # --- send -------------------------------------------------------------------------------------------------------

    def _send(self) -> None:
        total = self._run(outbox.count)
        done = batches = 0
        while batch := self._run(self._next_batch):
            self._halt()
            batches += 1
            if batches > BATCHES_AT_LEAST + 3 * total:
                raise SyncError("sync.wrong_answer")
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
            if self._run(lambda db, error=error: self._not_taken(db, batch, error)):  # type: ignore[misc]
                return False
            raise
        counts = self._take(lambda db: answers.take_receipt(db, batch.id, receipt, answer))
        self._counts.add(counts)
        seconds = time.monotonic() - began
        if seconds < QUICK:
            self._ops = min(self._ops * 2, OPS_AT_MOST)
        elif seconds > SLOW:
            self._ops = max(batch.ops // 2, 1)
            self._run(lambda db: settings.write(db, {OPS_KEPT: self._ops}))
        return True

    def _not_taken(self, db: Db, batch: FrozenBatch, error: SyncError) -> bool:
        """Make the best of a batch that could not be sent; whether the round may go on.

        The server knows each operation by its own number, so sending them again in other batches is safe even if this
        one did arrive.
        """
        outbox.note_failure(db, batch.id, error.code)
        if error.details.get("server_code") == "push.other_bytes":
            # This number came before with other bytes: they were altered on this disk. It stays noted, and what it
            # held leaves under new numbers.
            _log.warning(
                "batch %s is known at the province with other bytes: sent again under another number", batch.id
            )
            outbox.thaw(db, batch.id)
            return True
        if error.code not in {"sync.too_large", "sync.busy", "sync.offline"}:
            return False
        if batch.ops > 1:  # the line cannot carry this much at once; the next round begins with what it can
            self._ops = max(1, batch.ops // 2)
            settings.write(db, {OPS_KEPT: self._ops})
            outbox.thaw(db, batch.id)
            return error.code == "sync.too_large"
        if error.code == "sync.too_large":  # one record alone is too much for this line: it waits, the others go
            for operation in outbox.of_batch(db, batch.id).values():
                answers.set_aside(db, operation, error.code)
            outbox.thaw(db, batch.id)
            return True
        return False

    # --- receive ----------------------------------------------------------------------------------------------------

    def _receive(self) -> bool:
        """Read what changed. True when the province turned out to have lost something that must be sent again: its last
        number is below the one this PC has read to, so its database was restored from a copy."""
        restored = False
        self._plans_at = -1
        for unit in self._with_news():
            restored |= self._receive_unit(unit)
        if self._plans and self._plans_at != self._run(lambda db: _cursor(db, self._plans)):
            restored |= self._receive_unit(self._plans)
        return restored

    def _with_news(self) -> tuple[str, ...]:
        """The units to read: this PC's own, or those the province has news of."""
        if not self._gathers:
            return self._units
        self._halt()
        told = [(unit.unit, unit.high_water, unit.devices, unit.seen_at) for unit in self._province.units().units]
        news = tuple(self._run(lambda db: gathering.note(db, told, self._now)))
        self._units = tuple(dict.fromkeys((*self._units, *news)))
        return news

    def _receive_unit(self, unit: str) -> bool:
        received, restored, before = 0, False, list[str]()
        while True:
            self._halt()
            after = self._run(lambda db, unit=unit: _cursor(db, unit))  # type: ignore[misc]
            began = time.monotonic()
            page = self._province.changes(unit, after, self._page)
            self._page = _next_page(self._page, time.monotonic() - began)
            if page.unit != unit:  # the commune was merged: another code stands for it now
                before.append(unit)
                if len(before) > FOLLOWED_AT_MOST:
                    raise SyncError("sync.wrong_answer")
                unit = page.unit
                continue
            if before:  # taken over only now that the province stands by the other code
                self._take(lambda db, before=before, unit=unit: self._follow(db, before, unit))  # type: ignore[misc]
                before = []
            if page.high_water < after:
                if restored:
                    raise SyncError("sync.wrong_answer")
                restored = True
                self._repair_unit(unit)
                continue
            if page.next < page.high_water and (page.next <= after or not page.items):
                raise SyncError("sync.wrong_answer")  # it says that more is there, and never comes to it
            self._plans_at = max(self._plans_at, page.plans)
            counts = self._take(lambda db, page=page: answers.take_changes(db, page))  # type: ignore[misc]
            self._counts.add(counts)
            received += len(page.items)
            left = max(page.high_water - page.next, 0)
            self._report(Progress(step="receive", done=received, total=received + left))
            if page.next >= page.high_water:
                return restored

    def _follow(self, db: Db, before: list[str], new: str) -> None:
        if self._unit in before:
            answers.follow_unit(db, new)
            self._unit = new
        self._units = tuple(dict.fromkeys(new if unit in before else unit for unit in self._units))

    def _ask_conflicts(self) -> None:
        if not self._run(conflicts.wanted):
            return
        shown = self._run(gathering.in_conflict) if self._gathers else set()
        units = tuple(dict.fromkeys((*self._units, *sorted(shown)))) or (self._unit,)
        for unit in units:
            self._halt()
            told = self._province.conflicts(unit)
            last = unit == units[-1]
            self._counts.dossiers |= self._take(
                lambda db, unit=unit, told=told, last=last: answers.take_conflicts(db, unit, told, last=last)  # type: ignore[misc]
            )

    # --- check ------------------------------------------------------------------------------------------------------

    def _check(self) -> bool:
        self._report(Progress(step="check"))
        units = [*self._units, *filter(None, [self._plans])]
        if len(units) > 1 and self._whole_equal():
            return True
        differing = [unit for unit in units if not self._equal(unit)]
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
        equal = self._is_ours(self._province.digest(unit), unit)
        if self._gathers:
            self._run(lambda db: gathering.note_equal(db, unit, equal))
        return equal

    def _is_ours(self, theirs: protocol.Digest, unit: str) -> bool:
        return (theirs.count, theirs.hash) == self._run(lambda db: answers.digest(db, unit))

    def _known_alike(self) -> bool:
        """One question, and usually the whole round: nothing came to the province that this PC has not read."""
        if self._gathers and not self._run(lambda db: gathering.is_fresh(db, self._now)):
            return False  # it asks for all its units at once, and hears of their PCs
        return self._whole_equal(read=True)

    def _whole_equal(self, *, read: bool = False) -> bool:
        """Whether both sides hold the same of all that this PC reads, by one hash; ``read``: and it has read all of it."""
        theirs = self._province.whole_digest()
        units = self._run(gathering.known) if self._gathers else [self._unit]
        units += filter(None, [self._plans])
        if not theirs.numbers and (self._gathers or theirs.unit != self._unit):
            return False  # a server of before tells of one unit
        cursors = self._run(lambda db: settings.read_all(db, CURSORS))
        here = {unit: int(cursors.get(f"{CURSORS}{unit}") or 0) for unit in units}
        reached = (theirs.numbers or protocol.numbers_hash({theirs.unit: theirs.high_water})) == protocol.numbers_hash(
            here
        )
        equal = (theirs.count, theirs.hash) == self._run(lambda db: answers.digest(db, *units))
        if self._gathers and (equal or reached):  # else it is read first, and then compared
            self._run(lambda db: gathering.note_all_equal(db, equal))
        return equal and (reached or not read)

    def _take(self, action: Callable[[Db], T]) -> T:
        """Take an answer into the database, whole or not at all. ``SyncError``: ``sync.wrong_answer`` when its values are
        not what the protocol promises."""
        try:
            return self._run(action)
        except WRONG_VALUES as error:
            where = traceback.extract_tb(error.__traceback__)[-1].name
            _log.warning("an answer of the province was not taken: %s in %s", type(error).__name__, where)
            raise SyncError("sync.wrong_answer") from error

    def _halt(self) -> None:
        if self._stop.is_set():
            raise SyncError("sync.stopped")


def _cursor(db: Db, unit: str) -> int:
    return int(settings.read(db, f"{CURSORS}{unit}", 0) or 0)


def _next_page(size: int, seconds: float) -> int:
    """How many changes to ask for next: as many as the line carries in a few seconds."""
    if seconds < QUICK:
        return min(size * 2, PAGE_AT_MOST)
    return max(size // 2, PAGE_AT_LEAST) if seconds > SLOW else size
