"""A page from the sections of a form: one card for each section, fields in the order of the paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ocop_desktop.domain.forms import Field, Section
from ocop_desktop.ui import fields, texts
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.fields import Editor, LinesEditor
from ocop_desktop.ui.people.masked import Masked
from ocop_desktop.ui.widgets import Card, PageScroll, set_role, text

Make = Callable[[Field, QWidget | None], Editor]
_WIDE_KINDS = frozenset({"text", "lines"})


class FieldBox(QWidget):
    """One field: its label, its editor, and below it the sentence that says what is not right yet."""

    def __init__(self, field: Field, editor: Editor, parent: QWidget | None = None, *, brief: bool = False) -> None:
        """``brief``: label and editor only; the hint waits in the tooltip."""
        super().__init__(parent)
        self.field = field
        self.editor = editor
        self.brief = brief
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        label = text(field.label if brief else self._words(field), "label", wrap=True)
        label.setBuddy(editor)
        box.addWidget(label)
        if field.kind == "tick":  # its box carries the words
            label.hide()
        box.addWidget(editor)
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName(f"{field.key}.problem")
        self._problem.hide()
        box.addWidget(self._problem)
        self._remark: QLabel | None = None
        if isinstance(editor, LinesEditor):
            editor.lines.setPlaceholderText(field.hint)
        elif brief:
            self.setToolTip(field.hint)
        elif field.hint:
            box.addWidget(text(field.hint, "small", wrap=True))
        for widget in (editor, editor.focusProxy()):
            if widget is not None:
                widget.setAccessibleName(field.label)
        editor.left.connect(self.check)
        editor.edited.connect(self._calm)

    def check(self) -> None:
        """Show what is not right with the text, once the field is left."""
        refused = self.editor.reading().refused
        self._problem.setText(texts.error(refused) if refused is not None else "")
        self._problem.setVisible(refused is not None)
        if (widget := self.editor.focusProxy()) is not None:
            set_role(widget, str(widget.property("role") or ""), "danger" if refused is not None else "")

    def show_remark(self, words: str) -> None:
        """What the province says of this field; nothing takes it away."""
        if self._remark is None and words:
            self._remark = text("", "remark", wrap=True)
            self._remark.setObjectName(f"{self.field.key}.remark")
            if isinstance(box := self.layout(), QVBoxLayout):
                box.insertWidget(
                    0 if self.brief else box.count(), self._remark
                )  # brief ones stand in a row, by their feet
        if self._remark is not None:
            self._remark.setText(self.tr("Tỉnh: {words}").format(words=words))
            self._remark.setVisible(bool(words))

    def _calm(self) -> None:
        """While typing, a problem shown goes away as soon as it is mended; none appears."""
        if not self._problem.isHidden() and self.editor.reading().refused is None:
            self.check()

    def _words(self, field: Field) -> str:
        return self.tr("{label} (bắt buộc)").format(label=field.label) if field.required else field.label


class FormView(PageScroll):
    """The fields of a form on one scrolling page, registered with the draft."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._boxes: dict[str, FieldBox] = {}
        self.box.setContentsMargins(0, 12, 6, 14)

    def add_section(
        self,
        section: Section,
        *,
        makers: Mapping[str, Make] | None = None,
        narrow: frozenset[str] = frozenset(),
        wide: frozenset[str] = frozenset(),
    ) -> Card:
        """A card with the section's fields in two columns: texts over both, ``narrow`` ones and numbers in one."""
        card = Card(section.title)
        if section.note:
            card.box.addWidget(text(section.note, "small", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        line, column = 0, 0
        for field in section.fields:
            make = (makers or {}).get(field.key, fields.editor)
            box = self.add_field(field, make(field, None))
            both = field.key in wide or (field.kind in _WIDE_KINDS and field.key not in narrow)
            if both and column:
                line, column = line + 1, 0
            grid.addWidget(box, line, column, 1, 2 if both else 1, Qt.AlignmentFlag.AlignTop)
            column += 2 if both else 1
            if column >= 2:
                line, column = line + 1, 0
        card.box.addLayout(grid)
        self.box.addWidget(card)
        return card

    def add_field(self, field: Field, editor: Editor) -> FieldBox:
        """A field's box, registered; the caller lays it out."""
        if field.sensitive:
            editor = Masked(editor, self._draft.look)
        editor.setObjectName(field.key)
        box = FieldBox(field, editor)
        self._boxes[field.key] = box
        self._draft.add(editor)
        return box

    def show_field(self, key: str) -> bool:
        """Bring a field into sight with the cursor in it; False when it is not on this page."""
        box = self._boxes.get(key)
        if box is None:
            return False
        self.ensureWidgetVisible(box, 0, 40)
        box.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def check(self) -> None:
        """Show the problems of every field: for a draft opened with text that is not a value yet."""
        for box in self._boxes.values():
            box.check()
