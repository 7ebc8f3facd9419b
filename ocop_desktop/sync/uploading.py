"""Evidence files to the province, after the records: chunks that fit the line, on from where the last cut was."""

import threading
import time
from collections.abc import Callable, Sequence

from ocop_desktop.errors import Damaged, SyncError
from ocop_desktop.storage import files, settings
from ocop_desktop.storage.db import Db

from . import answers
from .client import Province
from .progress import QUICK, SLOW, Progress, Run

CHUNK_AT_FIRST, CHUNK_AT_LEAST = 128 * 1024, 16 * 1024
ASKED_AT_MOST = 1000  # contents of one question
TRIES_AT_LEAST = 64
"""A file is given up after this many chunks and four times as many as it holds: a server may lose what it took for ever."""
CHUNK_KEPT = "sync.pace_chunk"
"""How many bytes one request may carry on this PC's line, learned from the rounds before."""
PAUSED = "sync.files_paused"
"""The officer lets files wait; records always go."""
RECENT = 20.0
"""The time left is reckoned from this many seconds of sending: what the line does now, not what it did at first."""


class Uploads:
    """The files of one round. ``files`` and ``bytes``: what arrived whole; ``waits``: ``full``, ``paused`` or nothing."""

    def __init__(
        self,
        run: Run,
        province: Province,
        report: Callable[[Progress], None],
        stop: threading.Event,
        *,
        gathers: bool = False,
    ) -> None:
        self._gathers = gathers
        self._run, self._province, self._report, self._stop = run, province, report, stop
        self.files = self.bytes = 0
        self.waits = ""
        self.unreadable: set[str] = set()
        self._chunk = CHUNK_AT_FIRST

    def go(self, most: int, *, full: bool) -> set[str]:
        """Send what the province lacks, in chunks of at most ``most`` bytes; the dossiers it concerns."""
        waiting, elsewhere = self._run(files.to_send), self._run(files.of_other_pcs)
        asked = tuple(stored.sha256 for stored in waiting) + elsewhere
        missing = self.missing(asked)
        touched: set[str] = set()
        for sha256 in set(asked) - missing:
            touched |= self._run(lambda db, sha256=sha256: answers.take_file(db, sha256))  # type: ignore[misc]
        lacking = [stored for stored in waiting if stored.sha256 in missing]
        if lacking and (full or self._paused):
            self.waits = "full" if full else "paused"
            return touched
        most = max(most, CHUNK_AT_LEAST)
        kept = self._run(lambda db: settings.read(db, CHUNK_KEPT))
        self._chunk = min(max(int(kept or CHUNK_AT_FIRST), CHUNK_AT_LEAST), most)
        pace = _Pace(len(lacking), sum(stored.size for stored in lacking), self._report)
        for stored in lacking:
            if self._stop.is_set():
                raise SyncError("sync.stopped")
            if self._paused:
                self.waits = "paused"
                break
            try:
                sent = self._send(stored, pace, most)
            except SyncError as error:
                if error.code != "sync.server_full":
                    raise
                self.waits = "full"
                break
            except Damaged:
                # Changed or lost on this disk since it was attached: what the record vouches for is not there to send.
                self.unreadable.add(stored.sha256)
                self._run(lambda db, stored=stored: files.note_progress(db, stored.sha256, None, 0))  # type: ignore[misc]
                continue
            if not sent:
                self.waits = "paused"
                break
            pace.file_done()
            self.files += 1
            self.bytes += stored.size
            touched |= self._run(lambda db, stored=stored: answers.take_file(db, stored.sha256))  # type: ignore[misc]
        return touched

    def missing(self, contents: Sequence[str]) -> set[str]:
        """Which of these contents the province lacks; where several units are gathered each is asked about its own."""
        asked = self._run(lambda db: files.by_unit(db, contents)) if self._gathers else {"": list(contents)}
        return {
            sha256
            for unit, own in asked.items()
            for start in range(0, len(own), ASKED_AT_MOST)
            for sha256 in self._province.missing(tuple(own[start : start + ASKED_AT_MOST]), unit)
        }

    @property
    def _paused(self) -> bool:
        return bool(self._run(lambda db: settings.read(db, PAUSED)))

    def _send(self, stored: files.Stored, pace: "_Pace", most: int) -> bool:
        """Send one file, on from where it stands; False when the officer paused files in the middle of it."""
        data = self._run(lambda db: files.read(db, stored.sha256))
        upload, offset = stored.upload, 0
        if upload is not None:
            upload, offset = self._go_on(upload)
        if upload is None:
            upload = self._province.start_upload(stored.sha256, stored.size)
            if upload is None:
                pace.add(stored.size)
                return True
        pace.skip(offset)
        failures, tries = 0, TRIES_AT_LEAST + 4 * len(data) // CHUNK_AT_LEAST
        while offset < len(data):
            tries -= 1
            if tries < 0:
                raise SyncError("sync.wrong_answer")
            if self._stop.is_set():
                raise SyncError("sync.stopped")
            if self._run(lambda db, at=offset, url=upload: _note(db, stored.sha256, url, at)):  # type: ignore[misc]
                return False
            began = time.monotonic()
            try:
                then = self._province.send_chunk(upload, offset, data[offset : offset + self._chunk])
            except SyncError as error:
                failures = self._bear(error, failures)
                then = self._province.upload_offset(upload)
            else:
                if not offset < then <= offset + self._chunk:
                    raise SyncError("sync.wrong_answer")
                failures = 0
                self._fit(time.monotonic() - began, most)
            pace.add(then - offset)
            offset = then
        return True

    def _bear(self, error: SyncError, failures: int) -> int:
        """Make the next chunk smaller after a failed one; raises when that was tried often enough. The new count."""
        smaller = max(self._chunk // 2, CHUNK_AT_LEAST)
        too_large = error.code == "sync.too_large" and smaller < self._chunk  # a proxy's limit: no failure of the line
        failures += not too_large
        self._chunk = smaller
        self._run(lambda db: settings.write(db, {CHUNK_KEPT: smaller}))
        again = {"sync.offline", "sync.busy", "sync.offset", "sync.checksum"}
        if not too_large and (error.code not in again or failures >= 3):
            raise error
        self._stop.wait(0.0 if too_large else 0.5 * failures)
        return failures

    def _fit(self, seconds: float, most: int) -> None:
        if seconds < QUICK:
            self._chunk = min(self._chunk * 2, most)
        elif seconds > SLOW:
            self._chunk = max(self._chunk // 2, CHUNK_AT_LEAST)

    def _go_on(self, upload: str) -> tuple[str | None, int]:
        try:
            return upload, self._province.upload_offset(upload)
        except SyncError as error:
            if error.code not in {"sync.gone", "sync.not_allowed", "sync.wrong_answer"}:
                raise
            return None, 0


def _note(db: Db, sha256: str, upload: str, at: int) -> bool:
    """Remember where an upload stands; whether files are to wait now."""
    files.note_progress(db, sha256, upload, at)
    return bool(settings.read(db, PAUSED))


class _Pace:
    """How far the files are and how long they will still take, from what the line carried in the last seconds."""

    def __init__(self, files_total: int, bytes_total: int, report: Callable[[Progress], None]) -> None:
        self._files_total, self._bytes_total, self._report = files_total, bytes_total, report
        self._files = self._bytes = 0
        self._marks = [(time.monotonic(), 0)]
        self._sent = 0

    def skip(self, size: int) -> None:
        """Bytes that arrived in an earlier round: done, but no measure of the line."""
        self._bytes += size
        self._say()

    def add(self, size: int) -> None:
        """Bytes that arrived now."""
        self._bytes += size
        self._sent += size
        now = time.monotonic()
        self._marks.append((now, self._sent))
        while len(self._marks) > 2 and now - self._marks[1][0] > RECENT:
            del self._marks[0]
        self._say()

    def file_done(self) -> None:
        """One more file is whole there."""
        self._files += 1
        self._say()

    def _say(self) -> None:
        (began, before), left = self._marks[0], None
        seconds, sent = time.monotonic() - began, self._sent - before
        if seconds > 1 and sent > 0:
            left = max(round((self._bytes_total - self._bytes) * seconds / sent), 0)
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
