"""What an .xlsx weighs before it is read: a few kilobytes can come to gigabytes of text, or to minutes of nothing.

Its parts are looked through as they unpack, a block at a time; nothing of them is kept.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo

from ocop_desktop.errors import Refused

MOST_UNPACKED = 150 * 1024 * 1024
"""An .xlsx is a compressed folder: what it unpacks to, in bytes, by its own list (``zipfile`` reads no byte more)."""
MOST_PARTS = 5_000
MOST_STRINGS = 400_000
"""Different texts: four in each of the most rows that are read."""
MOST_CELLS = 4_000_000
MOST_ELEMENTS = 1_500_000
"""Of a part that is read whole: styles, names, relations."""
ROW_CELLS = 16_384
"""What Excel takes in one row."""
_BLOCK = 1 << 20
_CELL = re.compile(rb"<(?:\w{1,20}:)?c[ />]")
_ROW = re.compile(rb"<(?:\w{1,20}:)?row[ />]")
_STRING = re.compile(rb"<(?:\w{1,20}:)?si[ />]")
_FORMULA = re.compile(rb"<(?:\w{1,20}:)?f[ />]")
_OVERLAP = 32
"""Bytes of a block looked at again with the next, so that no tag falls between two."""


class Weight(NamedTuple):
    """What was found: whether a sheet holds formulas, and how many cells there are about."""

    formulas: bool
    cells: int


def weigh(archive: ZipFile, most_mb: int) -> Weight:
    """Look through a workbook. ``Refused``: ``import.too_large`` (``most``: ``most_mb``)."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("import.too_large", most=most_mb)
    formulas, cells = False, 0
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        if part.filename.startswith("xl/worksheets/"):
            for block in _blocks(archive, part):
                here = len(_CELL.findall(block))
                cells += here
                if cells > MOST_CELLS or here > ROW_CELLS * (len(_ROW.findall(block)) + 2):
                    raise Refused("import.too_large", most=most_mb)
                formulas = formulas or _FORMULA.search(block) is not None
        else:
            strings = elements = 0
            for block in _blocks(archive, part):
                elements += block.count(b"<")
                strings += len(_STRING.findall(block))
                if elements > MOST_ELEMENTS + 4 * strings or strings > MOST_STRINGS:
                    raise Refused("import.too_large", most=most_mb)
    return Weight(formulas, cells)


def _blocks(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """A part as it unpacks; each tag whole in one of the blocks, and counted once but for a few at the edges."""
    with archive.open(part) as stream:
        before = b""
        while block := stream.read(_BLOCK):
            yield before + block
            before = block[-_OVERLAP:]
