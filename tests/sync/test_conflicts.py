"""Two PCs of one commune change the same thing: both sides are kept, a person decides, both PCs end alike."""

from collections.abc import Callable

import pytest

from ocop_desktop import protocol
from ocop_desktop.actions import conflicts, documents, dossiers, evidence, exchange
from ocop_desktop.actions.conflicts import DELETED, STATE, Typed
from ocop_desktop.domain import sentences
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from ocop_desktop.storage.db import run
from tests.kit import builders
from tests.sync.conftest import Commune, TheProvince

Make = Callable[..., Commune]
TOTAL, LOCAL, IDEA = "dossier.workers_total", "dossier.workers_local", "dossier.matter.y_tuong.found"


def two_pcs(commune: Make, first: Values, second: Values, start: Values | None = None) -> tuple[Commune, Commune, str]:
    """Two PCs that changed the same dossier; the first one's words stand, the second has just lost."""
    one, two = commune("may-1"), commune("may-2")
    for pc, name in ((one, "Hoàng Thị Mai"), (two, "Ma Văn Hà")):
        pc.db.officer = name
    dossier = one.receive("Cam sành")
    if start:
        one.write(dossier, start)
    one.sync()
    two.sync()
    one.write(dossier, first)
    two.write(dossier, second)
    one.sync()
    assert two.sync().conflicts == 1
    one.sync()
    return one, two, dossier


def only(pc: Commune) -> conflicts.Conflict:
    """The one open conflict of a PC."""
    [found] = conflicts.open_conflicts(pc.db)
    return found


def decide(pc: Commune, choices: dict[str, conflicts.Choice], reason: str = "") -> None:
    """Decide the one open conflict."""
    run(pc.db, lambda db: conflicts.decide(db, only(pc).op, choices, reason))


def settle(*pcs: Commune) -> None:
    """Rounds until nothing is new; afterwards all PCs and the province hold the same."""
    for _ in range(2):
        done = [pc.sync() for pc in pcs]
    assert all(each.digest_equal for each in done)
    assert all(conflicts.open_conflicts(pc.db) == [] for pc in pcs)


def test_both_pcs_see_both_values_with_who_when_and_where(commune: Make, province: TheProvince) -> None:
    one, two, dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29}, {TOTAL: 27})
    for pc in (one, two):
        shown = only(pc)
        [field] = shown.fields
        assert (field.key, field.ours, field.theirs, field.base, field.base_known) == (TOTAL, 29, 31, 27, True)
        assert field.label and field.form is not None and shown.product == "Cam sành"
        assert (shown.ours.who, shown.ours.device, shown.ours.here) == ("Ma Văn Hà", "may-2", pc is two)
        assert (shown.theirs.who, shown.theirs.device, shown.theirs.here) == ("Hoàng Thị Mai", "may-1", pc is one)
        assert shown.ours.at and shown.theirs.at and not shown.needs_reason
        assert dossiers.open_dossier(pc.db, dossier).sync.state == "conflict"
        assert [each.op for each in exchange.state(pc.db).conflicts] == [shown.op]


@pytest.mark.parametrize("decider", ["may-1", "may-2"])
@pytest.mark.parametrize(("choice", "result"), [("ours", 29), ("theirs", 31), (Typed(30), 30)])
def test_whoever_decides_both_end_alike(
    commune: Make, province: TheProvince, decider: str, choice: conflicts.Choice, result: int
) -> None:
    one, two, dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29})
    decide(one if decider == "may-1" else two, {"workers_total": choice})
    settle(one, two)
    assert one.values(dossier) == two.values(dossier)
    assert one.values(dossier)[TOTAL] == result
    assert dossiers.open_dossier(one.db, dossier).sync.state == "at_province"
    lines = [line for pc in (one, two) for line in dossiers.history(pc.db, dossier) if line.what == "conflict.decided"]
    assert len(lines) == 1 and lines[0].details["values"] == {
        "workers_total": [29, 31, None if choice == "theirs" else result]
    }


def test_more_than_one_field_needs_every_choice_and_a_reason(commune: Make, province: TheProvince) -> None:
    one, two, dossier = two_pcs(commune, {TOTAL: 31, LOCAL: 20}, {TOTAL: 29, LOCAL: 18})
    assert only(two).needs_reason
    with pytest.raises(Refused) as refused:
        decide(two, {"workers_total": "ours"}, "Đếm lại")
    assert refused.value.code == "conflict.undecided"
    with pytest.raises(Refused) as refused:
        decide(two, {"workers_total": "ours", "workers_local": "theirs"})
    assert refused.value.code == "reason.missing"
    decide(two, {"workers_total": "ours", "workers_local": "theirs"}, "Đếm lại theo bảng lương")
    settle(one, two)
    assert (one.values(dossier)[TOTAL], one.values(dossier)[LOCAL]) == (29, 20)


def test_what_nobody_else_touched_comes_along(commune: Make, province: TheProvince) -> None:
    one, two, dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29, IDEA: "Trồng từ năm 1960"})
    assert len(only(one).fields) == 1 and len(only(one).kept) == 1
    decide(one, {"workers_total": "theirs"})
    settle(one, two)
    assert two.values(dossier)[TOTAL] == 31
    assert two.values(dossier)[IDEA] == "Trồng từ năm 1960", "the text beside the number is not lost"


def test_typing_goes_on_and_the_latest_text_is_meant(commune: Make, province: TheProvince) -> None:
    one, two, dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29})
    two.write(dossier, {TOTAL: 28, IDEA: "Giống của bản"})
    assert only(two).fields[0].ours == 28
    two.sync()
    assert one.sync().digest_equal and one.values(dossier)[TOTAL] == 31, "nothing passes by the decision"
    decide(two, {"workers_total": "ours"})
    settle(one, two)
    assert (one.values(dossier)[TOTAL], one.values(dossier)[IDEA]) == (28, "Giống của bản")


@pytest.mark.parametrize(("choice", "result"), [("theirs", 33), ("ours", 29), (Typed(30), 30)])
def test_what_is_typed_here_after_anothers_conflict_is_shown_and_never_decided_away(
    commune: Make, province: TheProvince, choice: conflicts.Choice, result: int
) -> None:
    """The PC whose value stands at the province types on; then its officer settles what the other PC lost."""
    one, two, dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29, LOCAL: 18})
    one.write(dossier, {TOTAL: 33, LOCAL: 20})
    shown = only(one)
    values = {field.name: (field.ours, field.theirs) for field in shown.fields}
    assert values == {"workers_total": (29, 33), "workers_local": (18, 20)}, "both of what was typed here since"
    assert (shown.theirs.who, shown.theirs.here) == ("Hoàng Thị Mai", True)
    decide(one, {"workers_total": choice, "workers_local": "theirs"}, "Đã hỏi lại")
    settle(one, two)
    assert [(pc.values(dossier)[TOTAL], pc.values(dossier)[LOCAL]) for pc in (one, two)] == [(result, 20)] * 2


def test_two_decisions_at_once_meet_as_any_two_edits(commune: Make, province: TheProvince) -> None:
    one, two, dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29})
    decide(one, {"workers_total": Typed(30)})
    decide(two, {"workers_total": "ours"})
    one.sync()
    two.sync()
    shown = only(two)
    assert (shown.fields[0].ours, shown.fields[0].theirs) == (29, 30)
    decide(two, {"workers_total": "theirs"})
    settle(one, two)
    assert two.values(dossier)[TOTAL] == 30


def test_a_decision_survives_a_lost_answer_and_a_crash(commune: Make, province: TheProvince) -> None:
    one, two, dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29})
    decide(two, {"workers_total": "ours"})
    province.line.fault = lambda head: "swallow" if b"/v1/sync/push" in head else None
    with pytest.raises(Exception, match="sync"):
        two.sync()
    assert conflicts.open_conflicts(two.db) == [], "a decision on its way is not asked again"
    two.reopen()
    province.line.fault = lambda head: None
    settle(two, one)
    assert one.values(dossier)[TOTAL] == 29


def test_a_conflict_learned_before_a_cut_is_asked_for_next_time(commune: Make, province: TheProvince) -> None:
    one, two = commune("may-1"), commune("may-2")
    dossier = one.receive("Cam sành")
    one.sync()
    two.sync()
    one.write(dossier, {TOTAL: 31})
    two.write(dossier, {TOTAL: 29})
    one.sync()
    two.sync()
    province.line.fault = lambda head: "refuse" if b"/v1/sync/conflicts" in head else None
    with pytest.raises(Exception, match="sync"):
        one.sync()
    assert conflicts.open_conflicts(one.db) == []
    province.line.fault = lambda head: None
    one.sync()
    assert only(one).dossier == dossier


def test_a_dossier_in_conflict_stays_at_its_step(commune: Make, province: TheProvince) -> None:
    one, two, dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29})
    for act in (
        lambda db: dossiers.seal(db, dossier),
        lambda db: dossiers.pause(db, dossier, "Chờ giấy"),
    ):
        with pytest.raises(Refused) as refused:
            run(one.db, act)
        assert refused.value.code == "dossier.conflict"
    assert documents.report(one.db, dossier).revision == 0, "a draft may be looked at"
    decide(two, {"workers_total": "ours"})
    settle(two, one)
    run(one.db, lambda db: dossiers.pause(db, dossier, "Chờ giấy"))


def sealed_by_both(commune: Make) -> tuple[Commune, Commune, str]:
    """Both PCs sealed the same dossier without a line."""
    one, two = commune("may-1"), commune("may-2")
    one.db.officer, two.db.officer = "Hoàng Thị Mai", "Ma Văn Hà"
    dossier = builders.a_complete_dossier(one.db)
    one.sync()
    two.sync()
    return one, two, dossier


def test_a_seal_that_came_too_late_can_follow_or_be_done_again(commune: Make, province: TheProvince) -> None:
    one, two, dossier = sealed_by_both(commune)
    run(one.db, lambda db: dossiers.pause(db, dossier, "Chờ phiếu kết quả"))
    run(two.db, lambda db: dossiers.seal(db, dossier))
    run(two.db, lambda db: dossiers.hand_over(db, dossier))
    one.sync()
    two.sync()
    shown = only(two)
    assert (shown.code, shown.kind, shown.theirs.who, shown.theirs.device) == (
        "state_conflict",
        "move",
        "Hoàng Thị Mai",
        "may-1",
    )
    assert (shown.fields[0].ours, shown.fields[0].theirs, shown.again) == ("sealed", "waiting", False)
    assert dossiers.open_dossier(two.db, dossier).state == "waiting", "the hand-over behind it is taken back"
    with pytest.raises(Refused) as refused:
        decide(two, {STATE: "ours"})
    assert refused.value.code == "dossier.move"
    decide(two, {STATE: "theirs"})
    settle(two, one)
    run(one.db, lambda db: dossiers.resume(db, dossier))
    run(one.db, lambda db: dossiers.seal(db, dossier))
    settle(one, two)
    sealed = [dossiers.open_dossier(pc.db, dossier).sealed for pc in (one, two)]
    assert sealed[0] is not None and sealed[0] == sealed[1] and sealed[0].revision == 2


def test_the_move_is_tried_again_from_where_the_dossier_stands(commune: Make, province: TheProvince) -> None:
    one, two, dossier = sealed_by_both(commune)
    one.write(dossier, {IDEA: "Sửa ở máy một"})
    run(two.db, lambda db: dossiers.seal(db, dossier))
    one.sync()
    two.sync()
    shown = only(two)
    assert (shown.code, shown.again) == ("stale_move", True), "sealed without having seen the other's words"
    decide(two, {STATE: "ours"})
    settle(two, one)
    for pc in (one, two):
        sealed = dossiers.open_dossier(pc.db, dossier).sealed
        assert sealed is not None and sealed.values[IDEA] == "Sửa ở máy một"


def test_two_seals_name_one_report(commune: Make, province: TheProvince) -> None:
    one, two, dossier = sealed_by_both(commune)
    for pc in (one, two):
        run(pc.db, lambda db: dossiers.seal(db, dossier))
    one.sync()
    two.sync()
    with pytest.raises(Refused) as refused:
        documents.report(two.db, dossier)
    assert refused.value.code == "dossier.conflict"
    decide(two, {STATE: "theirs"})
    settle(two, one)
    first, second = (dossiers.open_dossier(pc.db, dossier).sealed for pc in (one, two))
    assert first is not None and first == second and first.sealed_by == "Hoàng Thị Mai"


def attached(commune: Make) -> tuple[Commune, Commune, str, str]:
    """Two PCs with the same evidence file."""
    one, two = commune("may-1"), commune("may-2")
    dossier = one.receive("Cam sành")
    one.attach(dossier, b"anh")
    one.sync()
    two.sync()
    return one, two, dossier, dossiers.open_dossier(one.db, dossier).evidence[0].id


@pytest.mark.parametrize(("choice", "there"), [("ours", False), ("theirs", True)])
def test_removed_here_changed_there(
    commune: Make, province: TheProvince, choice: conflicts.Choice, there: bool
) -> None:
    one, two, dossier, file = attached(commune)
    run(one.db, lambda db: records.patch(db, records.get(db, file), {"name": "tên khác.pdf"}))
    run(two.db, lambda db: evidence.detach(db, file))
    one.sync()
    two.sync()
    assert only(two).code == "delete_conflict" and only(two).fields[0].ours is True
    one.sync()
    decide(one, {DELETED: choice})
    settle(one, two)
    for pc in (one, two):
        assert bool(dossiers.open_dossier(pc.db, dossier).evidence) is there


@pytest.mark.parametrize(("choice", "there"), [("ours", True), ("theirs", False)])
def test_changed_here_removed_there(
    commune: Make, province: TheProvince, choice: conflicts.Choice, there: bool
) -> None:
    one, two, dossier, file = attached(commune)
    run(one.db, lambda db: evidence.detach(db, file))
    run(two.db, lambda db: records.patch(db, records.get(db, file), {"name": "tên khác.pdf"}))
    one.sync()
    two.sync()
    assert only(two).code == "deleted_conflict"
    with pytest.raises(Refused) as refused:
        decide(two, {DELETED: Typed("x")})
    assert refused.value.code == "conflict.choice"
    decide(two, {DELETED: choice})
    settle(two, one)
    for pc in (one, two):
        files = dossiers.open_dossier(pc.db, dossier).evidence
        assert [each.name for each in files] == (["tên khác.pdf"] if there else [])


def test_what_was_decided_elsewhere_is_gone(commune: Make, province: TheProvince) -> None:
    one, two, _dossier = two_pcs(commune, {TOTAL: 31}, {TOTAL: 29})
    op = only(one).op
    decide(two, {"workers_total": "ours"})
    settle(two, one)
    with pytest.raises(Refused) as refused:
        run(one.db, lambda db: conflicts.decide(db, op, {"workers_total": "ours"}))
    assert refused.value.code == "conflict.gone"


def test_many_removals_wait_for_a_person(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Cam sành")
    for number in range(21):
        pc.attach(dossier, b"%d" % number, "other")
    pc.sync()
    for file in dossiers.open_dossier(pc.db, dossier).evidence:
        run(pc.db, lambda db, file=file: evidence.detach(db, file.id))  # type: ignore[misc]
    pc.write(dossier, {IDEA: "Vẫn gửi"})
    done = pc.sync()
    assert exchange.state(pc.db).parked_deletes == 21 and done.digest_equal
    assert (done.sent, done.rejected) == (1, 0), "what is no removal goes on"
    run(pc.db, exchange.confirm_deletes)
    assert pc.sync().digest_equal
    assert exchange.state(pc.db).parked_deletes == 0
    assert dossiers.open_dossier(pc.db, dossier).sync.state == "at_province"


def test_many_removals_can_be_taken_back(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Cam sành")
    for number in range(21):
        pc.attach(dossier, b"%d" % number, "other")
    pc.sync()
    for file in dossiers.open_dossier(pc.db, dossier).evidence:
        run(pc.db, lambda db, file=file: evidence.detach(db, file.id))  # type: ignore[misc]
    run(pc.db, exchange.take_back_deletes)
    assert len(dossiers.open_dossier(pc.db, dossier).evidence) == 21
    assert pc.sync().digest_equal and dossiers.open_dossier(pc.db, dossier).sync.state == "at_province"


def test_a_province_restored_without_saying_so_is_noticed(commune: Make, province: TheProvince) -> None:
    """Its numbers begin lower than what this PC has read: no epoch was declared, everything is compared anew."""
    import shutil

    pc = commune()
    pc.receive("Trước bản sao")
    pc.sync()
    import sqlite3

    source = province.settings.data / "server.db"
    with sqlite3.connect(source) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    copy = source.with_suffix(".copy")
    shutil.copy(source, copy)
    later = pc.receive("Sau bản sao")
    pc.sync()
    with sqlite3.connect(copy) as old, sqlite3.connect(source) as now:
        old.backup(now)
    old.close()
    now.close()
    assert pc.sync().digest_equal
    with sqlite3.connect(source) as connection:
        assert connection.execute("SELECT count(*) FROM records WHERE record = ?", (later,)).fetchone() == (1,)
    connection.close()


def test_every_answer_of_the_province_has_its_sentence() -> None:
    for code in protocol.REJECTIONS:
        assert f"refused.{code}" in sentences.SENTENCES, code
    for code in protocol.CONFLICTS:
        assert f"conflict.{code}" in sentences.SENTENCES, code


def test_a_refusal_names_its_field(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Quá dài")
    pc.write(dossier, {IDEA: "dài " * 60_000})
    pc.sync()
    [refusal] = dossiers.open_dossier(pc.db, dossier).refusals
    assert (refusal.code, refusal.key) == ("field.too_long", IDEA) and refusal.label
    [row] = exchange.state(pc.db).rows
    assert row.refusals == (refusal,)
    pc.write(dossier, {IDEA: "Ngắn lại"})
    pc.sync()
    assert dossiers.open_dossier(pc.db, dossier).refusals == ()
