"""The page for the province's IT staff: its password, its session, and what it reads. How it looks is in ``console_page``."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, func, select

from ocop_desktop.errors import Refused
from ocop_desktop.server import audit, guesses
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.service import Service
from ocop_desktop.server.store import Row, add, rows
from ocop_desktop.server.tables import conflicts, devices, held, meta, receipts, records, rescue, scope_seq, uploads

_NAME = "console"
_LEAST = 12
_SESSION = timedelta(hours=8)
_MOST = 500
_AUDIT_MOST = 100
# 64 MiB, three passes: RFC 9106, second choice.
_hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)


@cache
def _nobody() -> str:
    """Checked when no password is set, so that a try takes as long."""
    return _hasher.hash("nobody")


def set_password(service: Service, password: str) -> None:
    """Keep an Argon2id verifier; open sessions end. Raises ``Refused("console.short")`` below 12 characters."""
    if len(password) < _LEAST:
        raise Refused("console.short")
    verifier = _hasher.hash(password)

    def keep(connection: Connection) -> None:
        connection.execute(meta.delete().where(meta.c.name == _NAME))
        add(connection, meta, [{"name": _NAME, "value": verifier}])
        audit.note(connection, service.settings, "console.password")

    service.store.write(keep)


def sign_in(service: Service, password: str, source: str) -> str:
    """A session for the right password. Raises ``auth.invalid``, and ``enrol.too_many`` for longer after each wrong try."""
    settings, identity = service.settings, service.identity
    source = f"console {source}"
    service.store.read(lambda connection: guesses.check(connection, identity, settings, source))
    verifier = _verifier(service)
    try:
        _hasher.verify(verifier or _nobody(), password)
        right = bool(verifier)
    except (VerificationError, InvalidHashError):
        right = False
    if not right:

        def fail(connection: Connection) -> None:
            guesses.note(connection, identity, settings, source)
            audit.note(connection, settings, "console.enter", outcome="auth.invalid")

        service.store.write(fail)
        raise refuse("auth.invalid")
    service.store.write(lambda connection: audit.note(connection, settings, "console.enter"))
    expires = settings.clock() + _SESSION
    return identity.seal(_purpose(verifier), "console", int(expires.timestamp()))


def is_signed_in(service: Service, session: str) -> bool:
    """Whether a session was given by ``sign_in`` for the password that holds now, in the last eight hours."""
    verifier = _verifier(service)
    if not verifier or not session:
        return False
    try:
        return service.identity.unseal(_purpose(verifier), session, service.settings.clock()) == "console"
    except Refused:
        return False


def _verifier(service: Service) -> str:
    statement = select(meta.c.value).where(meta.c.name == _NAME)
    return str(service.store.read(lambda connection: connection.execute(statement).scalar()) or "")


def _purpose(verifier: str) -> str:
    return f"console {hashlib.sha256(verifier.encode()).hexdigest()}"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the page shows: rows by column name; ``units`` have ``unit``, ``records``, ``seen_at``, ``pushed_at``,
    ``conflicts``, ``held``, ``uploads``."""

    units: list[dict[str, object]]
    devices: list[Row]
    conflicts: list[Row]
    rescues: list[Row]
    audit: list[Row]
    files_wait: bool


def standing(service: Service) -> Standing:
    """Read where every commune stands, on one state of the database."""
    return service.store.read(lambda connection: _standing(connection, service.contents.full()))


def _standing(connection: Connection, full: bool) -> Standing:
    by_unit: dict[str, dict[str, object]] = {}

    def put(name: str, statement: "object") -> None:
        for unit, value in connection.execute(statement):  # type: ignore[call-overload]
            by_unit.setdefault(unit, {"unit": unit})[name] = value

    put("seen_at", select(devices.c.unit, func.max(devices.c.seen_at)).group_by(devices.c.unit))
    put("records", select(records.c.unit, func.count()).where(records.c.deleted.is_(False)).group_by(records.c.unit))
    put("changes", select(scope_seq.c.unit, scope_seq.c.seq))
    pushed = select(devices.c.unit, func.max(receipts.c.at)).join(receipts, receipts.c.device == devices.c.device)
    put("pushed_at", pushed.group_by(devices.c.unit))
    waiting = conflicts.c.resolved_by.is_(None)
    put("conflicts", select(conflicts.c.unit, func.count()).where(waiting).group_by(conflicts.c.unit))
    put("held", select(held.c.unit, func.count()).group_by(held.c.unit))
    begun = uploads.c.done.is_(False)
    put("uploads", select(uploads.c.unit, func.count()).where(begun).group_by(uploads.c.unit))
    open_ones = select(conflicts, records.c.type).join(records).where(waiting).order_by(conflicts.c.at).limit(_MOST)
    return Standing(
        units=sorted(by_unit.values(), key=lambda row: (str(row.get("seen_at") or ""), str(row["unit"]))),
        devices=list(rows(connection, select(devices).order_by(devices.c.seen_at.desc()).limit(_MOST))),
        conflicts=list(rows(connection, open_ones)),
        rescues=list(rows(connection, select(rescue).where(rescue.c.taken_at.is_(None)).order_by(rescue.c.at))),
        audit=audit.lines(connection, most=_AUDIT_MOST),
        files_wait=full,
    )
