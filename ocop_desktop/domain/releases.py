"""A new version of the program in one signed file, as a province hands it to its offices by line or by stick.

    ocop-desktop/update/1\\n
    <length of the head, 4 bytes, big end first> <head, JSON> <the program, a ZIP>

The head holds a release, signed by release keys, and the roots that say which keys those are. Release keys stand outside the server, with
the people who vouch for a program: whoever takes over the server can hold a release back, and forge none. The first root is signed by
the province's own key, which every PC knows since its enrolment; each later one by enough keys of the root before it and of its own, so
keys can be changed without anybody meeting a PC. As in TUF a release says its number (which only grows), its length, its hash and until
when it may be installed. Bytes in, bytes out: no file or clock is touched here.
"""

import base64
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ocop_desktop.errors import Damaged, Refused

SUFFIX = ".ocopupdate"
HEAD_MOST = 1024 * 1024
PROGRAM_MOST = 1024 * 1024 * 1024
"""Bytes of the ZIP: five times what the program is today."""
MARK = b"ocop-desktop/update/1\n"

_ROOT, _RELEASE = b"ocop-desktop/update-root/v1\x00", b"ocop-desktop/update/v1\x00"
_ROOTS_MOST, _SIGNATURES_MOST = 100, 50
_VERSION = re.compile(r"\d{1,5}(\.\d{1,5}){1,3}")
_SYSTEM = re.compile(r"[a-z]{1,20}-[a-z0-9_]{1,20}")

T = TypeVar("T")


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """A signature by an Ed25519 key, both base64. ``key`` empty: the province's own."""

    signature: str
    key: str = ""


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """A text exactly as it was signed."""

    text: str
    signatures: tuple[Signature, ...]


class Root(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which keys sign releases of a province, and how many of them must. ``version`` counts from 1; ``expires``: UTC."""

    province: str
    version: int
    keys: tuple[str, ...]
    threshold: int
    expires: str


class Release(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a release says of itself. ``number`` counts upwards for each ``system`` (``windows-amd64``); ``size`` and ``sha256`` (hex)
    are of the ZIP; after ``expires`` (UTC) it is not installed any more, so that nobody keeps a PC at an old one for ever."""

    province: str
    number: int
    version: str
    system: str
    size: int
    sha256: str
    created: str
    expires: str
    note: str = ""


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before the program: every root from the first, and the release."""

    roots: tuple[Signed, ...]
    release: Signed


def system_name(system: str, machine: str) -> str:
    """How a system is called in releases, from what Python calls it."""
    return f"{system.lower()}-{machine.lower()}"


def is_system(text: str) -> bool:
    """Whether a system may be called so."""
    return _SYSTEM.fullmatch(text) is not None


def version_order(text: str) -> tuple[int, ...]:
    """A version to compare by; what comes after its numbers (``.dev1``) is left out."""
    found = re.match(r"\d+(\.\d+)*", text)
    numbers = [int(part) for part in found[0].split(".")] if found else [0]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


# --- write --------------------------------------------------------------------------------------------------------------


def sign_root(root: Root, signers: Sequence[tuple[str, Callable[[bytes], bytes]]]) -> Signed:
    """A root with signatures; a signer is a public key (base64, empty for the province's) and what it signs with."""
    return _sign(_ROOT, root, signers)


def sign_release(release: Release, signers: Sequence[tuple[str, Callable[[bytes], bytes]]]) -> Signed:
    """A release with signatures."""
    return _sign(_RELEASE, release, signers)


def _sign(prefix: bytes, said: msgspec.Struct, signers: Sequence[tuple[str, Callable[[bytes], bytes]]]) -> Signed:
    text = msgspec.json.encode(said, order="deterministic")
    made = [(key, base64.b64encode(sign(prefix + text)).decode("ascii")) for key, sign in signers]
    return Signed(text=text.decode(), signatures=tuple(Signature(key=key, signature=each) for key, each in made))


def write_head(head: Head) -> bytes:
    """What stands before the ZIP."""
    text = msgspec.json.encode(head)
    return b"".join((MARK, len(text).to_bytes(4), text))


# --- read ---------------------------------------------------------------------------------------------------------------


def read_head(data: bytes) -> tuple[Head, int]:
    """The head of a file's first bytes (``HEAD_MOST`` of them or all), and where the program begins. ``Damaged``: ``update.unreadable``."""
    start = len(MARK) + 4
    end = start + int.from_bytes(data[len(MARK) : start])
    if not data.startswith(MARK) or len(data) < start or not start < end <= min(len(data), HEAD_MOST):
        raise Damaged("update.unreadable")
    head = _decode(data[start:end], Head)
    if not 0 < len(head.roots) <= _ROOTS_MOST:
        raise Damaged("update.unreadable")
    return head, end


def follow(roots: Sequence[Signed], known: Signed | None, province_key: bytes, now: datetime) -> tuple[Root, Signed]:
    """The root in force: the one ``known`` here, followed by every later one that the one before it vouches for.

    Without a known one the first must be signed by the province's key (Ed25519). Raises ``Refused``: ``update.root`` (not vouched for, or
    a number is missing), ``update.root_expired``; ``Damaged``: ``update.unreadable``.
    """
    signed, trusted = known, _decode(known.text.encode(), Root) if known else None
    for coming in roots:
        root = _decode(coming.text.encode(), Root)
        if trusted and root.version <= trusted.version:
            continue
        if root.version != (trusted.version + 1 if trusted else 1) or not 0 < root.threshold <= len(set(root.keys)):
            raise Refused("update.root")
        if trusted is None:
            vouched = any(_is_by(province_key, _ROOT, coming, each) for each in coming.signatures if not each.key)
        else:
            vouched = (
                root.province == trusted.province and _enough(_ROOT, coming, trusted) and _enough(_ROOT, coming, root)
            )
        if not vouched:
            raise Refused("update.root")
        signed, trusted = coming, root
    if trusted is None or signed is None:
        raise Refused("update.root")
    if now > _instant(trusted.expires):
        raise Refused("update.root_expired", day=trusted.expires[:10])
    return trusted, signed


def check(head: Head, root: Root, *, province: str, system: str, running: str, number: int, now: datetime) -> Release:
    """The release of a head, when this PC may install it.

    ``running``: the version at work here; ``number``: the highest ever installed or refused for age here. Raises ``Refused``:
    ``update.signature``, ``update.other_province``, ``update.other_system``, ``update.older``, ``update.expired``,
    ``update.too_large``; ``Damaged``: ``update.unreadable``.
    """
    if not _enough(_RELEASE, head.release, root):
        raise Refused("update.signature")
    release = _decode(head.release.text.encode(), Release)
    if not _VERSION.fullmatch(release.version) or not is_system(release.system) or release.number < 1:
        raise Damaged("update.unreadable")
    if province and (release.province != province or root.province != province):
        raise Refused("update.other_province")
    if release.system != system:
        raise Refused("update.other_system", system=release.system)
    if release.number < number or version_order(release.version) <= version_order(running):
        raise Refused("update.older", version=release.version, running=running)
    if now > _instant(release.expires):
        raise Refused("update.expired", day=release.expires[:10])
    if not 0 < release.size <= PROGRAM_MOST:
        raise Refused("update.too_large", most=PROGRAM_MOST // (1024 * 1024))
    return release


def _enough(prefix: bytes, signed: Signed, root: Root) -> bool:
    """Whether as many different keys of a root signed as it asks for."""
    good = {
        each.key
        for each in signed.signatures[:_SIGNATURES_MOST]
        if each.key in root.keys and _is_by(_key(each.key), prefix, signed, each)
    }
    return 0 < root.threshold <= len(good)


def _key(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""


def _is_by(key: bytes, prefix: bytes, signed: Signed, made: Signature) -> bool:
    try:
        signature = base64.b64decode(made.signature, validate=True)
        Ed25519PublicKey.from_public_bytes(key).verify(signature, prefix + signed.text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise Damaged("update.unreadable") from error
    if found.tzinfo is None:
        raise Damaged("update.unreadable")
    return found


def _decode(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Damaged("update.unreadable") from error
