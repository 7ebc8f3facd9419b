"""The officers of this PC: name, roles and whether they left. Their way in is a slot of the key file (``vault``)."""

import secrets

import msgspec

from . import settings, vault
from .db import Db, Key

_PREFIX = "person."


class Person(msgspec.Struct, frozen=True):
    """One officer. ``left``: UTC instant since when they may no longer enter; empty while they may."""

    id: str
    name: str
    roles: tuple[str, ...]
    left: str = ""


def new_id() -> str:
    """An id that says nothing of the person: it stands readable in the key file."""
    return secrets.token_hex(4)


def everybody(db: Db) -> list[Person]:
    """All officers there ever were, in the order they were added."""
    found = settings.read_all(db, _PREFIX)
    people = [msgspec.json.decode(str(text), type=Person) for text in found.values()]
    order = str(settings.read(db, "people.order", "") or "").split(",")
    return sorted(people, key=lambda person: order.index(person.id) if person.id in order else len(order))


def find(db: Db, person: str) -> Person | None:
    """One officer."""
    text = settings.read(db, f"{_PREFIX}{person}")
    return msgspec.json.decode(str(text), type=Person) if text else None


def keep(db: Db, person: Person) -> None:
    """Write one officer."""
    order = str(settings.read(db, "people.order", "") or "")
    known = order.split(",") if order else []
    if person.id not in known:
        settings.write(db, {"people.order": ",".join([*known, person.id])})
    settings.write(db, {f"{_PREFIX}{person.id}": msgspec.json.encode(person).decode()})


def enter(db: Db, key: Key) -> Db:
    """Note on a connection who works with it: by the slot that opened the key.

    Who has a slot but no line here (a copy of before was brought back) may read and nothing else.
    """
    db.person = vault.person_of(key)
    found = find(db, db.person)
    if found is None or found.left:
        db.officer, db.roles = found.name if found else "", frozenset()
    else:
        db.officer, db.roles = found.name, frozenset(found.roles)
    return db


def show_names(db: Db) -> None:
    """Write the names for the lock screen anew: sealed for this account of this PC."""
    vault.label(db.path, {person.id: person.name for person in everybody(db) if not person.left})
