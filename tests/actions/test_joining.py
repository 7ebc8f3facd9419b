"""One product in several records: joined and separated with a reason; a dossier taken back; a breach put right."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ocop_desktop.actions import cloning, deadlines, dossiers, filing
from ocop_desktop.actions.products import joining, recognising, register
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers as stored
from ocop_desktop.storage import records
from tests.kit.builders import Office, a_dossier
from tests.kit.council import an_upper_office, arrived

DECISION = {"stars": 4, "decision_no": "3981/QĐ-UBND", "decided_on": "2026-11-20"}


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Office]:
    """The office of a province."""
    made = an_upper_office(tmp_path / "province")
    yield made
    made.close()


def product_of(office: Office, dossier: str) -> str:
    return str(records.get(office.db, dossier).body["product"])


def refused(code: str, office: Office, action: object, *arguments: object) -> None:
    with pytest.raises(Refused) as found:
        office.do(action, *arguments)  # type: ignore[arg-type]
    assert found.value.code == code


def test_histories_are_joined_and_taken_apart_with_a_reason(province: Office) -> None:
    days = ("2021-03-01", "2024-05-10", "2026-11-09")
    made = [arrived(province.db, state="open", dossier__received_on=day) for day in reversed(days)]
    third, second, first = (product_of(province, each) for each in made)
    likest = province.do(joining.candidates, third)
    assert {each.product for each in likest} == {first, second} and likest[0].years
    refused("reason.missing", province, joining.join, third, first, " ")
    province.do(joining.join, third, second, "Cùng một sản phẩm")
    province.do(joining.join, first, third, "Cùng một sản phẩm")
    refused("product.same", province, joining.join, second, first, "Nữa")
    for each in (first, second, third):
        page = province.do(register.open_product, each)
        assert [found.year for found in page.dossiers] == [2021, 2024, 2026], "in the order of their days"
    assert [each.product for each in province.do(joining.parts, second)] == [first, second, third]
    joined = next(line for line in dossiers.history(province.db, made[0]) if line.what == "product.joined")
    assert joined.details["reason"] == "Cùng một sản phẩm"

    # The first of them stood for all: the others stay together without it.
    province.do(joining.separate, first, "Hai sản phẩm khác nhau")
    assert [each.product for each in province.do(joining.parts, third)] == [second, third]
    assert [each.product for each in province.do(joining.parts, first)] == [first]
    province.do(joining.separate, third, "Cũng khác")
    refused("product.alone", province, joining.separate, third, "Lại tách")


def test_the_calendar_and_the_next_dossier_follow_the_joined_history(province: Office) -> None:
    old = arrived(province.db, state="open", dossier__received_on="2024-01-10")
    decided = {"stars": 4, "decision_no": "71/QĐ-UBND", "decided_on": "2024-03-01"}
    province.do(recognising.recognise, old, decided)
    province.clock.now = datetime(2026, 9, 10, 3, tzinfo=UTC)
    assert [each.day for each in deadlines.upcoming(province.db) if each.kind == "filing_closes"]
    again = arrived(province.db, dossier__received_on="2026-09-10", dossier__kind="phan-hang-lai")
    assert filing.of(province.db, stored.load(province.db, again)) is None, "its product has no recognition of its own"
    province.do(joining.join, product_of(province, again), product_of(province, old), "Hồ sơ phân hạng lại")
    found = filing.of(province.db, stored.load(province.db, again))
    assert found is not None and (found.verdict, found.first, found.last, found.ends) == (
        "inside", date(2026, 9, 2), date(2026, 11, 1), date(2027, 3, 1),
    )  # fmt: skip
    assert not [each for each in deadlines.upcoming(province.db) if each.kind == "filing_closes"], "it was filed"
    differing = cloning.differences(province.db, again)
    assert differing is not None and differing.previous == old, "it goes on from the dossier of the joined product"


@pytest.mark.parametrize(
    ("ends", "received", "verdict"),
    [
        ("2027-06-01", "2026-11-09", "early"),
        ("2027-05-01", "2026-11-09", "inside"),
        ("2027-03-01", "2026-11-09", "late"),
        ("2026-09-10", "2026-11-09", "grace"),
        ("2026-10-01", "2026-11-09", "expired"),
        ("2026-05-10", "2026-06-01", "expired"),
    ],
)
def test_whether_a_reassessment_was_filed_in_its_days(province: Office, ends: str, received: str, verdict: str) -> None:
    """Điều 7.6: 180 to 120 days before the end; Điều 12.3 where the window had passed when the decision came."""
    case = arrived(province.db, dossier__received_on=received, dossier__kind="phan-hang-lai")
    old = arrived(province.db, state="open", dossier__received_on="2023-03-01")
    decided = {"stars": 3, "decision_no": "5/QĐ-UBND", "decided_on": "2023-05-01", "ends_on": ends}
    province.do(recognising.recognise, old, decided)
    province.do(joining.join, product_of(province, case), product_of(province, old), "Một sản phẩm")
    found = dossiers.open_dossier(province.db, case).filing
    assert found is not None and found.verdict == verdict


def test_a_dossier_is_taken_back_by_its_producer(here: Office) -> None:
    made = a_dossier(here.db)
    here.do(dossiers.pause, made, "Thiếu phiếu kiểm nghiệm")
    refused("reason.missing", here, dossiers.withdraw, made, " ")
    here.do(dossiers.withdraw, made, "Chủ thể chưa muốn làm nữa")
    page = dossiers.open_dossier(here.db, made)
    assert page.stage == "withdrawn" and not page.editable
    assert page.pauses[0].until, "no pause runs on"
    line = dossiers.history(here.db, made)[0]
    assert (line.what, line.details["reason"]) == ("dossier.withdrawn", "Chủ thể chưa muốn làm nữa")
    assert not [each for each in deadlines.upcoming(here.db) if each.dossier == made]
    refused("dossier.move", here, dossiers.withdraw, made, "Lần nữa")


def test_a_breach_that_was_put_right_asks_for_nothing_more(province: Office) -> None:
    case = arrived(province.db)
    province.do(recognising.recognise, case, DECISION)
    product = product_of(province, case)
    refused("recognition.no_breach", province, recognising.remedied, product, {"day": "2026-11-23", "note": "Đã sửa"})
    province.do(
        recognising.inspect,
        product,
        {"day": "2026-11-21", "finding": "Nhãn thiếu hạn dùng", "breach": True, "again_on": "2026-12-05"},
    )
    kinds = {each.kind: each.day for each in deadlines.upcoming(province.db)}
    assert (kinds["withdraw_by"], kinds["inspect_again"]) == (date(2026, 12, 6), date(2026, 12, 5))
    refused("recognition.days", province, recognising.remedied, product, {"day": "2026-11-20", "note": "Đã sửa"})
    province.do(recognising.remedied, product, {"day": "2026-11-23", "note": "Đã in lại nhãn"})
    page = province.do(register.open_product, product)
    assert page.standing is not None and page.standing.state == "valid"
    assert [each.kind for each in page.events if each.kind in {"inspection", "remedied"}] == ["remedied", "inspection"]
    assert "withdraw_by" not in {each.kind for each in deadlines.upcoming(province.db)}
    province.do(recognising.inspect, product, {"day": "2026-11-23", "finding": "Đạt"})
    assert "inspect_again" not in {each.kind for each in deadlines.upcoming(province.db)}, "somebody looked again"
