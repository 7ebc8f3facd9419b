"""How papers and their dates are said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.filing import Filing
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.following import Term
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import show_date


def term(state: Term) -> tuple[str, str]:
    """The state of a paper, and the tone of its tag."""
    translate = QCoreApplication.translate
    names = {
        "valid": (translate("following", "còn hạn"), "accent"),
        "unlimited": (translate("following", "không thời hạn"), "accent"),
        "expired": (translate("following", "hết hạn"), "danger"),
        "unknown": (translate("following", "chưa rõ hạn"), "warning"),
    }
    return names[state]


def dates(file: EvidenceFile, today: date) -> tuple[str, str]:
    """The dates of a paper in few words, and their tone; empty while nobody entered them."""
    translate = QCoreApplication.translate
    parts = []
    if file.issued_on:
        parts.append(translate("following", "cấp {day}").format(day=KINDS["date"].show(file.issued_on)))
    if file.unlimited:
        parts.append(translate("following", "không thời hạn"))
    elif file.expires_on:
        words = translate("following", "hạn {day}").format(day=KINDS["date"].show(file.expires_on))
        if file.expires_on < today.isoformat():
            words = translate("following", "hết hạn {day}").format(day=KINDS["date"].show(file.expires_on))
        parts.append(words)
    late = not file.unlimited and bool(file.expires_on) and file.expires_on < today.isoformat()
    return ", ".join(parts), "danger" if late else ""


def sentence(found: Filing) -> tuple[str, str]:
    """How a re-assessment stands against the days it may be filed in, and the tone of its card."""
    translate = QCoreApplication.translate
    names = {
        "inside": (
            translate("following", "Nộp trong kỳ {first} đến {last}; giấy chứng nhận hết hạn {ends} ({article})."),
            "law",
        ),
        "early": (
            translate(
                "following",
                "Nộp sớm hơn kỳ phân hạng lại: kỳ nộp từ {first} đến {last}, giấy chứng nhận hết hạn {ends} ({article}).",
            ),
            "warning",
        ),
        "late": (
            translate(
                "following",
                "Nộp sau kỳ phân hạng lại: kỳ nộp từ {first} đến {last}, giấy chứng nhận hết hạn {ends} ({article}). "
                "Tỉnh quyết định có nhận không.",
            ),
            "warning",
        ),
        "grace": (
            translate(
                "following",
                "Kỳ nộp {first} đến {last} đã qua trước khi có Quyết định 26/2026: giấy chứng nhận hết hạn {ends} được kéo "
                "dài đến khi có kết quả, chậm nhất {until} (Điều 12 khoản 3).",
            ),
            "law",
        ),
        "expired": (
            translate(
                "following",
                "Giấy chứng nhận đã hết hạn {ends} trước ngày nhận hồ sơ; kỳ nộp phân hạng lại là {first} đến {last} "
                "({article}). Tỉnh quyết định có nhận không.",
            ),
            "danger",
        ),
    }
    words, tone = names[found.verdict]
    days = {name: show_date(getattr(found, name)) for name in ("first", "last", "ends", "until")}
    return words.format(**days, article=found.article), tone
