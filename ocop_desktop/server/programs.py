"""New versions of the program: made and signed where the release keys are, checked and kept by the server, given to every PC."""

import base64
import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from sqlalchemy import Connection, func, select

from ocop_desktop.domain import releases
from ocop_desktop.domain.releases import Head, Release, Root, Signed
from ocop_desktop.errors import Damaged, Environment, Refused
from ocop_desktop.protocol import ProgramOffer, Programs
from ocop_desktop.server import audit
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import stamp
from ocop_desktop.server.store import Row, add, first, rows
from ocop_desktop.server.tables import programs

DAYS, ROOT_DAYS = 400, 1100
_PIECE = 1024 * 1024
Signer = tuple[str, Callable[[bytes], bytes]]


# --- where the release keys are -----------------------------------------------------------------------------------------


def new_key(path: Path, passphrase: str) -> str:
    """Make a release key in a file that only its passphrase opens; its public half. Raises ``Refused("program.key_exists")``."""
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise Refused("program.key_exists") from error
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return public(key)


def public(key: Ed25519PrivateKey) -> str:
    """The public half, base64."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode("ascii")


def open_key(path: Path, passphrase: str) -> Signer:
    """A release key from its file. Raises ``Refused("program.key")`` for a wrong passphrase or another file."""
    try:
        key = load_pem_private_key(path.read_bytes(), passphrase.encode())
    except (ValueError, TypeError, OSError) as error:
        raise Refused("program.key") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused("program.key")
    return public(key), key.sign


def read_roots(path: Path) -> tuple[Signed, ...]:
    """The roots of a file. Raises ``Refused("program.roots")``."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=tuple[Signed, ...])
    except (msgspec.MsgspecError, OSError, UnicodeError) as error:
        raise Refused("program.roots") from error


def last_root(roots: Sequence[Signed]) -> Root:
    """What the newest root says. Raises ``Refused("program.roots")``."""
    try:
        return msgspec.json.decode(roots[-1].text, type=Root)
    except (msgspec.MsgspecError, IndexError) as error:
        raise Refused("program.roots") from error


def first_root(service: Service, keys: Sequence[str], threshold: int, days: int) -> tuple[Signed, ...]:
    """The root that the province's own key signs; every later one is signed by release keys."""
    identity = service.identity
    if not identity.province:
        raise Refused("rules.no_province")
    made = _root(identity.province, 1, keys, threshold, service.settings.clock(), days)
    service.store.write(lambda db: audit.note(db, service.settings, "program.root", subject="1"))
    return (releases.sign_root(made, [("", identity.key.sign)]),)


def next_root(
    roots: Sequence[Signed], keys: Sequence[str], threshold: int, signers: Sequence[Signer], days: int
) -> tuple[Signed, ...]:
    """The roots with one more: other keys, signed by enough of the old ones and of its own."""
    before = last_root(roots)
    made = _root(before.province, before.version + 1, keys, threshold, datetime.now(UTC), days)
    for asked in (before, made):
        if len({key for key, _ in signers} & set(asked.keys)) < asked.threshold:
            raise Refused("program.too_few_keys")
    return (*roots, releases.sign_root(made, signers))


def _root(province: str, version: int, keys: Sequence[str], threshold: int, now: datetime, days: int) -> Root:
    if not 0 < threshold <= len(set(keys)):
        raise Refused("program.too_few_keys")
    expires = stamp(now + timedelta(days=days))
    return Root(province=province, version=version, keys=tuple(sorted(set(keys))), threshold=threshold, expires=expires)


def make(bundle: Path, out: IO[bytes], roots: Sequence[Signed], signers: Sequence[Signer], about: Release) -> Release:
    """Write the file of a program: a folder that PyInstaller made, or a ZIP of it. Size and hash of ``about`` are found here."""
    root = last_root(roots)
    if len({key for key, _ in signers} & set(root.keys)) < root.threshold:
        raise Refused("program.too_few_keys")
    with _packed(bundle) as archive:
        digest, size = hashlib.sha256(), 0
        while piece := archive.read(_PIECE):
            digest.update(piece)
            size += len(piece)
        release = msgspec.structs.replace(about, province=root.province, size=size, sha256=digest.hexdigest())
        out.write(releases.write_head(Head(roots=tuple(roots), release=releases.sign_release(release, signers))))
        archive.seek(0)
        while piece := archive.read(_PIECE):
            out.write(piece)
    return release


@contextmanager
def _packed(bundle: Path) -> Iterator[IO[bytes]]:
    """The ZIP of a bundle: the same files give the same bytes; what a link points to is packed in its place."""
    if bundle.is_file():
        with bundle.open("rb") as file:
            yield file
        return
    with tempfile.TemporaryFile(dir=bundle.parent) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(each for each in bundle.rglob("*") if each.is_file()):
                entry = zipfile.ZipInfo(f"{bundle.name}/{path.relative_to(bundle).as_posix()}")
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = (0o100755 if path.stat().st_mode & 0o100 else 0o100644) << 16
                with path.open("rb") as inside, archive.open(entry, "w") as packed:
                    while piece := inside.read(_PIECE):
                        packed.write(piece)
        file.seek(0)
        yield file


# --- at the server ------------------------------------------------------------------------------------------------------


def publish(service: Service, path: Path) -> Release:
    """Check a file as a PC would, keep it, offer it to every PC of its system.

    Raises ``Refused``: ``update.root``, ``update.root_expired``, ``update.signature``, ``update.other_province``, ``update.older``,
    ``update.expired``, ``update.too_large``; ``Damaged``: ``update.unreadable``, ``update.altered``; ``Environment``.
    """
    settings, identity = service.settings, service.identity
    now = settings.clock()
    key = identity.key.public_key().public_bytes_raw()
    try:
        with path.open("rb") as file:
            head, begins = releases.read_head(file.read(releases.HEAD_MOST))
            root, _ = releases.follow(head.roots, None, key, now)
            system = msgspec.json.decode(head.release.text, type=dict[str, object]).get("system", "")
            if not releases.is_system(str(system)):
                raise Damaged("update.unreadable")
            number = service.store.read(lambda db: _newest_number(db, str(system))) + 1
            release = releases.check(
                head, root, province=identity.province, system=str(system), running="0", number=number, now=now
            )
            file.seek(begins)
            if (
                hashlib.file_digest(file, "sha256").hexdigest() != release.sha256
                or file.tell() - begins != release.size
            ):
                raise Damaged("update.altered")
            file.seek(0)
            whole = hashlib.file_digest(file, "sha256").hexdigest()
    except msgspec.MsgspecError as error:
        raise Damaged("update.unreadable") from error
    except OSError as error:
        raise Environment("disk.failed") from error
    service.contents.keep(whole, path)
    row = {
        "system": release.system,
        "number": release.number,
        "version": release.version,
        "sha256": whole,
        "size": path.stat().st_size,
        "created": release.created,
        "expires": release.expires,
        "note": release.note,
    }

    def act(connection: Connection) -> None:
        add(connection, programs, [row])
        audit.note(connection, settings, "program.publish", subject=f"{release.system}.{release.number}")

    service.store.write(act)
    return release


def _newest_number(connection: Connection, system: str) -> int:
    newest = select(func.coalesce(func.max(programs.c.number), 0)).where(programs.c.system == system)
    return int(connection.execute(newest).scalar_one())


def all_programs(connection: Connection) -> list[Row]:
    """Every version that was published, newest first."""
    return list(rows(connection, select(programs).order_by(programs.c.system, programs.c.number.desc())))


def offers(connection: Connection) -> Programs:
    """The newest version for each system."""
    newest: dict[str, Row] = {}
    for row in all_programs(connection):
        newest.setdefault(row["system"], row)
    return Programs(
        items=tuple(
            ProgramOffer(**{name: row[name] for name in ProgramOffer.__struct_fields__}) for row in newest.values()
        )
    )


def find(connection: Connection, system: str, number: int) -> Row:
    """One version. Raises ``file.unknown``."""
    found = first(connection, select(programs).where(programs.c.system == system, programs.c.number == number))
    if found is None:
        raise refuse("file.unknown")
    return found
