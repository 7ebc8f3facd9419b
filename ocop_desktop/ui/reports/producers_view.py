"""What producers told their commune of a month: who sent, who did not, and the dialog that writes one down."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions.reports import producers
from ocop_desktop.domain.forms import Choice, Field, Values
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import sort_key
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.record_dialog import RecordDialog


def names(db: Db) -> list[tuple[str, str]]:
    """The producers that may report, by name; those merged into another do not."""
    found = [
        (each.id, str(each.body.get("name") or ""))
        for each in records.of_type(db, "producer")
        if each.body.get("name") and not each.body.get("merged.into")
    ]
    return sorted(found, key=lambda each: sort_key(each[1]))


def month_words(month: str) -> str:
    """``tháng 10/2026``."""
    year, _, number = month.partition("-")
    return QCoreApplication.translate("reports", "tháng {month}/{year}").format(month=int(number or 0), year=year)


def ask(
    office: OfficeContext, there: list[tuple[str, str]], parent: QWidget, before: Record | None = None
) -> RecordDialog:
    """One producer's report of a month."""
    translate = QCoreApplication.translate
    today = office.today()
    months = producers.months(today)
    asked = [
        Field(
            key="producer",
            label=translate("reports", "Chủ thể"),
            kind="choice",
            choices=tuple(Choice(id_, name) for id_, name in there),
            required=True,
            group="wide",
        ),
        Field(
            key="period",
            label=translate("reports", "Của tháng"),
            kind="choice",
            choices=tuple(Choice(each, month_words(each)) for each in months),
            required=True,
        ),
        Field(key="day", label=translate("reports", "Ngày xã nhận"), kind="date", required=True),
        Field(key="revenue", label=translate("reports", "Doanh thu trong tháng (đồng)"), kind="money"),
        Field(key="output", label=translate("reports", "Sản lượng, ghi cả đơn vị")),
        Field(key="workers_total", label=translate("reports", "Lao động cuối tháng"), kind="count"),
        Field(key="workers_trained", label=translate("reports", "Trong đó có bằng, chứng chỉ"), kind="count"),
        Field(key="difficulties", label=translate("reports", "Khó khăn, đề nghị"), kind="lines"),
    ]
    if before is None:
        words = translate("reports", "Sửa báo cáo đã ghi của chủ thể này, tháng này")
        asked.append(Field(key="correct", label=words, kind="tick"))
    said = translate(
        "reports",
        "Chưa thấy mẫu nào cho báo cáo của chủ thể: ghi những số mà chỉ tiêu và báo cáo của xã cần, để trống mục chủ thể không nói.",
    )
    given: Values = dict(before.body) if before is not None else {"day": today.isoformat(), "period": months[1]}
    action = partial(_put, before.id if before is not None else "")
    return RecordDialog(office, translate("reports", "Báo cáo của chủ thể"), said, asked, action, given, parent=parent)


def _put(record: str, db: Db, values: Values) -> object:
    given = {key: value for key, value in values.items() if key != "correct"}
    return producers.put(db, given, record, correct=values.get("correct") is True)
