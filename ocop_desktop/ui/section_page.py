"""The criteria of one section of a rubric, one under the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from ocop_desktop.domain.criteria import SectionOf
from ocop_desktop.domain.regimes import EvidenceRow
from ocop_desktop.ui.criterion_view import Chip, CriterionView
from ocop_desktop.ui.widgets import Card, PageScroll, rule, text


class SectionPage(PageScroll):
    """``views`` are its criteria by id; ``wire`` connects each as it is made."""

    def __init__(
        self,
        section: SectionOf,
        rows: Mapping[str, Sequence[EvidenceRow]],
        wire: Callable[[CriterionView], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.views: dict[str, CriterionView] = {}
        self.box.setContentsMargins(0, 0, 6, 0)
        card = Card()
        card.box.setContentsMargins(6, 4, 6, 6)
        card.box.setSpacing(4)
        for words in (section.hint, *(each.text for each in section.disqualify)):
            if words:
                note = text(words, "small", wrap=True)
                note.setContentsMargins(10, 4, 10, 0)
                card.box.addWidget(note)
        for number, leaf in enumerate(section.leaves()):
            if number:
                card.box.addWidget(rule())
            view = CriterionView(leaf, [Chip(each.no, each.title) for each in rows.get(leaf.id, ())])
            wire(view)
            self.views[leaf.id] = view
            card.box.addWidget(view)
        self.box.addWidget(card)
        self.box.addStretch(1)

    def reveal(self, criterion: str) -> None:
        """Bring a criterion into sight, its title first when it is higher than the window."""
        view = self.views[criterion]
        self.ensureWidgetVisible(view, 0, 8)
        top = view.y() + (card.y() if (card := view.parentWidget()) is not None else 0)
        if top < self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(max(0, top - 4))
