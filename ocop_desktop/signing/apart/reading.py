"""Reads a paper as people see it: the pages of a PDF or of pictures, the code on each, their sharpness and colour."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter, UnidentifiedImageError
from pypdfium2 import raw as pdfium

from ocop_desktop.domain.marks import Mark, read
from ocop_desktop.errors import Refused
from ocop_desktop.signing.apart.pdf import MOST_PIXELS, Pdf, unreadable
from ocop_desktop.signing.seen import MOST_PAGES, PageSeen

A4_INCHES = (210 / 25.4, 297 / 25.4)
_RENDERED_DPI = (200, 300)
_COVERS = 0.5
"""A picture over this part of a page makes it a scanned page."""
PICTURES = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")


def picture_count(data: bytes) -> int:
    """The pictures of a file, none of them unpacked. ``Refused``: ``paper.unreadable``, ``paper.too_long``."""
    with _opened(data) as image:
        count = int(getattr(image, "n_frames", 1))
    if count > MOST_PAGES:
        raise Refused("paper.too_long", most=MOST_PAGES)
    return count


@contextmanager
def frame(data: bytes, number: int) -> Iterator[Image.Image]:
    """One picture of a file. ``Refused``: ``paper.unreadable``, ``paper.too_long``, ``paper.heavy``."""
    with _opened(data) as image:
        if number:
            image.seek(number)
        if image.width * image.height > MOST_PIXELS:  # known before anything of it is unpacked
            raise Refused("paper.heavy")
        image.load()
        yield image


def frames(data: bytes) -> Iterator[Image.Image]:
    """The pictures of a file, in order; each lives until the next is asked for."""
    for number in range(picture_count(data)):
        with frame(data, number) as image:
            yield image


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    try:
        with Image.open(io.BytesIO(data), formats=PICTURES) as image:
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused("paper.heavy") from error
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


def picture_page(data: bytes, number: int) -> PageSeen:
    """What is seen of one picture of a file."""
    with frame(data, number) as image:
        return _seen(image, frame_dpi(image), is_colour(image), picture_mm(image))


def pdf_page(document: Pdf, number: int) -> PageSeen:
    """What is seen of one page of a PDF."""
    page = document.page(number)
    with unreadable():
        width, height = page.get_size()
        dpi, colour = _picture_of(page, width * height)
        size = round(width / 72 * 25.4), round(height / 72 * 25.4)
        seen = PageSeen(mark=None, dpi=dpi, colour=colour, width_mm=size[0], height_mm=size[1])
        for rendered in _RENDERED_DPI:
            if width * height * (rendered / 72) ** 2 > MOST_PIXELS:  # a page of metres carries no code of ours
                break
            bitmap = page.render(scale=rendered / 72, grayscale=True)
            seen = _seen(bitmap.to_pil(), dpi, colour, size)
            bitmap.close()
            if seen.mark:
                break
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
