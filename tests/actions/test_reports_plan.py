"""The targets of the year's plans in a periodic report, against a slow recount; frozen with the seal; on the paper."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ocop_desktop.actions.papers import drawing
from ocop_desktop.actions.programme import plans
from ocop_desktop.actions.reports import papers, periodic, targets
from ocop_desktop.domain.reporting import periods
from ocop_desktop.domain.reporting.planned import PlannedLine
from ocop_desktop.storage import records
from ocop_desktop.storage.db import run
from tests.kit.builders import Office
from tests.kit.programme import Programme, a_programme
from tests.printing import reading

MARCH, APRIL = periods.parse("2020-03"), periods.parse("2020-04")
DECIDED = ("2020-02-10", "2020-03-14", "2020-03-15", "2020-04-14", "2020-06-01")


@pytest.fixture
def thai_nguyen(tmp_path: Path) -> Iterator[Programme]:
    with a_programme(tmp_path, "thai-nguyen", "2020-04-20") as made:
        yield made


def lines(made: Programme, period: periods.Period) -> dict[str, PlannedLine]:
    return {each.target.title: each for each in made.office.do(periodic.open_report, period).planned}


def line(made: Programme, period: periods.Period, title: str) -> PlannedLine:
    return next(each for name, each in lines(made, period).items() if name.startswith(title))


def work(made: Programme) -> None:
    made.at("2020-12-20")
    for at, day in enumerate(DECIDED):
        dossier = made.dossier(f"Chè {at}", "2020-01-06")
        made.recognise(dossier, 5 if at % 2 else 4, day)
        made.event("organisation", day, producer=made.producer(dossier), aim="new" if at == 1 else "upgrade")
    made.at("2020-04-20")


def recount(made: Programme, indicator: str, last: str) -> int | None:
    """From plain rows, by text comparison of days; only what the work of this test can touch."""
    rows: list[tuple[str, dict[str, Any]]] = [
        (each.type, dict(each.body))
        for kind in ("recognition", "event")
        for each in records.of_type(made.office.db, kind)
    ]
    if indicator in {"products.5", "products.3plus"}:
        least = 5 if indicator == "products.5" else 3
        return len(
            [
                1
                for kind, body in rows
                if kind == "recognition" and body["decided_on"] <= last and body["stars"] >= least
            ]
        )
    if indicator.startswith("organisations"):
        aim = indicator.partition(".")[2]
        return len(
            {
                body["producer"]
                for kind, body in rows
                if kind == "event" and body["kind"] == "organisation" and body["day"] <= last
                if body.get("producer") and (not aim or body.get("aim") == aim)
            }
        )
    return None


def test_targets_are_counted_to_the_closing_day(thai_nguyen: Programme) -> None:
    work(thai_nguyen)
    compared = 0
    for period, last in ((MARCH, "2020-03-14"), (APRIL, "2020-04-14")):
        for each in lines(thai_nguyen, period).values():
            slow = recount(thai_nguyen, each.target.indicator, last)
            if slow is not None:
                compared += 1
                assert each.actual == slow, (period.code, each.target.title)
                assert each.reached == (slow * 10_000 // each.target.planned if each.target.planned else None)
    assert compared >= 8
    assert line(thai_nguyen, MARCH, "Tổ chức kinh tế").actual == 2
    assert line(thai_nguyen, APRIL, "Tổ chức kinh tế").actual == 4, "June has not come"


def test_a_seal_keeps_them_and_says_when_they_were_changed(thai_nguyen: Programme) -> None:
    work(thai_nguyen)
    office = thai_nguyen.office
    before = line(thai_nguyen, MARCH, "Tổ chức kinh tế")
    made = str(office.do(periodic.seal, MARCH).created)
    thai_nguyen.event("organisation", "2020-03-01", producer="")
    kept = line(thai_nguyen, MARCH, "Tổ chức kinh tế")
    assert (kept.target.planned, kept.actual, kept.reached, kept.plan) == (50, 2, 400, before.plan)
    assert list(lines(thai_nguyen, MARCH)) == list(lines(thai_nguyen, APRIL)), "in the order of the plan"
    assert len(office.do(targets.behind, kept.target.id, MARCH)) == 3, "the records as they are now"
    assert office.do(periodic.open_report, MARCH).sound
    office.do(plans.put, "target", thai_nguyen.plan, {"planned": 99}, before.target.id)
    assert line(thai_nguyen, MARCH, "Tổ chức kinh tế").target.planned == 50
    field = next(name for name, value in records.get(office.db, made).body.items() if value == 400)
    run(office.db, lambda db: records.patch(db, records.get(db, made), {field: 9_900}))
    assert not office.do(periodic.open_report, MARCH).sound


def test_the_papers_have_the_section_and_none_without_a_plan(thai_nguyen: Programme, here: Office) -> None:
    work(thai_nguyen)
    made = thai_nguyen.office.do(papers.paper, MARCH)
    said = reading.all_words(made.data)
    assert "Chỉ tiêu kế hoạch" in said and "Củng cố" in said and "14/03/2020" in said
    assert "Chỉ tiêu kế hoạch".encode() in unzipped(drawing.word(made))
    book = load_workbook(io.BytesIO(drawing.workbook(made)))
    cells = [[cell.value for cell in row] for sheet in book.worksheets for row in sheet.iter_rows()]
    row = next(row for row in cells if any(str(each).startswith("Tổ chức kinh tế") for each in row))
    assert 50 in row and 2 in row and "4" in row, "numbers, to be added up"
    october = periods.parse("2026-10")
    assert here.do(periodic.open_report, october).planned == ()
    assert "Chỉ tiêu kế hoạch" not in reading.all_words(here.do(papers.paper, october).data)


def test_a_year_after_the_plan_has_none(thai_nguyen: Programme) -> None:
    ends = thai_nguyen.page().plan.ends
    assert targets.counted(thai_nguyen.office.db, ends.year, date(ends.year, 12, 14))
    assert not targets.counted(thai_nguyen.office.db, ends.year + 1, date(ends.year + 1, 3, 14))


def unzipped(data: bytes) -> bytes:
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(data)) as packed:
        return packed.read("word/document.xml")
