"""Numbers after signing, the register, the calendar, a dossier that goes on from an older one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ocop_desktop.actions import holidays, register
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.calendar.page import CalendarPage

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing

_OTHERS: tuple[Values, ...] = (
    {
        "number": "12",
        "symbol": "TTr-UBND",
        "issued_on": "2026-11-12",
        "kind": "Tờ trình",
        "summary": "Đề nghị đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026",
        "signer": "Nguyễn Văn Thắng",
        "recipients": "UBND tỉnh; Sở Nông nghiệp và Môi trường",
        "keeper": "Lưu: VT, KT",
        "copies": 3,
        "sent_on": "2026-11-12",
        "received_by": "Bưu điện xã",
    },
    {
        "number": "8",
        "symbol": "TB-UBND",
        "issued_on": "2026-11-05",
        "kind": "Thông báo",
        "summary": "Yêu cầu bổ sung hồ sơ sản phẩm Mật ong bạc hà Minh Thanh",
        "signer": "Nguyễn Văn Thắng",
        "recipients": "Tổ hợp tác nuôi ong Minh Thanh",
        "keeper": "Lưu: VT",
        "copies": 2,
        "sent_on": "2026-11-06",
        "note": "Giao tận tay",
    },
)


def draw_register(drawing: Drawing) -> None:
    """The number entered on a sealed dossier, then the register with its ten columns."""
    jobs, office = drawing.window.jobs, drawing.window.office
    assert office is not None
    sealed = _write(drawing, _fill_register)
    office.open_dossier.emit(sealed, None)
    drawing.settle()
    drawing.picture("64-so-va-ngay")
    drawing.workspace.show_page("register")
    drawing.picture("65-so-van-ban-di")
    drawing.press(drawing.window, "register.edit")
    drawing.dialog(drawing.window, "66-van-ban-di")
    assert not jobs.pending


def draw_calendar(drawing: Drawing) -> None:
    """The month with its legal days, a day with several, and the days off in the settings."""
    _write(drawing, _fill_calendar)
    drawing.workspace.show_page("calendar")
    drawing.picture("67-lich")
    page = drawing.workspace.page("calendar")
    assert isinstance(page, CalendarPage)
    page.show_day(date(2026, 12, 1))
    drawing.picture("68-lich-thang-12")


def _fill_calendar(db: Db) -> str:
    rows = db.conn.execute("SELECT json_extract(body, '$.product'), id FROM record WHERE type = 'dossier' ORDER BY n")
    for (product, dossier), ends in zip(rows.fetchmany(3), ("2027-04-20", "2027-05-30", "2026-11-27"), strict=False):
        issued = f"{int(ends[:4]) - 3}{ends[4:]}"
        body: Values = {"product": product, "stars": 3, "decided_on": issued, "issued_on": issued, "ends_on": ends}
        records.add(db, "recognition", {**body, "dossier": dossier}, dossier=dossier)
    holidays.save(db, date(2026, 12, 31), "Nghỉ hoán đổi theo thông báo", "swap")
    return "done"


def _write(drawing: Drawing, action: object) -> str:
    done: list[str] = []
    jobs = drawing.window.jobs
    jobs.write(action, done.append)  # type: ignore[arg-type]
    drawing.settle(lambda: bool(done))
    return done[0]


def _fill_register(db: Db) -> str:
    for values in _OTHERS:
        register.save_letter(db, values)
    by_stage = dict(db.conn.execute("SELECT stage, id FROM dossier_row ORDER BY n").fetchall())
    away = by_stage.get("handed_over") or by_stage["at_province"]
    register.issue(db, str(away), "45", "2026-11-09")
    register.issue(db, str(by_stage["sealed"]), "47", "2026-11-20")
    return str(by_stage["sealed"])
