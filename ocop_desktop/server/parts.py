"""What has arrived of files on their way: in a folder where one machine serves, in the database where several do.

PostgreSQL with ``--files s3://...``: nothing of an upload stands on a worker's own disk, so any worker may take any
request; and chunks are taken also while the storage is away.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, delete, select

from ocop_desktop.server.files import Contents, write_at
from ocop_desktop.server.store import Store, add, rows
from ocop_desktop.server.tables import upload_parts


class Parts(Protocol):
    """The bytes of unfinished uploads, by the upload's id."""

    def safe(self, upload: str, position: int) -> int:
        """How many bytes are here, where the database counts ``position``."""

    def append(self, connection: Connection, upload: str, position: int, chunk: bytes) -> None:
        """Put a chunk at a position, so that a power cut does not lose it; what stood there or beyond does not count."""

    def whole(self, upload: str, size: int) -> Iterator[Path]:
        """Everything as one file, to read; ``FileNotFoundError`` when another worker has ended the upload."""

    def forget(self, upload: str) -> None:
        """Take the bytes of an upload away."""


class FolderParts:
    """One file for each upload, in a folder that all workers of this machine share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, upload: str) -> Path:
        return self._folder / f"{upload}.part"

    def safe(self, upload: str, position: int) -> int:
        """Never more than the disk has: the folder may be older than the database."""
        path = self._path(upload)
        return min(position, path.stat().st_size if path.exists() else 0)

    def append(self, _connection: Connection, upload: str, position: int, chunk: bytes) -> None:
        """Put a chunk at a position; what stood there is cut off."""
        write_at(self._path(upload), position, chunk)

    def whole(self, upload: str, size: int) -> Iterator[Path]:
        """The file itself."""
        path = self._path(upload)
        if size == 0 and not path.exists():
            write_at(path, 0, b"")
        yield path

    def forget(self, upload: str) -> None:
        """Take the file away."""
        self._path(upload).unlink(missing_ok=True)


class DatabaseParts:
    """One row for each chunk, written in the transaction that counts it."""

    def __init__(self, store: Store, spool: Path) -> None:
        self._store = store
        self._spool = spool

    def safe(self, _upload: str, position: int) -> int:
        """What is counted is here."""
        return position

    def append(self, connection: Connection, upload: str, position: int, chunk: bytes) -> None:
        """Add a row."""
        if chunk:
            add(connection, upload_parts, [{"upload": upload, "position": position, "content": chunk}])

    def whole(self, upload: str, size: int) -> Iterator[Path]:
        """The chunks put together in a file of this worker, for as long as it is read."""
        of = upload_parts.c.upload == upload
        path = self._spool / f"{upload}.whole"
        try:
            with path.open("wb") as file:
                starts = select(upload_parts.c.position).where(of).order_by(upload_parts.c.position)
                for row in self._store.read(lambda connection: rows(connection, starts)):
                    one = select(upload_parts.c.content).where(of, upload_parts.c.position == row["position"])
                    file.write(self._store.read(lambda connection, one=one: connection.execute(one).scalar()) or b"")  # type: ignore[misc]
                if file.tell() != size:
                    raise FileNotFoundError(upload)
            yield path
        finally:
            path.unlink(missing_ok=True)

    def forget(self, upload: str) -> None:
        """Take the rows away."""
        gone = delete(upload_parts).where(upload_parts.c.upload == upload)
        self._store.write(lambda connection: connection.execute(gone))


def parts_of(contents: Contents, store: Store) -> Parts:
    """Where the parts of an installation stand."""
    several = contents.shared is not None and store.shared
    return DatabaseParts(store, contents.spool) if several else FolderParts(contents.spool)


@contextmanager
def opened(parts: Parts, upload: str, size: int) -> Iterator[Path]:
    """``parts.whole`` for a ``with``."""
    yield from parts.whole(upload, size)
