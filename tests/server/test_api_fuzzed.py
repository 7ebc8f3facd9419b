"""The API under a fuzzer that knows only its OpenAPI document (schemathesis): no 5xx, nothing but what is documented.

The long form: ``pytest --long tests/server/test_api_fuzzed.py``.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ocop_desktop.server import Settings
from ocop_desktop.server.settings import Pace
from tests.server.conftest import Clock, Province

ANY = Pace(each_second=10**6, burst=10**6)
FUZZ = Path(__file__).parent / "fuzz"
ANSWERS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


@pytest.fixture
def busy_province(settings: Settings, clock: Clock) -> Iterator[Province]:
    """A province whose clock runs, and that slows nobody for long."""

    def later() -> object:
        clock.forward(seconds=20)
        return clock.now

    place = Province(
        replace(settings, pace=ANY, address_pace=ANY, clock=later, token_seconds=10**9, upload_days=10_000)
    )
    place.start()
    yield place
    place.stop()


def _fuzz(province: Province, seconds: int, *options: str, deep: bool = False) -> None:
    pc = province.device()
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": "hooks",
        "PYTHONPATH": str(FUZZ),
        "OCOP_FUZZ_DEEP": str(int(deep)),
    }
    command = [
        sys.executable, "-m", "schemathesis.cli", "--config-file", str(FUZZ / "schemathesis.toml"), "--no-color",
        "run", f"{province.address}/schema", "-H", f"Authorization: {pc.bearer['Authorization']}",
        "--max-time", str(seconds), "--warnings", "off", "--continue-on-failure", "--generation-database", "none", *options,
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=province.settings.data, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    generated = re.search(r"(\d+) generated", done.stdout)
    # In a given time a busy machine tries fewer; none at all would mean that nothing was tried.
    assert generated is not None and int(generated[1]) > 0, done.stdout[-3000:]


def test_every_answer_is_as_documented(busy_province: Province) -> None:
    _fuzz(busy_province, 8, "--no-shrink")


def test_no_content_makes_the_server_fail(busy_province: Province) -> None:
    _fuzz(busy_province, 8, "--checks", ANSWERS, "--mode", "positive", "--no-shrink", deep=True)


@pytest.mark.long
def test_every_answer_is_as_documented_at_length(busy_province: Province) -> None:
    _fuzz(busy_province, 120)


@pytest.mark.long
def test_no_content_makes_the_server_fail_at_length(busy_province: Province) -> None:
    _fuzz(busy_province, 120, "--checks", ANSWERS, "-n", "2000", deep=True)
