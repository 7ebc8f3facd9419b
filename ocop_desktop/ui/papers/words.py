"""What people call the papers and the steps they belong to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def title(paper: str) -> str:
    """A paper by its id in the registry; the id itself for one that is not known here."""
    translate = QCoreApplication.translate
    return {
        "mau-01": translate("papers", "Mẫu số 01, Phiếu đăng ký"),
        "bia-ho-so": translate("papers", "Bìa hồ sơ"),
        "missing": translate("papers", "Phiếu yêu cầu bổ sung đưa chủ thể"),
        "yeu-cau-bo-sung": translate("papers", "Công văn yêu cầu bổ sung"),
        "mau-02": translate("papers", "Mẫu số 02, Báo cáo tự đánh giá"),
        "muc-luc-minh-chung": translate("papers", "Mục lục minh chứng"),
        "mau-03": translate("papers", "Mẫu số 03, Báo cáo của xã"),
        "bien-ban-hop": translate("papers", "Biên bản họp lấy ý kiến"),
        "cong-van-de-nghi": translate("papers", "Công văn đề nghị tỉnh đánh giá"),
        "to-trinh-de-nghi": translate("papers", "Tờ trình đề nghị tỉnh đánh giá"),
        "nhan-phong-bi": translate("papers", "Nhãn phong bì"),
        "receipt": translate("papers", "Biên nhận của tỉnh"),
        "phieu-cham": translate("papers", "Phiếu chấm điểm để trống"),
        "phieu-tu-cham": translate("papers", "Phiếu chấm điểm chủ thể tự chấm"),
        "xac-nhan-ngung-san-xuat": translate("papers", "Xác nhận ngừng sản xuất"),
    }.get(paper, paper)


def step(name: str) -> str:
    """A step of the registry."""
    translate = QCoreApplication.translate
    return {
        "receive": translate("papers", "Tiếp nhận"),
        "check": translate("papers", "Kiểm tra"),
        "assess": translate("papers", "Đánh giá"),
        "propose": translate("papers", "Gửi tỉnh"),
        "score": translate("papers", "Chấm điểm"),
        "after": translate("papers", "Sau công nhận"),
    }[name]


def way(name: str) -> str:
    """How a paper left the program."""
    translate = QCoreApplication.translate
    return {
        "printer": translate("papers", "máy in"),
        "file": translate("papers", "lưu tệp"),
        "open": translate("papers", "mở bằng chương trình khác"),
    }.get(name, name)
