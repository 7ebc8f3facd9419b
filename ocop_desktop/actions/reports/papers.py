"""The papers of a periodic report: one letter in the frame of Nghị định 30/2020/NĐ-CP, as PDF, Word and workbook."""

import re

from ocop_desktop.actions import documents
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.office import office
from ocop_desktop.actions.papers import drawing
from ocop_desktop.domain import sentences
from ocop_desktop.domain.covering import Entry, Lists
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.reporting.figures import Figure
from ocop_desktop.domain.reporting.periods import Period
from ocop_desktop.domain.reporting.planned import PlannedLine
from ocop_desktop.domain.text import show_date
from ocop_desktop.storage.db import Db

from . import facts, periodic
from .facts import By
from .periodic import Report

LETTER = "bao-cao-dinh-ky"
ISSUER, ADDRESSEE = "office.report_issuer", "office.report_to"
"""Settings of the office: who makes its periodic reports, and to whom they go."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_UNITS = {"products": "sản phẩm", "producers": "chủ thể", "dossiers": "hồ sơ", "work": "lượt"}
_KIND = re.compile(r"(xã|phường|đặc khu|huyện|thị xã|thành phố|tỉnh|quận)\s+(.+)", re.IGNORECASE)


def label(figure: Figure) -> str:
    """What a figure is called, in Vietnamese."""
    if figure.key.startswith("products.group.") and not figure.key.endswith(".khac"):
        code = figure.key.rpartition(".")[2]
        return f"Ngành {dict(facts.groups()).get(code, code)}"
    return sentences.template(f"figure.{figure.key.replace('-', '_')}") or figure.key


def unit_words(figure: Figure) -> str:
    """What a figure counts."""
    special = {"producers.revenue": "triệu đồng", "producers.workers": "người"}
    return "%" if figure.percent else special.get(figure.key) or _UNITS[figure.part]


def rows(found: tuple[Figure, ...]) -> list[dict[str, Entry]]:
    """The figures as a table: a bold row for each part, the lines below it."""
    made: list[dict[str, Entry]] = []
    part, count = "", 0
    for each in found:
        if each.part != part:
            part = each.part
            title = sentences.template(f"figure.part.{part}") or part
            made.append({"no": _ROMAN[len({row["part"] for row in made})], "label": title, "strong": 1, "part": part})
            count = 0
        count += 1
        whole: Entry = f"{each.whole / 100:.2f}".replace(".", ",") if each.percent else each.whole
        made.append(
            {
                "no": str(count),
                "label": label(each),
                "unit": unit_words(each),
                "now": each.now,
                "whole": whole,
                "part": part,
            }
        )
    return made


def planned_rows(found: tuple[PlannedLine, ...]) -> list[dict[str, Entry]]:
    """The targets as a table: a bold row for each plan, its targets below it, parts set in under their whole."""
    made: list[dict[str, Entry]] = []
    plan, count = None, 0
    for each in found:
        if each.plan != plan:
            plan, count = each.plan, 0
            made.append({"no": _roman(len({row["plan"] for row in made})), "label": plan, "strong": 1, "plan": plan})
        count += 1
        plain = each.target.measure in {"count", "money"}
        single = plain and each.target.most is None and each.target.planned
        made.append(
            {
                "no": str(count),
                "label": f"{'– ' * each.depth}{each.target.title}",
                "unit": target_unit(each),
                "planned": each.target.planned if single else each.planned_words,
                "actual": each.actual if plain and each.actual is not None else each.actual_words,
                "reached": each.reached_words.removesuffix(" %"),
                "plan": plan,
            }
        )
    return made


def _roman(at: int) -> str:
    return _ROMAN[at] if at < len(_ROMAN) else str(at + 1)


def target_unit(line: PlannedLine) -> str:
    """What a target counts."""
    return {"percent": "%", "times": "lần", "money": "đồng"}.get(line.target.measure, line.target.noun)


def paper(db: Db, period: Period, by: By = "made") -> Paper:
    """The report of this office for a period: from its sealed figures, or marked BẢN NHÁP from those of now."""
    return of_report(db, periodic.open_report(db, period, by))


def of_report(db: Db, report: Report) -> Paper:
    """The paper of a report that was read."""
    issuer, to = parties(db)
    line = report.line
    closing = f"từ ngày {show_date(line.first)} đến ngày {show_date(report.counted_to)}"
    values: Values = {
        "period": line.period.words,
        "closing": closing,
        "report.office": issuer,
        "report.to": to,
        **{f"report.{name}": text for name, text in report.texts.items()},
        "report.hash": report.digest[:16],
        "planned": "true" if report.planned else "",
        "closing.until": show_date(report.counted_to),
    }
    lists: Lists = {"figures": rows(report.figures), "planned": planned_rows(report.planned)}
    draft = line.state in {"none", "writing"}
    return drawing.letter(db, LETTER, values, lists, about=line.period.code, watermark=documents.DRAFT if draft else "")


def parties(db: Db) -> tuple[str, str]:
    """Who reports and to whom, as within a sentence: as the office wrote it in its settings, else by its level."""
    at = office(db)
    usual = usual_parties(at)
    return str(at.get(ISSUER) or "") or usual[0], str(at.get(ADDRESSEE) or "") or usual[1]


def usual_parties(at: Values) -> tuple[str, str]:
    """The names that stand where the office wrote none. No law that was found names them: who signs for a province's or an
    area's office is that office's to settle."""
    province = _lower(str(at.get("office.province_name") or "")) or "tỉnh"
    name = _lower(str(at.get("office.unit_name") or ""))
    level = str(at.get("office.level") or "commune")
    to = f"Ủy ban nhân dân {province}"
    if level == "province":
        return f"Cơ quan thường trực Chương trình OCOP {province}", to
    if level == "district" and not _KIND.fullmatch(name):
        return name[:1].upper() + name[1:] if name else "Tổ khu vực", to
    return f"Ủy ban nhân dân {name or 'xã ........'}", to


def _lower(name: str) -> str:
    found = _KIND.fullmatch(name)
    return f"{found[1].lower()} {found[2]}" if found else name
