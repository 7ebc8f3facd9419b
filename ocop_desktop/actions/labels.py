"""What people call the fields of a dossier, and how their values are written: from the forms of its regime."""

from functools import cache

from ocop_desktop import legal
from ocop_desktop.domain.forms import Field, Value
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.records import REMARK

_NOT_ON_A_FORM = {
    "dossier.state": "Bước của hồ sơ",
    "dossier.handed_on": "Ngày gửi tỉnh",
    "dossier.state.accepted_on": "Ngày tỉnh nhận đủ hồ sơ",
    "dossier.previous": "Hồ sơ trước của sản phẩm",
    "dossier.regime_reason": "Lý do chọn quy định áp dụng",
    "dossier.kind": "Loại hồ sơ",
    "dossier.regime": "Quy định áp dụng",
    "dossier.year": "Năm",
    "dossier.whole": "Cả hồ sơ",
    "dossier.paper_set": "Bộ hồ sơ giấy",
    "dossier.electronic_set": "Bộ hồ sơ điện tử",
    "dossier.product": "Sản phẩm",
    "dossier.producer": "Chủ thể",
    "product.code": "Mã sản phẩm",
    "product.old_codes": "Mã sản phẩm trước đây",
    "product.set": "Bộ sản phẩm",
    "product.producer": "Chủ thể của sản phẩm",
    "report.number": "Số báo cáo",
    "report.issued_on": "Ngày báo cáo",
    "evidence.row": "Dòng minh chứng",
    "evidence.name": "Tên tệp",
    "evidence.issued_on": "Ngày cấp của giấy",
    "evidence.expires_on": "Ngày hết hạn của giấy",
}
_WORDS = {
    "have": "có",
    "missing": "thiếu",
    "not_applicable": "không áp dụng",
    "open": "đang xử lý",
    "waiting": "chờ bổ sung",
    "sealed": "đã chốt",
    "handed_over": "đã gửi tỉnh",
    "accepted": "đã tiếp nhận để đánh giá",
    "returned": "tỉnh trả lại",
    "withdrawn": "đã rút",
}
_STORED_WORDS = ("dossier.state", "dossier.component.", "dossier.evidence.")


@cache
def form_fields(regime: str) -> dict[str, Field]:
    """Every field of a regime's forms, by key."""
    return {field.key: field for form in legal.form_ids(regime) for field in legal.form(form).fields()}


@cache
def field_labels(regime: str) -> dict[str, str]:
    """What the forms of a regime call their fields, with the matter in front where labels repeat."""
    labels: dict[str, str] = dict(_NOT_ON_A_FORM)
    for form_id in legal.form_ids(regime):
        for section in legal.form(form_id).sections:
            for field in section.fields:
                repeated = field.key.startswith("dossier.matter.")
                labels[field.key] = f"{section.title}, {field.label}" if repeated else field.label
    own = legal.regime(regime)
    labels |= {row.key: row.title for row in own.evidence}
    for kind in own.dossiers:
        labels |= {f"dossier.component.{component.id}": component.label for component in kind.components}
    return labels


def label(regime: str, key: str) -> str:
    """What people call a field; its key where no form names it."""
    remark = f"dossier.{REMARK}"
    if key.startswith(remark):
        return f"Ý kiến của tỉnh: {label(regime, key.removeprefix(remark))}"
    return field_labels(regime).get(key, key)


def written(regime: str, key: str, value: Value) -> str:
    """A value as people read it; empty text for none."""
    if value is None or value == "":
        return ""
    field = form_fields(regime).get(key)
    if field is not None and field.choices:
        return next((choice.label for choice in field.choices if choice.value == value), str(value))
    if key == "product.set":
        return next((one.name for one in legal.criteria_sets(regime) if one.code == value), str(value))
    if key.startswith(_STORED_WORDS):
        return _WORDS.get(str(value), str(value))
    if isinstance(value, bool):
        return "có" if value else "không"
    return KINDS[field.kind].show(value) if field is not None else str(value)
