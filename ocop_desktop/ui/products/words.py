"""How a product stands, and what befell it, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.products.claims import Claim
from ocop_desktop.actions.products.register import Event
from ocop_desktop.domain.recognition import Standing
from ocop_desktop.domain.text import show_date, show_hundredths


def stars(count: int) -> str:
    """``★★★★``; a dash where there are none."""
    return "★" * count if count else "–"


def short_stars(count: int) -> str:
    """``4 ★``, for a narrow column."""
    return f"{count} ★" if count else "–"


def state(found: Standing) -> tuple[str, str]:
    """The state in a few words, and the tone of its tag."""
    translate = QCoreApplication.translate
    return {
        "valid": (translate("products", "Còn hiệu lực"), "accent"),
        "filing": (translate("products", "Đang kỳ nộp lại"), "warning"),
        "late": (translate("products", "Quá hạn nộp lại"), "danger"),
        "filed": (translate("products", "Đã nộp hồ sơ lại"), "law"),
        "extended": (translate("products", "Kéo dài chuyển tiếp"), "warning"),
        "expired": (translate("products", "Hết hiệu lực"), ""),
        "withdrawing": (translate("products", "Chờ thu hồi"), "danger"),
        "withdrawn": (translate("products", "Đã thu hồi"), ""),
    }[found.state]


def claim(found: Claim) -> tuple[str, str, str]:
    """How stars that a list told stand: the words of a tag, the line under it, the tone."""
    translate = QCoreApplication.translate
    return {
        "told": (translate("products", "Xã khai"), translate("products", "tỉnh chưa xác nhận"), "warning"),
        "listed": (translate("products", "Theo danh sách"), translate("products", "chưa có quyết định"), "warning"),
        "returned": (translate("products", "Trả lại xã"), found.remark, "danger"),
    }[found.state]


def claim_advice(found: Claim) -> str:
    """What was told, word for word, and what it waits for."""
    translate = QCoreApplication.translate
    said = []
    if found.stars:
        said.append(translate("products", "{count} sao").format(count=found.stars))
    if found.decision_no:
        said.append(translate("products", "Quyết định {number}").format(number=found.decision_no))
    if found.decided_on is not None:
        said.append(translate("products", "ngày {day}").format(day=show_date(found.decided_on)))
    elif found.year:
        said.append(translate("products", "năm {year}").format(year=found.year))
    if found.authority:
        said.append(found.authority)
    if found.ends_on is not None:
        said.append(translate("products", "đến {day}").format(day=show_date(found.ends_on)))
    if found.status:
        said.append(f"“{found.status}”")
    if found.unread:
        said.append(
            translate("products", "chưa đọc được: {words}").format(
                words=", ".join(f"“{each}”" for each in found.unread)
            )
        )
    told = translate("products", "Danh sách đã nhập ghi: {what}.").format(what=", ".join(said))
    if found.state != "returned":
        return told + " " + translate("products", "Chưa tính là sản phẩm đã được công nhận.")
    day = show_date(found.returned_on) if found.returned_on else "…"
    remark = translate("products", "Cấp trên trả lại ngày {day}: {remark}").format(day=day, remark=found.remark)
    return f"{told} {remark}"


def advice(found: Standing, today: date) -> str:
    """What to do and until when."""
    translate = QCoreApplication.translate
    first, last = found.filing or (found.ends, found.ends)
    days = {
        "first": show_date(first),
        "last": show_date(last),
        "ends": show_date(found.ends),
        "until": show_date(found.last),
    }
    words = {
        "valid": translate("products", "Nộp hồ sơ phân hạng lại từ {first} đến {last}."),
        "filing": translate("products", "Nộp hồ sơ phân hạng lại chậm nhất {last}."),
        "late": translate("products", "Hạn nộp phân hạng lại là {last}, đã qua. Giấy chứng nhận hết hạn {ends}."),
        "filed": translate("products", "Hồ sơ đã nộp; giấy chứng nhận có hiệu lực đến {ends}."),
        "extended": translate("products", "Hết hạn {ends}; được kéo dài đến khi có kết quả, chậm nhất {until}."),
        "expired": translate("products", "Hết hạn {ends}: không in nhãn OCOP lên bao bì nữa."),
        "withdrawn": translate("products", "Không được dùng nhãn OCOP."),
        "withdrawing": translate("products", "Hạn quyết định thu hồi: {due} (Điều 8 khoản 4, 15 ngày)."),
    }[found.state]
    if found.state == "late" and found.last > found.ends:
        words += " " + translate("products", "Được kéo dài chuyển tiếp đến {until} (Điều 12 khoản 3).")
    due = show_date(found.withdraw_by) if found.withdraw_by else "…"
    return words.format(**days, due=due)


def kind(code: str) -> str:
    """What people call a kind of dossier."""
    translate = QCoreApplication.translate
    return {
        "lan-dau": translate("products", "lần đầu"),
        "nang-hang": translate("products", "nâng hạng"),
        "phan-hang-lai": translate("products", "phân hạng lại"),
    }.get(code, code)


def event(found: Event) -> tuple[str, str]:
    """What happened, and the details on a second line."""
    translate = QCoreApplication.translate
    body = found.details
    words = {
        "received": translate("products", "Nhận hồ sơ {kind}"),
        "result": translate("products", "Hội đồng: {total} điểm, {stars} sao"),
        "recognition": translate("products", "Công nhận {stars} sao ({kind})"),
        "inspection": translate("products", "Kiểm tra, kết luận có vi phạm")
        if body.get("breach")
        else translate("products", "Kiểm tra"),
        "remedied": translate("products", "Vi phạm đã được khắc phục"),
        "again": translate("products", "Kiểm tra lại theo kết luận lần trước"),
        "demotion": translate("products", "Hạ xuống {stars} sao"),
        "stopped": translate("products", "Xã xác nhận ngừng sản xuất"),
        "withdrawal": translate("products", "Thu hồi giấy chứng nhận"),
        "filing": translate("products", "Kỳ nộp phân hạng lại: {first} đến {last}"),
        "ends": translate("products", "Giấy chứng nhận hết hạn"),
        "last": translate("products", "Ngày cuối được kéo dài (Điều 12 khoản 3)"),
    }[found.kind]
    total = body.get("total")
    first = words.format(
        kind=kind(str(body.get("kind") or "")),
        stars=found.stars,
        total=show_hundredths(total) if isinstance(total, int) else "…",
        first=_shown(body.get("first")),
        last=_shown(body.get("last")),
    )
    return first, " · ".join(part for part in _details(found) if part)


def _details(found: Event) -> list[str]:
    translate = QCoreApplication.translate
    body = found.details
    said: list[str] = []
    if body.get("decision_no"):
        words = translate("products", "Quyết định {number} ngày {day}")
        said.append(words.format(number=body["decision_no"], day=_shown(body.get("decided_on"))))
    said.extend(str(body.get(name) or "") for name in ("authority", "council"))
    if body.get("certificate_no"):
        said.append(translate("products", "Giấy chứng nhận số {number}").format(number=body["certificate_no"]))
    if body.get("ends_on"):
        said.append(translate("products", "đến {day}").format(day=_shown(body.get("ends_on"))))
    if body.get("code"):
        said.append(translate("products", "mã {code}").format(code=body["code"]))
    if body.get("blocked"):
        said.append(translate("products", "vướng mốc ở {criteria}").format(criteria=body["blocked"]))
    said.extend(
        str(body.get(name) or "") for name in ("conclusion_no", "number", "finding", "ground_text", "reason", "note")
    )
    return said


def _shown(value: object) -> str:
    try:
        return show_date(date.fromisoformat(str(value)))
    except ValueError:
        return "…"
