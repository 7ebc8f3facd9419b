"""Bytes nobody would write: every reader says so in its own words, and never falls over.

Here a few thousand changes from a fixed start; ``python -m tests.fuzz --seconds 60`` searches with coverage (atheris).
"""

import random
import time

import pytest

from tests.fuzz.targets import targets

TARGETS = targets()
SECONDS = 1.5


def changed(data: bytes, dice: random.Random) -> bytes:
    """A few bytes altered, cut out, doubled or put in."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(made) + 1)
        match dice.randrange(6):
            case 0:
                made[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del made[at : at + dice.randint(1, 40)]
            case 2:
                made[at:at] = made[at : at + dice.randint(1, 200)]
            case 3:
                made[at:at] = dice.choice(
                    (b"\x00", b"\xff" * 8, b"9" * 30, b'"', b"[" * 50, b"\xed\xa0\x80", b"-1", b"e999")
                )
            case 4:
                made = made[:at]
            case _:
                made[at : at + 4] = dice.randbytes(4)
    return bytes(made[:200_000])


@pytest.mark.parametrize("name", TARGETS)
def test_no_bytes_make_a_reader_fall_over(name: str) -> None:
    target, dice, tried = TARGETS[name], random.Random(name), 0
    ends = time.monotonic() + SECONDS
    waiting = list(target.seeds)
    while waiting or time.monotonic() < ends:
        data = waiting.pop() if waiting else changed(dice.choice(target.seeds), dice)
        tried += 1
        try:
            target.read(data)
        except target.may_raise:
            continue
        except BaseException as error:
            raise AssertionError(f"{type(error).__name__} after {tried} tries: {data[:300]!r}") from error
    assert tried >= TARGETS[name].least
