"""Dossiers of one product side by side, each read under its own law."""

from dataclasses import dataclass

from ocop_desktop import legal
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.scoring import answers_of, rejected, score
from ocop_desktop.storage import dossiers
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.naming import that_name


@dataclass(frozen=True, kw_only=True)
class Column:
    """One dossier under its own law. Points are hundredths, ``most`` whole points as printed; ``sections`` are the numbered
    sections of its rubric with points and maximum; ``scored`` tells whether anything was answered.

    ``deciders``: who recognises 3, 4 and 5 stars under that law. ``total`` and ``stars`` are the producer's own score.
    """

    dossier: str
    document: str
    period: tuple[str, str]
    year: int
    kind: str
    received_on: str
    set_name: str
    why_no_rubric: str
    deciders: tuple[tuple[int, str], ...]
    parts: tuple[tuple[str, int, int], ...]
    sections: tuple[tuple[str, str, int, int], ...]
    scored: bool
    total: int
    stars: int
    council: Values
    recognition: Values


def column(db: Db, dossier: str) -> Column:
    """One dossier. ``Refused``: ``dossier.gone``."""
    whole = dossiers.load(db, dossier)
    regime = legal.regime(whole.regime)
    criteria = legal.find_criteria_set(whole.regime, whole.criteria_set) if whole.criteria_set else None
    answers = answers_of(whole.values)
    found = score(criteria, answers, regime.bands, rejected(criteria, whole.values)) if criteria is not None else None
    results = that_name(db, "council_result", "dossier", dossier)
    recognitions = that_name(db, "recognition", "dossier", dossier)
    year = whole.values.get("dossier.year")
    deciders = [(stars, role.name) for stars in (3, 4, 5) if (role := regime.recognised_by(stars)) is not None]
    return Column(
        dossier=dossier,
        document=regime.source.document,
        period=(regime.valid_from, regime.valid_to),
        year=year if isinstance(year, int) else 0,
        kind=str(whole.values.get("dossier.kind") or ""),
        received_on=str(whole.values.get("dossier.received_on") or ""),
        set_name=criteria.name if criteria is not None else "",
        why_no_rubric=whole.criteria_set if criteria is None else "",
        deciders=tuple(deciders),
        parts=tuple((part.code, found.parts[part.code] if found else 0, part.max) for part in criteria.parts)
        if criteria is not None
        else tuple((part.code, 0, part.max) for part in regime.parts),
        sections=tuple(
            (f"{part.code}.{each.no}", each.title, found.sections[f"{part.code}.{each.no}"] if found else 0, each.max)
            for part in (criteria.parts if criteria is not None else ())
            for each in part.sections
        ),
        scored=bool(found is not None and found.answered),
        total=found.total if found is not None else 0,
        stars=found.stars if found is not None else 0,
        council=dict(results[-1].body) if results else {},
        recognition=dict(recognitions[-1].body) if recognitions else {},
    )


def columns(db: Db, wanted: list[str]) -> list[Column]:
    """Several dossiers, in the order asked for."""
    return [column(db, each) for each in wanted]
