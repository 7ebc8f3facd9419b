"""The province's rule packs: what one changed, a sentence for each thing, and the button that installs one from a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions import rules
from ocop_desktop.actions.rules import Installed, Rules
from ocop_desktop.errors import OcopError
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, button, clear, row, text


def _put_changes(box: QVBoxLayout, found: Rules) -> None:
    clear(box)
    for change in found.changes:
        box.addWidget(text(f"• {texts.sentence(change.code, change.details)}", wrap=True))


class RulesNotice(Card):
    """Seen once after a pack came: what is different now. Hidden while there is nothing new."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(tone="law", parent=parent)
        self.setObjectName("rules-notice")
        self._office = office
        self._title = text("", "heading", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._seen = button(self.tr("Đã xem"), name="rules-seen")
        self._seen.clicked.connect(self._note)
        self.box.addWidget(self._title)
        self.box.addLayout(self._lines)
        self.box.addLayout(row(None, self._seen))
        self.hide()
        office.changed.connect(lambda _changes: self.refresh())

    def refresh(self) -> None:
        """Read whether something is new."""
        self._office.jobs.read(rules.state, self._show)

    def _show(self, found: Rules) -> None:
        shown = found.unseen and bool(found.changes)
        if shown:
            words = self.tr("Quy định mới của {province}, gói bản {version}")
            self._title.setText(words.format(province=found.province, version=found.version))
            _put_changes(self._lines, found)
        self.setVisible(shown)

    def _note(self) -> None:
        self.hide()
        self._office.jobs.write(rules.note_seen)


class RulesCard(Card):
    """In the settings: which pack is in force, from when, what it changed, and ``Cài gói quy định``."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.box.addWidget(text(self.tr("Gói quy định của tỉnh"), "heading"))
        self.setObjectName("rules-card")
        self._office = office
        self._words = text("", wrap=True)
        self._words.setObjectName("rules-words")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName("rules-problem")
        self._problem.hide()
        self.install = button(self.tr("Cài gói quy định từ tệp…"), name="rules-install")
        self.install.setToolTip(self.tr("Gói do tỉnh ký, mang đến bằng USB hoặc thư điện tử (.ocoprules)."))
        self.install.clicked.connect(self._ask)
        for each in (self._words, self._problem):
            self.box.addWidget(each)
        self.box.addLayout(self._lines)
        self.box.addLayout(row(self.install, None))
        office.changed.connect(lambda _changes: self.refresh())

    def refresh(self) -> None:
        """Read what is in force."""
        if self.isVisible():
            self._office.jobs.read(rules.state, self._show)

    def install_from(self, path: Path) -> None:
        """Install the pack of this file."""
        self.install.setEnabled(False)
        self._problem.hide()
        jobs = self._office.jobs
        jobs.work(partial(rules.install_file, jobs.run_unit, path), self._installed, self._failed)

    def _ask(self) -> None:
        kinds = self.tr("Gói quy định (*.ocoprules);;Mọi tệp (*)")
        if chosen := ask.open_paths(self, self.tr("Cài gói quy định từ tệp"), kinds):
            self.install_from(chosen[0])

    def _show(self, found: Rules) -> None:
        self._problem.setVisible(bool(found.problem))
        self._problem.setText(found.problem)
        clear(self._lines)
        if not found.version:
            words = self.tr("Chưa có gói nào: đang dùng dữ liệu kèm chương trình. Gói mới của tỉnh về khi đồng bộ.")
            self._words.setText(words)
            return
        words = self.tr("Đang dùng gói bản {version} của {province}, ký ngày {signed}, cài {installed}.")
        self._words.setText(
            words.format(
                version=found.version,
                province=found.province,
                signed=texts.day_and_hour(found.created),
                installed=texts.day_and_hour(found.at) if found.at else "…",
            )
            + (f" {found.note}" if found.note else "")
        )
        _put_changes(self._lines, found)

    def _installed(self, done: Installed) -> None:
        self.install.setEnabled(True)
        self._office.said.emit(self.tr("Đã cài gói quy định bản {version}.").format(version=done.version))
        self._office.changed.emit(done.changed)

    def _failed(self, error: BaseException) -> None:
        self.install.setEnabled(True)
        self._problem.setText(texts.error(error))
        self._problem.show()
        if not isinstance(error, OcopError):
            ask.show_error(error, self)
