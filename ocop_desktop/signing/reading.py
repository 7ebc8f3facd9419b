"""Reads a paper as people see it: the pages of a PDF or of pictures, the code on each, their sharpness and colour."""

import hashlib
import io
import re
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter, ImageSequence, UnidentifiedImageError
from pypdfium2 import raw as pdfium

from ocop_desktop.domain.marks import Mark, find, read
from ocop_desktop.errors import Refused

MOST_PAGES = 60
"""Pages whose code is looked for; a report has two or three."""
LEAST_DPI = 200
"""Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, I.2: colour, 200 dpi at least, 100 % of the paper's size."""
A4_INCHES = (210 / 25.4, 297 / 25.4)
_RENDERED_DPI = (200, 300)
_COVERS = 0.5
"""A picture over this part of a page makes it a scanned page."""
MOST_PIXELS = 89_000_000
"""Of one picture: A4 at 950 dpi. What is larger would take more memory than an office PC has to spare."""
MOST_UNPACKED = 3 * MOST_PIXELS
"""Bytes of one stream of a PDF after unpacking. PDFium asks for more until the system ends the program."""
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01\x5e\x9c\xda])")
_PIECE = 1024 * 1024
PDFIUM = threading.Lock()
"""PDFium works in one thread at a time."""
PICTURES = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")


@dataclass(frozen=True, kw_only=True)
class PageSeen:
    """One page. ``dpi`` is that of its picture, 0 when it is drawn; ``mark`` the code on it."""

    mark: Mark | None
    dpi: int
    colour: bool
    width_mm: int
    height_mm: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read of one file. ``said`` is the code in the file's own properties, which a scan has not."""

    sha256: str
    is_pdf: bool
    version: str
    pages: tuple[PageSeen, ...]
    said: Mark | None

    @property
    def marks(self) -> frozenset[Mark]:
        """The documents whose codes were seen on the pages."""
        return frozenset(page.mark.whole for page in self.pages if page.mark)

    @property
    def scanned(self) -> bool:
        """Whether every page is a picture."""
        return all(page.dpi for page in self.pages)

    @property
    def dpi(self) -> int:
        """The least of the scanned pages, 0 when none is a picture."""
        return min((page.dpi for page in self.pages if page.dpi), default=0)

    @property
    def colour(self) -> bool:
        """Whether every scanned page is in colour."""
        return all(page.colour for page in self.pages if page.dpi)


def read_paper(data: bytes) -> Reading:
    """Read a PDF or a picture of one or more pages. ``Refused``: ``paper.unreadable``, ``paper.locked``, ``paper.too_long``."""
    if b"%PDF-" in data[:1024]:
        _refuse_bomb(data)
        with PDFIUM:
            pages, said = _pdf(data)
        start = data.index(b"%PDF-")
        version = data[start + 5 : start + 8].decode("ascii", "replace")
        return Reading(sha256=_hash(data), is_pdf=True, version=version, pages=pages, said=said)
    pages = tuple(_seen(frame, frame_dpi(frame), is_colour(frame), picture_mm(frame)) for frame in frames(data))
    return Reading(sha256=_hash(data), is_pdf=False, version="", pages=pages, said=None)


def _refuse_bomb(data: bytes) -> None:
    """``Refused``: ``paper.too_large`` when a stream unpacks to more than any scan of a page."""
    for found in _STREAM.finditer(data):
        unpacker, size, at = zlib.decompressobj(), 0, found.end()
        try:
            while not unpacker.eof and size <= MOST_UNPACKED:
                packed = unpacker.unconsumed_tail or data[at : at + _PIECE]
                at += 0 if unpacker.unconsumed_tail else _PIECE
                if not packed:
                    break
                size += len(unpacker.decompress(packed, _PIECE))
        except zlib.error:
            continue  # not packed after all, or damaged: PDFium stops there too
        if size > MOST_UNPACKED:
            raise Refused("paper.too_large")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def frames(data: bytes) -> Iterator[Image.Image]:
    """The pictures of a file, in order. ``Refused``: ``paper.unreadable``, ``paper.too_long``, ``paper.too_large``."""
    try:
        with Image.open(io.BytesIO(data), formats=PICTURES) as image:
            for number, frame in enumerate(ImageSequence.Iterator(image)):
                if number >= MOST_PAGES:
                    raise Refused("paper.too_long", most=MOST_PAGES)
                if frame.width * frame.height > MOST_PIXELS:  # known before anything of it is unpacked
                    raise Refused("paper.too_large")
                frame.load()
                yield frame
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused("paper.too_large") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refused("paper.unreadable") from error


def is_colour(frame: Image.Image) -> bool:
    """Whether a picture was taken in colour; what it shows may be black on white all the same."""
    return frame.mode not in {"1", "L", "LA", "I", "F", "I;16"}


def frame_dpi(frame: Image.Image) -> int:
    """What the scanner wrote; without it, what the picture has when it is the width or height of an A4 page."""
    told = frame.info.get("dpi")
    if isinstance(told, tuple) and len(told) == 2 and min(told) >= 100:
        return int(min(float(each) for each in told) + 0.5)
    short, long = sorted(frame.size)
    return int(min(short / A4_INCHES[0], long / A4_INCHES[1]) + 0.5)


def picture_mm(frame: Image.Image) -> tuple[int, int]:
    """The size of the paper in the picture."""
    dpi = max(1, frame_dpi(frame))
    return round(frame.width / dpi * 25.4), round(frame.height / dpi * 25.4)


def _pdf(data: bytes) -> tuple[tuple[PageSeen, ...], Mark | None]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused("paper.locked" if "password" in str(error).lower() else "paper.unreadable") from error
    try:
        if len(document) > MOST_PAGES:
            raise Refused("paper.too_long", most=MOST_PAGES)
        if len(document) == 0:
            raise Refused("paper.unreadable")
        said = find(str(document.get_metadata_value("Keywords")))
        return tuple(_page(document[number]) for number in range(len(document))), said
    except pypdfium2.PdfiumError as error:
        raise Refused("paper.unreadable") from error
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> PageSeen:
    width, height = page.get_size()
    dpi, colour = _picture_of(page, width * height)
    size = round(width / 72 * 25.4), round(height / 72 * 25.4)
    seen = None
    for rendered in _RENDERED_DPI:
        if width * height * (rendered / 72) ** 2 > MOST_PIXELS:  # a page of metres carries no code of ours
            seen = seen or PageSeen(mark=None, dpi=dpi, colour=colour, width_mm=size[0], height_mm=size[1])
            break
        bitmap = page.render(scale=rendered / 72, grayscale=True)
        seen = _seen(bitmap.to_pil(), dpi, colour, size)
        bitmap.close()
        if seen.mark:
            break
    page.close()
    assert seen is not None
    return seen


def _picture_of(page: pypdfium2.PdfPage, area: float) -> tuple[int, bool]:
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, low, right, high = item.get_bounds()
        if (right - left) * (high - low) < area * _COVERS:
            continue
        about = item.get_metadata()
        dpi = int(min(about.horizontal_dpi, about.vertical_dpi) + 0.5)
        return max(1, dpi), about.bits_per_pixel >= 24 or about.colorspace == pdfium.FPDF_COLORSPACE_INDEXED
    return 0, False


def _seen(image: Image.Image, dpi: int, colour: bool, size: tuple[int, int]) -> PageSeen:
    return PageSeen(mark=code_in(image), dpi=dpi, colour=colour, width_mm=size[0], height_mm=size[1])


_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)

# As it is; then softened and enlarged, which reads what a dirty glass and a small module hide. Measured on speckled scans of
# 200 dpi: 22 of 24, then all; the later ones cost a twentieth and a tenth of a second, and only where the first saw nothing.
_SIGHTS: tuple[Callable[[Image.Image], Image.Image], ...] = (
    lambda grey: grey,
    lambda grey: grey.filter(ImageFilter.GaussianBlur(1)),
    lambda grey: _enlarged(grey),
)


def _enlarged(grey: Image.Image) -> Image.Image:
    if grey.width * grey.height * 4 > MOST_PIXELS:
        return grey
    return grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.BICUBIC)


def code_in(image: Image.Image) -> Mark | None:
    """Our code in a picture, turned whichever way; None when there is none."""
    return code_and_turn(image)[0]


def code_and_turn(image: Image.Image) -> tuple[Mark | None, int]:
    """Our code, and by how many degrees clockwise the picture must be turned to stand upright."""
    grey = image if image.mode == "L" else image.convert("L")
    for prepare in _SIGHTS:
        for found in zxingcpp.read_barcodes(prepare(grey), formats=_QR):
            if mark := read(found.text):
                return mark, round(-found.orientation / 90) % 4 * 90
    return None, 0
