"""How alike two Vietnamese names are, and why: tones, đ, abbreviations, word order, suffixes. Pure functions.

A name is read word by word. What says only the form of an organisation (HTX, công ty TNHH), where it is or how much is in
the packet weighs little; a word that few names have weighs much.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ocop_desktop.domain.names import Name

Reason = Literal["same", "tones", "form", "order", "spelling", "extra", "place", "size"]
"""Why two names are taken for one: the same once cleaned; other tones or accents; HTX for hợp tác xã and other forms of
organisation; other order; a letter or two; a word more; a place or branch; a size or year."""

_GENERIC = frozenset(
    [
        "nong",
        "nghiep",
        "dich",
        "vu",
        "san",
        "xuat",
        "thuong",
        "mai",
        "kinh",
        "doanh",
        "xuat",
        "nhap",
        "khau",
        "dau",
        "tu",
        "phat",
        "trien",
        "tong",
        "va",
        "che",
        "bien",
        "cung",
        "ung",
        "tieu",
        "thu",
        "viet",
        "nam",
        "thuc",
        "pham",
        "nong",
        "san",
        "dac",
        "san",
        "sach",
        "an",
        "toan",
        "xanh",
        "huu",
        "co",
        "tap",
        "doan",
        "lam",
        "thuy",
        "hai",
        "chan",
        "nuoi",
        "trong",
        "trot",
        "du",
        "lich",
    ]
)
_PLACES = frozenset(
    [
        "xa",
        "phuong",
        "huyen",
        "tinh",
        "thon",
        "ban",
        "to",
        "khu",
        "pho",
        "quan",
        "thanh",
        "thi",
        "tran",
        "dac",
        "ap",
        "xom",
    ]
)


class Weights:
    """How much each word says: much when few names have it, little for the words of every second one."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        counted: Counter[str] = Counter()
        total = 0
        for each in names:
            counted.update(set(each.core))
            total += 1
        self.count = counted
        self._total = max(total, 1)

    def of(self, word: str) -> float:
        """The weight of a word, between 0.15 and 1."""
        rarity = math.log((self._total + 20) / (self.count.get(word, 0) + 1)) / math.log(self._total + 20)
        weight = min(1.0, max(0.35, rarity))
        if word in _GENERIC or word in _PLACES:
            weight *= 0.45
        return max(0.15, weight)


@dataclass(frozen=True)
class Likeness:
    """How alike (0 to 1) and why."""

    score: float
    reasons: tuple[Reason, ...] = ()


def compare(left: Name, right: Name, weights: Weights) -> Likeness:
    """How alike two names are; 1 for the same name written twice."""
    if left.marked == right.marked:
        return Likeness(1.0, ("same",))
    reasons: list[Reason] = []
    pairs, only_left, only_right = _pair(left.core, right.core)
    whole = lost = 0.0
    for one, other, distance in pairs:
        weight = max(weights.of(one), weights.of(other))
        whole += weight
        lost += weight * (0.0 if not distance else 0.38 if max(len(one), len(other)) > 3 else 0.62)
    if any(distance for *_words, distance in pairs):
        reasons.append("spelling")
    for word in (*only_left, *only_right):
        weight = weights.of(word)
        whole += weight
        lost += weight
    if only_left or only_right:
        reasons.append("extra")
    both_sides = bool(only_left) and bool(only_right)
    score = 1 - lost / whole if whole else 0.0
    if both_sides:  # each has a word of its own: “trà xanh”, “trà đen”
        score -= 0.12
    marked = _differ_in_marks(left, right)
    if marked:
        reasons.append("tones")
        score -= min(0.24, 0.09 * marked) if _both_marked(left, right) else 0.02
    if left.forms != right.forms:
        reasons.append("form")
        score -= 0.03 if not (left.forms and right.forms) else 0.07 if _main(left) != _main(right) else 0.02
    if left.sizes != right.sizes:
        reasons.append("size")
        # “38 độ đạm” and “40 độ đạm” are two products; 500 ml, a year or a branch number are not what makes a product.
        score -= 0.25 if _numbers(left) and _numbers(right) and _numbers(left) != _numbers(right) else 0.04
    if left.around != right.around:
        reasons.append("place")
        score -= 0.02
    if not reasons or (
        not only_left and not only_right and left.core != right.core and sorted(left.core) == sorted(right.core)
    ):
        reasons.append("order" if sorted(left.core) == sorted(right.core) and left.core != right.core else "same")
        score -= 0.03
    return Likeness(max(0.0, min(score, 0.99)), tuple(dict.fromkeys(reasons)))


def _numbers(each: Name) -> frozenset[str]:
    return frozenset(
        size for size in each.sizes if size.isdigit() and not (len(size) == 4 and size[:2] in {"19", "20"})
    )


def _main(each: Name) -> str:
    for form in ("hop tac xa", "to hop tac", "cong ty", "doanh nghiep tu nhan", "ho kinh doanh", "trang trai"):
        if form in each.forms or any(form in other for other in each.forms):
            return form
    return ""


def _pair(left: Sequence[str], right: Sequence[str]) -> tuple[list[tuple[str, str, int]], list[str], list[str]]:
    """Words that belong together, with 1 where they differ by a letter or two; and what is left on each side."""
    rest = list(right)
    pairs: list[tuple[str, str, int]] = []
    unpaired: list[str] = []
    for word in left:
        if word in rest:
            rest.remove(word)
            pairs.append((word, word, 0))
        else:
            unpaired.append(word)
    alone: list[str] = []
    for word in unpaired:
        near = next((other for other in rest if _near(word, other)), None)
        if near is None:
            alone.append(word)
        else:
            rest.remove(near)
            pairs.append((word, near, 1))
    # “Sơntrà” for “Sơn Trà”: what is one word here may be two there.
    for one, other in ((alone, rest), (rest, alone)):
        for word in list(one):
            for at in range(len(other) - 1):
                if other[at] + other[at + 1] == word:
                    pairs.append((word, word, 0))
                    one.remove(word)
                    del other[at : at + 2]
                    break
    return pairs, alone, rest


@lru_cache(maxsize=65_536)
def _near(left: str, right: str) -> bool:
    """Whether one slip of the finger makes one word of the other."""
    if abs(len(left) - len(right)) > 1 or min(len(left), len(right)) < 2 or left.isdigit() or right.isdigit():
        return False
    if left[0] != right[0] and min(len(left), len(right)) < 6:
        return False  # another first consonant is another word: “ruốc”, “nước”
    if len(left) == len(right):
        differing = [at for at in range(len(left)) if left[at] != right[at]]
        if len(differing) == 1:
            return len(left) > 3
        return (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and left[differing[0]] == right[differing[1]]
            and left[differing[1]] == right[differing[0]]
        )
    short, long = sorted((left, right), key=len)
    return len(short) > 2 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _differ_in_marks(left: Name, right: Name) -> int:
    """How many words are the same without their marks and not with them."""
    marks: dict[str, list[str]] = {}
    for plain, marked in zip(left.core, left.core_marked, strict=True):
        marks.setdefault(plain, []).append(marked)
    found = 0
    for plain, marked in zip(right.core, right.core_marked, strict=True):
        if plain in marks and marked not in marks[plain]:
            found += 1
    return found


def _both_marked(left: Name, right: Name) -> bool:
    """Whether both were written with accents: then a tone is meant, and no keyboard was missing."""
    return all(any(plain != marked for plain, marked in zip(n.core, n.core_marked, strict=True)) for n in (left, right))


def may_be(left: Name, right: Name) -> bool:
    """Whether two names have so much in common that a comparison may pay."""
    shared = len(set(left.core) & set(right.core))
    least, most = sorted((len(left.core), len(right.core)))
    return most - least <= 4 and shared * 2 + 1 >= least


def keys(each: Name, weights: Weights, most: int) -> tuple[str, ...]:
    """The blocks a name is looked for in: each word that at most ``most`` names have, and the rarest pair otherwise.

    Two names that share none of them are not compared.
    """
    words = sorted(set(each.core), key=lambda word: (weights.count.get(word, 0), word))
    rare = [word for word in words if weights.count.get(word, 0) <= most]
    pairs = [f"{one} {other}" for one, other in _couples(sorted(words[:4]))]
    return (*rare, *pairs, "".join(sorted(words[:2]))[:12])


def _couples(words: Sequence[str]) -> Iterable[tuple[str, str]]:
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            yield one, other
