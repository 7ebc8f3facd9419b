"""The communes an office gathers: where their dossiers stand, what is late, who has not been heard of."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from ocop_desktop.domain.text import sort_key
from ocop_desktop.storage import former_units, gathering, listing
from ocop_desktop.storage.db import Db

from . import desk
from .listing import ListRow, Query, order, rows

SILENT = timedelta(days=7)
"""A commune whose PCs were not at the province for longer is shown as silent: a week, as the list's ``due soon``."""

AT_COMMUNE = ("checking", "assessing", "waiting", "sealed")
ARRIVED = ("handed_over", "at_province")


@dataclass(frozen=True, kw_only=True)
class Commune:
    """One unit of the scope. ``seen``: when one of its PCs was last at the province (UTC), empty: never; ``silent``: longer
    ago than ``SILENT``, or never; ``late``: its dossiers past their legal day."""

    unit: str
    name: str
    stages: dict[str, int] = field(default_factory=dict)
    late: int = 0
    devices: int = 0
    seen: str = ""
    silent: bool = False

    def count(self, *stages: str) -> int:
        """How many dossiers stand at any of these stages; all without one."""
        return sum(number for stage, number in self.stages.items() if not stages or stage in stages)


@dataclass(frozen=True, kw_only=True)
class Overview:
    """All of an office's scope. ``gathers``: the office stands above communes; ``arrived``: the oldest that wait for it."""

    gathers: bool
    communes: tuple[Commune, ...] = ()
    arrived: tuple[ListRow, ...] = ()

    def count(self, *stages: str) -> int:
        """How many dossiers of all communes stand at any of these stages."""
        return sum(commune.count(*stages) for commune in self.communes)

    @property
    def late(self) -> int:
        """Dossiers past their legal day."""
        return sum(commune.late for commune in self.communes)

    @property
    def silent(self) -> int:
        """Communes not heard of for long."""
        return sum(commune.silent for commune in self.communes)


def gathers(db: Db) -> bool:
    """Whether this office stands above communes."""
    return desk.level(db) != "commune"


def overview(db: Db, limit: int = 5, *, by: str = "made") -> Overview:
    """Where everything of the scope stands. Cheap for 100,000 dossiers: one count over an index.

    ``by``: ``made`` counts a dossier in the unit it was made in, ``today`` in the one that unit is now.
    """
    if not gathers(db):
        return Overview(gathers=False)
    today = db.clock().astimezone().date()
    found: dict[str, Commune] = {}
    for seen in gathering.units(db):
        if len(seen.unit) == 5:
            silent = not seen.seen or _day(seen.seen) < today - SILENT
            found[seen.unit] = Commune(
                unit=seen.unit,
                name=former_units.name(db, seen.unit),
                devices=seen.devices,
                seen=seen.seen,
                silent=silent,
            )
    late: dict[str, int] = {}
    stages: dict[str, dict[str, int]] = {}
    names: dict[str, str] = {}
    for made, _name, stage, number, past in listing.stages_by_unit(db, today):
        unit = former_units.now(db, made) if by == "today" else made
        counted = stages.setdefault(unit, {})
        counted[stage] = counted.get(stage, 0) + number
        late[unit] = late.get(unit, 0) + past
        names[unit] = former_units.name(db, unit)
    communes = [
        Commune(
            unit=unit,
            name=found[unit].name if unit in found else names.get(unit, unit),
            stages=stages.get(unit, {}),
            late=late.get(unit, 0),
            devices=found[unit].devices if unit in found else 0,
            seen=found[unit].seen if unit in found else "",
            silent=found[unit].silent if unit in found else False,
        )
        for unit in found.keys() | stages.keys()
    ]
    numbers = order(db, Query(filter="arrived", sort="updated"))
    return Overview(
        gathers=True,
        communes=tuple(sorted(communes, key=lambda commune: sort_key(commune.name))),
        arrived=tuple(rows(db, numbers[:limit])),
    )


def _day(instant: str) -> date:
    return date.fromisoformat(instant[:10])


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What the list of dossiers may be narrowed to: units with their number of dossiers; none at a commune's PC."""

    gathers: bool
    units: tuple[tuple[str, str, int], ...] = ()


def scope(db: Db) -> Scope:
    """The units of this office's list, by name."""
    seen = overview(db, limit=0)
    units = ((commune.unit, commune.name, commune.count()) for commune in seen.communes)
    return Scope(gathers=seen.gathers, units=tuple(units))
