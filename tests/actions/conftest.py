"""A real office for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.builders import Office, an_office


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    """An office with an open database."""
    made = an_office(tmp_path / "office")
    yield made
    made.close()
