"""Records that name another one in a field: the sheets of a session, the recognitions of a product."""

from ocop_desktop.domain.records import Record

from . import records
from .db import Db


def that_name(db: Db, type_: str, field: str, other: str) -> list[Record]:
    """The living records of a type whose ``field`` is the id of another record, in the order they were made."""
    if not (type_.replace("_", "").isalpha() and field.replace("_", "").isalpha()):
        raise ValueError(f"{type_}.{field}")
    # Type and field stand in the statement itself: only so are the indexes of these fields used.
    rows = db.conn.execute(
        f"SELECT id FROM record WHERE type = '{type_}' AND deleted = 0 AND json_extract(body, '$.{field}') = ? ORDER BY n",
        (other,),
    ).fetchall()
    return [records.get(db, row[0]) for row in rows]
