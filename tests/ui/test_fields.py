"""Every editor takes every way of typing, keeps undo, and is never rewritten under the typist's hands."""

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.domain.forms import Choice, Field
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.ui import fields
from ocop_desktop.ui.form_view import FieldBox
from tests.kit import keyboard

SENTENCES = [
    "Chè Shan tuyết Hồng Thái",
    "Nguyễn Thị Đường, thôn Khuổi Phầy",
    "Thu nhập bình quân 6,2 triệu đồng/tháng",
    "ƯỚC TÍNH TRỮ LƯỢNG; Ẩm thực của người Dao đỏ",
]
TEXT_KINDS = ["text", "lines"]
CHOICES = (Choice(value="nam", label="Nam"), Choice(value="nu", label="Nữ"))
MANY = tuple(Choice(value=f"loai-{n}", label=f"Loại hình tổ chức số {n}") for n in range(8))


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    """A window with the focus, where editors are put."""
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def put(stage: QWidget, kind: str, **more: object) -> fields.Editor:
    """An editor on the stage, with the focus."""
    editor = fields.editor(Field(key=f"product.{kind}", label="Mục", kind=kind, **more))  # type: ignore[arg-type]
    layout = stage.layout()
    assert layout is not None
    layout.addWidget(editor)
    editor.show()
    editor.setFocus()
    return editor


def bare(editor: fields.Editor) -> QLineEdit | QPlainTextEdit:
    """The input the keys go to."""
    widget = editor.focusProxy()
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    return widget


def test_every_kind_has_an_editor() -> None:
    """The registry of editors is the registry of kinds."""
    assert set(fields.EDITORS) == set(KINDS)


@pytest.mark.parametrize("typist", keyboard.TYPISTS)
@pytest.mark.parametrize("kind", TEXT_KINDS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_vietnamese_arrives_as_typed(stage: QWidget, typist: str, kind: str, sentence: str) -> None:
    editor = put(stage, kind)
    keyboard.TYPISTS[typist](bare(editor), sentence)
    assert editor.text() == sentence
    assert editor.reading().value == unicodedata.normalize("NFC", sentence)


@pytest.mark.parametrize("typist", keyboard.TYPISTS)
@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("date", "9/3/2026", "2026-03-09"),
        ("money", "3.000.000.000", 3_000_000_000),
        ("count", "24", 24),
        ("percent", "79,2", 7920),
        ("year", "2026", 2026),
        ("phone", "0912 345 678", "0912 345 678"),
        ("email", "htx.sontra@gmail.com", "htx.sontra@gmail.com"),
    ],
)
def test_numbers_dates_and_addresses(stage: QWidget, typist: str, kind: str, typed: str, value: object) -> None:
    editor = put(stage, kind)
    keyboard.TYPISTS[typist](bare(editor), typed)
    assert editor.text() == typed, "the text stays as typed while the field has the focus"
    assert editor.reading().value == value


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_unikey_in_the_middle_of_a_text(stage: QWidget, kind: str) -> None:
    editor = put(stage, kind)
    keyboard.keys(bare(editor), "XY")
    keyboard.press(bare(editor), Qt.Key.Key_Left)
    keyboard.unikey(bare(editor), "tiếng")
    assert editor.text() == "XtiếngY"


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_a_word_under_composition_is_read_but_not_disturbed(stage: QWidget, kind: str) -> None:
    editor = put(stage, kind)
    edits: list[str] = []
    editor.edited.connect(lambda: edits.append(editor.text()))
    keyboard.keys(bare(editor), "ngày ")
    keyboard.begin_composing(bare(editor), "tiê")
    assert editor.text() == "ngày tiê"
    assert edits[-1] == "ngày tiê"
    keyboard.commit(bare(editor), "tiếng")
    assert editor.text() == "ngày tiếng"
    assert edits[-1] == "ngày tiếng"


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_nothing_is_loaded_under_the_hands(stage: QWidget, kind: str) -> None:
    editor = put(stage, kind)
    keyboard.unikey(bare(editor), "đang viết")
    assert editor.load("từ máy khác") is False
    assert editor.text() == "đang viết"


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_undo_takes_back_what_was_typed(stage: QWidget, kind: str) -> None:
    editor = put(stage, kind)
    editor.load("", under_hands=True)
    keyboard.unikey(bare(editor), "Chè xanh")
    for _ in range(40):
        bare(editor).undo()
    assert editor.text() == ""
    for _ in range(40):
        bare(editor).redo()
    assert editor.text() == "Chè xanh"


def test_decomposed_paste_is_read_composed(stage: QWidget) -> None:
    editor = put(stage, "text")
    line = bare(editor)
    assert isinstance(line, QLineEdit)
    line.insert(unicodedata.normalize("NFD", "Tổ hợp tác"))
    assert editor.reading().value == "Tổ hợp tác"


def test_a_date_is_written_out_only_after_it_is_left(stage: QWidget, qtbot: QtBot) -> None:
    date = put(stage, "date")
    after = put(stage, "text")
    date.setFocus()
    keyboard.keys(bare(date), "09032026")
    assert date.text() == "09032026"
    after.setFocus()
    assert date.text() == "09/03/2026"
    bare(date).undo()
    assert date.text() == "09032026"


def test_text_that_is_not_a_value_is_kept_with_its_reason(stage: QWidget) -> None:
    editor = put(stage, "date")
    keyboard.keys(bare(editor), "cuối tháng")
    reading = editor.reading()
    assert (reading.value, reading.unparsed) == (None, "cuối tháng")
    assert reading.refused is not None and reading.refused.code == "field.date.unreadable"


def test_the_problem_is_said_below_the_field_after_leaving_it(stage: QWidget) -> None:
    field = Field(key="dossier.received_on", label="Ngày nhận", kind="date")
    box = FieldBox(field, fields.editor(field))
    layout = stage.layout()
    assert layout is not None
    layout.addWidget(box)
    box.show()
    other = put(stage, "text")
    problem = box.findChild(QWidget, "dossier.received_on.problem")
    assert problem is not None
    box.editor.setFocus()
    keyboard.keys(bare(box.editor), "31/2/2026")
    assert problem.isHidden(), "no problem is shown while the person types"
    other.setFocus()
    assert not problem.isHidden()
    box.editor.setFocus()
    keyboard.press(bare(box.editor), Qt.Key.Key_Home)
    keyboard.press(bare(box.editor), Qt.Key.Key_Delete)
    keyboard.press(bare(box.editor), Qt.Key.Key_Delete)
    keyboard.keys(bare(box.editor), "28")
    assert problem.isHidden(), "a mended problem goes away at once"


def test_too_long_is_a_problem_not_a_wall(stage: QWidget) -> None:
    editor = put(stage, "text", max_length=6)
    keyboard.unikey(bare(editor), "tiếng Việt")
    assert editor.text() == "tiếng Việt"
    refused = editor.reading().refused
    assert refused is not None and refused.code == "field.too_long"


def test_enter_goes_to_the_next_field_and_makes_a_line_in_long_texts(stage: QWidget) -> None:
    first = put(stage, "text")
    long = put(stage, "lines")
    last = put(stage, "count")
    first.setFocus()
    keyboard.press(bare(first), Qt.Key.Key_Return, "\r")
    assert long.has_focus()
    keyboard.keys(bare(long), "a\nb")
    assert long.text() == "a\nb"
    keyboard.press(bare(long), Qt.Key.Key_Tab, "\t")
    assert last.has_focus()


def test_few_answers_are_radios_and_work_by_keyboard(stage: QWidget) -> None:
    editor = put(stage, "choice", choices=CHOICES)
    after = put(stage, "text")
    assert isinstance(editor, fields.RadioEditor)
    editor.setFocus()
    assert editor.reading().value is None
    proxy = editor.focusProxy()
    assert proxy is not None
    keyboard.press(proxy, Qt.Key.Key_Return)
    assert editor.reading().value == "nam"
    assert after.has_focus()


def test_many_answers_are_a_list_that_the_wheel_cannot_change(stage: QWidget) -> None:
    editor = put(stage, "choice", choices=MANY)
    assert isinstance(editor, fields.ComboEditor)
    keyboard.press(editor.combo, Qt.Key.Key_Down)
    assert editor.reading().value == "loai-0"
    keyboard.press(editor.combo, Qt.Key.Key_Delete)
    assert editor.reading().value is None


def test_an_unknown_stored_answer_is_not_lost(stage: QWidget) -> None:
    editor = put(stage, "choice", choices=MANY)
    editor.load("loai-cu", under_hands=True)
    assert editor.text() == "loai-cu"


def test_long_texts_grow(stage: QWidget) -> None:
    editor = put(stage, "lines")
    before = bare(editor).height()
    keyboard.keys(bare(editor), "một\nhai\nba\nbốn\nnăm\nsáu")
    assert bare(editor).minimumHeight() > before


def test_a_locked_field_can_be_read_and_not_changed(stage: QWidget) -> None:
    editor = put(stage, "text")
    editor.load("đã chốt", under_hands=True)
    editor.lock(True)
    keyboard.unikey(bare(editor), "đổi")
    assert editor.text() == "đã chốt"
