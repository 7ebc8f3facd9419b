"""A month's report goes up by sync: the province sees whose came, who is late, and what no longer agrees."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ocop_desktop.actions.reports import consolidation, periodic, rules
from ocop_desktop.domain.reporting import periods
from ocop_desktop.domain.reporting.periods import Rules
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage.db import run
from tests.flows.test_province_desk import ONE, TWO, Place
from tests.kit.council import arrived
from tests.kit.network import bad_line

MONTH = periods.parse("2026-11")
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A server with a line."""
    settings = Settings(data=tmp_path / "server", province="08", province_name="Tỉnh Tuyên Quang")
    with running(settings) as address, bad_line(address) as line:
        place = Place(tmp_path, settings, line, monkeypatch)
        with place.stack:
            yield place


def test_two_communes_and_their_province(offices: Place) -> None:
    one, two = offices.pc("xa-1", "commune", ONE), offices.pc("xa-2", "commune", TWO)
    province = offices.pc("tinh", "province", "08", "08")
    for pc in (one, two, province):
        pc.db.clock = lambda: NOW
    arrived(one.db, unit=ONE, dossier__received_on="2026-11-02")
    one.do(periodic.save_texts, MONTH, {"difficulties": "Thiếu cán bộ."})
    one.do(periodic.seal, MONTH)
    for pc in (one, two, province):
        assert pc.sync().conflicts == 0
    assert periodic.open_report(one.db, MONTH).line.state == "sent"
    found = consolidation.consolidate(province.db, MONTH)
    rows = {each.unit: each for each in found.communes}
    assert (rows[ONE].line.state, rows[ONE].line.late, rows[ONE].sound) == ("sent", False, True)
    assert (rows[TWO].line.state, rows[TWO].line.late) == ("none", True)
    assert rows[ONE].seen and rows[ONE].differs == () and (found.sent, found.late) == (1, 1)
    assert rows[ONE].told["dossiers.received"].now == 1

    arrived(one.db, unit=ONE, product__name="Chè xanh", dossier__received_on="2026-11-03")
    one.sync()
    province.sync()
    rows = {each.unit: each for each in consolidation.consolidate(province.db, MONTH).communes}
    assert rows[ONE].differs == ("dossiers.received",), "a record that came after the seal is seen"

    province.do(rules.save, Rules(month_day=26))
    province.sync()
    two.sync()
    assert rules.rules(two.db).month_day == 26 and rules.from_province(two.db)
    assert not periodic.open_report(two.db, MONTH).line.late
    run(two.db, lambda db: periodic.seal(db, MONTH))
    assert two.sync().digest_equal and province.sync().digest_equal
    assert consolidation.consolidate(province.db, MONTH).sent == 2


def test_what_another_pc_typed_after_the_seal_waits_until_it_is_opened_again(offices: Place) -> None:
    """Two PCs of one commune: one seals and sends while the other, offline, still types."""
    one, two = offices.pc("xa-1", "commune", ONE), offices.pc("xa-2", "commune", ONE)
    for pc in (one, two):
        pc.db.clock = lambda: NOW
    one.do(periodic.save_texts, MONTH, {"results": "Đạt."})
    one.sync()
    two.sync()
    two.do(periodic.save_texts, MONTH, {"difficulties": "Thiếu cán bộ.", "results": "Đạt khá."})
    one.do(periodic.seal, MONTH)
    assert one.sync().digest_equal
    sealed = periodic.open_report(one.db, MONTH)
    assert two.sync().rejected == 1
    assert two.sync().digest_equal and one.sync().received == 0
    for pc in (one, two):
        found = periodic.open_report(pc.db, MONTH)
        assert found.sound and found.digest == sealed.digest and found.texts == sealed.texts, "as it was sealed"
    assert found.left_out == {"difficulties": "Thiếu cán bộ.", "results": "Đạt khá."}
    two.do(periodic.reopen, MONTH, "Thêm khó khăn")
    found = periodic.open_report(two.db, MONTH)
    assert (found.texts["difficulties"], found.texts["results"]) == ("Thiếu cán bộ.", "Đạt.\nĐạt khá.")
    assert found.left_out == {} and two.sync().digest_equal
    two.do(periodic.seal, MONTH)
    assert two.sync().digest_equal and one.sync().digest_equal
    assert periodic.open_report(one.db, MONTH).line.revision == 2
