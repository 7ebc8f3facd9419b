"""Opening the office: the passphrase, or the recovery key from its paper."""

from __future__ import annotations

import math
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStackedWidget, QWidget

from ocop_desktop.errors import Damaged, OcopError
from ocop_desktop.storage import vault
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.entrance import Entrance, EntrancePage
from ocop_desktop.ui.passphrase import NewPassphrase, PassphraseEdit
from ocop_desktop.ui.widgets import button, column, link, row, text

if TYPE_CHECKING:
    from ocop_desktop.domain.forms import Values
    from ocop_desktop.storage.db import Db, Key

TICK_MS = 250
PATIENCE_MS = 3000
"""After so long a person wonders whether the program still works."""
WIDTH = 460


def _office() -> ModuleType:
    """What opens an office is read when somebody opens it, off the window's thread."""
    from ocop_desktop.actions import office

    return office


def is_missing(error: BaseException) -> bool:
    """Whether the file of the database is not there."""
    return isinstance(error, OcopError) and error.code == "database.missing"


class Unlock(EntrancePage):
    """Asks for the passphrase; a wrong one costs a growing delay that is shown counting down."""

    opened = Signal()
    broken = Signal(object)
    """The passphrase is right, but the database does not open: the error."""

    def __init__(self, entrance: Entrance, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self.setObjectName("unlock")
        self._entrance = entrance
        self._left_ms = 0
        self._busy = False
        self._way = "passphrase"
        self._people = self._entrants()
        self._heading = text("", "title")
        self._lead = text("", "quiet", wrap=True)
        self._ways = QStackedWidget()
        self._ways.addWidget(self._by_passphrase())
        self._ways.addWidget(self._by_recovery())
        self._ways.addWidget(self._by_province())
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName("problem")
        self._hint = text("", "small", wrap=True)
        self._hint.setObjectName("hint")
        self._open = button(self.tr("Mở"), primary=True, name="open")
        self._open.clicked.connect(self.try_open)
        self._other = link("", "other-way")
        self._other.clicked.connect(self._switch)
        self.card.box.addLayout(column(self._heading, self._lead, spacing=2))
        self._who = text(self.tr("Ai vào làm việc?"), "label")
        self._who.setBuddy(self._people)
        for widget in (self._who, self._people):
            widget.setVisible(self._people.count() > 1)
        self.card.box.addLayout(column(self._who, self._people, spacing=4))
        self.card.box.addWidget(self._ways)
        self.card.box.addWidget(self._hint)
        self.card.box.addWidget(self._problem)
        self._paperless = link(self.tr("Không có tờ khóa?"), "no-paper")
        self._paperless.clicked.connect(self._no_paper)
        self.card.box.addLayout(row(self._other, self._paperless, None, self._open, spacing=14))
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._count_down)
        self._show_way(0)

    def _entrants(self) -> QComboBox:
        """Who may enter; one officer alone is not asked for a name."""
        box = QComboBox()
        box.setObjectName("entrant")
        box.setAccessibleName(self.tr("Ai vào làm việc?"))
        self._list_entrants(box)
        box.currentIndexChanged.connect(self._another)
        return box

    def _list_entrants(self, box: QComboBox) -> None:
        try:
            found = vault.entrants(self._entrance.database)
        except OcopError:  # said when it is opened
            found = ()
        for number, each in enumerate(found, 1):
            box.addItem(each.name or self.tr("Cán bộ {number}").format(number=number), each.id)

    def _person(self) -> str:
        return str(self._people.currentData() or vault.FIRST)

    def _another(self, _index: int) -> None:
        """Somebody else: nothing of the one before stays in the fields, and nobody waits for another's tries."""
        if not hasattr(self, "_open"):
            return
        self.passphrase.clear()
        self._problem.clear()
        self._hint.clear()
        self._left_ms = 0
        self._timer.stop()
        self._name_button()
        self._check()

    def _by_passphrase(self) -> QWidget:
        way = QWidget()
        self.passphrase = PassphraseEdit("passphrase", self.tr("Câu mật khẩu"))
        self.passphrase.returnPressed.connect(self.try_open)
        self.passphrase.textChanged.connect(self._check)
        self.passphrase.caps.connect(self._caps)
        show = QCheckBox(self.tr("Hiện chữ"))
        show.setObjectName("show-letters")
        show.toggled.connect(self.passphrase.show_letters)
        way.setLayout(column(text(self.tr("Câu mật khẩu"), "label"), self.passphrase, show, None, spacing=6))
        return way

    def _by_recovery(self) -> QWidget:
        way = QWidget()
        self.recovery = QLineEdit()
        self.recovery.setObjectName("recovery")
        self.recovery.setAccessibleName(self.tr("Khóa khôi phục"))
        self.recovery.textChanged.connect(self._check)
        self.fresh = NewPassphrase()
        self.fresh.changed.connect(self._check)
        self.fresh.second.returnPressed.connect(self.try_open)
        words = text(self.tr("Khóa khôi phục (trên tờ giấy đã in)"), "label")
        way.setLayout(column(column(words, self.recovery, spacing=4), self.fresh, None, spacing=12))
        return way

    def _by_province(self) -> QWidget:
        way = QWidget()
        self._question = text("", wrap=True)
        self._question.setObjectName("reset-question")
        self._question.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._question.setStyleSheet("font-size: 11pt; font-weight: 600;")
        self.answer = QLineEdit()
        self.answer.setObjectName("reset-answer")
        self.answer.setAccessibleName(self.tr("Mã tỉnh đọc lại"))
        self.answer.textChanged.connect(self._check)
        self.anew = NewPassphrase()
        self.anew.changed.connect(self._check)
        self.anew.second.returnPressed.connect(self.try_open)
        asked = text(self.tr("Đọc cho văn phòng OCOP tỉnh, hoặc chụp ảnh gửi"), "label")
        words = text(self.tr("Mã tỉnh đọc lại, 6 nhóm 5 chữ"), "label")
        answered = column(words, self.answer, spacing=4)
        way.setLayout(column(column(asked, self._question, spacing=4), answered, self.anew, None, spacing=10))
        return way

    def _ask_province(self) -> None:
        """Show the question: it is the same for a day, however often it is looked at."""
        database = self._entrance.database

        def show(question: str) -> None:
            groups = question.split("-")
            self._question.setText("\n".join("  ".join(groups[at : at + 6]) for at in range(0, len(groups), 6)))
            self._size_ways()

        def cannot(error: BaseException) -> None:
            self._show_way(1)
            self._failed(error)

        self._entrance.jobs.work(lambda: _office().ask_province(database), show, cannot)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where typing begins."""
        super().showEvent(event)
        first = (self.passphrase, self.recovery, self.answer)[self._ways.currentIndex()]
        (self._people if self._people.count() > 1 else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def try_open(self) -> None:
        """Try what was typed."""
        if self._busy or not self._open.isEnabled():
            return
        QGuiApplication.inputMethod().commit()
        self._busy = True
        self._open.setEnabled(False)
        self._open.setText(self.tr("Đang mở…"))
        self._problem.clear()
        database, person = self._entrance.database, self._person()
        self._way = ("passphrase", "recovery", "province")[self._ways.currentIndex()]
        if self._ways.currentIndex() == 0:
            passphrase = self.passphrase.value()
            self._entrance.jobs.work(
                lambda: _office().unlock(database, passphrase, person), self._have_key, self._failed
            )
        elif self._way == "province":
            answer, anew = self.answer.text(), self.anew.value()
            self._entrance.jobs.work(
                lambda: _office().unlock_with_answer(database, answer, anew, person), self._have_key, self._failed
            )
        else:
            recovery, fresh = self.recovery.text(), self.fresh.value()
            self._entrance.jobs.work(
                lambda: _office().unlock_with_recovery(database, recovery, fresh, person), self._have_key, self._failed
            )

    def _have_key(self, key: Key) -> None:
        self._entrance.use_key(key)
        # Opening brings the database up to date, so this is where a full disk or a newer file shows itself.
        way = self._way

        def entered(db: Db) -> Values:
            from ocop_desktop.actions import office, people

            people.entered(db, key, way)
            return office.office(db)

        self._entrance.jobs.write(entered, self._opened, self._not_opened)
        QTimer.singleShot(PATIENCE_MS, self, self._explain_wait)

    def _explain_wait(self) -> None:
        if self._busy:
            words = self.tr("Đang nâng cấp hoặc mở dữ liệu lớn, có thể mất một phút. Dữ liệu cũ vẫn được giữ nguyên.")
            self._hint.setText(words)

    def _opened(self, _values: Values) -> None:
        self._busy = False
        self._hint.clear()
        self.passphrase.clear()
        self.recovery.clear()
        self.fresh.clear()
        self.answer.clear()
        self.anew.clear()
        self.opened.emit()

    def _not_opened(self, error: BaseException) -> None:
        self._failed(error)
        if (isinstance(error, Damaged) and error.code != "database.newer") or is_missing(error):
            self.broken.emit(error)

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if not self._people.count():  # the folder was away when the lock fell: who may enter is known once it is back
            self._list_entrants(self._people)
            for widget in (self._who, self._people):
                widget.setVisible(self._people.count() > 1)
        self._open.setText(self.tr("Mở"))
        self._problem.setText(texts.error(error))
        if not isinstance(error, OcopError):
            ask.show_error(error, self)
            self._check()
            return
        wait = error.details.get("wait_seconds") or error.details.get("seconds") or 0
        if isinstance(wait, int) and wait > 0:
            self._left_ms = wait * 1000 + TICK_MS
            self._timer.start()
            self._count_down()
        self._check()
        if self._ways.currentIndex() == 0:
            self.passphrase.selectAll()
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            if error.code == "passphrase.wrong" and not self.passphrase.value().isascii():
                self._hint.setText(self.tr("Câu vừa gõ có chữ có dấu: hãy xem Unikey đang ở kiểu gõ nào."))

    def _count_down(self) -> None:
        self._left_ms = max(0, self._left_ms - TICK_MS)
        if self._left_ms == 0:
            self._timer.stop()
        self._name_button()
        self._check()

    def _name_button(self) -> None:
        """The delay holds for passphrases only: the printed key may be used at once."""
        if self._left_ms and self._ways.currentIndex() == 0:
            self._open.setText(self.tr("Đợi {seconds} giây").format(seconds=math.ceil(self._left_ms / 1000)))
        else:
            self._open.setText(self.tr("Mở"))

    def _caps(self, on: object) -> None:
        self._hint.setText(self.tr("Phím Caps Lock đang bật.") if on else "")

    def _switch(self) -> None:
        self._show_way(0 if self._ways.currentIndex() else 1)

    def _no_paper(self) -> None:
        self._show_way(2)
        self._ask_province()

    def _size_ways(self) -> None:
        if (shown := self._ways.currentWidget()) is not None:
            # A stack is as high as its highest page; the short one should not leave a hole in the card.
            self._ways.setFixedHeight(shown.sizeHint().height())

    def _show_way(self, way: int) -> None:
        self._ways.setCurrentIndex(way)
        self._size_ways()
        headings = (self.tr("Mở hồ sơ"), self.tr("Mở bằng khóa khôi phục"), self.tr("Nhờ tỉnh mở qua điện thoại"))
        leads = (
            self.tr("Hồ sơ trên máy này được khóa bằng câu mật khẩu."),
            self.tr("Gõ khóa trên tờ giấy, rồi đặt câu mật khẩu mới. Khóa khôi phục vẫn dùng được về sau."),
            self.tr("Không cần mạng. Mã dùng một lần, trong 24 giờ; chữ đọc đi không phải là bí mật."),
        )
        self._heading.setText(headings[way])
        self._lead.setText(leads[way])
        self._paperless.setVisible(way == 1)
        self._hint.setVisible(way != 2)  # the room of a low screen goes to what is read aloud
        self._other.setText(self.tr("Quên câu mật khẩu?") if way == 0 else self.tr("Dùng câu mật khẩu"))
        self._problem.clear()
        self._hint.clear()
        self._name_button()
        first = (self.passphrase, self.recovery, self.answer)[way]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _check(self) -> None:
        if not hasattr(self, "_open"):
            return
        if self._ways.currentIndex() == 0:
            ready = bool(self.passphrase.text()) and self._left_ms == 0
        elif self._ways.currentIndex() == 2:
            ready = bool(self.answer.text().strip()) and self.anew.ready()
        else:
            ready = bool(self.recovery.text().strip()) and self.fresh.ready()
        self._open.setEnabled(ready and not self._busy)
