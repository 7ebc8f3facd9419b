"""How papers and their dates are said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.following import Term
from ocop_desktop.domain.kinds import KINDS


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
