"""Where words stand on a page."""

import pypdfium2

from ocop_desktop.errors import Refused
from ocop_desktop.signing.apart.pdf import Pdf, unreadable
from ocop_desktop.signing.place import Box, Room


def room_for(document: Pdf, title: str, name: str) -> Room:
    """Where the signer signs. ``Refused``: ``sign.no_place`` when the paper names no such signer."""
    with unreadable():
        for number in reversed(range(len(document))):
            texts = document.page(number).get_textpage()
            names, titles = _found(texts, name), _found(texts, title)
            for left, _low, right, high in reversed(names):
                above = [box for box in titles if box[1] >= high - 1 and box[0] < right and box[2] > left]
                if above:
                    nearest = min(above, key=lambda box: box[1])
                    return Room(number, (left + right) / 2, high, nearest[1])
    raise Refused("sign.no_place")


def _found(texts: pypdfium2.PdfTextPage, words: str) -> list[Box]:
    if not words:
        return []
    search, boxes = texts.search(words, match_case=True), []
    while at := search.get_next():
        count = texts.count_rects(*at)
        parts = [texts.get_rect(index) for index in range(count)]
        if parts:
            lefts, lows, rights, highs = zip(*parts, strict=True)
            boxes.append((min(lefts), min(lows), max(rights), max(highs)))
    return boxes
