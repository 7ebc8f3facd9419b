"""A copy of the whole server in one file, and back.

The copy is a tar: ``server.db`` (always SQLite, also of a PostgreSQL server: the same tables, row by row, of one moment),
``files/`` by content address, and last ``backup.json`` with the hash of all. It is opened and checked before it gets its
name. A restore makes a new epoch: every client compares what it holds and sends again what the copy lacks.
"""

import hashlib
import io
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import IO

import msgspec
from sqlalchemy import Connection, create_engine, func, insert, select

from ocop_desktop import __version__
from ocop_desktop.errors import Damaged, Refused
from ocop_desktop.server import audit
from ocop_desktop.server.files import Contents, replacing, sha256_of
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.server.store import Store, rows
from ocop_desktop.server.tables import audit as audited
from ocop_desktop.server.tables import devices, files, metadata, programs, records

_DATABASE, _NOTE = "server.db", "backup.json"
_ROWS = 1000
_NAMES = "files/"


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """What a copy holds. ``database``: SHA-256 of ``server.db``; ``missing``: contents that were not in the store."""

    created: str
    app: str
    epoch: str
    province: str
    database: str
    records: int
    devices: int
    files: int
    bytes: int
    missing: tuple[str, ...] = ()


def back_up(service: Service, out: Path) -> Backup:
    """Copy a server, which may go on serving, into one file, and check it.

    Raises ``Environment`` (``disk.full``, ``disk.failed``) and ``Damaged("backup.damaged")``.
    """
    with audit.refusals(service.store, service.settings, "backup"):
        note = _back_up(service, out)
    service.store.write(lambda connection: audit.note(connection, service.settings, "backup"))
    return note


def _back_up(service: Service, out: Path) -> Backup:
    with tempfile.TemporaryDirectory(dir=service.settings.data, prefix="backup-") as folder:
        database = Path(folder) / _DATABASE
        _copy_database(service, database)
        with replacing(out) as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                tar.add(database, _DATABASE)
                # The database first: every content it names was stored before, and contents are never taken away.
                note = _add_files(service, database, tar)
                data = msgspec.json.encode(note)
                _add(tar, _NOTE, io.BytesIO(data), len(data))
            file.flush()
            return read(Path(file.name))


def _copy_database(service: Service, target: Path) -> None:
    url = service.settings.database_url()
    if url.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(str(url.database))) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        return
    with closing(Store(Settings(data=target.parent))) as store:

        def copy_all(there: Connection) -> None:
            store.write(lambda here: _copy_rows(there, here))

        service.store.read(copy_all)
    with closing(sqlite3.connect(target)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")


def _copy_rows(source: Connection, target: Connection) -> None:
    """All rows of all tables, parents of foreign keys first; what the target held is taken away before, but its audit."""
    tables = [table for table in metadata.sorted_tables if table is not audited]
    audit.bring(source, target)
    for table in reversed(tables):
        target.execute(table.delete())
    for table in tables:
        found = source.execution_options(yield_per=_ROWS).execute(select(table)).mappings()
        for part in found.partitions(_ROWS):
            target.execute(insert(table), [dict(row) for row in part])
    _move_sequences(target)


def _move_sequences(target: Connection) -> None:
    """Let every number that PostgreSQL gives by itself go on after the rows that were brought; they came with their own."""
    if target.dialect.name != "postgresql":
        return
    quote = target.dialect.identifier_preparer.format_table
    for table in metadata.sorted_tables:
        for each in table.columns:
            given = func.pg_get_serial_sequence(quote(table), each.name)
            if (sequence := target.execute(select(given)).scalar_one()) is not None:
                last = target.execute(select(func.coalesce(func.max(each), 0))).scalar_one()
                target.execute(select(func.setval(sequence, last + 1, False)))


def _add_files(service: Service, database: Path, tar: tarfile.TarFile) -> Backup:
    engine = create_engine(f"sqlite:///{database}")
    missing: list[str] = []
    count = size = 0
    try:
        with engine.connect() as connection:
            known = {row["sha256"]: row["size"] for row in rows(connection, select(files.c.sha256, files.c.size))}
            known |= {
                row["sha256"]: row["size"] for row in rows(connection, select(programs.c.sha256, programs.c.size))
            }
            counted = [
                connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (records, devices)
            ]
    finally:
        engine.dispose()
    for sha256, length in sorted(known.items()):
        try:
            with tempfile.TemporaryFile(dir=service.contents.spool) as plain:
                for piece in service.contents.read(sha256, 0, length):
                    plain.write(piece)
                plain.seek(0)
                _add(tar, _NAMES + sha256, plain, length)
        except FileNotFoundError:
            missing.append(sha256)
            continue
        count, size = count + 1, size + length
    return Backup(
        created=stamp(service.settings.clock()),
        app=__version__,
        epoch=service.identity.epoch,
        province=service.identity.province,
        database=sha256_of(database),
        records=counted[0],
        devices=counted[1],
        files=count,
        bytes=size,
        missing=tuple(missing),
    )


def _add(tar: tarfile.TarFile, name: str, source: IO[bytes], size: int) -> None:
    member = tarfile.TarInfo(name)
    member.size = size
    tar.addfile(member, source)


def read(path: Path) -> Backup:
    """Check a whole copy: every content against its name, the database against its hash and by opening it.

    Raises ``Damaged("backup.damaged")``.
    """
    with tempfile.TemporaryDirectory(dir=path.absolute().parent, prefix="check-") as folder:
        return _unpack(path, Path(folder), None)


def _unpack(path: Path, folder: Path, contents: Contents | None) -> Backup:
    """Bring the database of a copy into a folder, and its files into ``contents`` when given."""
    note: Backup | None = None
    found = 0
    try:
        with tarfile.open(path, "r:") as tar:
            for member, data in _members(tar):
                if member.name == _NOTE:
                    note = msgspec.json.decode(data.read(), type=Backup)
                elif member.name == _DATABASE:
                    with (folder / _DATABASE).open("wb") as target:
                        shutil.copyfileobj(data, target, 1024 * 1024)
                elif member.name.startswith(_NAMES):
                    _take_file(member.name.removeprefix(_NAMES), data, folder, contents)
                    found += 1
        if note is None or found != note.files or sha256_of(folder / _DATABASE) != note.database:
            raise Damaged("backup.damaged")
        with closing(sqlite3.connect(folder / _DATABASE)) as database:
            if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise Damaged("backup.damaged")
    except (tarfile.TarError, msgspec.MsgspecError, sqlite3.DatabaseError, FileNotFoundError) as error:
        raise Damaged("backup.damaged") from error
    return note


def _members(tar: tarfile.TarFile) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    for member in tar:
        data = tar.extractfile(member)
        if data is None:
            raise Damaged("backup.damaged")
        yield member, data


def _take_file(sha256: str, data: IO[bytes], folder: Path, contents: Contents | None) -> None:
    part = folder / "file.part"
    digest = hashlib.sha256()
    with part.open("wb") as target:
        while piece := data.read(1024 * 1024):
            digest.update(piece)
            target.write(piece)
    if digest.hexdigest() != sha256:
        raise Damaged("backup.damaged")
    if contents is not None:
        contents.keep(sha256, part)
    part.unlink(missing_ok=True)


def restore(settings: Settings, path: Path, *, replace_data: bool = False) -> Backup:
    """Bring a copy back into a server that is not running, under a new epoch.

    The whole copy is checked before anything is touched. A server that holds records is only overwritten when
    ``replace_data`` says so; a SQLite database is then kept beside as ``server.db.before-…``. Raises
    ``Refused("restore.not_empty")``, ``Damaged("backup.damaged")``, ``Damaged("database.newer")``.
    """
    settings.data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.data, prefix="restore-") as name:
        folder = Path(name)
        note = read(path)
        _require_empty(settings, replace_data)
        _unpack(path, folder, Contents(settings))
        # An older copy is brought to this program's tables before it takes its place.
        with closing(Store(replace(settings, data=folder, database=""))) as store:
            store.write(Identity.renew_epoch)
            if (settings.data / _DATABASE).exists() and not settings.database:
                with closing(Store(settings)) as before:
                    before.read(lambda here: store.write(lambda there: audit.bring(here, there)))
            store.write(lambda connection: audit.note(connection, settings, "restore", subject=note.created))
            if settings.database:
                with closing(Store(settings)) as target:
                    store.read(lambda here: target.write(lambda there: _copy_rows(here, there)))
        if not settings.database:
            _put_in_place(settings, folder / _DATABASE)
    for part in (settings.data / "spool").glob("*.part"):
        part.unlink(missing_ok=True)
    return note


def _require_empty(settings: Settings, replace_data: bool) -> None:
    if not settings.database and not (settings.data / _DATABASE).exists():
        return
    with closing(Store(settings)) as store:
        held = store.read(lambda connection: len(rows(connection, select(records.c.record).limit(1))))
    if held and not replace_data:
        raise Refused("restore.not_empty")


def _put_in_place(settings: Settings, restored: Path) -> None:
    with closing(sqlite3.connect(restored)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
    place = settings.data / _DATABASE
    if place.exists():
        with closing(sqlite3.connect(place)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
        moment = stamp(settings.clock()).replace(":", "").replace(".", "")
        place.replace(place.with_name(f"{_DATABASE}.before-{moment}"))
    with replacing(place) as file, restored.open("rb") as source:
        shutil.copyfileobj(source, file, 1024 * 1024)
