"""Which unit a row of a list belongs to: what it says of commune, district and province, beside what this office may write."""

from dataclasses import dataclass
from functools import lru_cache

from ocop_desktop import legal
from ocop_desktop.domain import names
from ocop_desktop.domain.text import fold
from ocop_desktop.storage import former_units, gathering, settings
from ocop_desktop.storage.db import Db

_KINDS = ("xa ", "phuong ", "thi tran ", "dac khu ")


@dataclass(frozen=True)
class Whereabouts:
    """The unit a row is written under, what stood in the list, and a code where that needs a word: ``import.unit.other``
    (not this office's), ``import.unit.unknown`` (an old name that nothing says what it became)."""

    unit: str
    then: str
    code: str = ""


class Finder:
    """Finds units for the rows of one import."""

    def __init__(self, db: Db, *, everywhere: bool = False) -> None:
        self.own = str(settings.read(db, "office.unit", "") or "")
        self.level = str(settings.read(db, "office.level", "commune"))
        self._everywhere = everywhere
        self._scope = {each.unit for each in gathering.units(db)} | {self.own}
        self._former = former_units.all_of(db)
        self._province = self._province_of_office()
        self._known: dict[tuple[str, str, str, str], Whereabouts] = {}

    def _province_of_office(self) -> str:
        if len(self.own) == 2:
            return self.own
        if commune := legal.commune(self.own):
            return commune.province
        scoped = (legal.commune(unit) for unit in sorted(self._scope))
        return next((each.province for each in scoped if each is not None), "")

    def of(self, commune: str, district: str, province: str, province_then: str = "") -> Whereabouts:
        """The unit of a row by the words in its columns."""
        asked = (commune, district, province, province_then)
        if asked not in self._known:
            self._known[asked] = self._find(*asked)
        return self._known[asked]

    def _find(self, commune: str, district: str, province: str, province_then: str) -> Whereabouts:
        then = ", ".join(each for each in (commune, district, province_then or province) if each)
        named = _province_code(province) or _province_code(province_then)
        if named and self._province and named != self._province:
            return Whereabouts(self.own, then, "" if self._everywhere else "import.unit.other")
        if not commune:
            return Whereabouts(self.own, then)
        code = self._commune(commune, district, named or self._province)
        if not code:
            return Whereabouts(self.own, then, "import.unit.unknown")
        if code == self.own or (self.level != "commune" and self._may(code)):
            return Whereabouts(code, then)
        return Whereabouts(self.own, then, "" if self._everywhere else "import.unit.other")

    def _may(self, code: str) -> bool:
        if self.level == "province":
            found = legal.commune(code)
            return code in self._scope or (found is not None and found.province == self._province)
        return code in self._scope

    def _commune(self, commune: str, district: str, province: str) -> str:
        said, place = _plain(commune), _plain(district)
        for former in self._former.values():
            if _plain(former.name) == said and (not place or _bare(_plain(former.district)) == _bare(place)):
                return former.now
        today = _by_name(province)
        if said in today:
            # A name of before 01/7/2025 with its district may be another commune than today's of that name.
            return today[said]
        bare = {_bare(name): code for name, code in today.items()}
        return bare.get(said, "") if said == _bare(said) else ""


def _plain(text: str) -> str:
    return " ".join(plain for plain, _marked in names.words(text.split(",")[0]))


def _bare(plain: str) -> str:
    for kind in (*_KINDS, "huyen ", "quan ", "thi xa ", "thanh pho "):
        if plain.startswith(kind):
            return plain.removeprefix(kind)
    return plain


@lru_cache(maxsize=64)
def _by_name(province: str) -> dict[str, str]:
    return {_plain(each.name): each.code for each in legal.units().of_province(province)} if province else {}


@lru_cache(maxsize=256)
def _province_code(text: str) -> str:
    wanted = (
        fold(text).removeprefix("tinh ").removeprefix("thanh pho ").removeprefix("tp ").removeprefix("tp.").strip(" .")
    )
    return next((each.code for each in legal.provinces() if wanted and fold(each.short) == wanted), "")
