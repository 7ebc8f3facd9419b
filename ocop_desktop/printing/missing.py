"""The sheet for a producer whose dossier is not complete: which papers are missing, and what the form asks of each."""

from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm

from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import clean, one_line, show_date
from ocop_desktop.printing import fonts
from ocop_desktop.printing.layout import Sheet
from ocop_desktop.printing.office import Office
from ocop_desktop.printing.pages import Paper, Unit, Volume, finished, onto_pages
from ocop_desktop.printing.typeset import Run

TITLE = "PHIẾU YÊU CẦU BỔ SUNG HỒ SƠ"
_SIZES = ((13.0, 12.0), (13.0, 11.0), (12.0, 10.0))
"""Points of the text and of the table: the first that fits on one page, else the last."""
SUBJECT = "Đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP"


@dataclass(frozen=True, kw_only=True)
class MissingPaper:
    """One paper that is not there. ``number`` is its row in the form ("05", or "Mẫu 01"), ``requirement`` the form's
    own words."""

    number: str
    name: str
    requirement: str


@dataclass(frozen=True, kw_only=True)
class MissingSheet:
    """What the officer hands to the producer. ``due_on`` is the day agreed with the producer; ``report_due_on`` the end
    of the commune's 15 working days (Điều 7 khoản 2)."""

    producer: str
    product: str
    dossier_kind: str = ""
    reception_no: str = ""
    received_on: date | None = None
    papers: tuple[MissingPaper, ...] = ()
    due_on: date | None = None
    report_due_on: date | None = None
    receiver: str = ""
    source: str = "Quyết định 26/2026/QĐ-TTg, Phụ lục III"
    note: str = ""


def render(missing: MissingSheet, office: Values, *, day: date | None = None, volume: Volume | None = None) -> bytes:
    """The PDF of the sheet, on one page where that can be read. Raises ``Refused("print.glyph_missing")``,
    ``Environment("print.font_unusable")``."""
    family = fonts.choose(str(office.get("office.font") or ""))
    at = Office(office)
    for size, table in _SIZES:
        units = _units(Sheet(family, size), missing, at, day, table)
        if len(onto_pages(units)) == 1:
            break
    author = one_line(at.agency.replace("\n", " "))
    title = f"Phiếu yêu cầu bổ sung hồ sơ: {one_line(missing.product)}"
    return finished(family, units, Paper(title=title, author=author, day=day), volume)


def _units(sheet: Sheet, missing: MissingSheet, at: Office, day: date | None, table: float) -> list[Unit]:
    size = sheet.size

    def say(text: str) -> list[Unit]:
        return sheet.paragraph([Run(text, size=size)], before=5)

    units = sheet.heading(at.agency, place=at.dated(day))
    units += sheet.title(TITLE, SUBJECT, before=12)
    units += sheet.paragraph(
        [Run(f"Kính gửi: {one_line(missing.producer)}", size=size)], align="center", first=0, before=10, with_next=True
    )
    units += sheet.paragraph([Run(_opening(missing, at), size=size)], before=8, with_next=True)
    units += sheet.table(
        (("Mục", 15, "center"), ("Giấy tờ còn thiếu", 55, "left"), ("Yêu cầu", 95, "left")),
        [(one_line(p.number), one_line(p.name), clean(p.requirement).strip()) for p in missing.papers],
        size=table,
    )
    source = f"Số mục và yêu cầu ghi theo {one_line(missing.source)}."
    units += sheet.paragraph([Run(source, "italic", 11)], size=11, first=0, before=3)
    if missing.due_on:
        units += sheet.paragraph(
            [
                Run("Đề nghị nộp bổ sung chậm nhất ", size=size),
                Run(f"ngày {show_date(missing.due_on)}", "bold", size),
                Run(f" tại Ủy ban nhân dân {at.unit}.", size=size),
            ],
            before=5,
        )
    if missing.report_due_on:
        units += say(
            f"Thời hạn 15 ngày làm việc để Ủy ban nhân dân {at.unit} hoàn thành báo cáo và gửi hồ sơ đến Ủy ban nhân dân "
            f"{at.province} là ngày\u00a0{show_date(missing.report_due_on)}."
        )
    if note := one_line(missing.note):
        units += say(note)
    signed = sheet.signature(
        ["NGƯỜI TIẾP NHẬN"],
        one_line(missing.receiver),
        note="(Ký, ghi rõ họ tên)",
        left=["ĐẠI DIỆN CHỦ THỂ"],
        left_note="(Đã nhận phiếu; ký, ghi rõ họ tên)",
        room=20 * mm,
    )
    return [*units[:-1], sheet.kept(units[-1]), signed]


def _opening(missing: MissingSheet, office: Office) -> str:
    kind = f" ({one_line(missing.dossier_kind).lower()})" if missing.dossier_kind else ""
    received = f", nhận ngày {show_date(missing.received_on)}" if missing.received_on else ""
    number = f", phiếu số {one_line(missing.reception_no)}" if missing.reception_no else ""
    return (
        f"Qua kiểm tra thành phần hồ sơ đăng ký{kind} sản phẩm {one_line(missing.product)}{number}{received}, Ủy ban nhân "
        f"dân {office.unit} đề nghị chủ thể bổ sung {len(missing.papers):02d} loại giấy tờ sau:"
    )
