"""Write a file so that after a power cut it is either the old one or the new one, whole."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from ocop_desktop.errors import Environment, OcopError


def write_file(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``: temporary name, fsync, rename, fsync of the folder.

    Raises ``Environment``: ``disk.full``, ``folder.read_only``, ``file.locked`` or ``disk.failed``.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the name ``path`` only when it is whole and on the disk; otherwise what was there stays.

    Raises what ``write_file`` raises.
    """
    temporary = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise explain(error) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def sync_file(path: Path) -> None:
    """Bring a file's content to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder to the disk."""
    if sys.platform == "win32":  # Windows cannot open a folder for fsync; NTFS journals the rename itself.
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def explain(error: OSError) -> OcopError:
    """The machine's fault behind an ``OSError``, as one of our codes."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return Environment("disk.full")
    if getattr(error, "winerror", None) in {32, 33}:  # sharing and lock violations, which Python calls EACCES
        return Environment("file.locked")
    if error.errno in {errno.EACCES, errno.EROFS, errno.EPERM}:
        return Environment("folder.read_only")
    if error.errno in {errno.EBUSY, errno.ETXTBSY, errno.EAGAIN}:
        return Environment("file.locked")
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EISDIR}:
        return Environment("folder.missing")
    return Environment("disk.failed", errno=error.errno)
