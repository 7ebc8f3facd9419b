"""Where things are: data shipped with the program, and the folders of the person who runs it."""

import os
import sys
from functools import cache
from pathlib import Path


def _shipped() -> Path:
    return _beside(getattr(sys, "_MEIPASS", None))


@cache  # asked for at every look into the legal data
def _beside(bundle: str | None) -> Path:
    if bundle:
        return Path(bundle)
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


@cache
def _resources(bundle: str | None) -> Path:
    return _beside(bundle) / "resources"


def resources() -> Path:
    """The folder of legal data, icons, help and samples."""
    return _resources(getattr(sys, "_MEIPASS", None))


def translations() -> Path:
    """The folder of compiled translations."""
    return _shipped() / "i18n"


def user_data() -> Path:
    """The folder of the database and its evidence files (``%LOCALAPPDATA%`` on Windows: never a roaming share)."""
    if chosen := os.environ.get("OCOP_DESKTOP_HOME"):
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("OCOP Desktop", appauthor=False, roaming=False))


def database() -> Path:
    """Where this account's database stands."""
    return user_data() / "ocop.db"


def rules() -> Path:
    """The folder of the province's rule packs, beside the database."""
    return _rules(os.environ.get("OCOP_DESKTOP_HOME"))


@cache  # asked for at every look into the legal data
def _rules(_chosen: str | None) -> Path:
    return user_data() / "rules"


def programs() -> Path:
    """The folder of newer versions of the program that came from the province, each in a folder of its own."""
    return user_data() / "programs"


def device_profile() -> Path:
    """The folder of what belongs to this PC and account and must not travel with a copied database."""
    if chosen := os.environ.get("OCOP_DESKTOP_HOME"):
        return Path(chosen) / "device"
    import platformdirs

    return Path(platformdirs.user_config_dir("OCOP Desktop", appauthor=False, roaming=False))


def logs() -> Path:
    """The folder of the rotating log and the fault log."""
    if chosen := os.environ.get("OCOP_DESKTOP_HOME"):
        return Path(chosen) / "logs"
    import platformdirs

    return Path(platformdirs.user_log_dir("OCOP Desktop", appauthor=False))
