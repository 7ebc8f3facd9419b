"""What lists are called on screen: their kinds, the values of their columns, what became of a row, why names look alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.lists.outcome import Remark, RowDone
from ocop_desktop.domain.likeness import Reason
from ocop_desktop.ui import texts


def target(key: str) -> str:
    """A value that a column fills."""
    translate = QCoreApplication.translate
    return {
        "product.name": translate("lists", "Tên sản phẩm"),
        "producer.name": translate("lists", "Tên chủ thể"),
        "producer.kind": translate("lists", "Loại hình chủ thể"),
        "product.set": translate("lists", "Bộ sản phẩm"),
        "product.group": translate("lists", "Nhóm, ngành"),
        "unit.commune": translate("lists", "Xã, phường"),
        "unit.district": translate("lists", "Huyện cũ"),
        "unit.province": translate("lists", "Tỉnh"),
        "unit.province_then": translate("lists", "Tỉnh trước 01/7/2025"),
        "producer.address": translate("lists", "Địa chỉ"),
        "producer.phone": translate("lists", "Điện thoại"),
        "producer.email": translate("lists", "Thư điện tử"),
        "producer.representative": translate("lists", "Người đại diện"),
        "producer.registration_no": translate("lists", "Số đăng ký kinh doanh"),
        "one.stars": translate("lists", "Hạng sao"),
        "one.decision_no": translate("lists", "Số quyết định"),
        "one.decided_on": translate("lists", "Ngày quyết định"),
        "one.day_kind": translate("lists", "Loại ngày"),
        "one.authority": translate("lists", "Cơ quan công nhận"),
        "one.year": translate("lists", "Năm công nhận"),
        "one.ends_on": translate("lists", "Ngày hết hạn"),
        "one.total": translate("lists", "Điểm hội đồng"),
        "one.status": translate("lists", "Tình trạng"),
        "one.certificate_no": translate("lists", "Số giấy chứng nhận"),
        "now.stars": translate("lists", "Hạng sao hiện tại"),
        "two.stars": translate("lists", "Lần 2: hạng sao"),
        "two.decision_no": translate("lists", "Lần 2: số quyết định"),
        "two.decided_on": translate("lists", "Lần 2: ngày quyết định"),
        "two.authority": translate("lists", "Lần 2: cơ quan"),
        "two.year": translate("lists", "Lần 2: năm"),
        "product.code": translate("lists", "Mã sản phẩm"),
        "product.note": translate("lists", "Ghi chú"),
        "dossier.received_on": translate("lists", "Ngày nhận hồ sơ"),
        "dossier.year": translate("lists", "Năm"),
        "dossier.note": translate("lists", "Ghi chú"),
    }.get(key, key)


def did(row: RowDone) -> tuple[str, str]:
    """What became of a row, and the tone of its tag."""
    translate = QCoreApplication.translate
    return {
        "made": (translate("lists", "Mới"), "accent"),
        "added": (translate("lists", "Thêm vào"), "accent"),
        "known": (translate("lists", "Đã có"), ""),
        "refused": (translate("lists", "Chưa nhập"), "danger"),
        "passed": (translate("lists", "Bỏ qua"), ""),
    }[row.did]


def remark(said: Remark) -> str:
    """What is said of a row or of one of its cells."""
    sentence = texts.sentence(said.code, {"text": said.text, "set": said.text})
    return f"{said.column}: {sentence}" if said.column else sentence


def why(reasons: tuple[Reason, ...]) -> str:
    """Why two names are taken for one."""
    translate = QCoreApplication.translate
    words = {
        "same": translate("lists", "cùng một tên"),
        "tones": translate("lists", "khác dấu"),
        "form": translate("lists", "khác cách ghi loại hình"),
        "order": translate("lists", "khác thứ tự chữ"),
        "spelling": translate("lists", "khác một hai chữ cái"),
        "extra": translate("lists", "thêm hoặc bớt chữ"),
        "place": translate("lists", "khác phần địa danh"),
        "size": translate("lists", "khác năm, số, quy cách"),
    }
    return ", ".join(words[each] for each in reasons)
