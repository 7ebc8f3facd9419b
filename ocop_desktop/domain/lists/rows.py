"""Which rows of a sheet are the heading, which stand between the rows, and which are no rows at all. Pure functions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ocop_desktop.domain.lists import columns
from ocop_desktop.domain.text import fold, one_line

HEAD_ROWS = 30
"""Rows with something in them among which the heading is looked for: letterheads and titles stand above it."""

Cells = tuple[str, ...]
Passed = Literal["total", "group", "numbers", "foot", "head"]
"""Why a row is no row: sums, a heading between rows, the numbers of the columns, what stands under the table, the head again."""

# With their accents: “Công viên” is no sum, “Xá xị” no commune.
_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tong cong|tong so)\b.*|(?:tổng|cộng|lũy kế|luỹ kế)(?:\s*[:(.\d].*)?")
_UNITS = {
    "unit.commune": re.compile(r"(?:xã|phường|thị trấn|đặc khu|tt\.|p\.|x\.)\s*\S.*"),
    "unit.district": re.compile(r"(?:huyện|quận|thị xã|thành phố|tp\b\.?|tx\b\.?|h\.)\s*\S.*"),
    "unit.province": re.compile(r"tỉnh\s+\S.*"),
    "product.group": re.compile(r"(?:nhóm|ngành|bộ sản phẩm)\b.*"),
}
_NUMBERING = re.compile(r"^\s*(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)\s*[.)\-:]\s+", re.ASCII)
_ROMAN = re.compile(r"[IVXLC]+\.?|[A-Z]\.?", re.ASCII)
_COLUMN_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?(?:\s*=.*)?", re.ASCII)
_MOST_GROUP = 80
"""Characters of a heading between rows; what is longer is a row."""
_FOOT = re.compile(
    r"(?:nguoi lap|lap bieu|ky ten|xac nhan|tm\.|kt\.|chu tich|noi nhan|ghi chu:|thu truong|truong phong|can bo|\(ky).*"
)


@dataclass(frozen=True)
class Sheet:
    """A sheet as its file holds it. ``merged``: (first row, first column, last row, last column), rows from 1, columns from 0."""

    name: str
    rows: tuple[tuple[int, Cells], ...]
    hidden: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    old_font: bool = False
    """It was written for the fonts of before Unicode and is turned into Unicode here."""


@dataclass(frozen=True)
class Line:
    """A row to take: its number in the file, its cells, and what stood above it (``unit.commune``, ``product.group``…)."""

    number: int
    cells: Cells
    above: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Listed:
    """A list found in a sheet. ``heads``: the lines of each column's heading; ``guessed``: the key each column fills."""

    sheet: str
    heads: tuple[tuple[str, ...], ...]
    head_row: int
    """The last row of the heading."""
    guessed: tuple[str, ...]
    lines: tuple[Line, ...]
    passed: tuple[tuple[int, Passed], ...]
    hidden: int
    """How many of the lines are hidden in the file; they are taken like the others."""
    old_font: bool = False
    """Its text was TCVN3 (ABC, .VnTime) and was turned into Unicode."""


def find(sheet: Sheet, kind: columns.Kind) -> Listed | None:
    """The list in a sheet; None where nothing looks like one.

    Where no heading is known, the row with the most words is taken for it, so that a person can say what the columns are.
    """
    first = [(number, cells) for number, cells in sheet.rows if _filled(cells)][:HEAD_ROWS]
    best: tuple[int, int, int] | None = None  # (known columns, -start, lines)
    for at in range(len(first)):
        for lines in (1, 2, 3):
            if at + lines > len(first) or first[at + lines - 1][0] - first[at][0] != lines - 1:
                break
            heads = _heads(first[at : at + lines], sheet.merged)
            keys = columns.guess(heads, kind)
            if not columns.needed(kind) & set(keys):
                continue
            if lines > 1 and _is_data(first[at + lines - 1], sheet.merged, keys):
                break
            known = (sum(map(bool, keys)), -at, -lines)
            if best is None or known > best:
                best = known
    if best is None:
        widest = max(first, key=lambda row: (len(_filled(row[1])), -row[0]), default=None)
        if widest is None or len(_filled(widest[1])) < 2:
            return None
        best = (0, -first.index(widest), -1)
    start, count = -best[1], -best[2]
    heads = _heads(first[start : start + count], sheet.merged)
    return _below(sheet, heads, columns.guess(heads, kind), first[start + count - 1][0])


def _filled(cells: Cells) -> list[int]:
    return [at for at, cell in enumerate(cells) if cell and not cell.isspace()]


def _is_data(row: tuple[int, Cells], merged: Sequence[tuple[int, int, int, int]], keys: Sequence[str]) -> bool:
    """Whether the last line of a would-be heading is a row already: it begins with a number, or tells of stars and days."""
    filled = _filled(row[1])
    if not filled or re.fullmatch(r"\d+\.?", row[1][filled[0]].strip()) is not None:
        numbers = [at for at in filled if not _COLUMN_NUMBER.fullmatch(row[1][at].strip())]
        return bool(numbers)
    named = [at for at, key in enumerate(keys) if key.endswith(".name") and at in filled]
    covered = {
        column for top, left, bottom, right in merged if top < row[0] <= bottom for column in range(left, right + 1)
    }
    # A heading of two lines has its names in merged cells: a name in the second line is a row.
    words = [at for at in named if at not in covered]
    return any(not _known_head(row[1][at]) for at in words)


def _known_head(cell: str) -> bool:
    plain = columns.plain_head(cell)
    return any(plain in each.heads for each in columns.TARGETS)


def _heads(
    rows: Sequence[tuple[int, Cells]], merged: Sequence[tuple[int, int, int, int]]
) -> tuple[tuple[str, ...], ...]:
    """The lines of each column's heading, a merged one over all the columns it covers."""
    width = max(len(cells) for _number, cells in rows)
    grid = [[one_line(cells[at]) if at < len(cells) else "" for at in range(width)] for _number, cells in rows]
    numbers = [number for number, _cells in rows]
    for top, left, _bottom, right in merged:
        if top in numbers:
            line = grid[numbers.index(top)]
            for at in range(left + 1, min(right + 1, width)):
                line[at] = line[at] or line[left]
    return tuple(tuple(dict.fromkeys(line[at] for line in grid if line[at])) for at in range(width))


def _below(sheet: Sheet, heads: tuple[tuple[str, ...], ...], keys: tuple[str, ...], head_row: int) -> Listed:
    spread = _spread(sheet, head_row)
    counting = {
        at for at, lines in enumerate(heads) if lines and columns.plain_head(" ".join(lines)) in columns.ROW_NUMBER
    }
    names = [at for at, key in enumerate(keys) if key.endswith(".name")]
    lines: list[Line] = []
    passed: list[tuple[int, Passed]] = []
    above: dict[str, str] = {}
    after_total = False
    wide = {top for top, left, _bottom, right in sheet.merged if right > left}
    for number, own in sheet.rows:
        if number <= head_row or not _filled(own):
            continue
        cells = spread.get(number, own)
        why = _why_passed(own, heads, counting, names, after_total=after_total, merged=number in wide)
        if why == "group":
            words = _words_of_group(own, counting)
            _note_group(above, words)
        if why is None:
            after_total = False
            lines.append(Line(number, cells, dict(above)))
        else:
            after_total = after_total or why in {"total", "foot"}
            passed.append((number, why))
    hidden = sum(line.number in sheet.hidden for line in lines)
    return Listed(sheet.name, heads, head_row, keys, tuple(lines), tuple(passed), hidden, sheet.old_font)


def _spread(sheet: Sheet, head_row: int) -> dict[int, Cells]:
    """Rows with what a merged cell above them says: one producer beside several products."""
    by_number = dict(sheet.rows)
    changed: dict[int, list[str]] = {}
    for top, left, bottom, right in sheet.merged:
        if top <= head_row or bottom == top or right != left:
            continue
        source = by_number.get(top, ())
        if left >= len(source) or not source[left]:
            continue
        for number in range(top + 1, bottom + 1):
            if number in by_number and _filled(by_number[number]):
                cells = changed.setdefault(number, list(by_number[number]))
                cells.extend([""] * (left + 1 - len(cells)))
                cells[left] = cells[left] or source[left]
    return {number: tuple(cells) for number, cells in changed.items()}


def _why_passed(
    cells: Cells,
    heads: tuple[tuple[str, ...], ...],
    counting: set[int],
    names: list[int],
    *,
    after_total: bool,
    merged: bool,
) -> Passed | None:
    filled = _filled(cells)
    words = [at for at in filled if at not in counting]
    first = one_line(cells[filled[0]]).lower().strip(" *")
    named = [at for at in names if at in filled]
    lead = one_line(cells[words[0]]).lower().strip(" *") if words else first
    if (_TOTAL.fullmatch(lead) or _TOTAL.fullmatch(first)) and len(named) < 2:
        return "total"
    same = [at for at in filled if at < len(heads) and heads[at] and fold(cells[at]) == fold(heads[at][-1])]
    if len(same) >= 2 and len(same) == len(filled):
        return "head"
    if len(filled) >= 3 and all(_COLUMN_NUMBER.fullmatch(cells[at].strip()) for at in filled):
        return "numbers"
    if len(words) == 1:
        text = _NUMBERING.sub("", cells[words[0]])
        said = one_line(text).lower().strip(" *:")
        counted = [cells[at].strip() for at in filled if at in counting]
        if any(pattern.fullmatch(said) for pattern in _UNITS.values()) and len(said) <= _MOST_GROUP:
            return "group"
        if counted and _ROMAN.fullmatch(counted[0]):
            return "group"
        if merged and len(filled) == 1:
            return "foot" if after_total or _FOOT.fullmatch(fold(text)) else "group"
    if len(words) <= 3 and all(_FOOT.fullmatch(fold(cells[at])) for at in words) and words:
        return "foot"
    if after_total and (not named or not any(cells[at].strip() for at in filled if at in counting)):
        return "foot"
    return None


def _words_of_group(cells: Cells, counting: set[int]) -> str:
    filled = [at for at in _filled(cells) if at not in counting] or _filled(cells)
    return one_line(_NUMBERING.sub("", cells[filled[0]])).strip(" *:")


def _note_group(above: dict[str, str], words: str) -> None:
    """What a heading between rows says holds until the next of its kind; a district ends the commune before it."""
    said = words.lower()
    words = re.sub(r"\s*\(\s*\d+[^)]*\)\s*$", "", words)  # “Huyện Sơn Dương (12 sản phẩm)”
    for key, pattern in _UNITS.items():
        if pattern.fullmatch(said):
            above[key] = words
            if key == "unit.district":
                above.pop("unit.commune", None)
            return
