"""Copies that another program shows: readable by this account only, gone when the program ends or starts again.

The original never leaves its vault. A crash leaves at most what was being looked at, until the next start.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ocop_desktop import paths


def _folder() -> Path:
    return paths.user_data() / "opened"


def keep(name: str, data: bytes) -> Path:
    """Write a copy that cannot be changed; its path. Not for the GUI thread.

    Its name says nothing of the dossier: other programs remember the names of what they showed.
    """
    _folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = Path(tempfile.mkdtemp(dir=_folder())) / f"tai-lieu{Path(name).suffix.lower()}"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o400)
    with os.fdopen(descriptor, "wb") as target:
        target.write(data)
    return path


def show(path: Path) -> bool:
    """Hand a copy to the program that this PC uses for it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def clear() -> None:
    """Remove every copy, one that another program still holds the next time; the reader of files ends with what it holds."""
    shutil.rmtree(_folder(), ignore_errors=True)
    reader = sys.modules.get("ocop_desktop.signing.apart.process")
    if reader is not None:  # not loaded: no file was looked at
        reader.APART.close()
