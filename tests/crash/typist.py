"""A child process: a dossier's page on screen and a person who types without a pause, until somebody pulls the plug.

Prints one line for each letter once it stands on screen: the instant (monotonic, seconds) and how many letters stand there.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from ocop_desktop.ui.dossier_page import DossierPage
from tests.kit import keyboard
from tests.kit.desk import a_desk

FIELD = "dossier.matter.y_tuong.found"
WORDS = "Chè Shan tuyết là sản phẩm truyền thống của đồng bào Dao. "


def main(folder: Path) -> None:
    """Type until killed."""
    app = QApplication([])
    with a_desk(folder) as desk:
        dossier = desk.receive(product__name="Chè Shan tuyết", producer__name="HTX Sơn Trà")
        page = DossierPage(desk.office)
        page.resize(1170, 696)
        page.show()
        page.open(dossier, FIELD)
        desk.settle()
        editor = page.draft.editor(FIELD)
        assert editor is not None
        widget = editor.focusProxy() or editor
        say(f"ready {dossier} {desk.database}")
        typed = 0
        while True:
            keyboard.keys(widget, WORDS[typed % len(WORDS)])
            typed += 1
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            say(f"{time.monotonic():.4f} {typed} {len(editor.text())}")
            time.sleep(0.02)


def say(line: str) -> None:
    """A line that is out when this returns."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
