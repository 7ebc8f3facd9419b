"""The rubric of a product set, and the stars that a sheet of answers reaches.

A rubric (*bộ tiêu chí*) is data: ``resources/legal/criteria/<regime>/<code>.toml``. Its points are whole, as printed;
a score is whole hundredths of a point, because councils average. The commune never scores: what is computed here from
a self-assessment is an estimate, *điểm tự chấm, không phải kết quả công nhận*.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from ocop_desktop.domain.forms import Source

YES, NO = "yes", "no"
"""The answers to a criterion that prints a maximum and no options."""


class Disqualify(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A printed condition that ends an assessment. A person judges it; only ``stop_if_zero`` follows from points."""

    text: str
    effect: Literal["reject", "not_eligible", "stop", "stop_if_zero"]
    scope: Literal["dossier", "remaining_criteria", "section", "criterion"]


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One printed level (*mức điểm*). ``min_star``: the least option with which a product may have that many stars."""

    id: str
    text: str
    points: int
    min_star: Literal[3, 4, 5] | None = None


class Alternative(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One case of a criterion whose options depend on the case."""

    id: str
    label: str
    options: tuple[Option, ...]


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A printed criterion. ``matter`` names the matter that the commune assesses with it (Mẫu số 03), if any.

    ``whole_section`` marks a section that is scored directly. ``min_star`` on the criterion itself is printed in older
    rubrics only; how many points it asks is not printed, so it is shown and never used as a gate.
    """

    id: str
    no: str
    title: str
    max: int
    scoring: Literal["choice", "alternatives", "sum", "yes_no"]
    label: str = ""
    whole_section: bool = False
    matter: str = ""
    requirement: str = ""
    hint: str = ""
    applies_if: str = ""
    anomaly: str = ""
    notes: tuple[str, ...] = ()
    min_star: Literal[3, 4, 5] | None = None
    options: tuple[Option, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    criteria: tuple["Criterion", ...] = ()
    disqualify: tuple[Disqualify, ...] = ()

    def leaves(self) -> Iterator["Criterion"]:
        """The criteria that are answered: this one, or those it adds up."""
        if self.scoring != "sum":
            yield self
        for nested in self.criteria:
            yield from nested.leaves()

    def every_option(self) -> Iterator[Option]:
        """The options of this criterion in every case, not those of nested criteria."""
        yield from self.options
        for alternative in self.alternatives:
            yield from alternative.options

    def points(self, answer: str | None) -> int | None:
        """The points of an answer (an option's id, or ``yes``/``no``); ``None`` when it is not an answer of this one."""
        if self.scoring == "yes_no":
            return {YES: self.max, NO: 0}.get(answer or "")
        return next((option.points for option in self.every_option() if option.id == answer), None)

    def printed_max(self) -> int:
        """The most points that can be reached by what is printed under the criterion."""
        if self.scoring == "sum":
            return sum(nested.printed_max() for nested in self.criteria)
        if self.scoring == "yes_no":
            return self.max
        return max((option.points for option in self.every_option()), default=0)


class SectionOf(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A numbered section of a part."""

    no: str
    title: str
    max: int
    hint: str = ""
    max_computed: bool = False
    criteria: tuple[Criterion, ...] = ()
    disqualify: tuple[Disqualify, ...] = ()

    def leaves(self) -> Iterator[Criterion]:
        """The criteria that are answered, in printed order."""
        for criterion in self.criteria:
            yield from criterion.leaves()


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Part A, B or C."""

    code: str
    title: str
    max: int
    sections: tuple[SectionOf, ...] = ()

    def leaves(self) -> Iterator[Criterion]:
        """The criteria that are answered, in printed order."""
        for section in self.sections:
            yield from section.leaves()


class Issue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A doubt about the printed text, kept as printed. ``where`` is a criterion's number."""

    where: str
    text: str


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A slip of the copy that was corrected when the rubric was entered."""

    where: str
    kind: Literal["points", "text"]
    before: str
    after: str
    reason: str


class CriteriaSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rubric of one product set under one regime. ``samples``: how many product samples go with the dossier."""

    id: str
    version: int
    regime: str
    no: int
    code: str
    name: str
    source: Source
    valid_from: str
    group: str
    group_name: str
    subgroup: str
    managing_agencies: tuple[str, ...]
    samples: int
    status: Literal["complete", "incomplete", "missing"]
    confidence: Literal["confirmed", "single-source", "inferred", "unconfirmed"]
    valid_to: str = ""
    heading: str = ""
    leaf: str = ""
    name_note: str = ""
    agencies_confidence: str = ""
    notes_complete: bool = True
    gap: dict[str, int] = {}
    disqualify: tuple[Disqualify, ...] = ()
    issues: tuple[Issue, ...] = ()
    corrections: tuple[Correction, ...] = ()
    parts: tuple[Part, ...] = ()

    def leaves(self) -> Iterator[Criterion]:
        """The criteria that are answered, in printed order."""
        for part in self.parts:
            yield from part.leaves()

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The answered criterion of that id."""
        return next((leaf for leaf in self.leaves() if leaf.id == criterion_id), None)

    def matter_criteria(self, matter_id: str) -> tuple[Criterion, ...]:
        """The criteria whose thresholds are the facts the commune verifies for a matter; none where the set has none."""
        return tuple(leaf for leaf in self.leaves() if leaf.matter == matter_id)

    def sums(self) -> dict[str, int]:
        """For each part, the points of its sections added up."""
        return {part.code: sum(section.max for section in part.sections) for part in self.parts}

    def gate_counts(self) -> dict[int, int]:
        """How many options are marked with three, four and five stars."""
        marks = Counter(option.min_star for leaf in self.leaves() for option in leaf.every_option())
        return {stars: marks[stars] for stars in (3, 4, 5)}

    def faults(self) -> list[str]:
        """Where the printed sums do not add up, as places (English, for ``law check``); none in a complete rubric."""
        found: list[str] = []
        for part in self.parts:
            if sum(section.max for section in part.sections) != part.max:
                found.append(f"part {part.code}")
            for section in part.sections:
                if sum(criterion.max for criterion in section.criteria) != section.max:
                    found.append(f"section {part.code}.{section.no}")
                for criterion in section.criteria:
                    found += [f"criterion {c.id}" for c in (criterion, *criterion.criteria) if c.printed_max() != c.max]
        return found


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The total from which a number of stars is reached: ``min`` whole points (Điều 3)."""

    stars: int
    min: int
    certificate: bool
    article: str
    level: str = ""
    recognised_by: str = ""


class Gate(msgspec.Struct, frozen=True):
    """A criterion that keeps a product below ``stars``: the option it must reach at least, and that option's points."""

    stars: int
    criterion: str
    option: str
    points: int


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """What a sheet of answers comes to. Scores are whole hundredths of a point.

    ``band`` is what the points alone reach, ``stars`` what points and gates allow. ``blocking`` are the gates of
    ``stars + 1`` not reached and ``short`` the hundredths missing to its band: what would lift the product one star.
    ``stopped`` are the numbers of sections where a zero ends the assessment.
    """

    total: int
    parts: dict[str, int]
    band: int
    stars: int
    unanswered: tuple[str, ...]
    blocking: tuple[Gate, ...]
    short: int
    stopped: tuple[str, ...]


def gates(criteria: CriteriaSet, stars: int) -> list[Gate]:
    """The least options asked for ``stars``, those of fewer stars included.

    That five stars also ask the three- and four-star marks is a reading of the printed note, not a printed rule.
    """
    found: dict[str, Gate] = {}
    for leaf in criteria.leaves():
        for option in leaf.every_option():
            if option.min_star is None or option.min_star > stars:
                continue
            known = found.get(leaf.id)
            if known is None or option.min_star > known.stars:
                found[leaf.id] = Gate(option.min_star, leaf.id, option.id, option.points)
    return list(found.values())


def stars_of(total: int, bands: Sequence[Band]) -> int:
    """The stars that a total (hundredths) reaches by points alone."""
    return max((band.stars for band in bands if total >= band.min * 100), default=0)


def score(criteria: CriteriaSet, answers: Mapping[str, str], bands: Sequence[Band]) -> Score:
    """Adds up a sheet: ``answers`` maps a criterion's id to its option's id, or to ``yes``/``no``. Unknown ids count 0."""
    points = {leaf.id: leaf.points(answers.get(leaf.id)) for leaf in criteria.leaves()}
    parts = {part.code: 100 * sum(points[leaf.id] or 0 for leaf in part.leaves()) for part in criteria.parts}
    total = sum(parts.values())
    band = stars_of(total, bands)

    def missed(stars: int) -> tuple[Gate, ...]:
        return tuple(gate for gate in gates(criteria, stars) if (points[gate.criterion] or 0) < gate.points)

    stars = max((n for n in range(1, band + 1) if n < 3 or not missed(n)), default=0)
    needed = next((b.min * 100 for b in bands if b.stars == stars + 1), 0)
    return Score(
        total=total,
        parts=parts,
        band=band,
        stars=stars,
        unanswered=tuple(leaf_id for leaf_id, found in points.items() if found is None),
        blocking=missed(stars + 1),
        short=max(0, needed - total),
        stopped=tuple(
            section.no
            for part in criteria.parts
            for section in part.sections
            if any(rule.effect == "stop_if_zero" for rule in section.disqualify)
            and any(points[leaf.id] == 0 for leaf in section.leaves())
        ),
    )
