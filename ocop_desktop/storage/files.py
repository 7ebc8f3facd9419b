"""Evidence files: encrypted beside the database, known by the SHA-256 of their content, stored once.

Each file is age-encrypted to an identity that is itself kept in the encrypted database; its name on disk is random.
"""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyrage

from ocop_desktop.errors import Damaged, Environment

from . import settings
from .db import LEAST_FREE_BYTES, Db, free_bytes, run
from .durable import explain, write_file

_IDENTITY = "files.identity"


class Stored(NamedTuple):
    """A stored content. ``sent``: bytes the province has; ``done``: when it confirmed the whole."""

    sha256: str
    name: str
    size: int
    here: bool
    upload: str | None
    sent: int
    done: str | None


FIRST = "sync.first"
"""The dossier whose files go first."""


def make_identity(db: Db) -> None:
    """Create the key of this database's files, once, at set-up."""
    settings.write(db, {_IDENTITY: str(pyrage.x25519.Identity.generate())})


def _identity(db: Db) -> "pyrage.x25519.Identity":
    return pyrage.x25519.Identity.from_str(str(settings.read(db, _IDENTITY)))


def put(db: Db, data: bytes) -> str:
    """Store a content and give its SHA-256. The encrypted file is on the disk before the row says so."""
    sha256 = hashlib.sha256(data).hexdigest()
    known = find(db, sha256)
    if known and known.here:
        with suppress(Damaged):  # a lost or altered file is written anew by attaching the same content again
            read(db, sha256)
            return sha256
    try:
        db.files.mkdir(parents=True, exist_ok=True)
        room = free_bytes(db.files)
    except OSError as error:
        raise explain(error) from error
    if room < len(data) + LEAST_FREE_BYTES:
        raise Environment("disk.nearly_full")
    name = f"{db.new_id()}.age"
    write_file(db.files / name, pyrage.encrypt(data, [_identity(db).to_public()]))
    db.conn.execute(
        "INSERT INTO file (sha256, name, size, here, added) VALUES (?, ?, ?, 1, ?) "
        "ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, here = 1",
        (sha256, name, len(data), db.now()),
    )
    return sha256


def find(db: Db, sha256: str) -> Stored | None:
    """What is known of a content."""
    row = db.conn.execute(
        "SELECT sha256, name, size, here, upload, sent, done FROM file WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return Stored(row[0], row[1], row[2], bool(row[3]), row[4], row[5], row[6]) if row else None


def read(db: Db, sha256: str) -> bytes:
    """The content. Raises ``Damaged``: ``evidence.lost`` or ``evidence.altered``."""
    stored = find(db, sha256)
    if stored is None or not stored.here:
        raise Damaged("evidence.lost")
    data = open_encrypted(db, db.files / stored.name)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Damaged("evidence.altered")
    return data


def open_encrypted(db: Db, path: Path) -> bytes:
    """What an encrypted file of this database holds. Raises ``Damaged``: ``evidence.lost`` or ``evidence.altered``."""
    try:
        encrypted = path.read_bytes()
    except FileNotFoundError as error:
        raise Damaged("evidence.lost") from error
    except OSError as error:
        raise explain(error) from error
    try:
        data: bytes = pyrage.decrypt(encrypted, [_identity(db)])
    except (pyrage.DecryptError, OSError) as error:  # age says OSError for a payload that was changed or cut
        raise Damaged("evidence.altered") from error
    return data


def send_first(db: Db, dossier: str) -> None:
    """The files of this dossier go before all others."""
    settings.write(db, {FIRST: dossier})


def to_send(db: Db) -> list[Stored]:
    """Contents the province does not have whole, in the order they were attached, those of the dossier ``send_first``
    named before all others; only what a living record names."""
    if db.conn.execute("SELECT 1 FROM file WHERE done IS NULL AND here = 1 LIMIT 1").fetchone() is None:
        return []  # the usual case, and asked after every action: no walk through all evidence
    rows = db.conn.execute(
        "SELECT f.sha256, f.name, f.size, f.here, f.upload, f.sent, f.done FROM file f "
        "JOIN (SELECT json_extract(body, '$.sha256') AS sha256, max(dossier = ?) AS first FROM record "
        "WHERE type = 'evidence' AND deleted = 0 GROUP BY 1) r ON r.sha256 = f.sha256 "
        "WHERE f.done IS NULL AND f.here = 1 ORDER BY r.first DESC, f.added",
        (settings.read(db, FIRST, ""),),
    )
    return [Stored(r[0], r[1], r[2], bool(r[3]), r[4], r[5], r[6]) for r in rows]


def of_other_pcs(db: Db, limit: int = 20_000) -> tuple[str, ...]:
    """Contents another PC attached, which the province was not seen to have whole yet."""
    rows = db.conn.execute("SELECT sha256 FROM file WHERE done IS NULL AND here = 0 ORDER BY added LIMIT ?", (limit,))
    return tuple(sha256 for (sha256,) in rows)


def by_unit(db: Db, contents: Sequence[str]) -> dict[str, list[str]]:
    """Contents by the unit whose evidence names them first; under an empty text what no living record names."""
    found: dict[str, list[str]] = {}
    if not contents:
        return found
    owners = dict(
        db.conn.execute(
            "SELECT json_extract(body, '$.sha256'), min(unit) FROM record WHERE type = 'evidence' AND deleted = 0 GROUP BY 1"
        ).fetchall()
    )
    for sha256 in contents:
        found.setdefault(owners.get(sha256, ""), []).append(sha256)
    return found


def note_progress(db: Db, sha256: str, upload: str | None, sent: int) -> None:
    """Remember where an upload stands, so that the next one goes on there."""
    db.conn.execute("UPDATE file SET upload = ?, sent = ? WHERE sha256 = ?", (upload, sent, sha256))


def note_done(db: Db, sha256: str, at: str) -> None:
    """The province has the whole content."""
    db.conn.execute("UPDATE file SET sent = size, done = ?, upload = NULL WHERE sha256 = ?", (at, sha256))


def confirmed(db: Db) -> list[str]:
    """Contents that are here and that the province has confirmed."""
    return [row[0] for row in db.conn.execute("SELECT sha256 FROM file WHERE done IS NOT NULL AND here = 1")]


def note_lost(db: Db, sha256: Iterable[str]) -> None:
    """The province no longer has these contents (it was restored from a copy): they are to be sent again."""
    db.conn.executemany(
        "UPDATE file SET sent = 0, done = NULL, upload = NULL WHERE sha256 = ?", [(each,) for each in sha256]
    )


def forget_orphans(db: Db) -> int:
    """Remove encrypted files that no row names: leftovers of a cut between writing a file and its row."""
    if not db.files.is_dir():
        return 0
    named = {name for (name,) in db.conn.execute("SELECT name FROM file")}
    # Only what this program writes: a person's own file that strayed in here is not ours to remove.
    ours = (path for path in db.files.iterdir() if path.name.endswith((".age", ".age.part")))
    orphans = [path for path in ours if path.name not in named]
    for path in orphans:
        with suppress(OSError):  # held by an antivirus for a moment: the next start removes it
            path.unlink()
    return len(orphans)


def clear_leftovers(db: Db) -> None:
    """``forget_orphans`` at an opening; left for the next one while another program writes.

    In a unit: a file that another program is just attaching is named by its row before this looks.
    """
    db.conn.execute("PRAGMA busy_timeout = 100")
    try:
        with suppress(Environment):
            run(db, forget_orphans)
    finally:
        db.conn.execute("PRAGMA busy_timeout = 5000")


def folder(db: Db) -> Path:
    """Where the encrypted files stand."""
    return db.files
