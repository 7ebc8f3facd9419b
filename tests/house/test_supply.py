"""What the program is made of is locked, hashed, listed with its licences, and compared with known vulnerabilities."""

import importlib.util
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement

from tests.house.source import ROOT


def script(name: str) -> ModuleType:
    """A script of ``.ci``."""
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sbom, advisories = script("sbom"), script("advisories")


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def test_every_requirement_is_locked_with_its_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for lines in project["optional-dependencies"].values() for line in lines),
    ]
    locked = sbom.locked()
    for line in wanted:
        requirement = Requirement(line)
        assert _name(requirement.name) in locked, f"{requirement.name}: make the lock anew (see README, Supply chain)"
        assert requirement.specifier.contains(locked[_name(requirement.name)][0], prereleases=True), line
    assert all(hashes for _, hashes in locked.values())


@pytest.mark.parametrize(
    "name", ["cryptography", "msgspec", "pillow", "pyside6", "sqlcipher3", "sqlalchemy", "zxing-cpp"]
)
def test_the_hashes_are_of_all_systems(name: str) -> None:
    """The lock is of every file of a version: a part with machine code has one for Windows, Linux and macOS at least."""
    assert len(sbom.locked()[name][1]) >= 5


def test_what_is_only_for_windows_is_locked_too() -> None:
    text = (ROOT / ".ci" / "requirements.lock").read_text("utf-8")
    only = set(re.findall(r"^([a-z0-9-]+)==\S+ ; sys_platform == 'win32'", text, re.MULTILINE))
    assert {"colorama", "pywin32-ctypes"} <= only


def test_every_part_of_the_lock_is_in_the_bill_of_materials() -> None:
    made, locked = sbom.make(), sbom.locked()
    parts = {part["name"]: part for part in made["components"]}
    assert parts.keys() == locked.keys() and len(parts) > 100
    for name, part in parts.items():
        assert part["version"] == locked[name][0]
        assert part["licenses"][0]["expression"]
        assert {each["content"] for each in part["externalReferences"][0]["hashes"]} == set(locked[name][1])
    shipped = {name for name, part in parts.items() if part["scope"] == "required"}
    assert {"pyside6", "sqlcipher3", "reportlab", "litestar", "cryptography", "pyhanko", "colorama"} <= shipped
    assert not {"pytest", "pyinstaller", "schemathesis", "mypy"} & shipped
    references = {part["bom-ref"] for part in made["components"]}
    for each in made["dependencies"]:
        assert set(each["dependsOn"]) <= references


def test_every_part_of_the_lock_has_its_licence_and_nothing_shipped_is_under_the_gpl_alone() -> None:
    named = sbom.licences()
    assert named.keys() == sbom.locked().keys()
    for part in sbom.make()["components"]:
        if part["scope"] != "required":
            continue
        choices = re.split(r"\s+OR\s+", named[part["name"]])
        assert not all(re.search(r"(?<![A-Za-z])A?GPL", choice) for choice in choices), part["name"]


def test_the_list_of_licences_says_what_the_parts_say() -> None:
    for name, text in sbom.licences().items():
        try:
            said = metadata.metadata(name).get("License-Expression")
        except metadata.PackageNotFoundError:
            continue
        assert said is None or said == text, name


# --- known vulnerabilities ----------------------------------------------------------------------------------------------


def advisory(name: str, *events: dict[str, str], versions: tuple[str, ...] = (), **more: str) -> dict[str, Any]:
    """An advisory in OSV form."""
    affected = {"package": {"ecosystem": "PyPI", "name": name}, "versions": list(versions)}
    affected["ranges"] = [{"type": "ECOSYSTEM", "events": list(events)}] if events else []
    return {"id": "TEST-1", "modified": "2026-11-20T00:00:00Z", "aliases": ["CVE-1"], "affected": [affected], **more}


@pytest.mark.parametrize(
    ("events", "versions", "version", "touched"),
    [
        (({"introduced": "0"}, {"fixed": "2.1"}), (), "2.0.9", True),
        (({"introduced": "0"}, {"fixed": "2.1"}), (), "2.1", False),
        (({"introduced": "1.5"}, {"last_affected": "2.0"}), (), "2.0", True),
        (({"introduced": "1.5"}, {"last_affected": "2.0"}), (), "2.0.1", False),
        (({"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2.0"}, {"fixed": "2.2"}), (), "2.1", True),
        (({"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2.0"}, {"fixed": "2.2"}), (), "1.4", False),
        (({"introduced": "2.10"},), (), "2.9", False),
        ((), ("1.2",), "1.2", True),
    ],
)
def test_a_range_is_read_as_osv_means_it(
    events: tuple[dict[str, str], ...], versions: tuple[str, ...], version: str, touched: bool
) -> None:
    assert advisories.touches(advisory("Pil_Low", *events, versions=versions), "pil-low", version) is touched


def test_what_is_not_about_us_says_nothing() -> None:
    assert advisories.touches(advisory("other", {"introduced": "0"}), "pillow", "1") is None
    assert advisories.touches(advisory("pillow", {"introduced": "0"}, withdrawn="2026-01-01"), "pillow", "1") is None


def _check(data: Path, *more: str) -> tuple[int, str]:
    command = [sys.executable, str(ROOT / ".ci" / "advisories.py"), str(data), *more]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def test_a_touched_part_fails_the_release_and_old_or_empty_knowledge_is_no_clean_bill(tmp_path: Path) -> None:
    data = tmp_path / "all.zip"

    def put(found: dict[str, Any]) -> None:
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("TEST-1.json", json.dumps(found))

    put(advisory("Pillow", {"introduced": "0"}))
    status, said = _check(data, "--days", "100000")
    assert status == 1 and "TEST-1 (CVE-1)" in said
    put(advisory("Pillow", {"introduced": "0"}, {"fixed": "0.1"}))
    assert _check(data, "--days", "100000")[0] == 0
    put(advisory("Pillow", {"introduced": "0"}, {"fixed": "0.1"}, modified="2020-01-01T00:00:00Z"))
    assert _check(data)[0] == 2, "too old"
    put(advisory("something-else", {"introduced": "0"}))
    assert _check(data)[0] == 2, "nothing about us"
