"""Slots of the database key that only the province can open, for a passphrase that was forgotten (``protocol.resets``).

They stand in ``<database>.resets``, in no backup. Each serves once: it goes when it was used, or a day after it was shown,
so that an answer that comes late opens nothing here. Whoever opens the office the usual way fills them up again.
"""

import secrets
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ocop_desktop.errors import Refused
from ocop_desktop.protocol import resets

from . import settings, vault
from .db import Db, Key
from .durable import explain, write_file

SLOTS = 5


class _Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    point: bytes
    nonce: bytes
    sealed: bytes
    asked: str = ""


class _Slots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    device: str = ""
    recipient: str = ""
    slots: tuple[_Slot, ...] = ()


def file_of(database: Path) -> Path:
    """The file of slots that belongs to a database."""
    return database.with_name(f"{database.name}.resets")


def _load(database: Path) -> _Slots:
    try:
        return msgspec.json.decode(file_of(database).read_bytes(), type=_Slots)
    except (FileNotFoundError, msgspec.MsgspecError):  # made again at the next opening
        return _Slots()
    except OSError as error:
        raise explain(error) from error


def _keep(database: Path, slots: _Slots) -> None:
    write_file(file_of(database), msgspec.json.encode(slots))


def _seal(secret: bytes, key: bytes, device: str) -> tuple[bytes, bytes]:
    nonce = secrets.token_bytes(12)
    return nonce, _box(secret).encrypt(nonce, key, device.encode())


def _box(secret: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), 32, None, b"ocop-desktop/reset/slot").derive(secret))


def refill(db: Db, key: Key) -> None:
    """Bring the slots up to their number; nothing before this PC is known to a province."""
    device = str(settings.read(db, "sync.device") or "")
    recipient = str(settings.read(db, "sync.age_recipient") or "")
    if not device or not recipient:
        return
    known = _load(db.path)
    # Who is in again needs no answer any more: what was asked for is void.
    same = (known.device, known.recipient) == (device, recipient)
    kept = tuple(slot for slot in known.slots if not slot.asked) if same else ()
    if len(kept) == SLOTS and len(known.slots) == SLOTS:
        return
    fresh = []
    for _ in range(SLOTS - len(kept)):
        point, secret = resets.make_slot(device, recipient)
        fresh.append(_Slot(point, *_seal(secret, bytes(key), device)))
    _keep(db.path, _Slots(device, recipient, (*kept, *fresh)))


def _alive(slot: _Slot, now: datetime) -> bool:
    # A clock set back does not make an answer last longer than its hours.
    return not slot.asked or abs(now - datetime.fromisoformat(slot.asked)) <= timedelta(hours=resets.HOURS)


def ask(database: Path, now: datetime) -> str:
    """What to read to the province; the same for a day. ``Refused``: ``reset.none`` when no slot is left or ever was."""
    known = _load(database)
    slots = [slot for slot in known.slots if _alive(slot, now)]
    asked = next((slot for slot in slots if slot.asked), None)
    if asked is None and slots:
        asked = slots[0] = msgspec.structs.replace(slots[0], asked=now.isoformat())
    if tuple(slots) != known.slots:
        _keep(database, msgspec.structs.replace(known, slots=tuple(slots)))
    if asked is None:
        raise Refused("reset.none")
    return resets.question(known.device, asked.point)


def unlock(database: Path, typed: str, now: datetime, person: str) -> vault.OpenedKey:
    """The database key by the province's answer. ``Refused``: ``reset.unreadable``, ``reset.wrong`` (also: too late)."""
    secret = resets.read_answer(typed)
    known = _load(database)
    for slot in known.slots:
        if not slot.asked or not _alive(slot, now):
            continue
        try:
            return vault.opened(_box(secret).decrypt(slot.nonce, slot.sealed, known.device.encode()), person)
        except InvalidTag:
            continue
    raise Refused("reset.wrong")


def used(database: Path) -> None:
    """What was asked for is used up."""
    known = _load(database)
    _keep(database, msgspec.structs.replace(known, slots=tuple(slot for slot in known.slots if not slot.asked)))
