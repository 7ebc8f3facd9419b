"""The dialogs about stars that a list told: confirm them by their decision, send them back, correct or drop them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions.products import confirming
from ocop_desktop.domain.forms import Choice, Field, Values
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.products.asking import certificate
from ocop_desktop.ui.record_dialog import RecordDialog


def _asked(first: int, *, required: bool) -> list[Field]:
    translate = QCoreApplication.translate
    words = translate("products", "{count} sao")
    choices = tuple(Choice(str(count), words.format(count=count)) for count in range(first, 6))
    return [
        Field(
            key="stars",
            label=translate("products", "Hạng được công nhận"),
            kind="choice",
            choices=choices,
            required=required,
        ),
        Field(key="decision_no", label=translate("products", "Số quyết định"), required=required),
        Field(key="decided_on", label=translate("products", "Ngày quyết định"), kind="date", required=required),
        Field(key="authority", label=translate("products", "Cơ quan công nhận")),
    ]


def confirm(office: OfficeContext, product: str, given: Values, parent: QWidget) -> RecordDialog:
    """Write the recognition a list told of; what was told stands in the fields already."""
    translate = QCoreApplication.translate
    said = translate(
        "products",
        "Đối chiếu với quyết định rồi ghi. Công nhận được ghi theo quy định của ngày quyết định, thuộc xã của sản phẩm, và xã "
        "nhận về khi đồng bộ.",
    )
    asked = [
        *_asked(3, required=True),
        *certificate(),
    ]
    title = translate("products", "Xác nhận công nhận")
    return RecordDialog(office, title, said, asked, partial(_confirm, product), _shown(given), parent=parent)


def _shown(given: Values) -> Values:
    return {**given, "stars": str(given["stars"]) if given.get("stars") else None}


def _whole(values: Values) -> Values:
    return {**values, "stars": int(str(values["stars"])) if values.get("stars") else None}


def _confirm(product: str, db: Db, values: Values) -> object:
    return confirming.confirm(db, product, _whole(values))


def amend(office: OfficeContext, product: str, given: Values, parent: QWidget) -> RecordDialog:
    """Correct what was told; it then waits for the province again."""
    translate = QCoreApplication.translate
    said = translate("products", "Sửa theo quyết định đang có. Sản phẩm lại chờ tỉnh xác nhận.")
    asked = [
        *_asked(1, required=False),
        Field(key="ends_on", label=translate("products", "Ngày hết hạn"), kind="date"),
    ]
    title = translate("products", "Sửa phần khai")
    return RecordDialog(office, title, said, asked, partial(_amend, product), _shown(given), parent=parent)


def _amend(product: str, db: Db, values: Values) -> object:
    return confirming.amend(db, product, _whole(values))


def send_back(office: OfficeContext, product: str, parent: QWidget) -> RecordDialog:
    """Back to the commune with a remark."""
    translate = QCoreApplication.translate
    said = translate("products", "Xã thấy lời nhắc này ở trang của sản phẩm sau lần đồng bộ tới, sửa rồi gửi lại.")
    asked = [Field(key="remark", label=translate("products", "Cần xã làm rõ điều gì"), kind="lines", required=True)]
    title, accept = translate("products", "Trả lại xã"), translate("products", "Trả lại")
    return RecordDialog(office, title, said, asked, partial(_send_back, product), {}, accept=accept, parent=parent)


def _send_back(product: str, db: Db, values: Values) -> object:
    return confirming.send_back(db, product, str(values["remark"]))


def drop(office: OfficeContext, product: str, parent: QWidget) -> RecordDialog:
    """Say no more of the stars; the product stays."""
    translate = QCoreApplication.translate
    said = translate(
        "products", "Chỉ bỏ phần hạng sao, quyết định đã khai; sản phẩm và hồ sơ vẫn còn. Nhật ký giữ nội dung cũ."
    )
    asked = [Field(key="reason", label=translate("products", "Vì sao"), required=True, group="wide")]
    title, accept = translate("products", "Bỏ phần khai"), translate("products", "Bỏ")
    return RecordDialog(office, title, said, asked, partial(_drop, product), {}, accept=accept, parent=parent)


def _drop(product: str, db: Db, values: Values) -> object:
    return confirming.drop(db, product, str(values["reason"]))
