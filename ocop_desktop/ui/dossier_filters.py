"""What the list of dossiers can be narrowed to, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def filter_words(name: str) -> str:
    """What people call a filter of the list."""
    translate = QCoreApplication.translate
    return {
        "all": translate("DossierList", "Tất cả"),
        "mine": translate("DossierList", "Của tôi"),
        "due_soon": translate("DossierList", "Sắp đến hạn"),
        "waiting": translate("DossierList", "Chờ bổ sung"),
        "sealed": translate("DossierList", "Chờ ký"),
        "handed_over": translate("DossierList", "Đã gửi tỉnh"),
        "accepted": translate("DossierList", "Đang xét"),
        "returned": translate("DossierList", "Tỉnh trả lại"),
    }[name]
