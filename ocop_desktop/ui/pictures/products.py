"""A product's histories joined and separated, a breach put right, a withdrawal: the dialogs over the product they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.products import joining, recognising, register
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.products.products_page import ProductsPage
from ocop_desktop.ui.record_dialog import RecordDialog

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing


def draw_joining(drawing: Drawing) -> None:
    """At the province's desk: the product with the longest history, then one with a breach nobody has put right."""
    window, found = drawing.window, list[tuple[str, str]]()
    window.jobs.write(_fill, found.append)
    drawing.settle(lambda: bool(found))
    long, breached = found[0]
    drawing.workspace.show_page("products")
    page = drawing.workspace.page("products")
    assert isinstance(page, ProductsPage)
    for product, button, name in (
        (long, "product.join", "74-1-ghep-lich-su"),
        (long, "product.separate", "74-2-tach-lich-su"),
        (breached, "product.remedied", "74-3-da-khac-phuc"),
        (breached, "product.withdraw", "74-4-thu-hoi"),
    ):
        _dialog(drawing, page, product, button, name)
    page.show_list()
    window.jobs.write(lambda db: settings.write(db, {"office.level": "commune"}))
    drawing.settle()
    if window.office is not None:
        window.office.changed.emit(Changes(outbox=True, settings=True))
    drawing.workspace.show_page("today")


def _dialog(drawing: Drawing, page: ProductsPage, product: str, button: str, name: str) -> None:
    page.open_product(product)
    drawing.settle(lambda: page.one.product == product and page.one.findChild(QPushButton, button) is not None)
    drawing.press(page.one, button)
    drawing.settle(lambda: any(each.isVisible() for each in page.one.findChildren(RecordDialog)))
    dialog = next(each for each in page.one.findChildren(RecordDialog) if each.isVisible())
    drawing.picture(name, dialog)
    dialog.reject()
    drawing.settle()


def _fill(db: Db) -> tuple[str, str]:
    settings.write(db, {"office.level": "province"})
    rows = [row for row in register.products(db) if row.standing.state not in {"withdrawn", "expired"}]
    long = max(rows, key=lambda row: len(joining.parts(db, row.product))).product
    breached = next(row.product for row in reversed(rows) if row.product != long)
    told: Values = {"day": "2026-11-12", "conclusion_no": "58/KL-SNNMT", "breach": True}
    recognising.inspect(db, breached, {**told, "finding": "Nhãn ghi sai hạng sao, chưa sửa theo kết luận lần trước"})
    return long, breached
