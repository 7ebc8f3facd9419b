"""The officers of one PC: who may enter, what they may do, and work that goes from one to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast, get_args

import msgspec

from ocop_desktop.domain.roles import Role
from ocop_desktop.domain.text import fold, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import journal, listing, people, resets, vault
from ocop_desktop.storage.db import Db, Key
from ocop_desktop.storage.people import Person

from .changes import Changes
from .permission import may, only


@dataclass(frozen=True, kw_only=True)
class People:
    """Everybody of this PC; who asks, and whether they may change it. ``dossiers``: how many each has at hand, by name."""

    everybody: tuple[Person, ...]
    me: str
    may_change: bool
    dossiers: dict[str, int]


def everybody(db: Db) -> People:
    """The officers, those who left too."""
    held = dict(db.conn.execute("SELECT officer, count(*) FROM dossier_row GROUP BY officer").fetchall())
    return People(everybody=tuple(people.everybody(db)), me=db.person, may_change=may(db, "people"), dossiers=held)


def find(db: Db, named: str) -> Person:
    """An officer by id or name, accents or not. ``Refused``: ``people.unknown``."""
    for person in people.everybody(db):
        if named == person.id or fold(named) == fold(person.name):
            return person
    raise Refused("people.unknown")


@only("people")
def add(db: Db, key: Key, name: str, roles: Iterable[str], passphrase: str) -> Changes:
    """Let another officer in; ``created`` is the id. They change the passphrase they were given themselves.

    ``Refused``: ``office.officer``, ``people.known``, ``people.roles``, ``passphrase.short``.
    """
    vault.check_passphrase(passphrase)
    person = Person(people.new_id(), _name(db, name), _roles(roles))
    people.keep(db, person)
    journal.write(db, "person.added", person=person.name, roles=list(person.roles))
    # Inside the unit: two windows cannot write the slots at once. A slot without a line lets nobody do anything.
    vault.replace(db.path, key, "passphrase", passphrase, person.id)
    people.show_names(db)
    return Changes(settings=True, created=person.id)


def _name(db: Db, name: str) -> str:
    name = one_line(name)
    if not name:
        raise Refused("office.officer")
    if any(fold(each.name) == fold(name) for each in people.everybody(db)):
        raise Refused("people.known")
    return name


def _roles(roles: Iterable[str]) -> tuple[str, ...]:
    asked = set(roles)
    chosen = tuple(role for role in get_args(Role) if role in asked)
    if not chosen or asked - set(chosen):
        raise Refused("people.roles")
    return chosen


@only("people")
def set_roles(db: Db, person: str, roles: Iterable[str]) -> Changes:
    """Change what an officer may do. ``Refused``: ``people.roles``, ``people.last_admin``, ``people.unknown``."""
    known = find(db, person)
    fresh = msgspec.structs.replace(known, roles=_roles(roles))
    if fresh == known:
        return Changes()
    _check_admin(db, fresh)
    people.keep(db, fresh)
    if fresh.id == db.person:
        db.roles = frozenset(fresh.roles)
    journal.write(db, "person.roles", person=known.name, before=list(known.roles), roles=list(fresh.roles))
    return Changes(settings=True)


@only("people")
def disable(db: Db, person: str) -> Changes:
    """Take an officer's way in away; what they did keeps their name. ``Refused``: ``people.last_admin``, ``people.last``."""
    known = find(db, person)
    if known.left:
        return Changes()
    gone = msgspec.structs.replace(known, left=db.now())
    _check_admin(db, gone)
    vault.remove(db.path, known.id)
    people.keep(db, gone)
    people.show_names(db)
    journal.write(db, "person.disabled", person=known.name)
    return Changes(settings=True)


@only("people")
def reset(db: Db, key: Key, person: str, passphrase: str) -> Changes:
    """Give an officer a new passphrase: one who forgot it, or one who comes back. ``Refused``: ``passphrase.short``."""
    vault.check_passphrase(passphrase)
    known = find(db, person)
    if known.left:
        people.keep(db, msgspec.structs.replace(known, left=""))
    vault.replace(db.path, key, "passphrase", passphrase, known.id)
    people.show_names(db)
    journal.write(db, "person.reset", person=known.name, back=bool(known.left))
    return Changes(settings=True)


def change_passphrase(db: Db, key: Key, passphrase: str) -> Changes:
    """Set one's own new passphrase; the recovery key and the others' passphrases stay. ``Refused``: ``passphrase.short``."""
    vault.check_passphrase(passphrase)
    vault.replace(db.path, key, "passphrase", passphrase, vault.person_of(key))
    journal.write(db, "person.passphrase", person=db.officer)
    return Changes()


def _check_admin(db: Db, changed: Person) -> None:
    others = [each for each in people.everybody(db) if each.id != changed.id]
    if not any("admin" in each.roles and not each.left for each in (*others, changed)):
        raise Refused("people.last_admin")


def entered(db: Db, key: Key, way: str = "passphrase") -> Changes:
    """Note how somebody came in by another way than a passphrase (``recovery``, ``province``); what the lock screen needs."""
    if way != "passphrase":
        journal.write(db, f"person.by_{way}", person=db.officer)
    if len(vault.entrants(db.path)) > 1:
        people.show_names(db)
    resets.refill(db, key)
    return Changes()


def hand_work(db: Db, dossiers: Iterable[str], to: str) -> Changes:
    """Give dossiers to another officer of this PC: they stand among "of mine" there from now on.

    Who has the dossiers gives them, or the administrator. ``Refused``: ``people.unknown``, ``people.left``, ``people.not_yours``.
    """
    taker = find(db, to)
    if taker.left:
        raise Refused("people.left")
    given = set()
    for dossier in dossiers:
        row = db.conn.execute("SELECT officer FROM dossier_row WHERE id = ?", (dossier,)).fetchone()
        holder = str(row[0]) if row else ""
        if holder == taker.name:
            continue
        if holder != db.officer and not may(db, "people"):
            raise Refused("people.not_yours")
        journal.write(db, "work.handed", dossier=dossier, before=holder, to=taker.name)
        listing.refresh(db, dossier)
        given.add(dossier)
    return Changes(dossiers=frozenset(given))


def work_of(db: Db, person: str) -> list[str]:
    """The dossiers an officer has at hand."""
    named = find(db, person).name
    return [row[0] for row in db.conn.execute("SELECT id FROM dossier_row WHERE officer = ? ORDER BY n", (named,))]


def roles_of(person: Person) -> tuple[Role, ...]:
    """The roles of an officer, in the order they are shown."""
    return cast(tuple[Role, ...], tuple(role for role in get_args(Role) if role in person.roles))
