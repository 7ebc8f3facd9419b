"""Step 2 of an import: what each column of the file is, with its first cells beside the choice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from ocop_desktop.actions.lists.reading import Opened
from ocop_desktop.domain.lists import columns
from ocop_desktop.ui.inputs import Combo
from ocop_desktop.ui.lists import words
from ocop_desktop.ui.widgets import PageScroll, text

_SAMPLES = 3


class ColumnsPage(PageScroll):
    """A line for each column; a value has one column, the one chosen last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combos: list[Combo] = []
        self.box.setContentsMargins(0, 0, 8, 0)

    def show_file(self, opened: Opened) -> None:
        """The columns of a file, as they were guessed or chosen before."""
        while (item := self.box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for at, head in enumerate((self.tr("Cột trong tệp"), self.tr("Vài ô đầu"), self.tr("Là"))):
            grid.addWidget(text(head, "small"), 0, at)
        self.combos = []
        choices = columns.targets(opened.kind)
        for at, lines in enumerate(opened.listed.heads):
            combo = Combo()
            combo.setObjectName(f"lists.column.{at}")
            combo.addItem(self.tr("(không nhập)"), "")
            for each in choices:
                combo.addItem(words.target(each.key), each.key)
            combo.setCurrentIndex(max(0, combo.findData(opened.keys[at])))
            head = " / ".join(lines) or self.tr("(không tên)")
            combo.setAccessibleName(head)
            combo.typed.connect(partial(self._changed, at))
            self.combos.append(combo)
            seen = [line.cells[at] for line in opened.listed.lines[:40] if at < len(line.cells) and line.cells[at]]
            shown = " · ".join(dict.fromkeys(_short(each) for each in seen[:_SAMPLES]))
            grid.addWidget(text(_short(head, 44), "strong", wrap=True), at + 1, 0)
            grid.addWidget(text(_short(shown, 70), "quiet"), at + 1, 1)
            grid.addWidget(combo, at + 1, 2)
        for at, share in enumerate((3, 4, 3)):
            grid.setColumnStretch(at, share)
        self.box.addWidget(inside)
        self.box.addStretch(1)
        if self.combos:
            self.combos[0].setFocus()

    def keys(self) -> tuple[str, ...]:
        """What each column fills; empty: nothing."""
        return tuple(str(combo.currentData() or "") for combo in self.combos)

    def _changed(self, at: int) -> None:
        chosen = self.combos[at].currentData()
        for other, combo in enumerate(self.combos):
            if chosen and other != at and combo.currentData() == chosen:
                combo.setCurrentIndex(0)


def _short(words_: str, most: int = 26) -> str:
    return words_ if len(words_) <= most else f"{words_[: most - 1]}…"
