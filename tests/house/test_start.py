"""What the start of the program must not wait for: parts that are only needed to print, to send, to import, to serve."""

import json
import subprocess
import sys

LATER = {
    "requests",
    "reportlab",
    "openpyxl",
    "litestar",
    "sqlalchemy",
    "uvicorn",
    "PIL",
    "PySide6.QtPdf",  # and never: pages are drawn by the reader of files
    "pypdfium2",
    "zxingcpp",
    "pyhanko",
    "pypdf",
}


def test_the_window_starts_without_what_it_needs_later() -> None:
    script = "import json, sys, ocop_desktop.ui.app; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    assert not LATER & set(json.loads(done.stdout))
