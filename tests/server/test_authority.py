"""A commune writes no council, recognition or withdrawal; the deciding level does; what it wrote travels down."""

import pytest

from ocop_desktop.server.authority import COUNCIL, REGISTER, kept
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, new_id, patch


@pytest.mark.parametrize("type_", sorted(COUNCIL | REGISTER))
def test_a_commune_may_not_write_what_a_council_or_an_authority_decides(pc: Stranger, type_: str) -> None:
    (result,) = pc.push(create(new_id(), type_, fields={"stars": 3, "regime": "qd-26-2026"}))
    assert (result.status, result.code) == ("rejected", "authority")


def test_a_commune_confirms_that_production_stopped(pc: Stranger) -> None:
    (result,) = pc.push(create(new_id(), "stopped", fields={"day": "2026-11-02", "number": "12/XN-UBND"}))
    assert result.status == "applied"


def test_the_province_writes_and_the_commune_reads(province: Province, pc: Stranger) -> None:
    office = province.device("08")
    record = new_id()
    (result,) = office.push(create(record, "recognition", fields={"stars": 4, "regime": "qd-26-2026"}))
    assert result.status == "applied"
    there = [item for item in pc.pull(limit=200).items if item.record == record]
    assert [item.body["stars"] for item in there] == [4], "it came down to the commune"
    (result,) = pc.push(patch(record, 1, {"stars": 5}, "recognition"))
    assert (result.status, result.code) == ("rejected", "authority"), "and is not the commune's to change"


@pytest.mark.parametrize(
    ("type_", "regime", "stars", "field"),
    [
        ("recognition", "qd-148", 3, None),
        ("recognition", "qd-148", 4, "stars"),
        ("recognition", "qd-148-1489", 3, "stars"),
        ("recognition", "qd-26-2026", 3, "stars"),
        ("recognition", "", 3, "stars"),
        ("recognition", "unknown", 3, "regime"),
        ("council_sheet", "qd-148", None, None),
        ("council_sheet", "qd-26-2026", None, "regime"),
        ("withdrawal", "qd-148", None, "withdrawal"),
        ("dossier", "qd-26-2026", None, None),
    ],
)
def test_a_district_writes_only_what_its_regime_let_it_decide(
    type_: str, regime: str, stars: int | None, field: str | None
) -> None:
    fields = {"regime": regime, "stars": stars}
    assert kept(type_, fields, "district") == field
    assert kept(type_, fields, "province") is None


def test_a_pc_of_several_communes_is_a_districts(province: Province) -> None:
    team = province.device("02275", "02278")
    results = team.push(
        create(new_id(), "recognition", fields={"stars": 3, "regime": "qd-148"}),
        create(new_id(), "recognition", fields={"stars": 3, "regime": "qd-26-2026"}),
    )
    assert [result.status for result in results] == ["applied", "rejected"]
