"""The open window: pages, search, lock, exchange, preview, settings; on a filled office."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import documents, office
from ocop_desktop.actions.exchange import Progress
from ocop_desktop.errors import Environment, Refused
from ocop_desktop.signing.foreign import Foreign
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, preferences, sample_office
from ocop_desktop.ui.main_window import MainWindow
from ocop_desktop.ui.pages import Pages, print_pages
from ocop_desktop.ui.preview import Preview
from ocop_desktop.ui.single import SingleInstance
from ocop_desktop.ui.sync_page import SyncPage
from ocop_desktop.ui.sync_rows import SyncTable
from ocop_desktop.ui.workspace import Workspace
from tests.kit import keyboard
from tests.kit.window import a_window, child, dialogs, rest


class Answers(ask.Asker):
    """Answers instead of a person, and remembers what was said."""

    def __init__(self, path: Path | None = None) -> None:
        self.said: list[str] = []
        self.path = path

    def tell(self, parent: QWidget | None, title: str, words: str, *, warning: bool = False) -> None:
        self.said.append(words)

    def report(self, parent: QWidget | None, place: str, report: str) -> None:
        self.said.append(report)

    def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        return self.path

    def open_paths(self, parent: QWidget | None, title: str, kinds: str) -> Sequence[Path]:
        return ()

    def printer(self, parent: QWidget | None, printer: QPrinter, title: str) -> bool:
        assert self.path is not None
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        return True


@pytest.fixture
def window(qtbot: QtBot, home: Path) -> Iterator[MainWindow]:
    database = home / "ocop.db"
    passphrase = sample_office.create(database)
    key = office.unlock(database, passphrase)
    db = office.open_writer(database, key)
    sample_office.fill(db)
    db.close()
    with a_window(database) as made:
        child(made, "passphrase", QLineEdit).setText(passphrase)
        child(made, "open", QPushButton).click()
        rest(made, lambda: made.workspace is not None)
        yield made


def space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def read(window: MainWindow, query: Callable[[Db], object]) -> object:
    found: list[object] = []
    window.jobs.read(query, found.append)
    rest(window, lambda: bool(found))
    return found[0]


def test_today_shows_what_is_due_and_opens_it(window: MainWindow) -> None:
    workspace = space(window)
    assert workspace.shown == "today"
    assert workspace.rail.entry("dossiers").count == len(sample_office.CASES) + 1
    assert workspace.rail.entry("today").count > 0
    assert child(window, "go-on", QPushButton).isEnabled()
    child(window, "go-on", QPushButton).click()
    rest(window)
    assert workspace.shown == "dossier"


def test_search_finds_without_accents_and_opens_by_keyboard(window: MainWindow) -> None:
    workspace = space(window)
    opened: list[object] = []
    assert window.office is not None
    window.office.open_dossier.connect(lambda dossier, field: opened.append(dossier))
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is workspace.finder
    keyboard.unikey(workspace.finder, "mật ong")
    rest(window, lambda: len(workspace.finder.found()) == 1)
    assert workspace.finder.text() == "mật ong"
    QTest.keyClick(workspace.finder, Qt.Key.Key_Return)
    rest(window)
    assert len(opened) == 1
    assert workspace.shown == "dossier"


def test_search_that_finds_nothing_says_so_and_closes(window: MainWindow) -> None:
    finder = space(window).finder
    finder.setFocus()
    keyboard.keys(finder, "khong co dau")
    rest(window, lambda: window.findChild(QWidget, "found").isVisible())
    assert finder.found() == []
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert not window.findChild(QWidget, "found").isVisible()
    assert finder.text() == "khong co dau"


def test_every_page_by_keyboard(window: MainWindow) -> None:
    """The first nine of the rail by their place in it; the exchange and the settings have keys of their own."""
    workspace = space(window)
    shown = ["today", "dossiers", "calendar", "register", "signed", "products", "programme", "reports", "duplicates"]
    keys = {name: (Qt.Key(Qt.Key.Key_0 + number), str(number)) for number, name in enumerate(shown, start=1)}
    keys |= {"sync": (Qt.Key.Key_0, "0"), "settings": (Qt.Key.Key_Comma, ",")}
    for page, (key, words) in keys.items():
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        rest(window)
        assert workspace.shown == page
        assert workspace.rail.entry(page).toolTip().endswith(f"Ctrl {words}")
        assert window.windowTitle().endswith("OCOP Desktop")
    QTest.keyClick(window, Qt.Key.Key_F1)
    rest(window)
    assert workspace.shown == "help"
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    rest(window, lambda: dialogs(window))
    assert workspace.shown == "help"
    dialogs(window)[0].reject()
    rest(window)
    assert workspace.shown == "help"


def test_rail_folds_and_remembers(window: MainWindow) -> None:
    wide = space(window).rail.width()
    child(window, "fold", QWidget).click()  # type: ignore[attr-defined]
    assert space(window).rail.width() < wide
    assert preferences.load().rail_folded


def test_settings_are_saved_as_they_are_typed(window: MainWindow) -> None:
    space(window).show_page("settings")
    rest(window)
    line = child(window, "signer-name", QLineEdit)
    line.setFocus()
    line.selectAll()
    keyboard.unikey(line, "Trần Thị Ngọc Ẩn")
    box = child(window, "recipients", QPlainTextEdit)
    box.setFocus()
    keyboard.keys(box, "Như trên;")
    child(window, "print-exact", QCheckBox).click()
    space(window).show_page("today")
    rest(window)
    values = read(window, office.office)
    assert isinstance(values, dict)
    assert values["office.signer_name"] == "Trần Thị Ngọc Ẩn"
    assert values["office.recipients"] == "Như trên;"
    assert values["office.print_exact"] is True


def test_every_settings_section_shows(window: MainWindow) -> None:
    workspace = space(window)
    workspace.show_page("settings")
    page = workspace.page("settings")
    for number in range(page.section_count):  # type: ignore[attr-defined]
        page.show_section(number)  # type: ignore[attr-defined]
        rest(window)
    page.show_section(6)  # type: ignore[attr-defined]
    assert "đúng như bản phát hành" in child(window, "law-result", QLabel).text()


def test_theme_and_language_are_kept(window: MainWindow) -> None:
    space(window).show_page("settings")
    space(window).page("settings").show_section(1)  # type: ignore[attr-defined]
    rest(window)
    theme = child(window, "theme", QComboBox)
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    assert preferences.load().theme == "dark"
    theme.setCurrentIndex(theme.findData("light"))
    theme.activated.emit(theme.currentIndex())
    rest(window)


def test_passphrase_changes_only_with_the_present_one(window: MainWindow, home: Path) -> None:
    space(window).show_page("settings")
    space(window).page("settings").show_section(2)  # type: ignore[attr-defined]
    for name, words in (
        ("passphrase-now", "sai bét"),
        ("passphrase", "mot cau moi han"),
        ("passphrase-again", "mot cau moi han"),
    ):
        child(window, name, QLineEdit).setText(words)
    change = child(window, "change-passphrase", QPushButton)
    change.click()
    rest(window, lambda: "chưa đúng" in child(window, "passphrase-note", QLabel).text())
    with pytest.raises(Refused):
        office.unlock(home / "ocop.db", "mot cau moi han")


def test_exchange_page_without_a_line_and_with_one(window: MainWindow, home: Path) -> None:
    workspace = space(window)
    workspace.show_page("sync")
    rest(window)
    page = workspace.page("sync")
    assert isinstance(page, SyncPage)
    assert not page.start.isVisible() and child(window, "enrol", QPushButton).isVisible()
    child(window, "server", QLineEdit).setText("http://127.0.0.1:9")
    child(window, "code", QLineEdit).setText("ABCD")
    child(window, "enrol", QPushButton).click()
    rest(window, lambda: window.findChild(QLabel, "enrol-problem").isVisible())
    assert "Chưa tới được máy chủ" in child(window, "enrol-problem", QLabel).text()
    with sample_office.province(home / "province", "02545", "Xã Tân Trào") as (address, code):
        child(window, "server", QLineEdit).setText(address)
        child(window, "code", QLineEdit).setText(code())
        child(window, "enrol", QPushButton).click()
        rest(window, page.start.isVisible)
        assert "Chờ gửi" in child(window, "sync-words", QLabel).text()
        QTest.keyClick(window, Qt.Key.Key_F5)
        rest(window, lambda: page.start.isEnabled() and "như nhau" in child(window, "sync-words", QLabel).text())
    assert child(window, "sync-rows", SyncTable).entries.rowCount() == len(sample_office.CASES) + 1
    assert workspace.rail.entry("sync").count == 0
    page.table.selectRow(0)
    child(window, "print-receipt", QPushButton).click()
    rest(window, lambda: dialogs(window))
    dialogs(window)[0].reject()
    page.synchronise()
    rest(window, lambda: page.start.isEnabled())
    assert "Chưa tới được máy chủ" in child(window, "sync-words", QLabel).text()


def test_steps_say_what_is_safe(window: MainWindow) -> None:
    page = space(window).page("sync")
    assert isinstance(page, SyncPage)
    page.steps.show_progress(Progress(step="send", done=3, total=3))
    page.steps.show_progress(
        Progress(step="files", done=14, total=52, bytes_done=10, bytes_total=61_000_010, seconds_left=1500)
    )
    words = page.steps.findChild(QLabel, "sync-words").text()
    assert "38 tệp" in words and "MB" in words and "an toàn" in words
    assert page.steps.findChild(QLabel, "sync-left").text() == "còn khoảng 25 phút"
    assert page.steps.findChild(QLabel, "step-send").text() == "✓ Gửi 3 nội dung"


def paper_of(window: MainWindow) -> documents.Paper:
    values = read(
        window, lambda db: documents.recovery_sheet(office.office(db), "ABCDE-FGHJK", sample_office.NOW.date())
    )
    assert isinstance(values, documents.Paper)
    return values


def test_preview_saves_the_same_bytes_and_prints_each_page(window: MainWindow, tmp_path: Path) -> None:
    paper = paper_of(window)
    with ask.answered(Answers(tmp_path / "Phiếu khóa.pdf")):
        preview = Preview(paper, window.jobs, window)
        taken: list[object] = []
        preview.taken.connect(taken.append)
        preview.open()
        rest(window)
        child(preview, "save", QPushButton).click()
        assert (tmp_path / "Phiếu khóa.pdf").read_bytes() == paper.data
        QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        printed = Pages(Foreign("khóa.pdf", (tmp_path / "Phiếu khóa.pdf").read_bytes()))
        assert preview.view.pages is not None
        assert len(printed) == len(preview.view.pages)
        assert abs(printed.size(0).width() - preview.view.pages.size(0).width()) < 2
        assert taken == ["file", "printer"]
        preview.reject()


def test_a_print_is_the_preview_in_the_same_place(window: MainWindow, tmp_path: Path) -> None:
    pages = Pages(Foreign("khóa.pdf", paper_of(window).data))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(150)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    print_pages(pages, printer)
    printed = Pages(Foreign("in.pdf", (tmp_path / "in.pdf").read_bytes()))
    size = printed.size(0).toSize()
    whole = QRect(QPoint(), size)
    first, second = pages.image(0, size, whole), printed.image(0, size, whole)
    dark = [_ink(image) for image in (first, second)]
    assert all(abs(a - b) <= 2 for a, b in zip(*dark, strict=True)), dark


def _ink(image: object) -> tuple[int, int, int, int]:
    """The box around everything that is not paper, in pixels."""
    points = [
        (x, y)
        for y in range(image.height())  # type: ignore[attr-defined]
        for x in range(image.width())  # type: ignore[attr-defined]
        if image.pixelColor(x, y).alpha() > 128 and image.pixelColor(x, y).lightness() < 128  # type: ignore[attr-defined]
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def test_errors_are_said_once_and_in_words(window: MainWindow) -> None:
    answers = Answers()
    with ask.answered(answers):
        window.jobs.failed.emit(Environment("disk.full"))
        assert "Ổ đĩa đã đầy" in answers.said[0]
        ask.show_fault("ValueError at x.py:1 in f", "report", window)
        ask.show_fault("ValueError at x.py:1 in f", "report", window)
        assert answers.said[1:] == ["report"]


def test_second_start_raises_the_first_window(qtbot: QtBot, home: Path) -> None:
    database = home / "ocop.db"
    first = SingleInstance(database)
    raised: list[bool] = []
    first.listen(lambda: raised.append(True))
    assert first.first
    code = (
        "import sys; from pathlib import Path; from ocop_desktop.ui import app;"
        f"sys.exit(app.start(database=Path({str(database)!r})))"
    )
    second = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
    qtbot.waitUntil(lambda: bool(raised), timeout=20_000)
    _out, said = second.communicate(timeout=20)
    assert second.returncode == 0
    assert "đang mở" in said.decode("utf-8")
    first.close()
    third = SingleInstance(database)
    assert third.first
    third.close()
