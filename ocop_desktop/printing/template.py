"""The words of a form with their placeholders: what a block of a FormSpec becomes once values are filled in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from ocop_desktop.domain.forms import Block, Field, Value
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.printing.fonts import Style
from ocop_desktop.printing.typeset import Blank, Box, Inline, Run

_TOKEN = re.compile(r"\{\?([^{}=]+)(?:=([^{}]*))?\}|\{([^{}|?]+)(?:\|([^{}]*))?\}|(</?[bi]>)")

Blanks = Literal["all", "last", "none"]

SHORT = 90.0
"""Points: a blank inside a sentence."""


@dataclass(frozen=True)
class Token:
    """A piece of a block's text: words, a placeholder (``key``, ``words`` if empty; ``.`` is always empty) or a box (``key``, ``value``)."""

    kind: str
    words: str = ""
    key: str = ""
    value: str = ""
    style: Style = "regular"


@lru_cache(maxsize=512)
def tokens(text: str, style: Style = "regular") -> tuple[Token, ...]:
    """The pieces of a text. Raises ``ValueError`` for a brace that is no placeholder: a bug of the form file."""
    made: list[Token] = []
    bold, italic = style.startswith("bold"), style.endswith("italic")
    at = 0

    def now() -> Style:
        return ("bold-italic" if italic else "bold") if bold else ("italic" if italic else "regular")

    def words(piece: str) -> None:
        if "{" in piece or "}" in piece:
            raise ValueError(f"not a placeholder: {piece}")
        if piece:
            made.append(Token("words", piece, style=now()))

    for match in _TOKEN.finditer(text):
        words(text[at : match.start()])
        at = match.end()
        box, value, key, hint, tag = match.groups()
        if box:
            made.append(Token("box", key=box, value=value or "true", style=now()))
        elif key:
            made.append(Token("value", hint or "", key, style=now()))
        elif tag[-2] == "b":
            bold = tag[1] != "/"
        else:
            italic = tag[1] != "/"
    words(text[at:])
    return tuple(made)


@dataclass(frozen=True)
class Filled:
    """The values of one paper, and the fields that say how to show them."""

    values: Mapping[str, Value]
    fields: Mapping[str, Field]
    _seen: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    def raw(self, key: str) -> str:
        """A value as stored, for comparing: a tick is ``true`` or empty."""
        value = self.values.get(key)
        if value is None or value is False:
            return ""
        return "true" if value is True else str(value)

    def shown(self, key: str) -> str:
        """A value as people read it, in NFC: several lines only for a field of several lines."""
        if key not in self._seen:
            self._seen[key] = self._show(key)
        return self._seen[key]

    def _show(self, key: str) -> str:
        value = self.values.get(key)
        if value is None or value == "":
            return ""
        spec = self.fields.get(key)
        if spec is None:
            return one_line(str(value))
        if spec.choices:
            return next((choice.label for choice in spec.choices if choice.value == value), one_line(str(value)))
        text = KINDS[spec.kind].show(value)
        return clean(text).strip() if spec.kind == "lines" else one_line(text)

    def wanted(self, when: str) -> bool:
        """Whether a block with this condition is printed."""
        if when.startswith("not "):
            return not self.wanted(when[4:])
        return all(self._holds(part) for part in when.split("&") if part)

    def _holds(self, condition: str) -> bool:
        key, _, value = condition.partition("=")
        if key.endswith("!"):
            return self.raw(key[:-1]) != value
        return self.raw(key) == value

    def anything(self, block: Block) -> bool:
        """Whether a placeholder of the block has a value; the words of the office do not count."""
        keys = [token.key for token in tokens(block.text) if token.kind == "value"]
        return any(self.shown(key) for key in keys if not key.startswith("office."))

    def paragraphs(
        self, text: str, size: float, style: Style = "regular", *, blanks: Blanks = "last"
    ) -> list[list[Inline]]:
        """The text with its values: one paragraph, or more where a value has several.

        An empty value leaves a blank. ``blanks`` says which reach to the end of the line: all, the last piece, none.
        """
        made: list[list[Inline]] = [[]]
        pieces = tokens(text, style)
        for index, token in enumerate(pieces):
            if token.kind == "words":
                made[-1].append(Run(token.words, token.style, size))
            elif token.kind == "box":
                made[-1].append(Box(self.raw(token.key) == token.value, size))
            elif shown := self.shown(token.key):
                first, *others = [part for part in shown.split("\n") if part.strip()]
                made[-1].append(Run(first.strip(), token.style, size))
                made += [[Run(part.strip(), token.style, size)] for part in others]
            else:
                fill = blanks == "all" or (blanks == "last" and index == len(pieces) - 1)
                made[-1].append(Blank(60 if fill else SHORT, fill=fill))
                if token.words:
                    made[-1].append(Run(token.words, token.style, size))
        return made

    def texts(self, text: str) -> Iterator[str]:
        """The words and values that will be drawn, for the check of the fonts."""
        for token in tokens(text):
            yield token.words
            if token.kind == "value":
                yield self.shown(token.key)
