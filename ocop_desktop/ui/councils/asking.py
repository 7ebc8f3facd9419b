"""The dialogs of a council: its decision, its rules, a member, a session, a dossier for the session."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions.councils import seats
from ocop_desktop.actions.councils.seats import Council, Member
from ocop_desktop.domain.councils import COMBINATIONS, ROLES, Rules
from ocop_desktop.domain.forms import Choice, Field, Values
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.councils import words
from ocop_desktop.ui.record_dialog import RecordDialog


def council(office: OfficeContext, before: Council | None, parent: QWidget) -> RecordDialog:
    """A new council, or the words and rules of one."""
    translate = QCoreApplication.translate
    own = before.rules if before is not None else Rules()
    asked = [
        Field(key="name", label=translate("councils", "Tên hội đồng"), required=True, group="wide"),
        Field(key="decision_no", label=translate("councils", "Số quyết định thành lập")),
        Field(key="decided_on", label=translate("councils", "Ngày quyết định"), kind="date"),
        Field(key="regulation", label=translate("councils", "Quy chế hoạt động (số, ngày)"), group="wide"),
        Field(key="quorum_percent", label=translate("councils", "Đủ họp từ bao nhiêu % thành viên"), kind="count"),
        Field(key="spread", label=translate("councils", "Chênh lệch tối đa (điểm, 0: không giới hạn)"), kind="percent"),
        Field(
            key="combination",
            label=translate("councils", "Mốc sao của hội đồng tính theo"),
            kind="choice",
            choices=tuple(Choice(each, words.combination(each)) for each in COMBINATIONS),
            group="wide",
        ),
        Field(key="chair_needed", label=translate("councils", "Phải có phiếu của chủ tịch hội đồng"), kind="tick"),
        Field(
            key="double_entry",
            label=translate("councils", "Nhập hai lần độc lập, so hai lần nhập (nhập kép)"),
            kind="tick",
        ),
    ]
    given: Values = {
        "quorum_percent": own.quorum_percent,
        "spread": own.spread,
        "combination": own.combination,
        "chair_needed": own.chair_needed,
    }
    if before is not None:
        given |= {
            "name": before.name,
            "decision_no": before.decision_no or None,
            "decided_on": before.decided_on.isoformat() if before.decided_on else None,
            "regulation": before.regulation or None,
            "double_entry": before.double_entry,
        }
    title = translate("councils", "Hội đồng và quy tắc") if before else translate("councils", "Lập hội đồng")
    return RecordDialog(office, title, words.source(), asked, partial(_council, before), given, parent=parent)


def _council(before: Council | None, db: Db, values: Values) -> object:
    return seats.create(db, values) if before is None else seats.save(db, before.id, values)


def member(office: OfficeContext, council_id: str, before: Member | None, parent: QWidget) -> RecordDialog:
    """A new member, or another word about one."""
    translate = QCoreApplication.translate
    asked = [
        Field(key="name", label=translate("councils", "Họ và tên"), required=True),
        Field(
            key="role",
            label=translate("councils", "Vai trò"),
            kind="choice",
            choices=tuple(Choice(each, words.role(each)) for each in ROLES),
            required=True,
        ),
        Field(key="position", label=translate("councils", "Chức vụ")),
        Field(key="office", label=translate("councils", "Cơ quan")),
        Field(key="scores", label=translate("councils", "Chấm điểm, được tính vào số thành viên"), kind="tick"),
    ]
    given: Values = {"role": "member", "scores": True}
    if before is not None:
        given = {
            "name": before.name,
            "role": before.role,
            "position": before.position or None,
            "office": before.office or None,
            "scores": before.scores,
        }
    said = translate(
        "councils",
        "Thành phần theo Điều 7 khoản 3: lãnh đạo UBND tỉnh hoặc người được ủy quyền, các sở, văn phòng OCOP tỉnh, "
        "có thể mời chuyên gia và hiệp hội.",
    )
    title = translate("councils", "Thành viên hội đồng")
    action = partial(_member, council_id, before.id if before else "")
    return RecordDialog(office, title, said, asked, action, given, parent=parent)


def _member(council_id: str, member_id: str, db: Db, values: Values) -> object:
    return seats.put_member(db, council_id, values, member_id)


def session(office: OfficeContext, council_id: str, parent: QWidget) -> RecordDialog:
    """A new session."""
    translate = QCoreApplication.translate
    asked = [
        Field(key="title", label=translate("councils", "Phiên họp"), required=True, group="wide"),
        Field(key="held_on", label=translate("councils", "Ngày họp"), kind="date"),
        Field(key="place", label=translate("councils", "Địa điểm")),
    ]
    given: Values = {"held_on": office.today().isoformat()}
    title = translate("councils", "Mở phiên họp")
    return RecordDialog(office, title, "", asked, partial(_session, council_id), given, parent=parent)


def _session(council_id: str, db: Db, values: Values) -> object:
    return seats.open_session(db, council_id, values)


def case(office: OfficeContext, session_id: str, there: Sequence[tuple[str, str]], parent: QWidget) -> RecordDialog:
    """One of the dossiers that may be put before a session: ``there`` are their ids and words."""
    translate = QCoreApplication.translate
    asked = [
        Field(
            key="case",
            label=translate("councils", "Hồ sơ"),
            kind="choice",
            choices=tuple(Choice(id_, said) for id_, said in there),
            required=True,
            group="wide",
        )
    ]
    said = translate("councils", "Hồ sơ đã gửi lên và chưa có trong phiên họp này: {count}.").format(count=len(there))
    title = translate("councils", "Đưa hồ sơ vào phiên họp")
    return RecordDialog(office, title, said, asked, partial(_case, session_id), {}, parent=parent)


def score_sheets(office: OfficeContext, members: Sequence[Member], parent: QWidget) -> RecordDialog:
    """Whose score sheets to print, and whether blank or as entered; its answer is the two choices."""
    translate = QCoreApplication.translate
    everybody = translate("councils", "Tất cả thành viên chấm điểm")
    asked = [
        Field(
            key="kind",
            label=translate("councils", "Phiếu"),
            kind="choice",
            choices=(
                Choice("blank", translate("councils", "Để trống, có tên thành viên")),
                Choice("filled", translate("councils", "Đã nhập xong")),
            ),
            required=True,
        ),
        Field(
            key="member",
            label=translate("councils", "Thành viên"),
            kind="choice",
            choices=(Choice("all", everybody), *(Choice(each.id, each.name) for each in members)),
            required=True,
        ),
    ]
    said = translate("councils", "Mỗi thành viên một phiếu cho từng hồ sơ, theo bộ tiêu chí của hồ sơ đó.")
    title, accept = translate("councils", "In phiếu chấm"), translate("councils", "Xem trước và in")
    given: Values = {"kind": "blank", "member": "all"}
    return RecordDialog(office, title, said, asked, _chosen, given, accept=accept, parent=parent)


def _chosen(_db: Db, values: Values) -> object:
    return values


def _case(session_id: str, db: Db, values: Values) -> object:
    return seats.put_case(db, session_id, str(values["case"]))
