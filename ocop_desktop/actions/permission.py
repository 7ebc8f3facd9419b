"""The role asked for before an action: ``@only("write")``. The window hides what is refused; the refusal is here."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from ocop_desktop.domain.roles import Act, allowed
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db

P = ParamSpec("P")
T = TypeVar("T")


def need(db: Db, act: Act) -> None:
    """``Refused``: ``role.<act>`` when the person who opened the office may not do it; the program itself may."""
    if not may(db, act):
        raise Refused(f"role.{act}")


def may(db: Db, act: Act) -> bool:
    """Whether the person who opened the office may do it."""
    return db.roles is None or allowed(act, db.roles)


def only(act: Act) -> Callable[[Callable[Concatenate[Db, P], T]], Callable[Concatenate[Db, P], T]]:
    """Marks an action that needs a role."""

    def mark(action: Callable[Concatenate[Db, P], T]) -> Callable[Concatenate[Db, P], T]:
        @wraps(action)
        def asked(db: Db, /, *arguments: P.args, **named: P.kwargs) -> T:
            need(db, act)
            return action(db, *arguments, **named)

        return asked

    return mark
