"""What is wrong with legal files that do not come with the program: each fault with its file, its place, and what to do.

The same readers as for the shipped files, and beside them what the tests ask of a release: ids and versions agree, sums
add up, field kinds exist, nothing released is changed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ocop_desktop import legal
from ocop_desktop.domain.calendar import Holidays
from ocop_desktop.domain.classification import Classification
from ocop_desktop.domain.covering import LetterSpec
from ocop_desktop.domain.criteria import CriteriaSet, Criterion
from ocop_desktop.domain.forms import FormSpec
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.rulepacks import FIRST_VERSION, INDEX
from ocop_desktop.errors import Damaged
from ocop_desktop.legal.shelves import Entry, Index, decode, read_units, shipped

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KINDS_OF_COMMUNE = {"xã", "phường", "đặc khu"}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that is wrong. ``place`` is empty for a whole file; the sentence is that of ``code`` with ``details``."""

    file: str
    code: str
    place: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


def faults(contents: Mapping[str, bytes]) -> list[Fault]:
    """Everything that is wrong with the files of a pack, in the order of its index; none: it may be published."""
    if INDEX not in contents:
        return [Fault(file=INDEX, code="rules.fault.no_index")]
    try:
        index = decode(INDEX, contents[INDEX], Index)
    except Damaged as damage:
        return [_unreadable(damage)]
    found = [*_of_index(index, contents)]
    regimes = {e.id for e in (*shipped().index.files, *index.files) if e.kind == "regime"}
    for entry in index.files:
        if entry.path in contents:
            found += _of_entry(entry, regimes)
            found += _of_file(entry, contents[entry.path])
    return found


def _of_index(index: Index, contents: Mapping[str, bytes]) -> Iterator[Fault]:
    listed = Counter(entry.path for entry in index.files)
    for path, count in listed.items():
        if path not in contents or path == INDEX:
            yield Fault(file=path, code="rules.fault.missing")
        if count > 1:
            yield Fault(file=path, code="rules.fault.twice")
    for path in sorted(set(contents) - set(listed) - {INDEX}):
        yield Fault(file=path, code="rules.fault.unlisted")
    named = Counter((entry.kind, entry.id, entry.version) for entry in index.files)
    for (_, name, version), count in named.items():
        if count > 1:
            yield Fault(file=INDEX, place=name, code="rules.fault.same_version", details={"version": version})


def _of_entry(entry: Entry, regimes: set[str]) -> Iterator[Fault]:
    if entry.version < FIRST_VERSION:
        yield Fault(file=entry.path, place=entry.id, code="rules.fault.version", details={"least": FIRST_VERSION})
    for name, text, needed in (
        ("valid_from", entry.valid_from, True),
        ("valid_to", entry.valid_to, False),
        ("day", entry.day, False),
    ):
        if (text or needed) and not _is_day(text):
            details = {"name": name, "text": text}
            yield Fault(file=INDEX, place=entry.id, code="rules.fault.day", details=details)
    if not entry.document or not entry.article:
        yield Fault(file=INDEX, place=entry.id, code="rules.fault.source")
    of = entry.regime or (entry.id.partition("/")[0] if entry.kind in {"form", "criteria", "classification"} else "")
    if of and of not in regimes:
        yield Fault(file=INDEX, place=entry.id, code="rules.fault.regime", details={"regime": of})


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _of_file(entry: Entry, data: bytes) -> Iterator[Fault]:
    try:
        if entry.kind == "units":
            yield from _of_units(entry, data)
            return
        found: CriteriaSet | FormSpec | Holidays | Regime | Classification | LetterSpec
        if entry.kind == "criteria":
            found = decode(entry.path, data, CriteriaSet)
            yield from _of_rubric(entry, found)
        elif entry.kind == "form":
            found = decode(entry.path, data, FormSpec)
            yield from _of_form(entry, found)
        elif entry.kind == "holidays":
            found = decode(entry.path, data, Holidays)
            yield from _of_holidays(entry, found)
        elif entry.kind == "letter":
            found = decode(entry.path, data, LetterSpec)
        elif entry.kind == "regime":
            found = decode(entry.path, data, Regime)
            if found.fields_from and not legal.form_ids(found.fields_from):
                yield Fault(file=entry.path, code="rules.fault.regime", details={"regime": found.fields_from})
        else:
            found = decode(entry.path, data, Classification)
    except Damaged as damage:
        yield _unreadable(damage)
        return
    for name, said, here in (("id", entry.id, found.id), ("version", entry.version, found.version)):
        if said != here:
            details = {"name": name, "said": said, "here": here}
            yield Fault(file=entry.path, code="rules.fault.differs", details=details)


def _of_rubric(entry: Entry, rubric: CriteriaSet) -> Iterator[Fault]:
    for name, said, here in (("regime", entry.regime, rubric.regime), ("code", entry.code, rubric.code)):
        if said != here:
            details = {"name": name, "said": said, "here": here}
            yield Fault(file=entry.path, code="rules.fault.differs", details=details)
    ids = Counter(leaf.id for leaf in rubric.leaves())
    for name, count in ids.items():
        if count > 1:
            yield Fault(file=entry.path, place=f"tiêu chí {name}", code="rules.fault.twice")
    if rubric.status != "complete":
        return
    for part in rubric.parts:
        yield from _sum(entry, f"phần {part.code}", (section.max for section in part.sections), part.max)
        for section in part.sections:
            place = f"phần {part.code}, mục {section.no}"
            yield from _sum(entry, place, (criterion.max for criterion in section.criteria), section.max)
            for criterion in section.criteria:
                yield from _of_criterion(entry, place, criterion)


def _of_criterion(entry: Entry, place: str, criterion: Criterion) -> Iterator[Fault]:
    for each in (criterion, *criterion.criteria):
        here = f"{place}, tiêu chí {each.no}"
        yield from _sum(entry, here, (each.printed_max(),), each.max)
        options = Counter(option.id for option in each.every_option())
        for name, count in options.items():
            if count > 1:
                yield Fault(file=entry.path, place=f"{here}, mức {name}", code="rules.fault.twice")


def _sum(entry: Entry, place: str, points: Iterable[int], most: int) -> Iterator[Fault]:
    total = sum(points)
    if total != most:
        details = {"total": total, "most": most}
        yield Fault(file=entry.path, place=place, code="rules.fault.sum", details=details)


def _of_form(entry: Entry, form: FormSpec) -> Iterator[Fault]:
    keys = Counter(each.key for each in form.fields())
    for each in form.fields():
        place = f"ô {each.key}"
        if each.kind not in KINDS:
            yield Fault(file=entry.path, place=place, code="rules.fault.kind", details={"kind": each.kind})
        if keys[each.key] > 1:
            yield Fault(file=entry.path, place=place, code="rules.fault.twice")


def _of_holidays(entry: Entry, table: Holidays) -> Iterator[Fault]:
    for day, count in Counter(holiday.day for holiday in table.days).items():
        if count > 1:
            yield Fault(file=entry.path, place=f"ngày {day:%d/%m/%Y}", code="rules.fault.twice")
    for holiday in table.days:
        if not holiday.basis:
            place = f"ngày {holiday.day:%d/%m/%Y}"
            yield Fault(file=entry.path, place=place, code="rules.fault.source")


def _of_units(entry: Entry, data: bytes) -> Iterator[Fault]:
    units = read_units(entry.path, data)
    codes = Counter(commune.code for commune in units.communes)
    for number, commune in enumerate(units.communes, start=2):
        place = f"dòng {number}"
        good = _is_code(commune.code, 5) and _is_code(commune.province, 2) and commune.name and commune.province_name
        if not good or commune.kind not in _KINDS_OF_COMMUNE:
            yield Fault(file=entry.path, place=place, code="rules.fault.row")
        elif codes[commune.code] > 1:
            yield Fault(file=entry.path, place=place, code="rules.fault.twice")


def _is_code(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()


# What the reader of TOML and the checker of types say, in the words of those who write the files.
_WORDS = (
    (r"Object contains unknown field `(?P<name>.+?)`", "rules.fault.unknown_key"),
    (r"Object missing required field `(?P<name>.+?)`", "rules.fault.missing_key"),
    (r"Invalid enum value (?P<text>.+?)(?= - at|$)", "rules.fault.value"),
    (r"Expected `(?P<wanted>.+?)`, got `(?P<got>.+?)`", "rules.fault.type"),
    (r".*\(at line (?P<line>\d+), column (?P<column>\d+)\)", "rules.fault.toml"),
)
_TYPES = {
    "int": "số nguyên",
    "str": "chữ trong dấu nháy",
    "bool": "true hoặc false",
    "array": "danh sách [...]",
    "object": "bảng",
    "float": "số lẻ",
    "date": "ngày yyyy-mm-dd",
    "null": "trống",
}


def _unreadable(damage: Damaged) -> Fault:
    file, why = str(damage.details.get("file", "")), str(damage.details.get("why", ""))
    message, _, path = why.partition(" - at `$")
    place = path.rstrip("`").lstrip(".")
    for pattern, code in _WORDS:
        if match := re.match(pattern, message):
            details = {name: _type(text) for name, text in match.groupdict().items()}
            return Fault(file=file, place=place, code=code, details=details)
    return Fault(file=file, place=place, code="rules.fault.unreadable", details={"why": message})


def _type(text: str) -> str:
    return " hoặc ".join(_TYPES.get(part, part) for part in text.split(" | ")) if text.strip() else text
