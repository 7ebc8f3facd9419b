"""Reception numbers and product codes of this PC: given out of its own blocks, on the disk before they are shown."""

import json
from dataclasses import dataclass
from pathlib import Path

from ocop_desktop import legal, paths
from ocop_desktop.actions import dossiers
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.domain import codes, serials
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.serials import Block, Kind
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers as stored
from ocop_desktop.storage import journal, listing, records, replica, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import write_file

TYPE = "numbers"
PATTERN = "office.reception_pattern"
_GIVEN = "numbers.given."
_ALONE = "numbers.alone."
_DROPPED = "numbers.dropped."
_WANTED = "numbers.wanted"


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """What a dossier's page shows: its number and code, the codes it had, and how many of each kind this PC may still give.

    ``pattern_found`` is False while the default stands: the law does not say how the blanks are filled.
    """

    reception_no: str
    code: str
    old_codes: tuple[str, ...]
    left: dict[Kind, tuple[int, ...]]
    enrolled: bool
    pattern: str
    pattern_default: bool


def pattern(db: Db) -> str:
    """The pattern of reception numbers: the office's own, or the default."""
    return str(settings.read(db, PATTERN) or codes.PATTERN)


@only("settings")
def save_pattern(db: Db, text: str) -> Changes:
    """Set the pattern; empty goes back to the default. ``Refused``: ``code.pattern``."""
    from ocop_desktop.actions.office import save_office

    typed = one_line(text)
    return save_office(db, {PATTERN: codes.check_pattern(typed) if typed else None})


def numbers(db: Db, dossier: str) -> Numbers:
    """What there is and what may be given."""
    whole = stored.load(db, dossier)
    year = _year(whole.values)
    old = str(whole.product.body.get("old_codes") or "")
    return Numbers(
        reception_no=str(whole.values.get("dossier.reception_no") or ""),
        code=str(whole.product.body.get("code") or ""),
        old_codes=tuple(code for code in old.split("; ") if code),
        left={kind: tuple(_free(db, kind, year)) for kind in serials.KINDS},
        enrolled=_enrolled(db),
        pattern=pattern(db),
        pattern_default=settings.read(db, PATTERN) is None,
    )


@only("write")
def receive(db: Db, values: Values, producer: str | None = None) -> Changes:
    """Receive a dossier with its reception number and its product's code, as far as this PC has numbers to give."""
    changes = dossiers.receive(db, values, producer)
    assert changes.created is not None
    number_received(db, changes.created)
    return changes


Used = dict[tuple[Kind, int], set[int]]
"""Numbers on dossiers and products by kind and year, read once for a table that brings many."""


def number_received(db: Db, dossier: str, used: Used | None = None) -> bool:
    """Give a dossier that was received what it lacks of number and code, as far as this PC has any; tells whether it did."""
    whole = stored.load(db, dossier)
    number = "" if whole.values.get("dossier.reception_no") else next_reception(db, dossier, used)
    if number:
        records.patch(db, whole.dossier, {"reception_no": number})
    coded = not whole.product.body.get("code") and _give_code(db, dossier, used)
    if number or coded:
        listing.refresh(db, dossier)
    return bool(number or coded)


def next_reception(db: Db, dossier: str, used: Used | None = None) -> str:
    """Take the next reception number for a dossier; empty when this PC has none to give."""
    whole = stored.load(db, dossier)
    year = _year(whole.values)
    serial = take(db, "reception", year, used)
    if serial is None:
        return ""
    commune = legal.commune(whole.dossier.unit)
    province = commune.province if commune else str(settings.read(db, "office.province", "") or "")
    return codes.reception_no(pattern(db), serial, year, province, whole.dossier.unit)


@only("write")
def give_code(db: Db, dossier: str) -> Changes:
    """Give the product of a dossier its code. ``Refused``: ``numbers.none``, ``code.has``."""
    whole = stored.load(db, dossier)
    if whole.product.body.get("code"):
        raise Refused("code.has")
    if not _give_code(db, dossier):
        raise Refused("numbers.none")
    listing.refresh(db, dossier)
    return Changes(dossiers=frozenset({dossier}), outbox=True)


def _give_code(db: Db, dossier: str, used: Used | None = None) -> bool:
    whole = stored.load(db, dossier)
    unit = legal.commune(whole.dossier.unit)
    if unit is None or whole.product.body.get("code") or not whole.product.id:
        return bool(whole.product.body.get("code"))
    year = _year(whole.values)
    serial = take(db, "product", year, used)
    if serial is None:
        return False
    code = codes.ProductCode(province=unit.province, commune=unit.code, serial=serial, year=year)
    records.patch(db, whole.product, {"code": str(code)})
    journal.write(db, "code.given", dossier=dossier, record=whole.product.id, code=str(code))
    return True


@only("write")
def set_code(db: Db, dossier: str, text: str, reason: str) -> Changes:
    """Put another code on a product, of the new or the old form, and keep the one before. With a reason.

    ``Refused``: ``code.form``, ``code.taken`` (``what``), ``reason.missing``.
    """
    if not one_line(reason):
        raise Refused("reason.missing")
    code = str(codes.read_code(text))
    whole = stored.load(db, dossier)
    for record in records.of_type(db, "product"):
        if record.id != whole.product.id and record.body.get("code") == code:
            raise Refused("code.taken", number=code, what=str(record.body.get("name") or ""))
    replace_code(db, whole.product, code)
    before = str(whole.product.body.get("code") or "")
    journal.write(db, "code.changed", dossier=dossier, record=whole.product.id, code=code, before=before,
                  reason=one_line(reason))  # fmt: skip
    touched = stored.that_stand_on(db, whole.product.id) | {dossier}
    for each in touched:
        listing.refresh(db, each)
    return Changes(dossiers=frozenset(touched), outbox=True)


def replace_code(db: Db, product: Record, code: str | None) -> None:
    """A new code, or none yet; the one before stays with the product for ever."""
    before = str(product.body.get("code") or "")
    if not before:
        records.patch(db, product, {"code": code})
    elif before != code:
        old = [each for each in str(product.body.get("old_codes") or "").split("; ") if each]
        records.patch(db, product, {"code": code, "old_codes": "; ".join([*old, before])})


# Blocks


def take(db: Db, kind: Kind, year: int, used: Used | None = None) -> int | None:
    """The next number of this PC, never given before and never again; ``None`` when it has none.

    A PC that no province knows keeps its numbers alone: it makes itself a block when the last one is empty.
    """
    want(db)
    own = _own_replica(db)
    there = _used(db, kind, year) if used is None else _remembered(db, used, kind, year)
    numbers = _free(db, kind, year, there)
    if not numbers and not _enrolled(db):
        block = _new_block(db, kind, year, own)
        settings.write(db, {f"{_GIVEN}{block.id}": block.first, f"{_ALONE}{block.id}": True})
        numbers = _free(db, kind, year, there)
    if not numbers:
        return None
    number = numbers[0]
    block = next(b for b in _blocks(db) if b.replica == own and (b.kind, b.year) == (kind, year) and b.holds(number))
    settings.write(db, {f"{_GIVEN}{block.id}": number + 1})
    _note_outside(db, block.id, number + 1)
    there.add(number)
    return number


def _remembered(db: Db, used: Used, kind: Kind, year: int) -> set[int]:
    if (kind, year) not in used:
        used[kind, year] = _used(db, kind, year)
    return used[kind, year]


def want(db: Db) -> None:
    """From now on this PC keeps numbers: it was enrolled by a person, or asked for a number."""
    if settings.read(db, _WANTED) is not True:
        settings.write(db, {_WANTED: True})


def prepare(db: Db) -> None:
    """Before an exchange: ask for the blocks that this PC will need, next year's too from November on.

    A PC that never gave a number asks for none until somebody here does (``want``).
    """
    if settings.read(db, _WANTED) is not True:
        return
    own = _own_replica(db)
    today = db.clock().astimezone().date()
    years = (today.year, today.year + 1) if today.month >= 11 else (today.year,)
    given = _given(db)
    for year in years:
        for kind in serials.KINDS:
            blocks = [b for b in _blocks(db) if b.replica == own and (b.kind, b.year) == (kind, year) and not b.dropped]
            waiting = any(block.id not in given for block in blocks)
            if not waiting and len(_free(db, kind, year)) < serials.LOW:
                _new_block(db, kind, year, own)


def settle(db: Db) -> None:
    """After an exchange that ended with both sides alike: use the own blocks nobody was before, drop the others."""
    own = _own_replica(db)
    blocks, given = _blocks(db), _given(db)
    for block in blocks:
        alone = settings.read(db, f"{_ALONE}{block.id}") is True
        if block.replica != own or block.dropped or not block.confirmed or (block.id in given and not alone):
            continue
        if serials.judge(block, blocks) == "drop":
            # Kept here only: that others still keep clear of it costs nobody anything.
            settings.write(
                db, {f"{_DROPPED}{block.id}": True, f"{_GIVEN}{block.id}": None, f"{_ALONE}{block.id}": None}
            )
        elif alone:
            settings.write(db, {f"{_ALONE}{block.id}": None})
        else:
            settings.write(db, {f"{_GIVEN}{block.id}": block.first})


def twice(db: Db) -> list[tuple[str, tuple[str, ...]]]:
    """Product codes and reception numbers that several dossiers bear, with those dossiers: PCs that worked alone met late."""
    rows = db.conn.execute(
        "SELECT number, group_concat(id, ' ') FROM ("
        "SELECT json_extract(body, '$.reception_no') AS number, id FROM record WHERE type = 'dossier' AND deleted = 0 "
        "UNION ALL SELECT json_extract(p.body, '$.code'), min(d.id) FROM record p JOIN record d ON "
        "json_extract(d.body, '$.product') = p.id AND d.type = 'dossier' AND d.deleted = 0 "
        "WHERE p.type = 'product' AND p.deleted = 0 GROUP BY p.id) "
        "WHERE number IS NOT NULL GROUP BY number HAVING count(*) > 1 ORDER BY number"
    )
    return [(number, tuple(ids.split())) for number, ids in rows]


def _blocks(db: Db) -> list[Block]:
    found = []
    dropped = {key.removeprefix(_DROPPED) for key in settings.read_all(db, _DROPPED)}
    for record in records.of_type(db, TYPE):
        body = record.body
        if body.get("kind") in serials.KINDS:
            found.append(
                Block(
                    id=record.id,
                    kind=body["kind"],  # type: ignore[arg-type]
                    year=int(body.get("year") or 0),
                    first=int(body.get("first") or 0),
                    last=int(body.get("last") or 0),
                    replica=str(body.get("replica") or ""),
                    confirmed=record.rev > 0,
                    dropped=record.id in dropped,
                )
            )
    return found


def _new_block(db: Db, kind: Kind, year: int, own: str) -> Block:
    start = settings.read(db, f"office.first_{kind}", 1)
    used = _used(db, kind, year)
    first = max(serials.next_first(_blocks(db), kind, year, int(start or 1)), max(used, default=0) + 1)
    body: Values = {"kind": kind, "year": year, "first": first, "last": first + serials.SIZE - 1, "replica": own}
    record = records.add(db, TYPE, body)
    return Block(id=record.id, kind=kind, year=year, first=first, last=first + serials.SIZE - 1, replica=own)


def _given(db: Db) -> dict[str, int]:
    """The blocks in use and the next number of each; what stands outside the database counts where it is further on."""
    inside = {key.removeprefix(_GIVEN): int(value or 0) for key, value in settings.read_all(db, _GIVEN).items()}
    outside = _outside(db)
    return {block: max(number, outside.get(block, 0)) for block, number in inside.items()}


def _free(db: Db, kind: Kind, year: int, used: set[int] | None = None) -> list[int]:
    own = str(settings.read(db, replica.REPLICA) or "")
    blocks = [b for b in _blocks(db) if b.replica == own and (b.kind, b.year) == (kind, year)]
    return serials.free(blocks, _given(db), _used(db, kind, year) if used is None else used)


def _used(db: Db, kind: Kind, year: int) -> set[int]:
    """What is on dossiers and products already, also typed by hand or brought from a table."""
    if kind == "reception":
        own = pattern(db)
        rows = db.conn.execute("SELECT json_extract(body, '$.reception_no') FROM record WHERE type = 'dossier'")
        found = (codes.reception_serial(own, str(row[0]), year) for row in rows if row[0])
        return {number for number in found if number is not None}
    used = set()
    unit = str(settings.read(db, "office.unit", "") or "")
    rows = db.conn.execute(
        "SELECT json_extract(body, '$.code') || '; ' || coalesce(json_extract(body, '$.old_codes'), '') FROM record "
        "WHERE type = 'product' AND json_extract(body, '$.code') IS NOT NULL"
    )
    for (text,) in rows:
        for each in filter(None, text.split("; ")):
            try:
                code = codes.read_code(each)
            except Refused:
                continue
            if code.year == year and code.commune == unit and not code.district:
                used.add(code.serial)
    return used


def _own_replica(db: Db) -> str:
    return replica.ensure(db, paths.device_profile())


def _enrolled(db: Db) -> bool:
    return bool(settings.read(db, "sync.device"))


def _year(values: Values) -> int:
    year = values.get("dossier.year")
    return year if isinstance(year, int) else int(str(values.get("dossier.received_on") or "2026")[:4])


def _outside_file(db: Db) -> Path:
    return paths.device_profile() / f"numbers-{settings.read(db, 'database.id')}.json"


def _outside(db: Db) -> dict[str, int]:
    """What this account gave, kept beside the database: a copy of yesterday brought back gives nothing again."""
    try:
        found = json.loads(_outside_file(db).read_text("ascii"))
    except (OSError, ValueError):
        return {}
    return {str(key): int(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _note_outside(db: Db, block: str, number: int) -> None:
    known = _outside(db)
    write_file(_outside_file(db), json.dumps({**known, block: max(number, known.get(block, 0))}).encode("ascii"))
