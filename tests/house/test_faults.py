"""The table of faults in the README is the one the tests keep, and every test it names is there."""

import ast
import importlib.util
import tomllib
from functools import cache

from tests.house.source import ROOT


@cache
def _functions(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_fault_has_its_tests() -> None:
    rows = tomllib.loads((ROOT / "tests" / "faults.toml").read_text("utf-8"))["fault"]
    assert len(rows) >= 30
    missing = []
    for row in rows:
        assert row["tests"], row["fault"]
        for test in row["tests"]:
            file, _, name = test.partition("::")
            if not (ROOT / file).is_file() or name not in _functions(file):
                missing.append(test)
    assert missing == []


def test_the_ten_points_of_owasp_have_each_a_row_and_a_test_of_their_own() -> None:
    rows = tomllib.loads((ROOT / "tests" / "faults.toml").read_text("utf-8"))["fault"]
    for point in range(1, 11):
        tests = [test for row in rows if row["fault"].startswith(f"API{point} ") for test in row["tests"]]
        assert any(f"::test_api{point}_" in test for test in tests), f"API{point}"
    walked = {name for name in _functions("tests/server/test_owasp.py") if name.startswith("test_api")}
    listed = {test.partition("::")[2] for row in rows for test in row["tests"]}
    assert walked <= listed, walked - listed


def test_the_readme_says_what_the_tests_say() -> None:
    spec = importlib.util.spec_from_file_location("faults", ROOT / ".ci" / "faults.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = (ROOT / "README.md").read_text("utf-8")
    assert module.BEGIN in text
    assert module.put(text) == text, "run: python .ci/faults.py"
