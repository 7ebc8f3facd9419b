"""The failure matrix has a test for every row, and each of them exists."""

import ast
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROWS = 41
"""The matrix may grow; a row that goes has to go from here too."""


@cache
def functions(file: str) -> frozenset[str]:
    """The test functions of a file."""
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_failure_has_its_test() -> None:
    table: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text("utf-8"))["failures"]
    assert len(table) >= ROWS
    missing = []
    for failure, tests in table.items():
        assert tests, failure
        for test in tests:
            file, _, name = test.partition("::")
            if not (ROOT / file).is_file() or name not in functions(file):
                missing.append(f"{failure}: {test}")
    assert missing == []
