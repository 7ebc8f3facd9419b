"""Papers in the window: what is needed now, the print log, many dossiers at once, the Word file of a letter."""

import io
import zipfile
from pathlib import Path

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import documents
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.papers import registry
from ocop_desktop.ui import ask
from ocop_desktop.ui.dossier_list import DossierList
from ocop_desktop.ui.papers import words
from ocop_desktop.ui.papers.batch_dialog import BatchDialog
from ocop_desktop.ui.papers.card import PapersCard
from ocop_desktop.ui.preview import Preview
from tests.kit import keyboard
from tests.kit.desk import Desk


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def buttons(widget: QWidget) -> list[str]:
    return [button.objectName() for button in widget.findChildren(QPushButton)]


def test_every_paper_has_a_name_and_a_step_in_the_window() -> None:
    for paper in registry.PAPERS:
        assert words.title(paper.id) == paper.title
        assert words.step(paper.step)


def test_the_card_shows_what_is_needed_now_first_and_who_printed_what(desk: Desk, qtbot: QtBot) -> None:
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    card = PapersCard(desk.office)
    qtbot.addWidget(card)
    card.show_dossier(dossier)
    desk.settle()
    assert "Cần bây giờ" in labels(card) and "Đã in" not in labels(card)
    assert buttons(card)[0] == "print.paper.missing"
    assert "print.paper.receipt" not in buttons(card)
    with qtbot.waitSignal(card.wanted) as wanted:
        card.findChild(QPushButton, "print.paper.mau-01").click()  # type: ignore[union-attr]
    assert wanted.args == ["mau-01"]
    for _ in range(5):
        paper = desk.read(lambda db: registry.draw(db, "mau-01", [dossier]))
        desk.write(lambda db, paper=paper: documents.note_printed(db, paper, "printer"))  # type: ignore[misc]
    card.show_dossier(dossier)
    desk.settle()
    log = [label for label in labels(card) if "Phiếu đăng ký" in label]
    assert len(log) == 3 and "máy in" in log[0]
    card.findChild(QPushButton, "print.log").click()  # type: ignore[union-attr]
    assert len([label for label in labels(card) if "Phiếu đăng ký · máy in" in label]) >= 5


def test_several_rows_are_chosen_by_keys_and_printed_as_one_pdf(desk: Desk, qtbot: QtBot) -> None:
    for day in range(2, 6):
        desk.receive(product__name=f"Chè {day}", producer__name="HTX", dossier__received_on=f"2026-11-{day:02d}")
    page = DossierList(desk.office)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    desk.settle()
    for _ in range(2):
        keyboard.press(page.table, Qt.Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    assert page.table.chosen() == [0, 1, 2]
    page._print()
    qtbot.waitUntil(lambda: page._printing.dialog is not None)
    dialog = page._printing.dialog
    assert dialog is not None
    for name, ticked in (("mau-01", True), ("mau-03", True), ("cong-van-de-nghi", True), ("receipt", True)):
        box = dialog.findChild(QCheckBox, f"batch.{name}")
        assert isinstance(box, QCheckBox)
        box.setChecked(ticked)
    with qtbot.waitSignal(desk.office.print_requested, timeout=20_000) as asked:
        dialog.start()
    [paper] = asked.args
    assert isinstance(paper, Paper) and len(paper.holds) == 7
    text = " ".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(paper.data)).pages)
    assert text.count("PHIẾU ĐĂNG KÝ") == 3 and "cho 03 sản phẩm sau" in " ".join(text.split())
    assert "3 giấy chưa in được" in dialog._said.text()
    changes = desk.write(lambda db: documents.note_printed(db, paper, "printer"))
    assert len(changes.dossiers) == 3
    dialog.reject()


def test_a_batch_stops_when_it_is_told_to(desk: Desk, qtbot: QtBot) -> None:
    ids = [desk.receive(product__name=f"Chè {n}", producer__name="HTX") for n in range(6)]
    dialog = BatchDialog(desk.office, ids)
    qtbot.addWidget(dialog)
    dialog.show()
    got: list[object] = []
    dialog.drawn.connect(got.append)
    dialog.start()
    dialog.stop()
    desk.settle()
    assert dialog._said.text() == "Đã dừng. Chưa có gì được in." and not got
    assert dialog._start.isEnabled()
    for box in dialog._boxes.values():
        box.setChecked(False)
    assert not dialog._start.isEnabled()


class Saves(ask.Asker):
    def __init__(self, path: Path) -> None:
        self.path = path

    def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        return self.path


def test_a_letter_is_saved_as_word_and_its_table_as_excel(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    second = desk.receive(product__name="Mật ong", producer__name="HTX Sơn Trà")
    paper = desk.read(lambda db: registry.draw(db, "cong-van-de-nghi", [first, second]))
    preview = Preview(paper, desk.office.jobs)
    qtbot.addWidget(preview)
    preview.show()
    assert preview.findChild(QPushButton, "word").isVisible()  # type: ignore[union-attr]
    for name in ("de-nghi.docx", "de-nghi.xlsx"):
        with ask.answered(Saves(tmp_path / name)):
            preview.save_editable()
        assert zipfile.ZipFile(tmp_path / name).testzip() is None
    form = Preview(desk.read(lambda db: registry.draw(db, "mau-01", [first])), desk.office.jobs)
    qtbot.addWidget(form)
    form.show()
    assert not form.findChild(QPushButton, "word").isVisible()  # type: ignore[union-attr]


def test_the_list_still_prints_one_dossier_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
    page = DossierList(desk.office)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    desk.settle()
    with qtbot.waitSignal(desk.office.print_requested) as asked:
        page._print()
    assert asked.args is not None and asked.args[0].kind == "mau-03"
