"""Lists: the three steps of an import, the page of duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing


def draw(drawing: Drawing) -> None:
    """The sample list on its way in, then names that look alike."""
    from ocop_desktop.ui.lists.import_dialog import ImportDialog

    window = drawing.window
    assert window.office is not None
    drawing.workspace.show_page("products")
    dialog = ImportDialog(window.office, window)
    dialog.open()
    drawing.picture("87-nhap-tu-excel-tep", dialog)
    drawing.press(dialog, "lists.sample")
    drawing.settle(lambda: drawing.child(dialog, "lists.next", QPushButton).isEnabled())
    drawing.picture("88-nhap-tu-excel-cot", dialog)
    drawing.press(dialog, "lists.next")
    drawing.settle(lambda: dialog.table.plain.rowCount() > 0)
    drawing.picture("89-nhap-tu-excel-kiem-tra", dialog)
    dialog.reject()
    done: list[object] = []
    window.jobs.write(_alike, done.append)
    drawing.settle(lambda: bool(done))
    drawing.workspace.show_page("duplicates")
    drawing.settle()
    drawing.picture("90-trung-lap")


def _alike(db: Db) -> bool:
    for name in ("Hợp tác xã Khau Mút", "HTX Khau Mut", "Tổ hợp tác Minh Thanh", "THT Minh Thành"):
        records.add(db, "producer", {"name": name})
    return True
