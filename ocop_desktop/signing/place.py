"""Where images of digital signatures stand on a paper: in points from the lower left corner of a page.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.d: the signer's own signature, in blue, in the middle between title and
name. II.8.a: the agency's seal, red, in its real size, over about a third of the signature, at its left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MM = 72 / 25.4
Box = tuple[float, float, float, float]
"""Left, low, right, high."""
WIDEST, HIGHEST = 50 * MM, 24 * MM
"""Of the image of a signature."""
AIR = 1 * MM
OVER = 1 / 3
"""The part of the signature that lies under the seal."""


@dataclass(frozen=True)
class Room:
    """The white space between the last line of the title and the name; ``page`` counts from 0."""

    page: int
    middle: float
    low: float
    high: float


def of_person(room: Room, size: Sequence[int]) -> Box:
    """The box of the signer's signature, whose image has these pixels: in the middle of the room, its shape kept."""
    width, height = size
    most = min(HIGHEST, room.high - room.low - 2 * AIR)
    scale = min(WIDEST / width, most / height)
    wide, high = width * scale, height * scale
    low = (room.low + room.high - high) / 2
    return (room.middle - wide / 2, low, room.middle + wide / 2, low + high)


def annex_box(page: Sequence[float], width: float, height: float) -> Box:
    """The box of the agency's words on a separate annex: the top right corner of its first page, which is so large."""
    right, high = page[0] - 15 * MM, page[1] - 6 * MM
    return (right - width, high - height, right, high)


def of_agency(person: Box, side_mm: Sequence[float]) -> Box:
    """The box of the agency's seal of a real size, over a third of the signature at its left."""
    wide, high = side_mm[0] * MM, side_mm[1] * MM
    right = person[0] + (person[2] - person[0]) * OVER
    middle = (person[1] + person[3]) / 2
    return (right - wide, middle - high / 2, right, middle + high / 2)
