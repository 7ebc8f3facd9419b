"""The province's rule packs: made of files that passed the checks, signed, numbered upwards, kept in the database."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import Connection, select

from ocop_desktop.domain.rulepacks import PackManifest, read, write
from ocop_desktop.errors import Refused
from ocop_desktop.legal.faults import Fault, faults
from ocop_desktop.legal.gathering import merge
from ocop_desktop.server import audit
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import stamp
from ocop_desktop.server.store import Row, add, first, rows
from ocop_desktop.server.tables import rule_packs

DAYS = 400
"""For how long a pack may be installed, unless the province says otherwise: a year and some weeks to renew it."""

_ABOUT = tuple(column for column in rule_packs.c if column.name != "content")


class Faulty(Refused):
    """Files that may not be published."""

    def __init__(self, found: list[Fault]) -> None:
        super().__init__("rules.faulty", count=len(found))
        self.faults = found


def newest(connection: Connection) -> Row | None:
    """The newest pack but its bytes: ``version``, ``sha256``, ``size``, ``created``, ``expires``, ``note``."""
    return first(connection, select(*_ABOUT).order_by(rule_packs.c.version.desc()).limit(1))


def all_packs(connection: Connection) -> list[Row]:
    """Every pack but its bytes, newest first."""
    return list(rows(connection, select(*_ABOUT).order_by(rule_packs.c.version.desc())))


def content(connection: Connection) -> bytes:
    """The bytes of the newest pack. Raises ``rules.none``."""
    statement = select(rule_packs.c.content).order_by(rule_packs.c.version.desc()).limit(1)
    found = connection.execute(statement).scalar()
    if found is None:
        raise refuse("rules.none")
    return bytes(found)


def publish(service: Service, files: Mapping[str, bytes], note: str = "", days: int = DAYS) -> PackManifest:
    """Sign a pack of these files and of everything published before; every PC is offered it from now on.

    Raises ``Faulty`` with what is wrong, ``Refused``: ``rules.no_province``, ``rules.changed_version``, ``rules.name``,
    ``rules.too_large``.
    """
    identity, now = service.identity, service.settings.clock()
    if not identity.province:
        raise Refused("rules.no_province")
    if found := faults(files):
        raise Faulty(found)

    def act(connection: Connection) -> PackManifest:
        last = newest(connection)
        before = read(content(connection)).contents if last else {}
        manifest = PackManifest(
            province=identity.province,
            province_name=identity.province_name,
            version=last["version"] + 1 if last else 1,
            created=stamp(now),
            expires=stamp(now + timedelta(days=days)),
            note=note,
            files=(),
        )
        data = write(manifest, merge(before, files), identity.key.sign)
        pack = read(data)
        row = {
            "version": manifest.version,
            "sha256": pack.sha256,
            "size": len(data),
            "created": manifest.created,
            "expires": manifest.expires,
            "note": note,
            "content": data,
        }
        add(connection, rule_packs, [row])
        audit.note(connection, service.settings, "pack.publish", subject=str(manifest.version))
        return pack.manifest

    return service.store.write(act)
