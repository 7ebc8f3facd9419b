"""Quảng Nam, 794/QĐ-UBND of 24/3/2020: 141 products in two rounds, sales points in 18 districts, revenue after a year."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop.actions.programme import plans
from tests.kit.programme import Programme, a_programme


@pytest.fixture
def quang_nam(tmp_path: Path) -> Iterator[Programme]:
    with a_programme(tmp_path, "quang-nam", "2020-12-20") as made:
        yield made


def test_the_plan_says_its_own_figures(quang_nam: Programme) -> None:
    titles = ("Hỗ trợ phát triển", "Sản phẩm đạt hạng 3 sao", "Gửi về Trung ương", "Củng cố, nâng cấp/thành lập mới")
    assert [planned for planned, _ in quang_nam.figures(*titles)] == [141, 8000, 3, 10]
    titles = ("Huyện, thị xã, thành phố có", "Doanh thu sau 01 năm", "Hội chợ OCOP", "Đợt đánh giá")
    assert [planned for planned, _ in quang_nam.figures(*titles)] == [18, 150, 2, 2]
    rounds = {task.no: str(task.due) for task in quang_nam.page().tasks if task.no.startswith("c.3")}
    assert rounds == {"c.3a": "2020-09-30", "c.3b": "2020-11-30"}
    models = [each.body["area"] for each in quang_nam.page().events if each.body["kind"] == "model"]
    assert sorted(map(str, models)) == ["Huyện Tiên Phước", "Huyện Đông Giang"]


def test_what_the_records_come_to(quang_nam: Programme) -> None:
    sauces = [
        quang_nam.dossier(f"Nước mắm {name}", "2020-04-02", "ho-kinh-doanh", "tuong-nuoc-mam-gia-vi-long")
        for name in ("Cửa Khe", "Tam Thanh", "Bình Dương")
    ]
    guava = quang_nam.dossier("Bòn bon Tiên Phước", "2020-04-02", "hop-tac-xa", "rau-cu-qua-hat-tuoi")
    ginseng = quang_nam.dossier("Trà sâm Ngọc Linh", "2020-04-02", "doanh-nghiep", "tra-thuc-vat-khac")
    for dossier, decided in ((sauces[0], "2020-10-05"), (sauces[1], "2020-10-05"), (guava, "2020-12-10")):
        quang_nam.recognise(dossier, 3, decided)
    quang_nam.recognise(ginseng, 4, "2020-12-10")
    quang_nam.council_sat("2020-09-22", "2020-09-23", "2020-11-18")
    quang_nam.event("organisation", "2020-07-01", producer=quang_nam.producer(ginseng), aim="new")
    quang_nam.event("fair", "2020-01-18", area="Thành phố Tam Kỳ")
    for area in ("Huyện Tiên Phước", "Thành phố Hội An", "Thành phố Hội An"):
        quang_nam.event("sales_point", "2020-08-08", area=area)
    titles = ("Hỗ trợ phát triển", "Sản phẩm đạt hạng 3 sao", "Củng cố, nâng cấp/thành lập mới", "Hội chợ OCOP")
    assert quang_nam.figures(*titles) == [(141, 5), (8000, 8000), (10, 1), (2, 1)]
    titles = ("Huyện, thị xã, thành phố có", "Đợt đánh giá")
    assert quang_nam.figures(*titles) == [(18, 2), (2, 2)]
    page = quang_nam.page()
    assert [(each.kind, len(each.products)) for each in page.alike] == [("Nước mắm", 3)]
    assert page.fresh == (quang_nam.product(guava),)


def test_revenue_after_a_year(quang_nam: Programme) -> None:
    dossier = quang_nam.dossier("Nước mắm Cửa Khe", "2020-04-02", code="tuong-nuoc-mam-gia-vi-long")
    quang_nam.recognise(dossier, 3, "2020-10-05")
    product = quang_nam.product(dossier)
    quang_nam.event("survey", "2020-03-30", product=product, revenue=400_000_000)
    assert quang_nam.target("Doanh thu sau 01 năm").measured.value == 0  # type: ignore[union-attr]
    # The year after is beyond the plan's own: the plan of 2021 asks for it and sees both surveys.
    made = quang_nam.office.do(plans.next_year, quang_nam.plan).created
    assert made is not None
    quang_nam.at("2021-11-30")
    quang_nam.plan = made
    quang_nam.event("survey", "2021-10-20", product=product, revenue=640_000_000)
    row = quang_nam.target("Doanh thu sau 01 năm")
    assert (row.target.planned, row.actual, row.reached) == (150, 160, 10_666)
    assert [each.title for each in plans.behind(quang_nam.office.db, row.target.id)] == ["Nước mắm Cửa Khe"]
