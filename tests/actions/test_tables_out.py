"""Every table of the program leaves by one way: as .xlsx, .ods or CSV, with real days and numbers and nothing sensitive."""

import csv
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from ocop_desktop.actions import listing, register
from ocop_desktop.actions.lists import exporting, screens
from ocop_desktop.actions.lists.table import Made
from ocop_desktop.actions.programme import loading, plans
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db
from tests.kit.builders import Office, a_dossier

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def out(here: Office, make: Callable[[Db], Made], path: Path) -> Path:
    here.do(exporting.take_out, "thử", make, path)
    return path


def rows(path: Path) -> list[list[object]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(at for at, row in enumerate(found) if row[0] in {"TT", "Bảng", "Số, ký hiệu văn bản"})
    return found[head:]


def test_the_dossiers_on_screen_and_nothing_of_a_person(here: Office, tmp_path: Path) -> None:
    a_dossier(here.db, product__name="Chè Shan", producer__phone="0912 345 678", producer__representative="Ma Văn Kín")
    a_dossier(here.db, product__name="Mật ong")
    query = listing.Query(search="che shan")
    found = rows(out(here, lambda db: screens.dossiers(db, query), tmp_path / "a.xlsx"))
    assert [row[1] for row in found] == ["Tên sản phẩm", "Chè Shan"]
    assert isinstance(found[1][6], datetime)
    for ending in ("xlsx", "ods", "csv"):
        path = out(here, lambda db: screens.dossiers(db, query), tmp_path / f"b.{ending}")
        data = path.read_bytes()
        if ending == "xlsx":
            data = str(rows(path)).encode()
        elif ending == "ods":
            with zipfile.ZipFile(path) as archive:
                data = archive.read("content.xml")
        assert "Chè Shan".encode() in data
        assert b"345 678" not in data and "Ma Văn Kín".encode() not in data
    with pytest.raises(Refused, match=r"export\.format"):
        out(here, lambda db: screens.dossiers(db, query), tmp_path / "a.pdf")
    said = here.db.conn.execute("SELECT count(*) FROM journal WHERE what = 'list.exported'").fetchone()
    assert said == (4,)


def test_an_ods_holds_days_and_numbers(here: Office, tmp_path: Path) -> None:
    a_dossier(here.db, product__name="Chè & <Shan>", dossier__received_on="2026-11-20")
    path = out(here, lambda db: screens.deadlines(db, date(2026, 12, 1)), tmp_path / "lịch.ods")
    with zipfile.ZipFile(path) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        root = ElementTree.fromstring(archive.read("content.xml"))
    kinds = [cell.get(f"{_OFFICE}value-type") for cell in root.iter(f"{_TABLE}table-cell")]
    assert {"date", "float", "string"} <= set(kinds)
    days = {cell.get(f"{_OFFICE}date-value") for cell in root.iter(f"{_TABLE}table-cell")} - {None}
    assert days and all(str(day).startswith("2026-12-") for day in days)
    assert "Chè & <Shan>" in "".join(root.itertext())
    widths = {len(row.findall(f"{_TABLE}table-cell")) for row in root.iter(f"{_TABLE}table-row")}
    assert max(widths) == 9


def test_the_days_that_come_and_the_register(here: Office, tmp_path: Path) -> None:
    a_dossier(here.db, dossier__received_on="2026-11-09")
    coming = rows(out(here, screens.deadlines, tmp_path / "a.xlsx"))
    assert "Hạn 15 ngày làm việc để xã gửi báo cáo và đề nghị" in [row[2] for row in coming]
    fields = {"number": "7", "issued_on": "2026-11-09", "kind": "Công văn", "summary": "Mời họp", "symbol": "UBND"}
    here.do(register.save_letter, fields)
    found = rows(out(here, lambda db: screens.outgoing(db, 2026), tmp_path / "b.xlsx"))
    assert len(found[0]) == 10 and "7/UBND" in str(found[1][0])
    assert found[1][1] == datetime(2026, 11, 9)  # noqa: DTZ001 - Excel knows no time zones


def test_the_parts_of_a_plan_have_its_figures_as_numbers(here: Office, tmp_path: Path) -> None:
    plan = here.do(loading.import_plan, loading.sample_file("kon-tum")).created
    assert plan is not None
    page = plans.open_plan(here.db, plan)
    sizes = {"tasks": len(page.tasks), "targets": len(page.targets), "events": len(page.events)}
    sizes["money"] = sum(len(table.lines) for table in page.tables)
    for part, count in sizes.items():

        def make(db: Db, part: str = part) -> Made:
            return screens.plan(db, plan, part)

        assert len(rows(out(here, make, tmp_path / f"{part}.xlsx"))) == count + 1, part
    money = rows(tmp_path / "money.xlsx")
    assert any(isinstance(cell, int) and cell > 1_000_000_000 for row in money for cell in row)
    targets = rows(tmp_path / "targets.xlsx")
    assert {row[3] for row in targets if row[2] == "%"} & {50, 30, 20, 10}, "shares as per cent, not hundredths"
    out(here, lambda db: screens.plan(db, plan, "money"), tmp_path / "m.csv")
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.reader(stream, delimiter=";"))) == sizes["money"] + 1
