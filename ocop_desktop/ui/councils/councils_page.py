"""Hội đồng: councils with members, rules and sessions; a session; a sheet. For the levels that have a council."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.councils import seats, sheets
from ocop_desktop.actions.councils.seats import Council, Member, Session
from ocop_desktop.actions.councils.sheets import SheetPage
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.text import show_date
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.councils import asking, words
from ocop_desktop.ui.councils.session_view import SessionView
from ocop_desktop.ui.councils.sheet_view import SheetView
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, column, link, row, rule, text


def read_all(db: Db) -> tuple[str, list[tuple[Council, list[Session]]]]:
    """The level of this office, and every council with its sessions."""
    return seats.level(db), [(each, seats.sessions(db, each.id)) for each in seats.councils(db)]


class CouncilsPage(QWidget):
    """An overview, a session or a sheet: one at a time, Esc goes back."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("councils")
        self._office = office
        self._all = PageScroll()
        new = button(self.tr("Lập hội đồng"), primary=True, name="council.new")
        new.clicked.connect(self._new_council)
        self._new = new
        self._lead = text("", "quiet", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._all.box.addLayout(row(text(self.tr("Hội đồng"), "title"), None, new))
        self._all.box.addWidget(self._lead)
        self._all.box.addLayout(self._cards)
        self._all.box.addStretch(1)
        self.session = SessionView(office)
        self.session.back.connect(self.show_all)
        self.session.sheet_wanted.connect(self.open_sheet)
        self.sheet = SheetView(office)
        self.sheet.back.connect(self.show_session)
        self.sheet.finished.connect(self.show_session)
        self._stack = QStackedWidget()
        for page in (self._all, self.session, self.sheet):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        escape = QShortcut(Qt.Key.Key_Escape, self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._go_back)
        office.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read what is on screen again."""
        if self._stack.currentWidget() is self._all:
            self._office.jobs.read(read_all, self._show)
        elif self._stack.currentWidget() is self.session:
            self.session.refresh()

    def leave(self) -> None:
        """Keep the comment that is being typed."""
        if self._stack.currentWidget() is self.sheet:
            self.sheet.comment.clearFocus()

    def open_session(self, session: str) -> None:
        """Show a session."""
        self.session.open(session)
        self._stack.setCurrentWidget(self.session)
        self.session.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_sheet(self, session: object, case: object, member: object, entry: object) -> None:
        """Show a member's sheet of a dossier."""
        wanted = partial(_sheet, str(session), str(case), str(member), int(str(entry)))
        self._office.jobs.read(wanted, self._show_sheet)

    def show_all(self) -> None:
        """Back to the overview."""
        self._stack.setCurrentWidget(self._all)
        self.refresh()

    def show_session(self) -> None:
        """Back to the session, its numbers read again."""
        self._stack.setCurrentWidget(self.session)
        self.session.refresh()
        self.session.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, answer: tuple[SheetPage, CriteriaSet]) -> None:
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.show_sheet(*answer)

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and "council" in changes.types and self.isVisible():
            self.refresh()

    def _show(self, answer: tuple[str, Sequence[tuple[Council, list[Session]]]]) -> None:
        level, councils = answer
        upper = level != "commune"
        self._new.setVisible(upper)
        clear(self._cards)
        if not upper:
            self._lead.setText(
                self.tr("Xã không lập hội đồng: cấp công nhận lập và ghi kết quả, xã nhận về khi đồng bộ.")
            )
        elif not councils:
            self._lead.setText(self.tr("Chưa có hội đồng nào. Lập hội đồng, ghi thành viên, rồi mở phiên họp."))
        self._lead.setVisible(not upper or not councils)
        for council, sessions in councils:
            self._cards.addWidget(self._card(council, sessions))

    def _card(self, council: Council, sessions: Sequence[Session]) -> QWidget:
        card = Card()
        card.setObjectName(f"council.{council.id}")
        decided = show_date(council.decided_on) if council.decided_on else ""
        said = " ".join(filter(None, (council.decision_no, decided)))
        edit = button(self.tr("Sửa quy tắc"), name="council.edit")
        edit.clicked.connect(partial(self._edit, council))
        add = button(self.tr("Thêm thành viên"), name="council.member")
        add.clicked.connect(partial(self._member, council.id, None))
        meet = button(self.tr("Mở phiên họp"), name="council.session")
        meet.clicked.connect(partial(self._session, council.id))
        name = column(text(council.name, "heading", wrap=True), text(said, "quiet", wrap=True), spacing=0)
        head = row(name, edit, add, meet)
        head.setStretch(0, 1)
        card.box.addLayout(head)
        for each in sessions:
            line = link(each.title, f"session.{each.id}")
            line.clicked.connect(partial(self._open_session, each.id))
            count = self.tr("{count} hồ sơ").format(count=len(each.cases))
            day = show_date(each.held_on) if each.held_on else ""
            card.box.addLayout(row(line, text(" · ".join(filter(None, (day, each.place, count))), "small"), None))
        card.box.addWidget(rule())
        for sentence in words.rules(council.rules):
            card.box.addWidget(text(sentence, "", wrap=True))
        if council.double_entry:
            card.box.addWidget(text(self.tr("Nhập kép: mỗi phiếu nhập hai lần độc lập rồi so."), "", wrap=True))
        regulation = council.regulation or words.source()
        card.box.addWidget(text(regulation, "small", wrap=True))
        card.box.addWidget(rule())
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(1, 190)
        grid.setColumnStretch(2, 1)
        for at, member in enumerate(council.members):
            self._seat(grid, at, council.id, member)
        card.box.addLayout(grid)
        return card

    def _seat(self, grid: QGridLayout, at: int, council: str, member: Member) -> None:
        grid.addWidget(text(words.role(member.role), "quiet"), at, 0)
        name = link(member.name, f"member.{member.id}")
        name.clicked.connect(partial(self._member, council, member))
        grid.addWidget(name, at, 1)
        where = " · ".join(filter(None, (member.position, member.office)))
        grid.addWidget(text(where, "quiet", wrap=True), at, 2)
        if not member.scores:
            grid.addWidget(text(self.tr("không chấm"), "small"), at, 3)

    def _open_session(self, session: str, _checked: bool = False) -> None:
        self.open_session(session)

    def _new_council(self) -> None:
        self._ask(asking.council(self._office, None, self))

    def _edit(self, council: Council, _checked: bool = False) -> None:
        self._ask(asking.council(self._office, council, self))

    def _member(self, council: str, member: Member | None, _checked: bool = False) -> None:
        self._ask(asking.member(self._office, council, member, self))

    def _session(self, council: str, _checked: bool = False) -> None:
        self._ask(asking.session(self._office, council, self))

    def _ask(self, dialog: RecordDialog) -> None:
        dialog.recorded.connect(self._written)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _written(self, _answer: object) -> None:
        self.refresh()

    def _go_back(self) -> None:
        if self._stack.currentWidget() is self.sheet:
            self.leave()
            self.show_session()
        elif self._stack.currentWidget() is self.session:
            self.show_all()


def _sheet(session: str, case: str, member: str, entry: int, db: Db) -> tuple[SheetPage, CriteriaSet]:
    return sheets.open_sheet(db, session, case, member, entry), sheets.criteria_of(db, case)
