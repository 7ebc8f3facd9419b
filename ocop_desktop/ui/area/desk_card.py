"""On top of a commune's dossier, at an office that received it: whose it is, the remarks being written, what may be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ocop_desktop.actions import desk
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.desk import Desk
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.evidence_row import EvidenceRow
from ocop_desktop.ui.form_view import FieldBox
from ocop_desktop.ui.missing_card import Todo
from ocop_desktop.ui.widgets import Card, button, clear, row, text

WHOLE = "dossier.whole"
_MOST = 4


def level_words(level: str) -> str:
    """What people call a level that holds a dossier."""
    translate = QCoreApplication.translate
    return {
        "commune": translate("area", "ở xã"),
        "district": translate("area", "ở cấp huyện"),
        "province": translate("area", "ở tỉnh"),
        "central": translate("area", "ở Bộ"),
    }.get(level, level)


class DeskCard(Card):
    """The office's own work on a dossier that is not its own. Hidden where there is none."""

    wanted = Signal(object)
    """The key of the field to go to."""

    def __init__(self, office: OfficeContext, page: QWidget) -> None:
        super().__init__(tone="law", parent=page)
        self.setObjectName("dossier.desk")
        self._office = office
        self._over = page
        self._dossier = ""
        self._desk: Desk | None = None
        self._field, self._label = WHOLE, ""
        self.box.setContentsMargins(14, 8, 10, 8)
        self.box.setSpacing(4)
        self._title = text("", wrap=True)
        self._title.setObjectName("desk.title")
        self.write = button(self.tr("Ghi ý kiến  Ctrl M"), name="desk.note")
        self.write.clicked.connect(self._write)
        self.give_back = button(self.tr("Trả lại xã"), name="desk.return")
        self.give_back.clicked.connect(self._give_back)
        self.accept = button(self.tr("Tiếp nhận để xét"), primary=True, name="desk.accept")
        self.accept.clicked.connect(self._accept)
        self.pass_on = button(self.tr("Chuyển lên tỉnh"), primary=True, name="desk.pass-on")
        self.pass_on.clicked.connect(self._pass_on)
        line = row(self._title, self.write, self.give_back, self.accept, self.pass_on)
        line.setStretch(0, 1)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(0)
        self.box.addLayout(line)
        self.box.addLayout(self._remarks)
        keys = QShortcut(QKeySequence("Ctrl+M"), page)
        keys.activated.connect(self._write)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus)
        self.hide()

    def show_page(self, page: DossierPage) -> None:
        """Show what this office may do with a dossier."""
        if page.id != self._dossier:
            self._field, self._label = WHOLE, ""
        self._dossier, self._desk = page.id, page.desk
        at = page.desk
        self.setVisible(at is not None and at.foreign)
        if at is None or not at.foreign:
            return
        where = at.unit
        if at.unit_now:
            where = self.tr("{unit}, nay là {now}").format(unit=where, now=at.unit_now)
        if at.holder == "commune":
            words = self.tr("Hồ sơ của {unit}, đang do xã xử lý nên chỉ xem.")
        elif at.may_accept or at.may_pass_on:
            words = self.tr("Hồ sơ của {unit}, đang {holder}. Đặt con trỏ vào mục cần góp ý rồi bấm Ctrl M.")
        elif at.may_return:
            words = self.tr("Hồ sơ của {unit}, đang {holder}. Cơ quan này xem, góp ý và trả lại được.")
        else:
            words = self.tr("Hồ sơ của {unit}, đang {holder}. Cơ quan này chỉ xem.")
        self._title.setText(words.format(unit=where, holder=level_words(at.holder)))
        self.write.setVisible(at.may_return)
        self.give_back.setVisible(at.may_return)
        self.give_back.setEnabled(bool(at.remarks))
        self.give_back.setText(
            self.tr("Trả lại xã ({count} ý kiến)").format(count=len(at.remarks))
            if at.remarks
            else self.tr("Trả lại xã")
        )
        self.accept.setVisible(at.may_accept)
        self.pass_on.setVisible(at.may_pass_on)
        clear(self._remarks)
        for remark in at.remarks[-_MOST:]:
            todo = Todo(f"○ {remark.label}: {remark.text}")
            todo.setObjectName(f"desk.remark.{remark.key}")
            todo.clicked.connect(partial(self.wanted.emit, remark.key))
            self._remarks.addWidget(todo)

    def _focus(self, _before: object, now: object) -> None:
        """Remember the field a remark would be about; the buttons of this card are about the last one."""
        widget = now if isinstance(now, QWidget) else None
        if widget is None or not self._over.isAncestorOf(widget) or self.isAncestorOf(widget):
            return
        while widget is not None and widget is not self._over:
            if isinstance(widget, FieldBox):
                self._field, self._label = widget.field.key, widget.field.label
                return
            if isinstance(widget, EvidenceRow):
                part = "evidence" if widget.id.isdigit() else "component"
                self._field, self._label = f"dossier.{part}.{widget.id}", widget.accessibleName()
                return
            widget = widget.parentWidget()
        self._field, self._label = WHOLE, ""

    def _write(self) -> None:
        at = self._desk
        if at is None or not at.may_return:
            return
        known = next((remark for remark in at.remarks if remark.key == self._field), None)
        about = self._label or self.tr("Cả hồ sơ")
        words = self.tr("Về “{about}”. Xã đọc được khi hồ sơ được trả lại.").format(about=about)
        if known is not None:
            words += "\n" + self.tr("Đang ghi: {text}. Ý kiến mới thay ý kiến này.").format(text=known.text)
        said = ask.reason(self._over, self.tr("Ghi ý kiến"), words, self.tr("Ghi"))
        if said:
            self._do(partial(desk.note, dossier=self._dossier, key=self._field, text=said))

    def _give_back(self) -> None:
        at = self._desk
        if at is None:
            return
        words = self.tr("Trả hồ sơ về xã với {count} ý kiến? Từ lúc này xã sửa, cơ quan này chỉ xem.")
        if ask.confirm(self._over, self.tr("Trả lại xã"), words.format(count=len(at.remarks)), self.tr("Trả lại")):
            self._do(partial(desk.give_back, dossier=self._dossier))

    def _accept(self) -> None:
        self._do(partial(desk.accept, dossier=self._dossier))

    def _pass_on(self) -> None:
        self._do(partial(desk.pass_on, dossier=self._dossier))

    def _do(self, action: partial[Changes]) -> None:
        def act(db: Db) -> Changes:
            return action(db)

        self._office.jobs.write(act, self._done)

    def _done(self, _changes: object) -> None:
        self._office.said.emit(self.tr("Đã ghi. Xã biết khi hai máy đồng bộ."))
