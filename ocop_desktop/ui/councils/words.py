"""Roles, rules and sheets of a council in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.councils.papers import CouncilPaper
from ocop_desktop.actions.councils.results import CaseRow, Cell
from ocop_desktop.domain.councils import Rules
from ocop_desktop.domain.text import show_hundredths


def role(code: str) -> str:
    """What people call a seat."""
    translate = QCoreApplication.translate
    return {
        "chair": translate("councils", "Chủ tịch"),
        "deputy": translate("councils", "Phó Chủ tịch"),
        "member": translate("councils", "Ủy viên"),
        "secretary": translate("councils", "Thư ký"),
    }.get(code, code)


def combination(code: str) -> str:
    """When the council as a whole reaches a star mark."""
    translate = QCoreApplication.translate
    return {
        "majority": translate("councils", "quá nửa số phiếu đạt mốc"),
        "every": translate("councils", "mọi phiếu đạt mốc"),
        "average": translate("councils", "điểm trung bình của tiêu chí đạt mốc"),
    }.get(code, code)


def rules(own: Rules) -> list[str]:
    """The rules, each as a sentence."""
    translate = QCoreApplication.translate
    quorum = translate("councils", "Đủ họp khi có từ {percent} % thành viên chấm điểm")
    said = [quorum.format(percent=own.quorum_percent)]
    if own.chair_needed:
        said[0] += translate("councils", ", có chủ tịch")
    spread = translate("councils", "Hai phiếu chênh nhau quá {points} điểm thì thảo luận, chấm lại")
    said.append(
        spread.format(points=show_hundredths(own.spread))
        if own.spread
        else translate("councils", "Không giới hạn chênh lệch giữa các phiếu")
    )
    marks = translate("councils", "Mốc sao của hội đồng: {how}").format(how=combination(own.combination))
    return [*said, marks]


def source() -> str:
    """Where the rules come from, honestly."""
    return QCoreApplication.translate(
        "councils",
        "Quyết định để Quy chế hoạt động của từng tỉnh quy định. Mặc định: 75 % và 10 điểm theo nơi đã thấy "
        "(Tây Ninh, Đồng Tháp, trước Quyết định 26/2026); cách gộp mốc sao chưa thấy văn bản nào nêu, là mặc định của "
        "chương trình. Hãy sửa theo Quy chế của tỉnh.",
    )


def papers() -> list[tuple[CouncilPaper, str]]:
    """The papers of a session, on buttons."""
    translate = QCoreApplication.translate
    return [
        ("bien-ban-hoi-dong", translate("councils", "Biên bản")),
        ("bang-ket-qua", translate("councils", "Bảng kết quả")),
        ("to-trinh-hoi-dong", translate("councils", "Tờ trình")),
        ("quyet-dinh-cong-nhan", translate("councils", "Dự thảo quyết định")),
    ]


def cell(state: Cell, total: int | None) -> tuple[str, str]:
    """A member's sheet in a few letters, and the tone of its tag."""
    translate = QCoreApplication.translate
    if state == "done" and total is not None:
        return show_hundredths(total), "-"
    return {
        "none": ("·", "-"),
        "begun": (translate("councils", "dở"), "warning"),
        "done": ("✓", "accent"),
        "second": (translate("councils", "lần 2"), "law"),
        "differs": (translate("councils", "lệch"), "danger"),
    }[state]


def standing(row: CaseRow) -> tuple[str, str]:
    """Where a dossier stands in the session, and the tone."""
    translate = QCoreApplication.translate
    found = row.verdict
    if row.result:
        return translate("councils", "Đã ghi kết quả"), "accent"
    if found.over:
        return translate("councils", "Chênh quá giới hạn"), "danger"
    if any(each == "differs" for each in row.cells.values()):
        return translate("councils", "Hai lần nhập lệch"), "danger"
    if found.unfinished:
        return translate("councils", "Có phiếu chưa xong"), "warning"
    if not found.quorum:
        return translate("councils", "Chưa đủ phiếu"), "warning"
    return translate("councils", "Đủ để kết luận"), "law"


def short_names(names: list[str]) -> list[str]:
    """Given names as the titles of columns; with initials where two are the same."""
    given = [name.split()[-1] if name.split() else name for name in names]
    return [own if given.count(own) == 1 else initials(name) for own, name in zip(given, names, strict=True)]


def initials(name: str) -> str:
    """``Nguyễn Văn Hòa`` as ``N.V.Hòa``: a column's title."""
    parts = name.split()
    return name if len(parts) < 2 else ".".join((*(part[0] for part in parts[:-1]), parts[-1]))
