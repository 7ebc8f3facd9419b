"""A list of dossiers becomes dossiers: each row that is not known yet is received, as if an officer had typed it.

One unit: all rows or none. A cell that cannot be read stays on its field as typed text, so nothing is lost.
"""

from dataclasses import dataclass, field
from datetime import date

from ocop_desktop import legal
from ocop_desktop.actions import dossiers, numbering
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.lists.outcome import Did, Remark, RowDone, Taken
from ocop_desktop.actions.lists.reading import Opened, Progress, check_columns
from ocop_desktop.actions.lists.sets import product_set
from ocop_desktop.actions.lists.walking import each_row
from ocop_desktop.actions.lists.whereabouts import Finder, Whereabouts
from ocop_desktop.domain import kinds
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.lists import cells
from ocop_desktop.domain.lists.rows import Line
from ocop_desktop.domain.text import clean, fold, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import journal, listing, records
from ocop_desktop.storage.db import Db

NUMBERED = 200
"""A table of more new dossiers than this is a register of the past: it brings its numbers itself, or has none."""
"""Rows between two words of progress."""

_IDENTITY = ("product.name", "producer.name", "producer.address")
_UNITS = ("unit.commune", "unit.district", "unit.province", "unit.province_then")
_KINDS = {"dossier.year": "year", "dossier.note": "lines", "producer.phone": "phone", "producer.email": "email"}


@dataclass
class _Row:
    values: Values = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def take(
    db: Db,
    opened: Opened,
    keys: tuple[str, ...],
    *,
    dry_run: bool = False,
    everywhere: bool = False,
    progress: Progress | None = None,
) -> Taken:
    """Receive a dossier for each row that is not known yet (same product, producer, address and year).

    ``everywhere``: also rows that name another unit, under this office's own. ``Refused``: ``import.no_columns``; what
    ``progress`` raises.
    """
    check_columns("dossiers", keys)
    work = _Work(db, opened, keys, dry_run=dry_run, everywhere=everywhere)
    done = each_row(opened, work.row, progress)
    numbered = work.give_numbers()
    made = tuple(work.made)
    if made:
        journal.write(db, "list.imported", dossiers=len(made), producers=work.producers)
    return Taken(
        rows=done,
        dossiers=work.count,
        producers=work.producers,
        numbered=numbered,
        changes=Changes(dossiers=frozenset(made), outbox=True) if made else Changes(),
    )


class _Work:
    """What is known while the rows go by."""

    def __init__(self, db: Db, opened: Opened, keys: tuple[str, ...], *, dry_run: bool, everywhere: bool) -> None:
        self._db = db
        self._dry = dry_run
        self._columns = [(at, key) for at, key in enumerate(keys) if key]
        self._heads = {key: " ".join(opened.listed.heads[at]) for at, key in self._columns}
        self._finder = Finder(db, everywhere=everywhere)
        self._this_year = db.clock().astimezone().year
        self._known = listing.identities(db)
        self._producer_of = listing.producer_ids(db)
        self.made: list[str] = []
        self.count = self.producers = 0

    def row(self, line: Line) -> RowDone:
        """What becomes of one row."""
        row = self._read(line)
        names = [row.values.get(key) or row.unread.get(key) for key in ("product.name", "producer.name")]
        if not any(row.values.get(key) for key in ("product.name", "producer.name")):
            code = "import.nameless" if not any(names) else ""
            return _done(line, "refused", row, *((Remark(code=code),) if code else ()))
        where = self._where(line, row)
        if where.code == "import.unit.other":
            return _done(line, "refused", row, Remark(code=where.code, text=where.then))
        if where.code:
            row.remarks.append(Remark(code=where.code, text=where.then))
        if where.then and not row.values.get("producer.address"):
            row.values["producer.address"] = where.then
        mark = self._identity(row.values)
        if mark in self._known:
            return _done(line, "known", row)
        self._known.add(mark)
        self.count += 1
        self._make(row, (mark[1], mark[2]))
        return _done(line, "made", row)

    def give_numbers(self) -> int:
        """Give today's dossiers their numbers and codes, where the table is a day's work; how many got some."""
        if len(self.made) > NUMBERED:
            return 0
        used: numbering.Used = {}
        return sum(numbering.number_received(self._db, each, used) for each in self.made if self._of_today(each))

    def _of_today(self, dossier: str) -> bool:
        """Whether a dossier is this year's and under the law of today, whose slip and code have the numbers given here."""
        body = records.get(self._db, dossier).body
        return body.get("regime") == legal.regimes()[-1].id and body.get("year") == self._this_year

    def _where(self, line: Line, row: _Row) -> Whereabouts:
        said = {key: row.units.get(key, "") or line.above.get(key, "") for key in _UNITS}
        return self._finder.of(*(said[key] for key in _UNITS))

    def _identity(self, values: Values) -> tuple[str, str, str, str]:
        product, producer, address = (fold(str(values.get(key) or "")) for key in _IDENTITY)
        received = str(values.get("dossier.received_on") or self._this_year)[:4]
        return product, producer, address, str(values.get("dossier.year") or received)

    def _make(self, row: _Row, owner: tuple[str, str]) -> None:
        known = self._producer_of.get(owner) if owner[0] else None
        if known is None:
            self.producers += 1
            if owner[0]:
                self._producer_of[owner] = "new"
        if self._dry:
            return
        changes = dossiers.receive(self._db, row.values, known)
        assert changes.created is not None
        if owner[0] and known is None:
            self._producer_of[owner] = dossiers.producer_of(self._db, changes.created)
        if row.unread:
            dossiers.save_draft(self._db, changes.created, {}, row.unread)
        self.made.append(changes.created)

    # Reading

    def _read(self, line: Line) -> _Row:
        row = _Row()
        for at, key in self._columns:
            cell = line.cells[at] if at < len(line.cells) else ""
            text = clean(cell).strip() if key == "dossier.note" else one_line(cell)
            if not text:
                continue
            if key.startswith("unit."):
                row.units[key] = text
                continue
            try:
                row.values[key] = _value(key, text)
            except Refused as error:
                row.unread[key] = text
                row.remarks.append(Remark(code=error.code, column=self._heads[key], text=text))
        # The word that names the kind of producer often stands only in its name.
        if not row.values.get("producer.kind") and (
            kind := cells.producer_kind(str(row.values.get("producer.name") or ""))
        ):
            row.values["producer.kind"] = kind
            if row.unread.pop("producer.kind", None) is not None:
                row.remarks[:] = [each for each in row.remarks if each.column != self._heads["producer.kind"]]
        return row


def _done(line: Line, did: Did, row: _Row, *more: Remark) -> RowDone:
    return RowDone(row=line.number, did=did, remarks=(*row.remarks, *more))


def _value(key: str, text: str) -> Value:
    if text.startswith("=") and len(text) > 1:  # a formula whose result the file does not hold
        raise Refused("import.formula")
    if key == "product.set":
        return product_set(text)
    if key == "producer.kind":
        if (kind := cells.producer_kind(text)) is None:
            raise Refused("field.choice.unknown")
        return kind
    if key == "dossier.received_on":
        day = cells.day(text)
        if day is not None:
            legal.regime_on(date.fromisoformat(day))  # a day before every regime is named, not passed over
        return day
    return kinds.KINDS[_KINDS.get(key, "text")].parse(text)
