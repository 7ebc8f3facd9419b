"""Lists out: cells that count and sort, nothing of a person that no form asks for, and back in without a loss."""

import csv
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from ocop_desktop.actions.lists import exporting, writing
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.actions.test_lists import at_province, bring, office_list
from tests.kit.builders import Office, a_dossier, an_office


def filled(here: Office, folder: Path) -> None:
    at_province(here)
    bring(here, office_list(folder))


def test_the_provincial_list_has_its_22_columns_and_real_cells(here: Office, tmp_path: Path) -> None:
    filled(here, tmp_path)
    done = here.do(exporting.export, "products", tmp_path / "ra.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ra.xlsx").worksheets[0]
    heads = [cell.value for cell in sheet[5]]
    upper = [cell.value for cell in sheet[4]]
    assert len(heads) == 22
    assert (upper[0], upper[9], upper[21], upper[11], upper[16]) == (
        "TT", "Hạng sao hiện tại", "Ghi chú", "Lần 1", "Lần 2/nâng hạng",
    )  # fmt: skip
    assert heads[11:16] == ["Hạng", "Ngày", "Năm", "Số QĐ", "Cơ quan"]
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=6)}
    assert done.rows == len(rows) == 4
    tea = rows["Chè Shan tuyết"]
    assert (tea[9].value, tea[11].value, tea[12].value, tea[13].value) == (4, 4, datetime(2024, 3, 10), 2024)  # noqa: DTZ001
    assert tea[12].number_format == "dd/mm/yyyy"
    assert any(str(each).startswith("E") for each in sheet.merged_cells.ranges), "one producer over its products"


def test_what_goes_out_comes_back_in(here: Office, tmp_path: Path) -> None:
    filled(here, tmp_path)
    here.do(exporting.export, "products", tmp_path / "ra.xlsx")
    other = an_office(tmp_path / "khác")
    at_province(other)
    done = bring(other, tmp_path / "ra.xlsx")
    assert (done.products, done.recognitions) == (4, 4)

    def told(office: Office) -> set[tuple[object, ...]]:
        keys = ("product_name", "producer_name", "stars", "decision_no", "decided_on", "ends_on")
        return {tuple(each.body.get(key) for key in keys) for each in records.of_type(office.db, "recognition")}

    assert told(other) == told(here)
    other.close()


def test_ptnt_ocop_says_what_is_not_known(here: Office, tmp_path: Path) -> None:
    filled(here, tmp_path)
    done = here.do(exporting.export, "ptnt-ocop", tmp_path / "bảng.xlsx")
    book = openpyxl.load_workbook(tmp_path / "bảng.xlsx")
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == (
        "MA_OCOP", "Ma_DonViHanhChinh", "Ma_ThoiGian", "Ma_SanPham", "TenSanPham", "XepHang", "ChuTheSXKD",
        "DoanhThuNam", "TrangThai",
    )  # fmt: skip
    assert {row[5] for row in rows[1:]} <= {"3*", "4*", "5*"}
    assert [row[0] for row in rows[1:]] == list(range(1, len(rows)))
    assert any("chưa thấy bản gốc" in note for note in done.notes)
    assert "chưa thấy bản gốc" in str(book["Ghi chú"]["A1"].value)


def test_a_commune_exports_what_it_waits_for(here: Office, tmp_path: Path) -> None:
    bring(here, office_list(tmp_path))
    done = here.do(exporting.export, "products", tmp_path / "ra.xlsx")
    assert done.rows == 3
    assert any("chưa có quyết định" in note for note in done.notes)


def test_csv_opens_in_excel_and_runs_no_formula(here: Office, tmp_path: Path) -> None:
    a_dossier(here.db, product__name='=HYPERLINK("http://example.invalid")', producer__name="@SUM(A1)")
    here.do(exporting.export, "dossiers", tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    _head, row = csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";")
    assert row[1].startswith("'=") and row[2] == "'@SUM(A1)"
    here.do(exporting.export, "dossiers", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


def test_nothing_of_a_person_leaves_without_need(here: Office, tmp_path: Path) -> None:
    a_dossier(here.db, producer__ethnicity="Dao", producer__home_address="Thôn Tân Lập bí mật")
    for kind in exporting.LISTS:
        here.do(exporting.export, kind, tmp_path / f"{kind}.csv")
        text = (tmp_path / f"{kind}.csv").read_text("utf-8-sig")
        assert "bí mật" not in text
        assert "Dao" not in text
    lines = here.db.conn.execute("SELECT count(*) FROM journal WHERE what = 'list.exported'").fetchone()
    assert lines == (len(exporting.LISTS),)


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [
        ("gì đó", "a.xlsx", "export.kind"),
        ("products", "a.pdf", "export.format"),
        ("products", "gone/a.csv", "export.unwritable"),
    ],
)
def test_what_cannot_be_exported(here: Office, tmp_path: Path, kind: str, name: str, code: str) -> None:
    with pytest.raises(Refused, match=code.replace(".", r"\.")):
        here.do(exporting.export, kind, tmp_path / name)


def test_numbers_below_zero_are_no_formulas() -> None:
    assert [writing.guarded(text) for text in ("-12,5", "+84", "-A1", "=1", "chè")] == [
        "-12,5",
        "+84",
        "'-A1",
        "'=1",
        "chè",
    ]
