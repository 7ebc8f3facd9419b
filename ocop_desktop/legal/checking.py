"""What stands under ``resources/legal``, read, counted and compared with its hashes."""

import hashlib
from pathlib import Path

import msgspec

from ocop_desktop.domain.calendar import Holidays
from ocop_desktop.domain.classification import Classification
from ocop_desktop.domain.covering import LetterSpec
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.forms import FormSpec
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.units import Units
from ocop_desktop.errors import Damaged
from ocop_desktop.legal.shelves import Shelf, shipped

_UNLOCKED = {"index.toml", "locked.sha256"}


class RubricReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in one rubric. ``gap`` are the points it says it lacks, by part: a gap that is written is no fault."""

    id: str
    version: int
    regime: str
    code: str
    name: str
    status: str
    sums: dict[str, int]
    gap: dict[str, int]
    leaves: int
    gates: dict[str, int]
    faults: list[str]


class FormReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in one form."""

    id: str
    version: int
    title: str
    fields: int
    blocks: int


class YearReport(msgspec.Struct, frozen=True, kw_only=True):
    """What the holiday table knows of a year: days off that count, days to check, days not announced."""

    year: int
    days: int
    to_check: int
    pending: int


class HashReport(msgspec.Struct, frozen=True, kw_only=True):
    """Released files against ``locked.sha256``."""

    locked: int
    changed: list[str]
    missing: list[str]
    unlocked: list[str]

    @property
    def good(self) -> bool:
        """Whether every file is locked and unchanged."""
        return not (self.changed or self.missing or self.unlocked)


class LegalReport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything under ``resources/legal``, read and counted."""

    good: bool
    regimes: list[str]
    rubrics: list[RubricReport]
    forms: list[FormReport]
    provinces: int
    communes: int
    holidays: list[YearReport]
    hashes: HashReport
    problems: list[str]


def check() -> LegalReport:
    """Reads every released file and reports what is in it; a file that cannot be read is named in ``problems``."""
    problems: list[str] = []
    rubrics: list[RubricReport] = []
    forms: list[FormReport] = []
    years: list[YearReport] = []
    regime_ids: list[str] = []
    found_units = Units((), ())
    shelf = shipped()
    for entry in shelf.index.files:
        try:
            if entry.kind == "criteria":
                rubrics.append(_rubric(shelf.load(entry.path, CriteriaSet)))
            elif entry.kind == "form":
                forms.append(_form(shelf.load(entry.path, FormSpec)))
            elif entry.kind == "letter":
                shelf.load(entry.path, LetterSpec)
            elif entry.kind == "holidays":
                years = _years(shelf.load(entry.path, Holidays))
            elif entry.kind == "regime":
                regime_ids.append(shelf.load(entry.path, Regime).id)
            elif entry.kind == "classification":
                shelf.load(entry.path, Classification)
            else:
                found_units = shelf.units(entry.path)
        except Damaged as damage:
            problems.append(f"{entry.path}: {damage.code} {damage.details.get('why', '')}".rstrip())
    complete = (rubric for rubric in rubrics if rubric.status == "complete")
    problems += [f"{rubric.id}: {fault}" for rubric in complete for fault in rubric.faults]
    state = hashes(shelf.root)
    return LegalReport(
        good=not problems and state.good,
        regimes=regime_ids,
        rubrics=rubrics,
        forms=forms,
        provinces=len(found_units.provinces),
        communes=len(found_units.communes),
        holidays=years,
        hashes=state,
        problems=problems,
    )


def hashes(root: Path) -> HashReport:
    """Compares every released file under a legal folder with its ``locked.sha256``."""
    locked: dict[str, str] = {}
    for line in Shelf(root).bytes("locked.sha256").decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            digest, _, name = line.partition("  ")
            locked[name] = digest
    files = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
    return HashReport(
        locked=len(locked),
        changed=[n for n, p in files.items() if n in locked and _digest(p) != locked[n]],
        missing=sorted(set(locked) - set(files)),
        unlocked=sorted(set(files) - set(locked) - _UNLOCKED),
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _rubric(found: CriteriaSet) -> RubricReport:
    return RubricReport(
        id=found.id,
        version=found.version,
        regime=found.regime,
        code=found.code,
        name=found.name,
        status=found.status,
        sums=found.sums(),
        gap=found.gap,
        leaves=sum(1 for _ in found.leaves()),
        gates={str(stars): count for stars, count in found.gate_counts().items()},
        faults=found.faults(),
    )


def _form(found: FormSpec) -> FormReport:
    return FormReport(
        id=found.id, version=found.version, title=found.title, fields=len(found.fields()), blocks=len(found.paper)
    )


def _years(found: Holidays) -> list[YearReport]:
    return [
        YearReport(
            year=year,
            days=sum(day.year == year for day in found.off),
            to_check=len(found.to_check(year)),
            pending=sum(pending.year == year for pending in found.pending),
        )
        for year in found.years()
    ]
