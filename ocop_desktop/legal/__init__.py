"""Reads ``resources/legal`` and the province's installed pack into domain objects, by id or by day; each file once.

A file that is missing, misspelt or has a key the program does not know raises ``Damaged``: ``legal.missing`` (file),
``legal.broken`` (file, why: English, with the place in the file). An id that no file has raises ``Damaged``
``legal.unknown`` (kind, id); a day before every regime raises ``Refused`` ``legal.no_regime`` (day).
"""

from datetime import date
from functools import cache

from ocop_desktop.domain.calendar import Holidays
from ocop_desktop.domain.classification import Classification, ProductSet
from ocop_desktop.domain.covering import LetterSpec
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.forms import FormSpec
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.units import Commune, Province, Units
from ocop_desktop.errors import Damaged, OcopError, Refused
from ocop_desktop.legal import shelves
from ocop_desktop.legal.checking import (
    FormReport,
    HashReport,
    LegalReport,
    RubricReport,
    YearReport,
    check,
    hashes,
)
from ocop_desktop.legal.shelves import Entry, FileKind, Index, Shelf, installed

__all__ = [
    "Entry",
    "FileKind",
    "FormReport",
    "HashReport",
    "Index",
    "LegalReport",
    "RubricReport",
    "Shelf",
    "YearReport",
    "check",
    "hashes",
    "installed",
]

_Found = tuple[Entry, Shelf]


def index() -> Index:
    """The list of released files, and of those of the installed pack."""
    return Index(files=tuple(entry for entry, _ in _everything()))


def regime(regime_id: str) -> Regime:
    """The regime of that id."""
    entry, shelf = _entry("regime", regime_id)
    return shelf.load(entry.path, Regime)


def regimes() -> tuple[Regime, ...]:
    """Every regime, oldest first."""
    return _regimes(shelves.shelves())


@cache
def _regimes(found: tuple[Shelf, ...]) -> tuple[Regime, ...]:
    known = {entry.id: entry.valid_from for entry, _ in _all(found) if entry.kind == "regime"}
    return tuple(regime(regime_id) for regime_id in sorted(known, key=lambda regime_id: known[regime_id]))


def regime_on(day: date) -> Regime:
    """The regime that a dossier received on that day comes under: of those in force, the one that began last."""
    found = [entry for entry, _ in _everything() if entry.kind == "regime" and _in_force(entry, day)]
    if not found:
        raise Refused("legal.no_regime", day=day.isoformat())
    return regime(max(found, key=lambda entry: (entry.valid_from, entry.version)).id)


def form(form_id: str, version: int | None = None) -> FormSpec:
    """The form of that id: the version a dossier names, or the newest released one."""
    entry, shelf = _entry("form", form_id, version)
    return shelf.load(entry.path, FormSpec)


def screen_form(regime_id: str, name: str) -> FormSpec:
    """The form whose fields the screen shows: the regime's own, or the one that lends them."""
    return form_of(regime_id, name) or form(f"{regime(regime_id).fields_from}/{name}")


def form_of(regime_id: str, name: str) -> FormSpec | None:
    """The newest form of a regime by its short name (``mau-03``); ``None`` where the regime is not known to have it."""
    form_id = f"{regime_id}/{name}"
    return form(form_id) if form_id in form_ids(regime_id) else None


def form_ids(regime_id: str = "") -> tuple[str, ...]:
    """The ids of all forms, or of those of one regime, in the order of the index."""
    return _form_ids(shelves.shelves(), f"{regime_id}/" if regime_id else "")


@cache
def _form_ids(found: tuple[Shelf, ...], start: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.id for e, _ in _all(found) if e.kind == "form" and e.id.startswith(start)))


def letter(letter_id: str, version: int | None = None) -> LetterSpec:
    """The template of a covering paper: the version that is asked for, or the newest released one."""
    entry, shelf = _entry("letter", letter_id, version)
    return shelf.load(entry.path, LetterSpec)


def letter_ids() -> tuple[str, ...]:
    """The ids of all templates of covering papers, in the order of the index."""
    return tuple(dict.fromkeys(entry.id for entry, _ in _everything() if entry.kind == "letter"))


def criteria_set(regime_id: str, code: str, version: int | None = None) -> CriteriaSet:
    """The rubric of a product set: the version a dossier names, or the newest released one."""
    entry, shelf = _rubric(shelves.shelves(), regime_id, code, version)
    return shelf.load(entry.path, CriteriaSet)


@cache
def _rubric(found: tuple[Shelf, ...], regime_id: str, code: str, version: int | None) -> _Found:
    of = regime(regime_id).rubrics
    named = [(e, s) for e, s in _all(found) if e.kind == "criteria" and e.regime == of and e.code == code]
    return _pick(named, "criteria", f"{regime_id}/{code}", version)


def find_criteria_set(regime_id: str, code: str, version: int | None = None) -> CriteriaSet | None:
    """The rubric of a product set, that version or the newest; ``None`` where a code is of another regime or its file cannot be read."""
    try:
        return criteria_set(regime_id, code, version)
    except OcopError:
        return None


def classification(regime_id: str) -> Classification:
    """The list of products of a regime."""
    entry, shelf = _entry("classification", f"{regime(regime_id).rubrics}/classification")
    return shelf.load(entry.path, Classification)


def criteria_sets(regime_id: str) -> tuple[ProductSet, ...]:
    """The product sets of a regime to choose from, in printed order; no rubric is read for it."""
    return classification(regime_id).product_sets


def product_set(regime_id: str, code: str) -> ProductSet | None:
    """The product set of that code; ``None`` for a code of another regime."""
    return _sets(shelves.shelves(), regime_id).get(code)


@cache
def _sets(_found: tuple[Shelf, ...], regime_id: str) -> dict[str, ProductSet]:
    return {each.code: each for each in reversed(criteria_sets(regime_id))}


def units() -> Units:
    """Today's provinces and communes."""
    return _units(shelves.shelves())


@cache
def _units(found: tuple[Shelf, ...]) -> Units:
    lists = [(entry, shelf) for entry, shelf in _all(found) if entry.kind == "units"]
    if not lists:
        raise Damaged("legal.unknown", kind="units", id="")
    entry, shelf = max(lists, key=lambda each: (each[0].valid_from, each[0].version))
    return shelf.units(entry.path)


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
    """The holiday table: the shipped one with the province's days put over it, each id of a table at its newest version.

    An office's own changes are put over it by ``Holidays.changed``.
    """
    return _holidays(shelves.shelves())


@cache
def _holidays(found: tuple[Shelf, ...]) -> Holidays:
    tables: list[Holidays] = []
    for shelf in found:
        newest: dict[str, Entry] = {}
        for entry in shelf.index.files:
            if entry.kind == "holidays" and entry.version >= newest.get(entry.id, entry).version:
                newest[entry.id] = entry
        tables += [shelf.load(newest[name].path, Holidays) for name in sorted(newest)]
    if not tables:
        raise Damaged("legal.unknown", kind="holidays", id="holidays", version=0)
    whole = tables[0]
    for table in tables[1:]:
        whole = whole.over(table)
    return whole


def forget() -> None:
    """Reads every file anew when it is next asked for: after a pack brought new ones."""
    shelves.forget()
    for known in (_entry_under, _all, _holidays, _regimes, _form_ids, _rubric, _sets, _units):
        known.cache_clear()


def _in_force(entry: Entry, day: date) -> bool:
    return entry.valid_from <= day.isoformat() and (not entry.valid_to or day.isoformat() <= entry.valid_to)


def _everything() -> tuple[_Found, ...]:
    return _all(shelves.shelves())


@cache
def _all(found: tuple[Shelf, ...]) -> tuple[_Found, ...]:
    return tuple((entry, shelf) for shelf in found for entry in shelf.index.files)


def _entry(kind: FileKind, file_id: str, version: int | None = None) -> _Found:
    return _entry_under(shelves.shelves(), kind, file_id, version)


@cache  # asked for at every saved keystroke
def _entry_under(found: tuple[Shelf, ...], kind: FileKind, file_id: str, version: int | None) -> _Found:
    named = [(entry, shelf) for entry, shelf in _all(found) if entry.kind == kind and entry.id == file_id]
    return _pick(named, kind, file_id, version)


def _pick(found: list[_Found], kind: FileKind, file_id: str, version: int | None) -> _Found:
    fitting = [each for each in found if version is None or each[0].version == version]
    if not fitting:
        raise Damaged("legal.unknown", kind=kind, id=file_id, version=version or 0)
    return max(fitting, key=lambda each: each[0].version)
