"""Covering papers to print in tests: the values and rows that the program gives them."""

from datetime import date

from ocop_desktop import legal
from ocop_desktop.domain.covering import Lists
from ocop_desktop.domain.forms import Field, Values
from ocop_desktop.printing import compose, letter
from ocop_desktop.printing.letter import Letter
from tests.printing import samples

LAW = (
    "Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và quy trình "
    "đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm"
)


def fields() -> list[Field]:
    """Every field of the forms of 2026."""
    return [field for form in legal.form_ids("qd-26-2026") for field in legal.form(form).fields()]


def values() -> Values:
    """A dossier, its meeting, a council and a period."""
    return {
        **samples.values(),
        "law.full": LAW,
        "law.short": "Quyết định số 26/2026/QĐ-TTg",
        "dossier.kind_words": "lần đầu",
        "packed": "true",
        "count": "03",
        "reception": ", phiếu số 12-2026/PĐK-08-02269-2026",
        "due.day": "2026-10-26",
        "period": "tháng 10 năm 2026",
        "closing": "từ ngày 15/9/2026 đến ngày 14/10/2026",
        "council.name": "Hội đồng đánh giá, phân hạng sản phẩm OCOP",
        "council.parent": "Ủy ban nhân dân tỉnh Tuyên Quang",
        "council.round": "đợt 2 năm 2026",
        "council.minutes_symbol": "BB-HĐOCOP",
        "council.proposal_symbol": "TTr-HĐOCOP",
        "council.to": "Ủy ban nhân dân tỉnh Tuyên Quang",
        "council.chair": "Nguyễn Thế Giang",
        "council.chair_post": "Phó Chủ tịch Ủy ban nhân dân tỉnh",
        "council.secretary": "Trần Thị Hương",
        "council.size": 9,
        "council.present": 8,
        "council.in_words": "Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh",
        "meeting.day": "2026-11-20",
        "decision.agency": "Ủy ban nhân dân / tỉnh Tuyên Quang",
        "decision.authority": "Chủ tịch Ủy ban nhân dân tỉnh Tuyên Quang",
        "decision.titles": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "certificate.months": 36,
        "dossier.meeting.place": "Phòng họp Ủy ban nhân dân xã",
        "dossier.meeting.chair": "Ma Văn Đức",
        "dossier.meeting.attended": "Ma Văn Đức, Chủ tịch\nHoàng Thị Thương, công chức",
        "files.total": 12,
        "files.size": "18,4 MB",
    }


def lists(count: int = 3) -> Lists:
    """Rows for every table of every template."""
    numbers = range(1, count + 1)
    return {
        "products": [
            {"product": f"Chè số {n}", "producer": "Hợp tác xã Sơn Trà", "set": "Chè tươi", "kind": "Lần đầu"}
            for n in numbers
        ],
        "package": [{"label": "Báo cáo theo Mẫu số 03", "end": ";"}, {"label": "Hồ sơ sản phẩm", "end": "."}],
        "matters": [{"label": "Nguyên liệu địa phương", "end": ";"}, {"label": "Lao động địa phương", "end": "."}],
        "papers": [{"name": f"Giấy số {n}", "requirement": "Bản sao"} for n in numbers],
        "evidence": [
            {"row": f"{n:02d}", "title": "Giấy", "state": "có", "files": "a.pdf", "count": 1} for n in numbers
        ],
        "figures": [{"no": "1", "label": "Hồ sơ nhận", "unit": "hồ sơ", "now": 12, "whole": 1_234}],
        "members": [{"name": f"Thành viên {n}", "post": "Sở", "role": "Ủy viên", "present": "Có"} for n in numbers],
        "results": [
            {
                "product": f"Chè số {n}",
                "producer": "Hợp tác xã Sơn Trà",
                "code": f"08-02269-{n}-2026",
                "sheets": 8,
                "part_a": 3200,
                "part_b": 2125,
                "part_c": 2900,
                "average": 8225,
                "rank": "4 sao",
            }
            for n in numbers
        ],
        "documents": [
            {
                "number": f"{n:02d}/BC-UBND",
                "day": date(2026, 10, 5),
                "about": "Báo cáo đánh giá một số nội dung của hồ sơ",
                "signer": "Ma Văn Đức",
                "to": "UBND tỉnh",
                "kept_by": "VT, KT",
                "copies": 3,
            }
            for n in numbers
        ],
    }


def a_letter(
    name: str, *, count: int = 3, number: str = "7", day: date | None = date(2026, 2, 5), **more: str
) -> Letter:
    """A covering paper, filled in; ``more`` replaces values, its underscores are dots."""
    given: Values = {**values(), **{key.replace("__", "."): value for key, value in more.items()}}
    return compose.compose(
        legal.letter(name), given, samples.office(), lists=lists(count), fields=fields(), number=number, day=day
    )


def pdf(name: str, *, count: int = 3, number: str = "7", day: date | None = date(2026, 2, 5), **more: str) -> bytes:
    """The same as a PDF."""
    return letter.render(a_letter(name, count=count, number=number, day=day, **more), samples.office())
