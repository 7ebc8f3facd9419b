"""Cài đặt: what this office is, how papers print, how the window looks, the passphrase, and the law's data to read."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from ocop_desktop.ui.care.backup_section import BackupSection
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.holiday_section import HolidaySection
from ocop_desktop.ui.people.section import PeopleSection
from ocop_desktop.ui.settings_about import AboutSection
from ocop_desktop.ui.settings_law import LawSection
from ocop_desktop.ui.settings_office import OfficeSection
from ocop_desktop.ui.settings_window import PassphraseSection, WindowSection
from ocop_desktop.ui.widgets import Card, column, set_role, text


class _Section(Protocol):
    def refresh(self) -> None: ...


class SettingsPage(QWidget):
    """Sections at the left, one of them at the right. Everything is saved as it is changed."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._office_section = OfficeSection(office)
        self._sections: list[tuple[str, QWidget]] = [
            (self.tr("Đơn vị, người ký, in"), self._office_section),
            (self.tr("Cửa sổ"), WindowSection(office)),
            (self.tr("Câu mật khẩu"), PassphraseSection(office)),
            (self.tr("Người dùng máy này"), PeopleSection(office)),
            (self.tr("Sao lưu"), BackupSection(office)),
            (self.tr("Ngày nghỉ lễ"), HolidaySection(office)),
            (self.tr("Dữ liệu pháp lý"), LawSection(office)),
            (self.tr("Về chương trình"), AboutSection(office)),
        ]
        self._list = QListWidget()
        self._list.setObjectName("settings-list")
        self._list.setAccessibleName(self.tr("Các mục cài đặt"))
        set_role(self._list, "inside")
        self._list.setFixedWidth(204)
        self._stack = QStackedWidget()
        for words, section in self._sections:
            self._list.addItem(QListWidgetItem(words))
            self._stack.addWidget(section)
        self._list.currentRowChanged.connect(self._show)
        left = Card()
        left.box.setContentsMargins(8, 8, 8, 8)
        left.box.addWidget(self._list)
        inside = QHBoxLayout()
        inside.setSpacing(14)
        inside.addWidget(left)
        inside.addWidget(self._stack, 1)
        outer = column(text(self.tr("Cài đặt"), "title"), inside, spacing=12)
        outer.setContentsMargins(18, 14, 18, 14)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self._list.setCurrentRow(0)

    def refresh(self) -> None:
        """Read the section on screen again."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(self._list.currentRow())

    def leave(self) -> None:
        """Save what was typed."""
        self._office_section.save()

    def show_section(self, number: int) -> None:
        """Show a section by its place in the list."""
        self._list.setCurrentRow(number)

    @property
    def section_count(self) -> int:
        """How many sections there are."""
        return len(self._sections)

    def _show(self, number: int) -> None:
        self.leave()
        self._stack.setCurrentIndex(number)
        section = self._sections[number][1]
        if hasattr(section, "refresh") and self.isVisible():
            cast(_Section, section).refresh()
