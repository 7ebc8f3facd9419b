"""Names of producers and products taken apart: forms of organisation, sizes, places, and what tells a name from others."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_SHORT: Mapping[str, str] = {
    "htx": "hợp tác xã",
    "tht": "tổ hợp tác",
    "cty": "công ty",
    "ct": "công ty",
    "cp": "cổ phần",
    "sx": "sản xuất",
    "tm": "thương mại",
    "dv": "dịch vụ",
    "nn": "nông nghiệp",
    "sxkd": "sản xuất kinh doanh",
    "kd": "kinh doanh",
    "hkd": "hộ kinh doanh",
    "dntn": "doanh nghiệp tư nhân",
    "dn": "doanh nghiệp",
    "xnk": "xuất nhập khẩu",
    "đt": "đầu tư",
    "pt": "phát triển",
    "tv": "thành viên",
    "mtv": "một thành viên",
    "tnhh": "trách nhiệm hữu hạn",
    "tp": "thành phố",
    "tx": "thị xã",
    "sp": "sản phẩm",
    "cssx": "cơ sở sản xuất",
    "xn": "xí nghiệp",
    "lh": "liên hiệp",
    "vsattp": "vệ sinh an toàn thực phẩm",
}
_SHORT_DOTTED: Mapping[str, str] = {"x": "xã", "p": "phường", "tt": "thị trấn", "h": "huyện", "t": "tỉnh", "q": "quận"}
_FORMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(each.split())
    for each in (
        "lien hiep hop tac xa",
        "hop tac xa",
        "to hop tac",
        "cong ty",
        "trach nhiem huu han",
        "co phan",
        "mot thanh vien",
        "hai thanh vien",
        "doanh nghiep tu nhan",
        "doanh nghiep",
        "ho kinh doanh",
        "ho san xuat",
        "ho gia dinh",
        "co so san xuat",
        "co so che bien",
        "co so",
        "xi nghiep",
        "trang trai",
        "to san xuat",
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIZE = re.compile(r"\d+(?:[.,]\d+)?(?:g|gr|gram|kg|ml|l|lit|cl|mg)?")
_SIZE_WORDS = frozenset(["g", "gr", "gram", "kg", "ml", "l", "lit", "goi", "hop", "chai", "lo", "tui", "hu", "nam"])
_BRANCH_WORDS = frozenset(["so", "nhanh", "cs"])
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+[^\W_]*)?\.?")

_TONES = {"\u0300": "2", "\u0301": "3", "\u0309": "4", "\u0303": "5", "\u0323": "6"}


@lru_cache(maxsize=65_536)
def _syllable(word: str) -> tuple[str, str]:
    """A word without any marks, and with its marks but the tone at its end: ``hoá`` and ``hóa`` are the same."""
    plain: list[str] = []
    marked: list[str] = []
    tone = ""
    for char in unicodedata.normalize("NFD", word.casefold()):
        if char in _TONES:
            tone = _TONES[char]
        elif unicodedata.combining(char):
            marked.append(char)
        else:
            plain.append("d" if char == "đ" else char)
            marked.append(char)
    shown = "".join(marked)
    # “quý/quí”, “kỹ/kĩ”: i and y at the end of a syllable are written either way.
    if len(plain) > 1 and plain[-1] == "y" and plain[-2] not in "auâe":
        plain[-1] = "i"
        shown = shown[:-1] + "i"
    return "".join(plain), shown + tone


def words(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a name, each without marks and with them; abbreviations written out."""
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        dotted = word.endswith(".")
        plain = word.rstrip(".").lower()
        if (long := _SHORT.get(plain)) and len(plain) > 1:
            found.extend(long.split())
        elif dotted and (near := _SHORT_DOTTED.get(plain)):
            found.extend(near.split())
        else:
            found.append(plain)
    return tuple(_syllable(word) for word in found)


@lru_cache(maxsize=32_768)
def key(text: str) -> str:
    """What two writings of the very same name share: case, spaces, signs, the place of a tone and abbreviations aside."""
    return " ".join(marked for _plain, marked in words(text))


@dataclass(frozen=True)
class Name:
    """A name taken apart. ``core``: what tells it from others; ``forms``, ``sizes``, ``places``: what stands around it."""

    text: str
    plain: tuple[str, ...]
    marked: tuple[str, ...]
    core: tuple[str, ...]
    core_marked: tuple[str, ...]
    forms: frozenset[str] = frozenset()
    sizes: frozenset[str] = frozenset()
    around: frozenset[str] = field(default=frozenset())


def name(text: str, *, without: Collection[str] = ()) -> Name:
    """Take a name apart. ``without``: plain words that are somebody else's, as the names of the place it stands in."""
    all_words = words(text)
    plain = [each for each, _marked in all_words]
    taken = [False] * len(plain)
    forms: set[str] = set()
    for form in _FORMS:
        for at in range(len(plain) - len(form) + 1):
            if tuple(plain[at : at + len(form)]) == form and not any(taken[at : at + len(form)]):
                taken[at : at + len(form)] = [True] * len(form)
                forms.add(" ".join(form))
    sizes: set[str] = set()
    for at, word in enumerate(plain):
        if taken[at] or not (_SIZE.fullmatch(word) or _YEAR.fullmatch(word)):
            continue
        taken[at] = True
        before, after = plain[at - 1] if at else "", plain[at + 1] if at + 1 < len(plain) else ""
        if after in _SIZE_WORDS and not _YEAR.fullmatch(word):
            taken[at + 1] = True
            sizes.add(word + after)
        elif before in _BRANCH_WORDS:
            taken[at - 1] = True
            sizes.add(f"{word}.")
        else:
            sizes.add(word)
    around = {word for at, word in enumerate(plain) if not taken[at] and word in without}
    rest = [at for at in range(len(plain)) if not taken[at] and plain[at] not in without]
    if not rest:  # nothing but its form and its place: then those are its name
        rest = [at for at in range(len(plain)) if not taken[at]] or list(range(len(plain)))
        around = set()
    return Name(
        text,
        tuple(plain),
        tuple(marked for _plain, marked in all_words),
        tuple(plain[at] for at in rest),
        tuple(all_words[at][1] for at in rest),
        frozenset(forms),
        frozenset(sizes),
        frozenset(around),
    )
