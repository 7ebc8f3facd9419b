"""A list that comes in at the province reaches the commune; a commune's own import and its merge reach the province."""

from pathlib import Path

import pytest

from ocop_desktop.actions import duplicates
from ocop_desktop.actions.lists import products, reading
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.actions.products import register
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db, run
from tests.flows.test_province_desk import ONE, Pc, Place, place

__all__ = ["place"]

HEAD = "TT;Tên sản phẩm;Chủ thể;Xã;Hạng sao;Số QĐ;Ngày QĐ\n"


def bring(pc: Pc, file: Path, rows: str) -> Taken:
    file.write_text(HEAD + rows, "utf-8")

    def action(db: Db) -> Taken:
        opened = reading.open_list(db, file, "products")
        return products.take(db, opened, opened.keys)

    return run(pc.db, action)


@pytest.mark.usefixtures("place")
def test_both_ways(place: Place, tmp_path: Path) -> None:
    province = Pc(place, "tinh", "province", "08", "08")
    commune = Pc(place, "xa", "commune", ONE, ONE)
    rows = "1;Chè Shan tuyết;HTX Sơn Trà;Xã Tân Trào;4*;812/QĐ-UBND;10/3/2024\n2;Mật ong;HTX B;Xã Không Còn;3*;9/QĐ-UBND;1/8/2026\n"
    assert bring(province, tmp_path / "tinh.csv", rows).recognitions == 2
    province.sync()
    assert province.db.conn.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
    assert province.db.conn.execute("SELECT count(*) FROM held").fetchone() == (0,)
    commune.sync()
    (tea,) = register.products(commune.db)
    assert (tea.name, tea.standing.stars, tea.producer) == ("Chè Shan tuyết", 4, "HTX Sơn Trà")
    # The commune brings its own list: what it has is known, what is new waits for a recognition.
    taken = bring(
        commune, tmp_path / "xa.csv", "1;Chè Shan tuyết;Hợp tác xã Sơn Trà;;4*;;\n2;Chè xanh;HTX Sơn Tra;;3*;;\n"
    )
    assert [row.did for row in taken.rows] == ["known", "made"]
    (suspect,) = [each for each in duplicates.whole_area(commune.db).suspects if each.kind == "producer"]
    run(commune.db, lambda db: duplicates.merge(db, suspect.one.id, suspect.other.id, "Cùng một hợp tác xã"))
    commune.sync()
    assert commune.db.conn.execute("SELECT count(*) FROM held").fetchone() == (0,)
    province.sync()
    lost = records.get(province.db, suspect.other.id)
    assert lost.body["merged.into"] == suspect.one.id
    green = next(each for each in records.of_type(province.db, "product") if each.body["name"] == "Chè xanh")
    assert (green.body["producer"], green.body["claim.stars"]) == (suspect.one.id, 3)
