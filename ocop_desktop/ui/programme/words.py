"""Plans in words: states, steps of the cycle, kinds of events, what an indicator counts, figures and money."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.programme.plans import PlanPage, TargetRow
from ocop_desktop.domain.programme.money import Disagreement, Line
from ocop_desktop.domain.programme.plans import Target, Task
from ocop_desktop.domain.text import show_count, show_date, show_hundredths

_MILLION = 1_000_000


def state(code: str) -> tuple[str, str]:
    """How a task stands, and the tone of its tag."""
    translate = QCoreApplication.translate
    return {
        "done": (translate("programme", "Đã xong"), "accent"),
        "late": (translate("programme", "Quá hạn"), "danger"),
        "running": (translate("programme", "Đang làm"), "law"),
        "ahead": (translate("programme", "Chưa đến kỳ"), ""),
        "undated": (translate("programme", "Không ghi hạn"), ""),
    }[code]


def step(number: int) -> str:
    """A step of the annual cycle."""
    translate = QCoreApplication.translate
    return {
        1: translate("programme", "1. Tuyên truyền"),
        2: translate("programme", "2. Đăng ký, chọn ý tưởng sản phẩm"),
        3: translate("programme", "3. Xây dựng phương án kinh doanh"),
        4: translate("programme", "4. Triển khai phương án"),
        5: translate("programme", "5. Đánh giá, phân hạng"),
        6: translate("programme", "6. Xúc tiến thương mại"),
    }.get(number, translate("programme", "Việc ngoài chu trình"))


def event_kind(code: str) -> str:
    """A kind of event."""
    translate = QCoreApplication.translate
    return {
        "survey": translate("programme", "Khảo sát chủ thể, sản phẩm"),
        "training": translate("programme", "Tập huấn"),
        "support": translate("programme", "Hỗ trợ sản phẩm"),
        "organisation": translate("programme", "Hỗ trợ tổ chức kinh tế"),
        "sales_point": translate("programme", "Điểm giới thiệu, bán hàng"),
        "fair": translate("programme", "Hội chợ, xúc tiến thương mại"),
        "model": translate("programme", "Mô hình điểm"),
        "village": translate("programme", "Làng nghề truyền thống"),
        "meeting": translate("programme", "Hội nghị, họp"),
        "study": translate("programme", "Tham quan học tập"),
        "promotion": translate("programme", "Tuyên truyền, truyền thông"),
        "idea": translate("programme", "Đăng ký, chọn ý tưởng sản phẩm"),
        "business_plan": translate("programme", "Phương án kinh doanh"),
        "advice": translate("programme", "Tư vấn, hướng dẫn chủ thể"),
        "connection": translate("programme", "Kết nối cung cầu, tiêu thụ"),
        "ecommerce": translate("programme", "Đưa lên sàn thương mại điện tử"),
        "check": translate("programme", "Kiểm tra, giám sát thực hiện"),
        "emulation": translate("programme", "Thi đua, khen thưởng"),
        "producer_report": translate("programme", "Báo cáo của chủ thể"),
    }.get(code, code)


def indicator(code: str) -> str:
    """What an indicator counts."""
    translate = QCoreApplication.translate
    return {
        "products.taking_part": translate("programme", "Sản phẩm có hồ sơ nhận hoặc được hỗ trợ trong kỳ"),
        "products.supported": translate("programme", "Sản phẩm được hỗ trợ trong kỳ"),
        "products.supported.upgrade": translate("programme", "Sản phẩm được hỗ trợ nâng cấp trong kỳ"),
        "products.supported.new": translate("programme", "Sản phẩm được hỗ trợ phát triển mới trong kỳ"),
        "products.3plus": translate("programme", "Sản phẩm đang giữ từ 3 sao trở lên"),
        "products.4plus": translate("programme", "Sản phẩm đang giữ từ 4 sao trở lên"),
        "products.3": translate("programme", "Sản phẩm đang giữ 3 sao"),
        "products.4": translate("programme", "Sản phẩm đang giữ 4 sao"),
        "products.5": translate("programme", "Sản phẩm đang giữ 5 sao"),
        "products.certified": translate("programme", "Sản phẩm được công nhận trong kỳ"),
        "products.certified.upgrade": translate("programme", "Được công nhận trong kỳ, sản phẩm đã có"),
        "products.certified.new": translate("programme", "Được công nhận trong kỳ, sản phẩm hỗ trợ phát triển mới"),
        "products.certified.share": translate("programme", "Tỷ lệ được công nhận 3 sao trở lên trong số tham gia"),
        "producers": translate("programme", "Chủ thể có sản phẩm từ 3 sao trở lên"),
        "producers.cooperatives.share": translate("programme", "Tỷ lệ chủ thể là hợp tác xã"),
        "producers.firms.share": translate("programme", "Tỷ lệ chủ thể là doanh nghiệp nhỏ và vừa"),
        "producers.closed_chain.share": translate("programme", "Tỷ lệ chủ thể có chuỗi giá trị khép kín (khảo sát)"),
        "producers.modern_channel.share": translate("programme", "Tỷ lệ chủ thể ở kênh bán hàng hiện đại (khảo sát)"),
        "workers.trained.share": translate("programme", "Tỷ lệ lao động có bằng cấp, chứng chỉ (khảo sát)"),
        "organisations": translate("programme", "Tổ chức kinh tế được hỗ trợ trong kỳ"),
        "organisations.upgrade": translate("programme", "Tổ chức kinh tế được củng cố trong kỳ"),
        "organisations.new": translate("programme", "Tổ chức kinh tế lập mới trong kỳ"),
        "surveys": translate("programme", "Số lần khảo sát trong kỳ"),
        "trainings": translate("programme", "Số lớp tập huấn trong kỳ"),
        "trainings.people": translate("programme", "Lượt người được tập huấn trong kỳ"),
        "fairs": translate("programme", "Số hội chợ trong kỳ"),
        "models": translate("programme", "Số mô hình điểm trong kỳ"),
        "meetings": translate("programme", "Số hội nghị trong kỳ"),
        "promotions": translate("programme", "Số hoạt động tuyên truyền trong kỳ"),
        "ideas.registered": translate("programme", "Số ý tưởng sản phẩm đăng ký trong kỳ"),
        "ideas.chosen": translate("programme", "Số ý tưởng sản phẩm được chọn trong kỳ"),
        "business_plans.registered": translate("programme", "Số phương án kinh doanh được lập trong kỳ"),
        "business_plans.chosen": translate("programme", "Số phương án kinh doanh được chọn trong kỳ"),
        "advice": translate("programme", "Số lượt tư vấn, hướng dẫn trong kỳ"),
        "connections": translate("programme", "Số hoạt động kết nối cung cầu trong kỳ"),
        "products.ecommerce": translate("programme", "Sản phẩm được đưa lên sàn trong kỳ"),
        "checks": translate("programme", "Số lượt kiểm tra, giám sát trong kỳ"),
        "emulations": translate("programme", "Số lần thi đua, khen thưởng trong kỳ"),
        "producers.reports": translate("programme", "Số báo cáo chủ thể đã gửi trong kỳ"),
        "sales_points": translate("programme", "Số điểm bán hàng mở trong kỳ"),
        "areas.sales_point": translate("programme", "Số địa bàn đã có điểm bán hàng"),
        "areas.flagship": translate("programme", "Số địa bàn có sản phẩm chủ lực được hỗ trợ"),
        "villages.share": translate("programme", "Tỷ lệ làng nghề truyền thống có sản phẩm từ 3 sao"),
        "rounds": translate("programme", "Số đợt họp hội đồng trong kỳ"),
        "revenue.growth": translate("programme", "Doanh thu sau một năm so với trước công nhận (khảo sát)"),
        "money.spent": translate("programme", "Kinh phí đã chi của kế hoạch"),
    }.get(code, code)


def measure(code: str) -> str:
    """A measure that a person writes."""
    translate = QCoreApplication.translate
    return {
        "count": translate("programme", "số đếm"),
        "percent": translate("programme", "tỷ lệ %"),
        "times": translate("programme", "số lần"),
        "money": translate("programme", "số tiền (đồng)"),
    }.get(code, code)


def column(code: str) -> str:
    """A column of a table of money: a source or a year."""
    translate = QCoreApplication.translate
    return {
        "total": translate("programme", "Tổng"),
        "state": translate("programme", "Ngân sách"),
        "central": translate("programme", "Trung ương"),
        "local": translate("programme", "Địa phương"),
        "merged": translate("programme", "Lồng ghép"),
        "credit": translate("programme", "Tín dụng"),
        "owners": translate("programme", "Chủ thể"),
        "other": translate("programme", "Khác"),
    }.get(code, code)


def figure(target: Target, value: int) -> str:
    """A value in the target's measure, without its noun."""
    if target.measure == "percent":
        return f"{show_hundredths(value)} %"
    if target.measure == "times":
        return QCoreApplication.translate("programme", "{number} lần").format(number=show_hundredths(value))
    return show_count(value)


def planned(target: Target) -> str:
    """What is to be reached: ``250``, ``20 - 30 %``; nothing where the document gives no number."""
    if not target.planned:
        return "–"
    if target.most is not None:
        return f"{figure(target, target.planned)} - {figure(target, target.most)}"
    return figure(target, target.planned)


def reached(row: TargetRow) -> str:
    """How much is reached: ``24,5 %``."""
    return "–" if row.reached is None else f"{show_hundredths(row.reached)} %"


def days(task: Task) -> tuple[str, str]:
    """When a task is due, and its days as the document writes them."""
    due = show_date(task.due) if task.due is not None else ""
    first = show_date(task.starts) if task.starts is not None else ""
    whole = f"{first} - {due}" if first and due else first
    return due or "–", task.when or whole


def million(amount: int) -> str:
    """An amount in đồng as millions: ``134.750``."""
    return show_hundredths(amount * 100 // _MILLION)


def disagreement(page: PlanPage, each: Disagreement) -> str:
    """One cell that does not agree, in a sentence that names both places."""
    translate = QCoreApplication.translate
    own, cell = _line(page, each.table, each.line), column(each.column)
    stated, should = million(each.stated), million(each.should)
    if each.kind == "between":
        other = _line(page, each.other, each.other_line)
        words = translate(
            "programme",
            "{table}, dòng “{line}”, cột {column}: ghi {stated}; còn {other}, dòng “{other_line}”, ghi {should}",
        )
        return words.format(
            table=_title(page, each.table),
            line=own.item if own else each.line,
            column=cell,
            stated=stated,
            other=_title(page, each.other),
            other_line=other.item if other else each.other_line,
            should=should,
        )
    words = translate("programme", "{table}, dòng “{line}”, cột {column}: ghi {stated}, cộng lại là {should}")
    return words.format(
        table=_title(page, each.table), line=own.item if own else each.line, column=cell, stated=stated, should=should
    )


def _line(page: PlanPage, table: str, key: str) -> Line | None:
    return next((line for own in page.tables if own.key == table for line in own.lines if line.key == key), None)


def _title(page: PlanPage, key: str) -> str:
    return next((own.title.partition(":")[0] for own in page.tables if own.key == key), key)
