"""What every step of a dossier's page has: the draft, the page read last, fields by key, a side column that folds below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.form_view import FieldBox
from ocop_desktop.ui.missing_card import MissingCard
from ocop_desktop.ui.widgets import PageScroll, button, text

SIDE_WIDTH = 292
_NARROW = 860
_BELOW = 128


class Step(QWidget):
    """One step. ``show_page`` gets the dossier as stored: a step shows from it all but the fields being typed in."""

    wanted = Signal(object)
    """The key of a field to go to, on whatever step."""
    next_wanted = Signal()
    """Go on to the next step."""

    def __init__(self, office: OfficeContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.draft = draft
        self.page: DossierPage | None = None

    def show_page(self, page: DossierPage) -> None:
        """Show what is stored now, and beside each field what the province says of it."""
        self.page = page
        said = {remark.key: remark.text for remark in page.remarks}
        said |= {refusal.key: texts.sentence(f"refused.{refusal.code}", {}) for refusal in page.refusals}
        for card in self.findChildren(MissingCard):
            card.setVisible(page.desk is None)  # what a commune still lacks is no work of the office that reads it
        for box in self.findChildren(FieldBox):
            box.show_remark(said.get(box.field.key, ""))

    def show_field(self, key: str) -> bool:
        """Bring a field into sight; False when this step has it not."""
        return False

    def focus_first(self) -> None:
        """Put the cursor where work on this step begins."""
        self.setFocus()


class Sentence(Step):
    """A step with nothing to do under the dossier's law, and why."""

    def __init__(self, office: OfficeContext, draft: Draft, words: str, parent: QWidget | None = None) -> None:
        super().__init__(office, draft, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 16, 0, 0)
        label = text(words, "quiet", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(label, 1)


class SideBySide(QWidget):
    """A main column and a side column; in a narrow window the side stands below."""

    def __init__(self, main: QWidget, side: QWidget, parent: QWidget | None = None, *, width: int = SIDE_WIDTH) -> None:
        super().__init__(parent)
        self._width = width
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._main = main
        self._side = side
        self._box.addWidget(main, 1)
        self._box.addWidget(side)
        side.setFixedWidth(width)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its wider column: the side moves below before the window stops shrinking."""
        width = max(self._main.minimumSizeHint().width(), self._width)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self._side.setMinimumWidth(0 if narrow else self._width)
            self._side.setMaximumWidth(16_777_215 if narrow else self._width)
            if isinstance(self._side, PageScroll):  # below, it leaves the work most of the room
                self._side.setMaximumHeight(_BELOW if narrow else 16_777_215)


def onward(step: Step, words: str) -> QPushButton:
    """The button at the end of a step that leads to the next."""
    made = button(words, primary=True, name="step.next")
    made.clicked.connect(step.next_wanted)
    return made


def scrolling_side(*cards: QWidget) -> PageScroll:
    """A side column of several cards, which scrolls by itself when the window is low."""
    column = PageScroll()
    column.box.setContentsMargins(0, 12, 6, 0)
    column.box.setSpacing(10)
    for card in cards:
        column.box.addWidget(card)
    column.box.addStretch(1)
    return column


def side_column(*cards: QWidget) -> QWidget:
    """Cards one under the other, kept at the top."""
    column = QWidget()
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(10)
    for card in cards:
        box.addWidget(card)
    box.addStretch(1)
    return column
