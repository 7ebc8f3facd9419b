"""The province's plans, which every device of the province reads and only the province's own write.

They stay in the province's unit. Another device reads nothing of that unit but plans with their tasks, targets and money; a
figure that is set for another area is told as a removed record, without a word of it.
"""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from ocop_desktop import legal
from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.programme.plans import BUDGET, PLAN, TARGET, TASK
from ocop_desktop.domain.text import fold
from ocop_desktop.protocol import Changes, record_hash, set_hash
from ocop_desktop.server import feed
from ocop_desktop.server.accounts import Caller
from ocop_desktop.server.digests import Kept
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.store import first, high_water, rows
from ocop_desktop.server.tables import codes, records

SHARED = (PLAN, TASK, TARGET, BUDGET)
_KEPT_AT_MOST = 16
_bodies = msgspec.json.Decoder(dict[str, str | int | bool | None])
_only = records.c.type.in_(SHARED)


class Plans(NamedTuple):
    """The plans of a province at a number: how many records are for everybody, the sum of their hashes, and those for one
    area each, with its name and hash."""

    top: int
    common: int
    total: int
    of_areas: tuple[tuple[str, int], ...]


def unit_for(caller: Caller, identity: Identity) -> str:
    """The unit whose plans a device reads beside its own; empty where there is none, or it reads the whole of it."""
    return identity.province if identity.province and not caller.may(identity.province) else ""


def changes(connection: Connection, identity: Identity, caller: Caller, after: int, limit: int) -> Changes:
    """One page of the plans' changes, as a device may see them."""
    unit, own = unit_for(caller, identity), _names(connection, caller)
    found = feed.page(connection, identity, unit, after, limit, _top(connection, unit), _only)
    items = []
    for item in found.items:
        item = msgspec.structs.replace(item, conflicts=0, device="")
        hidden = not _is_for(_area(item.body), own)
        items.append(msgspec.structs.replace(item, body={}, deleted=True, by="") if hidden else item)
    return msgspec.structs.replace(found, items=tuple(items))


def last_number(connection: Connection, identity: Identity, caller: Caller, today: str) -> int:
    """The last number that a plan took; -1 where the device reads no plans beside its own units."""
    unit = unit_for(caller, identity)
    return _read(connection, identity, unit, high_water(connection, unit), today).top if unit else -1


def digest(connection: Connection, identity: Identity, caller: Caller, number: int, today: str) -> Kept:
    """Count and set hash of the plans, as a device may see them; ``number``: the last one of the province's unit."""
    plans = _read(connection, identity, unit_for(caller, identity), number, today)
    own = _names(connection, caller) if plans.of_areas else frozenset()
    mine = [share for area, share in plans.of_areas if _is_for(area, own)]
    return Kept(plans.top, plans.common + len(mine), set_hash([plans.total, *mine]), True)


# What a province's plans come to is the same for all its devices: it is made once for each number of its unit. Another worker
# makes the same, so nothing hangs on its being kept.
_kept: dict[tuple[str, str, int, str], Plans] = {}


def _read(connection: Connection, identity: Identity, unit: str, number: int, today: str) -> Plans:
    key = (identity.epoch, unit, number, today)
    if key not in _kept:
        if len(_kept) >= _KEPT_AT_MOST:
            _kept.clear()
        _kept[key] = _made(connection, unit)
    return _kept[key]


def _made(connection: Connection, unit: str) -> Plans:
    statement = select(records).where(records.c.unit == unit, _only, records.c.deleted.is_(False))
    common, of_areas = [], []
    for row in rows(connection, statement):
        share, area = record_hash(row["record"], row["rev"], row["body"].encode()), _area(_bodies.decode(row["body"]))
        if area:
            of_areas.append((area, share))
        else:
            common.append(share)
    return Plans(_top(connection, unit), len(common), sum(common), tuple(of_areas))


def _top(connection: Connection, unit: str) -> int:
    """The last number that a plan took: what else the province writes down is no news to its communes."""
    statement = select(func.max(records.c.seq)).where(records.c.unit == unit, _only)
    return connection.execute(statement).scalar() or 0


def _area(body: Mapping[str, Value]) -> str:
    """Whom a figure is for, or nothing where it is for everybody; a plan itself names the province's own area."""
    return fold(str(body.get("area") or "")) if body.get("plan") else ""


def _is_for(area: str, own: frozenset[str]) -> bool:
    return not area or area in own


def _names(connection: Connection, caller: Caller) -> frozenset[str]:
    """What the areas of a device may be called: codes of today and before, and names."""
    names = {*caller.units, *(old for old, new in caller.former.items() if new in caller.units)}
    names |= {found.name for unit in caller.units if (found := legal.commune(unit)) is not None}
    if caller.level != "commune":
        made_of = first(connection, select(codes.c.unit_name).where(codes.c.device == caller.device))
        names |= {made_of["unit_name"]} if made_of is not None else set()
    return frozenset(filter(None, map(fold, names)))
