"""How long a search takes over 100,000 dossiers, and a jump in the list: python -m tests.bench.search

Search: what the window does for one key (order, then the rows on screen) against the raw FTS5 query on the same file.
Queries have 1 to about 50 hits. List: any page of 60 rows, sorted by any column.
"""

import argparse
import random

from ocop_desktop.actions import listing, office
from ocop_desktop.domain.text import fold
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.listing import SORTS
from tests.bench.figures import median, milliseconds, p95, table
from tests.bench.full_office import MANY, NOW, full_office

PAGE = 60
TRIES = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=MANY)
    path, key = full_office(parser.parse_args().dossiers)
    db = office.open_reader(path, key)
    db.clock = lambda: NOW
    try:
        _search(db)
        _list(db)
    finally:
        db.close()


def _search(db: Db) -> None:
    dice = random.Random(7)
    words = [f"{what} {number}" for what in ("che", "mật ong", "tan trao", "bưởi") for number in range(0, 997, 21)]
    words += [f"tuyên quang {dice.choice(('sơn', 'hà', 'đức'))} {number}" for number in range(0, 30_000, 601)]
    ours, raw, hits = [], [], []
    for text in words:
        query = listing.Query(search=text)
        match = " ".join(f'"{word}"*' for word in fold(text).split())
        ours.append(milliseconds(lambda q=query: listing.rows(db, listing.order(db, q)[:PAGE])))
        raw.append(milliseconds(lambda m=match: _raw(db, m)))
        hits.append(len(listing.order(db, query)))
    broad = [
        milliseconds(lambda: listing.rows(db, listing.order(db, listing.Query(search="t"))[:PAGE])) for _ in range(9)
    ]
    table(
        f"search, {len(words)} queries, {min(hits)} to {max(hits)} hits (target p95 30 ms and 1.5 x raw)",
        ("", "median ms", "p95 ms"),
        [
            ("order and rows on screen", median(ours), p95(ours)),
            ("raw FTS5", median(raw), p95(raw)),
            ("ratio", median(ours) / median(raw), p95(ours) / p95(raw)),
            ("one letter, nearly every row", median(broad), p95(broad)),
        ],
    )


def _raw(db: Db, match: str) -> list[object]:
    sql = (
        "SELECT d.id, d.product, d.producer, d.stage, d.due FROM dossier_search s JOIN dossier_row d ON d.n = s.rowid "
        "WHERE dossier_search MATCH ? LIMIT 60"
    )
    return db.conn.execute(sql, (match,)).fetchall()


def _list(db: Db) -> None:
    dice = random.Random(8)
    rows = []
    for sort in SORTS:
        for descending in (False, True):
            query = listing.Query(sort=sort, descending=descending)
            ordered = [milliseconds(lambda q=query: listing.order(db, q)) for _ in range(5)]
            order = listing.order(db, query)
            starts = [dice.randrange(max(1, len(order) - PAGE)) for _ in range(TRIES)]
            pages = [milliseconds(lambda part=order[at : at + PAGE]: listing.rows(db, part)) for at in starts]
            rows.append((f"{sort}{' down' if descending else ''}", median(ordered), median(pages), p95(pages)))
    counts = [milliseconds(lambda: listing.counts(db)) for _ in range(9)]
    today = [milliseconds(lambda: listing.today(db)) for _ in range(9)]
    table("list (target p95 16 ms a page)", ("sorted by", "order ms", "page ms", "page p95 ms"), rows)
    table(
        "other",
        ("", "median ms"),
        [("counts of the filters", median(counts)), ("first page of the day", median(today))],
    )


if __name__ == "__main__":
    main()
