"""The history of a dossier in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.dossiers import HistoryLine
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.ui.papers import words

_DAYS = ("day", "before_day")


def line_words(line: HistoryLine, labels: Mapping[str, str]) -> str:
    """What was done, as a sentence. ``labels``: what people call the fields."""
    translate = QCoreApplication.translate
    if line.what == "edit":
        fields = line.details.get("fields")
        keys = list(fields) if isinstance(fields, dict) else []
        names = [labels.get(key, "") for key in keys if labels.get(key)]
        shown = ", ".join(dict.fromkeys(names[:4]))
        if len(names) > 4:
            more = translate("history", "{names} và {count} mục khác")
            shown = more.format(names=shown, count=len(names) - 4)
        if not shown:
            return translate("history", "Sửa nội dung")
        return translate("history", "Sửa: {fields}").format(fields=shown)
    words = {
        "dossier.received": translate("history", "Nhận hồ sơ"),
        "dossier.paused": translate("history", "Chờ chủ thể bổ sung: {reason}"),
        "dossier.resumed": translate("history", "Tiếp tục xử lý"),
        "dossier.reviewed": translate("history", "Đã xem lại hồ sơ"),
        "work.handed": translate("history", "Giao hồ sơ từ {before} cho {to}"),
        "sensitive.shown": translate("history", "Mở xem {label}"),
        "dossier.sealed": translate("history", "Chốt báo cáo, lần {revision}"),
        "dossier.reopened": translate("history", "Mở lại để sửa: {reason}"),
        "dossier.handed_over": translate("history", "Gửi hồ sơ đi tỉnh"),
        "dossier.returned": translate("history", "Tỉnh trả lại: {reason}"),
        "dossier.accepted": translate("history", "Tiếp nhận để xét"),
        "dossier.passed_on": translate("history", "Chuyển hồ sơ lên tỉnh"),
        "dossier.withdrawn": translate("history", "Rút hồ sơ: {reason}"),
        "evidence.attached": translate("history", "Thêm tệp {name} vào dòng {row}"),
        "report.issued": translate("history", "Ghi số {number}, ngày {day} cho báo cáo"),
        "report.unissued": translate("history", "Bỏ số {before} của báo cáo"),
        "dossier.followed": translate(
            "history", "Lập hồ sơ từ hồ sơ trước của sản phẩm, mang theo {files} tệp còn hạn"
        ),
        "dossier.regime_set": translate("history", "Đổi quy định áp dụng từ {before} sang {document}: {reason}"),
        "evidence.dated": translate("history", "Ghi ngày cấp, hạn của tệp {name}"),
        "code.given": translate("history", "Cấp mã sản phẩm {code}"),
        "code.changed": translate("history", "Đổi mã sản phẩm {before} thành {code}: {reason}"),
        "letter.added": translate("history", "Ghi văn bản số {number} vào sổ văn bản đi"),
        "letter.changed": translate("history", "Sửa dòng trong sổ văn bản đi"),
        "letter.removed": translate("history", "Bỏ văn bản số {number} khỏi sổ văn bản đi: {reason}"),
        "dossier.packaged": translate("history", "Xuất hồ sơ điện tử, {files} tệp"),
        "paper.printed": translate("history", "Lấy bản in {paper}"),
        "evidence.detached": translate("history", "Bỏ tệp {name} ở dòng {row}"),
        "sync.conflict": translate("history", "Hai máy cùng sửa, cần chọn"),
        "sync.rejected": translate("history", "Tỉnh chưa nhận một nội dung"),
        "sync.move_taken_back": translate("history", "Bỏ bước vừa chuyển, vì hai máy cùng sửa"),
        "council.case": translate("history", "Đưa vào phiên họp hội đồng"),
        "council.result": translate("history", "Ghi kết quả hội đồng: {stars} sao"),
        "council.reopened": translate("history", "Mở lại kết quả hội đồng: {reason}"),
        "sheet.done": translate("history", "Nhập xong một phiếu chấm"),
        "sheet.changed": translate("history", "Chấm lại một phiếu"),
        "product.recognised": translate("history", "Ghi công nhận {stars} sao"),
        "product.inspected": translate("history", "Ghi kết quả kiểm tra"),
        "product.lowered": translate("history", "Ghi quyết định hạ hạng"),
        "product.withdrawn": translate("history", "Ghi quyết định thu hồi"),
        "product.stopped": translate("history", "Xác nhận ngừng sản xuất"),
        "product.remedied": translate("history", "Vi phạm đã được khắc phục: {note}"),
        "product.joined": translate("history", "Ghép lịch sử với sản phẩm {other}: {reason}"),
        "product.separated": translate("history", "Tách lịch sử khỏi sản phẩm {other}: {reason}"),
        "product.corrected": translate("history", "Sửa điều đã ghi về sản phẩm"),
        "conflict.decided": translate("history", "Chọn giữa hai bản: {fields}. {reason}"),
    }
    template = words.get(line.what, line.what)
    row = str(line.details.get("row") or "")
    if row.startswith("mau-"):
        row = translate("history", "Mẫu số {number}").format(number=row.removeprefix("mau-"))
    known = {**line.details, "row": row.lstrip("0"), "paper": _paper(line.details)}
    known |= {name: KINDS["date"].show(str(known[name])) for name in _DAYS if known.get(name)}
    return template.format_map(_Known(known))


def _paper(details: Mapping[str, object]) -> str:
    """What people call a printed paper, from the first words of its file name."""
    name = str(details.get("paper") or "")
    return QCoreApplication.translate("history", "nháp Mẫu số 03") if name == "ban-nhap" else words.title(name)


class _Known(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
