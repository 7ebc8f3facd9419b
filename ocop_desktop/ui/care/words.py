"""A copy in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ocop_desktop.domain.text import show_count
from ocop_desktop.storage.backups import Copy
from ocop_desktop.ui import texts

_MEGABYTE = 1024 * 1024


def why(code: str) -> str:
    """Why a copy was made."""
    return {
        "daily": QCoreApplication.translate("care", "tự động"),
        "by_hand": QCoreApplication.translate("care", "bấm tay"),
        "before_restore": QCoreApplication.translate("care", "trước khi khôi phục"),
        "before_upgrade": QCoreApplication.translate("care", "trước khi nâng cấp"),
    }.get(code, code)


def contents(copy: Copy) -> str:
    """What is in a copy: ``12 hồ sơ · 40 tệp · 3 MB``."""
    size = max(1, round((copy.note.size + copy.note.file_bytes) / _MEGABYTE))
    words = QCoreApplication.translate("care", "{dossiers} hồ sơ · {files} tệp · {size} MB")
    return words.format(
        dossiers=show_count(copy.note.dossiers), files=show_count(len(copy.note.files)), size=show_count(size)
    )


def moment(copy: Copy) -> str:
    """When it was made."""
    return texts.day_and_hour(copy.note.at)
