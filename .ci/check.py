"""Every check, the same at a desk and in CI: ``python .ci/check.py``; ``--fast`` leaves the built bundle out.

One line for each with its time; stops at the first that fails, with its output, and gives its exit status.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent


def tool(name: str) -> str:
    """A tool of this environment, whether or not the environment is activated."""
    return shutil.which(name, path=str(TOOLS)) or name


def steps(fast: bool) -> list[tuple[str, list[str]]]:
    """The checks in their order: a name and a command each."""
    tests = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile", "-q", "-p", "no:cacheprovider"]
    if fast:
        tests += ["--ignore", "tests/bundle"]
    return [
        ("ruff format", [tool("ruff"), "format", "--check", "--no-cache", "."]),
        ("ruff check", [tool("ruff"), "check", "--no-cache", "."]),
        ("mypy --strict", [tool("mypy"), "--strict", "--cache-dir", os.devnull]),
        ("lint-imports", [tool("lint-imports"), "--no-cache"]),
        ("pytest", tests),
    ]


def environment(bytecode: str) -> dict[str, str]:
    """Without a display; bytecode in a folder of its own: the hundreds of processes that tests start read it, as an
    installed program does, and nothing is left in the checkout."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": bytecode, "PYTHONUTF8": "1"}


def run(name: str, command: Sequence[str], bytecode: str) -> int:
    """Run one check; print its line, and its output when it fails."""
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(bytecode),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    seconds = time.monotonic() - began
    print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name:<14} {seconds:6.1f} s", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    elif name == "pytest":
        print(done.stdout.rstrip().splitlines()[-1], flush=True)
    return done.returncode


def main() -> int:
    """The exit status of the first check that failed, or 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true", help="leave out the tests that build the bundle")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ocop-bytecode-", ignore_cleanup_errors=True) as bytecode:
        for name, command in steps(options.fast):
            if status := run(name, command, bytecode):
                return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
