"""One conflict as a card: every field with both values, who, when, on which PC, and buttons that say what they take.

Values of a sensitive field stay covered, as on the dossier's page; showing them is written down first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QPushButton, QWidget

from ocop_desktop.actions.conflicts import Choice, Conflict, FieldConflict, Side, Typed
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import Refused
from ocop_desktop.ui import fields, texts
from ocop_desktop.ui.fields import Editor
from ocop_desktop.ui.flow import Flow
from ocop_desktop.ui.inputs import is_enter
from ocop_desktop.ui.people.masked import DOTS, Look, Masked
from ocop_desktop.ui.widgets import Card, button, column, link, row, rule, set_role, text

_SHORT = 18
"""Characters of a value that still fit on a button; longer ones are named by their PC."""
_MOST = 600
_SIDE_BY_SIDE = 560
"""Pixels from which both values stand beside each other."""


class _Value(QFrame):
    """One side's value, with who, when and where below it."""

    def __init__(self, words: str, side: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        set_role(self, "choice")
        short = len(words) <= _SHORT and "\n" not in words
        self._words = value = text(
            words if len(words) <= _MOST else f"{words[:_MOST]}…", "value" if short else "", wrap=True
        )
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if len(words) > _MOST:
            value.setToolTip(words)
        self._plain, self._tip = value.text(), value.toolTip()
        box = column(value, text(side, "small", wrap=True), spacing=1)
        box.setContentsMargins(10, 6, 10, 6)
        self.setLayout(box)

    def cover(self, covered: bool) -> None:
        """Dots in place of the value, or the value."""
        self._words.setText(DOTS if covered else self._plain)
        self._words.setToolTip("" if covered else self._tip)

    def choose(self, chosen: bool) -> None:
        """Show whether this side is taken."""
        set_role(self, "choice", "accent" if chosen else "")


class _FieldPart(QWidget):
    """One field of a conflict: both values, the buttons, a line for a third value."""

    chosen = Signal()

    def __init__(
        self, conflict: Conflict, field: FieldConflict, today: date, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._sensitive = field.form is not None and field.form.sensitive
        self._look = look
        self._cover_link: QPushButton | None = None
        self.choice: Choice | None = None
        self._conflict = conflict
        self._editor: Editor | None = None
        self._values: dict[str, _Value] = {}
        self._buttons: dict[str, QPushButton] = {}
        box = column(spacing=6)
        if conflict.needs_reason:
            box.addWidget(text(field.label, "strong", wrap=True))
        keys = Flow(spacing=6)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(6)
        box.addLayout(self._sides)
        order = ("theirs", "ours") if conflict.theirs.here and not conflict.ours.here else ("ours", "theirs")
        for which in order:
            side: Side = getattr(conflict, which)
            words = getattr(field, f"{which}_words") or self.tr("(để trống)")
            value = _Value(words, side_words(side, today), f"conflict.{field.name}.{which}.value")
            self._values[which] = value
            self._sides.addWidget(value, 1)
            made = button(self._button_words(which, words, side), name=f"conflict.{field.name}.{which}")
            made.setCheckable(conflict.needs_reason)
            made.clicked.connect(partial(self._take, which))
            made.setVisible(which == "theirs" or conflict.kind != "move" or conflict.again)
            self._buttons[which] = made
            keys.addWidget(made)
        if field.base_known:
            before = self.tr("Trước đó: {value}.").format(value=field.base_words or self.tr("để trống"))
            self._before = before if len(before) <= _MOST else f"{before[:_MOST]}…"
            self._before_line = text(self._before, "quiet", wrap=True)
            box.addWidget(self._before_line)
        if field.form is not None:
            other = button(self.tr("Sửa khác…"), name=f"conflict.{field.name}.other")
            other.setCheckable(conflict.needs_reason)
            other.clicked.connect(self._type)
            self._buttons["other"] = other
            keys.addWidget(other)
        if self._sensitive:
            self._cover_link = link(self.tr("Hiện"), f"conflict.{field.name}.cover")
            self._cover_link.setToolTip(
                self.tr("Dữ liệu cá nhân nhạy cảm: mỗi lần xem được ghi vào nhật ký, không ghi nội dung.")
            )
            self._cover_link.clicked.connect(self._ask)
            keys.addWidget(self._cover_link)
            self._cover(True)
        box.addLayout(keys)
        self._box = box
        self._problem = text("", "problem", wrap=True)
        self._problem.hide()
        box.addWidget(self._problem)
        self.setLayout(box)

    def first(self) -> QPushButton:
        """Where the keyboard begins."""
        return next(made for made in self._buttons.values() if not made.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room: on a low screen the buttons below stay in sight."""
        super().resizeEvent(event)
        wide = self.width() > _SIDE_BY_SIDE
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page: covered when it comes back."""
        super().hideEvent(event)
        if self._sensitive:
            self._cover(True)

    def _ask(self) -> None:
        if self.field.form is not None:
            self._look(self.field.form.key, self._uncover)

    def _uncover(self, _written: object) -> None:
        self._cover(False)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _cover(self, covered: bool) -> None:
        for which, value in self._values.items():
            value.cover(covered and bool(getattr(self.field, f"{which}_words")))
        if self.field.base_known:
            hidden = covered and bool(self.field.base_words)
            self._before_line.setText(self.tr("Trước đó: {value}.").format(value=DOTS) if hidden else self._before)
        if self._cover_link is not None:
            self._cover_link.setVisible(covered)

    def _button_words(self, which: str, words: str, side: Side) -> str:
        kind = self._conflict.kind
        if kind == "move":
            again = self.tr("Làm lại: {step}") if which == "ours" else self.tr("Theo bước: {step}")
            return again.format(step=words)
        if kind == "delete":
            return words[:1].upper() + words[1:]
        if len(words) <= _SHORT and "\n" not in words and not self._sensitive:
            return self.tr("Dùng {value}").format(value=words)
        if side.here:
            return self.tr("Dùng bản máy này")
        return self.tr("Dùng bản {device}").format(device=side.device or side.who or self.tr("máy kia"))

    def _take(self, which: str, _checked: bool = False) -> None:
        self._mark(which)
        self.choice = "ours" if which == "ours" else "theirs"
        self.chosen.emit()

    def _mark(self, which: str) -> None:
        for name, value in self._values.items():
            value.choose(name == which)
        for name, made in self._buttons.items():
            if made.isCheckable():
                made.setChecked(name == which)
        self._problem.hide()

    def _type(self, _checked: bool = False) -> None:
        """Open a line for a third value; the cursor goes into it."""
        if self._editor is None and self.field.form is not None:
            made_for = fields.editor(self.field.form, self)
            self._editor = Masked(made_for, self._look, self) if self._sensitive else made_for
            self._editor.setObjectName(f"conflict.{self.field.name}.typed")
            self._editor.load(self.field.ours)
            use = button(self.tr("Dùng giá trị này"), name=f"conflict.{self.field.name}.use")
            use.clicked.connect(self._take_typed)
            line = row(self._editor, use)
            line.setStretch(0, 1)
            self._box.insertLayout(self._box.count() - 1, line)
            for made in (self._editor, use):
                made.show()  # now, not at the next layout: the cursor goes into it
        if self._editor is not None:
            self._mark("other")
            self.choice = None
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_typed(self, _checked: bool = False) -> None:
        if self._editor is None:
            return
        reading = self._editor.reading()
        if isinstance(reading.refused, Refused):
            self._problem.setText(texts.error(reading.refused))
            self._problem.show()
            self._editor.setFocus()
            return
        self._mark("other")
        self.choice = Typed(reading.value)
        self.chosen.emit()


class ConflictCard(Card):
    """A conflict to decide. One field is decided by its button; several are chosen one by one, explained and recorded."""

    decided = Signal(object, object, object)
    """The conflict's ``op``, the choices by field, the reason."""

    def __init__(self, conflict: Conflict, today: date, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.conflict = conflict
        self.setObjectName(f"conflict.{conflict.op}")
        self.box.setSpacing(8)
        title = text(self._title(), "heading", wrap=True)
        self.box.addWidget(title)
        self.setAccessibleName(title.text())
        self.box.addWidget(text(texts.sentence(f"conflict.{conflict.code}", {}), "quiet", wrap=True))
        self.parts: list[_FieldPart] = []
        for at, field in enumerate(conflict.fields):
            if at:
                self.box.addWidget(rule())
            part = _FieldPart(conflict, field, today, look)
            part.chosen.connect(self._chosen)
            self.parts.append(part)
            self.box.addWidget(part)
        if conflict.kept:
            words = self.tr("Giữ thêm phần vừa gõ ở: {fields}.").format(fields="; ".join(conflict.kept))
            self.box.addWidget(text(words, "small", wrap=True))
        self._reason = QLineEdit()
        self._reason.setObjectName("conflict.reason")
        self._reason.setAccessibleName(self.tr("Lý do chọn"))
        self._reason.setPlaceholderText(self.tr("Ví dụ: đã đối chiếu với bảng lương"))
        self._reason.textChanged.connect(self._check)
        self._reason.returnPressed.connect(self._record)
        self._record_button = button(self.tr("Ghi nhận lựa chọn"), primary=True, name="conflict.record")
        self._record_button.clicked.connect(self._record)
        if conflict.needs_reason or not conflict.fields or self._move_needs_reason():
            if conflict.fields:
                self.box.addLayout(column(text(self.tr("Lý do chọn"), "label"), self._reason, spacing=3))
            if conflict.needs_reason or not conflict.fields:
                self.box.addLayout(row(self._record_button, None))
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName("conflict.problem")
        self._problem.hide()
        self.box.addWidget(self._problem)
        self.box.addWidget(text(self.tr("Hồ sơ chưa chốt, chưa gửi tỉnh được đến khi chọn xong."), "small", wrap=True))
        self._check()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to choose."""
        target: QWidget = self.parts[0].first() if self.parts else self._record_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Why it could not be recorded; the card can be used again."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self.setEnabled(True)

    def choices(self) -> Mapping[str, Choice]:
        """What is chosen so far."""
        return {part.field.name: part.choice for part in self.parts if part.choice is not None}

    def _title(self) -> str:
        conflict = self.conflict
        what = conflict.fields[0].label if conflict.fields else ""
        if conflict.needs_reason:
            what = self.tr("{count} mục khác nhau").format(count=len(conflict.fields))
        return " · ".join(filter(None, (conflict.product, what)))

    def _move_needs_reason(self) -> bool:
        conflict = self.conflict
        if conflict.kind != "move" or not conflict.again:
            return False
        [field] = conflict.fields
        return field.ours == "waiting" or (field.ours == "open" and field.theirs != "waiting")

    def _chosen(self) -> None:
        self._check()
        if not self.conflict.needs_reason:
            self._record()
        elif self._record_button.isEnabled():
            self._record_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif len(self.choices()) == len(self.parts):
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        whole = len(self.choices()) == len(self.parts)
        explained = not self.conflict.needs_reason or bool(one_line(self._reason.text()))
        self._record_button.setEnabled(whole and explained)

    def _record(self) -> None:
        if len(self.choices()) == len(self.parts) and self.isEnabled():
            if self.conflict.needs_reason and not one_line(self._reason.text()):
                return
            self.setEnabled(False)
            self.decided.emit(self.conflict.op, dict(self.choices()), one_line(self._reason.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if is_enter(event) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)


def side_words(side: Side, today: date) -> str:
    """``máy này, Hoàng Thị Mai, 19/11 09:12``."""
    here = QCoreApplication.translate("ConflictCard", "máy này") if side.here else side.device
    moment = texts.short_moment(side.at, today) if side.at else ""
    return ", ".join(filter(None, (here, side.who, moment)))
