"""Producers and products that may be one: while one types, over the whole area, and brought together by a person.

Bringing two together loses nothing: the record that goes stays, marked with where it went, and what named it names the
other where this office may still write it. It is undone with a reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain import likeness, names
from ocop_desktop.domain.dossiers import EDITABLE
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.likeness import Likeness, Reason, Weights
from ocop_desktop.domain.names import Name
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import fold, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, former_units, journal, listing, records
from ocop_desktop.storage.db import Db

Kind = Literal["producer", "product"]

SUSPECT = 0.80
"""From this likeness on two names are shown to a person; measured on the labelled pairs of the tests."""
_MOST_IN_BLOCK = 60
"""A word that more names have than this begins no block of its own: “nông nghiệp” would compare everybody with everybody."""
ALIKE = 3
"""So many producers with the same kind of product are shown as Quảng Nam's Quyết định 794/QĐ-UBND (2020) asks. No number
stands there: three is this program's."""
_RAW_SUBGROUPS = ("tươi sống", "thô, sơ chế")

_WHY: dict[Reason, str] = {
    "same": "cùng một tên",
    "tones": "khác dấu",
    "form": "khác cách ghi loại hình",
    "order": "khác thứ tự chữ",
    "spelling": "khác một hai chữ cái",
    "extra": "thêm hoặc bớt chữ",
    "place": "khác phần địa danh",
    "size": "khác năm, số, quy cách",
}


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of two records that look alike. ``refs``: how many records name it."""

    id: str
    name: str
    producer: str
    unit: str
    unit_name: str
    created: str
    refs: int = 0


@dataclass(frozen=True, kw_only=True)
class Suspect:
    """Two records that may be one, most likely first; ``reasons`` in words by ``why``."""

    kind: Kind
    one: Side
    other: Side
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True)
class Alike:
    """One kind of product that several producers make."""

    name: str
    producers: int
    products: tuple[Side, ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    """What looks alike over the whole area; ``raw``: products that are fresh or raw by their set; ``merged``: what was
    brought together and can be parted again, as (the one that went, the one that stayed)."""

    suspects: tuple[Suspect, ...]
    alike: tuple[Alike, ...]
    raw: tuple[Side, ...]
    merged: tuple[tuple[Kind, Side, Side], ...] = ()


def why(reasons: Iterable[Reason]) -> str:
    """The reasons in words."""
    return ", ".join(_WHY[each] for each in reasons)


def pairs(
    items: Sequence[tuple[str, Name]], weights: Weights, least: float = SUSPECT
) -> list[tuple[int, int, Likeness]]:
    """The pairs that look alike among names, by place; ``items``: the unit they are of, and the name.

    Only names of one unit with a rare word, or two words, in common are compared: the same name elsewhere is another's.
    """
    blocks: dict[str, list[int]] = {}
    for at, (unit, each) in enumerate(items):
        for block in set(likeness.keys(each, weights, _MOST_IN_BLOCK)):
            blocks.setdefault(f"{unit} {block}", []).append(at)
    seen: set[tuple[int, int]] = set()
    found: list[tuple[int, int, Likeness]] = []
    for places in blocks.values():
        if len(places) > 3 * _MOST_IN_BLOCK:
            continue
        for first, at in enumerate(places):
            for other in places[first + 1 :]:
                pair = (at, other)
                if pair in seen:
                    continue
                seen.add(pair)
                if not likeness.may_be(items[at][1], items[other][1]):
                    continue
                near = likeness.compare(items[at][1], items[other][1], weights)
                if near.score >= least:
                    found.append((at, other, near))
    found.sort(key=lambda each: -each[2].score)
    return found


def _living(db: Db, type_: Kind) -> list[Record]:
    return [
        each
        for each in records.of_type(db, type_)
        if each.body.get("name")
        and not each.body.get("merged.into")
        and (type_ == "producer" or not each.body.get("line"))
    ]


def whole_area(db: Db) -> Found:
    """Everything that looks alike among the records here."""
    producers, products = _living(db, "producer"), _living(db, "product")
    by_id = {each.id: each for each in records.of_type(db, "producer")}
    suspects = [*_suspects(db, "producer", producers, by_id), *_suspects(db, "product", products, by_id)]
    suspects.sort(key=lambda each: -each.score)
    raw = tuple(_side(db, each, by_id) for each in products if _is_raw(each))
    merged = [
        (type_, _side(db, each, by_id), _side(db, kept, by_id))
        for type_ in ("producer", "product")
        for each in records.of_type(db, type_)
        if each.body.get("merged.into") and (kept := records.find(db, str(each.body["merged.into"]))) is not None
    ]
    return Found(
        suspects=tuple(suspects),
        alike=tuple(_alike(db, products, by_id)),
        raw=raw,
        merged=tuple(merged),  # type: ignore[arg-type]
    )


def _suspects(db: Db, kind: Kind, own: list[Record], producers: dict[str, Record]) -> list[Suspect]:
    items = [(each.unit, names.name(str(each.body["name"]))) for each in own]
    weights = Weights(each for _unit, each in items)
    found = []
    keys = {each.id: _producer_key(each, producers) for each in own} if kind == "product" else {}
    for at, other, near in pairs(items, weights):
        left, right = own[at], own[other]
        if kind == "product" and keys[left.id] and keys[right.id] and not _same_producer(keys[left.id], keys[right.id]):
            continue
        sides = sorted((left, right), key=lambda each: each.created)
        one, two = (_side(db, each, producers) for each in sides)
        found.append(Suspect(kind=kind, one=one, other=two, score=near.score, reasons=near.reasons))
    return found


def _producer_key(product: Record, producers: dict[str, Record]) -> str:
    owner = producers.get(str(product.body.get("producer") or ""))
    return str(owner.body.get("name") or "") if owner is not None else ""


_ALONE = Weights()


def _same_producer(left: str, right: str) -> bool:
    return left == right or likeness.compare(names.name(left), names.name(right), _ALONE).score >= SUSPECT


def _side(db: Db, record: Record, producers: dict[str, Record]) -> Side:
    owner = producers.get(str(record.body.get("producer") or ""))
    return Side(
        id=record.id,
        name=str(record.body.get("name") or ""),
        producer=str(owner.body.get("name") or "") if owner is not None else "",
        unit=record.unit,
        unit_name=former_units.name(db, record.unit),
        created=record.created,
    )


def _is_raw(product: Record) -> bool:
    code = str(product.body.get("set") or "")
    found = next((each for each in legal.criteria_sets(legal.regimes()[-1].id) if each.code == code), None)
    return found is not None and any(words in found.subgroup.lower() for words in _RAW_SUBGROUPS)


def _alike(db: Db, products: list[Record], producers: dict[str, Record]) -> list[Alike]:
    """Products that have the same name once their producer's own words are taken away: three bags of “mật ong rừng”."""
    groups: dict[tuple[str, ...], list[Record]] = {}
    for each in products:
        owner = producers.get(str(each.body.get("producer") or ""))
        theirs = set(names.name(str(owner.body.get("name") or "")).core) if owner is not None else set()
        place = legal.commune(each.unit)
        around = set(fold(place.short).split()) if place is not None else set()
        taken = names.name(str(each.body["name"]), without=theirs | around)
        if len(taken.core) > 1:
            groups.setdefault(tuple(sorted(taken.core)), []).append(each)
    found = []
    for own in groups.values():
        owners = {str(each.body.get("producer") or each.id) for each in own}
        if len(owners) >= ALIKE:
            sides = tuple(_side(db, each, producers) for each in own)
            shortest = min((each.name for each in sides), key=len)
            found.append(Alike(name=shortest, producers=len(owners), products=sides))
    return sorted(found, key=lambda each: -each.producers)


def near(db: Db, kind: Kind, typed: str, limit: int = 3) -> list[tuple[Side, str]]:
    """Records whose name looks like what is being typed, with why; the same name first."""
    taken = names.name(one_line(typed))
    if not taken.core or len("".join(taken.core)) < 3:
        return []
    own = _living(db, kind)
    producers = {each.id: each for each in records.of_type(db, "producer")}
    every = [names.name(str(each.body["name"])) for each in own]
    weights = Weights(every)
    words = set(taken.core)
    found = []
    for record, each in zip(own, every, strict=True):
        if words.isdisjoint(each.core):
            continue
        how = likeness.compare(taken, each, weights)
        if how.score >= SUSPECT:
            found.append((how.score, record, how.reasons))
    found.sort(key=lambda each: -each[0])
    return [(_side(db, record, producers), why(reasons)) for _score, record, reasons in found[:limit]]


def _pair_of(db: Db, keep: str, lose: str) -> tuple[Record, Record]:
    kept, lost = records.find(db, keep), records.find(db, lose)
    if kept is None or lost is None or kept.deleted or lost.deleted:
        raise Refused("duplicate.gone")
    if kept.id == lost.id:
        raise Refused("duplicate.same")
    if kept.type != lost.type or kept.type not in {"producer", "product"}:
        raise Refused("duplicate.kind")
    if kept.unit != lost.unit:
        raise Refused("duplicate.unit")
    if kept.body.get("merged.into") or lost.body.get("merged.into"):
        raise Refused("duplicate.merged")
    return kept, lost


@only("write")
def merge(db: Db, keep: str, lose: str, reason: str) -> Changes:
    """Bring two records together: what named ``lose`` names ``keep``, which takes the fields it lacks; ``lose`` stays, marked.

    A product's history becomes one by its line. What stands on a dossier that is handed over is left as it was sent.
    ``Refused``: ``duplicate.same``, ``duplicate.kind``, ``duplicate.unit``, ``duplicate.merged``, ``duplicate.gone``,
    ``reason.missing``.
    """
    kept, lost = _pair_of(db, keep, lose)
    if not one_line(reason):
        raise Refused("reason.missing")
    touched: set[str] = set()
    moved: list[str] = []
    if kept.type == "producer":
        moved = _repoint(db, lost.id, kept.id, touched)
    lent = {
        key: value
        for key, value in lost.body.items()
        if key not in kept.body and not key.startswith(("merged.", "unread.")) and key != "line"
    }
    if kept.type == "product":
        lent.pop("producer", None)
    records.patch(db, kept, lent)
    mark: Values = {
        "merged.into": kept.id,
        "merged.reason": one_line(reason),
        "merged.moved": " ".join(moved) or None,
        "merged.lent": " ".join(sorted(lent)) or None,
    }
    if lost.type == "product":
        mark |= {"merged.line": lost.body.get("line"), "line": str(kept.body.get("line") or kept.id)}
    records.patch(db, lost, mark)
    if kept.type == "producer":
        listing.note_producer(db, kept.id, records.get(db, kept.id).body)
        listing.note_producer(db, lost.id, records.get(db, lost.id).body)
    journal.write(db, "record.merged", record=lost.id, into=kept.id, type=kept.type, reason=one_line(reason))
    touched |= dossiers.that_stand_on(db, kept.id)
    for each in touched:
        listing.refresh(db, each)
    return Changes(dossiers=frozenset(touched), types=frozenset({kept.type}), outbox=True)


def _repoint(db: Db, lost: str, kept: str, touched: set[str]) -> list[str]:
    """Let products and dossiers of one producer name another; gives the records that were changed."""
    moved: list[str] = []
    locked: set[str] = set()
    for record in records.of_type(db, "dossier"):
        if record.body.get("producer") != lost:
            continue
        if record.body.get("state") in EDITABLE:
            records.patch(db, record, {"producer": kept})
            moved.append(record.id)
            touched.add(record.id)
        else:
            locked.add(str(record.body.get("product") or ""))
    for record in records.of_type(db, "product"):
        if record.body.get("producer") == lost and record.id not in locked:
            records.patch(db, record, {"producer": kept})
            moved.append(record.id)
    return moved


@only("write")
def part(db: Db, lost: str, reason: str) -> Changes:
    """Undo a merge, with a reason: what it changed and nobody changed since goes back.

    ``Refused``: ``duplicate.not_merged``, ``duplicate.gone``, ``reason.missing``.
    """
    record = records.find(db, lost)
    if record is None or record.deleted:
        raise Refused("duplicate.gone")
    into = str(record.body.get("merged.into") or "")
    if not into:
        raise Refused("duplicate.not_merged")
    if not one_line(reason):
        raise Refused("reason.missing")
    touched: set[str] = set()
    for id_ in str(record.body.get("merged.moved") or "").split():
        each = records.find(db, id_)
        locked = each is not None and each.type == "dossier" and each.body.get("state") not in EDITABLE
        if each is not None and not each.deleted and not locked and each.body.get("producer") == into:
            records.patch(db, each, {"producer": lost})
            touched |= {id_} if each.type == "dossier" else set()
    kept = records.find(db, into)
    if kept is not None and not kept.deleted:
        lent = str(record.body.get("merged.lent") or "").split()
        records.patch(db, kept, {key: None for key in lent if kept.body.get(key) == record.body.get(key)})
    back: Values = {key: None for key in record.body if key.startswith("merged.")}
    if record.type == "product":
        back["line"] = record.body.get("merged.line")
    records.patch(db, record, back)
    if record.type == "producer":
        listing.note_producer(db, lost, records.get(db, lost).body)
        if kept is not None:
            listing.note_producer(db, into, records.get(db, into).body)
    journal.write(db, "record.parted", record=lost, into=into, type=record.type, reason=one_line(reason))
    touched |= dossiers.that_stand_on(db, into)
    for each_id in touched:
        listing.refresh(db, each_id)
    return Changes(dossiers=frozenset(touched), types=frozenset({record.type}), outbox=True)
