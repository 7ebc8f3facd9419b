"""What has arrived of files on their way: beside the database on one machine, in the object store where there are several.

With ``--files s3://...`` nothing of an upload stands on a worker's own disk, so any worker may take any request.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import obstore
from obstore.store import ObjectStore

from ocop_desktop.server.files import Contents, write_at

_READ = 1024 * 1024


class Parts(Protocol):
    """The bytes of unfinished uploads, by the upload's id."""

    def size(self, upload: str) -> int:
        """How many bytes from the start are safely here."""

    def append(self, upload: str, position: int, chunk: bytes) -> None:
        """Put a chunk at a position, so that a power cut does not lose it; what stood there or beyond does not count."""

    def whole(self, upload: str, size: int) -> "Iterator[Path]":
        """Everything as one file, to read; raises ``FileNotFoundError`` when another worker has ended the upload."""

    def forget(self, upload: str) -> None:
        """Take an upload away."""


class FolderParts:
    """One file for each upload, in a folder that all workers of this machine share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, upload: str) -> Path:
        return self._folder / f"{upload}.part"

    def size(self, upload: str) -> int:
        """How many bytes from the start are safely here."""
        path = self._path(upload)
        return path.stat().st_size if path.exists() else 0

    def append(self, upload: str, position: int, chunk: bytes) -> None:
        """Put a chunk at a position; what stood there is cut off."""
        write_at(self._path(upload), position, chunk)

    def whole(self, upload: str, size: int) -> Iterator[Path]:
        """The file itself."""
        yield self._path(upload)

    def forget(self, upload: str) -> None:
        """Take an upload away."""
        self._path(upload).unlink(missing_ok=True)


class ObjectParts:
    """One object for each chunk, named by where it begins; a chunk that is sent again takes the place of the first."""

    def __init__(self, store: ObjectStore, spool: Path) -> None:
        self._store = store
        self._spool = spool

    def _chunks(self, upload: str) -> list[tuple[int, int, str]]:
        """Start, size and name of the chunks that follow each other from the start."""
        found = sorted(
            (int(each["path"].rpartition("/")[2]), each["size"], each["path"])
            for page in obstore.list(self._store, prefix=f"parts/{upload}/")
            for each in page
        )
        reached, kept = 0, []
        for start, size, name in found:
            if start != reached:
                break
            kept.append((start, size, name))
            reached += size
        return kept

    def size(self, upload: str) -> int:
        """How many bytes from the start are safely here."""
        return sum(size for _, size, _ in self._chunks(upload))

    def append(self, upload: str, position: int, chunk: bytes) -> None:
        """Put a chunk at a position; chunks beyond it are what a lost answer left, and go."""
        beyond = [name for start, _, name in self._chunks(upload) if start > position]
        if beyond:
            obstore.delete(self._store, beyond)
        if chunk:
            obstore.put(self._store, f"parts/{upload}/{position:016}", chunk)

    def whole(self, upload: str, size: int) -> Iterator[Path]:
        """The chunks put together in a file of this worker, for as long as it is read."""
        chunks = self._chunks(upload)
        if sum(length for _, length, _ in chunks) != size:
            raise FileNotFoundError(upload)
        path = self._spool / f"{upload}.whole"
        try:
            with path.open("wb") as file:
                for _, length, name in chunks:
                    for start in range(0, length, _READ):
                        piece = obstore.get_range(self._store, name, start=start, end=min(length, start + _READ))
                        file.write(bytes(piece))
            yield path
        finally:
            path.unlink(missing_ok=True)

    def forget(self, upload: str) -> None:
        """Take an upload away."""
        names = [each["path"] for page in obstore.list(self._store, prefix=f"parts/{upload}/") for each in page]
        if names:
            obstore.delete(self._store, names)


def parts_of(contents: Contents) -> Parts:
    """Where the parts of an installation stand."""
    return FolderParts(contents.spool) if contents.shared is None else ObjectParts(contents.shared, contents.spool)


@contextmanager
def opened(parts: Parts, upload: str, size: int) -> Iterator[Path]:
    """``parts.whole`` for a ``with``."""
    yield from parts.whole(upload, size)
