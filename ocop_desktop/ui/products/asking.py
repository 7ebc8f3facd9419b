"""The dialogs that write down what becomes of a product: which fields each asks, and the action behind it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ocop_desktop import legal
from ocop_desktop.actions.products import recognising
from ocop_desktop.domain.forms import Choice, Field, Values
from ocop_desktop.domain.text import show_date
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.record_dialog import RecordDialog


def _stars(label: str) -> Field:
    words = QCoreApplication.translate("products", "{count} sao")
    choices = tuple(Choice(str(count), words.format(count=count)) for count in (3, 4, 5))
    return Field(key="stars", label=label, kind="choice", choices=choices, required=True)


def recognition(office: OfficeContext, dossier: str, given: Values, transition: str, parent: QWidget) -> RecordDialog:
    """A recognition of a dossier; ``given`` from ``recognising.offer``, ``transition`` the rule that touches it."""
    translate = QCoreApplication.translate
    law = legal.regime(str(given["regime"]))
    levels = "; ".join(
        translate("products", "{stars} sao: {level}").format(
            stars=", ".join(map(str, role.recognises)), level=role.name
        )
        for role in law.levels
        if role.recognises
    )
    words = translate("products", "Theo {document}. Cấp công nhận: {levels}.")
    said = words.format(document=law.source.document, levels=levels)
    asked = [
        _stars(translate("products", "Hạng được công nhận")),
        Field(key="decision_no", label=translate("products", "Số quyết định"), required=True),
        Field(key="decided_on", label=translate("products", "Ngày quyết định"), kind="date", required=True),
        Field(key="authority", label=translate("products", "Cơ quan công nhận")),
        *certificate(end_needed=law.deadlines.certificate_months is None),
        Field(key="unit_then", label=translate("products", "Đơn vị lúc công nhận"), group="wide"),
    ]
    title = translate("products", "Ghi công nhận")
    shown = {**given, "stars": str(given["stars"]) if given.get("stars") else None}
    said = "\n".join(filter(None, (said, transition)))
    return RecordDialog(office, title, said, asked, partial(_recognise, dossier), shown, parent=parent)


def certificate(*, end_needed: bool = False) -> list[Field]:
    """What a recognition says of its certificate; ``end_needed`` where the law knows no term to count it from."""
    translate = QCoreApplication.translate
    return [
        Field(key="certificate_no", label=translate("products", "Số giấy chứng nhận")),
        Field(
            key="issued_on",
            label=translate("products", "Ngày cấp giấy chứng nhận"),
            kind="date",
            hint=translate("products", "Để trống: như ngày quyết định"),
        ),
        Field(
            key="ends_on",
            label=translate("products", "Ngày hết hạn"),
            kind="date",
            required=end_needed,
            hint=translate("products", "Để trống: 36 tháng từ ngày cấp"),
        ),
        Field(key="code", label=translate("products", "Mã sản phẩm, như đã ghi")),
    ]


def awaiting(office: OfficeContext, there: list[tuple[str, str]], parent: QWidget) -> RecordDialog:
    """Which dossier a recognition is written down for; its answer is the dossier's id."""
    translate = QCoreApplication.translate
    asked = [
        Field(
            key="dossier",
            label=translate("products", "Hồ sơ"),
            kind="choice",
            choices=tuple(Choice(id_, said) for id_, said in there),
            required=True,
            group="wide",
        )
    ]
    title = translate("products", "Ghi công nhận")
    said = translate("products", "Hồ sơ chưa ghi công nhận: {count}.").format(count=len(there))
    go_on = translate("products", "Tiếp tục")
    return RecordDialog(office, title, said, asked, _chosen, {}, accept=go_on, parent=parent)


def _chosen(_db: Db, values: Values) -> object:
    return str(values["dossier"])


def _recognise(dossier: str, db: Db, values: Values) -> object:
    return recognising.recognise(db, dossier, _numbers(values))


def _numbers(values: Values) -> Values:
    """The choices of whole numbers back into numbers."""
    whole = {key: int(str(values[key])) for key in ("stars", "ground") if values.get(key)}
    return {**{key: value for key, value in values.items() if value is not None}, **whole}


def inspection(office: OfficeContext, product: str, parent: QWidget) -> RecordDialog:
    """An inspection (Điều 9)."""
    translate = QCoreApplication.translate
    asked = [
        Field(key="day", label=translate("products", "Ngày kết luận"), kind="date", required=True),
        Field(key="conclusion_no", label=translate("products", "Số kết luận, biên bản")),
        Field(key="finding", label=translate("products", "Kết quả kiểm tra"), kind="lines", required=True),
        Field(key="breach", label=translate("products", "Kết luận có vi phạm: tính 15 ngày để thu hồi"), kind="tick"),
        Field(
            key="again_on",
            label=translate("products", "Ngày kiểm tra lại"),
            kind="date",
            hint=translate("products", "Để trống nếu không hẹn; Quyết định không đặt chu kỳ"),
        ),
    ]
    words = translate("products", "Hậu kiểm định kỳ hoặc đột xuất của cấp công nhận (Điều 9).")
    given: Values = {"day": office.today().isoformat()}
    title = translate("products", "Ghi kết quả kiểm tra")
    return RecordDialog(office, title, words, asked, partial(_inspect, product), given, parent=parent)


def _inspect(product: str, db: Db, values: Values) -> object:
    return recognising.inspect(db, product, values)


def remedied(office: OfficeContext, product: str, parent: QWidget) -> RecordDialog:
    """A breach that was put right: nothing is due for it any more."""
    translate = QCoreApplication.translate
    asked = [
        Field(key="day", label=translate("products", "Ngày xác nhận đã khắc phục"), kind="date", required=True),
        Field(key="note", label=translate("products", "Khắc phục thế nào, ai xác nhận"), kind="lines", required=True),
    ]
    words = translate(
        "products", "Kết luận vi phạm vẫn nằm trong lịch sử; hạn 15 ngày để thu hồi không còn tính cho kết luận đó."
    )
    given: Values = {"day": office.today().isoformat()}
    title = translate("products", "Vi phạm đã khắc phục")
    return RecordDialog(office, title, words, asked, partial(_remedied, product), given, parent=parent)


def _remedied(product: str, db: Db, values: Values) -> object:
    return recognising.remedied(db, product, values)


def lower(office: OfficeContext, product: str, parent: QWidget) -> RecordDialog:
    """A decision that lowers the stars."""
    translate = QCoreApplication.translate
    asked = [
        _stars(translate("products", "Hạng sau khi hạ")),
        Field(key="decision_no", label=translate("products", "Số quyết định"), required=True),
        Field(key="decided_on", label=translate("products", "Ngày quyết định"), kind="date", required=True),
        Field(key="reason", label=translate("products", "Lý do"), kind="lines", required=True),
    ]
    words = translate(
        "products", "Quyết định 26/2026 không có thủ tục hạ hạng riêng: ghi theo quyết định của cấp công nhận."
    )
    given: Values = {"decided_on": office.today().isoformat()}
    title = translate("products", "Ghi quyết định hạ hạng")
    return RecordDialog(office, title, words, asked, partial(_lower, product), given, parent=parent)


def _lower(product: str, db: Db, values: Values) -> object:
    return recognising.lower(db, product, _numbers(values))


def withdrawal(office: OfficeContext, product: str, given: Values, parent: QWidget) -> RecordDialog:
    """A withdrawal on one of the printed grounds (Điều 8)."""
    translate = QCoreApplication.translate
    law = legal.regime_on(office.today()).withdrawal
    grounds = law.grounds if law is not None else ()
    choices = tuple(Choice(str(number), _short(words)) for number, words in enumerate(grounds, start=1))
    asked = [
        Field(
            key="ground",
            label=translate("products", "Trường hợp thu hồi"),
            kind="choice",
            choices=choices,
            required=True,
            group="wide",
        ),
        Field(key="decision_no", label=translate("products", "Số quyết định"), required=True),
        Field(key="decided_on", label=translate("products", "Ngày quyết định"), kind="date", required=True),
        Field(key="reason", label=translate("products", "Căn cứ, kết luận"), kind="lines"),
    ]
    words = translate(
        "products", "{article} Quyết định 26/2026: trong 15 ngày từ ngày kết luận hoặc từ ngày xã xác nhận."
    )
    said = words.format(article=law.article if law is not None else "")
    shown: Values = {"decided_on": office.today().isoformat(), **given}
    title = translate("products", "Ghi quyết định thu hồi")
    return RecordDialog(office, title, said, asked, partial(_withdraw, product), shown, parent=parent)


def _short(words: str) -> str:
    return words if len(words) <= 96 else words[:95].rsplit(" ", 1)[0] + "…"


def _withdraw(product: str, db: Db, values: Values) -> object:
    return recognising.withdraw(db, product, _numbers(values))


def stopped(office: OfficeContext, product: str, parent: QWidget) -> RecordDialog:
    """The commune's confirmation that production stopped."""
    translate = QCoreApplication.translate
    asked = [
        Field(key="day", label=translate("products", "Ngày xác nhận"), kind="date", required=True),
        Field(key="number", label=translate("products", "Số văn bản xác nhận")),
        Field(key="reason", label=translate("products", "Tình hình thực tế"), kind="lines"),
    ]
    words = translate(
        "products", "Từ ngày này cấp công nhận có 15 ngày để thu hồi (Điều 8 khoản 4), đến {day} nếu ghi hôm nay."
    )
    from ocop_desktop.domain.recognition import withdraw_by

    due = withdraw_by(legal.regime_on(office.today()), office.today())
    given: Values = {"day": office.today().isoformat()}
    title = translate("products", "Xác nhận chủ thể ngừng sản xuất")
    said = words.format(day=show_date(due) if due else "…")
    return RecordDialog(office, title, said, asked, partial(_stopped, product), given, parent=parent)


def _stopped(product: str, db: Db, values: Values) -> object:
    return recognising.stopped(db, product, values)
