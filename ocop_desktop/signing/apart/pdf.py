"""A foreign PDF in the process kept apart: opened once, drawn page by page, never past a bound."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import pypdfium2
from pypdfium2 import raw as pdfium

from ocop_desktop.errors import Refused

MOST_PIXELS = 89_000_000
"""Of one picture: A4 at 950 dpi. What is larger would take more memory than an office PC has to spare."""
MOST_UNPACKED = 3 * MOST_PIXELS
"""Bytes of one stream of a PDF after unpacking. PDFium asks for more until the system ends its process."""
MOST_DRAWN = 16_000_000
"""Dots of one drawing: its bytes go through a pipe."""
MOST_SIZED = 20_000
"""Pages whose size is told."""
_DEEP, _MOST_PICTURES = 3, 2_000
_FILTERS = 12
"""Packed so many times over is a bomb, whatever comes out."""
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01\x5e\x9c\xda])")
_PIECE = 1024 * 1024


class Pdf:
    """A PDF by its bytes. ``Refused``: ``paper.unreadable``, ``paper.locked``, ``paper.heavy``."""

    def __init__(self, data: bytes) -> None:
        refuse_bomb(data)
        self.data = data
        try:
            self.document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise Refused("paper.locked" if "password" in str(error).lower() else "paper.unreadable") from error
        self._last: tuple[int, pypdfium2.PdfPage] | None = None

    def __len__(self) -> int:
        return len(self.document)

    def page(self, number: int) -> pypdfium2.PdfPage:
        """A page, kept until another is asked for: its pictures are unpacked once."""
        if self._last is not None and self._last[0] == number:
            return self._last[1]
        if self._last is not None:
            self._last[1].close()
            self._last = None
        if not 0 <= number < len(self.document):
            raise Refused("paper.unreadable")
        with unreadable():
            page = self.document[number]
            refuse_pictures(page)
        self._last = (number, page)
        return page

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in points."""
        count = min(len(self.document), MOST_SIZED)
        if count == 0:
            raise Refused("paper.unreadable")
        with unreadable():
            return [self.document.get_page_size(number) for number in range(count)]

    def drawn(self, number: int, whole: tuple[int, int], area: tuple[int, int, int, int]) -> bytes:
        """A part (left, top, width, height) of a page that is ``whole`` dots large: blue, green, red and a byte of nothing."""
        left, top, wide, high = area
        if wide < 1 or high < 1 or wide * high > MOST_DRAWN:
            raise Refused("paper.heavy")
        bitmap = pypdfium2.PdfBitmap.new_native(wide, high, pdfium.FPDFBitmap_BGRx)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, high)
            page = self.page(number)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, -left, -top, *whole, 0, pdfium.FPDF_ANNOT)
            return bytes(bitmap.buffer)
        finally:
            bitmap.close()

    def close(self) -> None:
        """Let go of it."""
        if self._last is not None:
            self._last[1].close()
            self._last = None
        self.document.close()


@contextmanager
def unreadable() -> Iterator[None]:
    """What PDFium cannot read is said as such."""
    try:
        yield
    except pypdfium2.PdfiumError as error:
        raise Refused("paper.unreadable") from error


def refuse_pictures(page: pypdfium2.PdfPage) -> None:
    """``Refused``: ``paper.heavy`` when a picture on a page has more dots than are ever unpacked; known before it is."""
    objects = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEP)
    for picture in islice(objects, _MOST_PICTURES):
        width, height = picture.get_px_size()
        if width * height > MOST_PIXELS:
            raise Refused("paper.heavy")


def refuse_bomb(data: bytes) -> None:
    """``Refused``: ``paper.heavy`` when a stream unpacks to more than any scan of a page, packed once or many times over."""
    for found in _STREAM.finditer(data):
        size = 0
        for piece in _unpacked(_pieces(data, found.end()), 1):
            size += len(piece)
            if size > MOST_UNPACKED:
                raise Refused("paper.heavy")


def _pieces(data: bytes, at: int) -> Iterator[bytes]:
    view = memoryview(data)
    while at < len(data):
        yield bytes(view[at : at + _PIECE])
        at += _PIECE


def _unpacked(packed: Iterator[bytes], depth: int) -> Iterator[bytes]:
    """The bytes a stream comes to; what comes out packed again is unpacked again, as its filters would."""
    if depth > _FILTERS:
        raise Refused("paper.heavy")
    pieces = _once(packed)
    first = next(pieces, b"")
    if len(first) > 2 and first[0] & 0x0F == 8 and first[0] < 0x79 and int.from_bytes(first[:2]) % 31 == 0:
        yield from _unpacked(_with(first, pieces), depth + 1)
    else:
        yield from _with(first, pieces)


def _with(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _once(packed: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for piece in packed:
            waiting = piece
            while waiting and not unpacker.eof:
                yield unpacker.decompress(waiting, _PIECE)
                waiting = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:
        return  # not packed after all, or damaged: PDFium stops there too
