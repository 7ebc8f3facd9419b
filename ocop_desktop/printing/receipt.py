"""The receipt of a sync: what the province's server confirmed that it holds."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import one_line, show_count, show_long_date, show_size
from ocop_desktop.printing import fonts
from ocop_desktop.printing.layout import Sheet
from ocop_desktop.printing.office import Office
from ocop_desktop.printing.pages import Paper, Volume, finished
from ocop_desktop.printing.typeset import Run

VIETNAM = timezone(timedelta(hours=7))
TITLE = "BIÊN NHẬN ĐỒNG BỘ"


@dataclass(frozen=True, kw_only=True)
class ReceivedDossier:
    """One dossier that the server took in, in the revision it holds now."""

    product: str
    producer: str
    revision: int
    reception_no: str = ""


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What the server signed. ``at`` is its own time, with a time zone; ``size`` is in bytes; ``digest`` and
    ``key_fingerprint`` are hexadecimal."""

    receipt_id: str
    at: datetime
    records: int
    files: int
    size: int
    digest: str
    key_fingerprint: str
    dossiers: tuple[ReceivedDossier, ...] = ()
    device: str = ""
    way: str = "Qua mạng"
    """How the package travelled: ``Qua mạng`` or ``Qua thẻ nhớ USB``."""


def grouped(text: str) -> str:
    """``"a1b2c3d4"`` as ``"A1B2 C3D4"``, eight groups to a line, to be compared by eye."""
    plain = "".join(text.split()).upper()
    groups = [plain[at : at + 4] for at in range(0, len(plain), 4)]
    return "\n".join(" ".join(groups[at : at + 8]) for at in range(0, len(groups), 8))


def show_moment(at: datetime) -> str:
    """A moment in Vietnam's time: ``14 giờ 05 phút 09 giây, ngày 21 tháng 11 năm 2026``. Refuses a naive time."""
    if at.tzinfo is None:
        raise ValueError("the server's time needs a time zone")
    local = at.astimezone(VIETNAM)
    return f"{local:%H} giờ {local:%M} phút {local:%S} giây, {show_long_date(local.date())}"


def render(receipt: Receipt, office: Values, *, volume: Volume | None = None) -> bytes:
    """The PDF of a receipt. Raises ``Refused("print.glyph_missing")``, ``Environment("print.font_unusable")``."""
    sheet = Sheet(fonts.choose(str(office.get("office.font") or "")))
    at = Office(office)
    units = sheet.heading(at.agency)
    units += sheet.title(TITLE, f"Máy chủ OCOP của {at.province} xác nhận đã nhận và lưu giữ")
    facts = (
        ("Đơn vị gửi", f"Ủy ban nhân dân {at.unit}"),
        ("Máy gửi", one_line(receipt.device)),
        ("Cách gửi", one_line(receipt.way)),
        ("Máy chủ xác nhận lúc", f"{show_moment(receipt.at)} (giờ Việt Nam)"),
        ("Số biên nhận", one_line(receipt.receipt_id)),
        ("Số bản ghi", show_count(receipt.records)),
        ("Số tệp minh chứng", f"{show_count(receipt.files)} tệp, {show_size(receipt.size)}"),
    )
    for index, (label, fact) in enumerate(facts):
        if fact:
            units += sheet.fact(label, fact, before=14 if index == 0 else 4)
    if receipt.dossiers:
        units += sheet.paragraph(
            [Run(f"Hồ sơ trong lần đồng bộ này ({len(receipt.dossiers)}):")], first=0, before=10, with_next=True
        )
        units += sheet.table(
            (
                ("TT", 12, "center"),
                ("Sản phẩm", 52, "left"),
                ("Chủ thể", 44, "left"),
                ("Phiếu số", 42, "left"),
                ("Bản", 15, "center"),
            ),
            [
                (str(n), one_line(d.product), one_line(d.producer), one_line(d.reception_no), str(d.revision))
                for n, d in enumerate(receipt.dossiers, start=1)
            ],
        )
    units += sheet.fact("Mã kiểm tra nội dung (SHA-256)", "\n" + grouped(receipt.digest), before=12)
    units += sheet.fact("Dấu vân tay khóa của máy chủ", "\n" + grouped(receipt.key_fingerprint))
    units += sheet.paragraph(
        [
            Run(
                "Biên nhận xác nhận máy chủ của tỉnh đang giữ đúng nội dung có mã kiểm tra ở trên. Biên nhận không phải "
                "là kết quả đánh giá, phân hạng và không thay cho 01 bộ hồ sơ giấy gửi Ủy ban nhân dân cấp tỉnh.",
                "italic",
                12,
            )
        ],
        size=12,
        first=0,
        before=12,
    )
    paper = Paper(
        title=f"Biên nhận đồng bộ {one_line(receipt.receipt_id)}",
        author=one_line(at.agency.replace("\n", " ")),
        day=receipt.at.astimezone(VIETNAM).date(),
    )
    return finished(sheet.family, units, paper, volume)
