"""An area's office and the province's without a line: a stick's answer brings every unit, as a round would have."""

from pathlib import Path

import pytest

from ocop_desktop import legal
from ocop_desktop.actions import conflicts, desk, dossiers, gathering, rules
from ocop_desktop.actions.stick import Imported
from ocop_desktop.errors import SyncError
from ocop_desktop.legal.gathering import gather
from ocop_desktop.server import rulebook
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.merging import merge_unit
from ocop_desktop.server.service import Service
from ocop_desktop.storage import files, receipts, settings
from ocop_desktop.storage import gathering as told
from ocop_desktop.storage.db import run
from ocop_desktop.storage.replica import CURSORS
from ocop_desktop.sync import answers
from tests.flows.test_province_desk import ONE, TOTAL, TWO, Pc, Place, handed_over, place
from tests.kit import builders
from tests.sync import sticks
from tests.sync.test_rules import HOLIDAYS

__all__ = ["place"]

THREE, AREA = "00691", "076"


def by_stick(place: Place, pc: Pc, name: str = "goi") -> Imported:
    """A package to the province and its answer back: the only way this PC speaks."""
    path = place.folder / f"{pc.folder.name}-{name}"
    sticks.export(pc, path)  # type: ignore[arg-type]
    at_province(place, path)
    return take(pc, path)


def at_province(place: Place, path: Path) -> None:
    [taken] = sticks.at_province(place, path.with_suffix(".tra-loi"), path)  # type: ignore[arg-type]
    assert taken.code == ""


def take(pc: Pc, path: Path) -> Imported:
    return sticks.take(pc, path.with_suffix(".tra-loi"))  # type: ignore[arg-type]


def held(pc: Pc) -> dict[str, tuple[int, str]]:
    """Count and hash of what the province confirmed, of each unit."""
    return {unit: run(pc.db, lambda db, unit=unit: answers.digest(db, unit)) for unit in (ONE, TWO, THREE, AREA)}  # type: ignore[misc]


def an_area(place: Place, name: str) -> Pc:
    return place.pc(name, "district", "08", AREA, ONE, TWO, THREE)


def three_communes(place: Place) -> tuple[list[Pc], list[str]]:
    """Each with dossiers and evidence at the province; of some records there are several revisions."""
    communes = [place.pc(f"xa-{unit}", "commune", unit) for unit in (ONE, TWO, THREE)]
    made = []
    for number, pc in enumerate(communes):
        made.append(handed_over(pc, f"Chè của xã {number}"))
        builders.a_dossier(pc.db, product__name=f"Mật ong {number}")
        assert pc.sync().digest_equal
    return communes, made


def test_only_by_sticks_an_area_comes_to_the_same_as_by_line(place: Place) -> None:
    communes, made = three_communes(place)
    line, stick = an_area(place, "huyen-mang"), an_area(place, "huyen-usb")
    asked: list[bytes] = []
    place.line.fault = asked.append
    done = by_stick(place, stick)
    assert done.digest_equal and not asked, "no request"
    assert stick.names() == ["Chè của xã 0", "Chè của xã 1", "Chè của xã 2", "Mật ong 0", "Mật ong 1", "Mật ong 2"]
    place.line.fault = lambda head: None
    assert line.sync().digest_equal
    assert held(stick) == held(line) and all(count for count, _ in list(held(stick).values())[:3])
    assert [dossiers.open_dossier(stick.db, each).sync for each in made] == [
        dossiers.open_dossier(line.db, each).sync for each in made
    ]
    seen = [[(each.unit, each.devices, each.equal) for each in told.units(pc.db)][:3] for pc in (stick, line)]
    assert seen[0] == seen[1] and all(equal for _, _, equal in seen[0])
    assert all(each.seen for each in gathering.overview(stick.db).communes if each.unit != AREA)

    # Given back by stick: the dossier goes to its commune by stick too, and comes back corrected.
    stick.do(desk.note, made[1], TOTAL, "Ghi lại số người")
    stick.do(desk.give_back, made[1])
    assert by_stick(place, stick, "hai").rejected == 0
    assert receipts.of_dossier(stick.db, made[1]) is not None
    assert by_stick(place, communes[1]).digest_equal
    page = dossiers.open_dossier(communes[1].db, made[1])
    assert page.stage == "returned" and [remark.text for remark in page.remarks] == ["Ghi lại số người"]
    communes[1].do(dossiers.reopen, made[1], "Theo ý kiến")
    communes[1].do(dossiers.save_draft, made[1], {TOTAL: 25}, {})
    communes[1].do(dossiers.seal, made[1])
    communes[1].do(dossiers.hand_over, made[1])
    by_stick(place, communes[1], "hai")
    assert by_stick(place, stick, "ba").digest_equal
    assert dossiers.open_dossier(stick.db, made[1]).values[TOTAL] == 25
    assert stick.row(made[1]).stage in {"handed_over", "at_province"}
    line.sync()
    assert held(stick) == held(line)


def test_answers_out_of_order_and_twice_and_half_by_network(place: Place) -> None:
    communes, _ = three_communes(place)
    area, line = an_area(place, "huyen-usb"), an_area(place, "huyen-mang")
    first = place.folder / "mot"
    sticks.export(area, first)  # type: ignore[arg-type]
    at_province(place, first)
    communes[0].do(
        dossiers.receive, {"product.name": "Cam", "producer.name": "HTX Cam", "dossier.received_on": "2026-11-02"}
    )
    communes[0].sync()
    second = place.folder / "hai"
    sticks.export(area, second)  # type: ignore[arg-type]
    at_province(place, second)
    for path in (second, first, second, first):
        take(area, path)
    assert "Cam" in area.names()
    line.sync()
    assert held(area) == held(line)
    third = place.folder / "ba"
    communes[2].do(
        dossiers.receive, {"product.name": "Bưởi", "producer.name": "HTX Bưởi", "dossier.received_on": "2026-11-02"}
    )
    communes[2].sync()
    sticks.export(area, third)  # type: ignore[arg-type]
    at_province(place, third)
    communes[1].do(
        dossiers.receive, {"product.name": "Gạo", "producer.name": "HTX Gạo", "dossier.received_on": "2026-11-02"}
    )
    communes[1].sync()
    # The line is there for a while, and breaks in the middle of the reading.
    pulls = [0]

    def cut(head: bytes) -> object:
        pulls[0] += b"/v1/sync/changes" in head
        return "refuse" if pulls[0] > 1 else None

    place.line.fault = cut
    with pytest.raises(SyncError):
        area.sync()
    take(area, third)
    assert {"Cam", "Bưởi"} <= set(area.names())
    place.line.fault = lambda head: None
    done = by_stick(place, area, "bon")
    assert done.digest_equal and "Gạo" in area.names()
    line.sync()
    assert held(area) == held(line)
    assert area.sync().received == 0


def test_an_answer_that_begins_beyond_what_is_here_leaves_no_gap(place: Place) -> None:
    """Written by what the PC had read; before the answer came, an older copy of the database was put in its place."""
    communes, _ = three_communes(place)
    area = an_area(place, "huyen-usb")
    assert by_stick(place, area).digest_equal
    builders.a_dossier(communes[2].db, product__name="Cam")
    communes[2].sync()
    path = place.folder / "truoc"
    sticks.export(area, path)  # type: ignore[arg-type]
    at_province(place, path)
    area.do(lambda db: settings.write(db, {f"{CURSORS}{THREE}": None}))
    assert not take(area, path).digest_equal
    assert run(area.db, lambda db: settings.read(db, f"{CURSORS}{THREE}")) is None
    assert by_stick(place, area, "sau").digest_equal


def test_a_stick_after_the_province_was_restored_or_merged_a_commune(place: Place) -> None:
    three_communes(place)
    area = an_area(place, "huyen-usb")
    assert by_stick(place, area).digest_equal
    service = Service(place.settings)
    try:
        service.store.write(Identity.renew_epoch)
        service.store.write(lambda connection: merge_unit(connection, TWO, ONE))
    finally:
        service.close()
    by_stick(place, area, "hai")
    assert by_stick(place, area, "ba").digest_equal
    assert {unit for (unit,) in area.db.conn.execute("SELECT DISTINCT unit FROM record WHERE type = 'dossier'")} == {
        ONE,
        THREE,
    }
    assert len(area.names()) == 6
    assert area.sync().digest_equal


def test_what_was_lost_behind_the_back_comes_by_the_next_sticks(place: Place) -> None:
    """A record is gone here though the cursor stands: the answer's digest shows it, the next package asks record by record."""
    communes, made = three_communes(place)
    area = an_area(place, "huyen-usb")
    assert by_stick(place, area).digest_equal
    area.do(lambda db: db.conn.execute("DELETE FROM record WHERE id = ?", (made[2],)))
    communes[2].do(
        dossiers.receive, {"product.name": "Cam", "producer.name": "HTX Cam", "dossier.received_on": "2026-11-02"}
    )
    communes[2].sync()
    assert not by_stick(place, area, "hai").digest_equal
    assert by_stick(place, area, "ba").digest_equal
    assert "Chè của xã 2" in area.names()


def test_conflicts_contents_and_rules_travel_on_the_same_stick(place: Place) -> None:
    communes, _ = three_communes(place)
    other = place.pc("xa-khac", "commune", ONE)
    other.sync()
    mine = builders.a_dossier(communes[0].db, product__name="Gạo nếp")
    communes[0].sync()
    other.sync()
    for number, pc in enumerate((communes[0], other)):
        pc.do(dossiers.save_draft, mine, {TOTAL: number + 30}, {})
        pc.sync()
    file = place.folder / "ngay-nghi.toml"
    file.write_text(HOLIDAYS, "utf-8")
    service = Service(place.settings)
    try:
        rulebook.publish(service, gather(file), "Ngày nghỉ")
    finally:
        service.close()
    area = an_area(place, "huyen-usb")
    by_stick(place, area)
    try:
        assert run(area.db, rules.version) == 1
        assert [each.dossier for each in conflicts.open_conflicts(area.db)] == [mine]
        assert run(area.db, files.of_other_pcs) == ()
    finally:
        legal.forget()


def test_an_area_gets_nothing_beyond_its_scope(place: Place) -> None:
    three_communes(place)
    area = place.pc("huyen-hai-xa", "district", "08", AREA, ONE, TWO)
    run(area.db, lambda db: settings.write(db, {f"{CURSORS}{THREE}": 0}))  # it asks for what is not its own
    assert by_stick(place, area).digest_equal
    assert "Chè của xã 2" not in area.names() and len(area.names()) == 4
    province = place.pc("tinh", "province", "08")
    assert by_stick(place, province).digest_equal and len(province.names()) == 6
