"""The files of a pack before it is one: from a folder with ``index.toml``, from one TOML file, or from a pack."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from ocop_desktop.domain.rulepacks import INDEX, MOST_BYTES, SUFFIX, read
from ocop_desktop.errors import Damaged, Environment, Refused
from ocop_desktop.legal.shelves import Entry, Index, decode

# The key that only files of this kind have.
_SIGNS = (
    ("days", "holidays"),
    ("paper", "form"),
    ("bands", "regime"),
    ("groups", "classification"),
    ("parts", "criteria"),
)


def gather(path: Path) -> dict[str, bytes]:
    """The files to check or publish, by name, the index among them; nothing is checked here but that they can be read.

    Raises ``Refused``: ``rules.nothing``, ``rules.kind``, ``rules.too_large``; ``Damaged``: ``legal.broken``, what
    ``rulepacks.read`` raises; ``Environment("folder.missing")``.
    """
    try:
        if path.is_dir():
            return _folder(path)
        data = path.read_bytes()
    except OSError as error:
        raise Environment("folder.missing") from error
    return dict(read(data).contents) if path.suffix == SUFFIX else _one(path.name, data)


def _folder(root: Path) -> dict[str, bytes]:
    if not (root / INDEX).is_file():
        raise Refused("rules.nothing")
    found: dict[str, bytes] = {}
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            if sum(map(len, found.values())) + path.stat().st_size > MOST_BYTES:
                raise Refused("rules.too_large", most=MOST_BYTES // (1024 * 1024))
            found[inside.as_posix()] = path.read_bytes()
    return found


def _one(name: str, data: bytes) -> dict[str, bytes]:
    """A single file describes itself; its index is made of what it says."""
    try:
        said = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Damaged("legal.broken", file=name, why=str(error)) from error
    kind = next((kind for key, kind in _SIGNS if key in said), None)
    source = said.get("source")
    if kind is None or not isinstance(source, dict) or not said.get("id"):
        raise Refused("rules.kind")
    path = f"{kind}/{said['id']}/{said.get('version', 0)}.toml"
    about = {
        "kind": kind,
        "id": str(said["id"]),
        "version": said.get("version", 0),
        "path": path,
        "valid_from": str(said.get("valid_from") or source.get("day") or ""),
        "valid_to": str(said.get("valid_to") or ""),
        "document": str(source.get("document") or ""),
        "article": str(source.get("article") or ""),
        "day": str(source.get("day") or ""),
        "regime": str(said.get("regime") or ""),
        "code": str(said.get("code") or ""),
    }
    return {INDEX: _index([about]), path: data}


def merge(older: Mapping[str, bytes], newer: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the pack before with the new ones beside them, under one index: a released file stays for good.

    Raises ``Refused("rules.changed_version")`` (file) when a version that was released says something else now.
    """
    released = {(e.kind, e.id, e.version): e for e in _entries(older)}
    entries = list(released.values())
    contents = {path: data for path, data in older.items() if path != INDEX}
    for entry in _entries(newer):
        before = released.get((entry.kind, entry.id, entry.version))
        data = newer.get(entry.path)
        if before is not None:
            if data != older[before.path]:
                raise Refused("rules.changed_version", file=entry.path)
            continue
        if contents.get(entry.path, data) != data:
            raise Refused("rules.changed_version", file=entry.path)
        entries.append(entry)
        if data is not None:
            contents[entry.path] = data
    about = [{name: getattr(entry, name) for name in Entry.__struct_fields__} for entry in entries]
    return {INDEX: _index(about), **contents}


def _entries(contents: Mapping[str, bytes]) -> tuple[Entry, ...]:
    return decode(INDEX, contents[INDEX], Index).files if INDEX in contents else ()


def _index(entries: list[dict[str, object]]) -> bytes:
    lines = []
    for entry in entries:
        lines.append("[[files]]")
        lines += [f"{key} = {_toml(value)}" for key, value in entry.items() if value != ""]
        lines += [f'{key} = ""' for key in ("valid_from", "document", "article", "day") if entry.get(key) == ""]
        lines.append("")
    return "\n".join(lines).encode()


def _toml(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in escaped) + '"'
