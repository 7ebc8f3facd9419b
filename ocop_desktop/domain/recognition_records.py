"""Reads the records of a recognition and of what befell it as the rules take them; the register, the clock, the reports and
the programme count from the same reading."""

from datetime import date
from typing import get_args

from ocop_desktop.domain.recognition import Happening, HappeningKind, Recognised
from ocop_desktop.domain.records import Record

HAPPENINGS: tuple[HappeningKind, ...] = get_args(HappeningKind)
"""The record types of what befalls a recognised product."""


def recognised(record: Record) -> Recognised:
    """A recognition's record as the rules read it."""
    body = record.body
    return Recognised(
        id=record.id,
        stars=int(body.get("stars") or 0),
        decided_on=date.fromisoformat(str(body["decided_on"])),
        issued_on=date.fromisoformat(str(body["issued_on"])),
        ends=date.fromisoformat(str(body["ends_on"])),
        kind=str(body.get("kind") or "lan-dau"),
    )


def happening(record: Record) -> Happening:
    """A record of one of ``HAPPENINGS`` as the rules read it."""
    body = record.body
    return Happening(
        kind=next(each for each in HAPPENINGS if each == record.type),
        day=date.fromisoformat(str(body.get("decided_on") or body["day"])),
        breach=body.get("breach") is True,
        stars=int(body.get("stars") or 0),
        remedied=_maybe(body.get("remedied_on")),
        again=_maybe(body.get("again_on")),
    )


def _maybe(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
