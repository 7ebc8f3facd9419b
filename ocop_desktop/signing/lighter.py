"""Scans made smaller for a bad line: each page a colour JPEG of 200 dpi inside one PDF, where that saves enough to matter.

Only what is pictures and nothing else is touched: a PDF with text of its own, with a signature or with a password stays.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pypdfium2
from PIL import Image, ImageOps
from pypdfium2 import raw as pdfium

from ocop_desktop.errors import Refused
from ocop_desktop.signing.reading import LEAST_DPI, PDFIUM, frame_dpi, frames
from ocop_desktop.signing.scan import Picture, written

QUALITY = 75
"""Of the JPEG: small print stays legible; a page of A4 at 200 dpi has 150 to 500 KB."""
MOST_PAGES = 300
WORTH = 0.8
"""A copy is offered when it has this part of the original's bytes, or less."""


@dataclass(frozen=True, kw_only=True)
class Lighter:
    """The smaller copy, a PDF, with its number of pages."""

    data: bytes
    pages: int
    dpi: int = LEAST_DPI


def count_pages(data: bytes, media_type: str) -> int:
    """The pages of a PDF or the pictures of an image file; 0 where pages mean nothing or cannot be counted."""
    try:
        if media_type == "application/pdf":
            with PDFIUM:
                document = pypdfium2.PdfDocument(data)
                try:
                    return len(document)
                finally:
                    document.close()
        if media_type.startswith("image/"):
            with Image.open(io.BytesIO(data)) as image:
                return int(getattr(image, "n_frames", 1))
    except (pypdfium2.PdfiumError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return 0
    return 0


def lighter(data: bytes, media_type: str, title: str, at: datetime) -> Lighter | None:
    """A copy of a scan that saves a fifth of its bytes or more; None where there is nothing to gain or it is no scan.

    ``at``: an aware instant, written into the file as the day it was made.
    """
    try:
        pages = _of_pdf(data) if media_type == "application/pdf" else _of_pictures(data)
        pictures = list(pages)
    except (pypdfium2.PdfiumError, Refused):
        return None
    if not pictures:
        return None
    made = written(pictures, title, at)
    return Lighter(data=made, pages=len(pictures)) if len(made) <= len(data) * WORTH else None


def _of_pictures(data: bytes) -> Iterator[Picture]:
    for frame in frames(data):
        upright = ImageOps.exif_transpose(frame)
        if "A" in upright.getbands():
            paper = Image.new("RGBA", upright.size, "white")
            paper.alpha_composite(upright.convert("RGBA"))
            upright = paper
        dpi = max(frame_dpi(frame), 1)
        if dpi > LEAST_DPI:
            size = (round(upright.width * LEAST_DPI / dpi), round(upright.height * LEAST_DPI / dpi))
            upright = upright.convert("L" if upright.mode in {"1", "L"} else "RGB").resize(
                size, Image.Resampling.LANCZOS
            )
        yield _picture(upright, min(dpi, LEAST_DPI))


def _of_pdf(data: bytes) -> Iterator[Picture]:
    if b"/ByteRange" in data or b"/Sig" in data:  # a signature holds for these very bytes
        return
    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    try:
        if count > MOST_PAGES or document.get_formtype() != pdfium.FORMTYPE_NONE:
            return
        for number in range(count):
            with PDFIUM:  # page by page: the window may want to draw meanwhile
                page = document[number]
                drawn = _drawn(page) if _is_scan(page) else None
                page.close()
            if drawn is None:
                raise Refused("paper.unreadable")
            yield _picture(drawn, LEAST_DPI)
    finally:
        with PDFIUM:
            document.close()


def _is_scan(page: pypdfium2.PdfPage) -> bool:
    """Whether nothing but pictures is on a page, and they cover it."""
    width, height = page.get_size()
    covered = 0.0
    for item in page.get_objects():
        if item.type != pdfium.FPDF_PAGEOBJ_IMAGE:
            return False
        left, low, right, high = item.get_bounds()
        covered += (right - left) * (high - low)
    return bool(covered >= width * height / 2)


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    bitmap = page.render(scale=LEAST_DPI / 72)
    drawn: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return drawn


def _picture(image: Image.Image, dpi: int) -> Picture:
    grey = image.mode in {"1", "L"}
    made = io.BytesIO()
    image.convert("L" if grey else "RGB").save(made, "JPEG", quality=QUALITY, optimize=True)
    return Picture(made.getvalue(), image.width, image.height, dpi, grey, 0)
