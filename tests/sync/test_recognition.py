"""A recognition written at the province comes down to its commune; the commune's stop goes up; nothing else does."""

from collections.abc import Callable

import uuid6

from ocop_desktop import __version__, protocol
from ocop_desktop.actions.products import recognising, register
from ocop_desktop.domain.forms import Values
from ocop_desktop.server.accounts import as_province
from ocop_desktop.server.service import Service
from ocop_desktop.storage import records
from ocop_desktop.storage.db import run
from tests.sync.conftest import UNIT, Commune, TheProvince
from tests.sync.test_return import at_province

Make = Callable[..., Commune]


def written_at_province(province: TheProvince, product: str, fields: Values) -> str:
    """What the province's PC pushes: a recognition that belongs to the commune."""
    service = Service(province.settings)
    try:
        op = protocol.Op(
            op=str(uuid6.uuid7()),
            record=str(uuid6.uuid7()),
            type="recognition",
            unit=UNIT,
            kind="create",
            parent=product,
            fields=fields,
            at="2026-12-20T03:00:00.000Z",
            by="Lê Thị Tỉnh",
        )
        caller, replica = service.store.write(lambda c: as_province(c, service.identity, service.settings))
        push = protocol.Push(replica=replica, app=__version__, schema=0, client_time=op.at, ops=(op,))
        answer, _ = service.push(caller, str(uuid6.uuid7()), protocol.encode(push))
        [result] = protocol.decode(answer, protocol.Receipt).results
        assert result.status == "applied"
        return op.record
    finally:
        service.close()


def test_down_to_the_commune_and_the_stop_up_again(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = at_province(pc)
    product = str(records.get(pc.db, dossier).body["product"])
    fields: Values = {
        "product": product,
        "dossier": dossier,
        "regime": "qd-26-2026",
        "stars": 4,
        "level": "province",
        "authority": "UBND tỉnh Tuyên Quang",
        "decision_no": "4410/QĐ-UBND",
        "decided_on": "2026-07-20",
        "issued_on": "2026-07-20",
        "ends_on": "2029-07-20",
        "code": "08-02545-3-2026",
        "unit_then": "Xã Tân Trào, Tỉnh Tuyên Quang",
    }
    record = written_at_province(province, product, fields)
    assert pc.sync().digest_equal
    [row] = register.products(pc.db)
    assert (row.standing.state, row.standing.stars, row.decision_no) == ("valid", 4, "4410/QĐ-UBND")
    assert row.name and row.codes == ("08-02545-3-2026",)

    run(pc.db, lambda db: recognising.stopped(db, product, {"day": "2026-11-21", "number": "40/XN-UBND"}))
    assert pc.sync().digest_equal, "the commune's confirmation was taken"
    assert not pc.db.conn.execute("SELECT 1 FROM held").fetchone()

    # A PC that writes past its own rules is refused at the province, which stays as it was.
    run(pc.db, lambda db: records.patch(db, records.get(db, record), {"stars": 5}))
    assert pc.sync().rejected == 1
    code = pc.db.conn.execute("SELECT code FROM held WHERE record = ?", (record,)).fetchone()
    assert code == ("authority",)
