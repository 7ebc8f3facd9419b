"""Two PCs changed the same thing: a person sees both sides, field by field, and decides. Nothing is ever picked for them.

``ours`` is the operation that lost, ``theirs`` what stands at the province; on the PC of neither side it is the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from ocop_desktop.actions import dossiers
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.labels import form_fields, label, written
from ocop_desktop.actions.permission import only
from ocop_desktop.actions.sensitive import DOTS
from ocop_desktop.domain import merge
from ocop_desktop.domain.dossiers import MOVES
from ocop_desktop.domain.forms import Field, Value, Values
from ocop_desktop.domain.records import DOSSIER_PARTS, Record
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.protocol import OpenConflict
from ocop_desktop.storage import dossiers as stored
from ocop_desktop.storage import held, journal, listing, outbox, records, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.sync import conflicts as told_by_province

Kind = Literal["edit", "delete", "move"]
STATE, DELETED = "state", "deleted"
"""The one thing to choose of a move, and of an edit against a removal."""


@dataclass(frozen=True)
class Typed:
    """A third value, neither of the two."""

    value: Value


Choice = Literal["ours", "theirs"] | Typed


@dataclass(frozen=True, kw_only=True)
class Side:
    """Who, when (UTC) and on which PC; ``here``: this PC."""

    who: str
    at: str
    device: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class FieldConflict:
    """One field: its name in the record, its key on screen, both values and what was there before, also in words.

    ``base_known`` tells a field that was empty from one whose past nobody remembers. ``form``: the form's field, where a
    third value may be typed.
    """

    name: str
    key: str
    label: str
    ours: Value
    theirs: Value
    base: Value
    base_known: bool
    ours_words: str
    theirs_words: str
    base_words: str
    form: Field | None


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """One operation that lost. ``code``: of ``protocol.CONFLICTS``. ``dossiers``: those it keeps at their step.

    ``kept``: labels of fields of the same operation that nobody else touched; they come along with any decision.
    ``again``: whether the move that came too late can be done from where the dossier stands now.
    """

    op: str
    code: str
    kind: Kind
    dossier: str
    dossiers: frozenset[str]
    product: str
    type: str
    fields: tuple[FieldConflict, ...]
    ours: Side
    theirs: Side
    kept: tuple[str, ...] = ()
    again: bool = False

    @property
    def needs_reason(self) -> bool:
        """A decision about more than one field is explained."""
        return len(self.fields) > 1


def open_conflicts(db: Db, dossier: str | None = None) -> list[Conflict]:
    """What waits for a decision, oldest first; of one dossier, or all that this PC knows of."""
    found = held.conflicts(db) if dossier is None else held.of_dossier(db, dossier, "conflict")
    return [_conflict(db, each) for each in found]


def covered(conflict: Conflict) -> Conflict:
    """A conflict as it is listed: values of sensitive fields are covered until somebody asks for them."""

    def cover(field: FieldConflict) -> FieldConflict:
        if field.form is None or not field.form.sensitive:
            return field
        sides: dict[str, Any] = {}
        for side in ("ours", "theirs", "base"):
            told = getattr(field, side) not in (None, "")
            sides |= {side: DOTS if told else None, f"{side}_words": DOTS if told else ""}
        return replace(field, **sides)

    return replace(conflict, fields=tuple(cover(field) for field in conflict.fields))


def _conflict(db: Db, each: held.Held) -> Conflict:
    told = told_by_province.read(each.told)
    head = told_by_province.head_of(told)
    on = sorted(stored.that_stand_on(db, each.record))
    row = listing.row_of(db, on[0]) if on else None
    regime = _regime(db, on[0] if on else each.record)
    device = str(settings.read(db, "sync.device") or "")
    kind = _kind(told)
    fields, kept = _fields(db, told, regime, device)
    return Conflict(
        op=each.op,
        code=told.code,
        kind=kind,
        dossier=on[0] if on else "",
        dossiers=frozenset(on),
        product=row.product if row else "",
        type=told.type,
        fields=fields,
        ours=Side(who=told.by, at=told.typed_at or told.at, device=told.device_name, here=told.device == device),
        theirs=_typed_since(db, told, fields, device)
        or Side(who=head.by, at=head.at, device=head.device_name, here=head.device == device),
        kept=kept,
        again=kind == "move" and told.fields.get(STATE) in _NEXT.get(str(head.body.get(STATE)), ()),
    )


def _typed_since(db: Db, told: OpenConflict, fields: tuple[FieldConflict, ...], device: str) -> Side | None:
    """Who typed here, after the other PC's conflict was known, what stands against it now."""
    if not _waiting(db, told, device).keys() & {field.name for field in fields}:
        return None
    by, at = outbox.last_author(db, told.record)
    return Side(who=by, at=at, device=str(settings.read(db, "sync.device_name") or ""), here=True)


def _waiting(db: Db, told: OpenConflict, device: str) -> Values:
    """What this PC typed into the record and has not sent, where the conflict is another PC's: it stands against that PC's
    value in the place of the province's, and is never decided away unseen."""
    return {} if told.device == device or _kind(told) != "edit" else outbox.pending_fields(db, told.record)


def _kind(told: OpenConflict) -> Kind:
    if told.kind == "move":
        return "move"
    return "delete" if told.code in {"delete_conflict", "deleted_conflict"} else "edit"


def _regime(db: Db, record: str) -> str:
    found = records.find(db, record)
    return str((found.body.get("regime") if found else "") or "qd-26-2026")


def _fields(db: Db, told: OpenConflict, regime: str, device: str) -> tuple[tuple[FieldConflict, ...], tuple[str, ...]]:
    """The fields to choose, and the labels of those that nobody else touched."""
    head = told_by_province.head_of(told)
    if _kind(told) == "delete":
        removed = told.kind == "delete"
        return (_field(told, regime, DELETED, removed, not removed, None),), ()
    if _kind(told) == "move":
        now = head.body.get(STATE)
        return (_field(told, regime, STATE, told.fields.get(STATE), now, told.base),), ()
    chosen, kept = [], []
    stands = records.overlay(head.body, _waiting(db, told, device))
    for name, (ours, contested) in _values(db, told, device).items():
        if contested:
            chosen.append(_field(told, regime, name, ours, stands.get(name), told.base))
        else:
            kept.append(label(regime, f"{told.type}.{name}"))
    return tuple(chosen), tuple(kept)


def _values(db: Db, told: OpenConflict, device: str) -> dict[str, tuple[Value, bool]]:
    """What the losing operation would change of the head, and whether somebody must choose.

    On its own PC typing may have gone on since: the latest text is what the officer means.
    """
    waiting = _waiting(db, told, device)
    head = records.overlay(told_by_province.head_of(told).body, waiting)
    later = outbox.pending_fields(db, told.record) if told.device == device else {}
    found: dict[str, tuple[Value, bool]] = {}
    for name, value in told.fields.items():
        ours = later.get(name, value)
        if name == STATE or merge.same(ours, head.get(name)):
            continue
        moved_on = name in told.base and not merge.same(told.base[name], head.get(name))
        found[name] = (ours, moved_on or name in waiting or merge.group(told.type, name) in told.groups)
    return found


def _field(
    told: OpenConflict, regime: str, name: str, ours: Value, theirs: Value, base: Mapping[str, Value] | None
) -> FieldConflict:
    key = f"{told.type}.{name}"
    before = (base or {}).get(name)
    if name == DELETED:
        words = {True: "gỡ bỏ", False: "giữ lại"}
        texts = (words[bool(ours)], words[bool(theirs)], "")
        what = label(regime, "evidence.row") if told.type == "evidence" else ""
    else:
        texts = (written(regime, key, ours), written(regime, key, theirs), written(regime, key, before))
        what = label(regime, key)
    return FieldConflict(
        name=name,
        key=key if told.type in DOSSIER_PARTS else "",
        label=what,
        ours=ours,
        theirs=theirs,
        base=before,
        base_known=name in (base or {}),
        ours_words=texts[0],
        theirs_words=texts[1],
        base_words=texts[2],
        form=form_fields(regime).get(key) if name not in {STATE, DELETED} else None,
    )


@only("write")
def decide(db: Db, op: str, choices: Mapping[str, Choice], reason: str = "") -> Changes:
    """Settle one conflict, named by its ``op``, as a person chose, field by field.

    ``choices``: by ``FieldConflict.name``. What the losing operation changed beside them comes along. The decision is an
    operation like any other: it can itself meet a third PC's edit. ``Refused``: ``conflict.gone``, ``conflict.undecided``
    (``count``), ``conflict.choice``, ``reason.missing``; for a move that is tried again also what that move refuses.
    """
    each = held.conflict(db, op)
    there = records.province_copy(db, each.record) if each else None
    if each is None or there is None:
        raise Refused("conflict.gone")
    conflict = _conflict(db, each)
    if missing := [field for field in conflict.fields if field.name not in choices]:
        raise Refused("conflict.undecided", count=len(missing))
    if conflict.needs_reason and not one_line(reason):
        raise Refused("reason.missing")
    told = told_by_province.read(each.told)
    kind, fields = _decision(db, told, conflict, choices, there)
    touched = stored.that_stand_on(db, each.record)
    held.release(db, op)
    settled = {field.name for field in conflict.fields} | set(told.fields)
    records.settle(db, there, kind, fields, settled=settled, resolves=(each.conflict,), reason=one_line(reason))
    journal.write(
        db,
        "conflict.decided",
        dossier=conflict.dossier or None,
        record=each.record,
        fields=", ".join(field.label for field in conflict.fields if field.label),
        values={field.name: [field.ours, field.theirs, fields.get(field.name)] for field in conflict.fields},
        reason=one_line(reason),
    )
    touched |= stored.that_stand_on(db, each.record)
    for dossier in touched:
        _refresh(db, dossier)
    if conflict.kind == "move" and choices[STATE] == "ours":
        _again(db, conflict, one_line(reason))
    return Changes(dossiers=frozenset(touched), outbox=True)


def _decision(
    db: Db, told: OpenConflict, conflict: Conflict, choices: Mapping[str, Choice], there: Record
) -> tuple[outbox.Kind, Values]:
    """The operation that says what was chosen."""
    if conflict.kind != "edit" and any(isinstance(choice, Typed) for choice in choices.values()):
        raise Refused("conflict.choice")
    if conflict.kind == "move":
        return "patch", {}
    if conflict.kind == "delete":
        [field] = conflict.fields
        removed = field.ours if choices[DELETED] == "ours" else field.theirs
        if removed:
            return "delete", {}
        # What was removed is brought back whole, with the edit that met the removal.
        return ("create", records.overlay(there.body, told.fields)) if there.deleted else ("patch", {})
    device = str(settings.read(db, "sync.device") or "")
    values = _values(db, told, device)
    # What was typed here since goes along with the decision, for the decision takes its place among what waits.
    fields: Values = {name: value for name, value in _waiting(db, told, device).items() if name in told.fields}
    fields |= {name: ours for name, (ours, contested) in values.items() if not contested}
    for field in conflict.fields:
        choice = choices[field.name]
        if isinstance(choice, Typed):
            if field.form is None:
                raise Refused("conflict.choice")
            value = clean(choice.value).strip() or None if isinstance(choice.value, str) else choice.value
            fields[field.name] = value
        elif choice == "ours":
            fields[field.name] = field.ours
    return "patch", merge.differing(there.body, fields)


_NEXT: Mapping[str, frozenset[str]] = {now: frozenset(then) for now, then in MOVES.items()}


def _again(db: Db, conflict: Conflict, reason: str) -> None:
    """Do the move that came too late once more, as if its button were pressed now."""
    state = str(conflict.fields[0].ours)
    if not conflict.again:
        raise Refused("dossier.move")
    if state == "sealed":
        dossiers.seal(db, conflict.dossier)
    elif state == "handed_over":
        dossiers.hand_over(db, conflict.dossier)
    elif state == "waiting":
        dossiers.pause(db, conflict.dossier, reason)
    elif conflict.fields[0].theirs == "waiting":
        dossiers.resume(db, conflict.dossier)
    else:
        dossiers.reopen(db, conflict.dossier, reason)


def _refresh(db: Db, dossier: str) -> None:
    record = records.find(db, dossier)
    if record is None or record.deleted:
        listing.remove(db, dossier)
    else:
        listing.refresh(db, dossier)
