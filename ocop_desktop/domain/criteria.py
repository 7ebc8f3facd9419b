"""The rubric of a product set, as printed. What a sheet of answers comes to is in ``scoring.py``.

A rubric (*bộ tiêu chí*) is data: ``resources/legal/criteria/<regime>/<code>.toml``. Its points are whole, as printed;
a score is whole hundredths of a point, because councils average.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from ocop_desktop.domain.forms import Source

YES, NO = "yes", "no"
"""The answers to a criterion that prints a maximum and no options."""
NOT_APPLICABLE = "not_applicable"
"""The answer to a criterion whose printed condition (``applies_if``) does not hold: no points, and nothing left to do."""


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
        """The points of an answer (an option's id, ``yes``, ``no``); ``None`` when it is not an answer of this one."""
        if answer == NOT_APPLICABLE:
            return 0 if self.applies_if else None
        if self.scoring == "yes_no":
            return {YES: self.max, NO: 0}.get(answer or "")
        return next((option.points for option in self.every_option() if option.id == answer), None)

    def case(self, answer: str | None) -> tuple[Option, ...]:
        """The options that belong to the case of an answer; all of them while no case was picked."""
        cases = (case.options for case in self.alternatives)
        return next((c for c in cases if any(option.id == answer for option in c)), tuple(self.every_option()))

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
    kind: Literal["points", "text", "label", "duplicate"]
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
