"""One start of a window, for ``start``: prints the moment it can be worked in, its processor time until then, and its memory in MiB."""

import sys
import time
from pathlib import Path

ROWS = 100_000


def main(kind: str, database: str, key: str) -> None:
    """Open the window, wait until it is drawn and at rest, say so."""
    if kind == "bare":
        window = _bare()
    else:
        window = _ours(Path(database), bytes.fromhex(key), to_the_list=kind == "list")
    at, spent = time.time(), time.process_time()
    resident = next(line for line in Path("/proc/self/status").read_text("utf-8").splitlines() if "VmRSS" in line)
    sys.stdout.write(f"{at} {spent * 1000} {int(resident.split()[1]) / 1024}\n")
    sys.stdout.flush()
    if window is not None:
        window.close()


def _bare():  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Rows(QAbstractTableModel):
        def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
            return ROWS

        def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
            return 7

        def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None

    app = QApplication([])
    window = QMainWindow()
    view = QTableView()
    view.setModel(Rows(view))
    window.setCentralWidget(view)
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    view.viewport().repaint()
    app.processEvents()
    return window


def _ours(database: Path, key: bytes, *, to_the_list: bool):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QEventLoop

    from ocop_desktop.ui.app import build
    from ocop_desktop.ui.main_window import MainWindow
    from ocop_desktop.ui.unlock import Unlock

    app = build(["ocop-desktop"])
    window = MainWindow(database)
    window.begin()
    window.show()
    app.processEvents()
    if to_the_list:
        assert isinstance(window.entrance, Unlock)
        window.entrance._have_key(key)
        while window.workspace is None:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        window.workspace.show_page("dossiers")
        page = window.workspace.page("dossiers")
        while page.model.rowCount() == 0 or page.model.row(0) is None:  # type: ignore[attr-defined]
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.repaint()
    app.processEvents()
    return window


if __name__ == "__main__":
    main(*sys.argv[1:4])
