"""Two communes and their province: handed over, returned with remarks, corrected, handed over again, accepted.

A real server; the province's PC gathers both communes; a dossier of the three-level years is its district's.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from ocop_desktop.actions import desk, dossiers, evidence, exchange, listing, office
from ocop_desktop.actions.programme import loading, plans
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.server import accounts
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.server.store import add
from ocop_desktop.server.tables import scope_seq
from ocop_desktop.storage import gathering
from ocop_desktop.storage.db import Db, run
from tests.kit import builders
from tests.kit.network import Line, bad_line

ONE, TWO = "02545", "02269"
TOTAL, NAME = "dossier.workers_total", "producer.name"


class Pc:
    """One office: its database and its line."""

    def __init__(self, place: "Place", name: str, level: str, unit: str, *scope: str) -> None:
        self.place, self.folder = place, place.folder / name
        self.folder.mkdir()
        self.at_home()
        self.key = office.create_for_device(self.folder / "ocop.db", unit, name, level)
        self.db: Db = office.open_writer(self.folder / "ocop.db", self.key)
        exchange.enrol(office.runner(self.db), place.line.address, place.code(*scope), name)

    def at_home(self) -> None:
        """Work with this PC's profile."""
        self.place.monkeypatch.setenv("OCOP_DESKTOP_HOME", str(self.folder))

    def sync(self) -> exchange.Summary:
        """Press Đồng bộ."""
        self.at_home()
        return exchange.synchronise(office.runner(self.db), lambda _: None, threading.Event())

    def do(self, action: Callable[..., object], *arguments: object) -> None:
        """One action."""
        run(self.db, lambda db: action(db, *arguments))

    def names(self, **query: str) -> list[str]:
        """What the list shows."""
        found = listing.rows(self.db, listing.order(self.db, listing.Query(sort="product", **query)))
        return [row.product for row in found]

    def row(self, dossier: str) -> listing.ListRow:
        """One row of the list."""
        found = listing.row(self.db, dossier)
        assert found is not None
        return found


class Place:
    """A province's server and the offices around it."""

    def __init__(self, folder: Path, settings: Settings, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.settings, self.line, self.monkeypatch = folder, settings, line, monkeypatch
        self.stack = ExitStack()

    def pc(self, name: str, level: str, unit: str, *scope: str) -> Pc:
        """An enrolled office."""
        made = Pc(self, name, level, unit, *(scope or (unit,)))
        self.stack.callback(made.db.close)
        return made

    def code(self, *units: str) -> str:
        """A one-time code."""
        service = Service(self.settings)
        try:
            return service.store.write(
                lambda connection: accounts.new_code(connection, service.identity, service.settings, units, "x", 1)
            )
        finally:
            service.close()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A province with nobody enrolled."""
    settings = Settings(data=tmp_path / "may-chu", province="08", province_name="Tỉnh Tuyên Quang")
    with running(settings) as address, bad_line(address) as line:
        made = Place(tmp_path, settings, line, monkeypatch)
        with made.stack:
            yield made


def handed_over(pc: Pc, name: str, **changes: object) -> str:
    """A dossier that its commune handed over and sent."""
    if "dossier__regime" in changes:
        dossier = builders.a_dossier(pc.db, product__name=name, **changes)
    else:
        dossier = builders.a_complete_dossier(pc.db, product__name=name, **changes)
        pc.do(dossiers.seal, dossier)
    pc.do(dossiers.hand_over, dossier)
    summary = pc.sync()
    assert (summary.rejected, summary.digest_equal) == (0, True)
    return dossier


def test_from_the_hand_over_to_the_council(place: Place) -> None:
    one, two = place.pc("xa-1", "commune", ONE), place.pc("xa-2", "commune", TWO)
    tea = handed_over(one, "Chè Shan tuyết")
    still_open = builders.a_dossier(one.db, product__name="Mật ong")
    one.sync()
    honey = handed_over(two, "Mật ong bạc hà", producer__name="HTX Bạc Hà")
    province = place.pc("tinh", "province", "08")
    summary = province.sync()
    assert summary.digest_equal and summary.rejected == 0
    assert province.names() == ["Chè Shan tuyết", "Mật ong", "Mật ong bạc hà"]
    assert province.names(unit=TWO) == ["Mật ong bạc hà"]
    assert province.names(search="tan trao chè") == ["Chè Shan tuyết"], "the commune's name finds it without accents"
    assert {seen.unit for seen in gathering.units(province.db) if seen.devices} == {"08", ONE, TWO}

    # Everything of it is here to be read; nothing of it may be typed over, and the open one is the commune's.
    page = dossiers.open_dossier(province.db, tea)
    assert page.sealed is not None and len(page.evidence) == 3
    for each in (tea, still_open):
        with pytest.raises(Refused):
            province.do(dossiers.save_draft, each, {TOTAL: 1}, {})
    with pytest.raises(Refused) as refused:
        province.do(desk.note, still_open, TOTAL, "Ghi lại")
    assert refused.value.code == "desk.not_yours"

    with pytest.raises(Refused) as refused:
        province.do(desk.give_back, tea)
    assert refused.value.code == "remark.missing"
    province.do(desk.note, tea, TOTAL, "Ghi lại số người")
    province.do(desk.note, tea, NAME, "Tên chưa khớp giấy phép")
    province.sync()
    one.sync()
    assert dossiers.open_dossier(one.db, tea).remarks == (), "remarks being written stay at the office"
    province.do(desk.give_back, tea)
    province.do(desk.accept, honey)
    assert province.sync().digest_equal

    assert one.sync().digest_equal
    page = dossiers.open_dossier(one.db, tea)
    assert page.stage == "returned"
    assert {(remark.key, remark.text) for remark in page.remarks} == {
        (TOTAL, "Ghi lại số người"),
        (NAME, "Tên chưa khớp giấy phép"),
    }
    one.do(dossiers.reopen, tea, "Theo ý kiến của tỉnh")
    one.do(dossiers.save_draft, tea, {TOTAL: 25, NAME: "Hợp tác xã Sơn Trà Tân Trào"}, {})
    one.do(dossiers.seal, tea)
    one.do(dossiers.hand_over, tea)
    one.sync()
    province.sync()
    assert province.row(tea).stage == "at_province"
    assert dossiers.open_dossier(province.db, tea).values[TOTAL] == 25
    province.do(desk.accept, tea)
    assert province.sync().digest_equal
    one.sync()
    two.sync()
    assert one.row(tea).stage == two.row(honey).stage == "accepted"
    assert next(line.what for line in dossiers.history(one.db, tea)) == "dossier.accepted"


def test_a_plan_of_the_province_counts_what_its_communes_write_down(place: Place) -> None:
    one = place.pc("xa-1", "commune", ONE)
    first, second = place.pc("tinh-1", "province", "08"), place.pc("tinh-2", "province", "08")
    made = run(first.db, lambda db: loading.import_plan(db, loading.sample_file("thai-nguyen"))).created
    assert made is not None
    first.do(plans.put, "plan", "", {"starts": "2026-01-01", "ends": "2026-12-31"}, made)
    own = run(one.db, lambda db: plans.put(db, "plan", "", {"title": "Kế hoạch của xã", "starts": "2026-01-01"}))
    body: Values = {"kind": "organisation", "aim": "new", "title": "HTX Sơn Trà", "day": "2026-01-05"}
    one.do(plans.put, "event", own.created, body)
    assert first.sync().digest_equal and one.sync().digest_equal
    assert second.sync().digest_equal and first.sync().digest_equal
    # Two people of the office change one task: what was done, and who does it. Both hold.
    task = plans.open_plan(first.db, made).tasks[0].id
    first.do(plans.put, "task", made, {"done_on": "2026-01-31", "result": "Đã họp"}, task)
    second.do(plans.put, "task", made, {"owner": "Sở Nông nghiệp và Môi trường"}, task)
    for pc in (first, second, first):
        summary = pc.sync()
        assert summary.digest_equal and summary.rejected == 0
    for pc in (first, second):
        page = plans.open_plan(pc.db, made)
        kept = next(each for each in page.tasks if each.id == task)
        assert (str(kept.done_on), kept.result, kept.owner) == ("2026-01-31", "Đã họp", "Sở Nông nghiệp và Môi trường")
        new = next(row for row in page.targets if row.target.indicator == "organisations.new")
        assert (new.target.planned, new.actual) == (20, 1), "the commune's own event, under the commune's own plan"
    one.sync()
    assert plans.open_plan(one.db, made).from_above, "the commune reads it, and counts nothing of the province"


def test_a_dossier_of_the_three_level_years_is_its_districts(place: Place) -> None:
    one = place.pc("xa-1", "commune", ONE)
    old = handed_over(one, "Cam sành", dossier__received_on="2024-05-06", dossier__regime="qd-148")
    new = handed_over(one, "Chè xanh", dossier__received_on="2026-11-09")
    district = place.pc("huyen", "district", "08", "076", ONE)
    province = place.pc("tinh", "province", "08")
    district.sync()
    at_old, at_new = desk.desk(district.db, old), desk.desk(district.db, new)
    assert (at_old.holder, at_old.may_accept, at_old.may_return) == ("district", True, True)
    assert (at_new.holder, at_new.may_accept, at_new.may_return) == ("province", False, True)
    with pytest.raises(Refused):
        district.do(desk.accept, new)
    district.do(desk.accept, old)
    district.sync()
    district.do(desk.pass_on, old)
    assert district.sync().rejected == 0
    province.sync()
    assert desk.desk(province.db, old).holder == "province"
    assert not desk.desk(district.db, old).may_accept
    province.do(desk.accept, old)
    assert province.sync().rejected == 0
    # An area's office gives back what lacks papers also today; it decides nothing.
    district.do(desk.note, new, "dossier.whole", "Thiếu trang 2 của phiếu kiểm nghiệm")
    district.do(desk.give_back, new)
    assert district.sync().rejected == 0
    one.sync()
    assert [remark.label for remark in dossiers.open_dossier(one.db, new).remarks] == ["Cả hồ sơ"]


def test_the_faster_office_decides_and_the_other_is_told(place: Place) -> None:
    one = place.pc("xa-1", "commune", ONE)
    tea = handed_over(one, "Chè xanh")
    first, second = place.pc("tinh-1", "province", "08"), place.pc("tinh-2", "province", "08")
    first.sync()
    second.sync()
    first.do(desk.accept, tea)
    first.sync()
    second.do(desk.note, tea, TOTAL, "Ghi lại")
    second.do(desk.give_back, tea)
    assert second.sync().conflicts == 1
    assert first.sync().digest_equal
    assert first.row(tea).stage == "accepted"


QUIET = [b"/v1/hello", b"/v1/token/challenge", b"/v1/token", b"/v1/sync/digest"]


def asked_for(place: Place, pc: Pc) -> tuple[list[bytes], int]:
    """What a round without news asks for, and how many bytes the province answers."""
    asked: list[bytes] = []
    place.line.fault = asked.append
    before = place.line.bytes_down
    summary = pc.sync()
    assert (summary.received, summary.digest_equal) == (0, True)
    place.line.fault = lambda head: None
    return [head.split()[1].split(b"?")[0] for head in asked], place.line.bytes_down - before


def test_a_round_without_news_is_one_question_however_many_units(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, unit in enumerate((ONE, TWO, "00691")):
        pc = place.pc(f"xa-{number}", "commune", unit)
        builders.a_dossier(pc.db)
        pc.sync()
    province = place.pc("tinh", "province", "08")
    area = place.pc("huyen", "district", "08", "076", ONE, TWO)
    for each in (province, area):
        each.sync()
    paths, few = asked_for(place, province)
    assert paths == QUIET == asked_for(place, area)[0] == asked_for(place, pc)[0]
    service = Service(place.settings)
    service.store.write(lambda c: add(c, scope_seq, [{"unit": f"{unit:05}", "seq": 0} for unit in range(20000, 20600)]))
    service.close()
    paths, many = asked_for(place, province)
    assert paths == QUIET and abs(many - few) < 100, "600 communes more are no byte more"
    # What comes is seen, whichever unit it is of; what was lost here too.
    builders.a_dossier(pc.db, product__name="Cam")
    pc.sync()
    assert province.sync().received == 3
    area.do(lambda db: db.conn.execute("DELETE FROM record WHERE type = 'product' AND unit = ?", (TWO,)))
    done = area.sync()
    assert done.received == 1 and done.digest_equal
    # Now and then it hears all the same when the communes' PCs were last there.
    monkeypatch.setattr(gathering, "FRESH", timedelta())
    paths, _ = asked_for(place, province)
    assert paths == [*QUIET[:3], b"/v1/sync/units"]


def test_a_signed_scan_is_read_at_the_province(place: Place) -> None:
    one = place.pc("xa-1", "commune", ONE)
    tea = handed_over(one, "Chè xanh")
    one.do(evidence.attach, tea, "signed", "ký.pdf", builders.PDF + b"signed")
    one.sync()
    province = place.pc("tinh", "province", "08")
    province.sync()
    files = dossiers.open_dossier(province.db, tea).evidence
    assert all(file.sent for file in files)
    [signed] = [file for file in files if file.row == "signed"]
    assert exchange.fetch_file(office.runner(province.db), signed.sha256).endswith(b"signed")
