"""The product set that a cell of a list names."""

from functools import cache

from ocop_desktop import legal
from ocop_desktop.domain.text import fold
from ocop_desktop.errors import Refused


def product_set(text: str) -> str:
    """The code of a product set by its number, code or name; ``Refused``: ``import.set.unknown``."""
    found = _names(legal.regimes()[-1].id).get(fold(text))
    if found is None:
        raise Refused("import.set.unknown", set=text)
    return found


@cache
def _names(regime: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for one in legal.criteria_sets(regime):
        for name in (str(one.no), one.code, fold(one.name), f"{one.no} {fold(one.name)}"):
            known.setdefault(name, one.code)
    return known
