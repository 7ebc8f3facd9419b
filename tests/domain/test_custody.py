"""Whose a dossier is, by its legal regime and its step."""

import pytest

from ocop_desktop import legal
from ocop_desktop.domain import custody
from ocop_desktop.domain.regimes import Level


@pytest.mark.parametrize(
    ("regime", "receiver"),
    [("qd-26-2026", "province"), ("qd-148-1489", "province"), ("qd-148", "district"), ("qd-1048-781", "district")],
)
def test_a_commune_hands_over_to_the_first_council_above_it(regime: str, receiver: str) -> None:
    law = legal.regime(regime)
    assert custody.receiver(law) == receiver
    assert custody.holder(law, {"state": "handed_over"}) == receiver
    for state in ("open", "waiting", "sealed", "returned", "withdrawn"):
        assert custody.holder(law, {"state": state}) == "commune"


def test_an_unknown_law_is_the_provinces() -> None:
    assert custody.holder(None, {"state": "handed_over"}) == "province"


@pytest.mark.parametrize(
    ("level", "regime", "decides", "returns"),
    [
        ("commune", "qd-26-2026", False, False),
        ("district", "qd-26-2026", False, True),
        ("province", "qd-26-2026", True, True),
        ("district", "qd-148", True, True),
        ("province", "qd-148", True, True),  # the districts are no more
    ],
)
def test_who_decides_and_who_gives_back(level: Level, regime: str, decides: bool, returns: bool) -> None:
    law, body = legal.regime(regime), {"state": "handed_over"}
    assert custody.decides(level, law, body) is decides
    assert custody.returns(level, law, body) is returns
    assert not custody.decides(level, law, {"state": "open"})


def test_a_district_passes_on_what_it_took_up() -> None:
    law = legal.regime("qd-148")
    assert custody.passes_on("district", law, {"state": "accepted"})
    assert not custody.passes_on("district", law, {"state": "handed_over"})
    assert not custody.passes_on("province", law, {"state": "accepted"})
    passed = {"state": "handed_over", "at_level": "province"}
    assert custody.holder(law, passed) == "province" and not custody.decides("district", law, passed)
