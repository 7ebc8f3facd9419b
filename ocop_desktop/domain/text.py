"""Vietnamese text: clean it, find it without accents, order it, write numbers and dates as an office does."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

_SPACES = re.compile(r"\s+")

# Letters of the Vietnamese alphabet in dictionary order; f, j, w, z stand where Vietnamese dictionaries put them.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=2)}
# Order of tones in Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def clean(text: str) -> str:
    """NFC text without control or direction characters; line ends become ``\\n``. Spaces are left as typed."""
    if text.isprintable() and unicodedata.is_normalized(
        "NFC", text
    ):  # nearly every text, and nothing in it to take out
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    # Composed only now: a removed joiner may have stood between a letter and its mark.
    return unicodedata.normalize("NFC", kept)


def one_line(text: str) -> str:
    """Clean text on one line: every run of white space is one space, none at the ends."""
    return _SPACES.sub(" ", clean(text)).strip()


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in "đĐ":
        return "d"
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c)).casefold()


def fold(text: str) -> str:
    """The search key: no accents, no case, đ as d, single spaces. ``fold("Tân  Trào") == "tan trao"``."""
    if text.isascii():
        return _SPACES.sub(" ", text.casefold()).strip()
    folded = "".join(map(_fold_char, unicodedata.normalize("NFC", text)))
    return _SPACES.sub(" ", folded).strip()


@lru_cache(maxsize=1024)
def sort_key(text: str) -> str:
    """A text whose plain comparison is Vietnamese dictionary order: letters first, then tones, then the text itself."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower()):
        if char in _TONES and tones:
            tones[-1] = str(_TONES[char])
        elif unicodedata.combining(char):
            if letters:
                letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
            tones.append("0")
    ranks = "".join(chr(0x100 + _LETTER_RANK[c]) if c in _LETTER_RANK else c for c in letters)
    return f"{ranks}\x00{''.join(tones)}\x00{text}"


def show_date(day: date) -> str:
    """``dd/mm/yyyy``."""
    return day.strftime("%d/%m/%Y")


def show_long_date(day: date) -> str:
    """``ngày 05 tháng 02 năm 2026``: days below 10 and the months 1 and 2 take a zero (Nghị định 30/2020, Phụ lục I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def show_count(number: int) -> str:
    """A whole number with dots between thousands: ``1.234.567``."""
    return f"{number:,}".replace(",", ".")


def show_hundredths(number: int) -> str:
    """Hundredths as a Vietnamese decimal without idle zeros: ``7920`` is ``79,2``."""
    whole, rest = divmod(abs(number), 100)
    decimals = f",{rest:02d}".rstrip("0").rstrip(",")
    return f"{'-' if number < 0 else ''}{show_count(whole)}{decimals}"


def show_size(size: int) -> str:
    """Bytes for people: ``850 KB``, ``1,4 MB``."""
    if size < 1024:
        return f"{size} byte"
    if size < 1024 * 1024:
        return f"{show_count(round(size / 1024))} KB"
    return f"{show_hundredths(round(size * 10 / (1024 * 1024)) * 10)} MB"
