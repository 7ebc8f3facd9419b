"""Read the operations of a push one by one, so that a bad one never stops its neighbours."""

import re
import unicodedata
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Read:
    """An operation in order. ``cleaned``: its text was not as stored, so the sender must take the stored body."""

    op: Op
    cleaned: bool


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
