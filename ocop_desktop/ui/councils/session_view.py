"""A session as one table: dossiers down, members across, what they come to; below it the dossier under the cursor."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.councils import papers, results, score_papers, seats
from ocop_desktop.actions.councils.papers import CouncilPaper
from ocop_desktop.actions.councils.results import CaseRow, SessionPage
from ocop_desktop.actions.councils.seats import Member
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import show_count, show_date, show_hundredths
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.councils import asking, words
from ocop_desktop.ui.plain_table import Cell, PlainTable
from ocop_desktop.ui.products import asking as product_asking
from ocop_desktop.ui.products import words as product_words
from ocop_desktop.ui.products.product_view import offer
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, link, row, set_role, tag, text

_MOST_APART = 6


class SessionView(PageScroll):
    """Enter on a member's cell opens that sheet."""

    back = Signal()
    sheet_wanted = Signal(object, object, object, object)
    """Session, dossier, member, and which hand (1 or 2)."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("session")
        self._office = office
        self.page: SessionPage | None = None
        back = link(self.tr("‹ Hội đồng"), "session.back")
        back.clicked.connect(self.back)
        self._title = text("", "title", wrap=True)
        self._title.setObjectName("session.title")
        self._where = text("", "quiet", wrap=True)
        add = button(self.tr("Đưa hồ sơ vào"), key="Ctrl+D", name="session.add")
        add.clicked.connect(self._add_case)
        self.table = PlainTable("session.table", (self.tr("Sản phẩm"),), (1,), cells=True)
        self.table.setAccessibleName(self.tr("Bảng phiếu chấm"))
        self.table.opened.connect(self._open_cell)
        self.table.chosen.connect(self._choose)
        self._empty = text(self.tr("Chưa có hồ sơ nào trong phiên họp này."), "quiet")
        self._card = Card()
        self._card.setObjectName("session.case")
        self._product = text("", "heading", wrap=True)
        self._state = tag("")
        self._state.setObjectName("session.state")
        self._numbers = text("", "", wrap=True)
        self._numbers.setObjectName("session.numbers")
        self._why = QVBoxLayout()
        self._why.setSpacing(3)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        line = row(self._product, self._state, spacing=10)
        line.setStretch(0, 1)
        self._card.box.addLayout(line)
        self._card.box.addWidget(self._numbers)
        self._card.box.addLayout(self._why)
        self._card.box.addLayout(self._acts)
        hint = self.tr("Enter ở ô của thành viên: nhập phiếu. Mỗi hồ sơ chấm theo quy định của mình.")
        self.box.addLayout(row(back, None))
        head = row(self._title, add, spacing=12)
        head.setStretch(0, 1)
        self.box.addLayout(head)
        self.box.addWidget(self._where)
        self.box.addWidget(self._empty)
        self.box.addWidget(self.table)
        self.box.addWidget(text(hint, "small", wrap=True))
        self.box.addWidget(self._card)
        self._papers = row(text(self.tr("Giấy tờ của phiên họp"), "quiet"), spacing=8)
        for kind, words_ in words.papers():
            made = button(words_, name=f"session.print.{kind}")
            made.clicked.connect(partial(self._print, kind))
            self._papers.addWidget(made)
        sheets_ = button(self.tr("Phiếu chấm…"), name="session.sheets")
        sheets_.clicked.connect(self._ask_sheets)
        self._papers.addWidget(sheets_)
        self._papers.addStretch(1)
        self.box.addLayout(self._papers)
        self.box.addStretch(1)

    def open(self, session: str) -> None:
        """Read a session and show it."""
        self._office.jobs.read(lambda db: results.open_page(db, session), self.show_page)

    def refresh(self) -> None:
        """Read the session on screen again."""
        if self.page is not None:
            self.open(self.page.session.id)

    @property
    def members(self) -> tuple[Member, ...]:
        """The members who score, in the order of the columns."""
        return tuple(member for member in self.page.council.members if member.scores) if self.page is not None else ()

    def show_page(self, page: SessionPage) -> None:
        """Show what was read; the cursor stays where it was."""
        self.page = page
        self._title.setText(page.session.title)
        day = show_date(page.session.held_on) if page.session.held_on else ""
        scored = self.tr("{count} thành viên có phiếu").format(count=show_count(len(page.present)))
        self._where.setText(" · ".join(filter(None, (page.council.name, day, page.session.place, scored))))
        titles = (
            self.tr("Sản phẩm"),
            *words.short_names([member.name for member in self.members]),
            self.tr("Điểm TB"),
            self.tr("Chênh"),
            self.tr("Hạng"),
            self.tr("Tình trạng"),
        )
        widths = (176, *([50] * len(self.members)), 84, 64, 58, 160)
        self.table.show_rows(titles, [self._cells(each) for each in page.rows], widths)
        self.table.fit_height()
        self.table.setVisible(bool(page.rows))
        self._empty.setVisible(not page.rows)
        self._card.setVisible(bool(page.rows))
        if page.rows:
            at = self.table.currentIndex()
            self._choose(max(0, at.row()), max(0, at.column()))

    def _cells(self, each: CaseRow) -> tuple[Cell, ...]:
        found = each.verdict
        said, tone = words.standing(each)
        across = []
        for member in self.members:
            total = found.totals.get(member.id)
            letters, own = words.cell(each.cells[member.id], total)
            if member.id in found.far:
                own = "danger"
            across.append(Cell(letters, "", own, centre=True, tip=member.name))
        counted = self.tr("{counted}/{seats} phiếu").format(counted=found.counted, seats=found.seats)
        return (
            Cell(each.product, each.producer),
            *across,
            Cell(show_hundredths(found.total) if found.counted else "–", counted),
            Cell(show_hundredths(found.spread) if found.counted > 1 else "–", "", "danger" if found.over else "-"),
            Cell(product_words.short_stars(found.stars if found.stars >= 3 else 0)),
            Cell(said, "", tone),
        )

    def current(self) -> CaseRow | None:
        """The dossier under the cursor."""
        at = self.table.currentIndex().row()
        rows = self.page.rows if self.page is not None else ()
        return rows[at] if 0 <= at < len(rows) else None

    def _choose(self, at: object, _column: object) -> None:
        rows = self.page.rows if self.page is not None else ()
        if int(str(at)) < len(rows):
            self._show_case(rows[int(str(at))])

    def _show_case(self, each: CaseRow) -> None:
        found = each.verdict
        regime = legal.regime(each.regime)
        said, tone = words.standing(each)
        self._product.setText(f"{each.product} · {each.producer}")
        self._state.setText(said)
        set_role(self._state, "tag", tone)
        quorum = self.tr("{counted} phiếu trên {seats} thành viên, cần {needed}").format(
            counted=found.counted, seats=found.seats, needed=found.needed
        )
        parts = ", ".join(f"{part} {show_hundredths(points)}" for part, points in found.parts.items())
        average = self.tr("Trung bình {total} ({parts})").format(total=show_hundredths(found.total), parts=parts)
        law = self.tr("Theo {document}").format(document=regime.source.document)
        self._numbers.setText(". ".join((quorum, average, law)) + ".")
        clear(self._why)
        for line, role in self._reasons(each):
            self._why.addWidget(text(line, role, wrap=True))
        clear(self._acts)
        self._show_acts(each)

    def _reasons(self, each: CaseRow) -> list[tuple[str, str]]:
        """Why the result is what it is, or why there is none yet."""
        found = each.verdict
        names = {member.id: words.initials(member.name) for member in self.members}
        numbers = {leaf.id: leaf.no for leaf in each.criteria.leaves()}
        lines: list[tuple[str, str]] = []
        if found.over:
            said = self.tr("Chênh {spread} điểm, quá giới hạn. Phiếu xa nhau: {who}. Thảo luận rồi chấm lại phiếu.")
            far = ", ".join(names[who] for who in found.far)
            lines.append((said.format(spread=show_hundredths(found.spread), who=far), "problem"))
            for apart in found.apart[:_MOST_APART]:
                said = self.tr("Tiêu chí {no}: từ {low} ({low_by}) đến {high} ({high_by})")
                low, high = (", ".join(names[who] for who in group) for group in (apart.low_by, apart.high_by))
                no = numbers[apart.criterion]
                lines.append((said.format(no=no, low=apart.low, low_by=low, high=apart.high, high_by=high), "small"))
        if not found.quorum and found.counted:
            said = self.tr("Chưa có phiếu của chủ tịch.") if not found.chair else self.tr("Chưa đủ số phiếu.")
            lines.append((said, "small"))
        if found.counted and found.band > found.stars and not found.rejected:
            said = self.tr("Đủ điểm {band} sao nhưng vướng mốc bắt buộc ({how}):").format(
                band=found.band, how=words.combination(self.page.council.rules.combination if self.page else "")
            )
            lines.append((said, ""))
            for gate in found.blocking:
                said = self.tr("Tiêu chí {no}, mốc {stars} sao: {count} phiếu chưa đạt ({who})")
                who = ", ".join(names[each_] for each_ in gate.missed_by)
                no = numbers[gate.criterion]
                lines.append((said.format(no=no, stars=gate.stars, count=len(gate.missed_by), who=who), "small"))
        for no_, who_ in found.ticked.items():
            said = self.tr("Điều kiện loại số {no}: {count} phiếu đánh dấu.")
            lines.append((said.format(no=no_, count=len(who_)), "problem" if found.rejected else "small"))
        if each.next_level:
            role = next((role.name for role in legal.regime(each.regime).levels if role.id == each.next_level), "")
            said = self.tr("{stars} sao do {level} công nhận: trình tiếp lên cấp đó.")
            lines.append((said.format(stars=found.stars, level=role), ""))
        return lines

    def _show_acts(self, each: CaseRow) -> None:
        if each.result:
            if each.verdict.stars >= 3:
                made = button(self.tr("Ghi công nhận"), primary=True, name="session.recognise")
                made.clicked.connect(self._recognise)
                self._acts.addWidget(made)
            again = button(self.tr("Mở lại kết quả"), name="session.reopen")
            again.clicked.connect(self._reopen)
            self._acts.addWidget(again)
        else:
            made = button(self.tr("Ghi kết quả"), primary=True, name="session.record")
            made.setEnabled(each.verdict.ready)
            made.clicked.connect(self._record)
            self._acts.addWidget(made)
        if not any(state != "none" for state in each.cells.values()):
            out = button(self.tr("Đưa ra khỏi phiên họp"), name="session.take")
            out.clicked.connect(self._take)
            self._acts.addWidget(out)
        see = button(self.tr("Mở hồ sơ"), name="session.open")
        see.clicked.connect(self._see)
        self._acts.addWidget(see)
        self._acts.addStretch(1)

    # What the buttons do

    def _open_cell(self, at: object, column: object) -> None:
        if self.page is None:
            return
        each, member = self.page.rows[int(str(at))], int(str(column)) - 1
        if 0 <= member < len(self.members):
            who = self.members[member].id
            second = self.page.council.double_entry and each.cells[who] in {"second", "differs"}
            self.sheet_wanted.emit(self.page.session.id, each.case, who, 2 if second else 1)

    def _add_case(self) -> None:
        if self.page is not None:
            session = self.page.session.id
            self._office.jobs.read(partial(_candidates, session), partial(self._ask_case, session))

    def _ask_case(self, session: str, there: list[tuple[str, str]]) -> None:
        if not there:
            ask.tell(
                self, self.tr("Phiên họp"), self.tr("Không có hồ sơ nào đã gửi lên mà chưa ở trong phiên họp này.")
            )
            return
        self._show(asking.case(self._office, session, there, self))

    def _record(self) -> None:
        if self.page is not None and (each := self.current()) is not None:
            session, case = self.page.session.id, each.case
            self._office.jobs.write(lambda db: results.record(db, session, case), self._written)

    def _reopen(self) -> None:
        if (each := self.current()) is not None:
            title = self.tr("Mở lại kết quả")
            reason = ask.reason(self, title, self.tr("Vì sao mở lại kết quả của hội đồng?"), title)
            if reason is not None:
                self._office.jobs.write(lambda db: results.reopen(db, each.result, reason), self._written)

    def _take(self) -> None:
        if self.page is not None and (each := self.current()) is not None:
            session, case = self.page.session.id, each.case
            self._office.jobs.write(lambda db: seats.take_case(db, session, case), self._written)

    def _print(self, kind: CouncilPaper, _checked: bool = False) -> None:
        if self.page is not None:
            session = self.page.session.id
            self._office.jobs.read(lambda db: papers.paper(db, session, kind), self._office.print_requested.emit)

    def _ask_sheets(self) -> None:
        dialog = asking.score_sheets(self._office, self.members, self)
        dialog.recorded.connect(self._print_sheets)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _print_sheets(self, chosen: object) -> None:
        if self.page is None or not isinstance(chosen, dict):
            return
        member = "" if chosen["member"] == "all" else str(chosen["member"])
        draw = score_papers.filled if chosen["kind"] == "filled" else score_papers.blank
        task = partial(draw, session=self.page.session.id, member=member)
        self._office.jobs.read(task, self._office.print_requested.emit)

    def _see(self) -> None:
        if (each := self.current()) is not None:
            self._office.open_dossier.emit(each.case, None)

    def _recognise(self) -> None:
        if (each := self.current()) is not None:
            self._office.jobs.read(partial(offer, each.case), partial(self._ask_recognition, each.case))

    def _ask_recognition(self, case: str, answer: tuple[Values, str]) -> None:
        given, transition = answer
        self._show(product_asking.recognition(self._office, case, given, transition, self))

    def _show(self, dialog: RecordDialog) -> None:
        dialog.recorded.connect(self._written)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _written(self, _answer: object) -> None:
        self.refresh()


def _candidates(session: str, db: Db) -> list[tuple[str, str]]:
    return seats.named(db, seats.candidates(db, session))
