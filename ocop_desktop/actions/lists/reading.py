"""Find the list in a file, guess what its columns are, remember what a person said of them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ocop_desktop.actions import tables
from ocop_desktop.actions.changes import Changes
from ocop_desktop.domain.lists import columns
from ocop_desktop.domain.lists.columns import Kind
from ocop_desktop.domain.lists.rows import Listed, find
from ocop_desktop.errors import Refused
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import Db

_REMEMBERED = "import.columns."

Progress = Callable[[int, int], None]
"""Told now and then how many rows of how many were done; it may raise ``Refused`` (``import.stopped``) to end the work."""


@dataclass(frozen=True)
class Opened:
    """A file whose list was found. ``keys``: what each column fills (empty: nothing); ``known``: a person said so before."""

    file: Path
    kind: Kind
    listed: Listed
    keys: tuple[str, ...]
    known: bool


def open_list(db: Db, file: Path, kind: Kind) -> Opened:
    """Read a file and find its list: the sheet, its heading, its rows. Nothing is written.

    ``Refused``: ``import.kind``, ``import.unreadable``, ``import.too_large``, ``import.too_many``, ``import.encoding``,
    ``import.old_excel``, ``import.no_columns``, ``import.empty``.
    """
    found = [each for sheet in tables.sheets(file) if (each := find(sheet, kind)) is not None]
    if not found:
        raise Refused("import.no_columns")
    listed = max(
        found, key=lambda each: (_usable(each, kind), bool(each.lines), sum(map(bool, each.guessed)), len(each.heads))
    )
    if not listed.lines:
        raise Refused("import.empty" if _usable(listed, kind) else "import.no_columns")
    said = settings.read(db, _REMEMBERED + columns.fingerprint(listed.heads, kind))
    keys = tuple(json.loads(said)) if isinstance(said, str) else listed.guessed
    allowed = {each.key for each in columns.targets(kind)}
    keys = tuple(key if key in allowed else "" for key in keys)
    return Opened(file, kind, listed, keys, isinstance(said, str))


def _usable(listed: Listed, kind: Kind) -> bool:
    return bool(columns.needed(kind) & set(listed.guessed))


def remember(db: Db, opened: Opened, keys: tuple[str, ...]) -> Changes:
    """Keep what a person said the columns are, for the next file with these headings."""
    name = _REMEMBERED + columns.fingerprint(opened.listed.heads, opened.kind)
    settings.write(db, {name: json.dumps(list(keys)) if keys != opened.listed.guessed else None})
    return Changes()


def with_columns(opened: Opened, changed: Mapping[int, str]) -> tuple[str, ...]:
    """The keys after some columns were given another meaning; a value has one column, the last that was named."""
    keys = list(opened.keys)
    for at, key in changed.items():
        keys = ["" if key and each == key else each for each in keys]
        keys[at] = key
    return tuple(keys)


def check_columns(kind: Kind, keys: tuple[str, ...]) -> None:
    """``Refused``: ``import.no_columns`` where nothing names what the list is about."""
    if not columns.needed(kind) & set(keys):
        raise Refused("import.no_columns")
