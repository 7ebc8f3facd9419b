"""Where legal files stand: those shipped with the program, and the province's pack that was installed beside them.

A shipped file is never replaced: a pack brings other ids, or other versions from ``FIRST_VERSION`` upwards.
"""

import csv
import io
import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from ocop_desktop import paths
from ocop_desktop.domain.rulepacks import INDEX, SUFFIX, Pack, PackManifest, read
from ocop_desktop.domain.units import Commune, Province, Units
from ocop_desktop.errors import Damaged, OcopError

T = TypeVar("T")

FileKind = Literal["regime", "classification", "criteria", "form", "letter", "units", "holidays"]

_log = logging.getLogger(__name__)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A released file in ``index.toml``: what it is, from when to when it is in force, and by what document."""

    kind: FileKind
    id: str
    version: int
    path: str
    valid_from: str
    document: str
    article: str
    day: str
    valid_to: str = ""
    regime: str = ""
    code: str = ""
    note: str = ""


class Index(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every released file."""

    files: tuple[Entry, ...]


@dataclass(frozen=True, eq=False)
class Shelf:
    """A folder of legal files, or the files of a pack (``contents``)."""

    root: Path
    contents: Mapping[str, bytes] | None = None
    manifest: PackManifest | None = None

    def bytes(self, name: str) -> bytes:
        """One file. Raises ``Damaged("legal.missing")``."""
        try:
            return (self.root / name).read_bytes() if self.contents is None else self.contents[name]
        except (FileNotFoundError, KeyError) as error:
            raise Damaged("legal.missing", file=name) from error

    def load(self, name: str, kind: type[T]) -> T:
        """One TOML file as an object; read once. Raises ``Damaged``: ``legal.missing``, ``legal.broken``."""
        found = _READ.get((self.root, name))
        if not isinstance(found, kind):
            found = decode(name, self.bytes(name), kind)
            _READ[self.root, name] = found
        return found

    def units(self, name: str) -> Units:
        """A list of units; read once. Raises ``Damaged``: ``legal.missing``, ``legal.broken``."""
        found = _READ.get((self.root, name))
        if not isinstance(found, Units):
            found = read_units(name, self.bytes(name))
            _READ[self.root, name] = found
        return found

    @property
    def index(self) -> Index:
        """What stands here."""
        return self.load(INDEX, Index)


_READ: dict[tuple[Path, str], object] = {}
_PACKS: dict[Path, Shelf | None] = {}


def decode(name: str, data: bytes, kind: type[T]) -> T:
    """A TOML file as an object. Raises ``Damaged("legal.broken")`` (file, why)."""
    try:
        return msgspec.convert(tomllib.loads(data.decode("utf-8")), kind)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise Damaged("legal.broken", file=name, why=str(error)) from error


def read_units(name: str, data: bytes) -> Units:
    """A list of units as an object. Raises ``Damaged("legal.broken")`` (file, why)."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"))))
        named = {row[0]: row[1] for row in rows[1:]}
        return Units(
            provinces=tuple(Province(code, named[code]) for code in sorted(named)),
            communes=tuple(Commune(row[2], row[3], row[4], row[0], row[1]) for row in rows[1:]),
        )
    except (csv.Error, IndexError, UnicodeDecodeError) as error:
        raise Damaged("legal.broken", file=name, why=str(error)) from error


def shipped() -> Shelf:
    """The files that came with the program."""
    return _shipped(paths.resources())


@cache
def _shipped(resources: Path) -> Shelf:
    return Shelf(resources / "legal")


def installed() -> Shelf | None:
    """The newest pack of the province that is whole; ``None`` where none was installed."""
    folder = paths.rules()
    if folder not in _PACKS:
        _PACKS[folder] = _newest(folder)
    return _PACKS[folder]


def _newest(folder: Path) -> Shelf | None:
    """A pack that cannot be read any more leaves the one before it in force."""
    for path in sorted(folder.glob(f"*{SUFFIX}"), reverse=True) if folder.is_dir() else ():
        try:
            shelf = shelf_of(read(path.read_bytes()), path)
            assert shelf.index
        except (OcopError, OSError) as error:
            _log.warning("a rule pack cannot be read: %s", getattr(error, "code", type(error).__name__))
            continue
        return shelf
    return None


def shelf_of(pack: Pack, path: Path) -> Shelf:
    """The files of a pack."""
    return Shelf(path, pack.contents, pack.manifest)


def shelves() -> tuple[Shelf, ...]:
    """Everything there is to read: the shipped files, then the province's. The same object until ``forget``."""
    global _standing
    resources, rules = paths.resources(), paths.rules()
    if _standing is None or _standing[0] is not resources or _standing[1] is not rules:
        pack = installed()
        _standing = resources, rules, (shipped(),) if pack is None else (shipped(), pack)
    return _standing[2]


_standing: tuple[Path, Path, tuple[Shelf, ...]] | None = None
"""What stands in which folders: asked for many times at every saved field."""


def forget() -> None:
    """Read every file anew when it is next asked for."""
    global _standing
    _READ.clear()
    _PACKS.clear()
    _standing = None
