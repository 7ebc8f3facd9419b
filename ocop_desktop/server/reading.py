"""Read the operations of a push, so that a bad one never stops its neighbours.

Most pushes are in order throughout: those are looked at as one, by constraints that msgspec checks while it decodes and
by a few searches over the bytes. Whatever is not plainly in order is read again operation by operation.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any

import msgspec

from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.text import clean
from ocop_desktop.protocol import REJECTIONS, Limits, Op, Result

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}").fullmatch
_TYPE = lru_cache(256)(re.compile(r"[a-z][a-z0-9_-]{1,31}").fullmatch)
_UNIT = lru_cache(4096)(re.compile(r"\d{5}|\d{2,3}", re.ASCII).fullmatch)
# The same few keys come with every operation of a batch.
_FIELD = lru_cache(4096)(re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,119}").fullmatch)
_MAX_FIELDS = 2000
_MAX_INT = (1 << 53) - 1

_decoder = msgspec.json.Decoder(Op)


class PushFrame(msgspec.Struct, frozen=True):
    """A push whose operations are not read yet."""

    replica: str
    app: str
    schema: int
    client_time: str
    ops: list[msgspec.Raw]
    journal: Annotated[str, msgspec.Meta(max_length=100)] = ""


class Read(msgspec.Struct, frozen=True):
    """An operation in order. ``cleaned``: its text was not as stored, so the sender must take the stored body."""

    op: Op
    cleaned: bool


_Id = Annotated[str, msgspec.Meta(min_length=36, max_length=36)]
_DASHES = (8, 13, 18, 23)
# Bytes of UTF-8 text that is printable and composed whatever stands beside what: ASCII, U+00C0 to U+01BF, and after 0xE1
# only U+1E80 to U+1EFF, which the second search sees to. Vietnamese needs no other letters.
_PLAIN_BYTES = bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0xC0)) + b"\xc3\xc4\xc5\xc6\xe1"
_OTHER_LETTER = re.compile(rb"\xe1[^\xba\xbb]").search
_ODD_ESCAPE = re.compile(rb'\\[^nt"/]').search


@lru_cache(8)
def _plain_frames(longest: int) -> "msgspec.json.Decoder[PushFrame]":
    """A decoder of pushes that takes only operations within every limit; ``longest``: characters of one field."""
    value = (
        Annotated[str, msgspec.Meta(max_length=longest)]
        | Annotated[int, msgspec.Meta(ge=-_MAX_INT, le=_MAX_INT)]
        | bool
        | None
    )
    parts: list[Any] = [
        ("op", _Id),
        ("record", _Id),
        ("base_rev", Annotated[int, msgspec.Meta(ge=0, le=_MAX_INT)], 0),
        ("fields", Annotated[dict[str, value], msgspec.Meta(max_length=_MAX_FIELDS)], msgspec.field(default_factory=dict)),
        ("parent", _Id | None, None),
        ("at", Annotated[str, msgspec.Meta(max_length=40)], ""),
        ("by", Annotated[str, msgspec.Meta(max_length=200)], ""),
        ("resolves", Annotated[tuple[_Id, ...], msgspec.Meta(max_length=100)], ()),
        ("reason", Annotated[str, msgspec.Meta(max_length=4000)], ""),
    ]  # fmt: skip
    plain_op = msgspec.defstruct("PlainOp", parts, bases=(Op,), frozen=True, kw_only=True)
    frame: Any = msgspec.defstruct("PlainFrame", [("ops", list[plain_op])], bases=(PushFrame,), frozen=True)  # type: ignore[valid-type]
    return msgspec.json.Decoder(frame)


def read_plain(body: bytes, limits: Limits) -> tuple[PushFrame, list[Read | Result]] | None:
    """A push whose every operation is in order, or None: it must be looked at one by one."""
    try:
        frame = _plain_frames(limits.field // 4).decode(body)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    ops: Any = frame.ops
    ids = [name for op in ops for name in (op.op, op.record)]
    ids += [name for op in ops if op.parent is not None or op.resolves for name in (op.parent, *op.resolves) if name]
    fields = set().union(*[op.fields for op in ops])
    whole = (
        _tidy_bytes(body)
        and _are_uuids(ids)
        and all(map(_TYPE, {op.type for op in ops}))
        and all(map(_UNIT, {op.unit for op in ops}))
        and all(map(_FIELD, fields))
    )
    return (frame, [Read(op, False) for op in ops]) if whole else None


def _tidy_bytes(body: bytes) -> bool:
    """Whether every text in some JSON is as ``tidy`` leaves it; no for some where each alone would be."""
    if b"\\" in body and _ODD_ESCAPE(body.replace(rb"\\", b"")):
        return False
    if not body.translate(None, _PLAIN_BYTES):
        return _OTHER_LETTER(body) is None
    text = body.decode()
    return text.isprintable() and unicodedata.is_normalized("NFC", text)


def _are_uuids(ids: Iterable[str]) -> bool:
    """Whether texts of 36 characters are all UUIDs as this protocol writes them."""
    joined = "".join(ids)
    count = len(joined) // 36
    if not joined.isascii() or any(joined[at::36] != "-" * count for at in _DASHES):
        return False
    rest = joined.encode().translate(None, b"0123456789abcdef")
    return rest == b"-" * (4 * count) and not joined[14::36].strip("12345678") and not joined[19::36].strip("89ab")


def is_uuid(text: str) -> bool:
    """A UUID as this protocol writes it."""
    return _UUID(text) is not None


def tidy(text: str) -> str:
    """NFC without control characters; most text is in order already and only looked at."""
    if not text:
        return text
    if text.isascii():
        plain = text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable()
    else:
        plain = text.replace("\n", "").replace("\t", "").isprintable() and unicodedata.is_normalized("NFC", text)
    return text if plain else clean(text)


def rejected(op: str, code: str, field: str = "") -> Result:
    """The answer to an operation that is not taken."""
    if code not in REJECTIONS:
        raise KeyError(code)
    return Result(op=op, status="rejected", code=code, field=field)


def read_op(raw: msgspec.Raw, limits: Limits) -> Read | Result:
    """One operation, or the answer that rejects it."""
    try:
        op = _decoder.decode(raw)
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError):
        return _malformed(raw)
    if not is_uuid(op.op):
        return rejected(op.op[:36], "op.malformed", "op")
    if wrong := _wrong_part(op):
        return rejected(op.op, "op.malformed", wrong)
    return _read_values(op, limits)


def _wrong_part(op: Op) -> str:
    """The name of the first part that is not in its form, or nothing."""
    if not is_uuid(op.record):
        return "record"
    if not _TYPE(op.type):
        return "type"
    if not _UNIT(op.unit):
        return "unit"
    if op.base_rev < 0 or op.base_rev > _MAX_INT:
        return "base_rev"
    if op.parent is not None and not is_uuid(op.parent):
        return "parent"
    if len(op.at) > 40:
        return "at"
    if len(op.by) > 200:
        return "by"
    if len(op.reason) > 4000:
        return "reason"
    if len(op.resolves) > 100 or not all(map(is_uuid, op.resolves)):
        return "resolves"
    return "fields" if len(op.fields) > _MAX_FIELDS else ""


def _read_values(op: Op, limits: Limits) -> Read | Result:
    values: Values = {}
    cleaned = False
    for key, value in op.fields.items():
        if not _FIELD(key):
            return rejected(op.op, "field.name", tidy(key)[:120])
        if isinstance(value, str):
            kept = tidy(value)
            if len(kept) * 4 > limits.field and len(kept.encode()) > limits.field:
                return rejected(op.op, "field.too_long", key)
            cleaned = cleaned or kept != value
            values[key] = kept
        elif isinstance(value, int) and abs(value) > _MAX_INT:
            return rejected(op.op, "field.too_large", key)
        else:
            values[key] = value
    at, by, reason = tidy(op.at), tidy(op.by), tidy(op.reason)
    if cleaned or at is not op.at or by is not op.by or reason is not op.reason:
        op = msgspec.structs.replace(op, fields=values, at=at, by=by, reason=reason)
    return Read(op, cleaned)


def _malformed(raw: msgspec.Raw) -> Result:
    """Name what is wrong in something that is not an operation, without repeating its values."""
    try:
        found: Any = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return rejected("", "op.malformed")
    name = found.get("op")
    identity = name if isinstance(name, str) and is_uuid(name) else ""
    fields = found.get("fields")
    if isinstance(fields, dict):
        for key, value in fields.items():
            if not _is_value(value):
                return rejected(identity, "field.kind", tidy(key)[:120])
    return rejected(identity, "op.malformed")


def _is_value(value: Value | Any) -> bool:
    return value is None or isinstance(value, str | int)
