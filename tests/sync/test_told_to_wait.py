"""A province that says "too soon": the PC waits as long as it was told, counts no failure, and its round ends well."""

import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Pace, Settings
from ocop_desktop.sync import client
from tests.kit.network import bad_line
from tests.sync.conftest import TheProvince
from tests.sync.test_line_faults import Make


@pytest.fixture
def province(tmp_path: Path) -> Iterator[TheProvince]:
    """A province where a device may ask four times at once and then four times a second."""
    pace = Pace(each_second=4, burst=4)
    settings = Settings(data=tmp_path / "tinh", province="08", province_name="Tỉnh Tuyên Quang", pace=pace)
    with running(settings) as address, bad_line(address) as line:
        yield TheProvince(settings, address, line)


def test_a_round_that_came_too_soon_waits_and_is_whole(
    commune: Make, province: TheProvince, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "TRIES", 1)  # a single failure would end the round
    pc = commune()
    dossier = pc.receive("Tinh dầu sả")
    pc.attach(dossier, random.Random(3).randbytes(300_000))
    began = time.monotonic()
    done = pc.sync()
    assert (done.files, done.digest_equal) == (1, True)
    assert time.monotonic() - began > 1, "it waited"
    numbers = httpx.get(f"{province.direct}/metrics").text
    assert re.search(r'ocop_requests_total\{.*status="429"\} [1-9]', numbers), "it was told to wait"
