"""The targets of a plan beside what came of them by a closing day, as a periodic report prints and keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.programme.plans import MEASURES, Measure, Target, number
from ocop_desktop.domain.text import show_count, show_hundredths

PREFIX = "target."
"""Every field of a sealed report that speaks of targets begins with this."""


@dataclass(frozen=True, kw_only=True)
class PlannedLine:
    """One target. ``plan``: the title of its plan; ``actual`` in the target's measure, ``None`` where nobody can say;
    ``reached`` in hundredths of a per cent; ``behind``: the records that count, known for figures of now only."""

    plan: str
    target: Target
    actual: int | None = None
    reached: int | None = None
    depth: int = 0
    behind: tuple[str, ...] = ()

    @property
    def planned_words(self) -> str:
        """``250``, ``20 - 30``; a dash where the plan gives no number."""
        if not self.target.planned:
            return "–"
        first = shown(self.target, self.target.planned)
        return first if self.target.most is None else f"{first} - {shown(self.target, self.target.most)}"

    @property
    def actual_words(self) -> str:
        """What came of it; a dash where nobody can say."""
        return "–" if self.actual is None else shown(self.target, self.actual)

    @property
    def reached_words(self) -> str:
        """``24,5 %``; a dash where there is none."""
        return "–" if self.reached is None else f"{show_hundredths(self.reached)} %"


def shown(target: Target, value: int) -> str:
    """A value in the measure of a target, its unit apart."""
    return show_hundredths(value) if target.measure in {"percent", "times"} else show_count(value)


def stored(lines: Sequence[PlannedLine]) -> Values:
    """The fields of a sealed report that keep the lines, in their order."""
    found: Values = {}
    for at, each in enumerate(lines):
        own: Values = {
            "plan": each.plan,
            "id": each.target.id,
            "title": each.target.title,
            "measure": each.target.measure,
            "noun": each.target.noun or None,
            "planned": each.target.planned,
            "most": each.target.most,
            "actual": each.actual,
            "reached": each.reached,
            "depth": each.depth or None,
        }
        found |= {f"{PREFIX}{at:03d}.{name}": value for name, value in own.items() if value is not None}
    return found


def kept(body: Values) -> tuple[PlannedLine, ...]:
    """The lines of a sealed report as it keeps them."""
    apart: dict[str, Values] = {}
    for field, value in body.items():
        if field.startswith(PREFIX) and value is not None:
            at, _, name = field.removeprefix(PREFIX).partition(".")
            apart.setdefault(at, {})[name] = value
    return tuple(_line(own) for _, own in sorted(apart.items()))


def _line(own: Values) -> PlannedLine:
    measure: Measure = next((each for each in MEASURES if each == own.get("measure")), "count")
    target = Target(
        id=str(own.get("id") or ""),
        plan="",
        title=str(own.get("title") or ""),
        measure=measure,
        noun=str(own.get("noun") or ""),
        planned=number(own.get("planned")) or 0,
        most=number(own.get("most")),
    )
    return PlannedLine(
        plan=str(own.get("plan") or ""),
        target=target,
        actual=number(own.get("actual")),
        reached=number(own.get("reached")),
        depth=number(own.get("depth")) or 0,
    )
