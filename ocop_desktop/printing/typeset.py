"""Text into lines: words, justification, dotted blanks for handwriting, tick boxes. All lengths are in points."""

from collections.abc import Iterable, Iterator, Sequence
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
    parts: tuple[tuple[Inline, float], ...]
    width: float
    glue: Run | None
    """The space after the word; none where a line must end (``ends``) or the text is over."""
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


def _words(family: Family, items: Iterable[Inline], room: float) -> Iterator[_Word]:
    parts: list[tuple[Inline, float]] = []

    def word(glue: Run | None, ends: bool = False) -> _Word:
        made = _Word(tuple(parts), sum(width for _, width in parts), glue, ends)
        parts.clear()
        return made

    for item in items:
        if not isinstance(item, Run):
            parts.append((item, _width(family, item)))
            continue
        for text in _split(item.text):
            run = Run(text, item.style, item.size)
            if text == "\n":
                yield word(None, ends=True)
            elif text == " ":
                yield word(run)
            else:
                width = _width(family, run)
                if width <= room:
                    parts.append((run, width))
                    continue
                for piece in _cut(family, run, room):
                    if parts:
                        yield word(None)
                    parts.append((piece, _width(family, piece)))
    yield word(None, ends=True)


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
    used = 0.0

    def finish(last: bool) -> None:
        indent = hang if made else first
        made.append(_line(words, indent, width - indent, "left" if last and align == "justify" else align, family))
        words.clear()

    for word in _words(family, items, width - max(first, hang)):
        space = _width(family, words[-1].glue) if words and words[-1].glue else 0.0
        if words and word.parts and used + space + word.width > width - (hang if made else first) + 0.01:
            finish(last=False)
            used, space = 0.0, 0.0
        if word.parts or words or word.ends:
            words.append(word)
            used += space + word.width
        if word.ends:
            finish(last=True)
            used = 0.0
    return tuple(made)


def balanced(family: Family, items: Sequence[Inline], width: float) -> tuple[Line, ...]:
    """Centred lines, no more than needed, of about the same length."""
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


def _line(words: Sequence[_Word], indent: float, room: float, align: Align, family: Family) -> Line:
    natural = sum(w.width + (_width(family, w.glue) if w.glue else 0.0) for w in words[:-1])
    natural += words[-1].width if words else 0.0
    fills = sum(isinstance(item, Blank) and item.fill for w in words for item, _ in w.parts)
    extra = max(0.0, room - natural) / fills if fills else 0.0
    pieces: list[Piece] = []
    x, spaces = 0.0, 0
    for index, word in enumerate(words):
        for item, width in word.parts:
            if isinstance(item, Blank) and item.fill:
                width += extra
            pieces.append(Piece(x, width, spaces, item))
            x += width
            spaces += item.text.count(NO_BREAK) if isinstance(item, Run) else 0  # a PDF reader stretches these too
        if word.glue and index < len(words) - 1:
            glue = _width(family, word.glue)
            pieces.append(Piece(x, glue, spaces, word.glue))
            x += glue
            spaces += 1
    stretch = (room - x) / spaces if align == "justify" and spaces and not fills else 0.0
    left = {"center": (room - x) / 2, "right": room - x}.get(align, 0.0)
    return Line(indent + left, max(0.0, stretch), x + max(0.0, stretch) * spaces, tuple(_joined(pieces)))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbouring text of one style drawn in one go, as the PDF then reads as words."""
    begun: Piece | None = None
    text: list[str] = []
    width = 0.0

    def joined() -> Piece:
        assert begun is not None and isinstance(begun.item, Run)
        return Piece(begun.x, width, begun.spaces, Run("".join(text), begun.item.style, begun.item.size))

    for piece in pieces:
        item = piece.item
        if not isinstance(item, Run):
            if begun:
                yield joined()
                begun = None
            yield piece
        elif begun and isinstance(begun.item, Run) and (begun.item.style, begun.item.size) == (item.style, item.size):
            text.append(item.text)
            width += piece.width
        else:
            if begun:
                yield joined()
            begun, text, width = piece, [item.text], piece.width
    if begun:
        yield joined()


def natural_width(family: Family, items: Sequence[Inline]) -> float:
    """The width of items on one line."""
    return sum(_width(family, item) for item in items)
