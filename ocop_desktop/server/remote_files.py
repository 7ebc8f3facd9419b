"""Evidence files in an object store (S3), through obstore. Imported when an address asks for it: a PC's program carries none."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import ObjectStore, from_url

from ocop_desktop.server.problems import refuse

_log = logging.getLogger(__name__)

# A storage that is away: a PC is told to come back before its own patience ends, and no worker is held for minutes.
_AWAY_SECONDS, _TRY_SECONDS = 15, 30


class Remote:
    """A storage elsewhere. Raises ``server.busy`` when it does not answer."""

    def __init__(self, address: str) -> None:
        self.store = _store(address)

    def put(self, name: str, part: Path) -> None:
        """Store a part under a name."""
        with _answering():
            obstore.put(self.store, name, part)

    def get(self, name: str, start: int, end: int) -> bytes:
        """The bytes from ``start`` up to ``end``. Raises ``FileNotFoundError``."""
        with _answering():
            return bytes(obstore.get_range(self.store, name, start=start, end=end))


def _store(address: str) -> ObjectStore:
    if not address.startswith("s3://"):
        return from_url(address)
    # Options given here replace those of the environment, of which this one has no other way in.
    plain = os.environ.get("AWS_ALLOW_HTTP", "").lower() in {"true", "1", "yes"}
    return from_url(
        address,
        client_options={
            "allow_http": plain,
            "connect_timeout": timedelta(seconds=5),
            "timeout": timedelta(seconds=_TRY_SECONDS),
        },
        retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=_AWAY_SECONDS)},
    )


@contextmanager
def _answering() -> Iterator[None]:
    """What obstore says of a storage that is away or refuses is for a log; a PC is told to come again."""
    try:
        yield
    except BaseError as error:
        _log.error("the storage of files does not answer", exc_info=error)
        raise refuse("server.busy", retry_after=15) from error
