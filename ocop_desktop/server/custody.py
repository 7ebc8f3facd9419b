"""Who may change a dossier: its commune until the hand-over, from then on the province alone, until it is returned.

Two things stay the commune's: the report as it was signed, and the number and day the clerk gives it.
"""

from collections.abc import Mapping

from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.merge import differing
from ocop_desktop.protocol import Op

HANDED_OVER = "handed_over"
PART_OF_DOSSIER = frozenset({"evidence", "report"})
"""Types whose parent is the dossier they belong to."""


def dossier_of(op: Op, parent: str | None) -> str:
    """The dossier an operation touches, or an empty text: a producer and a product serve other dossiers too."""
    if op.type == "dossier":
        return op.record
    return parent or "" if op.type in PART_OF_DOSSIER else ""


def kept(op: Op, body: Mapping[str, Value] | None, dossier: Mapping[str, Value]) -> str | None:
    """The field the province keeps from a commune's operation, or None when it may go on.

    ``body``: the record now, None when it is new; ``dossier``: the fields of its dossier.
    """
    if dossier.get("state") != HANDED_OVER:
        return None
    if op.type == "dossier":
        changed = sorted(differing(body or {}, op.fields))
        return (changed[0] if changed else "state") if changed or op.kind == "delete" else None
    if op.type == "evidence":
        rows = {op.fields.get("row", "signed"), (body or op.fields).get("row")}
        return None if rows == {"signed"} else "row"
    # What may still be written on a sealed report is another rule's; only a new one would be another report.
    return None if body is not None else "report"
