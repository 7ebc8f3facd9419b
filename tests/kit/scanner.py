"""A scanner: a printed page as a picture, turned, skewed, noisy, in the sharpness asked for."""

import io
import random

import pypdfium2
from PIL import Image, ImageFilter


def pages(pdf: bytes, dpi: int = 200, *, turn: float = 0, noise: int = 0, grey: bool = False) -> list[Image.Image]:
    """Each page of a PDF as a scanner sees it: turned by degrees, with speckles and a soft lens."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        made = []
        for page in document:
            image = page.render(scale=dpi / 72).to_pil().convert("RGB")
            if turn % 90 == 0:
                image = image.rotate(turn, expand=True)
            else:
                image = image.rotate(turn, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=(250, 249, 245))
            if noise:
                image = _noisy(image.filter(ImageFilter.GaussianBlur(dpi / 400)), noise)
            made.append(image.convert("L") if grey else image)
        return made
    finally:
        document.close()


def _noisy(image: Image.Image, strength: int) -> Image.Image:
    speckles = Image.effect_noise(image.size, strength).convert("RGB")
    dirty = Image.blend(image, speckles, 0.12)
    spots = random.Random(5)
    for _ in range(400):
        x, y = spots.randrange(image.width - 3), spots.randrange(image.height - 3)
        dirty.paste((60, 60, 60), (x, y, x + 2, y + 2))
    return dirty


def as_jpeg(image: Image.Image, dpi: int = 200, quality: int = 75) -> bytes:
    """A picture file as a scanner writes it."""
    made = io.BytesIO()
    image.save(made, "JPEG", quality=quality, dpi=(dpi, dpi))
    return made.getvalue()


def as_tiff(images: list[Image.Image], dpi: int = 200) -> bytes:
    """Several pages in one picture file."""
    made = io.BytesIO()
    images[0].save(made, "TIFF", save_all=True, append_images=images[1:], dpi=(dpi, dpi))
    return made.getvalue()


def as_pdf(images: list[Image.Image], dpi: int = 200) -> bytes:
    """A PDF whose pages are pictures, as the machines of an office make them."""
    made = io.BytesIO()
    images[0].save(made, "PDF", save_all=True, append_images=images[1:], resolution=dpi)
    return made.getvalue()
