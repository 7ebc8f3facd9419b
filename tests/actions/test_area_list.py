"""The list of an area: narrowed, kept as views, counted, and compared between two days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from ocop_desktop.actions.products import area
from ocop_desktop.actions.products.area import View
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run
from tests.actions.test_reports_year import oracle_stand
from tests.kit import made_up_year
from tests.kit.builders import Office
from tests.kit.council import an_upper_office
from tests.kit.made_up_year import Programme

DAYS = (date(2025, 3, 1), date(2026, 3, 1), date(2026, 11, 20))


@pytest.fixture
def province(tmp_path: Path) -> Iterator[tuple[Office, Programme]]:
    """A province's office over 15 communes."""
    office = an_upper_office(tmp_path / "province")
    office.clock.now = datetime(2026, 11, 23, 3, tzinfo=UTC)
    made = run(office.db, lambda db: made_up_year.invent(db, 15, seed=9))
    yield office, made
    office.close()


def test_the_filters_take_what_they_say_and_the_charts_add_up(province: tuple[Office, Programme]) -> None:
    office, made = province
    today = office.clock().date()
    found = office.do(area.area)
    stand = {row.id: oracle_stand(row, today) for row in made.products}
    for stars in (3, 4, 5):
        taken = [each for each in found.places if View(stars=stars).takes(each, today)]
        assert len(taken) == sum(at is not None and at[1] == stars for at in stand.values())
    units = {row.unit for row in made.products if stand[row.id] is not None}
    assert {unit for unit, _ in found.units} == units
    one = sorted(units)[0]
    assert {each.unit for each in found.places if View(unit=one).takes(each, today)} == {one}
    soon = [each for each in found.places if View(window="window").takes(each, today)]
    assert all(120 <= (each.row.standing.ends - today).days <= 180 for each in soon)
    living = sum(at is not None and at[1] >= 3 for at in stand.values())
    tallies = {each.name: dict(each.bars) for each in area.tallies(found.places, today)}
    assert sum(tallies["stars"].values()) == sum(tallies["groups"].values()) == living > 10
    assert len(tallies["months"]) == 24 and next(iter(tallies["months"])) == "2026-11"
    assert sum(sum(stars) for _, _, stars, _ in area.by_unit(found.places)) == living


def test_between_two_days_every_change_and_nothing_else(province: tuple[Office, Programme]) -> None:
    office, made = province
    for first, last in pairwise(DAYS):
        wanted = {}
        for row in made.products:
            before, after = (at[1] if (at := oracle_stand(row, day)) is not None else 0 for day in (first, last))
            if before != after:
                wanted[row.id] = (before, after)
        found = {each.product: (each.before, each.after) for each in office.do(area.changes, first, last)}
        assert found == wanted and wanted
    assert office.do(area.changes, DAYS[0], DAYS[0]) == []
    with pytest.raises(Refused):
        office.do(area.changes, DAYS[1], DAYS[0])


def test_views_are_kept_under_a_name(province: tuple[Office, Programme]) -> None:
    office, _ = province
    office.do(area.keep_view, View(name="Sắp nộp lại", window="window", stars=4))
    office.do(area.keep_view, View(name="  Sắp  nộp lại ", window="late"))
    office.do(area.keep_view, View(name="5 sao", stars=5))
    assert [(each.name, each.window) for each in office.do(area.views)] == [("5 sao", ""), ("Sắp nộp lại", "late")]
    office.do(area.forget_view, "5 sao")
    assert len(office.do(area.views)) == 1
    with pytest.raises(Refused):
        office.do(area.keep_view, View(name=" "))
