"""The clock of this PC; tests put their own in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of the machine, in UTC."""
    return datetime.now(UTC)
