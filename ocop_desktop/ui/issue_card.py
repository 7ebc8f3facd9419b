"""After signing: the clerk's number and day of the report, entered on the dossier itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions import register
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import one_line, show_date
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Line
from ocop_desktop.ui.widgets import Card, button, column, link, row, text

_STATES = frozenset({"sealed", "handed_over", "returned"})


class IssueCard(Card):
    """Two lines and a button; Enter goes from number to day to the button's work."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._office = office
        self._dossier = ""
        self._stored = ("", "")
        self._next = ""
        self.box.addWidget(text(self.tr("Số và ngày văn thư ghi sau khi ký"), "heading"))
        self._number, self._day = Line(), Line()
        for line, name, words in (
            (self._number, "issue.number", self.tr("Số báo cáo")),
            (self._day, "issue.day", self.tr("Ngày trên báo cáo đã ký")),
        ):
            line.setObjectName(name)
            line.setAccessibleName(words)
            line.typed.connect(self._typed)
        self._number.setMaximumWidth(140)
        self._day.setMaximumWidth(170)
        self._day.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self._number.entered.connect(self._to_day)
        self._day.entered.connect(self.save)
        self._save = button(self.tr("Ghi số và ngày"), name="issue.save")
        self._save.clicked.connect(self.save)
        self._propose = link("", "issue.propose")
        self._propose.clicked.connect(self._take_proposal)
        self._problem = text("", "", "danger", wrap=True)
        self._problem.setObjectName("issue.problem")
        self._problem.hide()
        fields = row(
            column(text(self.tr("Số báo cáo"), "label"), self._number, spacing=4),
            column(text(self.tr("Ngày trên báo cáo đã ký"), "label"), self._day, spacing=4),
            column(text(" ", "label"), row(self._save, self._propose, None), spacing=4),
            None,
            spacing=12,
        )
        self.box.addLayout(fields)
        self.box.addWidget(self._problem)
        self._note = text("", "small", wrap=True)
        self.box.addWidget(self._note)

    def show_page(self, page: DossierPage) -> None:
        """Show what the sealed report bears; hidden until there is one."""
        shown = page.sealed is not None and page.state in _STATES
        self.setVisible(shown)
        if page.sealed is None or not shown:
            return
        stored = (page.sealed.number, _shown(page.sealed.issued_on))
        if page.id != self._dossier or stored != self._stored:
            self._dossier, self._stored = page.id, stored
            self._number.replace_all(stored[0])
            self._day.replace_all(stored[1])
            self._say("")
        self._office.jobs.read(partial(register.propose, year=self._office.today().year), self._proposed)
        self._typed()

    def save(self) -> None:
        """Write both, or say which is not right."""
        if not self._dossier or not self._changed():
            return
        try:
            day = str(KINDS["date"].parse(self._day.on_screen()) or "")
        except Refused as error:
            self._say(texts.error(error))
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        number = one_line(self._number.on_screen())
        action = partial(register.issue, dossier=self._dossier, number=number, issued_on=day)
        self._office.jobs.write(action, self._saved, self._failed)

    def _saved(self, _changes: Changes) -> None:
        self._say("")
        self._office.said.emit(self.tr("Đã ghi số và ngày vào báo cáo và sổ văn bản đi."))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, OcopError):
            self._say(texts.error(error))
        else:
            self._office.jobs.failed.emit(error)

    def _proposed(self, number: str) -> None:
        self._next = number
        words = self.tr("Dùng số kế tiếp {number}, ngày {day}")
        self._propose.setText(words.format(number=number, day=show_date(self._office.today())))
        self._typed()

    def _take_proposal(self) -> None:
        self._number.replace_all(self._next)
        self._day.replace_all(show_date(self._office.today()))
        self._typed()
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> bool:
        return (one_line(self._number.on_screen()), one_line(self._day.on_screen())) != self._stored

    def _typed(self) -> None:
        empty = not self._number.on_screen() and not self._day.on_screen()
        self._propose.setVisible(bool(self._next) and empty)
        self._save.setEnabled(self._changed())
        if self._stored[0]:
            words = self.tr(
                "Báo cáo mang số {number}, ngày {day}. Sửa được cả khi đã gửi tỉnh; mỗi lần sửa ghi vào lịch sử."
            )
            self._note.setText(words.format(number=self._stored[0], day=self._stored[1]))
        else:
            self._note.setText(self.tr("Chưa có số. Bản in để trống chỗ ghi số và ngày."))

    def _to_day(self) -> None:
        self._day.setFocus(Qt.FocusReason.TabFocusReason)
        self._day.selectAll()

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))


def _shown(day: str) -> str:
    return KINDS["date"].show(day or None)
