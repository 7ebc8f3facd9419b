"""Lists: the three steps of an import, the page of duplicates."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from ocop_desktop.domain.forms import Values
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.products.products_page import ProductsPage

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
    _dossiers(drawing)
    done: list[object] = []
    window.jobs.write(_alike, done.append)
    drawing.settle(lambda: bool(done))
    drawing.workspace.show_page("duplicates")
    drawing.settle()
    drawing.picture("90-trung-lap")
    _told(drawing)


def _told(drawing: Drawing) -> None:
    """Stars that the commune's old list told, beside the recognised products; one that came back with a remark."""
    found: list[str] = []
    drawing.window.jobs.write(_tell, found.append)
    drawing.settle(lambda: bool(found))
    drawing.workspace.show_page("today")
    drawing.workspace.show_page("products")
    page = drawing.workspace.page("products")
    assert isinstance(page, ProductsPage)
    page.show_list()
    drawing.settle(lambda: page.table.plain.rowCount() > 2)
    drawing.picture("94-hang-sao-moi-khai")
    page.open_product(found[0])
    drawing.settle()
    drawing.picture("95-hang-sao-bi-tra-lai")
    page.show_list()


def _tell(db: Db) -> str:
    owner = records.add(db, "producer", {"name": "HTX Chè Khuôn Then", "kind": "hop-tac-xa"})
    last = ""
    for name, stars, remark in (
        ("Chè xanh Khuôn Then", 3, ""),
        ("Mật ong hoa rừng", 4, ""),
        ("Chè ướp sen Khuôn Then", 4, "Ghi rõ ngày ký, gửi bản chụp Quyết định 812."),
    ):
        body: Values = {"name": name, "producer": owner.id, "code": "08-02269-7-2024", "claim.stars": stars}
        body |= {"claim.decision_no": "812/QĐ-UBND", "claim.year": 2024, "claim.by": "commune"}
        if remark:
            body |= {"claim.returned": remark, "claim.returned_on": "2026-11-19", "code": "08-02269-9-2024"}
        last = records.add(db, "product", body, parent=owner.id).id
    return last


def _dossiers(drawing: Drawing) -> None:
    """Dossiers by the same steps: brought in, then offered to be undone."""
    from ocop_desktop.ui.lists.import_dialog import ImportDialog

    window = drawing.window
    assert window.office is not None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "Hồ sơ nhận tháng 11.csv"
        file.write_text(_LIST, "utf-8")
        drawing.workspace.show_page("dossiers")
        dialog = ImportDialog(window.office, window, kind="dossiers")
        dialog.open()
        dialog.read(file)
        drawing.settle(lambda: drawing.child(dialog, "lists.next", QPushButton).isEnabled())
        drawing.picture("91-nhap-ho-so-cot", dialog)
        drawing.press(dialog, "lists.next")
        drawing.settle(lambda: dialog.table.plain.rowCount() > 0)
        drawing.picture("92-nhap-ho-so-kiem-tra", dialog)
        drawing.press(dialog, "lists.next")
        drawing.settle(lambda: not dialog.isVisible())
    again = ImportDialog(window.office, window, kind="dossiers")
    again.open()
    drawing.settle(lambda: drawing.child(again, "lists.undo", QPushButton).isVisible())
    drawing.picture("93-hoan-tac-lan-nhap", again)
    with ask.answered(_Agrees()):
        drawing.press(again, "lists.undo")
        drawing.settle(lambda: not drawing.child(again, "lists.undo", QPushButton).isVisible())
    again.reject()


_LIST = (
    "STT;Tên sản phẩm;Tên chủ thể;Bộ;Xã;Điện thoại;Ngày nhận;Ghi chú\n"
    "1;Trà hoa vàng Tân Trào;HTX Dược liệu Tân Trào;11;;0912 000 222;16/11/2026;\n"
    "2;Mật ong rừng;Tổ hợp tác Ong Khuổi Phát;chưa rõ;;;tháng sau;nộp thiếu phiếu kiểm nghiệm\n"
    "3;Rượu ngô men lá;Hộ kinh doanh Ma Thị Thơm;;Phường Minh Xuân;;18/11/2026;\n"
    ";;;;;;;Hẹn bổ sung tuần tới\n"
    "4;Bánh khảo;HTX Bánh khảo Hồng Thái;;;;19/11/2026;\n"
)


class _Agrees(ask.Asker):
    """Says yes."""

    def confirm(self, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
        return True


def _alike(db: Db) -> bool:
    for name in ("Hợp tác xã Khau Mút", "HTX Khau Mut", "Tổ hợp tác Minh Thanh", "THT Minh Thành"):
        records.add(db, "producer", {"name": name})
    return True
