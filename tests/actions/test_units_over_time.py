"""A province's table of former communes: names, what they became, statistics by either; whole or not at all."""

from pathlib import Path

import pytest

from ocop_desktop.actions import gathering, listing, units_over_time
from ocop_desktop.errors import Refused
from ocop_desktop.storage import former_units
from ocop_desktop.storage.db import run
from tests.kit.builders import Office, a_dossier

OLD, NOW = "09997", "02545"
HEAD = "Mã cũ;Tên cũ;Huyện cũ;Mã mới;Đến ngày\n"


def table(folder: Path, *rows: str) -> Path:
    """A table as an office saves it from Excel: with a byte order mark and semicolons."""
    file = folder / "xã cũ.csv"
    file.write_text(HEAD + "\n".join(rows), encoding="utf-8-sig")
    return file


def test_a_record_keeps_its_unit_and_shows_todays(here: Office, tmp_path: Path) -> None:
    old, new = a_dossier(here.db, product__name="cũ"), a_dossier(here.db, product__name="mới")
    run(here.db, lambda db: db.conn.execute("UPDATE record SET unit = ? WHERE id = ?", (OLD, old)))
    run(here.db, lambda db: db.conn.execute("UPDATE dossier_row SET unit = ? WHERE id = ?", (OLD, old)))
    here.do(units_over_time.import_table, table(tmp_path, f"{OLD};Xã Bình Yên;Sơn Dương;{NOW};30/6/2025"))
    row = listing.row(here.db, old)
    assert row is not None and (row.unit, row.unit_name) == (OLD, "Xã Bình Yên (cũ)")
    assert len(listing.order(here.db, listing.Query(search="binh yen"))) == 1
    assert former_units.now(here.db, OLD) == NOW
    here.do(lambda db: db.conn.execute("UPDATE setting SET value = '\"province\"' WHERE key = 'office.level'"))
    made = {each.unit: each.count() for each in gathering.overview(here.db).communes}
    today = {each.unit: each.count() for each in gathering.overview(here.db, by="today").communes}
    assert made == {OLD: 1, NOW: 1}
    assert today == {NOW: 2}
    assert new


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (f"9997;Xã Bình Yên;;{NOW};", "units.code"),
        (f"{OLD};;;{NOW};", "units.code"),
        (f"{NOW};Xã Tân Trào;;{NOW};", "units.today"),
        (f"{OLD};Xã Bình Yên;;99999;", "units.now"),
        (f"{OLD};Xã Bình Yên;;{NOW};hôm qua", "units.day"),
    ],
)
def test_one_wrong_row_takes_nothing(here: Office, tmp_path: Path, row: str, code: str) -> None:
    good = f"09998;Xã Tú Thịnh;Sơn Dương;{NOW};"
    with pytest.raises(Refused) as refused:
        here.do(units_over_time.import_table, table(tmp_path, good, row))
    assert (refused.value.code, refused.value.details["row"]) == (code, 3)
    assert former_units.all_of(here.db) == {}
