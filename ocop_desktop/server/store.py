"""The server's database: how it is opened, read and written. One text for SQLite and PostgreSQL."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Connection,
    Engine,
    Executable,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    Text,
    bindparam,
    column,
    create_engine,
    event,
    func,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from ocop_desktop.server import migrations, tables
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.settings import Settings

T = TypeVar("T")
Row = Mapping[Any, Any]

_TRIES = 3
# PostgreSQL: deadlock found, could not serialise. Both mean that the same transaction may be tried again.
_TRY_AGAIN = frozenset({"40P01", "40001"})


class Store:
    """A pool of connections. An action is a function of a connection: it is one transaction, whole or not at all."""

    def __init__(self, settings: Settings) -> None:
        self._reader: Engine
        self._writer: Engine
        url = settings.database_url()
        options: dict[str, Any] = {"pool_size": 10, "max_overflow": 30, "hide_parameters": True}
        if url.get_backend_name() == "sqlite":
            settings.data.mkdir(parents=True, exist_ok=True)
            self._engine = create_engine(url, connect_args={"timeout": 30, "check_same_thread": False}, **options)
            _prepare_sqlite(self._engine)
            self._reader, self._writer = self._engine, self._engine.execution_options(ocop_write=True)
        else:
            self._engine = create_engine(url, pool_pre_ping=True, **options)
            # One moment for all statements of a read, so that a count and a high-water mark belong together.
            self._reader = self._engine.execution_options(isolation_level="REPEATABLE READ")
            self._writer = self._engine
        try:
            self.write(migrations.upgrade)
        except BaseException:
            self.close()
            raise

    def read(self, action: Callable[[Connection], T]) -> T:
        """Run a reading action on one state of the database."""
        with self._reader.connect() as connection:
            return action(connection)

    def write(self, action: Callable[[Connection], T]) -> T:
        """Run a writing action and commit; what it raises undoes everything.

        An action that met another transaction (same new id, deadlock) is run again from its start, at most three times.
        Raises ``Refused("server.busy")`` when the database stays locked.
        """
        for attempt in range(1, _TRIES + 1):
            try:
                with self._writer.begin() as connection:
                    return action(connection)
            except DBAPIError as error:
                again = isinstance(error, IntegrityError) or getattr(error.orig, "sqlstate", "") in _TRY_AGAIN
                if attempt == _TRIES or not again:
                    if isinstance(error, OperationalError) and "locked" in str(error.orig):
                        raise refuse("server.busy", retry_after=5) from error
                    raise
        raise AssertionError("unreachable")

    @property
    def shared(self) -> bool:
        """Whether workers of several machines may stand on it: PostgreSQL, not a file."""
        return self._engine.dialect.name != "sqlite"

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def _prepare_sqlite(engine: Engine) -> None:
    """WAL, full sync, foreign keys; transactions begin where we say, and writers take the lock first."""

    @event.listens_for(engine, "connect")
    def connect(dbapi: Any, _entry: ConnectionPoolEntry) -> None:
        dbapi.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            dbapi.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("ocop_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def rows(connection: Connection, statement: Select[Any], parameters: Mapping[str, Any] | None = None) -> Sequence[Row]:
    """All rows of a query, by column name."""
    return connection.execute(statement, parameters or {}).mappings().all()


def first(connection: Connection, statement: Select[Any]) -> Row | None:
    """The first row, or ``None``."""
    return connection.execute(statement).mappings().first()


def by_ids(connection: Connection, table: Table, column: str, ids: Iterable[str]) -> Sequence[Row]:
    """The rows whose column is one of the ids: one query and one parameter however many."""
    wanted = sorted(set(ids))
    if not wanted:
        return ()
    if connection.dialect.name == "sqlite":
        among = table.c[column].in_(_IDS)
        return rows(connection, select(table).where(among), {"wanted": msgspec.json.encode(wanted).decode()})
    return rows(connection, select(table).where(table.c[column] == func.any(_ANY)), {"wanted": wanted})


_IDS = text("SELECT value FROM json_each(:wanted)").columns(column("value"))
_ANY = bindparam("wanted", type_=ARRAY(String))


def add(connection: Connection, table: Table, new: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, however many at once; all of them name the same columns."""
    if new:
        names = tuple(new[0])
        add_rows(connection, table, names, [[row[name] for name in names] for row in new])


def add_rows(connection: Connection, table: Table, names: tuple[str, ...], new: Sequence[Sequence[Any]]) -> None:
    """Insert rows given as the values of some columns. Text may be given as its UTF-8 bytes."""
    if not new:
        return
    statement = _insert(table, names, connection.dialect.name)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(statement, list(map(tuple, new)))
    else:
        columns = zip(names, zip(*new, strict=True), strict=True)
        connection.exec_driver_sql(statement, {name: _texts(table, name, values) for name, values in columns})


def _texts(table: Table, name: str, values: Sequence[Any]) -> list[Any]:
    if isinstance(values[0], bytes) and isinstance(table.c[name].type, String):
        return [value.decode() for value in values]
    return list(values)


_KINDS = {Integer: "bigint", BigInteger: "bigint", Boolean: "boolean", LargeBinary: "bytea"}


@cache
def _insert(table: Table, names: tuple[str, ...], dialect: str) -> str:
    """An INSERT in the database's own words: thousands of rows go without a look at each value on the way.

    PostgreSQL takes one array for each column, so that all rows are one statement.
    """
    columns = ", ".join(names)
    if dialect == "sqlite":
        # Of a long text the UTF-8 bytes may be at hand; as text they would have to be decoded only to be encoded again.
        marks = ("CAST(? AS TEXT)" if isinstance(table.c[name].type, Text) else "?" for name in names)
        return f"INSERT INTO {table.name} ({columns}) VALUES ({', '.join(marks)})"
    arrays = ", ".join(f"%({name})s::{_KINDS.get(type(table.c[name].type), 'text')}[]" for name in names)
    return f"INSERT INTO {table.name} ({columns}) SELECT * FROM unnest({arrays})"


def execute(connection: Connection, statement: Executable) -> int:
    """Run a statement; the number of rows it touched."""
    return connection.execute(statement).rowcount


def lock_units(connection: Connection, units: Iterable[str]) -> dict[str, int]:
    """Take the sequence rows of some units, in order, until the transaction ends; their last numbers.

    Numbers are taken only under this lock, so a unit's numbers become visible in their order: a reader that has seen
    number n has seen every number below it.
    """
    wanted = sorted(set(units))
    connection.execute(
        text("INSERT INTO scope_seq (unit, seq) VALUES (:unit, 0) ON CONFLICT DO NOTHING"),
        [{"unit": unit} for unit in wanted],
    )
    table = tables.scope_seq
    locked = rows(connection, select(table).where(table.c.unit.in_(wanted)).order_by(table.c.unit).with_for_update())
    return {row["unit"]: row["seq"] for row in locked}


def set_sequences(connection: Connection, numbers: Mapping[str, int]) -> None:
    """Store the last numbers taken."""
    table = tables.scope_seq
    statement = update(table).where(table.c.unit == bindparam("of")).values(seq=bindparam("to"))
    connection.execute(statement, [{"of": unit, "to": seq} for unit, seq in numbers.items()])


def high_water(connection: Connection, unit: str) -> int:
    """The last number of a unit, 0 when nothing ever came."""
    table = tables.scope_seq
    return connection.execute(select(table.c.seq).where(table.c.unit == unit)).scalar() or 0
