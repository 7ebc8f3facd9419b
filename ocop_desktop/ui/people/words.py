"""What people call the roles, and what each may do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def role(name: str) -> str:
    """A role in words."""
    translate = QCoreApplication.translate
    return {
        "entry": translate("people", "nhập liệu"),
        "leader": translate("people", "lãnh đạo"),
        "clerk": translate("people", "văn thư"),
        "admin": translate("people", "quản trị máy"),
    }.get(name, name)


def does(name: str) -> str:
    """What a role is for, in one line."""
    translate = QCoreApplication.translate
    return {
        "entry": translate("people", "Nhập liệu: nhận, sửa, chốt, gửi hồ sơ"),
        "leader": translate("people", "Lãnh đạo: đọc, xem lại, in để ký, xuất nhật ký"),
        "clerk": translate("people", "Văn thư: ghi số, gắn bản quét, gửi"),
        "admin": translate("people", "Quản trị máy: người dùng, ghi danh, sao lưu, khôi phục"),
    }[name]


def roles(names: Iterable[str]) -> str:
    """Several roles in a row."""
    return ", ".join(role(name) for name in names)
