"""``python .ci/sbom.py OUT.json``: what the program is made of, as CycloneDX 1.6, from the lock and the list of licences.

Every part that ``.ci/requirements.lock`` names is there with version, licence and the hashes of its files, also what only Windows
needs. ``scope``: ``required`` for what the program and the server (with signing) bring, ``excluded`` for what only tests and builds use.
"""

import json
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
SYSTEMS = ({"sys_platform": "linux"}, {"sys_platform": "win32", "platform_system": "Windows"})
_PINNED = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)")


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def locked() -> dict[str, tuple[str, list[str]]]:
    """Version and SHA-256 hashes (hex) of every part in the lock, by name."""
    found: dict[str, tuple[str, list[str]]] = {}
    for block in re.split(r"\n(?=\S)", (ROOT / ".ci" / "requirements.lock").read_text("utf-8").strip()):
        pinned = _PINNED.match(block)
        assert pinned is not None, block[:80]
        found[_name(pinned[1])] = pinned[2], re.findall(r"--hash=sha256:([0-9a-f]{64})", block)
    return found


def licences() -> dict[str, str]:
    """The SPDX expression of every part, by name."""
    return {_name(name): text for name, text in tomllib.loads((ROOT / ".ci/licences.toml").read_text("utf-8")).items()}


def _needed(lines: list[str], extras: frozenset[str] = frozenset()) -> dict[str, frozenset[str]]:
    """What these requirements need on Linux or Windows: names, each with the extras that are asked of it."""
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        wanted = Requirement(line)
        asked = [{"extra": extra, **system} for extra in extras | {""} for system in SYSTEMS]
        if wanted.marker is None or any(wanted.marker.evaluate(each) for each in asked):
            found[_name(wanted.name)] = found.get(_name(wanted.name), frozenset()) | frozenset(wanted.extras)
    return found


def _needs(name: str, extras: frozenset[str]) -> dict[str, frozenset[str]]:
    try:
        return _needed(metadata.requires(name) or [], extras)
    except metadata.PackageNotFoundError:  # of another system: it needs nothing that others do not
        return {}


def make() -> dict[str, object]:
    """The list."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    parts, named = locked(), licences()
    first = _needed([*project["dependencies"], *extras["server"], *extras["sign"]])
    waiting, shipped = list(first.items()), dict[str, frozenset[str]]()
    while waiting:
        name, asked = waiting.pop()
        if name in parts and not (name in shipped and asked <= shipped[name]):
            shipped[name] = shipped.get(name, frozenset()) | asked
            waiting += _needs(name, shipped[name]).items()
    reference = {name: f"pkg:pypi/{name}@{version}" for name, (version, _) in parts.items()}
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "ocop_desktop/__init__.py").read_text("utf-8"))
    assert version is not None
    own = f"pkg:pypi/ocop-desktop@{version[1]}"

    def links(needs: dict[str, frozenset[str]]) -> list[str]:
        return sorted(reference[name] for name in needs if name in reference)

    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "ocop-desktop",
                "version": version[1],
                "purl": own,
                "licenses": [{"expression": project["license"]}],
            }
        },
        "components": [
            {
                "type": "library",
                "bom-ref": reference[name],
                "name": name,
                "version": parts[name][0],
                "purl": reference[name],
                "scope": "required" if name in shipped else "excluded",
                "licenses": [{"expression": named[name]}],
                "externalReferences": [
                    {
                        "type": "distribution",
                        "url": reference[name],
                        "hashes": [{"alg": "SHA-256", "content": each} for each in parts[name][1]],
                    }
                ],
            }
            for name in sorted(parts)
        ],
        "dependencies": [
            {"ref": own, "dependsOn": links(first)},
            *(
                {"ref": reference[name], "dependsOn": links(_needs(name, shipped.get(name, frozenset())))}
                for name in sorted(parts)
            ),
        ],
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(make(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
