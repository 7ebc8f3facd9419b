"""Whole evidence files, under the SHA-256 of their content: a folder by default, S3 at scale, through obstore."""

import errno
import hashlib
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import IO

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from ocop_desktop.errors import Environment
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.settings import Settings

_log = logging.getLogger(__name__)

_READ = 1024 * 1024
# A storage that is away: a PC is told to come back before its own patience ends, and no worker is held for minutes.
_AWAY_SECONDS, _TRY_SECONDS = 15, 30


class Contents:
    """Files that are complete; one content is kept once, whoever sent it."""

    def __init__(self, settings: Settings) -> None:
        self._folder = None if settings.files else settings.data / "files"
        self._data = settings.data
        self._reserve = settings.reserve
        self.spool = settings.data / "spool"
        self.spool.mkdir(parents=True, exist_ok=True)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._store: ObjectStore = LocalStore(self._folder)
        else:
            self._store = _remote(settings.files)

    def full(self, coming: int = 0) -> bool:
        """Whether ``coming`` more bytes would eat into the space kept for records."""
        return shutil.disk_usage(self._data).free - coming < self._reserve

    def keep(self, sha256: str, part: Path) -> None:
        """Store a finished part under its content; when this returns, a power cut does not lose it.

        Raises ``server.busy`` when the storage does not answer; the part stays and may be kept later.
        """
        name = _name(sha256)
        # A file that is already there is written again: it may be what a power cut left of an earlier try.
        with _answering():
            obstore.put(self._store, name, part)
        if self._folder is not None:
            stored = self._folder / name
            _flush(stored)
            for folder in (stored.parent, stored.parent.parent):
                _flush(folder)

    def read(self, sha256: str, start: int, end: int) -> Iterator[bytes]:
        """The bytes from ``start`` up to, not with, ``end``, a piece at a time.

        Raises ``FileNotFoundError``, and ``server.busy`` when the storage does not answer.
        """
        while start < end:
            until = min(end, start + _READ)
            with _answering():
                piece = bytes(obstore.get_range(self._store, _name(sha256), start=start, end=until))
            yield piece
            start = until


def _remote(address: str) -> ObjectStore:
    if not address.startswith("s3://"):
        return from_url(address)
    # Options given here replace those of the environment, of which this one has no other way in.
    plain = os.environ.get("AWS_ALLOW_HTTP", "").lower() in {"true", "1", "yes"}
    return from_url(
        address,
        client_options={
            "allow_http": plain,
            "connect_timeout": timedelta(seconds=5),
            "timeout": timedelta(seconds=_TRY_SECONDS),
        },
        retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=_AWAY_SECONDS)},
    )


@contextmanager
def _answering() -> Iterator[None]:
    """What obstore says of a storage that is away or refuses is for a log; a PC is told to come again."""
    try:
        yield
    except BaseError as error:
        _log.error("the storage of files does not answer", exc_info=error)
        raise refuse("server.busy", retry_after=15) from error


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _flush(path: Path) -> None:
    """Have the disk hold a file, or (not on Windows, which does not offer it) the names in a folder."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes its name only when it is whole and on the disk; otherwise what was there stays.

    Raises ``Environment``: ``disk.full`` or ``disk.failed``.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _flush(path.parent)
    except OSError as error:
        raise Environment("disk.full" if error.errno in {errno.ENOSPC, errno.EFBIG} else "disk.failed") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_at(part: Path, position: int, chunk: bytes) -> None:
    """Put a chunk at a position of a part and have the disk hold it; what stood there is cut off first."""
    with part.open("r+b" if part.exists() else "w+b") as file:
        file.truncate(position)
        file.seek(position)
        file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def sha256_of(part: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with part.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
