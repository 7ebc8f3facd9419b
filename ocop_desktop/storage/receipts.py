"""What the province confirmed, in its own bytes."""

from .db import Db

_OF_DOSSIER = (
    "(r.id = ?1 OR r.dossier = ?1 OR r.id IN (SELECT json_extract(body, '$.product') FROM record WHERE id = ?1 "
    "UNION SELECT json_extract(body, '$.producer') FROM record WHERE id = ?1))"
)


def every(db: Db) -> list[bytes]:
    """Every receipt of the province, as it sent them, oldest first."""
    return [row[0] for row in db.conn.execute("SELECT receipt FROM batch WHERE receipt IS NOT NULL ORDER BY n")]


def of_dossier(db: Db, dossier: str) -> bytes | None:
    """The latest receipt that confirms something of a dossier, as the province sent it."""
    row = db.conn.execute(
        f"SELECT b.receipt FROM record r JOIN batch b ON b.id = r.receipt WHERE {_OF_DOSSIER} ORDER BY b.n DESC LIMIT 1",
        (dossier,),
    ).fetchone()
    return row[0] if row else None


def confirmed_records(db: Db, dossier: str) -> int:
    """How many records of a dossier the province has confirmed."""
    return int(
        db.conn.execute(
            f"SELECT count(*) FROM record r WHERE {_OF_DOSSIER} AND r.rev > 0 AND r.deleted = 0", (dossier,)
        ).fetchone()[0]
    )
