"""Key slots: what an officer knows, or the printed recovery key, unwraps the random key of the database.

The slots stand in a small file beside the database, ``<database>.keys``. It holds no secret: each slot is the database
key sealed by ChaCha20-Poly1305 under a key that Argon2id derives from the secret. Changing a passphrase rewrites one
slot; the database itself is never encrypted anew.
"""

import base64
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from ocop_desktop import paths
from ocop_desktop.domain.text import clean
from ocop_desktop.errors import Damaged, Refused

from .durable import explain, write_file

KEY_BYTES = 32
MIN_PASSPHRASE = 8
# Third wrong try waits 2 s, then 4, 8 ... at most five minutes: slow for a guesser, bearable for a tired officer.
FREE_TRIES, LONGEST_WAIT = 2, 300

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U to misread on paper
_MISREAD = str.maketrans("OIL", "011")

Who = Literal["passphrase", "recovery", "device"]


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way in: who it is for, Argon2id's salt and costs (passes, KiB, lanes), the sealed database key."""

    who: Who
    salt: bytes
    passes: int
    memory_kib: int
    lanes: int
    nonce: bytes
    sealed: bytes


class _Vault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    slots: tuple[Slot, ...]


class _Tries(msgspec.Struct, frozen=True):
    failed: int = 0
    not_before: str = ""


def vault_file(database: Path) -> Path:
    """The file of key slots that belongs to a database."""
    return database.with_name(f"{database.name}.keys")


def _tries_file(database: Path) -> Path:
    return database.with_name(f"{database.name}.tries")


def new_key() -> bytes:
    """A random database key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_recovery_key() -> str:
    """150 random bits as six groups of five letters and digits, to be printed once: ``7K2QM-…``."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(30))
    return "-".join(letters[i : i + 5] for i in range(0, 30, 5))


def read_recovery_key(typed: str) -> str:
    """The recovery key as stored, from what a person typed: case, spaces, dashes and O/0, I/1 do not matter."""
    return "".join(c for c in clean(typed).upper().translate(_MISREAD) if c in _ALPHABET)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase shorter than eight characters (``passphrase.short``)."""
    if len(clean(passphrase).strip()) < MIN_PASSPHRASE:
        raise Refused("passphrase.short", least=MIN_PASSPHRASE)


def _secret_bytes(who: Who, secret: str) -> bytes:
    # NFC: the same Vietnamese words typed by another input method must open the same lock.
    return (read_recovery_key(secret) if who == "recovery" else clean(secret).strip()).encode()


def _derive(secret: bytes, salt: bytes, passes: int, memory_kib: int, lanes: int) -> bytes:
    return hash_secret_raw(secret, salt, passes, memory_kib, lanes, KEY_BYTES, Type.ID)


def _seal(who: Who, secret: str, key: bytes) -> Slot:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    passes, memory_kib, lanes = 3, 64 * 1024, 1  # about 0.2 s and 64 MB on a slow PC (RFC 9106, second choice)
    derived = _derive(_secret_bytes(who, secret), salt, passes, memory_kib, lanes)
    return Slot(
        who, salt, passes, memory_kib, lanes, nonce, ChaCha20Poly1305(derived).encrypt(nonce, key, who.encode())
    )


def _load(database: Path) -> _Vault:
    try:
        return msgspec.json.decode(vault_file(database).read_bytes(), type=_Vault)
    except FileNotFoundError as error:
        raise Damaged("vault.missing") from error
    except OSError as error:
        raise explain(error) from error
    except msgspec.MsgspecError as error:
        raise Damaged("vault.unreadable") from error


def create(database: Path, key: bytes, secrets_by_slot: dict[Who, str]) -> None:
    """Write the slots of a new database."""
    slots = tuple(_seal(who, secret, key) for who, secret in secrets_by_slot.items())
    write_file(vault_file(database), msgspec.json.encode(_Vault(1, slots)))


def replace(database: Path, key: bytes, who: Who, secret: str) -> None:
    """Put a new secret in the slot of ``who``; the other slots stay as they are."""
    others = tuple(slot for slot in _load(database).slots if slot.who != who)
    write_file(vault_file(database), msgspec.json.encode(_Vault(1, (*others, _seal(who, secret, key)))))


def has(database: Path, who: Who) -> bool:
    """Whether there is a slot for ``who``."""
    return any(slot.who == who for slot in _load(database).slots)


def unlock(database: Path, who: Who, secret: str, now: datetime) -> bytes:
    """The database key, or ``Refused``: ``passphrase.wrong``, ``recovery.wrong`` or, while waiting, ``passphrase.wait``."""
    tries = _tries(database)
    if tries.not_before:
        # A clock set back must not lock the officer out for longer than the longest wait.
        wait = min((datetime.fromisoformat(tries.not_before) - now).total_seconds(), LONGEST_WAIT)
        if wait > 0:
            raise Refused("passphrase.wait", seconds=int(wait) + 1)
    for slot in _load(database).slots:
        if slot.who != who:
            continue
        derived = _derive(_secret_bytes(who, secret), slot.salt, slot.passes, slot.memory_kib, slot.lanes)
        try:
            key = ChaCha20Poly1305(derived).decrypt(slot.nonce, slot.sealed, who.encode())
        except InvalidTag:
            continue
        if tries.failed:
            _tries_file(database).unlink(missing_ok=True)
        return key
    failed = tries.failed + 1
    wait_seconds = 0 if failed <= FREE_TRIES else min(2 ** (failed - FREE_TRIES), LONGEST_WAIT)
    not_before = (now + timedelta(seconds=wait_seconds)).astimezone(UTC).isoformat() if wait_seconds else ""
    write_file(_tries_file(database), msgspec.json.encode(_Tries(failed, not_before)))
    raise Refused("recovery.wrong" if who == "recovery" else "passphrase.wrong", wait_seconds=wait_seconds)


def _tries(database: Path) -> _Tries:
    try:
        return msgspec.json.decode(_tries_file(database).read_bytes(), type=_Tries)
    except (FileNotFoundError, msgspec.MsgspecError):
        return _Tries()


def add_device(database: Path, key: bytes) -> None:
    """Let this PC's account open the database by itself, beside its passphrase: for practice databases."""
    replace(database, key, "device", device_secret(paths.device_profile()))


def device_secret(profile: Path) -> str:
    """The secret of this PC account, made on first use, kept outside the database's folder.

    It opens databases made from the terminal for practice and import, so that a copied database alone stays closed.
    """
    file = profile / "device.secret"
    try:
        return file.read_text("ascii")
    except FileNotFoundError:
        profile.mkdir(parents=True, exist_ok=True, mode=0o700)
        secret = base64.b32encode(secrets.token_bytes(32)).decode("ascii")
        write_file(file, secret.encode("ascii"))
        file.chmod(0o600)
        return secret
