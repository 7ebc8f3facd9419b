"""What a periodic report counts, from facts that carry their legal days. Pure: the same facts give the same figures.

No national form of such a report was found; the indicators are those of the plans and figures that were found: products
by star and group, producers by kind and led by women, dossiers, councils, inspections. A product counts where its last
recognition stands on the closing day, also stretched by the transition (Điều 12 khoản 3).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from ocop_desktop.domain.recognition import Happening, Recognised, Standing, standing
from ocop_desktop.domain.regimes import Regime

Part = Literal["products", "producers", "dossiers", "work"]
WINDOW_DAYS = 180
"""A certificate that ends within so many days is about to: the filing window opens then (Điều 7 khoản 6 điểm a)."""
PRODUCER_KINDS = (
    "hop-tac-xa",
    "to-hop-tac",
    "doanh-nghiep",
    "trang-trai",
    "ho-san-xuat",
    "ho-kinh-doanh",
    "hoi-hiep-hoi",
    "trung-tam-dieu-hanh",
)
OTHER = "khac"


@dataclass(frozen=True, kw_only=True)
class ProductFact:
    """A product over its dossiers. ``filed``: days dossiers for another term came in, each with the day it ended or ``None``."""

    id: str
    unit: str
    group: str
    producer: str
    recognised: tuple[Recognised, ...] = ()
    happened: tuple[Happening, ...] = ()
    filed: tuple[tuple[date, date | None], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProducerFact:
    """A producer: ``kind`` as the law lists them, ``woman`` whether a woman leads it (``None``: not entered)."""

    id: str
    unit: str
    kind: str
    woman: bool | None = None


@dataclass(frozen=True, kw_only=True)
class DossierFact:
    """A dossier and its days; ``None`` where it has not come so far."""

    id: str
    unit: str
    received: date | None = None
    handed: date | None = None
    returned: date | None = None


@dataclass(frozen=True, kw_only=True)
class WorkFact:
    """An event with a day: a council's session, an inspection, what a programme enters (``kind`` of ``WORK``)."""

    id: str
    unit: str
    kind: str
    day: date
    revenue: int = 0
    """Of a producer's report: đồng of its period."""
    workers: int | None = None
    producer: str = ""


TOLD = "producer_report"
"""What a producer tells its commune each month; its day is the day it came."""
EVENTS = (
    "survey",
    "training",
    "support",
    "sales_point",
    "fair",
    "promotion",
    "idea",
    "business_plan",
    "connection",
    "check",
    TOLD,
)
"""What the programme enters as ``event`` records, of those its plans and reports count."""
WORK = ("council_session", "inspection", *EVENTS)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that is counted."""

    products: tuple[ProductFact, ...] = ()
    producers: Mapping[str, ProducerFact] = field(default_factory=dict)
    dossiers: tuple[DossierFact, ...] = ()
    work: tuple[WorkFact, ...] = ()

    def of_units(self, units: frozenset[str]) -> "Facts":
        """Only what belongs to some units."""
        return Facts(
            products=tuple(each for each in self.products if each.unit in units),
            producers=self.producers,
            dossiers=tuple(each for each in self.dossiers if each.unit in units),
            work=tuple(each for each in self.work if each.unit in units),
        )

    def by_unit(self) -> dict[str, "Facts"]:
        """The same apart for each unit that has something."""
        products: dict[str, list[ProductFact]] = {}
        dossiers: dict[str, list[DossierFact]] = {}
        work: dict[str, list[WorkFact]] = {}
        for product in self.products:
            products.setdefault(product.unit, []).append(product)
        for dossier in self.dossiers:
            dossiers.setdefault(dossier.unit, []).append(dossier)
        for each in self.work:
            work.setdefault(each.unit, []).append(each)
        return {
            unit: Facts(
                products=tuple(products.get(unit, ())),
                producers=self.producers,
                dossiers=tuple(dossiers.get(unit, ())),
                work=tuple(work.get(unit, ())),
            )
            for unit in products.keys() | dossiers.keys() | work.keys()
        }


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line. ``now``: in the period (``None`` where only a state is meant); ``whole``: on the closing day, or since the
    beginning of the year. ``of_now`` and ``of_whole`` are the records behind each. ``percent``: hundredths of a per cent."""

    key: str
    part: Part
    now: int | None = None
    whole: int = 0
    percent: bool = False
    of_now: tuple[str, ...] = ()
    of_whole: tuple[str, ...] = ()


def count(facts: Facts, first: date, last: date, year_from: date, now: Regime, groups: Sequence[str]) -> list[Figure]:
    """Every figure of a period, in the order a report prints them. ``groups``: the codes of the *ngành* of today's list.

    Nothing later than ``last`` is looked at. ``now``: the law in force that day.
    """
    made = _Counting(first, last, year_from)
    stand = {each.id: found for each in facts.products if (found := stands(each, last, now)) is not None}
    living = [each for each in facts.products if each.id in stand and stand[each.id].stars >= 3]
    _products(made, facts, living, stand, groups)
    _producers(made, facts, living)
    _dossiers(made, facts)
    for kind in WORK:
        made.flow("work", f"work.{kind}", ((each.id, each.day) for each in facts.work if each.kind == kind))
    return made.figures


def stands(product: ProductFact, day: date, now: Regime) -> Standing | None:
    """How a product stood on a day, by what had been decided until then; ``None`` before its first recognition."""
    decided = [each for each in product.recognised if each.decided_on <= day]
    happened = [_then(each, day) for each in product.happened if each.day <= day]
    waiting = [came for came, ended in product.filed if came <= day and (ended is None or ended > day)]
    return standing(decided, happened, day, now, max(waiting, default=None))


def _then(event: Happening, day: date) -> Happening:
    """An event as it was known on a day: what put it right later had not come."""
    remedied = event.remedied if event.remedied is not None and event.remedied <= day else None
    again = event.again if event.again is not None and event.again <= day else None
    return replace(event, remedied=remedied, again=again)


@dataclass
class _Counting:
    first: date
    last: date
    year_from: date
    figures: list[Figure] = field(default_factory=list)

    def flow(self, part: Part, key: str, dated: Iterable[tuple[str, date | None]]) -> None:
        """What happens on a day: in the period, and since the beginning of the year."""
        items = [(id_, day) for id_, day in dated if day is not None and day <= self.last]
        of_now = tuple(id_ for id_, day in items if day >= self.first)
        of_whole = tuple(id_ for id_, day in items if day >= self.year_from)
        self.figures.append(
            Figure(key=key, part=part, now=len(of_now), whole=len(of_whole), of_now=of_now, of_whole=of_whole)
        )

    def state(self, part: Part, key: str, ids: Iterable[str]) -> None:
        """What is so on the closing day."""
        found = tuple(ids)
        self.figures.append(Figure(key=key, part=part, whole=len(found), of_whole=found))


def _products(
    made: _Counting,
    facts: Facts,
    living: Sequence[ProductFact],
    stand: Mapping[str, Standing],
    groups: Sequence[str],
) -> None:
    def those(test: Callable[[ProductFact], bool]) -> list[str]:
        return [each.id for each in living if test(each)]

    made.state("products", "products.total", (each.id for each in living))
    for stars in (5, 4, 3):
        made.state("products", f"products.star.{stars}", those(lambda each, s=stars: stand[each.id].stars == s))  # type: ignore[misc]
    for group in groups:
        made.state("products", f"products.group.{group}", those(lambda each, g=group: each.group == g))  # type: ignore[misc]
    made.state("products", f"products.group.{OTHER}", those(lambda each: each.group not in groups))
    for key, kind in (("new", "lan-dau"), ("upgraded", "nang-hang"), ("again", "phan-hang-lai")):
        decided = ((each.id, one.decided_on) for each in facts.products for one in each.recognised if one.kind == kind)
        made.flow("products", f"products.{key}", decided)
    near = made.last + timedelta(days=WINDOW_DAYS)
    made.state("products", "products.expiring", those(lambda each: made.last <= stand[each.id].ends <= near))
    made.flow("products", "products.expired", _expired(facts, stand, made.last))
    for key, event in (("demoted", "demotion"), ("withdrawn", "withdrawal")):
        days = ((each.id, one.day) for each in facts.products for one in each.happened if one.kind == event)
        made.flow("products", f"products.{key}", days)


def _expired(facts: Facts, stand: Mapping[str, Standing], last: date) -> Iterable[tuple[str, date]]:
    """Products whose last certificate ended without another, with the first day they were none."""
    for each in facts.products:
        found = stand.get(each.id)
        if found is not None and found.state == "expired":
            yield each.id, min(found.last + timedelta(days=1), last)


def _producers(made: _Counting, facts: Facts, living: Sequence[ProductFact]) -> None:
    own = [facts.producers[id_] for id_ in dict.fromkeys(each.producer for each in living) if id_ in facts.producers]
    made.state("producers", "producers.total", (each.id for each in own))
    for kind in PRODUCER_KINDS:
        made.state("producers", f"producers.kind.{kind}", (each.id for each in own if each.kind == kind))
    made.state("producers", f"producers.kind.{OTHER}", (each.id for each in own if each.kind not in PRODUCER_KINDS))
    women = tuple(each.id for each in own if each.woman)
    made.state("producers", "producers.women", women)
    share = (len(women) * 10_000 + len(own) // 2) // len(own) if own else 0
    made.figures.append(
        Figure(key="producers.women_share", part="producers", whole=share, percent=True, of_whole=women)
    )
    _told(made, [each for each in facts.work if each.kind == TOLD and each.day <= made.last])


def _told(made: _Counting, reports: Sequence[WorkFact]) -> None:
    """What producers told of themselves: revenue in millions of đồng, workers by the last report of each."""
    now = [each for each in reports if each.revenue and each.day >= made.first]
    year = [each for each in reports if each.revenue and each.day >= made.year_from]
    made.figures.append(
        Figure(
            key="producers.revenue",
            part="producers",
            now=sum(each.revenue for each in now) // 1_000_000,
            whole=sum(each.revenue for each in year) // 1_000_000,
            of_now=tuple(each.id for each in now),
            of_whole=tuple(each.id for each in year),
        )
    )
    last: dict[str, WorkFact] = {}
    for each in sorted(reports, key=lambda one: (one.day, one.id)):
        if each.workers is not None:
            last[each.producer] = each
    made.figures.append(
        Figure(
            key="producers.workers",
            part="producers",
            whole=sum(each.workers or 0 for each in last.values()),
            of_whole=tuple(each.id for each in last.values()),
        )
    )


def _dossiers(made: _Counting, facts: Facts) -> None:
    made.flow("dossiers", "dossiers.received", ((each.id, each.received) for each in facts.dossiers))
    made.flow("dossiers", "dossiers.handed_over", ((each.id, each.handed) for each in facts.dossiers))
    made.flow("dossiers", "dossiers.returned", ((each.id, each.returned) for each in facts.dossiers))
    recognised = ((each.id, one.decided_on) for each in facts.products for one in each.recognised)
    made.flow("dossiers", "dossiers.recognised", recognised)
