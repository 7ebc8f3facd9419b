"""Kon Tum, 908/KH-UBND of 31/3/2023: targets of 2021-2025, and two annexes of money that do not agree in places."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop.actions.programme import plans
from tests.kit.programme import Programme, a_programme

MILLION = 1_000_000


@pytest.fixture
def kon_tum(tmp_path: Path) -> Iterator[Programme]:
    with a_programme(tmp_path, "kon-tum", "2025-11-20") as made:
        yield made


def test_the_plan_says_its_own_figures(kon_tum: Programme) -> None:
    page = kon_tum.page()
    planned = {row.target.title[:30]: (row.target.planned, row.target.measure) for row in page.targets}
    assert planned["Sản phẩm OCOP được công nhận đ"] == (250, "count")
    assert planned["Tham gia vào chuỗi giá trị các"] == (10, "count")
    assert planned["Chủ thể OCOP là hợp tác xã"] == (5000, "percent")
    assert planned["Chủ thể là các doanh nghiệp vừ"] == (3000, "percent")
    assert planned["Chủ thể xây dựng được chuỗi gi"] == (3000, "percent")
    assert planned["Lao động được đào tạo có bằng "] == (2000, "percent")
    assert planned["Chủ thể tham gia vào các kênh "] == (2000, "percent")
    assert planned["Làng nghề truyền thống có sản "] == (1000, "percent")
    assert kon_tum.target("Chủ thể tham gia").target.most == 3000
    assert all(row.target.place for row in page.targets), "each figure with its place in the text"
    assert (page.plan.years, page.plan.document) == ("2021-2025", "Kế hoạch 908/KH-UBND")


def test_the_money_says_where_it_does_not_agree(kon_tum: Programme) -> None:
    page = kon_tum.page()
    assert [len(each.lines) for each in page.tables] == [14, 1, 8]
    total = next(line for line in page.tables[0].lines if line.key == "tong")
    assert total.planned["total"] == 134_750 * MILLION
    found = {(each.kind, each.table, each.line, each.column): each for each in page.disagreements}
    # The first annex agrees in itself, and so does the second; the words of part V do not add up.
    assert {key for key in found if key[0] != "between"} == {("across", "muc-v", "loi", "total")}
    words = found["across", "muc-v", "loi", "total"]
    assert (words.stated, words.should) == (134_750 * MILLION, 129_750 * MILLION)
    merged = found["between", "muc-v", "loi", "merged"]
    assert (merged.stated, merged.should, merged.other) == (14_000 * MILLION, 19_000 * MILLION, "phu-luc-1")
    whole = found["between", "phu-luc-2", "tong", "total"]
    assert (whole.stated, whole.should) == (275_000 * MILLION, 134_750 * MILLION)
    year = found["between", "phu-luc-2", "I.1", "2023"]
    assert (year.stated, year.should, year.other_line) == (25_000 * MILLION, 6_600 * MILLION, "nam-2023")
    assert ("between", "muc-v", "loi", "central") not in found, "24.250 stands in both places"


def test_what_the_records_come_to(kon_tum: Programme) -> None:
    kinds = ("hop-tac-xa", "hop-tac-xa", "hop-tac-xa", "doanh-nghiep", "doanh-nghiep", "ho-kinh-doanh")
    dossiers = [
        kon_tum.dossier(f"Cà phê Đăk Hà {at}", "2024-03-01", kind, "ca-phe-ca-cao") for at, kind in enumerate(kinds)
    ]
    for at, dossier in enumerate(dossiers):
        kon_tum.recognise(dossier, 5 if at == 0 else 4 if at == 1 else 3, "2024-08-15")
    for at, dossier in enumerate(dossiers[:3]):
        kon_tum.event(
            "survey",
            "2025-05-10",
            producer=kon_tum.producer(dossier),
            closed_chain=at < 2,
            modern_channel=at == 0,
            workers_total=20,
            workers_trained=5,
        )
    kon_tum.event("village", "2025-05-10", area="Làng dệt", product=kon_tum.product(dossiers[5]))
    for name in ("Làng gốm", "Làng mây tre", "Làng rèn"):
        kon_tum.event("village", "2025-05-10", area=name)
    kon_tum.event("training", "2025-06-01", participants=120)
    assert kon_tum.figures(
        "Sản phẩm OCOP được", "Tham gia vào chuỗi", "Chủ thể OCOP là hợp tác", "Chủ thể là các doanh"
    ) == [(250, 6), (10, 1), (5000, 5000), (3000, 3333)]
    assert kon_tum.figures("Chủ thể xây dựng", "Lao động", "Chủ thể tham gia", "Làng nghề", "Nâng cao năng lực") == [
        (3000, 3333),
        (2000, 2500),
        (2000, 1666),
        (1000, 2500),
        (500, 120),
    ]
    assert kon_tum.target("Sản phẩm OCOP hiện có").actual is None, "no record can say it: left to a person"
    behind = plans.behind(kon_tum.office.db, kon_tum.target("Chủ thể OCOP là hợp tác").target.id)
    assert [each.counted for each in behind] == [True, True, True, False, False, False]
    assert behind[0].title == "Chủ thể Cà phê Đăk Hà 0"


def test_late_reports_stand_out_and_money_is_spent(kon_tum: Programme) -> None:
    db = kon_tum.office.db
    reports = [task for task in kon_tum.page().tasks if task.no.startswith("VII.1")]
    assert [(task.no, task.state(kon_tum.page().today)) for task in reports] == [
        ("VII.1-2023", "late"),
        ("VII.1-2024", "late"),
        ("VII.1-2025", "running"),
    ]
    kon_tum.office.do(plans.put, "task", kon_tum.plan, {"done_on": "2023-12-05", "result": "ok"}, reports[0].id)
    line = kon_tum.page().tables[0].lines[0]
    kon_tum.office.do(plans.put, "budget", kon_tum.plan, {"spent.central": 480 * MILLION}, line.id)
    page = plans.open_plan(db, kon_tum.plan)
    assert page.late == 1
    assert page.tables[0].lines[0].spent == {"central": 480 * MILLION}
