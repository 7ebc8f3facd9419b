"""The first run: which office this is, who works here, the passphrase, and the recovery key on paper. No line needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLineEdit, QRadioButton, QStackedWidget, QWidget

from ocop_desktop.actions import office
from ocop_desktop.actions.office import SetUp
from ocop_desktop.domain.text import one_line
from ocop_desktop.storage.db import Key
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.entrance import Entrance, EntrancePage
from ocop_desktop.ui.inputs import Combo
from ocop_desktop.ui.passphrase import NewPassphrase
from ocop_desktop.ui.recovery_step import RecoveryStep
from ocop_desktop.ui.unit_picker import UnitPicker
from ocop_desktop.ui.widgets import button, column, row, text

UNIT, PEOPLE, RECOVERY = range(3)


class FirstRun(EntrancePage):
    """Three short steps; Enter goes on, nothing is written before the passphrase is chosen."""

    finished = Signal()

    def __init__(self, entrance: Entrance, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("first-run")
        self._entrance = entrance
        self._recovery = RecoveryStep(entrance.jobs)
        self._recovery.changed.connect(self._check)
        self._step = text("", "small")
        self._heading = text("", "title")
        self._lead = text("", "quiet", wrap=True)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._unit_step())
        self._steps.addWidget(self._people_step())
        self._steps.addWidget(self._recovery)
        self._problem = text("", "problem", wrap=True)
        self._problem.hide()
        self._back = button(self.tr("Quay lại"), name="back")
        self._back.clicked.connect(self._go_back)
        self._next = button(self.tr("Tiếp tục"), primary=True, name="next")
        self._next.clicked.connect(self.go_on)
        self.card.box.addLayout(column(self._step, self._heading, self._lead, spacing=2))
        self.card.box.addWidget(self._steps)
        self.card.box.addWidget(self._problem)
        self.card.box.addLayout(row(None, self._back, self._next))
        self._show_step(UNIT)

    def _unit_step(self) -> QWidget:
        step = QWidget()
        self._levels = {
            "commune": QRadioButton(self.tr("Xã, phường, đặc khu")),
            "district": QRadioButton(self.tr("Tổ khu vực (cấp huyện trước 1/7/2025)")),
            "province": QRadioButton(self.tr("Cấp tỉnh")),
        }
        for code, radio in self._levels.items():
            radio.setObjectName(f"level-{code}")
            radio.toggled.connect(self._level_changed)
        self.picker = UnitPicker(self._entrance.jobs)
        self.picker.changed.connect(self._check)
        self.picker.taken.connect(self.go_on)
        self.area = QLineEdit()
        self.area.setObjectName("area-name")
        self.area.setAccessibleName(self.tr("Tên tổ khu vực"))
        self.area.setPlaceholderText(self.tr("Tên tổ khu vực hoặc huyện cũ, ví dụ: Tổ khu vực Sơn Dương"))
        self.area.textChanged.connect(self._check)
        self.area.returnPressed.connect(self._enter)
        self._scope = text("", "small", wrap=True)
        self._levels["commune"].setChecked(True)
        levels = row(*self._levels.values(), None, spacing=18)
        step.setLayout(column(levels, self.picker, self.area, self._scope, None, spacing=12))
        return step

    def _people_step(self) -> QWidget:
        step = QWidget()
        self.officer = QLineEdit()
        self.officer.setObjectName("officer")
        self.signer = QLineEdit()
        self.signer.setObjectName("signer")
        self.title = Combo()
        self.title.entered.connect(self._enter)
        self.title.setObjectName("signer-title")
        self.title.addItem(self.tr("Chủ tịch"), "chu-tich")
        self.title.addItem(self.tr("Phó Chủ tịch"), "pho-chu-tich")
        self.passphrase = NewPassphrase()
        self.officer.textChanged.connect(self._check)
        self.passphrase.changed.connect(self._check)
        for line in (self.officer, self.signer, self.passphrase.first, self.passphrase.second):
            line.returnPressed.connect(self._enter)
        who = column(text(self.tr("Họ tên cán bộ làm việc trên máy này"), "label"), self.officer, spacing=4)
        signs = column(text(self.tr("Người ký văn bản (có thể điền sau)"), "label"), self.signer, spacing=4)
        as_what = column(text(self.tr("Chức vụ"), "label"), self.title, spacing=4)
        for words, line in ((self.tr("Họ tên cán bộ"), self.officer), (self.tr("Người ký văn bản"), self.signer)):
            line.setAccessibleName(words)
        self.title.setAccessibleName(self.tr("Chức vụ người ký"))
        signer = row(signs, as_what, spacing=12)
        signer.setStretch(0, 1)
        step.setLayout(column(who, signer, self.passphrase, None, spacing=12))
        return step

    def go_on(self) -> None:
        """Go to the next step when this one is complete."""
        if not self._next.isEnabled():
            return
        at = self._steps.currentIndex()
        if at == UNIT:
            self._show_step(PEOPLE)
        elif at == PEOPLE:
            self._create()
        else:
            self.finished.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where typing begins."""
        super().showEvent(event)
        self._first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_field(self) -> QWidget:
        at = self._steps.currentIndex()
        return {UNIT: self.picker.line, PEOPLE: self.officer, RECOVERY: self._recovery.print_button}[at]

    def _level(self) -> str:
        return next(code for code, radio in self._levels.items() if radio.isChecked())

    def _level_changed(self, on: bool) -> None:
        if not on:
            return
        level = self._level()
        self.picker.set_level(level)
        self.area.setVisible(level == "district")
        self._scope.setText(
            {
                "district": self.tr("Chọn tỉnh. Các xã của khu vực đến cùng mã ghi danh do tỉnh cấp, ở trang Đồng bộ."),
                "province": self.tr("Máy này thấy hồ sơ của mọi xã trong tỉnh, sau khi ghi danh ở trang Đồng bộ."),
            }.get(level, "")
        )
        self._scope.setVisible(level != "commune")
        self._check()

    def _enter(self) -> None:
        if self._next.isEnabled():
            self.go_on()
        else:
            self.focusNextChild()

    def _go_back(self) -> None:
        self._show_step(UNIT)

    def _create(self) -> None:
        QGuiApplication.inputMethod().commit()
        unit, passphrase = self.picker.unit, self.passphrase.value()
        if unit is None or not passphrase:
            return
        answers = SetUp(
            level=self._level(),
            unit=unit.code,
            unit_name=one_line(self.area.text()) if self._level() == "district" else "",
            officer=one_line(self.officer.text()),
            signer_name=one_line(self.signer.text()),
            signer_title=str(self.title.currentData()),
            passphrase=passphrase,
        )
        database = self._entrance.database
        self._next.setEnabled(False)
        self._back.setEnabled(False)
        self._next.setText(self.tr("Đang tạo…"))

        def create() -> tuple[str, Key]:
            recovery = office.create_office(database, answers)
            return recovery, office.unlock(database, answers.passphrase)

        self._entrance.jobs.work(create, self._created, self._failed)

    def _created(self, made: tuple[str, Key]) -> None:
        recovery, key = made
        self.passphrase.clear()
        self._entrance.use_key(key)
        self._recovery.show_key(recovery)
        self._show_step(RECOVERY)

    def _failed(self, error: BaseException) -> None:
        self._show_step(PEOPLE)
        self._problem.setText(texts.error(error))
        self._problem.show()
        if not hasattr(error, "code"):
            ask.show_error(error, self)

    def _show_step(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._step.setText(self.tr("Bước {step} trên 3").format(step=step + 1))
        headings = {
            UNIT: (
                self.tr("Máy này làm việc cho đơn vị nào?"),
                self.tr("Chương trình làm việc được ngay, không cần mạng. Tên đơn vị được in trên mọi báo cáo."),
            ),
            PEOPLE: (
                self.tr("Ai làm việc ở đây?"),
                self.tr(
                    "Câu mật khẩu khóa toàn bộ hồ sơ trên máy này. Không ai đọc được nếu thiếu nó, kể cả khi mất máy."
                ),
            ),
            RECOVERY: (
                self.tr("In khóa khôi phục và cất đi"),
                self.tr("Nếu quên câu mật khẩu, chỉ khóa này mở được hồ sơ. Khóa chỉ hiện một lần, lúc này."),
            ),
        }
        heading, lead = headings[step]
        self._heading.setText(heading)
        self._lead.setText(lead)
        self._back.setVisible(step == PEOPLE)
        self._back.setEnabled(True)
        self._next.setText(self.tr("Vào làm việc") if step == RECOVERY else self.tr("Tiếp tục"))
        self._problem.hide()
        self._first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _check(self) -> None:
        if not hasattr(self, "_next"):
            return
        ready = {
            UNIT: self.picker.unit is not None and (self._level() != "district" or bool(one_line(self.area.text()))),
            PEOPLE: bool(one_line(self.officer.text())) and self.passphrase.ready(),
            RECOVERY: self._recovery.kept(),
        }
        self._next.setEnabled(ready[self._steps.currentIndex()])
