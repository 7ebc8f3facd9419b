"""What stood in the dossier before: for the criteria of the self-assessment, and as a card beside the components."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions import cloning
from ocop_desktop.actions.cloning import Differences
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.domain.text import show_hundredths
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.following import words
from ocop_desktop.ui.widgets import Card, clear, column, row, tag, text


class Before(QObject):
    """Reads the differences of the dossier on screen; nothing for a first dossier."""

    changed = Signal()

    def __init__(self, office: OfficeContext, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._dossier = ""
        self.found: Differences | None = None

    def read(self, page: DossierPage) -> None:
        """Read them again; ``changed`` tells when they are other ones."""
        if page.id != self._dossier:
            self._dossier, self.found = page.id, None
        if page.values.get("dossier.previous") or page.values.get("dossier.kind") != "lan-dau":
            self._office.jobs.read(partial(cloning.differences, dossier=page.id), partial(self._got, page.id))

    def _got(self, dossier: str, found: Differences | None) -> None:
        if dossier == self._dossier and found != self.found:
            self.found = found
            self.changed.emit()

    def answer(self, criterion: str) -> str | None:
        """The earlier answer of a criterion; ``None`` where there is nothing to compare with."""
        return self.found.answers.get(criterion, "") if self.found is not None and self.found.answers else None

    def words(self) -> str:
        """The earlier total in one phrase, empty where there is none."""
        if self.found is None or self.found.total is None:
            return ""
        marks = " " + "★" * (self.found.stars or 0) if (self.found.stars or 0) >= 3 else ""
        if not self.found.answers:
            said = self.tr(" · lần trước {total} điểm{stars} theo {document}, bộ tiêu chí khác")
            return said.format(total=show_hundredths(self.found.total), stars=marks, document=self.found.document)
        said = self.tr(" · lần trước {total} điểm{stars}, {count} tiêu chí khác lần trước")
        return said.format(total=show_hundredths(self.found.total), stars=marks, count=len(self.found.changed))


class BeforeCard(Card):
    """Row by row: new papers, the same ones, and those left behind because they ended or nobody knows their term."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setObjectName("before")
        self.box.addWidget(text(self.tr("So với hồ sơ trước"), "heading", wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.box.addLayout(self._rows)
        self.hide()

    def show_differences(self, found: Differences | None, must_show: tuple[str, ...] = ()) -> None:
        """Show them, with what the law wants such a dossier to show (Điều 6 khoản 1 điểm b, c); or nothing."""
        self.setVisible(found is not None or bool(must_show))
        clear(self._rows)
        for words_ in must_show:
            said = self.tr("Phải thể hiện: {words}.").format(words=words_[:1].lower() + words_[1:].rstrip("."))
            self._rows.addWidget(text(said, "small", wrap=True))
        if found is None:
            return
        same = sum(len(change.same) for change in found.rows)
        new = sum(len(change.new) for change in found.rows)
        counts = self.tr("{same} giấy dùng lại, {new} giấy mới, {left} giấy không mang theo.")
        self._rows.addWidget(text(counts.format(same=same, new=new, left=len(found.left)), "", wrap=True))
        for change in found.rows:
            if change.new:
                said = self.tr("Dòng {row}, mới: {names}")
                self._rows.addWidget(
                    text(said.format(row=change.row.lstrip("0"), names=", ".join(change.new)), "small", wrap=True)
                )
        for file, state in found.left:
            said, tone = words.term(state)
            name = self.tr("Dòng {row}: {name}").format(row=file.row.lstrip("0"), name=file.name)
            line = row(text(name, "small", wrap=True), tag(said, tone))
            line.setStretch(0, 1)
            self._rows.addLayout(column(line, spacing=0))
