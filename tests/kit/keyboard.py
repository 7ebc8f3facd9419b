"""Type as people type. ``QTest.keyClicks`` aborts the process on a Vietnamese letter, so events are made one by one.

- ``keys``: one key event per character, as a keyboard layout or pasted dead keys give them.
- ``unikey``: what Unikey and EVKey send: plain letters first, then Backspaces and the rewritten tail of the word.
- ``compose``: what ibus, macOS and the Telex of Windows send: a growing preedit, then one commit per word.
"""

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

Typist = Callable[[QWidget, str], None]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHAPES = "\u0302\u0306\u031b"


def press(
    widget: QWidget, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """One key, down and up."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def _letter(widget: QWidget, char: str) -> None:
    if char == "\n":
        press(widget, Qt.Key.Key_Return, "\r")
    elif char.isascii():
        press(widget, Qt.Key(ord(char.upper())), char)
    else:
        press(widget, Qt.Key.Key_unknown, char)


def _backspace(widget: QWidget, times: int) -> None:
    for _ in range(times):
        press(widget, Qt.Key.Key_Backspace, "\b")


def keys(widget: QWidget, text: str) -> None:
    """One key event per character of the NFC text."""
    for char in unicodedata.normalize("NFC", text):
        _letter(widget, char)


def _without(text: str, marks: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFD", text) if c not in marks)
    return unicodedata.normalize("NFC", kept)


def _stages(word: str) -> list[str]:
    """What stands on screen while a word is typed in Telex: letter, shaped letter, and the tone at the end."""
    stages: list[str] = []
    flat = _without(word, _TONES)
    done = ""
    for char in flat:
        plain = "d" if char == "đ" else "D" if char == "Đ" else _without(char, _SHAPES)
        stages.append(done + plain)
        if plain != char:
            stages.append(done + char)
        done += char
    if flat != word:
        stages.append(word)
    return stages


def unikey(widget: QWidget, text: str) -> None:
    """Letters, and for each rewriting the Backspaces and the new tail of the word, all as key events."""
    for piece in re.findall(r"\w+|\W", unicodedata.normalize("NFC", text)):
        shown = ""
        for stage in _stages(piece):
            same = 0
            while same < min(len(shown), len(stage)) and shown[same] == stage[same]:
                same += 1
            _backspace(widget, len(shown) - same)
            for char in stage[same:]:
                _letter(widget, char)
            shown = stage


def compose(widget: QWidget, text: str) -> None:
    """A preedit that grows with each key, then the commit of the word; what is between words comes as keys."""
    for piece in re.findall(r"\w+|\W", unicodedata.normalize("NFC", text)):
        if not piece[0].isalpha():
            _letter(widget, piece) if len(piece) == 1 else keys(widget, piece)
            continue
        for stage in _stages(piece):
            begin_composing(widget, stage)
        commit(widget, piece)


def begin_composing(widget: QWidget, preedit: str) -> None:
    """Show a word under composition, not yet committed."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, text: str) -> None:
    """Commit the word under composition."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


TYPISTS: dict[str, Typist] = {"keys": keys, "unikey": unikey, "compose": compose}
"""Every way of typing; every editor passes all of them."""
