"""What a covering paper says of a dossier and of the law it stands under, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ocop_desktop import legal
from ocop_desktop.actions import labels
from ocop_desktop.actions.documents import SEALED
from ocop_desktop.actions.office import office
from ocop_desktop.domain import checks
from ocop_desktop.domain.covering import Entry, Lists
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.text import one_line, show_date, show_long_date, show_size
from ocop_desktop.storage import standing
from ocop_desktop.storage.db import Db

_STATES = {checks.HAVE: "Có", checks.MISSING: "Thiếu", checks.NOT_APPLICABLE: "Không áp dụng"}


def shown_values(whole: Dossier) -> Values:
    """The values that papers show: the sealed ones while the dossier stands sealed, else those of now."""
    if whole.report is not None and whole.state in SEALED:
        return {**whole.values, **whole.report.values}
    return whole.values


def law_words(regime: Regime) -> Values:
    """How a paper cites the decision: whole the first time, short after (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b)."""
    short = regime.source.document.replace("Quyết định ", "Quyết định số ")
    day = show_long_date(date.fromisoformat(regime.source.day))
    issued = "" if "," in short else f" ban hành {regime.title.partition(' (')[0]}"
    return {"law.short": short, "law.full": f"{short} {day} của Thủ tướng Chính phủ{issued}"}


def kind_words(whole: Dossier) -> str:
    """First time, upgrade or re-assessment, as it stands within a sentence."""
    kind = legal.regime(whole.regime).dossier_kind(str(whole.values.get("dossier.kind") or ""))
    return kind.label if kind else ""


def set_words(whole: Dossier) -> str:
    """The name of the product set."""
    criteria = (
        legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version) if whole.criteria_set else None
    )
    return criteria.name if criteria else ""


def of_dossier(db: Db, whole: Dossier) -> Values:
    """The values of a covering paper about one dossier."""
    values = shown_values(whole)
    regime = legal.regime(whole.regime)
    number = one_line(str(values.get("dossier.reception_no") or ""))
    meeting = str(values.get("dossier.meeting.date") or "")
    due = standing.due_on(db, whole)
    more: dict[str, Value] = {
        **law_words(regime),
        "dossier.kind_words": kind_words(whole).lower() or "lần đầu",
        "packed": "true" if regime.package else "",
        "reception": f", phiếu số {number}" if number else "",
        "meeting.day": meeting,
        "due.day": due.isoformat() if due else "",
        "officer.name": str(office(db).get("officer.name") or ""),
    }
    return {**values, **more}


def products(wholes: Sequence[Dossier]) -> list[dict[str, Entry]]:
    """One row for each product of a proposal."""
    made: list[dict[str, Entry]] = []
    for whole in wholes:
        values = shown_values(whole)
        made.append(
            {
                "product": str(values.get("product.name") or ""),
                "producer": str(values.get("producer.name") or ""),
                "set": set_words(whole),
                "kind": kind_words(whole),
            }
        )
    return made


def package(wholes: Sequence[Dossier]) -> list[dict[str, Entry]]:
    """The parts of what goes to the province (Điều 6 khoản 2 but for the letter itself), in the law's words."""
    found: dict[str, str] = {}
    for whole in wholes:
        regime = legal.regime(whole.regime)
        criteria = (
            legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version)
            if whole.criteria_set
            else None
        )
        for item in regime.package_for(criteria.group if criteria else ""):
            if item.id != "van-ban-de-nghi":
                found[item.id] = item.label
    return _ended([{"label": label} for label in found.values()])


def matters(whole: Dossier) -> list[dict[str, Entry]]:
    """The matters that the commune assesses."""
    return _ended([{"label": matter.heading.rstrip(":. ")} for matter in legal.regime(whole.regime).matters])


def _ended(rows: list[dict[str, Entry]]) -> list[dict[str, Entry]]:
    for place, row in enumerate(rows):
        row["end"] = "." if place == len(rows) - 1 else ";"
    return rows


def evidence(whole: Dossier) -> tuple[list[dict[str, Entry]], Values]:
    """The index of evidence, row by row in the order of the form, and its sums."""
    regime = legal.regime(whole.regime)
    values = whole.values
    rows: list[dict[str, Entry]] = []
    named = {row.no: row.title for row in regime.evidence}
    names = labels.field_labels(whole.regime)
    others = [file.row for file in whole.evidence if file.row not in named]
    for row in (*named, *dict.fromkeys(others)):
        files = [file for file in whole.evidence if file.row == row]
        state = _STATES.get(str(values.get(f"dossier.evidence.{row}") or ""), "Có" if files else "")
        title = (
            named.get(row)
            or names.get(f"dossier.component.{row}")
            or ("Mẫu số " + row[4:] if row[:4] == "mau-" else "Khác")
        )
        rows.append(
            {
                "row": row.lstrip("0") if row.isdigit() else "",
                "title": title,
                "state": state,
                "files": "\n".join(file.name for file in files),
                "count": len(files) or None,
            }
        )
    sums: Values = {
        "files.total": f"{len(whole.evidence):02d}",
        "files.size": show_size(sum(file.size for file in whole.evidence)),
    }
    return rows, sums


def received(whole: Dossier) -> str:
    """The day of reception, for a cover."""
    return show_date(whole.received_on) if whole.received_on else ""


def register_rows(letters: Sequence[object]) -> Lists:
    """The ten columns of the register of outgoing documents, from its lines."""
    from ocop_desktop.domain.letters import Letter

    rows: list[dict[str, Entry]] = []
    for line in letters:
        assert isinstance(line, Letter)
        rows.append(
            {
                "number": f"{line.number.zfill(2)}/{line.symbol}" if line.number else line.symbol,
                "day": date.fromisoformat(line.issued_on) if line.issued_on else None,
                "about": f"{line.kind}: {line.summary}".strip(": "),
                "signer": line.signer,
                "to": line.recipients,
                "kept_by": line.keeper,
                "copies": line.copies,
                "sent_on": date.fromisoformat(line.sent_on) if line.sent_on else None,
                "signed_for": line.received_by,
                "note": line.note,
            }
        )
    return {"documents": rows}
