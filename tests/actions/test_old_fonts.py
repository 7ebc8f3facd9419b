"""Lists written for the fonts of before Unicode (TCVN3) are read as the words they are, and a sentence says so."""

import csv
from pathlib import Path

import openpyxl
import pytest

from ocop_desktop.actions.lists import bringing, marking, reading
from ocop_desktop.domain.lists import old_fonts
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit.builders import Office

_BACK = {letter: chr(code) for code, letter in old_fonts.TCVN3.items()}
ROWS = [
    ["Tên sản phẩm", "Chủ thể", "Hạng sao"],
    ["Chè Shan tuyết Khau Mút", "Hợp tác xã Sơn Trà", "bốn sao"],
    ["Mật ong bạc hà", "Hộ kinh doanh Đặng Thị Hường", "3 sao"],
    ["Rượu ngô men lá", "Tổ hợp tác Phúc Sơn", "3 sao"],
]


def old(text: str) -> str:
    return "".join(_BACK.get(char, char) for char in text)


def as_workbook(folder: Path, rows: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / "cũ.xlsx")
    return folder / "cũ.xlsx"


def as_bytes(folder: Path, rows: list[list[str]]) -> Path:
    (folder / "cũ.csv").write_bytes("\n".join(";".join(map(old, row)) for row in rows).encode("latin-1"))
    return folder / "cũ.csv"


@pytest.mark.parametrize("way", ["xlsx", "csv", "utf8"])
def test_an_old_list_is_read_as_its_words(here: Office, tmp_path: Path, way: str) -> None:
    if way == "xlsx":
        file = as_workbook(tmp_path, [list(map(old, row)) for row in ROWS])
    elif way == "csv":
        file = as_bytes(tmp_path, ROWS)
    else:
        file = tmp_path / "cũ.csv"
        file.write_text("\n".join(";".join(map(old, row)) for row in ROWS), "utf-8")
    opened = here.do(reading.open_list, file, "products")
    assert opened.listed.old_font
    assert opened.keys == ("product.name", "producer.name", "one.stars")
    done = here.do(bringing.take, opened, opened.keys)
    assert done.count("made") == 3
    assert [each.body["name"] for each in records.of_type(here.db, "product")] == [row[0] for row in ROWS[1:]]
    before = file.read_bytes()
    here.do(lambda db: marking.mark(opened, done, tmp_path / f"bản sao{file.suffix}"))
    assert file.read_bytes() == before


def test_what_is_unicode_stays_as_it_is(here: Office, tmp_path: Path) -> None:
    file = as_workbook(tmp_path, [*ROWS, ["Bánh gai Tứ Trụ (lò Đức Giang) §3 «mới»", "Hộ Ý Nhi", "4 sao"]])
    opened = here.do(reading.open_list, file, "products")
    assert not opened.listed.old_font
    assert opened.listed.lines[-1].cells[0].startswith("Bánh gai Tứ Trụ (lò Đức Giang) §3")


def test_a_list_half_old_half_new_loses_nothing(here: Office, tmp_path: Path) -> None:
    rows = [ROWS[0], *[[old(cell) for cell in row] for row in ROWS[1:]] * 2, ["Cà phê Hùng", "HTX Bình Thuận", "3 sao"]]
    opened = here.do(reading.open_list, as_workbook(tmp_path, rows), "products")
    names = [line.cells[0] for line in opened.listed.lines]
    assert names == [row[0] for row in ROWS[1:]] * 2 + ["Cà phê Hùng"]


def test_another_old_encoding_is_still_refused(here: Office, tmp_path: Path) -> None:
    (tmp_path / "khác.csv").write_bytes("\n".join(";".join(row) for row in ROWS * 5).encode("cp1258", "replace"))
    with pytest.raises(Refused, match=r"import\.encoding"):
        here.do(reading.open_list, tmp_path / "khác.csv", "products")
    with (tmp_path / "pháp.csv").open("w", encoding="latin-1", newline="") as stream:
        csv.writer(stream).writerows([["Tên", "année"], *[["café crème", "Noël à Pâques, où ça"]] * 9])
    with pytest.raises(Refused, match=r"import\."):
        here.do(reading.open_list, tmp_path / "pháp.csv", "products")


def test_every_letter_has_its_code() -> None:
    small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    assert sorted(old_fonts.TCVN3.values()) == sorted([*small, *"ĂÂÊÔƠƯĐ"])
