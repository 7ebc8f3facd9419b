"""Tables as offices have them: nothing half imported, nothing typed lost, nothing unbounded."""

import io
import time
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from ocop_desktop.actions import dossiers, listing
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.listing import Query
from ocop_desktop.actions.lists import bringing, reading
from ocop_desktop.actions.lists.outcome import Remark, Taken
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db
from tests.kit.builders import Office

HEAD = "STT;Tên sản phẩm;Tên chủ thể;Loại hình;Bộ;Địa chỉ;Điện thoại;Năm;Ngày nhận;Ghi chú"
ROW = "1;Chè Shan tuyết;HTX Sơn Trà;Hợp tác xã;11;Xã Tân Trào;0912 000 111;2026;9/11/2026;ghi chú"


def file(folder: Path, text: str, encoding: str = "utf-8", name: str = "bảng.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def take(here: Office, path: Path, **named: bool) -> Taken:
    def action(db: Db) -> Taken:
        opened = reading.open_list(db, path, "dossiers")
        return bringing.take(db, opened, opened.keys, **named)  # type: ignore[arg-type]

    return here.do(action)


def problems(done: Taken) -> list[tuple[int, Remark]]:
    return [(row.row, remark) for row in done.rows for remark in row.remarks if remark.column]


def refused(here: Office, path: Path) -> str:
    with pytest.raises(Refused) as caught:
        take(here, path)
    assert here.db.conn.execute("SELECT count(*) FROM record").fetchone() == (0,)
    return caught.value.code


def pages(here: Office) -> list[dossiers.DossierPage]:
    numbers = listing.order(here.db, Query(sort="product"))
    return [dossiers.open_dossier(here.db, row.id) for row in listing.rows(here.db, numbers)]


def workbook(folder: Path, rows: list[list[object]], name: str = "bảng.xlsx") -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / name)
    return folder / name


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (f"{HEAD}\n{ROW}\n", "utf-8"),
        (f"{HEAD}\n{ROW}\n", "utf-8-sig"),
        (f"{HEAD}\r\n{ROW}\r\n\r\n;;;;\r\n", "utf-8"),
        (f"{HEAD}\n{ROW}", "utf-16"),
        (f"{HEAD}\n{ROW}\n".replace(";", "\t"), "utf-16"),
        (f"{HEAD}\n{ROW}\n".replace(";", ","), "utf-8"),
        (f"UBND XÃ TÂN TRÀO, TỈNH TUYÊN QUANG\nDANH SÁCH, SẢN PHẨM, OCOP, NĂM, 2026\n\n{HEAD}\n{ROW}\n", "utf-8"),
        (f"{HEAD.replace('Tên sản phẩm', 'TÊN  SẢN PHẨM (*)')}\n{ROW}\n", "utf-8"),
        (f"{HEAD}\n{ROW.replace('Xã Tân Trào', chr(34) + 'Xã Tân Trào' + chr(34))}\n", "utf-8"),
    ],
)
def test_a_table_is_read_however_it_was_saved(here: Office, tmp_path: Path, text: str, encoding: str) -> None:
    done = take(here, file(tmp_path, text, encoding))
    assert [(row.did, row.remarks) for row in done.rows] == [("made", ())]
    (page,) = pages(here)
    expected = {
        "product.name": "Chè Shan tuyết",
        "producer.name": "HTX Sơn Trà",
        "producer.kind": "hop-tac-xa",
        "product.set": "che-tuoi-che-che-bien",
        "producer.address": "Xã Tân Trào",
        "dossier.year": 2026,
        "dossier.received_on": "2026-11-09",
        "dossier.note": "ghi chú",
    }
    assert {key: page.values[key] for key in expected} == expected
    assert page.unparsed == {}


def test_text_in_pieces_is_the_same_text(here: Office, tmp_path: Path) -> None:
    import unicodedata

    take(here, file(tmp_path, f"{HEAD}\n{ROW}\n"))
    done = take(here, file(tmp_path, unicodedata.normalize("NFD", f"{HEAD}\n{ROW}\n")))
    assert (done.count("made"), done.count("known")) == (0, 1)


def test_twice_brings_nothing_new(here: Office, tmp_path: Path) -> None:
    path = file(tmp_path, f"{HEAD}\n{ROW}\n{ROW}\n;Chè lên men;HTX SƠN TRÀ;;;Xã Tân Trào;;2026;;\n")
    assert (take(here, path).count("made"), take(here, path).count("known")) == (2, 3)
    assert len({dossiers.producer_of(here.db, page.id) for page in pages(here)}) == 1, "one producer, two products"


def test_a_dry_run_says_the_same_and_writes_nothing(here: Office, tmp_path: Path) -> None:
    path = file(tmp_path, f"{HEAD}\n{ROW}\n;;;;99;;;;;x\n")
    dry = take(here, path, dry_run=True)
    assert pages(here) == []
    assert dry.changes == Changes()
    done = take(here, path)
    assert replace(done, changes=dry.changes, numbered=dry.numbered) == dry
    assert done.changes.outbox
    assert done.changes.dossiers == {page.id for page in pages(here)}


def test_what_cannot_be_read_in_a_row_is_named_and_kept_as_typed(here: Office, tmp_path: Path) -> None:
    row = "7;Mật ong;Cơ sở Mai Lan;chưa rõ;99;Bản Mòn;không có;năm ngoái;31/2/2026;"
    done = take(here, file(tmp_path, f"{HEAD}\n{row}\n"))
    assert done.count("made") == 1
    assert [(row, p.column, p.text) for row, p in problems(done)] == [
        (2, "Loại hình", "chưa rõ"),
        (2, "Bộ", "99"),
        (2, "Điện thoại", "không có"),
        (2, "Năm", "năm ngoái"),
        (2, "Ngày nhận", "31/2/2026"),
    ]
    (page,) = pages(here)
    assert page.unparsed == {
        "producer.kind": "chưa rõ",
        "product.set": "99",
        "producer.phone": "không có",
        "dossier.year": "năm ngoái",
        "dossier.received_on": "31/2/2026",
    }
    assert take(here, file(tmp_path, f"{HEAD}\n{row}\n")).count("known") == 1


def test_a_day_before_every_rule_stops_its_cell_and_not_the_table(here: Office, tmp_path: Path) -> None:
    done = take(here, file(tmp_path, f"{HEAD}\n{ROW}\n{ROW.replace('9/11/2026', '12/3/2001').replace('Chè', 'Trà')}\n"))
    assert done.count("made") == 2
    assert [(row, p.code) for row, p in problems(done)] == [(3, "legal.no_regime")]


def test_the_kind_of_producer_is_read_from_its_name(here: Office, tmp_path: Path) -> None:
    names = ["HTX A", "Tổ hợp tác B", "Công ty TNHH C", "Hộ kinh doanh D", "Bà Sen"]
    take(here, file(tmp_path, "Sản phẩm,Chủ thể\n" + "".join(f"SP {name},{name}\n" for name in names)))
    kinds = {page.values["producer.name"]: page.values.get("producer.kind") for page in pages(here)}
    assert kinds == {
        "HTX A": "hop-tac-xa", "Tổ hợp tác B": "to-hop-tac", "Công ty TNHH C": "doanh-nghiep",
        "Hộ kinh doanh D": "ho-kinh-doanh", "Bà Sen": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "import.no_columns"),
        (b"a,b,c\n1,2,3\n", "import.no_columns"),
        ("Tên sản phẩm;Tên chủ thể\n".encode(), "import.empty"),
        ("Tên sản phẩm;Tên chủ thể\nChè;HTX".encode("cp1258", "replace"), "import.encoding"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "import.old_excel"),
        (b"%PDF-1.7\x00\x00", "import.kind"),
        (b"PK\x03\x04" + b"\x00" * 100, "import.unreadable"),
        (b"\xff\xfeA", "import.encoding"),
        (b'Ten san pham,x\n"' + b"a" * 200_000, "import.unreadable"),
    ],
)
def test_what_is_no_table_changes_nothing(here: Office, tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "bảng"
    path.write_bytes(data)
    assert refused(here, path) == code


def test_what_is_no_file_changes_nothing(here: Office, tmp_path: Path) -> None:
    assert refused(here, tmp_path) == "import.unreadable"
    assert refused(here, tmp_path / "gone.csv") == "import.unreadable"
    assert refused(here, Path("/dev/zero")) == "import.unreadable"
    with (tmp_path / "big.csv").open("wb") as big:
        big.truncate(4 * 1024**3)
    assert refused(here, tmp_path / "big.csv") == "import.too_large"


def test_a_fault_half_way_leaves_nothing(here: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, "Sản phẩm,Chủ thể\n" + "".join(f"SP {i},HTX {i}\n" for i in range(20)))
    ids = iter(range(30))
    here.db.new_id = lambda: f"id-{next(ids)}"  # runs out in the middle of the table
    with pytest.raises(StopIteration):
        take(here, path)
    for table in ("record", "outbox", "journal", "dossier_row", "producer_row", "unparsed"):
        kept = here.db.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert kept == (1 if table == "journal" else 0), table  # the journal knows the set-up


def test_excel_cells_of_every_kind(here: Office, tmp_path: Path) -> None:
    head: list[object] = [
        "Tên sản phẩm",
        "Chủ thể",
        "Bộ",
        "Năm",
        "Ngày nhận",
        "Điện thoại",
        *[f"cột {i}" for i in range(100)],
    ]
    moment = datetime(2026, 11, 9, 7, 30)  # noqa: DTZ001 - Excel knows no time zones
    path = workbook(tmp_path, [
        ["DANH SÁCH SẢN PHẨM"], [], head,
        ["Chè A", "HTX A", 11.0, 2026.0, moment, 912000111, *range(100)],
        ["Chè B", "HTX B", "11", "2026", date(2026, 11, 9), "0912 000 111"],
        [None, None, None, 2026],
        ["Chè C", "HTX C", "11 Chè tươi, chè chế biến", None, "09/11/2026"],
        [True, 3.5],
    ])  # fmt: skip
    done = take(here, path)
    assert (len(done.rows), done.count("made"), done.count("refused"), problems(done)) == (5, 4, 1, [])
    found = {str(page.values["product.name"]): page.values for page in pages(here)}
    assert {found[name]["dossier.received_on"] for name in ("Chè A", "Chè B", "Chè C")} == {"2026-11-09"}
    assert {found[name]["product.set"] for name in ("Chè A", "Chè B", "Chè C")} == {"che-tuoi-che-che-bien"}
    assert (found["Chè A"]["dossier.year"], found["Chè A"]["producer.phone"]) == (2026, "912000111")


def test_a_formula_without_a_result_is_named_not_passed_over(here: Office, tmp_path: Path) -> None:
    path = workbook(
        tmp_path, [["Tên sản phẩm", "Chủ thể"], ["Chè A", '="HTX "&"A"'], ["=A2", None], ["Chè B", "HTX B"]]
    )
    done = take(here, path)
    assert [(row, p.column, p.code) for row, p in problems(done)] == [
        (2, "Chủ thể", "import.formula"),
        (3, "Tên sản phẩm", "import.formula"),
    ]
    assert (done.count("made"), done.count("refused")) == (2, 1)
    assert pages(here)[0].unparsed == {"producer.name": '="HTX "&"A"'}


def test_the_list_may_stand_behind_a_sheet_of_instructions(here: Office, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Hướng dẫn: điền vào trang sau"])
    sheet = book.create_sheet("Danh sách")
    sheet.append(["Tên sản phẩm"])
    sheet.append(["Chè A"])
    book.save(tmp_path / "a.xlsx")
    assert take(here, tmp_path / "a.xlsx").count("made") == 1


def patched(path: Path, part: str, data: bytes) -> Path:
    """The same workbook with one part replaced."""
    out = path.with_name("đã sửa.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, data if name == part else old.read(name))
    return out


SHEET = "xl/worksheets/sheet1.xml"
_XML = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def cell(at: str, text: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(rows: str, size: str = "A1:B3") -> bytes:
    return f'{_XML}<dimension ref="{size}"/><sheetData>{rows}</sheetData></worksheet>'.encode()


def test_a_wrong_size_in_the_file_hides_nothing(here: Office, tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", "Tên sản phẩm")}{cell("B1", "Chủ thể")}</row><row r="2">{cell("A2", "Chè")}{cell("B2", "HTX")}</row>'
    path = patched(workbook(tmp_path, [["x"]]), SHEET, sheet(rows, "A1"))
    assert take(here, path).count("made") == 1
    assert pages(here)[0].values["producer.name"] == "HTX"


def test_a_million_empty_rows_cost_no_time(here: Office, tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", "Tên sản phẩm")}</row><row r="2">{cell("A2", "Chè")}</row>'
    rows += "".join(f'<row r="{n}"/>' for n in range(3, 100_000)) + '<row r="1048576"/>'
    path = patched(workbook(tmp_path, [["x"]]), SHEET, sheet(rows, "A1:XFD1048576"))
    began = time.process_time()
    assert take(here, path).count("made") == 1
    far = f'<row r="1">{cell("A1", "Tên sản phẩm")}</row><row r="2">{cell("A2", "Chè hai")}</row><row r="99999999999"/>'
    assert take(here, patched(workbook(tmp_path, [["x"]]), SHEET, sheet(far))).count("made") == 1
    assert time.process_time() - began < 10


def test_a_zip_bomb_is_refused_before_it_opens(here: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path, [["x"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as bomb, bomb.open("xl/sharedStrings.xml", "w") as part:
        for _ in range(160):
            part.write(b"x" * 1024 * 1024)
    assert path.stat().st_size < 1_000_000
    began = time.process_time()
    assert refused(here, path) == "import.too_large"
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<worksheet>",
        b"\x00" * 50,
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>',
        sheet('<row r="x"><c r="?"/></row>'),
        sheet('<row r="1"><c r="A1" t="s"><v>999999</v></c></row>'),
    ],
)
def test_a_broken_workbook_is_refused(here: Office, tmp_path: Path, data: bytes) -> None:
    path = patched(workbook(tmp_path, [["x"]]), SHEET, data)
    assert refused(here, path) in {"import.unreadable", "import.no_columns"}


def test_other_zip_files_are_no_workbooks(here: Office, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    (tmp_path / "a.xlsx").write_bytes(buffer.getvalue())
    assert refused(here, tmp_path / "a.xlsx") == "import.unreadable"


def test_many_products_of_one_producer_take_no_longer(here: Office, tmp_path: Path) -> None:
    rows = "".join(f"Sản phẩm {i},HTX Một,0912 000 {i:03}\n" for i in range(300))
    began = time.process_time()
    assert take(here, file(tmp_path, f"Tên sản phẩm,Tên chủ thể,Điện thoại\n{rows}")).count("made") == 300
    assert time.process_time() - began < 6


def test_a_thousand_rows_take_seconds(here: Office, tmp_path: Path) -> None:
    rows = "".join(f"Sản phẩm {i},HTX {i % 200},Xã {i % 50}\n" for i in range(1000))
    path = file(tmp_path, f"Tên sản phẩm,Tên chủ thể,Địa chỉ\n{rows}")
    began = time.process_time()
    assert take(here, path).count("made") == 1000
    assert time.process_time() - began < 20
    assert len(listing.order(here.db, Query(search="san pham"))) == 1000


def test_a_days_work_gets_its_numbers_and_a_register_of_the_past_does_not(here: Office, tmp_path: Path) -> None:
    rows = "\n".join(
        f"Chè {n};HTX {n};{day}" for n, day in enumerate(("09/11/2026", "10/11/2026", "01/03/2024"), start=1)
    )
    done = take(here, file(tmp_path, f"tên sản phẩm;tên chủ thể;ngày nhận\n{rows}\n"))
    given = [str(page.values.get("dossier.reception_no") or "") for page in pages(here)]
    assert done.numbered == 2 and len({each for each in given if each}) == 2
    assert [page.values.get("product.code") for page in pages(here)].count(None) == 1


def test_a_producer_known_from_a_list_before_is_taken_and_told_what_it_lacked(here: Office, tmp_path: Path) -> None:
    take(here, file(tmp_path, f"{HEAD}\n{ROW}\n"))
    done = take(
        here, file(tmp_path, "Tên sản phẩm;Tên chủ thể;Địa chỉ;Email\nChè đen;HTX Sơn Trà;Xã Tân Trào;a@htx.vn\n")
    )
    assert (done.dossiers, done.producers) == (1, 0)
    assert {page.values["producer.email"] for page in pages(here)} == {"a@htx.vn"}


def test_a_row_of_another_commune_is_named_unless_it_is_wanted(here: Office, tmp_path: Path) -> None:
    path = file(tmp_path, "Tên sản phẩm;Tên chủ thể;Xã\nChè;HTX A;Phường Minh Xuân\n")
    (row,) = take(here, path).rows
    assert (row.did, row.remarks[-1].code) == ("refused", "import.unit.other")
    assert take(here, path, everywhere=True).count("made") == 1
    assert pages(here)[0].values["producer.address"] == "Phường Minh Xuân"
