"""Reception numbers and product codes that stand twice, with the dossiers that bear them."""

from dataclasses import dataclass

from ocop_desktop.domain.serials import Kind
from ocop_desktop.storage.db import Db


@dataclass(frozen=True, kw_only=True)
class Twin:
    """A number that several dossiers bear. ``kind``: a reception number or a product's code; ``dossiers`` with the words
    they are known by."""

    number: str
    kind: Kind
    dossiers: tuple[tuple[str, str], ...]


def twice(db: Db) -> list[Twin]:
    """Product codes, and reception numbers of one year, that several dossiers of a unit bear: typed twice, or given by PCs
    that worked alone and met late. The records of one product (``line``) may share its code."""
    rows = db.conn.execute(
        "SELECT 'reception', number, group_concat(id, ' ') FROM (SELECT id, json_extract(body, '$.reception_no') AS number, "
        "unit || ' ' || coalesce(json_extract(body, '$.year'), '') AS place FROM record WHERE type = 'dossier' "
        "AND deleted = 0 AND json_extract(body, '$.reception_no') IS NOT NULL) GROUP BY number, place HAVING count(*) > 1 "
        "UNION ALL "
        "SELECT 'product', code, group_concat(dossier, ' ') FROM (SELECT json_extract(p.body, '$.code') AS code, "
        "coalesce(json_extract(p.body, '$.line'), p.id) AS line, (SELECT max(d.id) FROM record d INDEXED BY "
        "dossier_of_product WHERE d.type = 'dossier' AND d.deleted = 0 AND json_extract(d.body, '$.product') = +p.id) "
        "AS dossier FROM record p WHERE p.type = 'product' AND p.deleted = 0 AND json_extract(p.body, '$.code') IS NOT NULL) "
        "WHERE dossier IS NOT NULL GROUP BY code HAVING count(DISTINCT line) > 1 ORDER BY 2"
    )
    return [
        Twin(number=number, kind=kind, dossiers=tuple((each, _known_as(db, each)) for each in sorted(ids.split())))
        for kind, number, ids in rows.fetchall()
    ]


def _known_as(db: Db, dossier: str) -> str:
    row = db.conn.execute("SELECT product, producer FROM dossier_row WHERE id = ?", (dossier,)).fetchone()
    return " · ".join(part for part in row or () if part)
