"""``python .ci/advisories.py DATA``: whether a known vulnerability touches what the lock names. ``DATA``: advisories in OSV form.

``DATA`` is the ``all.zip`` that OSV publishes for PyPI, or a folder of ``.json`` or ``.yaml`` files such as a clone of PyPA's advisory
database: one file to carry to a machine without a line. ``pip-audit`` asks a service for each package instead; where the service does not
know a package it is skipped and the command still ends well, so a mirror that serves files alone looks like a clean bill. This one says
how old its knowledge is and how much of it was about our parts. Exit status: 0 nothing found, 1 something found, 2 knowledge too old
(``--days``, 30) or none.
"""

import argparse
import importlib.util
import json
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parent.parent


def _parts() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("sbom", ROOT / ".ci" / "sbom.py")
    assert spec is not None and spec.loader is not None
    sbom = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sbom)
    return {name: version for name, (version, _) in sbom.locked().items()}


def read(data: Path) -> Iterator[dict[str, Any]]:
    """Every advisory of a ZIP or a folder."""
    if data.is_file():
        with zipfile.ZipFile(data) as archive:
            for name in archive.namelist():
                if name.endswith(".json"):
                    yield json.loads(archive.read(name))
        return
    for path in sorted(data.rglob("*.json")):
        found = json.loads(path.read_text("utf-8"))
        if isinstance(found, dict) and "affected" in found:
            yield found
    if files := sorted(data.rglob("*.y*ml")):
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for path in files:
            found = yaml.load(path.read_text("utf-8"), Loader=loader)
            if isinstance(found, dict) and "affected" in found:
                yield found


def _within(version: Version, events: list[dict[str, str]]) -> bool:
    """Whether a version lies in a range of OSV: its events in order of their versions."""
    known: list[tuple[Version, str]] = []
    for event in events:
        for kind, text in event.items():
            try:
                known.append((Version("0" if text == "0" else text), kind))
            except InvalidVersion:
                continue
    touched = False
    for at, kind in sorted(known):
        if kind == "introduced" and version >= at:
            touched = True
        elif (kind == "fixed" and version >= at) or (kind == "last_affected" and version > at):
            touched = False
    return touched


def touches(advisory: dict[str, Any], name: str, version: str) -> bool | None:
    """Whether this version is affected; ``None``: the advisory is of other packages, or was withdrawn."""
    about = [
        each
        for each in advisory.get("affected", [])
        if each.get("package", {}).get("ecosystem") == "PyPI"
        and each["package"].get("name", "").lower().replace("_", "-").replace(".", "-") == name
    ]
    if not about or advisory.get("withdrawn"):
        return None
    for each in about:
        ranges = [found for found in each.get("ranges", []) if found.get("type") in {"ECOSYSTEM", "SEMVER"}]
        if version in map(str, each.get("versions", [])):
            return True
        if any(_within(Version(version), found.get("events", [])) for found in ranges):
            return True
    return False


def main() -> int:
    """Print what was found and how much was known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--days", type=int, default=30, help="knowledge older than this is not enough for a release")
    options = parser.parse_args()
    parts, read_all, about, found, newest = _parts(), 0, 0, list[str](), ""
    for advisory in read(options.data):
        read_all += 1
        newest = max(newest, str(advisory.get("modified", "")))
        names = {each.get("package", {}).get("name", "").lower() for each in advisory.get("affected", [])}
        for name in {text.replace("_", "-").replace(".", "-") for text in names} & parts.keys():
            said = touches(advisory, name, parts[name])
            about += said is not None
            if said:
                aliases = ", ".join(map(str, advisory.get("aliases", [])))
                found.append(f"{name} {parts[name]}: {advisory['id']} ({aliases})")
    for line in sorted(found):
        print(line)
    print(f"{len(parts)} parts; {read_all} advisories, {about} about them, newest of {newest[:10]}; {len(found)} touch")
    if not about:
        return 2
    age = datetime.now(UTC) - datetime.fromisoformat(newest.replace("Z", "+00:00"))
    if age > timedelta(days=options.days):
        print(f"what is known here is {age.days} days old: too old for a release")
        return 1 if found else 2
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
