"""From the start of the process to a window one can work in: python -m tests.bench.start

The window of an office with 100,000 dossiers beside a bare PySide6 window with one table view of as many rows, each in
a fresh process, alternating; the median of so many starts. The passphrase's own key derivation (slow on purpose) is
left out: the entrance is the window in which it is typed; the list is shown with the key at hand. Bytecode is kept, as
it is in an installed program. On a machine with other work the processor time says more than the time on the clock.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import median, table
from tests.bench.full_office import MANY, full_office


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=MANY)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", choices=("entrance", "list"), help="the other window is left out")
    options = parser.parse_args()
    path, key = full_office(options.dossiers)
    kinds = ("bare", options.only) if options.only else ("bare", "entrance", "list")
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    spent: dict[str, list[float]] = {kind: [] for kind in kinds}
    memory: dict[str, list[float]] = {kind: [] for kind in kinds}
    for number in range(options.times + 1):
        for kind in kinds:
            took, busy, size = _start(kind, path, key.hex())
            if number:  # the first fills the caches of the disk
                times[kind].append(took)
                spent[kind].append(busy)
                memory[kind].append(size)
    rows = [
        (
            kind,
            median(times[kind]),
            min(times[kind]),
            median(times[kind]) / median(times["bare"]),
            median(spent[kind]),
            median(spent[kind]) / median(spent["bare"]),
            median(memory[kind]),
            median(memory[kind]) / median(memory["bare"]),
        )
        for kind in kinds
    ]
    heads = ("window", "median ms", "best ms", "ratio", "processor ms", "ratio", "memory MiB", "ratio")
    table(f"start, {options.dossiers} dossiers (target 1.5 x bare; memory 1.5 x bare)", heads, rows)


def _start(kind: str, path: Path, key: str) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OCOP_DESKTOP_HOME": home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "ocop-desktop-bench" / "bytecode")
        began = time.time()
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.start_child", kind, str(path), key],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
    at, spent, size = done.stdout.split()
    return (float(at) - began) * 1000, float(spent), float(size)


if __name__ == "__main__":
    main()
