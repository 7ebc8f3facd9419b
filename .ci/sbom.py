"""``python .ci/sbom.py OUT.json``: what the installed program is made of, as CycloneDX 1.6, from the environment itself."""

import json
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def _needed(lines: list[str]) -> list[str]:
    """The names that these requirements need here, without their extras' alternatives for other systems."""
    found: list[str] = []
    for line in lines:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            found.append(_name(wanted.name))
    return sorted(set(found))


def _licences(about: metadata.PackageMetadata) -> list[dict[str, object]]:
    if expression := about.get("License-Expression"):
        return [{"expression": expression}]
    text = (about.get("License") or "").partition("\n")[0].strip()
    named = [line.rpartition("::")[2].strip() for line in about.get_all("Classifier") or () if "License ::" in line]
    return [{"license": {"name": name}} for name in ([text] if text and len(text) < 80 else named)]


def make() -> dict[str, object]:
    """The list: every distribution that ``ocop-desktop[server,sign]`` brings here, and who needs whom."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    first = _needed([*project["dependencies"], *extras["server"], *extras["sign"]])
    waiting, parts, links = list(first), {}, {}
    while waiting:
        name = waiting.pop()
        if name in parts:
            continue
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # an extra that is not installed here
        reference = f"pkg:pypi/{name}@{about['Version']}"
        parts[name] = {
            "type": "library",
            "bom-ref": reference,
            "name": about["Name"],
            "version": about["Version"],
            "purl": reference,
            "licenses": _licences(about),
        }
        links[name] = _needed(metadata.requires(name) or [])
        waiting += links[name]
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "ocop_desktop/__init__.py").read_text("utf-8"))
    assert version is not None
    own = f"pkg:pypi/ocop-desktop@{version[1]}"
    reference = {name: part["bom-ref"] for name, part in parts.items()}
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
        "components": [parts[name] for name in sorted(parts)],
        "dependencies": [
            {"ref": own, "dependsOn": sorted(reference[name] for name in first if name in reference)},
            *(
                {
                    "ref": reference[name],
                    "dependsOn": sorted(reference[each] for each in links[name] if each in reference),
                }
                for name in sorted(parts)
            ),
        ],
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(make(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
