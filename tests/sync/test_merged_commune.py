"""A commune is merged or renamed while its PCs are away."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_desktop import legal
from ocop_desktop.actions import dossiers
from ocop_desktop.errors import Refused, SyncError
from ocop_desktop.server.commands import run as terminal
from ocop_desktop.server.merging import merge_unit
from ocop_desktop.server.service import Service
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import run
from tests.sync.conftest import UNIT, Commune, TheProvince
from tests.sync.test_round import heads

Make = Callable[..., Commune]
# --- communes that are merged -----------------------------------------------------------------------------------------

OTHER, MERGED = "02569", "02269"


def test_a_commune_merged_while_a_pc_was_offline(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    """The old code is taken, everything stands under the new one with its history, and both communes see all of it."""
    here, there = commune("may-1"), commune("may-2", enrolled=False)
    there.enrol(province.address, province.code(OTHER))
    run(there.db, lambda db: settings.write(db, {"office.unit": OTHER}))
    before = here.receive("Trước khi gộp")
    here.attach(before, b"anh truoc khi gop")
    here.sync()
    theirs = there.receive("Của xã kia")
    there.sync()
    offline = here.receive("Viết lúc không có mạng")
    here.write(before, {"dossier.workers_total": 7})
    here.attach(before, b"anh sau khi gop", "06")
    service = Service(province.settings)
    try:
        for old in (UNIT, OTHER):
            service.store.write(lambda connection, old=old: merge_unit(connection, old, MERGED))  # type: ignore[misc]
        with pytest.raises(Refused) as again:
            service.store.write(lambda connection: merge_unit(connection, UNIT, OTHER))
        assert again.value.code == "unit.merged"
    finally:
        service.close()
    done = here.sync()
    assert (done.rejected, done.conflicts, done.files, done.digest_equal) == (0, 0, 1, True)
    assert there.sync().digest_equal and here.sync().digest_equal
    for pc in (here, there):
        for dossier in (before, theirs, offline):
            assert dossiers.open_dossier(pc.db, dossier).sync.state == "at_province"
        assert pc.values(before)["dossier.workers_total"] == 7
        assert pc.db.conn.execute("SELECT DISTINCT unit FROM record").fetchall() == [(MERGED,)]
    later = there.receive("Sau khi gộp")
    assert there.sync().digest_equal and here.sync().received == 3
    with sqlite3.connect(province.settings.data / "server.db") as known:
        assert known.execute("SELECT count(*) FROM history WHERE record = ?", (before,)).fetchone() >= (2,)
        assert known.execute("SELECT DISTINCT unit FROM records").fetchall() == [(MERGED,)]
    known.close()
    assert later in heads(province)
    assert settings.read(here.db, "office.unit_name") == legal.commune(MERGED).name  # type: ignore[union-attr]


def test_a_batch_frozen_before_the_merger_is_taken_under_the_old_code(
    commune: Make, province: TheProvince, one_try: None
) -> None:
    pc = commune()
    dossier = pc.receive("Cam sành")
    pc.sync()
    pc.write(dossier, {"dossier.workers_total": 3})
    province.line.fault = lambda head: "swallow" if b"/v1/sync/push" in head else None
    with pytest.raises(SyncError):
        pc.sync()
    province.line.fault = lambda head: None
    service = Service(province.settings)
    service.store.write(lambda connection: merge_unit(connection, UNIT, MERGED))
    service.close()
    pc.write(dossier, {"dossier.workers_total": 4})
    assert pc.sync().digest_equal
    assert heads(province)[dossier]["workers_total"] == 4


def test_the_terminal_names_a_merger(province: TheProvince, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(province.settings.data)
    assert terminal(["alias", UNIT, MERGED, "--data", data]) == 0
    assert MERGED in capsys.readouterr().out
    assert terminal(["alias", UNIT, OTHER, "--data", data]) == 1
    assert "gộp" in capsys.readouterr().err
    assert terminal(["alias", "12", OTHER, "--data", data]) == 1
