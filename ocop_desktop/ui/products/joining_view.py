"""The dialogs that put two histories together, or take one dossier's product out of a history again, with a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions.products import joining
from ocop_desktop.actions.products.joining import Part
from ocop_desktop.domain.forms import Choice, Field, Values
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.record_dialog import RecordDialog


def _said(each: Part) -> str:
    years = ", ".join(map(str, each.years))
    return " · ".join(part for part in (each.name, each.producer, years, each.code, each.unit) if part)


def _asked(label: str, there: list[Part]) -> list[Field]:
    why = QCoreApplication.translate("products", "Vì sao")
    choices = tuple(Choice(each.product, _said(each)) for each in there)
    return [
        Field(key="part", label=label, kind="choice", choices=choices, required=True, group="wide"),
        Field(key="reason", label=why, required=True, group="wide"),
    ]


def join(office: OfficeContext, product: str, there: list[Part], parent: QWidget) -> RecordDialog:
    """Which product is this one too; the likest stand first."""
    translate = QCoreApplication.translate
    words = translate(
        "products",
        "Khi hồ sơ mới lập ra một sản phẩm riêng mà thực ra là sản phẩm này: hai bên chung một lịch sử, mã và quyết định "
        "của từng thời kỳ giữ nguyên. Hồ sơ và giấy tờ không đổi; tách lại được.",
    )
    asked = _asked(translate("products", "Ghép với sản phẩm"), there)
    title, accept = translate("products", "Ghép lịch sử"), translate("products", "Ghép")
    given: Values = {"part": there[0].product} if len(there) == 1 else {}
    return RecordDialog(office, title, words, asked, partial(_join, product), given, accept=accept, parent=parent)


def _join(product: str, db: Db, values: Values) -> object:
    return joining.join(db, product, str(values["part"]), str(values["reason"]))


def separate(office: OfficeContext, there: list[Part], parent: QWidget) -> RecordDialog:
    """Which of the joined records is a product of its own."""
    translate = QCoreApplication.translate
    words = translate("products", "Phần được tách thành sản phẩm riêng, với hồ sơ và công nhận của nó.")
    asked = _asked(translate("products", "Tách ra"), there)
    title, accept = translate("products", "Tách lịch sử"), translate("products", "Tách")
    given: Values = {"part": there[-1].product}
    return RecordDialog(office, title, words, asked, _separate, given, accept=accept, parent=parent)


def _separate(db: Db, values: Values) -> object:
    return joining.separate(db, str(values["part"]), str(values["reason"]))
