"""Histories put together and taken apart: each law's dossier may have made its own record of one and the same product."""

from collections.abc import Iterable
from dataclasses import dataclass

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import fold, one_line, sort_key
from ocop_desktop.errors import Refused
from ocop_desktop.storage import former_units, journal, lines, records
from ocop_desktop.storage.db import Db

MOST = 80
"""How many products are offered to be joined; the likest stand first."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One record of a product. ``years`` of its dossiers; ``unit`` as it is called now."""

    product: str
    name: str
    producer: str
    unit: str
    years: tuple[int, ...]
    code: str


def parts(db: Db, product: str) -> list[Part]:
    """The records that make up a product, the earliest first. ``Refused``: ``product.gone``."""
    return [_part(db, each) for each in _line(db, product)]


def candidates(db: Db, product: str) -> list[Part]:
    """Products of the same place today that may be this one: those of its producer and of a like name first."""
    own = _line(db, product)
    ids = {each.id for each in own}
    there = {former_units.now(db, each.unit) for each in own}
    names = {word for each in own for word in fold(str(each.body.get("name") or "")).split()}
    producers = {_producer(db, each) for each in own}

    def unlike(each: Record) -> tuple[bool, int, str]:
        words = set(fold(str(each.body.get("name") or "")).split())
        return _producer(db, each) not in producers, -len(words & names), sort_key(str(each.body.get("name") or ""))

    others = [each for each in records.of_type(db, "product") if each.id not in ids]
    near = [each for each in others if former_units.now(db, each.unit) in there]
    likest = sorted(near, key=unlike)[:MOST]
    return [_part(db, each) for each in likest]


@only("write")
def join(db: Db, product: str, other: str, reason: str) -> Changes:
    """Say that two products are one: from here on they have one history, and the next dossier goes on from the latest.

    ``Refused``: ``product.gone``, ``product.same``, ``reason.missing``.
    """
    why = _reason(reason)
    one, two = _line(db, product), _line(db, other)
    if {each.id for each in one} & {each.id for each in two}:
        raise Refused("product.same")
    first = min((one, two), key=lambda each: _first_day(db, each))
    line = lines.line_of(first[0])
    for each in (*one, *two):
        _set_line(db, each, line)
    _note(db, "product.joined", one, _name(two), why)
    _note(db, "product.joined", two, _name(one), why)
    return _changed()


@only("write")
def separate(db: Db, part: str, reason: str) -> Changes:
    """Take one record of a product out of the history again: it is a product of its own.

    ``Refused``: ``product.gone``, ``product.alone``, ``reason.missing``.
    """
    why = _reason(reason)
    there = _line(db, part)
    rest = [each for each in there if each.id != part]
    if not rest:
        raise Refused("product.alone")
    own = next(each for each in there if each.id == part)
    line = lines.line_of(own)
    _set_line(db, own, own.id)
    left = rest[0].id if line == part else line
    for each in rest:
        _set_line(db, each, left)
    _note(db, "product.separated", [own], _name(rest), why)
    _note(db, "product.separated", rest, _name([own]), why)
    return _changed()


def _line(db: Db, product: str) -> list[Record]:
    found = records.find(db, product)
    if found is None or found.deleted or found.type != "product":
        raise Refused("product.gone")
    return lines.of_line(db, lines.line_of(found))


def _set_line(db: Db, product: Record, line: str) -> None:
    records.patch(db, product, {"line": None if product.id == line else line})


def _first_day(db: Db, products: Iterable[Record]) -> str:
    days = (_received(db, each) for each in products)
    return min((day for found in days for day in found if day), default="9999")


def _received(db: Db, product: Record) -> list[str]:
    found = (records.get(db, each).body.get("received_on") for each in lines.dossiers(db, [product.id]))
    return [str(day or "") for day in found]


def _note(db: Db, what: str, products: list[Record], other: str, reason: str) -> None:
    there = lines.dossiers(db, [each.id for each in products])
    journal.write(db, what, dossier=there[0] if there else None, record=products[0].id, other=other, reason=reason)


def _name(products: list[Record]) -> str:
    return str(products[-1].body.get("name") or "")


def _producer(db: Db, product: Record) -> str:
    found = records.find(db, str(product.body.get("producer") or ""))
    return fold(str(found.body.get("name") or "")) if found is not None else ""


def _part(db: Db, product: Record) -> Part:
    producer = records.find(db, str(product.body.get("producer") or ""))
    return Part(
        product=product.id,
        name=str(product.body.get("name") or ""),
        producer=str(producer.body.get("name") or "") if producer is not None else "",
        unit=former_units.name(db, product.unit),
        years=tuple(sorted({int(day[:4]) for day in _received(db, product) if day})),
        code=str(product.body.get("code") or ""),
    )


def _reason(reason: str) -> str:
    if not one_line(reason):
        raise Refused("reason.missing")
    return one_line(reason)


def _changed() -> Changes:
    return Changes(types=frozenset({"product"}), outbox=True)
