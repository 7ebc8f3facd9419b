"""The cover of a dossier and the label of its envelope: the program's own templates, no law prescribes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import one_line
from ocop_desktop.printing import fonts, typeset
from ocop_desktop.printing.layout import Sheet
from ocop_desktop.printing.office import Office
from ocop_desktop.printing.pages import LEFT, Paper, Pen, Unit, Volume, finished
from ocop_desktop.printing.typeset import Run

LABEL_HEIGHT = 100 * mm


@dataclass(frozen=True, kw_only=True)
class Cover:
    """What a cover or a label says. ``parts`` are the parts of the dossier in the order of the law."""

    product: str
    producer: str
    address: str = ""
    kind: str = ""
    product_set: str = ""
    reception_no: str = ""
    received: str = ""
    year: str = ""
    parts: tuple[str, ...] = ()
    files: int = 0


def cover(said: Cover, office: Values, *, volume: Volume | None = None) -> bytes:
    """The PDF of the cover, one page. Raises ``Refused("print.glyph_missing")``."""
    sheet, at = Sheet(fonts.choose(str(office.get("office.font") or ""))), Office(office)
    units = sheet.heading(at.agency)
    units += sheet.centred("HỒ SƠ", "bold", size=26, before=70)
    units += sheet.centred("ĐĂNG KÝ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP", "bold", size=16, before=8)
    units.append(sheet.short_rule("ĐĂNG KÝ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP", "bold", 16, before=6))
    units += sheet.centred(one_line(said.product), "bold", size=22, before=40)
    facts = (
        ("Chủ thể", said.producer),
        ("Địa chỉ", said.address),
        ("Bộ sản phẩm", said.product_set),
        ("Lần đánh giá", said.kind),
        ("Phiếu số", said.reception_no),
        ("Ngày nhận", said.received),
    )
    shown = [(label, one_line(text)) for label, text in facts if one_line(text)]
    for index, (label, text) in enumerate(shown):
        units += sheet.fact(label, text, before=44 if index == 0 else 6)
    if said.parts:
        units += sheet.paragraph([Run("Hồ sơ gồm:")], first=0, before=16, with_next=True)
        for number, part in enumerate(said.parts, start=1):
            units += sheet.paragraph([Run(f"{number}. {one_line(part)}")], first=0, before=4)
    units += sheet.centred(f"{at.place}, năm {one_line(said.year)}" if said.year else at.place, "italic", before=40)
    title = f"Bìa hồ sơ: {one_line(said.product)}"
    return finished(sheet.family, units, Paper(title=title, author=_author(at)), volume)


def label(said: Sequence[Cover], office: Values, *, volume: Volume | None = None) -> bytes:
    """The PDF of the labels, two to a page, to be cut out. Raises ``Refused("print.glyph_missing")``."""
    sheet, at = Sheet(fonts.choose(str(office.get("office.font") or "")), size=13, tight=True), Office(office)
    units = [_label(sheet, at, each, before=0 if index % 2 == 0 else 14 * mm) for index, each in enumerate(said)]
    return finished(sheet.family, units, Paper(title="Nhãn phong bì hồ sơ", author=_author(at), numbered=False), volume)


def _author(at: Office) -> str:
    return one_line(at.agency.replace("\n", " "))


def _label(sheet: Sheet, at: Office, said: Cover, before: float) -> Unit:
    room = sheet.width - 12 * mm
    texts: list[tuple[str, str, float, float]] = [
        ("Nơi gửi:", "regular", 12, 0),
        (f"ỦY BAN NHÂN DÂN {at.unit.upper()}", "bold", 13, 1),
        ("Nơi nhận:", "regular", 12, 14),
        (f"ỦY BAN NHÂN DÂN {at.province.upper()}", "bold", 16, 1),
        ("Hồ sơ đề nghị đánh giá, phân hạng sản phẩm OCOP", "italic", 13, 12),
        (f"Sản phẩm: {one_line(said.product)}", "bold", 14, 3),
        (f"Chủ thể: {one_line(said.producer)}", "regular", 13, 2),
    ]
    if said.reception_no:
        texts.append((f"Phiếu số: {one_line(said.reception_no)}", "regular", 13, 2))
    lines = [
        (line, size, gap if number == 0 else 0.0)
        for text, style, size, gap in texts
        for number, line in enumerate(
            typeset.lines(sheet.family, [Run(text, style, size)], room, align="left")  # type: ignore[arg-type]
        )
    ]

    def draw(pen: Pen, y: float) -> None:
        pen.rule(LEFT, y, sheet.width)
        pen.rule(LEFT, y + LABEL_HEIGHT, sheet.width)
        pen.upright(LEFT, y, LABEL_HEIGHT)
        pen.upright(LEFT + sheet.width, y, LABEL_HEIGHT)
        top = y + 7 * mm
        for line, size, gap in lines:
            high = size * sheet.family.line
            top += gap
            pen.line(line, LEFT + 6 * mm, sheet.baseline(top, high, size))
            top += high

    return Unit(LABEL_HEIGHT + 1, draw, before)
