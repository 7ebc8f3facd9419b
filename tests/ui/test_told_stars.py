"""Stars that a list told, on the page Sản phẩm: seen with their state, filtered, corrected at the commune, confirmed above."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions.products import claims, register
from ocop_desktop.storage import records, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.products.products_page import ProductsPage
from ocop_desktop.ui.record_dialog import RecordDialog
from tests.kit.desk import Desk


def tell(db: Db) -> str:
    owner = records.add(db, "producer", {"name": "HTX Sơn Trà", "kind": "hop-tac-xa"})
    told = {
        "claim.stars": 4,
        "claim.decision_no": "812/QĐ-UBND",
        "claim.decided_on": "2026-07-20",
        "claim.by": "commune",
    }
    for name in ("Chè Shan", "Mật ong"):
        body = {"name": name, "producer": owner.id, "code": "08-02269-3-2024", **told}
        last = records.add(db, "product", body, parent=owner.id)
    return last.id


def shown(desk: Desk, qtbot: QtBot) -> ProductsPage:
    page = ProductsPage(desk.office)
    qtbot.addWidget(page)
    page.resize(1160, 690)
    page.show()
    page.refresh()
    desk.settle()
    return page


def press(widget: QWidget, name: str, desk: Desk) -> None:
    found = widget.findChild(QPushButton, name)
    assert isinstance(found, QPushButton) and found.isVisible(), name
    found.click()
    desk.settle()


def said(page: ProductsPage, column: int = 5) -> list[str]:
    model = page.table.plain
    return [str(model.data(model.index(at, column))) for at in range(model.rowCount())]


def test_the_commune_sees_what_it_told_and_the_filter_narrows(desk: Desk, qtbot: QtBot) -> None:
    desk.write(tell)
    page = shown(desk, qtbot)
    assert said(page, 5) == ["Xã khai\ntỉnh chưa xác nhận"] * 2
    assert all(each.endswith("08-02269-3-2024 · trùng") for each in said(page, 1))
    combo = page.bar.told
    combo.setCurrentIndex(combo.findData("recognised"))
    combo.activated.emit(combo.currentIndex())
    assert said(page) == []
    combo.setCurrentIndex(combo.findData("twins"))
    combo.activated.emit(combo.currentIndex())
    assert len(said(page)) == 2
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    desk.settle()
    words = " ".join(label.text() for label in page.one.findChildren(QLabel))
    assert "Xã khai, tỉnh chưa xác nhận" in words and "812/QĐ-UBND" in words and "Mã trùng" in words
    other = next(each for each in page.one.findChildren(QPushButton) if each.objectName().startswith("product.twin."))
    assert "cũng ghi cho" in other.text()
    press(page.one, "claim.amend", desk)
    dialog = page.findChildren(RecordDialog)[-1]
    assert "812/QĐ-UBND" in {line.text() for line in dialog.findChildren(QLineEdit)}
    dialog.reject()


def test_the_province_sends_back_and_confirms(desk: Desk, qtbot: QtBot) -> None:
    product = desk.write(tell)
    desk.write(lambda db: settings.write(db, {"office.level": "province", "office.unit": "08"}))
    page = shown(desk, qtbot)
    page.open_product(product)
    desk.settle()
    press(page.one, "claim.return", desk)
    dialog = page.findChildren(RecordDialog)[-1]
    box = dialog.findChild(QPlainTextEdit)
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("Gửi bản chụp quyết định")
    press(dialog, "record.accept", desk)
    told = {each.product: each for each in desk.read(claims.claims)}
    assert (told[product].state, told[product].remark) == ("returned", "Gửi bản chụp quyết định")
    press(page.one, "claim.confirm", desk)
    press(page.findChildren(RecordDialog)[-1], "record.accept", desk)
    (row,) = desk.read(register.products)
    assert (row.product, row.standing.stars) == (product, 4)
    assert [each.product for each in desk.read(claims.claims)] != [product]
