"""What a list told of a product's stars while no decision written here confirms it: shown as it was told, by whom it waits for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import fold
from ocop_desktop.storage import former_units, lines, records
from ocop_desktop.storage.db import Db

State = Literal["told", "listed", "returned"]
"""Told by a commune; taken from a list that a level above brought in; sent back to the commune with a remark."""
FIELDS = ("stars", "decision_no", "decided_on", "ends_on", "year", "authority", "total", "status", "group")
RETURNED = "claim.returned"
RETURNED_ON = "claim.returned_on"
BY = "claim.by"
"""The level whose office brought the list in."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Stars of a product as a list told them. ``unread``: the words of cells nobody could read; ``remark``: of the level that
    sent it back."""

    product: str
    name: str
    producer: str
    producer_kind: str
    unit: str
    unit_name: str
    criteria_set: str
    code: str
    state: State
    stars: int = 0
    decision_no: str = ""
    decided_on: date | None = None
    ends_on: date | None = None
    year: int = 0
    authority: str = ""
    total: int | None = None
    status: str = ""
    unread: tuple[str, ...] = ()
    remark: str = ""
    returned_on: date | None = None

    @property
    def search(self) -> str:
        """What the list is searched by."""
        return fold(" ".join((self.name, self.producer, self.unit_name, self.code, self.decision_no)))


def claims(db: Db) -> list[Claim]:
    """Every product whose stars were told and that no recognition of its history confirms."""
    products = records.of_type(db, "product")
    of_line = {each.id: lines.line_of(each) for each in products}
    confirmed = {of_line.get(id_, id_) for id_ in _recognised(records.of_type(db, "recognition"))}
    producers = {each.id: each for each in records.of_type(db, "producer")}
    found: dict[str, Claim] = {}
    for each in products:
        line = of_line[each.id]
        if line not in confirmed and not each.body.get("merged.into") and told(each):
            found[line] = _claim(db, each, producers.get(str(each.body.get("producer") or "")))
    return list(found.values())


def of_line(db: Db, line: Iterable[Record], recognised: bool) -> Claim | None:
    """What was told of one product, its records given; None where a recognition says it, or nothing was told."""
    last = next((each for each in reversed(list(line)) if told(each)), None)
    if recognised or last is None or last.body.get("merged.into"):
        return None
    return _claim(db, last, records.find(db, str(last.body.get("producer") or "")))


def told(product: Record) -> bool:
    """Whether a list told something of the stars of a product."""
    body = product.body
    return any(body.get(f"claim.{name}") for name in ("stars", "decision_no", "status")) or bool(_unread(body))


def _recognised(found: Iterable[Record]) -> set[str]:
    return {str(each.body.get("product") or "") for each in found}


def _unread(body: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(
        str(value) for key, value in body.items() if key.startswith(("unread.one.", "unread.two.", "unread.now."))
    )


def _claim(db: Db, product: Record, producer: Record | None) -> Claim:
    body = product.body
    year, stars, total = (body.get(f"claim.{name}") for name in ("year", "stars", "total"))
    state: State = "listed" if body.get(BY) in {"province", "district"} else "told"
    owner = producer.body if producer is not None else {}
    return Claim(
        product=product.id,
        name=str(body.get("name") or ""),
        producer=str(owner.get("name") or ""),
        producer_kind=str(owner.get("kind") or ""),
        unit=product.unit,
        unit_name=former_units.name(db, product.unit),
        criteria_set=str(body.get("set") or ""),
        code=str(body.get("code") or ""),
        state="returned" if body.get(RETURNED) else state,
        stars=stars if isinstance(stars, int) else 0,
        decision_no=str(body.get("claim.decision_no") or ""),
        decided_on=_day(body.get("claim.decided_on")),
        ends_on=_day(body.get("claim.ends_on")),
        year=year if isinstance(year, int) else 0,
        authority=str(body.get("claim.authority") or ""),
        total=total if isinstance(total, int) else None,
        status=str(body.get("claim.status") or ""),
        unread=_unread(body),
        remark=str(body.get(RETURNED) or ""),
        returned_on=_day(body.get(RETURNED_ON)),
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
