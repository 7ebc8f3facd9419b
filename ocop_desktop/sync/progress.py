"""Where a round stands, and the way it does its units."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from ocop_desktop.storage.db import Db

T = TypeVar("T")
Step = Literal["connect", "send", "receive", "files", "check"]

QUICK, SLOW = 2.0, 10.0
"""Seconds for one request: below, the next one is twice as large; above, half."""


class Run(Protocol):
    """Do one action in one unit on the writer, and give its answer."""

    def __call__(self, action: Callable[[Db], T], /) -> T: ...


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where a round stands: things done of this step, bytes, and seconds left where that can honestly be said."""

    step: Step
    done: int = 0
    total: int = 0
    bytes_done: int = 0
    bytes_total: int = 0
    seconds_left: int | None = None
