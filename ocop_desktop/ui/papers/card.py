"""The papers of a dossier: what is needed now as buttons, the rest by step as words, and who printed what."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ocop_desktop.actions import documents
from ocop_desktop.actions.documents import Printed
from ocop_desktop.actions.papers import registry
from ocop_desktop.actions.papers.registry import Offer
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.flow import Flow
from ocop_desktop.ui.papers import words
from ocop_desktop.ui.widgets import Card, button, clear, link, text

_LOGGED = 3
NAMES_WIDTH = 108
Found = tuple[str, tuple[Offer, ...], list[Printed]]


def look_up(db: Db, dossier: str) -> Found:
    """What a dossier can print, and what was printed of it."""
    return dossier, registry.offers(db, dossier), documents.printed(db, dossier)


class PapersCard(Card):
    """Asks for a paper by ``wanted``; reads itself again when the dossier changes."""

    wanted = Signal(object)
    """The id of a paper in the registry."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Giấy tờ của hồ sơ"), parent=parent)
        self._office = office
        self._dossier = ""
        self._shown: tuple[object, object] = ((), ())
        self._all = False
        self._body = QGridLayout()
        self._body.setHorizontalSpacing(12)
        self._body.setVerticalSpacing(8)
        self._body.setColumnStretch(1, 1)
        self._log = QVBoxLayout()
        self._log.setSpacing(2)
        self.box.addLayout(self._body)
        self.box.addLayout(self._log)

    def show_dossier(self, dossier: str) -> None:
        """Show what this dossier can print now."""
        if dossier != self._dossier:
            self._all = False
        self._dossier = dossier
        self._office.jobs.read(partial(look_up, dossier=dossier), self._found)

    def _found(self, found: Found) -> None:
        dossier, offers, log = found
        if dossier != self._dossier or (offers, log) == self._shown:
            return
        self._shown = (offers, log)
        self._fill(tuple(offer for offer in offers if offer.ready))
        self._show_log(log)

    def _fill(self, ready: tuple[Offer, ...]) -> None:
        clear(self._body)
        now = [offer for offer in ready if offer.now and offer.id != "mau-03"]
        later = [offer for offer in ready if offer not in now]
        lines = [(self.tr("Cần bây giờ"), now)]
        lines += [(words.step(step), [offer for offer in later if offer.step == step]) for step in registry.STEPS]
        for number, (name, offers) in enumerate(lines):
            if offers:
                label = text(name, "quiet")
                label.setFixedWidth(NAMES_WIDTH)
                label.setContentsMargins(0, 6 if number == 0 else 4, 0, 0)  # on the line of what stands beside it
                self._body.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
                self._body.addWidget(self._line(offers, first=number == 0), number, 1)

    def _line(self, offers: list[Offer], *, first: bool = False) -> QWidget:
        line = QWidget()
        flow = Flow(line, spacing=8 if first else 16)
        for offer in offers:
            name = f"print.paper.{offer.id}"
            made = button(words.title(offer.id), name=name) if first else link(words.title(offer.id), name)
            made.clicked.connect(partial(self.wanted.emit, offer.id))
            flow.addWidget(made)
        return line

    def _show_log(self, log: list[Printed]) -> None:
        clear(self._log)
        if not log:
            return
        self._log.addWidget(text(self.tr("Đã in"), "label"))
        for entry in log if self._all else log[:_LOGGED]:
            self._log.addWidget(text(self._words(entry), "quiet", wrap=True))
        if len(log) > _LOGGED and not self._all:
            more = link(self.tr("Xem cả {count} lần in").format(count=len(log)), "print.log")
            more.clicked.connect(partial(self._show_all, log))
            self._log.addWidget(more)

    def _show_all(self, log: list[Printed]) -> None:
        self._all = True
        self._show_log(log)

    def _words(self, entry: Printed) -> str:
        template = self.tr("{paper}, lần chốt {revision}") if entry.revision else "{paper}"
        if entry.paper == "mau-03" and not entry.revision:
            template = self.tr("{paper}, bản nháp")
        paper = template.format(paper=words.title(entry.paper), revision=entry.revision)
        return f"{texts.day_and_hour(entry.at)} · {paper} · {words.way(entry.way)} · {entry.officer}"
