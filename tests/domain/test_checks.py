"""What keeps a report from being sealed, and where to go to mend it."""

from datetime import date

import pytest

from ocop_desktop import legal
from ocop_desktop.domain.checks import ASSESSMENT, COMPONENTS, REGISTRATION, Problem, problems, step_of
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.forms import Field, FormSpec, Section, Source, Value, Values

REGIME = legal.regime("qd-26-2026")
TEA = legal.criteria_set("qd-26-2026", "che-tuoi-che-che-bien")
TOURISM = legal.criteria_set("qd-26-2026", "du-lich-cong-dong")
TODAY = date(2026, 11, 21)
FORM = FormSpec(
    id="qd-26-2026/mau-01",
    version=1,
    title="Phiếu đăng ký",
    source=Source(document="", article="", day=""),
    sections=(
        Section(
            key="producer",
            title="Chủ thể",
            fields=(
                Field(key="producer.name", label="Tên đơn vị", required=True),
                Field(key="producer.kind", label="Loại hình", kind="choice", required=True),
                Field(key="producer.email", label="Email", kind="email"),
                Field(key="report.number", label="Số", required=True),
                Field(key="dossier.paper_set", label="Bộ giấy", kind="tick", required=True),
            ),
        ),
    ),
)


def whole() -> Values:
    """The values of a dossier that lacks nothing."""
    values: Values = {
        "producer.name": "Hợp tác xã chè Tân Trào",
        "producer.kind": "hop-tac-xa",
        "product.set": TEA.code,
        "dossier.kind": "lan-dau",
        "dossier.received_on": "2026-11-09",
        "dossier.samples": 5,
        "dossier.paper_set": True,
        "dossier.electronic_set": True,
        "dossier.component.mau-01": "have",
        "dossier.component.mau-02": "have",
        "dossier.workers_total": 20,
        "dossier.workers_local": 15,
        "dossier.meeting.held": False,
    }
    values |= {row.key: "have" for row in REGIME.evidence}
    values |= {"dossier.evidence.14": "not_applicable", "dossier.evidence.15": "not_applicable"}
    values |= {key: "Nội dung đánh giá" for matter in REGIME.matters for key in matter.keys()}  # noqa: SIM118
    return values


def found(changes: Values, *, files: tuple[str, ...] = (), criteria: CriteriaSet | None = TEA) -> list[Problem]:
    return problems(whole() | changes, files, REGIME, [FORM], criteria, today=TODAY)


def test_a_whole_dossier_may_be_sealed() -> None:
    assert found({}) == []


@pytest.mark.parametrize(
    ("key", "value", "code", "step"),
    [
        ("producer.name", None, "check.required", REGISTRATION),
        ("producer.name", "  ", "check.required", REGISTRATION),
        ("producer.kind", None, "check.applicant.missing", REGISTRATION),
        ("producer.kind", "ca-nhan", "check.applicant.unknown", REGISTRATION),
        ("producer.kind", "hoi-hiep-hoi", "check.applicant.other_group", REGISTRATION),
        ("product.set", None, "check.set.missing", REGISTRATION),
        ("product.set", "che-tuoi-che-bien", "check.set.other_regime", REGISTRATION),
        ("dossier.kind", None, "check.kind.missing", REGISTRATION),
        ("dossier.kind", "danh-gia-lai", "check.kind.unknown", REGISTRATION),
        ("dossier.received_on", None, "check.received_on.missing", REGISTRATION),
        ("dossier.received_on", "2026-11-22", "check.received_on.future", REGISTRATION),
        ("dossier.received_on", "2026-05-21", "check.received_on.other_regime", REGISTRATION),
        ("dossier.component.mau-02", "missing", "check.component.missing", COMPONENTS),
        ("dossier.component.mau-02", None, "check.component.undecided", COMPONENTS),
        ("dossier.paper_set", False, "check.paper_set.missing", COMPONENTS),
        ("dossier.electronic_set", None, "check.electronic_set.missing", COMPONENTS),
        ("dossier.samples", 4, "check.samples.too_few", COMPONENTS),
        ("dossier.samples", None, "check.samples.too_few", COMPONENTS),
        ("dossier.evidence.05", "missing", "check.evidence.missing", COMPONENTS),
        ("dossier.evidence.05", None, "check.evidence.undecided", COMPONENTS),
        ("dossier.matter.lao_dong.described", None, "check.matter.described", ASSESSMENT),
        ("dossier.matter.ban_sac.found", "", "check.matter.found", ASSESSMENT),
        ("dossier.workers_local", 21, "check.workers.more_local", ASSESSMENT),
    ],
)
def test_one_gap_is_one_problem_at_its_field(key: str, value: Value, code: str, step: int) -> None:
    gaps = found({key: value})
    if key == "dossier.kind":  # without a kind the components are not known either
        gaps = [gap for gap in gaps if not gap.code.startswith("check.component")]
    assert [(gap.code, gap.key, gap.step) for gap in gaps] == [(code, key, step)]
    assert step_of(key) == step


def test_the_last_day_to_receive_is_today() -> None:
    assert found({"dossier.received_on": TODAY.isoformat()}) == []


def test_a_file_decides_a_row_that_nobody_ticked() -> None:
    assert found({"dossier.evidence.05": None, "dossier.component.mau-01": None}, files=("05", "mau-01")) == []


@pytest.mark.parametrize(
    ("key", "value", "file", "code"),
    [
        ("dossier.evidence.05", "missing", "05", "check.evidence.contradiction"),
        ("dossier.evidence.05", "not_applicable", "05", "check.evidence.contradiction"),
        ("dossier.component.mau-01", "missing", "mau-01", "check.component.contradiction"),
    ],
)
def test_a_file_against_the_officer_s_word_is_a_problem(key: str, value: str, file: str, code: str) -> None:
    assert [(gap.code, gap.key) for gap in found({key: value}, files=(file,))] == [(code, key)]


def test_tourism_sends_no_samples_and_has_more_kinds_of_applicant() -> None:
    changes: Values = {"product.set": TOURISM.code, "dossier.samples": None, "producer.kind": "hoi-hiep-hoi"}
    assert found(changes, criteria=TOURISM) == []


def test_a_rubric_that_was_not_found_is_not_of_this_regime() -> None:
    assert [gap.code for gap in found({}, criteria=None)] == ["check.set.other_regime"]


def test_a_meeting_that_was_held_has_a_day_and_a_chair() -> None:
    held: Values = {"dossier.meeting.held": True}
    assert [gap.code for gap in found(held)] == ["check.meeting.date", "check.meeting.chair"]
    later: Values = {"dossier.meeting.date": "2026-12-01", "dossier.meeting.chair": "Chủ tịch"}
    assert [gap.code for gap in found(held | later)] == ["check.meeting.future"]
    assert found(held | later | {"dossier.meeting.date": "2026-11-20"}) == []


def test_an_empty_dossier_is_told_everything_in_the_order_of_the_steps() -> None:
    gaps = problems({}, (), REGIME, [FORM, FORM], None, today=TODAY)
    assert [gap.step for gap in gaps] == sorted(gap.step for gap in gaps)
    assert {gap.step for gap in gaps} == {REGISTRATION, COMPONENTS, ASSESSMENT}
    assert sum(gap.code == "check.evidence.undecided" for gap in gaps) == 15
    assert sum(gap.code.startswith("check.matter.") for gap in gaps) == 6
    assert sum(gap.code == "check.required" for gap in gaps) == 1
    assert not any(gap.key.startswith("report.") for gap in gaps)
    assert len({(gap.key, gap.code) for gap in gaps}) == len(gaps)


def test_details_tell_the_row_and_the_heading() -> None:
    gap = found({"dossier.evidence.05": "missing"})[0]
    assert gap.details == {"row": "05", "title": "Sử dụng lao động địa phương"}
    gap = found({"dossier.matter.ban_sac.found": None})[0]
    assert gap.details == {"no": 4, "heading": "Bản sắc/trí tuệ địa phương"}
