"""Who may change a dossier: its commune until the hand-over, from then on the level its regime names, until it is returned.

Two things stay the commune's: the report as it was signed, and the number and day the clerk gives it. The rules are
``domain.custody``'s; this reads operations by them.
"""

from collections.abc import Mapping

import msgspec

from ocop_desktop import legal
from ocop_desktop.domain import custody
from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.merge import differing, local_name
from ocop_desktop.domain.records import REMARK
from ocop_desktop.domain.regimes import Level, Regime
from ocop_desktop.errors import Damaged, Refused
from ocop_desktop.protocol import Op

HANDED_OVER = "handed_over"
PART_OF_DOSSIER = frozenset({"evidence", "report", "review"})
"""Types whose parent is the dossier they belong to."""


def dossier_of(op: Op, parent: str | None) -> str:
    """The dossier an operation touches, or an empty text: a producer and a product serve other dossiers too."""
    if op.type == "dossier":
        return op.record
    return parent or "" if op.type in PART_OF_DOSSIER else ""


OF_A_COMMUNE = custody.AT_COMMUNE - {"returned"} | {HANDED_OVER}
"""The states a commune may move its dossier to; every other one says that somebody above did something."""
_OF_A_WHOLE = OF_A_COMMUNE | {"returned"}
"""The states it may send a dossier whole in: what was given back is with it."""


def as_told(op: Op) -> Op:
    """A whole dossier from a commune, saying no more than a commune may say of it.

    A commune sends a dossier whole when a restored province lost it. That somebody above took it into work is then for
    those above to say again: here it stands as handed over, where its commune brought it.
    """
    if op.type != "dossier" or op.kind != "create":
        return op
    above = {name for name in op.fields if local_name("dossier", name) == custody.AT_LEVEL}
    states = {name for name in op.fields if local_name("dossier", name) == "state"}
    above |= {name for name in states if op.fields[name] not in _OF_A_WHOLE | {None}}
    if not above:
        return op
    told = {name: value for name, value in op.fields.items() if name not in above}
    return msgspec.structs.replace(op, fields=told | dict.fromkeys(above & states, HANDED_OVER))


def passed_on(op: Op, body: Mapping[str, Value]) -> bool:
    """Whether an operation would say which level above a dossier was passed on to: never a commune's to say."""
    names = (name for name, value in differing(body, op.fields).items() if value is not None)
    return op.type == "dossier" and any(local_name("dossier", name) == custody.AT_LEVEL for name in names)


def is_free(dossier: Mapping[str, Value]) -> bool:
    """Whether a dossier is with the office that made it."""
    return custody.holder(_regime(dossier), dossier) == "commune"


def kept(
    op: Op, body: Mapping[str, Value] | None, dossier: Mapping[str, Value], level: Level = "commune"
) -> str | None:
    """The field that is kept from an operation of a level, because the dossier is another's; None when it may go on.

    ``body``: the record now, None when it is new; ``dossier``: the fields of its dossier.
    """
    regime = _regime(dossier)
    now = custody.holder(regime, dossier)
    if level != "commune":
        if custody.decides(level, regime, dossier):
            return None
        return _kept_above(op, body, gives_back=custody.returns(level, regime, dossier))
    if now == "commune":
        moves = op.type == "dossier" and op.kind == "move"
        return "state" if moves and op.fields.get("state") not in OF_A_COMMUNE else None
    if op.type == "dossier":
        changed = sorted(differing(body or {}, op.fields))
        return (changed[0] if changed else "state") if changed or op.kind == "delete" else None
    if op.type == "evidence":
        rows = {op.fields.get("row", "signed"), (body or op.fields).get("row")}
        return None if rows == {"signed"} else "row"
    # What may still be written on a sealed report is another rule's; only a new one would be another report.
    return None if body is not None else "report"


def _kept_above(op: Op, body: Mapping[str, Value] | None, *, gives_back: bool) -> str | None:
    """A level above that does not hold the dossier: it may say again what is there, and an area's office may give back."""
    changed = sorted(differing(body or {}, op.fields))
    if op.kind == "delete" or (body is None and op.type != "dossier"):
        return changed[0] if changed else "state"
    if gives_back and op.type == "dossier" and op.fields.get("state") == "returned":
        changed = [name for name in changed if not local_name("dossier", name).startswith((REMARK, "state"))]
    return changed[0] if changed else None


def _regime(dossier: Mapping[str, Value]) -> Regime | None:
    try:
        return legal.regime(str(dossier.get("regime") or ""))
    except (Refused, Damaged):  # a law that this server has not
        return None
