"""The days of reports, as the province plans them: its record in each commune's unit, else what this office set, else the defaults."""

from dataclasses import asdict, fields

from ocop_desktop.actions import desk
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.reporting.periods import Rules
from ocop_desktop.errors import Refused
from ocop_desktop.storage import gathering, journal, records, settings
from ocop_desktop.storage.db import Db

TYPE = "report_rules"
_PREFIX = "reports."
NAMES = tuple(each.name for each in fields(Rules))


def own_unit(db: Db) -> str:
    """The unit this office's own records belong to."""
    return str(settings.read(db, "office.unit") or settings.read(db, "sync.unit") or "")


def rules(db: Db) -> Rules:
    """What holds here: the province's days where they came down, else this office's."""
    told = sorted((each for each in records.of_type(db, TYPE) if each.unit == own_unit(db)), key=lambda each: each.id)
    values: Values = told[-1].body if told and desk.level(db) == "commune" else settings.read_all(db, _PREFIX)
    known = {name: values.get(name, values.get(_PREFIX + name)) for name in NAMES}
    found = Rules(**{name: value for name, value in known.items() if isinstance(value, int)})
    return found if not found.problems() else Rules()


def from_province(db: Db) -> bool:
    """Whether the days were told by the province (*theo kế hoạch của tỉnh*) and not set here."""
    return any(each.unit == own_unit(db) for each in records.of_type(db, TYPE)) and desk.level(db) == "commune"


@only("settings")
def save(db: Db, given: Rules) -> Changes:
    """Set the days; an office above communes tells them to every commune of its scope with the next round.

    ``Refused``: ``report.days`` (``field``), ``report.by_province`` where the province has told them.
    """
    if wrong := given.problems():
        raise Refused("report.days", field=wrong[0])
    if from_province(db):
        raise Refused("report.by_province")
    values: Values = dict(asdict(given))
    settings.write(db, {_PREFIX + name: value for name, value in values.items()})
    told = 0
    if desk.level(db) == "province":
        known = {each.unit: each for each in records.of_type(db, TYPE)}
        for unit in (each.unit for each in gathering.units(db) if len(each.unit) == 5):
            if unit in known:
                records.patch(db, known[unit], values)
            else:
                records.add(db, TYPE, values, unit=unit)
            told += 1
    journal.write(db, "report.rules", told=told, days=asdict(given))
    return Changes(settings=True, types=frozenset({TYPE}), outbox=bool(told))
