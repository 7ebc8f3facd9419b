"""The targets of the office's own plans in a periodic report: measured from the records by its closing day."""

from datetime import date

from ocop_desktop.actions.programme import plans
from ocop_desktop.domain.programme.plans import TARGET, Plan, target_of
from ocop_desktop.domain.reporting import periods
from ocop_desktop.domain.reporting.periods import Period
from ocop_desktop.domain.reporting.planned import PlannedLine
from ocop_desktop.storage.db import Db

from .rules import own_unit, rules


def of_year(db: Db, year: int) -> list[Plan]:
    """The plans of this office's own unit whose days touch a year, the earliest first."""
    unit = own_unit(db)
    own = [each for each in plans.plans(db) if each.unit == unit and each.starts.year <= year <= each.ends.year]
    return sorted(own, key=lambda plan: (plan.starts, plan.ends, plan.id))


def counted(db: Db, year: int, day: date) -> tuple[PlannedLine, ...]:
    """Every target of the year's plans with what came of it by a day; nothing where the office has no plan.

    What a person typed is taken as it stands now: it carries no day.
    """
    found: list[PlannedLine] = []
    for plan in of_year(db, year):
        targets = sorted((target_of(each) for each in plans.of_plan(db, TARGET, plan.id)), key=lambda each: each.order)
        if not targets:
            continue
        held = plans.book(db, plan, day)
        found += [
            PlannedLine(
                plan=plan.title,
                target=row.target,
                actual=row.actual,
                reached=row.reached,
                depth=row.depth,
                behind=row.measured.part if row.measured is not None and row.target.typed is None else (),
            )
            for row in plans.target_rows(targets, held)
        ]
    return tuple(found)


def behind(db: Db, target: str, period: Period) -> tuple[str, ...]:
    """The records that a target counts by a period's closing day, as they are now; none where the target is gone."""
    day = periods.counted_to(period, rules(db), db.clock().astimezone().date())
    found = counted(db, period.year, day)
    return next((each.behind for each in found if each.target.id == target), ())
