"""The project's own text, for the tests of its rules."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ocop_desktop"


def modules(folder: Path = PACKAGE) -> list[Path]:
    """The Python files of a folder."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    """A file as syntax."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def name(path: Path) -> str:
    """A file as it is named in a message."""
    return path.relative_to(ROOT).as_posix()


def project_files() -> list[Path]:
    """Every file of the project as Git sees it; in a copy without Git, every file that no tool made."""
    command = ["git", "ls-files", "-coz", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        top = subprocess.run(["git", "rev-parse", "--show-toplevel"], cwd=ROOT, capture_output=True, check=True)
        if Path(top.stdout.decode("utf-8").strip()).resolve() == ROOT:
            found = [ROOT / part for part in done.stdout.decode("utf-8").split("\0") if part]
            return [path for path in found if path.is_file()]
    except (OSError, subprocess.CalledProcessError):
        pass
    made = {".git", ".venv", "build", "dist", "demo", "__pycache__", "screenshots"}
    return sorted(
        path
        for path in ROOT.rglob("*")
        if path.is_file()
        and not any(part in made or part.endswith(("_cache", ".egg-info")) for part in path.relative_to(ROOT).parts)
        and ".hypothesis" not in path.parts
    )


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a file."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last word of what is called: ``run`` of ``db.run(...)``."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
