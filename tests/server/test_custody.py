"""After the hand-over only the province may change a dossier, until it returns it."""

import msgspec
import pytest

from ocop_desktop.errors import Refused
from ocop_desktop.protocol import Conflicts, Op
from ocop_desktop.server.commands import run
from ocop_desktop.server.returning import return_dossier
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, move, new_id, patch, remove


def handed_over(pc: Stranger) -> tuple[str, str, str]:
    """A dossier at the province with its report and one file: their ids."""
    dossier, report, file = new_id(), new_id(), new_id()
    fields = {"state": "open", "regime": "qd-26-2026", "workers_total": 31}
    results = pc.push(
        create(dossier, "dossier", fields=fields),
        create(report, "report", fields={"dossier": dossier, "values": "{}"}, parent=dossier),
        create(file, "evidence", fields={"dossier": dossier, "row": "05"}, parent=dossier),
        move(dossier, 1, "open", "sealed"),
        move(dossier, 1, "sealed", "handed_over"),
    )
    assert {result.status for result in results} == {"applied"}
    return dossier, report, file


def test_the_commune_may_change_nothing_of_it(pc: Stranger) -> None:
    dossier, _report, file = handed_over(pc)
    refused = [
        patch(dossier, 3, {"workers_total": 30}, "dossier"),
        move(dossier, 3, "handed_over", "open"),
        remove(dossier, 3, "dossier"),
        create(new_id(), "evidence", fields={"dossier": dossier, "row": "06"}, parent=dossier),
        patch(file, 1, {"row": "signed"}, "evidence"),
        remove(file, 1, "evidence"),
        create(new_id(), "report", fields={"dossier": dossier}, parent=dossier),
    ]
    for op in refused:
        (result,) = pc.push(op)
        assert (result.status, result.code) == ("rejected", "custody"), op
    (result,) = pc.push(patch(dossier, 3, {"workers_total": 30, "state": "handed_over"}, "dossier"))
    assert result.field == "workers_total", "the field is named"


def test_the_signed_report_its_number_and_its_day_are_still_the_communes(pc: Stranger) -> None:
    dossier, report, _ = handed_over(pc)
    signed = create(new_id(), "evidence", fields={"dossier": dossier, "row": "signed"}, parent=dossier)
    issued = patch(report, 1, {"number": "12/BC-UBND", "issued_on": "2026-03-10"}, "report")
    again = remove(signed.record, 1, "evidence")
    assert [result.status for result in pc.push(signed, issued, again)] == ["applied"] * 3
    (result,) = pc.push(patch(report, 1, {"values": "{1}"}, "report"))
    assert result.code == "report.sealed"


def test_other_records_of_the_producer_stay_free(pc: Stranger) -> None:
    handed_over(pc)
    assert pc.push(create(new_id()))[0].status == "applied"


def test_the_province_returns_it_with_remarks(province: Province, pc: Stranger) -> None:
    dossier, _, file = handed_over(pc)
    remarks = {"dossier.workers_total": "Ghi lại số người", "dossier.evidence.05": "Thiếu trang 2"}
    assert province.administer(lambda service: return_dossier(service, dossier, remarks, "Nguyễn Văn Tỉnh")) == 4
    change = pc.pull(limit=200).items[-1]
    assert (change.record, change.rev, change.by) == (dossier, 4, "Nguyễn Văn Tỉnh")
    assert change.body["state"] == "returned"
    assert change.body["remark.dossier.workers_total"] == "Ghi lại số người"
    assert pc.push(move(dossier, 4, "returned", "open"))[0].status == "applied"
    assert pc.push(remove(file, 1, "evidence"))[0].status == "applied"
    gone = {"workers_total": 30, "remark.dossier.workers_total": None}
    assert pc.push(patch(dossier, 5, gone, "dossier"))[0].status == "applied"
    assert pc.push(move(dossier, 6, "open", "handed_over"))[0].status == "applied"
    province.administer(lambda service: return_dossier(service, dossier, {"dossier.samples": "Đủ 5 mẫu"}))
    body = pc.pull().items[-1].body
    assert {key for key in body if key.startswith("remark.")} == {"remark.dossier.samples"}


def test_a_return_that_cannot_be_is_refused(province: Province, pc: Stranger) -> None:
    dossier, _, _ = handed_over(pc)
    cases = (
        (new_id(), {"dossier.samples": "x"}, "dossier.unknown"),
        (dossier, {}, "remark.missing"),
        (dossier, {"dossier.samples": " "}, "remark.missing"),
        (dossier, {"dossier.khong_co": "x"}, "remark.field"),
    )
    for record, remarks, code in cases:
        with pytest.raises(Refused) as refused:
            province.administer(lambda service, r=record, m=remarks: return_dossier(service, r, m))  # type: ignore[misc]
        assert refused.value.code == code
    province.administer(lambda service: return_dossier(service, dossier, {"dossier.samples": "x"}))
    with pytest.raises(Refused) as refused:
        province.administer(lambda service: return_dossier(service, dossier, {"dossier.samples": "x"}))
    assert refused.value.code == "dossier.not_handed_over"


def test_from_the_terminal(province: Province, pc: Stranger, capsys: pytest.CaptureFixture[str]) -> None:
    dossier, _, _ = handed_over(pc)
    database = ["--database", province.settings.database] if province.settings.database else []
    where = ["--data", str(province.settings.data), *database]
    assert run(["return", dossier, "--remark", "khong.co: x", *where]) == 1
    assert "không có trong biểu mẫu" in capsys.readouterr().err
    assert run(["return", dossier, "--remark", "dossier.workers_total: Ghi lại: 29 người", *where]) == 0
    assert pc.pull().items[-1].body["remark.dossier.workers_total"] == "Ghi lại: 29 người"
    assert run(["devices", *where]) == 0
    assert len(capsys.readouterr().out.strip().splitlines()) == 2, "the province's own name is no PC"


def test_nobody_speaks_in_the_provinces_name(province: Province, pc: Stranger) -> None:
    dossier, _, _ = handed_over(pc)
    province.administer(lambda service: return_dossier(service, dossier, {"dossier.samples": "x"}))
    assert pc.post("/v1/token/challenge", {"device": "province"}).status_code == 400


def conflicts(pc: Stranger) -> tuple[object, ...]:
    """The open conflicts as the server tells them."""
    return msgspec.json.decode(pc.get("/v1/sync/conflicts").content, type=Conflicts).items


def test_a_conflict_is_told_with_both_sides_and_what_was_there(province: Province, pc: Stranger) -> None:
    other, dossier = province.device(), new_id()
    pc.push(create(dossier, "dossier", fields={"state": "open", "workers_total": 27}))
    pc.push(patch(dossier, 1, {"workers_total": 31}, "dossier", by="Mai"))
    late = patch(dossier, 1, {"workers_total": 29}, "dossier", by="Hà", at="2026-03-09T01:00:00.000Z")
    (result,) = other.push(late)
    assert result.head is not None and result.head.device_name == "Máy bộ phận một cửa"
    [told] = msgspec.json.decode(pc.get("/v1/sync/conflicts").content, type=Conflicts).items
    assert (told.op, told.by, told.typed_at, told.base) == (late.op, "Hà", late.at, {"workers_total": 27})
    assert told.head is not None and (told.head.by, told.head.body["workers_total"]) == ("Mai", 31)
    assert told.device_name and told.head.device_name
    (blocked,) = pc.push(move(dossier, 2, "open", "sealed"))
    assert (blocked.status, blocked.code) == ("rejected", "record.conflict")
    decided = Op(
        op=new_id(), record=dossier, type="dossier", unit="02275", kind="patch", base_rev=2, resolves=(told.conflict,)
    )
    assert pc.push(decided)[0].status == "applied"
    assert conflicts(pc) == ()
    assert pc.push(move(dossier, 2, "open", "sealed"))[0].status == "applied"


def test_above_the_commune_nobody_changes_what_was_not_handed_over(province: Province, pc: Stranger) -> None:
    dossier = new_id()
    pc.push(create(dossier, "dossier", fields={"state": "open", "regime": "qd-26-2026", "workers_total": 31}))
    above = province.device("08")
    for op in (
        patch(dossier, 1, {"workers_total": 1}, "dossier"),
        move(dossier, 1, "open", "withdrawn"),
        create(new_id(), "evidence", fields={"dossier": dossier, "row": "05"}, parent=dossier),
        remove(dossier, 1, "dossier"),
    ):
        (result,) = above.push(msgspec.structs.replace(op, unit="02275"))
        assert (result.status, result.code) == ("rejected", "custody"), op


def test_the_regime_says_which_level_may_accept(province: Province, pc: Stranger) -> None:
    area = province.device("076", "02275")
    for regime, accepted in (("qd-26-2026", "rejected"), ("qd-148", "applied")):
        dossier = new_id()
        pc.push(
            create(dossier, "dossier", fields={"state": "open", "regime": regime}),
            move(dossier, 1, "open", "handed_over"),
        )
        (result,) = area.push(msgspec.structs.replace(move(dossier, 2, "handed_over", "accepted"), unit="02275"))
        assert result.status == accepted, regime
        if accepted == "rejected":
            given_back = move(dossier, 2, "handed_over", "returned")
            (result,) = area.push(msgspec.structs.replace(given_back, unit="02275"))
            assert result.status == "applied", "an area gives back as the province assigned it"


LAW = {"regime": "qd-26-2026"}


@pytest.mark.parametrize("state", ["accepted", "recognised", "da_cong_nhan"])
def test_a_commune_brings_no_dossier_that_others_decided(province: Province, pc: Stranger, state: str) -> None:
    """A forged client, or an honest one whose province was restored: it stands where its commune brought it."""
    dossier = new_id()
    (result,) = pc.push(create(dossier, "dossier", fields=LAW | {"state": state, "at_level": "central", "year": 2026}))
    assert result.status == "merged" and result.body == LAW | {"state": "handed_over", "year": 2026}
    assert pc.pull().items[0].body == result.body
    again = create(dossier, "dossier", fields=LAW | {"state": state, "year": 2026}, base_rev=1)
    assert pc.push(again)[0].body == result.body, "once more, on what is there"
    above = province.device("08")
    (taken,) = above.push(msgspec.structs.replace(move(dossier, 1, "handed_over", "accepted"), unit="02275"))
    assert taken.status == "applied", "the province says it again"


@pytest.mark.parametrize("state", ["open", "waiting", "sealed", "handed_over", "returned", "withdrawn"])
def test_a_province_that_lost_it_gets_a_communes_own_states_back(pc: Stranger, state: str) -> None:
    (result,) = pc.push(create(new_id(), "dossier", fields=LAW | {"state": state}))
    assert result.status == "applied"


def test_a_dossier_at_work_is_not_replaced_by_a_decided_one(pc: Stranger) -> None:
    dossier = new_id()
    pc.push(create(dossier, "dossier", fields=LAW | {"state": "open"}))
    whole = create(dossier, "dossier", fields=LAW | {"state": "accepted", "year": 2026}, base_rev=1)
    assert pc.push(whole)[0].status == "merged"
    assert pc.pull().items[-1].body == LAW | {"state": "handed_over", "year": 2026}


def test_no_commune_says_which_level_holds_its_dossier(pc: Stranger) -> None:
    dossier = new_id()
    pc.push(create(dossier, "dossier", fields=LAW | {"state": "open"}))
    onwards = move(dossier, 1, "open", "handed_over")
    for op in (
        patch(dossier, 1, {"at_level": "central"}, "dossier"),
        msgspec.structs.replace(onwards, fields={**onwards.fields, "at_level": "central"}),
    ):
        assert [(each.status, each.code) for each in pc.push(op)] == [("rejected", "custody")]


def test_waiting_for_a_parent_lends_no_rights(pc: Stranger) -> None:
    """What names a record that is not there yet waits at the province, and is not looked at less for it."""
    product, dossier = new_id(), new_id()
    seal = create(new_id(), "recognition", fields={"stars": 5, "product": product}, parent=product)
    assert [(each.status, each.code) for each in pc.push(seal)] == [("rejected", "authority")]
    (held,) = pc.push(create(dossier, "dossier", fields=LAW | {"state": "accepted"}, parent=product))
    assert held.status == "held"
    pc.push(create(product, "product", fields={"name": "Chè"}))
    assert {item.record: item.body.get("state") for item in pc.pull(limit=200).items}[dossier] == "handed_over"


def test_a_dossier_that_came_back_whole_brings_its_parts(province: Province, pc: Stranger) -> None:
    """A province restored from an old copy lost a dossier that had been handed over: all of it comes back."""
    dossier = new_id()
    pc.push(create(dossier, "dossier", fields=LAW | {"state": "handed_over"}))
    parts = [
        create(new_id(), kind, fields={"dossier": dossier, "row": "05"}, parent=dossier)
        for kind in ("evidence", "review")
    ]
    assert [result.status for result in pc.push(*parts)] == ["applied"] * 2
    above = province.device("08")
    above.push(msgspec.structs.replace(move(dossier, 1, "handed_over", "accepted"), unit="02275"))
    (late,) = pc.push(create(new_id(), "evidence", fields={"dossier": dossier, "row": "06"}, parent=dossier))
    assert (late.status, late.code) == ("rejected", "custody"), "not once those above have it in hand"
