"""Copies of a database with its evidence, encrypted as it is, each opened before it counts as a copy.

A place for copies is a folder: one folder for each copy (``ocop.db``, its key slots, ``note.json``) and one ``files`` folder
that all of them share, since an evidence file never changes once it is written. A copy without its note is unfinished.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from ocop_desktop.errors import Damaged, Environment, OcopError

from . import files, journal, settings, vault
from .db import LEAST_FREE_BYTES, Db, Key, back_up, check_sound, connect, free_bytes, one
from .durable import explain, write_file
from .migrations import migrations

NOTE = "note.json"
DATABASE = "ocop.db"
FILES = "files"

Why = Literal["daily", "by_hand", "before_restore", "before_upgrade"]

# What is kept: each of the last days, then one a week, then one a month.
DAYS, WEEKS, MONTHS = 7, 5, 12


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What a copy says of itself, without a word of what is in it: ``at`` (UTC), the database's id, the schema's
    migrations, how many records and dossiers, the last journal line, and the names of its evidence files (random)."""

    at: str
    why: Why
    database: str
    app: str
    schema: tuple[str, ...]
    records: int
    dossiers: int
    journal: str
    size: int
    files: tuple[str, ...]
    file_bytes: int


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A finished copy: its folder, its note, whether it stands on another disk than the database."""

    folder: Path
    note: Note
    elsewhere: bool = False

    @property
    def database(self) -> Path:
        """The copied database."""
        return self.folder / DATABASE

    @property
    def pool(self) -> Path:
        """Where its evidence files are."""
        return self.folder.parent / FILES


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What opening a copy showed: records and files read to the last byte, and the files that are not whole (random names)."""

    records: int
    files: int
    broken: tuple[str, ...] = ()


def here(database: Path) -> Path:
    """The place for copies beside a database."""
    return database.with_name(f"{database.name}.backups")


def make(db: Db, key: Key, place: Path, why: Why, app: str) -> Copy:
    """Make a copy and open it. ``db`` may be a reading connection. Raises ``Environment`` or ``Damaged``; what was there stays."""
    stamp = db.now().replace(":", "").replace("-", "")[:15]
    final = place / f"{stamp}Z-{why}"
    part = place / f"{final.name}.part"
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        room = free_bytes(place)
        if room < db.path.stat().st_size + _missing_bytes(db, place / FILES) + LEAST_FREE_BYTES:
            raise Environment("disk.nearly_full")
        back_up(db, part / DATABASE, key)
        write_file(part / f"{DATABASE}.keys", vault.vault_file(db.path).read_bytes())
        note = _note(part / DATABASE, key, why, app, db)
        _copy_files(db.files, place / FILES, note.files)
        write_file(part / NOTE, msgspec.json.encode(note))
        shutil.rmtree(final, ignore_errors=True)
        part.rename(final)
    except OSError as error:
        raise explain(error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Copy(folder=final, note=note, elsewhere=_elsewhere(final, db.path))


def _missing_bytes(db: Db, pool: Path) -> int:
    rows = db.conn.execute("SELECT name, size FROM file WHERE here = 1")
    return sum(size for name, size in rows if not (pool / name).exists())


def _note(path: Path, key: Key, why: Why, app: str, source: Db) -> Note:
    copy = connect(path, key, read_only=True)
    try:
        names = [(name, size) for name, size in copy.conn.execute("SELECT name, size FROM file WHERE here = 1")]
        return Note(
            at=source.now(),
            why=why,
            database=str(settings.read(copy, "database.id", "")),
            app=app,
            schema=tuple(migration.name for migration in migrations.applied(copy)),
            records=_count(copy, "SELECT count(*) FROM record WHERE deleted = 0"),
            dossiers=_count(copy, "SELECT count(*) FROM record WHERE deleted = 0 AND type = 'dossier'"),
            journal=str(journal.head(copy)),
            size=path.stat().st_size,
            files=tuple(name for name, _ in names),
            file_bytes=sum(size for _, size in names),
        )
    finally:
        copy.close()


def _count(db: Db, sql: str) -> int:
    found = one(db, sql)
    assert found is not None and isinstance(found[0], int)
    return found[0]


def _copy_files(source: Path, pool: Path, names: tuple[str, ...]) -> None:
    """Bring what the pool lacks, each whole under its name or not at all. A file that is lost is told by the check."""
    pool.mkdir(parents=True, exist_ok=True)
    for name in names:
        if (pool / name).exists() or not (source / name).exists():
            continue
        part = pool / f"{name}.part"
        shutil.copyfile(source / name, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(pool / name)


def copies(place: Path, database: Path | None = None, of: str = "") -> list[Copy]:
    """The finished copies at a place, latest first; ``of``: only those of a database's id."""
    found = []
    with suppress(OSError):
        for folder in place.iterdir():
            note = _read_note(folder)
            if note is not None and (not of or note.database == of):
                away = database is not None and _elsewhere(folder, database)
                found.append(Copy(folder=folder, note=note, elsewhere=away))
    return sorted(found, key=lambda copy: copy.note.at, reverse=True)


def _read_note(folder: Path) -> Note | None:
    try:
        return msgspec.json.decode((folder / NOTE).read_bytes(), type=Note)
    except (OSError, msgspec.MsgspecError):
        return None


def _elsewhere(folder: Path, database: Path) -> bool:
    try:
        return folder.stat().st_dev != database.parent.stat().st_dev
    except OSError:
        return False


def check(copy: Copy, key: Key, report: Callable[[int, int], None] = lambda done, total: None) -> Checked:
    """Open a copy and read all of it: every page, every record counted, every evidence file decrypted and hashed.

    ``report(done, total)`` in files. ``Damaged``: the database of the copy is not whole.
    """
    db = connect(copy.database, key, read_only=True)
    try:
        check_sound(db)
        records = _count(db, "SELECT count(*) FROM record WHERE deleted = 0")
        if records != copy.note.records:
            raise Damaged("backup.other_count", there=records, noted=copy.note.records)
        broken = []
        for done, name in enumerate(copy.note.files, 1):
            if not _is_whole(db, copy.pool, name):
                broken.append(name)
            report(done, len(copy.note.files))
        return Checked(records=records, files=len(copy.note.files), broken=tuple(broken))
    finally:
        db.close()


def _is_whole(db: Db, pool: Path, name: str) -> bool:
    row = one(db, "SELECT sha256 FROM file WHERE name = ?", (name,))
    try:
        return row is not None and hashlib.sha256(files.open_encrypted(db, pool / name)).hexdigest() == row[0]
    except (OcopError, OSError):
        return False


def prune(place: Path, of: str, now: datetime) -> int:
    """Take away copies nobody needs any more; how many. The latest is always kept."""
    kept: set[Path] = set()
    every = copies(place, of=of)
    for days, name in ((DAYS, "%Y-%m-%d"), (WEEKS * 7, "%G-%V"), (MONTHS * 31, "%Y-%m")):
        taken: set[str] = set()
        for copy in every:  # latest first: the last of each day, week, month stays
            at = datetime.fromisoformat(copy.note.at)
            if now - at < timedelta(days=days) and at.strftime(name) not in taken:
                taken.add(at.strftime(name))
                kept.add(copy.folder)
    kept.update(copy.folder for copy in every[:1])
    gone = [copy for copy in every if copy.folder not in kept]
    for copy in gone:
        (copy.folder / NOTE).unlink(missing_ok=True)  # first: without its note it is no copy any more
        shutil.rmtree(copy.folder, ignore_errors=True)
    if gone:
        _prune_files(place)
    return len(gone)


def _prune_files(place: Path) -> None:
    needed = {name for copy in copies(place) for name in copy.note.files}
    for path in _stored(place / FILES):
        if path.name not in needed:
            with suppress(OSError):
                path.unlink()


def _stored(pool: Path) -> Iterator[Path]:
    # Only what this program writes: a person's own file that strayed in here is not ours to remove.
    return (path for path in pool.glob("*.age*") if path.name.endswith((".age", ".age.part")))
