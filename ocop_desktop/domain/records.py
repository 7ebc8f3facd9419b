"""What is kept and travels: records, each a flat dict of fields under a type, owned by one commune.

A record on screen is part of a dossier's ``values``, where every key carries the record's type: the field ``name`` of a
producer is ``producer.name``.
"""

from collections.abc import Iterable

import msgspec

from .forms import Value, Values

DOSSIER_PARTS = ("producer", "product", "dossier")
"""The record types whose fields an officer edits on a dossier's page."""

REMARK = "remark."
"""Fields of a dossier record that the province writes when it returns the dossier: what it says of one field on screen,
``remark.producer.name``. One goes when its field changes."""


RETURNED_ON = "state.returned_on"
"""The day a dossier was last given back (ISO), on the dossier's record; it stays when the dossier goes on."""
ACCEPTED_ON = "state.accepted_on"
"""The day (ISO) the level that decides found a dossier complete and took it into its council's work."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One record. ``rev`` is the province's revision it rests on (0: never there); instants are UTC ISO text."""

    id: str
    type: str
    unit: str
    dossier: str | None
    body: Values
    rev: int = 0
    deleted: bool = False
    created: str = ""
    updated: str = ""
    synced: str | None = None


def on_screen(records: Iterable[Record]) -> Values:
    """The fields of several records in one dict, each key with its record's type."""
    return {f"{record.type}.{field}": value for record in records for field, value in record.body.items()}


def by_record(values: Values) -> dict[str, dict[str, Value]]:
    """Screen values back into fields, by record type."""
    parts: dict[str, dict[str, Value]] = {}
    for key, value in values.items():
        kind, _, field = key.partition(".")
        parts.setdefault(kind, {})[field] = value
    return parts
