"""A newer version of the program: check what came, lay it out in a folder of its own, say where it is.

The program at work is never touched: it goes on, also beside the new one, until an officer has begun to use that. What is laid out was signed
by those the province trusts with it; what is wrong with a file leaves everything as it was.
"""

import base64
import hashlib
import platform
import re
import shutil
import stat
import sys
import threading
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO

import msgspec

from ocop_desktop import __version__, paths
from ocop_desktop.actions import exchange
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import need
from ocop_desktop.domain import releases
from ocop_desktop.domain.releases import HEAD_MOST, SUFFIX, Release, Signed
from ocop_desktop.errors import Damaged, Refused
from ocop_desktop.storage import journal, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain, sync_file, sync_folder
from ocop_desktop.sync.client import Province
from ocop_desktop.sync.package import PROGRAMS_OFFERED
from ocop_desktop.sync.progress import Run

_NUMBER, _SHA256, _VERSION, _FOLDER = "update.number", "update.sha256", "update.version", "update.folder"
_ROOT, _NOTE, _AT = "update.root", "update.note", "update.at"
UNPACKED_MOST = 3 * 1024 * 1024 * 1024
FILES_MOST = 20_000
STARTS = ("ocop-desktop.exe", "ocop-desktop")
_KEPT = 2
_PIECE = 1024 * 1024
_ASKED = 256 * 1024
"""Bytes asked for at once: what a cut costs at most."""


@dataclass(frozen=True, kw_only=True)
class Update:
    """A version that is laid out here and newer than the one at work. ``start``: the file that starts it. ``at``: UTC ISO text."""

    version: str
    start: Path
    note: str
    at: str


@dataclass(frozen=True, kw_only=True)
class Staged:
    """What became of a file."""

    update: Update
    changed: Changes


def here() -> str:
    """How releases call this PC's system."""
    return releases.system_name(platform.system(), platform.machine())


def state(db: Db) -> Update | None:
    """The newer version that waits here to be used, if there is one."""
    known = settings.read_all(db, "update.")
    version, folder = str(known.get(_VERSION) or ""), str(known.get(_FOLDER) or "")
    if not folder or releases.version_order(version) <= releases.version_order(__version__):
        return None
    start = _start_of(paths.programs() / folder)
    if start is None:
        return None
    return Update(version=version, start=start, note=str(known.get(_NOTE) or ""), at=str(known.get(_AT) or ""))


def take_file(run: Run, path: Path, stop: threading.Event | None = None) -> Staged:
    """Check a file that came by stick or line, and lay its program out. The administrator's.

    Raises ``Refused``: ``update.not_enrolled``, ``update.root``, ``update.root_expired``, ``update.signature``,
    ``update.other_province``, ``update.other_system``, ``update.older``, ``update.expired``, ``update.too_large``, ``update.name``;
    ``Damaged``: ``update.unreadable``, ``update.altered``; ``Environment``.
    """
    run(lambda db: need(db, "administer"))
    known = run(lambda db: {**settings.read_all(db, "sync."), **settings.read_all(db, "update.")})
    now = datetime.fromisoformat(run(lambda db: db.now()))
    try:
        with path.open("rb") as file:
            release, root, begins = read(file, known, now)
            file.seek(begins)
            folder = _lay_out(file, release, stop or threading.Event())
    except OSError as error:
        raise explain(error) from error
    changed = run(lambda db: _note(db, release, root, folder.name))
    for old in sorted(_laid_out(), key=lambda each: each.stat().st_mtime, reverse=True)[_KEPT:]:
        if old != folder and not Path(sys.executable).is_relative_to(old):  # the one at work may be one of them
            shutil.rmtree(old, ignore_errors=True)
    update = run(state)
    assert update is not None
    return Staged(update=update, changed=changed)


def offered(db: Db) -> bool:
    """Whether the province has published versions of the program; which, is asked for when somebody wants one."""
    return bool(settings.read(db, PROGRAMS_OFFERED))


def fetch(run: Run, stop: threading.Event, tell: Callable[[int, int], None]) -> Staged:
    """Bring the newest version from the province; see ``bring``."""
    run(lambda db: need(db, "administer"))
    _, private = run(exchange.device_key)
    province, _ = exchange.known_province(run, private, stop)
    try:
        return bring(run, province, stop, tell)
    finally:
        province.close()


def bring(run: Run, province: Province, stop: threading.Event, tell: Callable[[int, int], None]) -> Staged:
    """Bring the newest version for this PC from the province, piece by piece; what was here before a cut is not asked for again.

    ``tell`` is told bytes that are here and bytes of all. Raises ``Refused("update.none")``, ``SyncError``, and what ``take_file`` raises.
    """
    run(lambda db: need(db, "administer"))
    offer = next((each for each in province.programs() if each.system == here()), None)
    if offer is None or releases.version_order(offer.version) <= releases.version_order(__version__):
        raise Refused("update.none")
    if not 0 < offer.size <= releases.PROGRAM_MOST + HEAD_MOST or not re.fullmatch(r"[0-9a-f]{64}", offer.sha256):
        raise Refused("update.too_large", most=releases.PROGRAM_MOST // (1024 * 1024))
    home = paths.programs()
    path = home / f"{offer.sha256}{SUFFIX}"
    try:
        home.mkdir(parents=True, exist_ok=True)
        for other in home.glob(f"*{SUFFIX}"):
            if other != path:
                other.unlink()
        with path.open("ab") as file:
            at = min(file.tell(), offer.size)
            while at < offer.size:
                _halt(stop)
                piece = province.program_part(offer, at, min(at + _ASKED, offer.size))
                file.write(piece)
                at += len(piece)
                tell(at, offer.size)
        done = take_file(run, path, stop)
    except (Damaged, Refused) as error:
        if error.code != "sync.stopped":
            path.unlink(missing_ok=True)  # what is wrong with it does not get better by going on
        raise
    except OSError as error:
        raise explain(error) from error
    path.unlink(missing_ok=True)
    return done


def read(file: IO[bytes], known: Mapping[str, object], now: datetime) -> tuple[Release, Signed, int]:
    """The release of a file that this PC may install, the root in force, and where its program begins.

    ``known``: the settings ``sync.*`` and ``update.*``. Raises what ``take_file`` raises.
    """
    if not known.get("sync.server_key"):
        raise Refused("update.not_enrolled")
    head, begins = releases.read_head(file.read(HEAD_MOST))
    kept = known.get(_ROOT)
    trusted = msgspec.json.decode(str(kept), type=Signed) if kept else None
    root, signed = releases.follow(head.roots, trusted, base64.b64decode(str(known["sync.server_key"])), now)
    number = int(str(known.get(_NUMBER) or 0))
    release = releases.check(
        head,
        root,
        province=str(known.get("sync.province") or ""),
        system=here(),
        running=__version__,
        number=number,
        now=now,
    )
    if release.number == number and release.sha256 != known.get(_SHA256):
        raise Refused("update.older", version=release.version, running=__version__)
    return release, signed, begins


def _note(db: Db, release: Release, root: Signed, folder: str) -> Changes:
    settings.write(
        db,
        {
            _NUMBER: release.number,
            _SHA256: release.sha256,
            _VERSION: release.version,
            _FOLDER: folder,
            _ROOT: msgspec.json.encode(root).decode(),
            _NOTE: release.note or None,
            _AT: db.now(),
        },
    )
    journal.write(db, "update.staged", version=release.version, sha256=release.sha256)
    return Changes(settings=True, types=frozenset({"update"}))


# --- the folder ---------------------------------------------------------------------------------------------------------


def _lay_out(file: IO[bytes], release: Release, stop: threading.Event) -> Path:
    """The folder of a program, whole or not there. Nothing of it is unpacked before all of it is compared with its hash."""
    home = paths.programs()
    home.mkdir(parents=True, exist_ok=True)
    for left in home.glob("*.part"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink()
    folder = home / f"{release.version}-{release.number}"
    archive, coming = home / f"{folder.name}.zip.part", home / f"{folder.name}.part"
    try:
        _copy_checked(file, archive, release, stop)
        with zipfile.ZipFile(archive) as packed:
            _unpack(packed, coming, stop)
        if _start_of(coming) is None:
            raise Damaged("update.unreadable")
        shutil.rmtree(folder, ignore_errors=True)
        coming.replace(folder)
        sync_folder(home)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zipfile.LargeZipFile) as error:
        raise Damaged("update.altered") from error
    finally:
        with suppress(OSError):
            archive.unlink()
        shutil.rmtree(coming, ignore_errors=True)
    return folder


def _copy_checked(file: IO[bytes], archive: Path, release: Release, stop: threading.Event) -> None:
    digest, left = hashlib.sha256(), release.size
    with archive.open("wb") as out:
        while left and (piece := file.read(min(_PIECE, left))):
            _halt(stop)
            digest.update(piece)
            out.write(piece)
            left -= len(piece)
    if left or file.read(1) or digest.hexdigest() != release.sha256:
        raise Damaged("update.altered")


def _unpack(packed: zipfile.ZipFile, coming: Path, stop: threading.Event) -> None:
    entries = packed.infolist()
    if len(entries) > FILES_MOST or sum(entry.file_size for entry in entries) > UNPACKED_MOST:
        raise Refused("update.too_large", most=UNPACKED_MOST // (1024 * 1024))
    taken: set[str] = set()
    for entry in entries:
        _halt(stop)
        mode = entry.external_attr >> 16
        name = entry.filename.rstrip("/")
        if not _is_name(name) or name.casefold() in taken or stat.S_ISLNK(mode):
            raise Refused("update.name", file=entry.filename[:160])
        taken.add(name.casefold())
        target = coming.joinpath(*PurePosixPath(name).parts)
        if entry.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with packed.open(entry) as inside, target.open("wb") as out:
            shutil.copyfileobj(inside, out, _PIECE)
        sync_file(target)
        target.chmod(0o755 if mode & 0o100 else 0o644)


def _is_name(name: str) -> bool:
    """Whether a file may have this name: below the folder, on Windows as on Linux."""
    parts = name.split("/")
    return 0 < len(name) <= 240 and all(
        part not in {"", ".", ".."} and not set(part) & set('\\:*?"<>|') and part.isprintable() and part[-1] not in ". "
        for part in parts
    )


def _start_of(folder: Path) -> Path | None:
    """The file that starts the program of a folder: in it, or in the one folder in it."""
    for name in STARTS:
        for path in (folder / name, folder / "ocop-desktop" / name):
            if path.is_file():
                return path
    return None


def _laid_out() -> list[Path]:
    return [path for path in paths.programs().iterdir() if path.is_dir() and path.suffix != ".part"]


def _halt(stop: threading.Event) -> None:
    if stop.is_set():
        raise Refused("sync.stopped")
