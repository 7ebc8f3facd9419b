"""The care of a database: copies made without being asked, opened again as a drill, brought back, and what a damage left."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ocop_desktop import __version__
from ocop_desktop.errors import Damaged, Environment, Refused
from ocop_desktop.storage import backups, journal, restoring, settings
from ocop_desktop.storage import salvage as salvaging
from ocop_desktop.storage.backups import Checked, Copy
from ocop_desktop.storage.db import Db, Key, refuse_shared_folder
from ocop_desktop.storage.restoring import Difference
from ocop_desktop.storage.salvage import Salvaged

from . import office
from .changes import Changes
from .permission import need, only

SECOND = "backup.second"
CHECKED_AT, CHECKED = "backup.checked_at", "backup.checked"


@dataclass(frozen=True, kw_only=True)
class Care:
    """What the officer is shown: finished copies here and on the second disk, latest first; the folder chosen on a second
    disk and whether it is there now; when which copy was last opened as a drill, and how many of its files were not whole."""

    copies: tuple[Copy, ...]
    second: Path | None
    second_present: bool
    checked_at: str
    checked: str
    broken: int

    @property
    def last(self) -> Copy | None:
        """The latest copy anywhere."""
        return self.copies[0] if self.copies else None


def care(db: Db) -> Care:
    """How the copies stand."""
    second = _second(db)
    found = [*backups.copies(backups.here(db.path), db.path, _id(db))]
    if second is not None:
        found += backups.copies(_own_place(db, second), db.path, _id(db))
    name, _, broken = str(settings.read(db, CHECKED, "") or "").partition(" ")
    return Care(
        copies=tuple(sorted(found, key=lambda copy: copy.note.at, reverse=True)),
        second=second,
        second_present=second is not None and second.is_dir(),
        checked_at=str(settings.read(db, CHECKED_AT, "") or ""),
        checked=name,
        broken=int(broken or 0),
    )


def _id(db: Db) -> str:
    return str(settings.read(db, "database.id", ""))


def _second(db: Db) -> Path | None:
    chosen = settings.read(db, SECOND)
    return Path(str(chosen)) if chosen else None


def _own_place(db: Db, second: Path) -> Path:
    # Several PCs may share one stick: each has its own folder on it.
    return second / f"OCOP-{_id(db)[-12:]}"


@only("administer")
def choose_second(db: Db, folder: Path | None) -> Changes:
    """Where the second copy goes, beside the one on this disk; None: nowhere. ``Refused``: ``backup.place``."""
    if folder is not None:
        folder = folder.absolute()
        if not folder.is_dir() or db.path.parent in (folder, *folder.parents):
            raise Refused("backup.place")
        try:
            refuse_shared_folder(folder)
        except Environment as error:
            raise Refused("backup.place") from error
    settings.write(db, {SECOND: str(folder) if folder else None})
    journal.write(db, "backup.place", chosen=folder is not None)
    return Changes(settings=True)


def due(db: Db, today: date) -> tuple[Path, ...]:
    """The places that have no copy of today yet and can take one now."""
    places = [backups.here(db.path)]
    second = _second(db)
    if second is not None and second.is_dir():
        places.append(_own_place(db, second))
    return tuple(place for place in places if not _has_today(place, _id(db), today))


def _has_today(place: Path, of: str, today: date) -> bool:
    return any(
        datetime.fromisoformat(copy.note.at).astimezone().date() == today for copy in backups.copies(place, of=of)
    )


def back_up(path: Path, key: Key, places: tuple[Path, ...] | None = None, why: backups.Why = "by_hand") -> list[Copy]:
    """Make a copy at each place (None: here, and on the second disk when it is there) and let old ones go.

    Opens the database for reading by itself, so that typing goes on meanwhile. Raises ``Environment``, ``Damaged``.
    """
    db = office.open_reader(path, key)
    try:
        if places is None:
            second = _second(db)
            places = (backups.here(path), *((_own_place(db, second),) if second and second.is_dir() else ()))
        made = []
        for place in places:
            made.append(backups.make(db, key, place, why, __version__))
            backups.prune(place, _id(db), datetime.now(UTC))
        return made
    finally:
        db.close()


def drill(copy: Copy, key: Key, report: Callable[[int, int], None] = lambda done, total: None) -> Checked:
    """Open a copy and read all of it, as a restore would: ``report(done, total)`` in evidence files. ``Damaged``."""
    return backups.check(copy, key, report)


def note_drill(db: Db, copy: Copy, checked: Checked) -> Changes:
    """Remember when a copy was opened, and what it showed."""
    settings.write(db, {CHECKED_AT: db.now(), CHECKED: f"{copy.folder.name} {len(checked.broken)}"})
    return Changes(settings=True)


def preview(db: Db, copy: Copy, key: Key) -> Difference:
    """What a restore of this copy would change. ``Damaged`` when it does not open."""
    return restoring.difference(db, copy, key)


def restore(path: Path, key: Key, copy: Copy, officer: str = "") -> Checked:
    """Bring a copy back in the place of the database, which nobody may have open. What was there is copied first.

    A database that no longer opens is kept as it is beside. Raises ``Damaged``, ``Environment``.
    """
    try:
        db = office.open_reader(path, key)
    except (Damaged, Environment):
        return restoring.restore(path, key, copy, officer)
    try:
        need(db, "administer")
        officer = officer or db.officer
        backups.make(db, key, backups.here(path), "before_restore", __version__)
    except Damaged:
        pass  # it opened, but cannot be read to its end: kept beside as it is
    finally:
        db.close()
    return restoring.restore(path, key, copy, officer)


def copies_for_rescue(path: Path, folder: Path | None = None) -> list[Copy]:
    """The copies beside a database that does not open, or in a folder a person points to; latest first.

    ``Refused``: ``backup.none``.
    """
    places = [backups.here(path)] if folder is None else [folder, *(each for each in folder.glob("OCOP-*"))]
    found = [copy for place in places for copy in backups.copies(place, path)]
    if not found:
        raise Refused("backup.none")
    return sorted(found, key=lambda copy: copy.note.at, reverse=True)


def salvage(path: Path, key: Key) -> Salvaged:
    """Put what is whole of a damaged database in its place, filled from the latest copy; the damaged file stays beside.

    Nobody may have it open. ``Damaged`` when nothing of it can be opened: then only ``restore`` helps.
    """
    fresh = path.with_name(f"{path.name}.salvaged")
    for ending in ("", "-wal", "-shm"):
        path.with_name(fresh.name + ending).unlink(missing_ok=True)
    latest = next(iter(backups.copies(backups.here(path))), None)
    found = salvaging.salvage(path, key, fresh, latest)
    restoring.keep_aside(path)
    fresh.replace(path)
    return found
