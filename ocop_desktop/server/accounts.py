"""Which PCs may speak for which units: one-time codes, devices, revocation."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import uuid6
from sqlalchemy import Connection, delete, select, update

from ocop_desktop.domain.regimes import Level
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.protocol import EnrolAnswer, EnrolRequest, Told
from ocop_desktop.protocol.packages import is_recipient
from ocop_desktop.server import audit
from ocop_desktop.server.identity import Identity, read_public_key
from ocop_desktop.server.merging import former_units
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.reading import is_uuid
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.server.store import Row, add, by_ids, execute, first, rows
from ocop_desktop.server.tables import codes, devices, used_challenges

PROVINCE = "province"
"""The device that the province's own commands push as. It is no UUID, so nobody can ask for a token in its name."""

# No letters that are mistaken for digits when a code is read aloud over the telephone.
_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_CODE_LENGTH = 12
_WINDOW = timedelta(minutes=10)
_SKEW_MOST = 2**31 - 1


@dataclass(frozen=True)
class Caller:
    """A device that proved who it is. ``unit`` is its own; it may read and write ``units``. ``former``: the codes of
    communes that were merged, each with the one that stands for it now."""

    device: str
    unit: str
    units: tuple[str, ...]
    former: Mapping[str, str] = field(default_factory=dict)

    def now(self, unit: str) -> str:
        """The unit that a code stands for today."""
        return self.former.get(unit, unit)

    def may(self, unit: str) -> bool:
        """Whether a unit is in scope; a province code (2 digits) stands for all units of the server."""
        return self.now(unit) in self.units or self.provincial

    @property
    def level(self) -> Level:
        """What it speaks for, by its enrolment: the province, an area of several communes, or one commune.

        An area is a device of more than one unit, or of a former district (a code of 3 digits).
        """
        if self.provincial:
            return "province"
        return "district" if len(self.units) > 1 or len(self.unit) == 3 else "commune"

    @property
    def provincial(self) -> bool:
        """Whether it speaks for the whole province."""
        return any(len(own) == 2 for own in self.units)

    def choose(self, unit: str) -> str:
        """The unit asked for, or the device's own. Raises ``scope.outside``."""
        chosen = self.now(unit or self.unit)
        if not is_unit(chosen) or not self.may(chosen):
            raise refuse("scope.outside")
        return chosen


def is_unit(text: str) -> bool:
    """A commune code (5 digits), a former district's or an area's (3 digits), or a province code (2 digits)."""
    return text.isascii() and text.isdigit() and len(text) in {2, 3, 5}


def new_code(
    connection: Connection,
    identity: Identity,
    settings: Settings,
    units: tuple[str, ...],
    name: str = "",
    hours: int = 72,
) -> str:
    """A one-time enrolment code for the first of ``units``, with the others in its scope too; shown once, kept as a hash.

    Raises ``Refused("unit.invalid")`` for what is not a code of a unit.
    """
    if not units or not all(map(is_unit, units)):
        raise Refused("unit.invalid")
    code = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
    row = {
        "code_hash": identity.keyed_hash("code", code),
        "units": ",".join(units),
        "unit_name": one_line(name),
        "expires_at": stamp(settings.clock() + timedelta(hours=hours)),
    }
    add(connection, codes, [row])
    audit.note(connection, settings, "enrol.code", unit=units[0])
    return "-".join(code[i : i + 4] for i in range(0, _CODE_LENGTH, 4))


def plain_code(typed: str) -> str:
    """A code as it was typed, without what only helps to read it."""
    return "".join(c for c in typed.upper() if c.isalnum())


def device_names(connection: Connection, wanted: Iterable[str]) -> dict[str, str]:
    """What people call some devices."""
    return {row["device"]: row["name"] for row in by_ids(connection, devices, "device", wanted)}


def enrol(connection: Connection, identity: Identity, settings: Settings, request: EnrolRequest) -> EnrolAnswer:
    """Make a device of a code. The same code with the same key gives the same device again.

    Raises ``enrol.wrong_code``, ``enrol.expired_code``, ``enrol.used_code``, ``enrol.wrong_key``.
    """
    read_public_key(request.public_key)
    if not is_uuid(request.replica):
        raise refuse("body.invalid", field="replica")
    hashed = identity.keyed_hash("code", plain_code(request.code))
    now = stamp(settings.clock())
    code = first(connection, select(codes).where(codes.c.code_hash == hashed).with_for_update())
    if code is None:
        raise refuse("enrol.wrong_code")
    units = tuple(code["units"].split(","))
    if code["device"]:
        known = first(connection, select(devices).where(devices.c.device == code["device"]))
        if known is None or known["public_key"] != request.public_key or known["revoked_at"]:
            raise refuse("enrol.used_code")
        return _welcome(identity, known["device"], units, code["unit_name"])
    if code["expires_at"] < now:
        raise refuse("enrol.expired_code")
    device = str(uuid6.uuid7())
    row = {
        "device": device,
        "name": one_line(request.device_name)[:200],
        "unit": units[0],
        "units": code["units"],
        "public_key": request.public_key,
        "replica": request.replica,
        "app": one_line(request.app)[:100],
        "enrolled_at": now,
        "seen_at": now,
        "age_recipient": request.age_recipient if is_recipient(request.age_recipient) else None,
    }
    add(connection, devices, [row])
    connection.execute(update(codes).where(codes.c.code_hash == hashed).values(used_at=now, device=device))
    audit.note(connection, settings, "enrol", actor=device, unit=units[0], subject=device)
    return _welcome(identity, device, units, code["unit_name"])


def _welcome(identity: Identity, device: str, units: tuple[str, ...], unit_name: str) -> EnrolAnswer:
    return EnrolAnswer(
        device=device,
        unit=units[0],
        units=units,
        unit_name=unit_name,
        province=identity.province,
        province_name=identity.province_name,
        server_public_key=identity.public_key,
        epoch=identity.epoch,
        age_recipient=identity.age_recipient,
        age_proof=identity.age_proof,
    )


def find_device(connection: Connection, device: str) -> Row:
    """A device that may still speak. Raises ``auth.invalid`` or ``device.revoked``."""
    row = first(connection, select(devices).where(devices.c.device == device))
    if row is None:
        raise refuse("auth.invalid")
    if row["revoked_at"]:
        raise refuse("device.revoked")
    return row


def caller_of(connection: Connection, row: Row) -> Caller:
    """The scope of a device."""
    return Caller(row["device"], row["unit"], tuple(row["units"].split(",")), former_units(connection))


def as_province(connection: Connection, identity: Identity, settings: Settings) -> tuple[Caller, str]:
    """The province as a caller, and the id its operations are made in; known from the first time on."""
    row = first(connection, select(devices).where(devices.c.device == PROVINCE))
    if row is None:
        now = stamp(settings.clock())
        row = {
            "device": PROVINCE,
            "name": identity.province_name or PROVINCE,
            "unit": identity.province or "00",
            "units": identity.province or "00",
            "public_key": "",
            "replica": str(uuid6.uuid7()),
            "app": "",
            "enrolled_at": now,
            "seen_at": now,
        }
        add(connection, devices, [row])
    return Caller(PROVINCE, row["unit"], tuple(row["units"].split(","))), row["replica"]


def use_challenge(connection: Connection, identity: Identity, settings: Settings, challenge: str) -> None:
    """Note that a challenge served. Raises ``auth.invalid`` when it did before, also at another worker."""
    now = settings.clock()
    connection.execute(delete(used_challenges).where(used_challenges.c.at < stamp(now - _WINDOW)))
    hashed = identity.keyed_hash("challenge", challenge)
    if first(connection, select(used_challenges).where(used_challenges.c.challenge == hashed)):
        raise refuse("auth.invalid")
    add(
        connection, used_challenges, [{"challenge": hashed, "at": stamp(now)}]
    )  # of two at once the second is run again


def seen(
    connection: Connection,
    settings: Settings,
    device: str,
    app: str = "",
    skew: int | None = None,
    told: Told | None = None,
) -> None:
    """Note that a device was here now; ``app``, ``skew`` (seconds) and what waits there, where it said them."""
    now = stamp(settings.clock())
    values: dict[str, object] = {"seen_at": now}
    if told is not None:
        said = {name: getattr(told, name) for name in Told.__struct_fields__}
        values |= {name: max(0, min(_SKEW_MOST, count)) for name, count in said.items() if count is not None}
        if told.waiting_records is not None:
            values["told_at"] = now
    if app:
        values["app"] = one_line(app)[:100]
    if skew is not None:
        values["skew_seconds"] = max(-_SKEW_MOST, min(_SKEW_MOST, skew))
    connection.execute(update(devices).where(devices.c.device == device).values(values))


def all_devices(connection: Connection) -> list[Row]:
    """Every enrolled device, by unit and day of enrolment."""
    wanted = select(devices).where(devices.c.device != PROVINCE)
    return list(rows(connection, wanted.order_by(devices.c.unit, devices.c.enrolled_at)))


def revoke(connection: Connection, settings: Settings, device: str) -> None:
    """Withdraw a device: its tokens stop at once. Raises ``Refused("device.unknown")``."""
    now = stamp(settings.clock())
    if not execute(connection, update(devices).where(devices.c.device == device).values(revoked_at=now)):
        raise Refused("device.unknown")
    unit = connection.execute(select(devices.c.unit).where(devices.c.device == device)).scalar_one()
    audit.note(connection, settings, "revoke", unit=unit, subject=device)
