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
    rows = db.conn.execute(
        "SELECT p.id, p.n, (SELECT max(json_extract(d.body, '$.received_on')) FROM record d INDEXED BY dossier_of_product "
        "WHERE d.type = 'dossier' AND d.deleted = 0 AND json_extract(d.body, '$.product') = p.id) AS day FROM record p "
        "WHERE p.type = 'product' AND p.deleted = 0 AND p.id IN (SELECT ? UNION "
        "SELECT id FROM record INDEXED BY product_of_line WHERE type = 'product' AND json_extract(body, '$.line') = ?)",
        (line, line),
    ).fetchall()
    return [records.get(db, row[0]) for row in sorted(rows, key=lambda row: (row[2] or "", row[1]))]


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
