"""The preview: pages as sharp as the screen, turned and sized by keys, and a file that cannot be read says so in its place."""

import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ocop_desktop.actions.documents import Paper
from ocop_desktop.signing.foreign import Foreign
from ocop_desktop.ui.page_view import PageView
from ocop_desktop.ui.pages import Pages
from ocop_desktop.ui.preview import Preview
from tests.actions.test_hostile_files import endless
from tests.kit.desk import Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot, home: Path) -> Iterator[Desk]:
    with a_desk(home) as made:
        yield made


def a_pdf(pages: int = 3, size: tuple[float, float] = (595, 842)) -> bytes:
    """Each page has a black square in its middle, a hair line, and its number."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    for number in range(pages):
        canvas.rect(size[0] / 2 - 50, size[1] / 2 - 50, 100, 100, stroke=0, fill=1)
        canvas.setLineWidth(0.2)
        canvas.line(100, 100, 300, 100)
        canvas.drawString(72, 700, f"Trang {number + 1}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def shown(desk: Desk, qtbot: QtBot, data: bytes) -> Preview:
    preview = Preview(Paper(name="giấy.pdf", title="Giấy", data=data), desk.office.jobs)
    qtbot.addWidget(preview)
    preview.resize(1000, 700)
    preview.show()
    desk.settle()
    return preview


def where(preview: Preview) -> str:
    from PySide6.QtWidgets import QLabel

    return preview.findChild(QLabel, "where").text()  # type: ignore[union-attr]


def test_keys_turn_the_pages_wherever_the_focus_is(desk: Desk, qtbot: QtBot) -> None:
    preview = shown(desk, qtbot, a_pdf(3))
    assert where(preview) == "Trang 1/3"
    QTest.keyClick(preview.view, Qt.Key.Key_Right)
    assert where(preview) == "Trang 2/3"
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert where(preview) == "Trang 3/3"
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert where(preview) == "Trang 1/3"
    for _ in range(3):
        QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert where(preview) == "Trang 2/3"
    desk.settle()
    assert preview.view.drawn


def test_keys_make_pages_larger_and_fit_them_again(desk: Desk, qtbot: QtBot) -> None:
    preview = shown(desk, qtbot, a_pdf(2))
    wide = preview.view.factor
    QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.factor == pytest.approx(wide * 1.25)
    QTest.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.factor == pytest.approx(wide)
    QTest.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    preview.view.fit(whole=True)
    assert preview.view.factor < wide
    desk.settle()
    assert preview.view.drawn
    for _ in range(30):
        preview.view.zoom(1.25)
    assert preview.view.factor == 4.0
    desk.settle()
    assert preview.view.drawn


def test_what_is_on_screen_is_the_page_dot_for_dot(desk: Desk, qtbot: QtBot) -> None:
    """No picture is stretched: what stands on screen is what was drawn at that size, a hair line stays a line."""
    data = a_pdf(1)
    preview = shown(desk, qtbot, data)
    view = preview.view
    ratio = view.devicePixelRatioF()
    grabbed = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    place = view._places[0]
    whole = QSize(round(place.width() * ratio), round(place.height() * ratio))
    high = grabbed.height() - round(place.top() * ratio)
    straight = Pages(Foreign("x.pdf", data)).image(0, whole, QRect(0, 0, whole.width(), high))
    there = grabbed.copy(QRect(round(place.left() * ratio), round(place.top() * ratio), whole.width(), high))
    assert there.size() == straight.size()
    assert bytes(there.constBits()) == bytes(straight.convertToFormat(QImage.Format.Format_RGB32).constBits())


def test_a_paper_of_hundreds_of_pages_draws_only_what_is_seen(desk: Desk, qtbot: QtBot) -> None:
    preview = shown(desk, qtbot, a_pdf(300))
    view = preview.view
    assert view.pages is not None
    assert len(view.pages) == 300
    view.go_to(200)
    desk.settle()
    assert view.page == 200
    assert {tile.page for tile in view._kept} <= {0, 1, 2, 200, 201, 202}


def test_a_file_made_to_hurt_is_said_in_place_of_its_pages(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("ocop_desktop.signing.foreign.SECONDS", 5)
    view = PageView(Foreign("giấy lạ.pdf", endless(self_calling=False)), desk.office.jobs)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    qtbot.waitUntil(lambda: bool(view.problem), timeout=60_000)
    assert "giấy lạ.pdf" in view.problem
    assert view.accessibleDescription() == view.problem
    assert "late" in caplog.text and "giấy" not in caplog.text
    good = shown(desk, qtbot, a_pdf(1))
    assert where(good) == "Trang 1/1"


def test_a_preview_that_is_closed_while_it_draws_leaves_nothing_behind(desk: Desk, qtbot: QtBot) -> None:
    preview = Preview(Paper(name="giấy.pdf", title="Giấy", data=a_pdf(5)), desk.office.jobs)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.show()
    preview.reject()
    qtbot.wait(50)
    desk.settle()


def test_a_scan_is_on_screen_at_once(desk: Desk, qtbot: QtBot) -> None:
    """With the reader warm: opening and the first page of an A4 scan of 200 dpi in colour."""
    from PIL import Image

    made = io.BytesIO()
    Image.effect_noise((1654, 2339), 40).convert("RGB").save(made, "PDF", resolution=200)
    shown(desk, qtbot, a_pdf(1))
    began = time.monotonic()
    preview = shown(desk, qtbot, made.getvalue())
    assert preview.view.drawn
    assert time.monotonic() - began < 3  # 0.3 s on a core of its own
