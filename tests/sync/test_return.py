"""The whole way of a dossier: handed over, returned with remarks, corrected, handed over again."""

from collections.abc import Callable, Mapping

import pytest

from ocop_desktop.actions import dossiers, evidence
from ocop_desktop.errors import Refused
from ocop_desktop.server.returning import return_dossier
from ocop_desktop.server.service import Service
from ocop_desktop.storage.db import run
from tests.kit import builders
from tests.sync.conftest import Commune, TheProvince

Make = Callable[..., Commune]
TOTAL, NAME = "dossier.workers_total", "producer.name"


def give_back(province: TheProvince, dossier: str, remarks: Mapping[str, str]) -> None:
    """What the province's officer does."""
    service = Service(province.settings)
    try:
        return_dossier(service, dossier, remarks, "Lê Thị Tỉnh")
    finally:
        service.close()


def at_province(pc: Commune) -> str:
    """A dossier that is the province's now."""
    dossier = builders.a_complete_dossier(pc.db)
    run(pc.db, lambda db: dossiers.seal(db, dossier))
    run(pc.db, lambda db: dossiers.hand_over(db, dossier))
    assert pc.sync().digest_equal
    assert dossiers.open_dossier(pc.db, dossier).stage == "at_province"
    return dossier


def test_returned_corrected_and_handed_over_again(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = at_province(pc)
    give_back(province, dossier, {TOTAL: "Ghi lại số người", NAME: "Sai tên", "dossier.evidence.01": "Mờ"})
    assert pc.sync().digest_equal
    page = dossiers.open_dossier(pc.db, dossier)
    assert (page.state, page.stage) == ("returned", "returned")
    assert {(each.key, each.text) for each in page.remarks} == {
        (TOTAL, "Ghi lại số người"),
        (NAME, "Sai tên"),
        ("dossier.evidence.01", "Mờ"),
    }
    assert all(each.label for each in page.remarks)
    returned = next(line for line in dossiers.history(pc.db, dossier) if line.what == "dossier.returned")
    assert "Ghi lại số người" in str(returned.details["reason"])
    run(pc.db, lambda db: dossiers.reopen(db, dossier, "Theo ý kiến của tỉnh"))
    pc.write(dossier, {TOTAL: 25})
    assert {each.key for each in dossiers.open_dossier(pc.db, dossier).remarks} == {NAME, "dossier.evidence.01"}
    assert pc.values(dossier)[TOTAL] == 25
    pc.write(dossier, {NAME: "Hợp tác xã Sơn Trà Tân Trào"})
    pc.attach(dossier, b"ro hon", "01")
    assert dossiers.open_dossier(pc.db, dossier).remarks == ()
    run(pc.db, lambda db: dossiers.seal(db, dossier))
    run(pc.db, lambda db: dossiers.hand_over(db, dossier))
    assert pc.sync().digest_equal
    page = dossiers.open_dossier(pc.db, dossier)
    assert page.sealed is not None and page.sealed.revision == 2
    assert page.stage == "at_province"
    assert not any("remark" in key for key in page.sealed.values)


def test_a_remark_is_not_typed_by_the_commune(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Cam sành")
    with pytest.raises(Refused) as refused:
        pc.write(dossier, {"dossier.remark.dossier.samples": "x"})
    assert refused.value.code == "field.unknown"


def test_what_a_second_pc_typed_before_it_knew_waits_for_the_return(commune: Make, province: TheProvince) -> None:
    one, two = commune("may-1"), commune("may-2")
    dossier = builders.a_complete_dossier(one.db)
    one.sync()
    two.sync()
    two.write(dossier, {"dossier.matter.ban_sac.found": "Gõ trước khi biết"})
    run(one.db, lambda db: dossiers.seal(db, dossier))
    run(one.db, lambda db: dossiers.hand_over(db, dossier))
    one.sync()
    assert two.sync().rejected == 1
    page = dossiers.open_dossier(two.db, dossier)
    assert (page.state, page.sync.state) == ("handed_over", "rejected")
    assert page.refusals[0].code == "custody"
    assert page.values["dossier.matter.ban_sac.found"] == "Gõ trước khi biết", "nothing typed is lost"
    give_back(province, dossier, {TOTAL: "Ghi lại"})
    two.sync()
    two.sync()
    assert dossiers.open_dossier(two.db, dossier).sync.state == "at_province"
    one.sync()
    assert one.values(dossier)["dossier.matter.ban_sac.found"] == "Gõ trước khi biết"


def test_the_signed_report_may_follow_the_hand_over(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = at_province(pc)
    pc.attach(dossier, b"da ky", "signed")
    assert pc.sync().rejected == 0
    [signed] = [file for file in dossiers.open_dossier(pc.db, dossier).evidence if file.row == "signed"]
    run(pc.db, lambda db: evidence.detach(db, signed.id))
    assert pc.sync().digest_equal
