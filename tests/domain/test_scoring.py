"""Points, stars and lifts against a slow reference written from the printed rules, on the shipped rubrics and on small ones."""

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_desktop import legal
from ocop_desktop.domain.classification import ProductSet
from ocop_desktop.domain.criteria import (
    NO,
    NOT_APPLICABLE,
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
from ocop_desktop.domain.evidence import rows_by_criterion
from ocop_desktop.domain.forms import Source
from ocop_desktop.domain.scoring import answers_of, lift, next_star, rejected, rejections, score

REGIME = legal.regime("qd-26-2026")
SETS = legal.criteria_sets("qd-26-2026")
every_set = pytest.mark.parametrize("chosen", SETS, ids=lambda chosen: chosen.code)
OLDER = [
    (regime, found)
    for regime in ("qd-1048-781", "qd-148")
    for chosen in legal.criteria_sets(regime)
    if (found := legal.find_criteria_set(regime, chosen.code)) is not None and found.status == "complete"
]
every_older_set = pytest.mark.parametrize(("regime", "criteria"), OLDER, ids=[f"{r}-{c.code}" for r, c in OLDER])


# The reference: no shared code with the engine but the data classes.


def cases(leaf: Criterion) -> list[tuple[Option, ...]]:
    if leaf.scoring == "yes_no":
        return [(Option(id=NO, text="", points=0), Option(id=YES, text="", points=leaf.max))]
    return [a.options for a in leaf.alternatives] if leaf.scoring == "alternatives" else [leaf.options]


def flat(criteria: CriteriaSet) -> Iterator[tuple[str, str, Criterion]]:
    for part in criteria.parts:
        for section in part.sections:
            for criterion in section.criteria:
                for leaf in criterion.criteria or (criterion,):
                    yield part.code, section.no, leaf


def worth(leaf: Criterion, answer: str | None) -> int:
    return sum(option.points for case in cases(leaf) for option in case if option.id == answer)


def gate_open(leaf: Criterion, answer: str | None, stars: int) -> bool:
    """Within the case that was answered, at least the points of the least option of the highest mark asked."""
    if leaf.applies_if and answer == NOT_APPLICABLE:
        return True
    own = [case for case in cases(leaf) if any(option.id == answer for option in case)] or cases(leaf)
    for case in own:
        marks = [option for option in case if option.min_star and option.min_star <= stars]
        if not marks:
            return True
        top = max(option.min_star or 0 for option in marks)
        if worth(leaf, answer) >= min(option.points for option in marks if option.min_star == top):
            return True
    return False


def slow_stars(criteria: CriteriaSet, answers: Mapping[str, str], bands: tuple[Band, ...]) -> tuple[int, int]:
    total = sum(worth(leaf, answers.get(leaf.id)) for _, _, leaf in flat(criteria))
    for stars in (5, 4, 3):
        enough = total >= next(band.min for band in bands if band.stars == stars)
        if enough and all(gate_open(leaf, answers.get(leaf.id), stars) for _, _, leaf in flat(criteria)):
            return total, stars
    return total, 2 if total >= next(band.min for band in bands if band.stars == 2) else 1


def sheets(criteria: CriteriaSet) -> st.SearchStrategy[dict[str, str]]:
    """A sheet of answers; some criteria are left open, now and then an answer is of another rubric."""
    each = {}
    for _, _, leaf in flat(criteria):
        ids = [option.id for case in cases(leaf) for option in case]
        extra = [NOT_APPLICABLE] if leaf.applies_if else []
        best = max((option for case in cases(leaf) for option in case), key=lambda option: option.points).id
        each[leaf.id] = st.sampled_from([best, best, *ids, *extra, "", "other-o1"])
    return st.fixed_dictionaries(each)


@every_set
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_sheet_comes_to_what_the_printed_rules_say(chosen: ProductSet, data: st.DataObject) -> None:
    criteria = legal.criteria_set("qd-26-2026", chosen.code)
    answers = data.draw(sheets(criteria))
    found = score(criteria, answers, REGIME.bands)
    total, stars = slow_stars(criteria, answers, REGIME.bands)
    assert (found.total, found.stars) == (100 * total, stars)
    for code in "ABC":
        own = [leaf for part, _, leaf in flat(criteria) if part == code]
        assert found.parts[code] == 100 * sum(worth(leaf, answers.get(leaf.id)) for leaf in own)
    assert sum(found.sections.values()) == sum(found.parts.values()) == found.total
    assert all(isinstance(number, int) for number in (found.total, *found.parts.values(), *found.sections.values()))
    assert found.answered + len(found.unanswered) == len(list(flat(criteria)))
    for gate in found.blocking:
        leaf = criteria.criterion(gate.criterion)
        assert leaf is not None and not gate_open(leaf, answers.get(leaf.id), stars + 1)
    assert len(found.blocking) == sum(
        not gate_open(leaf, answers.get(leaf.id), stars + 1) for _, _, leaf in flat(criteria)
    )


def test_every_complete_rubric_of_the_older_laws_is_here() -> None:
    assert [sum(regime == own for regime, _ in OLDER) for own in ("qd-1048-781", "qd-148")] == [22, 22]


@every_older_set
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_an_older_sheet_comes_to_what_its_own_rules_say(
    regime: str, criteria: CriteriaSet, data: st.DataObject
) -> None:
    """The points and bands of their time; marks of a criterion (QĐ 148) count as the ones of its options."""
    bands = legal.regime(regime).bands
    answers = data.draw(sheets(criteria))
    found = score(criteria, answers, bands)
    total, stars = slow_stars(criteria, answers, bands)
    assert (found.total, found.stars) == (100 * total, stars)
    for part in legal.regime(regime).parts:
        own = [leaf for code, _, leaf in flat(criteria) if code == part.code]
        assert found.parts[part.code] == 100 * sum(worth(leaf, answers.get(leaf.id)) for leaf in own)
        assert found.parts[part.code] <= 100 * part.max
    if stars_above := next_star(found, bands):
        for changes in lift(criteria, answers, bands, stars_above).sets:
            after = {**answers, **{change.criterion: change.answer for change in changes}}
            assert slow_stars(criteria, after, bands)[1] >= stars_above


@every_set
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_lift_reaches_its_star_and_no_change_of_it_is_idle(chosen: ProductSet, data: st.DataObject) -> None:
    criteria = legal.criteria_set("qd-26-2026", chosen.code)
    answers = data.draw(sheets(criteria))
    before = score(criteria, answers, REGIME.bands)
    if not (stars := next_star(before, REGIME.bands)):
        return
    found = lift(criteria, answers, REGIME.bands, stars)
    for changes in found.sets:
        assert len(changes) == len({change.criterion for change in changes})
        after = {**answers, **{change.criterion: change.answer for change in changes}}
        assert slow_stars(criteria, after, REGIME.bands)[1] >= stars
        assert score(criteria, after, REGIME.bands).total - before.total == 100 * sum(c.points for c in changes)
        for change in changes:
            without = {key: value for key, value in after.items() if key != change.criterion}
            if change.criterion in answers:
                without[change.criterion] = answers[change.criterion]
            assert slow_stars(criteria, without, REGIME.bands)[1] < stars
    costs = {(len(changes), sum(change.points for change in changes)) for changes in found.sets}
    assert len(costs) <= 1 and len(set(found.sets)) == len(found.sets)


# Small random rubrics, every possible sheet tried


SMALL_BANDS = tuple(
    Band(stars=stars, min=least, certificate=stars > 2, article="")
    for stars, least in ((5, 11), (4, 8), (3, 5), (2, 3), (1, 0))
)


@st.composite
def rubrics(draw: st.DrawFn) -> CriteriaSet:
    criteria = []
    for number in range(draw(st.integers(1, 4))):
        name = f"c{number}"

        def options(prefix: str) -> tuple[Option, ...]:
            points = sorted(draw(st.sets(st.integers(0, 4), min_size=1, max_size=3)))
            marks = sorted(draw(st.lists(st.sampled_from([0, 0, 3, 4, 5]), min_size=len(points), max_size=len(points))))
            return tuple(
                Option(id=f"{prefix}-o{n}", text="", points=value, min_star=mark or None)
                for n, (value, mark) in enumerate(zip(points, marks, strict=True))
            )

        kind = draw(st.sampled_from(["choice", "choice", "alternatives", "yes_no"]))
        applies = draw(st.sampled_from(["", "", "khi có"]))
        common = {"id": name, "no": name, "title": "", "applies_if": applies}
        if kind == "choice":
            criteria.append(Criterion(**common, max=4, scoring="choice", options=options(name)))
        elif kind == "yes_no":
            criteria.append(Criterion(**common, max=draw(st.integers(1, 3)), scoring="yes_no"))
        else:
            both = tuple(Alternative(id=f"{name}{c}", label=c, options=options(f"{name}{c}")) for c in "ab")
            criteria.append(Criterion(**common, max=4, scoring="alternatives", alternatives=both))
    section = SectionOf(no="1", title="", max=20, criteria=tuple(criteria))
    return CriteriaSet(
        id="small", version=1, regime="r", no=1, code="small", name="", valid_from="2026-01-01", group="", group_name="",
        subgroup="", managing_agencies=(), samples=0, status="complete", confidence="confirmed",
        source=Source(document="", article="", day=""),
        parts=(Part(code="A", title="", max=20, sections=(section,)),),
    )  # fmt: skip


def brute(criteria: CriteriaSet, answers: Mapping[str, str], stars: int) -> set[frozenset[tuple[str, int]]]:
    """Every cheapest set of raised criteria, by trying every sheet there is; a case that was answered stays."""
    leaves = [leaf for _, _, leaf in flat(criteria)]
    choices: list[list[tuple[str, int]]] = []
    for leaf in leaves:
        now = answers.get(leaf.id)
        own = [case for case in cases(leaf) if any(option.id == now for option in case)] or cases(leaf)
        raised = [(o.id, o.points) for case in own for o in case if o.points > worth(leaf, now)]
        choices.append([("", 0), *([] if now == NOT_APPLICABLE and leaf.applies_if else raised)])
    best: tuple[int, int] | None = None
    found: set[frozenset[tuple[str, int]]] = set()
    for picked in product(*choices):
        after = dict(answers)
        changed = []
        for leaf, (option, points) in zip(leaves, picked, strict=True):
            if option:
                after[leaf.id] = option
                changed.append((leaf.id, points - worth(leaf, answers.get(leaf.id))))
        if slow_stars_all(criteria, after, stars):
            cost = (len(changed), sum(points for _, points in changed))
            if best is None or cost < best:
                best, found = cost, set()
            if cost == best:
                found.add(frozenset(changed))
    return found


def slow_stars_all(criteria: CriteriaSet, answers: Mapping[str, str], stars: int) -> bool:
    total = sum(worth(leaf, answers.get(leaf.id)) for _, _, leaf in flat(criteria))
    enough = total >= next(band.min for band in SMALL_BANDS if band.stars == stars)
    return enough and all(gate_open(leaf, answers.get(leaf.id), stars) for _, _, leaf in flat(criteria))


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_no_cheaper_lift_exists(data: st.DataObject) -> None:
    criteria = data.draw(rubrics())
    answers = {key: value for key, value in data.draw(sheets(criteria)).items() if value}
    stars = data.draw(st.sampled_from([3, 4, 5]))
    found = lift(criteria, answers, SMALL_BANDS, stars, most=500)
    assert {frozenset((c.criterion, c.points) for c in changes) for changes in found.sets} == brute(
        criteria, answers, stars
    )


# Conditions, answers, evidence


def test_a_ticked_condition_leaves_no_star() -> None:
    criteria = legal.criteria_set("qd-26-2026", "che-tuoi-che-che-bien")
    best = {leaf.id: max(leaf.every_option(), key=lambda o: o.points).id for leaf in criteria.leaves() if leaf.options}
    best |= {leaf.id: YES for leaf in criteria.leaves() if leaf.scoring == "yes_no"}
    assert score(criteria, best, REGIME.bands).stars == 5
    first = rejections(criteria)[0]
    assert first.key == "dossier.reject.1" and first.rule.effect == "reject" and not first.where
    ticked = rejected(criteria, {"dossier.reject.1": True, "dossier.reject.2": None, "dossier.reject.99": True})
    found = score(criteria, best, REGIME.bands, ticked)
    assert (found.stars, found.total, found.rejected) == (0, 10_000, (first,))
    assert next_star(found, REGIME.bands) == 0


@every_set
def test_every_condition_a_person_judges_can_be_ticked(chosen: ProductSet) -> None:
    criteria = legal.criteria_set("qd-26-2026", chosen.code)
    found = rejections(criteria)
    assert [each.no for each in found] == list(range(1, len(found) + 1))
    assert all(each.rule.effect != "stop_if_zero" for each in found)
    assert sum(not each.where for each in found) == len(criteria.disqualify)


def test_a_criterion_that_does_not_apply_is_answered_without_points() -> None:
    rule = Criterion(
        id="a", no="1", title="", max=1, scoring="choice", applies_if="khi có",
        options=(Option(id="a-o1", text="", points=1, min_star=3),),
        disqualify=(Disqualify(text="", effect="reject", scope="dossier"),),
    )  # fmt: skip
    assert rule.points(NOT_APPLICABLE) == 0
    plain = Criterion(id="a", no="1", title="", max=1, scoring="choice", options=rule.options)
    assert plain.points(NOT_APPLICABLE) is None


def test_answers_are_taken_from_the_values_of_a_dossier() -> None:
    values = {"dossier.score.q26-11-1.1": "q26-11-1.1-o2", "dossier.score.q26-11-2.4": None, "dossier.year": 2026}
    assert answers_of(values) == {"q26-11-1.1": "q26-11-1.1-o2"}


def test_evidence_rows_speak_for_their_criteria() -> None:
    criteria = legal.criteria_set("qd-26-2026", "che-tuoi-che-che-bien")
    found = rows_by_criterion(criteria, REGIME.evidence)
    by_no = {leaf.no: [row.no for row in found[leaf.id]] for leaf in criteria.leaves()}
    assert by_no["3.3"] == ["05"] and by_no["4.3"] == ["08", "09"] and by_no["5.1"] == ["10"]
    assert "03" in by_no["1.1"]
    spoken = {row.no for rows in found.values() for row in rows}
    assert spoken >= {f"{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14)}
