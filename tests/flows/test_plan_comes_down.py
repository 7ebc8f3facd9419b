"""The province's plan comes down to its areas and communes, by line and by stick: to be read, without the figures of others."""

import json
import sqlite3

import pytest

from ocop_desktop.actions.programme import figures, loading, plans
from ocop_desktop.errors import Refused
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.merging import merge_unit
from ocop_desktop.server.service import Service
from ocop_desktop.storage import held, outbox, records, settings
from ocop_desktop.storage.db import run
from ocop_desktop.storage.replica import CURSORS
from tests.flows.test_area_by_stick import AREA, by_stick
from tests.flows.test_province_desk import ONE, QUIET, TWO, Pc, Place, asked_for, place
from tests.kit import builders

__all__ = ["place"]

ONE_NAME, TWO_NAME = "Xã Tân Trào", TWO


def a_plan(province: Pc) -> tuple[str, dict[str, str]]:
    """A plan with work, money, a figure for all and one for each of two communes; what happened is another's affair."""
    made = run(province.db, lambda db: loading.import_plan(db, loading.sample_file("thai-nguyen"))).created
    assert made is not None
    own = {}
    for name, area in (("all", ""), ("one", ONE_NAME), ("two", TWO_NAME)):
        fields = {"title": f"Sản phẩm mới {name}", "measure": "count", "planned": 7, "indicator": "organisations.new"}
        put = run(province.db, lambda db, f={**fields, "area": area or None}: plans.put(db, "target", made, f))  # type: ignore[misc]
        own[name] = put.created or ""
    province.do(
        plans.put, "event", made, {"kind": "training", "title": "Tập huấn ở xã kia", "area": TWO, "day": "2026-03-01"}
    )
    assert province.sync().digest_equal
    return made, own


def titles(pc: Pc, plan: str) -> set[str]:
    return {row.target.title for row in plans.open_plan(pc.db, plan).targets}


def said(pc: Pc) -> str:
    """Everything that is written here of the province's unit."""
    rows = pc.db.conn.execute("SELECT body FROM record WHERE unit = '08'")
    return json.dumps([json.loads(body) for (body,) in rows], ensure_ascii=False)


def test_it_comes_down_by_line_and_is_only_read(place: Place) -> None:
    one, area = place.pc("xa-1", "commune", ONE), place.pc("huyen", "district", "08", AREA, ONE, TWO)
    province = place.pc("tinh", "province", "08")
    own = run(
        one.db, lambda db: plans.put(db, "plan", "", {"title": "Kế hoạch của xã", "starts": "2026-01-01"})
    ).created
    assert own is not None and one.sync().digest_equal
    made, targets = a_plan(province)
    for pc in (one, area):
        assert pc.sync().digest_equal
        page, above = plans.open_plan(pc.db, made), plans.open_plan(province.db, made)
        assert page.from_above and page.plan == above.plan
        assert [task.title for task in page.tasks] == [task.title for task in above.tasks] and page.tasks
        assert page.tables == above.tables and page.events == ()
        assert asked_for(place, pc)[0] == QUIET, "a round without news is as short as before"
    everybody = titles(province, made) - {"Sản phẩm mới one", "Sản phẩm mới two"}
    assert titles(one, made) == everybody | {"Sản phẩm mới one"}
    assert titles(area, made) == everybody | {"Sản phẩm mới one", "Sản phẩm mới two"}
    assert "Sản phẩm mới one" in said(one) and "Sản phẩm mới two" not in said(one), "not on the disk either"
    assert "Tập huấn ở xã kia" not in said(one) + said(area)
    # What the whole province reached is not known here; what is set for this commune is counted from its own records.
    one.do(
        plans.put, "event", made, {"kind": "organisation", "aim": "new", "title": "HTX Sơn Trà", "day": "2026-01-05"}
    )
    rows = {row.target.id: row for row in plans.open_plan(one.db, made).targets}
    first = plans.open_plan(province.db, made).plan.starts.year
    assert rows[targets["all"]].actual is None
    assert rows[targets["one"]].actual == (1 if first == 2026 else 0)
    assert one.sync().rejected == 0, "what happened is the commune's own"
    # What the province changes or takes away follows; its own councils' affairs are no news to a commune.
    province.do(plans.put, "target", made, {"area": TWO}, targets["one"])
    province.do(plans.put, "target", made, {"area": None, "planned": 9}, targets["two"])
    province.do(plans.remove, plans.open_plan(province.db, made).tasks[0].id)
    assert province.sync().digest_equal
    for pc in (one, area):
        assert pc.sync().digest_equal
    assert titles(one, made) == everybody | {"Sản phẩm mới two"}
    assert len(plans.open_plan(one.db, made).tasks) == len(plans.open_plan(province.db, made).tasks)
    province.do(plans.put, "event", "", {"kind": "fair", "title": "Hội chợ", "day": "2026-05-01"})
    assert province.sync().digest_equal
    assert asked_for(place, one)[0] == QUIET
    # A round with news asks for the plans only when they have news too.
    asked: list[bytes] = []
    place.line.fault = asked.append
    builders.a_dossier(one.db)
    assert one.sync().digest_equal
    assert [head.split()[1] for head in asked if b"unit=08" in head] == []
    province.do(plans.put, "target", made, {"planned": 11}, targets["all"])
    province.sync()
    asked.clear()
    one.sync()
    assert len([head for head in asked if b"unit=08" in head]) == 1


def test_a_lower_office_changes_nothing_of_it(place: Place) -> None:
    one, area = place.pc("xa-1", "commune", ONE), place.pc("huyen", "district", "08", AREA, ONE, TWO)
    province = place.pc("tinh", "province", "08")
    made, targets = a_plan(province)
    for pc in (one, area):
        pc.sync()
        page = plans.open_plan(pc.db, made)
        for action, *given in (
            (plans.put, "plan", "", {"title": "Khác"}, made),
            (plans.put, "target", made, {"planned": 1}, targets["all"]),
            (plans.put, "task", made, {"title": "Việc thêm"}),
            (plans.put, "task", made, {"done_on": "2026-01-31"}, page.tasks[0].id),
            (plans.remove, page.tasks[0].id),
            (plans.next_year, made),
            (figures.type_figure, targets["all"], "planned", "12"),
        ):
            with pytest.raises(Refused) as refused:
                pc.do(action, *given)
            assert refused.value.code == "plan.by_province"
        # A program that does it all the same is refused, operation by operation, and nothing else of it is held up.
        target = records.get(pc.db, targets["all"])
        pc.do(records.patch, target, {"planned": 1})
        pc.do(
            lambda db, unit=target.unit: records.add(
                db, "task", {"plan": made, "title": "Việc thêm"}, unit=unit, parent=made
            )
        )
        pc.do(lambda db: records.add(db, "task", {"plan": made, "title": "Việc của xã"}, parent=made))
        pc.do(lambda db: records.add(db, "event", {"title": "Tự ghi", "kind": "fair", "day": "2026-02-01"}))
        summary = pc.sync()
        assert summary.rejected == 3 and summary.sent == 1
        codes = pc.db.conn.execute("SELECT DISTINCT code FROM held WHERE outcome = 'rejected'").fetchall()
        assert codes == [("scope.outside",)]
    assert province.sync().digest_equal
    kept = {row.target.id: row.target.planned for row in plans.open_plan(province.db, made).targets}
    assert kept[targets["all"]] == 7
    assert "Việc thêm" not in {task.title for task in plans.open_plan(province.db, made).tasks}
    # The other direction: the commune's own plan goes up, and the province's hand does not stand in it by its plan.
    with sqlite3.connect(place.settings.data / "server.db") as there:
        by = {device for (device,) in there.execute("SELECT DISTINCT device FROM records WHERE unit = '08'")}
        assert by == {settings.read(province.db, "sync.device")}
    there.close()


def test_it_comes_down_by_stick(place: Place) -> None:
    offices = [place.pc("xa-1", "commune", ONE), place.pc("huyen", "district", "08", AREA, ONE, TWO)]
    province = place.pc("tinh", "province", "08")
    made, targets = a_plan(province)
    for pc, line in zip(
        offices, (place.pc("xa-2", "commune", ONE), place.pc("huyen-2", "district", "08", AREA, ONE, TWO)), strict=True
    ):
        assert by_stick(place, pc).digest_equal
        line.sync()
        assert titles(pc, made) == titles(line, made) and "Tập huấn ở xã kia" not in said(pc)
        assert ("Sản phẩm mới two" in said(pc)) == (pc is offices[1])
    province.do(plans.put, "target", made, {"planned": 9}, targets["all"])
    province.do(plans.remove, targets["one"])
    assert province.sync().digest_equal
    for pc in offices:
        assert by_stick(place, pc, "hai").digest_equal
        rows = {row.target.id: row.target.planned for row in plans.open_plan(pc.db, made).targets}
        assert rows[targets["all"]] == 9 and targets["one"] not in rows
        assert pc.sync().received == 0, "the line has nothing to add"
    # Something of it is lost on this disk, or the province comes back from a copy: it is read anew.
    offices[0].do(lambda db: db.conn.execute("DELETE FROM record WHERE id = ?", (targets["all"],)))
    assert not by_stick(place, offices[0], "ba").digest_equal
    assert by_stick(place, offices[0], "bon").digest_equal and "Sản phẩm mới all" in titles(offices[0], made)
    offices[1].do(lambda db: db.conn.execute("DELETE FROM record WHERE id = ?", (targets["all"],)))
    assert offices[1].sync().digest_equal and "Sản phẩm mới all" in titles(offices[1], made)
    service = Service(place.settings)
    service.store.write(Identity.renew_epoch)
    service.close()
    offices[0].sync()
    assert offices[0].sync().digest_equal and "Sản phẩm mới all" in titles(offices[0], made)
    by_stick(place, offices[1], "nam")
    assert by_stick(place, offices[1], "sau").digest_equal and "Sản phẩm mới all" in titles(offices[1], made)
    assert run(offices[0].db, outbox.count) == 0 and held.conflicts(offices[0].db) == []


def test_a_merged_commune_is_noticed_though_all_sums_agree(place: Place) -> None:
    """Each record has one revision, so the numbers of the old and of the new code are the same, and so is every hash."""
    one, area = place.pc("xa-1", "commune", ONE), place.pc("huyen", "district", "08", AREA, ONE, TWO)
    one.do(plans.put, "plan", "", {"title": "Kế hoạch của xã", "starts": "2026-01-01"})
    for pc in (one, area):
        assert pc.sync().digest_equal
    service = Service(place.settings)
    service.store.write(lambda connection: merge_unit(connection, ONE, TWO))
    service.close()
    for pc in (one, area):
        assert pc.sync().digest_equal
        assert pc.db.conn.execute("SELECT DISTINCT unit FROM record WHERE type = 'plan'").fetchall() == [(TWO,)]
    assert settings.read(one.db, "sync.unit") == TWO
    assert run(one.db, lambda db: settings.read(db, f"{CURSORS}{TWO}")) == 1
