"""What the server answers to each message but pushes and files: plain functions over messages, no HTTP."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, func, select

from ocop_desktop.protocol import (
    PROTOCOL_MAX,
    PROTOCOL_MIN,
    Challenge,
    ChallengeRequest,
    Changes,
    Digest,
    Hello,
    Inventory,
    InventoryItem,
    InventoryRequest,
    Token,
    TokenRequest,
    Units,
    UnitState,
    numbers_hash,
    record_hash,
    set_hash,
    short_hash,
)
from ocop_desktop.server import digests, feed, sharing, tables
from ocop_desktop.server.accounts import PROVINCE, Caller, find_device, seen, use_challenge
from ocop_desktop.server.identity import CHALLENGE_SECONDS, Identity, signed_by
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.reading import is_uuid
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.server.store import Store, high_water, rows
from ocop_desktop.server.tables import devices, records, scope_seq


def hello(
    settings: Settings, identity: Identity, client_time: str, files_wait: bool, rules: int = 0, programs: int = 0
) -> Hello:
    """Who the server is. A client time that cannot be read only leaves the skew out."""
    now = settings.clock()
    skew = None
    try:
        theirs = datetime.fromisoformat(client_time)
        skew = round((theirs.replace(tzinfo=theirs.tzinfo or UTC) - now).total_seconds())
    except (ValueError, OverflowError):
        pass
    return Hello(
        protocol_min=PROTOCOL_MIN,
        protocol_max=PROTOCOL_MAX,
        epoch=identity.epoch,
        server_time=stamp(now),
        province=identity.province,
        province_name=identity.province_name,
        limits=settings.limits,
        public_key=identity.public_key,
        min_app=settings.min_app,
        message=settings.message,
        skew_seconds=skew,
        files_wait=files_wait,
        age_recipient=identity.age_recipient,
        age_proof=identity.age_proof,
        rules=rules,
        plans=identity.province,
        programs=programs,
    )


def published(connection: Connection) -> int:
    """How many versions of the program the province has published."""
    return int(connection.execute(select(func.count()).select_from(tables.programs)).scalar_one())


def challenge(settings: Settings, identity: Identity, request: ChallengeRequest) -> Challenge:
    """A text to sign; given to any id, so that nobody learns which devices exist."""
    if not is_uuid(request.device):
        raise refuse("body.invalid", field="device")
    expires = int(settings.clock().timestamp()) + CHALLENGE_SECONDS
    return Challenge(challenge=identity.seal("challenge", request.device, expires), expires_in=CHALLENGE_SECONDS)


def token(
    connection: Connection,
    settings: Settings,
    identity: Identity,
    request: TokenRequest,
    admit: Callable[[str], None] = lambda _device: None,
) -> Token:
    """A bearer token for a device that signed its challenge.

    Raises ``auth.invalid``, ``auth.expired`` (the challenge is too old; one that served before is ``auth.invalid``), ``device.revoked``, or what ``admit`` (given the device) raises.
    """
    now = settings.clock()
    if identity.unseal("challenge", request.challenge, now) != request.device:
        raise refuse("auth.invalid")
    device = find_device(connection, request.device)
    if not signed_by(device["public_key"], request.challenge, request.signature):
        raise refuse("auth.invalid")
    admit(request.device)  # only now: nobody else uses up what is a device's own
    use_challenge(connection, identity, settings, request.challenge)
    seen(connection, settings, request.device, request.app, request.skew_seconds, request)
    expires = int(now.timestamp()) + settings.token_seconds
    return Token(token=identity.seal("token", request.device, expires), expires_in=settings.token_seconds)


def changes(
    connection: Connection, settings: Settings, identity: Identity, caller: Caller, unit: str, after: int, limit: int
) -> Changes:
    """One page of what changed in a unit that a device reads. Raises ``scope.outside``."""
    if unit and unit == sharing.unit_for(caller, identity):
        return sharing.changes(connection, identity, caller, after, limit)
    page = feed.changes(connection, identity, caller.choose(unit), after, limit)
    plans = sharing.last_number(connection, identity, caller, stamp(settings.clock())[:10])
    return msgspec.structs.replace(page, plans=plans)


def units(connection: Connection, identity: Identity, caller: Caller) -> Units:
    """The units of a device that the server has records of, and its own."""
    known = numbers(connection, caller)
    pcs = _pcs(connection) if caller.level != "commune" else {}
    living = {unit for unit in pcs if caller.may(unit)} - caller.former.keys()
    wanted = sorted(living | known.keys() | set(caller.units))
    states = []
    for unit in wanted:
        devices_, seen_at = pcs.get(unit, (0, ""))
        states.append(UnitState(unit=unit, high_water=known.get(unit, 0), devices=devices_, seen_at=seen_at))
    return Units(epoch=identity.epoch, units=tuple(states))


def numbers(connection: Connection, caller: Caller, also: str = "") -> dict[str, int]:
    """The last number of every unit in a device's scope that has one, and of ``also``."""
    statement = select(scope_seq)
    if not caller.provincial:
        statement = statement.where(scope_seq.c.unit.in_((*caller.units, also)))
    return {row["unit"]: row["seq"] for row in rows(connection, statement) if row["unit"] not in caller.former}


def _pcs(connection: Connection) -> dict[str, tuple[int, str]]:
    """How many PCs each unit has that may still speak, and when the last of them was here."""
    statement = (
        select(devices.c.unit, func.count(), func.max(devices.c.seen_at))
        .where(devices.c.revoked_at.is_(None), devices.c.device != PROVINCE)
        .group_by(devices.c.unit)
    )
    return {unit: (count, seen_at or "") for unit, count, seen_at in connection.execute(statement)}


def digest(connection: Connection, settings: Settings, identity: Identity, caller: Caller, unit: str) -> Digest:
    """Count and set hash of the live records of a unit that a device reads. Raises ``scope.outside``."""
    today = stamp(settings.clock())[:10]
    if unit and unit == sharing.unit_for(caller, identity):
        found = sharing.digest(connection, identity, caller, high_water(connection, unit), today)
    else:
        unit = caller.choose(unit)
        found = digests.read(connection, unit, today)
    return Digest(unit=unit, epoch=identity.epoch, high_water=found.top, count=found.living, hash=found.hash)


def kept_digest(store: Store, settings: Settings, identity: Identity, caller: Caller, unit: str) -> Digest:
    """The same; one that had to be made from all records is kept for the next question."""
    if unit and unit == sharing.unit_for(caller, identity):
        return store.read(lambda connection: digest(connection, settings, identity, caller, unit))
    today, chosen = stamp(settings.clock())[:10], caller.choose(unit)
    found = store.read(lambda connection: digests.read(connection, chosen, today))
    if not found.ready and found.top:
        store.write(lambda connection: digests.keep_all(connection, {chosen: found}, today))
    return Digest(unit=chosen, epoch=identity.epoch, high_water=found.top, count=found.living, hash=found.hash)


def whole_digest(store: Store, settings: Settings, identity: Identity, caller: Caller) -> Digest:
    """Count and set hash over everything that a device reads, in one answer."""
    today = stamp(settings.clock())[:10]

    def read(connection: Connection) -> dict[str, digests.Kept]:
        shared = sharing.unit_for(caller, identity)
        last = numbers(connection, caller, shared)
        above = last.pop(shared, 0)
        found = digests.read_all(connection, last, today)
        if shared:
            found[shared] = sharing.digest(connection, identity, caller, above, today)
        return found

    found = store.read(read)
    if made := {unit: each for unit, each in found.items() if not each.ready and each.top}:
        store.write(lambda connection: digests.keep_all(connection, made, today))
    return Digest(
        unit="",
        epoch=identity.epoch,
        high_water=sum(each.top for each in found.values()),
        count=sum(each.living for each in found.values()),
        hash=set_hash(int(each.hash, 16) for each in found.values()),
        numbers=numbers_hash({unit: each.top for unit, each in found.items()}),
    )


def inventory(connection: Connection, identity: Identity, unit: str, request: InventoryRequest) -> Inventory:
    """Ids and revisions under a prefix, tombstones included, and the set hash of the live ones."""
    if set(request.prefix) - set("0123456789abcdef-"):
        raise refuse("body.invalid", field="prefix")
    top = high_water(connection, unit)
    statement = (
        select(records.c.record, records.c.rev, records.c.deleted, records.c.body)
        .where(records.c.unit == unit, records.c.record.startswith(request.prefix))
        .order_by(records.c.record)
    )
    items, hashes = [], []
    for name, rev, deleted, body in connection.execute(statement):
        share = record_hash(name, rev, body.encode())
        items.append(InventoryItem(record=name, rev=rev, deleted=deleted, hash=short_hash(share)))
        if not deleted:
            hashes.append(share)
    return Inventory(unit=unit, epoch=identity.epoch, high_water=top, items=tuple(items), hash=set_hash(hashes))


def health(connection: Connection) -> None:
    """Prove that the database answers."""
    connection.execute(select(func.count()).select_from(scope_seq)).scalar_one()
