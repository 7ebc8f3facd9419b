"""The plug is pulled at any moment: what the officer saw saved is there, and nothing contradicts itself."""

import json
import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers
from ocop_desktop.domain.forms import Value
from tests.crash import officer
from tests.kit.builders import Office, an_office
from tests.kit.consistency import faults

FORK = multiprocessing.get_context("fork")


class Seen:
    """What the officer saw: for each thing, its last value that was said to be kept, and the one under way."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Value] = {}
        self.under_way: tuple[tuple[str, str], Value] | None = None
        self.saves = 0

    def read(self, line: dict[str, dict[str, str]]) -> None:
        """Take one line of the officer's."""
        what = line.get("done") or line["will"]
        pair = self._pair(what)
        self.under_way = pair if "will" in line else None
        if "done" in line and pair:
            self.kept[pair[0]] = pair[1]
            self.saves += 1

    def _pair(self, what: dict[str, str]) -> tuple[tuple[str, str], Value] | None:
        if "receive" in what:
            return ((what["dossier"], "product.name"), what["receive"].strip()) if "dossier" in what else None
        for kind in ("key", "unparsed"):
            if kind in what:
                return (what["dossier"], what[kind] if kind == "key" else f"?{what[kind]}"), what["value"]
        return ((what["dossier"], "state"), what["state"]) if "state" in what else None

    def missing(self, here: Office) -> list[str]:
        """What was said to be kept and is not there."""
        lost = []
        for (dossier, key), value in self.kept.items():
            page = dossiers.open_dossier(here.db, dossier)
            if key == "state":
                now: Value = page.state
            elif key.startswith("?"):
                now = page.unparsed.get(key[1:])
                settled = self.kept.get((dossier, key[1:]))
                if now is None and settled is not None:
                    continue  # a value was typed later and settled the text
            else:
                now = page.values.get(key)
            coming = self.under_way[1] if self.under_way and self.under_way[0] == (dossier, key) else value
            if now not in (value, coming) and not (key.startswith("?") and self._settling(dossier, key)):
                lost.append(f"{key} of {dossier}")
        return lost

    def _settling(self, dossier: str, key: str) -> bool:
        return self.under_way is not None and self.under_way[0] == (dossier, key[1:])


def kill_once(here: Office, seen: Seen, seed: int, after: float) -> None:
    """Let an officer work for a moment and kill the process, as a power cut does."""
    ours, theirs = os.pipe()
    child = FORK.Process(target=officer.work, args=(here, seed, theirs))
    child.start()
    os.close(theirs)
    with os.fdopen(ours, "rb") as lines:
        first = lines.readline()  # the database is open: from here on the plug may be pulled
        time.sleep(after)
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        said = [first, *lines.read().splitlines()]
    child.join(30)
    assert child.exitcode == -signal.SIGKILL, "the officer's process ended by itself"
    for line in said:
        if line.strip().endswith(b"}"):
            seen.read(json.loads(line))


def kills(folder: Path, times: int, seed: int) -> int:
    """Kill an office many times; a new one now and then. Gives the number of saves that were seen."""
    chance, saves = random.Random(seed), 0
    while times > 0:
        here = an_office(folder / f"{times}")
        here.close()
        seen = Seen()
        for number in range(min(times, 25)):
            after = chance.choice((0, chance.uniform(0, 0.02), chance.uniform(0, 0.25)))
            kill_once(here, seen, seed * 100_000 + times * 100 + number, after)
            here.again()
            assert seen.missing(here) == [], f"lost by kill {number} of seed {seed}"
            assert faults(here.db) == [], f"kill {number} of seed {seed}"
            seen.kept |= _now(here, seen)
            seen.under_way = None
            here.close()
        times -= 25
        saves += seen.saves
    return saves


def _now(here: Office, seen: Seen) -> dict[tuple[str, str], Value]:
    """The values an officer sees when the program is opened again: the one under way may have been kept."""
    found: dict[tuple[str, str], Value] = {}
    for dossier, key in seen.kept:
        page = dossiers.open_dossier(here.db, dossier)
        found[dossier, key] = (
            page.state
            if key == "state"
            else page.unparsed.get(key[1:])
            if key.startswith("?")
            else page.values.get(key)
        )
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the officer is forked to be killed quickly")
def test_fifty_power_cuts(tmp_path: Path) -> None:
    assert kills(tmp_path, 50, seed=20261123) > 50


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the officer is forked to be killed quickly")
@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_power_cuts(tmp_path: Path, seed: int) -> None:
    assert kills(tmp_path, 250, seed) > 300
