"""The commune's four matters: the thresholds of every one of the 26 sets, as the annexes print them."""

import pytest

from ocop_desktop import legal
from ocop_desktop.domain.classification import ProductSet
from ocop_desktop.domain.criteria import Criterion
from ocop_desktop.ui.facts_card import share_option

SETS = legal.criteria_sets("qd-26-2026")
every_set = pytest.mark.parametrize("chosen", SETS, ids=lambda chosen: chosen.code)

ORIGIN = {1, 2, 3, 4, 23, 24, 25}
TOURISM = 26


def origin_points(no: int) -> tuple[int, int, int]:
    """Points for less than 50 %, 50 to under 75 %, 75 to 100 %."""
    if no == 9:
        return 1, 3, 5
    return (1, 2, 4) if no in {14, 15, 16, 17, 19, 20, 21, 22, 23, 24, 25} else (1, 2, 3)


def idea_most(no: int) -> int:
    """The most points for the origin of the idea (2.1)."""
    if no in {5, 23, 24, 25, 26}:
        return 5
    return 4 if no in {14, 15, 16, 17, 19, 20, 21, 22} else 3


def of(chosen: ProductSet, matter: str) -> tuple[Criterion, ...]:
    return tuple(legal.criteria_set("qd-26-2026", chosen.code).matter_criteria(matter))


def points_at(criterion: Criterion, hundredths: int) -> int | None:
    found = share_option(criterion.options, hundredths)
    return found.points if found is not None else None


@every_set
def test_raw_material_from_the_place(chosen: ProductSet) -> None:
    found = of(chosen, "nguyen_lieu")
    if chosen.no == TOURISM:
        assert found == ()
        return
    (criterion,) = found
    assert criterion.no == "1.1"
    low, middle, high = origin_points(chosen.no)
    assert [option.points for option in criterion.options] == [low, middle, high]
    for share, points in ((5000, middle), (7499, middle), (7500, high), (10_000, high)):
        assert points_at(criterion, share) == points, share
    gate = next((option.points for option in criterion.options if option.min_star == 3), None)
    if chosen.no in {5, 6, 11, 12, 13}:
        assert gate == middle
    elif chosen.no in {*range(7, 11), *range(14, 23)}:
        assert gate == low


@every_set
def test_workers_of_the_commune(chosen: ProductSet) -> None:
    (criterion,) = of(chosen, "lao_dong")
    top = 4 if chosen.no == TOURISM else 3
    assert criterion.no == "3.3" and criterion.max == top
    for share, points in ((2400, None), (2500, 1), (4999, 1), (5000, 2), (7499, 2), (7500, top), (10_000, top)):
        assert points_at(criterion, share) == points, share


@every_set
def test_where_the_idea_comes_from(chosen: ProductSet) -> None:
    (criterion,) = of(chosen, "y_tuong")
    assert criterion.no == "2.1" and criterion.max == idea_most(chosen.no)
    assert max(option.points for option in criterion.every_option()) == idea_most(chosen.no)


@every_set
def test_what_is_the_places_own(chosen: ProductSet) -> None:
    found = of(chosen, "ban_sac")
    if chosen.no == TOURISM:
        assert found == ()
        return
    (criterion,) = found
    assert criterion.no == "5.3"
    assert [option.points for option in criterion.options] == [0, 1, 3, 5]
    assert next(option.points for option in criterion.options if option.min_star == 3) == 1
