"""Beside the registration: the reception number and the product's code, given out of this PC's own numbers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions import numbering
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.actions.number_twins import Twin
from ocop_desktop.actions.numbering import Numbers
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import OcopError
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.inputs import Line
from ocop_desktop.ui.widgets import Card, button, column, row, text

_RECEPTION = "dossier.reception_no"


class NumbersCard(Card):
    """What is given, what may be given, and the way to change a code with a reason."""

    def __init__(self, office: OfficeContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._office, self._draft = office, draft
        self._dossier = ""
        self._shown: Numbers | None = None
        self.setObjectName("numbers")
        self.box.addWidget(text(self.tr("Số phiếu và mã sản phẩm"), "heading", wrap=True))
        self._reception = text("", "", wrap=True)
        self._reception.setObjectName("numbers.reception")
        self._give_number = button(self.tr("Cấp số phiếu"), name="numbers.give_reception")
        self._give_number.clicked.connect(self._take_number)
        self._again = button(self.tr("Cấp số phiếu khác"), name="numbers.renumber")
        self._again.clicked.connect(self._renumber)
        self._twins = text("", "", "danger", wrap=True)
        self._twins.setObjectName("numbers.twins")
        self._code = text("", "strong", wrap=True)
        self._code.setObjectName("numbers.code")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._old = text("", "small", wrap=True)
        self._give_code = button(self.tr("Cấp mã"), name="numbers.give_code")
        self._give_code.clicked.connect(self._take_code)
        self._change = button(self.tr("Đổi mã…"), name="numbers.change")
        self._change.clicked.connect(self._begin_change)
        self._typed = Line()
        self._typed.setObjectName("numbers.typed")
        self._typed.setAccessibleName(self.tr("Mã sản phẩm mới"))
        self._typed.setPlaceholderText(self.tr("mã tỉnh-mã xã-số thứ tự-năm"))
        self._typed.entered.connect(self._save_change)
        self._typed.hide()
        self._problem = text("", "", "danger", wrap=True)
        self._problem.setObjectName("numbers.problem")
        self._problem.hide()
        self._note = text("", "small", wrap=True)
        self.box.addLayout(column(text(self.tr("Phiếu số"), "label"), self._reception, spacing=1))
        self.box.addWidget(self._twins)
        self.box.addLayout(row(self._give_number, self._again, None))
        self.box.addLayout(column(text(self.tr("Mã sản phẩm"), "label"), self._code, self._old, spacing=1))
        self.box.addLayout(row(self._give_code, self._change, None))
        for widget in (self._typed, self._problem, self._note):
            self.box.addWidget(widget)

    def show_page(self, page: DossierPage) -> None:
        """Read what this dossier has and what may be given."""
        if page.id != self._dossier:
            self._dossier = page.id
            self._typed.hide()
            self._say("")
        self._office.jobs.read(partial(numbering.numbers, dossier=page.id), partial(self._show, page.id))

    def _show(self, dossier: str, found: Numbers) -> None:
        if dossier != self._dossier:
            return
        self._shown = found
        number = self._draft.text(_RECEPTION) or found.reception_no
        self._reception.setText(number or self.tr("chưa có"))
        self._give_number.setVisible(not number and not self._draft.locked)
        self._give_number.setEnabled(bool(found.left["reception"]) or not found.enrolled)
        self._code.setText(found.code or self.tr("chưa có"))
        self._old.setText(self.tr("Mã trước đây: {codes}").format(codes=", ".join(found.old_codes)))
        self._old.setVisible(bool(found.old_codes))
        self._give_code.setVisible(not found.code)
        self._give_code.setEnabled(bool(found.left["product"]) or not found.enrolled)
        self._change.setVisible(bool(found.code) and not self._typed.isVisible())
        self._note.setText(" ".join(self._words(found)))
        said = [twin_words(each, dossier) for each in found.twins]
        self._twins.setText(" ".join(said))
        self._twins.setVisible(bool(said))
        doubled = any(each.kind == "reception" and each.number == found.reception_no for each in found.twins)
        self._again.setVisible(doubled and not self._draft.locked)

    def _words(self, found: Numbers) -> list[str]:
        said = []
        if not found.enrolled:
            said.append(self.tr("Máy này tự cấp số vì chưa nối với tỉnh."))
        elif found.left["reception"] or found.left["product"]:
            words = self.tr(
                "Máy này còn giữ {receptions} số phiếu và {products} số sản phẩm, dùng được khi không có mạng."
            )
            said.append(words.format(receptions=len(found.left["reception"]), products=len(found.left["product"])))
        else:
            said.append(self.tr("Máy này chưa giữ khối số nào: đồng bộ để giữ, hoặc ghi số bằng tay."))
        if found.pattern_default:
            said.append(
                self.tr("Cách ghi số phiếu là đề xuất của chương trình, Mẫu số 01 không quy định; đổi ở Cài đặt.")
            )
        return said

    def _take_number(self) -> None:
        self._draft.leave()
        self._office.jobs.write(partial(numbering.next_reception, dossier=self._dossier), self._got_number)

    def _got_number(self, number: str) -> None:
        if number:
            self._draft.put(_RECEPTION, number)
            self._reception.setText(number)
            self._give_number.hide()
        else:
            self._say(texts.sentence("numbers.none", {}))

    def _renumber(self) -> None:
        self._draft.leave()
        self._office.jobs.write(partial(numbering.renumber, dossier=self._dossier), self._renumbered, self._failed)

    def _renumbered(self, _changes: Changes) -> None:
        self._again.hide()
        self._office.open_dossier.emit(self._dossier, None)

    def _take_code(self) -> None:
        self._office.jobs.write(partial(numbering.give_code, dossier=self._dossier), self._done, self._failed)

    def _begin_change(self) -> None:
        self._typed.setText(self._shown.code if self._shown else "")
        self._typed.show()
        self._change.hide()
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed.selectAll()

    def _save_change(self) -> None:
        code = one_line(self._typed.text())
        if self._shown is not None and code == self._shown.code:
            self._typed.hide()
            self._change.show()
            return
        words = self.tr("Vì sao đổi mã sản phẩm? Mã cũ được giữ lại.")
        reason = ask.reason(self, self.tr("Đổi mã sản phẩm"), words, self.tr("Đổi mã"))
        if reason:
            action = partial(numbering.set_code, dossier=self._dossier, text=code, reason=reason)
            self._office.jobs.write(action, self._done, self._failed)

    def _done(self, _changes: Changes) -> None:
        self._typed.hide()
        self._say("")

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, OcopError):
            self._say(texts.error(error))
        else:
            self._office.jobs.failed.emit(error)

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))


def twin_words(found: Twin, dossier: str = "") -> str:
    """Which number stands on which other dossiers."""
    translate = QCoreApplication.translate
    others = "; ".join(words for id_, words in found.dossiers if id_ != dossier)
    names = {
        "reception": translate("numbers", "Số phiếu {number} cũng đứng trên hồ sơ: {others}."),
        "product": translate("numbers", "Mã sản phẩm {number} cũng là của: {others}."),
    }
    return names[found.kind].format(number=found.number, others=others)
