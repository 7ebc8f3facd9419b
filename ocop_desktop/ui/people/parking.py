"""What an officer had on screen when the lock fell: out of sight and without the key, until the same officer is back.

Dialogs keep what was typed into them, and who waits for their answer goes on waiting. Passphrases and PINs are taken out
of their fields. Somebody else who unlocks meanwhile gets a workspace of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from ocop_desktop.actions.changes import Changes
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.jobs import Jobs
from ocop_desktop.ui.passphrase import PassphraseEdit
from ocop_desktop.ui.workspace import Workspace

MOST = 3
"""Officers whose screens wait; the one who left first goes when a fourth leaves."""


@dataclass(eq=False)
class Parked:
    """One officer's screen. ``missed``: what others changed since."""

    jobs: Jobs
    office: OfficeContext
    workspace: Workspace
    dialogs: list[QDialog] = field(default_factory=list)
    focus: QWidget | None = None
    missed: Changes = field(default_factory=Changes)

    def note(self, changes: object) -> None:
        """Remember what somebody else changed."""
        if not isinstance(changes, Changes):
            return
        self.missed = Changes(
            dossiers=self.missed.dossiers | changes.dossiers,
            types=self.missed.types | changes.types,
            outbox=self.missed.outbox or changes.outbox,
        )

    def bring_back(self) -> None:
        """On screen again, as it was; what others changed meanwhile is read anew."""
        ask.give_way(self.dialogs)
        self.jobs.resume()
        self.workspace.go_on()
        for dialog in self.dialogs:
            if shiboken6.isValid(dialog):
                dialog.show()
        if not self.dialogs and self.focus is not None and shiboken6.isValid(self.focus):
            self.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.missed != Changes():
            self.office.changed.emit(self.missed)

    def discard(self) -> None:
        """Let go of it, as if its officer had gone back in every dialog."""
        self.jobs.close()
        for dialog in reversed(self.dialogs):
            if shiboken6.isValid(dialog):
                dialog.reject()
                dialog.deleteLater()
        for each in (self.workspace, self.office, self.jobs):
            each.deleteLater()


def park(window: QWidget, jobs: Jobs, office: OfficeContext, workspace: Workspace) -> Parked:
    """Take an officer's screen away: dialogs out of sight, connections closed, secrets out of their fields."""
    focus = window.focusWidget()
    dialogs = _put_away(window)
    for top in (workspace, *dialogs):
        for line in top.findChildren(QLineEdit):
            if isinstance(line, PassphraseEdit) or line.echoMode() != QLineEdit.EchoMode.Normal:
                line.clear()
    workspace.hide()
    jobs.pause()
    return Parked(jobs, office, workspace, dialogs, focus)


def _put_away(window: QWidget) -> list[QDialog]:
    """Hide the dialogs, the innermost first; a list, a menu, a question of the system is closed."""
    for _ in range(8):
        if (popup := QApplication.activePopupWidget()) is None:
            break
        popup.close()
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    kept = []
    for dialog in sorted((each for each in shown if each is not window), key=_depth, reverse=True):
        if ask.is_of_system(dialog):
            dialog.reject()
        else:
            dialog.hide()
            kept.append(dialog)
    return kept[::-1]


def _depth(dialog: QWidget) -> int:
    """How many dialogs stand under a dialog."""
    found, parent = 0, dialog.parentWidget()
    while parent is not None:
        found += isinstance(parent, QDialog)
        parent = parent.parentWidget()
    return found
