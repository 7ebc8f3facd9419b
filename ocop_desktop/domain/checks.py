"""What is still missing before the commune's report can be sealed: the same answer in window, terminal and server.

A ``Problem`` is a code and details for the sentence, the key of the field to jump to, and the step that holds it:
1 registration, 2 components, 3 assessment. Nothing here needs to be filled in an order; the list is in reading order.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import msgspec

from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.forms import Field, FormSpec, Value, Values
from ocop_desktop.domain.regimes import Regime

REGISTRATION, COMPONENTS, ASSESSMENT = 1, 2, 3

HAVE, MISSING, NOT_APPLICABLE = "have", "missing", "not_applicable"

_ASSESSMENT_KEYS = ("dossier.matter.", "dossier.meeting.", "dossier.workers_")
_COMPONENT_KEYS = ("dossier.component.", "dossier.evidence.", "dossier.samples", "dossier.paper_set", "dossier.elec")


class Problem(msgspec.Struct, frozen=True):
    """Something missing or contradictory. ``details`` are for the sentence and hold nothing personal.

    ``blocks``: the report cannot be sealed while it stands. A row of the evidence list that is openly marked missing does
    not block: the decision calls that list a guide (Mẫu số 02, Phần III).
    """

    code: str
    key: str
    step: int
    details: dict[str, str | int] = {}
    blocks: bool = True


def step_of(key: str) -> int:
    """The step on which a value is filled in."""
    if key.startswith(_ASSESSMENT_KEYS):
        return ASSESSMENT
    return COMPONENTS if key.startswith(_COMPONENT_KEYS) else REGISTRATION


def problems(
    values: Values,
    files: Collection[str],
    regime: Regime,
    forms: Sequence[FormSpec],
    criteria: CriteriaSet | None,
    *,
    today: date,
) -> list[Problem]:
    """Everything to mend; the report may be sealed when none of it ``blocks``.

    ``files``: the rows that have at least one file (``01`` … ``15``, ``mau-01``, ``mau-02``). ``criteria``: the rubric
    of ``product.set``, ``None`` where none was found. ``today``: the office's day, for dates in the future.
    """
    found = [
        *_registration(values, regime, criteria, today),
        *_required(values, () if regime.fields_from else forms),
        *_components(values, files, regime),
        *_package(values, regime, criteria),
        *_evidence(values, files, regime),
        *_matters(values, regime),
        *_meeting(values, today),
    ]
    return sorted(found, key=lambda problem: problem.step)


def _empty(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _day(value: Value) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _registration(values: Values, regime: Regime, criteria: CriteriaSet | None, today: date) -> Iterator[Problem]:
    kind = values.get("dossier.kind")
    if _empty(kind):
        yield Problem("check.kind.missing", "dossier.kind", REGISTRATION)
    elif regime.dossier_kind(str(kind)) is None:
        yield Problem("check.kind.unknown", "dossier.kind", REGISTRATION)

    chosen = values.get("product.set")
    if _empty(chosen):
        yield Problem("check.set.missing", "product.set", REGISTRATION)
    elif criteria is None or criteria.code != chosen or criteria.regime != regime.rubrics:
        yield Problem("check.set.other_regime", "product.set", REGISTRATION, {"document": regime.source.document})

    applicant = values.get("producer.kind")
    if _empty(applicant):
        yield Problem("check.applicant.missing", "producer.kind", REGISTRATION)
    elif not regime.applicants:
        pass  # the older decision's list was not found
    elif applicant not in {a.value for a in regime.applicants}:
        yield Problem("check.applicant.unknown", "producer.kind", REGISTRATION)
    elif criteria is not None and applicant not in {a.value for a in regime.applicants_for(criteria.group)}:
        yield Problem("check.applicant.other_group", "producer.kind", REGISTRATION, {"group": criteria.group_name})

    received = values.get("dossier.received_on")
    day = _day(received)
    if day is None:
        yield Problem("check.received_on.missing", "dossier.received_on", REGISTRATION)
    elif day > today:
        yield Problem("check.received_on.future", "dossier.received_on", REGISTRATION, {"day": day.isoformat()})
    elif not regime.in_force(day):
        details: dict[str, str | int] = {"document": regime.source.document, "from": regime.valid_from}
        yield Problem("check.received_on.other_regime", "dossier.received_on", REGISTRATION, details)


def _required(values: Values, forms: Sequence[FormSpec]) -> Iterator[Problem]:
    """The fields that the forms mark as required, where no other check has its own words for them.

    Forms lent by another regime ask for nothing.
    """
    own = {"dossier.kind", "product.set", "producer.kind", "dossier.received_on", "dossier.samples"}
    seen: set[str] = set()
    for field in (field for form in forms for field in form.required):
        if field.key in seen or field.key in own or _has_own_check(field):
            continue
        seen.add(field.key)
        if _empty(values.get(field.key)) or (field.kind == "tick" and values.get(field.key) is not True):
            yield Problem("check.required", field.key, step_of(field.key), {"label": field.label})


def _has_own_check(field: Field) -> bool:
    return field.record == "report" or field.key.startswith((*_COMPONENT_KEYS, "dossier.matter.", "dossier.meeting."))


def _components(values: Values, files: Collection[str], regime: Regime) -> Iterator[Problem]:
    for component in regime.components(str(values.get("dossier.kind") or "")):
        key = f"dossier.component.{component.id}"
        details: dict[str, str | int] = {"label": component.label}
        state = values.get(key)
        if state == MISSING:
            code = "check.component.contradiction" if component.id in files else "check.component.missing"
            yield Problem(code, key, COMPONENTS, details)
        elif state != HAVE and component.id not in files:
            yield Problem("check.component.undecided", key, COMPONENTS, details)


def _package(values: Values, regime: Regime, criteria: CriteriaSet | None) -> Iterator[Problem]:
    """One paper set, one electronic set (Điều 7 khoản 1), the samples (Điều 6 khoản 2 điểm d).

    How many sets an older decision asks for was not found: nothing is asked then.
    """
    for key, code in (
        ("dossier.paper_set", "check.paper_set.missing"),
        ("dossier.electronic_set", "check.electronic_set.missing"),
    ):
        if values.get(key) is not True and not regime.fields_from:
            yield Problem(code, key, COMPONENTS)
    needed = criteria.samples if criteria else 0
    samples = values.get("dossier.samples")
    have = samples if isinstance(samples, int) else 0
    if have < needed:
        yield Problem("check.samples.too_few", "dossier.samples", COMPONENTS, {"needed": needed, "have": have})


def _evidence(values: Values, files: Collection[str], regime: Regime) -> Iterator[Problem]:
    for row in regime.evidence:
        state = values.get(row.key)
        details: dict[str, str | int] = {"row": row.no, "title": row.title}
        if state in {MISSING, NOT_APPLICABLE} and row.no in files:
            yield Problem("check.evidence.contradiction", row.key, COMPONENTS, details)
        elif state == MISSING:
            yield Problem("check.evidence.missing", row.key, COMPONENTS, details, blocks=False)
        elif state not in {HAVE, NOT_APPLICABLE} and row.no not in files:
            yield Problem("check.evidence.undecided", row.key, COMPONENTS, details)


def _matters(values: Values, regime: Regime) -> Iterator[Problem]:
    for matter in regime.matters:
        for field, key in zip(matter.fields, matter.keys(), strict=True):
            if _empty(values.get(key)):
                details: dict[str, str | int] = {"no": matter.no, "heading": matter.heading}
                yield Problem(f"check.matter.{field}", key, ASSESSMENT, details)
    total, local = values.get("dossier.workers_total"), values.get("dossier.workers_local")
    if isinstance(total, int) and isinstance(local, int) and local > total:
        details = {"local": local, "total": total}
        yield Problem("check.workers.more_local", "dossier.workers_local", ASSESSMENT, details)


def _meeting(values: Values, today: date) -> Iterator[Problem]:
    """A meeting is held where it is needed (Điều 7 khoản 2 điểm a); once held, its day and chair are known."""
    if values.get("dossier.meeting.held") is not True:
        return
    day = _day(values.get("dossier.meeting.date"))
    if day is None:
        yield Problem("check.meeting.date", "dossier.meeting.date", ASSESSMENT)
    elif day > today:
        yield Problem("check.meeting.future", "dossier.meeting.date", ASSESSMENT, {"day": day.isoformat()})
    if _empty(values.get("dossier.meeting.chair")):
        yield Problem("check.meeting.chair", "dossier.meeting.chair", ASSESSMENT)
