"""Bring two edits of one record together, by groups of fields that only make sense as one.

Two PCs that changed different groups are merged; the same group with the same values too; otherwise nobody's values
are chosen here: the clash is given back for a person to decide. Server and client both use this.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ocop_desktop.domain.forms import Value, Values

# Fields of a record that are one statement: changing half of it beside another's half would say what nobody said.
_TOGETHER: Mapping[str, Mapping[str, frozenset[str]]] = {
    "producer": {
        "representative": frozenset({"representative", "position", "gender", "ethnicity", "home_address"}),
        "registration": frozenset({"kind", "registration_no", "founded_on"}),
    },
    "product": {"classification": frozenset({"set", "classification"})},
    "dossier": {
        "reception": frozenset({"received_on", "reception_no", "receiver"}),
        "rules": frozenset({"kind", "regime", "regime_reason"}),
        "workers": frozenset({"workers_total", "workers_local"}),
    },
    "evidence": {
        "file": frozenset({"name", "size", "sha256", "media_type", "added_at", "report", "revision", "source"}),
        "term": frozenset({"issued_on", "expires_on", "unlimited"}),
    },
    "report": {"issue": frozenset({"number", "issued_on"})},
    "holiday": {"day": frozenset({"day", "name", "kind", "counted"})},
    "numbers": {"block": frozenset({"kind", "year", "first", "last", "replica"})},
    "letter": {"issue": frozenset({"number", "symbol", "issued_on"})},
    "recognition": {
        "decision": frozenset({"decision_no", "decided_on", "stars", "regime", "level", "authority"}),
        "certificate": frozenset({"certificate_no", "issued_on", "ends_on"}),
    },
    "inspection": {
        "conclusion": frozenset({"day", "conclusion_no", "breach", "finding"}),
        "remedy": frozenset({"remedied_on", "remedied_note"}),
    },
    "demotion": {"decision": frozenset({"decision_no", "decided_on", "stars"})},
    "withdrawal": {"decision": frozenset({"decision_no", "decided_on", "ground"})},
    "stopped": {"confirmation": frozenset({"day", "number"})},
    "report_rules": {
        "days": frozenset(
            {
                "close_day",
                "month_day",
                "quarter_day",
                "half_day",
                "nine_day",
                "year_month",
                "year_day",
                "producer_day",
            }
        )
    },
    "council": {"rules": frozenset({"quorum_percent", "chair_needed", "spread", "combination"})},
    "plan": {"period": frozenset({"starts", "ends"})},
    "task": {"days": frozenset({"starts", "due", "when"}), "done": frozenset({"done_on", "result"})},
    "target": {"figure": frozenset({"measure", "planned", "most"})},
    "event": {
        "workers": frozenset({"workers_total", "workers_trained"}),
        "chosen": frozenset({"registered", "chosen"}),
    },
}
_GROUP_OF = {
    (kind, field): group for kind, groups in _TOGETHER.items() for group, fields in groups.items() for field in fields
}
# ``matter.lao_dong.found`` belongs to ``matter.lao_dong``; the value is the number of parts that name the group.
_BY_PREFIX: Mapping[str, int] = {"matter": 2, "address": 1, "meeting": 1, "claim": 1, "merged": 1}


@dataclass(frozen=True)
class Merged:
    """Both edits hold. ``changed`` are the fields whose value is new to the head; it may be empty."""

    body: Values
    changed: Values


@dataclass(frozen=True)
class Clash:
    """Both edits changed these groups, to different values; nothing was merged."""

    groups: tuple[str, ...]


def local_name(kind: str, field: str) -> str:
    """A field without the name of its record: ``dossier.state`` of a dossier is ``state``."""
    return field.removeprefix(f"{kind}.")


def group(kind: str, field: str) -> str:
    """The merge group of a field of a record type: the field itself unless it belongs with others."""
    name = local_name(kind, field)
    if found := _GROUP_OF.get((kind, name)):
        return found
    parts = name.split(".")
    if depth := _BY_PREFIX.get(parts[0], 0):
        return ".".join(parts[:depth])
    return name


def apply(body: Mapping[str, Value], fields: Mapping[str, Value]) -> Values:
    """A body with fields set; ``None`` takes a field away, so that an absent and an emptied field are the same."""
    result = {**body, **fields}
    if None in fields.values():
        return {key: value for key, value in result.items() if value is not None}
    return result


def same(left: Value, right: Value) -> bool:
    """Equal as stored: ``True`` and ``1`` are different values."""
    return left == right and type(left) is type(right)


def differing(head: Mapping[str, Value], patch: Mapping[str, Value]) -> Values:
    """The part of a patch that would change the head."""
    return {key: value for key, value in patch.items() if not same(head.get(key), value)}


def merge(kind: str, others: Iterable[str], head: Mapping[str, Value], patch: Mapping[str, Value]) -> Merged | Clash:
    """Merge a patch made on an older revision into the head.

    ``others`` are the fields that others changed between that revision and the head.
    """
    changed = differing(head, patch)
    theirs = {group(kind, field) for field in others}
    clashing = {group(kind, field) for field in changed} & theirs
    if clashing:
        return Clash(tuple(sorted(clashing)))
    return Merged(apply(head, changed), changed)
