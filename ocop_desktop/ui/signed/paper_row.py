"""One file that came back: what it is, in sentences, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ocop_desktop.actions.paper_check import Brought
from ocop_desktop.actions.signed import Ready, Unsigned, why_not
from ocop_desktop.errors import Refused
from ocop_desktop.ui import texts
from ocop_desktop.ui.widgets import button, clear, link, row, set_role, text


@dataclass(frozen=True)
class Paper:
    """A file that was read, and what it was found to be."""

    brought: Brought
    ready: Ready


class PaperRow(QFrame):
    """Name, sentences, and buttons: bind, choose the dossier, open it, put it aside."""

    bind_wanted = Signal(object)
    """The row itself."""
    chosen = Signal(object, object)
    """The row, the dossier a person named."""
    open_wanted = Signal(object)
    """The id of a dossier."""
    closed = Signal(object)

    def __init__(self, paper: Paper, unsigned: Sequence[Unsigned], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "evidence")
        self.paper = paper
        self.bound = False
        self._unsigned = tuple(unsigned)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 8, 8, 8)
        self._box.setSpacing(4)
        self._fill()

    @property
    def fits(self) -> bool:
        """Whether it can be bound now."""
        return self.paper.ready.fits and not self.bound

    def show_paper(self, paper: Paper) -> None:
        """Another finding of the same file."""
        self.paper = paper
        self._fill()

    def show_bound(self) -> None:
        """It is kept."""
        self.bound = True
        self._fill()

    def show_problem(self, words: str) -> None:
        """Why it could not be kept."""
        self._box.addWidget(text(words, "problem", wrap=True))

    def _fill(self) -> None:
        clear(self._box)
        finding = self.paper.ready.finding
        self._box.addLayout(row(text(finding.name, "strong"), None, self._away()))
        self._box.addWidget(text(self._words(finding.code), "", wrap=True))
        barrier = why_not(finding)
        for note in finding.notes:
            self._box.addWidget(text(self._words(note), "problem", wrap=True))
        for signature in finding.signatures:
            self._box.addWidget(text(texts.error(Refused(signature.code, **signature.details)), "quiet", wrap=True))
        if barrier and barrier != finding.code and barrier not in finding.notes:
            self._box.addWidget(text(self._words(barrier), "problem", wrap=True))
        if self.bound:
            done = self.tr("✓ Đã gắn vào hồ sơ, sẽ về tỉnh cùng lần đồng bộ tới.")
            self._box.addWidget(text(done, "strong", "accent"))
        self._box.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        finding = self.paper.ready.finding
        line = row()
        if self.fits:
            bind = button(self.tr("Gắn vào hồ sơ"), primary=True, name="signed.bind")
            bind.clicked.connect(self._want_bind)
            line.addWidget(bind)
        if finding.code == "paper.no_code" and self._unsigned:
            line.addWidget(self._picker())
        if finding.dossier:
            show = link(self.tr("Mở hồ sơ"), "signed.open")
            show.clicked.connect(self._want_open)
            line.addWidget(show)
        line.addStretch(1)
        return line

    def _picker(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("signed.dossier")
        box.setAccessibleName(self.tr("Giấy này của hồ sơ nào?"))
        box.addItem(self.tr("Giấy này của hồ sơ nào?"), "")
        for each in self._unsigned:
            box.addItem(f"{each.product} · {each.producer}", each.dossier)
        box.activated.connect(lambda at: self.chosen.emit(self, box.itemData(at)) if box.itemData(at) else None)
        box.setMinimumWidth(320)
        return box

    def _away(self) -> QWidget:
        away = link(self.tr("Bỏ khỏi danh sách"), "signed.away")
        away.clicked.connect(self._want_away)
        return away

    def _words(self, code: str) -> str:
        return texts.error(Refused(code, **self.paper.ready.finding.details))

    def _want_bind(self) -> None:
        self.bind_wanted.emit(self)

    def _want_open(self) -> None:
        self.open_wanted.emit(self.paper.ready.finding.dossier)

    def _want_away(self) -> None:
        self.closed.emit(self)
