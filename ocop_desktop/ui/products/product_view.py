"""One product: how it stands, what this office may write, its history under every law it went through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.products import confirming, joining, papers, recognising, register
from ocop_desktop.actions.products.claims import Claim
from ocop_desktop.actions.products.joining import Part
from ocop_desktop.actions.products.register import DossierBeside, Event, ProductPage
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import show_date
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.following.clone_dialog import CloneDialog
from ocop_desktop.ui.products import asking, claim_asking, joining_view, words
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, column, link, row, rule, set_role, tag, text

_NARROW = 900
_SIDE = 320


def offer(dossier: str, db: Db) -> tuple[Values, str]:
    """What a recognition begins with, and the words of the transition."""
    rule_ = register.transition_of(db, dossier)
    return recognising.offer(db, dossier), f"{rule_[1]}: {rule_[0]}" if rule_ is not None else ""


class ProductView(PageScroll):
    """The history latest first; what is still to come stands above it."""

    back = Signal()
    beside = Signal(object)
    """The ``ProductPage`` whose dossiers are to stand side by side."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("product")
        self._office = office
        self._page: ProductPage | None = None
        self._name = text("", "title", wrap=True)
        self._name.setObjectName("product.name")
        self._who = text("", "quiet", wrap=True)
        self._stars = text("", "stars", "star")
        self._stars.setObjectName("product.stars")
        self._state = tag("")
        self._state.setObjectName("product.state")
        self._advice = text("", wrap=True)
        self._advice.setObjectName("product.advice")
        back = link(self.tr("‹ Sản phẩm"), "product.back")
        back.clicked.connect(self.back)
        self._acts = row(spacing=8)
        self._history = Card(self.tr("Lịch sử sản phẩm"))
        self._lines = QVBoxLayout()
        self._history.box.addLayout(self._lines)
        self._beside = Card(self.tr("Các hồ sơ"))
        self._dossiers = QVBoxLayout()
        self._beside.box.addLayout(self._dossiers)
        self._parts: list[Part] = []
        self._codes = Card(self.tr("Mã và đơn vị"))
        self._code_lines = QVBoxLayout()
        self._codes.box.addLayout(self._code_lines)
        self._notes = Card(self.tr("Chuyển tiếp"), "law")
        self._note_lines = QVBoxLayout()
        self._notes.box.addLayout(self._note_lines)
        self._side = QWidget()
        self._side.setLayout(column(self._beside, self._codes, self._notes, None, spacing=12))
        self._split = row(column(self._history, None), self._side, spacing=14)
        self._split.setStretch(0, 1)
        self._advice.setMinimumWidth(200)
        self._side.setFixedWidth(_SIDE)
        self.box.addLayout(row(back, None))
        self.box.addLayout(column(self._name, self._who, spacing=2))
        standing = row(self._stars, self._state, self._advice, spacing=10)
        standing.setStretch(2, 1)
        self.box.addLayout(standing)
        self.box.addLayout(self._acts)
        self.box.addLayout(self._split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the side goes under the history."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._split.direction() != way:
            self._split.setDirection(way)
            self._side.setMinimumWidth(0 if narrow else _SIDE)
            self._side.setMaximumWidth(16_777_215 if narrow else _SIDE)

    @property
    def product(self) -> str:
        """The product on screen."""
        return self._page.product if self._page is not None else ""

    def open(self, product: str) -> None:
        """Read a product and show it."""
        self._office.jobs.read(lambda db: (register.open_product(db, product), joining.parts(db, product)), self._got)

    def _got(self, answer: tuple[ProductPage, list[Part]]) -> None:
        page, self._parts = answer
        self.show_page(page)

    def show_page(self, page: ProductPage) -> None:
        """Show what was read."""
        self._page = page
        today = self._office.today()
        self._name.setText(page.name)
        self._who.setText(" · ".join(filter(None, (page.producer, page.unit_name))))
        found = page.standing
        self._stars.setText(words.stars(found.stars) if found is not None and found.stars else "")
        self._stars.setVisible(bool(self._stars.text()))
        self._history.setVisible(bool(page.events))
        said, tone = words.state(found) if found is not None else (self.tr("Chưa được công nhận"), "")
        advice = words.advice(found, today) if found is not None else ""
        if page.claim is not None:
            first, second, tone = words.claim(page.claim)
            said = first if page.claim.state == "returned" else f"{first}, {second}"
            advice = words.claim_advice(page.claim)
        self._state.setText(said)
        set_role(self._state, "tag", tone)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._show_acts(page)
        self._show_history(page, today)
        self._show_side(page)

    def _show_acts(self, page: ProductPage) -> None:
        clear(self._acts)
        found = page.standing
        alive = found is not None and found.state not in {"withdrawn", "expired"}
        upper = page.level != "commune"
        open_ = [each for each in page.dossiers if not self._decided(page, each.dossier)]
        if page.claim is not None:
            self._show_claim_acts(page.claim, upper=upper, primary=not open_)
        if upper and open_:
            self._act(self.tr("Ghi công nhận"), "product.recognise", self._recognise, primary=True)
        if upper and alive:
            due = found is not None and found.state == "withdrawing"
            self._act(self.tr("Thu hồi"), "product.withdraw", self._withdraw, primary=due and not open_)
            self._act(self.tr("Ghi kiểm tra"), "product.inspect", self._inspect)
            if any(_open_breach(each) for each in page.events):
                self._act(self.tr("Đã khắc phục"), "product.remedied", self._remedied)
            self._act(self.tr("Hạ hạng"), "product.lower", self._lower)
        if not upper and page.dossiers and _finished(page.dossiers[-1]):
            due = found is not None and found.state in {"filing", "late", "extended"}
            self._act(self.tr("Lập hồ sơ tiếp theo"), "product.next", self._next, primary=due)
        if alive:
            self._act(self.tr("Xác nhận ngừng sản xuất"), "product.stopped", self._stopped)
        if any(each.kind == "stopped" for each in page.events):
            self._act(self.tr("In xác nhận ngừng sản xuất"), "product.print", self._print)
        if not upper and alive:
            said = self.tr("Công nhận, kiểm tra và thu hồi do cấp công nhận ghi.")
            self._acts.addWidget(text(said, "small"))
        self._acts.addStretch(1)

    def _show_claim_acts(self, claim: Claim, *, upper: bool, primary: bool) -> None:
        if upper:
            self._act(self.tr("Xác nhận công nhận"), "claim.confirm", self._confirm_claim, primary=primary)
            self._act(self.tr("Trả lại xã"), "claim.return", self._return_claim)
        else:
            returned = claim.state == "returned"
            self._act(self.tr("Sửa phần khai"), "claim.amend", self._amend_claim, primary=returned)
            self._act(self.tr("Bỏ phần khai"), "claim.drop", self._drop_claim)

    def _confirm_claim(self) -> None:
        self._with_claim(claim_asking.confirm)

    def _amend_claim(self) -> None:
        self._with_claim(claim_asking.amend)

    def _with_claim(self, asked: Callable[[OfficeContext, str, Values, QWidget], RecordDialog]) -> None:
        product = self.product

        def show(given: Values) -> None:
            self._show(asked(self._office, product, given, self))

        self._office.jobs.read(partial(confirming.offer, product=product), show)

    def _return_claim(self) -> None:
        self._show(claim_asking.send_back(self._office, self.product, self))

    def _drop_claim(self) -> None:
        self._show(claim_asking.drop(self._office, self.product, self))

    @staticmethod
    def _decided(page: ProductPage, dossier: str) -> bool:
        return any(each.kind == "recognition" and each.details.get("dossier") == dossier for each in page.events)

    def _act(self, said: str, name: str, slot: object, *, primary: bool = False) -> None:
        made = button(said, primary=primary, name=name)
        made.clicked.connect(slot)
        self._acts.addWidget(made)

    def _show_history(self, page: ProductPage, today: date) -> None:
        clear(self._lines)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 84)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        at = 0
        ahead = sorted((each for each in page.events if each.ahead), key=lambda each: each.day, reverse=True)
        past = [each for each in page.events if not each.ahead]
        for each in (*ahead, None, *past):
            if each is None:
                if ahead:
                    grid.addWidget(rule(), at, 0)
                    said = self.tr("hôm nay, {day}").format(day=show_date(today))
                    grid.addWidget(text(said, "small"), at, 1)
                    at += 1
                continue
            grid.addWidget(text(show_date(each.day), "quiet" if each.ahead else "strong"), at, 0, top)
            grid.addWidget(self._line(each), at, 1, top)
            law = register.law_name(each.regime) if each.regime else ""
            grid.addWidget(tag(_short_law(law)), at, 2, top | Qt.AlignmentFlag.AlignRight) if law else None
            at += 1
        self._lines.addLayout(grid)

    def _line(self, event: Event) -> QWidget:
        first, second = words.event(event)
        lines = [text(first, "quiet" if event.ahead else "", wrap=True)]
        if second:
            lines.append(text(second, "small", wrap=True))
        box = QWidget()
        box.setLayout(column(*lines, spacing=0))
        return box

    def _show_side(self, page: ProductPage) -> None:
        for box in (self._dossiers, self._code_lines, self._note_lines):
            clear(box)
        for each in page.dossiers:
            said = self.tr("Hồ sơ {year}, {kind}").format(year=each.year or "", kind=words.kind(each.kind))
            line = link(said, f"product.dossier.{each.dossier}")
            line.clicked.connect(partial(self._open_dossier, each.dossier))
            self._dossiers.addLayout(row(line, None, tag(_short_law(register.law_name(each.regime)))))
        if page.dossiers:
            compare = button(self.tr("Đặt cạnh nhau"), name="product.beside")
            compare.clicked.connect(self._ask_beside)
            self._dossiers.addLayout(row(None, compare))
        join = link(self.tr("Ghép lịch sử với sản phẩm khác…"), "product.join")
        join.clicked.connect(self._ask_join)
        self._dossiers.addWidget(join)
        if len(self._parts) > 1:
            part = link(self.tr("Tách lịch sử…"), "product.separate")
            part.clicked.connect(self._ask_separate)
            self._dossiers.addWidget(part)
        for code, unit, day in page.codes:
            since = show_date(date.fromisoformat(day)) if day else ""
            self._code_lines.addWidget(text(code, "strong", wrap=True))
            self._code_lines.addWidget(text(" · ".join(filter(None, (unit, since))), "small", wrap=True))
        if page.claim is not None and page.claim.code:
            self._code_lines.addWidget(text(page.claim.code, "strong", wrap=True))
        for code, other, name in page.twins:
            said = self.tr("Mã {code} cũng ghi cho: {name}").format(code=code, name=name or self.tr("(không tên)"))
            twin = link(said, f"product.twin.{other}")
            twin.clicked.connect(partial(self._open_other, other))
            self._code_lines.addWidget(tag(self.tr("Mã trùng"), "warning"))
            self._code_lines.addWidget(twin)
        self._code_lines.addWidget(text(self.tr("Nay thuộc: {unit}").format(unit=page.unit_name), wrap=True))
        for said, article in page.notes:
            self._note_lines.addWidget(text(f"{article}: {said}", "small", wrap=True))
        self._notes.setVisible(bool(page.notes))

    def _open_dossier(self, dossier: str, _checked: bool = False) -> None:
        self._office.open_dossier.emit(dossier, None)

    def _open_other(self, product: str, _checked: bool = False) -> None:
        self.open(product)

    def _ask_join(self) -> None:
        product = self.product
        self._office.jobs.read(lambda db: joining.candidates(db, product), self._choose_other)

    def _choose_other(self, there: list[Part]) -> None:
        if not there:
            ask.tell(self, self.tr("Ghép lịch sử"), self.tr("Không có sản phẩm nào khác của cùng xã để ghép."))
            return
        self._show(joining_view.join(self._office, self.product, there, self))

    def _ask_separate(self) -> None:
        self._show(joining_view.separate(self._office, self._parts, self))

    def _ask_beside(self) -> None:
        self.beside.emit(self._page)

    def _recognise(self) -> None:
        if self._page is not None:
            latest = [each for each in self._page.dossiers if not self._decided(self._page, each.dossier)][-1].dossier
            self._office.jobs.read(partial(offer, latest), partial(self._ask_recognition, latest))

    def _ask_recognition(self, dossier: str, answer: tuple[Values, str]) -> None:
        given, transition = answer
        self._show(asking.recognition(self._office, dossier, given, transition, self))

    def _inspect(self) -> None:
        self._show(asking.inspection(self._office, self.product, self))

    def _next(self) -> None:
        if self._page is not None and self._page.dossiers:
            dialog = CloneDialog(self._office, self._page.dossiers[-1].dossier, self.window())
            dialog.made.connect(self._open_dossier)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _remedied(self) -> None:
        self._show(asking.remedied(self._office, self.product, self))

    def _lower(self) -> None:
        self._show(asking.lower(self._office, self.product, self))

    def _withdraw(self) -> None:
        stop = self._page is not None and any(each.kind == "stopped" for each in self._page.events if not each.ahead)
        self._show(asking.withdrawal(self._office, self.product, {"ground": "5"} if stop else {}, self))

    def _stopped(self) -> None:
        self._show(asking.stopped(self._office, self.product, self))

    def _print(self) -> None:
        product = self.product
        self._office.jobs.read(lambda db: papers.stop_letter(db, product), self._office.print_requested.emit)

    def _show(self, dialog: RecordDialog) -> None:
        dialog.recorded.connect(self._written)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _written(self, _answer: object) -> None:
        self.open(self.product)


def _finished(last: DossierBeside) -> bool:
    """Whether a next dossier may go on from it: decided above, or of a law whose report nobody could seal here."""
    sent = last.state in {"handed_over", "accepted"}
    return sent or (last.state == "open" and legal.form_of(last.regime, "mau-03") is None)


def _open_breach(event: Event) -> bool:
    found = event.details
    return event.kind == "inspection" and found.get("breach") is True and not found.get("remedied_on")


def _short_law(document: str) -> str:
    """``QĐ 26/2026``: enough to tell the laws apart."""
    return document.replace("Quyết định", "QĐ").removesuffix("/QĐ-TTg")
