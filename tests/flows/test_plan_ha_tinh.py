"""Hà Tĩnh's draft for 2019: thirteen activities with their dates, 60 taking part, 25 certified as 20 + 5, 10 at 3 stars."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.kit.programme import Programme, a_programme


@pytest.fixture
def ha_tinh(tmp_path: Path) -> Iterator[Programme]:
    with a_programme(tmp_path, "ha-tinh", "2019-12-20") as made:
        yield made


def test_the_plan_says_its_own_figures(ha_tinh: Programme) -> None:
    titles = (
        "Sản phẩm, dịch vụ tham gia",
        "Sản phẩm, dịch vụ được chứng nhận",
        "Hoàn thiện và chuẩn hóa",
        "Phát triển mới",
    )
    assert [planned for planned, _ in ha_tinh.figures(*titles)] == [60, 25, 20, 5]
    assert ha_tinh.target("Sản phẩm, dịch vụ được chứng nhận").parts is None, "20 and 5 make up the 25"
    titles = ("Sản phẩm được công nhận đạt từ 3", "Củng cố, nâng cấp tổ chức", "Phát triển mới tổ chức")
    assert [planned for planned, _ in ha_tinh.figures(*titles)] == [10, 30, 10]
    assert ha_tinh.target("Trung tâm hoặc điểm bán").target.most == 2


def test_thirteen_activities_with_their_dates(ha_tinh: Programme) -> None:
    tasks = {task.no: task.due for task in ha_tinh.page().tasks}
    assert [str(number) for number in range(1, 14) if str(number) in tasks] == [str(number) for number in range(1, 14)]
    assert {no: due for no, due in tasks.items() if due is not None} == {
        "2": date(2019, 3, 31),
        "3": date(2019, 3, 19),
        "3.1": date(2019, 2, 28),
        "3.2": date(2019, 3, 19),
        "4": date(2019, 5, 30),
        "6": date(2019, 10, 31),
        "6.1": date(2019, 3, 9),
        "6.2": date(2019, 4, 30),
        "6.3a": date(2019, 8, 31),
        "6.3b": date(2019, 10, 31),
        "7": date(2019, 11, 30),
    }
    ha_tinh.at("2019-03-15")
    assert [task.no for task in ha_tinh.page().tasks if task.state(date(2019, 3, 15)) == "late"] == ["3.1", "6.1"]


def test_what_the_records_come_to(ha_tinh: Programme) -> None:
    for at in range(3):
        dossier = ha_tinh.dossier(f"Cam Khe Mây {at}", "2019-09-05", code="rau-cu-qua-hat-tuoi")
        if at < 2:
            ha_tinh.recognise(dossier, 3, "2019-10-25")
        aim = "new" if at == 0 else "upgrade"
        ha_tinh.event("support", "2019-05-06", product=ha_tinh.product(dossier), aim=aim)
    ha_tinh.event("organisation", "2019-05-06", title="Tổ hợp tác cam Khe Mây", aim="new")
    ha_tinh.event("sales_point", "2019-11-11", area="Thành phố Hà Tĩnh")
    ha_tinh.event("model", "2019-11-11", area="Huyện Hương Khê")
    titles = ("Sản phẩm, dịch vụ tham gia", "Sản phẩm, dịch vụ được chứng nhận", "Hoàn thiện và chuẩn hóa")
    assert ha_tinh.figures(*titles) == [(60, 3), (25, 2), (20, 1)]
    titles = ("Sản phẩm được công nhận đạt từ 3", "Phát triển mới tổ chức", "Trung tâm hoặc điểm bán", "Mô hình điểm")
    assert ha_tinh.figures(*titles) == [(10, 2), (10, 1), (1, 1), (10, 1)]
