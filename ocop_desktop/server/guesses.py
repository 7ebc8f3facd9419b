"""Guessing of codes and passwords, slowed in the database for all workers at once: longer after each wrong try.

Counted are the address that tries and the code that is tried, each for itself: who goes from one address to the next with one
code waits, and who tries many codes from one address waits too. Both are kept as keyed hashes, an hour at most. A try that
comes too soon is not looked at and not counted, so that nobody is locked out for good.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, select

from ocop_desktop.server.identity import Identity
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.server.store import add
from ocop_desktop.server.tables import attempts

FREE = 5
"""Wrong tries that cost no wait: a code is read aloud over the telephone."""
LONGEST = 600
"""Seconds of the longest wait."""
_MEMORY = timedelta(hours=1)
_MOST = 5000
"""Wrong tries of everybody within the memory; beyond it all wait, for this is an attack from many addresses."""


def delay(failed: int) -> int:
    """Seconds to wait after so many wrong tries: none, then 2, 4, 8 and so on."""
    return 0 if failed < FREE else min(LONGEST, 2 ** min(failed - FREE + 1, 30))


def check(connection: Connection, identity: Identity, settings: Settings, *keys: str) -> None:
    """Raises ``enrol.too_many`` while one of the keys (an address, a code) has to wait."""
    now = settings.clock()
    recent = attempts.c.at >= stamp(now - _MEMORY)
    if connection.execute(select(func.count()).select_from(attempts).where(recent)).scalar_one() >= _MOST:
        raise refuse("enrol.too_many", retry_after=LONGEST)
    hashed = [identity.keyed_hash("source", key) for key in keys]
    counts = (
        select(func.count(), func.max(attempts.c.at))
        .where(recent, attempts.c.source.in_(hashed))
        .group_by(attempts.c.source)
    )
    left = 0.0
    for failed, last in connection.execute(counts):
        passed = max(0.0, (now - datetime.fromisoformat(last)).total_seconds())
        left = max(left, delay(failed) - passed)
    if left > 0:
        raise refuse("enrol.too_many", retry_after=int(left) + 1 if left % 1 else int(left))


def note(connection: Connection, identity: Identity, settings: Settings, *keys: str) -> None:
    """Remember a wrong try of these keys."""
    now = settings.clock()
    connection.execute(delete(attempts).where(attempts.c.at < stamp(now - _MEMORY)))
    add(connection, attempts, [{"source": identity.keyed_hash("source", key), "at": stamp(now)} for key in keys])


def allow_some(connection: Connection, identity: Identity, settings: Settings, key: str, most: int) -> None:
    """Count one of the ``most`` acts of ten minutes, right or wrong. Raises ``enrol.too_many``."""
    since = stamp(settings.clock() - timedelta(seconds=LONGEST))
    own = attempts.c.source == identity.keyed_hash("source", key)
    counted = select(func.count()).select_from(attempts).where(attempts.c.at >= since, own)
    if connection.execute(counted).scalar_one() >= most:
        raise refuse("enrol.too_many", retry_after=LONGEST)
    note(connection, identity, settings, key)
