"""The bytes of a request: checked against their digest, opened from gzip, never larger than the limit."""

import re
import zlib
from typing import TypeVar

import msgspec

from ocop_desktop.protocol import CONTENT_DIGEST, Message, content_digest
from ocop_desktop.server.problems import refuse

T = TypeVar("T", bound=Message)

_GZIP = 16 + zlib.MAX_WBITS
_SHA256 = re.compile(r"(?:^|[\s,])sha-256=(:[A-Za-z0-9+/=]*:)")


def open_body(body: bytes, encoding: str, digest: str, limit: int) -> bytes:
    """The content of a request body.

    ``encoding`` and ``digest`` are the headers ``Content-Encoding`` and ``Content-Digest`` (of the bytes as sent); a
    digest of another kind than SHA-256 is not looked at. ``limit``: bytes after gzip. Raises ``body.digest``,
    ``body.encoding``, ``body.gzip``, ``body.too_large``.
    """
    if (named := _SHA256.search(digest)) and f"sha-256={named[1]}" != content_digest(body):
        raise refuse("body.digest", field=CONTENT_DIGEST)
    if encoding in {"", "identity"}:
        return body
    if encoding != "gzip":
        raise refuse("body.encoding")
    unpacker = zlib.decompressobj(_GZIP)
    try:
        content = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        raise refuse("body.gzip") from error
    if len(content) > limit:
        raise refuse("body.too_large")
    if not unpacker.eof or unpacker.unused_data:
        raise refuse("body.gzip")
    return content


def read_message(content: bytes, kind: type[T]) -> T:
    """A message from bytes. Raises ``body.invalid``."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise refuse("body.invalid") from error
