"""A few answers that are written down at once: labels above editors, Enter to the end, what is wrong beside its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ocop_desktop.domain.forms import Field, Values
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import fields, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.fields import commit_composition
from ocop_desktop.ui.form_view import FieldBox
from ocop_desktop.ui.jobs import Then
from ocop_desktop.ui.widgets import PageScroll, button, row, text

Action = Callable[[Db, Values], object]


class RecordDialog(QDialog):
    """Asks for ``asked`` and writes by ``action``; stays open, with the sentence, when that refuses.

    ``wide`` fields take the whole line, the others stand two in a row.
    """

    recorded = Signal(object)
    """What the action answered."""

    def __init__(
        self,
        office: OfficeContext,
        title: str,
        words: str,
        asked: Sequence[Field],
        action: Action,
        given: Values | None = None,
        accept: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("record")
        self.setWindowTitle(title)
        self.setMinimumWidth(640)
        self._office = office
        self._action = action
        self._boxes = {field.key: FieldBox(field, fields.editor(field), brief=field.kind != "tick") for field in asked}
        self._accept = button(accept or self.tr("Ghi lại"), primary=True, name="record.accept")
        self._accept.setAutoDefault(True)
        self._accept.clicked.connect(self.accept)
        back = button(self.tr("Quay lại"), name="record.back")
        back.clicked.connect(self.reject)
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName("record.problem")
        self._problem.hide()
        inside = PageScroll()
        inside.box.setContentsMargins(0, 0, 6, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        line = at = 0
        for field in asked:
            wide = field.kind in {"lines", "tick"} or field.group == "wide"
            if wide and at:
                line, at = line + 1, 0
            grid.addWidget(self._boxes[field.key], line, at, 1, 2 if wide else 1)
            line, at = (line + 1, 0) if wide or at else (line, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        inside.box.addLayout(grid)
        inside.box.addStretch(1)
        inside.setMinimumHeight(min(400, 59 * (line + bool(at)) + 16 + 60 * any(f.kind == "lines" for f in asked)))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(text(title, "title", wrap=True))
        if words:
            box.addWidget(text(words, "quiet", wrap=True))
        box.addWidget(inside, 1)
        box.addWidget(self._problem)
        box.addLayout(row(text(self.tr("Enter sang ô tiếp theo, Esc quay lại"), "small"), None, back, self._accept))
        for key, value in (given or {}).items():
            if key in self._boxes and value is not None:
                editor = self._boxes[key].editor
                editor.put(
                    KINDS[editor.field.kind].show(value) if editor.field.kind != "tick" else "1" if value else "0"
                )
        if asked:
            self._boxes[asked[0].key].editor.setFocus()

    def put(self, key: str, shown: str) -> None:
        """Put a text in, as if it was typed."""
        self._boxes[key].editor.put(shown)

    def accept(self) -> None:
        """Write it down; a field that is not right yet gets the cursor instead."""
        commit_composition()
        values: Values = {}
        for box in self._boxes.values():
            reading = box.editor.reading()
            empty = reading.value is None and reading.refused is None
            if reading.refused is not None or (empty and box.field.required):
                box.check()
                if empty:
                    self._say(self.tr("Hãy điền mục “{label}”.").format(label=box.field.label))
                box.editor.setFocus()
                return
            values[box.field.key] = reading.value
        self._office.jobs.write(lambda db: self._action(db, values), self._done, self._refused)

    def _done(self, answer: object) -> None:
        self.recorded.emit(answer)
        super().accept()

    def _refused(self, problem: BaseException) -> None:
        self._say(texts.error(problem))

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()


def ask(dialog: RecordDialog, then: Then[object]) -> None:
    """Show the dialog; ``then`` gets what was written."""
    dialog.recorded.connect(then)
    dialog.open()
