"""A plan: Kon Tum's own, with some of its work done, in a province's office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.programme import loading, plans
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import Db, run

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing

_EVENTS: tuple[Values, ...] = (
    {
        "kind": "training",
        "title": "Tập huấn xây dựng hồ sơ OCOP",
        "day": "2019-05-14",
        "participants": 64,
        "cost": 38_000_000,
    },
    {
        "kind": "sales_point",
        "title": "Điểm giới thiệu sản phẩm OCOP Tân Cương",
        "day": "2019-08-02",
        "area": "Thành phố Thái Nguyên",
    },
    {
        "kind": "organisation",
        "title": "Hợp tác xã chè La Bằng",
        "day": "2019-09-10",
        "aim": "upgrade",
        "area": "Huyện Đại Từ",
    },
)


def fill_plans(db: Db) -> tuple[str, str]:
    """Two plans of the seeds; the first half done. Gives both."""
    settings.write(db, {"office.level": "province"})
    made = loading.import_plan(db, loading.sample_file("thai-nguyen")).created
    money = loading.import_plan(db, loading.sample_file("kon-tum")).created
    assert made is not None and money is not None
    for task in plans.open_plan(db, made).tasks:
        if task.due is not None and task.no not in {"6.1", "7", "5.4.3"}:
            plans.put(db, "task", made, {"done_on": task.due.isoformat(), "result": "Đã hoàn thành"}, task.id)
    for fields in _EVENTS:
        plans.put(db, "event", made, fields)
    return made, money


def draw_plans(drawing: Drawing) -> None:
    """The work, the timeline, the year, the targets, what stands behind one, the money, the events."""
    from ocop_desktop.ui.programme.page import PlanningPage

    window, found = drawing.window, list[tuple[str, str]]()
    drawing.workspace.show_page("programme")
    drawing.picture("100-ke-hoach-trong")
    window.jobs.work(lambda: window.jobs.run_unit_free(lambda db: run(db, fill_plans)), found.append)
    drawing.settle(lambda: bool(found))
    page = drawing.workspace.page("programme")
    assert isinstance(page, PlanningPage)
    page.open_plan(found[0][0])
    drawing.settle()
    drawing.picture("101-viec")
    for name, picture in (("timeline", "102-dong-thoi-gian"), ("months", "103-lich-nam"), ("targets", "104-chi-tieu")):
        page.open_tab(name)
        drawing.picture(picture)
    page.targets.opened.emit(3, 0)
    drawing.picture("105-dang-sau-chi-tieu")
    page.show_plan()
    page.open_tab("events")
    drawing.picture("106-hoat-dong")
    page.open_plan(found[0][1])
    page.open_tab("money")
    drawing.picture("107-kinh-phi")
    page.open_tab("targets")
    drawing.picture("108-chi-tieu-ty-le")
    page.editing.task(None)
    drawing.dialog(window, "109-ghi-viec")
    window.jobs.write(lambda db: settings.write(db, {"office.level": "commune"}))
    drawing.settle()
    if window.office is not None:
        window.office.changed.emit(Changes(outbox=True, settings=True))
    window.jobs.write(
        lambda db: db.conn.execute(
            "UPDATE record SET unit = '19' WHERE id = ? OR json_extract(body, '$.plan') = ?", (found[0][0],) * 2
        )
    )
    drawing.settle()
    page.open_plan(found[0][0])
    page.open_tab("targets")
    drawing.settle()
    drawing.picture("110-ke-hoach-cua-tinh")
    drawing.workspace.show_page("today")
