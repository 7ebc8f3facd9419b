"""The search box on top: finds dossiers without accents and opens them; Ctrl K from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ocop_desktop.actions import listing
from ocop_desktop.actions.listing import ListRow, Query
from ocop_desktop.domain.text import one_line
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import style, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import set_role, text

MOST_HITS = 8
PAUSE_MS = 160


def find(db: Db, words: str) -> tuple[int, list[ListRow]]:
    """How many dossiers match, and the first of them."""
    numbers = listing.order(db, Query(search=words))
    return len(numbers), listing.rows(db, numbers[:MOST_HITS])


class Finder(QLineEdit):
    """Typing shows what matches under the box; arrows choose, Enter opens, Esc closes. The text is never changed."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        set_role(self, "search")
        self.setPlaceholderText(self.tr("Tìm hồ sơ, sản phẩm, chủ thể… (không cần gõ dấu)"))
        self.setAccessibleName(self.tr("Tìm hồ sơ"))
        self.addAction(QAction(QIcon(style.icon_path("search")), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(280)
        self.setMaximumWidth(460)
        self._office = office
        self._asked = ""
        self._key = text("Ctrl K", "key")
        self._key.setParent(self)
        self._popup = QFrame(self.window())
        set_role(self._popup, "card")
        self._popup.setObjectName("found")
        self._list = QListWidget(self._popup)
        set_role(self._list, "inside")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._open)
        self._note = text("", "small")
        self._note.setContentsMargins(8, 2, 8, 4)
        box = QVBoxLayout(self._popup)
        box.setContentsMargins(6, 6, 6, 6)
        box.setSpacing(2)
        box.addWidget(self._list)
        box.addWidget(self._note)
        self._popup.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._typed)
        QShortcut("Ctrl+K", self, activated=self._begin)  # type: ignore[call-overload]
        self.installEventFilter(self)

    def found(self) -> list[str]:
        """The ids of the dossiers in the list under the box."""
        return [self._list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self._list.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Esc belong to the list under the box."""
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._popup.isVisible() and self._list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Escape and self._popup.isVisible():
            self._popup.hide()
        elif key == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the list when the box loses the focus; keep the key hint in its place."""
        if watched is self:
            if event.type() == QEvent.Type.FocusOut:
                self._popup.hide()
            elif event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
                hint = self._key.sizeHint()
                self._key.setGeometry(
                    self.width() - hint.width() - 8, (self.height() - hint.height()) // 2, hint.width(), hint.height()
                )
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _typed(self, words: str) -> None:
        self._key.setVisible(not words)
        if one_line(words):
            self._pause.start()
        else:
            self._pause.stop()
            self._popup.hide()

    def _ask(self) -> None:
        self._asked = one_line(self.text())
        asked = self._asked
        self._office.jobs.read(lambda db: (asked, *find(db, asked)), self._show)

    def _show(self, answer: tuple[str, int, list[ListRow]]) -> None:
        asked, total, hits = answer
        if asked != one_line(self.text()) or not self.hasFocus():
            return
        self._list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.product}\n{hit.producer} · {texts.stage(hit.stage)}")
            item.setData(Qt.ItemDataRole.UserRole, hit.id)
            self._list.addItem(item)
        if hits:
            self._list.setCurrentRow(0)
            self._note.setText(
                self.tr("{shown} trên {total} · Enter mở · Esc đóng").format(shown=len(hits), total=total)
            )
        else:
            self._note.setText(self.tr("Không thấy hồ sơ nào. Hãy thử gõ ít chữ hơn."))
        self._list.setVisible(bool(hits))
        line = max(self._list.sizeHintForRow(0), 40) if hits else 0
        self._list.setFixedHeight(line * len(hits) + 4)
        self._popup.setParent(self.window())
        self._popup.setFixedWidth(self.width())
        self._popup.adjustSize()
        self._popup.move(self.mapTo(self.window(), QPoint(0, self.height() + 4)))
        self._popup.show()
        self._popup.raise_()

    def _enter(self) -> None:
        item = self._list.currentItem() if self._popup.isVisible() else None
        if item is not None:
            self._open(item)
        elif words := one_line(self.text()):
            self._popup.hide()
            self._office.show_list.emit(words)

    def _open(self, item: QListWidgetItem) -> None:
        self._popup.hide()
        self._office.open_dossier.emit(item.data(Qt.ItemDataRole.UserRole), None)
