"""B1, ten thousand dossiers side by side: ``python -m tests.bench.beside_others [--records 50000 --bytes 4000]``

The same records go through our server (on SQLite and on a PostgreSQL with ``fsync``), Anki's sync server, pouchdb-server
with PouchDB and Morango under waitress, one after the other in one run on one machine. Each is measured with its own client and its own way to sync; the first run installs them
(``--store`` keeps them). Ours does more for each record: validation, scope, history, audit, a signed receipt.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.bench import peers
from tests.bench.figures import table
from tests.server.postgres import postgres

HEADS = ("", "push/s", "pull/s", "idle ms", "1 change ms", "wire B/record", "RSS MiB", "disk B/record")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--bytes", type=int, default=1000, help="of text in each record")
    parser.add_argument("--store", type=Path, help="where the others are installed and kept")
    parser.add_argument("--only", default="ours,postgresql,anki,pouchdb,morango")
    parser.add_argument("--runs", type=int, default=3, help="each; the best is told: the machine may be shared")
    options = parser.parse_args()
    with ExitStack() as stack:
        store = options.store or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours = [sys.executable, "-m", "tests.bench.peer_ours"]
        makers: dict[str, Callable[[Path], list[str] | None]] = {
            "ours": lambda _: ours,
            "postgresql": lambda _: [*ours, stack.enter_context(postgres(safe=True))],
            "anki": peers.anki,
            "pouchdb": peers.pouchdb,
            "morango": peers.morango,
        }
        commands = {name: makers[name](store) for name in options.only.split(",")}
        found: dict[str, list[peers.Figures]] = {name: [] for name, command in commands.items() if command}
        for _ in range(options.runs):  # one after the other, again and again: a busy minute meets all of them
            for name in found:
                found[name].append(peers.measure(commands[name] or [], options.records, options.bytes))
    rows = []
    for name, runs in found.items():
        best = {key: min(run[key] for run in runs) for key in runs[0]}
        stored = best["stored"] / options.records
        rows.append(
            (
                name,
                round(options.records / best["push"]),
                round(options.records / best["pull"]),
                best["idle"] * 1000,
                best["change"] * 1000,
                round(best["wire"]),
                round(best["rss"] / 2**20),
                round(stored),
            )
        )
    table(f"{options.records} records of {options.bytes} bytes, best of {options.runs} runs each", HEADS, rows)


if __name__ == "__main__":
    main()
