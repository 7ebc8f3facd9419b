"""Key slots: what an officer knows, or the printed recovery key, unwraps the random key of the database.

The slots stand in a small file beside the database, ``<database>.keys``. It holds no secret: each slot is the database
key sealed by ChaCha20-Poly1305 under a key that Argon2id derives from the secret. Changing a passphrase rewrites one
slot; the database itself is never encrypted anew.

Each officer has a slot under an id that says nothing. The lock screen lists names, because choosing one's name is calmer
than typing a short one every morning: they are sealed for this account of this PC, so a stolen stick, a copied folder or
a backup names nobody, and elsewhere the list says "officer 1".
"""

import base64
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from ocop_desktop import paths
from ocop_desktop.domain.text import clean
from ocop_desktop.errors import Damaged, Refused

from .durable import explain, write_file

if TYPE_CHECKING:  # read when a slot is opened, not before the window asks for the passphrase
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

KEY_BYTES = 32
MIN_PASSPHRASE = 8
# Third wrong try waits 2 s, then 4, 8 ... at most five minutes: slow for a guesser, bearable for a tired officer.
FREE_TRIES, LONGEST_WAIT = 2, 300
RECOVERY_LETTERS = 30
# A key file that asks for more is damaged, not careful: 1 GiB of memory, 64 passes.
_MOST_MEMORY_KIB, _MOST_PASSES = 1024 * 1024, 64

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U to misread on paper
_MISREAD = str.maketrans("OIL", "011")

FIRST = "1"
"""The officer of the first run."""
_NAME_BYTES = 160  # every label has one length: it does not tell how long a name is

Who = Literal["passphrase", "recovery", "device"]


class OpenedKey(bytes):
    """The database key, and whose slot gave it."""

    person: str = FIRST


def person_of(key: bytes) -> str:
    """Whose slot gave a key; the first officer's where it was not opened by a slot."""
    return key.person if isinstance(key, OpenedKey) else FIRST


def opened(key: bytes, person: str) -> OpenedKey:
    """A key that a slot gave, with whose it was."""
    found = OpenedKey(key)
    found.person = person
    return found


class Entrant(NamedTuple):
    """Somebody the lock screen lists; ``name`` empty where this account cannot read it."""

    id: str
    name: str


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way in: who it is for, Argon2id's salt and costs (passes, KiB, lanes), the sealed database key.

    ``id``: the officer of a passphrase; ``label``: the name, sealed for the account of this PC.
    """

    who: Who
    salt: bytes
    passes: int
    memory_kib: int
    lanes: int
    nonce: bytes
    sealed: bytes
    id: str = ""
    label: bytes = b""

    @property
    def person(self) -> str:
        """Whom a slot lets in."""
        return self.id or FIRST


class _Vault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    slots: tuple[Slot, ...]


class _Tries(msgspec.Struct, frozen=True):
    failed: int = 0
    not_before: str = ""


def exists(database: Path) -> bool:
    """Whether an office was set up; a database without its key file, or the reverse, counts as set up."""
    return database.exists() or vault_file(database).exists()


def vault_file(database: Path) -> Path:
    """The file of key slots that belongs to a database."""
    return database.with_name(f"{database.name}.keys")


def _tries_file(database: Path, person: str = FIRST) -> Path:
    return database.with_name(f"{database.name}.tries" + ("" if person == FIRST else f"-{person}"))


def new_key() -> bytes:
    """A random database key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_recovery_key() -> str:
    """150 random bits as six groups of five letters and digits, to be printed once: ``7K2QM-…``."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(RECOVERY_LETTERS))
    return "-".join(letters[i : i + 5] for i in range(0, RECOVERY_LETTERS, 5))


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
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret, salt, passes, memory_kib, lanes, KEY_BYTES, Type.ID)


def _bound(who: str, person: str) -> bytes:
    return (f"{who} {person}" if person else who).encode()


def _seal(who: Who, secret: str, key: bytes, person: str = "", label: bytes = b"") -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    passes, memory_kib, lanes = 3, 64 * 1024, 1  # about 0.2 s and 64 MB on a slow PC (RFC 9106, second choice)
    derived = _derive(_secret_bytes(who, secret), salt, passes, memory_kib, lanes)
    sealed = ChaCha20Poly1305(derived).encrypt(nonce, key, _bound(who, person))
    return Slot(who, salt, passes, memory_kib, lanes, nonce, sealed, person, label)


def _load(database: Path) -> _Vault:
    try:
        vault = msgspec.json.decode(vault_file(database).read_bytes(), type=_Vault)
    except FileNotFoundError as error:
        raise Damaged("vault.missing") from error
    except OSError as error:
        raise explain(error) from error
    except msgspec.MsgspecError as error:
        raise Damaged("vault.unreadable") from error
    if vault.version != 1 or not vault.slots:
        raise Damaged("vault.unreadable")
    return vault


def _open(slot: Slot, secret: str) -> bytes | None:
    """The key of a slot, or None for a wrong secret; a slot that cannot be a slot is ``Damaged``."""
    from argon2.exceptions import HashingError
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if slot.memory_kib > _MOST_MEMORY_KIB or slot.passes > _MOST_PASSES:
        raise Damaged("vault.unreadable")
    try:
        derived = _derive(_secret_bytes(slot.who, secret), slot.salt, slot.passes, slot.memory_kib, slot.lanes)
        return ChaCha20Poly1305(derived).decrypt(slot.nonce, slot.sealed, _bound(slot.who, slot.id))
    except InvalidTag:
        return None
    except (HashingError, ValueError, OverflowError) as error:
        raise Damaged("vault.unreadable") from error


def create(database: Path, key: bytes, secrets_by_slot: dict[Who, str]) -> None:
    """Write the slots of a new database; a passphrase is the first officer's."""
    slots = tuple(
        _seal(who, secret, key, FIRST if who == "passphrase" else "") for who, secret in secrets_by_slot.items()
    )
    _write(database, slots)


def _write(database: Path, slots: tuple[Slot, ...]) -> None:
    write_file(vault_file(database), msgspec.json.encode(_Vault(1, slots)))


def _is_of(slot: Slot, who: Who, person: str) -> bool:
    return slot.who == who and (who != "passphrase" or slot.person == person)


def replace(database: Path, key: bytes, who: Who, secret: str, person: str = FIRST) -> None:
    """Put a new secret in the slot of ``who`` (a passphrase: of that officer); the other slots stay as they are."""
    slots = list(_load(database).slots)
    old = [slot for slot in slots if _is_of(slot, who, person)]
    label = old[0].label if old else b""
    fresh = _seal(who, secret, key, person if who == "passphrase" else "", label)
    if old:
        slots[slots.index(old[0])] = fresh
    else:
        slots.append(fresh)
    _write(database, tuple(slots))
    _tries_file(database, person).unlink(missing_ok=True)


def remove(database: Path, person: str) -> None:
    """Take an officer's slot away. The last one stays: ``Refused``: ``people.last``."""
    slots = _load(database).slots
    left = tuple(slot for slot in slots if not _is_of(slot, "passphrase", person))
    if not any(slot.who == "passphrase" for slot in left):
        raise Refused("people.last")
    _write(database, left)
    _tries_file(database, person).unlink(missing_ok=True)


def has(database: Path, who: Who) -> bool:
    """Whether there is a slot for ``who``."""
    return any(slot.who == who for slot in _load(database).slots)


def entrants(database: Path) -> tuple[Entrant, ...]:
    """Who may enter by a passphrase, in the order they were added; names as far as this account can read them."""
    found = [slot for slot in _load(database).slots if slot.who == "passphrase"]
    box = _names_box() if any(slot.label for slot in found) else None
    return tuple(Entrant(slot.person, _read_name(box, slot)) for slot in found)


def label(database: Path, names: dict[str, str]) -> None:
    """Seal the officers' names for this account of this PC; by officer id."""
    slots = _load(database).slots
    box = _names_box()
    if all(_read_name(box, slot) == names.get(slot.person, "") for slot in slots if slot.who == "passphrase"):
        return
    _write(
        database,
        tuple(
            msgspec.structs.replace(slot, label=_seal_name(box, slot.person, names.get(slot.person, "")))
            if slot.who == "passphrase"
            else slot
            for slot in slots
        ),
    )


def _names_box() -> "ChaCha20Poly1305":
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    secret = device_secret(paths.device_profile()).encode()
    return ChaCha20Poly1305(HKDF(SHA256(), KEY_BYTES, None, b"ocop names on the lock screen").derive(secret))


def _seal_name(box: "ChaCha20Poly1305", person: str, name: str) -> bytes:
    nonce = secrets.token_bytes(12)
    plain = name.encode()[:_NAME_BYTES].ljust(_NAME_BYTES, b"\0")
    return nonce + box.encrypt(nonce, plain, person.encode())


def _read_name(box: "ChaCha20Poly1305 | None", slot: Slot) -> str:
    if box is None or not slot.label:
        return ""
    from cryptography.exceptions import InvalidTag

    try:
        plain = box.decrypt(slot.label[:12], slot.label[12:], slot.person.encode())
    except (InvalidTag, ValueError):
        return ""
    return plain.rstrip(b"\0").decode("utf-8", "ignore")


def unlock(database: Path, who: Who, secret: str, now: datetime, person: str = "") -> OpenedKey:
    """The database key. ``Refused``: ``passphrase.wrong``, while waiting ``passphrase.wait``, ``recovery.wrong``,
    ``recovery.unreadable``, ``passphrase.other_device``.

    ``person``: whose passphrase it is; empty: whoever it opens for, as a terminal asks. Only passphrases are slowed down,
    each officer's by its own tries: nobody guesses 150 random bits, and an officer who has tried his passphrase in vain
    must not wait before he may use the printed key, nor hold up another one.
    """
    if who == "recovery" and len(read_recovery_key(secret)) != RECOVERY_LETTERS:
        raise Refused("recovery.unreadable")
    tries = _tries(database, person or FIRST) if who == "passphrase" else _Tries()
    _wait(database, tries, now, person or FIRST)
    for slot in _load(database).slots:
        if slot.who != who or (who == "passphrase" and person not in {"", slot.person}):
            continue
        key = _open(slot, secret)
        if key is not None:
            if who != "device":
                _tries_file(database, person or FIRST).unlink(missing_ok=True)
            return opened(key, slot.person if who == "passphrase" else person or FIRST)
    if who != "passphrase":
        raise Refused("recovery.wrong" if who == "recovery" else "passphrase.other_device")
    failed = tries.failed + 1
    _keep_tries(database, failed, now, person or FIRST)
    raise Refused("passphrase.wrong", wait_seconds=_wait_after(failed))


def _wait_after(failed: int) -> int:
    return 0 if failed <= FREE_TRIES else int(min(2.0 ** min(failed - FREE_TRIES, 30), LONGEST_WAIT))


def _wait(database: Path, tries: _Tries, now: datetime, person: str) -> None:
    if not tries.not_before:
        return
    left = (datetime.fromisoformat(tries.not_before) - now).total_seconds()
    longest = _wait_after(tries.failed)
    if left > longest:  # the clock was set back: the wait begins anew, it does not last until the old hour comes again
        _keep_tries(database, tries.failed, now, person)
        left = longest
    if left > 0:
        raise Refused("passphrase.wait", seconds=int(left) + 1)


def _keep_tries(database: Path, failed: int, now: datetime, person: str) -> None:
    seconds = _wait_after(failed)
    not_before = (now + timedelta(seconds=seconds)).astimezone(UTC).isoformat() if seconds else ""
    write_file(_tries_file(database, person), msgspec.json.encode(_Tries(failed, not_before)))


def _tries(database: Path, person: str) -> _Tries:
    try:
        tries = msgspec.json.decode(_tries_file(database, person).read_bytes(), type=_Tries)
        if tries.not_before and datetime.fromisoformat(tries.not_before).tzinfo is None:
            return _Tries(tries.failed)
    except (FileNotFoundError, ValueError):  # msgspec's errors are ValueErrors; a garbled file locks nobody out
        return _Tries()
    except OSError as error:
        raise explain(error) from error
    return tries


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
    except OSError as error:
        raise explain(error) from error
    except UnicodeError as error:
        raise Damaged("vault.unreadable") from error
