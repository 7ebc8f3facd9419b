"""What people call the legal days."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.deadlines import Event
from ocop_desktop.domain.reporting import periods
from ocop_desktop.ui import texts
from ocop_desktop.ui.reports import words as reports


def report(event: Event) -> str:
    """``Báo cáo Tháng 10/2026``; empty for any other day."""
    if not event.period:
        return ""
    said = reports.period(periods.parse(event.period))
    return QCoreApplication.translate("calendar", "Báo cáo {period}").format(period=said)


def short(event: Event) -> str:
    """A few words for a cell of the month."""
    translate = QCoreApplication.translate
    names = {
        "commune_due": translate("calendar", "Hạn xã"),
        "round_receipt": translate("calendar", "Nhận cho đợt {number}"),
        "round_closes": translate("calendar", "Đề nghị đợt {number}"),
        "round_assessed": translate("calendar", "Tỉnh xong đợt {number}"),
        "filing_opens": translate("calendar", "Mở nộp lại"),
        "filing_closes": translate("calendar", "Hết nộp lại"),
        "certificate_ends": translate("calendar", "Hết hạn GCN"),
        "extension_ends": translate("calendar", "Hết kéo dài"),
        "reassess_by": translate("calendar", "45 ngày"),
        "withdraw_by": translate("calendar", "Thu hồi"),
        "inspect_again": translate("calendar", "Kiểm tra lại"),
        "transition": translate("calendar", "Chuyển tiếp"),
        "report_due": report(event),
    }
    words = names[event.kind].format(number=event.number)
    return f"{words}: {event.title}" if event.title else words


def sentence(event: Event) -> str:
    """What the law sets for that day, whole."""
    translate = QCoreApplication.translate
    names = {
        "commune_due": translate("calendar", "Hạn 15 ngày làm việc để xã gửi báo cáo và đề nghị"),
        "round_receipt": translate(
            "calendar", "Ngày nhận hồ sơ muộn nhất còn đủ 15 ngày làm việc cho đợt {number} năm {year}"
        ),
        "round_closes": translate("calendar", "Xã đề nghị trước ngày này để vào đợt {number} năm {year}"),
        "round_assessed": translate("calendar", "Tỉnh đánh giá xong trước ngày này, đợt {number} năm {year}"),
        "filing_opens": translate("calendar", "Bắt đầu nhận hồ sơ phân hạng lại (180 ngày trước khi hết hạn)"),
        "filing_closes": translate("calendar", "Ngày cuối nộp hồ sơ phân hạng lại (120 ngày trước khi hết hạn)"),
        "certificate_ends": translate("calendar", "Giấy chứng nhận hết hạn (36 tháng)"),
        "extension_ends": translate("calendar", "Giấy chứng nhận kéo dài nhiều nhất đến ngày này (180 ngày)"),
        "reassess_by": translate(
            "calendar", "45 ngày phân hạng lại, tính từ ngày tỉnh tiếp nhận để xét; chưa tiếp nhận thì tính từ ngày gửi"
        ),
        "withdraw_by": translate("calendar", "Hạn 15 ngày để thu hồi"),
        "inspect_again": translate("calendar", "Ngày kiểm tra lại, do cơ quan kiểm tra đặt"),
        "transition": translate("calendar", "Hạn hoàn thành hồ sơ nộp trước quy định mới"),
        "report_due": translate("calendar", "Ngày gửi báo cáo, theo kế hoạch của tỉnh"),
    }
    return names[event.kind].format(number=event.number, year=event.year)


def left(event: Event) -> tuple[str, str]:
    """How many days are left and the tone of their tag: working days for the commune's time, days for all others."""
    if event.kind == "commune_due":
        return texts.days_left(event.days_left)
    translate = QCoreApplication.translate
    if event.days_left < 0:
        return translate("calendar", "quá {count} ngày").format(count=-event.days_left), "danger"
    if event.days_left == 0:
        return translate("calendar", "hôm nay"), "danger"
    words = translate("calendar", "còn {count} ngày").format(count=event.days_left)
    return words, "danger" if event.days_left <= 3 else "warning" if event.days_left <= 14 else ""


def tone(event: Event) -> str:
    """The colour of a legal day in the month; the words say the same."""
    if not event.open:
        return ""
    if event.kind in {"round_receipt", "round_closes", "filing_opens"}:
        return "law"
    return left(event)[1] or "accent"
