"""How long a draft takes to be on the disk: python -m tests.bench.save

One field of a dossier saved as the window saves it, against a raw commit of one row on the same file, alternating;
100,000 dossiers, WAL, synchronous=FULL.
"""

import argparse
import random

from ocop_desktop.actions import dossiers, listing, office
from ocop_desktop.storage.db import Db, run, unit
from tests.bench.figures import median, milliseconds, p95, table
from tests.bench.full_office import MANY, NOW, full_office

TRIES = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=MANY)
    path, key = full_office(parser.parse_args().dossiers)
    db = office.open_writer(path, key)
    db.clock = lambda: NOW
    try:
        numbers = listing.order(db, listing.Query(filter="all", sort="updated"))
        found = (listing.rows(db, [number])[0] for number in random.Random(9).sample(list(numbers), 2000))
        open_ones = [row.id for row in found if row.stage in {"checking", "assessing"}][:40]
        rows = []
        raw = [milliseconds(lambda i=i: _raw(db, i)) for i in range(20)]
        for key_ in ("dossier.matter.nguyen_lieu.found", "product.description", "producer.phone"):
            ours, raw = [], []
            for i in range(TRIES):
                dossier = open_ones[i % len(open_ones)]
                text = f"Lần gõ thứ {i}: nguyên liệu của xã" if key_ != "producer.phone" else f"0912345{i:03d}"
                ours.append(
                    milliseconds(
                        lambda d=dossier, k=key_, t=text: run(db, lambda db: dossiers.save_draft(db, d, {k: t}, {}))
                    )
                )
                raw.append(milliseconds(lambda i=i: _raw(db, i)))
            rows.append((key_, median(ours), p95(ours), median(raw), p95(raw), median(ours) / median(raw)))
    finally:
        db.close()
    heads = ("field", "save ms", "p95 ms", "raw ms", "raw p95 ms", "ratio")
    table("draft saved (target 2 x the raw commit of one row)", heads, rows)


def _raw(db: Db, number: int) -> None:
    with unit(db):
        db.conn.execute("UPDATE dossier_row SET updated = ? WHERE n = ?", (f"{number}", number + 1))


if __name__ == "__main__":
    main()
