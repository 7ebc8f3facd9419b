"""The score sheet of a product set (Phụ lục II, "kiêm phiếu đánh giá sản phẩm OCOP"), blank or filled in.

Its criteria, levels and stars are the rubric's own words; its head and foot are those printed around every rubric of
Quyết định 26/2026/QĐ-TTg. A sheet that was filled in has one column more: the points given.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from ocop_desktop.domain.criteria import NO, NOT_APPLICABLE, YES, CriteriaSet, Criterion, Disqualify, Option, Part
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.scoring import answers_of
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.printing import fonts
from ocop_desktop.printing.layout import Cell, Sheet
from ocop_desktop.printing.pages import Mark, Paper, Unit, to_pdf
from ocop_desktop.printing.typeset import Blank, Box, Inline, Run

SIZE = 11.0
"""Of the table: a sheet is printed once for each member, so each page counts."""

NEW_LAW = "qd-26-2026"
TOURISM = 26
CODES = (
    "T: Mã tỉnh - X: Mã xã - STT: Số thứ tự sản phẩm do xã lập thống kê - Năm đánh giá. "
    "Mã đơn vị hành chính theo Quyết định số 19/2025/QĐ-TTg ngày 30/6/2025"
)
STARS = "Ghi chú: Dấu sao là yêu cầu tối thiểu phải đạt theo các cấp độ sao (*** - 3 sao; **** - 4 sao; ***** - 5 sao)"
OPINION = "Ý kiến của người đánh giá:"
_TOP_A = "SẢN PHẨM VÀ SỨC MẠNH CỦA CỘNG ĐỒNG"
"""How the rubrics of 2026 head part A, but for tourism's; Điều 3 leaves out "của"."""


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A sheet that was filled in: the answers by criterion id, who gave them, and what they wrote."""

    answers: Mapping[str, str]
    member: str = ""
    opinion: str = ""
    own: bool = False
    """The producer's own assessment, which the sheet then says."""


def of_producer(values: Values) -> Scored:
    """The self-assessment of a dossier, as a sheet."""
    return Scored(answers=answers_of(values), own=True)


def render(
    criteria: CriteriaSet,
    regime: Regime,
    values: Values,
    office: Values,
    *,
    scored: Scored | None = None,
    watermark: str = "",
    mark: Mark | None = None,
) -> bytes:
    """The PDF of a sheet; ``values`` give its head, empty ones leave room to write. Raises
    ``Refused("print.glyph_missing")``, ``Environment("print.font_unusable")``."""
    sheet = Sheet(fonts.choose(str(office.get("office.font") or "")), size=13, tight=True)
    units = [*_head(sheet, criteria, regime, values, scored), *_table(sheet, criteria, scored)]
    units += _foot(sheet, criteria, scored)
    paper = Paper(
        title=f"Phiếu đánh giá sản phẩm OCOP, bộ {criteria.no}: {one_line(criteria.name)}",
        subject=f"{criteria.source.document}, {criteria.source.article}",
        watermark=one_line(watermark),
        mark=mark,
    )
    return to_pdf(sheet.family, units, paper)


def _head(sheet: Sheet, criteria: CriteriaSet, regime: Regime, values: Values, scored: Scored | None) -> list[Unit]:
    title = f"{criteria.no}. Bộ sản phẩm: {one_line(criteria.name)}"
    group = criteria.group_name
    subgroup = one_line(criteria.subgroup)
    about = (
        f"(Sản phẩm: {group}. Nhóm: {subgroup})" if subgroup not in {group, criteria.name} else f"(Sản phẩm: {group})"
    )
    units = sheet.centred(title, "bold")
    units += sheet.centred(about, "regular")
    units.append(sheet.short_rule(title, "bold", sheet.size, after=4))
    if scored and scored.own:
        units += sheet.centred("Điểm do chủ thể tự chấm, không phải kết quả công nhận", "italic")
    units += _fact(sheet, "Tên sản phẩm", values.get("product.name"))
    if criteria.regime == NEW_LAW:
        code = one_line(str(values.get("product.code") or ""))
        items: list[Inline] = [Run("Mã số sản phẩm: ", size=13)]
        items.append(Run(code, "bold", 13) if code else Run(".(T).-.(X).-.(STT).-20………", size=13))
        units += sheet.paragraph(items, align="left", first=0, before=3)
        units += sheet.paragraph([Run(CODES, "italic", 11)], first=0, before=2, size=11)
    units += _fact(sheet, "Tên chủ thể sản xuất", values.get("producer.name"))
    units += _fact(sheet, "Số điện thoại", values.get("producer.phone"))
    units += _fact(sheet, "Địa chỉ", values.get("producer.address"))
    for each in criteria.disqualify:
        units += sheet.paragraph(
            [Run("Hồ sơ bị loại khi: ", "bold", 13), Run(clean(each.text), size=13)], first=0, before=3
        )
    if criteria.status != "complete":
        said = f"Bộ tiêu chí theo {regime.source.document} chưa đủ nguồn: phần thiếu không in ở đây."
        units += sheet.paragraph([Run(said, "bold-italic", 12)], first=0, before=3, size=12)
    return units


def _fact(sheet: Sheet, label: str, value: object) -> list[Unit]:
    said = one_line(str(value)) if value else ""
    items: list[Inline] = [Run(f"{label}: ", size=13), Run(said, "bold", 13) if said else Blank(60, fill=True)]
    return sheet.paragraph(items, align="left", first=0, before=3)


def _table(sheet: Sheet, criteria: CriteriaSet, scored: Scored | None) -> list[Unit]:
    own = 18 if scored else 0
    columns: list[tuple[str, float, str]] = [("Các tiêu chí", 145 - own, "left"), ("Thang điểm", 20, "center")]
    if scored:
        columns.append(("Điểm chấm", own, "center"))
    rows = _Rows(criteria, scored)
    return sheet.table(
        [(title, width, "center" if align == "center" else "left") for title, width, align in columns],
        rows.cells,
        size=SIZE,
        before=8,
        pad=2.5,
        strong=frozenset(rows.strong),
        kept=frozenset(rows.kept),
    )


class _Rows:
    """The rows of the printed table, in its order."""

    def __init__(self, criteria: CriteriaSet, scored: Scored | None) -> None:
        self.criteria = criteria
        self.scored = scored
        self.answers = scored.answers if scored else {}
        self.cells: list[tuple[Cell, ...]] = []
        self.strong: set[int] = set()
        self.kept: set[int] = set()
        for part in criteria.parts:
            self._part(part)
        self._add("TỔNG CỘNG", str(sum(part.max for part in criteria.parts)), self._sum(criteria.leaves()), strong=True)

    def _add(self, words: Cell, most: str, given: str = "", *, strong: bool = False, kept: bool = False) -> None:
        if strong:
            self.strong.add(len(self.cells))
        if kept:
            self.kept.add(len(self.cells))
        self.cells.append((words, most, given) if self.scored else (words, most))

    def _sum(self, leaves: Iterator[Criterion]) -> str:
        found = [leaf.points(self.answers.get(leaf.id)) for leaf in leaves]
        return "" if all(each is None for each in found) else str(sum(each or 0 for each in found))

    def _part(self, part: Part) -> None:
        new = self.criteria.regime == NEW_LAW and part.code == "A" and self.criteria.no != TOURISM
        title = _TOP_A if new else part.title.upper()
        self._add(f"Phần {part.code}:\n{title} ({part.max} Điểm)", str(part.max), self._sum(part.leaves()), strong=True)
        for section in part.sections:
            alone = [each for each in section.criteria if each.whole_section]
            words = f"{section.no}. {section.title.upper()}"
            hint = section.hint or (alone[0].hint if alone else "")
            self._add(
                words + (f"\n({clean(hint)})" if hint else ""),
                str(section.max),
                self._sum(section.leaves()),
                strong=True,
            )
            self._conditions(section.disqualify)
            for each in section.criteria:
                self._criterion(each)

    def _criterion(self, each: Criterion) -> None:
        if not each.whole_section:
            words = f"{each.no}. {each.label} {each.title}".replace("  ", " ").strip()
            if each.min_star:
                words += "*" * each.min_star
            hint = [Run(f"\n({clean(each.hint)})", "italic", SIZE)] if each.hint else []
            self._add(
                [Run(words, "bold", SIZE), *hint],
                str(each.max),
                self._sum(each.leaves()),
                kept=True,
            )
        if each.applies_if:
            self._add([Run(clean(each.applies_if), "italic", SIZE)], "", kept=True)
        if each.requirement:
            said = clean(each.requirement)
            self._add(said if said.startswith("Yêu cầu") else f"Yêu cầu: {said}", "", kept=True)
        self._conditions(each.disqualify)
        answer = self.answers.get(each.id, "")
        for option in each.options:
            self._option(option, answer)
        for case in each.alternatives:
            self._add([Run(clean(case.label), "italic", SIZE)], "", kept=True)
            for option in case.options:
                self._option(option, answer)
        if self.scored and answer in {YES, NO, NOT_APPLICABLE}:
            said = {YES: "Có", NO: "Không", NOT_APPLICABLE: "Không áp dụng"}[answer]
            self._add([Box(True, SIZE), Run(f" {said}", size=SIZE)], "", str(each.points(answer) or 0))
        for nested in each.criteria:
            self._criterion(nested)
        for note in each.notes:
            self._add([Run(f"Ghi chú: {clean(note)}", "italic", SIZE)], "")

    def _option(self, option: Option, answer: str) -> None:
        chosen = option.id == answer
        stars = "*" * option.min_star if option.min_star else ""
        items: list[Inline] = [
            Box(chosen, SIZE),
            Run(f" {clean(option.text)}{stars}", "bold" if chosen else "regular", SIZE),
        ]
        self._add(items, str(option.points), str(option.points) if chosen else "")

    def _conditions(self, found: Sequence[Disqualify]) -> None:
        for each in found:
            self._add([Run(clean(each.text), "italic", SIZE)], "", kept=True)


def _foot(sheet: Sheet, criteria: CriteriaSet, scored: Scored | None) -> list[Unit]:
    units: list[Unit] = []
    if criteria.notes_complete and any(criteria.gate_counts().values()):
        units += sheet.paragraph([Run(STARS, "italic", 12)], first=0, before=6, size=12)
    opinion = clean(scored.opinion).strip() if scored else ""
    units += sheet.paragraph([Run(OPINION, size=13)], first=0, before=8, with_next=True)
    units += sheet.paragraph([Run(opinion, size=13)], before=2) if opinion else sheet.dotted(2)
    units[-1] = sheet.kept(units[-1])
    who = "Người đánh giá" if not (scored and scored.own) else "Đại diện chủ thể"
    name = one_line(scored.member) if scored else ""
    signed = sheet.signature(
        [who], name, over="..., ngày ... tháng ... năm ...", note="(Ký và ghi rõ họ tên)", before=8, room=22 * mm
    )
    return [*units, replace(signed, ends=True)]
