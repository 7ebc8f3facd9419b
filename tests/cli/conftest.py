"""A real office for each test, and this PC's own folder in a temporary place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.builders import Office, an_office


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The profile of this PC's account."""
    folder = tmp_path / "home"
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(folder))
    monkeypatch.delenv("OCOP_PASSPHRASE", raising=False)
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    """An office with an open database."""
    made = an_office(tmp_path / "office")
    yield made
    made.close()
