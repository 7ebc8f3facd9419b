"""Provinces and communes with their official codes, and finding one by a few typed letters.

Codes are text with leading zeros (Quyết định 19/2025/QĐ-TTg): two digits for a province, five for a commune, and the
commune's code does not contain the province's.
"""

import heapq
from collections.abc import Iterable
from functools import cached_property

import msgspec

from ocop_desktop.domain.text import fold, one_line

_PROVINCE_KINDS = ("Thành phố ", "Tỉnh ")
_COMMUNE_KINDS = ("Phường ", "Xã ", "Đặc khu ")


class Province(msgspec.Struct, frozen=True):
    """A province or a city under central rule: ``code`` of two digits, ``name`` such as ``Tỉnh Tuyên Quang``."""

    code: str
    name: str

    @property
    def short(self) -> str:
        """The name without its kind: ``Tuyên Quang``."""
        return _without(self.name, _PROVINCE_KINDS)

    @property
    def is_city(self) -> bool:
        """Whether papers say *thành phố* and not *tỉnh*."""
        return self.name.startswith("Thành phố ")


class Commune(msgspec.Struct, frozen=True):
    """A commune: ``code`` of five digits, ``name`` such as ``Xã Tân Trào``, ``kind`` xã, phường or đặc khu."""

    code: str
    name: str
    kind: str
    province: str
    province_name: str

    @property
    def short(self) -> str:
        """The name without its kind: ``Tân Trào``."""
        return _without(self.name, _COMMUNE_KINDS)

    @property
    def full(self) -> str:
        """The name with the province's: ``Xã Tân Trào, Tỉnh Tuyên Quang``."""
        return f"{self.name}, {self.province_name}"


class _Key(msgspec.Struct, frozen=True):
    """What a commune is compared with, folded once: the ways to write its name, and all its words after spaces."""

    short: str
    full: str
    with_province: str
    words: str


class Units(msgspec.Struct, frozen=True, dict=True):
    """The units of one period, in order of their codes."""

    provinces: tuple[Province, ...]
    communes: tuple[Commune, ...]

    @cached_property
    def by_code(self) -> dict[str, Commune]:
        """Every commune by its code."""
        return {commune.code: commune for commune in self.communes}

    @cached_property
    def province_by_code(self) -> dict[str, Province]:
        """Every province by its code."""
        return {province.code: province for province in self.provinces}

    @cached_property
    def keys(self) -> tuple[_Key, ...]:
        """The folded keys of the communes, in their order; made at the first search (some 5 ms)."""
        provinces = {p.code: (fold(p.short), fold(p.name)) for p in self.provinces}
        keys: list[_Key] = []
        names = fold("|".join(commune.name for commune in self.communes)).split("|")  # one call: three times faster
        for commune, full in zip(self.communes, names, strict=True):
            short = full[len(commune.kind) + 1 :]
            near, far = provinces[commune.province]
            alias = " tp" if far.startswith("thanh pho ") else ""
            keys.append(_Key(short, full, f"{short} {near}", f" {full} {far}{alias}"))
        return tuple(keys)

    def of_province(self, code: str) -> tuple[Commune, ...]:
        """The communes of a province, in order of their codes."""
        return tuple(commune for commune in self.communes if commune.province == code)


def search(units: Units, text: str, limit: int = 20) -> list[Commune]:
    """The communes a person may mean, best first: accents, case and punctuation do not matter.

    The same name comes before names that begin so, those before names whose words begin so, those before names that
    hold the text anywhere. A province's name may follow: ``tan trao tuyen quang``. Digits are the beginning of a code.
    """
    wanted = fold(text.replace(",", " ").replace(".", " ").replace("-", " "))
    if not wanted or limit < 1:
        return []
    if wanted.isdecimal():
        return _first((c for c in units.communes if c.code.startswith(wanted)), limit)
    starts = [f" {word}" for word in wanted.split()]
    typed = one_line(text).casefold()
    accented = not typed.isascii()
    found: list[tuple[int, bool, str, str, int]] = []
    for at, key in enumerate(units.keys):
        rank = _rank(key, wanted, starts)
        if rank is not None:
            commune = units.communes[at]
            other = accented and not commune.full.replace(",", "").casefold().count(typed.replace(",", ""))
            found.append((rank, other, key.short, key.with_province, at))
    return [units.communes[at] for *_, at in heapq.nsmallest(limit, found)]


def _rank(key: _Key, wanted: str, starts: list[str]) -> int | None:
    if all(start in key.words for start in starts):
        if wanted in {key.short, key.full, key.with_province} or key.words == f" {wanted}":
            return 0
        if key.with_province.startswith(wanted):
            return 1
        return 2 if key.words.startswith(f" {wanted}") else 3
    return 4 if wanted in key.words else None


def _first(communes: Iterable[Commune], limit: int) -> list[Commune]:
    return [commune for commune, _ in zip(communes, range(limit), strict=False)]


def _without(name: str, kinds: tuple[str, ...]) -> str:
    return next((name.removeprefix(kind) for kind in kinds if name.startswith(kind)), name)
