"""The byte rules that both ends must share: versions, header names, canonical JSON, what is signed, how sets are compared."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

import msgspec

from ocop_desktop.domain.forms import Value
from ocop_desktop.protocol.messages import Message

PROTOCOL_MIN, PROTOCOL_MAX = 1, 1
"""The versions this program speaks. 1: the first release."""

# Header names.
SERVER = "OCOP-Server"
"""On every answer of a real server, with the value ``1``; a login page of a hotel or an office network lacks it."""
IDEMPOTENCY_KEY = "Idempotency-Key"
IDEMPOTENCY_REPLAYED = "Idempotency-Replayed"
CONTENT_DIGEST = "Content-Digest"
TUS_VERSION = "1.0.0"
TUS_RESUMABLE = "Tus-Resumable"
UPLOAD_STORED = "OCOP-Stored"
"""``true`` on the answer to ``POST /v1/files`` when the unit already has this content: nothing to send."""

_TOKEN_PREFIX = b"ocop-desktop/token/v1\x00"
_RECEIPT_PREFIX = b"ocop-desktop/receipt/v1\x00"
_SET_MODULUS = 1 << 256

T = TypeVar("T")


def canonical(value: object) -> bytes:
    """The one JSON text of a value: keys sorted, no spaces, UTF-8."""
    return msgspec.json.encode(value, order="sorted")


def encode(message: Message) -> bytes:
    """The bytes of a message. Freeze these for a push; do not encode twice."""
    return canonical(message)


def decode(data: bytes, kind: type[T]) -> T:
    """A message from bytes; raises ``msgspec.DecodeError`` or ``msgspec.ValidationError`` when it is not one."""
    return msgspec.json.decode(data, type=kind)


def token_bytes(challenge: str) -> bytes:
    """What a device signs to get a token."""
    return _TOKEN_PREFIX + challenge.encode()


def receipt_bytes(answer: bytes) -> bytes:
    """What the server signed of a push answer: its canonical JSON without ``signature``, after a fixed prefix."""
    content = cast(dict[str, Any], msgspec.json.decode(answer))
    content.pop("signature", None)
    return _RECEIPT_PREFIX + canonical(content)


def content_digest(data: bytes) -> str:
    """The ``Content-Digest`` value (RFC 9530) of the bytes that go over the wire, after gzip if there is gzip."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"


def record_hash(record: str, rev: int, body: Mapping[str, Value] | bytes) -> int:
    """One record's share of a set hash. ``body`` may be given as its canonical bytes."""
    text = body if isinstance(body, bytes) else canonical(body)
    digest = hashlib.sha256(b'["%s",%d,%s]' % (record.encode(), rev, text))
    return int.from_bytes(digest.digest())


def numbers_hash(numbers: Mapping[str, int]) -> str:
    """16 hex digits that stand for units and the last number of each; a unit with no number is left out."""
    told = ",".join(f"{unit} {number}" for unit, number in sorted(numbers.items()) if number)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def short_hash(share: int) -> str:
    """A ``record_hash`` as the inventory shows it."""
    return f"{share:064x}"[:16]


def set_hash(hashes: Iterable[int]) -> str:
    """64 hex digits that do not depend on order: the sum of ``record_hash`` modulo 2^256, of live records only."""
    return f"{sum(hashes) % _SET_MODULUS:064x}"


def upload_metadata(**values: str) -> str:
    """The ``Upload-Metadata`` header of tus: ``sha256`` (hex) and ``record``; ``unit`` if not the device's own."""
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in values.items())


def parse_metadata(header: str) -> dict[str, str]:
    """The reverse of ``upload_metadata``; raises ``ValueError`` when it is not metadata."""
    found: dict[str, str] = {}
    for part in filter(None, (p.strip() for p in header.split(","))):
        key, _, value = part.partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode()
        except ValueError as error:
            raise ValueError(key) from error
    return found


def upload_checksum(chunk: bytes) -> str:
    """The ``Upload-Checksum`` header of one chunk."""
    return f"sha256 {base64.b64encode(hashlib.sha256(chunk).digest()).decode()}"
