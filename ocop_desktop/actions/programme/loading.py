"""A plan out of a TOML file into records, and the plans shipped with the program."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from ocop_desktop import paths
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import only
from ocop_desktop.actions.programme.plans import from_above
from ocop_desktop.domain.programme.files import PlanFile
from ocop_desktop.domain.programme.plans import BUDGET, EVENT, PLAN, TARGET, TASK, TYPES
from ocop_desktop.errors import Refused
from ocop_desktop.storage import journal, records
from ocop_desktop.storage.db import Db


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A plan shipped with the program: its file's name, its title and the document it was taken from."""

    name: str
    title: str
    document: str


def _folder() -> Path:
    return paths.resources() / "samples" / "plans"


def sample_file(name: str) -> Path:
    """The file of a shipped plan: ``kon-tum``."""
    return _folder() / f"{name}.toml"


def samples() -> list[Sample]:
    """The plans shipped with the program."""
    found = []
    for path in sorted(_folder().glob("*.toml")):
        plan = read(path)
        found.append(Sample(name=path.stem, title=plan.title, document=plan.document))
    return found


def read(path: Path) -> PlanFile:
    """A plan's file, checked. ``Refused``: ``plan.file``, ``plan.file.…``."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text("utf-8-sig")), PlanFile)
        for text in _days(found):
            date.fromisoformat(text)
    except (OSError, UnicodeError, tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise Refused("plan.file", file=path.name) from error
    found.check()
    return found


def _days(plan: PlanFile) -> Iterable[str]:
    yield plan.starts
    yield plan.ends
    own = [plan.signed_on, *(each.day for each in plan.events)]
    own += [text for task in plan.tasks for text in (task.starts, task.due)]
    yield from filter(None, own)


@only("write")
def import_plan(db: Db, path: Path) -> Changes:
    """Take a plan in: one plan record with its tasks, targets, money and events, all or nothing.

    ``Refused``: ``plan.file``, ``plan.already`` where the same document with the same title is there.
    """
    return take(db, read(path))


@only("write")
def take(db: Db, given: PlanFile) -> Changes:
    """Write a plan's records."""
    body = given.plan()
    same = ("title", "document", "starts")
    here = [each for each in records.of_type(db, PLAN) if not from_above(db, each.unit)]
    if any(all(each.body.get(name) == body.get(name) for name in same) for each in here):
        raise Refused("plan.already")
    plan = records.add(db, PLAN, body)
    for fields in given.task_bodies():
        records.add(db, TASK, {**fields, "plan": plan.id}, parent=plan.id)
    made: dict[str, str] = {}
    for key, parent, fields in given.target_bodies():
        whole = made.get(parent)
        target = records.add(db, TARGET, {**fields, "plan": plan.id, "parent": whole}, parent=whole or plan.id)
        made[key] = target.id
    for fields in given.line_bodies():
        records.add(db, BUDGET, {**fields, "plan": plan.id}, parent=plan.id)
    for fields in given.event_bodies():
        records.add(db, EVENT, {**fields, "plan": plan.id}, parent=plan.id)
    journal.write(db, "plan.imported", record=plan.id)
    return Changes(types=TYPES, outbox=True, created=plan.id)
