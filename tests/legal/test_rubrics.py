"""The 26 rubrics of Quyết định 26/2026/QĐ-TTg: sums, gates, marks of the commune's matters, doubts kept as printed."""

import unicodedata
from collections.abc import Iterator

import msgspec
import pytest

from ocop_desktop import legal
from ocop_desktop.domain.classification import ProductSet
from ocop_desktop.domain.criteria import Criterion

REGIME = "qd-26-2026"
SETS = legal.criteria_sets(REGIME)
TOURISM = "du-lich-cong-dong"

# Set number: leaf criteria, options marked with three, four and five stars, samples (Phụ lục II).
COUNTED = {
    1: (32, 7, 12, 3, 5),
    2: (31, 7, 13, 6, 5),
    3: (32, 7, 14, 6, 5),
    4: (32, 7, 14, 6, 5),
    5: (31, 8, 13, 5, 5),
    6: (32, 8, 13, 5, 5),
    7: (32, 8, 14, 6, 5),
    8: (32, 8, 14, 6, 5),
    9: (31, 8, 14, 6, 5),
    10: (32, 8, 13, 6, 5),
    11: (32, 8, 12, 3, 5),
    12: (32, 8, 14, 3, 5),
    13: (34, 8, 10, 3, 5),
    14: (29, 8, 10, 3, 5),
    15: (29, 8, 13, 3, 5),
    16: (29, 7, 9, 4, 5),
    17: (29, 8, 12, 3, 5),
    18: (31, 7, 10, 3, 5),
    19: (30, 7, 10, 3, 5),
    20: (30, 7, 10, 3, 5),
    21: (28, 7, 9, 4, 5),
    22: (28, 6, 8, 4, 5),
    23: (26, 5, 11, 4, 5),
    24: (26, 4, 7, 5, 5),
    25: (25, 4, 9, 3, 5),
    26: (32, 1, 2, 0, 0),
}

every_set = pytest.mark.parametrize("chosen", SETS, ids=lambda chosen: chosen.code)


def criteria_of(chosen: ProductSet) -> Iterator[Criterion]:
    """Every printed criterion, those that add up others included."""
    for part in legal.criteria_set(REGIME, chosen.code).parts:
        for section in part.sections:
            for criterion in section.criteria:
                yield criterion
                yield from criterion.criteria


def test_there_are_twenty_six_sets_in_printed_order() -> None:
    assert [chosen.no for chosen in SETS] == list(range(1, 27))
    assert len({chosen.code for chosen in SETS}) == 26


@every_set
def test_parts_add_to_40_25_35(chosen: ProductSet) -> None:
    criteria = legal.criteria_set(REGIME, chosen.code)
    assert criteria.sums() == {"A": 40, "B": 25, "C": 35}
    assert {part.code: (part.title, part.max) for part in criteria.parts} == {
        part.code: (part.title, part.max) for part in legal.regime(REGIME).parts
    }
    assert criteria.faults() == []


@every_set
def test_leaves_gates_and_samples_are_those_of_the_law(chosen: ProductSet) -> None:
    criteria = legal.criteria_set(REGIME, chosen.code)
    gates = criteria.gate_counts()
    counted = (sum(1 for _ in criteria.leaves()), gates[3], gates[4], gates[5], criteria.samples)
    assert counted == COUNTED[chosen.no]


@every_set
def test_a_rubric_agrees_with_the_classification_and_the_index(chosen: ProductSet) -> None:
    criteria = legal.criteria_set(REGIME, chosen.code)
    for name in ("no", "code", "name", "group", "group_name", "subgroup", "leaf", "managing_agencies", "samples"):
        assert getattr(criteria, name) == getattr(chosen, name), name
    assert (criteria.id, criteria.regime, criteria.version) == (f"q26-{chosen.no:02d}", REGIME, 1)
    entry = next(e for e in legal.index().files if e.id == criteria.id)
    assert (entry.document, entry.article, entry.day) == (
        criteria.source.document,
        criteria.source.article,
        criteria.source.day,
    )


@every_set
def test_ids_follow_the_printed_numbers(chosen: ProductSet) -> None:
    seen: set[str] = set()
    for criterion in criteria_of(chosen):
        assert criterion.id == f"q26-{chosen.no:02d}-{criterion.no}"
        for prefix, options in (
            (criterion.id, criterion.options),
            *((a.id, a.options) for a in criterion.alternatives),
        ):
            assert [option.id for option in options] == [f"{prefix}-o{n}" for n in range(1, len(options) + 1)]
            seen |= {option.id for option in options}
            points = [option.points for option in options]
            assert points == sorted(points)
            if not criterion.anomaly:
                assert len(set(points)) == len(points)
            marks = [option.min_star for option in options if option.min_star]
            assert marks == sorted(marks)
    assert len(seen) == sum(1 for c in criteria_of(chosen) for _ in c.every_option())


@every_set
def test_each_way_of_scoring_has_what_it_needs(chosen: ProductSet) -> None:
    for criterion in criteria_of(chosen):
        needs = {
            "choice": (True, False, False),
            "alternatives": (False, True, False),
            "sum": (False, False, True),
            "yes_no": (False, False, False),
        }
        has = (bool(criterion.options), bool(criterion.alternatives), bool(criterion.criteria))
        assert has == needs[criterion.scoring], criterion.id
    for part in legal.criteria_set(REGIME, chosen.code).parts:
        for section in part.sections:
            for criterion in section.criteria:
                assert criterion.whole_section == (criterion.no == section.no)
                if criterion.whole_section:
                    assert len(section.criteria) == 1


@every_set
def test_the_four_matters_stand_where_the_commune_looks(chosen: ProductSet) -> None:
    criteria = legal.criteria_set(REGIME, chosen.code)
    numbers = {
        matter.id: tuple(leaf.no for leaf in criteria.matter_criteria(matter.id))
        for matter in legal.regime(REGIME).matters
    }
    if chosen.code == TOURISM:
        assert numbers == {"nguyen_lieu": (), "lao_dong": ("3.3",), "y_tuong": ("2.1",), "ban_sac": ()}
    else:
        assert numbers == {matter.id: (matter.usual_criterion,) for matter in legal.regime(REGIME).matters}
    assert {leaf.matter for leaf in criteria.leaves()} <= {"", *numbers}


@every_set
def test_a_rejection_line_is_printed_for_every_set_but_tourism(chosen: ProductSet) -> None:
    criteria = legal.criteria_set(REGIME, chosen.code)
    assert bool(criteria.disqualify) == (chosen.code != TOURISM)
    assert all(rule.text.startswith("Giả mạo") for rule in criteria.disqualify)


@every_set
def test_every_text_is_composed_and_trimmed(chosen: ProductSet) -> None:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for nested in value.values():
                yield from texts(nested)
        elif isinstance(value, list | tuple):
            for nested in value:
                yield from texts(nested)

    for text in texts(msgspec.to_builtins(legal.criteria_set(REGIME, chosen.code))):
        assert unicodedata.is_normalized("NFC", text)
        assert text == text.strip()


def test_the_whole_of_the_annex_was_entered() -> None:
    every = [criterion for chosen in SETS for criterion in criteria_of(chosen)]
    assert len(every) == 791
    assert sum(1 for criterion in every for _ in criterion.every_option()) == 2535
    assert sum(1 for criterion in every if criterion.matter) == 102
    assert sum(1 for criterion in every if criterion.requirement) == 32
    assert sum(1 for criterion in every if criterion.hint) == 92
    assert sum(1 for criterion in every if criterion.applies_if) == 25
    assert sum(1 for criterion in every if criterion.notes) == 43
    assert sum(1 for criterion in every if criterion.disqualify) == 45
    assert sum(1 for criterion in every if criterion.whole_section) == 139


def test_doubts_are_kept_as_printed_and_said() -> None:
    sets = [legal.criteria_set(REGIME, chosen.code) for chosen in SETS]
    assert [criteria.no for criteria in sets if criteria.issues] == [1, 3, 7, 10, 23, 25, 26]
    assert sum(1 for chosen in SETS for criterion in criteria_of(chosen) if criterion.anomaly) == 6
    assert sum(len(criteria.corrections) for criteria in sets) == 18
    assert all(criteria.status == "complete" for criteria in sets)
    assert all("đối chiếu bản ký số" in criteria.source.note for criteria in sets)


def test_only_coffee_or_others_with_such_a_line_stop_at_a_zero() -> None:
    stopping = [
        (chosen.no, section.no)
        for chosen in SETS
        for part in legal.criteria_set(REGIME, chosen.code).parts
        for section in part.sections
        if any(rule.effect == "stop_if_zero" for rule in section.disqualify)
    ]
    assert len(stopping) == 1
