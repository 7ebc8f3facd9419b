"""The desk of an office above the communes: check what was handed over, write remarks, give back, accept, pass on.

What an office may do follows from the dossier's legal regime (``domain.custody``). Remarks being written are the office's
own record (type ``check``): its other PCs see them, the commune only what is given back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ocop_desktop import legal
from ocop_desktop.actions.labels import form_fields, label
from ocop_desktop.actions.province_words import Remark
from ocop_desktop.domain import custody
from ocop_desktop.domain.dossiers import Dossier, check_move
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import ACCEPTED_ON, REMARK, RETURNED_ON, Record
from ocop_desktop.domain.regimes import Level
from ocop_desktop.domain.text import clean
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, former_units, journal, listing, records, settings
from ocop_desktop.storage.db import Db

from .changes import Changes
from .permission import only

CHECK = "check"
"""The type of the record that holds an office's remarks on a dossier while they are being written."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What this office may do with a dossier now. ``holder``: whose it is; ``receiver``: who gets what the commune sends.
    ``unit``: what the unit it was made in is called, ``unit_now``: what that is today, empty where it is the same.

    ``remarks``: what was written so far and not yet given back.
    """

    level: Level
    holder: Level
    receiver: Level
    foreign: bool
    unit: str
    unit_now: str
    may_return: bool
    may_accept: bool
    may_pass_on: bool
    remarks: tuple[Remark, ...] = ()


def level(db: Db) -> Level:
    """The level of this office."""
    found = settings.read(db, "office.level", "commune")
    return next((each for each in custody.LEVELS if each == found), "commune")


def is_foreign(db: Db, whole: Dossier) -> bool:
    """Whether a dossier is a commune's work that this office sees because it gathers."""
    own = {settings.read(db, "office.unit"), settings.read(db, "sync.unit"), ""}
    return level(db) != "commune" and whole.dossier.unit not in own


def desk(db: Db, dossier: str) -> Desk:
    """What this office may do with a dossier."""
    return of(db, dossiers.load(db, dossier))


def of(db: Db, whole: Dossier) -> Desk:
    """The same for a dossier that was read."""
    here, regime, body = level(db), legal.regime(whole.regime), whole.dossier.body
    state, now = whole.state, former_units.now(db, whole.dossier.unit)
    return Desk(
        level=here,
        holder=custody.holder(regime, body),
        receiver=custody.receiver(regime),
        foreign=is_foreign(db, whole),
        unit=former_units.name(db, whole.dossier.unit),
        unit_now=former_units.name(db, now) if now != whole.dossier.unit else "",
        may_return=here != "commune" and custody.returns(here, regime, body),
        may_accept=here != "commune" and state == "handed_over" and custody.decides(here, regime, body),
        may_pass_on=here != "commune" and custody.passes_on(here, regime, body),
        remarks=_written(db, whole),
    )


def _note(db: Db, dossier: str) -> Record | None:
    return next(iter(records.of_dossier(db, dossier, CHECK)), None)


def _written(db: Db, whole: Dossier) -> tuple[Remark, ...]:
    note = _note(db, whole.id)
    if note is None:
        return ()
    keys = ((field.removeprefix(REMARK), text) for field, text in sorted(note.body.items()) if field.startswith(REMARK))
    return tuple(Remark(key=key, label=label(whole.regime, key), text=str(text)) for key, text in keys if text)


@only("write")
def note(db: Db, dossier: str, key: str, text: str) -> Changes:
    """Keep a remark on a field as it is being written; an empty text takes it away.

    ``Refused``: ``remark.field``, ``desk.not_yours`` when this office may not give the dossier back.
    """
    whole = dossiers.load(db, dossier)
    if not of(db, whole).may_return:
        raise Refused("desk.not_yours")
    if key not in legal.regime(whole.regime).remarkable(form_fields(whole.regime)):
        raise Refused("remark.field", field=key)
    fields: Values = {f"{REMARK}{key}": clean(text).strip() or None}
    known = _note(db, dossier)
    if known is not None:
        changed = records.patch(db, known, fields)
    elif changed := {name: value for name, value in fields.items() if value is not None}:
        records.add(db, CHECK, {"dossier": dossier, **changed}, dossier=dossier)
    return Changes(dossiers=frozenset({dossier}), types=frozenset({CHECK}), outbox=True) if changed else Changes()


@only("write")
def give_back(db: Db, dossier: str, remarks: Mapping[str, str] | None = None) -> Changes:
    """Return a dossier to its commune with the remarks written, and with ``remarks`` where given.

    Only from the step it is seen in: when the province or the area was faster, the move is refused there.
    ``Refused``: ``desk.not_yours``, ``remark.missing``, ``remark.field``, ``dossier.conflict``.
    """
    for key, text in (remarks or {}).items():
        note(db, dossier, key, text)
    whole = dossiers.load(db, dossier)
    at = of(db, whole)
    if not at.may_return:
        raise Refused("desk.not_yours")
    if not at.remarks:
        raise Refused("remark.missing")
    said = {f"{REMARK}{remark.key}": remark.text for remark in at.remarks}
    gone = {field: None for field in whole.dossier.body if field.startswith((REMARK, custody.AT_LEVEL))}
    day: Values = {RETURNED_ON: db.clock().astimezone().date().isoformat()}
    done = _move(db, whole, "returned", {**gone, **said, **day}, "dossier.returned", reason="; ".join(said.values()))
    known = _note(db, dossier)
    if known is not None:
        records.patch(db, known, {field: None for field in known.body if field.startswith(REMARK)})
    return done


@only("write")
def accept(db: Db, dossier: str) -> Changes:
    """Take a dossier that was handed over into the council's work: it is complete, and the days that count from a complete
    dossier begin (Điều 7 khoản 6 điểm g). ``Refused``: ``desk.not_yours``, ``dossier.conflict``."""
    whole = dossiers.load(db, dossier)
    if not of(db, whole).may_accept:
        raise Refused("desk.not_yours")
    today = db.clock().astimezone().date().isoformat()
    return _move(db, whole, "accepted", {ACCEPTED_ON: today}, "dossier.accepted")


@only("write")
def pass_on(db: Db, dossier: str) -> Changes:
    """Pass a dossier that this office took up on to the province (three-level years). ``Refused``: ``desk.not_yours``."""
    whole = dossiers.load(db, dossier)
    if not of(db, whole).may_pass_on:
        raise Refused("desk.not_yours")
    return _move(db, whole, "handed_over", {custody.AT_LEVEL: "province"}, "dossier.passed_on")


def _move(db: Db, whole: Dossier, state: str, fields: Values, what: str, **details: Any) -> Changes:
    check_move(whole.state, state)  # type: ignore[arg-type]
    if listing.sync_mark(db, whole).state == "conflict":
        raise Refused("dossier.conflict")
    records.move(db, whole.dossier, {**fields, "state": state}, {"state": whole.state})
    journal.write(db, what, dossier=whole.id, **details)
    listing.refresh(db, whole.id)
    return Changes(dossiers=frozenset({whole.id}), types=frozenset({CHECK}), outbox=True)
