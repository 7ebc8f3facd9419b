"""A figure of a plan as somebody types it: the value when it is one, else the text as it stands, kept until it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.actions.programme import plans
from ocop_desktop.domain.programme import typed
from ocop_desktop.domain.programme.money import PLANNED, SPENT
from ocop_desktop.domain.programme.plans import BUDGET, TARGET
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers as stored
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What became of a typed figure. ``code``: why it is no value yet, with its ``details``; empty when it is one."""

    changes: Changes
    code: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


@only("write")
def type_figure(db: Db, record: str, field: str, text: str) -> Typed:
    """Write a figure of a target (``planned``, ``typed``) or of a line of money (``planned.…``, ``spent.…``).

    Text that is no figure is kept as typed beside the record and the figure stays as it was. ``Refused``: ``plan.gone``,
    ``plan.by_province``.
    """
    found = plans.need_own(db, record)
    names = {TARGET: field in {"planned", "typed"}, BUDGET: field.startswith((PLANNED, SPENT))}
    if not names.get(found.type):
        raise Refused("field.unknown", key=field)
    try:
        values = typed.read(found.body, field, text)
    except Refused as error:
        stored.keep_unparsed(db, record, {field: text}, set())
        return Typed(changes=Changes(types=frozenset({found.type})), code=error.code, details=error.details)
    stored.keep_unparsed(db, record, {}, {field})
    changed = records.patch(db, found, values)
    return Typed(changes=Changes(types=frozenset({found.type}), outbox=bool(changed)))
