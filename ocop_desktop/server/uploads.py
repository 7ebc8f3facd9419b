"""Files on their way: the rules of tus 1.0.0 (creation, checksum, termination, expiration), without HTTP.

The position in the database says how much of a part counts; bytes beyond it, left by a power cut, are cut off by the
next chunk. A chunk counts whole or not at all, but for one whose line was cut: what came of it is kept.
"""

import base64
import hashlib
import hmac
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, delete, select, update

from ocop_desktop.errors import Refused
from ocop_desktop.protocol import parse_metadata
from ocop_desktop.server.accounts import Caller
from ocop_desktop.server.files import Contents, sha256_of
from ocop_desktop.server.parts import opened, parts_of
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.pushing import new_id
from ocop_desktop.server.reading import is_uuid
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.server.store import Row, Store, add, by_ids, first, rows
from ocop_desktop.server.tables import files, uploads

is_sha256 = re.compile(r"[0-9a-f]{64}").fullmatch

CHECKSUMS = ("sha256", "sha1")
"""What a chunk may be checked with: ours, and the one that tus asks of every server."""


@dataclass(frozen=True)
class Upload:
    """An upload as its sender sees it."""

    upload: str
    position: int
    size: int
    expires_at: str
    stored: bool = False


class Uploads:
    """Begin, continue, ask about and end uploads."""

    def __init__(self, settings: Settings, store: Store, contents: Contents) -> None:
        self._settings = settings
        self._store = store
        self._contents = contents
        self._parts = parts_of(contents, store)

    def begin(self, caller: Caller, length: str, metadata: str) -> Upload:
        """A new upload, the unfinished one of the same content, or ``stored`` when the unit has the content.

        Raises ``file.metadata``, ``file.too_large``, ``scope.outside``, ``server.full``.
        """
        try:
            named = parse_metadata(metadata)
            size = int(length)
        except ValueError as error:
            raise refuse("file.metadata") from error
        sha256, record = named.get("sha256", ""), named.get("record") or None
        if size < 0 or not is_sha256(sha256) or (record is not None and not is_uuid(record)):
            raise refuse("file.metadata")
        if size > self._settings.limits.file:
            raise refuse("file.too_large")
        unit = caller.choose(named.get("unit", ""))
        if self._contents.full(size):
            self._require_stored(unit, sha256)
        self.sweep()
        begun = self._store.write(lambda connection: self._begin(connection, caller, unit, record, sha256, size))
        return self._finish(begun.upload) if not begun.stored and begun.position == begun.size else begun

    def _require_stored(self, unit: str, sha256: str) -> None:
        """With a full disk only content that is already here is welcome."""
        if self._store.read(lambda connection: find_file(connection, unit, sha256)) is None:
            raise refuse("server.full", retry_after=3600)

    def _begin(
        self, connection: Connection, caller: Caller, unit: str, record: str | None, sha256: str, size: int
    ) -> Upload:
        if find_file(connection, unit, sha256) is not None:
            return Upload(sha256, size, size, "", stored=True)
        begun = first(
            connection,
            select(uploads).where(
                uploads.c.device == caller.device,
                uploads.c.unit == unit,
                uploads.c.sha256 == sha256,
                uploads.c.size == size,
                uploads.c.done.is_(False),
            ),
        )
        if begun is not None:
            return self._seen(begun)
        expires = stamp(self._settings.clock() + timedelta(days=self._settings.upload_days))
        upload = new_id()
        row = {
            "upload": upload,
            "device": caller.device,
            "unit": unit,
            "record": record,
            "sha256": sha256,
            "size": size,
            "position": 0,
            "expires_at": expires,
            "done": False,
        }
        add(connection, uploads, [row])
        return Upload(upload, 0, size, expires)

    def look(self, caller: Caller, upload: str) -> Upload:
        """How far an upload is; a SHA-256 names a content that is here whole. Raises ``file.unknown`` or ``file.gone``."""
        if is_sha256(upload):
            return self._whole(caller, upload)
        row = self._store.read(lambda connection: self._own(connection, caller, upload))
        if not row["done"] and self._position(row) == row["size"]:
            return self._finish(upload)
        return self._seen(row)

    def add_chunk(self, caller: Caller, upload: str, offset: str, checksum: str, chunk: bytes) -> Upload:
        """Add one chunk at its offset; the last one completes the file.

        A chunk may come without a checksum, as tus allows: the SHA-256 of the whole is compared in any case.
        Raises ``file.metadata``, ``file.no_checksum``, ``file.checksum``, ``file.offset``, ``file.beyond_end``, ``file.whole_digest``
        (the upload is ended: the file changed on the sender's disk), ``file.unknown``, ``file.gone``, ``server.full``.
        """
        _verify(checksum, chunk)
        if not offset:
            raise refuse("file.metadata", field="Upload-Offset")
        if not (offset.isascii() and offset.isdigit()):
            raise refuse("file.offset")
        if is_sha256(upload):
            whole = self._whole(caller, upload)
            if int(offset) != whole.size or chunk:
                raise refuse("file.offset")
            return whole
        if self._contents.full(len(chunk)):
            raise refuse("server.full", retry_after=3600)

        row = self._store.write(lambda connection: self._append(connection, caller, upload, int(offset), chunk))
        return self._finish(upload) if row["position"] == row["size"] else self._seen(row)

    def keep_cut(self, caller: Caller, upload: str, offset: str, begun: bytes) -> None:
        """Keep what arrived of a chunk before its line was cut, as tus asks: on a bad line it is one byte in ten.

        Its checksum covers more than these bytes, so only the SHA-256 of the whole will tell whether they are right;
        they never complete a file. What does not fit is not kept, and nobody is told: nobody listens.
        """
        if not begun or not (offset.isascii() and offset.isdigit()) or self._contents.full(len(begun)):
            return
        with suppress(Refused):
            self._store.write(lambda connection: self._append(connection, caller, upload, int(offset), begun, cut=True))

    def _append(
        self, connection: Connection, caller: Caller, upload: str, offset: int, chunk: bytes, *, cut: bool = False
    ) -> Row:
        row = self._own(connection, caller, upload, lock=True)
        position = self._position(row)
        if offset != position or row["done"]:
            raise refuse("file.offset")
        reached = position + len(chunk)
        if reached > row["size"] or (cut and reached == row["size"]):
            raise refuse("file.beyond_end")
        self._parts.append(connection, upload, position, chunk)
        connection.execute(update(uploads).where(uploads.c.upload == upload).values(position=reached))
        return {**row, "position": reached}

    def keep(self, caller: Caller, unit: str, sha256: str, part: Path) -> bool:
        """Keep a whole content that came another way; False when the disk is too full for it. ``part`` is used up.

        The caller has compared the content with its SHA-256.
        """
        size = part.stat().st_size
        if self._store.read(lambda connection: find_file(connection, unit, sha256)) is None:
            if size > self._settings.limits.file or self._contents.full():
                return False
            self._contents.keep(sha256, part)
            row = {"sha256": sha256, "unit": unit, "size": size, "record": None, "device": caller.device}
            self._store.write(lambda connection: self._note(connection, row))
        part.unlink(missing_ok=True)
        return True

    def _note(self, connection: Connection, row: Row) -> None:
        if find_file(connection, row["unit"], row["sha256"]) is None:
            add(connection, files, [{**row, "at": stamp(self._settings.clock())}])

    def end(self, caller: Caller, upload: str) -> None:
        """Forget an upload. Raises ``file.unknown`` or ``file.gone``."""
        self._store.read(lambda connection: self._own(connection, caller, upload))
        self._forget(upload)

    def sweep(self) -> None:
        """Forget uploads that expired."""
        now = stamp(self._settings.clock())
        statement = select(uploads.c.upload).where(uploads.c.expires_at < now)
        for row in self._store.read(lambda connection: rows(connection, statement)):
            self._forget(row["upload"])

    def _whole(self, caller: Caller, sha256: str) -> Upload:
        """A content that needs no upload, seen as a finished one."""
        size: int = self._store.read(lambda connection: readable_file(connection, caller, sha256))["size"]
        return Upload(sha256, size, size, "", stored=True)

    def _finish(self, upload: str) -> Upload:
        """Verify the whole file and keep it. May be repeated after a crash at any point."""
        row = self._store.read(lambda connection: first(connection, select(uploads).where(uploads.c.upload == upload)))
        if row is None:
            raise refuse("file.unknown")
        if not row["done"]:
            try:
                with opened(self._parts, upload, row["size"]) as part:
                    if sha256_of(part) != row["sha256"]:
                        self._forget(upload)
                        raise refuse("file.whole_digest")
                    self._contents.keep(row["sha256"], part)
            except FileNotFoundError as error:
                # Another request finished this upload in between.
                raise refuse("server.busy", retry_after=1) from error
            self._store.write(lambda connection: self._record(connection, row))
            self._parts.forget(upload)
        return Upload(upload, row["size"], row["size"], row["expires_at"])

    def _record(self, connection: Connection, row: Row) -> None:
        self._note(connection, {name: row[name] for name in ("sha256", "unit", "size", "record", "device")})
        connection.execute(update(uploads).where(uploads.c.upload == row["upload"]).values(done=True))

    def _own(self, connection: Connection, caller: Caller, upload: str, lock: bool = False) -> Row:
        if not is_uuid(upload):
            raise refuse("file.unknown")
        statement = select(uploads).where(uploads.c.upload == upload, uploads.c.device == caller.device)
        row = first(connection, statement.with_for_update() if lock else statement)
        if row is None:
            raise refuse("file.unknown")
        if row["expires_at"] < stamp(self._settings.clock()):
            raise refuse("file.gone")
        return row

    def _seen(self, row: Row) -> Upload:
        return Upload(row["upload"], self._position(row), row["size"], row["expires_at"])

    def _position(self, row: Row) -> int:
        """What counts of a part: never more than the disk has (the spool may be older than the database)."""
        position: int = row["position"]
        if row["done"]:
            return position
        return self._parts.safe(row["upload"], position)

    def _forget(self, upload: str) -> None:
        self._store.write(lambda connection: connection.execute(delete(uploads).where(uploads.c.upload == upload)))
        self._parts.forget(upload)


def _verify(checksum: str, chunk: bytes) -> None:
    """Compare a chunk with its ``Upload-Checksum``, when it has one."""
    if not checksum:
        return
    algorithm, _, value = checksum.partition(" ")
    if algorithm not in CHECKSUMS:
        raise refuse("file.no_checksum")
    try:
        expected = base64.b64decode(value, validate=True)
    except ValueError as error:
        raise refuse("file.no_checksum") from error
    if not hmac.compare_digest(hashlib.new(algorithm, chunk, usedforsecurity=False).digest(), expected):
        raise refuse("file.checksum")


def find_file(connection: Connection, unit: str, sha256: str) -> Row | None:
    """A complete file of a unit."""
    return first(connection, select(files).where(files.c.unit == unit, files.c.sha256 == sha256))


def readable_file(connection: Connection, caller: Caller, sha256: str) -> Row:
    """A complete file of any unit in the caller's scope. Raises ``file.unknown``."""
    for row in rows(connection, select(files).where(files.c.sha256 == sha256)):
        if caller.may(row["unit"]):
            return row
    raise refuse("file.unknown")


def missing_files(connection: Connection, unit: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these contents a unit does not have whole. Raises ``body.invalid`` for what is not a SHA-256."""
    if not all(map(is_sha256, wanted)) or len(wanted) > 10_000:
        raise refuse("body.invalid", field="sha256")
    here = {row["sha256"] for row in by_ids(connection, files, "sha256", wanted) if row["unit"] == unit}
    return tuple(sha256 for sha256 in wanted if sha256 not in here)


def parse_range(header: str, size: int) -> tuple[int, int] | None:
    """The start and end (not included) of ``Range: bytes=a-b``; ``None`` when the header is not of that form.

    Raises ``file.range`` when the file has no such bytes.
    """
    found = re.fullmatch(r"bytes=(\d{1,18})-(\d{0,18})", header.strip(), re.ASCII)
    if found is None:
        return None
    start = int(found[1])
    end = min(size, int(found[2]) + 1) if found[2] else size
    if start >= size or end <= start:
        raise refuse("file.range")
    return start, end
