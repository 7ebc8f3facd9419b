"""What stands in the cell of a list, however an office wrote it: days, stars, kinds of producer, decisions."""

import re
from datetime import date, timedelta
from functools import lru_cache

from ocop_desktop.domain import kinds
from ocop_desktop.domain.text import fold, one_line
from ocop_desktop.errors import Refused

_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Excel's day numbers from 1954 to 2119; other whole numbers are no days."""
_SERIAL = re.compile(r"(\d{5})(?:[.,]0*\d*)?", re.ASCII)
_CLOCK = re.compile(r"[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$", re.ASCII)
_SHORT = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{2})", re.ASCII)
_IN_WORDS = re.compile(r"(?:ngay\s*)?(\d{1,2})\s*(?:thang|/|-|\.)\s*(\d{1,2})\s*(?:nam|/|-|\.)\s*(\d{4})", re.ASCII)

_STAR_SIGNS = "*★⭐✩☆✭✮"
_STAR_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_STAR_NUMBER = re.compile(rf"\b([1-5])\s*(?:[{re.escape(_STAR_SIGNS)}]|sao\b)")
_STAR_WORD = re.compile(r"\b(mot|hai|ba|bon|tu|nam|i{1,3}|iv|v)\s+sao\b")

_KIND_WORDS = (
    (re.compile(r"\bto hop tac\b|\bthtx?\b"), "to-hop-tac"),
    (re.compile(r"\bhop tac xa\b|\bhtx\b|\blien hiep htx\b|\bht x\b"), "hop-tac-xa"),
    (re.compile(r"\bcong ty\b|\bcty\b|\bdoanh nghiep\b|\bdntn\b|\btnhh\b|\bco phan\b|\btap doan\b"), "doanh-nghiep"),
    (re.compile(r"\btrang trai\b"), "trang-trai"),
    (re.compile(r"\bho kinh doanh\b|\bhkd\b|\bho kd\b|\bho ca the\b"), "ho-kinh-doanh"),
    (re.compile(r"\bho san xuat\b|\bho sx\b|\bho gia dinh\b"), "ho-san-xuat"),
)
_DECISION_DAY = re.compile(
    r"[,;(]?\s*(?:ngày|ng\.?)\s*(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\)?",
    re.I,
)
_DECISION_HEAD = re.compile(r"^(?:quyết định|qđ)\s*(?:số)?\s*:?\s*|^số\s*:?\s*", re.I)


@lru_cache(maxsize=4096)
def day(text: str) -> str | None:
    """A day as ISO text: ``9/11/2026``, ``9.11.26``, ``ngày 9 tháng 11 năm 2026``, ``2026-11-09 00:00:00``, ``46335``.

    Two digits of a year are of this century. ``Refused``: the codes of a date field.
    """
    typed = _CLOCK.sub("", one_line(text)).strip(" .,;()")
    if not typed:
        return None
    if (serial := _SERIAL.fullmatch(typed)) and int(serial[1]) in _SERIALS:
        return (_SERIAL_ZERO + timedelta(days=int(serial[1]))).isoformat()
    if short := _SHORT.fullmatch(typed):
        typed = f"{short[1]}/{short[2]}/20{short[3]}"
    elif words := _IN_WORDS.fullmatch(fold(typed)):
        typed = f"{words[1]}/{words[2]}/{words[3]}"
    value = kinds.KINDS["date"].parse(typed)
    return str(value) if value else None


@lru_cache(maxsize=1024)
def stars(text: str) -> int | None:
    """How many stars: ``4*``, ``4 sao``, ``****``, ``★★★★``, ``bốn sao``, ``Hạng IV sao``, ``4``.

    None for an empty cell or a dash. ``Refused``: ``import.stars`` for anything else, and where two numbers stand.
    """
    typed = one_line(text)
    folded = fold(typed).strip(" .:")
    if not folded or not folded.strip("-–—/x"):
        return None
    signs = [sign for sign in typed if sign in _STAR_SIGNS]
    found = {int(each) for each in _STAR_NUMBER.findall(folded)}
    found |= {_STAR_WORDS[each] for each in _STAR_WORD.findall(folded)}
    if not found and len(signs) in range(1, 6) and not any(c.isdigit() for c in folded):
        found = {len(signs)}
    if not found:
        plain = re.sub(r"^(?:hang|ocop|dat|muc|sao)\s+", "", folded)
        if re.fullmatch(r"[1-5](?:[.,]0+)?", plain):
            found = {int(plain[0])}
        elif plain in _STAR_WORDS:
            found = {_STAR_WORDS[plain]}
    if len(found) != 1:
        raise Refused("import.stars")
    return found.pop()


def producer_kind(text: str) -> str | None:
    """The kind of producer that a word or a name says: ``HTX``, ``Cty TNHH``, ``Hộ kinh doanh``; None when none does."""
    folded = re.sub(r"[^a-z0-9]+", " ", fold(text))
    return next((kind for words, kind in _KIND_WORDS if words.search(folded)), None)


def decision(text: str) -> tuple[str, str | None]:
    """A decision's number and the day that stands with it: ``QĐ số 1204/QĐ-UBND ngày 5/8/2026``."""
    typed = one_line(text)
    said: str | None = None
    if found := _DECISION_DAY.search(typed):
        try:
            said = day(found[1])
            typed = (typed[: found.start()] + typed[found.end() :]).strip()
        except Refused:
            said = None
    number = _DECISION_HEAD.sub("", typed).strip(" ,;:")
    return number, said


def status(text: str) -> str:
    """What a list says became of a product: ``recognised``, ``again``, ``upgraded``, ``proposed``, ``refused`` or nothing."""
    folded = fold(text)
    if not folded:
        return ""
    for words, meaning in (
        ("khong dat|khong cong nhan|chua cong nhan|thu hoi|het han", "refused"),
        ("cong nhan lai|danh gia lai|phan hang lai|cap lai", "again"),
        ("nang hang|nang sao", "upgraded"),
        ("de nghi|dang ky|danh gia|du kien|tiem nang|trinh", "proposed"),
        ("cong nhan|da cong nhan|con hieu luc|con han|dat", "recognised"),
    ):
        if re.search(rf"\b(?:{words})\b", folded):
            return meaning
    return ""
