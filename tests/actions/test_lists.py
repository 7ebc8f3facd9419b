"""Lists as offices keep them: titles, headings of two lines, merged producers, groups, sums, stars written in any way."""

import csv
import time
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ocop_desktop.actions.lists import marking, products, reading
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.domain.lists import cells
from ocop_desktop.domain.lists.columns import Kind
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records, settings
from ocop_desktop.storage.db import Db
from tests.kit.builders import Office

UNIT = "02545"


def at_province(here: Office) -> None:
    here.do(lambda db: settings.write(db, {"office.level": "province", "office.unit": "08"}))


def bring(
    here: Office, file: Path, kind: Kind = "products", *, dry_run: bool = False, copy: Path | None = None
) -> Taken:
    def action(db: Db) -> Taken:
        opened = reading.open_list(db, file, kind)
        taken = products.take(db, opened, opened.keys, dry_run=dry_run)
        if copy:
            marking.mark(opened, taken, copy)
        return taken

    return here.do(action)


def office_list(folder: Path) -> Path:
    """A list as a province keeps it: letterhead, merged headings of two lines, groups, a producer over three products."""
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Hướng dẫn điền biểu"])
    sheet = book.create_sheet("Danh sách")
    for row in (
        ["UBND TỈNH TUYÊN QUANG", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [],
        ["DANH SÁCH SẢN PHẨM OCOP ĐÃ ĐƯỢC CÔNG NHẬN (tính đến 31/10/2026)"],
        [],
        ["TT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Công nhận lần đầu", None, None, "Ghi chú"],
        [None, None, None, None, "Hạng sao", "Số quyết định", "Ngày quyết định", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
        ["I", "Xã Tân Trào"],
        [1, "Chè Shan tuyết", "HTX Sơn Trà", "Thôn Tân Lập", "4*", "QĐ số 812/QĐ-UBND", date(2024, 3, 10)],
        [2, "Chè ướp sen", None, None, "3 sao", "812/QĐ-UBND", "10/3/2024"],
        [3, "Trà túi lọc", None, None, "****", "QĐ 571/QĐ-UBND ngày 01/6/2024", None],
        ["II", "Phường Minh Xuân"],
        [4, "Mật ong", "Hộ kinh doanh Lan Anh", "Tổ 5", "bốn sao", "99/QĐ-UBND", 45361],
        [5, unicodedata.normalize("NFD", "Rượu ngô"), "Cty TNHH Núi Đá", None, "ba bốn", "99/QĐ-UBND", "tháng ba"],
        [None, "Tổng cộng: 05 sản phẩm"],
        [None, None, None, None, None, "Người lập biểu"],
    ):
        sheet.append(row)
    for merged in ("A3:H3", "E5:G5", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "H5:H6", "B8:H8", "C9:C11", "D9:D11"):
        sheet.merge_cells(merged)
    sheet.row_dimensions[11].hidden = True
    book.save(folder / "danh sách.xlsx")
    return folder / "danh sách.xlsx"


def test_a_list_as_a_province_keeps_it(here: Office, tmp_path: Path) -> None:
    at_province(here)
    file = office_list(tmp_path)
    done = bring(here, file)
    assert [(row.row, row.did) for row in done.rows] == [
        (7, "passed"),
        (8, "passed"),
        *((row, "made") for row in (9, 10, 11)),
        (12, "passed"),
        *((row, "made") for row in (13, 14)),
        (15, "passed"),
        (16, "passed"),
    ]
    assert (done.producers, done.products, done.recognitions) == (3, 5, 4)
    made = {str(each.body["name"]): each for each in records.of_type(here.db, "product")}
    assert len({made[name].body["producer"] for name in ("Chè Shan tuyết", "Chè ướp sen", "Trà túi lọc")}) == 1
    assert made["Chè Shan tuyết"].unit == UNIT, "the commune stands in a row above"
    assert made["Mật ong"].unit != UNIT
    by_product = {str(each.body["product_name"]): each.body for each in records.of_type(here.db, "recognition")}
    assert {name: body["stars"] for name, body in by_product.items()} == {
        "Chè Shan tuyết": 4, "Chè ướp sen": 3, "Trà túi lọc": 4, "Mật ong": 4,
    }  # fmt: skip
    assert {body["decided_on"] for body in by_product.values()} == {"2024-03-10", "2024-06-01"}
    assert by_product["Chè Shan tuyết"]["decision_no"] == "812/QĐ-UBND"
    (bad,) = [row for row in done.rows if row.row == 14]
    assert [(each.code, each.text) for each in bad.remarks] == [
        ("import.stars", "ba bốn"),
        ("field.date.unreadable", "tháng ba"),
    ]
    kept = made["Rượu ngô"].body
    assert (kept["unread.one.stars"], kept["unread.one.decided_on"]) == ("ba bốn", "tháng ba"), "nothing typed is lost"
    assert bring(here, file).count("known") == 5


def test_the_errors_stand_in_a_copy_beside_untouched_cells(here: Office, tmp_path: Path) -> None:
    at_province(here)
    file = office_list(tmp_path)
    before = file.read_bytes()
    bring(here, file, dry_run=True, copy=tmp_path / "bản sao.xlsx")
    assert file.read_bytes() == before
    old, new = (openpyxl.load_workbook(each)["Danh sách"] for each in (file, tmp_path / "bản sao.xlsx"))
    for row in old.iter_rows():
        for cell in row:
            assert new[cell.coordinate].value == cell.value, cell.coordinate
    assert new["I6"].value == "Kết quả nhập"
    assert "Cột Công nhận lần đầu Hạng sao: Chưa đọc được hạng sao" in str(new["I14"].value)
    assert new["I9"].value == "Nhập mới."
    assert {str(each) for each in new.merged_cells.ranges} == {str(each) for each in old.merged_cells.ranges}


def test_a_commune_keeps_what_it_may_and_says_so(here: Office, tmp_path: Path) -> None:
    done = bring(here, office_list(tmp_path))
    assert (done.products, done.recognitions, done.claims) == (3, 0, 3)
    assert {each.code for row in done.rows if row.did == "refused" for each in row.remarks} >= {"import.unit.other"}
    (tea,) = [each for each in records.of_type(here.db, "product") if each.body["name"] == "Chè Shan tuyết"]
    assert (tea.body["claim.stars"], tea.body["claim.decision_no"]) == (4, "812/QĐ-UBND")
    assert "import.claim.commune" in dict(done.remarks())


def test_a_list_of_producers(here: Office, tmp_path: Path) -> None:
    path = tmp_path / "chủ thể.csv"
    path.write_text(
        "STT;Tên chủ thể;Loại hình;Địa chỉ;SĐT\n1;HTX Sơn Trà;HTX;Thôn Tân Lập;0912 000 111\n2;Hợp tác xã Sơn Trà;;;\n3;;;;\n",
        "utf-8",
    )
    done = bring(here, path, "producers")
    assert [row.did for row in done.rows] == ["made", "known", "refused"]
    (one,) = records.of_type(here.db, "producer")
    assert (one.body["kind"], one.body["phone"]) == ("hop-tac-xa", "0912 000 111")


def test_columns_are_remembered_by_their_headings(here: Office, tmp_path: Path) -> None:
    path = tmp_path / "lạ.csv"
    path.write_text("Mặt hàng;Nơi làm;Bậc\nChè;HTX A;4 sao\nMật ong;HTX B;3\n", "utf-8")
    opened = here.do(reading.open_list, path, "products")
    assert opened.keys == ("", "", "")
    with pytest.raises(Refused, match=r"import\.no_columns"):
        here.do(products.take, opened, opened.keys)
    keys = reading.with_columns(opened, {0: "product.name", 1: "producer.name", 2: "one.stars"})
    here.do(reading.remember, opened, keys)
    again = here.do(reading.open_list, path, "products")
    assert (again.keys, again.known) == (keys, True)
    assert here.do(products.take, again, again.keys).products == 2


def test_nothing_half_imported_when_it_is_stopped(here: Office, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Tên sản phẩm;Chủ thể\n" + "".join(f"SP {i};HTX {i}\n" for i in range(300)), "utf-8")

    def stop(done: int, _of: int) -> None:
        if done >= 200:
            raise Refused("import.stopped")

    opened = here.do(reading.open_list, path, "products")
    with pytest.raises(Refused, match=r"import\.stopped"):
        here.do(products.take, opened, opened.keys, progress=stop)
    for table in ("record", "outbox", "producer_row"):
        assert here.db.conn.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_links_to_other_files_are_never_followed(here: Office, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Tên sản phẩm", "Chủ thể"])
    sheet.append(["Chè", "='[gia.xlsx]Sheet1'!A1"])
    sheet.append(['=HYPERLINK("http://example.invalid","Mật ong")', "HTX B"])
    book.save(tmp_path / "a.xlsx")
    done = bring(here, tmp_path / "a.xlsx")
    assert [[each.code for each in row.remarks] for row in done.rows] == [
        ["import.formula"],
        ["import.formula", "import.nameless"],
    ]


def test_a_producer_named_only_by_its_form_is_not_everybodys(here: Office, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Tên sản phẩm;Chủ thể\nMật ong;Hộ kinh doanh\nRượu ngô;Hộ kinh doanh\n", "utf-8")
    assert bring(here, path).producers == 2
    assert bring(here, path).count("known") == 2


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        *(("4*", 4), ("4 sao", 4), ("****", 4), ("bốn sao", 4), ("★★★", 3), ("OCOP 5 sao", 5), ("Hạng 3 sao", 3)),
        *(("4.0", 4), ("3", 3), ("Ba", 3), ("năm sao", 5), ("5 SAO", 5), ("", None), ("-", None), ("IV sao", 4)),
        *(("3 sao (cũ 4 sao)", 0), ("đạt", 0), ("6 sao", 0), ("34", 0), ("2024", 0)),
    ],
)
def test_stars_however_they_are_written(text: str, stars: int | None) -> None:
    if stars == 0:
        with pytest.raises(Refused, match=r"import\.stars"):
            cells.stars(text)
    else:
        assert cells.stars(text) == stars


@pytest.mark.parametrize(
    "text",
    [
        *("9/11/2026", "09.11.2026", "9-11-26", "2026-11-09", "ngày 09 tháng 11 năm 2026", "46335", "46335.0"),
        *("09/11/2026 00:00:00", "2026-11-09T07:30:00", " 9 / 11 / 2026 ", "ngày 9/11/2026"),
    ],
)
def test_days_however_they_are_written(text: str) -> None:
    assert cells.day(text) == "2026-11-09"


def test_twenty_thousand_rows_take_less_than_a_minute(here: Office, tmp_path: Path) -> None:
    count = 2_000  # a tenth here; the whole of it is measured by tests/bench/lists.py
    with (tmp_path / "lớn.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["TT", "Tên sản phẩm", "Chủ thể", "Hạng sao", "Số QĐ", "Ngày QĐ"])
        writer.writerows([i, f"Chè số {i}", f"HTX Thôn {i // 3}", "4*", "1/QĐ-UBND", "9/8/2026"] for i in range(count))
    at_province(here)
    began = time.process_time()
    assert bring(here, tmp_path / "lớn.csv").recognitions == count
    assert time.process_time() - began < 12


def test_a_zip_that_is_no_workbook(here: Office, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(Refused, match=r"import\.unreadable"):
        bring(here, tmp_path / "a.xlsx")
