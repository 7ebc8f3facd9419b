"""The draft of one open dossier: what is in its editors, what of it is on the disk, and when the rest goes there.

Saved 600 ms after the first key that is not saved yet, also while typing goes on, and at once when a field, a tab, the window or the dossier is left. What is on the disk
never comes back into a field while the dossier is open: the person's text is the newest there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from ocop_desktop.actions import dossiers, personal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.errors import OcopError
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.fields import Editor, Reading, commit_composition

AFTER_FIRST_KEY_MS = 600
RETRY_MS = 5_000


@dataclass(frozen=True, kw_only=True)
class Save:
    """One writing of a draft: only what changed."""

    dossier: str
    values: Values
    unparsed: dict[str, str]

    def __call__(self, db: Db) -> Changes:
        return dossiers.save_draft(db, self.dossier, self.values, self.unparsed)

    def fields(self) -> set[str]:
        """The fields it writes."""
        return {*self.values, *self.unparsed}


class Draft(QObject):
    """Registers editors by key, follows their edits and writes them. One draft serves every tab of a dossier page."""

    edited = Signal(object)
    """The key of a field that just changed under the person's hand."""
    unsaved = Signal(object)
    """Whether something on screen is not on the disk yet."""

    def __init__(self, office: OfficeContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._editors: dict[str, Editor] = {}
        self._dirty: set[str] = set()
        self._loose: Values = {}
        self._stored: dict[str, Reading] = {}
        self._under_way: list[Save] = []
        self._waiting: list[Save] = []
        self._locked = False
        self._said = ""
        self.dossier = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_FIRST_KEY_MS)
        self._timer.timeout.connect(self.save)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._try_again)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._application_changed)

    def add(self, editor: Editor) -> None:
        """Follow an editor. Its key is its field's; what is stored under it is shown at once."""
        key = editor.field.key
        self._editors[key] = editor
        editor.edited.connect(self._editor_edited)
        editor.left.connect(self.save)
        self._show(key, anew=True)

    def __contains__(self, key: object) -> bool:
        return key in self._editors

    def __iter__(self) -> Iterator[str]:
        return iter(self._editors)

    def editor(self, key: str) -> Editor | None:
        """The editor of a field, when a built tab has one."""
        return self._editors.get(key)

    def open(self, dossier: str, values: Values, unparsed: dict[str, str], *, locked: bool) -> None:
        """Show another dossier, or the same one as it stands now. What the last one had unsaved is written first."""
        self.leave()
        anew = dossier != self.dossier
        self.dossier = dossier
        self._loose = dict(values)
        self._stored = {key: Reading(value=value) for key, value in values.items()}
        self._stored |= {key: Reading(unparsed=text) for key, text in unparsed.items()}
        self._dirty.clear()
        self._locked = locked
        for key in self._editors:
            self._show(key, anew=anew)

    @property
    def locked(self) -> bool:
        """Whether the dossier can only be read."""
        return self._locked

    def value(self, key: str) -> Value:
        """The value on screen now, or the stored one where no editor is built; None for text that is not a value."""
        if (editor := self._editors.get(key)) is not None:
            return editor.reading().value
        return self._loose.get(key)

    def text(self, key: str) -> str:
        """What is on screen in a field, as text."""
        editor = self._editors.get(key)
        return editor.text() if editor is not None else str(self._loose.get(key) or "")

    def look(self, key: str, then: Callable[[object], object]) -> None:
        """Write down that a sensitive field is looked at, then ``then``."""
        self._office.jobs.write(partial(personal.look, dossier=self.dossier, field=key), then)

    def forget(self) -> None:
        """Save, then let go of every editor: the page builds others for another regime."""
        self.leave()
        self._editors.clear()
        self.dossier = ""

    def put(self, key: str, value: Value) -> None:
        """Change a field without the keyboard (a state chosen, a classification filled in) and write it at once."""
        if self._locked or self.value(key) == value:
            return
        self._loose[key] = value
        if (editor := self._editors.get(key)) is not None:
            editor.load(value)
        self._dirty.add(key)
        self.edited.emit(key)
        self.save()

    def learn(self, values: Values) -> None:
        """Take what is stored now for what no editor holds: states of evidence rows that an action set."""
        busy = self._busy()
        for key, value in values.items():
            if key not in self._editors and key not in busy:
                self._loose[key] = value
                self._stored[key] = Reading(value=value)

    def newer(self, values: Values) -> set[str]:
        """The fields whose stored value is another than this window wrote or read: changed elsewhere meanwhile."""
        busy = self._busy()
        return {
            key
            for key in self._editors
            if key not in busy
            and self._stored.get(key, Reading()).unparsed == ""
            and _plain(self._stored.get(key, Reading()).value) != _plain(values.get(key))
        }

    def waits(self) -> bool:
        """Whether something on screen is not on the disk yet."""
        return bool(self._dirty or self._under_way or self._waiting)

    def leave(self) -> None:
        """Commit the word under composition and write everything: before a seal, another page, a lock, the end."""
        if self._editors and any(editor.has_focus() for editor in self._editors.values()):
            commit_composition()
        self.save()

    def save(self) -> None:
        """Write what changed, as it is on screen; a composition goes on undisturbed."""
        self._timer.stop()
        if not self._dirty or not self.dossier or self._locked:
            return
        values: Values = {}
        unparsed: dict[str, str] = {}
        for key in sorted(self._dirty):
            editor = self._editors.get(key)
            reading = editor.reading() if editor is not None else Reading(value=self._loose.get(key))
            before = self._stored.get(key, Reading())
            if (reading.value, reading.unparsed) == (before.value, before.unparsed):
                continue
            self._stored[key] = Reading(value=reading.value, unparsed=reading.unparsed)
            self._loose[key] = reading.value
            if reading.refused is None:
                values[key] = reading.value
            else:
                unparsed[key] = reading.unparsed
        self._dirty.clear()
        if values or unparsed:
            self._write(Save(dossier=self.dossier, values=values, unparsed=unparsed))
        else:
            self._tell()

    def _busy(self) -> set[str]:
        return set(self._dirty).union(*(save.fields() for save in (*self._under_way, *self._waiting)))

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        """Another program came to the front: what is typed goes to the disk now."""
        if state != Qt.ApplicationState.ApplicationActive:
            self.save()

    def _show(self, key: str, *, anew: bool) -> None:
        editor = self._editors[key]
        stored = self._stored.get(key, Reading())
        editor.load(stored.value, stored.unparsed, under_hands=anew)
        editor.lock(self._locked)

    def _editor_edited(self) -> None:
        editor = self.sender()
        if isinstance(editor, Editor) and not self._locked:
            self._dirty.add(editor.field.key)
            if not self._timer.isActive():  # counted from the first unsaved key: who types without a pause is saved too
                self._timer.start()
            self.unsaved.emit(True)
            self.edited.emit(editor.field.key)

    def _write(self, save: Save) -> None:
        self._under_way.append(save)
        self._office.jobs.write(save, self._saved, self._not_saved)

    def _saved(self, _changes: Changes) -> None:
        self._under_way.pop(0)
        self._said = ""
        self._tell()

    def _not_saved(self, error: BaseException) -> None:
        """Say so once, keep the text, try again: nothing typed is given up while the window is open."""
        save = self._under_way.pop(0)
        if save.dossier == self.dossier:
            self._dirty |= save.fields()
            for key in save.fields():
                self._stored.pop(key, None)
        else:
            self._waiting.append(save)
        self._retry.start()
        why = error.code if isinstance(error, OcopError) else type(error).__name__
        if why != self._said:  # every five seconds a sentence would only be in the way
            self._said = why
            self._office.jobs.failed.emit(error)

    def _try_again(self) -> None:
        waiting, self._waiting = self._waiting, []
        for save in waiting:
            self._write(save)
        self.save()

    def _tell(self) -> None:
        self.unsaved.emit(self.waits())


def _plain(value: Value) -> Value:
    """A value without what storing takes off: spaces around it; an empty one and an unticked one are nothing."""
    return (value.strip() if isinstance(value, str) else value) or None
