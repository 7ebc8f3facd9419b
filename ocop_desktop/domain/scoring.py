"""What a sheet of answers comes to: points, stars with their gates, and the least that would lift it.

The commune never scores: what is computed here from a self-assessment is an estimate, *điểm tự chấm của chủ thể, không
phải kết quả công nhận*. Scores are whole hundredths of a point; printed points are whole.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ocop_desktop.domain.criteria import NOT_APPLICABLE, YES, Band, CriteriaSet, Criterion, Disqualify, Option
from ocop_desktop.domain.forms import Values

ANSWER = "dossier.score."
"""A stored answer is ``dossier.score.<criterion id>``: an option's id, ``yes``, ``no`` or ``not_applicable``."""
REJECT = "dossier.reject."
"""A stored tick is ``dossier.reject.<n>``: the n-th printed condition of ``rejections`` holds."""


class Rejection(msgspec.Struct, frozen=True, kw_only=True):
    """A printed condition that a person judges. ``no`` counts from 1 in printed order; ``where`` is a criterion's number."""

    no: int
    where: str
    rule: Disqualify

    @property
    def key(self) -> str:
        """The value key of its tick."""
        return f"{REJECT}{self.no}"


class Gate(msgspec.Struct, frozen=True):
    """A criterion that keeps a product below ``stars``: the option it must reach at least, and that option's points."""

    stars: int
    criterion: str
    option: str
    points: int


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """What a sheet of answers comes to, in hundredths of a point.

    ``band`` is what the points alone reach, ``stars`` what points and gates allow; none when a condition in ``rejected``
    was ticked. ``blocking`` are the gates of ``stars + 1`` not reached and ``short`` what is missing to its band.
    ``sections`` are keyed by part and number (``A.2``). ``stopped`` are the numbers of sections where a zero ends the
    assessment; the estimate goes on and says so.
    """

    total: int
    parts: dict[str, int]
    sections: dict[str, int]
    band: int
    stars: int
    answered: int
    unanswered: tuple[str, ...]
    blocking: tuple[Gate, ...]
    short: int
    stopped: tuple[str, ...]
    rejected: tuple[Rejection, ...] = ()


class Change(msgspec.Struct, frozen=True):
    """One criterion to raise to an answer, and the points that brings. ``gate``: it is a mark of the star, not a choice."""

    criterion: str
    answer: str
    points: int
    gate: bool


class Lift(msgspec.Struct, frozen=True, kw_only=True):
    """What would lift a sheet to ``stars``: ``sets`` of changes, all equally cheap; none when the rubric cannot reach it.

    Cheapest: the fewest criteria, then the fewest points. ``short`` are the hundredths missing, ``gates`` those not reached.
    """

    stars: int
    short: int
    gates: tuple[Gate, ...]
    sets: tuple[tuple[Change, ...], ...]


def answers_of(values: Values) -> dict[str, str]:
    """The answers among a dossier's values, by criterion id."""
    return {key.removeprefix(ANSWER): str(value) for key, value in values.items() if key.startswith(ANSWER) and value}


def rejections(criteria: CriteriaSet) -> list[Rejection]:
    """Every printed condition that a person judges, in printed order; ``stop_if_zero`` follows from points."""
    printed: list[tuple[str, Disqualify]] = [("", rule) for rule in criteria.disqualify]
    for part in criteria.parts:
        for section in part.sections:
            printed += [(section.no, rule) for rule in section.disqualify]
            for criterion in section.criteria:
                for each in (criterion, *criterion.criteria):
                    printed += [(each.no, rule) for rule in each.disqualify]
    judged = (pair for pair in printed if pair[1].effect != "stop_if_zero")
    return [Rejection(no=no, where=where, rule=rule) for no, (where, rule) in enumerate(judged, start=1)]


def rejected(criteria: CriteriaSet, values: Values) -> tuple[Rejection, ...]:
    """The printed conditions that a person ticked."""
    return tuple(each for each in rejections(criteria) if values.get(each.key) is True)


def gates(criteria: CriteriaSet, stars: int, answers: Mapping[str, str] | None = None) -> list[Gate]:
    """The least options asked for ``stars``, those of fewer stars included; of several cases, the one answered.

    That five stars also ask the three- and four-star marks is a reading of the printed note, not a printed rule.
    """
    found = (_gate(leaf, stars, (answers or {}).get(leaf.id)) for leaf in criteria.leaves())
    return [gate for gate in found if gate is not None]


def _gate(leaf: Criterion, stars: int, answer: str | None) -> Gate | None:
    """The mark of a criterion for ``stars``: of two options with the same mark the lesser; of open cases the easiest."""
    if answer == NOT_APPLICABLE and leaf.applies_if:
        return None
    open_case = bool(leaf.alternatives) and leaf.points(answer) is None
    cases = [case.options for case in leaf.alternatives] if open_case else [leaf.case(answer)]
    asked: list[Gate] = []
    for case in cases:
        marked = [option for option in case if option.min_star is not None and option.min_star <= stars]
        if not marked:
            return None
        least = min(marked, key=lambda option: (-(option.min_star or 0), option.points))
        asked.append(Gate(least.min_star or 0, leaf.id, least.id, least.points))
    return min(asked, key=lambda gate: gate.points, default=None)


def stars_of(total: int, bands: Sequence[Band]) -> int:
    """The stars that a total (hundredths) reaches by points alone."""
    return max((band.stars for band in bands if total >= band.min * 100), default=0)


def score(
    criteria: CriteriaSet, answers: Mapping[str, str], bands: Sequence[Band], ticked: Sequence[Rejection] = ()
) -> Score:
    """Adds up a sheet: ``answers`` maps a criterion's id to an answer. Unknown ids count 0."""
    points = {leaf.id: leaf.points(answers.get(leaf.id)) for leaf in criteria.leaves()}
    parts: dict[str, int] = {}
    sections: dict[str, int] = {}
    stopped: list[str] = []
    for part in criteria.parts:
        for section in part.sections:
            own = [points[leaf.id] for leaf in section.leaves()]
            sections[f"{part.code}.{section.no}"] = 100 * sum(each or 0 for each in own)
            if 0 in own and any(rule.effect == "stop_if_zero" for rule in section.disqualify):
                stopped.append(section.no)
        parts[part.code] = sum(sections[f"{part.code}.{section.no}"] for section in part.sections)
    total = sum(parts.values())
    band = stars_of(total, bands)

    def missed(stars: int) -> tuple[Gate, ...]:
        return tuple(g for g in gates(criteria, stars, answers) if (points[g.criterion] or 0) < g.points)

    stars = 0 if ticked else max((n for n in range(1, band + 1) if n < 3 or not missed(n)), default=0)
    needed = next((b.min * 100 for b in bands if b.stars == stars + 1), 0)
    unanswered = tuple(leaf_id for leaf_id, found in points.items() if found is None)
    return Score(
        total=total,
        parts=parts,
        sections=sections,
        band=band,
        stars=stars,
        answered=len(points) - len(unanswered),
        unanswered=unanswered,
        blocking=missed(stars + 1),
        short=max(0, needed - total),
        stopped=tuple(stopped),
        rejected=tuple(ticked),
    )


def next_star(found: Score, bands: Sequence[Band]) -> int:
    """The least star above this sheet that brings a certificate; 0 when there is none or a condition was ticked."""
    above = [band.stars for band in bands if band.certificate and band.stars > found.stars]
    return 0 if found.rejected else min(above, default=0)


def lift(
    criteria: CriteriaSet, answers: Mapping[str, str], bands: Sequence[Band], stars: int, *, most: int = 3
) -> Lift:
    """The cheapest changes that reach ``stars``, at most ``most`` of the equally cheap ones, printed order first.

    Exact: for each number of criteria, every sum of points that can be reached is one bit of a whole number.
    """
    leaves = list(criteria.leaves())
    have = [leaf.points(answers.get(leaf.id)) or 0 for leaf in leaves]
    asked = {gate.criterion: gate for gate in gates(criteria, stars, answers)}
    missed = {leaf.id: asked[leaf.id] for leaf, now in zip(leaves, have, strict=True) if _missed(asked, leaf, now)}
    band = next((band.min for band in bands if band.stars == stars), 0)
    short = max(0, band - sum(have))
    ways = [
        list(_ways(leaf, answers.get(leaf.id), now, stars, asked=leaf.id in missed))
        for leaf, now in zip(leaves, have, strict=True)
    ]
    layers: list[dict[int, int]] = [{0: 1}]
    for leaf, changes in zip(leaves, ways, strict=True):
        after: dict[int, int] = {} if leaf.id in missed else dict(layers[-1])
        for count, sums in layers[-1].items():
            for change in changes:
                after[count + 1] = after.get(count + 1, 0) | sums << change.points
        layers.append(after)
    reached = {count: sums >> short << short for count, sums in layers[-1].items() if sums >> short}
    sets: list[tuple[Change, ...]] = []
    if reached:
        count = min(reached)
        gain = (reached[count] & -reached[count]).bit_length() - 1
        for found in _walk(ways, layers, [leaf.id in missed for leaf in leaves], count, gain):
            sets.append(found)
            if len(sets) >= most:
                break
    return Lift(stars=stars, short=100 * short, gates=tuple(missed.values()), sets=tuple(sets))


def _missed(asked: Mapping[str, Gate], leaf: Criterion, now: int) -> bool:
    return leaf.id in asked and now < asked[leaf.id].points


def _ways(leaf: Criterion, answer: str | None, now: int, stars: int, *, asked: bool) -> Iterator[Change]:
    """How a criterion can be raised: one change for each number of points, within the case that was answered, to an
    option that passes the mark of its own case."""
    if answer == NOT_APPLICABLE and leaf.applies_if:
        return
    options = leaf.case(answer)
    if leaf.scoring == "yes_no":
        options = (Option(id=YES, text="", points=leaf.max),)
    seen: set[int] = set()
    for option in options:
        mark = _gate(leaf, stars, option.id)
        if option.points > now and option.points not in seen and (mark is None or option.points >= mark.points):
            seen.add(option.points)
            yield Change(leaf.id, option.id, option.points - now, asked)


def _walk(
    ways: Sequence[Sequence[Change]], layers: Sequence[dict[int, int]], forced: Sequence[bool], count: int, gain: int
) -> Iterator[tuple[Change, ...]]:
    """Back through the layers: every set of that many changes with that many points, those of early criteria first."""
    at = len(layers) - 1
    if at == 0:
        yield ()
        return
    before, rest, own = layers[:-1], ways[:-1], forced[:-1]
    if not forced[-1] and before[-1].get(count, 0) >> gain & 1:
        yield from _walk(rest, before, own, count, gain)
    for change in ways[-1]:
        left = gain - change.points
        if count and left >= 0 and before[-1].get(count - 1, 0) >> left & 1:
            for found in _walk(rest, before, own, count - 1, left):
                yield (*found, change)
