"""What travels by stick: a package, sealed to one reader and signed by its writer. Both ends read and write it here.

A file holds one package or several, one after the other (a courier's stick)::

    ocop-desktop/package/1 <age recipient> <length, 20 digits>\n
    <that many bytes of age>

Inside age: the length of the manifest (4 bytes, big end first), the manifest as canonical JSON, 64 bytes of Ed25519
signature over ``signed_bytes(manifest)``, then the contents in the order of ``entries``. The manifest names the size and
the SHA-256 of every content, so one signature covers all. ``open_package`` gives nothing before everything is checked.

An office's package holds the frozen batches (the same ids, the same bytes as over the network) and evidence files; the
province's answer holds receipts and, for every unit of the office, the changes after its cursor, open conflicts and a digest,
and a newer rule pack, each as the network would send it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Literal

import msgspec
import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ocop_desktop.errors import Damaged
from ocop_desktop.protocol.messages import Message
from ocop_desktop.protocol.rules import canonical

_MARK = b"ocop-desktop/package/1"
_LENGTH_DIGITS = 20
_HEADER_MOST = 256
_MANIFEST_MOST = 256 * 1024 * 1024
_SIGNATURE = 64
_PIECE = 1024 * 1024
_PREFIX = b"ocop-desktop/package/v1\x00"
_RECIPIENT_PREFIX = b"ocop-desktop/recipient/v1\x00"

EntryKind = Literal["batch", "file", "receipt", "changes", "digest", "inventory", "rules", "units", "conflicts"]


class Entry(Message, frozen=True, kw_only=True):
    """One content. ``name``: the batch id, the SHA-256 of a file, or the unit."""

    kind: EntryKind
    name: str
    size: int
    sha256: str


class Manifest(Message, frozen=True, kw_only=True):
    """What a package says of itself. ``recipient``: the age key it is sealed to; ``created``: its writer's clock.

    From a commune (``kind`` ``push``): ``reply_to`` is the age key the answer is sealed to, ``public_key`` (Ed25519,
    base64) the device's own, ``cursor`` and ``epoch`` say what it has already received, ``rules`` the number of its rule
    pack (-1: it does not know of rule packs). ``cursors``: the cursor of every unit it gathers, its own among them (a
    program that leaves it out reads only its own); ``asks``: contents that other PCs attached, of which it does not know
    that they are there; ``anew``: units that were seen to differ, to be compared record by record.
    From a province (``answer``): ``answers`` is the id of the package it answers, ``after`` and ``asked_epoch`` are that
    package's cursor and epoch, ``cursors`` where the changes of each unit begin (0 for one that is not named), ``files``
    the contents that were in that package or asked about and are stored, ``refused`` the batches that were not taken at
    all, with the code.
    """

    kind: Literal["push", "answer"]
    package: str
    created: str
    province: str
    device: str
    unit: str
    replica: str
    epoch: str
    recipient: str
    entries: tuple[Entry, ...]
    app: str = ""
    reply_to: str = ""
    public_key: str = ""
    cursor: int = 0
    rules: int = -1
    answers: str = ""
    after: int = 0
    asked_epoch: str = ""
    files: tuple[str, ...] = ()
    refused: dict[str, str] = msgspec.field(default_factory=dict)
    cursors: Mapping[str, int] | None = None
    asks: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all contents."""
        return sum(entry.size for entry in self.entries)


class Rescue(Message, frozen=True, kw_only=True):
    """``POST /v1/rescue`` with the bytes of a package, no token: it is kept under this id until an administrator looks."""

    rescue: str


@dataclass(frozen=True)
class Sealed:
    """Where a package stands in a file, in bytes: its header, ``start`` and ``length`` of its age part; who can read it."""

    recipient: str
    header: int
    start: int
    length: int


@dataclass(frozen=True)
class Opened:
    """A package whose contents all match its manifest. ``positions``: where each content stands in the open file."""

    manifest: Manifest
    signed: bytes
    signature: bytes
    positions: tuple[int, ...]

    def read(self, plain: IO[bytes], number: int) -> bytes:
        """One content, whole."""
        plain.seek(self.positions[number])
        return plain.read(self.manifest.entries[number].size)

    def require_signature(self, public_key: bytes) -> None:
        """Raises ``Damaged("package.altered")`` when another key signed it."""
        try:
            Ed25519PublicKey.from_public_bytes(public_key).verify(self.signature, self.signed)
        except (InvalidSignature, ValueError) as error:
            raise Damaged("package.altered") from error


def signed_bytes(manifest: bytes) -> bytes:
    """What the writer of a package signs."""
    return _PREFIX + manifest


def recipient_bytes(recipient: str) -> bytes:
    """What the province signs of the age key that packages to it are sealed with."""
    return _RECIPIENT_PREFIX + recipient.encode()


def entry(kind: EntryKind, name: str, content: bytes) -> Entry:
    """The entry of a content."""
    return Entry(kind=kind, name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())


def is_recipient(text: str) -> bool:
    """Whether a text is an age X25519 recipient."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


class _Pieces:
    """Pieces as a file to read; keeps the error that ended them, for age would hide it."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._left = b""
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            while not self._left:
                self._left = next(self._pieces)
        except StopIteration:
            return b""
        except BaseException as error:
            self.error = error
            raise
        size = len(self._left) if size < 0 else size
        piece, self._left = self._left[:size], self._left[size:]
        return piece


class _Kept:
    """A file to write; keeps the error that writing met."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(data)
        except BaseException as error:
            self.error = error
            raise

    def flush(self) -> None:
        self._file.flush()


def write_package(
    file: IO[bytes],
    manifest: Manifest,
    sign: Callable[[bytes], bytes],
    contents: Callable[[Entry], Iterable[bytes]],
) -> None:
    """Append one package to a file that can seek. What ``contents`` raises is raised; the file is then worth nothing."""
    text = canonical(manifest)

    def plain() -> Iterator[bytes]:
        yield len(text).to_bytes(4)
        yield text
        yield sign(signed_bytes(text))
        for each in manifest.entries:
            yield from contents(each)

    recipient = pyrage.x25519.Recipient.from_str(manifest.recipient)
    header = file.tell()
    file.write(_header(manifest.recipient, 0))
    start = file.tell()
    source, target = _Pieces(plain()), _Kept(file)
    try:
        pyrage.encrypt_io(source, target, [recipient])
    except (pyrage.EncryptError, OSError) as error:
        raise source.error or target.error or error from None
    end = file.tell()
    file.seek(header)
    file.write(_header(manifest.recipient, end - start))
    file.seek(end)


def _header(recipient: str, length: int) -> bytes:
    return b"%s %s %0*d\n" % (_MARK, recipient.encode(), _LENGTH_DIGITS, length)


def packages_in(file: IO[bytes]) -> list[Sealed]:
    """The packages of a file, unread. Raises ``Damaged("package.unreadable")`` when it is no such file, or was cut."""
    size = file.seek(0, 2)
    found: list[Sealed] = []
    position = 0
    while position < size:
        file.seek(position)
        line = file.readline(_HEADER_MOST)
        parts = line.rstrip(b"\n").split(b" ")
        known = len(parts) == 3 and parts[0] == _MARK and len(parts[2]) == _LENGTH_DIGITS and parts[2].isdigit()
        if not line.endswith(b"\n") or not known or not parts[1].isascii():
            raise Damaged("package.unreadable")
        start, length = position + len(line), int(parts[2])
        if length == 0 or start + length > size:
            raise Damaged("package.unreadable")
        found.append(Sealed(parts[1].decode("ascii"), position, start, length))
        position = start + length
    if not found:
        raise Damaged("package.unreadable")
    return found


def copy_package(file: IO[bytes], sealed: Sealed, out: IO[bytes]) -> None:
    """Copy one package of a file as it is, still sealed."""
    for piece in _bytes(file, sealed.header, sealed.start + sealed.length):
        out.write(piece)


def _bytes(file: IO[bytes], position: int, end: int) -> Iterator[bytes]:
    while position < end:
        file.seek(position)
        piece = file.read(min(_PIECE, end - position))
        if not piece:
            return
        position += len(piece)
        yield piece


def open_package(file: IO[bytes], sealed: Sealed, identity: str, plain: IO[bytes]) -> Opened:
    """Open a package into ``plain`` and check every content against the manifest; who signed it is for the caller.

    Raises ``Damaged("package.altered")`` when a byte is not as it was written; what reading or writing raises, is raised.
    """
    source, target = _Pieces(_bytes(file, sealed.start, sealed.start + sealed.length)), _Kept(plain)
    try:
        pyrage.decrypt_io(source, target, [pyrage.x25519.Identity.from_str(identity)])
    except (pyrage.DecryptError, OSError) as error:
        if fault := source.error or target.error:
            raise fault from None
        raise Damaged("package.altered") from error
    end = plain.tell()
    plain.seek(0)
    length = int.from_bytes(plain.read(4))
    if length > _MANIFEST_MOST:
        raise Damaged("package.altered")
    text, signature = plain.read(length), plain.read(_SIGNATURE)
    try:
        manifest = msgspec.json.decode(text, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged("package.altered") from error
    positions = []
    position = plain.tell()
    for each in manifest.entries:
        positions.append(position)
        if each.size < 0 or _hash(plain, each.size) != each.sha256:
            raise Damaged("package.altered")
        position += each.size
    if position != end or manifest.recipient != sealed.recipient:
        raise Damaged("package.altered")
    return Opened(manifest, signed_bytes(text), signature, tuple(positions))


def _hash(plain: IO[bytes], size: int) -> str:
    digest = hashlib.sha256()
    while size > 0 and (piece := plain.read(min(_PIECE, size))):
        digest.update(piece)
        size -= len(piece)
    return digest.hexdigest() if size == 0 else ""
