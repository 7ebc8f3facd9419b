"""The installation: set up, unlocked, and what it knows of itself."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from ocop_desktop import legal, paths
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.roles import FIRST_ROLES
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Environment, Refused
from ocop_desktop.storage import db as database
from ocop_desktop.storage import files, journal, people, resets, settings, vault
from ocop_desktop.storage.db import Db, Key
from ocop_desktop.storage.durable import explain

from .changes import Changes
from .permission import need

if TYPE_CHECKING:
    from ocop_desktop.sync.progress import Run

T = TypeVar("T")

_PREFIX = "office."
_OWN_NAME = "officer.name"


@dataclass(frozen=True, kw_only=True)
class SetUp:
    """The answers of the first run. ``unit``: commune code of 5 digits, or province code of 2 (levels ``province`` and
    ``district``); ``unit_name``: what an area calls itself, which no list has."""

    level: str
    unit: str
    officer: str
    signer_name: str = ""
    signer_title: str = "chu-tich"
    passphrase: str
    unit_name: str = ""


def default_database() -> Path:
    """Where this account's database stands."""
    return paths.database()


def exists(path: Path) -> bool:
    """Whether an office was set up here; a database without its key file, or the reverse, counts as set up."""
    return vault.exists(path)


def create_office(path: Path, answers: SetUp) -> str:
    """Set up an office and give its recovery key, which is shown and printed this once.

    Raises ``Refused``: ``passphrase.short``, ``office.exists``, ``office.unit``, ``office.officer``.
    """
    vault.check_passphrase(answers.passphrase)
    if not one_line(answers.officer):
        raise Refused("office.officer")
    recovery = vault.new_recovery_key()
    key = vault.new_key()
    _create(path, key, {"passphrase": answers.passphrase, "recovery": recovery}, answers)
    return recovery


def create_for_device(path: Path, unit: str, officer: str, level: str = "commune") -> Key:
    """Set up an office that this PC's account opens by itself: for the terminal, imports and practice."""
    key = vault.new_key()
    secret = vault.device_secret(paths.device_profile())
    answers = SetUp(level=level, unit=unit, officer=officer, passphrase="")
    _create(path, key, {"device": secret}, answers)
    return key


def _create(path: Path, key: Key, secrets: "dict[vault.Who, str]", answers: SetUp) -> None:
    if exists(path):
        raise Refused("office.exists")
    unit = unit_values(answers.level, answers.unit)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error) from error
    # The slots first: a database whose key was never kept would be lost work; slots without a database are not.
    vault.create(path, key, secrets)
    try:
        db = database.open_writer(path, key)
        try:
            database.run(db, lambda db: _fill(db, answers, unit))
        finally:
            db.close()
    except BaseException:
        for made in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm")), vault.vault_file(path)):
            with suppress(OSError):
                made.unlink(missing_ok=True)
        raise


def _fill(db: Db, answers: SetUp, unit: Values) -> None:
    db.officer = one_line(answers.officer)
    files.make_identity(db)
    settings.write(
        db,
        {
            "database.id": db.new_id(),
            **unit,
            **({"office.unit_name": one_line(answers.unit_name)} if one_line(answers.unit_name) else {}),
            "office.signer_name": one_line(answers.signer_name) or None,
            "office.signer_title": answers.signer_title,
            "office.symbol": "BC-UBND",
            "office.print_exact": False,
        },
    )
    people.keep(db, people.Person(vault.FIRST, db.officer, FIRST_ROLES))
    journal.write(db, "office.set_up", level=answers.level, unit=answers.unit)


def unit_values(level: str, code: str) -> Values:
    """The settings that follow from a unit. An empty code leaves the unit open. ``Refused``: ``office.unit``."""
    if not code:
        return {"office.level": level}
    if level not in {"commune", "district", "province"}:
        raise Refused("office.unit", unit=code)
    if level == "province":
        province = legal.units().province_by_code.get(code)
        if province is None:
            raise Refused("office.unit", unit=code)
        return {
            "office.level": level,
            "office.unit": province.code,
            "office.unit_name": province.name,
            "office.province": province.code,
            "office.province_name": province.name,
        }
    if level == "district" and len(code) == 2:
        province = legal.units().province_by_code.get(code)
        if province is None:
            raise Refused("office.unit", unit=code)
        # An area has no code of its own in today's law: the province gives it one with the enrolment.
        return {"office.level": level, "office.province": province.code, "office.province_name": province.name}
    commune = legal.commune(code)
    if commune is None:
        raise Refused("office.unit", unit=code)
    return {
        "office.level": level,
        "office.unit": commune.code,
        "office.unit_name": commune.name,
        "office.kind": commune.kind,
        "office.province": commune.province,
        "office.province_name": commune.province_name,
    }


def unlock(path: Path, passphrase: str, person: str = "") -> Key:
    """The database key, by an officer's passphrase; ``person`` empty: whoever's it is.

    ``Refused``: ``passphrase.wrong`` (``wait_seconds``), ``passphrase.wait`` (``seconds``).
    """
    return vault.unlock(path, "passphrase", passphrase, datetime.now(UTC), person)


def unlock_with_recovery(path: Path, recovery_key: str, new_passphrase: str, person: str = vault.FIRST) -> Key:
    """Open by the printed key and set an officer's new passphrase. ``Refused``: ``recovery.wrong``, ``passphrase.short``."""
    vault.check_passphrase(new_passphrase)
    key = vault.unlock(path, "recovery", recovery_key, datetime.now(UTC), person)
    vault.replace(path, key, "passphrase", new_passphrase, person)
    return key


def ask_province(path: Path) -> str:
    """What to read to the province over the telephone, twelve groups of five. ``Refused``: ``reset.none``."""
    return resets.ask(path, datetime.now(UTC))


def unlock_with_answer(path: Path, answer: str, new_passphrase: str, person: str = vault.FIRST) -> Key:
    """Open by the province's answer and set an officer's new passphrase; the answer then opens nothing more.

    ``Refused``: ``reset.unreadable``, ``reset.wrong``, ``passphrase.short``.
    """
    vault.check_passphrase(new_passphrase)
    key = resets.unlock(path, answer, datetime.now(UTC), person)
    vault.replace(path, key, "passphrase", new_passphrase, person)
    resets.used(path)
    return key


def unlock_for_device(path: Path) -> Key:
    """Open a database that this PC's account may open by itself. ``Refused``: ``passphrase.needed``, ``passphrase.other_device``."""
    if not vault.has(path, "device"):
        raise Refused("passphrase.needed")
    return vault.unlock(path, "device", vault.device_secret(paths.device_profile()), datetime.now(UTC))


def change_passphrase(path: Path, key: Key, new: str) -> None:
    """Set a new passphrase of the officer whose key it is; the recovery key and the others' passphrases stay."""
    vault.check_passphrase(new)
    vault.replace(path, key, "passphrase", new, vault.person_of(key))


def open_writer(path: Path, key: Key) -> Db:
    """The one connection that writes, for the thread that opens it. Clears away what a cut left of unfinished files."""
    if not path.exists():
        raise Environment("database.missing")
    db = people.enter(database.open_writer(path, key), key)
    files.clear_leftovers(db)
    return db


def open_reader(path: Path, key: Key) -> Db:
    """A connection that only reads, for the thread that opens it."""
    if not path.exists():
        raise Environment("database.missing")
    return people.enter(database.open_reader(path, key), key)


def runner(db: Db) -> "Run":
    """One unit at a time on a connection of this thread, for the actions that need several."""

    def do(action: Callable[[Db], T], /) -> T:
        return database.run(db, action)

    return do


def office(db: Db) -> Values:
    """Every setting of the office, by its full key, and ``officer.name``."""
    known = people.find(db, db.person)
    return {**settings.read_all(db, _PREFIX), "officer.name": known.name if known else db.officer}


def own_setting(db: Db, key: str) -> Value:
    """One setting of the window on this database (``ui.…``)."""
    return settings.read(db, key)


def save_office(db: Db, values: Values) -> Changes:
    """Change settings of the office, or the officer's own name; None takes one away. ``Refused``: ``settings.unknown``."""
    for key in values:
        if not key.startswith((_PREFIX, "officer.", "ui.")):
            raise Refused("settings.unknown", key=key)
    before = {key: db.officer if key == _OWN_NAME else settings.read(db, key) for key in values}
    changed = {key: value for key, value in values.items() if before[key] != value}
    if not changed:
        return Changes()
    if any(key.startswith(_PREFIX) for key in changed):
        need(db, "settings")
    settings.write(db, {key: value for key, value in changed.items() if key != _OWN_NAME})
    if _OWN_NAME in changed:
        _rename(db, str(changed[_OWN_NAME] or ""))
    journal.write(db, "settings.changed", fields={key: [before[key], value] for key, value in changed.items()})
    return Changes(settings=True)


def _rename(db: Db, name: str) -> None:
    found = people.find(db, db.person)
    if found is None or not one_line(name):
        raise Refused("office.officer")
    db.officer = one_line(name)
    people.keep(db, msgspec.structs.replace(found, name=db.officer))
    people.show_names(db)
