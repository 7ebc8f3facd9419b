"""Settings of the installation, one JSON value for each key."""

import json
from typing import cast

from ocop_desktop.domain.forms import Value, Values

from .db import Db, one


def read(db: Db, key: str, default: Value = None) -> Value:
    """One setting."""
    row = one(db, "SELECT value FROM setting WHERE key = ?", (key,))
    return cast(Value, json.loads(str(row[0]))) if row else default


def read_all(db: Db, prefix: str) -> Values:
    """Every setting whose key begins with ``prefix``."""
    rows = db.conn.execute("SELECT key, value FROM setting WHERE key >= ? AND key < ?", (prefix, f"{prefix}\uffff"))
    return {key: json.loads(value) for key, value in rows}


def write(db: Db, values: Values) -> None:
    """Set each key; a None removes it."""
    for key, value in values.items():
        if value is None:
            db.conn.execute("DELETE FROM setting WHERE key = ?", (key,))
        else:
            db.conn.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value, ensure_ascii=False)),
            )
