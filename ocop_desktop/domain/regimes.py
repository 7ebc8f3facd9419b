"""A legal regime: who may do what, what a dossier holds, what the commune assesses, how long it may take.

The file is ``resources/legal/regimes/<id>.toml``; every rule in it names its article. A dossier keeps the id of the
regime it was received under; a new decision adds a file and no code.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from ocop_desktop.domain.criteria import Band
from ocop_desktop.domain.forms import Source

Level = Literal["commune", "district", "province", "central"]


class PartMax(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of every rubric of the regime, and its most points."""

    code: str
    title: str
    max: int


class GateRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The printed note on star marks, and how this program reads it."""

    text: str
    reading: str
    article: str


class LevelRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a level of government does under the regime, and which stars it recognises."""

    id: Level
    name: str
    article: str
    acts: tuple[str, ...]
    recognises: tuple[int, ...] = ()


class Applicant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of producer (``producer.kind``) that may apply; ``only_group``: for that product group only."""

    value: str
    label: str
    only_group: str = ""


class Component(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A paper that the producer's dossier must hold."""

    id: str
    label: str
    form: str = ""


class DossierKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """First time, upgrade or re-assessment: its components and what they must show."""

    kind: str
    label: str
    article: str
    components: tuple[Component, ...]
    must_show: tuple[str, ...] = ()


class PackageItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of what the commune sends to the province; ``except_group``: not for that product group."""

    id: str
    label: str
    article: str
    form: str = ""
    except_group: str = ""


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the matters the commune assesses, with its printed heading and guidance.

    ``fields`` are the texts it needs: ``described`` (what the producer says) and ``found`` (what the commune found). ``usual_criterion`` is the number in
    all rubrics but tourism's; ``note`` is our reading where the print leaves a doubt.
    """

    id: str
    no: int
    heading: str
    law_name: str
    guidance: str
    fields: tuple[Literal["described", "found"], ...]
    usual_criterion: str = ""
    note: str = ""

    def keys(self) -> tuple[str, ...]:
        """The value keys of its texts: ``dossier.matter.nguyen_lieu.described``, …"""
        return tuple(f"dossier.matter.{self.id}.{field}" for field in self.fields)


class Limit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number of days or months, and the article that sets it."""

    value: int
    article: str


class Deadlines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every time limit; a name says its unit (``…_days`` and ``…_before`` are calendar days)."""

    commune_working_days: Limit | None = None
    certificate_months: Limit | None = None
    reassessment_days: Limit | None = None
    filing_first_day_before: Limit | None = None
    filing_last_day_before: Limit | None = None
    late_extension_days: Limit | None = None
    withdrawal_days: Limit | None = None


class Round(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A yearly round: proposals strictly before a day (``mm-dd``) are assessed strictly before another."""

    level: Level
    no: int
    proposed_before: str
    assessed_before: str
    article: str


class RoundOf(msgspec.Struct, frozen=True):
    """A round in a year of the calendar."""

    year: int
    no: int
    proposed_before: date
    assessed_before: date


class Withdrawal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The grounds on which a certificate is withdrawn."""

    article: str
    grounds: tuple[str, ...]


class Transition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What happens to a case that began under older rules; ``until`` is the last day, where one is set."""

    case: str
    text: str
    article: str
    kinds: tuple[str, ...] = ()
    until: str = ""


class EvidenceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of the printed table of evidence. ``about`` names criteria or topics: our hint, not the law's."""

    no: str
    title: str
    requirement: str
    about: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The value key of the officer's decision: ``dossier.evidence.01``."""
        return f"dossier.evidence.{self.no}"


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How sure a rule of an older period is; ``not_found``: looked for and not seen, so the program asks nothing of it."""

    what: str
    status: Literal["confirmed", "partly", "not_found"]
    text: str = ""


class Regime(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rules of one decision, from its first to its last day.

    ``criteria_of`` names the regime whose rubrics apply, where they are shared. ``fields_from`` names the regime whose
    forms lend the fields on screen where the own forms were not found; such a regime prints none of them.
    """

    id: str
    version: int
    title: str
    source: Source
    valid_from: str
    valid_to: str = ""
    validity_note: str = ""
    criteria_of: str = ""
    fields_from: str = ""
    replaces: tuple[str, ...] = ()
    parts: tuple[PartMax, ...]
    bands: tuple[Band, ...]
    gate: GateRule | None = None
    levels: tuple[LevelRole, ...]
    applicants: tuple[Applicant, ...]
    dossiers: tuple[DossierKind, ...]
    package: tuple[PackageItem, ...]
    matters: tuple[Matter, ...]
    deadlines: Deadlines
    rounds: tuple[Round, ...]
    withdrawal: Withdrawal | None = None
    transitions: tuple[Transition, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def rubrics(self) -> str:
        """The id of the regime whose rubrics apply."""
        return self.criteria_of or self.id

    def dossier_kind(self, kind: str) -> DossierKind | None:
        """The rules of a kind of dossier; ``None`` where the regime does not know it."""
        return next((d for d in self.dossiers if d.kind == kind), None)

    def components(self, kind: str) -> tuple[Component, ...]:
        """The papers that a producer's dossier of that kind must hold."""
        found = self.dossier_kind(kind)
        return found.components if found else ()

    def package_for(self, group: str) -> tuple[PackageItem, ...]:
        """What the commune sends to the province for a product of that group."""
        return tuple(item for item in self.package if item.except_group != group)

    def applicants_for(self, group: str) -> tuple[Applicant, ...]:
        """Who may apply with a product of that group; every kind when the group is not known yet (empty)."""
        return tuple(a for a in self.applicants if not a.only_group or not group or a.only_group == group)

    def matter(self, matter_id: str) -> Matter | None:
        """The matter of that id."""
        return next((matter for matter in self.matters if matter.id == matter_id), None)

    def remarkable(self, form_keys: Iterable[str]) -> frozenset[str]:
        """What a remark may be about: the fields of its forms, its evidence rows and papers, and the whole dossier."""
        known = {row.key for row in self.evidence}
        known |= {f"dossier.component.{part.id}" for kind in self.dossiers for part in kind.components}
        return frozenset({*form_keys, *known, "dossier.whole"})

    def may(self, level: str, act: str) -> bool:
        """Whether a level does that act under this regime."""
        return any(role.id == level and act in role.acts for role in self.levels)

    def recognised_by(self, stars: int) -> LevelRole | None:
        """The level that recognises a product of that many stars; ``None`` where there is no recognition."""
        return next((role for role in self.levels if stars in role.recognises), None)

    def in_force(self, day: date) -> bool:
        """Whether a dossier received on that day comes under this regime."""
        return self.valid_from <= day.isoformat() and (not self.valid_to or day.isoformat() <= self.valid_to)


def rounds_of(rounds: Sequence[Round], level: Level, year: int) -> list[RoundOf]:
    """The rounds of a level in a year, in order of their closing day."""
    found = [
        RoundOf(year, r.no, _in_year(year, r.proposed_before), _in_year(year, r.assessed_before))
        for r in rounds
        if r.level == level
    ]
    return sorted(found, key=lambda r: r.proposed_before)


def next_round(rounds: Sequence[Round], level: Level, proposed: date) -> RoundOf | None:
    """The round that a proposal made on that day still makes; the day named by the law is already too late."""
    for year in (proposed.year, proposed.year + 1):
        for found in rounds_of(rounds, level, year):
            if proposed < found.proposed_before:
                return found
    return None


def _in_year(year: int, month_day: str) -> date:
    return date.fromisoformat(f"{year:04d}-{month_day}")
