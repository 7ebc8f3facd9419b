"""Cài đặt › Người dùng máy này: who may enter, roles, a new passphrase, work handed over, when the PC locks itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions import people, reviews
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.people import People
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.roles import ROLES
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import OcopError
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.people import Person
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.passphrase import NewPassphrase
from ocop_desktop.ui.people import words
from ocop_desktop.ui.people.idle import DEFAULT_MINUTES, MINUTES, REST
from ocop_desktop.ui.people.leaving import LeavingCard, PersonalCard
from ocop_desktop.ui.widgets import Card, PageScroll, button, row, text

WIDTH = 760


def _read(db: Db) -> tuple[People, Values]:
    return people.everybody(db), {
        **office_actions.office(db),
        REST: office_actions.own_setting(db, REST),
    }


class PeopleSection(PageScroll):
    """A list of the officers; below it the one chosen, or a new one."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._people: People | None = None
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(self._list_card())
        self._one = self._person_card()
        self.box.addWidget(self._one)
        self.box.addWidget(self._rules_card())
        for card in (PersonalCard(office), LeavingCard(office)):
            card.setMaximumWidth(WIDTH)
            self.box.addWidget(card)
        self.box.addStretch(1)

    def _list_card(self) -> Card:
        card = Card(self.tr("Người dùng máy này"))
        card.setMaximumWidth(WIDTH)
        self._list = QListWidget()
        self._list.setObjectName("people-list")
        self._list.setAccessibleName(self.tr("Người dùng máy này"))
        self._list.setFixedHeight(132)
        self._list.currentRowChanged.connect(self._show_person)
        self._said = text("", "quiet", wrap=True)
        self._said.setObjectName("people-said")
        self._said.hide()
        card.box.addWidget(self._list)
        card.box.addWidget(self._said)
        return card

    def _person_card(self) -> Card:
        card = Card(" ")
        card.setMaximumWidth(WIDTH)
        self._name = QLineEdit()
        self._name.setObjectName("person-name")
        self._name.textChanged.connect(self._check)
        self._name_label = text(self.tr("Họ tên"), "label")
        self._name_label.setBuddy(self._name)
        card.box.addWidget(self._name_label)
        card.box.addWidget(self._name)
        self._roles = {role: QCheckBox(words.does(role)) for role in ROLES}
        for role, tick in self._roles.items():
            tick.setObjectName(f"role-{role}")
            tick.toggled.connect(self._check)
            card.box.addWidget(tick)
        self._save = button(self.tr("Lưu vai trò"), name="person-roles")
        self._save.clicked.connect(self._save_roles)
        self._gone = button(self.tr("Không cho vào nữa…"), name="person-disable")
        self._gone.clicked.connect(self._disable)
        card.box.addLayout(row(self._save, None, self._gone))
        self._fresh_words = text("", "small", wrap=True)
        self._fresh = NewPassphrase()
        self._fresh.changed.connect(self._check)
        self._add = button(self.tr("Thêm người này"), primary=True, name="person-add")
        self._add.clicked.connect(self._go)
        card.box.addWidget(self._fresh_words)
        card.box.addWidget(self._fresh)
        card.box.addLayout(row(None, self._add))
        self._to = QComboBox()
        self._to.setObjectName("person-to")
        self._to.setAccessibleName(self.tr("Người nhận hồ sơ"))
        self._to.setMinimumWidth(220)
        self._hand = button(self.tr("Giao"), name="person-hand")
        self._hand.clicked.connect(self._hand_work)
        self._hand_words = text("", wrap=True)
        self._handing = QWidget()
        line = row(self._hand_words, self._to, self._hand)
        line.setStretch(0, 1)
        self._handing.setLayout(line)
        card.box.addWidget(self._handing)
        return card

    def _rules_card(self) -> Card:
        card = Card(self.tr("Khóa máy và xem chéo"))
        card.setMaximumWidth(WIDTH)
        self._rest = QComboBox()
        self._rest.setObjectName("rest-minutes")
        for minutes in MINUTES:
            self._rest.addItem(self.tr("{minutes} phút").format(minutes=minutes), minutes)
        self._rest.setAccessibleName(self.tr("Tự khóa khi không ai dùng máy"))
        self._rest.activated.connect(self._set_rest)
        self._second = QCheckBox(self.tr("Cần người thứ hai xem trước khi chốt báo cáo"))
        self._second.setObjectName("second-look")
        self._second.clicked.connect(self._set_second)
        lines = QVBoxLayout()
        lines.setSpacing(10)
        lines.addLayout(row(text(self.tr("Tự khóa khi không ai dùng máy"), "label"), self._rest, None))
        lines.addWidget(self._second)
        words_ = self.tr("Chữ đang gõ được lưu trước khi khóa. Ctrl L khóa ngay; người khác chọn tên mình rồi vào.")
        lines.addWidget(text(words_, "small", wrap=True))
        card.box.addLayout(lines)
        return card

    def refresh(self) -> None:
        """Read the officers again."""
        self._office.jobs.read(_read, self._show)

    def _show(self, answer: tuple[People, Values]) -> None:
        found, settings = answer
        self._people = found
        before = max(0, self._list.currentRow())
        self._list.blockSignals(True)
        self._list.clear()
        for each in found.everybody:
            parts = [each.name, words.roles(people.roles_of(each))]
            if each.id == found.me:
                parts.append(self.tr("đang dùng máy"))
            if count := found.dossiers.get(each.name, 0):
                parts.append(self.tr("{count} hồ sơ").format(count=count))
            if each.left:
                parts.append(self.tr("không còn vào được"))
            self._list.addItem(QListWidgetItem(" · ".join(parts)))
        if found.may_change:
            self._list.addItem(QListWidgetItem(self.tr("+ Thêm người")))
        self._list.blockSignals(False)
        self._list.setCurrentRow(min(before, self._list.count() - 1))
        self._show_person(self._list.currentRow())
        self._rest.setCurrentIndex(max(0, self._rest.findData(settings.get(REST) or DEFAULT_MINUTES)))
        self._second.setChecked(settings.get(reviews.NEEDED) is True)

    def _chosen(self) -> Person | None:
        at = self._list.currentRow()
        found = self._people.everybody if self._people else ()
        return found[at] if 0 <= at < len(found) else None

    def _show_person(self, _row: int) -> None:
        found, person = self._people, self._chosen()
        if found is None:
            return
        new, may = person is None, found.may_change
        if self._one.heading is not None:
            self._one.heading.setText(self.tr("Thêm người") if person is None else person.name)
        for widget in (self._name_label, self._name):
            widget.setVisible(new)
        self._name.clear()
        for role, tick in self._roles.items():
            tick.setChecked(role in person.roles if person else role == "entry")
            tick.setEnabled(may and (person is None or not person.left))
        self._fresh.clear()
        self._save.setVisible(not new and may)
        self._gone.setVisible(person is not None and may and not person.left and person.id != found.me)
        mine = person is not None and person.id == found.me
        for part in (self._fresh_words, self._fresh, self._add):
            part.setVisible(may and not mine)
        self._fresh_words.setText(
            self.tr("Câu mật khẩu đầu tiên: báo cho người đó, rồi người đó tự đổi ở mục Câu mật khẩu.")
            if new
            else self.tr("Người này quên câu mật khẩu, hoặc làm việc trở lại: đặt câu mới rồi báo cho họ.")
        )
        self._add.setText(self.tr("Thêm người này") if new else self.tr("Đặt câu mật khẩu này"))
        self._show_work(person, found)
        self._check()

    def _show_work(self, person: Person | None, found: People) -> None:
        count = found.dossiers.get(person.name, 0) if person else 0
        others = [each for each in found.everybody if not each.left and (person is None or each.id != person.id)]
        self._handing.setVisible(
            bool(count and others) and (found.may_change or bool(person and person.id == found.me))
        )
        self._hand_words.setText(self.tr("Giao {count} hồ sơ đang làm cho").format(count=count))
        self._to.clear()
        for each in others:
            self._to.addItem(each.name, each.id)

    def _check(self, *_: object) -> None:
        if not hasattr(self, "_to"):
            return
        person = self._chosen()
        roles = self._ticked()
        self._save.setEnabled(person is not None and bool(roles) and set(roles) != set(person.roles))
        named = person is not None or (bool(one_line(self._name.text())) and bool(roles))
        self._add.setEnabled(self._fresh.ready() and named)

    def _ticked(self) -> tuple[str, ...]:
        return tuple(role for role, tick in self._roles.items() if tick.isChecked())

    def _write(self, action: Callable[[Db], Changes], said: str) -> None:
        def done(_changes: Changes) -> None:
            self._say(said)
            self.refresh()

        self._office.jobs.write(action, done, self._failed)

    def _say(self, said: str) -> None:
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, OcopError):
            self._say(texts.error(error))
            self.refresh()
        else:
            self._office.jobs.failed.emit(error)

    def _save_roles(self) -> None:
        if (person := self._chosen()) is not None:
            roles = self._ticked()
            self._write(lambda db: people.set_roles(db, person.id, roles), self.tr("Đã lưu vai trò."))

    def _go(self) -> None:
        person, fresh, key = self._chosen(), self._fresh.value(), self._office.key()
        if not fresh:
            return
        if person is None:
            name, roles = one_line(self._name.text()), self._ticked()
            said = self.tr("Đã thêm {name}. Lần mở sau, chọn tên rồi gõ câu mật khẩu.").format(name=name)
            self._write(lambda db: people.add(db, key, name, roles, fresh), said)
        else:
            said = self.tr("Đã đặt câu mật khẩu mới cho {name}.").format(name=person.name)
            self._write(lambda db: people.reset(db, key, person.id, fresh), said)

    def _disable(self) -> None:
        person = self._chosen()
        if person is None:
            return
        title = self.tr("Không cho vào nữa")
        asked = self.tr("{name} sẽ không mở được máy này nữa. Những gì người này đã làm vẫn giữ nguyên tên.")
        if ask.confirm(self, title, asked.format(name=person.name), title):
            said = self.tr("{name} không còn vào được máy này.").format(name=person.name)
            self._write(lambda db: people.disable(db, person.id), said)

    def _hand_work(self) -> None:
        person, to = self._chosen(), str(self._to.currentData() or "")
        if person is None or not to:
            return
        said = self.tr("Đã giao hồ sơ cho {name}.").format(name=self._to.currentText())
        self._write(lambda db: people.hand_work(db, people.work_of(db, person.id), to), said)

    def _set_rest(self, _index: int) -> None:
        save = partial(office_actions.save_office, values={REST: int(self._rest.currentData())})
        self._write(save, self.tr("Đã lưu."))

    def _set_second(self) -> None:
        save = partial(office_actions.save_office, values={reviews.NEEDED: self._second.isChecked()})
        self._write(save, self.tr("Đã lưu."))

    def focus_first(self) -> None:
        """Begin at the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
