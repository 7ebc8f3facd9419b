"""A made-up year of 100 communes: every figure of every period and unit equals a slow recomputation from plain rows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ocop_desktop import legal
from ocop_desktop.actions.reports import consolidation, facts, periodic
from ocop_desktop.domain.reporting import periods
from ocop_desktop.domain.reporting.periods import Rules
from ocop_desktop.storage import gathering
from ocop_desktop.storage.db import run
from tests.kit import made_up_year
from tests.kit.builders import Office
from tests.kit.council import an_upper_office
from tests.kit.made_up_year import Programme, Row

COMMUNES = 100
BEGAN = date(2026, 5, 22)
"""QĐ 26/2026/QĐ-TTg in force; read from the law below, written here so that the oracle rests on nothing of the program."""
CLOSES = {"month": 1, "quarter": 3, "half": 6, "nine": 9, "year": 12}


@pytest.fixture
def province(tmp_path: Path) -> Iterator[tuple[Office, Programme]]:
    """A province's office over 100 communes, in the middle of December 2026."""
    office = an_upper_office(tmp_path / "province")
    office.clock.now = datetime(2026, 12, 20, 3, tzinfo=UTC)
    made = run(office.db, lambda db: made_up_year.invent(db, COMMUNES))
    yield office, made
    office.close()


_SUMS = {"producers.revenue", "producers.workers"}
"""What producers tell of themselves: the made-up reports have no amounts; ``test_producer_reports`` counts them."""


def oracle_span(code: str) -> tuple[date, date]:
    """Written out by hand: from the 15th of the month before to the 14th."""
    year, _, rest = code.partition("-")
    kind, number = {"M": 1, "Q": 3, "H": 6, "N": 9, "Y": 12}[rest[0]], int(rest[1:])
    ends = kind * number
    begins = ends - kind
    first = date(int(year), begins, 15) if begins else date(int(year) - 1, 12, 15)
    return first, date(int(year), ends, 14)


def oracle_stand(row: Row, day: date) -> tuple[str, int, date] | None:
    """State, stars and end of a product on a day, by walking through its life."""
    terms = [term for term in row.terms if term[2] <= day]
    if not terms:
        return None
    issued = [term for term in terms if term[3] <= day]
    own = sorted(issued, key=lambda term: (term[3], term[2]))[-1] if issued else sorted(terms, key=lambda t: t[3])[0]
    _, stars, _, issued_on, ends = own
    gone = False
    for what, when, lowered, _ in sorted(row.events, key=lambda event: event[1]):
        if issued_on <= when <= day:
            if what == "demotion":
                stars = lowered
            elif what == "withdrawal":
                gone = True
    stretched = day >= BEGAN and ends - timedelta(days=120) < BEGAN <= ends
    last = ends + timedelta(days=180) if stretched else ends
    if gone:
        return "withdrawn", 0, ends
    if day > last:
        return "expired", 0, last
    return "valid", stars, ends


def oracle(made: Programme, units: set[str], code: str) -> dict[str, tuple[int | None, int]]:
    """Every figure, counted one by one."""
    first, last = oracle_span(code)
    year = date(last.year - 1, 12, 15)
    found: dict[str, tuple[int | None, int]] = {}
    rows = [row for row in made.products if row.unit in units]
    stand = [(row, oracle_stand(row, last)) for row in rows]
    living = [(row, at) for row, at in stand if at is not None and at[1] >= 3]
    found["products.total"] = (None, len(living))
    for stars in (3, 4, 5):
        found[f"products.star.{stars}"] = (None, sum(1 for _, at in living if at[1] == stars))
    for group in {*dict(facts.groups()), "khac"}:
        found[f"products.group.{group}"] = (None, sum(1 for row, _ in living if made_up_year.SETS[row.set] == group))
    found["products.expiring"] = (
        None,
        sum(1 for _, at in living if last <= at[2] <= last + timedelta(days=180)),
    )

    def flow(key: str, days: list[date | None]) -> None:
        real = [day for day in days if day is not None]
        found[key] = (sum(first <= day <= last for day in real), sum(year <= day <= last for day in real))

    for key, kind in (("new", "lan-dau"), ("upgraded", "nang-hang"), ("again", "phan-hang-lai")):
        flow(f"products.{key}", [term[2] for row in rows for term in row.terms if term[0] == kind])
    for key, what in (("demoted", "demotion"), ("withdrawn", "withdrawal")):
        flow(f"products.{key}", [event[1] for row in rows for event in row.events if event[0] == what])
    flow("work.inspection", [event[1] for row in rows for event in row.events if event[0] == "inspection"])
    flow("work.council_session", [day for unit, day in made.sessions if unit in units])
    for kind in made_up_year.EVENTS:
        flow(f"work.{kind}", [day for unit, what, day in made.events if unit in units and what == kind])
    flow("products.expired", [at[2] + timedelta(days=1) for _, at in stand if at is not None and at[0] == "expired"])
    owners = {row.producer for row, _ in living}
    found["producers.total"] = (None, len(owners))
    for kind in made_up_year.KINDS:
        name = kind or "khac"
        found[f"producers.kind.{name}"] = (None, sum(made.producers[one][0] == kind for one in owners))
    women = sum(made.producers[one][1] is True for one in owners)
    found["producers.women"] = (None, women)
    found["producers.women_share"] = (None, int(women * 10000 / len(owners) + 0.5) if owners else 0)
    found["producers.revenue"], found["producers.workers"] = (
        (0, 0),
        (None, 0),
    )  # the made-up reports say nothing of them
    for key, name in (("received", "received"), ("handed_over", "handed"), ("returned", "returned")):
        flow(f"dossiers.{key}", [each[name] for row in rows for each in row.dossiers])  # type: ignore[misc]
    flow("dossiers.recognised", [term[2] for row in rows for term in row.terms])
    return found


def test_the_oracle_knows_when_the_law_began() -> None:
    assert legal.regime_on(BEGAN).valid_from == BEGAN.isoformat()


def test_every_figure_of_every_period_and_unit(province: tuple[Office, Programme]) -> None:
    office, made = province
    whole = facts.read(office.db)
    apart = whole.by_unit()
    today = office.clock().date()
    compared = 0
    sums: dict[str, int] = {}
    for year in (2025, 2026):
        for period in periods.of_year(year):
            for units in ({*made.units}, *({unit} for unit in made.units)):
                mine = whole if len(units) > 1 else apart.get(next(iter(units)), type(whole)())
                counted = periodic.count(mine, period, Rules(), today)
                got = {each.key: (each.now, each.whole) for each in counted}
                wanted = oracle(made, units, period.code)
                assert wanted == {key: got[key] for key in wanted}, (period.code, units)
                rest = {value for key, value in got.items() if key not in wanted}
                assert rest <= {(None, 0)}
                for each in counted:
                    assert each.percent or each.whole == len(each.of_whole)
                    assert each.now is None or each.now == len(each.of_now)
                compared += len(wanted)
                if len(units) > 1:
                    sums = {key: sums.get(key, 0) + value for key, (_, value) in got.items()}
    assert compared > 100_000
    assert [key for key in wanted if not sums[key] and ".group." not in key and key not in _SUMS] == [], (
        "somewhere each is more than nothing"
    )


def test_the_sum_of_the_communes_is_the_province(province: tuple[Office, Programme]) -> None:
    office, made = province
    told = [(unit, 1, 1, "2026-12-01T00:00:00Z") for unit in made.units]
    run(office.db, lambda db: gathering.note(db, told))
    found = consolidation.consolidate(office.db, periods.parse("2026-11"))
    assert len(found.communes) == COMMUNES and found.late == COMMUNES and found.sent == 0
    for each in found.figures:
        if not each.percent:
            assert each.whole == sum(one.here[each.key].whole for one in found.communes), each.key
    total = next(each for each in found.figures if each.key == "products.total")
    behind = consolidation.behind(office.db, total.of_whole)
    assert len(behind) == total.whole and {each.kind for each in behind} == {"product"}
