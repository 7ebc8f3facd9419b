"""Points, bands and gates: what a sheet of answers comes to, in a small rubric and in the shipped ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop import legal
from ocop_desktop.domain.classification import ProductSet
from ocop_desktop.domain.criteria import (
    NO,
    YES,
    Alternative,
    Band,
    CriteriaSet,
    Criterion,
    Disqualify,
    Option,
    Part,
    SectionOf,
)
from ocop_desktop.domain.forms import Source
from ocop_desktop.domain.scoring import gates, score, stars_of

SMALL_BANDS = tuple(
    Band(stars=stars, min=least, certificate=stars > 2, article="")
    for stars, least in ((5, 9), (4, 7), (3, 5), (2, 3), (1, 0))
)
SMALL = CriteriaSet(
    id="small",
    version=1,
    regime="r",
    no=1,
    code="small",
    name="Bộ thử",
    source=Source(document="", article="", day=""),
    valid_from="2026-01-01",
    group="g",
    group_name="G",
    subgroup="S",
    managing_agencies=(),
    samples=5,
    status="complete",
    confidence="confirmed",
    parts=(
        Part(
            code="A",
            title="A",
            max=10,
            sections=(
                SectionOf(
                    no="1",
                    title="Một",
                    max=10,
                    criteria=(
                        Criterion(
                            id="c1",
                            no="1.1",
                            title="Chọn",
                            max=4,
                            scoring="choice",
                            matter="lao_dong",
                            options=(
                                Option(id="c1-o1", text="", points=1),
                                Option(id="c1-o2", text="", points=2, min_star=3),
                                Option(id="c1-o3", text="", points=4, min_star=5),
                            ),
                        ),
                        Criterion(id="c2", no="1.2", title="Có hay không", max=1, scoring="yes_no"),
                        Criterion(
                            id="c3",
                            no="1.3",
                            title="Theo trường hợp",
                            max=3,
                            scoring="alternatives",
                            alternatives=(
                                Alternative(
                                    id="c3-a",
                                    label="Trường hợp 1",
                                    options=(
                                        Option(id="c3-a1", text="", points=1),
                                        Option(id="c3-a2", text="", points=3),
                                    ),
                                ),
                                Alternative(
                                    id="c3-b", label="Trường hợp 2", options=(Option(id="c3-b1", text="", points=2),)
                                ),
                            ),
                        ),
                        Criterion(
                            id="c4",
                            no="1.4",
                            title="Cộng",
                            max=2,
                            scoring="sum",
                            criteria=tuple(
                                Criterion(
                                    id=name,
                                    no=name,
                                    title="",
                                    max=1,
                                    scoring="choice",
                                    options=(
                                        Option(id=f"{name}-o1", text="", points=0),
                                        Option(id=f"{name}-o2", text="", points=1),
                                    ),
                                )
                                for name in ("c4.1", "c4.2")
                            ),
                        ),
                    ),
                    disqualify=(Disqualify(text="", effect="stop_if_zero", scope="section"),),
                ),
            ),
        ),
    ),
)
BEST = {"c1": "c1-o3", "c2": YES, "c3": "c3-a2", "c4.1": "c4.1-o2", "c4.2": "c4.2-o2"}


def test_a_full_sheet_reaches_everything() -> None:
    result = score(SMALL, BEST, SMALL_BANDS)
    assert (result.total, result.parts, result.band, result.stars) == (1000, {"A": 1000}, 5, 5)
    assert (result.unanswered, result.blocking, result.short, result.stopped) == ((), (), 0, ())


def test_a_gate_keeps_stars_below_the_band() -> None:
    result = score(SMALL, BEST | {"c1": "c1-o1"}, SMALL_BANDS)
    assert (result.total, result.band, result.stars) == (700, 4, 2)
    assert [(gate.stars, gate.criterion, gate.option, gate.points) for gate in result.blocking] == [
        (3, "c1", "c1-o2", 2)
    ]
    assert result.short == 0


def test_the_marks_of_fewer_stars_count_for_more_stars() -> None:
    result = score(SMALL, BEST | {"c1": "c1-o2", "c2": NO}, SMALL_BANDS)
    assert (result.total, result.band, result.stars) == (700, 4, 4)
    assert [gate.option for gate in result.blocking] == ["c1-o3"]
    assert result.short == 200


def test_an_empty_sheet_has_no_answers_and_the_lowest_band() -> None:
    result = score(SMALL, {}, SMALL_BANDS)
    assert (result.total, result.stars) == (0, 1)
    assert result.unanswered == ("c1", "c2", "c3", "c4.1", "c4.2")
    assert result.stopped == ()


def test_the_answer_of_another_criterion_counts_nothing() -> None:
    assert score(SMALL, {"c1": "c3-a2", "c2": "maybe"}, SMALL_BANDS).unanswered[:2] == ("c1", "c2")


def test_a_zero_ends_the_assessment_of_a_section_that_says_so() -> None:
    assert score(SMALL, BEST | {"c4.1": "c4.1-o1"}, SMALL_BANDS).stopped == ("1",)


def test_a_rubric_finds_its_criteria() -> None:
    assert [leaf.id for leaf in SMALL.leaves()] == ["c1", "c2", "c3", "c4.1", "c4.2"]
    assert [leaf.id for leaf in SMALL.matter_criteria("lao_dong")] == ["c1"]
    assert SMALL.matter_criteria("ban_sac") == ()
    found = SMALL.criterion("c4.2")
    assert found is not None
    assert found.no == "c4.2"
    assert SMALL.criterion("c4") is None
    assert SMALL.sums() == {"A": 10}
    assert SMALL.gate_counts() == {3: 1, 4: 0, 5: 1}
    assert SMALL.faults() == []


@pytest.mark.parametrize(
    ("total", "stars"),
    [(10000, 5), (9000, 5), (8999, 4), (7000, 4), (6999, 3), (5000, 3), (4999, 2), (3000, 2), (2999, 1), (0, 1)],
)
def test_the_bands_of_the_law(total: int, stars: int) -> None:
    assert stars_of(total, legal.regime("qd-26-2026").bands) == stars


@given(st.data())
def test_a_better_answer_never_costs_a_star(data: st.DataObject) -> None:
    bands = legal.regime("qd-26-2026").bands
    criteria = legal.criteria_set("qd-26-2026", "che-tuoi-che-che-bien")
    leaves = list(criteria.leaves())
    answers: dict[str, str] = {}
    for leaf in leaves:
        choices = [YES, NO] if leaf.scoring == "yes_no" else [option.id for option in leaf.every_option()]
        answers[leaf.id] = data.draw(st.sampled_from(choices))
    before = score(criteria, answers, bands)
    better = data.draw(st.sampled_from(leaves))
    best = max(better.every_option(), key=lambda option: option.points).id if better.scoring != "yes_no" else YES
    after = score(criteria, answers | {better.id: best}, bands)
    assert after.total >= before.total
    assert after.stars >= before.stars
    assert before.total == sum(before.parts.values())
    assert before.stars <= before.band
    if before.stars < before.band:
        assert before.blocking


@pytest.mark.parametrize("chosen", legal.criteria_sets("qd-26-2026"), ids=lambda chosen: chosen.code)
def test_the_best_sheet_of_every_rubric_has_a_hundred_points_and_five_stars(chosen: ProductSet) -> None:
    criteria = legal.criteria_set("qd-26-2026", chosen.code)
    answers = {
        leaf.id: YES if leaf.scoring == "yes_no" else max(leaf.every_option(), key=lambda option: option.points).id
        for leaf in criteria.leaves()
    }
    result = score(criteria, answers, legal.regime("qd-26-2026").bands)
    assert (result.total, result.stars, result.blocking) == (10000, 5, ())
    assert {gate.criterion for gate in gates(criteria, 3)} <= {gate.criterion for gate in gates(criteria, 5)}
