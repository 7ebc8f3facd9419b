"""A dossier that follows an older one of the same product: what may be carried over, and how the two differ.

Papers are carried only while they are valid by their own dates (Điều 6 khoản 1 điểm b, c: what changed, and renewed papers
with a term); what the commune found, received and counted belongs to its own dossier and is never carried.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.scoring import ANSWER

Term = Literal["valid", "unlimited", "expired", "unknown"]

CARRIED_ROWS = frozenset(f"{number:02}" for number in range(1, 16)) | {"other"}
"""Rows of evidence. Mẫu số 01, Mẫu số 02 and the signed report are papers of one dossier."""

_OWN = frozenset(
    {
        "state", "report", "received_on", "reception_no", "receiver", "year", "regime", "regime_reason", "kind", "producer",
        "product", "handed_on", "paper_set", "electronic_set", "samples", "workers_total", "workers_local", "previous",
    }
)  # fmt: skip
_OWN_PARTS = ("state.", "evidence.", "component.", "meeting.", "reject.", "remark.")


def term(file: EvidenceFile, day: date) -> Term:
    """Whether a paper is still valid on a day, by its own dates."""
    if file.unlimited:
        return "unlimited"
    if not file.expires_on:
        return "unknown"
    return "valid" if file.expires_on >= day.isoformat() else "expired"


def carried(body: Mapping[str, Value], *, same_rubric: bool) -> Values:
    """The fields of a dossier that its follower begins with: the producer's own words, and answers of the same rubric."""
    found: Values = {}
    for name, value in body.items():
        commune = name.startswith("matter.") and not name.endswith(".described")
        if name in _OWN or name.startswith(_OWN_PARTS) or commune:
            continue
        if f"dossier.{name}".startswith(ANSWER) and not same_rubric:
            continue
        found[name] = value
    return found


@dataclass(frozen=True, kw_only=True)
class RowChange:
    """How one row of evidence stands against the dossier before: names of files that stayed, came, and were left behind."""

    row: str
    same: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def row_changes(before: Iterable[EvidenceFile], now: Iterable[EvidenceFile], rows: Collection[str]) -> list[RowChange]:
    """Row by row, by content: a paper under another name is the same paper."""
    old, new = list(before), list(now)
    found = []
    for row in sorted(rows):
        was = {file.sha256: file.name for file in old if file.row == row}
        own = {file.sha256: file.name for file in new if file.row == row}
        if was or own:
            found.append(
                RowChange(
                    row=row,
                    same=tuple(own[key] for key in own if key in was),
                    new=tuple(own[key] for key in own if key not in was),
                    gone=tuple(was[key] for key in was if key not in own),
                )
            )
    return found


def changed_answers(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The criteria answered otherwise than before, those left open now included."""
    return tuple(key for key in dict.fromkeys((*before, *now)) if before.get(key, "") != now.get(key, ""))
