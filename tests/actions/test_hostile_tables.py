"""Tables that are brought to hurt: a few kilobytes that come to gigabytes of text or to minutes of nothing."""

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from ocop_desktop.actions import tables
from ocop_desktop.domain.sentences import sentence
from ocop_desktop.errors import Refused

SHEET, STRINGS, KINDS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"
_SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData>{}</worksheet>'
_STRINGS = '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
_KIND = (
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)


def book(folder: Path, rows: str, strings: str = "", more: str = "", **parts: str) -> Path:
    """A workbook with this sheet, these shared strings, and other parts in the place of its own."""
    plain, path = folder / "trống.xlsx", folder / "bảng.xlsx"
    empty = openpyxl.Workbook()
    empty.worksheets[0].append([1])
    empty.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {name: old.read(name).decode() for name in old.namelist()}
        kept[SHEET] = _SHEET.format(rows, more)
        if strings:
            kept[STRINGS] = _STRINGS.format(strings)
            kept[KINDS] = kept[KINDS].replace("</Types>", _KIND) if _KIND not in kept[KINDS] else kept[KINDS]
        kept |= {name.replace("__", "/").replace("_x", ".x"): text for name, text in parts.items()}
        for name, text in kept.items():
            new.writestr(name, text)
    return path


def row(number: int, cells: str) -> str:
    return f'<row r="{number}">{cells}</row>'


def shared(number: int, count: int) -> str:
    """A row of cells that all show the first shared string."""
    return row(number, "".join(f'<c r="{letter}{number}" t="s"><v>0</v></c>' for letter in "ABCDEFGH"[:count]))


def most_held() -> int:
    """MiB that this process held at most; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


BOMBS: dict[str, Callable[[Path], Path]] = {
    "a million texts of one letter": lambda folder: book(folder, shared(1, 1), "<si><t>x</t></si>" * 1_000_000),
    "one text of two million elements": lambda folder: book(
        folder, shared(1, 1), f"<si>{'<r><t>x</t></r>' * 500_000}</si>"
    ),
    "a text of 30,000 letters in 40,000 cells": lambda folder: book(
        folder, "".join(shared(number, 8) for number in range(1, 5_001)), f"<si><t>{'x' * 30_000}</t></si>"
    ),
    "a text longer than Excel writes": lambda folder: book(folder, shared(1, 1), f"<si><t>{'x' * 3_000_000}</t></si>"),
    "four million cells": lambda folder: book(folder, "".join(row(n, "<c/>" * 1000) for n in range(1, 4_101))),
    "a row of three million cells": lambda folder: book(folder, row(1, "<c/>" * 3_000_000)),
    "a million styles": lambda folder: book(folder, row(1, "<c/>"), xl__styles_xml="<s>" + "<x/>" * 2_000_000 + "</s>"),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_workbook_that_would_come_to_gigabytes_is_refused_in_seconds(kind: str, tmp_path: Path) -> None:
    path = BOMBS[kind](tmp_path)
    assert path.stat().st_size < 1_500_000
    held = most_held()
    began = time.process_time()
    with pytest.raises(Refused, match=r"import\.too_large") as refused:
        tables.sheets(path)
    assert time.process_time() - began < 15
    assert most_held() - held < 400
    assert "Hãy" in sentence(refused.value.code, refused.value.details)


def test_links_to_other_files_and_commands_are_read_as_their_last_result_and_never_followed(tmp_path: Path) -> None:
    """What stood in the cell when it was saved is what counts; nothing is opened, asked or run."""
    cells = (
        '<c r="A1" t="str"><f>[1]Sheet1!$A$1</f><v>Chè Shan</v></c>'
        '<c r="B1" t="str"><f>cmd|\' /C calc\'!A0</f><v>HTX</v></c>'
        '<c r="C1"><f>WEBSERVICE("http://127.0.0.1:9/x")</f></c>'
        '<c r="D1" t="str"><f>HYPERLINK("file:///etc/passwd","xem")</f><v>xem</v></c>'
    )
    link = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook/></externalLink>'
    )
    path = book(tmp_path, row(1, cells), xl__externalLinks__externalLink1_xml=link)
    [sheet] = tables.sheets(path)
    assert sheet.rows[0][1] == ("Chè Shan", "HTX", '=WEBSERVICE("http://127.0.0.1:9/x")', "xem")


def test_marks_of_a_sheet_are_found_in_time_that_grows_with_its_size(tmp_path: Path) -> None:
    """Tags that begin and never end: the search for merged cells must not begin again at each."""
    path = book(tmp_path, row(1, '<c r="A1" t="inlineStr"><is><t>x</t></is></c>'))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/nothing.bin", b"<mergeCell " * 200_000 + b">")
    began = time.process_time()
    with zipfile.ZipFile(path) as archive:
        assert tables._marks(archive, "xl/nothing.bin") == (set(), [])
    assert time.process_time() - began < 5
