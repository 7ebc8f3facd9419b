"""The older decisions: which day comes under which, what is known of each, and gaps that stay gaps."""

from datetime import date

import pytest

from ocop_desktop import legal
from ocop_desktop.domain.classification import ProductSet

OLD = ("qd-1048-781", "qd-148", "qd-148-1489")
RUBRICS = ("qd-1048-781", "qd-148")


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (date(2019, 8, 21), "qd-1048-781"),
        (date(2023, 2, 23), "qd-1048-781"),
        (date(2023, 2, 24), "qd-148"),
        (date(2025, 7, 5), "qd-148"),
        (date(2025, 7, 6), "qd-148-1489"),
        (date(2026, 5, 21), "qd-148-1489"),
        (date(2026, 5, 22), "qd-26-2026"),
    ],
)
def test_every_day_since_2019_comes_under_one_law(day: date, regime: str) -> None:
    assert legal.regime_on(day).id == regime
    assert [each.id for each in legal.regimes() if each.in_force(day)] == [regime]


def test_who_recognises_which_star() -> None:
    levels = {
        regime: [level.id if (level := legal.regime(regime).recognised_by(stars)) else "" for stars in (3, 4, 5)]
        for regime in (*OLD, "qd-26-2026")
    }
    assert levels == {
        "qd-1048-781": ["province", "province", "central"],
        "qd-148": ["district", "province", "central"],
        "qd-148-1489": ["province", "province", "central"],
        "qd-26-2026": ["province", "province", "central"],
    }
    assert not any(level.id == "district" for level in legal.regime("qd-148-1489").levels)


@pytest.mark.parametrize("regime", OLD)
def test_what_was_not_found_is_empty_and_said(regime: str) -> None:
    found = legal.regime(regime)
    assert {fact.what: fact.text for fact in found.facts if fact.status == "not_found"}
    assert found.applicants == () and found.rounds == () and found.package == ()
    assert found.deadlines.commune_working_days is None
    assert found.fields_from == "qd-26-2026" and legal.form_of(regime, "mau-03") is None
    assert legal.screen_form(regime, "mau-01").id == "qd-26-2026/mau-01"
    assert sum(part.max for part in found.parts) == 100
    assert [(band.stars, band.min) for band in found.bands] == [(5, 90), (4, 70), (3, 50), (2, 30), (1, 0)]


def test_parts_and_matters_are_those_of_their_time() -> None:
    parts = {regime: [part.max for part in legal.regime(regime).parts] for regime in OLD}
    assert parts == {"qd-1048-781": [35, 25, 40], "qd-148": [40, 25, 35], "qd-148-1489": [40, 25, 35]}
    assert legal.regime("qd-1048-781").matters == () and legal.regime("qd-1048-781").gate is None
    assert [m.id for m in legal.regime("qd-148").matters] == ["nguyen_lieu", "lao_dong", "y_tuong", "ban_sac"]
    assert len(legal.regime("qd-1048-781").evidence) == 13
    assert next(c.id for c in legal.regime("qd-1048-781").components("lan-dau")) == "bieu-01"


def test_the_amended_decision_scores_with_the_rubrics_of_the_first() -> None:
    assert legal.criteria_set("qd-148-1489", "hoa") is legal.criteria_set("qd-148", "hoa")
    assert legal.criteria_sets("qd-148-1489") == legal.criteria_sets("qd-148")


GAPS = {
    ("qd-148", 7): {"C": 1},
    ("qd-148", 11): {"C": 3},
    ("qd-148", 12): {"C": 3},
    ("qd-148", 13): {"C": 2},
    ("qd-1048-781", 10): {"C": 2},
    ("qd-1048-781", 16): {"C": 2},
    ("qd-1048-781", 19): {"C": 2},
}


def test_gaps_are_kept_and_are_no_faults_of_the_data() -> None:
    report = legal.check()
    assert report.good and report.problems == []
    gaps = {(r.regime, legal.criteria_set(r.regime, r.code).no): r.gap for r in report.rubrics if r.gap}
    assert gaps == GAPS
    missing = [rubric for rubric in report.rubrics if rubric.status == "missing"]
    assert [(rubric.regime, rubric.code, rubric.leaves) for rubric in missing] == [("qd-1048-781", "gao-ngu-coc", 0)]
    assert all(legal.criteria_set(r.regime, r.code).issues for r in report.rubrics if r.status != "complete")


@pytest.mark.parametrize("regime", RUBRICS)
def test_every_old_rubric_adds_up_to_what_it_says(regime: str) -> None:
    most = {part.code: part.max for part in legal.regime(regime).parts}
    for one in legal.criteria_sets(regime):
        criteria = legal.criteria_set(regime, one.code)
        if criteria.status == "missing":
            continue
        real = {
            part.code: most[part.code] - sum(c.printed_max() for s in part.sections for c in s.criteria)
            for part in criteria.parts
        }
        assert {code: lack for code, lack in real.items() if lack} == criteria.gap, criteria.id
        assert (criteria.code, criteria.no, criteria.samples) == (one.code, one.no, one.samples)
        assert criteria.regime == regime
        ids = [leaf.id for leaf in criteria.leaves()]
        assert len(set(ids)) == len(ids) and all(each.isascii() for each in ids)


@pytest.mark.parametrize("regime", RUBRICS)
def test_the_mapping_names_sets_that_exist(regime: str) -> None:
    def codes(sets: tuple[ProductSet, ...]) -> set[str]:
        return {one.code for one in sets}

    after = legal.classification(regime).successor
    assert after is not None and after.confidence == "inferred"
    own, new = codes(legal.criteria_sets(regime)), codes(legal.criteria_sets(after.regime))
    assert {one.code for one in after.sets} == own
    reached = {code for one in after.sets for code in one.to}
    assert reached | set(after.added) == new
    assert all(bool(one.to) == (one.relation != "dropped") for one in after.sets)


def test_a_set_of_2020_can_be_followed_to_today() -> None:
    first = legal.classification("qd-1048-781").successor
    assert first is not None
    assert first.of("mat-ong") == ("mat-ong-nong-san-khac", "che-bien-thit-thuy-san-trung-sua")
    assert first.of("khong-co") == ()
