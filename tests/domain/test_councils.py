"""Councils against a slow reference written from the printed rules and the seen Quy chế; no shared code but data classes."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_desktop import legal
from ocop_desktop.domain.councils import (
    COMBINATIONS,
    Combination,
    Rules,
    Seat,
    Sheet,
    differences,
    hundredths,
    judge,
    needed,
    open_criteria,
)
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.regimes import Band
from ocop_desktop.domain.scoring import rejections
from tests.domain.test_scoring import OLDER, cases, flat, gate_open, worth

REGIME = legal.regime("qd-26-2026")
SETS = ("che-tuoi-che-che-bien", "do-an-nhanh", "du-lich-cong-dong", "hoa")
SEATS = tuple(
    Seat(
        id=f"m{n}", name=f"Ủy viên {n}", role="chair" if n == 1 else "secretary" if n == 8 else "member", scores=n != 8
    )
    for n in range(1, 9)
)


def members_sheets(criteria: CriteriaSet) -> st.SearchStrategy[list[Sheet]]:
    """Between no and seven sheets, near each other or far apart, now and then with an open criterion or a tick."""
    best = {
        leaf.id: max((o for case in cases(leaf) for o in case), key=lambda o: o.points).id
        for _, _, leaf in flat(criteria)
    }
    each = {
        leaf.id: st.sampled_from([best[leaf.id]] * 6 + [o.id for case in cases(leaf) for o in case])
        for _, _, leaf in flat(criteria)
    }
    answers = st.one_of(st.just(best), st.fixed_dictionaries(each), st.fixed_dictionaries(each))
    numbers = [rule.no for rule in rejections(criteria)]
    ticks = st.frozensets(st.sampled_from(numbers), max_size=1) if numbers else st.just(frozenset[int]())

    def sheet(who: str, drawn: tuple[dict[str, str], frozenset[int], bool]) -> Sheet:
        given_, ticked, broken = drawn
        if broken:
            given_ = {**given_, next(iter(given_)): ""}
        return Sheet(member=who, answers=given_, ticked=ticked)

    rare = st.sampled_from([False] * 9 + [True])
    ticks = st.one_of(st.just(frozenset[int]()), st.just(frozenset[int]()), ticks)
    return st.lists(st.tuples(answers, ticks, rare), max_size=8).map(
        lambda many: [sheet(seat.id, drawn) for seat, drawn in zip(SEATS, many, strict=False)]
    )


def slow_far(totals: dict[str, int], limit: int) -> set[str]:
    """Who is not in every largest group of members that are all within the limit of each other: by trying all groups."""
    if not limit:
        return set()
    groups = [
        set(group)
        for size in range(len(totals), 0, -1)
        for group in combinations(totals, size)
        if all(100 * abs(totals[a] - totals[b]) <= limit for a in group for b in group)
    ]
    largest = [group for group in groups if len(group) == max(map(len, groups))]
    return {who for who in totals if not all(who in group for group in largest)}


def slow_gate(criteria: CriteriaSet, sheets: list[Sheet], stars: int, how: Combination) -> bool:
    """Whether every mark of ``stars`` is reached by the council, looked at sheet by sheet."""
    for _, _, leaf in flat(criteria):
        reached = [gate_open(leaf, sheet.answers.get(leaf.id), stars) for sheet in sheets]
        if how == "every" and not all(reached):
            return False
        if how == "majority" and sum(reached) <= len(reached) / 2:
            return False
        if how == "average":
            asked, have = 0, 0
            for sheet in sheets:
                answer = sheet.answers.get(leaf.id)
                own = next((c for c in cases(leaf) if any(o.id == answer for o in c)), ())
                marks = [o for o in own if o.min_star and o.min_star <= stars]
                if not marks:
                    continue
                top = max(o.min_star or 0 for o in marks)
                asked += min(o.points for o in marks if o.min_star == top)
                have += worth(leaf, answer)
            if have < asked:
                return False
    return True


@pytest.mark.parametrize("code", SETS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_council_comes_to_what_its_sheets_say_one_by_one(code: str, data: st.DataObject) -> None:
    agrees(legal.criteria_set("qd-26-2026", code), REGIME.bands, data)


ALL = [("qd-26-2026", legal.criteria_set("qd-26-2026", each.code)) for each in legal.criteria_sets("qd-26-2026")]


@pytest.mark.parametrize(("regime", "criteria"), [*ALL, *OLDER], ids=[f"{r}-{c.code}" for r, c in (*ALL, *OLDER)])
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_so_it_is_for_every_set_of_every_law(regime: str, criteria: CriteriaSet, data: st.DataObject) -> None:
    agrees(criteria, legal.regime(regime).bands, data)


def agrees(criteria: CriteriaSet, bands: tuple[Band, ...], data: st.DataObject) -> None:
    """A random council of that set, by our rules and one sheet after the other."""
    rules = Rules(
        quorum_percent=data.draw(st.sampled_from([50, 67, 75, 100])),
        chair_needed=data.draw(st.booleans()),
        spread=data.draw(st.sampled_from([0, 500, 1000])),
        combination=data.draw(st.sampled_from(COMBINATIONS)),
    )
    sheets = data.draw(members_sheets(criteria))
    found = judge(criteria, bands, SEATS, sheets, rules)

    whole = [
        sheet
        for sheet in sheets
        if sheet.member != "m8" and all(sheet.answers.get(leaf.id) for _, _, leaf in flat(criteria))
    ]
    totals = [sum(worth(leaf, s.answers.get(leaf.id)) for _, _, leaf in flat(criteria)) for s in whole]
    assert found.counted == len(whole) and found.seats == 7
    assert list(found.totals.values()) == [100 * total for total in totals]
    assert found.quorum == (
        len(whole) / 7 >= rules.quorum_percent / 100
        and bool(whole)
        and (not rules.chair_needed or any(sheet.member == "m1" for sheet in whole))
    )
    pairs = [abs(a - b) for a in totals for b in totals]
    assert found.spread == 100 * max(pairs, default=0)
    assert found.over == bool(rules.spread and any(100 * pair > rules.spread for pair in pairs))
    assert set(found.far) == (slow_far({s.member: t for s, t in zip(whole, totals, strict=True)}, rules.spread))
    if not whole:
        assert (found.total, found.stars, found.ready) == (0, 0, False)
        return
    mean = Fraction(sum(totals), len(totals))
    assert abs(Fraction(found.total, 100) - mean) <= Fraction(1, 200)
    stars = 2 if mean >= 30 else 1
    for n in (3, 4, 5):
        if mean >= {3: 50, 4: 70, 5: 90}[n] and slow_gate(criteria, whole, n, rules.combination):
            stars = n
    thrown = any(sum(rule.no in s.ticked for s in whole) > len(whole) / 2 for rule in rejections(criteria))
    assert found.stars == (0 if thrown else stars)
    for apart in found.apart:
        points = {
            s.member: worth({x.id: x for _, _, x in flat(criteria)}[apart.criterion], s.answers[apart.criterion])
            for s in whole
        }
        assert (apart.low, apart.high) == (min(points.values()), max(points.values()))
    assert [each.by for each in found.apart] == sorted((each.by for each in found.apart), reverse=True)


def test_rounding_is_half_up_in_hundredths() -> None:
    assert hundredths(Fraction(487, 7)) == 6957  # 69,571428…
    assert hundredths(Fraction(13999, 200)) == 7000  # 69,995: the half goes up
    assert hundredths(Fraction(139989, 2000)) == 6999
    assert hundredths(Fraction(0)) == 0


def test_what_is_shown_never_reaches_a_band_the_exact_average_does_not() -> None:
    """With whole totals and at most 199 members the nearest average below 70 is 70 - 1/199, shown as 69,99."""
    assert hundredths(70 - Fraction(1, 199)) == 6999


def test_three_quarters_of_seven_are_six() -> None:
    assert [needed(n, 75) for n in (1, 4, 7, 8, 9)] == [1, 3, 6, 6, 7]


def test_two_entries_of_one_paper_are_compared_criterion_by_criterion() -> None:
    first = Sheet(member="m1", answers={"a": "o1", "b": "o2"}, ticked=frozenset({1}))
    second = Sheet(member="m1", answers={"a": "o1", "b": "o3", "c": "o1"})
    assert differences(first, second) == ("b", "c", "reject.1")
    assert differences(first, first) == ()


def test_open_criteria_stand_in_printed_order() -> None:
    criteria = legal.criteria_set("qd-26-2026", "hoa")
    assert open_criteria(criteria, {}) == tuple(leaf.id for _, _, leaf in flat(criteria))
