"""The tables of the other screens, as they leave the program: dossiers, legal days, the parts of a plan, the register.

Nothing here names a person beyond what the register of outgoing papers prints (signer, recipient): telephone, representative,
ethnicity, gender and home address are in none of them.
"""

from collections.abc import Callable
from datetime import date

from ocop_desktop.actions import deadlines as clock
from ocop_desktop.actions import listing, register
from ocop_desktop.actions.lists.table import Cell, Made, Sheet, columns, dated, written_by
from ocop_desktop.actions.programme import plans
from ocop_desktop.actions.programme.plans import PlanPage
from ocop_desktop.domain import letters
from ocop_desktop.domain.programme.money import TOTAL
from ocop_desktop.domain.programme.plans import Target
from ocop_desktop.domain.reporting import periods
from ocop_desktop.storage.db import Db

STAGES = {
    "checking": "Đang kiểm tra",
    "assessing": "Đang đánh giá",
    "waiting": "Chờ bổ sung",
    "sealed": "Đã chốt",
    "handed_over": "Đã gửi",
    "at_province": "Đã về tỉnh",
    "accepted": "Đã tiếp nhận",
    "returned": "Bị trả lại",
    "withdrawn": "Đã rút",
}
_AT_PROVINCE = {
    "at_province": "Đã về tỉnh",
    "sending": "Còn tệp chưa gửi",
    "conflict": "Có chỗ sửa khác nhau",
    "rejected": "Tỉnh chưa nhận",
}


def dossiers(db: Db, query: listing.Query) -> Made:
    """The dossiers that the list shows, in its order."""
    rows = tuple(
        (
            number,
            row.product,
            row.producer,
            row.unit_name,
            row.set_name,
            STAGES.get(row.stage, row.stage),
            row.due_on,
            row.missing,
            f"{row.files_done}/{row.files}" if row.files else "",
            _AT_PROVINCE.get(row.sync, "Chưa gửi"),
        )
        for number, row in enumerate(listing.rows(db, listing.order(db, query)), start=1)
    )
    heads, widths = columns(
        ("TT", 6), ("Tên sản phẩm", 34), ("Chủ thể", 34), ("Xã/phường", 20), ("Bộ sản phẩm", 28), ("Trạng thái", 18),
        ("Hạn của xã", 12), ("Còn thiếu", 10), ("Tệp đã gửi", 10), ("Ở tỉnh", 18),
    )  # fmt: skip
    return Sheet(title="DANH SÁCH HỒ SƠ", lines=written_by(db), heads=heads, rows=rows, widths=widths), ()


_DAYS = {
    "commune_due": "Hạn 15 ngày làm việc để xã gửi báo cáo và đề nghị",
    "round_receipt": "Ngày nhận hồ sơ muộn nhất cho đợt {number} năm {year}",
    "round_closes": "Xã đề nghị trước ngày này để vào đợt {number} năm {year}",
    "round_assessed": "Tỉnh đánh giá xong trước ngày này, đợt {number} năm {year}",
    "filing_opens": "Bắt đầu nhận hồ sơ phân hạng lại (180 ngày trước khi hết hạn)",
    "filing_closes": "Ngày cuối nộp hồ sơ phân hạng lại (120 ngày trước khi hết hạn)",
    "certificate_ends": "Giấy chứng nhận hết hạn (36 tháng)",
    "extension_ends": "Giấy chứng nhận kéo dài nhiều nhất đến ngày này",
    "reassess_by": "45 ngày phân hạng lại",
    "withdraw_by": "Hạn 15 ngày để thu hồi",
    "inspect_again": "Ngày kiểm tra lại, do cơ quan kiểm tra đặt",
    "transition": "Hạn hoàn thành hồ sơ nộp trước quy định mới",
    "report_due": "Ngày gửi báo cáo {period}",
}


def deadlines(db: Db, month: date | None = None) -> Made:
    """The legal days of a month; without one, what is overdue and what comes within 60 days."""
    found = clock.month(db, month.year, month.month).events if month is not None else tuple(clock.upcoming(db))
    rows = tuple(
        (
            number,
            each.day,
            _DAYS[each.kind].format(
                number=each.number, year=each.year, period=periods.parse(each.period).words if each.period else ""
            ),
            each.title,
            each.producer,
            "" if not each.open else "quá hạn" if each.days_left < 0 else "còn hạn",
            abs(each.days_left) if each.open else None,
            "ngày làm việc" if each.kind == "commune_due" else "ngày",
            each.article,
        )
        for number, each in enumerate(found, start=1)
    )
    heads, widths = columns(
        ("TT", 6), ("Ngày", 12), ("Hạn", 46), ("Sản phẩm", 30), ("Chủ thể", 30), ("Tình trạng", 12), ("Số ngày", 9),
        ("Tính theo", 14), ("Căn cứ", 24),
    )  # fmt: skip
    title = f"LỊCH CÁC HẠN THÁNG {month.month}/{month.year}" if month is not None else "CÁC HẠN SẮP ĐẾN VÀ QUÁ HẠN"
    return Sheet(title=title, lines=written_by(db), heads=heads, rows=rows, widths=widths), ()


def outgoing(db: Db, year: int | None = None) -> Made:
    """The register of outgoing papers of a year, in the ten columns of Nghị định 30/2020/NĐ-CP."""
    found = register.register(db, year)
    rows = tuple(
        (row[0], dated(letter.issued_on) or row[1], *row[2:])
        for letter, row in zip(found.letters, found.rows, strict=True)
    )
    widths = (20, 12, 50, 24, 34, 24, 10, 12, 12, 20)
    title = f"SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM {found.year}"
    return Sheet(title=title, lines=written_by(db), heads=letters.COLUMNS, rows=rows, widths=widths), ()


# The parts of a plan

_STATES = {
    "done": "Đã xong",
    "late": "Quá hạn",
    "running": "Đang làm",
    "ahead": "Chưa đến kỳ",
    "undated": "Không ghi hạn",
}
_MEASURES = {"percent": "%", "times": "lần", "money": "đồng"}
EVENTS = {
    "survey": "Khảo sát chủ thể, sản phẩm",
    "training": "Tập huấn",
    "support": "Hỗ trợ sản phẩm",
    "organisation": "Hỗ trợ tổ chức kinh tế",
    "sales_point": "Điểm giới thiệu, bán hàng",
    "fair": "Hội chợ, xúc tiến thương mại",
    "model": "Mô hình điểm",
    "village": "Làng nghề truyền thống",
    "meeting": "Hội nghị, họp",
    "study": "Tham quan học tập",
    "promotion": "Tuyên truyền, truyền thông",
    "idea": "Đăng ký, chọn ý tưởng sản phẩm",
    "business_plan": "Phương án kinh doanh",
    "advice": "Tư vấn, hướng dẫn chủ thể",
    "connection": "Kết nối cung cầu, tiêu thụ",
    "ecommerce": "Đưa lên sàn thương mại điện tử",
    "check": "Kiểm tra, giám sát thực hiện",
    "emulation": "Thi đua, khen thưởng",
    "producer_report": "Báo cáo của chủ thể",
}
_COLUMNS = {
    TOTAL: "Tổng",
    "state": "Ngân sách nhà nước",
    "central": "Ngân sách trung ương",
    "local": "Ngân sách địa phương",
    "merged": "Lồng ghép",
    "credit": "Tín dụng",
    "owners": "Vốn chủ thể",
    "other": "Khác",
}


def plan(db: Db, plan_id: str, part: str) -> Made:
    """One part of a plan: ``tasks``, ``targets``, ``money`` or ``events``. ``Refused``: ``plan.gone``."""
    page = plans.open_plan(db, plan_id)
    title, heads, widths, rows = PARTS[part](page)
    lines = (page.plan.title, page.plan.document, *written_by(db))
    return Sheet(title=title, lines=tuple(filter(None, lines)), heads=heads, rows=tuple(rows), widths=widths), ()


_Part = tuple[str, tuple[str, ...], tuple[int, ...], list[tuple[Cell, ...]]]


def _tasks(page: PlanPage) -> _Part:
    heads, widths = columns(
        ("TT", 8), ("Việc", 46), ("Nội dung", 40), ("Chủ trì", 26), ("Phối hợp", 26), ("Thời gian (như văn bản)", 18),
        ("Bắt đầu", 12), ("Hạn", 12), ("Xong ngày", 12), ("Kết quả", 30), ("Tình trạng", 14),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            each.no or str(at),
            each.title,
            each.content,
            each.owner,
            each.partners,
            each.when,
            each.starts,
            each.due,
            each.done_on,
            each.result,
            _STATES[each.state(page.today)],
        )
        for at, each in enumerate(page.tasks, start=1)
    ]
    return "VIỆC CỦA KẾ HOẠCH", heads, widths, rows


def _amount(target: Target, value: int | None) -> Cell:
    if value is None:
        return None
    return value / 100 if target.measure in {"percent", "times"} else value


def _targets(page: PlanPage) -> _Part:
    heads, widths = columns(
        ("TT", 6), ("Chỉ tiêu", 54), ("Đơn vị", 14), ("Kế hoạch", 14), ("Đến", 12), ("Thực hiện", 14), ("Đạt (%)", 10),
        ("Nguồn số liệu", 18),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for at, each in enumerate(page.targets, start=1):
        target = each.target
        source = "" if each.actual is None else "tự ghi" if target.typed is not None else "từ bản ghi"
        rows.append(
            (
                at,
                "   " * each.depth + target.title,
                _MEASURES.get(target.measure, target.noun),
                _amount(target, target.planned or None),
                _amount(target, target.most),
                _amount(target, each.actual),
                each.reached / 100 if each.reached is not None else None,
                source,
            )
        )
    return "CHỈ TIÊU CỦA KẾ HOẠCH", heads, widths, rows


def _money(page: PlanPage) -> _Part:
    names = list(dict.fromkeys(column for table in page.tables for column in table.columns))
    said = [_COLUMNS.get(name, f"Năm {name}" if name.isdigit() else name) for name in names]
    heads = (
        "Bảng",
        "TT",
        "Nội dung",
        "Đơn vị",
        "Số lượng",
        *(f"{each} (đồng)" for each in said),
        *(f"Đã chi: {each}" for each in said),
    )
    widths = (26, 8, 46, 12, 10, *(16 for _ in range(2 * len(names))))
    rows: list[tuple[Cell, ...]] = [
        (
            table.title or table.key,
            line.no,
            line.item,
            line.noun,
            line.quantity,
            *(line.planned.get(name) for name in names),
            *(line.spent.get(name) for name in names),
        )
        for table in page.tables
        for line in table.lines
    ]
    return "KINH PHÍ CỦA KẾ HOẠCH", heads, widths, rows


def _events(page: PlanPage) -> _Part:
    heads, widths = columns(
        ("TT", 6), ("Ngày", 12), ("Loại", 26), ("Nội dung", 46), ("Địa bàn", 22), ("Nơi tổ chức, đơn vị thực hiện", 28),
        ("Số người", 10), ("Kinh phí (đồng)", 16), ("Kết quả", 34),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for at, each in enumerate(page.events, start=1):
        body = each.body
        people, cost = body.get("participants"), body.get("cost")
        rows.append(
            (
                at,
                dated(body.get("day")),
                EVENTS.get(str(body.get("kind") or ""), str(body.get("kind") or "")),
                str(body.get("title") or ""),
                str(body.get("area") or ""),
                str(body.get("host") or body.get("place") or ""),
                people if isinstance(people, int) else None,
                cost if isinstance(cost, int) else None,
                str(body.get("result") or ""),
            )
        )
    return "HOẠT ĐỘNG ĐÃ GHI", heads, widths, rows


PARTS: dict[str, Callable[[PlanPage], _Part]] = {
    "tasks": _tasks,
    "targets": _targets,
    "money": _money,
    "events": _events,
}
"""The parts of a plan that can be taken out."""
