"""What a package is answered with: all that a round over the line would have brought, for every unit of its device.

Which units these are says ``handlers.units``, as over the line; each message is made by the function that answers it there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from ocop_desktop.protocol import InventoryRequest, Units, UnitState, canonical
from ocop_desktop.protocol.packages import EntryKind, Manifest, entry
from ocop_desktop.server import conflicts, handlers, rulebook, sharing
from ocop_desktop.server.accounts import Caller
from ocop_desktop.server.pushing import new_id
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import stamp
from ocop_desktop.server.store import by_ids
from ocop_desktop.server.tables import files

_CURSOR_MOST = 2**53
_ASKED_MOST = 20_000


@dataclass(frozen=True)
class Answer:
    """An answer that is ready to be sealed."""

    manifest: Manifest
    contents: tuple[bytes, ...]


def answer(
    service: Service,
    caller: Caller,
    asked: Manifest,
    receipts: Sequence[tuple[str, bytes]],
    stored: tuple[str, ...],
    refused: dict[str, str],
) -> Answer:
    """The answer to a package that was taken in: its receipts, and what is new for its device."""
    identity, own = service.identity, caller.choose(asked.unit)
    made: list[tuple[EntryKind, str, bytes]] = [("receipt", name, content) for name, content in receipts]
    contents = set(asked.asks[:_ASKED_MOST])
    made += service.store.read(lambda connection: list(_news(connection, service, caller, asked, own, contents)))
    begins = _begins(asked, identity.epoch, own)
    manifest = Manifest(
        kind="answer",
        package=new_id(),
        created=stamp(service.settings.clock()),
        province=identity.province,
        device=asked.device,
        unit=own,
        replica=asked.replica,
        epoch=identity.epoch,
        recipient=asked.reply_to,
        entries=tuple(entry(kind, name, content) for kind, name, content in made),
        answers=asked.package,
        after=begins.get(own, 0),
        asked_epoch=asked.epoch,
        files=service.store.read(lambda connection: _whole(connection, caller, stored, contents)),
        refused=refused,
        cursors=begins if asked.cursors is not None else None,
        anew=asked.anew,
    )
    return Answer(manifest, tuple(content for _, _, content in made))


def _begins(asked: Manifest, epoch: str, own: str) -> Mapping[str, int]:
    """The number of each unit after which its changes begin; a unit that is not named begins at 0."""
    if asked.epoch != epoch:
        return {}
    known = {own: asked.cursor} if asked.cursors is None else asked.cursors
    return {unit: min(max(at, 0), _CURSOR_MOST) for unit, at in known.items() if unit not in asked.anew}


def _news(
    connection: Connection, service: Service, caller: Caller, asked: Manifest, own: str, contents: set[str]
) -> Iterator[tuple[EntryKind, str, bytes]]:
    """What is new, as kind, unit and content; ``contents`` takes the evidence that it names."""
    identity = service.identity
    restored, begins = asked.epoch != identity.epoch, _begins(asked, identity.epoch, own)
    told = handlers.units(connection, identity, caller)
    if asked.cursors is None:  # a program of before, which reads nothing but its own unit
        told = Units(epoch=told.epoch, units=(UnitState(unit=own, high_water=0),))
    else:
        yield "units", own, canonical(told)
    shared = sharing.unit_for(caller, identity) if asked.cursors is not None else ""
    for unit in filter(None, (*(state.unit for state in told.units), shared)):
        after = begins.get(unit, 0)
        if unit != shared and (restored or unit in asked.anew):
            request = InventoryRequest(unit=unit)
            yield "inventory", unit, canonical(handlers.inventory(connection, identity, unit, request))
        digest = handlers.digest(connection, service.settings, identity, caller, unit)
        cursor = after
        while cursor < digest.high_water:
            page = handlers.changes(
                connection, service.settings, identity, caller, unit, cursor, service.settings.limits.page
            )
            yield "changes", unit, canonical(page)
            contents |= {str(item.body["sha256"]) for item in page.items if item.body.get("sha256")}
            cursor = page.next
        if asked.cursors is not None and unit != shared and after < digest.high_water:
            yield "conflicts", unit, canonical(conflicts.open_conflicts(connection, unit))
        yield "digest", unit, canonical(digest)
    pack = rulebook.newest(connection) if asked.rules >= 0 else None
    if pack is not None and pack["version"] > asked.rules:
        yield "rules", own, rulebook.content(connection)


def _whole(connection: Connection, caller: Caller, stored: tuple[str, ...], wanted: set[str]) -> tuple[str, ...]:
    """The contents of the package that are stored now, and those of others that are here whole."""
    rows = by_ids(connection, files, "sha256", wanted)
    return tuple(dict.fromkeys((*stored, *(row["sha256"] for row in rows if caller.may(row["unit"])))))
