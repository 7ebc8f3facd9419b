"""Pictures as pages of a PDF, as they are or made lighter; one at a time, so that no scan is held whole unpacked."""

import io

import pypdfium2
from PIL import Image, ImageOps
from pypdfium2 import raw as pdfium

from ocop_desktop.errors import Refused
from ocop_desktop.signing.apart.pdf import MOST_PIXELS, Pdf, unreadable
from ocop_desktop.signing.apart.reading import code_and_turn, frame, frame_dpi, picture_count
from ocop_desktop.signing.seen import LEAST_DPI, Picture

QUALITY = 90
LIGHT_QUALITY = 75
"""Of the JPEG of a lighter copy: small print stays legible; a page of A4 at 200 dpi has 150 to 500 KB."""
MOST_LIGHT = 300
_ORIENTATION = 0x0112
"""The tag by which a camera says how it was held."""


def count(data: bytes, media_type: str) -> int:
    """The pages of a PDF or the pictures of an image file; 0 where pages mean nothing or cannot be counted."""
    try:
        if media_type == "application/pdf":
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


def framed(data: bytes, number: int) -> Picture:
    """One picture as a page. Its ``data`` is empty when it is the JPEG that the file itself is."""
    with frame(data, number) as image:
        lying = _lies(image)
        plain = image.format == "JPEG" and image.mode in {"RGB", "L"} and getattr(image, "n_frames", 1) == 1
        upright = ImageOps.exif_transpose(image) if lying else image
        _mark, turn = code_and_turn(upright)
        if plain and not lying:
            inside, grey = b"", upright.mode == "L"
        else:
            inside, grey = _as_jpeg(upright)
        return Picture(inside, upright.width, upright.height, frame_dpi(upright), grey, turn)


def _as_jpeg(image: Image.Image) -> tuple[bytes, bool]:
    grey = image.mode in {"1", "L"}
    made = io.BytesIO()
    _as(_on_paper(image), "L" if grey else "RGB").save(made, "JPEG", quality=QUALITY, subsampling=0)
    return made.getvalue(), grey


def _on_paper(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands():
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _lies(image: Image.Image) -> bool:
    return bool(image.getexif().get(_ORIENTATION, 1) != 1)


def _as(image: Image.Image, mode: str) -> Image.Image:
    """In a mode; without the copy of all its dots that Pillow makes of one that has it already."""
    return image if image.mode == mode else image.convert(mode)


def light_count(source: Pdf | bytes) -> int:
    """How many pages a lighter copy would have; 0 where the file is no scan, or must stay as it is."""
    if isinstance(source, bytes):
        return picture_count(source)
    if b"/ByteRange" in source.data or b"/Sig" in source.data:  # a signature holds for these very bytes
        return 0
    if len(source) > MOST_LIGHT or source.document.get_formtype() != pdfium.FORMTYPE_NONE:
        return 0
    return len(source)


def light_page(source: Pdf | bytes, number: int) -> Picture:
    """One page of the lighter copy. ``Refused``: ``paper.unreadable`` when it is no scan."""
    if isinstance(source, bytes):
        return _light_picture(source, number)
    page = source.page(number)
    with unreadable():
        width, height = page.get_size()
        if not _is_scan(page) or width * height * (LEAST_DPI / 72) ** 2 > MOST_PIXELS:
            raise Refused("paper.unreadable")
        bitmap = page.render(scale=LEAST_DPI / 72)
        drawn: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
    return _light(drawn, LEAST_DPI)


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


def _light_picture(data: bytes, number: int) -> Picture:
    with frame(data, number) as image:
        dpi = max(frame_dpi(image), 1)
        upright = _on_paper(ImageOps.exif_transpose(image) if _lies(image) else image)
        if dpi > LEAST_DPI:
            size = (round(upright.width * LEAST_DPI / dpi), round(upright.height * LEAST_DPI / dpi))
            upright = _as(upright, "L" if upright.mode in {"1", "L"} else "RGB").resize(size, Image.Resampling.LANCZOS)
        return _light(upright, min(dpi, LEAST_DPI))


def _light(image: Image.Image, dpi: int) -> Picture:
    grey = image.mode in {"1", "L"}
    made = io.BytesIO()
    _as(image, "L" if grey else "RGB").save(made, "JPEG", quality=LIGHT_QUALITY, optimize=True)
    return Picture(made.getvalue(), image.width, image.height, dpi, grey, 0)
