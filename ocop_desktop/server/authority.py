"""Which level may write which records: a council and what it decides are never a commune's (Điều 7 and 8).

A commune confirms that production stopped; the province keeps the register. A district wrote only what its regime let it
decide: the council and the three stars of 24/02/2023 to 05/7/2025.
"""

from collections.abc import Mapping

from ocop_desktop import legal
from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.recognition import may_record, may_sit
from ocop_desktop.errors import OcopError

COUNCIL = frozenset({"council", "council_member", "council_session", "council_sheet", "council_result"})
"""A council, its members, its sessions, their sheets, and the result of a dossier."""
REGISTER = frozenset({"recognition", "inspection", "demotion", "withdrawal"})
"""What becomes of a product by a decision."""
PLAN = "report_rules"
"""The days of reports are the province's to set (Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5)."""
GUARDED = COUNCIL | REGISTER | {PLAN}
"""The types for which ``kept`` needs to be asked."""


def kept(type_: str, fields: Mapping[str, Value], level: str) -> str | None:
    """The field for which an operation on a record of that type is refused to a level, or None where it may be written.

    ``fields``: the record as it would be. What names no regime is read under the newest.
    """
    if type_ == PLAN:
        return None if level == "province" else type_
    if type_ not in COUNCIL | REGISTER or level == "province":
        return None
    if level == "commune":
        return type_
    try:
        regime = legal.regime(str(fields.get("regime") or legal.regimes()[-1].id))
    except OcopError:
        return "regime"
    if type_ in COUNCIL:
        return None if may_sit(level, regime) else "regime"
    stars = fields.get("stars")
    if type_ == "recognition":
        return None if isinstance(stars, int) and may_record(level, regime, stars) else "stars"
    return type_
