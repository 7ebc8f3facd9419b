"""A start reads little: what the entrance does not need is read while the passphrase is typed, or when a page is shown."""

import json
import os
import subprocess
import sys
from pathlib import Path

from ocop_desktop.actions import office, sample

# What an old PC would wait for: the database, keys, legal texts, network, papers. None of it is needed to ask for words.
HEAVY = (
    *("sqlcipher3", "cryptography", "argon2", "pyrage", "requests", "ssl", "socket", "reportlab", "openpyxl", "PIL"),
    *("pypdf", "pypdfium2", "tomllib", "uuid6", "platformdirs", "fontpkg", "importlib.metadata"),
    *("PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtPdf", "PySide6.QtCharts"),
    *(
        "ocop_desktop.actions",
        "ocop_desktop.legal",
        "ocop_desktop.sync",
        "ocop_desktop.printing",
        "ocop_desktop.storage.db",
    ),
)
CHILD = """
import builtins, json, sys
from pathlib import Path
from ocop_desktop.ui.app import build
from ocop_desktop.ui.main_window import MainWindow
app = build(["ocop-desktop"])
window = MainWindow(Path(sys.argv[1]))
window.begin()
window.show()
app.processEvents()
plain = builtins.__import__ is getattr(builtins, "__orig_import__", None)
print(json.dumps({"modules": sorted(sys.modules), "plain": plain, "entrance": type(window.entrance).__name__}))
window.close()
"""


def started(database: Path) -> dict[str, object]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(database)], env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_the_entrance_needs_neither_database_nor_law(tmp_path: Path) -> None:
    database = tmp_path / "ocop.db"
    office.create_office(database, sample.sample().set_up())
    found = started(database)
    modules = found["modules"]
    assert isinstance(modules, list)
    assert found["entrance"] == "Unlock"
    assert [name for name in HEAVY if name in modules] == []
    ours = [name for name in modules if name.startswith("ocop_desktop")]
    assert len(ours) <= 50, ours
    assert len(modules) <= 420, len(modules)
    assert found["plain"], "every import would read the source text of its module again"
