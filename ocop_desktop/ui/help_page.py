"""The manual: one short page for each thing an officer does, readable without a line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from ocop_desktop import paths
from ocop_desktop.ui import style
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, column, set_role, text


@dataclass(frozen=True)
class Topic:
    """A page of the manual: its file, and its title from the first line."""

    name: str
    title: str
    path: Path


def topics(language: str) -> list[Topic]:
    """The pages of the manual in their order; Vietnamese where a language has none."""
    folder = paths.resources() / "help" / language
    if not folder.is_dir():
        folder = paths.resources() / "help" / "vi"
    found = []
    for path in sorted(folder.glob("*.md")):
        title = path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ").strip()
        found.append(Topic(path.stem, title, path))
    return found


class HelpPage(QWidget):
    """Titles at the left, the page at the right."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self._office = office
        self._topics = topics("en" if QLocale().language() == QLocale.Language.English else "vi")
        self._list = QListWidget()
        self._list.setObjectName("topics")
        set_role(self._list, "inside")
        self._list.setFixedWidth(268)
        self._list.setWordWrap(True)
        self._list.setAccessibleName(self.tr("Mục lục"))
        for topic in self._topics:
            self._list.addItem(QListWidgetItem(topic.title))
        self._page = QTextBrowser()
        self._page.setObjectName("manual")
        set_role(self._page, "inside")
        self._page.setOpenLinks(False)
        self._page.setAccessibleName(self.tr("Trang hướng dẫn"))
        self._page.anchorClicked.connect(self._follow)
        self._list.currentRowChanged.connect(self._show)
        left, right = Card(), Card()
        left.box.addWidget(self._list)
        left.box.setContentsMargins(8, 8, 8, 8)
        right.box.addWidget(self._page)
        inside = QHBoxLayout()
        inside.setSpacing(14)
        inside.addWidget(left)
        inside.addWidget(right, 1)
        outer = column(text(self.tr("Trợ giúp"), "title"), inside, spacing=12)
        outer.setContentsMargins(18, 14, 18, 14)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self._list.setCurrentRow(0)

    def open_topic(self, name: str) -> None:
        """Show a page by the name of its file."""
        for number, topic in enumerate(self._topics):
            if topic.name == name:
                self._list.setCurrentRow(number)

    def refresh(self) -> None:
        """Put the keyboard on the list of pages."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, link: object) -> None:
        self.open_topic(link.fileName().removesuffix(".md"))  # type: ignore[attr-defined]

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self._topics):
            return
        roles = style.roles()
        document = QTextDocument(self._page)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(8)
        document.setMarkdown(self._topics[number].path.read_text(encoding="utf-8"))
        document.setDefaultStyleSheet(f"a {{ color: {roles.law}; }}")
        self._page.setDocument(document)
