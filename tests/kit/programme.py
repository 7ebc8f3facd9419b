"""A province that carries out a plan: products recognised, support given, days of the plan's own years."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ocop_desktop.actions.councils import seats
from ocop_desktop.actions.products import recognising
from ocop_desktop.actions.programme import loading, plans
from ocop_desktop.actions.programme.plans import PlanPage, TargetRow
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.storage import records
from tests.kit.builders import Office
from tests.kit.council import an_upper_office, arrived


class Programme:
    """One province with one plan."""

    def __init__(self, office: Office, sample: str, day: str) -> None:
        self.office = office
        self.at(day)
        made = office.do(loading.import_plan, loading.sample_file(sample)).created
        assert made is not None
        self.plan: str = made

    def at(self, day: str) -> None:
        """Stand on a day of the plan's time."""
        self.office.clock.now = datetime.fromisoformat(f"{day}T05:00:00").replace(tzinfo=UTC)

    def page(self) -> PlanPage:
        """The plan as the screen shows it."""
        return plans.open_plan(self.office.db, self.plan)

    def target(self, title: str) -> TargetRow:
        """The one target of a title, or whose title begins so."""
        rows = self.page().targets
        found = [row for row in rows if row.target.title == title]
        found = found or [row for row in rows if row.target.title.startswith(title)]
        assert len(found) == 1, (title, [row.target.title for row in found])
        return found[0]

    def figures(self, *titles: str) -> list[tuple[int, int | None]]:
        """Planned and actual of targets."""
        return [(row.target.planned, row.actual) for row in map(self.target, titles)]

    def dossier(self, name: str, received: str, kind: str = "hop-tac-xa", code: str = "che-tuoi-che-bien") -> str:
        """A dossier that arrived, of a product and a producer of its own."""
        words = {"product__name": name, "product__set": code, "producer__name": f"Chủ thể {name}"}
        words |= {"producer__kind": kind, "dossier__received_on": received}
        return arrived(self.office.db, state="handed_over", **words)

    def recognise(self, dossier: str, stars: int, decided: str) -> None:
        """A decision of the province, three years long."""
        ends = f"{int(decided[:4]) + 3}{decided[4:]}"
        fields: Values = {"stars": stars, "decision_no": "99/QĐ-UBND", "decided_on": decided, "ends_on": ends}
        self.office.do(recognising.recognise, dossier, fields)

    def product(self, dossier: str) -> str:
        """The product of a dossier."""
        return str(records.get(self.office.db, dossier).body["product"])

    def producer(self, dossier: str) -> str:
        """The producer of a dossier."""
        return str(records.get(self.office.db, dossier).body["producer"])

    def event(self, kind: str, day: str, **fields: Value) -> str:
        """Something that happened, written down under the plan."""
        made = self.office.do(
            plans.put, "event", self.plan, {"kind": kind, "title": kind, "day": day, **fields}
        ).created
        assert made is not None
        return made

    def council_sat(self, *days: str) -> None:
        """A council that held sessions."""
        council = self.office.do(seats.create, {"name": "Hội đồng cấp tỉnh"}).created
        for day in days:
            self.office.do(seats.open_session, council, {"title": f"Phiên {day}", "held_on": day})


@contextmanager
def a_programme(folder: Path, sample: str, day: str) -> Iterator[Programme]:
    """A province's office with a shipped plan taken in."""
    office = an_upper_office(folder)
    try:
        yield Programme(office, sample, day)
    finally:
        office.close()
