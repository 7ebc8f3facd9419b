"""Decide what a push does: pure rules over the records it touches. Nothing here reads or writes the database.

Everything is decided first and written after, so a bad operation costs its neighbours nothing and a batch is still one
transaction.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.merge import Clash, apply, differing, local_name, merge, same
from ocop_desktop.domain.regimes import Level
from ocop_desktop.protocol import CONFLICTS, Head, Op, Result, canonical, too_many_deletes
from ocop_desktop.server import authority, custody, seals
from ocop_desktop.server.reading import Read, rejected

MAX_BODY = 1024 * 1024
"""Bytes of one record's canonical body."""


class Author(msgspec.Struct, frozen=True):
    """Who sent an operation: a device, and the copy of the database it was made in."""

    device: str
    replica: str


class Past(msgspec.Struct, frozen=True):
    """One revision of a record: who made it and which fields it changed."""

    rev: int
    author: Author
    fields: tuple[str, ...]


class Entry(msgspec.Struct):
    """A record while a push is decided.

    ``stored`` are the canonical bytes of ``body``; ``past`` reaches back to the oldest base the push names, in no order;
    ``stored_rev`` is the database's revision, ``stored_body`` its body there (None: new, or deleted there). ``first``: the
    history row of a record that this push made, until a second revision.
    """

    record: str
    unit: str
    type: str
    parent: str | None
    rev: int = 0
    stored_rev: int = 0
    seq: int = 0
    body: Values = {}
    stored: bytes = b"{}"
    deleted: bool = False
    conflicts: int = 0
    device: str = ""
    officer: str = ""
    at: str = ""
    moved_by: str = ""
    moved_at: str = ""
    past: list[Past] = []
    new: bool = False
    changed: bool = False
    stored_body: bytes | None = None
    first: list[Any] | None = None

    def others_since(self, rev: int, author: Author) -> tuple[set[str], bool]:
        """The fields that others changed after a revision, and whether others made any revision at all."""
        theirs = [past for past in self.past if past.rev > rev and past.author != author]
        return {name for past in theirs for name in past.fields}, bool(theirs)

    def head(self) -> Head:
        """The record as a conflict shows it."""
        return Head(rev=self.rev, body=self.body, deleted=self.deleted, by=self.officer, device=self.device, at=self.at)


def has_state(kind: str, fields: Values) -> bool:
    """Whether a record's state is among some fields."""
    return "state" in fields or f"{kind}.state" in fields


HISTORY = (
    "record", "rev", "seq", "op", "kind", "fields", "reason", "device", "replica", "officer", "client_at", "at",
)  # fmt: skip
"""The columns of a row of history. A record's first revision names no fields while it is the only one: they are the
record's body then. The push that makes the second one writes them down."""
FIELDS = HISTORY.index("fields")
OPS = ("op", "record", "rev", "seq")


@dataclass(slots=True)
class Writes:
    """Rows to write, beside the records themselves."""

    history: list[list[Any]] = field(default_factory=list)
    ops: list[tuple[str, str, int, int]] = field(default_factory=list)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    held: list[dict[str, Any]] = field(default_factory=list)
    released: list[str] = field(default_factory=list)
    resolved: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """A push being decided. The maps hold what the database knew when the units were locked."""

    now: str
    may: Callable[[str], bool]
    new_id: Callable[[], str]
    numbers: dict[str, int]
    entries: dict[str, Entry]
    done: dict[str, tuple[int, int]]
    lost: dict[str, Result]
    held: set[str]
    open_conflicts: dict[str, str]
    levels: Mapping[str, Level] = field(default_factory=dict)
    """The devices that speak for more than a commune, by the level they speak for."""
    own: str = ""
    """The unit of the device that pushes; its dossiers are its own work whatever its level."""
    level: str = "province"
    """The level of the PC that pushes; what waited for a record was looked at when it came."""
    living: int = 0
    """How many living records the units of this push have; counted only when there are more than a few deletions."""
    writes: Writes = field(default_factory=Writes)
    created: list[str] = field(default_factory=list)
    _blocked: dict[tuple[str, Author], Result] = field(default_factory=dict)

    def take_all(self, reads: Sequence[Read | Result], author: Author) -> list[Result]:
        """The results of a push, one for each operation, in order."""
        deletes = sum(1 for read in reads if isinstance(read, Read) and read.op.kind == "delete")
        parked = too_many_deletes(deletes, self.living)
        results = []
        for read in reads:
            if isinstance(read, Result):
                results.append(read)
            elif parked and read.op.kind == "delete" and not read.op.confirmed:
                results.append(self._reject(read.op, "delete.unconfirmed"))
            elif not self.may(read.op.unit):
                results.append(self._reject(read.op, "scope.outside"))
            else:
                results.append(self.take(read, author))
        return results

    def take(self, read: Read, author: Author, *, waited: bool = False) -> Result:
        """Decide one operation and note what it writes. ``waited``: for a record that came now; it was read before."""
        op = read.op
        if known := self.done.get(op.op):
            entry = self.entries.get(op.record)
            if entry is None or entry.deleted:
                return Result(op=op.op, status="duplicate", rev=known[0], seq=known[1])
            return Result(op=op.op, status="duplicate", rev=entry.rev, seq=entry.seq, body=entry.body)
        if lost := self.lost.get(op.op):
            return lost
        if not waited:
            if self.level == "commune" and (told := custody.as_told(op)) is not op:
                read, op = Read(told, cleaned=True), told
            if refused := self._above(op):
                self._blocked[op.record, author] = refused
                return refused
        if self._blocked and (blocker := self._blocked.get((op.record, author))):
            if blocker.status == "held":
                return self._hold(op, author, blocker.missing or op.record)
            return self._reject(op, "record.blocked")
        result = self._decide(read, author)
        if result.status in {"rejected", "conflict", "held"}:
            self._blocked[op.record, author] = result
        return result

    def _decide(self, read: Read, author: Author) -> Result:
        op = read.op
        entry = self.entries.get(op.record)
        if entry is not None and entry.unit != op.unit:
            return self._reject(op, "scope.outside")
        if entry is not None and entry.type != op.type:
            return self._reject(op, "record.other_type", "type")
        if op.parent is not None and op.parent != op.record:
            parent = self.entries.get(op.parent)
            if parent is None:
                return self._hold(op, author, op.parent)
            if parent.unit != op.unit:
                return self._reject(op, "scope.outside", "parent")
        if (kept := self._kept(entry, op, author)) is not None:
            return self._reject(op, "custody", kept)
        if entry is None:
            if op.kind != "create":
                return self._hold(op, author, op.record)
            if op.base_rev:
                return self._reject(op, "record.base_unknown")
            entry = Entry(op.record, op.unit, op.type, op.parent, new=True)
            return self._write(entry, read, author, op.fields, apply({}, op.fields), merged=False)
        if op.base_rev > entry.rev:
            return self._reject(op, "record.base_unknown")
        # A whole record for a province that was restored from a copy: the sender holds a later state than this one.
        restored = op.kind == "create" and 0 < op.base_rev == entry.rev
        if sealed := seals.broken(entry.body, op, restored=restored):
            return self._reject(op, "report.sealed", sealed)
        if op.kind == "delete":
            return self._delete(entry, read, author)
        if entry.deleted:
            return self._on_deleted(entry, read, author)
        if op.kind == "move":
            return self._move(entry, read, author)
        return self._edit(entry, read, author)

    def _above(self, op: Op) -> Result | None:
        """The refusal of what only a level above may say; also before it waits for a parent."""
        entry = self.entries.get(op.record)
        body = entry.body if entry else {}
        if op.type in authority.GUARDED:
            barred = authority.kept(op.type, apply(body, op.fields), self.level)
            if barred is not None:
                return self._reject(op, "authority", barred)
        if self.level == "commune" and op.type == "dossier" and custody.passed_on(op, body):
            return self._reject(op, "custody", "at_level")
        return None

    def _kept(self, entry: Entry | None, op: Op, author: Author) -> str | None:
        """The field that the province keeps since the hand-over, or None when this operation may change it."""
        dossier = self.entries.get(custody.dossier_of(op, entry.parent if entry else op.parent))
        if dossier is None or dossier.deleted:
            return None
        level = self.levels.get(author.device, "commune")
        restored = op.kind == "create" and entry is not None and 0 < op.base_rev == entry.rev
        moves = level == "commune" and op.kind == "move"  # to where is asked in any case
        if dossier.unit == self.own and custody.is_free(dossier.body) and not moves:
            return None
        if entry is None and op.kind == "create" and dossier.unit == self.own and dossier.rev == 1:
            return None  # it came whole, for a province that had lost it: now its parts come
        if level != "commune" and (restored or dossier.new):
            return None  # a whole record for a province that was restored, or an office's own dossier
        return custody.kept(op, entry.body if entry else None, dossier.body, level)

    def _edit(self, entry: Entry, read: Read, author: Author) -> Result:
        op = read.op
        # A whole record for a province that was restored from a copy: the sender holds a later state than this one.
        restored = op.kind == "create" and 0 < op.base_rev == entry.rev
        for name in differing(entry.body, op.fields) if not restored else ():
            if local_name(op.type, name) == "state":
                if op.kind == "patch":
                    return self._reject(op, "state.by_move", name)
                return self._conflict(entry, op, author, "state_conflict", ("state",))
        theirs, moved_on = entry.others_since(op.base_rev, author)
        outcome = merge(op.type, theirs, entry.body, op.fields)
        if isinstance(outcome, Clash):
            return self._conflict(entry, op, author, "edit_conflict", outcome.groups)
        return self._write(entry, read, author, outcome.changed, outcome.body, merged=moved_on)

    def _move(self, entry: Entry, read: Read, author: Author) -> Result:
        op = read.op
        for part in (op.expect, op.fields):
            if not has_state(op.type, part):
                return self._reject(op, "move.incomplete")
        settles = sum(self.open_conflicts.get(conflict) == op.record for conflict in set(op.resolves))
        if entry.conflicts > settles and author.device not in self.levels:
            return self._reject(op, "record.conflict", "state")
        if not all(same(entry.body.get(name), value) for name, value in op.expect.items()):
            return self._conflict(entry, op, author, "state_conflict", ("state",))
        theirs, _ = entry.others_since(op.base_rev, author)
        if theirs:
            return self._conflict(entry, op, author, "stale_move", tuple(sorted(theirs)))
        changed = differing(entry.body, op.fields)
        return self._write(entry, read, author, changed, apply(entry.body, op.fields), merged=False)

    def _delete(self, entry: Entry, read: Read, author: Author) -> Result:
        op = read.op
        if entry.deleted:
            return self._settle(entry, op, Result(op=op.op, status="applied", rev=entry.rev, seq=entry.seq))
        theirs, moved_on = entry.others_since(op.base_rev, author)
        if moved_on:
            return self._conflict(entry, op, author, "delete_conflict", tuple(sorted(theirs)))
        return self._write(entry, read, author, {}, entry.body, merged=False, deleted=True)

    def _on_deleted(self, entry: Entry, read: Read, author: Author) -> Result:
        op = read.op
        _, moved_on = entry.others_since(op.base_rev, author)
        if moved_on or op.kind != "create":
            return self._conflict(entry, op, author, "deleted_conflict", ())
        return self._write(entry, read, author, op.fields, apply({}, op.fields), merged=False)

    def _write(
        self,
        entry: Entry,
        read: Read,
        author: Author,
        changed: Values,
        body: Values,
        *,
        merged: bool,
        deleted: bool = False,
    ) -> Result:
        """Make the next revision, unless nothing is new."""
        op = read.op
        stored = canonical(body)
        if len(stored) > MAX_BODY:
            return self._reject(op, "record.too_large")
        if entry.new and op.record not in self.entries:
            self.entries[op.record] = entry
            self.created.append(op.record)
        if changed or not entry.rev or entry.deleted != deleted:
            before = entry.stored
            entry.body, entry.stored, entry.deleted = body, stored, deleted
            entry.rev += 1
            self._number(entry)
            entry.device, entry.officer, entry.at = author.device, op.by, self.now
            if has_state(op.type, changed):
                entry.moved_by, entry.moved_at = op.by, self.now
            entry.past.append(Past(entry.rev, author, tuple(changed)))
            if entry.first is not None:  # made and changed in one push
                entry.first[FIELDS], entry.first = before, None
            alone = entry.new and entry.rev == 1
            fields = b"" if alone else canonical(changed)
            row = [
                op.record, entry.rev, entry.seq, op.op, op.kind, fields, op.reason, author.device, author.replica, op.by,
                op.at, self.now,
            ]  # fmt: skip
            entry.first = row if alone else None
            self.writes.history.append(row)
        if merged or read.cleaned:
            result = Result(op=op.op, status="merged", rev=entry.rev, seq=entry.seq, body=entry.body)
        else:
            result = Result(op=op.op, status="applied", rev=entry.rev, seq=entry.seq)
        return self._settle(entry, op, result)

    def _settle(self, entry: Entry, op: Op, result: Result) -> Result:
        """Note that an operation was taken, and the conflicts it settles."""
        self.done[op.op] = (entry.rev, entry.seq)
        self.writes.ops.append((op.op, op.record, entry.rev, entry.seq))
        for conflict in op.resolves:
            if self.open_conflicts.get(conflict) == op.record:
                del self.open_conflicts[conflict]
                entry.conflicts -= 1
                self.writes.resolved.append({"of": conflict, "to": op.op})
                self._number(entry)
        if op.op in self.held:
            self.writes.released.append(op.op)
        return result

    def _conflict(self, entry: Entry, op: Op, author: Author, code: str, groups: tuple[str, ...]) -> Result:
        """Keep the losing operation whole; the record gets a new number, so that every PC learns of the conflict."""
        if code not in CONFLICTS:
            raise KeyError(code)
        conflict = self.new_id()
        by, at = (entry.moved_by, entry.moved_at) if code == "state_conflict" else (entry.officer, entry.at)
        result = Result(
            op=op.op, status="conflict", conflict=conflict, code=code, groups=groups, head=entry.head(), by=by, at=at
        )
        self.writes.conflicts.append(
            {
                "conflict": conflict,
                "op": op.op,
                "record": op.record,
                "unit": op.unit,
                "code": code,
                "groups": ",".join(groups),
                "head_rev": entry.rev,
                "payload": canonical(op).decode(),
                "device": author.device,
                "at": self.now,
            }
        )
        entry.conflicts += 1
        self._number(entry)
        self.lost[op.op] = result
        if op.op in self.held:
            self.writes.released.append(op.op)
        return result

    def _number(self, entry: Entry) -> None:
        self.numbers[entry.unit] += 1
        entry.seq = self.numbers[entry.unit]
        entry.changed = True

    def _hold(self, op: Op, author: Author, missing: str) -> Result:
        if op.op not in self.held:
            self.held.add(op.op)
            self.writes.held.append(
                {
                    "op": op.op,
                    "missing": missing,
                    "unit": op.unit,
                    "payload": canonical(op).decode(),
                    "device": author.device,
                    "replica": author.replica,
                    "at": self.now,
                }
            )
        return Result(op=op.op, status="held", missing=missing)

    def _reject(self, op: Op, code: str, name: str = "") -> Result:
        if op.op in self.held:
            self.writes.released.append(op.op)
        return rejected(op.op, code, name)
