"""The dialogs of a plan: the plan itself, a task, a target, a line of money, something that happened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions.programme import plans
from ocop_desktop.domain.forms import Choice, Field, Value, Values
from ocop_desktop.domain.programme.indicators import AIMS, EVENT_KINDS, INDICATORS
from ocop_desktop.domain.programme.money import Line, Table
from ocop_desktop.domain.programme.plans import BUDGET, EVENT, MEASURES, PLAN, STEPS, TARGET, TASK, Plan, Target, Task
from ocop_desktop.domain.records import Record
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.programme import words
from ocop_desktop.ui.record_dialog import RecordDialog

Names = Sequence[tuple[str, str]]


def plan(office: OfficeContext, before: Plan | None, parent: QWidget) -> RecordDialog:
    """A new plan, or the words of one."""
    translate = QCoreApplication.translate
    asked = [
        Field(key="title", label=translate("programme", "Tên kế hoạch"), required=True, group="wide"),
        Field(key="starts", label=translate("programme", "Từ ngày"), kind="date", required=True),
        Field(key="ends", label=translate("programme", "Đến ngày"), kind="date", required=True),
        Field(key="document", label=translate("programme", "Văn bản (số, ký hiệu)")),
        Field(key="signed_on", label=translate("programme", "Ngày ký"), kind="date"),
        Field(key="area", label=translate("programme", "Địa bàn"), group="wide"),
        Field(key="funding", label=translate("programme", "Nguồn kinh phí, như văn bản ghi"), kind="lines"),
    ]
    today = office.today()
    given: Values = {"starts": f"{today.year}-01-01", "ends": f"{today.year}-12-31"}
    if before is not None:
        given = {
            "title": before.title,
            "starts": before.starts.isoformat(),
            "ends": before.ends.isoformat(),
            "document": before.document or None,
            "signed_on": before.signed_on.isoformat() if before.signed_on else None,
            "area": before.area or None,
            "funding": before.funding or None,
        }
    title = translate("programme", "Sửa kế hoạch") if before else translate("programme", "Lập kế hoạch")
    return RecordDialog(
        office, title, "", asked, partial(_put, PLAN, "", before.id if before else "", ()), given, "", parent
    )


def task(office: OfficeContext, plan_id: str, before: Task | None, parent: QWidget) -> RecordDialog:
    """A task; the done day first in reach of who closes it."""
    translate = QCoreApplication.translate
    steps = (Choice("0", words.step(0)), *(Choice(str(number), words.step(number)) for number in STEPS))
    asked = [
        Field(key="title", label=translate("programme", "Việc"), required=True, group="wide"),
        Field(key="no", label=translate("programme", "Số mục trong văn bản")),
        Field(key="step", label=translate("programme", "Bước của chu trình"), kind="choice", choices=steps),
        Field(key="owner", label=translate("programme", "Đơn vị chủ trì")),
        Field(key="partners", label=translate("programme", "Đơn vị phối hợp")),
        Field(key="starts", label=translate("programme", "Bắt đầu"), kind="date"),
        Field(key="due", label=translate("programme", "Hạn"), kind="date"),
        Field(key="done_on", label=translate("programme", "Xong ngày"), kind="date"),
        Field(key="result", label=translate("programme", "Kết quả"), group="wide"),
        Field(key="content", label=translate("programme", "Nội dung"), kind="lines"),
    ]
    given: Values = {"step": "0"}
    if before is not None:
        given = {
            "title": before.title,
            "no": before.no or None,
            "step": str(before.step),
            "owner": before.owner or None,
            "partners": before.partners or None,
            "starts": before.starts.isoformat() if before.starts else None,
            "due": before.due.isoformat() if before.due else None,
            "done_on": before.done_on.isoformat() if before.done_on else None,
            "result": before.result or None,
            "content": before.content or None,
        }
    said = before.place if before is not None else ""
    title = translate("programme", "Việc của kế hoạch")
    action = partial(_put, TASK, plan_id, before.id if before else "", ("step",))
    return RecordDialog(office, title, said, asked, action, given, "", parent)


def what_counts(office: OfficeContext, parent: QWidget) -> RecordDialog:
    """What a new target is computed from; the answer is an indicator, or ``=`` and a measure a person writes."""
    translate = QCoreApplication.translate
    own = translate("programme", "Tự ghi: {measure}")
    choices = [Choice(f"={each}", own.format(measure=words.measure(each))) for each in MEASURES]
    choices += [Choice(code, words.indicator(code)) for code in INDICATORS]
    asked = [
        Field(
            key="choice",
            label=translate("programme", "Thực hiện được tính từ"),
            kind="choice",
            choices=tuple(choices),
            required=True,
            group="wide",
        )
    ]
    said = translate("programme", "Số tính từ hồ sơ, công nhận và hoạt động đã ghi thì không phải nhập lần nữa.")
    go_on = translate("programme", "Tiếp tục")
    return RecordDialog(office, translate("programme", "Thêm chỉ tiêu"), said, asked, _chosen, {}, go_on, parent)


def _chosen(_db: Db, values: Values) -> object:
    return str(values["choice"])


def target(office: OfficeContext, plan_id: str, given: Target, parent: QWidget) -> RecordDialog:
    """A target (an empty ``id``: a new one); the actual value may be typed where no record can say."""
    translate = QCoreApplication.translate
    kind = {"count": "count", "money": "money"}.get(given.measure, "percent")
    asked = [
        Field(key="title", label=translate("programme", "Chỉ tiêu"), required=True, group="wide"),
        Field(key="planned", label=translate("programme", "Kế hoạch"), kind=kind),
        Field(key="most", label=translate("programme", "Đến (nếu ghi một khoảng)"), kind=kind),
        Field(key="noun", label=translate("programme", "Đơn vị tính")),
        Field(key="area", label=translate("programme", "Địa bàn (huyện cũ, xã)")),
        Field(key="typed", label=translate("programme", "Thực hiện, tự ghi"), kind=kind),
        Field(key="place", label=translate("programme", "Chỗ trong văn bản")),
    ]
    shown: Values = {
        "title": given.title or None,
        "planned": given.planned if given.id else None,
        "most": given.most,
        "noun": given.noun or None,
        "area": given.area or None,
        "typed": given.typed,
        "place": given.place or None,
    }
    if given.indicator:
        said = translate("programme", "Thực hiện tính từ: {indicator}. Tự ghi thì số tự ghi đứng thay.")
        said = said.format(indicator=words.indicator(given.indicator))
    else:
        said = translate("programme", "Không có bản ghi nào nói được số này: hãy tự ghi phần thực hiện.")
    fixed: Values = {} if given.id else {"measure": given.measure, "indicator": given.indicator or None}
    action = partial(_put, TARGET, plan_id, given.id, (), fixed=fixed)
    return RecordDialog(office, translate("programme", "Chỉ tiêu"), said, asked, action, shown, "", parent)


def line(office: OfficeContext, plan_id: str, table: Table, before: Line | None, parent: QWidget) -> RecordDialog:
    """A line of money: planned and spent of each column, in whole đồng."""
    translate = QCoreApplication.translate
    asked = [
        Field(key="item", label=translate("programme", "Nội dung"), required=True, group="wide"),
        Field(key="no", label=translate("programme", "Số thứ tự")),
        Field(key="year", label=translate("programme", "Năm"), kind="year"),
    ]
    shown: Values = {"item": before.item, "no": before.no or None, "year": before.year} if before is not None else {}
    for name in table.columns:
        for prefix, label in (
            ("planned", translate("programme", "{column}: kế hoạch (đồng)")),
            ("spent", translate("programme", "{column}: đã chi (đồng)")),
        ):
            key = f"{prefix}.{name}"
            asked.append(Field(key=key, label=label.format(column=words.column(name)), kind="money"))
            amounts = (before.planned if prefix == "planned" else before.spent) if before is not None else {}
            shown[key] = amounts.get(name)
    said = before.place if before is not None else ""
    action = partial(_put, BUDGET, plan_id, before.id if before else "", (), fixed={"table": table.key})
    return RecordDialog(office, translate("programme", "Dòng kinh phí"), said, asked, action, shown, "", parent)


def which_event(office: OfficeContext, parent: QWidget) -> RecordDialog:
    """Which kind of event is written down; the answer is the kind."""
    translate = QCoreApplication.translate
    # A producer's report has its own dialog on the page of reports, which asks for its month.
    choices = tuple(Choice(each, words.event_kind(each)) for each in EVENT_KINDS if each != "producer_report")
    label = translate("programme", "Loại hoạt động")
    asked = [Field(key="choice", label=label, kind="choice", choices=choices, required=True, group="wide")]
    go_on = translate("programme", "Tiếp tục")
    return RecordDialog(office, translate("programme", "Ghi hoạt động"), "", asked, _chosen, {}, go_on, parent)


def event(
    office: OfficeContext,
    plan_id: str,
    kind: str,
    before: Record | None,
    products: Names,
    producers: Names,
    parent: QWidget,
) -> RecordDialog:
    """Something that happened: its day, place, people, cost, and what it was about."""
    translate = QCoreApplication.translate
    asked = [
        Field(key="title", label=translate("programme", "Nội dung"), required=True, group="wide"),
        Field(key="day", label=translate("programme", "Ngày"), kind="date"),
        Field(key="area", label=translate("programme", "Địa bàn")),
        Field(key="host", label=translate("programme", "Đơn vị thực hiện")),
        Field(key="participants", label=translate("programme", "Số người tham gia"), kind="count"),
        Field(key="cost", label=translate("programme", "Kinh phí (đồng)"), kind="money"),
    ]
    if kind in {
        "survey",
        "support",
        "village",
        "fair",
        "sales_point",
        "model",
        "advice",
        "ecommerce",
        "check",
        "emulation",
    }:
        asked.append(_choice("product", translate("programme", "Sản phẩm"), products))
    if kind in {"survey", "organisation", "training", "fair", "advice", "connection", "check", "emulation"}:
        asked.append(_choice("producer", translate("programme", "Chủ thể"), producers))
    if kind in {"support", "organisation"}:
        aims = {
            "upgrade": translate("programme", "Củng cố, nâng cấp cái đã có"),
            "new": translate("programme", "Phát triển, lập mới"),
        }
        asked.append(_choice("aim", translate("programme", "Để"), [(each, aims[each]) for each in AIMS]))
    if kind == "support":
        asked.append(
            Field(key="flagship", label=translate("programme", "Là sản phẩm chủ lực của địa bàn"), kind="tick")
        )
    if kind in {"idea", "business_plan"}:
        asked += [
            Field(key="registered", label=translate("programme", "Số đăng ký, được lập"), kind="count"),
            Field(key="chosen", label=translate("programme", "Số được chọn"), kind="count"),
        ]
    if kind == "survey":
        asked += [
            Field(key="revenue", label=translate("programme", "Doanh thu một năm (đồng)"), kind="money"),
            Field(key="workers_total", label=translate("programme", "Tổng số lao động"), kind="count"),
            Field(key="workers_trained", label=translate("programme", "Lao động có bằng, chứng chỉ"), kind="count"),
            Field(key="closed_chain", label=translate("programme", "Có chuỗi giá trị khép kín"), kind="tick"),
            Field(key="modern_channel", label=translate("programme", "Có ở kênh bán hàng hiện đại"), kind="tick"),
        ]
    asked.append(Field(key="result", label=translate("programme", "Kết quả"), kind="lines"))
    given: Values = dict(before.body) if before is not None else {"day": office.today().isoformat()}
    action = partial(_put, EVENT, plan_id, before.id if before else "", (), fixed={"kind": kind})
    return RecordDialog(office, words.event_kind(kind), "", asked, action, given, "", parent)


def _choice(key: str, label: str, names: Names) -> Field:
    choices = tuple(Choice(id_, name) for id_, name in names)
    return Field(key=key, label=label, kind="choice" if choices else "text", choices=choices, group="wide")


def _put(
    type_: str, plan_id: str, record: str, whole: Sequence[str], db: Db, values: Values, fixed: Values | None = None
) -> object:
    given: dict[str, Value] = {**(fixed or {}), **values}
    for name in whole:
        given[name] = int(str(given[name] or 0))
    return plans.put(db, type_, plan_id, given, record)
