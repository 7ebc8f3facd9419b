"""The middle of the assessment: the texts of one matter, or of the meeting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from ocop_desktop.domain.forms import Field, Section
from ocop_desktop.domain.text import show_hundredths
from ocop_desktop.ui import fields
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.fields import Editor, LinesEditor
from ocop_desktop.ui.form_view import FieldBox
from ocop_desktop.ui.inputs import Line, Lines
from ocop_desktop.ui.model_sentences import SENTENCES
from ocop_desktop.ui.widgets import text

TOTAL, LOCAL = "dossier.workers_total", "dossier.workers_local"


def share(total: object, local: object) -> int | None:
    """Hundredths of a per cent that local workers are of all; None where it cannot be said."""
    if isinstance(total, int) and isinstance(local, int) and 0 <= local <= total and total > 0:
        return (local * 10_000 + total // 2) // total
    return None


class MatterPage(QWidget):
    """The fields of one section of Mẫu số 03: long texts first, short ones in a row below."""

    def __init__(self, section: Section, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._draft = draft
        self._boxes: dict[str, FieldBox] = {}
        self._ratio: Line | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(text(section.title, "heading", wrap=True))
        if section.note:
            box.addWidget(text(section.note, "small", wrap=True))
        is_meeting = any(field.kind == "tick" for field in section.fields)
        ordered = section.fields if is_meeting else sorted(section.fields, key=lambda f: f.kind != "lines")
        short: QGridLayout | None = None
        column = 0
        for field in ordered:
            made = self._field(field)
            if field.kind in {"lines", "tick"} or (is_meeting and field.kind == "text" and column == 0):
                box.addWidget(made)
                short, column = None, 0
                continue
            if short is None:
                short = QGridLayout()
                short.setHorizontalSpacing(10)
                box.addLayout(short)
            short.addWidget(made, 0, column, Qt.AlignmentFlag.AlignBottom if made.brief else Qt.AlignmentFlag.AlignTop)
            short.setColumnStretch(column, 8 + len(field.label))
            column += 1
        if TOTAL in self._boxes and short is not None:
            short.addWidget(self._ratio_box(), 0, column, Qt.AlignmentFlag.AlignBottom)
            short.setColumnStretch(column, 16)
            self.show_ratio()
        box.addStretch(1)

    def show_field(self, key: str) -> FieldBox | None:
        """The box of a field with the cursor now in it."""
        made = self._boxes.get(key)
        if made is not None:
            made.editor.setFocus()
        return made

    def focus_next_empty(self) -> None:
        """The cursor into the first text that is not written yet, else into the last one."""
        boxes = [b for b in self._boxes.values() if b.field.kind == "lines" or b.field.kind == "tick"]
        empty = next((b for b in boxes if not b.editor.text()), None)
        target = empty or (boxes[-1] if boxes else None)
        if target is not None:
            target.editor.setFocus()

    def state(self) -> tuple[bool, bool]:
        """Whether anything is written, and whether all that is required is."""
        written = [bool(b.editor.text().strip()) for b in self._boxes.values() if b.field.kind == "lines"]
        needed = [bool(b.editor.text().strip()) for b in self._boxes.values() if b.field.required]
        return any(written), bool(needed) and all(needed)

    def show_ratio(self) -> None:
        """The share of local workers, from the two counts on screen."""
        if self._ratio is not None:
            found = share(self._draft.value(TOTAL), self._draft.value(LOCAL))
            self._ratio.setText(f"{show_hundredths(round(found, -1))} %" if found is not None else "")

    def offer_sentences(self, *, locked: bool) -> None:
        """Open the list of model sentences for the text with the cursor (else the last one)."""
        long = [b for b in self._boxes.values() if isinstance(b.editor, LinesEditor)]
        chosen = next((b for b in long if b.editor.has_focus()), long[-1] if long else None)
        if chosen is None or locked:
            return
        lines = chosen.editor.lines  # type: ignore[attr-defined]
        menu = QMenu(self)
        menu.setObjectName("sentences")
        for sentence in SENTENCES.get(chosen.field.key, ()):
            action = QAction(sentence, menu)
            action.triggered.connect(partial(_insert, lines, sentence))
            menu.addAction(action)
        if menu.isEmpty():
            return
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        corner = lines.cursorRect().bottomLeft() + QPoint(8, 6)
        menu.popup(lines.viewport().mapToGlobal(corner))

    def _field(self, field: Field) -> FieldBox:
        editor: Editor = fields.editor(field)
        if isinstance(editor, LinesEditor):
            editor.lines.grow(least=4, most=16)
        box = FieldBox(field, editor, brief=field.kind == "count")
        self._boxes[field.key] = box
        self._draft.add(editor)
        return box

    def _ratio_box(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        self._ratio = Line()
        self._ratio.setObjectName("workers.ratio")
        self._ratio.setReadOnly(True)
        self._ratio.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ratio.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.addWidget(text(self.tr("Tỷ lệ"), "label"))
        box.addWidget(self._ratio)
        return holder


def _insert(lines: Lines, sentence: str, _checked: bool = False) -> None:
    lines.insert_sentence(sentence)
