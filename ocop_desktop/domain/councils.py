"""What a council comes to: quorum, how far its members are apart, their average, and the star with its gates.

The decision leaves quorum, spread and averaging to each province's Quy chế hoạt động (Điều 7 khoản 3), so they are
``Rules``, whose defaults name where they were seen. Nothing is rounded before it is compared: an average is an exact
fraction, the star follows from it, and only what is shown is rounded, half up, to whole hundredths of a point.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from ocop_desktop.domain.criteria import Band, CriteriaSet, Part
from ocop_desktop.domain.scoring import Gate, Rejection, gates, rejections

Role = Literal["chair", "deputy", "member", "secretary"]
ROLES: tuple[Role, ...] = ("chair", "deputy", "member", "secretary")
Combination = Literal["majority", "every", "average"]
COMBINATIONS: tuple[Combination, ...] = ("majority", "every", "average")


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What the council's own regulation says.

    ``quorum_percent`` of the members who score, the chair among them where ``chair_needed`` (75 and yes: seen in Tây
    Ninh). ``spread``: how far two totals may be apart, in hundredths, 0 for no limit (10 points: seen in Tây Ninh and
    Đồng Tháp). ``combination``: when a star mark counts as reached by the council: by more than half of the members, by
    every one, or by the average of their points. No text was found that says which; ``majority`` is this program's.
    """

    quorum_percent: int = 75
    chair_needed: bool = True
    spread: int = 1000
    combination: Combination = "majority"


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A member of a council. ``scores``: fills in a sheet and counts for the quorum; a secretary usually does not."""

    id: str
    name: str
    role: Role = "member"
    scores: bool = True


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One member's sheet of one dossier: answers by criterion, and the numbers of the rejection conditions ticked."""

    member: str
    answers: Mapping[str, str]
    ticked: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Apart:
    """A criterion in which members differ: least and most points (whole), and who gave them."""

    criterion: str
    low: int
    high: int
    low_by: tuple[str, ...]
    high_by: tuple[str, ...]

    @property
    def by(self) -> int:
        """How many points lie between."""
        return self.high - self.low


@dataclass(frozen=True)
class MissedGate:
    """A star mark that the council did not reach, and the members whose own sheet does not reach it."""

    stars: int
    criterion: str
    missed_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the sheets of one dossier come to. Totals and parts are whole hundredths, rounded half up from the exact average.

    ``counted`` sheets are the finished ones of scoring members; ``unfinished`` members began one. ``far`` members are
    outside a largest group within the limit. ``band`` is what the average alone reaches, ``stars`` what it reaches with the gates;
    0 where more than half of the members ticked one condition of rejection. ``blocking`` are the marks of ``stars + 1``.
    """

    seats: int
    needed: int
    counted: int
    chair: bool
    quorum: bool
    unfinished: tuple[str, ...]
    totals: Mapping[str, int]
    spread: int
    over: bool
    far: tuple[str, ...]
    apart: tuple[Apart, ...]
    total: int
    parts: Mapping[str, int]
    band: int
    stars: int
    blocking: tuple[MissedGate, ...]
    ticked: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    rejected: tuple[Rejection, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether the council may decide: enough sheets, none half done, nobody too far from another."""
        return self.quorum and not self.over and not self.unfinished


def hundredths(points: Fraction) -> int:
    """Exact points as whole hundredths, half up: 70,995 gives 71,00 and 70,9949… gives 70,99."""
    return (200 * points.numerator + points.denominator) // (2 * points.denominator)


def needed(seats: int, percent: int) -> int:
    """The least number of members that is ``percent`` of all, never less than one."""
    return max(1, -(-seats * percent // 100))


def is_finished(criteria: CriteriaSet, answers: Mapping[str, str]) -> bool:
    """Whether every criterion has an answer of its own."""
    return not open_criteria(criteria, answers)


def open_criteria(criteria: CriteriaSet, answers: Mapping[str, str]) -> tuple[str, ...]:
    """The criteria without an answer, in printed order."""
    return tuple(leaf.id for leaf in criteria.leaves() if leaf.points(answers.get(leaf.id)) is None)


def differences(first: Sheet, second: Sheet) -> tuple[str, ...]:
    """Where two entries of one paper sheet differ: criteria by id, then ticks as ``reject.<n>``."""
    keys = dict.fromkeys((*first.answers, *second.answers))
    found = [key for key in keys if (first.answers.get(key) or "") != (second.answers.get(key) or "")]
    return (*found, *(f"reject.{no}" for no in sorted(first.ticked ^ second.ticked)))


def judge(
    criteria: CriteriaSet, bands: Sequence[Band], seats: Sequence[Seat], sheets: Sequence[Sheet], rules: Rules
) -> Verdict:
    """Bring the sheets of one dossier together; at most one sheet a member, those of others are left out."""
    scoring = [seat for seat in seats if seat.scores]
    own = {sheet.member: sheet for sheet in sheets}
    begun = {seat.id: own[seat.id] for seat in scoring if seat.id in own}
    counted = {who: sheet for who, sheet in begun.items() if is_finished(criteria, sheet.answers)}
    points = {
        who: {leaf.id: leaf.points(sheet.answers.get(leaf.id)) or 0 for leaf in criteria.leaves()}
        for who, sheet in counted.items()
    }
    totals = {who: sum(each.values()) for who, each in points.items()}
    low, high = min(totals.values(), default=0), max(totals.values(), default=0)
    limit = rules.spread
    over = bool(limit) and 100 * (high - low) > limit
    average = _mean(totals.values())
    band = max((each.stars for each in bands if average >= each.min), default=0) if totals else 0
    marks = {n: _missed(criteria, counted, points, rules.combination, n) for n in range(3, band + 2)}
    ticked = {
        rule.no: tuple(who for who, sheet in counted.items() if rule.no in sheet.ticked)
        for rule in rejections(criteria)
    }
    ticked = {no: who for no, who in ticked.items() if who}
    thrown_out = tuple(rule for rule in rejections(criteria) if 2 * len(ticked.get(rule.no, ())) > len(counted))
    stars = 0 if thrown_out else max((n for n in range(1, band + 1) if n < 3 or not marks[n]), default=0)
    chair = any(seat.role == "chair" and seat.id in counted for seat in scoring)
    enough = needed(len(scoring), rules.quorum_percent)
    return Verdict(
        seats=len(scoring),
        needed=enough,
        counted=len(counted),
        chair=chair,
        quorum=bool(scoring) and len(counted) >= enough and (chair or not rules.chair_needed),
        unfinished=tuple(who for who in begun if who not in counted),
        totals={who: 100 * sum_ for who, sum_ in totals.items()},
        spread=100 * (high - low),
        over=over,
        far=_far(totals, limit) if over else (),
        apart=_apart(criteria, points),
        total=hundredths(average),
        parts={part.code: hundredths(_mean(_sums(part, points))) for part in criteria.parts},
        band=band,
        stars=stars,
        blocking=marks.get(stars + 1, ()),
        ticked=ticked,
        rejected=thrown_out,
    )


def _far(totals: Mapping[str, int], limit: int) -> tuple[str, ...]:
    """The members who are not in every largest group whose totals lie within the limit: one alone against six is one."""
    groups = [
        frozenset(who for who, sum_ in totals.items() if start <= sum_ and 100 * (sum_ - start) <= limit)
        for start in totals.values()
    ]
    most = max(len(group) for group in groups)
    within = frozenset.intersection(*(group for group in groups if len(group) == most))
    return tuple(who for who in totals if who not in within)


def _sums(part: Part, points: Mapping[str, Mapping[str, int]]) -> list[int]:
    """What each member gave in a part."""
    leaves = [leaf.id for leaf in part.leaves()]
    return [sum(each[leaf] for leaf in leaves) for each in points.values()]


def _mean(numbers: Iterable[int]) -> Fraction:
    values = list(numbers)
    return Fraction(sum(values), len(values)) if values else Fraction(0)


def _apart(criteria: CriteriaSet, points: Mapping[str, Mapping[str, int]]) -> tuple[Apart, ...]:
    """The criteria in which members differ, the widest first, then as printed."""
    found: list[Apart] = []
    for leaf in criteria.leaves():
        given = {who: each[leaf.id] for who, each in points.items()}
        if given and (low := min(given.values())) < (high := max(given.values())):
            lowest = tuple(who for who, each in given.items() if each == low)
            found.append(Apart(leaf.id, low, high, lowest, tuple(who for who, each in given.items() if each == high)))
    return tuple(sorted(found, key=lambda each: -each.by))


def _missed(
    criteria: CriteriaSet,
    sheets: Mapping[str, Sheet],
    points: Mapping[str, Mapping[str, int]],
    combination: Combination,
    stars: int,
) -> tuple[MissedGate, ...]:
    """The marks of ``stars`` that the council as a whole does not reach, in printed order."""
    asked: dict[str, dict[str, Gate]] = {}
    for who, sheet in sheets.items():
        for gate in gates(criteria, stars, sheet.answers):
            asked.setdefault(gate.criterion, {})[who] = gate
    found: list[MissedGate] = []
    for leaf in criteria.leaves():
        own = asked.get(leaf.id)
        if own is None:
            continue
        missed = tuple(who for who, gate in own.items() if points[who][leaf.id] < gate.points)
        if combination == "average":
            fails = sum(points[who][leaf.id] for who in own) < sum(gate.points for gate in own.values())
        elif combination == "every":
            fails = bool(missed)
        else:
            fails = 2 * (len(sheets) - len(missed)) <= len(sheets)
        if fails:
            found.append(MissedGate(max(gate.stars for gate in own.values()), leaf.id, missed))
    return tuple(found)
