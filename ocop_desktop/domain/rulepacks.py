"""A rule pack: legal files that a province publishes after the program was released, in one signed file.

    ocop-desktop/rules/1\\n
    <length of the manifest, 4 bytes, big end first> <manifest, JSON> <64 bytes of Ed25519 signature> <the files>

The manifest names the size and the SHA-256 of every file, in order, so one signature covers all; nothing is packed, so
nothing can swell. A province's packs are numbered upwards and each holds everything of those before it: the newest is
all that a PC needs. Bytes in, bytes out: no file or clock is touched here.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ocop_desktop.errors import Damaged, Refused

SUFFIX = ".ocoprules"
FIRST_VERSION = 1001
"""The first version number of a province's file; smaller ones are the program's own, so the two never meet."""
INDEX = "index.toml"
MOST_BYTES = 32 * 1024 * 1024
MOST_FILES = 2000

_MARK = b"ocop-desktop/rules/1\n"
_PREFIX = b"ocop-desktop/rules/v1\x00"
_MANIFEST_MOST = 1024 * 1024
_SIGNATURE = 64
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*(/[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*){0,5}")


class PackFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a pack: its name under the legal folder, its bytes and their hash (hex)."""

    path: str
    size: int
    sha256: str


class PackManifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a pack says of itself. ``province``: two digits; ``version`` counts from 1; ``created`` and ``expires``: UTC.

    After ``expires`` the pack is not installed any more, so that nobody can pass off an old one as the newest for ever;
    what is installed goes on working.
    """

    province: str
    version: int
    created: str
    expires: str
    files: tuple[PackFile, ...]
    province_name: str = ""
    note: str = ""


@dataclass(frozen=True)
class Pack:
    """A pack that is whole: every file is as its manifest says. Who signed it is asked by ``require_signature``."""

    manifest: PackManifest
    contents: Mapping[str, bytes]
    signed: bytes
    signature: bytes
    sha256: str

    def require_signature(self, public_key: bytes) -> None:
        """Raises ``Refused("rules.other_province")`` when another key signed it."""
        try:
            Ed25519PublicKey.from_public_bytes(public_key).verify(self.signature, self.signed)
        except (InvalidSignature, ValueError) as error:
            raise Refused("rules.other_province") from error


def is_name(path: str) -> bool:
    """Whether a file of a pack may have this name: small letters, digits, ``.``, ``-``, ``_``, at most six levels."""
    return len(path) <= 160 and _NAME.fullmatch(path) is not None


def write(manifest: PackManifest, contents: Mapping[str, bytes], sign: Callable[[bytes], bytes]) -> bytes:
    """The pack of these files, in order of their names: the same files give the same bytes. ``manifest.files`` is made here.

    Raises ``Refused``: ``rules.name`` (file), ``rules.too_large``.
    """
    if wrong := next((path for path in contents if not is_name(path)), None):
        raise Refused("rules.name", file=wrong)
    if len(contents) > MOST_FILES or sum(map(len, contents.values())) > MOST_BYTES - _MANIFEST_MOST:
        raise Refused("rules.too_large", most=MOST_BYTES // (1024 * 1024))
    files = tuple(
        PackFile(path=path, size=len(contents[path]), sha256=hashlib.sha256(contents[path]).hexdigest())
        for path in sorted(contents)
    )
    text = msgspec.json.encode(msgspec.structs.replace(manifest, files=files), order="deterministic")
    signature = sign(_PREFIX + text)
    return b"".join((_MARK, len(text).to_bytes(4), text, signature, *(contents[file.path] for file in files)))


def read(data: bytes) -> Pack:
    """Take a pack apart and compare every file with its hash; nothing is given before all of it is checked.

    Raises ``Damaged``: ``rules.unreadable`` (no pack, or a part of one), ``rules.altered``; ``Refused``: ``rules.name``,
    ``rules.too_large``.
    """
    if len(data) > MOST_BYTES:
        raise Refused("rules.too_large", most=MOST_BYTES // (1024 * 1024))
    start = len(_MARK) + 4
    if not data.startswith(_MARK) or len(data) < start + _SIGNATURE:
        raise Damaged("rules.unreadable")
    end = start + int.from_bytes(data[len(_MARK) : start])
    text, signature = data[start:end], data[end : end + _SIGNATURE]
    if len(text) > _MANIFEST_MOST or len(signature) < _SIGNATURE:
        raise Damaged("rules.unreadable")
    try:
        manifest = msgspec.json.decode(text, type=PackManifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged("rules.altered") from error
    contents: dict[str, bytes] = {}
    position = end + _SIGNATURE
    for file in manifest.files:
        if not is_name(file.path):
            raise Refused("rules.name", file=file.path[:160])
        content = data[position : position + max(file.size, 0)]
        if file.path in contents or hashlib.sha256(content).hexdigest() != file.sha256:
            raise Damaged("rules.altered")
        contents[file.path] = content
        position += file.size
    if position != len(data):
        raise Damaged("rules.altered")
    return Pack(manifest, contents, _PREFIX + text, signature, hashlib.sha256(data).hexdigest())
