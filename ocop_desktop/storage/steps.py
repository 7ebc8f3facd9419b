"""The steps a schema has had: each is one transaction together with the line that says it was done."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar

from .db import Db, unit

Change = Callable[[Db], object]
C = TypeVar("C", bound=Change)

# The table of sqlite-utils, by which the first databases were made.
_TABLE = (
    "CREATE TABLE IF NOT EXISTS _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT)",
    "CREATE UNIQUE INDEX IF NOT EXISTS idx__sqlite_migrations_migration_set_name "
    "ON _sqlite_migrations (migration_set, name)",
)


class Step(NamedTuple):
    """One change of the schema."""

    name: str
    change: Change


class Steps:
    """The changes of one schema, in their order; used as a decorator of the functions that make them."""

    def __init__(self, schema: str) -> None:
        self._schema = schema
        self.known: list[Step] = []

    def __call__(self, *, name: str = "") -> Callable[[C], C]:
        """Add a function as the next step, under its own name unless told."""

        def add(change: C) -> C:
            called = name or str(getattr(change, "__name__", ""))
            if any(step.name == called for step in self.known):
                raise ValueError(called)
            self.known.append(Step(called, change))
            return change

        return add

    def applied(self, db: Db) -> list[str]:
        """The names of the steps a database has had, in the order they were made."""
        if db.conn.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone() is None:
            return []
        rows = db.conn.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid", (self._schema,)
        )
        return [row[0] for row in rows]

    def pending(self, db: Db) -> list[Step]:
        """The steps a database still lacks."""
        had = set(self.applied(db))
        return [step for step in self.known if step.name not in had]

    def apply(self, db: Db) -> None:
        """Make every step that is lacking; one that fails leaves the database as it was before it."""
        for statement in _TABLE:
            db.execute(statement)
        for step in self.pending(db):
            with unit(db):
                step.change(db)
                db.conn.execute(
                    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
                    (self._schema, step.name, str(datetime.now(UTC))),
                )
