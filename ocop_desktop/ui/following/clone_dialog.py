"""Lập hồ sơ tiếp theo: what the new dossier takes over, paper by paper; nothing of unknown or ended term comes silently."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QVBoxLayout, QWidget

from ocop_desktop.actions import cloning
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.cloning import Offer, PaperTerm
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import show_date
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.following import words
from ocop_desktop.ui.inputs import Line, Radio, Tick
from ocop_desktop.ui.widgets import PageScroll, button, clear, column, row, set_role, tag, text


class CloneDialog(QDialog):
    """The kind, the day of reception, and every paper with its state on that day."""

    made = Signal(object)
    """The id of the new dossier."""

    def __init__(self, office: OfficeContext, dossier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._dossier = office, dossier
        self._ticks: dict[str, Tick] = {}
        self._lines: dict[str, Line] = {}
        self._states: dict[str, str] = {}
        self.setObjectName("clone")
        self.setWindowTitle(self.tr("Lập hồ sơ tiếp theo"))
        self.resize(720, 470)
        self._title = text("", "title", wrap=True)
        self._lead = text("", "quiet", wrap=True)
        self._upgrade, self._again = Radio(self.tr("Nâng hạng")), Radio(self.tr("Phân hạng lại"))
        self._upgrade.setObjectName("clone.nang-hang")
        self._again.setObjectName("clone.phan-hang-lai")
        self._again.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self._upgrade)
        group.addButton(self._again)
        self._day = Line()
        self._day.setObjectName("clone.day")
        self._day.setAccessibleName(self.tr("Ngày nhận"))
        self._day.setMaximumWidth(150)
        self._day.setText(show_date(office.today()))
        self._day.left.connect(self._read)
        self._filing = text("", "small", wrap=True)
        self._filing.setObjectName("clone.filing")
        self._again.toggled.connect(self._filing.setVisible)
        self._problem = text("", "", "danger", wrap=True)
        self._problem.setObjectName("clone.problem")
        self._problem.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        papers = PageScroll()
        papers.box.setContentsMargins(0, 0, 6, 0)
        papers.box.addLayout(self._grid)
        papers.box.addStretch(1)
        self._make = button(self.tr("Lập hồ sơ"), primary=True, name="clone.make")
        self._make.clicked.connect(self.save)
        back = button(self.tr("Quay lại"), name="clone.back")
        back.clicked.connect(self.reject)
        self._day.entered.connect(self._make.setFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(10)
        box.addLayout(column(self._title, self._lead, spacing=3))
        kind = row(self._again, self._upgrade, spacing=18)
        box.addLayout(
            row(
                column(text(self.tr("Loại hồ sơ"), "label"), kind, spacing=6),
                column(text(self.tr("Ngày nhận"), "label"), self._day, spacing=4),
                None,
                spacing=28,
            )
        )
        box.addWidget(self._filing)
        box.addWidget(text(self.tr("Minh chứng của hồ sơ trước"), "heading"))
        box.addWidget(papers, 1)
        box.addWidget(self._problem)
        box.addLayout(row(None, back, self._make))
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _read(self) -> None:
        if (day := self._received()) is not None:
            action = partial(cloning.offer, dossier=self._dossier, received_on=day)
            self._office.jobs.read(action, self._show, self._failed)

    def _received(self) -> str | None:
        try:
            day = KINDS["date"].parse(self._day.text())
            if not day:
                raise Refused("field.date.unreadable")
        except Refused as error:
            self._say(texts.error(error))
            return None
        self._say("")
        return str(day)

    def _show(self, offer: Offer) -> None:
        self._title.setText(offer.product)
        same = self.tr("{count} tiêu chí tự chấm được mang theo để sửa.").format(count=offer.answers)
        other = self.tr("Hồ sơ trước theo {document}: bộ tiêu chí khác nên phải chấm lại.")
        said = same if offer.same_rubric and offer.answers else other.format(document=offer.document)
        if not offer.answers:
            said = ""
        base = self.tr("Mang theo thông tin chủ thể, sản phẩm, lời khai của chủ thể. Đánh giá của xã viết mới.")
        self._lead.setText(f"{base} {said}".rstrip())
        said, tone = words.sentence(offer.filing) if offer.filing is not None else ("", "")
        self._filing.setText(said)
        set_role(self._filing, "small", "" if tone == "law" else tone)
        self._filing.setVisible(bool(said) and self._again.isChecked())
        kept = {id_: tick.isChecked() for id_, tick in self._ticks.items()}
        typed = {id_: line.text() for id_, line in self._lines.items()}
        clear(self._grid)
        self._ticks.clear()
        self._lines.clear()
        if not offer.files:
            self._grid.addWidget(text(self.tr("Hồ sơ trước không có tệp minh chứng."), "quiet"), 0, 1)
        for number, (file, state) in enumerate(offer.files):
            self._states[file.id] = state
            self._paper(number, file, state, kept, typed)

    def _paper(self, number: int, file: EvidenceFile, state: str, kept: dict[str, bool], typed: dict[str, str]) -> None:
        said, tone = words.term(state)  # type: ignore[arg-type]
        dates, _ = words.dates(file, self._office.today())
        tick = Tick(self.tr("Dòng {row}").format(row=file.row.lstrip("0")) if file.row.isdigit() else self.tr("Khác"))
        tick.setObjectName(f"clone.{file.id}")
        tick.setAccessibleName(f"{file.name}: {said}")
        tick.setChecked(kept.get(file.id, state in {"valid", "unlimited"}))
        tick.setEnabled(state != "expired")
        if state == "expired":
            tick.setChecked(False)
        self._ticks[file.id] = tick
        self._grid.addWidget(tick, number, 0)
        self._grid.addWidget(text(file.name, wrap=True), number, 1)
        if state != "unknown":
            self._grid.addWidget(text(dates, "small"), number, 2)
        self._grid.addWidget(tag(said, tone), number, 3)
        if state == "unknown":
            line = Line()
            line.setObjectName(f"clone.{file.id}.expires")
            line.setAccessibleName(self.tr("Có giá trị đến hết ngày: {name}").format(name=file.name))
            line.setPlaceholderText(self.tr("hạn, trống là không thời hạn"))
            line.setText(typed.get(file.id, ""))
            line.setFixedWidth(196)
            line.setEnabled(tick.isChecked())
            tick.toggled.connect(line.setEnabled)
            self._lines[file.id] = line
            self._grid.addWidget(line, number, 2)

    def save(self) -> None:
        """Make the dossier, or say what is not right."""
        day = self._received()
        if day is None:
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        terms: dict[str, PaperTerm] = {}
        for id_, line in self._lines.items():
            if not self._ticks[id_].isChecked():
                continue
            try:
                expires = str(KINDS["date"].parse(line.text()) or "")
            except Refused as error:
                self._say(texts.error(error))
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            terms[id_] = PaperTerm(expires_on=expires, unlimited=not expires)
        leave = frozenset(id_ for id_, tick in self._ticks.items() if not tick.isChecked())
        kind = "nang-hang" if self._upgrade.isChecked() else "phan-hang-lai"
        action = partial(cloning.clone, dossier=self._dossier, kind=kind, received_on=day, terms=terms, leave=leave)
        self._office.jobs.write(action, self._made, self._failed)

    def _made(self, changes: Changes) -> None:
        self.made.emit(changes.created)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, OcopError):
            self._say(texts.error(error))
            self._make.setEnabled(error.code != "clone.running")
        else:
            self._office.jobs.failed.emit(error)

    def _say(self, said: str) -> None:
        self._problem.setText(said)
        self._problem.setVisible(bool(said))
