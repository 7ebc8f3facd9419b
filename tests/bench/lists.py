"""How long a list takes on its way in: read, tried, written; processor time of each step.

``python -m tests.bench.lists`` takes 20,000 rows, ``--rows 2000`` a tenth; ``--profile`` also says where the time goes.
"""

import argparse
import cProfile
import csv
import pstats
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ocop_desktop.actions.lists import bringing, reading
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.actions.lists.reading import Opened
from ocop_desktop.domain.lists.columns import Kind
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import an_office

T = TypeVar("T")
ROWS = 20_000
HEAD = ["TT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Hạng sao", "Số QĐ", "Ngày QĐ"]


def write_list(file: Path, rows: int) -> None:
    """A list of that many products of a third as many producers."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEAD)
        for at in range(rows):
            writer.writerow(
                [at, f"Chè số {at}", f"HTX Thôn {at // 3}", f"Thôn {at % 90}", "4*", "1/QĐ-UBND", "9/8/2026"]
            )


def timed(words: str, action: Callable[[], T]) -> T:
    """Do it and say how long it took."""
    began, processor = time.perf_counter(), time.process_time()
    done = action()
    print(f"{words:<34}{time.process_time() - processor:>9.2f}{time.perf_counter() - began:>9.2f}")
    return done


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--kind", choices=("products", "dossiers"), default="products")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    kind: Kind = options.kind
    profile = cProfile.Profile()
    with tempfile.TemporaryDirectory() as folder:
        office = an_office(Path(folder) / "office")
        if kind == "products":
            run(office.db, lambda db: settings.write(db, {"office.level": "province", "office.unit": "08"}))
        file = Path(folder) / "danh sách.csv"
        write_list(file, options.rows)
        print(f"{options.rows} rows, {kind:<22}{'cpu s':>9}{'wall s':>9}")

        def opened(db: Db) -> Opened:
            return reading.open_list(db, file, kind)

        def take(db: Db, there: Opened, *, dry_run: bool) -> Taken:
            return bringing.take(db, there, there.keys, dry_run=dry_run)

        if options.profile:
            profile.enable()
        there = timed("read, columns recognised", lambda: run(office.db, opened))
        timed("tried, nothing written", lambda: run(office.db, lambda db: take(db, there, dry_run=True)))
        taken = timed("written", lambda: run(office.db, lambda db: take(db, there, dry_run=False)))
        profile.disable()
        again = timed("the same file again", lambda: run(office.db, lambda db: take(db, there, dry_run=False)))
        assert taken.count("made") == options.rows == again.count("known")
        office.close()
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
