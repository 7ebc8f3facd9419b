"""Open the encrypted database; one transaction for one action.

SQLCipher under sqlite-utils. A connection belongs to the thread that opened it. Only this file reads SQLite's codes.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath
from typing import TypeVar, cast

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils
import uuid6

from ocop_desktop.errors import Damaged, Environment, OcopError

from .durable import explain

T = TypeVar("T")
Key = bytes

# Below this the next write could fail half way through an attachment; typing is still saved to the last page.
LEAST_FREE_BYTES = 20 * 1024 * 1024
_NO_ROOM = 128 * 1024


class Db(sqlite_utils.Database):
    """One connection: the file it is on, who works with it, and the clock and ids its actions use."""

    def __init__(self, connection: "sqlcipher.Connection", path: Path) -> None:
        super().__init__(connection)
        self.path = path
        self.stands: tuple[int, int] | None = None
        """The file that was opened, as the system numbers it; None where its numbers may change (Windows, a stick)."""
        self.officer = ""
        self.person = ""
        self.roles: frozenset[str] | None = None
        """What the person may do; None for the program itself, which nobody opened."""
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.new_id: Callable[[], str] = lambda: str(uuid6.uuid7())

    def now(self) -> str:
        """This moment, UTC, ISO 8601 to the millisecond."""
        return self.clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @property
    def files(self) -> Path:
        """The folder of the encrypted evidence files."""
        return self.path.with_name(f"{self.path.name}.files")


def translate(error: BaseException, path: Path | None = None) -> OcopError:
    """What an SQLite error means for people. Anything not named here is the machine's disk failing.

    ``path``: the database, where it is known: SQLite says no more than "input or output" of a full disk or a pulled stick.
    """
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return Environment("disk.full")
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return Environment("folder.read_only")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Environment("database.locked")
    if name.startswith("SQLITE_CANTOPEN"):
        return Environment("database.cannot_open")
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return Damaged("database.damaged")
    if path is not None and name.startswith("SQLITE_IOERR"):
        if not path.exists():
            return Environment("folder.gone")
        if free_bytes(path.parent) < _NO_ROOM:
            return Environment("disk.full")
    return Environment("disk.failed", errno=name)


_OPERATIONAL = (sqlcipher.OperationalError,)


@contextmanager
def translated(path: Path | None = None) -> Iterator[None]:
    """Turn the environment's SQLite errors into ours; errors of our own SQL pass as the bugs they are."""
    try:
        yield
    except sqlcipher.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name in {"", "SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_RANGE"} or name.startswith(
            ("SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_TOOBIG")
        ):
            raise
        raise translate(error, path) from error


WRONG_VALUES: tuple[type[Exception], ...] = (
    *(sqlcipher.IntegrityError, sqlcipher.InterfaceError, sqlcipher.DataError, sqlcipher.ProgrammingError),
    *(ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError),
)
"""What taking another machine's values may raise when they are not of the promised kind."""


def refuse_shared_folder(path: Path) -> None:
    """Refuse folders that other machines or synchronising programs write to: WAL needs one machine."""
    if PureWindowsPath(str(path)).drive.startswith("\\\\") or _is_remote(path):
        raise Environment("folder.shared")
    path = path.absolute()
    synced = [os.environ.get(name, "") for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")]
    if any(root and Path(root) in path.parents for root in synced):
        raise Environment("folder.shared")


_REMOTE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "afs", "davfs"})


def _is_remote(path: Path) -> bool:
    """Whether a folder is on another machine's disk: a mapped drive on Windows, a network mount on Linux."""
    if sys.platform == "win32":
        import ctypes

        drive_remote = 4
        return ctypes.windll.kernel32.GetDriveTypeW(f"{path.absolute().drive}\\") == drive_remote
    try:
        mounts = Path("/proc/mounts").read_text("utf-8", errors="replace")
    except OSError:
        return False
    return file_system(mounts, path.resolve()) in _REMOTE_SYSTEMS


def file_system(mounts: str, path: Path) -> str:
    """The type of the file system a path is on, by a table in the form of ``/proc/mounts``."""
    table = [line.split() for line in mounts.splitlines()]
    points = [(Path(row[1].replace("\\040", " ")), row[2]) for row in table if len(row) > 2]
    holding = [(len(point.parts), kind) for point, kind in points if point == path or point in path.parents]
    # The deepest mount holds the path; of several on one folder, the last one mounted.
    return max(enumerate(holding), key=lambda item: (item[1][0], item[0]))[1][1] if holding else ""


def connect(path: Path, key: Key, *, read_only: bool) -> Db:
    """A connection to a file whatever its schema: for this room only; others use ``open_writer`` and ``open_reader``."""
    refuse_shared_folder(path)
    with translated(path):
        connection = sqlcipher.connect(str(path), timeout=5.0)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA busy_timeout = 5000")
            connection.execute("PRAGMA temp_store = MEMORY")  # nothing readable in temporary files
            connection.execute("PRAGMA secure_delete = FAST")
            if read_only:
                connection.execute("PRAGMA query_only = ON")
            else:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
    db = Db(connection, path)
    db.stands = _number(path) if sys.platform != "win32" else None
    return db


def _number(path: Path) -> tuple[int, int]:
    about = path.stat()
    return about.st_dev, about.st_ino


def lost(db: Db) -> str:
    """Whether the open file still stands where it was opened: empty, ``gone``, or ``other`` when another is there now."""
    try:
        there = _number(db.path)
    except OSError:
        return "gone"
    return "other" if db.stands is not None and there != db.stands else ""


def open_writer(path: Path, key: Key) -> Db:
    """The one connection that writes. Raises ``Damaged`` or ``Environment``; brings an older schema up to date."""
    from .migrations import begin, is_current, upgrade

    db = connect(path, key, read_only=False)
    try:
        with translated():
            begin(db)
            if is_current(db):
                return db
            upgrade(db, key)
    except BaseException:
        db.close()
        raise
    return connect(path, key, read_only=False)


def open_reader(path: Path, key: Key) -> Db:
    """A connection that can only read; it never waits for the writer. ``Damaged``: ``database.newer``."""
    from .migrations import refuse_newer

    db = connect(path, key, read_only=True)
    try:
        with translated():
            refuse_newer(db)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def unit(db: Db) -> Iterator[None]:
    """One transaction that takes the write lock first; all of it is kept, or none."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.commit()
    except BaseException:
        db.conn.rollback()
        raise


def run(db: Db, action: Callable[[Db], T]) -> T:
    """Do one action in one unit. ``Environment``: ``folder.gone`` (``other``: another file stands there now).

    A file whose folder was renamed or removed can still be written, and nobody would ever find it again.
    """
    if where := lost(db):
        raise Environment("folder.gone", other=where == "other")
    with translated(db.path), unit(db):
        return action(db)


def back_up(db: Db, target: Path, key: Key) -> None:
    """Copy the database as it is now, encrypted under the same key, check the copy, and only then give it its name."""
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with translated():
            # VACUUM INTO writes a whole, consistent copy with the same SQLCipher key, without waiting for the writer. For
            # a reading connection it is a write, though not to its own file.
            reading = one(db, "PRAGMA query_only") == (1,)
            db.conn.execute("PRAGMA query_only = OFF")
            try:
                db.conn.execute("VACUUM INTO ?", [str(part)])
            finally:
                db.conn.execute(f"PRAGMA query_only = {int(reading)}")
        _check_copy(part, key)
        part.replace(target)
    except OSError as error:
        raise explain(error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _check_copy(path: Path, key: Key) -> None:
    copy = connect(path, key, read_only=True)
    try:
        check_sound(copy)
    finally:
        copy.close()


def check_sound(db: Db) -> None:
    """Read the whole file: every page against its seal, every index against its table. ``Damaged``: ``database.damaged``."""
    with translated():
        sealed = db.conn.execute("PRAGMA cipher_integrity_check").fetchall() == []
        sound = one(db, "PRAGMA integrity_check") == ("ok",)
    if not (sealed and sound):
        raise Damaged("database.damaged")


def set_aside(path: Path) -> None:
    """Take away what SQLite keeps beside a closed database. What was in them must have been brought into the file before."""
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def close_whole(db: Db) -> None:
    """Bring everything into the one file and close it. ``Environment``: ``database.locked`` while another program has it open."""
    try:
        with translated():
            # Leaving WAL needs the file for oneself: it fails as long as anybody else has it open, reading or writing.
            mode = one(db, "PRAGMA journal_mode = DELETE")
    finally:
        db.close()
    if mode != ("delete",):
        raise Environment("database.locked")
    set_aside(db.path)


def free_bytes(folder: Path) -> int:
    """Free space, in bytes, on the disk of a folder."""
    return shutil.disk_usage(folder if folder.exists() else folder.parent).free


def one(db: Db, sql: str, parameters: tuple[object, ...] = ()) -> tuple[object, ...] | None:
    """The first row of a query, or None."""
    return cast("tuple[object, ...] | None", db.conn.execute(sql, parameters).fetchone())
