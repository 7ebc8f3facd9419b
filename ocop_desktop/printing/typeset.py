"""Text into lines: words, justification, dotted blanks for handwriting, tick boxes. All lengths are in points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ocop_desktop.printing.fonts import Family, Style

NO_BREAK = "\u00a0"

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style. A no-break space keeps its neighbours on one line; ``\\n`` ends the line."""

    text: str
    style: Style = "regular"
    size: float = 14


@dataclass(frozen=True, slots=True)
class Blank:
    """Room for handwriting, at least ``width`` wide; ``fill`` stretches to the end of the line; dotted or empty."""

    width: float
    fill: bool = False
    dotted: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A square to tick, drawn as a shape: no Times-like font has one."""

    ticked: bool
    size: float = 14


Inline = Run | Blank | Box


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on a line: ``x`` without justification, and how many stretching spaces stand before it."""

    x: float
    width: float
    spaces: int
    item: Inline


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces on one baseline. ``stretch`` is added to every space; ``x`` is where the line begins."""

    x: float
    stretch: float
    width: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """What no line divides. ``space`` follows it unless a line ends there; ``ends`` ends the line."""

    parts: tuple[tuple[Inline, float], ...]
    width: float
    space: Run | None
    space_width: float
    ends: bool


@lru_cache(maxsize=8192)
def _split(text: str) -> tuple[str, ...]:
    """``"a bc "`` gives ``("a", " ", "bc", " ")``; a run of spaces is one space, line ends stand alone."""
    parts: list[str] = []
    word = ""
    for char in text:
        if char in " \t\n":
            if word:
                parts.append(word)
                word = ""
            if char == "\n":
                parts.append("\n")
            elif not parts or parts[-1] != " ":
                parts.append(" ")
        else:
            word += char
    if word:
        parts.append(word)
    return tuple(parts)


def _width(family: Family, item: Inline) -> float:
    if isinstance(item, Run):
        return family.width(item.text, item.style, item.size)
    return item.width if isinstance(item, Blank) else item.size * 0.78


def _cut(family: Family, run: Run, room: float) -> Iterator[Run]:
    """Pieces of a word that is wider than the line (an address of a web page, a key), cut after - or / if it has one."""
    piece = ""
    for char in run.text:
        if piece and family.width(piece + char, run.style, run.size) > room:
            at = max(piece.rfind("-"), piece.rfind("/")) + 1 or len(piece)
            yield Run(piece[:at], run.style, run.size)
            piece = piece[at:]
        piece += char
    yield Run(piece, run.style, run.size)


@lru_cache(maxsize=512)
def _words(family: Family, items: tuple[Inline, ...], room: float) -> tuple[_Word, ...]:
    made: list[_Word] = []
    parts: list[tuple[Inline, float]] = []

    def word(space: Run | None = None, width: float = 0.0, ends: bool = False) -> None:
        made.append(_Word(tuple(parts), sum(w for _, w in parts), space, width, ends))
        parts.clear()

    for item in items:
        if not isinstance(item, Run):
            parts.append((item, _width(family, item)))
            continue
        style, size = item.style, item.size
        space = Run(" ", style, size)
        space_width = family.width(" ", style, size)
        for text in _split(item.text):
            if text == " ":
                word(space, space_width)
            elif text == "\n":
                word(ends=True)
            elif (width := family.width(text, style, size)) <= room:
                parts.append((Run(text, style, size), width))
            else:
                for piece in _cut(family, Run(text, style, size), room):
                    if parts:
                        word()
                    parts.append((piece, _width(family, piece)))
    word(ends=True)
    return tuple(made)


def lines(
    family: Family,
    items: Sequence[Inline],
    width: float,
    *,
    align: Align = "justify",
    first: float = 0,
    hang: float = 0,
) -> tuple[Line, ...]:
    """Break inline items into lines of ``width``; the first begins at ``first``, the others at ``hang``."""
    made: list[Line] = []
    words: list[_Word] = []
    used = space = 0.0

    def finish(last: bool) -> None:
        indent = hang if made else first
        while words and not words[-1].parts:  # spaces at the end of a line take no room
            words.pop()
        made.append(_line(words, indent, width - indent, "left" if last and align == "justify" else align))
        words.clear()

    for word in _words(family, tuple(items), width - max(first, hang)):
        if words and word.parts and used + space + word.width > width - (hang if made else first) + 0.01:
            finish(last=False)
            used = space = 0.0
        words.append(word)
        used += space + word.width
        space = word.space_width
        if word.ends:
            finish(last=True)
            used = space = 0.0
    return tuple(made)


def balanced(family: Family, items: Sequence[Inline], width: float) -> tuple[Line, ...]:
    """Centred lines, no more than needed, of about the same length."""
    return _balanced(family, tuple(items), width)


@lru_cache(maxsize=512)
def _balanced(family: Family, items: tuple[Inline, ...], width: float) -> tuple[Line, ...]:
    best = lines(family, items, width, align="center")
    low, high = width / max(1, len(best)), width
    if len(best) > 1:
        while high - low > 2:
            middle = (low + high) / 2
            if len(lines(family, items, middle, align="center")) > len(best):
                low = middle
            else:
                high = middle
        best = tuple(replace(line, x=(width - line.width) / 2) for line in lines(family, items, high, align="center"))
    return best


def _line(words: Sequence[_Word], indent: float, room: float, align: Align) -> Line:
    natural = sum(word.width + word.space_width for word in words) - (words[-1].space_width if words else 0.0)
    fills = sum(isinstance(item, Blank) and item.fill for word in words for item, _ in word.parts)
    extra = max(0.0, room - natural) / fills if fills else 0.0
    pieces: list[Piece] = []
    text: list[str] = []  # neighbouring text of one style is drawn in one go, as the PDF then reads as words
    style: Style = "regular"
    size = begun = x = 0.0
    spaces = before = 0

    def close() -> None:
        if text:
            pieces.append(Piece(begun, x - begun, before, Run("".join(text), style, size)))
            text.clear()

    for index, word in enumerate(words):
        parts = word.parts
        if word.space and index < len(words) - 1:
            parts = (*parts, (word.space, word.space_width))
        for item, width in parts:
            if isinstance(item, Run):
                if not text or item.style != style or item.size != size:
                    close()
                    style, size, begun, before = item.style, item.size, x, spaces
                text.append(item.text)
                x += width
                # a PDF reader stretches no-break spaces too
                spaces += 1 if item is word.space else item.text.count(NO_BREAK)
            else:
                close()
                width += extra if isinstance(item, Blank) and item.fill else 0.0
                pieces.append(Piece(x, width, spaces, item))
                x += width
    close()
    stretch = max(0.0, (room - x) / spaces) if align == "justify" and spaces and not fills else 0.0
    left = {"center": (room - x) / 2, "right": room - x}.get(align, 0.0)
    return Line(indent + left, stretch, x + stretch * spaces, tuple(pieces))


def natural_width(family: Family, items: Sequence[Inline]) -> float:
    """The width of items on one line."""
    return sum(_width(family, item) for item in items)
