"""Several people at one PC: the list in the settings, the second look, the lock screen, the question for the province."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton

from ocop_desktop.actions import people
from ocop_desktop.actions.sample import PASSPHRASE
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.settings_page import SettingsPage

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing

_PEOPLE_SECTION = 3
_RECIPIENT = "age1gde3ncmahlqd9gg50tanl99r960llztrhfapnmx853s4tjum03uqfssgdh"  # nobody's


def draw_people(drawing: Drawing) -> None:
    """From the settings to the lock screen and in again."""
    window = drawing.window
    context = window.office
    assert context is not None
    key = context.key()

    def add(db: Db) -> None:
        people.add(db, key, "Nguyễn Văn Thắng (Chủ tịch)", ["leader"], "câu mật khẩu của chủ tịch")
        people.add(db, key, "Ma Thị Hiền (Văn thư)", ["clerk"], "câu mật khẩu của văn thư")
        settings.write(db, {"sync.device": db.new_id(), "sync.age_recipient": _RECIPIENT})
        people.entered(db, key)
        settings.write(db, {"sync.device": None, "sync.age_recipient": None})

    done: list[object] = []
    window.jobs.write(add, done.append)
    drawing.settle(lambda: bool(done))
    drawing.workspace.show_page("settings")
    page = drawing.workspace.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_section(_PEOPLE_SECTION)
    drawing.settle()
    drawing.picture("90-nguoi-dung-may")
    listed = drawing.child(window, "people-list", QListWidget)
    listed.setCurrentRow(1)
    drawing.settle()
    drawing.picture("91-mot-nguoi")
    listed.setCurrentRow(listed.count() - 1)
    drawing.settle()
    drawing.picture("92-them-nguoi")
    if drawing.dossier:
        context.open_dossier.emit(drawing.dossier, "producer.ethnicity")
        drawing.settle()
        drawing.picture("93-du-lieu-nhay-cam")
    window.lock()
    drawing.settle()
    drawing.picture("94-mo-khoa-nhieu-nguoi")
    drawing.press(window, "other-way")
    drawing.press(window, "no-paper")
    drawing.settle(lambda: bool(drawing.child(window, "problem", QLabel).text()) or _asked(drawing))
    drawing.picture("95-nho-tinh-mo")
    drawing.press(window, "other-way")
    box = drawing.child(window, "entrant", QComboBox)
    box.setCurrentIndex(0)
    drawing.child(window, "passphrase", QLineEdit).setText(PASSPHRASE)
    drawing.settle(lambda: drawing.child(window, "open", QPushButton).isEnabled())
    drawing.press(window, "open")
    drawing.settle(lambda: window.workspace is not None)


def _asked(drawing: Drawing) -> bool:
    return bool(drawing.child(drawing.window, "reset-question", QLabel).text())
