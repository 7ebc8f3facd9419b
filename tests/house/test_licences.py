"""What is shipped with the program may be: nothing under the GPL alone. The LGPL is met by one folder and plain pip."""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement

from tests.house.source import ROOT

# Named in their licence files, not in their metadata.
IN_THEIR_FILES = {"pyrage": "MIT", "sqlcipher3": "zlib"}
STRONG = re.compile(r"(?<![A-Za-z])A?GPL|GNU (Affero )?General Public", re.IGNORECASE)


def _shipped() -> Iterator[str]:
    """The names of everything that ``ocop-desktop[server]`` brings with it on this machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["server"]]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        key = (name, frozenset(wanted.extras))
        if key in seen:
            continue
        seen.add(key)
        yield name
        for line in metadata.requires(name) or ():
            found = Requirement(line)
            extras = wanted.extras or {""}
            if found.marker is None or any(found.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(found)


def _licences(name: str) -> list[str]:
    """The licences of which one may be chosen."""
    about = metadata.metadata(name)
    field = (about.get("License-Expression") or about.get("License") or "").strip()
    classifiers = [
        line.rpartition("::")[2].strip() for line in about.get_all("Classifier") or () if "License ::" in line
    ]
    if field and "\n" not in field:
        return re.split(r"\s+OR\s+", field.strip("()"))
    return classifiers or [field.partition("\n")[0] or IN_THEIR_FILES.get(name, "")]


def test_nothing_is_under_the_gpl_alone() -> None:
    licences = {name: _licences(name) for name in set(_shipped())}
    assert len(licences) > 20
    assert not {name: found for name, found in licences.items() if all(STRONG.search(each) for each in found)}


def test_every_part_names_its_licence() -> None:
    assert not [name for name in set(_shipped()) if not any(_licences(name))]
