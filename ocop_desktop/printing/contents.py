"""The first pages of an electronic dossier: what is in it, on which page, and in which file."""

from collections.abc import Sequence
from dataclasses import dataclass

from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import one_line
from ocop_desktop.printing import fonts
from ocop_desktop.printing.layout import Sheet
from ocop_desktop.printing.office import Office
from ocop_desktop.printing.pages import Paper, to_pdf
from ocop_desktop.printing.typeset import Align, Run

TITLE = "MỤC LỤC HỒ SƠ ĐIỆN TỬ"
NOT_INSIDE = "trong tệp ZIP"
"""In place of a page: a file that is no page, such as a film or a table."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One document. ``page`` is its first, 0 for what is only in the ZIP."""

    title: str
    file: str
    page: int
    pages: int


def render(product: str, producer: str, entries: Sequence[Entry], office: Values) -> bytes:
    """The PDF. The same arguments give the same bytes; the number of pages does not hang on the numbers in it."""
    family = fonts.choose(str(office.get("office.font") or ""))
    sheet, at = Sheet(family, 13), Office(office)
    units = sheet.heading(at.agency)
    units += sheet.title(TITLE, one_line(product), before=16)
    made = f"Chủ thể: {one_line(producer)}. Mã kiểm tra (SHA-256) của từng tệp ở tệp manifest.json trong tệp ZIP."
    units += sheet.paragraph([Run(made, size=12)], size=12, first=0, before=10, with_next=True)
    rows = [
        (
            str(number),
            one_line(each.title),
            each.file,
            f"{each.page}" if each.page else NOT_INSIDE,
            str(each.pages or ""),
        )
        for number, each in enumerate(entries, start=1)
    ]
    columns: list[tuple[str, float, Align]] = [("STT", 12, "center"), ("Tài liệu", 72, "left"), ("Tệp", 43, "left"), ("Trang", 20, "center"),
               ("Số trang", 18, "center")]  # fmt: skip
    units += sheet.table(columns, rows, size=11, before=8)
    return to_pdf(family, units, Paper(title=f"Mục lục hồ sơ: {one_line(product)}", author=one_line(at.agency)))
