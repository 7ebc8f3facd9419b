"""On top of a dossier's page: what the province wants mended, what it did not take and why, what two PCs both changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.ui import texts
from ocop_desktop.ui.missing_card import Todo
from ocop_desktop.ui.widgets import Card, clear, set_role, text

_MOST = 4


class ProvinceCard(Card):
    """A line for each remark or refusal leads to its field; a conflict leads to the page where it is decided."""

    wanted = Signal(object)
    """The key of the field to go to."""
    sync_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="warning", parent=parent)
        self.setObjectName("dossier.province")
        self.box.setContentsMargins(14, 8, 10, 8)
        self.box.setSpacing(2)
        self._title = text("", "strong", wrap=True)
        self._title.setObjectName("province.title")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.box.addWidget(self._title)
        self.box.addLayout(self._lines)
        self._built: tuple[object, ...] = ()
        self._all = False
        self._page: DossierPage | None = None
        self.hide()

    def show_page(self, page: DossierPage) -> None:
        """Show what the province said of a dossier; nothing is built anew when it is the same."""
        if self._page is None or self._page.id != page.id:
            self._all = False
        self._page = page
        conflict = page.sync.state == "conflict"
        now = (page.remarks, page.refusals, conflict, self._all)
        if now != self._built:
            self._built = now
            self._build(page, conflict)
        self.setVisible(conflict or bool(page.remarks or page.refusals))

    def _build(self, page: DossierPage, conflict: bool) -> None:
        clear(self._lines)
        set_role(self, "card", "danger" if page.refusals else "warning")
        if conflict:
            self._title.setText(self.tr("Hai máy cùng sửa hồ sơ này, cần chọn bản dùng."))
            self._add(self.tr("Chọn ở trang Đồng bộ ›"), "province.sync").clicked.connect(self.sync_wanted)
        elif page.refusals:
            self._title.setText(self.tr("Tỉnh chưa nhận phần này:"))
        else:
            count = len(page.remarks)
            self._title.setText(self.tr("Tỉnh có {count} ý kiến, bấm để tới mục cần sửa:").format(count=count))
        lines = [
            (refusal.key, refusal.label, texts.sentence(f"refused.{refusal.code}", {})) for refusal in page.refusals
        ]
        lines += [(remark.key, remark.label, remark.text) for remark in page.remarks]
        for key, label, words in lines if self._all else lines[:_MOST]:
            todo = self._add(f"○ {label}: {words}" if label else words, f"province.{key}")
            if key:
                todo.clicked.connect(partial(self.wanted.emit, key))
        if len(lines) > _MOST and not self._all:
            more = self._add(self.tr("… và {count} ý kiến nữa").format(count=len(lines) - _MOST), "province.more")
            more.clicked.connect(self._show_all)

    def _add(self, words: str, name: str) -> Todo:
        todo = Todo(words)
        todo.setObjectName(name)
        self._lines.addWidget(todo)
        return todo

    def _show_all(self) -> None:
        self._all = True
        if self._page is not None:
            self.show_page(self._page)
