"""A list of products, or of producers, becomes records: producer, product, and a recognition where this office may write one.

One unit: all rows or none. What is known already is not made again: the same file twice brings nothing twice.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.lists.outcome import Did, Remark, RowDone, Taken
from ocop_desktop.actions.lists.reading import Opened, Progress, check_columns
from ocop_desktop.actions.lists.sets import product_set
from ocop_desktop.actions.lists.walking import each_row
from ocop_desktop.actions.lists.whereabouts import Finder, Whereabouts
from ocop_desktop.domain import kinds, names
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.lists import cells
from ocop_desktop.domain.lists.rows import Line
from ocop_desktop.domain.recognition import may_record, term_ends
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import journal, listing, records
from ocop_desktop.storage.db import Db

"""Rows between two words of progress."""
_SCORE = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?")
_PRODUCER_FIELDS = ("kind", "address", "phone", "email", "representative", "registration_no")
_CLAIM_FIELDS = ("stars", "decision_no", "decided_on", "year", "authority", "ends_on", "total", "status")


@dataclass
class _Row:
    values: dict[str, Value] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def text(self, key: str) -> str:
        return str(self.values.get(key) or "")


def take(
    db: Db,
    opened: Opened,
    keys: tuple[str, ...],
    *,
    dry_run: bool = False,
    everywhere: bool = False,
    progress: Progress | None = None,
) -> Taken:
    """Bring a list of products or producers in. ``everywhere``: also rows that name another unit, under this office's own.

    A recognition is written only by a level that may (``recognition.may_record``); else the stars stand on the product as
    told by the list (``claim.stars``), until the level that recognises writes them.
    ``Refused``: ``import.no_columns``; what ``progress`` raises.
    """
    check_columns(opened.kind, keys)
    work = _Work(db, opened, keys, dry_run=dry_run, everywhere=everywhere)
    done = each_row(opened, work.row, progress)
    made = work.made
    if made and not dry_run:
        journal.write(
            db,
            "list.imported",
            producers=work.producers,
            products=work.products,
            recognitions=work.recognitions,
        )
    types = frozenset({"producer", "product", "recognition"})
    return Taken(
        rows=done,
        producers=work.producers,
        products=work.products,
        recognitions=work.recognitions,
        claims=work.claims,
        changes=Changes(types=types, outbox=True) if made and not dry_run else Changes(),
    )


class _Work:
    """What is known while the rows go by."""

    def __init__(self, db: Db, opened: Opened, keys: tuple[str, ...], *, dry_run: bool, everywhere: bool) -> None:
        self._db = db
        self._dry = dry_run
        self._kind = opened.kind
        self._columns = [(at, key) for at, key in enumerate(keys) if key]
        self._heads = {key: " ".join(opened.listed.heads[at]) for at, key in self._columns}
        self._finder = Finder(db, everywhere=everywhere)
        self._today = db.clock().astimezone().date()
        self.producers = self.products = self.recognitions = self.claims = 0
        self.made = False
        self._fresh = 0
        self._regimes: dict[date, Regime] = {}
        self._producer_of: dict[tuple[str, str], str] = {}
        owners: dict[str, str] = {}
        for each in records.of_type(db, "producer"):
            name = str(each.body.get("name") or "")
            owners[each.id] = names.key(name)
            if not _nameless(name):
                target = str(each.body.get("merged.into") or each.id)
                self._producer_of.setdefault((owners[each.id], each.unit), target)
        self._product_of: dict[tuple[str, str, str], str] = {}
        for each in records.of_type(db, "product"):
            owner = str(each.body.get("producer") or "")
            name = names.key(str(each.body.get("name") or ""))
            self._product_of.setdefault((name, owners.get(owner, ""), each.unit), each.id)
            if owner:
                self._producer_of.setdefault((_alone(owners.get(owner, ""), name), each.unit), owner)
        self._recognised: set[tuple[str, str, str]] = set()
        for each in records.of_type(db, "recognition"):
            self._recognised.add(_mark(str(each.body.get("product") or ""), each.body))

    def row(self, line: Line) -> RowDone:
        """Take one row."""
        row = self._read(line)
        names = (row.text("producer.name"), row.text("product.name"))
        lacks = not names[1] if self._kind == "products" else not names[0]
        if lacks:
            return _done(line, "refused", row, Remark(code="import.nameless"))
        where = self._where(line, row)
        if where.code == "import.unit.other":
            return _done(line, "refused", row, Remark(code=where.code, text=where.then))
        if where.code:
            row.remarks.append(Remark(code=where.code, text=where.then))
        producer, new_producer = self._producer(row, where)
        if self._kind == "producers":
            return _done(line, "made" if new_producer else "known", row)
        product, new_product = self._product(row, where, producer)
        added = sum(self._recognition(row, part, product, where) for part in ("one", "two"))
        did: Did = "made" if new_product else "added" if added or new_producer else "known"
        return _done(line, did, row)

    def _where(self, line: Line, row: _Row) -> Whereabouts:
        said = {key: row.text(key) or line.above.get(key, "") for key in _UNIT_KEYS}
        return self._finder.of(*(said[key] for key in _UNIT_KEYS))

    # Reading

    def _read(self, line: Line) -> _Row:
        row = _Row()
        for at, key in self._columns:
            text = one_line(line.cells[at]) if at < len(line.cells) else ""
            if not text:
                continue
            try:
                self._put(row, key, text)
            except Refused as error:
                row.values[f"unread.{key}"] = text
                row.remarks.append(Remark(code=error.code, column=self._heads[key], text=text))
        if not row.values.get("producer.kind") and (kind := cells.producer_kind(row.text("producer.name"))):
            row.values["producer.kind"] = kind
            self._forget(row, "producer.kind")
        if (group := line.above.get("product.group")) and not row.values.get("product.group"):
            row.values["product.group"] = group
        return row

    def _forget(self, row: _Row, key: str) -> None:
        if row.values.pop(f"unread.{key}", None) is not None:
            row.remarks[:] = [each for each in row.remarks if each.column != self._heads[key]]

    def _put(self, row: _Row, key: str, text: str) -> None:
        if text.startswith("=") and len(text) > 1:
            raise Refused("import.formula")
        name = key.split(".")[1]
        if name == "stars":
            row.values[key] = cells.stars(text)
        elif name in {"decided_on", "ends_on"}:
            row.values[key] = cells.day(text)
        elif name == "decision_no":
            number, said = cells.decision(text)
            row.values[key] = number or None
            if said:
                row.values.setdefault(key.replace("decision_no", "decided_on"), said)
        elif name == "total":
            row.values[key] = _score(text)
        elif name == "year":
            found = re.search(r"(?:19|20)\d\d", text)
            if found is None:
                raise Refused("field.year.unreadable")
            row.values[key] = int(found[0])
        elif key == "producer.kind":
            if (kind := cells.producer_kind(text)) is None:
                raise Refused("field.choice.unknown")
            row.values[key] = kind
        elif key == "product.set":
            row.values[key] = product_set(text)
        elif name in {"phone", "email"}:
            row.values[key] = kinds.KINDS[name].parse(text)
        else:
            row.values[key] = text

    # Writing

    def _add(self, type_: str, body: Values, unit: str, parent: str | None) -> str:
        self.made = True
        if self._dry:
            self._fresh += 1
            return f"new-{self._fresh}"
        return records.add(self._db, type_, body, parent=parent, unit=unit).id

    def _producer(self, row: _Row, where: Whereabouts) -> tuple[str, bool]:
        name = row.text("producer.name")
        if not name:
            return "", False
        mark = (names.key(name), where.unit)
        # “Hộ kinh doanh” alone is nobody's name: each such row is its own producer's, told apart by its product.
        if _nameless(name):
            mark = (_alone(mark[0], names.key(row.text("product.name"))), where.unit)
        if mark in self._producer_of:
            return self._producer_of[mark], False
        body: Values = {"name": name}
        for field_ in _PRODUCER_FIELDS:
            for key in (f"producer.{field_}", f"unread.producer.{field_}"):
                if row.values.get(key) is not None:
                    body[key.removeprefix("producer.").replace("unread.producer.", "unread.")] = row.values[key]
        if "address" not in body and where.then:
            body["address"] = where.then
        made = self._add("producer", body, where.unit, None)
        self._producer_of[mark] = made
        self.producers += 1
        if not self._dry:
            listing.note_producer(self._db, made, body)
        return made, True

    def _product(self, row: _Row, where: Whereabouts, producer: str) -> tuple[str, bool]:
        name = row.text("product.name")
        mark = (names.key(name), names.key(row.text("producer.name")), where.unit)
        if mark in self._product_of:
            return self._product_of[mark], False
        body: Values = {"name": name, "producer": producer or None, "unit_then": where.then or None}
        body["set"] = row.values.get("product.set")
        if body["set"]:
            body["classification"] = _classification(str(body["set"]))
        body |= {"code": row.values.get("product.code"), "note": row.values.get("product.note")}
        body["claim.group"] = row.values.get("product.group")
        part = "two" if row.values.get("two.stars") else "one"
        for field_ in _CLAIM_FIELDS:
            body[f"claim.{field_}"] = row.values.get(f"{part}.{field_}") or row.values.get(f"one.{field_}")
        if row.values.get("now.stars"):
            body["claim.stars"] = row.values["now.stars"]
        if any(value is not None for key, value in body.items() if key.startswith("claim.") and key != "claim.group"):
            body["claim.by"] = self._finder.level
        body |= {
            key: value for key, value in row.values.items() if key.startswith("unread.") and ".producer." not in key
        }
        body = {key: value for key, value in body.items() if value is not None}
        made = self._add("product", body, where.unit, producer or None)
        self._product_of[mark] = made
        self.products += 1
        return made, True

    def _recognition(self, row: _Row, part: str, product: str, where: Whereabouts) -> bool:
        """Write the recognition that a row tells of, or say why its stars wait. True when one was written."""
        given: Values = {name: row.values.get(f"{part}.{name}") for name in (*_CLAIM_FIELDS, "certificate_no")}
        if part == "one" and row.values.get("now.stars") and not row.values.get("two.stars"):
            given["stars"] = given["stars"] or row.values["now.stars"]
        stars = given.get("stars")
        if not isinstance(stars, int):
            return False
        meaning = cells.status(str(given.get("status") or ""))
        kind_of_day = str(row.values.get("one.day_kind") or "")
        decided = given.get("decided_on")
        if part == "one" and kind_of_day and "quyết định" not in kind_of_day:
            decided = None
        code = self._why_waits(stars, meaning, given, decided)
        if not code:
            body = self._recognition_body(row, part, product, given, str(decided), meaning, where)
            if isinstance(body, str):
                code = body
            elif (mark := _mark(product, body)) in self._recognised:
                return False
            else:
                self._add("recognition", body, where.unit, product)
                self._recognised.add(mark)
                self.recognitions += 1
                return True
        self.claims += 1
        row.remarks.append(Remark(code=code, column=self._heads.get(f"{part}.stars", ""), text=str(stars)))
        return False

    def _why_waits(self, stars: int, meaning: str, given: Values, decided: Value) -> str:
        if meaning in {"proposed", "refused"}:
            return f"import.claim.{meaning}"
        if self._finder.level == "commune":
            return "import.claim.commune"
        if stars < 3:
            return "import.claim.stars"
        if not given.get("decision_no") or not decided:
            return "import.claim.decision"
        return ""

    def _recognition_body(
        self, row: _Row, part: str, product: str, given: Values, decided: str, meaning: str, where: Whereabouts
    ) -> Values | str:
        """The fields of a recognition, or the code of what stands against it."""
        day = date.fromisoformat(decided)
        stars = int(given["stars"] or 0)
        try:
            regime = self._regimes.get(day) or self._regimes.setdefault(day, legal.regime_on(day))
        except Refused as error:
            return error.code
        if day > self._today:
            return "import.claim.future"
        if not may_record(self._finder.level, regime, stars):
            return "recognition.level"
        role = regime.recognised_by(stars)
        ends = given.get("ends_on") or (row.values.get("one.ends_on") if part == "two" else None)
        if part == "one" and row.values.get("two.stars"):
            ends = None  # the day the list names is the last recognition's
        if not ends and (term := term_ends(regime, day)) is not None:
            ends = term.isoformat()
        if not ends:
            return "recognition.term"
        if str(ends) <= decided:
            return "recognition.days"
        kind = {"again": "phan-hang-lai", "upgraded": "nang-hang"}.get(meaning, "lan-dau")
        if part == "two":
            kind = "nang-hang" if stars > int(row.values.get("one.stars") or 0) else "phan-hang-lai"
        body: Values = {
            "stars": stars,
            "decision_no": given["decision_no"],
            "decided_on": decided,
            "issued_on": decided,
            "ends_on": str(ends),
            "authority": given.get("authority") or (role.name if role else None),
            "certificate_no": given.get("certificate_no"),
            "total": given.get("total"),
            "code": row.values.get("product.code"),
            "unit_then": where.then or None,
            "product": product,
            "product_name": row.text("product.name"),
            "producer_name": row.text("producer.name") or None,
            "set_name": _set_name(str(row.values.get("product.set") or "")),
            "kind": kind,
            "regime": regime.id,
            "level": role.id if role else None,
        }
        return {key: value for key, value in body.items() if value is not None}


_UNIT_KEYS = ("unit.commune", "unit.district", "unit.province", "unit.province_then")


def _done(line: Line, did: Did, row: _Row, *more: Remark) -> RowDone:
    return RowDone(row=line.number, did=did, remarks=(*row.remarks, *more))


def _mark(product: str, body: Mapping[str, Value]) -> tuple[str, str, str]:
    return product, names.key(str(body.get("decision_no") or "")), str(body.get("decided_on") or "")


def _alone(producer: str, product: str) -> str:
    return f"{producer}\x00{product}"


@lru_cache(maxsize=8192)
def _nameless(name: str) -> bool:
    taken = names.name(name)
    return set(taken.core) <= {word for form in taken.forms for word in form.split()} or "…" in name


def _score(text: str) -> int:
    found = _SCORE.fullmatch(one_line(text).removesuffix("điểm").strip())
    if found is None or int(found[1]) > 100:
        raise Refused("field.number.unreadable")
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))


def _set_name(code: str) -> str | None:
    found = legal.find_criteria_set(legal.regimes()[-1].id, code) if code else None
    return found.name if found else None


def _classification(code: str) -> str | None:
    return next(
        (each.classification for each in legal.criteria_sets(legal.regimes()[-1].id) if each.code == code), None
    )
