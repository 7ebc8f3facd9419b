"""Periodic reports: the periods of a year, one of them with its texts; at a province the communes of a period."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ocop_desktop import paths
from ocop_desktop.actions import office
from ocop_desktop.actions.office import SetUp
from ocop_desktop.actions.products.area import View
from ocop_desktop.actions.reports import periodic
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.reporting import periods
from ocop_desktop.storage import records, settings
from ocop_desktop.storage.db import Db, run
from ocop_desktop.ui.pictures import gathering
from ocop_desktop.ui.products.products_page import ProductsPage
from ocop_desktop.ui.reports.reports_page import ReportsPage
from ocop_desktop.ui.sample_office import NOW

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing

PASSPHRASE = "báo cáo trước ngày hai mươi"
MONTH = periods.parse("2026-11")
TEXTS = {
    "results": "Đã tiếp nhận và kiểm tra đủ hồ sơ trong tháng; hướng dẫn hai hợp tác xã hoàn thiện bao bì, nhãn hàng hóa.",
    "difficulties": "Đường vào vùng nguyên liệu còn khó đi trong mùa mưa.\nCán bộ theo dõi Chương trình kiêm nhiệm nhiều việc.",
    "requests": "Đề nghị tỉnh mở lớp tập huấn về ghi nhãn hàng hóa.",
}


def fill_month(db: Db) -> None:
    """A month before, sealed; this month with its texts."""
    run(db, lambda db: periodic.save_texts(db, periods.parse("2026-10"), TEXTS))
    run(db, lambda db: periodic.seal(db, periods.parse("2026-10")))
    run(db, lambda db: periodic.save_texts(db, MONTH, {"next": "Họp chấm điểm vòng tháng 12; đồng bộ hồ sơ còn lại."}))


def fill_area(db: Db) -> None:
    """Communes as a round would have brought them, some with a sealed report; recognitions of earlier years."""
    gathering.fill(db)
    run(db, _recognise)
    run(db, _reports)


def _recognise(db: Db) -> None:
    for at, product in enumerate(records.of_type(db, "product")):
        if at % 3 == 0:
            continue
        decided = NOW.date() - timedelta(days=30 + (at * 97) % 1090)
        body: Values = {
            "product": product.id,
            "kind": "lan-dau",
            "stars": 3 + (at % 7 == 1) + (at % 11 == 2),
            "decision_no": f"{400 + at}/QĐ-UBND",
            "decided_on": decided.isoformat(),
            "issued_on": decided.isoformat(),
            "ends_on": decided.replace(year=decided.year + 3, day=min(decided.day, 28)).isoformat(),
            "regime": "qd-148",
            "authority": "UBND tỉnh Tuyên Quang",
        }
        records.add(db, "recognition", body, unit=product.unit)


def _reports(db: Db) -> None:
    """What communes sealed: their own figures, one of them since overtaken by a record."""
    own = str(settings.read(db, "office.unit"))
    for at, unit in enumerate(sorted({each.unit for each in records.of_type(db, "product")})):
        if at % 4 == 3:
            continue
        settings.write(db, {"office.unit": unit})
        made = periodic.seal(db, MONTH, units=frozenset({unit}))
        if at == 2 and made.created:
            record = records.get(db, made.created)
            body = records.overlay(record.body, {"now.dossiers.received": 0})
            records.patch(db, record, {"now.dossiers.received": 0, "sha256": periodic.digest(body)})
    settings.write(db, {"office.unit": own})
    db.execute("DELETE FROM outbox WHERE type = 'periodic'")
    db.execute("UPDATE record SET rev = 1 WHERE type = 'periodic'")


def draw_reports(drawing: Drawing) -> None:
    """The commune's report, then a province's window; the commune's is drawn on afterwards."""
    before = drawing.window
    done: list[object] = []
    before.jobs.work(lambda: before.jobs.run_unit_free(fill_month), done.append)
    drawing.settle(lambda: bool(done))
    drawing.workspace.show_page("reports")
    drawing.picture("80-bao-cao-cac-ky")
    page = drawing.workspace.page("reports")
    assert isinstance(page, ReportsPage)
    page.open_period(MONTH)
    drawing.picture("81-bao-cao-thang")
    page.go_back()
    folder = paths.user_data() / "bao-cao"
    office.create_office(
        folder / "ocop.db", SetUp(level="province", unit="08", officer="Lê Thị Hương", passphrase=PASSPHRASE)
    )
    window = drawing.open_window(folder / "ocop.db")
    drawing.type(window, "passphrase", PASSPHRASE)
    drawing.press(window, "open")
    drawing.settle(lambda: window.workspace is not None)
    filled: list[object] = []
    window.jobs.work(lambda: window.jobs.run_unit_free(fill_area), filled.append)
    drawing.settle(lambda: bool(filled))
    drawing.workspace.show_page("reports")
    drawing.settle()
    page = drawing.workspace.page("reports")
    assert isinstance(page, ReportsPage)
    page.open_period(MONTH)
    drawing.settle()
    drawing.press(window, "report.communes")
    drawing.picture("82-bao-cao-cac-xa")
    page.communes.table.selectRow(0)
    page.go_back()
    drawing.settle()
    page.report.table.opened.emit(1, 0)
    drawing.picture("83-bao-cao-ban-ghi")
    _draw_area(drawing)
    window.close()
    drawing.show_window(before)


def _draw_area(drawing: Drawing) -> None:
    """The products of the whole area: narrowed, in numbers, and what changed in a year."""
    drawing.workspace.show_page("products")
    page = drawing.workspace.page("products")
    assert isinstance(page, ProductsPage)
    drawing.settle()
    page.bar.put(View(window="year"))
    drawing.picture("84-san-pham-loc")
    page.bar.put(View())
    drawing.press(drawing.window, "products.statistics")
    drawing.picture("85-thong-ke")
    page.show_list()
    drawing.press(drawing.window, "products.changes")
    drawing.picture("86-thay-doi")
