"""Reads a PDF back: texts with their places, fonts and sizes, rules and boxes, pixels."""

import io
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import pypdf
import pypdfium2
from pypdf.generic import ContentStream

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM


@dataclass(frozen=True)
class Text:
    """One text as drawn: ``x`` from the left edge and ``y`` of its baseline from the top edge, in points."""

    page: int
    x: float
    y: float
    text: str
    font: str
    size: float

    @property
    def style(self) -> str:
        """``regular``, ``bold``, ``italic`` or ``bold-italic``, from the name of the font."""
        name = self.font.rpartition("-")[2].lower()
        return {"bolditalic": "bold-italic"}.get(name, name)


@dataclass(frozen=True)
class Rule:
    """A straight stroke, from its left or upper end; ``y`` from the top edge."""

    page: int
    x: float
    y: float
    width: float
    height: float


def texts(pdf: bytes) -> list[Text]:
    """Every text in the order it was drawn."""
    found: list[Text] = []
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(pdf)).pages, start=1):

        def visit(text: str, cm: Any, tm: Any, font: Any, size: float, number: int = number) -> None:
            if text.strip() and cm[1] == 0:  # the watermark is turned
                name = font["/BaseFont"].partition("+")[2]
                found.append(Text(number, tm[4] + cm[4], HEIGHT - tm[5] - cm[5], text.strip("\n"), name, size))

        page.extract_text(visitor_text=visit)
    return found


def rules(pdf: bytes) -> list[Rule]:
    """Every straight solid stroke outside of shapes."""
    found: list[Rule] = []
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for number, page in enumerate(reader.pages, start=1):
        points: list[tuple[float, float]] = []
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator == b"m":
                points = [(float(operands[0]), float(operands[1]))]
            elif operator == b"l":
                points.append((float(operands[0]), float(operands[1])))
            elif operator == b"S" and len(points) == 2:
                (x1, y1), (x2, y2) = points
                found.append(Rule(number, min(x1, x2), HEIGHT - max(y1, y2), abs(x2 - x1), abs(y2 - y1)))
                points = []
    return found


def boxes(pdf: bytes) -> list[tuple[float, float, bool]]:
    """Every box to tick of the PDF in order: x, y of its foot, whether strokes of a tick follow it."""
    found: list[tuple[float, float, bool]] = []
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for page in reader.pages:
        strokes = 0
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator == b"re":
                found.append((float(operands[0]), HEIGHT - float(operands[1]), False))
                strokes = 0
            elif operator == b"l":
                strokes += 1
                if strokes == 2 and found and len(operands) == 2:
                    x, y, _ = found[-1]
                    if abs(float(operands[0]) - x) < 12 and abs(HEIGHT - float(operands[1]) - y) < 12:
                        found[-1] = (x, y, True)
    return found


def words(pdf: bytes) -> str:
    """All text with single spaces, without the page numbers in the top margin."""
    return " ".join(" ".join(text.text for text in texts(pdf) if text.y > 18 * MM).split())


def all_words(pdf: bytes) -> str:
    """All text with single spaces, with the page numbers and what is written across the page."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def page_count(pdf: bytes) -> int:
    """How many pages."""
    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def bare(text: str) -> str:
    """Letters and marks without spaces, dots, leaders and boxes: to compare with a form's words."""
    return re.sub(r"[\s.…□]", "", unicodedata.normalize("NFKC", text))


def picture(pdf: bytes, page: int = 1, scale: float = 2.0) -> Any:
    """A page as a grey PIL image."""
    document = pypdfium2.PdfDocument(pdf)
    image = document[page - 1].render(scale=scale).to_pil().convert("L")
    document.close()
    return image
