"""By stick: the same promise without a line, in any order, mixed with the network."""

import json
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers
from ocop_desktop.errors import OcopError, Refused, SyncError
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import outbox, receipts, records, settings
from ocop_desktop.storage.db import run
from ocop_desktop.sync import answers
from tests.sync.conftest import UNIT, Commune, TheProvince
from tests.sync.sticks import Make, alter, at_province, equal, export, take


def a_handed_over_dossier(pc: Commune) -> str:
    """Create, fill, attach, seal and hand over: several operations on one record, all before the first exchange."""
    from tests.kit import builders

    dossier = pc.receive(
        "Chè Shan tuyết", **{k: v for k, v in builders.words().items() if isinstance(v, str) and k != "product.name"}
    )
    run(pc.db, lambda db: dossiers.save_draft(db, dossier, builders.words(), {}))
    builders.complete(pc.db, dossier)
    run(pc.db, lambda db: dossiers.seal(db, dossier))
    run(pc.db, lambda db: dossiers.hand_over(db, dossier))
    return dossier


def test_there_and_back_without_a_line(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    dossier = a_handed_over_dossier(pc)
    pc.attach(dossier, b"ban ky" * 100_000, "signed")
    before = province.line.bytes_up
    out = export(pc, tmp_path / "usb" / "gói.ocop")
    assert out.files == 4 and out.operations > 6 and out.unreadable == 0
    sealed = out.path.read_bytes()
    assert "Chè Shan".encode() not in sealed and UNIT.encode() not in sealed, "nobody on the way reads it"
    [taken] = at_province(province, tmp_path / "usb" / "trả lời.ocop", out.path)
    assert taken.code == "" and set(taken.statuses) == {"applied"}, taken
    done = take(pc, tmp_path / "usb" / "trả lời.ocop")
    assert done.digest_equal and done.files == 4 and done.waiting == 0
    assert province.line.bytes_up == before, "no byte went over the line"
    assert dossiers.open_dossier(pc.db, dossier).sync.state == "at_province"
    assert receipts.of_dossier(pc.db, dossier) is not None
    assert equal(pc)


def test_twice_and_out_of_order(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    dossier = pc.receive("Mật ong")
    first = export(pc, tmp_path / "1.ocop").path
    pc.write(dossier, {"product.description": "Mật ong hoa nhãn"})
    pc.attach(dossier, b"anh")
    second = export(pc, tmp_path / "2.ocop").path
    pc.write(dossier, {"product.description": "Mật ong hoa nhãn rừng"})
    third = export(pc, tmp_path / "3.ocop").path
    at_province(province, tmp_path / "a3", third)
    at_province(province, tmp_path / "a1", first)
    at_province(province, tmp_path / "a2", second)
    at_province(province, tmp_path / "a1-again", first)
    for name in ("a2", "a3", "a1", "a3", "a1-again"):
        take(pc, tmp_path / name)
    assert run(pc.db, outbox.count) == 0
    assert pc.values(dossier)["product.description"] == "Mật ong hoa nhãn rừng"
    assert equal(pc)
    product = str(records.get(pc.db, dossier).body["product"])
    assert records.get(pc.db, product).rev == 3, "each edit once"


@pytest.mark.parametrize("order", range(4))
def test_stick_and_network_meet_in_any_order(commune: Make, province: TheProvince, tmp_path: Path, order: int) -> None:
    pc, other = commune("may-1"), commune("may-2")
    dossier = pc.receive("Cam sành")
    pc.attach(dossier, b"giay phep" * 1000)
    package, answer = export(pc, tmp_path / "p").path, tmp_path / "a"
    if order == 0:  # the line comes back before the courier has left
        assert pc.sync().digest_equal
        at_province(province, answer, package)
    elif order == 1:  # the province has it by stick; the PC sends the same batch over the line
        at_province(province, answer, package)
        pc.write(dossier, {"dossier.workers_total": 12})
        assert pc.sync().digest_equal
    elif order == 2:  # the line breaks and the batch comes apart; then the answer comes by stick
        province.line.fault = lambda head: "refuse"
        with pytest.raises(SyncError):
            pc.sync()
        province.line.fault = lambda head: None
        pc.write(dossier, {"dossier.workers_total": 12})
        at_province(province, answer, package)
    else:  # another PC works on the same dossier meanwhile
        at_province(province, answer, package)
        other.sync()
        other.write(dossier, {"dossier.matter.y_tuong.found": "Giống cam của bản"})
        other.sync()
        pc.write(dossier, {"dossier.workers_total": 12})
        at_province(province, tmp_path / "a2", export(pc, tmp_path / "p2").path)
        take(pc, tmp_path / "a2")
    done = take(pc, answer)
    assert done.conflicts == done.rejected == 0
    assert pc.sync().digest_equal and equal(pc)
    other.sync()
    assert equal(other)
    assert pc.values(dossier) == other.values(dossier)


def test_half_by_network_half_by_stick(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    names = [pc.receive(f"Sản phẩm {n}") for n in range(30)]
    for n, name in enumerate(names):
        pc.attach(name, b"x" * n)
    count = [0]

    def two_pushes(head: bytes) -> object:
        if b"/v1/sync/push" in head:
            count[0] += 1
            return "refuse" if count[0] > 1 else None
        return None

    province.line.fault = two_pushes
    with pytest.raises(SyncError):
        pc.sync()
    at_province(province, tmp_path / "a", export(pc, tmp_path / "p").path)
    assert take(pc, tmp_path / "a").digest_equal
    province.line.fault = lambda head: None
    assert equal(pc)


def test_a_conflict_holds_back_what_rests_on_it(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    one, two = commune("may-1"), commune("may-2")
    dossier = one.receive("Gạo nếp")
    one.sync()
    two.sync()
    two.write(dossier, {"dossier.workers_total": 29})
    two.sync()
    one.write(dossier, {"dossier.workers_total": 31})
    export(one, tmp_path / "p")
    one.write(dossier, {"dossier.matter.y_tuong.found": "Giống nếp của bản"})
    export(one, tmp_path / "p")
    at_province(province, tmp_path / "a", tmp_path / "p")
    done = take(one, tmp_path / "a")
    assert done.conflicts == 1
    values = one.values(dossier)
    assert values["dossier.workers_total"] == 29, "the head stands"
    assert values["dossier.matter.y_tuong.found"] == "Giống nếp của bản", "nothing typed is lost"
    held = one.db.conn.execute("SELECT fields FROM held WHERE outcome = 'conflict'").fetchone()
    assert json.loads(held[0]) == {"workers_total": 31}


@pytest.mark.parametrize("where", [0.0, 0.02, 0.3, 0.6, 0.9, 0.9999])
def test_one_altered_byte_is_refused_and_nothing_applied(
    commune: Make, province: TheProvince, tmp_path: Path, where: float
) -> None:
    pc = commune()
    dossier = pc.receive("Bưởi")
    pc.attach(dossier, bytes(range(256)) * 2000)
    package = export(pc, tmp_path / "p").path
    alter(package, where)
    [taken] = at_province(province, tmp_path / "a", package)
    assert taken.code in {"package.altered", "package.unreadable", "package.other_province"} and taken.answer is None
    service = Service(province.settings)
    assert service.store.read(lambda c: c.exec_driver_sql("SELECT count(*) FROM records").scalar()) == 0
    assert service.store.read(lambda c: c.exec_driver_sql("SELECT count(*) FROM files").scalar()) == 0
    service.close()
    good = export(pc, tmp_path / "p").path
    at_province(province, tmp_path / "a", good)
    alter(tmp_path / "a", where)
    with pytest.raises(OcopError) as refused:
        take(pc, tmp_path / "a")
    assert refused.value.code in {"package.altered", "package.unreadable", "package.other_device"}
    assert run(pc.db, outbox.count) > 0, "nothing was applied"


def test_a_cut_package_is_refused(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    pc.receive("Bưởi")
    package = export(pc, tmp_path / "p").path
    package.write_bytes(package.read_bytes()[:-1])
    [taken] = at_province(province, tmp_path / "a", package)
    assert taken.code == "package.unreadable"


def test_another_province_refuses_it(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    pc.receive("Bưởi")
    package = export(pc, tmp_path / "p").path
    with running(Settings(data=tmp_path / "khac", province="04")) as address:
        neighbour = TheProvince(Settings(data=tmp_path / "khac", province="04"), address, province.line)
        [taken] = at_province(neighbour, tmp_path / "a", package)
    assert taken.code == "package.other_province"
    at_province(province, tmp_path / "a", package)
    stranger = commune("may-2")
    with pytest.raises(Refused) as refused:
        take(stranger, tmp_path / "a")
    assert refused.value.code == "package.other_device"


def test_a_package_signed_by_another_pc_is_refused(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc, thief = commune("may-1"), commune("may-2")
    thief.receive("Bưởi")
    run(thief.db, lambda db: settings.write(db, {"sync.device": settings.read(pc.db, "sync.device")}))
    [taken] = at_province(province, tmp_path / "a", export(thief, tmp_path / "p").path)
    assert taken.code == "package.altered"


def test_one_courier_carries_many_communes(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pcs = [commune(f"may-{n}") for n in range(4)]
    for n, pc in enumerate(pcs):
        pc.receive(f"Sản phẩm {n}")
        export(pc, tmp_path / f"{n}.ocop")
    alter(tmp_path / "2.ocop", 0.5)
    together = tmp_path / "tất cả.ocop"
    together.write_bytes((tmp_path / "0.ocop").read_bytes() + (tmp_path / "1.ocop").read_bytes())
    taken = at_province(province, tmp_path / "a", together, tmp_path / "2.ocop", tmp_path / "3.ocop")
    assert [each.code for each in taken] == ["", "", "package.altered", ""]
    for n in (0, 1, 3):
        assert take(pcs[n], tmp_path / "a").sent == 3
    with pytest.raises(Refused):
        take(pcs[2], tmp_path / "a")
    for pc in [*pcs, *pcs]:
        assert pc.sync().digest_equal
    assert len({answers.digest(pc.db, UNIT) for pc in pcs}) == 1


def test_an_answer_before_a_restore_is_not_taken(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    from ocop_desktop.server.identity import Identity

    pc = commune()
    pc.receive("Trước")
    package = export(pc, tmp_path / "p").path
    at_province(province, tmp_path / "old", package)
    service = Service(province.settings)
    service.store.write(Identity.renew_epoch)
    service.close()
    at_province(province, tmp_path / "new", export(pc, tmp_path / "p").path)
    assert take(pc, tmp_path / "new").digest_equal
    with pytest.raises(Refused) as refused:
        take(pc, tmp_path / "old")
    assert refused.value.code == "package.stale"
