"""Merging two edits of one record, over all edits Hypothesis can think of."""

from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.merge import Clash, Merged, apply, group, local_name, merge, same

FIELDS = (
    "name",
    "phone",
    "state",
    "received_on",
    "receiver",
    "matter.lao_dong.described",
    "matter.lao_dong.found",
    "matter.ban_sac.found",
    "meeting.held",
    "meeting.place",
)
values = st.one_of(st.none(), st.booleans(), st.integers(0, 1), st.sampled_from(["", "a", "b", "đ"]))
bodies = st.dictionaries(st.sampled_from(FIELDS), values.filter(lambda value: value is not None))
patches = st.dictionaries(st.sampled_from(FIELDS), values)


def _groups(fields: Values) -> set[str]:
    return {group("dossier", field) for field in fields}


@given(bodies, patches, patches)
def test_disjoint_groups_always_merge_and_lose_nothing(base: Values, ours: Values, theirs: Values) -> None:
    ours = {field: value for field, value in ours.items() if group("dossier", field) not in _groups(theirs)}
    head = apply(base, theirs)
    outcome = merge("dossier", theirs, head, ours)
    assert isinstance(outcome, Merged)
    assert outcome.body == apply(apply(base, theirs), ours) == apply(apply(base, ours), theirs)


@given(bodies, patches)
def test_equal_values_merge(base: Values, edit: Values) -> None:
    head = apply(base, edit)
    assert merge("dossier", edit, head, edit) == Merged(head, {})


@given(bodies, patches, patches)
def test_a_merge_holds_every_value_of_both_or_nothing_is_merged(base: Values, ours: Values, theirs: Values) -> None:
    head = apply(base, theirs)
    outcome = merge("dossier", theirs, head, ours)
    if isinstance(outcome, Clash):
        changed = {field: value for field, value in ours.items() if not same(head.get(field), value)}
        assert set(outcome.groups) == _groups(changed) & _groups(theirs) != set()
        return
    for edit in (ours, theirs):
        for field, value in edit.items():
            assert same(outcome.body.get(field), value)
    for field, value in base.items():
        if field not in ours and field not in theirs:
            assert same(outcome.body[field], value)


@given(bodies, patches)
def test_with_nobody_elses_edit_ours_holds(base: Values, ours: Values) -> None:
    outcome = merge("dossier", (), base, ours)
    assert isinstance(outcome, Merged)
    assert outcome.body == apply(base, ours)
    assert None not in outcome.body.values()


@given(bodies, patches)
def test_the_arguments_are_left_alone(base: Values, ours: Values) -> None:
    before = dict(base), dict(ours)
    merge("dossier", FIELDS, base, ours)
    assert (base, ours) == before


def test_half_of_a_statement_is_not_mixed_with_anothers_half() -> None:
    described: Value = "Lao động trong xã"
    head = {"matter.lao_dong.described": described, "matter.lao_dong.found": "Đúng"}
    outcome = merge("dossier", ["matter.lao_dong.described"], head, {"matter.lao_dong.found": "Sai"})
    assert outcome == Clash(("matter.lao_dong",))


def test_groups() -> None:
    assert group("dossier", "matter.lao_dong.found") == "matter.lao_dong"
    assert group("dossier", "dossier.matter.lao_dong.found") == "matter.lao_dong"
    assert group("dossier", "score.q26-11-2.1") != group("dossier", "score.q26-11-2.2")  # one answer, one statement
    assert group("dossier", "evidence.07") == "evidence.07"
    assert group("producer", "position") == group("producer", "representative")
    assert group("producer", "address.commune") == "address"
    assert group("survey", "anything") == "anything"
    assert local_name("dossier", "dossier.state") == "state"


def test_a_tick_is_not_a_number() -> None:
    assert not same(True, 1)
    outcome = merge("dossier", ["n"], {"n": 1}, {"n": True})
    assert isinstance(outcome, Clash)
