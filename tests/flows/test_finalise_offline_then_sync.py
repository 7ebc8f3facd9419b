"""A commune officer's first dossier, in the window: offline until the last step, then the province's receipt in hand."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop import legal
from ocop_desktop.actions import dossiers, listing, office, sample
from ocop_desktop.actions.dossiers import DossierPage as Stored
from ocop_desktop.domain.text import clean
from ocop_desktop.ui import sample_office
from ocop_desktop.ui.components_tab import ComponentsTab
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.fields import Editor
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.preview import Preview
from ocop_desktop.ui.receive_dialog import ReceiveDialog
from tests.kit import keyboard
from tests.kit.window import a_window, child, rest


class Officer:
    """Uses the window with a keyboard, and drops scans on rows."""

    def __init__(self, window: MainWindow, database: Path) -> None:
        self.window, self.database = window, database
        self.key = office.unlock(database, sample.PASSPHRASE)

    @property
    def page(self) -> DossierPage:
        """The dossier's page."""
        assert self.window.workspace is not None
        found = self.window.workspace.page("dossier")
        assert isinstance(found, DossierPage)
        return found

    def rest(self, ready: Callable[[], object] = lambda: True) -> None:
        """Wait until the window has nothing to do."""
        rest(self.window, ready)

    def press(self, name: str) -> None:
        """A button, by the space bar."""
        button = child(self.window, name, QPushButton)
        assert button.isEnabled(), name
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.rest()

    def fill(self, key: str, words: str) -> None:
        """Type into a field that is still empty; choices are chosen."""
        assert self.page.show_field(key), key
        editor = self.page.draft.editor(key)
        assert isinstance(editor, Editor)
        if editor.field.kind in {"choice", "tick"}:
            self.page.draft.put(key, True if editor.field.kind == "tick" else words)
        elif not editor.text():
            keyboard.unikey(_inside(editor), clean(words).strip())

    def drop(self, row: str, file: Path) -> None:
        """Drop a scan on a row."""
        tab = self.page.show_step("components")
        assert isinstance(tab, ComponentsTab)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        tab._rows[row].offered.emit(row, mime)
        self.rest()

    def stored(self) -> Stored:
        """What is on the disk."""
        db = office.open_reader(self.database, self.key)
        try:
            return dossiers.open_dossier(db, self.page.draft.dossier)
        finally:
            db.close()


def _inside(editor: Editor) -> QWidget:
    return editor.focusProxy() or editor


@pytest.fixture
def officer(qtbot: QtBot, home: Path) -> Iterator[Officer]:
    """An officer in front of a new, empty, unlocked office."""
    database = home / "ocop.db"
    office.create_office(database, sample.sample().set_up())
    with a_window(database) as window:
        line = child(window, "passphrase", QLineEdit)
        line.setText(sample.PASSPHRASE)
        QTest.keyClick(line, Qt.Key.Key_Return)
        rest(window, lambda: window.workspace is not None)
        yield Officer(window, database)


def _receive(officer: Officer) -> None:
    """Ctrl N, the answers, Enter to the end."""
    taken = sample.sample()
    QTest.keyClick(officer.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    officer.rest(lambda: [d for d in officer.window.findChildren(ReceiveDialog) if d.isVisible()])
    [dialog] = [made for made in officer.window.findChildren(ReceiveDialog) if made.isVisible()]
    for words in (taken.values["producer.name"], taken.values["product.name"], "11"):
        focused = QApplication.focusWidget()
        assert focused is not None
        keyboard.unikey(focused, str(words))
        officer.rest()
        keyboard.press(focused, Qt.Key.Key_Return, "\r")
    dialog.accept()
    officer.rest(lambda: officer.page.draft.dossier)


def _paper(officer: Officer) -> str:
    """The text of the preview on screen; closes it."""
    [preview] = [made for made in officer.window.findChildren(Preview) if made.isVisible()]
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(preview._paper.data)).pages)
    preview.reject()
    officer.window.activateWindow()  # what a window manager does when a dialog closes
    officer.rest()
    return text


def test_from_the_counter_to_the_receipt(officer: Officer, tmp_path: Path) -> None:
    taken = sample.sample()
    _receive(officer)
    received = officer.stored()
    assert received.stage == "checking" and received.values["product.set"] == "che-tuoi-che-che-bien"
    assert received.days_left == 15

    for field in legal.form("qd-26-2026/mau-01").fields():
        if field.key in taken.values:
            officer.fill(field.key, str(taken.values[field.key]))
    scan = tmp_path / "Bản quét.pdf"
    for number, row in enumerate(("mau-01", "mau-02", "05", "12")):
        scan.write_bytes(b"%PDF-1.4\n%" + str(number).encode() + b"\n%%EOF\n")
        officer.drop(row, scan)
    for row in range(1, 16):
        if row not in {5, 12}:
            officer.page.draft.put(f"dossier.evidence.{row:02d}", "not_applicable")
    for key in ("dossier.paper_set", "dossier.electronic_set"):
        officer.page.draft.put(key, True)
    for key, value in taken.values.items():
        if key.startswith("dossier.matter."):
            officer.fill(key, str(value))
    officer.page.leave()
    officer.rest()
    ready = officer.stored()
    assert [problem.code for problem in ready.problems] == [] and ready.stage == "assessing"
    assert len(ready.evidence) == 4

    officer.page.show_step("print")
    officer.press("print.report")
    assert "BẢN NHÁP" in _paper(officer)
    officer.press("print.seal")
    officer.press("print.report")
    printed = _paper(officer)
    assert "BẢN NHÁP" not in printed and "Hợp tác xã Sơn Trà" in printed
    officer.page.show_step("send")
    officer.press("send.hand_over")
    assert officer.stored().stage == "handed_over", "queued, with no line at all"

    with sample_office.province(tmp_path / "province", taken.unit, "Xã Tân Trào") as (address, code):
        assert officer.window.workspace is not None
        officer.window.workspace.show_page("sync")
        officer.rest()
        for name, words in (("server", address), ("code", code())):
            line = child(officer.window, name, QLineEdit)
            line.clear()
            keyboard.keys(line, words)
        officer.press("enrol")
        officer.rest(lambda: officer.window.findChild(QPushButton, "start-sync").isVisible())  # type: ignore[union-attr]
        QTest.keyClick(officer.window, Qt.Key.Key_F5)
        officer.rest(lambda: officer.stored().sync.state == "at_province")

    done = officer.stored()
    assert done.stage == "at_province" and done.sync.at and done.sync.revision >= 1
    db = office.open_reader(officer.database, officer.key)
    [row] = listing.rows(db, listing.order(db, listing.Query(search="che shan tuyet")))
    db.close()
    assert (row.sync, row.files, row.files_done) == ("at_province", 4, 4)
    officer.window.workspace.show_page("dossier")
    officer.rest()
    officer.page.show_step("send")
    officer.rest()
    officer.press("send.receipt")
    assert "BIÊN NHẬN ĐỒNG BỘ" in _paper(officer)
