"""The card with the criterion's thresholds: facts for the commune to verify, never points for it to give."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ocop_desktop.domain.criteria import Criterion, Option
from ocop_desktop.ui.widgets import Card, clear, text

_RANGE = re.compile(r"(\d+)\s*%?\s*đến (dưới )?(\d+)\s*%")
_FROM = re.compile(r"(?:≥|từ)\s*(\d+)\s*%")


def share_option(options: tuple[Option, ...], hundredths: int | None) -> Option | None:
    """The option whose range of per cent holds a share (hundredths of a per cent); of two that touch, the higher one.

    Criterion 3.3 prints both "từ 50% đến 75%" and "≥ 75%": exactly 75 % is read as the second.
    """
    found = None
    for option in options:
        if hundredths is None:
            break
        if match := _RANGE.search(option.text):
            low, below, high = int(match[1]) * 100, bool(match[2]), int(match[3]) * 100
            fits = low <= hundredths and (hundredths < high if below else hundredths <= high)
        elif match := _FROM.search(option.text):
            fits = hundredths >= int(match[1]) * 100
        else:
            fits = False
        if fits:
            found = option
    return found


class FactsCard(Card):
    """The thresholds of the criteria behind one matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="law", parent=parent)
        self.setObjectName("facts")
        self.box.setSpacing(6)
        self._shown: tuple[object, ...] = ()

    def say(self, words: str) -> None:
        """Say why there are no thresholds."""
        if self._shown == (words,):
            return
        self._shown = (words,)
        clear(self.box)
        self.box.addWidget(text(self.tr("Mốc để đối chiếu"), "heading", wrap=True))
        self.box.addWidget(text(words, "small", wrap=True))

    def show_criteria(self, criteria: tuple[Criterion, ...], source: str, share: int | None) -> None:
        """Show the options as printed; the one that a share of per cent falls into stands out."""
        marked = {option.id for c in criteria if (option := share_option(c.options, share)) is not None}
        now = (criteria, source, frozenset(marked))
        if now == self._shown:
            return
        self._shown = now
        clear(self.box)
        for criterion in criteria:
            heading = self.tr("Tiêu chí {no} cần xác minh").format(no=criterion.no)
            self.box.addWidget(text(heading, "heading", wrap=True))
            self.box.addWidget(text(criterion.title, "small", wrap=True))
            grid = QGridLayout()
            grid.setHorizontalSpacing(10)
            grid.setVerticalSpacing(5)
            grid.setColumnStretch(0, 1)
            for line, option in enumerate(criterion.every_option()):
                role = "strong" if option.id in marked else ""
                points = text(str(option.points), role)
                grid.addWidget(text(option.text, role, wrap=True), line, 0)
                grid.addWidget(points, line, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            self.box.addLayout(grid)
            for rule in criterion.disqualify:
                self.box.addWidget(text(rule.text, "", "danger", wrap=True))
        note = self.tr("{source}. Xã không chấm điểm; đây là mốc để đối chiếu.").format(source=source)
        self.box.addWidget(text(note, "small", wrap=True))
