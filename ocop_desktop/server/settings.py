"""What an installation of the server is told: where its data is, which province it serves, how much it accepts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, make_url

from ocop_desktop.protocol import Limits

_MIB = 1024 * 1024


LIMITS = Limits(
    body=8 * _MIB,
    decoded=32 * _MIB,
    ops=2000,
    field=100 * 1024,
    file=100 * _MIB,
    chunk=4 * _MIB,
    page=500,
)


@dataclass(frozen=True)
class Pace:
    """How fast requests may come: ``burst`` at once, then ``each_second``; ``at_once``: how many under way, 0 for any."""

    each_second: float
    burst: int
    at_once: int = 0


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``data``: the folder of everything that must be backed up together.

    ``database``: empty for SQLite in ``data``, or ``postgresql://...``. ``files``: empty for a folder in ``data``, or an
    ``s3://bucket/prefix`` address (credentials come from the environment, as obstore reads them). ``reserve``: bytes of
    disk kept free for records; below it files wait. ``clock`` gives an aware UTC instant. ``metrics_token``: who may read
    ``/metrics``; empty: only this machine. ``pace``: of one device at one worker; ``address_pace``: of all at one address
    that show no token, for many communes may come through one address of the state's network.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8765
    database: str = ""
    files: str = ""
    province: str = ""
    province_name: str = ""
    message: str = ""
    min_app: str = ""
    limits: Limits = LIMITS
    token_seconds: int = 3600
    upload_days: int = 14
    metrics_token: str = ""
    reserve: int = 512 * _MIB
    pace: Pace = Pace(each_second=30, burst=600, at_once=8)
    address_pace: Pace = Pace(each_second=200, burst=4000)
    clock: Callable[[], datetime] = _now

    def database_url(self) -> URL:
        """The address for SQLAlchemy: plain ``postgresql://`` is spoken through psycopg 3."""
        if not self.database:
            return URL.create("sqlite", database=str(self.data / "server.db"))
        url = make_url(self.database)
        return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgresql", "postgres"} else url


def stamp(moment: datetime) -> str:
    """An instant as stored and sent: UTC, milliseconds, ``Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
