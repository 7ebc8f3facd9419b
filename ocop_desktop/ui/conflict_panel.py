"""Beside the proof table: what a person has to decide or mend for the row the keyboard stands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions import conflicts, exchange, personal
from ocop_desktop.actions.conflicts import Choice, Conflict
from ocop_desktop.actions.exchange import Exchange, ExchangeRow
from ocop_desktop.domain.text import show_count
from ocop_desktop.ui import texts
from ocop_desktop.ui.conflict_card import ConflictCard
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.missing_card import Todo
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, row, text


class ConflictPanel(PageScroll):
    """The conflicts of the chosen dossier and those of no dossier, its refusals, and removals that wait for a yes."""

    shown = Signal(object)
    """Whether there is anything to show."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflicts")
        self._office = office
        self._state: Exchange | None = None
        self._row: ExchangeRow | None = None
        self._built: tuple[object, ...] = ()
        self.cards: list[ConflictCard] = []
        self.box.setContentsMargins(0, 0, 0, 0)

    def show_row(self, state: Exchange, chosen: ExchangeRow | None) -> None:
        """Show what belongs to a row. Nothing is built anew under a person's hands when it is the same."""
        own = tuple(
            each for each in state.conflicts if not each.dossiers or (chosen and chosen.dossier in each.dossiers)
        )
        refusals = chosen.refusals if chosen else ()
        now = (own, refusals, state.parked_deletes, chosen.dossier if chosen and refusals else "")
        if now != self._built:
            self._built = now
            self._build(own, chosen, state.parked_deletes)
        self.setVisible(bool(own or refusals or state.parked_deletes))
        self.shown.emit(self.isVisible())

    def focus_first(self) -> bool:
        """Put the keyboard on the first choice; False when there is none."""
        if self.cards:
            self.cards[0].focus_first()
        return bool(self.cards)

    def _build(self, own: tuple[Conflict, ...], chosen: ExchangeRow | None, deletes: int) -> None:
        clear(self.box)
        self.cards = []
        if deletes:
            self.box.addWidget(self._deletes(deletes))
        for conflict in own:
            card = ConflictCard(conflict, self._office.today(), partial(self._look, conflict.dossier))
            card.decided.connect(partial(self._decide, card))
            self.cards.append(card)
            self.box.addWidget(card)
        if chosen is not None and chosen.refusals:
            self.box.addWidget(self._refused(chosen))
        self.box.addStretch(1)

    def _look(self, dossier: str, key: str, then: Callable[[object], object]) -> None:
        """Write down that a sensitive field is looked at, then ``then``."""
        self._office.jobs.write(partial(personal.look, dossier=dossier, field=key), then)

    def _decide(self, card: ConflictCard, op: str, choices: dict[str, Choice], reason: str) -> None:
        action = partial(conflicts.decide, op=op, choices=choices, reason=reason)
        self._office.jobs.write(action, self._decided, partial(_say, card))

    def _decided(self, _changes: object) -> None:
        self._office.said.emit(self.tr("Đã ghi lựa chọn. Lần đồng bộ tới sẽ báo cho tỉnh và máy kia."))

    def _refused(self, chosen: ExchangeRow) -> Card:
        card = Card(self.tr("Tỉnh chưa nhận"))
        for refusal in chosen.refusals:
            words = texts.sentence(f"refused.{refusal.code}", {})
            todo = Todo(f"{refusal.label}: {words}" if refusal.label else words)
            todo.setObjectName(f"refusal.{refusal.key}")
            todo.clicked.connect(partial(self._office.open_dossier.emit, chosen.dossier, refusal.key or None))
            card.box.addWidget(todo)
        return card

    def _deletes(self, count: int) -> Card:
        card = Card(self.tr("Gỡ nhiều nội dung cùng lúc"), tone="warning")
        words = self.tr("{count} nội dung đang chờ gỡ ở tỉnh. Chưa gỡ gì cho đến khi có người xác nhận.")
        card.box.addWidget(text(words.format(count=show_count(count)), wrap=True))
        agree = button(self.tr("Đúng, gỡ ở tỉnh"), name="deletes.confirm")
        agree.clicked.connect(partial(self._office.jobs.write, exchange.confirm_deletes))
        back = button(self.tr("Không, giữ lại"), name="deletes.back")
        back.clicked.connect(partial(self._office.jobs.write, exchange.take_back_deletes))
        card.box.addLayout(row(back, agree, None))
        return card


def _say(card: ConflictCard, error: BaseException) -> None:
    card.say(texts.error(error))
