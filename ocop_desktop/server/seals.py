"""What a person sealed stays as it was sealed: no later operation of any PC changes it.

A dossier's report takes the clerk's number and day, and nothing else. A periodic report is opened again by a person, with a
``move`` and a reason, sealed anew, and has the next revision then.
"""

from collections.abc import Mapping

from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.merge import differing, local_name, same
from ocop_desktop.protocol import Op

REPORT, PERIODIC = "report", "periodic"
_MAY_CHANGE = frozenset({"number", "issued_on"})


def broken(body: Mapping[str, Value], op: Op, *, restored: bool) -> str:
    """The field for which an operation would change what is sealed, or nothing.

    ``body``: the record as it stands; ``restored``: the operation brings a whole record to a province that was restored.
    """
    if op.type == REPORT:
        if op.kind == "delete":
            return REPORT
        return next((name for name in differing(body, op.fields) if local_name(REPORT, name) not in _MAY_CHANGE), "")
    if op.type != PERIODIC or body.get("state") != "sealed":
        return ""
    if op.kind == "delete":
        return "state"
    if op.kind == "move" and (op.fields.get("state") == "draft" or not same(op.expect.get("state"), "sealed")):
        return ""  # a person opens it again, or two sealed it at once: who was first says the state
    if restored and (op.fields.get("state") == "draft" or _revision(op.fields) > _revision(body)):
        return ""
    return next(iter(differing(body, op.fields)), "")


def _revision(fields: Mapping[str, Value]) -> int:
    number = fields.get("revision")
    return number if isinstance(number, int) else 0
