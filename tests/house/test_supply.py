"""What the program is made of is locked, hashed and listed."""

import importlib.util
import re
import tomllib
from importlib import metadata
from types import ModuleType

from packaging.requirements import Requirement

from tests.house.source import ROOT

LOCK = ROOT / ".ci" / "requirements.lock"


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def _locked() -> dict[str, str]:
    """Names and versions of the lock, each with at least one SHA-256."""
    found = {}
    for block in re.split(r"\n(?=\S)", LOCK.read_text("utf-8").strip()):
        named = re.match(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", block)
        assert named, block[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), named[0]
        found[_name(named[1])] = named[2]
    return found


def test_every_requirement_is_locked_with_its_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for lines in project["optional-dependencies"].values() for line in lines),
    ]
    locked = _locked()
    for line in wanted:
        requirement = Requirement(line)
        assert _name(requirement.name) in locked, f"{requirement.name}: make the lock anew (see README, Supply chain)"
        assert requirement.specifier.contains(locked[_name(requirement.name)], prereleases=True), line


def _sbom() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sbom", ROOT / ".ci" / "sbom.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_bill_of_materials_names_every_part_with_version_and_licence() -> None:
    made = _sbom().make()
    parts = {part["name"].lower(): part for part in made["components"]}
    assert {"pyside6", "sqlcipher3", "reportlab", "litestar", "cryptography"} <= set(parts)
    assert all(part["version"] == metadata.version(name) for name, part in parts.items())
    assert [name for name, part in parts.items() if not part["licenses"] and name not in {"pyrage", "sqlcipher3"}] == []
    references = {part["bom-ref"] for part in made["components"]}
    for each in made["dependencies"]:
        assert set(each["dependsOn"]) <= references
