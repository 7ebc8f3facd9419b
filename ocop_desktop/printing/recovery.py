"""The recovery key sheet: printed once at set-up, kept in the safe, the only way back when every passphrase is lost."""

from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm

from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import one_line, show_long_date
from ocop_desktop.printing import fonts
from ocop_desktop.printing.layout import Sheet
from ocop_desktop.printing.office import Office
from ocop_desktop.printing.pages import LEFT, TEXT_WIDTH, Paper, Pen, Unit, to_pdf
from ocop_desktop.printing.typeset import Blank, Inline, Run

TITLE = "PHIẾU KHÓA KHÔI PHỤC"
KEY_SIZE = 21.0
GROUPS_PER_ROW = 4

_RULES = (
    "Khóa này mở được dữ liệu của chương trình OCOP Desktop trên máy của đơn vị khi mọi mật khẩu đều bị quên hoặc người "
    "giữ mật khẩu chuyển công tác. Không có khóa này và không còn mật khẩu nào thì không ai, kể cả tỉnh, mở lại được.",
    "Chương trình chỉ in phiếu này một lần và không giữ lại khóa. Không chụp ảnh, không chép vào máy, không gửi qua "
    "tin nhắn hay thư điện tử.",
    "Cho phiếu vào phong bì, niêm phong, cất trong két hoặc tủ có khóa của cơ quan, tách khỏi máy tính. Khi bàn giao "
    "công tác phải bàn giao phiếu, có ký nhận.",
    "Khi cần dùng: mở chương trình, chọn “Tôi quên mật khẩu”, gõ khóa theo từng nhóm ở trên (không phân biệt chữ hoa, "
    "chữ thường), rồi đặt mật khẩu mới và in phiếu mới; phiếu cũ hủy.",
)


@dataclass(frozen=True, kw_only=True)
class RecoverySheet:
    """A recovery key as people will type it. Groups are those of the text (split by ``-`` or spaces), else of four."""

    key: str
    made_on: date
    machine: str = ""
    keeper: str = ""
    kept_at: str = ""


def groups(key: str) -> list[str]:
    """The groups of a key: its own, or of four characters."""
    own = one_line(key.replace("-", " ")).split(" ")
    if len(own) > 1:
        return own
    return [own[0][at : at + 4] for at in range(0, len(own[0]), 4)]


def render(recovery: RecoverySheet, office: Values) -> bytes:
    """The PDF of the sheet. Raises ``Refused("print.glyph_missing")``, ``Environment("print.font_unusable")``."""
    sheet = Sheet(fonts.choose(str(office.get("office.font") or "")), size=12)
    at = Office(office)
    units = sheet.heading(at.agency)
    units += sheet.title(TITLE, "Dữ liệu của chương trình OCOP Desktop")
    units += sheet.fact("Đơn vị", f"Ủy ban nhân dân {at.unit}, {at.province}", before=12)
    if machine := one_line(recovery.machine):
        units += sheet.fact("Máy", machine)
    units += sheet.fact("In", show_long_date(recovery.made_on))
    units += _boxes(sheet, groups(recovery.key))
    for number, rule in enumerate(_RULES, start=1):
        units += sheet.paragraph([Run(f"{number}. {rule}", size=12)], before=10 if number == 1 else 5)
    for label, text in (("Nơi cất giữ", recovery.kept_at), ("Người giữ", recovery.keeper)):
        if told := one_line(text):
            units += sheet.fact(label, told, before=8)
        else:
            blank: list[Inline] = [Run(f"{label}: ", size=12), Blank(60, fill=True)]
            units += sheet.paragraph(blank, align="left", first=0, before=8, with_next=True)
    units[-1:] = [sheet.kept(units[-1])]
    units.append(
        sheet.signature(
            ["NGƯỜI LẬP PHIẾU"],
            note="(Ký, ghi rõ họ tên)",
            left=["NGƯỜI GIỮ PHIẾU"],
            left_note="(Ký, ghi rõ họ tên)",
            room=20 * mm,
        )
    )
    paper = Paper(title="Phiếu khóa khôi phục", author=one_line(at.agency.replace("\n", " ")), day=recovery.made_on)
    return to_pdf(sheet.family, units, paper)


def _boxes(sheet: Sheet, parts: list[str]) -> list[Unit]:
    """The groups in numbered boxes, four to a row, read from left to right."""
    width, height = TEXT_WIDTH / GROUPS_PER_ROW, 14 * mm
    size = KEY_SIZE
    while size > 8 and max(sheet.family.width(part, "bold", size) for part in parts) > width - 30:
        size -= 1

    def row(first: int, texts: list[str]) -> Unit:
        def draw(pen: Pen, y: float) -> None:
            pen.rule(LEFT, y, width * len(texts), 1)
            pen.rule(LEFT, y + height, width * len(texts), 1)
            pen.upright(LEFT, y, height)
            for index, text in enumerate(texts):
                x = LEFT + index * width
                pen.upright(x + width, y, height)
                pen.text(x + 4, y + 10, str(first + index), "regular", 8)
                wide = sheet.family.width(text, "bold", size)
                pen.text(x + 6 + (width - 6 - wide) / 2, y + height / 2 + size * 0.34, text, "bold", size)

        return Unit(height, draw, 10 if first == 1 else 0, ends=False)

    return [row(at + 1, parts[at : at + GROUPS_PER_ROW]) for at in range(0, len(parts), GROUPS_PER_ROW)]
