"""Thái Nguyên, 108/KH-UBND of 12/9/2018: 50 products, 50 organisations as 30 + 20, the cycle by quarters of 2019."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ocop_desktop.actions.programme import plans
from ocop_desktop.errors import Refused
from tests.kit.programme import Programme, a_programme


@pytest.fixture
def thai_nguyen(tmp_path: Path) -> Iterator[Programme]:
    with a_programme(tmp_path, "thai-nguyen", "2019-10-15") as made:
        yield made


def test_the_plan_says_its_own_figures(thai_nguyen: Programme) -> None:
    figures = thai_nguyen.figures(
        "Phát triển mới và",
        "Ít nhất đạt",
        "Đạt tiêu chuẩn 5 sao cấp quốc gia",
        "Tổ chức kinh tế",
        "Củng cố",
        "Thành lập",
    )
    assert [planned for planned, _actual in figures] == [50, 5, 1, 50, 30, 20]
    assert thai_nguyen.target("Tổ chức kinh tế").parts is None, "30 and 20 make up the 50"
    income = thai_nguyen.target("Nâng cao thu nhập").target
    assert (income.planned, income.most, income.measure) == (250, 300, "times")


def test_the_quarters_are_days_and_what_is_late_stands_first(thai_nguyen: Programme) -> None:
    page = thai_nguyen.page()
    quarters = {task.no: (task.starts, task.due) for task in page.tasks}
    assert quarters["3.1"] == (date(2019, 1, 1), date(2019, 3, 31))
    assert quarters["5.2"] == (date(2019, 4, 1), date(2019, 6, 30))
    assert quarters["5.4.1"] == (date(2019, 7, 1), date(2019, 9, 30))
    assert quarters["5.5.2"] == (date(2019, 10, 1), date(2019, 12, 31))
    assert {task.step for task in page.tasks} == {0, 1, 2, 3, 4, 5, 6}, "the six steps of the cycle, and work beside it"
    states = [task.state(page.today) for task in page.tasks]
    assert page.late == 14 and set(states[:14]) == {"late"}
    first = page.tasks[0]
    assert (first.no, first.due) == ("2.1", date(2018, 3, 31))
    thai_nguyen.office.do(plans.put, "task", thai_nguyen.plan, {"done_on": "2018-03-28"}, first.id)
    assert thai_nguyen.page().late == 13


def test_what_the_records_come_to(thai_nguyen: Programme) -> None:
    thai_nguyen.at("2020-12-15")
    for at in range(4):
        dossier = thai_nguyen.dossier(f"Chè Tân Cương {at}", "2020-02-03")
        thai_nguyen.recognise(dossier, 5 if at == 0 else 4, "2020-06-20")
        aim = "new" if at == 3 else "upgrade"
        thai_nguyen.event("support", "2019-08-01", product=thai_nguyen.product(dossier), aim=aim)
        thai_nguyen.event("organisation", "2019-08-01", producer=thai_nguyen.producer(dossier), aim=aim)
    assert thai_nguyen.figures("Phát triển mới và", "Ít nhất đạt", "Tổ chức kinh tế", "Củng cố", "Thành lập") == [
        (50, 4),
        (5, 1),
        (50, 4),
        (30, 3),
        (20, 1),
    ]
    national = thai_nguyen.target("Đạt tiêu chuẩn 5 sao cấp quốc gia")
    assert national.actual is None, "which five stars are the nation's no record of that time says"
    thai_nguyen.office.do(plans.put, "target", thai_nguyen.plan, {"typed": 1}, national.target.id)
    assert thai_nguyen.target("Đạt tiêu chuẩn 5 sao cấp quốc gia").reached == 10_000


def test_the_next_plan_starts_from_this_one(thai_nguyen: Programme) -> None:
    made = thai_nguyen.office.do(plans.next_year, thai_nguyen.plan, 3).created
    assert made is not None
    page = plans.open_plan(thai_nguyen.office.db, made)
    assert page.plan.years == "2021-2023" and "2021 - 2023" in page.plan.title
    assert len(page.tasks) == len(thai_nguyen.page().tasks)
    assert next(task for task in page.tasks if task.no == "5.2").due == date(2022, 6, 30)
    parts = {row.target.title: row.depth for row in page.targets}
    assert parts["Củng cố"] == 1, "parts stay parts of their copied whole"
    with pytest.raises(Refused, match=r"plan\.already"):
        thai_nguyen.office.do(plans.next_year, thai_nguyen.plan, 3)
