"""One dossier on screen: its steps, its moves, its files, and the way from a missing thing to its field."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers, sample
from ocop_desktop.actions import office as office_actions
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.assessment_tab import AssessmentTab
from ocop_desktop.ui.components_tab import ComponentsTab
from ocop_desktop.ui.dossier_page import STEPS, DossierPage
from ocop_desktop.ui.fields import LinesEditor
from tests.kit import keyboard
from tests.kit.desk import NOW, Desk

PDF = b"%PDF-1.4\n%%EOF\n"


def whole(desk: Desk) -> str:
    """A dossier with everything but the seal."""
    database = desk._open(office_actions.open_writer)

    def fill(db: Db) -> str:
        taken = sample.sample()
        made = sample.receive(db, taken).dossier
        sample.check(db, taken, made)
        sample.assess(db, taken, made)
        return made

    try:
        return fill(database)
    finally:
        database.close()


def child(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def open_(page: DossierPage, desk: Desk, dossier: str, field: str | None = None) -> None:
    page.open(dossier, field)
    desk.settle()


def test_it_opens_where_the_work_goes_on(page: DossierPage, desk: Desk) -> None:
    open_(page, desk, desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà"))
    assert page.step == "registration"
    open_(page, desk, whole(desk))
    assert page.step == "print"


def test_it_opens_at_the_field_where_typing_stopped(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier, "dossier.matter.lao_dong.found")
    assert page.step == "assessment"
    editor = page.draft.editor("dossier.matter.lao_dong.found")
    assert editor is not None and editor.has_focus()


def test_every_problem_leads_to_its_place(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier)
    assert page._page is not None and page._page.problems
    for problem in page._page.problems:
        assert page.show_field(problem.key), problem.key


def test_typing_here_is_typing_on_the_disk(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier, "dossier.matter.y_tuong.found")
    editor = page.draft.editor("dossier.matter.y_tuong.found")
    assert isinstance(editor, LinesEditor)
    keyboard.unikey(editor.lines, "Nghề truyền thống từ thời cụ kỵ")
    page.leave()
    desk.settle()
    assert desk.values(dossier)["dossier.matter.y_tuong.found"] == "Nghề truyền thống từ thời cụ kỵ"
    assert editor.text() == "Nghề truyền thống từ thời cụ kỵ"


def test_the_product_set_is_found_without_accents_and_fills_the_classification(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier, "product.set")
    editor = page.draft.editor("product.set")
    assert editor is not None and editor.focusProxy() is not None
    keyboard.unikey(editor.focusProxy(), "che tuoi")
    keyboard.press(editor.focusProxy(), Qt.Key.Key_Return, "\r")
    desk.settle()
    values = desk.values(dossier)
    assert values["product.set"] == "che-tuoi-che-che-bien"
    assert str(values["product.classification"]).endswith("Chè tươi, chế biến")


def test_workers_give_the_share(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX", product__set="che-tuoi-che-che-bien")
    open_(page, desk, dossier, "dossier.workers_total")
    for key, typed in (("dossier.workers_total", "24"), ("dossier.workers_local", "19")):
        editor = page.draft.editor(key)
        assert editor is not None and editor.focusProxy() is not None
        page.show_field(key)
        keyboard.keys(editor.focusProxy(), typed)
    ratio = page.findChild(QWidget, "workers.ratio")
    assert ratio is not None and ratio.property("text") == "79,2 %"


def test_matters_are_walked_by_keys_and_a_model_sentence_can_be_undone(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier, "dossier.matter.nguyen_lieu.found")
    step = page.show_step("assessment")
    assert isinstance(step, AssessmentTab)
    page.show_field("dossier.matter.nguyen_lieu.found")
    editor = page.draft.editor("dossier.matter.nguyen_lieu.found")
    assert isinstance(editor, LinesEditor)
    keyboard.unikey(editor.lines, "Đã xem.")
    editor.lines.insert_sentence("Tỷ lệ là …%.")
    assert editor.text() == "Đã xem. Tỷ lệ là …%."
    assert editor.lines.textCursor().selectedText() == "…"
    editor.lines.undo()
    assert editor.text() == "Đã xem."
    step._step(1)
    later = page.draft.editor("dossier.matter.lao_dong.described")
    assert later is not None and later.has_focus()


def test_a_pause_needs_a_reason_and_says_what_to_do(page: DossierPage, desk: Desk) -> None:
    class Answers(ask.Asker):
        """Gives a reason."""

        def reason(self, parent: QWidget | None, title: str, words: str, accept: str) -> str | None:
            return "Thiếu phiếu kiểm nghiệm"

    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier)
    with ask.answered(Answers()):
        child(page, "dossier.pause").click()
    desk.settle()
    assert not page.draft.locked, "a paused dossier can still be typed in"
    assert child(page, "dossier.act").isVisible()
    child(page, "dossier.act").click()
    desk.settle()
    assert page._page is not None and page._page.state == "open"


def test_a_sealed_dossier_is_read_only_and_goes_on_to_the_province(page: DossierPage, desk: Desk) -> None:
    dossier = whole(desk)
    open_(page, desk, dossier)
    child(page, "print.seal").click()
    desk.settle()
    assert page.draft.locked
    why = page.findChild(QLabel, "dossier.why")
    assert isinstance(why, QLabel) and "chỉ đọc" in why.text()
    page.show_field("product.name")
    editor = page.draft.editor("product.name")
    assert editor is not None and editor.focusProxy() is not None
    before = editor.text()
    keyboard.unikey(editor.focusProxy(), "đổi")
    assert editor.text() == before
    page.show_step("send")
    child(page, "send.hand_over").click()
    desk.settle()
    assert page._page is not None and page._page.state == "handed_over"


def test_a_seal_that_is_refused_goes_to_the_first_missing_field(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier)
    page.show_step("print")
    page._acts.seal()
    desk.settle()
    assert page.step == "registration"


def test_files_are_dropped_pasted_removed_and_brought_back(page: DossierPage, desk: Desk, tmp_path: Path) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier)
    step = page.show_step("components")
    assert isinstance(step, ComponentsTab)
    scan = tmp_path / "Phiếu kiểm nghiệm.pdf"
    scan.write_bytes(PDF)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(scan))])
    step._rows["12"].offered.emit("12", mime)
    picture = QMimeData()
    picture.setImageData(QImage(40, 30, QImage.Format.Format_RGB32))
    step._rows["10"].offered.emit("10", picture)
    desk.settle()
    assert page._page is not None
    assert {(file.row, file.name.partition(" ")[0]) for file in page._page.evidence} == {("12", "Phiếu"), ("10", "Ảnh")}
    assert desk.values(dossier)["dossier.evidence.12"] == "have"
    file = next(file for file in page._page.evidence if file.row == "12")
    child(step, f"file.{file.id}.remove").click()
    desk.settle()
    assert not [file for file in page._page.evidence if file.row == "12"]
    child(step, "evidence.12.undo").click()
    desk.settle()
    assert [file.name for file in page._page.evidence if file.row == "12"] == ["Phiếu kiểm nghiệm.pdf"]


def test_a_lighter_copy_of_a_scan_is_offered_and_replaces_the_original_only_when_taken(
    page: DossierPage, desk: Desk, tmp_path: Path
) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier)
    step = page.show_step("components")
    assert isinstance(step, ComponentsTab)
    scan = tmp_path / "Giấy phép.pdf"  # its name lies: it is a picture
    with Image.effect_noise((1200, 1700), 60) as noise:
        noise.convert("RGB").save(scan, "PNG", dpi=(300, 300))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(scan))])
    step._rows["12"].offered.emit("12", mime)
    desk.settle()
    assert page._page is not None
    (file,) = page._page.evidence
    assert (file.name, file.pages, file.size) == ("Giấy phép.png", 1, scan.stat().st_size)
    problem = step.findChild(QLabel, "evidence.12.problem")
    assert problem is not None and "Giấy phép.png" in problem.text()
    total = step.findChild(QLabel, "evidence.total")
    assert total is not None and "1 tệp, 1 trang" in total.text() and "tỉnh chưa đặt" in total.text()
    child(step, f"file.{file.id}.keep").click()
    child(step, f"file.{file.id}.lighten").click()
    desk.settle()
    assert page._page.evidence == (file,), "nothing is changed by looking for a lighter copy"
    child(step, f"file.{file.id}.accept").click()
    desk.settle()
    (now,) = page._page.evidence
    assert now.name == "Giấy phép.pdf" and now.pages == 1 and now.size < file.size
    child(step, "evidence.12.undo").click()
    desk.settle()
    assert {each.size for each in page._page.evidence} == {now.size, file.size}, "the original can be brought back"


def test_a_file_that_cannot_be_taken_has_its_sentence_on_its_row(page: DossierPage, desk: Desk, tmp_path: Path) -> None:
    open_(page, desk, desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà"))
    step = page.show_step("components")
    assert isinstance(step, ComponentsTab)
    empty = tmp_path / "trống.pdf"
    empty.write_bytes(b"")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(empty))])
    step._rows["01"].offered.emit("01", mime)
    desk.settle()
    problem = step.findChild(QLabel, "evidence.01.problem")
    assert isinstance(problem, QLabel) and problem.isVisible() and "trống" in problem.text()


def test_rows_are_decided_by_keys(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier, "dossier.evidence.01")
    step = page.show_step("components")
    assert isinstance(step, ComponentsTab)
    page.show_field("dossier.evidence.01")
    assert step._rows["01"].hasFocus()
    keyboard.press(step._rows["01"], Qt.Key.Key_3, "3")
    keyboard.press(step._rows["01"], Qt.Key.Key_Return, "\r")
    assert step._rows["02"].hasFocus()
    keyboard.press(step._rows["02"], Qt.Key.Key_2, "2")
    desk.settle()
    values = desk.values(dossier)
    assert (values["dossier.evidence.01"], values["dossier.evidence.02"]) == ("not_applicable", "missing")


def test_enter_alone_walks_a_step_to_the_next(page: DossierPage, desk: Desk, qtbot: QtBot) -> None:
    open_(page, desk, desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà"), "producer.name")
    walked = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused.objectName())
        keyboard.press(focused, Qt.Key.Key_Return, "\r")
        if page.step == "components":
            break
    assert page.step == "components", walked
    assert "dossier.received_on.line" in walked
    desk.settle()
    focused = QApplication.focusWidget()
    assert focused is not None and focused.objectName().startswith("evidence.mau-01")


def test_history_is_told_in_words(page: DossierPage, desk: Desk) -> None:
    dossier = whole(desk)
    open_(page, desk, dossier)
    child(page, "print.seal").click()
    desk.settle()
    step = page.show_step("history")
    desk.settle()
    lines = [label.text() for label in step.findChildren(QLabel)]
    assert "Chốt báo cáo, lần 1" in lines
    assert "Nhận hồ sơ" in lines
    assert not [line for line in lines if line.startswith(("dossier.", "evidence.", "edit"))]


def test_a_newer_version_is_offered_not_forced(page: DossierPage, desk: Desk) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    open_(page, desk, dossier, "producer.address")
    editor = page.draft.editor("producer.address")
    assert editor is not None and editor.focusProxy() is not None
    keyboard.unikey(editor.focusProxy(), "Thôn Tân Lập")
    desk.write(lambda db: dossiers.save_draft(db, dossier, {"producer.phone": "0912 345 678"}, {}))
    desk.office.jobs.changed.emit(dossiers.Changes(dossiers=frozenset({dossier})))
    desk.settle()
    assert editor.text() == "Thôn Tân Lập"
    assert page.draft.text("producer.phone") == ""
    assert child(page, "dossier.reload").isVisible()
    child(page, "dossier.reload").click()
    desk.settle()
    assert page.draft.text("producer.phone") == "0912 345 678"
    assert desk.values(dossier)["producer.address"] == "Thôn Tân Lập"


def test_reception_needs_only_enter(page: DossierPage, desk: Desk, qtbot: QtBot) -> None:
    desk.receive(product__name="Chè xanh", producer__name="Hợp tác xã Sơn Trà", producer__address="Thôn Tân Lập")
    page.start_new()
    dialog = page._receiving
    assert dialog is not None
    desk.settle()
    name = dialog._editor_of("producer.name")
    keyboard.unikey(name.focusProxy(), "son tra")
    suggestions = name._suggest.list  # type: ignore[attr-defined]
    qtbot.waitUntil(suggestions.isVisible)
    keyboard.press(name.focusProxy(), Qt.Key.Key_Down)
    keyboard.press(name.focusProxy(), Qt.Key.Key_Return, "\r")
    assert name.text() == "Hợp tác xã Sơn Trà"
    keyboard.unikey(dialog._editor_of("product.name").focusProxy(), "Chè Shan tuyết")
    keyboard.press(dialog._editor_of("product.name").focusProxy(), Qt.Key.Key_Return, "\r")
    keyboard.keys(dialog._editor_of("product.set").focusProxy(), "11")
    keyboard.press(dialog._editor_of("product.set").focusProxy(), Qt.Key.Key_Return, "\r")
    dialog.accept()
    desk.settle()
    values = desk.values(page.draft.dossier)
    assert values["producer.address"] == "Thôn Tân Lập", "the known producer's record is used again"
    assert values["product.name"] == "Chè Shan tuyết"
    assert values["product.set"] == "che-tuoi-che-che-bien"
    assert values["dossier.received_on"] == NOW.date().isoformat()
    assert values["dossier.kind"] == "lan-dau"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("width", [1170, 714])
def test_every_step_fits_its_window(page: DossierPage, desk: Desk, step: str, width: int) -> None:
    open_(page, desk, desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà"))
    page.resize(width, 500)
    page.show_step(step)
    desk.settle()
    assert page.width() <= width
    assert not page.grab().isNull()
