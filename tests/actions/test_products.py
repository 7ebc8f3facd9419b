"""Recognition, certificate, inspection, withdrawal; and one product over three laws."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ocop_desktop.actions.papers import registry
from ocop_desktop.actions.products import joining, papers, recognising, register
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records, settings
from ocop_desktop.storage.db import run
from tests.kit.builders import UNIT, Office
from tests.kit.council import an_upper_office, arrived
from tests.printing import reading
from tests.printing.reading import words


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Office]:
    """The office of a province."""
    made = an_upper_office(tmp_path / "province")
    yield made
    made.close()


def refused(code: str, office: Office, action: object, *arguments: object) -> None:
    with pytest.raises(Refused) as found:
        office.do(action, *arguments)  # type: ignore[arg-type]
    assert found.value.code == code


def product_of(office: Office, dossier: str) -> str:
    return str(records.get(office.db, dossier).body["product"])


DECISION = {"stars": 4, "decision_no": "3981/QĐ-UBND", "decided_on": "2026-11-20"}


def test_a_recognition_belongs_to_the_commune_and_lasts_36_months(province: Office) -> None:
    case = arrived(province.db, product__code="08-02545-3-2026")
    made = records.get(province.db, str(province.do(recognising.recognise, case, DECISION).created))
    assert (made.unit, made.body["ends_on"], made.body["level"]) == (UNIT, "2029-11-20", "province")
    assert made.body["unit_then"] == "Xã Tân Trào, Tỉnh Tuyên Quang" and made.body["code"] == "08-02545-3-2026"
    [row] = province.do(register.products)
    assert (row.standing.state, row.standing.stars, row.codes) == ("valid", 4, ("08-02545-3-2026",))


def test_what_is_wrong_on_a_recognition(province: Office) -> None:
    case = arrived(province.db)
    for code, change in (
        ("recognition.stars", {"stars": 2}),
        ("recognition.number", {"decision_no": " "}),
        ("recognition.days", {"decided_on": "2026-11-01"}),
        ("recognition.days", {"issued_on": "2026-11-19"}),
        ("recognition.missing", {"decided_on": None}),
    ):
        refused(code, province, recognising.recognise, case, {**DECISION, **change})
    of_2021 = arrived(province.db, state="open", dossier__received_on="2021-03-01")
    old = {**DECISION, "stars": 3, "decided_on": "2021-06-01"}
    refused("recognition.term", province, recognising.recognise, of_2021, old)
    province.do(recognising.recognise, of_2021, {**old, "ends_on": "2024-06-01"})


def test_a_district_recognised_three_stars_under_one_law_only(tmp_path: Path) -> None:
    district = an_upper_office(tmp_path / "district", "district")
    try:
        of_2024 = arrived(district.db, state="open", dossier__received_on="2024-05-10")
        decided = {"stars": 3, "decision_no": "812/QĐ-UBND", "decided_on": "2024-08-01"}
        made = records.get(district.db, str(district.do(recognising.recognise, of_2024, decided).created))
        assert (made.body["level"], made.body["ends_on"]) == ("district", "2027-08-01")
        refused("recognition.level", district, recognising.recognise, of_2024, {**decided, "stars": 4})
        refused("recognition.level", district, recognising.recognise, arrived(district.db), DECISION)
    finally:
        district.close()


def test_a_commune_only_confirms_that_production_stopped(province: Office) -> None:
    case = arrived(province.db)
    province.do(recognising.recognise, case, DECISION)
    product = product_of(province, case)
    run(province.db, lambda db: settings.write(db, {"office.level": "commune", "office.unit": UNIT}))
    refused("recognition.by_province", province, recognising.recognise, case, DECISION)
    refused("recognition.by_province", province, recognising.inspect, product, {"day": "2026-11-21", "finding": "x"})
    refused("recognition.by_province", province, recognising.withdraw, product, {"decided_on": "2026-11-21"})
    made = province.do(recognising.stopped, product, {"day": "2026-11-21", "number": "12/XN-UBND"}).created
    assert records.get(province.db, str(made)).unit == UNIT
    found = province.do(register.open_product, product).standing
    assert found is not None and (found.state, found.withdraw_by) == ("withdrawing", date(2026, 12, 6))


def test_the_letter_of_the_stop_and_what_still_waits_for_a_recognition(province: Office) -> None:
    case, other = arrived(province.db), arrived(province.db, product__name="Chè xanh", state="handed_over")
    open_one = arrived(province.db, product__name="Chè vàng", state="open")
    assert [each[0] for each in province.do(recognising.awaiting)] == [case, other] and open_one
    province.do(recognising.recognise, case, DECISION)
    assert [each[0] for each in province.do(recognising.awaiting)] == [other]
    product = product_of(province, case)
    with pytest.raises(Refused):
        province.do(papers.stop_letter, product)
    province.do(recognising.stopped, product, {"day": "2026-11-21", "number": "12/XN-UBND", "reason": "Giải thể"})
    said = reading.all_words(province.do(papers.stop_letter, product).data)
    for part in ("Chè Shan tuyết Tân Trào", "3981/QĐ-UBND", "ngày 21 tháng 11 năm 2026", "Giải thể", "4 sao"):
        assert part in said, part
    drawn = province.do(lambda db: registry.draw(db, "xac-nhan-ngung-san-xuat", [case]))
    assert drawn.dossier == case and drawn.letter is not None
    own = words(drawn.data)
    for part in ("3981/QĐ-UBND", "4 sao", "kể từ ngày 21 tháng 11 năm 2026", "Giải thể", "12/"):
        assert part in own, part


def test_inspection_lower_star_and_withdrawal(province: Office) -> None:
    case = arrived(province.db)
    province.do(recognising.recognise, case, DECISION)
    product = product_of(province, case)
    refused("recognition.missing", province, recognising.inspect, product, {"day": "2026-11-21"})
    province.do(recognising.inspect, product, {"day": "2026-11-21", "finding": "Nhãn ghi sai hạng", "breach": True})
    refused("recognition.lower", province, recognising.lower, product, {"decided_on": "2026-11-22", "stars": 4})
    lower = {"decided_on": "2026-11-22", "stars": 3, "decision_no": "4101/QĐ-UBND", "reason": "Không đạt mốc 4 sao"}
    province.clock.now = datetime(2026, 11, 23, 5, tzinfo=UTC)
    province.do(recognising.lower, product, lower)
    found = province.do(register.open_product, product).standing
    assert found is not None and (found.state, found.stars) == ("valid", 3)
    gone = {"decided_on": "2026-11-23", "decision_no": "4200/QĐ-UBND", "ground": 4}
    refused("recognition.ground", province, recognising.withdraw, product, {**gone, "ground": 7})
    refused("recognition.number", province, recognising.withdraw, product, {**gone, "decision_no": None})
    made = records.get(province.db, str(province.do(recognising.withdraw, product, gone).created))
    assert str(made.body["ground_text"]).startswith("d)") and made.body["regime"] == "qd-26-2026"
    refused("recognition.none", province, recognising.withdraw, product, gone)
    kinds = [event.kind for event in province.do(register.open_product, product).events]
    assert kinds[:4] == ["withdrawal", "demotion", "inspection", "recognition"]


def test_one_product_over_three_laws_and_a_merged_commune(province: Office) -> None:
    """2021 under QĐ 1048/781, 2024 under QĐ 148, 2026 under QĐ 26/2026; the old codes and units stay readable."""
    first = arrived(province.db, state="open", dossier__received_on="2021-03-01")
    second = arrived(province.db, state="open", dossier__received_on="2024-05-10", dossier__kind="phan-hang-lai")
    third = arrived(province.db, dossier__kind="nang-hang", dossier__received_on="2026-11-09")
    old = {"stars": 3, "decision_no": "571/QĐ-UBND", "decided_on": "2021-06-01", "ends_on": "2024-06-01"}
    province.do(
        recognising.recognise,
        first,
        {**old, "code": "08-074-02542-1-2021", "unit_then": "Xã Trung Yên, huyện Sơn Dương"},
    )
    again = {"stars": 3, "decision_no": "812/QĐ-UBND", "decided_on": "2024-08-01", "authority": "UBND huyện Sơn Dương"}
    province.do(
        recognising.recognise,
        second,
        {**again, "code": "08-074-02545-1-2024", "unit_then": "Xã Tân Trào, huyện Sơn Dương"},
    )
    province.do(joining.join, product_of(province, second), product_of(province, first), "Cùng một sản phẩm")
    province.do(joining.join, product_of(province, third), product_of(province, second), "Hồ sơ mới của nó")
    page = province.do(register.open_product, product_of(province, third))
    assert [(each.regime, each.year) for each in page.dossiers] == [
        ("qd-1048-781", 2021),
        ("qd-148", 2024),
        ("qd-26-2026", 2026),
    ]
    assert [code[:2] for code in page.codes] == [
        ("08-074-02545-1-2024", "Xã Tân Trào, huyện Sơn Dương"),
        ("08-074-02542-1-2021", "Xã Trung Yên, huyện Sơn Dương"),
    ]
    assert page.unit_name == "Xã Tân Trào, Tỉnh Tuyên Quang"
    assert page.standing is not None and (page.standing.state, page.standing.ends) == ("filed", date(2027, 8, 1))
    assert any(article == "Điều 12 khoản 1" for _, article in page.notes)
    [row] = province.do(register.products)
    assert row.decision_no == "812/QĐ-UBND" and len(row.codes) == 2
    for dossier in (first, second, third):
        province.do(register.open_product, product_of(province, dossier))


def test_the_transition_of_a_dossier_is_shown(province: Office) -> None:
    old = arrived(province.db, dossier__received_on="2026-04-20")
    rule = province.do(register.transition_of, old)
    assert rule is not None and rule[2] == date(2026, 7, 21) and rule[1].startswith("Điều 12 khoản 2")
    assert province.do(register.transition_of, arrived(province.db)) is None


def test_a_slip_is_corrected_but_not_what_it_is_about(province: Office) -> None:
    case = arrived(province.db)
    made = province.do(recognising.recognise, case, DECISION).created
    province.do(recognising.correct, made, {"decision_no": "3982/QĐ-UBND", "product": "x"})
    body = records.get(province.db, str(made)).body
    assert body["decision_no"] == "3982/QĐ-UBND" and body["product"] == product_of(province, case)
    refused("recognition.days", province, recognising.correct, made, {"ends_on": "2020-01-01"})
