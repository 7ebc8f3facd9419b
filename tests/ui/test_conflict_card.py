"""A conflict decided on the screen, by keyboard: real PCs, a real province, the page as it stands in the window."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import conflicts, dossiers, office
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage import journal
from ocop_desktop.storage.db import Db, run
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.jobs import Jobs
from ocop_desktop.ui.missing_card import Todo
from ocop_desktop.ui.people.masked import Masked
from ocop_desktop.ui.sync_page import SyncPage
from tests.kit import builders
from tests.sync.conftest import Commune, TheProvince, commune, province
from tests.sync.test_return import give_back

__all__ = ["commune", "province"]
Make = Callable[..., Commune]
TOTAL, LOCAL, IDEA = "dossier.workers_total", "dossier.workers_local", "dossier.matter.y_tuong.found"


def conflict(commune: Make, first: Values, second: Values) -> tuple[Commune, Commune, str]:
    """Two PCs; the second one's words have just lost, and both know."""
    one, two = commune("may-1"), commune("may-2")
    one.db.officer, two.db.officer = "Hoàng Thị Mai", "Ma Văn Hà"
    dossier = one.receive("Gạo nếp Tân Trào", **{"producer.name": "HTX Tân Trào"})
    one.write(dossier, {TOTAL: 27})
    one.sync()
    two.sync()
    one.write(dossier, first)
    two.write(dossier, second)
    for pc in (one, two, one):
        pc.sync()
    return one, two, dossier


@contextmanager
def shown(pc: Commune, kind: Callable[[OfficeContext], QWidget]) -> Iterator[tuple[QWidget, Callable[[], None]]]:
    """A page on a PC's database, and how to let it come to rest."""

    def opened(how: Callable[..., Db]) -> Callable[[], Db]:
        def connect() -> Db:
            db = how(pc.path, pc.key)
            db.officer = pc.db.officer
            return db

        return connect

    jobs = Jobs(opened(office.open_writer), opened(office.open_reader))
    errors: list[BaseException] = []
    jobs.failed.connect(errors.append)
    page = kind(OfficeContext(jobs))

    def settle() -> None:
        still, until = 0, time.monotonic() + 20
        while still < 5:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            still = 0 if jobs.pending else still + 1
            assert time.monotonic() < until
            time.sleep(0.002)
        assert errors == []

    try:
        page.resize(1170, 660)
        page.show()
        page.activateWindow()
        refresh = getattr(page, "refresh", None)
        if refresh is not None:
            refresh()
        settle()
        yield page, settle
    finally:
        page.close()
        page.deleteLater()
        QCoreApplication.sendPostedEvents(None, 52)
        jobs.close()


def there(page: QWidget, name: str, kind: type[QWidget] = QPushButton) -> QWidget:
    """The visible widget of a name."""
    [found] = [widget for widget in page.findChildren(kind, name) if widget.isVisible()]
    return found


def words(page: QWidget) -> str:
    """Every word on screen."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_card_shows_both_values_with_who_when_and_where(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    _one, two, _dossier = conflict(commune, {TOTAL: 31}, {TOTAL: 29})
    with shown(two, SyncPage) as (page, _settle):
        said = words(page)
        assert "Gạo nếp Tân Trào · " in said and "Trước đó: 27." in said
        assert "máy này, Ma Văn Hà" in said and "may-1, Hoàng Thị Mai" in said
        lines = said.splitlines()
        assert lines.index("29") < lines.index("31"), "this PC's own value comes first"
        assert there(page, "conflict.workers_total.ours").text() == "Dùng 29"
        assert there(page, "conflict.workers_total.theirs").text() == "Dùng 31"


def test_what_is_sensitive_stays_covered_until_asked_for(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    key = "producer.ethnicity"
    _one, two, dossier = conflict(commune, {key: "Tày"}, {key: "Sán Dìu"})
    with shown(two, SyncPage) as (page, settle):

        def everything() -> str:
            return words(page) + " ".join(each.text() for each in page.findChildren(QPushButton) if each.isVisible())

        assert "Tày" not in everything() and "Sán Dìu" not in everything()
        assert there(page, "conflict.ethnicity.ours").text() == "Dùng bản máy này"
        there(page, "conflict.ethnicity.other").click()
        typed = there(page, "conflict.ethnicity.typed", Masked)
        assert isinstance(typed, Masked) and typed.covered()
        QTest.keyClick(there(page, "conflict.ethnicity.cover"), Qt.Key.Key_Space)
        settle()
        assert "Tày" in words(page) and "Sán Dìu" in words(page)
        line = journal.of_dossier(two.db, dossier)[0]
        assert (line.what, line.details) == ("sensitive.shown", {"field": key})
        page.hide()
        page.show()
        assert "Tày" not in everything()
        there(page, "conflict.ethnicity.theirs").click()
        settle()
    assert two.values(dossier)[key] == "Tày"


def test_one_field_is_decided_by_one_key(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    one, two, dossier = conflict(commune, {TOTAL: 31}, {TOTAL: 29})
    with shown(two, SyncPage) as (page, settle):
        assert isinstance(page, SyncPage)
        page.table.setFocus()
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        focused = page.focusWidget()
        assert focused is not None and focused.objectName() == "conflict.workers_total.ours"
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        settle()
        assert not page.panel.isVisible()
    two.sync()
    one.sync()
    assert one.values(dossier)[TOTAL] == two.values(dossier)[TOTAL] == 31
    assert conflicts.open_conflicts(one.db) == []


def test_a_third_value_is_typed_in_its_place(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    _one, two, dossier = conflict(commune, {TOTAL: 31}, {TOTAL: 29})
    with shown(two, SyncPage) as (page, settle):
        there(page, "conflict.workers_total.other").setFocus()
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
        line = page.focusWidget()
        assert isinstance(line, QLineEdit) and line.text() == "29"
        line.selectAll()
        QTest.keyClicks(line, "1.5")
        QTest.keyClick(there(page, "conflict.workers_total.use"), Qt.Key.Key_Space)
        settle()
        assert conflicts.open_conflicts(two.db), "what is no number is not recorded"
        line.selectAll()
        QTest.keyClicks(line, "30")
        QTest.keyClick(there(page, "conflict.workers_total.use"), Qt.Key.Key_Space)
        settle()
    assert two.values(dossier)[TOTAL] == 30 and conflicts.open_conflicts(two.db) == []


def test_several_fields_are_chosen_explained_and_recorded(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    _one, two, dossier = conflict(commune, {TOTAL: 31, LOCAL: 20}, {TOTAL: 29, LOCAL: 18})
    with shown(two, SyncPage) as (page, settle):
        record = there(page, "conflict.record")
        QTest.keyClick(there(page, "conflict.workers_total.ours"), Qt.Key.Key_Space)
        assert not record.isEnabled()
        QTest.keyClick(there(page, "conflict.workers_local.theirs"), Qt.Key.Key_Space)
        reason = page.focusWidget()
        assert isinstance(reason, QLineEdit) and not record.isEnabled()
        QTest.keyClicks(reason, "Theo bang luong")
        page_refresh = getattr(page, "refresh", None)
        assert page_refresh is not None
        page_refresh()
        settle()
        assert there(page, "conflict.reason", QLineEdit) is reason, "a refresh takes nothing out of a person's hands"
        QTest.keyClick(reason, Qt.Key.Key_Return)
        settle()
    assert (two.values(dossier)[TOTAL], two.values(dossier)[LOCAL]) == (29, 20)


def test_the_dossier_leads_to_the_choice(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    _one, two, dossier = conflict(commune, {TOTAL: 31}, {TOTAL: 29})
    with shown(two, DossierPage) as (page, settle):
        assert isinstance(page, DossierPage)
        asked: list[object] = []
        page._office.show_page.connect(asked.append)
        page.open(dossier)
        settle()
        there(page, "province.sync", Todo).click()
        assert asked == ["sync"]


def test_a_refusal_leads_to_its_field(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Quá dài")
    pc.write(dossier, {IDEA: "dài " * 60_000})
    pc.sync()
    with shown(pc, SyncPage) as (page, _settle):
        assert isinstance(page, SyncPage)
        page.table.selectRow(0)
        asked: list[tuple[object, object]] = []
        page._office.open_dossier.connect(lambda *where: asked.append(where))
        there(page, f"refusal.{IDEA}", Todo).click()
        assert asked == [(dossier, IDEA)]
        assert "dài quá mức" in str(page.table.model().index(0, 1).data())
    with shown(pc, DossierPage) as (page, settle):
        assert isinstance(page, DossierPage)
        page.open(dossier)
        settle()
        there(page, f"province.{IDEA}", Todo).click()
        settle()
        assert page.step == "assessment"
        assert "dài quá mức" in there(page, f"{IDEA}.remark", QLabel).text()  # type: ignore[attr-defined]


def test_a_returned_dossier_shows_each_remark_at_its_field(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = builders.a_complete_dossier(pc.db)
    run(pc.db, lambda db: dossiers.seal(db, dossier))
    run(pc.db, lambda db: dossiers.hand_over(db, dossier))
    pc.sync()
    give_back(province, dossier, {TOTAL: "Ghi lại số người", "dossier.evidence.01": "Trang 2 mờ"})
    pc.sync()
    run(pc.db, lambda db: dossiers.reopen(db, dossier, "Theo ý kiến của tỉnh"))
    with shown(pc, DossierPage) as (page, settle):
        assert isinstance(page, DossierPage)
        page.open(dossier)
        settle()
        assert "Tỉnh có 2 ý kiến" in words(page)
        there(page, "province.dossier.evidence.01", Todo).click()
        settle()
        assert page.step == "components" and "Trang 2 mờ" in words(page)
        there(page, f"province.{TOTAL}", Todo).click()
        settle()
        line = page.focusWidget()
        assert isinstance(line, QLineEdit)
        assert "Ghi lại số người" in there(page, f"{TOTAL}.remark", QLabel).text()  # type: ignore[attr-defined]
        line.selectAll()
        QTest.keyClicks(line, "25")
        page.leave()
        settle()
        assert not [box for box in page.findChildren(QLabel, f"{TOTAL}.remark") if box.isVisible()]
        assert page.focusWidget() is line, "nothing takes the cursor away"


def test_many_removals_are_asked_about(qtbot: QtBot, commune: Make, province: TheProvince) -> None:
    from ocop_desktop.actions import evidence, exchange

    pc = commune()
    dossier = pc.receive("Cam sành")
    for number in range(21):
        pc.attach(dossier, b"%d" % number, "other")
    pc.sync()
    for file in dossiers.open_dossier(pc.db, dossier).evidence:
        run(pc.db, lambda db, file=file: evidence.detach(db, file.id))  # type: ignore[misc]
    with shown(pc, SyncPage) as (page, settle):
        assert "21 nội dung đang chờ gỡ" in words(page)
        QTest.keyClick(there(page, "deletes.confirm"), Qt.Key.Key_Space)
        settle()
    assert exchange.state(pc.db).parked_deletes == 0


@pytest.fixture(autouse=True)
def _words_of_vietnamese(qapp: object) -> None:
    """The tests read the words of the source language."""
