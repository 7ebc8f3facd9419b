"""How the window looks on this PC: known before the database is open, so kept beside it and free of personal data."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ocop_desktop import paths

LANGUAGES = ("vi", "en")
THEMES = ("", "light", "dark")
FONTS = ("", "system")


class Preferences(msgspec.Struct, kw_only=True, frozen=True):
    """``theme`` and ``font``: empty means the program's choice. ``geometry`` is Qt's own text for a window's place."""

    language: str = "vi"
    theme: str = ""
    font: str = ""
    rail_folded: bool = False
    geometry: str = ""


def _file() -> Path:
    return paths.device_profile() / "window.json"


def load() -> Preferences:
    """What was chosen; the defaults when the file is missing or not readable (it holds nothing worth an error)."""
    try:
        found = msgspec.json.decode(_file().read_bytes(), type=Preferences)
    except (OSError, msgspec.DecodeError):
        return Preferences()
    known = found.language in LANGUAGES and found.theme in THEMES and found.font in FONTS
    return found if known else Preferences()


def save(chosen: Preferences) -> None:
    """Keep what was chosen. A folder that cannot be written only means that it is asked again."""
    file = _file()
    fresh = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(msgspec.json.encode(chosen))
        fresh.replace(file)
    except OSError:
        return
