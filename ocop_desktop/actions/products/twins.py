"""Product codes that stand on more than one product: typed twice, or in two lists."""

from collections.abc import Mapping

from ocop_desktop.storage.db import Db

Twins = Mapping[str, tuple[tuple[str, str], ...]]
"""A code, and the products that bear it: id and name. The records of one history share theirs."""


def shared(db: Db) -> Twins:
    """Every code that more than one product bears, on the product itself or on a recognition of it."""
    rows = db.conn.execute(
        "SELECT code, line, max(product), max(name) FROM ("
        "SELECT json_extract(body, '$.code') AS code, coalesce(json_extract(body, '$.line'), id) AS line, id AS product, "
        "json_extract(body, '$.name') AS name FROM record WHERE type = 'product' AND deleted = 0 "
        "AND json_extract(body, '$.\"merged.into\"') IS NULL AND json_extract(body, '$.code') IS NOT NULL UNION ALL "
        "SELECT json_extract(r.body, '$.code'), coalesce(json_extract(p.body, '$.line'), p.id), p.id, "
        "json_extract(p.body, '$.name') FROM record r JOIN record p ON p.id = json_extract(r.body, '$.product') "
        "WHERE r.type = 'recognition' AND r.deleted = 0 AND p.deleted = 0 "
        "AND json_extract(p.body, '$.\"merged.into\"') IS NULL AND json_extract(r.body, '$.code') IS NOT NULL) "
        "GROUP BY code, line ORDER BY code, line"
    ).fetchall()
    found: dict[str, list[tuple[str, str]]] = {}
    for code, _line, product, name in rows:
        found.setdefault(str(code), []).append((product, name or ""))
    return {code: tuple(there) for code, there in found.items() if len(there) > 1}
