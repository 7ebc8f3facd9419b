"""Text written for the fonts of before Unicode (TCVN 5712:1993, “TCVN3”, ABC; .VnTime): known by its signs, turned into Unicode.

In such a file “Chè” is stored as “ChÌ”: the letters stand where other scripts have theirs, and only the font shows Vietnamese.
Capital letters with a tone had fonts of their own (.VnTimeH) with the codes of small ones; they come back small.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

_SMALL = {
    0xA8: "ă", 0xA9: "â", 0xAA: "ê", 0xAB: "ô", 0xAC: "ơ", 0xAD: "ư", 0xAE: "đ",
    0xB5: "à", 0xB6: "ả", 0xB7: "ã", 0xB8: "á", 0xB9: "ạ",
    0xBB: "ằ", 0xBC: "ẳ", 0xBD: "ẵ", 0xBE: "ắ", 0xC6: "ặ",
    0xC7: "ầ", 0xC8: "ẩ", 0xC9: "ẫ", 0xCA: "ấ", 0xCB: "ậ",
    0xCC: "è", 0xCE: "ẻ", 0xCF: "ẽ", 0xD0: "é", 0xD1: "ẹ",
    0xD2: "ề", 0xD3: "ể", 0xD4: "ễ", 0xD5: "ế", 0xD6: "ệ",
    0xD7: "ì", 0xD8: "ỉ", 0xDC: "ĩ", 0xDD: "í", 0xDE: "ị",
    0xDF: "ò", 0xE1: "ỏ", 0xE2: "õ", 0xE3: "ó", 0xE4: "ọ",
    0xE5: "ồ", 0xE6: "ổ", 0xE7: "ỗ", 0xE8: "ố", 0xE9: "ộ",
    0xEA: "ờ", 0xEB: "ở", 0xEC: "ỡ", 0xED: "ớ", 0xEE: "ợ",
    0xEF: "ù", 0xF1: "ủ", 0xF2: "ũ", 0xF3: "ú", 0xF4: "ụ",
    0xF5: "ừ", 0xF6: "ử", 0xF7: "ữ", 0xF8: "ứ", 0xF9: "ự",
    0xFA: "ỳ", 0xFB: "ỷ", 0xFC: "ỹ", 0xFD: "ý", 0xFE: "ỵ",
}  # fmt: skip
_CAPITAL = {0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ"}
TCVN3 = {**_SMALL, **_CAPITAL}
"""Each code above 127 and the letter it stands for."""

_STRONG = frozenset(chr(code) for code in TCVN3) - frozenset("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý§©®«»·×÷­")
"""Signs that stand in no Vietnamese word and are no marks of punctuation either: inside a word they are TCVN3."""
_NEVER = frozenset("ÀÁÂÃÄÅÍÙÚÛàðÿ¿²³")
"""Codes that TCVN3 leaves empty; another old encoding uses them."""
_LEAST = 3
_LOOKED_AT = 3_000
"""Cells that are looked at: a file is old from its first rows on."""


def _vietnamese(text: str) -> bool:
    return any("\u1ea0" <= c <= "\u1ef9" or c in "ăđơưĂĐƠƯ" for c in text)


def looks_old(texts: Iterable[str]) -> bool:
    """Whether these cells are TCVN3: at least three hold its signs, and hardly any what it does not have."""
    strong = foreign = modern = 0
    for text in islice((each for each in texts if not each.isascii()), _LOOKED_AT):
        strong += _signed(text)
        foreign += any(c in _NEVER for c in text)
        modern += _vietnamese(text)
    return strong >= _LEAST and strong > 4 * foreign and strong > modern


def mend(text: str) -> str:
    """TCVN3 as Unicode."""
    return text.translate(TCVN3)


def mended(rows: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[tuple[int, tuple[str, ...]], ...] | None:
    """The rows of a sheet in Unicode where they were TCVN3, else None. Cells that are Unicode already stay as they are."""
    if not looks_old(cell for _number, cells in rows for cell in cells):
        return None
    seen: dict[str, str] = {}
    mixed = any(_vietnamese(cell) for _number, cells in rows for cell in cells)

    def line(cells: tuple[str, ...]) -> tuple[str, ...]:
        # In a file that somebody went on in Unicode, a row is old as a whole or only where a cell shows it.
        whole = not mixed or (any(map(_signed, cells)) and not any(map(_vietnamese, cells)))
        return tuple(
            seen.setdefault(cell, mend(cell)) if not _vietnamese(cell) and (whole or _signed(cell)) else cell
            for cell in cells
        )

    return tuple((number, line(cells)) for number, cells in rows)


def _signed(text: str) -> bool:
    return any(c in _STRONG for c in text)
