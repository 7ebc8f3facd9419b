"""Tuyên Quang, 24/KH-UBND: 74 products by district with the flagship of each, 40.659 million for 2019."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.programme import Programme, a_programme

DISTRICTS = {
    "Huyện Lâm Bình": (12, "Dê núi Lâm Bình"),
    "Huyện Na Hang": (8, "Cá đặc sản, Chè Shan tuyết"),
    "Huyện Chiêm Hóa": (11, "Lạc Chiêm Hóa"),
    "Huyện Hàm Yên": (8, "Cam Hàm Yên"),
    "Huyện Yên Sơn": (21, "Bưởi, Chè Yên Sơn"),
    "Huyện Sơn Dương": (9, "Chè Sơn Dương"),
    "Thành phố Tuyên Quang": (5, "Mật ong"),
}


@pytest.fixture
def tuyen_quang(tmp_path: Path) -> Iterator[Programme]:
    with a_programme(tmp_path, "tuyen-quang", "2020-06-15") as made:
        yield made


def test_the_plan_says_its_own_figures(tuyen_quang: Programme) -> None:
    page = tuyen_quang.page()
    whole = tuyen_quang.target("Hỗ trợ tiêu chuẩn hóa")
    parts = [row.target for row in page.targets if row.target.parent == whole.target.id]
    flagships = {
        row.target.area: row.target.title for row in page.targets if row.target.parent and row.target not in parts
    }
    assert (whole.target.planned, whole.parts) == (74, None), "the seven districts make up the 74"
    assert {each.area: (each.planned, flagships[each.area]) for each in parts} == DISTRICTS
    table = page.tables[0]
    assert table.lines[0].planned == {"2019": 40_659_000_000}
    assert page.disagreements == ()
    assert tuyen_quang.figures("Điểm giới thiệu, bán", "Điểm cấp tỉnh") == [(7, 0), (1, None)]


def test_what_the_records_come_to_by_district(tuyen_quang: Programme) -> None:
    orange = tuyen_quang.dossier("Cam sành Hàm Yên", "2020-01-10", code="rau-cu-qua-hat-tuoi")
    tea = tuyen_quang.dossier("Chè Làng Bát", "2020-01-10")
    goat = tuyen_quang.dossier("Dê núi Lâm Bình", "2020-01-10", code="thit-trung-sua-tuoi")
    for dossier, area, flagship in (
        (orange, "Huyện Hàm Yên", True),
        (tea, "huyện Hàm Yên", False),
        (goat, "Huyện Lâm Bình", True),
    ):
        product = tuyen_quang.product(dossier)
        tuyen_quang.event("support", "2020-03-01", product=product, area=area, aim="upgrade", flagship=flagship)
    # A second visit to the same product is not a second product; one after today does not count yet.
    tuyen_quang.event("support", "2020-04-01", product=tuyen_quang.product(orange), area="Huyện Hàm Yên", aim="upgrade")
    tuyen_quang.event("sales_point", "2020-05-01", area="Huyện Na Hang")
    tuyen_quang.event("sales_point", "2020-09-01", area="Huyện Yên Sơn")
    rows = {row.target.area: row for row in tuyen_quang.page().targets if row.target.indicator == "products.supported"}
    assert [(rows[area].target.planned, rows[area].actual) for area in ("", "Huyện Hàm Yên", "Huyện Lâm Bình")] == [
        (74, 3),
        (8, 2),
        (12, 1),
    ]
    assert rows["Huyện Yên Sơn"].actual == 0
    assert tuyen_quang.figures("Sản phẩm chủ lực", "Cam Hàm Yên", "Chè Sơn Dương") == [(7, 2), (1, 1), (1, 0)]
    assert tuyen_quang.target("Điểm giới thiệu, bán").actual == 1
    assert rows["Huyện Hàm Yên"].reached == 2500
