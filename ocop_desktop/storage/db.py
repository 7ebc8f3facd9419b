"""Open the encrypted database; one transaction for one action.

SQLCipher under sqlite-utils. A connection belongs to the thread that opened it. Only this file reads SQLite's codes.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath
from typing import TypeVar, cast

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils
import uuid6

from ocop_desktop.errors import Damaged, Environment, OcopError

T = TypeVar("T")
Key = bytes

# Below this the next write could fail half way through an attachment; typing is still saved to the last page.
LEAST_FREE_BYTES = 20 * 1024 * 1024


class Db(sqlite_utils.Database):
    """One connection: the file it is on, who works with it, and the clock and ids its actions use."""

    def __init__(self, connection: "sqlcipher.Connection", path: Path) -> None:
        super().__init__(connection)
        self.path = path
        self.officer = ""
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.new_id: Callable[[], str] = lambda: str(uuid6.uuid7())

    def now(self) -> str:
        """This moment, UTC, ISO 8601 to the millisecond."""
        return self.clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @property
    def files(self) -> Path:
        """The folder of the encrypted evidence files."""
        return self.path.with_name(f"{self.path.name}.files")


def translate(error: BaseException) -> OcopError:
    """What an SQLite error means for people. Anything not named here is the machine's disk failing."""
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
    return Environment("disk.failed", errno=name)


_OPERATIONAL = (sqlcipher.OperationalError,)


@contextmanager
def translated() -> Iterator[None]:
    """Turn the environment's SQLite errors into ours; errors of our own SQL pass as the bugs they are."""
    try:
        yield
    except sqlcipher.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name in {"", "SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_RANGE"} or name.startswith(
            ("SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_TOOBIG")
        ):
            raise
        raise translate(error) from error


def refuse_shared_folder(path: Path) -> None:
    """Refuse folders that other machines or synchronising programs write to: WAL needs one machine."""
    text = str(path)
    if text.startswith("\\\\") or (os.name == "nt" and PureWindowsPath(text).drive.startswith("\\\\")):
        raise Environment("folder.shared")
    synced = [os.environ.get(name, "") for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")]
    if any(root and Path(root) in path.parents for root in synced):
        raise Environment("folder.shared")


def _connect(path: Path, key: Key, *, read_only: bool) -> Db:
    refuse_shared_folder(path)
    with translated():
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
    return Db(connection, path)


def open_writer(path: Path, key: Key) -> Db:
    """The one connection that writes. Raises ``Damaged`` or ``Environment``; brings an older schema up to date."""
    from .migrations import upgrade

    db = _connect(path, key, read_only=False)
    try:
        with translated():
            upgrade(db)
    except BaseException:
        db.close()
        raise
    return db


def open_reader(path: Path, key: Key) -> Db:
    """A connection that can only read; it never waits for the writer."""
    return _connect(path, key, read_only=True)


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
    """Do one action in one unit."""
    with translated(), unit(db):
        return action(db)


def back_up(db: Db, target: Path, key: Key | None = None) -> None:
    """Copy the database as it is now, encrypted under the same key, and check the copy."""
    with translated():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        # VACUUM INTO writes a whole, consistent copy with the same SQLCipher key.
        db.conn.execute("VACUUM INTO ?", [str(target)])


def free_bytes(folder: Path) -> int:
    """Free space, in bytes, on the disk of a folder."""
    return shutil.disk_usage(folder if folder.exists() else folder.parent).free


def one(db: Db, sql: str, parameters: tuple[object, ...] = ()) -> tuple[object, ...] | None:
    """The first row of a query, or None."""
    return cast("tuple[object, ...] | None", db.conn.execute(sql, parameters).fetchone())
