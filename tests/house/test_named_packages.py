"""The packages that the office which ordered the program named are what it is built on."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMED = {"PySide6": "PySide6", "sqlite-utils": "sqlite_utils", "reportlab": "reportlab", "requests": "requests"}


def project() -> dict[str, object]:
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"])


@pytest.mark.parametrize("package", NAMED)
def test_it_is_a_dependency_and_is_used(package: str) -> None:
    wanted = project()["dependencies"]
    assert isinstance(wanted, list) and any(re.match(rf"{package}\b", each) for each in wanted)
    uses = re.compile(rf"^\s*(from|import) {NAMED[package]}\b", re.MULTILINE)
    files = (ROOT / "ocop_desktop").rglob("*.py")
    assert any(uses.search(path.read_text(encoding="utf-8")) for path in files)


def test_the_windows_are_tested_with_pytest_qt() -> None:
    assert "pytest-qt" in str(project()["optional-dependencies"])
