"""Values of fields that the law calls sensitive: covered wherever they would be listed, until somebody asks to see them."""

from collections.abc import Iterable, Mapping
from functools import cache

from ocop_desktop import legal
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.storage.db import Db

from . import personal
from .labels import form_fields

DOTS = "••••••"


@cache
def keys() -> frozenset[str]:
    """The keys on screen of every field that a form marks as sensitive (Nghị định 356/2025/NĐ-CP)."""
    found = (form_fields(regime.id).items() for regime in legal.regimes())
    return frozenset(key for fields in found for key, field in fields if field.sensitive)


def cover(values: Mapping[str, Value]) -> Values:
    """Values with the sensitive ones covered; an empty one stays empty."""
    return {key: DOTS if key in keys() and value not in (None, "") else value for key, value in values.items()}


def cover_line(details: Mapping[str, object]) -> dict[str, object]:
    """The details of a journal line, what stood in sensitive fields before and after covered."""
    fields = details.get("fields")
    if not isinstance(fields, dict) or not keys() & fields.keys():
        return dict(details)
    covered = {
        key: [DOTS if value not in (None, "") else value for value in pair] if key in keys() else pair
        for key, pair in fields.items()
    }
    return {**details, "fields": covered}


def of_line(details: Mapping[str, object]) -> frozenset[str]:
    """The sensitive fields whose values stand in a journal line."""
    fields = details.get("fields")
    return keys() & fields.keys() if isinstance(fields, dict) else frozenset()


def note_shown(db: Db, dossier: str, shown: Iterable[str]) -> None:
    """Write down which sensitive fields of a dossier were printed uncovered: one line each, without what stands in them."""
    for key in sorted(set(shown) & keys()):
        personal.look(db, dossier, key)
