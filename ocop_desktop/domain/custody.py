"""Whose a dossier is: its commune's until the hand-over, then the level's that its legal regime names, until it is returned.

In the three-level years (Quyết định 148/QĐ-TTg before its change of 6/7/2025) a commune's dossier went to the district's
council; today it goes to the province. The server refuses by these rules and the window offers by them.
"""

from collections.abc import Mapping

from .forms import Value
from .regimes import Level, Regime

LEVELS: tuple[Level, ...] = ("commune", "district", "province", "central")
AT_COMMUNE = frozenset({"open", "waiting", "sealed", "returned", "withdrawn"})
"""The states in which a dossier is its commune's; in every other one it is with the level above that received it."""
AT_LEVEL = "at_level"
"""A dossier's field: the level it was passed on to, when that is no longer the one that received it."""


def receiver(regime: Regime | None) -> Level:
    """The level that a commune's dossier goes to: the first above the commune that holds a council under the regime."""
    for level in LEVELS[1:]:
        if regime is not None and regime.may(level, "council"):
            return level
    return "province"


def holder(regime: Regime | None, body: Mapping[str, Value]) -> Level:
    """The level that may change a dossier now."""
    if str(body.get("state") or "open") in AT_COMMUNE:
        return "commune"
    passed_on = body.get(AT_LEVEL)
    return next((level for level in LEVELS[1:] if level == passed_on), receiver(regime))


def decides(level: Level, regime: Regime | None, body: Mapping[str, Value]) -> bool:
    """Whether a level may accept a dossier into its council's work and write on it: the holder, or a level above.

    The province stands in for a district that was abolished (1/7/2025).
    """
    now = holder(regime, body)
    return now != "commune" and LEVELS.index(level) >= LEVELS.index(now)


def returns(level: Level, regime: Regime | None, body: Mapping[str, Value]) -> bool:
    """Whether a level may give a dossier back to its commune, with remarks.

    The law of today knows no district; an area's office checks and returns what is handed over because the province
    enrolled it for those communes. It decides nothing.
    """
    if decides(level, regime, body):
        return True
    return level == "district" and body.get("state") == "handed_over" and holder(regime, body) == "province"


def passes_on(level: Level, regime: Regime | None, body: Mapping[str, Value]) -> bool:
    """Whether a level may pass a dossier that it took up on to the province."""
    mine = holder(regime, body) == level and body.get("state") == "accepted"
    return mine and regime is not None and regime.may(level, "propose_province")
