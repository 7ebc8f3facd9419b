"""A dossier as one thing: its records, its evidence, its states and moves, and its seal."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ocop_desktop.errors import Damaged, Refused

from .forms import FormSpec, Values
from .records import REMARK, Record

State = Literal["open", "waiting", "sealed", "handed_over", "accepted", "returned", "withdrawn"]
Stage = Literal[
    "checking", "assessing", "waiting", "sealed", "handed_over", "at_province", "accepted", "returned", "withdrawn"
]
"""What people read: an open dossier is being checked until the commune writes its assessment; a dossier handed over is
at the province once the province's receipts cover all of it, accepted once it was taken into a council's work."""

MOVES: dict[State, frozenset[State]] = {
    "open": frozenset({"waiting", "sealed", "withdrawn"}),
    "waiting": frozenset({"open", "withdrawn"}),
    "sealed": frozenset({"open", "handed_over"}),
    "handed_over": frozenset({"returned", "accepted"}),
    "accepted": frozenset({"returned", "handed_over"}),
    "returned": frozenset({"open", "withdrawn"}),
    "withdrawn": frozenset(),
}
EDITABLE: frozenset[State] = frozenset({"open", "waiting"})

SyncState = Literal["never", "waiting", "sending", "at_province", "conflict", "rejected"]


@dataclass(frozen=True, kw_only=True)
class EvidenceFile:
    """A file attached to a row of the evidence list. ``size`` in bytes; ``sent``: the province has its content.

    ``pages``: of a PDF or picture; 0: not counted.

    ``issued_on`` and ``expires_on`` (ISO) are those of the paper, where a person entered them; ``unlimited``: it has no end.
    """

    id: str
    row: str
    name: str
    size: int
    sha256: str
    media_type: str
    added_at: str
    sent: bool = False
    report: str = ""
    """Of a signed report: the sealed report it is of."""
    issued_on: str = ""
    expires_on: str = ""
    unlimited: bool = False
    pages: int = 0


@dataclass(frozen=True, kw_only=True)
class SealedReport:
    """The commune's report as it was sealed. ``values`` are those that print it, for ever; ``revision`` counts from 1."""

    id: str
    form: str
    form_version: int
    criteria_set: str
    sealed_at: str
    sealed_by: str
    revision: int
    sha256: str
    values: Values
    number: str = ""
    issued_on: str = ""
    criteria_version: int = 0


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """A dossier with the records it stands on."""

    dossier: Record
    product: Record
    producer: Record
    values: Values
    evidence: tuple[EvidenceFile, ...] = ()
    report: SealedReport | None = None
    unparsed: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The dossier record's id."""
        return self.dossier.id

    @property
    def state(self) -> State:
        """The stored state."""
        return self.dossier.body.get("state", "open")  # type: ignore[return-value]

    @property
    def received_on(self) -> date | None:
        """The day of reception, which starts the commune's clock (Điều 7.2)."""
        value = self.values.get("dossier.received_on")
        return date.fromisoformat(value) if isinstance(value, str) and value else None

    @property
    def regime(self) -> str:
        """The legal regime the dossier is handled under."""
        return str(self.values["dossier.regime"])

    @property
    def criteria_set(self) -> str:
        """The code of the product set, or an empty text."""
        return str(self.values.get("product.set") or "")

    @property
    def rubric_version(self) -> int | None:
        """The version of the rubric that a sealed dossier stays with; ``None``: the newest, for one that is at work."""
        sealed = self.report if self.state in {"sealed", "handed_over", "accepted"} else None
        return sealed.criteria_version or None if sealed and sealed.criteria_set == self.criteria_set else None


def check_move(now: State, then: State) -> None:
    """Refuse a move the procedure does not know (``dossier.move``)."""
    if then not in MOVES[now]:
        raise Refused("dossier.move", now=now, then=then)


def stage(state: State, values: Values, sync: SyncState) -> Stage:
    """What people read for a state."""
    if state == "open":
        begun = any(value for key, value in values.items() if key.startswith("dossier.matter."))
        return "assessing" if begun else "checking"
    if state == "handed_over" and sync == "at_province":
        return "at_province"
    return state


def canonical(values: Values) -> str:
    """One text for one set of values: JSON, keys sorted, no spaces, letters as they are."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(
    dossier: Dossier, office: Values, form: FormSpec, *, at: str, officer: str, revision: int, rubric: int = 0
) -> Values:
    """The body of a sealed report: the values that print it, frozen, with the form they belong to and their hash."""
    said = {key: value for key, value in dossier.values.items() if not key.startswith(f"dossier.{REMARK}")}
    frozen = canonical({**said, **office})
    return {
        "dossier": dossier.id,
        "form": form.id,
        "form_version": form.version,
        "criteria_set": dossier.criteria_set,
        "criteria_version": rubric,
        "regime": dossier.regime,
        "values": frozen,
        "sha256": hashlib.sha256(frozen.encode()).hexdigest(),
        "sealed_at": at,
        "sealed_by": officer,
        "revision": revision,
    }


def read_seal(record: Record) -> SealedReport:
    """A sealed report, its hash checked: values that do not match it raise ``Damaged`` (``report.altered``)."""
    body = record.body
    text = str(body["values"])
    if hashlib.sha256(text.encode()).hexdigest() != body["sha256"]:
        raise Damaged("report.altered", report=record.id)
    return SealedReport(
        id=record.id,
        form=str(body["form"]),
        form_version=int(body["form_version"] or 0),
        criteria_set=str(body.get("criteria_set") or ""),
        sealed_at=str(body["sealed_at"]),
        sealed_by=str(body.get("sealed_by") or ""),
        revision=int(body["revision"] or 0),
        sha256=str(body["sha256"]),
        values=json.loads(text),
        number=str(body.get("number") or ""),
        issued_on=str(body.get("issued_on") or ""),
        criteria_version=int(body.get("criteria_version") or 0),
    )
