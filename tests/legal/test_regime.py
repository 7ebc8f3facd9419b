"""The regime of Quyết định 26/2026/QĐ-TTg: what the decision says, article by article."""

from datetime import date

import pytest

from ocop_desktop import legal
from ocop_desktop.errors import Damaged, Refused

REGIME = legal.regime("qd-26-2026")


def test_it_is_in_force_from_its_day() -> None:
    assert legal.regime_on(date(2026, 5, 22)) == REGIME
    assert legal.regime_on(date(2026, 11, 9)) == REGIME
    assert REGIME.in_force(date(2026, 5, 22))
    assert not REGIME.in_force(date(2026, 5, 21))
    with pytest.raises(Refused) as refusal:
        legal.regime_on(date(2018, 5, 1))
    assert refusal.value.code == "legal.no_regime"
    assert REGIME in legal.regimes()


def test_an_unknown_regime_is_named() -> None:
    with pytest.raises(Damaged) as damage:
        legal.regime("qd-1-1900")
    assert (damage.value.code, damage.value.details["id"]) == ("legal.unknown", "qd-1-1900")


def test_three_parts_of_a_hundred_points() -> None:
    assert [(part.code, part.max) for part in REGIME.parts] == [("A", 40), ("B", 25), ("C", 35)]


def test_five_ranks_and_who_recognises_them() -> None:
    assert [(b.stars, b.min, b.certificate) for b in REGIME.bands] == [
        (5, 90, True),
        (4, 70, True),
        (3, 50, True),
        (2, 30, False),
        (1, 0, False),
    ]
    levels = {stars: REGIME.recognised_by(stars) for stars in range(1, 6)}
    assert {stars: level and level.id for stars, level in levels.items()} == {
        1: None,
        2: None,
        3: "province",
        4: "province",
        5: "central",
    }


def test_what_a_level_may_do_comes_from_the_regime() -> None:
    assert REGIME.may("commune", "report")
    assert not REGIME.may("commune", "recognise")
    assert REGIME.may("province", "recognise")
    assert not any(REGIME.may("district", act) for level in REGIME.levels for act in level.acts)


@pytest.mark.parametrize("kind", ["lan-dau", "nang-hang", "phan-hang-lai"])
def test_every_kind_of_dossier_holds_two_forms(kind: str) -> None:
    assert [component.id for component in REGIME.components(kind)] == ["mau-01", "mau-02"]
    rules = REGIME.dossier_kind(kind)
    assert rules is not None
    assert rules.article.startswith("Điều 6 khoản 1")
    assert bool(rules.must_show) == (kind != "lan-dau")


def test_a_kind_of_dossier_the_law_does_not_know_has_no_components() -> None:
    assert REGIME.components("khac") == ()


def test_the_package_has_four_parts_and_tourism_sends_no_samples() -> None:
    assert [item.article for item in REGIME.package] == [f"Điều 6 khoản 2 điểm {letter}" for letter in "abcd"]
    assert len(REGIME.package_for("thuc-pham")) == 4
    assert [item.id for item in REGIME.package_for("du-lich")] == ["van-ban-de-nghi", "mau-03", "ho-so-san-pham"]


def test_tourism_has_two_more_kinds_of_applicant() -> None:
    assert len(REGIME.applicants_for("thuc-pham")) == 6
    assert {a.value for a in REGIME.applicants_for("du-lich")} - {
        a.value for a in REGIME.applicants_for("do-uong")
    } == {
        "hoi-hiep-hoi",
        "trung-tam-dieu-hanh",
    }
    assert len(REGIME.applicants_for("")) == 8


def test_four_matters_with_the_headings_of_mau_03() -> None:
    assert [(matter.no, matter.heading) for matter in REGIME.matters] == [
        (1, "Về sử dụng nguyên liệu địa phương"),
        (2, "Về sử dụng lao động địa phương"),
        (3, "Nguồn gốc ý tưởng sản phẩm"),
        (4, "Bản sắc/trí tuệ địa phương"),
    ]
    assert [matter.fields for matter in REGIME.matters] == [("described", "found")] * 2 + [("found",)] * 2
    first = REGIME.matter("nguyen_lieu")
    assert first is not None
    assert first.keys() == ("dossier.matter.nguyen_lieu.described", "dossier.matter.nguyen_lieu.found")
    assert REGIME.matter("khac") is None


def test_every_time_limit_names_its_article() -> None:
    limits = REGIME.deadlines
    assert (limits.commune_working_days.value, limits.commune_working_days.article) == (15, "Điều 7 khoản 2")
    assert (limits.certificate_months.value, limits.certificate_months.article) == (36, "Điều 4 khoản 3")
    others = (
        limits.reassessment_days,
        limits.filing_first_day_before,
        limits.filing_last_day_before,
        limits.late_extension_days,
        limits.withdrawal_days,
    )
    assert [limit.value for limit in others if limit] == [45, 180, 120, 180, 15]
    assert all(limit.article.startswith("Điều ") for limit in others if limit)


def test_fifteen_rows_of_evidence() -> None:
    assert [row.no for row in REGIME.evidence] == [f"{n:02d}" for n in range(1, 16)]
    assert REGIME.evidence[4].key == "dossier.evidence.05"
    assert REGIME.evidence[4].requirement.startswith("Danh sách lao động đóng bảo hiểm")
    assert all(row.title and row.requirement for row in REGIME.evidence)


def test_old_dossiers_end_sixty_or_thirty_days_after_the_first_day() -> None:
    until = {kind: transition.until for transition in REGIME.transitions for kind in transition.kinds}
    assert until == {"lan-dau": "2026-07-21", "nang-hang": "2026-07-21", "phan-hang-lai": "2026-06-21"}


def test_six_grounds_of_withdrawal() -> None:
    assert REGIME.withdrawal is not None
    assert [ground[:2] for ground in REGIME.withdrawal.grounds] == ["a)", "b)", "c)", "d)", "đ)", "e)"]
