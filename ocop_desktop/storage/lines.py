"""Products that are one: ``line`` on a product's record names the first of them, so that they have one history."""

from collections.abc import Sequence

from ocop_desktop.domain.records import Record

from . import records
from .db import Db


def line_of(product: Record) -> str:
    """The id that names a product's line: that of its first record."""
    return str(product.body.get("line") or product.id)


def of_line(db: Db, line: str) -> list[Record]:
    """The records of a line, the one with the earliest dossier first, those without a dossier at their place of making."""
    ids = [line]
    ids += [
        row[0]
        for row in db.conn.execute(
            "SELECT id FROM record INDEXED BY product_of_line WHERE type = 'product' AND deleted = 0 "
            "AND json_extract(body, '$.line') = ? AND id <> ?",
            (line, line),
        )
    ]
    found = []
    for each in ids:
        product = records.find(db, each)
        if product is not None and not product.deleted:
            found.append((_latest(db, each), product))
    return [product for _day, product in sorted(found, key=lambda each: (each[0], each[1].created, each[1].id))]


def _latest(db: Db, product: str) -> str:
    """The latest day on which a dossier of a product was received; empty where there is none."""
    row = db.conn.execute(
        "SELECT max(json_extract(body, '$.received_on')) FROM record INDEXED BY dossier_of_product "
        "WHERE type = 'dossier' AND deleted = 0 AND json_extract(body, '$.product') = ?",
        (product,),
    ).fetchone()
    return row[0] or ""


def joined(db: Db) -> dict[str, str]:
    """The line of every product that was joined to another; all others are their own."""
    return dict(
        db.conn.execute(
            "SELECT id, json_extract(body, '$.line') FROM record INDEXED BY product_of_line WHERE type = 'product' "
            "AND deleted = 0 AND json_extract(body, '$.line') IS NOT NULL"
        ).fetchall()
    )


def dossiers(db: Db, products: Sequence[str]) -> list[str]:
    """The dossiers of these products that were not withdrawn, the latest received first."""
    marks = ", ".join("?" * len(products))
    rows = db.conn.execute(
        "SELECT id FROM record INDEXED BY dossier_of_product WHERE type = 'dossier' AND deleted = 0 "
        f"AND json_extract(body, '$.product') IN ({marks}) AND coalesce(json_extract(body, '$.state'), '') <> 'withdrawn' "
        "ORDER BY json_extract(body, '$.received_on') DESC, n DESC",
        tuple(products),
    )
    return [row[0] for row in rows]
