"""What is typed is on the disk: after a pause, on leaving, on closing; as typed; and the field is never disturbed."""

import unicodedata

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import dossiers
from ocop_desktop.domain.forms import Field, Section
from ocop_desktop.errors import Environment
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.draft import AFTER_FIRST_KEY_MS, Draft, Save
from ocop_desktop.ui.form_view import FormView
from tests.kit import keyboard
from tests.kit.desk import Desk

SECTION = Section(
    key="product",
    title="Sản phẩm",
    fields=(
        Field(key="product.name", label="Tên sản phẩm"),
        Field(key="product.description", label="Mô tả", kind="lines"),
        Field(key="dossier.meeting.date", label="Ngày họp", kind="date"),
        Field(key="dossier.workers_total", label="Lao động", kind="count"),
    ),
)


class Typing:
    """A form over a draft, on screen, with a dossier open."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà")
        self.form = FormView(Draft(desk.office))
        self.draft = self.form._draft
        self.draft.setParent(self.form)
        self.form.add_section(SECTION)
        qtbot.addWidget(self.form)
        self.form.resize(700, 500)
        self.form.show()
        self.form.activateWindow()
        qtbot.waitUntil(self.form.isActiveWindow)
        self.open()

    def open(self) -> None:
        """Open the dossier as it is on the disk."""
        page = self.desk.read(lambda db: dossiers.open_dossier(db, self.dossier))
        self.draft.open(page.id, page.values, page.unparsed, locked=False)

    def line(self, key: str) -> QWidget:
        """The input of a field, with the focus."""
        assert self.form.show_field(key)
        editor = self.draft.editor(key)
        assert editor is not None and editor.focusProxy() is not None
        return editor.focusProxy()


@pytest.fixture
def typing(desk: Desk, qtbot: QtBot) -> Typing:
    return Typing(desk, qtbot)


@pytest.mark.parametrize("typist", keyboard.TYPISTS)
@pytest.mark.parametrize("key", ["product.description", "product.name"])
def test_what_is_typed_is_on_the_disk_after_a_pause(typing: Typing, qtbot: QtBot, typist: str, key: str) -> None:
    typing.draft.editor(key).put("")  # type: ignore[union-attr]
    keyboard.TYPISTS[typist](typing.line(key), "Hương đất Tuyên Quang")
    with qtbot.waitSignal(typing.desk.office.saved, timeout=AFTER_FIRST_KEY_MS * 4):
        pass
    stored = typing.desk.values(typing.dossier)[key]
    assert stored == unicodedata.normalize("NFC", "Hương đất Tuyên Quang")


def test_leaving_a_field_saves_at_once(typing: Typing) -> None:
    keyboard.unikey(typing.line("product.description"), "vị chát dịu")
    typing.line("dossier.workers_total")
    typing.desk.settle()
    assert typing.desk.values(typing.dossier)["product.description"] == "vị chát dịu"


def test_a_save_in_the_middle_of_a_word_keeps_what_was_seen_and_disturbs_nothing(typing: Typing) -> None:
    line = typing.line("product.description")
    keyboard.keys(line, "hậu ")
    keyboard.begin_composing(line, "ngo")
    typing.draft.save()
    typing.desk.settle()
    assert typing.desk.values(typing.dossier)["product.description"] == "hậu ngo"
    keyboard.begin_composing(line, "ngọ")
    keyboard.commit(line, "ngọt")
    typing.draft.leave()
    typing.desk.settle()
    assert typing.desk.values(typing.dossier)["product.description"] == "hậu ngọt"
    assert typing.draft.text("product.description") == "hậu ngọt"


def test_text_that_is_not_a_value_comes_back_as_typed(typing: Typing) -> None:
    keyboard.keys(typing.line("dossier.meeting.date"), "cuối tháng 11")
    typing.draft.leave()
    typing.desk.settle()
    editor = typing.draft.editor("dossier.meeting.date")
    assert editor is not None
    typing.line("product.name")
    editor.put("")
    typing.open()
    assert typing.draft.text("dossier.meeting.date") == "cuối tháng 11"
    editor.put("")
    keyboard.keys(typing.line("dossier.meeting.date"), "30/11/2026")
    typing.draft.leave()
    typing.desk.settle()
    page = typing.desk.read(lambda db: dossiers.open_dossier(db, typing.dossier))
    assert (page.values["dossier.meeting.date"], page.unparsed) == ("2026-11-30", {})


def test_a_change_from_elsewhere_does_not_touch_the_open_form(typing: Typing) -> None:
    line = typing.line("product.name")
    keyboard.keys(line, " Shan")
    typing.desk.write(lambda db: dossiers.save_draft(db, typing.dossier, {"product.description": "từ máy khác"}, {}))
    typing.desk.office.jobs.changed.emit(dossiers.Changes(dossiers=frozenset({typing.dossier})))
    typing.desk.settle()
    assert typing.draft.text("product.name") == "Chè xanh Shan"
    assert typing.draft.text("product.description") == ""
    assert typing.draft.newer(typing.desk.values(typing.dossier)) == {"product.description"}


def test_only_what_changed_is_written(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Save] = []
    write = typing.desk.office.jobs.write
    monkeypatch.setattr(
        typing.desk.office.jobs, "write", lambda action, *rest: (written.append(action), write(action, *rest))
    )
    keyboard.keys(typing.line("product.description"), "a")
    typing.draft.save()
    keyboard.keys(typing.line("dossier.workers_total"), "24")
    typing.draft.save()
    typing.draft.save()
    typing.desk.settle()
    assert [save.fields() for save in written] == [{"product.description"}, {"dossier.workers_total"}]


def test_a_save_that_failed_is_tried_again(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard.keys(typing.line("product.description"), "không mất")
    real = Save.__call__

    def full(_save: Save, _db: Db) -> dossiers.Changes:
        raise Environment("disk.full")

    monkeypatch.setattr(Save, "__call__", full)
    typing.draft.save()
    with pytest.raises(Environment):
        typing.desk.settle()
    typing.desk.errors.clear()
    monkeypatch.setattr(Save, "__call__", real)
    typing.draft._try_again()
    typing.desk.settle()
    assert typing.desk.values(typing.dossier)["product.description"] == "không mất"


def test_a_locked_dossier_writes_nothing(typing: Typing) -> None:
    typing.draft.open(typing.dossier, {"product.name": "Chè xanh"}, {}, locked=True)
    keyboard.unikey(typing.line("product.name"), "đổi tên")
    typing.draft.put("dossier.evidence.01", "have")
    typing.draft.leave()
    typing.desk.settle()
    assert typing.desk.values(typing.dossier)["product.name"] == "Chè xanh"
    assert typing.draft.text("product.name") == "Chè xanh"


def test_a_field_is_shown_by_its_key(typing: Typing) -> None:
    assert typing.form.show_field("dossier.workers_total")
    editor = typing.draft.editor("dossier.workers_total")
    assert editor is not None and editor.has_focus()
    assert not typing.form.show_field("dossier.unknown")
