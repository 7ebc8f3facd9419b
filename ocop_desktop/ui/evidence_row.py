"""One row of the dossier's components: what is asked, có / thiếu / không áp dụng, and the files attached to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ocop_desktop.actions.attaching import Copy, can_be_lighter
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.text import show_size
from ocop_desktop.ui.following import words as words_of
from ocop_desktop.ui.inputs import is_enter
from ocop_desktop.ui.widgets import clear, link, row, set_role, text

STATE_TONES = {"have": "accent", "missing": "warning", "not_applicable": ""}


def holds_files(mime: QMimeData) -> bool:
    """Whether something dropped or pasted can be attached."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


class StateButton(QPushButton):
    """One of the states; Enter goes on, as everywhere."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class EvidenceRow(QFrame):
    """A row that can be reached by Tab, dropped on and pasted into."""

    decided = Signal(object, object)
    """Row id, the state chosen (None: taken back)."""
    offered = Signal(object, object)
    """Row id, the ``QMimeData`` dropped or pasted."""
    asked = Signal(object)
    """Row id: choose files for it."""
    opened = Signal(object)
    """An ``EvidenceFile`` to look at."""
    removed = Signal(object)
    """An ``EvidenceFile`` to take away."""
    dated = Signal(object)
    """An ``EvidenceFile`` whose dates are to be written down."""
    lightened = Signal(object)
    """An ``EvidenceFile`` a lighter copy is wanted of."""
    looked = Signal(object)
    """A ``Copy`` to look at before it is accepted."""
    accepted = Signal(object)
    """A ``Copy`` that takes the place of its original."""
    restored = Signal(object)
    """An ``EvidenceFile`` taken away by mistake."""

    def __init__(
        self, id_: str, number: str, title: str, requirement: str, states: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.id = id_
        self.setObjectName(f"evidence.{id_}")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{number} {title}")
        set_role(self, "evidence")
        self._locked = False
        self.day = date.min  # today, told by the tab: papers that ended before it stand out
        self._gone: EvidenceFile | None = None
        self._files: tuple[EvidenceFile, ...] = ()
        self._copies: dict[str, Copy] = {}
        self._most_pages = 0
        self._group = QButtonGroup(self)
        self._states: dict[str, StateButton] = {}
        self._build(number, title, requirement, states)

    def _build(self, number: str, title: str, requirement: str, states: Sequence[str]) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for state in states:
            button = StateButton(self._state_words(state))
            button.setCheckable(True)
            button.setObjectName(f"evidence.{self.id}.{state}")
            set_role(button, "state", STATE_TONES[state])
            button.clicked.connect(partial(self._decide, state))
            button.entered.connect(self._go_on)
            self._group.addButton(button)
            self._states[state] = button
            buttons.addWidget(button)
        self._add = QPushButton(self.tr("Thêm tệp…"))
        self._add.setObjectName(f"evidence.{self.id}.add")
        self._add.setToolTip(self.tr("Chọn tệp, kéo thả vào dòng này, hoặc Ctrl V để dán ảnh hay tệp"))
        set_role(self._add, "small")
        self._add.clicked.connect(self._ask)
        no = text(number, "quiet")
        no.setFixedWidth(24)
        heading = text(title, "strong", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(heading)
        if requirement:
            words.addWidget(text(requirement, "small", wrap=True))
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(no, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        for item in (buttons, self._add):
            if isinstance(item, QWidget):
                top.addWidget(item, 0, Qt.AlignmentFlag.AlignTop)
            else:
                top.addLayout(item)
                top.setAlignment(item, Qt.AlignmentFlag.AlignTop)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(32, 0, 0, 0)
        self._below.setSpacing(0)
        self._busy = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setFixedWidth(120)
        self._busy_words = text("", "small")
        self._busy.setLayout(row(bar, self._busy_words, None))
        self._busy.hide()
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName(f"evidence.{self.id}.problem")
        self._problem.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 7, 4, 7)
        box.setSpacing(3)
        box.addLayout(top)
        box.addLayout(self._below)
        box.addWidget(self._busy)
        box.addWidget(self._problem)
        self._remark = text("", "remark", wrap=True)
        self._remark.setObjectName(f"evidence.{self.id}.remark")
        self._remark.hide()
        box.addWidget(self._remark)

    def _state_words(self, state: str) -> str:
        return {
            "have": self.tr("Có"),
            "missing": self.tr("Thiếu"),
            "not_applicable": self.tr("Không áp dụng"),
        }[state]

    # What the tab shows

    def lock(self, locked: bool) -> None:
        """Read only or not; files can always be opened."""
        self._locked = locked
        self._add.setVisible(not locked)
        for button in self._states.values():
            button.setEnabled(not locked)
        self._fill()

    def show_state(self, state: str) -> None:
        """Mark the state chosen, or none."""
        self._group.setExclusive(False)
        for name, button in self._states.items():
            button.setChecked(name == state)
        self._group.setExclusive(True)

    def show_files(self, files: Sequence[EvidenceFile]) -> None:
        """List the files attached."""
        now = tuple(files)
        if now != self._files:
            self._files = now
            self._fill()

    def show_most_pages(self, pages: int) -> None:
        """What one file may have; files above it stand out."""
        if pages != self._most_pages:
            self._most_pages = pages
            self._fill()

    def show_copy(self, copy: Copy) -> None:
        """Offer a lighter copy; the original stays until a person has seen both sizes and takes the copy."""
        self._copies[copy.of] = copy
        self._fill()

    def show_busy(self, words: str) -> None:
        """Say what is being added; nothing when it is done."""
        self._busy_words.setText(words)
        self._busy.setVisible(bool(words))

    def show_problem(self, words: str) -> None:
        """Say why a file could not be added."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def show_remark(self, words: str) -> None:
        """What the province says of this row; nothing takes it away."""
        self._remark.setText(self.tr("Tỉnh: {words}").format(words=words))
        self._remark.setVisible(bool(words))

    def show_gone(self, file: EvidenceFile | None) -> None:
        """Offer to take a removal back."""
        self._gone = file
        self._fill()

    @property
    def states(self) -> tuple[str, ...]:
        """The states this row can have."""
        return tuple(self._states)

    def _fill(self) -> None:
        clear(self._below)
        for file in self._files:
            name = link(file.name, f"file.{file.id}")
            name.setToolTip(self.tr("Mở một bản để xem"))
            name.clicked.connect(partial(self.opened.emit, file))
            sent = self.tr("✓ đã về tỉnh") if file.sent else self.tr("ở máy này, chưa gửi")
            pages = self.tr("{pages} trang").format(pages=file.pages) + " · " if file.pages else ""
            facts = text(f"{pages}{show_size(file.size)} · {sent}", "small")
            line = row(name, facts, None)
            if self._most_pages and file.pages > self._most_pages:
                over = self.tr("hơn {most} trang một tệp").format(most=self._most_pages)
                line.insertWidget(2, text(over, "small", "warning"))
            when, tone = words_of.dates(file, self.day)
            if when:
                line.insertWidget(2, text(when, "small", tone))
            if not self._locked:
                if self.id.isdigit() or self.id == "other":
                    dates = link(self.tr("Ngày, hạn…"), f"file.{file.id}.dates")
                    dates.clicked.connect(partial(self.dated.emit, file))
                    line.addWidget(dates)
                if can_be_lighter(file) and file.id not in self._copies:
                    light = link(self.tr("Nén bản quét…"), f"file.{file.id}.lighten")
                    light.setToolTip(
                        self.tr("Làm một bản nhẹ hơn, 200 dpi màu; bản gốc còn nguyên đến khi chọn bản nén")
                    )
                    light.clicked.connect(partial(self.lightened.emit, file))
                    line.addWidget(light)
                away = link(self.tr("Bỏ"), f"file.{file.id}.remove")
                away.clicked.connect(partial(self.removed.emit, file))
                line.addWidget(away)
            self._below.addLayout(line)
            if (copy := self._copies.get(file.id)) is not None and not self._locked:
                self._below.addLayout(self._offer_line(file, copy))
        if self._gone is not None and not self._locked:
            back = link(self.tr("Hoàn tác"), f"evidence.{self.id}.undo")
            back.clicked.connect(partial(self.restored.emit, self._gone))
            words = self.tr("Đã bỏ “{name}”.").format(name=self._gone.name)
            self._below.addLayout(row(text(words, "small"), back, None))

    def _offer_line(self, file: EvidenceFile, copy: Copy) -> QHBoxLayout:
        words = self.tr("Bản nén: {before} còn {after} ({pages} trang, {dpi} dpi).").format(
            before=show_size(file.size), after=show_size(len(copy.data)), pages=copy.pages, dpi=copy.dpi
        )
        look = link(self.tr("Xem bản nén"), f"file.{file.id}.look")
        look.clicked.connect(partial(self.looked.emit, copy))
        take = link(self.tr("Dùng bản nén"), f"file.{file.id}.accept")
        take.clicked.connect(partial(self._accept, copy))
        stay = link(self.tr("Giữ bản gốc"), f"file.{file.id}.keep")
        stay.clicked.connect(partial(self._keep_original, copy))
        return row(text(words, "small", "accent"), look, take, stay, None)

    def _accept(self, copy: Copy) -> None:
        self._copies.pop(copy.of, None)
        self.show_problem("")
        self._fill()
        self.accepted.emit(copy)

    def _keep_original(self, copy: Copy) -> None:
        self._copies.pop(copy.of, None)
        self._fill()

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        states = dict(zip("123", self._states, strict=False))
        if is_enter(event):
            self._go_on()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._offer(QGuiApplication.clipboard().mimeData())
        elif event.text() in states and not self._locked:
            self._decide(states[event.text()])
            self.show_state(states[event.text()])
        elif event.text() == "+":
            self._ask()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._locked and holds_files(event.mimeData()):
            event.acceptProposedAction()
            set_role(self, "evidence", "accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        set_role(self, "evidence")

    def dropEvent(self, event: QDropEvent) -> None:
        set_role(self, "evidence")
        self._offer(event.mimeData())
        event.acceptProposedAction()

    def _offer(self, mime: QMimeData) -> None:
        if not self._locked and holds_files(mime):
            self.show_problem("")
            self.offered.emit(self.id, mime)
        elif not self._locked:
            self.show_problem(self.tr("Trong bộ nhớ tạm chưa có ảnh hay tệp. Hãy chép ảnh hoặc tệp rồi dán lại."))

    def _decide(self, state: str) -> None:
        self.decided.emit(self.id, state)

    def _ask(self) -> None:
        if not self._locked:
            self.show_problem("")
            self.asked.emit(self.id)

    def _go_on(self) -> None:
        """To the next row: the rows are walked by Enter, their buttons by Tab."""
        rows = [w for w in (self.parentWidget() or self).findChildren(EvidenceRow) if w.isVisible()]
        at = rows.index(self) + 1 if self in rows else len(rows)
        if at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._add.setFocus()
            self.focusNextPrevChild(True)
