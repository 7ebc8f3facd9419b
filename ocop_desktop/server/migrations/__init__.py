"""The history of the server's tables, run when the server starts; a released file is never edited."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text

from ocop_desktop.errors import Damaged

# Two workers starting at once: the second waits here (PostgreSQL; on SQLite the write transaction does it).
_LOCK = 0x0C0F


def upgrade(connection: Connection) -> None:
    """Bring the database to this program's tables, inside the caller's write transaction.

    Raises ``Damaged("database.newer")`` when a newer program made it.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise Damaged("database.newer") from error
