"""Both ends are killed at any moment; when the line is quiet again nothing is lost, nothing is there twice, all are alike."""

import gc
import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from tests.sync.both_ends import Pc, Process, Province
from tests.sync.moments import wait_for_steps

FRESH_AFTER = 50
"""Kills of one province; then a new one begins, so that a run stays short."""
RESTS = (2, 5, 10, 25)
"""After how many kills all must come to rest alike: seldom, and much has piled up half done; often, and it is known which."""

STEPS, PATIENCE = 80, 3.0
"""A kill comes after up to so many steps of all ends together (a round takes some forty), or seconds in which they do not come."""


@dataclass
class Counts:
    """What a row of kills came to."""

    kills: int = 0
    values: int = 0
    files: int = 0
    lost: int = 0
    duplicated: int = 0
    diverged: int = 0
    where: Counter[str] = field(default_factory=Counter)
    """What was being done at the moments of the kills, by each end that was killed."""

    @property
    def whole(self) -> bool:
        """Whether the promise held."""
        return (self.lost, self.duplicated, self.diverged) == (0, 0, 0)


def kill_both(folder: Path, times: int, seed: int, counts: Counts, *, rest_after: int) -> None:
    """One province and two PCs, killed again and again; after every ``rest_after`` kills all must come to rest alike.

    A kill takes the server, one PC, or all three; who is not killed goes on through it.
    """
    province = Province(folder / "tinh")
    codes = [province.code(), province.code()]
    province.warm_up()
    province.start()
    chance = random.Random(seed)
    pcs = [Pc(folder / f"may-{number}", province.address, code) for number, code in enumerate(codes)]
    lives = count(seed * 10_000)
    ends: list[Process] = []
    try:
        for number in range(times):
            ends = ends or [Process(pc.work(next(lives))) for pc in pcs]
            wait_for_steps([province.moment, *(pc.moment for pc in pcs)], chance.randrange(STEPS), PATIENCE)
            time.sleep(chance.uniform(0, 0.02))
            whom = chance.choices(("server", "pc", "all"), (4, 4, 2))[0]
            if whom != "pc":
                _pull(chance, province, ends, counts)
            for at in range(len(pcs)) if whom == "all" else [chance.randrange(len(pcs))] if whom == "pc" else []:
                counts.where[f"PC: {pcs[at].moment}"] += 1
                pcs[at].hear(ends[at].kill())
                ends[at] = Process(pcs[at].work(next(lives)))
            counts.kills += 1
            if counts.kills % rest_after == 0:
                for pc, end in zip(pcs, ends, strict=True):
                    pc.hear(end.kill())
                ends = []
                _compare(province, pcs, counts)
                assert counts.whole, f"kill {number} of seed {seed}: {counts}"
    finally:
        for end in ends:
            end.kill()
        province.kill()
        gc.unfreeze()


def _pull(chance: random.Random, province: Province, ends: list[Process], counts: Counts) -> None:
    """Kill the server and start it again. Half the time the PCs stand still meanwhile: they meet the new one with the old
    one's connections; else they find nobody. One start in eight is killed too."""
    _kill_server(province, counts)
    time.sleep(chance.uniform(0, 0.1))
    if chance.random() < 0.125:
        province.begin()
        time.sleep(chance.uniform(0, 0.15))
        _kill_server(province, counts)
    still = ends if chance.random() < 0.5 else []
    for end in still:
        end.signal(signal.SIGSTOP)
    province.start()
    for end in still:
        end.signal(signal.SIGCONT)
    time.sleep(chance.uniform(0, 0.15))


def _kill_server(province: Province, counts: Counts) -> None:
    counts.where[f"server: {province.moment}"] += 1
    province.kill()


def _compare(province: Province, pcs: list[Pc], counts: Counts) -> None:
    for pc in (*pcs, pcs[0]):  # the first one once more: it has not read yet what the second one sent
        counts.diverged += not pc.come_to_rest()
    there = province.records()
    for pc in pcs:
        counts.lost += len(pc.lost())
        counts.diverged += pc.records() != there
    counts.duplicated += len(province.twice())
    counts.lost += len(province.bad_files({sha256 for pc in pcs for sha256 in pc.files}))
    counts.values = sum(len(pc.values) for pc in pcs)
    counts.files = sum(len(pc.files) for pc in pcs)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the ends are forked to be killed quickly")
def test_fifty_kills_of_both_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path))
    counts = Counts()
    kill_both(tmp_path, 50, 20261122, counts, rest_after=25)
    assert counts.kills == 50 and counts.values > 50 and counts.files > 5, counts
    assert len(counts.where) > 5, counts


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the ends are forked to be killed quickly")
@pytest.mark.parametrize("seed", range(20))
def test_a_thousand_kills_of_both_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path))
    counts = Counts()
    kill_both(tmp_path, FRESH_AFTER, seed, counts, rest_after=RESTS[seed % len(RESTS)])
    with (tmp_path.parent / "kills.txt").open("a", encoding="utf-8") as file:
        file.write(f"{counts}\n")
