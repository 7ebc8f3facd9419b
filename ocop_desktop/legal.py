"""Reads ``resources/legal`` into domain objects, by id or by day; each file once, when it is first asked for.

A file that is missing, misspelt or has a key the program does not know raises ``Damaged``: ``legal.missing`` (file),
``legal.broken`` (file, why: English, with the place in the file). An id that no file has raises ``Damaged``
``legal.unknown`` (kind, id); a day before every regime raises ``Refused`` ``legal.no_regime`` (day).
"""

import csv
import hashlib
import io
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from ocop_desktop import paths
from ocop_desktop.domain.calendar import Holidays
from ocop_desktop.domain.classification import Classification, ProductSet
from ocop_desktop.domain.covering import LetterSpec
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.forms import FormSpec
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.units import Commune, Province, Units
from ocop_desktop.errors import Damaged, OcopError, Refused

T = TypeVar("T")

FileKind = Literal["regime", "classification", "criteria", "form", "letter", "units", "holidays"]

_UNLOCKED = {"index.toml", "locked.sha256"}


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A released file in ``index.toml``: what it is, from when to when it is in force, and by what document."""

    kind: FileKind
    id: str
    version: int
    path: str
    valid_from: str
    document: str
    article: str
    day: str
    valid_to: str = ""
    regime: str = ""
    code: str = ""
    note: str = ""


class Index(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every released file."""

    files: tuple[Entry, ...]


def index() -> Index:
    """The list of released files."""
    return _load(_root(), "index.toml", Index)


def regime(regime_id: str) -> Regime:
    """The regime of that id."""
    return _load(_root(), _entry("regime", regime_id).path, Regime)


def regimes() -> tuple[Regime, ...]:
    """Every regime, oldest first."""
    found = (entry for entry in index().files if entry.kind == "regime")
    return tuple(regime(entry.id) for entry in sorted(found, key=lambda entry: entry.valid_from))


def regime_on(day: date) -> Regime:
    """The regime that a dossier received on that day comes under."""
    for entry in index().files:
        if entry.kind == "regime" and _in_force(entry, day):
            return regime(entry.id)
    raise Refused("legal.no_regime", day=day.isoformat())


def form(form_id: str, version: int | None = None) -> FormSpec:
    """The form of that id: the version a dossier names, or the newest released one."""
    return _load(_root(), _entry("form", form_id, version).path, FormSpec)


def screen_form(regime_id: str, name: str) -> FormSpec:
    """The form whose fields the screen shows: the regime's own, or the one that lends them."""
    return form_of(regime_id, name) or form(f"{regime(regime_id).fields_from}/{name}")


def form_of(regime_id: str, name: str) -> FormSpec | None:
    """The newest form of a regime by its short name (``mau-03``); ``None`` where the regime is not known to have it."""
    form_id = f"{regime_id}/{name}"
    return form(form_id) if form_id in form_ids(regime_id) else None


def form_ids(regime_id: str = "") -> tuple[str, ...]:
    """The ids of all forms, or of those of one regime, in the order of the index."""
    found = (e.id for e in index().files if e.kind == "form" and e.id.startswith(f"{regime_id}/" if regime_id else ""))
    return tuple(dict.fromkeys(found))


def letter(letter_id: str, version: int | None = None) -> LetterSpec:
    """The template of a covering paper: the version that is asked for, or the newest released one."""
    return _load(_root(), _entry("letter", letter_id, version).path, LetterSpec)


def letter_ids() -> tuple[str, ...]:
    """The ids of all templates of covering papers, in the order of the index."""
    return tuple(dict.fromkeys(entry.id for entry in index().files if entry.kind == "letter"))


def criteria_set(regime_id: str, code: str, version: int | None = None) -> CriteriaSet:
    """The rubric of a product set: the version a dossier names, or the newest released one."""
    of = regime(regime_id).rubrics
    found = [e for e in index().files if e.kind == "criteria" and e.regime == of and e.code == code]
    return _load(_root(), _newest(found, "criteria", f"{regime_id}/{code}", version).path, CriteriaSet)


def find_criteria_set(regime_id: str, code: str) -> CriteriaSet | None:
    """The newest rubric of a product set; ``None`` where a code is of another regime or its file cannot be read."""
    try:
        return criteria_set(regime_id, code)
    except OcopError:
        return None


def classification(regime_id: str) -> Classification:
    """The list of products of a regime."""
    return _load(_root(), _entry("classification", f"{regime(regime_id).rubrics}/classification").path, Classification)


def criteria_sets(regime_id: str) -> tuple[ProductSet, ...]:
    """The product sets of a regime to choose from, in printed order; no rubric is read for it."""
    return classification(regime_id).product_sets


def units() -> Units:
    """Today's provinces and communes."""
    newest = max((e for e in index().files if e.kind == "units"), key=lambda e: (e.valid_from, e.version), default=None)
    if newest is None:
        raise Damaged("legal.unknown", kind="units", id="")
    return _units(_root(), newest.path)


def provinces() -> tuple[Province, ...]:
    """Today's provinces, in order of their codes."""
    return units().provinces


def communes() -> tuple[Commune, ...]:
    """Today's communes, in order of their provinces' codes, then their own."""
    return units().communes


def commune(code: str) -> Commune | None:
    """The commune of that code; ``None`` for a code of another time."""
    return units().by_code.get(code)


def holidays() -> Holidays:
    """The shipped holiday table; an office's changes are put over it by ``Holidays.changed``."""
    return _load(_root(), _entry("holidays", "holidays").path, Holidays)


def forget() -> None:
    """Reads every file anew when it is next asked for: after an update brought new ones."""
    _READ.clear()
    _entry_under.cache_clear()
    _units.cache_clear()


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
    for entry in index().files:
        try:
            if entry.kind == "criteria":
                rubrics.append(_rubric(_load(_root(), entry.path, CriteriaSet)))
            elif entry.kind == "form":
                forms.append(_form(_load(_root(), entry.path, FormSpec)))
            elif entry.kind == "letter":
                _load(_root(), entry.path, LetterSpec)
            elif entry.kind == "holidays":
                years = _years(_load(_root(), entry.path, Holidays))
            elif entry.kind == "regime":
                regime_ids.append(_load(_root(), entry.path, Regime).id)
            elif entry.kind == "classification":
                _load(_root(), entry.path, Classification)
            else:
                found_units = _units(_root(), entry.path)
        except Damaged as damage:
            problems.append(f"{entry.path}: {damage.code} {damage.details.get('why', '')}".rstrip())
    complete = (rubric for rubric in rubrics if rubric.status == "complete")
    problems += [f"{rubric.id}: {fault}" for rubric in complete for fault in rubric.faults]
    state = hashes(_root())
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
    for line in _bytes(root, "locked.sha256").decode("utf-8").splitlines():
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


def _root() -> Path:
    return _legal(paths.resources())


@cache
def _legal(resources: Path) -> Path:
    return resources / "legal"


def _in_force(entry: Entry, day: date) -> bool:
    return entry.valid_from <= day.isoformat() and (not entry.valid_to or day.isoformat() <= entry.valid_to)


def _entry(kind: FileKind, file_id: str, version: int | None = None) -> Entry:
    return _entry_under(_root(), kind, file_id, version)


@cache  # asked for at every saved keystroke
def _entry_under(root: Path, kind: FileKind, file_id: str, version: int | None) -> Entry:
    found = [entry for entry in _load(root, "index.toml", Index).files if entry.kind == kind and entry.id == file_id]
    return _newest(found, kind, file_id, version)


def _newest(entries: list[Entry], kind: FileKind, file_id: str, version: int | None) -> Entry:
    fitting = [entry for entry in entries if version is None or entry.version == version]
    if not fitting:
        raise Damaged("legal.unknown", kind=kind, id=file_id, version=version or 0)
    return max(fitting, key=lambda entry: entry.version)


_READ: dict[tuple[Path, str], object] = {}


def _load(root: Path, name: str, kind: type[T]) -> T:
    found = _READ.get((root, name))
    if not isinstance(found, kind):
        try:
            found = msgspec.convert(tomllib.loads(_bytes(root, name).decode("utf-8")), kind)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
            raise Damaged("legal.broken", file=name, why=str(error)) from error
        _READ[root, name] = found
    return found


@cache
def _units(root: Path, name: str) -> Units:
    try:
        rows = list(csv.reader(io.StringIO(_bytes(root, name).decode("utf-8"))))
        named = {row[0]: row[1] for row in rows[1:]}
        return Units(
            provinces=tuple(Province(code, named[code]) for code in sorted(named)),
            communes=tuple(Commune(row[2], row[3], row[4], row[0], row[1]) for row in rows[1:]),
        )
    except (csv.Error, IndexError, UnicodeDecodeError) as error:
        raise Damaged("legal.broken", file=name, why=str(error)) from error


def _bytes(root: Path, name: str) -> bytes:
    try:
        return (root / name).read_bytes()
    except FileNotFoundError as error:
        raise Damaged("legal.missing", file=name) from error
