"""The province returns a dossier with its remarks: a move like any other, pushed by the device ``province``."""

from collections.abc import Mapping

import uuid6
from sqlalchemy import Connection

from ocop_desktop import __version__, legal, protocol
from ocop_desktop.domain.records import REMARK, RETURNED_ON
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.server.accounts import PROVINCE, as_province
from ocop_desktop.server.custody import HANDED_OVER
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import stamp
from ocop_desktop.server.store import Row, by_ids
from ocop_desktop.server.tables import records


def return_dossier(service: Service, dossier: str, remarks: Mapping[str, str], by: str = "") -> int:
    """Give a dossier back to its commune; its new revision. Remarks of an earlier return go.

    ``remarks``: what is to be mended, by field key such as ``dossier.workers_total`` or ``dossier.evidence.05``. ``Refused``:
    ``dossier.unknown``, ``dossier.not_handed_over``, ``remark.missing``, ``remark.field`` (``field``).
    """
    row = service.store.read(lambda connection: _dossier(connection, dossier))
    body = protocol.decode(row["body"], dict[str, str | int | bool | None])
    if body.get("state") != HANDED_OVER:
        raise Refused("dossier.not_handed_over")
    said = {one_line(key): clean(text).strip() for key, text in remarks.items()}
    if not said or not all(said.values()):
        raise Refused("remark.missing")
    _check_fields(str(body.get("regime") or ""), said)
    fields: dict[str, str | int | bool | None] = {key: None for key in body if key.startswith(REMARK)}
    fields |= {f"{REMARK}{key}": text for key, text in said.items()}
    fields[RETURNED_ON] = service.settings.clock().astimezone().date().isoformat()
    now = stamp(service.settings.clock())
    op = protocol.Op(
        op=str(uuid6.uuid7()),
        record=dossier,
        type="dossier",
        unit=row["unit"],
        kind="move",
        base_rev=row["rev"],
        fields={**fields, "state": "returned"},
        expect={"state": HANDED_OVER},
        at=now,
        by=one_line(by) or service.identity.province_name or PROVINCE,
    )
    caller, replica = service.store.write(
        lambda connection: as_province(connection, service.identity, service.settings)
    )
    push = protocol.Push(replica=replica, app=__version__, schema=0, client_time=now, ops=(op,))
    answer, _ = service.push(caller, str(uuid6.uuid7()), protocol.encode(push))
    [result] = protocol.decode(answer, protocol.Receipt).results
    if result.status != "applied" or result.rev is None:  # somebody moved it between the reading and the push
        raise Refused("dossier.not_handed_over")
    return result.rev


def _dossier(connection: Connection, dossier: str) -> Row:
    found = by_ids(connection, records, "record", (dossier,))
    if not found or found[0]["type"] != "dossier" or found[0]["deleted"]:
        raise Refused("dossier.unknown")
    return found[0]


def _check_fields(regime: str, remarks: Mapping[str, str]) -> None:
    """A remark on a field that no screen has would be seen by nobody."""
    keys = (field.key for form in legal.form_ids(regime) for field in legal.form(form).fields())
    known = legal.regime(regime).remarkable(keys)
    for key in remarks:
        if key not in known:
            raise Refused("remark.field", field=key)
