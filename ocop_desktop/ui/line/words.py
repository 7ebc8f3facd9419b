"""What a round with the province did, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.exchange import Summary
from ocop_desktop.domain.text import show_count

SKEW_SECONDS = 300
"""Clocks further apart than this are mentioned; nothing is ever ordered by them."""


def result(summary: Summary) -> str:
    """The sentences for a round that came to its end."""
    parts = [*_moved(summary), *_left(summary)]
    if summary.digest_equal:
        parts.append(QCoreApplication.translate("SyncPage", "Đã đối chiếu: tỉnh và máy này như nhau."))
    else:
        parts.append(
            QCoreApplication.translate("SyncPage", "Đối chiếu chưa khớp; lần đồng bộ sau sẽ tự gửi phần còn thiếu.")
        )
    if abs(summary.skew_seconds) > SKEW_SECONDS:
        words = QCoreApplication.translate(
            "SyncPage", "Đồng hồ máy này lệch {minutes} phút so với tỉnh, hãy chỉnh lại."
        )
        parts.append(words.format(minutes=abs(summary.skew_seconds) // 60))
    return " ".join(parts)


def _moved(summary: Summary) -> list[str]:
    parts = []
    if summary.sent or summary.files:
        words = QCoreApplication.translate("SyncPage", "Tỉnh đã ghi nhận {sent} nội dung và {files} tệp.")
        parts.append(words.format(sent=show_count(summary.sent), files=show_count(summary.files)))
    if summary.received:
        words = QCoreApplication.translate("SyncPage", "Đã nhận {count} nội dung từ tỉnh.")
        parts.append(words.format(count=show_count(summary.received)))
    return parts


def _left(summary: Summary) -> list[str]:
    parts = []
    if summary.conflicts:
        words = QCoreApplication.translate("SyncPage", "{count} hồ sơ có hai máy cùng sửa, cần chọn.")
        parts.append(words.format(count=summary.conflicts))
    if summary.rejected:
        words = QCoreApplication.translate("SyncPage", "Tỉnh chưa nhận {count} nội dung, xem lý do ở hồ sơ.")
        parts.append(words.format(count=summary.rejected))
    if summary.unreadable:
        words = QCoreApplication.translate(
            "SyncPage", "{count} tệp minh chứng trên máy này đã bị đổi hoặc mất, hãy thêm lại tệp gốc."
        )
        parts.append(words.format(count=show_count(summary.unreadable)))
    if summary.files_wait == "full":
        parts.append(
            QCoreApplication.translate(
                "SyncPage", "Máy chủ tỉnh gần hết chỗ: hồ sơ vẫn được nhận, tệp chờ. Hãy báo tỉnh."
            )
        )
    elif summary.files_wait == "paused":
        parts.append(QCoreApplication.translate("SyncPage", "Tệp minh chứng đang để lại sau, như đã chọn."))
    return parts
