"""From a dossier at the province to the next one of the product, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import cloning, dossiers, evidence, sample
from ocop_desktop.actions import office as office_actions
from ocop_desktop.storage.db import run
from ocop_desktop.ui import ask
from ocop_desktop.ui.components_tab import ComponentsTab
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.inputs import Combo, Line, Radio, Tick
from tests.kit.desk import Desk


def finished(desk: Desk) -> str:
    db = desk._open(office_actions.open_writer)
    try:
        taken = sample.sample()
        made = sample.receive(db, taken).dossier
        sample.check(db, taken, made)
        sample.assess(db, taken, made)
        papers = [file for file in dossiers.open_dossier(db, made).evidence if file.row.isdigit()]
        run(db, lambda db: evidence.set_term(db, papers[0].id, "2024-01-01", "2028-01-01"))
        run(db, lambda db: evidence.set_term(db, papers[1].id, "2024-01-01", "2026-01-01"))
        run(db, lambda db: dossiers.seal(db, made))
        run(db, lambda db: dossiers.hand_over(db, made))
        return made
    finally:
        db.close()


def test_the_next_dossier_takes_over_what_a_person_sees_and_nothing_else(
    page: DossierPage, desk: Desk, qtbot: QtBot
) -> None:
    last = finished(desk)
    page.open(last)
    qtbot.waitUntil(lambda: page.step == "send", timeout=15_000)
    desk.settle()
    follow = page.findChild(QPushButton, "send.follow")
    assert isinstance(follow, QPushButton) and follow.isVisible()
    follow.click()
    dialog = page.window().findChild(QDialog, "clone")
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Tick)), timeout=15_000)
    desk.settle()
    states = {file.id: state for file, state in desk.read(lambda db: cloning.offer(db, last, "2026-11-21")).files}
    ticks = {id_: dialog.findChild(Tick, f"clone.{id_}") for id_ in states}
    assert {id_: tick.isChecked() for id_, tick in ticks.items() if tick} == {
        id_: state in {"valid", "unlimited"} for id_, state in states.items()
    }
    assert all(not tick.isEnabled() for id_, tick in ticks.items() if tick and states[id_] == "expired")
    unknown = next(id_ for id_, state in states.items() if state == "unknown")
    tick = ticks[unknown]
    assert tick is not None
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    line = dialog.findChild(Line, f"clone.{unknown}.expires")
    assert isinstance(line, Line) and line.isEnabled()
    qtbot.keyClicks(line, "31/12/2027")
    again = dialog.findChild(Radio, "clone.phan-hang-lai")
    assert isinstance(again, Radio) and again.isChecked()
    make = dialog.findChild(QPushButton, "clone.make")
    assert isinstance(make, QPushButton)
    qtbot.keyClick(make, Qt.Key.Key_Space)
    desk.settle()
    qtbot.waitUntil(lambda: page.draft.dossier not in {"", last}, timeout=15_000)
    made = page.draft.dossier
    values = desk.values(made)
    assert made != last and values["dossier.previous"] == last and values["dossier.kind"] == "phan-hang-lai"
    carried = desk.read(lambda db: dossiers.open_dossier(db, made)).evidence
    assert sorted(file.expires_on for file in carried) == ["2027-12-31", "2028-01-01"]
    components = page.show_step("components")
    desk.settle()
    assert isinstance(components, ComponentsTab)
    qtbot.waitUntil(components.before.isVisible, timeout=15_000)
    page.show_step("scores")
    desk.settle()
    what = page.findChild(QLabel, "scores.what")
    assert isinstance(what, QLabel)
    qtbot.waitUntil(lambda: "lần trước" in what.text(), timeout=15_000)


class Says(ask.Asker):
    """Gives a reason."""

    def reason(self, parent: QWidget | None, title: str, words: str, accept: str) -> str | None:
        return "Nộp trước ngày 22/5"


def test_another_law_is_chosen_with_a_reason(page: DossierPage, desk: Desk, qtbot: QtBot) -> None:
    dossier = desk.receive(product__name="Chè xanh", dossier__received_on="2026-05-25")
    page.open(dossier)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "regime.change") is not None, timeout=15_000)
    desk.settle()
    change = page.findChild(QPushButton, "regime.change")
    choose = page.findChild(Combo, "regime.choose")
    assert isinstance(change, QPushButton) and isinstance(choose, Combo)
    change.click()
    assert choose.isVisible()
    choose.setCurrentIndex(choose.findData("qd-148-1489"))
    with ask.answered(Says()):
        qtbot.keyClick(choose, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desk.values(dossier)["dossier.regime"] == "qd-148-1489", timeout=15_000)
        desk.settle()
    values = desk.values(dossier)
    assert (values["dossier.regime"], values["dossier.regime_reason"]) == ("qd-148-1489", "Nộp trước ngày 22/5")
    qtbot.waitUntil(
        lambda: any("148" in each.text() for each in page.findChildren(QLabel, "regime.words") if each.isVisible()),
        timeout=15_000,
    )
