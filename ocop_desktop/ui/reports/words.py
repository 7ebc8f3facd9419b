"""What states, periods and figures of reports are called on screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.reports import facts
from ocop_desktop.actions.reports.periodic import Line
from ocop_desktop.domain.reporting.figures import OTHER, Figure
from ocop_desktop.domain.reporting.periods import Period
from ocop_desktop.domain.reporting.planned import PlannedLine
from ocop_desktop.domain.text import show_count, show_hundredths
from ocop_desktop.ui import texts
from ocop_desktop.ui.plain_table import Cell


def period(found: Period) -> str:
    """``Tháng 10/2026``, as a person looks for it."""
    translate = QCoreApplication.translate
    words = {
        "month": translate("reports", "Tháng {number}/{year}"),
        "quarter": translate("reports", "Quý {quarter}/{year}"),
        "half": translate("reports", "6 tháng đầu năm {year}"),
        "nine": translate("reports", "9 tháng đầu năm {year}"),
        "year": translate("reports", "Cả năm {year}"),
    }[found.kind]
    quarter = ("I", "II", "III", "IV")[(found.number - 1) % 4]
    return words.format(number=found.number, quarter=quarter, year=found.year)


def state(line: Line) -> tuple[str, str]:
    """The state of a report and the tone of its tag."""
    translate = QCoreApplication.translate
    if line.late:
        words = translate("reports", "Trễ") if line.state == "none" else translate("reports", "Trễ, đang lập")
        return words, "danger"
    return {
        "none": (translate("reports", "Chưa lập"), ""),
        "writing": (translate("reports", "Đang lập"), "law"),
        "sealed": (translate("reports", "Đã chốt, chờ gửi"), "warning"),
        "sent": (translate("reports", "Đã gửi"), "accent"),
    }[line.state]


def label(figure: Figure) -> str:
    """What a figure is called."""
    head, _, code = figure.key.rpartition(".")
    if head == "products.group" and code != OTHER:
        return QCoreApplication.translate("reports", "Ngành {name}").format(name=dict(facts.groups()).get(code, code))
    return texts.sentence(f"figure.{figure.key.replace('-', '_')}", {})


def number(figure: Figure, value: int | None) -> str:
    """A figure as people read it; empty where there is none."""
    if value is None:
        return ""
    return show_hundredths(value) if figure.percent else show_count(value)


def rows(figures: Sequence[Figure]) -> Iterable[tuple[Figure | None, tuple[Cell, ...]]]:
    """The lines of a table of figures: a title for each part, with no figure, and its figures below."""
    part = ""
    for each in figures:
        if each.part != part:
            part = each.part
            yield None, (Cell(texts.sentence(f"figure.part.{part}", {}).upper()), Cell(""), Cell(""))
        now = Cell(number(each, each.now), right=True)
        yield each, (Cell(f"   {label(each)}"), now, Cell(number(each, each.whole), right=True))


def planned_rows(found: Sequence[PlannedLine]) -> Iterable[tuple[PlannedLine | None, tuple[Cell, ...]]]:
    """The lines of the targets, for the same table: a title that names its columns, each plan, its targets below."""
    translate = QCoreApplication.translate
    plan = None
    for each in found:
        if plan is None:
            heads = (translate("reports", "Kế hoạch"), translate("reports", "Thực hiện"), translate("reports", "Đạt"))
            title = Cell(translate("reports", "CHỈ TIÊU KẾ HOẠCH"))
            yield None, (title, *(Cell(words, right=True) for words in heads))
        if each.plan != plan:
            plan = each.plan
            yield None, (Cell(plan, tip=plan), Cell(""), Cell(""), Cell(""))
        unit = {"percent": " %", "times": translate("reports", " lần")}.get(each.target.measure, "")
        actual = each.actual_words + (unit if each.actual is not None else "")
        label_ = f"   {'– ' * each.depth}{each.target.title}"
        planned = each.planned_words + (unit if each.target.planned else "")
        numbers = (Cell(words, right=True) for words in (planned, actual, each.reached_words))
        yield each, (Cell(label_, tip=each.target.title), *numbers)
