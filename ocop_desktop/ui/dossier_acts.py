"""What can be done with the dossier on screen: pause, seal, open again, hand over, print. Typing is saved first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions import dossiers
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.papers import registry
from ocop_desktop.domain import checks
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft


class DossierActs(QObject):
    """The actions of one page. Each answers by ``changed``; the page then reads itself again."""

    refused_at = Signal(object)
    """The key of the field that a seal still needs."""

    def __init__(self, office: OfficeContext, draft: Draft, page: QWidget) -> None:
        super().__init__(page)
        self._office = office
        self._draft = draft
        self._page = page

    def after_saving(self, then: Callable[[], None]) -> None:
        """Do something that must see what was typed: saves go first, on the same lane."""
        self._draft.leave()
        self._office.jobs.write(_nothing, _Then(then, self))

    def pause(self) -> None:
        """Wait for the producer, with a reason."""
        words = self.tr("Chủ thể cần bổ sung gì? Lý do được ghi vào lịch sử; hạn theo luật vẫn tính.")
        reason = ask.reason(self._page, self.tr("Chờ bổ sung"), words, self.tr("Chờ bổ sung"))
        if reason:
            self._act(partial(dossiers.pause, dossier=self._draft.dossier, reason=reason))

    def resume(self) -> None:
        """Go on after waiting."""
        self._act(partial(dossiers.resume, dossier=self._draft.dossier))

    def reopen(self) -> None:
        """Open a sealed or returned dossier again, with a reason."""
        words = self.tr("Vì sao mở lại? Bản đã chốt được giữ nguyên; lần chốt sau có số lần mới.")
        reason = ask.reason(self._page, self.tr("Mở lại để sửa"), words, self.tr("Mở lại"))
        if reason:
            self._act(partial(dossiers.reopen, dossier=self._draft.dossier, reason=reason))

    def withdraw(self) -> None:
        """The producer takes the dossier back, with a reason."""
        words = self.tr(
            "Vì sao rút hồ sơ? Hồ sơ đã rút chỉ còn để xem, không mở lại được; chủ thể nộp lại thì nhận hồ sơ mới."
        )
        reason = ask.reason(self._page, self.tr("Rút hồ sơ"), words, self.tr("Rút hồ sơ"))
        if reason:
            self._act(partial(dossiers.withdraw, dossier=self._draft.dossier, reason=reason))

    def hand_over(self) -> None:
        """Hand the sealed dossier to the province."""
        self._act(partial(dossiers.hand_over, dossier=self._draft.dossier))

    def seal(self) -> None:
        """Finalise; what is missing gets the cursor instead."""
        self._draft.leave()
        task = partial(dossiers.seal, dossier=self._draft.dossier)
        self._office.jobs.write(task, _done, self._not_sealed)

    def _not_sealed(self, error: BaseException) -> None:
        problems = error.details.get("problems") if isinstance(error, Refused) else None
        if isinstance(problems, list) and problems and isinstance(problems[0], checks.Problem):
            self.refused_at.emit(problems[0].key)
        else:
            self._office.jobs.failed.emit(error)

    def _act(self, action: Callable[[Db], Changes]) -> None:
        self._draft.leave()
        self._office.jobs.write(action, _done)

    def print(self, what: object) -> None:
        """Papers show what was just typed: they are drawn after it is saved."""
        task = partial(registry.draw, paper=str(what), ids=[self._draft.dossier])
        self.after_saving(partial(self._draw, task))

    def print_report(self) -> None:
        """Show Mẫu số 03 as it prints."""
        self.print("mau-03")

    def print_receipt(self) -> None:
        """Show what the province confirmed."""
        self.print("receipt")

    def _draw(self, task: Callable[[Db], Paper]) -> None:
        self._office.jobs.read(task, self._drawn)

    def _drawn(self, paper: Paper) -> None:
        self._office.print_requested.emit(paper)


class _Then:
    """Calls back, and nothing when its page was closed meanwhile."""

    def __init__(self, call: Callable[[], None], page: QObject) -> None:
        self._call = call
        self.__self__ = page

    def __call__(self, _answer: object) -> None:
        self._call()


def _nothing(_db: Db) -> None:
    """An empty unit: what waited before it is on the disk when it answers."""


def _done(_changes: Changes) -> None:
    """The page reads itself again on ``changed``."""
