"""The self-assessment by keyboard on a real office: a whole sheet, its score, what lifts it, and the lock."""

import time
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from ocop_desktop import legal
from ocop_desktop.actions import dossiers, sample
from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions.documents import Paper
from ocop_desktop.domain.criteria import NOT_APPLICABLE, YES
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage.db import Db, run
from ocop_desktop.ui.criterion_view import CriterionView
from ocop_desktop.ui.dossier_page import STEPS, DossierPage
from ocop_desktop.ui.scores_tab import ScoresTab
from tests.kit import keyboard
from tests.kit.desk import Desk
from tests.printing import reading

TEA = "che-tuoi-che-che-bien"
CRITERIA = legal.criteria_set("qd-26-2026", TEA)
ANSWERED = "dossier.score.q26-11-1.1"
Key = Qt.Key


def scores(page: DossierPage, desk: Desk, code: str | None = TEA) -> ScoresTab:
    """A new dossier of a product set, at its self-assessment."""
    words = {"product__name": "Chè xanh", "producer__name": "HTX Sơn Trà", "product__set": code}
    page.open(desk.receive(**{key: value for key, value in words.items() if value}))
    desk.settle()
    step = page.show_step("scores")
    assert isinstance(step, ScoresTab)
    until(lambda: not code or isinstance(page.focusWidget(), CriterionView))
    return step


def until(true: Callable[[], bool]) -> None:
    """Let the window work until something holds: on a busy machine a lane may answer late."""
    end = time.monotonic() + 20
    while not true():
        QApplication.processEvents()
        assert time.monotonic() < end
        time.sleep(0.002)


def at(page: QWidget) -> CriterionView:
    found = page.focusWidget()
    assert isinstance(found, CriterionView)
    return found


def stored(desk: Desk, page: DossierPage) -> Values:
    desk.settle()
    return desk.read(partial(dossiers.open_dossier, dossier=page.draft.dossier)).values


def words(page: QWidget, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_a_whole_sheet_is_answered_by_keyboard_and_kept(page: DossierPage, desk: Desk) -> None:
    tab = scores(page, desk)
    leaves = list(CRITERIA.leaves())
    assert at(page).criterion.id == leaves[0].id
    begun = time.thread_time()
    for leaf in leaves:
        assert at(page).criterion.id == leaf.id
        best = 2 if leaf.scoring == "yes_no" else len(leaf.options)
        keyboard.keys(at(page), str(best))
        keyboard.press(at(page), Key.Key_Down)
    spent = time.thread_time() - begun
    values = stored(desk, page)
    assert {key.removeprefix("dossier.score.") for key in values if key.startswith("dossier.score.")} == {
        leaf.id for leaf in leaves
    }
    for leaf in leaves:
        assert values[f"dossier.score.{leaf.id}"] == (YES if leaf.scoring == "yes_no" else leaf.options[-1].id)
    found = tab.found()
    assert found is not None and (found.total, found.stars) == (10_000, 5)
    assert words(page, "score.total") == "100" and words(page, "score.stars") == "★★★★★"
    assert words(page, "scores.count") == "32 trên 32 tiêu chí đã chấm."
    assert spent / len(leaves) < 0.1, "a key is answered before the next one"


def test_keys_choose_change_and_take_away(page: DossierPage, desk: Desk) -> None:
    scores(page, desk)
    view = at(page)
    key = f"dossier.score.{view.criterion.id}"
    ids = [option.id for option in view.criterion.options]
    keyboard.keys(view, "9")
    assert view.answer == ""
    keyboard.press(view, Key.Key_Right)
    assert view.answer == ids[0]
    keyboard.press(view, Key.Key_Right)
    assert stored(desk, page)[key] == ids[1]
    keyboard.press(view, Key.Key_Left)
    assert stored(desk, page)[key] == ids[0]
    keyboard.press(view, Key.Key_Delete)
    assert key not in stored(desk, page)
    keyboard.press(view, Key.Key_Up)
    assert at(page) is view, "the first criterion has nothing above"


def test_a_criterion_with_a_condition_may_not_apply(page: DossierPage, desk: Desk) -> None:
    tab = scores(page, desk)
    own = next(leaf for leaf in CRITERIA.leaves() if leaf.applies_if)
    assert page.show_field(f"dossier.score.{own.id}")
    keyboard.keys(at(page), "0")
    assert stored(desk, page)[f"dossier.score.{own.id}"] == NOT_APPLICABLE
    found = tab.found()
    assert found is not None and own.id not in found.unanswered and found.total == 0


def test_the_cursor_goes_on_where_the_sheet_is_open(page: DossierPage, desk: Desk) -> None:
    tab = scores(page, desk)
    leaves = [leaf.id for leaf in CRITERIA.leaves()]
    for _ in range(3):
        keyboard.keys(at(page), "1")
        keyboard.press(at(page), Key.Key_Return)
    page.show_step("registration")
    page.show_step("scores")
    desk.settle()
    assert at(page).criterion.id == leaves[3]
    keyboard.press(at(page), Key.Key_Down)
    QTest.keyClick(at(page), Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert at(page).criterion.id == leaves[5]
    QTest.keyClick(at(page), Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert at(page).criterion.no.startswith("2")
    QTest.keyClick(at(page), Key.Key_Tab)
    assert at(page).criterion.no == "2.2"
    assert tab.focusWidget() is at(page)


def test_what_lifts_the_sheet_leads_to_its_criterion(page: DossierPage, desk: Desk) -> None:
    scores(page, desk)
    for leaf in CRITERIA.leaves():
        keyboard.keys(at(page), "2" if leaf.scoring == "yes_no" else str(len(leaf.options)))
        keyboard.press(at(page), Key.Key_Down)
    page.show_field("dossier.score.q26-11-2.1")
    keyboard.keys(at(page), "1")
    desk.settle()
    assert words(page, "score.stars") == "★★★"
    assert words(page, "score.why") == "Đủ điểm 5 sao, còn vướng 1 mốc bắt buộc."
    page.show_field("dossier.score.q26-11-1.1")
    page.show_field("dossier.score.q26-11-3.5")
    keyboard.keys(at(page), "1")
    desk.settle()
    assert words(page, "lift.proof") == "Minh chứng cần có: dòng 7."
    line = page.findChild(QPushButton, "lift.q26-11-2.1")
    assert isinstance(line, QPushButton)
    line.click()
    assert at(page).criterion.id == "q26-11-2.1"


def test_a_click_chooses_an_option_and_a_chip_leads_to_the_evidence(page: DossierPage, desk: Desk) -> None:
    scores(page, desk)
    page.show_field("dossier.score.q26-11-3.3")
    desk.settle()
    view = at(page)
    pieces = view._pieces(view.width())
    second = next(piece for piece in pieces if piece.kind == "level" and piece.number == 2)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=second.rect.center())
    assert view.answer == view.criterion.options[1].id
    chip = next(piece for piece in pieces if piece.kind == "chip")
    assert chip.chip is not None and chip.chip.row == "05"
    QTest.mouseMove(view, QPoint(chip.rect.center()))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=chip.rect.center())
    desk.settle()
    assert page.step == "components"


def test_a_ticked_condition_leaves_no_star(page: DossierPage, desk: Desk) -> None:
    tab = scores(page, desk)
    assert page.show_field("dossier.reject.1")
    box = page.findChild(QCheckBox, "dossier.reject.1")
    assert isinstance(box, QCheckBox) and box.hasFocus()
    keyboard.press(box, Key.Key_Space, " ")
    assert stored(desk, page)["dossier.reject.1"] is True
    found = tab.found()
    assert found is not None and found.stars == 0 and len(found.rejected) == 1
    keyboard.press(box, Key.Key_Space, " ")
    assert "dossier.reject.1" not in stored(desk, page)


def test_the_texts_of_the_form_are_filled_in_on_the_same_tab(page: DossierPage, desk: Desk) -> None:
    scores(page, desk)
    assert page.show_field("dossier.self.plan")
    assert page.step == "scores"
    editor = page.draft.editor("dossier.self.plan")
    assert editor is not None and editor.has_focus()
    keyboard.unikey(editor.focusProxy() or editor, "Mở rộng vùng chè")
    page.leave()
    assert stored(desk, page)["dossier.self.plan"] == "Mở rộng vùng chè"


def test_a_sealed_dossier_can_only_be_read(page: DossierPage, desk: Desk) -> None:
    def fill(db: Db) -> str:
        taken = sample.sample()
        made = sample.receive(db, taken).dossier
        sample.check(db, taken, made)
        sample.assess(db, taken, made)
        run(db, partial(dossiers.save_draft, dossier=made, values={ANSWERED: "q26-11-1.1-o2"}, unparsed={}))
        run(db, partial(dossiers.seal, dossier=made))
        return made

    database = desk._open(office_actions.open_writer)
    try:
        made = fill(database)
    finally:
        database.close()
    page.open(made)
    desk.settle()
    page.show_step("scores")
    page.show_field("dossier.score.q26-11-1.1")
    desk.settle()
    keyboard.keys(at(page), "1")
    keyboard.press(at(page), Key.Key_Delete)
    assert at(page).answer == "q26-11-1.1-o2"
    assert stored(desk, page)["dossier.score.q26-11-1.1"] == "q26-11-1.1-o2"


def test_another_product_set_brings_another_rubric_and_none_says_so(page: DossierPage, desk: Desk) -> None:
    tab = scores(page, desk, None)
    assert tab.found() is None
    assert any("bước 1" in label.text() for label in tab.findChildren(QLabel))
    page.draft.put("product.set", "hoa")
    page.show_field("dossier.score.q26-23-1.1")
    until(lambda: isinstance(page.focusWidget(), CriterionView))
    assert at(page).criterion.id == "q26-23-1.1"


def test_every_rubric_is_shown_without_a_stall(page: DossierPage, desk: Desk) -> None:
    tab = scores(page, desk, None)
    steps: list[float] = []

    def timed(step: Callable[[], object]) -> None:
        begun = time.thread_time()
        step()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        steps.append(time.thread_time() - begun)

    for one in legal.criteria_sets("qd-26-2026")[::3]:
        criteria = legal.criteria_set("qd-26-2026", one.code)
        tab._wanted = (one.code, None)
        timed(partial(tab._got_criteria, tab._wanted, criteria))
        for leaf in criteria.leaves():
            timed(partial(tab._go, leaf.id))
        for view in tab._views.values():
            assert [level.points for level in view.levels()], view.criterion.id
            assert view._pieces(view.width())
    steps.sort()
    assert steps[len(steps) * 99 // 100] < 0.1


def test_a_narrow_window_keeps_the_total_and_the_way_up(page: DossierPage, desk: Desk) -> None:
    tab = scores(page, desk)
    keyboard.keys(at(page), "3")
    page.resize(700, 460)
    desk.settle()
    total = page.findChild(QLabel, "scores.sum")
    assert isinstance(total, QLabel) and total.isVisible() and total.text().startswith("3/100")
    section = page.findChild(QPushButton, "section.summary")
    assert isinstance(section, QPushButton)
    until(section.isVisible)
    section.click()
    assert words(page, "score.total") == "3"
    page.resize(1170, 696)
    desk.settle()
    assert tab._at != "summary" and not section.isVisible()


def test_the_form_is_printed_from_the_same_tab(page: DossierPage, desk: Desk) -> None:
    scores(page, desk)
    keyboard.keys(at(page), "3")
    page.show_field("dossier.self.results")
    papers: list[Paper] = []
    desk.office.print_requested.connect(papers.append)
    look = page.findChild(QPushButton, "scores.print")
    assert isinstance(look, QPushButton)
    look.click()
    until(lambda: bool(papers))
    [paper] = papers
    assert paper.name.startswith("mau-02") and "Mức tự chấm" in reading.words(paper.data)


@pytest.mark.parametrize(
    ("day", "code", "first", "has_form"),
    [
        ("2021-04-12", "che-tuoi-che-bien", "q1048-12-1.1", False),
        ("2024-06-03", "che-tuoi-che-che-bien", "q148-11-1.a", False),
        ("2026-05-21", "che-tuoi-che-che-bien", "q148-11-1.a", False),
        ("2026-11-09", TEA, "q26-11-1.1", True),
    ],
)
def test_a_dossier_of_another_time_opens_under_its_own_law(
    page: DossierPage, desk: Desk, day: str, code: str, first: str, has_form: bool
) -> None:
    page.open(desk.receive(product__name="Chè xanh", product__set=code, dossier__received_on=day))
    desk.settle()
    for step in STEPS:
        page.show_step(step)
        desk.settle()
    page.show_step("scores")
    until(lambda: isinstance(page.focusWidget(), CriterionView))
    assert at(page).criterion.id == first
    keyboard.keys(at(page), "1")
    assert stored(desk, page)[f"dossier.score.{first}"] == f"{first}-o1"
    assert (page.findChild(QPushButton, "section.texts") is not None) == has_form
    seal = page.findChild(QPushButton, "print.seal")
    assert isinstance(seal, QPushButton) and seal.isHidden() == (not has_form)


def test_a_corrected_day_says_that_another_law_applies_and_leaves_the_cursor(page: DossierPage, desk: Desk) -> None:
    page.open(desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà"))
    desk.settle()
    assert page.show_field("dossier.received_on")
    editor = page.draft.editor("dossier.received_on")
    assert editor is not None
    keyboard.keys(editor.focusProxy() or editor, "03/06/2024")
    page.leave()
    desk.settle()
    assert editor.has_focus()
    assert "Quyết định 148/QĐ-TTg" in words(page, "dossier.newer")
    page.head.reload_wanted.emit()
    desk.settle()
    page.show_step("scores")
    assert stored(desk, page)["dossier.regime"] == "qd-148"
