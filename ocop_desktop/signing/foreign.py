"""Files that others made, as this program sees them: each question is answered by the process kept apart.

Everything here may take a second and, where a file was made to hurt, the seconds of its limit: not for the GUI thread.
Beside the refusals that are named, each may refuse with ``paper.fell``, ``paper.slow`` and ``paper.heavy``, which name the file.
"""

import hashlib
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

import msgspec

from ocop_desktop.domain.marks import find
from ocop_desktop.errors import Refused
from ocop_desktop.signing.apart import wire
from ocop_desktop.signing.apart.process import APART
from ocop_desktop.signing.place import Box, Room, annex_box
from ocop_desktop.signing.scan import written
from ocop_desktop.signing.seen import LEAST_DPI, PageSeen, Picture, Reading
from ocop_desktop.signing.validation import Signature

T = TypeVar("T")
SECONDS = 20
"""For one question: a page is drawn or looked at in a twentieth of that on a slow PC."""
SECONDS_ALL = 90
"""For all pages of one paper."""
WORTH = 0.8
"""A lighter copy is offered when it has this part of the original's bytes, or less."""
warm, close = APART.warm, APART.close


@dataclass(frozen=True)
class Foreign:
    """A file by the name people know it by, and its bytes."""

    name: str
    data: bytes = field(repr=False)
    key: str = field(default_factory=lambda: uuid.uuid4().hex, repr=False)


@dataclass(frozen=True, kw_only=True)
class Lighter:
    """The smaller copy, a PDF, with its number of pages."""

    data: bytes
    pages: int
    dpi: int = LEAST_DPI


def _ask(file: Foreign, task: wire.Task, kind: type[T]) -> tuple[T, bytes]:
    said, beside = APART.ask(file.key, file.name, file.data, task, SECONDS)
    try:
        return msgspec.json.decode(said.value, type=kind), beside
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("paper.unreadable", name=file.name) from error


class _Patience:
    """Ends what takes too long as a whole, though each page keeps its time."""

    def __init__(self, file: Foreign) -> None:
        self._file, self._ends = file, time.monotonic() + SECONDS_ALL

    def check(self) -> None:
        if time.monotonic() > self._ends:
            raise Refused("paper.slow", name=self._file.name)


def count_pages(file: Foreign, media_type: str) -> int:
    """The pages of a PDF or the pictures of an image file; 0 where pages mean nothing or cannot be counted."""
    if media_type != "application/pdf" and not media_type.startswith("image/"):
        return 0
    return _ask(file, wire.Count(media_type), int)[0]


def page_sizes(file: Foreign) -> tuple[tuple[float, float], ...]:
    """Width and height of each page of a PDF in points. ``Refused``: ``paper.unreadable``, ``paper.locked``."""
    return _ask(file, wire.Sizes(), tuple[tuple[float, float], ...])[0]


def draw(file: Foreign, page: int, whole: tuple[int, int], area: tuple[int, int, int, int]) -> bytes:
    """A part (left, top, width, height, in dots) of a page drawn ``whole`` dots large: four bytes a dot, blue first.

    ``Refused``: ``paper.unreadable``.
    """
    dots = _ask(file, wire.Draw(page, *whole, *area), type(None))[1]
    if len(dots) != area[2] * area[3] * 4:
        raise Refused("paper.unreadable", name=file.name)
    return dots


def read_paper(file: Foreign) -> Reading:
    """Read a PDF or a picture of one or more pages. ``Refused``: ``paper.unreadable``, ``paper.locked``, ``paper.too_long``."""
    about = _ask(file, wire.About(), wire.PaperAbout)[0]
    patience, pages = _Patience(file), []
    for number in range(about.pages):
        pages.append(_ask(file, wire.Page(number), PageSeen)[0])
        patience.check()
    return Reading(
        sha256=hashlib.sha256(file.data).hexdigest(),
        is_pdf=about.is_pdf,
        version=about.version,
        pages=tuple(pages),
        said=find(about.said),
    )


def signatures(file: Foreign, roots: Sequence[bytes] = ()) -> tuple[Signature, ...]:
    """The signatures of a PDF, first to last. ``roots``: certificates that are believed, DER or PEM."""
    if b"/ByteRange" not in file.data:
        return ()
    return _ask(file, wire.Signatures(tuple(roots)), tuple[Signature, ...])[0]


def to_pdf(pictures: Sequence[Foreign], title: str, at: datetime) -> bytes:
    """One PDF of the pictures' pages, in order. ``at``: an aware instant, kept as the day it was made.

    ``Refused``: ``paper.unreadable``, ``paper.too_long``.
    """
    made: list[Picture] = []
    for file in pictures:
        count = _ask(file, wire.About(), wire.PaperAbout)[0].pages
        made += [_picture(file, wire.Frame(number)) for number in range(count)]
    return written(made, title, at)


def lighter(file: Foreign, media_type: str, at: datetime) -> Lighter | None:
    """A copy of a scan that saves a fifth of its bytes or more; None where there is nothing to gain or it is no scan.

    ``at``: an aware instant, written into the file as the day it was made. Its title is the name of the file.
    """
    try:
        count = _ask(file, wire.LightPages(media_type), int)[0]
        pictures = [_picture(file, wire.LightPage(media_type, number)) for number in range(count)]
    except Refused as error:
        if error.code in {"paper.unreadable", "paper.locked", "paper.too_long"}:
            return None
        raise
    if not pictures:
        return None
    made = written(pictures, file.name.rpartition(".")[0] or file.name, at)
    return Lighter(data=made, pages=len(pictures)) if len(made) <= len(file.data) * WORTH else None


def _picture(file: Foreign, task: wire.Frame | wire.LightPage) -> Picture:
    about, data = _ask(file, task, wire.PictureAbout)
    inside = file.data if about.whole else data
    return Picture(inside, about.width, about.height, about.dpi, about.grey, about.turn)


def room_for(file: Foreign, title: str, name: str) -> Room:
    """Where the signer signs. ``Refused``: ``sign.no_place`` when the paper names no such signer."""
    return _ask(file, wire.Place(title, name), Room)[0]


def of_annex(file: Foreign, width: float, height: float) -> Box:
    """The box of the agency's words on a separate annex: the top right corner of its first page."""
    return annex_box(page_sizes(file)[0], width, height)


def joinable(file: Foreign) -> int:
    """How many pages of a PDF can go into another. ``Refused``: ``paper.unreadable``."""
    return _ask(file, wire.Joinable(), int)[0]
