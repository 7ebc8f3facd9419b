"""Bring a copy back in place of a database: whole before it takes the place, and what was there is kept."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from . import backups, journal, people, replica, vault
from .backups import Checked, Copy
from .db import Db, Key, check_sound, close_whole, connect, run, set_aside
from .durable import explain, sync_file, sync_folder, write_file
from .migrations import migrations, refuse_newer


class Difference(NamedTuple):
    """What a restore would change: dossiers in the copy and here, how many are only here, how many differ, and how many
    operations wait here that the province does not have."""

    there: int
    here: int
    only_here: int
    changed: int
    unsent: int


def difference(db: Db, copy: Copy, key: Key) -> Difference:
    """Compare a copy with the database as it is. ``Damaged`` when the copy does not open."""
    query = "SELECT id, updated FROM record WHERE type = 'dossier' AND deleted = 0"
    old = connect(copy.database, key, read_only=True)
    try:
        there = dict(old.conn.execute(query).fetchall())
    finally:
        old.close()
    now = dict(db.conn.execute(query).fetchall())
    return Difference(
        there=len(there),
        here=len(now),
        only_here=len(now.keys() - there.keys()),
        changed=sum(1 for dossier in now.keys() & there.keys() if now[dossier] != there[dossier]),
        unsent=int(db.conn.execute("SELECT count(*) FROM outbox").fetchone()[0]),
    )


def restore(path: Path, key: Key, copy: Copy, officer: str) -> Checked:
    """Put a copy in the place of a database that nobody has open; gives what checking the copy showed.

    What was there is kept as ``<database>.before-restore``. The restored database is another
    replica: at its next round it compares itself with the province. Raises ``Damaged``, ``Environment``; until the very last step what was there stands.
    """
    checked = backups.check(copy, key)
    fresh = path.with_name(f"{path.name}.restoring")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        shutil.copyfile(copy.database, fresh)
        _prepare(fresh, key, copy, officer)
        _bring_files(copy, path)
        if not vault.vault_file(path).exists():
            write_file(vault.vault_file(path), (copy.folder / f"{backups.DATABASE}.keys").read_bytes())
        sync_file(fresh)
        keep_aside(path)
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise explain(error) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
            set_aside(fresh)
    return checked


def _prepare(path: Path, key: Key, copy: Copy, officer: str) -> None:
    db = connect(path, key, read_only=False)
    try:
        refuse_newer(db)
        db.conn.execute("PRAGMA foreign_keys = OFF")
        migrations.apply(db)
        db.officer = officer or people.enter(db, key).officer
        db.roles = None  # the program itself writes the line
        run(db, lambda db: _note_restored(db, copy))
        check_sound(db)
        close_whole(db)
    finally:
        db.close()


def _note_restored(db: Db, copy: Copy) -> None:
    replica.forget(db)
    journal.write(db, "database.restored", at=copy.note.at, why=copy.note.why)


def _bring_files(copy: Copy, path: Path) -> None:
    target = path.with_name(f"{path.name}.files")
    target.mkdir(parents=True, exist_ok=True)
    for name in copy.note.files:
        if not (target / name).exists() and (copy.pool / name).exists():
            part = target / f"{name}.part"
            shutil.copyfile(copy.pool / name, part)
            sync_file(part)
            part.replace(target / name)


def keep_aside(path: Path) -> Path | None:
    """Keep a database that nobody has open, whole or damaged, under another name too; where. Its own name still shows it."""
    if not path.exists():
        return None
    kept = path.with_name(f"{path.name}.before-restore")
    set_aside(kept)
    kept.unlink(missing_ok=True)
    try:
        kept.hardlink_to(path)
    except OSError:  # a disk without links, such as a stick
        shutil.copyfile(path, kept)
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + ending))
    return kept
